// Package zone says what each stretch of an article is for: headline, teaser, byline, date line, dateline, body,
// subhead, caption, list or boilerplate. Markup decides where there is some; plain text is judged line by line, by
// length, case, punctuation, place and repetition. It does not look for names or dates beyond what a line needs.
package zone

import (
	"sort"
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find covers the whole text with zones, in order and without gaps. Zones that the markup gave (doc.Zones) stand; the
// rest is judged as plain text by its paragraphs (t is the text cut up). An empty text has no zones.
func Find(doc *story.Document, t *token.Text) []story.Zone {
	text := doc.Text
	if text == "" {
		return nil
	}
	return join(text, overlay(fill(plain(doc, t), len(text)), given(doc)))
}

// given are the zones of the markup, cleaned: sorted, inside the text, not overlapping.
func given(doc *story.Document) []story.Zone {
	zs := append([]story.Zone(nil), doc.Zones...)
	sort.SliceStable(zs, func(i, j int) bool { return zs[i].Span.Compare(zs[j].Span) < 0 })
	out := zs[:0]
	at := 0
	for _, z := range zs {
		z.Span.Start = border(doc.Text, max(z.Span.Start, at))
		z.Span.End = border(doc.Text, min(z.Span.End, len(doc.Text)))
		if z.Span.Empty() {
			continue
		}
		at = z.Span.End
		out = append(out, z)
	}
	return out
}

// border moves an offset back to the rune border at or before it.
func border(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	for i > 0 && text[i]&0xC0 == 0x80 {
		i--
	}
	return max(i, 0)
}

// fill gives every gap to the zone before it, the first gap to the first zone.
func fill(zs []story.Zone, n int) []story.Zone {
	if len(zs) == 0 {
		return []story.Zone{{Span: story.Span{Start: 0, End: n}, Kind: story.ZoneBody}}
	}
	zs[0].Span.Start = 0
	for i := range zs {
		if i+1 < len(zs) {
			zs[i].Span.End = zs[i+1].Span.Start
		} else {
			zs[i].Span.End = n
		}
	}
	return zs
}

// overlay puts the zones of the markup over those judged from the text, which cover all of it. A body of the markup keeps
// the dateline found at its start.
func overlay(base, over []story.Zone) []story.Zone {
	if len(over) == 0 {
		return base
	}
	out := make([]story.Zone, 0, len(base)+2*len(over))
	b := 0
	until := func(end int) {
		for b < len(base) && base[b].Span.Start < end {
			z := base[b]
			if z.Span.End > end {
				base[b].Span.Start = end
				z.Span.End = end
			} else {
				b++
			}
			out = append(out, z)
		}
	}
	for _, z := range over {
		until(z.Span.Start)
		for b < len(base) && base[b].Span.End <= z.Span.End {
			if c := base[b]; z.Kind == story.ZoneBody && c.Kind == story.ZoneDateline {
				if c.Span.Start > z.Span.Start {
					out = append(out, story.Zone{Span: story.Span{Start: z.Span.Start, End: c.Span.Start}, Kind: z.Kind})
				}
				out = append(out, c)
				z.Span.Start = c.Span.End
			}
			b++
		}
		if b < len(base) && base[b].Span.Start < z.Span.End {
			base[b].Span.Start = z.Span.End
		}
		if !z.Span.Empty() {
			out = append(out, z)
		}
	}
	if b < len(base) {
		until(base[len(base)-1].Span.End)
	}
	return out
}

// join makes one zone of neighbours of one kind that are body or boilerplate, where a border means nothing, and gives a
// zone of white space to the one before it.
func join(text string, zs []story.Zone) []story.Zone {
	if len(zs) == 0 {
		return nil
	}
	out := zs[:1]
	for _, z := range zs[1:] {
		last := &out[len(out)-1]
		if z.Kind == last.Kind && (z.Kind == story.ZoneBody || z.Kind == story.ZoneBoilerplate) || blank(z.Span.In(text)) {
			last.Span.End = z.Span.End
			continue
		}
		out = append(out, z)
	}
	return out
}

func blank(s string) bool { return s == "" || space(s[0]) && strings.TrimSpace(s) == "" }

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
