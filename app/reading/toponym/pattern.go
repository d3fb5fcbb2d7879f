package toponym

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// road takes numbered roads: "Highway 61", "Interstate 95", "I-95", "U.S. 41", "Route 1". It gives the token after, or i.
func (f *finder) road(i int) int {
	t := f.t
	k := &t.Tokens[i]
	if i+1 >= len(t.Tokens) || !f.has(i, cueRoad) && !(k.End-k.Start == 2 && k.Has(token.Upper)) {
		return i
	}
	j := i
	switch {
	case t.Is(i, "highway"), t.Is(i, "interstate"), t.Is(i, "route"), t.Is(i, "hwy"), t.Is(i, "hwy."):
		j = i + 1
	case t.Is(i, "state") && (t.Is(i+1, "highway") || t.Is(i+1, "route") || t.Is(i+1, "road")),
		t.Is(i, "county") && (t.Is(i+1, "road") || t.Is(i+1, "highway")),
		t.Is(i, "u.s.") && (t.Is(i+1, "highway") || t.Is(i+1, "route")):
		j = i + 2
	case (t.Word(i) == "I" || t.Word(i) == "US" || t.Word(i) == "M" || t.Word(i) == "KY" || t.Word(i) == "SR") && t.Word(i+1) == "-" && !t.Tokens[i+1].Has(token.Spaced):
		j = i + 2
	case t.Is(i, "u.s."), len(t.Word(i)) == 2 && t.Tokens[i].Has(token.Upper) && roadState[t.Word(i)]:
		j = i + 1
	default:
		return i
	}
	if j >= len(t.Tokens) || t.Tokens[j].Kind != token.Number || t.Tokens[j].End-t.Tokens[j].Start > 4 || t.Sentence(j) != t.Sentence(i) {
		return i
	}
	for b := t.Tokens[j].Start; b < t.Tokens[j].End; b++ {
		if c := t.Source[b]; c < '0' || c > '9' {
			return i
		}
	}
	if j == i+1 && (t.Is(i, "u.s.") || len(t.Word(i)) == 2) && !f.roadAfter(j+1) {
		return i
	}
	f.addPattern(i, j+1, geo.KindLandmark)
	return j + 1
}

// roadAfter reports whether what follows "U.S. 41" fits a road and not a number of things.
func (f *finder) roadAfter(j int) bool {
	if j >= len(f.t.Tokens) {
		return true
	}
	k := &f.t.Tokens[j]
	if k.Kind == token.Punct {
		return true
	}
	switch f.t.Word(j) {
	case "and", "in", "at", "near", "north", "south", "east", "west", "between", "from", "to", "on", "is", "was", "bypass", "N", "S", "E", "W":
		return true
	}
	return false
}

// pattern takes places made by a class word: "Dry Fork River", "Lake Mary", "Oak Street". i is the first capital,
// from the token up to which a known name reaches (i if none). It gives the token after, or from.
func (f *finder) pattern(i, from int) int {
	t := f.t
	k := &t.Tokens[i]
	if !k.Has(token.Capital) || f.style[t.Sentence(i)] != styleNormal {
		return from
	}
	first := classes.Of(k.Hash)
	if from == i && f.park(i) > 0 {
		return from
	}
	if first.before && from == i && i+1 < len(t.Tokens) {
		n := &t.Tokens[i+1]
		if n.Kind == token.Word && n.Has(token.Capital) && t.Sentence(i+1) == t.Sentence(i) && !f.has(i+1, cueOrg|cueTitle|cueMonth) && !f.has(i+1, cueNever) {
			last := i + 2
			if c := classes.Of(n.Hash); c.after {
				return from
			}
			if first.kind == geo.KindLandmark && !t.Is(i, "fort") && !t.Is(i, "camp") && !t.Is(i, "rue") {
				return from
			}
			f.addPattern(i, last, first.kind)
			return last
		}
	}
	// up to three capitals before a class word
	if from == i && (f.has(i, cueNever|cueTitle|cueMonth) || k.Has(token.Upper)) {
		return from
	}
	j := max(from, i+1)
	for ; j < len(t.Tokens) && j < i+5; j++ {
		n := &t.Tokens[j]
		if n.Kind != token.Word || !n.Has(token.Capital) || t.Sentence(j) != t.Sentence(i) {
			return from
		}
		c := classes.Of(n.Hash)
		if c.after && (j > i) {
			if end := f.park(j + 1); end > 0 {
				f.addPattern(i, end, geo.KindLandmark) // "Snowy River National Park"
				return end
			}
			if c.kind == geo.KindLandmark && t.Is(j, "square") && from > i || f.orgAfter(j+1) || f.somebody(i, j) {
				return from
			}
			f.addPattern(i, j+1, c.kind)
			return j + 1
		}
		if end := f.park(j); end > 0 {
			f.addPattern(i, end, geo.KindLandmark)
			return end
		}
		if f.has(j, cueTitle|cueMonth|cueOrg) && !f.has(j, cueDirect) {
			return from
		}
	}
	return from
}

