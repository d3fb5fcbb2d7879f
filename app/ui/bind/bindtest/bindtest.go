// Package bindtest has the made-up story that the window and what it is told are tested with.
package bindtest

import (
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Story is two articles. In the first, ships leave Port (event e1), Ann Roe is quoted at Valley (e2, the one quote), and
// nobody knows more (e3: without a day or a place).
func Story() *story.Story {
	d := story.NewDay(2024, 5, 1)
	port := geo.Place{ID: 1, Name: "Port", Kind: geo.KindCity, Anchor: orb.Point{10, 50}, Point: orb.Point{10, 50}}
	valley := geo.Place{ID: 2, Name: "Valley", Kind: geo.KindAdmin1, Anchor: orb.Point{12, 51}, AnchorName: "Seat"}
	text := "Ships leave Port\n\nShips left Port on Wednesday. “We waited,” said Ann Roe in Valley on Saturday. Nobody knows more."
	span := func(words string) story.Span {
		i := strings.Index(text, words)
		return story.Span{Start: i, End: i + len(words)}
	}
	s1, s2, s3 := span("Ships left Port on Wednesday."), span("“We waited,” said Ann Roe in Valley on Saturday."), span("Nobody knows more.")
	a := &story.Article{
		Document:  story.Document{ID: "a", File: "a.txt", Title: "Ships leave Port", Text: text},
		Published: story.Publication{Kind: story.DateInferred, Best: d + 4, From: d + 3, To: d + 5},
		Sentences: []story.Span{span("Ships leave Port"), s1, s2, s3},
		Zones:     []story.Zone{{Span: story.Span{Start: 0, End: 18}, Kind: story.ZoneHeadline}, {Span: story.Span{Start: 18, End: len(text)}}},
		Toponyms: []story.Toponym{{Span: story.Span{Start: s1.Start + 11, End: s1.Start + 15}, Placed: true, Place: port, P: 1},
			{Span: span("Valley"), Placed: true, Place: valley, P: 1}},
	}
	b := &story.Article{Document: story.Document{ID: "b", File: "b.txt", Title: "Second", Text: "Second\n\nNothing happened."}}
	s := &story.Story{
		Title: "Port, May 2024", Articles: []*story.Article{a, b},
		Speakers: []story.Speaker{{Name: "Ann Roe", Role: "harbour master"}},
		Quotes: []story.Quote{{Span: span("“We waited,”"), Speaker: 0, When: story.On(d+3, 1, story.BasisClause), Events: []int{1},
			Where: &story.Spot{Place: valley, P: 1}}},
		Events: []story.Event{
			{ID: "e1", Span: s1, Sentence: s1, When: story.On(d, 1, story.BasisClause), Where: &story.Spot{Place: port, P: 1}, P: 1},
			{ID: "e2", Span: s2, Sentence: s2, When: story.On(d+3, 1, story.BasisClause), Where: &story.Spot{Place: valley, P: 1}, P: 1, Quotes: []int{0}},
			{ID: "e3", Span: s3, Sentence: s3, P: 1},
		},
	}
	story.Identify(s)
	return s
}
