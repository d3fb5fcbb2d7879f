package engine

import (
	"maps"

	"dateline/geo"
	"dateline/geo/geocode"
)

// lend gives each article the mass of the other articles of its group; articles of the group "" get nothing. places
// says whether chosen places are lent too, and not only countries and regions. Sums are taken in the order of keys and
// not of articles, so that the order of articles does not matter.
func lend(choices [][]geocode.Choice, groups []string, titles []string, places bool) []geocode.Prior {
	own := make([]geocode.Prior, len(choices))
	members := map[string][]int{}
	for i := range choices {
		if groups[i] != "" {
			members[groups[i]] = append(members[groups[i]], i)
			own[i] = geocode.Mass(choices[i])
		}
	}
	out := make([]geocode.Prior, len(choices))
	for _, group := range members {
		if len(group) < 2 {
			continue
		}
		country, admin1, place := sums{}, sums{}, placeSums{tally[geo.PlaceID]{}}
		for _, i := range group {
			country.add(own[i].Country)
			admin1.add(own[i].Admin1)
			if places {
				place.add(own[i].Place)
			}
		}
		most := lenders(own, group)
		for _, i := range group {
			if titles != nil {
				out[i].Lender = func(key string) string { return most.title(key, i, titles) }
			}
			out[i].Country = country.without(own[i].Country)
			out[i].Admin1 = admin1.without(own[i].Admin1)
			if places {
				out[i].Place = place.among(choices[i], own[i].Place)
			}
		}
	}
	return out
}

// lending is who lends most of a key, and who comes second, for the one that lends most itself. -1 is nobody.
type lending map[string][2]int

func lenders(own []geocode.Prior, group []int) lending {
	out := lending{}
	mass := func(i int, key string) float64 {
		if i < 0 {
			return 0
		}
		return own[i].Country[key] + own[i].Admin1[key] // a key is one or the other
	}
	note := func(i int, key string) {
		two, ok := out[key]
		if !ok {
			two = [2]int{-1, -1}
		}
		switch v := mass(i, key); {
		case v > mass(two[0], key):
			two = [2]int{i, two[0]}
		case v > mass(two[1], key):
			two[1] = i
		}
		out[key] = two
	}
	for _, i := range group {
		for key := range own[i].Country {
			note(i, key)
		}
		for key := range own[i].Admin1 {
			note(i, key)
		}
	}
	return out
}

// title names who lends a key to article i.
func (l lending) title(key string, i int, titles []string) string {
	two, ok := l[key]
	if !ok {
		return ""
	}
	if two[0] == i {
		two[0] = two[1]
	}
	if two[0] < 0 {
		return ""
	}
	return titles[two[0]]
}

// tally adds masses up exactly: in steps of a millionth, so that the sum does not depend on the order.
type tally[K comparable] map[K]int64

// placeSums are the masses of places.
type placeSums struct{ tally[geo.PlaceID] }

// among is without, for the places that an article's own names can mean: no others matter to it, and a story of a
// thousand articles names thousands.
func (t placeSums) among(choices []geocode.Choice, own map[geo.PlaceID]float64) map[geo.PlaceID]float64 {
	var m map[geo.PlaceID]float64
	look := func(id geo.PlaceID) {
		v := t.tally[id] - int64(own[id]*step+0.5)
		if id == 0 || v <= 0 {
			return
		}
		if m == nil {
			m = map[geo.PlaceID]float64{}
		}
		m[id] = float64(v) / step
	}
	for i := range choices {
		look(choices[i].Place.ID)
		for k := range choices[i].Rivals {
			look(choices[i].Rivals[k].Place.ID)
		}
	}
	return m
}

type sums = tally[string]

const step = 1e6

func (t tally[K]) add(m map[K]float64) {
	for k, v := range m {
		t[k] += int64(v*step + 0.5)
	}
}

// without is the sum less one article's own share; nil when nothing is left.
func (t tally[K]) without(own map[K]float64) map[K]float64 {
	out := maps.Clone(map[K]int64(t))
	for k, v := range own {
		out[k] -= int64(v*step + 0.5)
	}
	m := make(map[K]float64, len(out))
	for k, v := range out {
		if v > 0 {
			m[k] = float64(v) / step
		}
	}
	if len(m) == 0 {
		return nil
	}
	return m
}