// landNames are words for land that are family names too.
var landNames = hashes(`hill hills marsh lake park parks forest bay brook ford glen field fields pond moor heath cove street lane parish church castle bridge bank banks wood woods`)

// somebody reports that the capitals from token i to the class word j name a person, "the geologist Peter Marsh", and no place
// that is called after one: "in Anna Hill".
func (f *finder) somebody(i, j int) bool {
	if f.names == nil || !landNames[f.t.Tokens[j].Hash] {
		return false
	}
	b := f.names.At(i)
	if b < 0 {
		return false
	}
	k := &f.names.Blocks[b]
	if k.Tokens.First > i || k.Tokens.Last < j+1 || !f.person(k) {
		return false
	}
	return k.Title.First < k.Title.Last || i == 0 || f.t.Tokens[i].Has(token.SentStart) || grammar.Of(f.t.Tokens[i-1].Hash)&(grammar.Prep|grammar.Det) == 0
}

// unknown takes names that no gazetteer knows where the words beside them say that they are places: "the village of Prisi",
// "Abbassiya district". They stay without a point. It gives the token after, or i.
func (f *finder) unknown(i int) int {
	t := f.t
	k := &t.Tokens[i]
	if k.Has(token.Upper) && k.End-k.Start > 4 && f.beforeCountry(i, i+1) {
		f.addPattern(i, i+1, geo.KindUnknown) // "at COPPERDALE, TENN."
		return i + 1
	}
	if f.style[t.Sentence(i)] != styleNormal || k.Has(token.Upper) || k.End-k.Start < 4 || f.has(i, cueNever|cueTitle|cueMonth|cueOrg) ||
		grammar.Of(k.Hash)&^(grammar.VerbBase|grammar.VerbS) != 0 {
		return i
	}
	last := i + 1
	for last < len(t.Tokens) && last < i+3 && t.Tokens[last].Kind == token.Word && t.Tokens[last].Has(token.Capital) && t.Sentence(last) == t.Sentence(i) {
		if f.has(last, cueOrg|cueTitle) {
			return i
		}
		last++
	}
	kind, ok := geo.KindUnknown, f.somewhere(i, last)
	if i > 1 && f.is(i-1, hashOf) && !t.Tokens[i-2].Has(token.Capital) {
		kind, ok = ofKind[t.Tokens[i-2].Hash]
		ok = ok && !t.Is(i-2, "capital") && !t.Is(i-2, "state") && !t.Is(i-2, "port")
	}
	if !ok {
		kind, ok = f.explained(i, last)
	}
	if !ok {
		ok = f.beforeCountry(i, last)
	}
	if !ok && last < len(t.Tokens) && !t.Tokens[last].Has(token.Capital) && !k.Has(token.SentStart) && t.Sentence(last) == t.Sentence(i) {
		switch t.Word(last) {
		case "village", "district", "neighbourhood", "neighborhood", "suburb", "oblast", "governorate", "province", "prefecture":
			kind, ok = geo.KindDistrict, true
			if a, area := areaKind[t.Tokens[last].Hash]; area {
				kind = a
			}
		}
	}
	if !ok {
		return i
	}
	f.addPattern(i, last, kind)
	return last
}

