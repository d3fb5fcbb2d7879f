package slides_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/slides"
	"dateline/app/story"
)

// two is an article of three sentences: two events and a quote in the second, one event in the first, none in the third.
func two() *story.Story {
	text := "Rain fell on the town. “We waited for the ferry,” she said, and it came. Nobody knows more."
	span := func(w string) story.Span {
		i := strings.Index(text, w)
		return story.Span{Start: i, End: i + len(w)}
	}
	a := &story.Article{Document: story.Document{ID: "a", Text: text},
		Sentences: []story.Span{span("Rain fell on the town."), span("“We waited for the ferry,” she said, and it came."), span("Nobody knows more.")}}
	return &story.Story{Articles: []*story.Article{a},
		Quotes: []story.Quote{{Span: span("“We waited for the ferry,”"), Speaker: -1, When: story.On(3, 1, 0)}},
		Events: []story.Event{
			{Span: span("it came"), Sentence: a.Sentences[1], When: story.On(3, 1, 0), P: 0.5},
			{Span: span("We waited"), Sentence: a.Sentences[1], When: story.On(2, 1, 0), P: 0.8},
			{Span: span("Rain fell"), Sentence: a.Sentences[0], When: story.On(9, 1, 0), P: 0.8},
			{Span: a.Sentences[2], Sentence: a.Sentences[2], P: 0.8},
		}}
}

func ExampleOf() {
	s := two()
	all := slides.Of(s, []int{0, 1, 2, 3}, []int{0})
	for k := range all.Len() {
		x := all.Step(k)
		fmt.Println(x.When.Earliest, x.Span.In(s.Articles[x.Doc].Text), x.Event, all.Words(s, k))
	}
	// Output:
	// 1970-01-03 “We waited for the ferry,” she said, and it came. 1 0
	// 1970-01-10 Rain fell on the town. 2 -1
}

func TestStepsKnowWhatTheyShow(t *testing.T) {
	all := slides.Of(two(), []int{0, 1, 2, 3}, []int{0})
	for i, want := range []int{0, 0, 1, -1, -1} {
		if got := all.OfEvent(i); got != want {
			t.Errorf("event %d is on step %d, want %d", i, got, want)
		}
	}
	if all.OfQuote(0) != 0 || all.OfQuote(1) != -1 {
		t.Error("the quote is not on the step of its sentence")
	}
	for day, want := range map[story.Day]int{0: 0, 2: 0, 3: 1, 9: 1, 10: 2} {
		if got := all.From(day); got != want {
			t.Errorf("from day %d on: step %d, want %d", day, got, want)
		}
	}
	if all := slides.Of(&story.Story{}, nil, nil); all.Len() != 0 {
		t.Errorf("a story of nothing has %d steps", all.Len())
	}
}
