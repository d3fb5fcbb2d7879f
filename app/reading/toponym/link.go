package toponym

import (
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// link reads what the words around say about each name: the wider place named with it, the kind, the country.
func (f *finder) link() {
	for i := range f.items {
		f.kindCue(i)
	}
	for i := range f.items {
		f.container(i)
		f.lists(i)
		f.countrySaid(i)
		f.definition(i)
	}
	for i := range f.items {
		f.coarse(i)
	}
	f.segments()
}

// definition reads "Albany is a town in Carroll County, New Hampshire": the wider place is named later in the sentence.
func (f *finder) definition(i int) {
	a := &f.items[i]
	t := f.t
	if a.m.Container != "" || a.demonym || a.tier == tierState && !a.bigCity && len(f.hits[a.lo:a.hi]) < 2 {
		return
	}
	j := a.last
	if t.Word(j) == "(" {
		for j < len(t.Tokens) && j < a.last+f.w.ReachBracket && t.Word(j) != ")" {
			j++
		}
		j++
	}
	for t.Word(j) == "," {
		j++
	}
	if !t.Is(j, "is") && !t.Is(j, "was") && !(t.Word(j-1) == "," && (t.Is(j, "a") || f.is(j, hashThe))) {
		return
	}
	noun := false
	for k := j + 1; k < j+f.w.ReachNoun && k < len(t.Tokens) && !t.Tokens[k].Has(token.Capital); k++ {
		if f.has(k, cueTown) {
			noun = true
		}
	}
	if !noun {
		return
	}
	for k := i + 1; k < len(f.items) && k < i+f.w.ReachNames; k++ {
		b := &f.items[k]
		if t.Sentence(b.first) != t.Sentence(a.first) || b.first-a.last > f.w.ReachWider {
			return
		}
		if p := b.first - 1; t.Is(p, "with") || t.Is(p, "from") || t.Is(p, "to") || t.Is(p, "bordering") {
			return // "a town on the border with Chad"
		}
		if b.tier >= tierRegion && !b.demonym && f.holds(a, b) {
			a.m.Container = b.m.Name
			a.strong = true
			return
		}
	}
}

// segments hands the wider place on where a text speaks of several places of one name: each bare mention means the one
// told of last.
func (f *finder) segments() {
	type told struct {
		last  string
		kinds int
	}
	seen := map[uint64]told{}
	for i := range f.items {
		if it := &f.items[i]; it.m.Container != "" {
			s := seen[it.key]
			if s.last != it.m.Container {
				s.kinds++
				s.last = it.m.Container
			}
			seen[it.key] = s
		}
	}
	for k, s := range seen {
		if s.kinds < 2 {
			delete(seen, k)
		} else {
			seen[k] = told{}
		}
	}
	if len(seen) == 0 {
		return
	}
	for i := range f.items {
		it := &f.items[i]
		s, ok := seen[it.key]
		if !ok {
			continue
		}
		if it.m.Container != "" {
			seen[it.key] = told{last: it.m.Container}
		} else if s.last != "" && it.m.KindCue == geo.KindUnknown && it.m.Country == "" {
			it.m.Container = s.last
		}
	}
}

// gap gives the single word or mark between two neighbouring items, not counting "the"; "" if there is more or less.
func (f *finder) gap(a, b *item) string {
	n := b.first - a.last
	if n == 2 && f.is(b.first-1, hashThe) {
		n = 1
	}
	if n != 1 {
		return ""
	}
	return f.t.Word(a.last)
}

// container finds "Paris, Texas", "Texas' Paris", "Paris in Texas" and sets the wider place, where some candidate lies in it.
func (f *finder) container(i int) {
	a := &f.items[i]
	if a.m.Container != "" {
		return
	}
	if a.demonym {
		f.townOfPeople(i)
		return
	}
	if i+1 < len(f.items) {
		b := &f.items[i+1]
		gap := f.gap(a, b)
		if a.last == b.first && b.match == gazetteer.Abbreviation && f.t.Tokens[b.first].Has(token.Upper) {
			gap = "," // "Portland ME"
		}
		if (gap == "," || gap == "in" || gap == "(") && !b.demonym && b.tier >= tierTown && f.t.Sentence(a.first) == f.t.Sentence(b.first) {
			if f.holds(a, b) && !(gap == "," && f.isList(i)) {
				a.m.Container = b.m.Name
				a.strong = true
				if gap == "," {
					b.strong = true
				}
				return
			}
		}
	}
	if i > 0 {
		b := &f.items[i-1]
		if gap := f.gap(b, a); gap != "" && f.t.Tokens[b.last].Kind == token.Clitic && b.tier >= tierRegion && !b.demonym && f.holds(a, b) {
			a.m.Container = b.m.Name
			a.strong = true
		}
	}
}

// townOfPeople reads "Canadian, Texas": with a wider place after a comma the adjective is a town.
func (f *finder) townOfPeople(i int) {
	if i+1 >= len(f.items) {
		return
	}
	a, b := &f.items[i], &f.items[i+1]
	if f.gap(a, b) != "," || b.tier < tierRegion || b.demonym || !f.holds(a, b) {
		return
	}
	if n := b.last; n < len(f.t.Tokens) && f.t.Word(n) != "," && f.t.Word(n) != "." {
		return
	}
	a.demonym, a.use, a.strong = false, story.UseLiteral, true
	a.m.Container = b.m.Name
}

// holds reports whether some place called a lies in some place called b.
func (f *finder) holds(a, b *item) bool {
	g := f.gaz
	for _, hb := range f.hits[b.lo:b.hi] {
		kind := g.Kind(hb.Row)
		if hb.Match == gazetteer.Demonym {
			continue
		}
		for _, ha := range f.hits[a.lo:a.hi] {
			if ha.Row == hb.Row || ha.Match == gazetteer.Demonym {
				continue
			}
			ka := g.Kind(ha.Row)
			switch kind {
			case geo.KindCountry:
				if g.CountryOf(ha.Row) == g.CountryOf(hb.Row) && ka != geo.KindCountry {
					return true
				}
			case geo.KindAdmin1:
				if g.Admin1Of(ha.Row) == g.Admin1Of(hb.Row) && g.Admin1Of(hb.Row) != 0 && ka != geo.KindAdmin1 {
					return true
				}
			case geo.KindAdmin2:
				if r := g.Admin2Row(hb.Row); r != gazetteer.NoRow && g.Admin2Row(ha.Row) == r {
					return true
				}
			case geo.KindCity:
				if ka == geo.KindDistrict && g.Admin1Of(ha.Row) == g.Admin1Of(hb.Row) {
					return true
				}
			case geo.KindIsland, geo.KindRegion:
				if c := g.CountryOf(hb.Row); c != 0 && c == g.CountryOf(ha.Row) && ka != geo.KindCountry && gazetteer.Kilometres(g.Point(ha.Row), g.Point(hb.Row)) < f.w.IslandKM {
					return true
				}
			}
		}
	}
	return false
}

// isList reports whether items i and i+1 stand in a list of equals, "Georgia, Russia and Ukraine", and not in "Paris,
// Texas, and Dallas". Only names that are as well known by themselves as their neighbour can be mistaken so.
func (f *finder) isList(i int) bool {
	a, b := &f.items[i], &f.items[i+1]
	if a.tier < tierRegion || a.bigCity {
		return false
	}
	if a.tier == b.tier {
		return !f.division(b) || f.goesOn(i+1) || !f.cityNamed(a) // "Geneva, Illinois"
	}
	if i+2 < len(f.items) {
		c := &f.items[i+2]
		if g := f.gap(b, c); (g == "and" || g == "or" || g == "," || g == "&") && c.tier >= a.tier {
			return true
		}
	}
	if i > 0 {
		if g := f.gap(&f.items[i-1], a); g == "," && f.items[i-1].tier >= a.tier && !f.items[i-1].strong {
			return true
		}
	}
	return false
}

// cityNamed reports that some town bears the name as its own, beside the region.
func (f *finder) cityNamed(a *item) bool {
	for _, h := range f.hits[a.lo:a.hi] {
		if f.gaz.Kind(h.Row) == geo.KindCity && h.Match <= gazetteer.Official && float64(f.gaz.Population(h.Row)) > f.w.CityPop {
			return true
		}
	}
	return false
}

// kindCue reads "Kursk region", "Kyiv and Kharkov regions", "city of Sudzha", "region of Kursk", "Washington state".
func (f *finder) kindCue(i int) {
	it := &f.items[i]
	if it.demonym || it.pattern {
		return
	}
	t := f.t
	next := it.last
	if next < len(t.Tokens) && t.Tokens[next].Kind == token.Word && t.Sentence(next) == t.Sentence(it.first) {
		if kind, ok := areaKind[t.Tokens[next].Hash]; ok {
			it.m.KindCue = kind
			it.strong = true
			if kind == geo.KindAdmin1 && f.plural(next) {
				f.share(i, kind)
			}
			return
		}
		if kind, ok := countyKind[t.Tokens[next].Hash]; ok {
			it.m.KindCue = kind
			it.strong = true
			f.share(i, kind)
			return
		}
	}
	if f.is(it.first-1, hashUpstate) || f.is(next, hashGov) || f.is(next, hashGovernor) || f.is(next, hashLegislature) {
		it.m.KindCue = geo.KindAdmin1 // "upstate New York", "Georgia Gov. Kemp"
		return
	}
	prev := it.first - 1
	for prev > 0 && f.has(prev, cueSkip) {
		prev--
	}
	if prev > 0 && f.is(prev, hashOf) {
		w := prev - 1
		if kind, ok := ofKind[t.Tokens[w].Hash]; ok && !t.Tokens[w].Has(token.Upper) {
			it.m.KindCue = kind
			it.strong = true
		}
		return
	}
	if prev >= 0 && it.first-1 == prev {
		// "the port city Odesa", "state Queensland"
		if kind, ok := ofKind[t.Tokens[prev].Hash]; ok && kind == geo.KindCity && !t.Tokens[prev].Has(token.Capital) && !f.plural(prev) {
			it.m.KindCue = kind
			it.strong = true
		}
	}
}

func (f *finder) plural(i int) bool {
	w := f.t.Word(i)
	return len(w) > 2 && w[len(w)-1] == 's'
}

// share gives a plural's kind to the names joined with item i: "Clay, Douglas and Grant counties".
func (f *finder) share(i int, kind geo.Kind) {
	for i > 0 {
		a, b := &f.items[i-1], &f.items[i]
		gap := f.gap(a, b)
		comma := b.first-a.last == 2 && f.t.Word(a.last) == "," && f.is(a.last+1, hashAnd)
		if gap != "," && gap != "and" && gap != "/" && gap != "&" && gap != "or" && !comma {
			return
		}
		a.m.KindCue = kind
		a.strong = true
		i--
	}
}

// countrySaid reads "the Russian city of Kursk", "Ukrainian border town Sudzha": the country is fixed by the adjective.
func (f *finder) countrySaid(i int) {
	it := &f.items[i]
	if i == 0 || it.demonym || it.m.Country != "" || it.tier == tierState {
		return
	}
	d := &f.items[i-1]
	if !d.demonym || it.first-d.last > f.w.ReachCountry || f.t.Sentence(d.first) != f.t.Sentence(it.first) {
		return
	}
	noun := false
	for j := d.last; j < it.first; j++ {
		if f.has(j, cueTown|cueArea) && !f.t.Tokens[j].Has(token.Capital) {
			noun = true
		} else if f.t.Tokens[j].Kind != token.Word || f.t.Tokens[j].Has(token.Capital) {
			return
		}
	}
	if !noun {
		return
	}
	for _, h := range f.hits[d.lo:d.hi] {
		if h.Match == gazetteer.Demonym && f.gaz.CountryOf(h.Row) != 0 {
			iso := f.gaz.ISO(f.gaz.CountryOf(h.Row))
			for _, c := range f.hits[it.lo:it.hi] {
				if f.gaz.CountryOf(c.Row) == f.gaz.CountryOf(h.Row) {
					it.m.Country = iso
					it.strong = true
					return
				}
			}
		}
	}
}

// lists marks names joined by "and", "or" and commas to a neighbour: they share their fate.
func (f *finder) lists(i int) {
	if i == 0 {
		return
	}
	a, b := &f.items[i-1], &f.items[i]
	switch f.gap(a, b) {
	case ",", "and", "or", "&", "to", "/":
		a.joined, b.joined = true, true
		return
	}
	if b.first-a.last == 2 && f.t.Word(a.last) == "," && f.is(a.last+1, hashAnd) {
		a.joined, b.joined = true, true
	}
}

var (
	areaKind   = kindTable(geo.KindAdmin1, "region regions oblast oblasts province provinces state states prefecture governorate krai voivodeship republic emirate")
	countyKind = kindTable(geo.KindAdmin2, "county counties parish parishes raion raions borough boroughs district districts township townships")
	ofKind     = merge(
		kindTable(geo.KindAdmin1, "region province state oblast republic prefecture governorate territory emirate governor legislature"),
		kindTable(geo.KindAdmin2, "county district"),
		kindTable(geo.KindCity, "city town village suburb municipality settlement port capital cities towns villages township hamlet"))
)

func kindTable(k geo.Kind, words string) map[uint32]geo.Kind {
	m := map[uint32]geo.Kind{}
	for w := range fields(words) {
		m[token.HashOf(w)] = k
	}
	return m
}

func merge(ms ...map[uint32]geo.Kind) map[uint32]geo.Kind {
	out := map[uint32]geo.Kind{}
	for _, m := range ms {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}