// explained reads what a name is from the words after it: "Ostrovanka, a hamlet near the border", "Daedunsan, a mountain
// in the south".
func (f *finder) explained(i, last int) (geo.Kind, bool) {
	t := f.t
	if t.Word(last) != "," || !(t.Is(last+1, "a") || t.Is(last+1, "an") || f.is(last+1, hashThe)) || f.names != nil && f.names.At(i) >= 0 && f.person(&f.names.Blocks[f.names.At(i)]) {
		return geo.KindUnknown, false
	}
	for j := last + 2; j < len(t.Tokens) && j < last+6; j++ {
		k := &t.Tokens[j]
		if k.Kind != token.Word && t.Word(j) != "-" || k.Has(token.Capital) || grammar.Of(k.Hash)&(grammar.Prep|grammar.Finite) != 0 {
			break
		}
		if kind, ok := explains[k.Hash]; ok {
			return kind, true
		}
	}
	return geo.KindUnknown, false
}

// beforeCountry reports a name [i, last) in a place, before its country or state: "on Daedunsan, South Korea".
func (f *finder) beforeCountry(i, last int) bool {
	t := f.t
	return i > 1 && last < len(t.Tokens) && (f.has(i-1, cueIn) || t.Is(i-1, "on") || t.Is(i-1, "at")) && !t.Tokens[i-1].Has(token.Capital) &&
		t.Word(last) == "," && f.countryAt(last+1)
}

// countryAt reports that a country or state is named from token i on, or a state by its letters: "South Korea", "Tenn.".
func (f *finder) countryAt(i int) bool {
	t := f.t
	lo := len(f.hits)
	defer func() { f.hits = f.hits[:lo] }()
	for n := 1; n <= 2 && i+n <= len(t.Tokens) && t.Tokens[i+n-1].Has(token.Capital) && t.Sentence(i+n-1) == t.Sentence(i-1); n++ {
		s, e := t.Bytes(token.Range{First: i, Last: i + n})
		f.hits = f.gaz.Lookup(t.Source[s:e], f.hits[:lo])
		for _, h := range f.hits[lo:] {
			k := f.gaz.Kind(h.Row)
			if h.Match <= gazetteer.Official && (k == geo.KindCountry || k == geo.KindAdmin1) {
				return true
			}
			if h.Match == gazetteer.Abbreviation && k == geo.KindAdmin1 && n == 1 && (t.Source[e-1] == '.' || e < len(t.Source) && t.Source[e] == '.') {
				return true
			}
		}
	}
	return false
}

// explains are the nouns that say what a name is.
var explains = merge(kindTable(geo.KindCity, "hamlet village town settlement suburb municipality"),
	kindTable(geo.KindMountain, "mountain peak volcano glacier"), kindTable(geo.KindRiver, "river creek stream"),
	kindTable(geo.KindIsland, "island islet atoll"), kindTable(geo.KindLake, "lake lagoon reservoir"))

// somewhere reports that something is or happens at the capitals [i, last): "a bakery in Gemmayzeh", "near Nowa Nowa".
func (f *finder) somewhere(i, last int) bool {
	t := f.t
	if i < 2 || t.Tokens[i-1].Has(token.SentStart|token.Capital) || !f.is(i-1, hashIn) && !t.Is(i-1, "near") && !t.Is(i-1, "outside") {
		return false
	}
	if f.names != nil {
		if b := f.names.At(i); b >= 0 {
			blk := &f.names.Blocks[b]
			if blk.Kind == name.Organisation || f.person(blk) {
				return false
			}
		}
	}
	for j := i + 1; j < last; j++ {
		if f.town(j) {
			return false // "in Upper Edmonton": Edmonton is known
		}
	}
	if last >= len(t.Tokens) || t.Sentence(last) != t.Sentence(i) {
		return true
	}
	n := &t.Tokens[last]
	switch {
	case n.Kind == token.Punct:
		w := t.Word(last)
		return w == "," || w == "." || w == ")" || w == ";"
	case n.Kind == token.Word && !n.Has(token.Capital):
		g := grammar.Of(n.Hash)
		return g&(grammar.Prep|grammar.And|grammar.Sub|grammar.Be|grammar.Have|grammar.Modal) != 0
	}
	return false
}

