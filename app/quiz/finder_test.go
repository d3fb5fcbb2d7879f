package quiz_test

import (
	"reflect"
	"testing"

	"dateline/app/quiz"
	"dateline/app/story"
)

// aboutOf is what a question is about, as a slide of it keeps that.
func aboutOf(q *quiz.Question) (out []quiz.About) {
	for i, t := range q.Texts {
		x := quiz.About{Event: q.Event, Quote: q.Quote, Doc: t.Doc, Span: t.Span}
		if len(q.Events) > 0 {
			x.Event = q.Events[i]
		}
		out = append(out, x)
	}
	return out
}

func TestFinder_EveryQuestionIsFoundAgain(t *testing.T) {
	all := goldOf(t, "assets", "samples", "kursk-2025", "gold.jsonl")
	s := told(t, all)
	set := quiz.NewFinder(s).All()
	j := &judge{t: t, s: s, gold: all, asked: map[quiz.Kind]int{}, wrong: map[quiz.Kind]int{}}
	for i := range set {
		q := &set[i]
		j.hold(q)
		about := aboutOf(q)
		for name, forget := range map[string]func(*quiz.About){"by its ids": func(*quiz.About) {}, "where it stands, once the ids are lost": func(x *quiz.About) { x.Event, x.Quote = "", "" }} {
			for k := range about {
				forget(&about[k])
			}
			got, ok := quiz.NewFinder(s).Find(q.Kind, about)
			if !ok || !reflect.DeepEqual(got.Texts, q.Texts) || name == "by its ids" && !reflect.DeepEqual(got, *q) {
				t.Errorf("%v about %q is not found %s:\n%+v\n%+v", q.Kind, q.Texts[0].Span.In(s.Articles[q.Texts[0].Doc].Text), name, got, *q)
			}
			about = aboutOf(q)
		}
	}
	for k := quiz.Where; k <= quiz.Which; k++ {
		if j.asked[k] == 0 || j.wrong[k] > 0 {
			t.Errorf("%v: %d of %d are wrong", k, j.wrong[k], j.asked[k])
		}
	}
}

func TestFinder_FindsNothingWhereNothingIsSure(t *testing.T) {
	s := told(t, goldOf(t, "assets", "samples", "kursk-2025", "gold.jsonl"))
	first := map[quiz.Kind]*quiz.Question{}
	for _, q := range quiz.NewFinder(s).All() {
		if first[q.Kind] == nil {
			first[q.Kind] = &q
		}
	}
	for name, c := range map[string]struct {
		kind  quiz.Kind
		spoil func(*story.Story, *quiz.Question)
		about func([]quiz.About) []quiz.About
	}{
		"a place that is not sure any more": {quiz.Where, func(s *story.Story, q *quiz.Question) {
			e := &s.Events[s.EventAt(q.Event)]
			at := *e.Where
			at.P = 0.3
			e.Where = &at
		}, nil},
		"a day that is not known any more": {quiz.When, func(s *story.Story, q *quiz.Question) { s.Events[s.EventAt(q.Event)].When = story.Moment{} }, nil},
		"a quote that is nobody's":         {quiz.Who, func(s *story.Story, q *quiz.Question) { s.Quotes[s.QuoteAt(q.Quote)].Speaker = -1 }, nil},
		"events that may have been on one day": {quiz.First, func(s *story.Story, q *quiz.Question) {
			s.Events[s.EventAt(q.Events[0])].When = s.Events[s.EventAt(q.Events[1])].When
		}, nil},
		"two events to be put in order": {quiz.First, nil, func(x []quiz.About) []quiz.About { return x[:2] }},
		"what two articles tell":        {quiz.Which, func(s *story.Story, q *quiz.Question) { s.Events[s.EventAt(q.Event)].Weight = 2 }, nil},
		"a question about nothing":      {quiz.Which, nil, func([]quiz.About) []quiz.About { return nil }},
	} {
		q := first[c.kind]
		if q == nil {
			t.Fatalf("%s: there is no question of the kind", name)
		}
		s := *s
		s.Events, s.Quotes = append([]story.Event(nil), s.Events...), append([]story.Quote(nil), s.Quotes...)
		about := aboutOf(q)
		if c.about != nil {
			about = c.about(about)
		}
		if c.spoil != nil {
			c.spoil(&s, q)
		}
		if got, ok := quiz.NewFinder(&s).Find(c.kind, about); ok {
			t.Errorf("%s: %+v is asked", name, got)
		}
	}
}
