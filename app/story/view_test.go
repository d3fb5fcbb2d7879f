package story

import (
	"testing"

	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

var (
	town    = geo.Place{ID: 1, Name: "Town", Kind: geo.KindCity, Anchor: orb.Point{1, 1}}
	region  = geo.Place{ID: 2, Name: "Town Region", Kind: geo.KindAdmin1, Anchor: orb.Point{1, 1}, AnchorName: "Town"}
	country = geo.Place{ID: 3, Name: "Land", Kind: geo.KindCountry, Anchor: orb.Point{9, 9}, AnchorName: "Capital"}
	capital = geo.Place{ID: 4, Name: "Capital", Kind: geo.KindCity, Anchor: orb.Point{9, 9}}
)

func spot(p geo.Place, actor bool) *Spot { return &Spot{Place: p, Actor: actor, P: 0.9} }

// viewStory has: a town event on day 10, a region event 8..12, a country event on 20, an undated one in the capital,
// a quote from the country's seat on 10, and the country as an actor on 10.
func viewStory() *Story {
	return &Story{
		Articles: []*Article{{Toponyms: []Toponym{{Placed: true, Place: country, P: 0.8, Use: UseActor}}}},
		Events: []Event{
			{When: Moment{Earliest: 8, Latest: 12, Precision: PrecisionWeek}, Where: spot(region, false), P: 1},
			{When: On(10, 1, BasisClause), Where: spot(town, false), P: 1},
			{When: On(20, 1, BasisClause), Where: spot(country, false), P: 1},
			{Where: spot(capital, false), P: 1},
			{When: On(10, 1, BasisClause), P: 1},
		},
		Quotes: []Quote{
			{When: On(10, 1, BasisClause), Where: spot(country, true)},
			{When: On(10, 1, BasisClause), Scare: true},
		},
		Actors: []Actor{{When: On(10, 1, BasisClause)}},
	}
}

func TestVisible(t *testing.T) {
	type mark struct {
		Name                        string
		Filled, Ring, Area, Country bool
		Events                      int
	}
	for _, c := range []struct {
		name             string
		p                Period
		f                Filter
		events, quotes   int
		undated, places  int
		unplaced, actors int
		marks            []mark
	}{
		{"everything, undated things included", Period{}, Filter{}, 5, 1, 1, 2, 1, 1, []mark{
			{"Capital", true, true, true, false, 2}, {"Town", true, false, true, false, 2}}},
		{"a day: no undated things, intervals that touch it", Between(10, 10), Filter{}, 3, 1, 0, 1, 1, 1, []mark{
			{"Town", true, false, true, false, 2}, {"Capital", false, true, false, false, 0}}},
		{"both ends are inclusive", Between(12, 20), Filter{}, 2, 0, 0, 2, 0, 0, []mark{
			{"Capital", true, false, true, true, 1}, {"Town", true, false, true, false, 1}}},
		{"rings can be switched off", Between(10, 10), Filter{HideActors: true}, 3, 1, 0, 1, 1, 0, []mark{
			{"Town", true, false, true, false, 2}}},
		{"nothing there", Between(99, 100), Filter{}, 0, 0, 0, 0, 0, 0, nil},
	} {
		v := Visible(viewStory(), c.p, c.f)
		if len(v.Events) != c.events || len(v.Quotes) != c.quotes || v.Undated != c.undated || v.Places != c.places ||
			v.Unplaced != c.unplaced || len(v.Actors) != c.actors {
			t.Errorf("%s: events %v, quotes %v, actors %v, undated %d, places %d, unplaced %d", c.name, v.Events, v.Quotes, v.Actors, v.Undated, v.Places, v.Unplaced)
		}
		var got []mark
		for _, m := range v.Marks {
			got = append(got, mark{m.Name(), m.Filled, m.Ring, m.Area, m.Country, len(m.Events)})
		}
		if d := cmp.Diff(c.marks, got); d != "" {
			t.Errorf("%s: marks (-want +got)\n%s", c.name, d)
		}
	}
}

func TestVisible_SeatOfPowerStandsAtItsCity(t *testing.T) {
	palace := geo.Place{ID: 5, Name: "Palace", Kind: geo.KindSeat, Anchor: orb.Point{9.01, 9.01}}
	suburb := geo.Place{ID: 6, Name: "Suburb", Kind: geo.KindCity, Anchor: orb.Point{9.01, 9.0}}
	for _, c := range []struct {
		name  string
		order []geo.Place
		want  string
	}{
		{"city first", []geo.Place{capital, palace}, "Capital"},
		{"seat first", []geo.Place{palace, capital}, "Capital"},
		{"seat alone", []geo.Place{palace}, "Palace"},
	} {
		s := &Story{}
		for _, p := range c.order {
			s.Events = append(s.Events, Event{Where: spot(p, true), P: 1})
		}
		v := Visible(s, Period{}, Filter{})
		if len(v.Marks) != 1 || v.Marks[0].Name() != c.want || len(v.Marks[0].Events) != len(c.order) {
			t.Errorf("%s: %+v", c.name, v.Marks)
		}
	}
	s := &Story{Events: []Event{{Where: spot(capital, false), P: 1}, {Where: spot(suburb, false), P: 1}}}
	if v := Visible(s, Period{}, Filter{}); len(v.Marks) != 2 {
		t.Errorf("two towns near each other are %d marks", len(v.Marks))
	}
}

func TestVisible_NilStoryIsEmpty(t *testing.T) {
	if v := Visible(nil, Between(1, 2), Filter{}); len(v.Events)+len(v.Marks) != 0 {
		t.Errorf("%v", v)
	}
}

func TestArticle_ZoneAndSentenceAt(t *testing.T) {
	a := Article{
		Zones:     []Zone{{Span{0, 5}, ZoneHeadline}, {Span{5, 20}, ZoneBody}},
		Sentences: []Span{{0, 4}, {6, 12}, {13, 20}},
	}
	for _, c := range []struct {
		at       int
		zone     ZoneKind
		sentence Span
	}{
		{0, ZoneHeadline, Span{0, 4}}, {4, ZoneHeadline, Span{}}, {5, ZoneBody, Span{}}, {6, ZoneBody, Span{6, 12}},
		{19, ZoneBody, Span{13, 20}}, {20, ZoneBody, Span{}}, {-1, ZoneBody, Span{}},
	} {
		if z, s := a.ZoneAt(c.at), a.SentenceAt(c.at); z != c.zone || s != c.sentence {
			t.Errorf("at %d: %v %v", c.at, z, s)
		}
	}
}

func TestReason_WordsItself(t *testing.T) {
	if got := Why("no.such.code", "a", "b").String(); got != "no.such.code a, b" {
		t.Error(got)
	}
	for _, m := range []map[string]string{placeReasons, timeReasons, quoteReasons, eventReasons} {
		for code, s := range m {
			if code == "" || s == "" {
				t.Errorf("empty reason %q: %q", code, s)
			}
		}
	}
}
