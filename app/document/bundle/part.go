package bundle

import (
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// part is one article of a bundle: its lines, and what was read of them.
type part struct {
	lines []line
	from  int // where its text begins in the file's
	said  story.Document
	zones []story.Zone // in the file's text
}

// mark makes a zone of line i from byte at of it.
func (p *part) mark(i, at int, kind story.ZoneKind) {
	span := p.lines[i].at
	span.Start += at
	if !span.Empty() {
		p.zones = append(p.zones, story.Zone{Span: span, Kind: kind})
	}
}

// furniture marks lines from to before to as no part of what the article tells.
func (p *part) furniture(from, to int) {
	for i := max(from, 0); i < min(to, len(p.lines)); i++ {
		p.mark(i, 0, story.ZoneBoilerplate)
	}
}

// put keeps what line i says from byte at on; what stands before it in the line is a label. The first of a kind counts.
func (p *part) put(f field, i, at int) {
	s := p.lines[i].text[at:]
	if at > 0 {
		span := p.lines[i].at
		span.End = span.Start + at
		p.zones = append(p.zones, story.Zone{Span: story.Span{Start: span.Start, End: span.Start + len(strings.TrimRight(p.lines[i].text[:at], " \t"))}, Kind: story.ZoneBoilerplate})
	}
	kind := story.ZoneBoilerplate
	d := &p.said
	switch f {
	case title:
		if kind = story.ZoneHeadline; d.Title != "" {
			kind = story.ZoneBoilerplate // said again
		}
		keep(&d.Title, s)
	case subtitle:
		kind = story.ZoneTeaser
		keep(&d.Subtitle, s)
	case author:
		kind = story.ZoneByline
		keep(&d.Byline, turned(s))
	case publisher:
		keep(&d.Publisher, s)
	case section:
		s, _, _ = strings.Cut(s, ";")
		keep(&d.Section, strings.TrimSpace(s))
	case tongue:
		tag := languages[strings.ToLower(strings.TrimRight(s, "; "))]
		if tag == "" {
			tag = document.LanguageTag(s)
		}
		keep(&d.Declared, tag)
	case address:
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			keep(&d.URL, s)
		}
	case date:
		kind = story.ZoneDate
		p.day(i, at)
	case info:
		kind = story.ZoneDate
		paper, _, _ := strings.Cut(s, "[")
		paper, _, _ = strings.Cut(paper, ";")
		keep(&d.Publisher, strings.TrimSpace(paper))
		p.day(i, at)
	case dateline:
		kind = story.ZoneDateline
	case body:
		return // the text of the article follows in the line
	}
	p.mark(i, at, kind)
}

// day keeps the day that line i gives from byte at on.
func (p *part) day(i, at int) {
	if len(p.said.Dates) > 0 {
		return
	}
	l := p.lines[i]
	if d, ok := dateIn(l.text[at:]); ok {
		words := story.Span{Start: l.at.Start + at + d.start, End: l.at.Start + at + d.end}
		p.said.Dates = []story.DateClue{{Day: d.day, Clock: d.clock, Source: story.SourceMeta, Words: l.text[at+d.start : at+d.end], Span: words}}
	}
}

// goesOn adds line i to the field of the line before it, which was broken.
func (p *part) goesOn(f field, i int) {
	s := p.lines[i].text
	kind := story.ZoneBoilerplate
	const longest = 1000 // bytes of a title: what goes on behind is none
	switch {
	case len(p.said.Title)+len(p.said.Subtitle)+len(p.said.Byline) > longest:
	case f == title:
		kind = story.ZoneHeadline
		p.said.Title += " " + s
	case f == subtitle:
		kind = story.ZoneTeaser
		p.said.Subtitle += " " + s
	case f == author:
		kind = story.ZoneByline
		p.said.Byline += " " + s
	}
	p.mark(i, 0, kind)
}

func keep(to *string, s string) {
	if *to == "" {
		*to = strings.Join(strings.Fields(s), " ")
	}
}

// turned is a name with the family name last: "Roe, Ann" is "Ann Roe". Several names stay as they are.
func turned(s string) string {
	family, given, ok := strings.Cut(s, ", ")
	if ok && !strings.ContainsAny(given, ",;") && !strings.Contains(family, " ") && isName(given+" "+family) {
		return given + " " + family
	}
	return s
}

// document is the article, with the zones that the file's format found in it where nothing else is known.
func (p *part) document(file *story.Document) story.Document {
	d := p.said
	to := p.lines[len(p.lines)-1].at.End
	zones := slices.Clone(p.zones)
	slices.SortStableFunc(zones, func(a, b story.Zone) int { return a.Span.Start - b.Span.Start })
	for _, z := range inside(file.Zones, p.from, to) {
		if z.Kind != story.ZoneHeadline || d.Title == "" {
			zones = append(zones, z)
		}
	}
	slices.SortStableFunc(zones, func(a, b story.Zone) int { return a.Span.Start - b.Span.Start })
	d.Text = file.Text[p.from:to]
	end := p.from
	for _, z := range zones {
		if z.Span.Start < end || z.Span.Empty() {
			continue // what was read of the article comes first
		}
		end = z.Span.End
		z.Span = story.Span{Start: z.Span.Start - p.from, End: z.Span.End - p.from}
		d.Zones = append(d.Zones, z)
	}
	for i := range d.Dates {
		s := &d.Dates[i].Span
		s.Start, s.End = s.Start-p.from, s.End-p.from
	}
	d.Notes, d.Encoding, d.Guessed = slices.Clone(file.Notes), file.Encoding, file.Guessed
	return d
}

// inside are the zones that lie between two places of the text; zones are sorted.
func inside(zones []story.Zone, from, to int) []story.Zone {
	i, _ := slices.BinarySearchFunc(zones, from, func(z story.Zone, at int) int { return z.Span.Start - at })
	j := i
	for j < len(zones) && zones[j].Span.End <= to {
		j++
	}
	return zones[i:j]
}
