// Package slides cuts what is visible of a story into steps in order of time: what a presentation shows one after the other,
// and what a handout, a film or slides in a file are made of.
//
//	all := slides.Of(s, v.Events, v.Quotes)
//	for k := range all.Len() { x := all.Step(k); … }
//
// A sentence is one step, however many events it tells of; words in quotation marks that run over several sentences are one
// step too. What has no day is in none of these, but in a list of its own.
//
// Which of the steps are shown in a lesson, in which order and how, is a Run: what a person chose, else the main events.
package slides

import (
	"slices"

	"dateline/app/story"
	"github.com/paulmach/orb"
)

// Slides are the steps in order of time. They do not change.
type Slides struct {
	all    []Step
	rest   []Step      // what has no day, in order of the articles
	events map[int]int // event -> the step that shows it
	quotes map[int]int
}

// Step is one stretch of an article with its days.
type Step struct {
	Doc    int        // of the article
	Span   story.Span // what is shown: a sentence, or the sentences of a quote
	When   story.Moment
	Event  int   // the likeliest of those told here, of its main clause if that tells any; -1 none
	Quotes []int // in quotation marks, in order

	p     float64
	aside bool // Event is told in a relative clause
}

// Of makes the steps of some events and quotes of a story, both in story order.
func Of(s *story.Story, events, quotes []int) *Slides {
	out := &Slides{events: map[int]int{}, quotes: map[int]int{}}
	m := maker{s: s, out: out, at: make([][]int, len(s.Articles))}
	for _, i := range quotes {
		m.quote(i)
	}
	for _, i := range events {
		if s.Events[i].When.Dated() {
			m.event(i)
		}
	}
	for _, i := range events {
		if e := &s.Events[i]; !e.When.Dated() && !e.Mention {
			m.undated(i)
		}
	}
	out.order()
	return out
}

// maker gathers what is told in one stretch of an article into one step.
type maker struct {
	s   *story.Story
	out *Slides
	at  [][]int // steps of each article, by position
}

// step gives the step that shows a stretch of an article, which grows to hold it; a new one if none touches it.
func (m *maker) step(doc int, span story.Span) int {
	for _, k := range m.at[doc] {
		if x := &m.out.all[k]; span.Start < x.Span.End && x.Span.Start < span.End {
			x.Span.Start, x.Span.End = min(x.Span.Start, span.Start), max(x.Span.End, span.End)
			return k
		}
	}
	m.out.all = append(m.out.all, Step{Doc: doc, Span: span, Event: -1})
	m.at[doc] = append(m.at[doc], len(m.out.all)-1)
	return len(m.out.all) - 1
}

func (m *maker) quote(i int) {
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
	x.Quotes = append(x.Quotes, i)
	m.out.quotes[i] = k
	if !x.When.Dated() {
		x.When = q.When
	}
}

func (m *maker) event(i int) {
	e := &m.s.Events[i]
	span := e.Sentence
	if span.Empty() {
		span = e.Span
	}
	k := m.step(e.Doc, span)
	x := &m.out.all[k]
	m.out.events[i] = k
	if x.less(e) {
		x.Event, x.p, x.aside, x.When = i, e.P, e.Aside, e.When
	}
}

// less reports that an event stands for the sentence rather than the one that does. The day of what a relative clause tells is not
// the day of its sentence: "showed the town, which troops had entered last year".
func (x *Step) less(e *story.Event) bool {
	if x.Event < 0 || x.aside != e.Aside {
		return x.Event < 0 || x.aside
	}
	return e.P > x.p
}

// undated notes an event without a day, where its sentence tells of nothing that has one.
func (m *maker) undated(i int) {
	e := &m.s.Events[i]
	span := e.Sentence
	if span.Empty() {
		span = e.Span
	}
	x := &m.out.all[m.step(e.Doc, span)]
	if !x.When.Dated() && x.less(e) {
		x.Event, x.p, x.aside = i, e.P, e.Aside
	}
}

// order puts the steps in order of time, and what has no day by itself.
func (l *Slides) order() {
	turn := make([]int, 0, len(l.all))
	for k := range l.all {
		if l.all[k].When.Dated() {
			turn = append(turn, k)
		} else {
			l.rest = append(l.rest, l.all[k])
		}
	}
	slices.SortFunc(l.rest, func(a, b Step) int {
		if a.Doc != b.Doc {
			return a.Doc - b.Doc
		}
		return a.Span.Start - b.Span.Start
	})
	slices.SortFunc(turn, func(i, k int) int {
		a, b := &l.all[i], &l.all[k]
		if c := a.When.Compare(b.When); c != 0 {
			return c
		}
		if a.Doc != b.Doc {
			return a.Doc - b.Doc
		}
		return a.Span.Start - b.Span.Start
	})
	now := map[int]int{}
	all := make([]Step, 0, len(turn))
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

// Len is how many steps there are.
func (l *Slides) Len() int { return len(l.all) }

// Undated are the steps that have no day, in order of the articles. The list is shared.
func (l *Slides) Undated() []Step { return l.rest }

// Step is step k. Its Quotes are shared.
func (l *Slides) Step(k int) Step { return l.all[k] }

// OfEvent is the step that shows event i of the story; -1 where none does.
func (l *Slides) OfEvent(i int) int { return at(l.events, i) }

// OfQuote is the step that shows quote i of the story; -1 where none does.
func (l *Slides) OfQuote(i int) int { return at(l.quotes, i) }

func at(known map[int]int, i int) int {
	if k, ok := known[i]; ok {
		return k
	}
	return -1
}

// From is the first step of what begins on a day or later.
func (l *Slides) From(d story.Day) int {
	k, _ := slices.BinarySearchFunc(l.all, d, func(x Step, d story.Day) int {
		if Begins(x.When) < d {
			return -1
		}
		return 1
	})
	return k
}

// Begins is the first day of a dated Moment; of one with an open beginning the day that is known.
func Begins(m story.Moment) story.Day {
	if m.Earliest.Bounded() {
		return m.Earliest
	}
	return m.Latest
}

// spare is how much may stand beside a quote in its sentence, in bytes, for the quote to be shown by itself: "the mayor of
// the harbour town said on Saturday". What is longer tells more than who speaks.
const spare = 110

// Words is the quote that step k shows in its own words; -1 where the sentence is shown, with all that is quoted in it.
func (l *Slides) Words(s *story.Story, k int) int {
	return alone(s, l.all[k].Span, l.all[k].Quotes)
}

// alone is the one quote of a stretch that can stand by itself; -1 where there is none.
func alone(s *story.Story, span story.Span, quotes []int) int {
	if len(quotes) != 1 {
		return -1
	}
	q := &s.Quotes[quotes[0]]
	if q.Partial || span.Len()-q.Span.Len() > spare {
		return -1
	}
	return quotes[0]
}

// nearby is how far around a place others are shown with it, in degrees: what lies farther away is named at the map's edge.
const nearby = 5.0

// Near is a place and those near it where something visible happens: what a map beside a step shows.
func Near(v story.View, at orb.Point) []orb.Point {
	out := []orb.Point{at}
	for i := range v.Marks {
		m := &v.Marks[i]
		if d := m.At[0] - at[0]; m.Filled && !m.Country && d > -1.6*nearby && d < 1.6*nearby && m.At[1]-at[1] < nearby && at[1]-m.At[1] < nearby {
			out = append(out, m.At)
		}
	}
	return out
}
