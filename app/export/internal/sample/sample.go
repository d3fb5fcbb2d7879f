// Package sample has a small made-up story for the tests of the formats.
package sample

import (
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// Story is a small story made by hand: an event at a city, one in a country, one nowhere, a quote with a ring.
func Story() *story.Story {
	text := "Żółw: police arrested two men in Lisbon on Monday. =“It is over,” the mayor said."
	span := func(w string) story.Span {
		i := strings.Index(text, w)
		return story.Span{Start: i, End: i + len(w)}
	}
	day := story.NewDay(2024, 5, 13)
	lisbon := geo.Place{ID: 2267057, Name: "Lisbon", Kind: geo.KindCity, Point: orb.Point{-9.1333333, 38.7166666}, Anchor: orb.Point{-9.1333333, 38.7166666}, Country: "PT"}
	portugal := geo.Place{ID: 2264397, Name: "Portugal", Kind: geo.KindCountry, Point: orb.Point{-8, 39.5}, Anchor: lisbon.Point, AnchorName: "Lisbon", Country: "PT"}
	a := &story.Article{
		Document:  story.Document{ID: "d1", File: "a.txt", Title: "Arrests", URL: "https://www.a.example/1", Text: text},
		Published: story.Publication{Kind: story.DateExplicit, Best: day + 1, From: day + 1, To: day + 1, From50: day + 1, To50: day + 1, P: 0.95, Reasons: []story.Reason{story.Why("x.code", "a")}},
		Sentences: []story.Span{{Start: 0, End: 54}, {Start: 55, End: len(text)}},
		Zones:     []story.Zone{{Span: story.Span{Start: 0, End: len(text)}, Kind: story.ZoneBody}},
		Toponyms: []story.Toponym{{Span: span("Lisbon"), Name: "Lisbon", Kind: geo.KindCity, Placed: true, Place: lisbon, P: 0.9, UseP: 0.8, NameP: 0.99,
			Rivals: []story.Candidate{{Place: geo.Place{ID: -5, Name: "Lisbon", Kind: geo.KindCity, Country: "US", Admin1Name: "Ohio"}, P: 0.1}}}},
		Timexes: []story.Timex{{Span: span("Monday"), Value: "2024-05-13", Moment: story.On(day, 0.9, story.BasisNone), P: 0.9}},
		People:  []story.Person{{Name: "Rui Gomes"}},
	}
	return &story.Story{
		Title:    "Sample",
		Articles: []*story.Article{a},
		Speakers: []story.Speaker{{Name: "Rui Gomes", Aliases: []string{"Rui Gomes", "the mayor"}, Role: "mayor", Country: "PT"}},
		Quotes: []story.Quote{{Doc: 0, Span: span("“It is over,”"), Speaker: 0, By: span("the mayor"), Cue: span("said"), P: 0.9,
			When:  story.Moment{Earliest: day, Latest: day + 1, Precision: story.PrecisionDay, Basis: story.BasisPublication, P: 0.6},
			Where: &story.Spot{Place: portugal, Toponym: -1, Actor: true, P: 0.6}, Events: []int{0}}},
		Events: []story.Event{
			{Same: "e1", Doc: 0, Span: span("police arrested two men in Lisbon on Monday"), Sentence: a.Sentences[0], Trigger: span("arrested"), What: "arrest",
				Where: &story.Spot{Place: lisbon, P: 0.9}, When: story.On(day, 0.9, story.BasisClause), Who: []int{0}, Quotes: []int{0}, P: 0.7},
			{Same: "e2", Doc: 0, Span: a.Sentences[0], Sentence: a.Sentences[0], What: "=vote", P: 0.5},
		},
		Claims: []story.Claim{{Event: "e1", Doc: 0, Stance: story.StanceReports, Speaker: 0, Span: a.Sentences[0], P: 0.5}},
	}
}

// Asked is the story with a question among its slides: the arrest, where that was, what the mayor said.
func Asked() (*story.Story, slides.Run) {
	s := Story()
	s.Articles[0].Toponyms[0].UseP = 0.95
	story.Identify(s)
	r := slides.Run{}.Own(s, slides.Of(s, story.Passing(s, story.Filter{}), story.PassingQuotes(s, story.Filter{})))
	return s, r.Put(1, slides.Questions(s)[0].Slide)
}

// Content is all of s, to be written.
func Content(s *story.Story) export.Content {
	return export.Content{Story: s, View: story.Visible(s, story.Period{}, story.Filter{})}
}

// Written is c as f writes it.
func Written(t *testing.T, f export.Format, c export.Content) string {
	t.Helper()
	var b strings.Builder
	if err := export.Write(context.Background(), &b, f, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Golden holds got against the file at path, or writes that file when the test is run with -update.
func Golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", path, diff)
	}
}

var update = flag.Bool("update", false, "rewrite the golden files")
