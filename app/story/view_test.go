package story

import (
	"fmt"
	"strings"
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

func TestVisible_WhatIsOnlyNamedIsNoEvent(t *testing.T) {
	s := viewStory()
	before := Visible(s, Period{}, Filter{})
	s.Events = append(s.Events, Event{Where: spot(geo.Place{ID: 9, Name: "Named", Kind: geo.KindCity, Anchor: orb.Point{5, 5}}, false), Mention: true, P: 1})
	v := Visible(s, Period{}, Filter{})
	if fmt.Sprint(v.Named) != "[5]" {
		t.Errorf("named %v, want [5]", v.Named)
	}
	v.Named = nil
	if d := cmp.Diff(before, v, cmp.AllowUnexported(Mark{})); d != "" {
		t.Errorf("a place that is only named changes what happened:\n%s", d)
	}
}

// Where a story tells of no event at all, the places that it names are marked, quietly; a single event that is shown
// leaves them to the list.
func TestVisible_PlacesOfAStoryWithoutEventsAreMarked(t *testing.T) {
	town := geo.Place{ID: 9, Name: "Town", Kind: geo.KindCity, Anchor: orb.Point{5, 5}}
	country := geo.Place{ID: 10, Name: "Land", Kind: geo.KindCountry, Anchor: orb.Point{7, 7}, AnchorName: "Seat"}
	seat := geo.Place{ID: 11, Name: "Seat", Kind: geo.KindCity, Anchor: orb.Point{7, 7}}
	wide := geo.Place{ID: 12, Name: "Everywhere", Kind: geo.KindContinent, Anchor: orb.Point{1, 1}}
	name := func(p geo.Place) Event { return Event{Where: spot(p, false), Mention: true, P: 0.5} }
	for _, c := range []struct {
		name   string
		events []Event
		least  float64 // Filter.MinP
		want   string  // names of the marks, with how often each is named
	}{
		{"a town that is named twice is one mark", []Event{name(town), name(town)}, 0, "Town 2"},
		{"a country has its own name, not its capital's", []Event{name(country)}, 0, "Land 1"},
		{"a country and its capital are one mark, with the name of the town", []Event{name(country), name(seat)}, 0, "Seat 2"},
		{"a continent has no point", []Event{name(wide)}, 0, ""},
		{"with an event nothing else is marked", []Event{name(town), {Where: spot(capital, false), P: 1}}, 0, "Capital 0"},
		{"an event that is not shown since it is not likely is none, and names its place", []Event{name(town), {Where: spot(capital, false), P: 0.1}}, 0, "Capital 1, Town 1"},
		{"unless the place itself is not likely", []Event{name(town), {Where: &Spot{Place: capital, P: 0.3}, P: 0.1}}, 0, "Town 1"},
		{"asked for, it is one", []Event{name(town), {Where: spot(capital, false), P: 0.1}}, -1, "Capital 0"},
	} {
		got := []string{}
		v := Visible(&Story{Events: c.events}, Period{}, Filter{MinP: c.least})
		for _, m := range v.Marks {
			got = append(got, fmt.Sprint(m.Name(), " ", len(m.Named)))
			if m.OnlyNamed() == m.Filled {
				t.Errorf("%s: %+v", c.name, m)
			}
		}
		if strings.Join(got, ", ") != c.want || len(v.Wide) > 0 || len(v.Named) == 0 {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
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
			if got, ok := reasonSentence(code); !ok || got != s {
				t.Errorf("%q is not found: it begins as those of another table do", code)
			}
		}
	}
}

func TestReason_In(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"no places", "it is so", "it is so"},
		{"places in any order", "{1} before {0}", "b before a"},
		{"one twice", "{0}{0}.", "aa."},
		{"one without an argument stays", "{2} and {0}", "{2} and a"},
		{"other braces stay", "{x} {} {0", "{x} {} {0"},
	} {
		r := Why("x", "a", "b")
		var pieces strings.Builder
		r.pieces(c.sentence, func(s string) { pieces.WriteString(s) })
		if got := r.In(c.sentence); got != c.want || pieces.String() != c.want {
			t.Errorf("%s: %q and %q, want %q", c.name, got, pieces.String(), c.want)
		}
	}
	if got := Why("x", "{1}", "b").In("{0} {1}"); got != "{1} b" {
		t.Errorf("an argument is taken for a place: %q", got)
	}
}

func TestPeriod_Share(t *testing.T) {
	d := NewDay(2025, 3, 10)
	span := func(from, to Day) Moment { return Moment{Earliest: from, Latest: to, Precision: PrecisionDay} }
	for _, c := range []struct {
		name string
		p    Period
		m    Moment
		want float64
	}{
		{"everything", Period{}, span(d, d+9), 1},
		{"everything, undated", Period{}, Moment{}, 1},
		{"a day inside", Between(d-1, d+1), span(d, d), 1},
		{"a range inside", Between(d-1, d+9), span(d, d+3), 1},
		{"half of a range", Between(d, d+4), span(d, d+9), 0.5},
		{"one day of a year", Between(d, d), span(NewDay(2025, 1, 1), NewDay(2025, 12, 31)), 1.0 / 365},
		{"outside", Between(d, d), span(d+1, d+3), 0},
		{"undated", Between(d, d), Moment{}, 0},
		{"before a day: the last day of a year", Between(d, d), span(DayMin, d), 1.0 / 365},
		{"before a day, long ago", Between(d-9000, d-9000), span(DayMin, d), 1.0 / 365},
		{"since a day", Between(d, d+72), span(d, DayMax), 0.2},
	} {
		if got := c.p.Share(c.m); got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("%s: %.4f, want %.4f", c.name, got, c.want)
		}
	}
}

func TestVisible_VagueThingsWeighLessAndHaveNoPoint(t *testing.T) {
	west := geo.Place{ID: 7, Name: "The West", Kind: geo.KindRegion, SpanKM: 9000, Anchor: orb.Point{-30, 48}}
	land := geo.Place{ID: 8, Name: "Land", Kind: geo.KindCountry, Anchor: capital.Anchor, AnchorName: "Capital"}
	sure, vague := On(10, 1, BasisClause), Moment{Earliest: 1, Latest: 100, Precision: PrecisionMonth}
	s := &Story{Events: []Event{{When: sure, Where: spot(capital, false), P: 1}, {When: vague, Where: spot(land, false), P: 1}, {When: vague, Where: spot(west, false), P: 1}},
		Quotes: []Quote{{Speaker: -1, When: vague, Where: spot(west, true)}}}
	v := Visible(s, Between(9, 11), Filter{})
	if fmt.Sprint(v.EventShare, v.QuoteShare) != "[1 0.03 0.03] [0.03]" || v.Inside != 1 || len(v.Events) != 3 {
		t.Errorf("shares %v %v, %d inside", v.EventShare, v.QuoteShare, v.Inside)
	}
	if len(v.Marks) != 1 || v.Marks[0].Share != 1 || v.Marks[0].Coarse != 1 || len(v.Marks[0].Events) != 2 {
		t.Errorf("marks %+v", v.Marks)
	}
	if len(v.Wide) != 1 || v.Wide[0].Name() != "The West" || v.Wide[0].Share != 0.03 || len(v.Wide[0].Events) != 1 {
		t.Errorf("wide %+v", v.Wide)
	}
}
