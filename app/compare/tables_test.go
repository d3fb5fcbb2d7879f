package compare

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/geo"
)

// TestTables_CountArticlesEventsAndQuotes: of a story of three articles, by hand.
func TestTables_CountArticlesEventsAndQuotes(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	port, town := geo.Place{ID: 1, Name: "Port"}, geo.Place{ID: 2, Name: "Town"}
	at := func(p geo.Place, actor bool) *story.Spot { return &story.Spot{Place: p, P: 1, Actor: actor} }
	on := func(n int) story.Moment { return story.On(d+story.Day(n), 1, story.BasisClause) }
	s := &story.Story{
		Articles: []*story.Article{{Document: story.Document{ID: "a"}, Toponyms: []story.Toponym{{Name: "Port", Placed: true, Place: port}, {Name: "Porto", Placed: true, Place: port}, {Name: "Port", Placed: true, Place: port}}}, {Document: story.Document{ID: "b"}}, {Document: story.Document{ID: "c"}}},
		Speakers: []story.Speaker{{Name: "Ann Roe", Aliases: []string{"Ann Roe", "Mayor Roe"}}, {Name: "Nobody"}, {Name: "Bo Lind"}},
		Events: []story.Event{
			{Doc: 0, P: 1, When: on(0), Where: at(port, false), Who: []int{0, 0}},
			{Doc: 0, P: 1, When: on(9), Where: at(port, false), Who: []int{2}},
			{Doc: 1, P: 1, Where: at(port, false)},
			{Doc: 1, P: 0.1, When: on(20), Where: at(port, false), Who: []int{0}}, // not likely
			{Doc: 2, P: 1, When: on(3), Where: at(town, true)},                    // from where somebody acts
			{Doc: 2, P: 1, When: on(3), Where: at(town, false), Mention: true},
		},
		Quotes: []story.Quote{{Doc: 0, Speaker: 0, When: on(4)}, {Doc: 2, Speaker: 0, When: on(5), Where: at(town, false)}, {Doc: 2, Speaker: -1, When: on(7)},
			{Doc: 1, Speaker: 2, Kind: story.QuoteIndirect, When: on(30)}, {Doc: 1, Speaker: 2, Scare: true}},
	}
	show := func(all []Entry) string {
		var out []string
		for _, e := range all {
			name, days := e.Place.Name, "undated"
			if e.Speaker >= 0 {
				name = s.Speakers[e.Speaker].Name
			}
			if e.Dated {
				days = fmt.Sprint(int(e.First-d), "..", int(e.Last-d))
			}
			out = append(out, fmt.Sprintf("%s (%s): %d articles, %d events, %d quotes, %s", name, strings.Join(e.Names, "/"), e.Docs, e.Events, e.Quotes, days))
		}
		return strings.Join(out, "\n")
	}
	if got, want := show(People(s, nil)), "Ann Roe (Ann Roe/Mayor Roe): 2 articles, 1 events, 2 quotes, 0..5\nBo Lind (): 1 articles, 1 events, 0 quotes, 9..9"; got != want {
		t.Errorf("people:\n%s\nwant\n%s", got, want)
	}
	if got, want := show(Places(s, nil)), "Port (Port/Porto): 2 articles, 3 events, 0 quotes, 0..9\nTown (): 1 articles, 0 events, 1 quotes, 5..5"; got != want {
		t.Errorf("places:\n%s\nwant\n%s", got, want)
	}
	if got, want := show(Places(s, []int{1})), "Port (): 1 articles, 1 events, 0 quotes, undated"; got != want {
		t.Errorf("places of one article: %s, want %s", got, want)
	}
}
