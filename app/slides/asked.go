package slides

import (
	"slices"

	"dateline/app/quiz"
	"dateline/app/story"
)

// SlideOfQuestion makes a slide of a question. The same question has the same ID each time.
func SlideOfQuestion(s *story.Story, q *quiz.Question) Slide {
	x := Slide{Kind: Asked, Ask: q.Kind, ID: "ask/" + q.Kind.String()}
	for i := range q.Texts {
		t := &q.Texts[i]
		a := s.Articles[t.Doc]
		p := Part{Article: a.ID, Span: t.Span, Words: t.Span.In(a.Text), Event: q.Event, Quote: q.Quote}
		if len(q.Events) > 0 {
			p.Event = q.Events[i]
		}
		x.ID += "/" + string(p.Event) + string(p.Quote)
		x.Parts = append(x.Parts, p)
	}
	return x
}

// Questions are slides of all questions that can be asked about a story, in order of time: of what has no day at the end.
func Questions(s *story.Story) []Shown {
	all := quiz.NewFinder(s).All()
	r := resolver{s: s}
	out := make([]Shown, len(all))
	for i := range all {
		out[i] = Shown{Slide: SlideOfQuestion(s, &all[i]), Question: all[i], When: r.whenAsked(&all[i])}
	}
	slices.SortStableFunc(out, func(a, b Shown) int {
		switch {
		case a.When.Dated() != b.When.Dated():
			if a.When.Dated() {
				return -1
			}
			return 1
		case a.When.Dated():
			return a.When.Compare(b.When)
		}
		return 0
	})
	return out
}

// asked finds the question of a slide, as the story makes it now.
func (r *resolver) asked(out *Shown) {
	about := make([]quiz.About, len(out.Parts))
	for i, p := range out.Parts {
		doc, ok := r.locate(&p)
		if !ok {
			out.Gone = true
			return
		}
		about[i] = quiz.About{Event: p.Event, Quote: p.Quote, Doc: doc, Span: p.Span}
	}
	if r.asks == nil {
		r.asks = quiz.NewFinder(r.s)
	}
	q, ok := r.asks.Find(out.Ask, about)
	out.Question, out.Gone = q, !ok
	if ok {
		out.When = r.whenAsked(&q)
	}
}

// whenAsked is the last day that a question is about: it can be asked of a class that has heard of that.
func (r *resolver) whenAsked(q *quiz.Question) (out story.Moment) {
	later := func(m story.Moment) {
		if m.Dated() && (!out.Dated() || m.Compare(out) > 0) {
			out = m
		}
	}
	if i := r.s.QuoteAt(q.Quote); i >= 0 {
		later(r.s.Quotes[i].When)
	}
	for _, id := range append([]story.EventID{q.Event}, q.Events...) {
		if i := r.s.EventAt(id); i >= 0 {
			later(r.s.Events[i].When)
		}
	}
	return out
}