// park gives the token after "National Park", "State Forest" and the like at token j; 0 if there is none.
func (f *finder) park(j int) int {
	t := f.t
	if j+1 >= len(t.Tokens) || !t.Tokens[j].Has(token.Capital) || !t.Tokens[j+1].Has(token.Capital) || t.Sentence(j) != t.Sentence(j+1) {
		return 0
	}
	switch t.Word(j) {
	case "National", "State", "Provincial", "Regional", "Marine", "Nature", "Wildlife", "Country", "Game":
	default:
		return 0
	}
	j++
	if w := t.Word(j); (w == "Wildlife" || w == "Nature" || w == "Historic" || w == "Historical" || w == "Recreation") && j+1 < len(t.Tokens) && t.Sentence(j) == t.Sentence(j+1) {
		j++
	}
	switch t.Word(j) {
	case "Park", "Forest", "Reserve", "Monument", "Refuge", "Grassland", "Seashore", "Sanctuary":
		return j + 1
	}
	return 0
}

// person reports a block that is surely somebody: by a title, a given name, or another form of the name elsewhere.
func (f *finder) person(b *name.Block) bool {
	if b.Kind != name.Person {
		return false
	}
	if b.Title.First < b.Title.Last {
		return true
	}
	if b.Entity < 0 || b.Entity >= len(f.names.Entities) {
		return false
	}
	e := &f.names.Entities[b.Entity]
	return e.Gender != 0 || len(e.Aliases) > 1
}

// town reports whether the word at token j is by itself the name of a place of some size.
func (f *finder) town(j int) bool {
	w := f.t.Word(j)
	if f.gaz.Reach(w) == 0 {
		return false
	}
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(w, f.hits)
	it := item{first: j, last: j + 1, lo: lo, hi: len(f.hits)}
	f.measure(&it)
	f.hits = f.hits[:lo]
	return it.tier >= tierTown
}

// orgAfter reports whether a capital organisation word follows: "Green River Council".
func (f *finder) orgAfter(j int) bool {
	return j < len(f.t.Tokens) && f.t.Tokens[j].Has(token.Capital) && f.has(j, cueOrg) && f.t.Tokens[j].Kind == token.Word
}

func (f *finder) addPattern(first, last int, kind geo.Kind) {
	start, end := f.t.Bytes(token.Range{First: first, Last: last})
	it := item{first: first, last: last, span: story.Span{Start: start, End: end}, lo: len(f.hits), pattern: true}
	f.hits = f.gaz.Lookup(f.t.Source[start:end], f.hits)
	name := ""
	if len(f.hits) == it.lo && last-first > 1 && (kind == geo.KindAdmin2 || kind == geo.KindAdmin1 || kind == geo.KindRegion) {
		// "Enfield Borough", "Peace River Valley": by the name without the class word
		_, end := f.t.Bytes(token.Range{First: first, Last: last - 1})
		name = f.t.Source[start:end]
		f.hits = f.gaz.Lookup(name, f.hits)
	}
	it.hi = len(f.hits)
	if name != "" && kind == geo.KindRegion && bareFeatures[f.t.Tokens[last-1].Hash] {
		f.natural(&it, true) // "Glenwood Canyon" is not the town of Glenwood
	}
	f.measure(&it)
	it.demonym = false
	it.use = story.UseLiteral
	it.m.KindCue = kind
	it.m.Natural = name != "" && bareFeatures[f.t.Tokens[last-1].Hash]
	if kind == geo.KindLandmark && it.lo == it.hi {
		it.m.KindCue = geo.KindUnknown
	}
	f.add(it)
	if name != "" && it.lo < it.hi {
		f.items[len(f.items)-1].m.Name = name
	}
}

// bareFeatures are features that are seldom named after a town.
var bareFeatures = hashes(`canyon gorge desert swamp marsh steppe heights wilderness prairie glacier plateau`)

// roadState are the codes that stand before the number of a road: "KY 52".
var roadState = map[string]bool{"AL": true, "AR": true, "AZ": true, "CA": true, "CO": true, "CT": true, "FL": true, "GA": true, "IA": true, "IL": true, "KS": true,
	"KY": true, "LA": true, "MD": true, "MI": true, "MN": true, "MO": true, "MS": true, "MT": true, "NC": true, "ND": true, "NE": true, "NH": true, "NJ": true,
	"NM": true, "NV": true, "NY": true, "PA": true, "RI": true, "SC": true, "SD": true, "TN": true, "TX": true, "UT": true, "VA": true, "VT": true, "WA": true, "WI": true,
	"WV": true, "WY": true, "SR": true, "US": true, "CR": true}
