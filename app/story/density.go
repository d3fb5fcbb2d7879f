package story

import (
	"dateline/geo"
	"dateline/geo/heat"
	"github.com/paulmach/orb"
)

// Density is where the visible events of v lie, for the map to show how close together they are. An event that may have
// happened on other days too counts with its part in the Period. What is only known to be in a country or a continent
// lies nowhere, and who acts from a capital did not act there; what is known to a region lies all over it.
func Density(s *Story, v View) []heat.Spot {
	d := density{at: map[spotKey]int{}}
	for k, i := range v.Events {
		d.add(&s.Events[i], v.EventShare[k])
	}
	return d.spots
}

// DensityMost is the number of events that has the strongest colour, a round one: what the fullest place has in the whole
// time of the story, so that colours mean the same while the Period moves.
func DensityMost(s *Story, f Filter) float64 {
	d := density{at: map[spotKey]int{}}
	for _, i := range Passing(s, f) {
		d.add(&s.Events[i], 1)
	}
	most := 0.0
	for i := range d.spots {
		most = max(most, d.spots[i].Events)
	}
	return heat.Round(most)
}

// density gathers events by where they lie.
type density struct {
	at    map[spotKey]int
	spots []heat.Spot
}

type spotKey struct {
	at    orb.Point
	reach float64
}

func (d *density) add(e *Event, part float64) {
	if e.Where == nil || e.Where.Actor || e.Mention {
		return
	}
	p := &e.Where.Place
	if p.Kind == geo.KindCountry || Vague(p) {
		return
	}
	key := spotKey{at: p.Anchor}
	if p.Kind.Area() {
		key = spotKey{p.Point, p.SpanKM / 2}
	}
	i, met := d.at[key]
	if !met {
		i = len(d.spots)
		d.at[key] = i
		d.spots = append(d.spots, heat.Spot{At: key.at, ReachKM: key.reach})
	}
	d.spots[i].Events += part
}
