package story

import (
	"testing"

	"dateline/geo"
	"dateline/geo/heat"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

func TestDensity_LiesWhereTheTextPutsIt(t *testing.T) {
	wide := region
	wide.Point, wide.SpanKM = orb.Point{1.2, 1.1}, 80
	s := viewStory()
	s.Events[0].Where = spot(wide, false) // days 8 to 12
	s.Events[1].Where = spot(town, false)
	s.Events = append(s.Events,
		Event{When: On(10, 1, BasisClause), Where: spot(town, false), P: 1},
		Event{When: On(10, 1, BasisClause), Where: spot(capital, true), P: 1},
		Event{When: On(10, 1, BasisClause), Where: spot(geo.Place{ID: 9, Kind: geo.KindContinent, SpanKM: 4000}, false), P: 1},
		Event{When: On(10, 1, BasisClause), Where: spot(town, false), P: 1, Mention: true})
	at := func(p orb.Point, events, reach float64) heat.Spot {
		return heat.Spot{At: p, Events: events, ReachKM: reach}
	}
	for _, c := range []struct {
		name string
		p    Period
		f    Filter
		want []heat.Spot
		most float64
	}{
		{"all dates: a region's event all over the region, none for country, continent and who acts from a capital", Period{}, Filter{},
			[]heat.Spot{at(wide.Point, 1, 40), at(town.Anchor, 2, 0), at(capital.Anchor, 1, 0)}, 5},
		{"of a period the part of an event that lies in it", Between(10, 10), Filter{}, []heat.Spot{at(wide.Point, 0.2, 40), at(town.Anchor, 2, 0)}, 5},
		{"nothing of a filter that leaves events out", Period{}, Filter{HideEvents: true}, nil, 5},
	} {
		if d := cmp.Diff(c.want, Density(s, Visible(s, c.p, c.f))); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
		if got := DensityMost(s, c.f); got != c.most {
			t.Errorf("%s: the strongest colour is of %v events", c.name, got)
		}
	}
	for range 18 {
		s.Events = append(s.Events, s.Events[1])
	}
	if got := DensityMost(s, Filter{}); got != 20 {
		t.Errorf("of 20 events at one place the strongest colour is of %v", got)
	}
}
