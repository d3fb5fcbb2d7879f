package bind

import (
	"slices"

	"dateline/app/session"
	"dateline/app/story"
)

// Slides are the steps of a presentation in order of time. A sentence is one slide, however many events it tells of; words
// in quotation marks that run over several sentences are one slide too. They are made once for a story and a filter.
type Slides struct {
	story  *story.Story
	filter story.Filter
	all    []step
	events map[int]int // event -> the slide that shows it
	quotes map[int]int
}

// step is one slide.
type step struct {
	doc    int
	span   story.Span // what is shown: a sentence, or the sentences of a quote
	when   story.Moment
	event  int // the likeliest of those told here; -1 none
	p      float64
	quotes []int // in quotation marks, in order
}

// NewSlides makes the slides of what the filter lets through and what has a date.
func NewSlides(s *story.Story, f story.Filter) *Slides {
	out := &Slides{story: s, filter: f, events: map[int]int{}, quotes: map[int]int{}}
	m := slideMaker{s: s, out: out, at: make([][]int, len(s.Articles))}
	for _, i := range story.PassingQuotes(s, f) {
		m.quote(i)
	}
	for _, i := range story.Passing(s, f) {
		if s.Events[i].When.Dated() {
			m.event(i)
		}
	}
	out.order()
	return out
}

// Of reports whether the slides are those of a state.
func (l *Slides) Of(st session.State) bool {
	return l != nil && l.story == st.Story && l.filter.Equal(st.Filter)
}

// slideMaker gathers what is told in one stretch of an article into one slide.
type slideMaker struct {
	s   *story.Story
	out *Slides
	at  [][]int // slides of each article, by position
}

// step gives the slide that shows a stretch of an article, which grows to hold it; a new one if none touches it.
func (m *slideMaker) step(doc int, span story.Span) int {
	for _, k := range m.at[doc] {
		if x := &m.out.all[k]; span.Start < x.span.End && x.span.Start < span.End {
			x.span.Start, x.span.End = min(x.span.Start, span.Start), max(x.span.End, span.End)
			return k
		}
	}
	m.out.all = append(m.out.all, step{doc: doc, span: span, event: -1})
	m.at[doc] = append(m.at[doc], len(m.out.all)-1)
	return len(m.out.all) - 1
}

func (m *slideMaker) quote(i int) {
	q := &m.s.Quotes[i]
	if q.Kind != story.QuoteDirect || q.Doc < 0 || q.Doc >= len(m.s.Articles) {
		return
	}
	a, span := m.s.Articles[q.Doc], q.Span
	for _, at := range [...]story.Span{a.SentenceAt(q.Span.Start), a.SentenceAt(q.Span.End - 1)} {
		if !at.Empty() {
			span.Start, span.End = min(span.Start, at.Start), max(span.End, at.End)
		}
	}
	k := m.step(q.Doc, span)
	x := &m.out.all[k]
	x.quotes = append(x.quotes, i)
	m.out.quotes[i] = k
	if !x.when.Dated() {
		x.when = q.When
	}
}

func (m *slideMaker) event(i int) {
	e := &m.s.Events[i]
	span := e.Sentence
	if span.Empty() {
		span = e.Span
	}
	k := m.step(e.Doc, span)
	x := &m.out.all[k]
	m.out.events[i] = k
	if x.event < 0 || e.P > x.p {
		x.event, x.p, x.when = i, e.P, e.When
	}
}

// order puts the slides in order of time and leaves out what has no date.
func (l *Slides) order() {
	turn := make([]int, 0, len(l.all))
	for k := range l.all {
		if l.all[k].when.Dated() {
			turn = append(turn, k)
		}
	}
	slices.SortFunc(turn, func(i, k int) int {
		a, b := &l.all[i], &l.all[k]
		if c := a.when.Compare(b.when); c != 0 {
			return c
		}
		if a.doc != b.doc {
			return a.doc - b.doc
		}
		return a.span.Start - b.span.Start
	})
	now := map[int]int{}
	all := make([]step, 0, len(turn))
	for n, k := range turn {
		now[k] = n
		all = append(all, l.all[k])
	}
	l.all = all
	for _, known := range [...]map[int]int{l.events, l.quotes} {
		for i, k := range known {
			if n, ok := now[k]; ok {
				known[i] = n
			} else {
				delete(known, i)
			}
		}
	}
}

// Len is how many slides there are.
func (l *Slides) Len() int { return len(l.all) }

// At is the slide of what is selected; -1 where it is on none.
func (l *Slides) At(st session.State) int {
	q, e := st.SelectedQuote(), st.SelectedEvent()
	if q >= 0 && (e < 0 || st.Selected.Focus == l.story.Quotes[q].Span) {
		if k, ok := l.quotes[q]; ok {
			return k
		}
	}
	if k, ok := l.events[e]; ok {
		return k
	}
	return -1
}

// Beside is the slide by steps forward or back from what is selected. Where that is on no slide, it is the first of the
// Period, or the last before it. It is -1 where there is none.
func (l *Slides) Beside(st session.State, by int) int {
	k := l.At(st)
	switch {
	case k >= 0:
		k += by
	case !st.Period.On && by > 0:
		k = 0
	case !st.Period.On:
		k = len(l.all) - 1
	default:
		k = l.from(st.Period.From)
		if by < 0 {
			k--
		}
	}
	if k < 0 || k >= len(l.all) {
		return -1
	}
	return k
}

// from is the first slide of what begins on a day or later.
func (l *Slides) from(d story.Day) int {
	k, _ := slices.BinarySearchFunc(l.all, d, func(x step, d story.Day) int {
		if begins(x.when) < d {
			return -1
		}
		return 1
	})
	return k
}

func begins(m story.Moment) story.Day {
	if m.Earliest.Bounded() {
		return m.Earliest
	}
	return m.Latest
}

// First is the slide that presenting begins with: the one of what is selected, if the Period shows it; else the first in
// the Period, else the first after it, else the last. It is -1 where there are no slides. Stay says that nothing need be
// selected.
func (l *Slides) First(st session.State) (k int, stay bool) {
	if len(l.all) == 0 {
		return -1, false
	}
	if !st.Period.On {
		return 0, false
	}
	if k := l.At(st); k >= 0 && st.Period.Holds(l.all[k].when) {
		return k, true
	}
	for k := range l.all {
		if st.Period.Holds(l.all[k].when) {
			return k, false
		}
	}
	return min(l.from(st.Period.From), len(l.all)-1), false
}

// Means is what to select for slide k: an event, or a quote where nothing else is told there.
func (l *Slides) Means(k int) Meant {
	if x := &l.all[k]; x.event >= 0 {
		return Meant{Event: l.story.Events[x.event].ID}
	} else if len(x.quotes) > 0 {
		return Meant{Quote: l.story.Quotes[x.quotes[0]].ID}
	}
	return Meant{}
}

// spare is how much may stand beside a quote in its sentence, in bytes, for the quote to be shown by itself: "the mayor of
// the harbour town said on Saturday". What is longer tells more than who speaks.
const spare = 110

// words is the quote that a slide shows in its own words; -1 where the sentence is shown, with all that is quoted in it.
func (l *Slides) words(k int) int {
	x := &l.all[k]
	if len(x.quotes) != 1 {
		return -1
	}
	q := &l.story.Quotes[x.quotes[0]]
	if q.Partial || x.span.Len()-q.Span.Len() > spare {
		return -1
	}
	return x.quotes[0]
}
