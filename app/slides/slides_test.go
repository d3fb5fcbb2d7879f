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

// aside is a story of one sentence: its main clause tells of day 9, if it has one, a relative clause of day 2.
func aside(text, clause string, main bool) *story.Story {
	i := strings.Index(text, clause)
	sentence := story.Span{End: len(text)}
	a := &story.Article{Document: story.Document{ID: "a", Text: text}, Sentences: []story.Span{sentence}}
	s := &story.Story{Articles: []*story.Article{a}, Events: []story.Event{
		{Span: story.Span{Start: i, End: i + len(clause)}, Sentence: sentence, When: story.On(2, 1, 0), P: 0.9, Aside: true},
		{Span: story.Span{End: i}, Sentence: sentence, P: 0.6},
	}}
	if main {
		s.Events[1].When = story.On(9, 1, 0)
	}
	story.Identify(s)
	return s
}

func TestAside_ASentenceIsNotShownUnderTheDayOfItsRelativeClause(t *testing.T) {
	const showed = "Television showed the old mayor among sailors in Port, which floods had reached last year."
	for _, c := range []struct {
		name, text, clause string
		main               bool
		day                story.Day
		want               string
	}{
		{"the day of the main clause, though the other is likelier", showed, "which floods had reached last year", true, 9, showed},
		{"without one the clause alone, with what it says something of", showed, "which floods had reached last year", false, 2, "… among sailors in Port, which floods had reached last year."},
		{"a clause in the middle", "The mayor of Port, who came in 2021, said nothing more at all.", "who came in 2021", false, 2, "The mayor of Port, who came in 2021 …"},
		{"next to nothing would be left out", "This was Port, which floods had reached.", "which floods had reached", false, 2, "This was Port, which floods had reached."},
	} {
		s := aside(c.text, c.clause, c.main)
		got := all(s)
		if got.Len() != 1 || slides.Begins(got.Step(0).When) != c.day {
			t.Errorf("%s: on day %v", c.name, got.Step(0).When)
		}
		if w := words(s, slides.Run{}); len(w) != 1 || w[0] != c.want {
			t.Errorf("%s: %q", c.name, w)
		}
	}
}
