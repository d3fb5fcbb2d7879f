package slides

import (
	"slices"
	"strings"
	"unicode"

	"dateline/app/quiz"
	"dateline/app/story"
)

// Shown is a slide as a story has it.
type Shown struct {
	Slide
	Found    []Found       // its parts that are there; of Told
	Question quiz.Question // of Asked, if it is not Gone
	When     story.Moment  // of the first of them that has a day; of Asked of the last
	Gone     bool          // nothing of it is there any more, or a newer program made it: a class does not see it
}

// Found is a part of a slide as it stands in a story.
type Found struct {
	Doc    int
	Span   story.Span
	Keep   []story.Span // nil: all of Span
	Event  int          // -1 none
	Quotes []int        // in it, in quotation marks, in order
	When   story.Moment
}

// Resolve finds the slides of a run in a story: a Shown for each, in order.
func Resolve(s *story.Story, list []Slide) []Shown {
	r := resolver{s: s}
	out := make([]Shown, len(list))
	for i := range list {
		out[i] = r.slide(list[i])
	}
	return out
}

// resolver finds events and quotes by where they stand. Its lists are made when they are first asked for.
type resolver struct {
	s      *story.Story
	events [][]int // of each article
	quotes [][]int // of each article, in quotation marks, by position
	asks   *quiz.Finder
}

func (r *resolver) slide(x Slide) Shown {
	out := Shown{Slide: x, Gone: x.Kind == Later}
	if x.Kind == Asked {
		r.asked(&out)
		return out
	}
	for _, p := range x.Parts {
		f, ok := r.part(&p)
		if !ok {
			continue
		}
		if !out.When.Dated() {
			out.When = f.When
		}
		out.Found = append(out.Found, f)
	}
	if x.Kind == Told && len(out.Found) == 0 {
		out.Gone = true
	}
	return out
}

// part finds one stretch. What it was shown for is found by its id; where that is not there any more, anything that is told in
// the same stretch will do.
func (r *resolver) part(p *Part) (Found, bool) {
	f := Found{Event: -1}
	var ok bool
	if f.Doc, ok = r.locate(p); !ok {
		return f, false
	}
	f.Span, f.Keep = p.Span, p.Keep
	f.Quotes = r.quotesIn(f.Doc, f.Span)
	f.Event = r.s.EventAt(p.Event)
	quote := r.s.QuoteAt(p.Quote)
	if f.Event < 0 && quote < 0 {
		f.Event = r.eventIn(f.Doc, f.Span)
	}
	switch {
	case f.Event >= 0:
		f.When = r.s.Events[f.Event].When
	case quote >= 0:
		f.When = r.s.Quotes[quote].When
	case len(f.Quotes) > 0:
		f.When = r.s.Quotes[f.Quotes[0]].When
	default:
		return f, false
	}
	return f, true
}

// locate finds the words of a part, which moves to where they stand now.
func (r *resolver) locate(p *Part) (doc int, ok bool) {
	doc = r.s.ArticleAt(p.Article)
	if doc < 0 || p.Words == "" {
		return doc, false
	}
	if text := r.s.Articles[doc].Text; p.Span.Start < 0 || p.Span.End > len(text) || p.Span.Start > p.Span.End || p.Span.In(text) != p.Words {
		at := strings.Index(text, p.Words)
		if at < 0 {
			return doc, false
		}
		p.moveTo(at)
	}
	return doc, true
}

// eventIn is the likeliest event that is told in a stretch; -1 where none is.
func (r *resolver) eventIn(doc int, at story.Span) int {
	if r.events == nil {
		r.events = make([][]int, len(r.s.Articles))
		for i := range r.s.Events {
			if e := &r.s.Events[i]; !e.Mention {
				r.events[e.Doc] = append(r.events[e.Doc], i)
			}
		}
	}
	best := -1
	for _, i := range r.events[doc] {
		if e := &r.s.Events[i]; at.Overlaps(e.Span) && (best < 0 || e.P > r.s.Events[best].P) {
			best = i
		}
	}
	return best
}

// quotesIn are the quotes, in quotation marks, that stand in a stretch.
func (r *resolver) quotesIn(doc int, at story.Span) (out []int) {
	if r.quotes == nil {
		r.quotes = make([][]int, len(r.s.Articles))
		for i := range r.s.Quotes {
			if q := &r.s.Quotes[i]; q.Kind == story.QuoteDirect && q.Doc >= 0 && q.Doc < len(r.quotes) {
				r.quotes[q.Doc] = append(r.quotes[q.Doc], i)
			}
		}
		for _, list := range r.quotes {
			slices.SortStableFunc(list, func(a, b int) int { return r.s.Quotes[a].Span.Start - r.s.Quotes[b].Span.Start })
		}
	}
	list := r.quotes[doc]
	from, _ := slices.BinarySearchFunc(list, at.Start, func(i, start int) int { return r.s.Quotes[i].Span.Start - start })
	for _, i := range list[from:] {
		if r.s.Quotes[i].Span.Start >= at.End {
			break
		}
		if at.Contains(r.s.Quotes[i].Span) {
			out = append(out, i)
		}
	}
	return out
}

// Alone is the quote that a part shows in its own words; -1 where the sentence is shown, with all that is quoted in it.
func (f *Found) Alone(s *story.Story) int {
	if f.Keep != nil {
		return -1
	}
	return alone(s, f.Span, f.Quotes)
}

// Elision stands for what is left out of a sentence.
const Elision = "…"

// Words is what a part shows: the stretch as the article has it, or what was kept of it with signs for what was left out.
func (f *Found) Words(text string) string {
	if f.Keep == nil {
		return f.Span.In(text)
	}
	var b strings.Builder
	at := f.Span.Start
	gap := func(to int) {
		if strings.TrimFunc(text[at:to], unicode.IsSpace) == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(Elision)
	}
	for _, k := range f.Keep {
		gap(k.Start)
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimFunc(k.In(text), unicode.IsSpace))
		at = k.End
	}
	gap(f.Span.End)
	return b.String()
}
