package toponym

import (
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// coarse gives a name the wider place named with it where no place of its name lies there: "Kiev, North Dakota" is
// somewhere in North Dakota and never the capital, "LaSalle, Montréal, Canada" somewhere in Montreal.
func (f *finder) coarse(i int) {
	a := &f.items[i]
	if a.m.Container != "" || a.demonym || a.given || i+1 >= len(f.items) {
		return
	}
	b := &f.items[i+1]
	if b.demonym || f.t.Sentence(a.first) != f.t.Sentence(b.first) {
		return
	}
	switch {
	case f.gap(a, b) == "," && f.division(b) && !f.goesOn(i+1) && !f.holds(a, b):
		f.standIn(a, b)
	case f.gap(a, b) == "," && i+2 < len(f.items) && f.chain(a, b, &f.items[i+2]):
		f.standIn(a, b)
		a.m.KindCue = geo.KindCity
		a.m.Container = f.items[i+2].m.Name
	case a.pattern && a.lo == a.hi && f.townOf(a, b):
		f.standIn(a, b)
		a.m.KindCue, a.m.Container, a.m.Natural = geo.KindCity, b.m.Container, false
	case a.tier < tierCity && f.division(b) && f.nearIn(a, b):
		if f.holds(a, b) {
			a.m.Container = b.m.Name
		} else if !a.pattern {
			f.standIn(a, b)
		}
		a.strong = true
	}
}

// standIn resolves a as b.
func (f *finder) standIn(a, b *item) {
	a.m.Name, a.m.Container, a.m.KindCue = b.m.Name, "", f.kindOf(b)
	a.lo, a.hi, a.tier = b.lo, b.hi, min(a.tier, tierTown)
	a.strong, b.strong = true, true
}

// kindOf is the kind of the best known division that b can be.
func (f *finder) kindOf(b *item) geo.Kind {
	for _, h := range f.hits[b.lo:b.hi] {
		if f.gaz.Kind(h.Row) == geo.KindAdmin1 {
			return geo.KindAdmin1
		}
	}
	return b.m.KindCue
}

// division reports the name of a state or province that is not better known as a city or country: "Kansas", not "Georgia".
func (f *finder) division(b *item) bool {
	if b.bigCity || b.tier == tierState {
		return false
	}
	for _, h := range f.hits[b.lo:b.hi] {
		if f.gaz.Kind(h.Row) == geo.KindAdmin1 && h.Match != gazetteer.Foreign && h.Match != gazetteer.Short {
			return true
		}
	}
	return false
}

// goesOn reports that what follows item i makes it more than the wider place of the name before it: a list, or a subject.
func (f *finder) goesOn(i int) bool {
	b := &f.items[i]
	n := b.last
	if n >= len(f.t.Tokens) || f.t.Sentence(n) != f.t.Sentence(b.first) {
		return false
	}
	k := &f.t.Tokens[n]
	if f.t.Word(n) == "," && i+1 < len(f.items) && f.items[i+1].first <= n+2 && f.items[i+1].tier >= tierTown {
		return !f.wider(b, &f.items[i+1]) // "Kiev, North Dakota, United States"
	}
	return k.Kind != token.Punct && grammar.Of(k.Hash)&grammar.Prep == 0 || f.is(n, hashAnd) || f.is(n, hashOr)
}

// wider reports that b is the country or division of a.
func (f *finder) wider(a, b *item) bool { return b.tier >= tierRegion && f.holds(a, b) }

// chain reports "LaSalle, Montréal, Canada": a city between a name and its country, and no place of the name near the city.
func (f *finder) chain(a, b, c *item) bool {
	if f.gap(b, c) != "," || a.tier >= tierCity || b.tier < tierCity || b.tier >= tierRegion || c.demonym || !f.wider(b, c) {
		return false
	}
	g := f.gaz
	for _, ha := range f.hits[a.lo:a.hi] {
		for _, hb := range f.hits[b.lo:b.hi] {
			if g.Kind(hb.Row) == geo.KindCity && gazetteer.Kilometres(g.Point(ha.Row), g.Point(hb.Row)) < f.w.ChainKM {
				return false
			}
		}
	}
	return true
}

// townOf reports that the town in which a thing lies is named right after it: "Kincaid Park in Anchorage".
func (f *finder) townOf(a, b *item) bool {
	if gap := f.gap(a, b); gap != "in" && (gap != "," || b.m.Container == "") {
		return false
	}
	return !b.pattern && b.lo < b.hi && b.tier < tierRegion && (b.tier >= tierTown || b.m.Container != "")
}

// nearIn reports "near Elmo on Friday in Montana": a few small words, of which the last is "in", between the two names.
func (f *finder) nearIn(a, b *item) bool {
	t := f.t
	if b.first-a.last > f.w.ReachCoarse || b.first-a.last < 2 || !f.is(b.first-1, hashIn) || a.first < 1 || !f.has(a.first-1, cueIn) {
		return false
	}
	for j := a.last; j < b.first-1; j++ {
		if k := &t.Tokens[j]; k.Kind == token.Punct && t.Word(j) != "," || grammar.Of(k.Hash)&(grammar.Finite|grammar.VerbIng|grammar.And) != 0 && !f.has(j, cueMonth) {
			return false
		}
	}
	return true
}

// feature keeps of a known name that ends in the word for a river, lake or mountain and stands after "the" what is such:
// "the Pearl River" is not the town of Pearl River. It reports whether it is one.
func (f *finder) feature(it *item) bool {
	if it.last-it.first < 2 || it.first == 0 || !f.is(it.first-1, hashThe) {
		return false
	}
	c := classes.Of(f.t.Tokens[it.last-1].Hash)
	switch c.kind {
	case geo.KindRiver, geo.KindLake, geo.KindMountain, geo.KindSea, geo.KindStrait, geo.KindRegion:
	default:
		return false
	}
	if !c.after {
		return false
	}
	f.natural(it, false)
	it.pattern, it.m.KindCue, it.m.Natural = true, c.kind, true
	return true
}

// natural leaves the towns out of the candidates of an item, unless the wider place that is named decides.
func (f *finder) natural(it *item, keepRegions bool) {
	n := it.lo
	for _, h := range f.hits[it.lo:it.hi] {
		if k := f.gaz.Kind(h.Row); k != geo.KindCity && k != geo.KindDistrict && (keepRegions || k != geo.KindAdmin2) {
			f.hits[n] = h
			n++
		}
	}
	f.hits = f.hits[:n]
	it.hi = n
	lo, hi := it.lo, it.hi
	*it = item{first: it.first, last: it.last, span: it.span, lo: lo, hi: hi, pattern: it.pattern, m: it.m}
	f.measure(it)
}

// codeBehind reports a state's code right behind a town that lies there, without a comma: "Portland ME".
func (f *finder) codeBehind(it *item) bool {
	if len(f.items) == 0 || f.style[f.t.Sentence(it.first)] == styleUpper {
		return false
	}
	prev := &f.items[len(f.items)-1]
	return prev.last == it.first && !prev.demonym && f.t.Sentence(prev.first) == f.t.Sentence(it.first) && f.t.Tokens[prev.first].Kind == token.Word &&
		!f.t.Tokens[prev.last-1].Has(token.Upper) && prev.tier > tierTiny && f.holds(prev, it)
}

// stateAlone reports the abbreviation of a state that no town stands before: "Officials in La. said".
func (f *finder) stateAlone(it *item, dotted bool) bool {
	t := f.t
	if !dotted || it.first == 0 || it.last-it.first != 1 || t.Tokens[it.first-1].Has(token.Capital) || f.cue(it.first-1)&cueIn == 0 {
		return false
	}
	n := it.last
	if t.Word(n) == "." {
		n++
	}
	return n < len(t.Tokens) && t.Sentence(n) == t.Sentence(it.first) && t.Tokens[n].Kind == token.Word && !t.Tokens[n].Has(token.Capital)
}

// degrees are what stands after a person's name and is also a state.
var degrees = map[string]bool{"MA": true, "MS": true, "MD": true, "PA": true, "DC": true, "AL": true, "ND": true, "RI": true, "MP": true}

// degree reports letters after the name of a person: "Ann Lee, M.A., spoke".
func (f *finder) degree(it *item) bool {
	if it.last-it.first != 1 || !degrees[strings.ReplaceAll(f.t.Word(it.first), ".", "")] || !f.afterPlace(it.first) || f.names == nil {
		return false
	}
	prev := &f.items[len(f.items)-1]
	if prev.last-prev.first == 1 && f.has(prev.first-1, cueGiven) {
		return true
	}
	b := f.names.At(prev.first)
	return b >= 0 && f.person(&f.names.Blocks[b]) && f.names.Blocks[b].Tokens.First < prev.first && f.names.Blocks[b].Tokens.Last == prev.last
}

// postcode reports that a state's code stands beside a post code: "Pittsburgh, 15206 PA", "Leeds, PA 15206".
func (f *finder) postcode(it *item) bool {
	figures := func(i int) bool {
		if i < 0 || i >= len(f.t.Tokens) || f.t.Tokens[i].Kind != token.Number || f.t.Tokens[i].End-f.t.Tokens[i].Start != 5 {
			return false
		}
		return strings.Trim(f.t.Word(i), "0123456789") == ""
	}
	return figures(it.first-1) || figures(it.last)
}
