// Package quotation finds the words that a text gives as somebody's, in quotation marks or reported, and says whose
// they are.
//
//	quotes, speakers := quotation.Find(t, zones, name.Find(t, zones), places, nil)
//
// It works by sieves in order of precision: words beside a cue ("…," said Ann), words inside what a cue reports, a
// speaker in the next paragraph, words that float after other words of the same speaker. It does not date or place a
// quote; reading/assemble does.
package quotation

import (
	"sort"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Place is a place name in the text, for the speakers that are one: "Kyiv", "the Kremlin".
type Place struct {
	Span     story.Span
	Name     string // the place's plain name
	Actorish bool   // it stands for people here: "Moscow demands"
}

// Find finds the quotes of t, sorted by Span, and their speakers. Quote.Speaker indexes the speakers returned; -1 is a
// quote of nobody. names must come from the same t; places are sorted by Span. Odd text gives fewer quotes, never an
// error, in linear time. No w is DefaultWeights.
func Find(t *token.Text, zones []story.Zone, names *name.Names, places []Place, w *Weights) ([]story.Quote, []story.Speaker) {
	if w == nil {
		w = &defaults
	}
	r := &reader{Text: t, w: w, class: names.Classes(), names: names, places: places, cues: cueTable()}
	r.stretches = r.spoken(pairs(t))
	r.in = make([]int32, len(t.Tokens))
	for i, s := range r.stretches {
		for k := s.Open; k < s.Close; k++ {
			r.in[k] = int32(i + 1)
		}
	}
	f := &finder{reader: r, zones: zones, quotes: make([]draft, 0, len(r.stretches)+8)}
	f.segments()
	for i := range f.segs {
		f.findReports(i)
		f.contents(i)
	}
	for i := range f.segs {
		f.attribute(i)
	}
	f.float()
	f.indirect()
	f.transcript()
	return f.finish()
}

// segment is one sentence, or several that one stretch in quotation marks runs over.
type segment struct {
	token.Range
	paragraph      int
	first, last    int // its stretches
	reports        []report
	next           int  // the first segment of the next paragraph; -1 none
	body           int  // the first token after a dateline
	plain          bool // nothing but quotation marks and what is in them
	boiler, header bool
	link           bool // "READ MORE: …": it leads elsewhere, and nobody speaks in it
}

// given is who a stretch was given to.
type given struct {
	report int // index into the segment's reports; -1 none
	seg    int // whose reports
	by     token.Range
	ante   token.Range
	cue    token.Range
	p      float64
	why    string
	known  bool
}

type finder struct {
	*reader
	zones  []story.Zone
	segs   []segment
	given  []given // per stretch
	quotes []draft
}

// draft is a quote before its speaker is looked up.
type draft struct {
	span    story.Span
	kind    story.QuoteKind
	partial bool
	scare   bool
	given   given
}

// segments cuts the text into segments.
func (f *finder) segments() {
	p, s := 0, 0
	z := 0
	f.segs = make([]segment, 0, len(f.Sentences))
	for i := 0; i < len(f.Sentences); {
		seg := segment{Range: f.Sentences[i]}
		i++
		for p < len(f.Paragraphs) && f.Paragraphs[p].Last <= seg.First {
			p++
		}
		seg.paragraph = p
		for s < len(f.stretches) && f.stretches[s].Close <= seg.First {
			s++
		}
		seg.first = s
		seg.last = s
		for i < len(f.Sentences) && f.goesOn(seg.Last) {
			seg.Last = f.Sentences[i].Last
			i++
		}
		for seg.last < len(f.stretches) && f.stretches[seg.last].Open < seg.Last {
			for i < len(f.Sentences) && f.stretches[seg.last].Close > seg.Last {
				seg.Last = f.Sentences[i].Last
				i++
			}
			for i < len(f.Sentences) && f.goesOn(seg.Last) {
				seg.Last = f.Sentences[i].Last
				i++
			}
			seg.last++
		}
		seg.plain = seg.last > seg.first && f.onlyMarks(seg.Range)
		if seg.First < seg.Last {
			at := int(f.Tokens[seg.First].Start)
			for z < len(f.zones) && f.zones[z].Span.End <= at {
				z++
			}
			if z < len(f.zones) && f.zones[z].Span.Holds(at) {
				seg.zone(f.zones[z].Kind)
			}
		}
		f.segs = append(f.segs, seg)
	}
	for i, next := len(f.segs)-1, -1; i >= 0; i-- {
		if i+1 < len(f.segs) && f.segs[i+1].paragraph != f.segs[i].paragraph {
			next = i + 1
		}
		f.segs[i].next = next
	}
	f.given = make([]given, len(f.stretches))
	for i := range f.given {
		f.given[i].report = -1
	}
}

// onlyMarks reports that nothing but quotation marks and what is in them stands in r, a conjunction at its start aside.
func (f *finder) onlyMarks(r token.Range) bool {
	for k := r.First; k < r.Last; k++ {
		if f.in[k] != 0 || f.Tokens[k].Kind != token.Word && f.Tokens[k].Kind != token.Number {
			continue
		}
		if k < r.First+2 && f.can(k, grammar.And|grammar.Adverb) && !f.can(k, grammar.Sub|grammar.Det) {
			continue // But “we will see.”
		}
		return false
	}
	return true
}

// zone notes what part of the article a segment stands in.
func (s *segment) zone(k story.ZoneKind) {
	switch k {
	case story.ZoneBoilerplate, story.ZoneByline, story.ZoneDate:
		s.boiler = true
	case story.ZoneHeadline, story.ZoneSubhead, story.ZoneTeaser:
		s.header = true
	}
}

// goesOn reports whether the sentence that begins at token i only goes on with the one before: it begins with a small
// letter on the same line, "(D-Mass.) said".
func (f *finder) goesOn(i int) bool {
	return i > 0 && f.word(i) && !f.capital(i) && f.Tokens[i].Flags&(token.LineStart|token.ParaStart) == 0 && f.in[i] == 0 && f.in[i-1] == 0
}

// findReports finds the reports of one segment.
func (f *finder) findReports(i int) {
	s := &f.segs[i]
	s.link = f.linkAt(s.First) || i > 0 && f.segs[i-1].link && f.segs[i-1].paragraph == s.paragraph
	if !s.boiler && !s.link {
		s.body = f.afterDateline(s.First, s.Last)
		f.title = f.titled(s.Range)
		s.reports = f.reports(s.body, s.Last, nil)
	}
}

// titled reports whether nearly every word has a capital, as in headlines.
func (f *finder) titled(r token.Range) bool {
	caps, small := 0, 0
	for i := r.First; i < r.Last; i++ {
		switch {
		case !f.word(i):
		case f.capital(i):
			caps++
		case f.class[i]&(grammar.Det|grammar.Prep|grammar.And|grammar.Be|grammar.Sub|grammar.Poss) == 0:
			small++
		}
	}
	return caps >= 4 && small*4 <= caps
}

// afterDateline gives the token after "KYIV, March 13 (Reuters) —" at the start of a paragraph; first if there is none.
func (f *finder) afterDateline(first, last int) int {
	if !f.capital(first) || f.Tokens[first].Flags&token.LineStart == 0 && first != 0 {
		return first
	}
	upper := f.Tokens[first].Has(token.Upper)
	agency := false
	for i := first; i < last && i < first+16 && f.in[i] == 0; i++ {
		agency = agency || f.mark(i, '(')
		if f.dash(i) || agency && f.hyphen(i) && f.Tokens[i].Flags&token.Spaced != 0 {
			if upper || agency {
				return i + 1
			}
			return first
		}
		if f.can(i, grammar.Finite|grammar.Aux) {
			return first
		}
	}
	return first
}

// spoken leaves out stretches that quote nobody: attributes of markup, nicknames, titles of works.
func (r *reader) spoken(all []stretch) []stretch {
	out := all[:0]
	for _, s := range all {
		if !r.unspoken(s) {
			out = append(out, s)
		}
	}
	return out
}

func (r *reader) unspoken(s stretch) bool {
	words, caps, small := 0, 0, 0
	for i := s.Open; i < s.Close && words < 12; i++ {
		if r.Tokens[i].Kind == token.Word {
			words++
			switch {
			case r.capital(i):
				caps++
			case r.class[i]&(grammar.Det|grammar.Prep|grammar.And) == 0:
				small++
			}
		} else if r.Tokens[i].Kind == token.Number {
			words++
		}
	}
	if words == 0 {
		return true
	}
	if r.mark(s.Open-1, '=') && r.Tokens[s.Open].Flags&token.Spaced == 0 {
		return true
	}
	next := r.capital(s.Close)
	// Robert "Bob" Lund
	if words <= 2 && small == 0 && next && r.capital(s.Open-1) && r.Tokens[s.Open-1].Flags&token.SentStart == 0 && !r.mark(s.Close-2, ',') && r.block(s.Close) != nil {
		return true
	}
	if words <= 2 && small == 0 && next && r.capital(s.Open-1) && r.class[s.Close] == 0 && r.class[s.Open-1] == 0 && !r.mark(s.Close-2, ',') {
		return true
	}
	// the film “X”, on CNN's “Y”: Title Case of two words or more that no cue leads to
	if words >= 2 && words <= 10 && caps >= 2 && small == 0 {
		p := s.Open - 1
		for p > 0 && (r.mark(p, ',') || r.can(p, grammar.Number|grammar.Adverb)) {
			p--
		}
		if p >= 0 {
			h := r.hash(p)
			if works.Has(h) || r.Tokens[p].Kind == token.Clitic || r.Tokens[p].Kind == token.Number ||
				(r.Is(p, "on") || r.Is(p, "of") || r.Is(p, "in") || r.Is(p, "for") || r.Is(p, "titled") || r.Is(p, "entitled") || r.Is(p, "documentary") || r.Is(p, "watch")) {
				return true
			}
		}
	}
	// a man who goes by the name “Shorty”
	if p := s.Open - 1; words <= 3 && small == 0 && caps > 0 && namings.Has(r.hash(p)) {
		return true
	}
	// a class called “Winter Roads”
	if p := s.Open - 1; words <= 6 && small == 0 && caps > 0 && p > 0 && (r.Is(p, "called") || r.Is(p, "dubbed") || r.Is(p, "named") || r.Is(p, "nicknamed")) && r.class[p-1] == 0 && r.word(p-1) && !r.capital(p-1) {
		return true
	}
	if words <= 10 {
		p := s.Open - 1
		if p >= 0 && (r.Is(p, "titled") || r.Is(p, "entitled") || r.mark(p, ',') && works.Has(r.hash(p-1)) && small == 0 && caps > 0 || works.Has(r.hash(p)) && caps == words) {
			return true
		}
	}
	return false
}

// nested drops what crosses: of two quotes one holds the other or they are apart. What is in marks stays.
func nested(q []draft) []draft {
	drop := make([]bool, len(q))
	var open []int
	for i := range q {
		for len(open) > 0 && q[open[len(open)-1]].span.End <= q[i].span.Start {
			open = open[:len(open)-1]
		}
		for len(open) > 0 && q[open[len(open)-1]].span.End < q[i].span.End {
			top := open[len(open)-1]
			if q[i].kind != story.QuoteDirect {
				drop[i] = true
				break
			}
			drop[top] = true
			open = open[:len(open)-1]
			for len(open) > 0 && q[open[len(open)-1]].span.End <= q[i].span.Start {
				open = open[:len(open)-1]
			}
		}
		if n := len(open); n > 0 && !drop[i] && q[open[n-1]].span == q[i].span {
			drop[i] = q[i].kind == q[open[n-1]].kind || q[i].kind != story.QuoteDirect
			if !drop[i] {
				drop[open[n-1]] = true
				open = open[:n-1]
			}
		}
		if !drop[i] {
			open = append(open, i)
		}
	}
	out := q[:0]
	for i := range q {
		if !drop[i] {
			out = append(out, q[i])
		}
	}
	return out
}

// finish makes the quotes and their speakers.
func (f *finder) finish() ([]story.Quote, []story.Speaker) {
	sort.SliceStable(f.quotes, func(i, j int) bool { return f.quotes[i].span.Compare(f.quotes[j].span) < 0 })
	f.quotes = nested(f.quotes)
	v := &voices{finder: f, byEntity: map[int]int{}, entityOf: map[int]int{}, byText: map[string]int{}, last: lastSpeaker{speaker: -1}}
	out := make([]story.Quote, 0, len(f.quotes))
	for _, d := range f.quotes {
		q := story.Quote{Span: d.span, Kind: d.kind, Partial: d.partial, Scare: d.scare, Speaker: -1}
		v.speak(&q, d.given)
		out = append(out, q)
	}
	v.sortAliases()
	return out, v.speakers
}
