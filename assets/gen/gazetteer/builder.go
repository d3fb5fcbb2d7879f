package main

import (
	"fmt"
	"hash/fnv"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// builder joins the sources into entries.
type builder struct {
	src    *sources
	all    []*gazetteer.Entry
	ids    map[geo.PlaceID]*gazetteer.Entry
	byName map[string][]*gazetteer.Entry // "RU/kursk" -> cities, by folded primary or official name; "alt/RU/koursk" by alternates
	byRef  map[string]*gazetteer.Entry   // "RU", "RU.41", "UA.07.12345"
	seats  map[string]*gazetteer.Entry   // "RU.41" -> its seat
	seats2 map[string]*gazetteer.Entry   // "FR.11.75" -> its seat
	groups map[string]*group             // "RU.41", "RU.41.123": what lies in a division
	cells  map[[2]int][]*gazetteer.Entry // cities by degree, for admin1Near
}

// group sums up the cities of a division.
type group struct {
	n        int
	people   int64
	sum, mid orb.Point // weighted by people, unweighted
	weight   float64
	largest  *gazetteer.Entry
	bound    orb.Bound
}

func newBuilder(s *sources) *builder {
	return &builder{src: s, ids: map[geo.PlaceID]*gazetteer.Entry{}, byName: map[string][]*gazetteer.Entry{},
		byRef: map[string]*gazetteer.Entry{}, seats: map[string]*gazetteer.Entry{}, seats2: map[string]*gazetteer.Entry{},
		groups: map[string]*group{}}
}

// ownID makes a lasting negative id for a place without a GeoNames id.
func (b *builder) ownID(parts ...string) geo.PlaceID {
	h := fnv.New32a()
	h.Write([]byte(strings.Join(parts, "|")))
	for id := -geo.PlaceID(h.Sum32()&0x3FFFFFF) - 1; ; id-- {
		if b.ids[id] == nil {
			return id
		}
	}
}

func (b *builder) add(e *gazetteer.Entry) error {
	if old := b.ids[e.ID]; old != nil {
		return fmt.Errorf("%q and %q share the id %d", old.Name, e.Name, e.ID)
	}
	b.ids[e.ID] = e
	b.all = append(b.all, e)
	return nil
}

func (b *builder) indexName(e *gazetteer.Entry, names ...string) {
	for _, n := range names {
		k := e.Country + "/" + gazetteer.Fold(n)
		l := b.byName[k]
		if len(l) == 0 || l[len(l)-1] != e {
			b.byName[k] = append(l, e)
		}
	}
}

// city finds the most populous city of a country by its main names, else by an alternate.
func (b *builder) city(country, name string) *gazetteer.Entry {
	var best *gazetteer.Entry
	for _, prefix := range []string{"", "alt/"} {
		for _, e := range b.byName[prefix+country+"/"+gazetteer.Fold(name)] {
			if best == nil || e.Population > best.Population {
				best = e
			}
		}
		if best != nil {
			break
		}
	}
	return best
}

// cityIn prefers a city inside the division.
func (b *builder) cityIn(country, admin1, name string) *gazetteer.Entry {
	var best *gazetteer.Entry
	for _, prefix := range []string{"", "alt/"} {
		for _, e := range b.byName[prefix+country+"/"+gazetteer.Fold(name)] {
			if e.Admin1 == admin1 && (best == nil || e.Population > best.Population) {
				best = e
			}
		}
	}
	if best == nil {
		return b.city(country, name)
	}
	return best
}

// resolve finds an entry by reference: "RU", "RU.41", "#524901", "RU:Moscow".
func (b *builder) resolve(ref string) *gazetteer.Entry {
	if strings.HasPrefix(ref, "#") {
		var id int32
		fmt.Sscan(ref[1:], &id)
		return b.ids[geo.PlaceID(id)]
	}
	if c, name, ok := strings.Cut(ref, ":"); ok {
		return b.city(c, name)
	}
	return b.byRef[ref]
}

func (b *builder) group(key string) *group {
	g := b.groups[key]
	if g == nil {
		g = &group{}
		b.groups[key] = g
	}
	return g
}

func (g *group) take(e *gazetteer.Entry) {
	if g.n == 0 {
		g.bound = e.Point.Bound()
	}
	g.bound = g.bound.Extend(e.Point)
	g.n++
	if e.Kind != geo.KindDistrict {
		g.people += e.Population // a district's people are its city's already
	}
	w := float64(e.Population) + 1
	g.weight += w
	for i := range g.sum {
		g.sum[i] += w * e.Point[i]
		g.mid[i] += e.Point[i]
	}
	if g.largest == nil || e.Population > g.largest.Population {
		g.largest = e
	}
}

func (g *group) centre() orb.Point { return orb.Point{g.sum[0] / g.weight, g.sum[1] / g.weight} }
func (g *group) middle() orb.Point {
	return orb.Point{g.mid[0] / float64(g.n), g.mid[1] / float64(g.n)}
}

func addName(e *gazetteer.Entry, m gazetteer.Match, names ...string) {
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			e.Names = append(e.Names, gazetteer.Name{Text: n, Match: m})
		}
	}
}

// addAliases adds a table's list of other names: "~" historic, "@" abbreviation, "%" demonym, "+" also with s, "!disputed".
func addAliases(e *gazetteer.Entry, list string) error {
	for _, a := range strings.Split(list, ";") {
		a = strings.TrimSpace(a)
		if a == "" {
			continue
		}
		m := gazetteer.Official
		switch a[0] {
		case '~':
			m, a = gazetteer.Historic, a[1:]
		case '@':
			m, a = gazetteer.Abbreviation, a[1:]
		case '%':
			m, a = gazetteer.Demonym, a[1:]
		case '!':
			if a != "!disputed" {
				return fmt.Errorf("%s: what is %q", e.Name, a)
			}
			e.Disputed = true
			continue
		}
		if strings.HasSuffix(a, "+") {
			a = a[:len(a)-1]
			addName(e, m, a+"s")
		}
		addName(e, m, a)
	}
	return nil
}
