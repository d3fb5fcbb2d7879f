package geocode

import (
	"math"

	"dateline/geo"
)

// Mass gives the evidence that one document's choices lend to others: every distinct place counts once, by its
// probability, so that one long article does not outweigh ten short ones. Masses are whole 1024ths, so that sums of them are
// exact and do not depend on the order of the documents.
func Mass(choices []Choice) Prior {
	p := Prior{Country: map[string]float64{}, Admin1: map[string]float64{}, Place: map[geo.PlaceID]float64{}}
	for i := range choices {
		c := &choices[i]
		if !c.Placed {
			continue
		}
		v := math.Round(1024*c.P*math.Max(0, 1-c.Doubt)) / 1024
		if had := p.Place[c.Place.ID]; had < v {
			p.Place[c.Place.ID] = v
			if c.Place.Country != "" {
				p.Country[c.Place.Country] += v - had
				if c.Place.Admin1 != "" {
					p.Admin1[c.Place.Country+"."+c.Place.Admin1] += v - had
				}
			}
		}
	}
	return p
}

// Add adds k times o to p; k is -1 to take a document's own evidence out again. It does not change o.
func (p *Prior) Add(o Prior, k float64) {
	if p.Country == nil {
		p.Country = map[string]float64{}
	}
	if p.Admin1 == nil {
		p.Admin1 = map[string]float64{}
	}
	if p.Place == nil {
		p.Place = map[geo.PlaceID]float64{}
	}
	add(p.Country, o.Country, k)
	add(p.Admin1, o.Admin1, k)
	add(p.Place, o.Place, k)
}

func add[K comparable](to, from map[K]float64, k float64) {
	for key, v := range from {
		if to[key] += k * v; to[key] < 1e-9 {
			delete(to, key)
		}
	}
}
