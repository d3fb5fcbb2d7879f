package toponym

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// style says how a sentence is written: where everything has a capital, a capital says nothing.
type style uint8

const (
	styleNormal style = iota
	styleTitle        // Most Words Have a Capital
	styleUpper        // ALL WORDS ARE IN CAPITALS
)

// styles measures every sentence.
func (f *finder) styles() {
	t := f.t
	if cap(f.style) < len(t.Sentences) {
		f.style = make([]style, len(t.Sentences))
	}
	f.style = f.style[:len(t.Sentences)]
	clear(f.style)
	for s, r := range t.Sentences {
		long, capital, upper := 0, 0, 0
		for i := r.First; i < r.Last; i++ {
			k := &t.Tokens[i]
			if k.Kind != token.Word || k.End-k.Start < 4 {
				continue
			}
			long++
			if k.Has(token.Capital) {
				capital++
				if k.Has(token.Upper) {
					upper++
				}
			}
		}
		switch {
		case long >= 2 && float64(upper) >= f.w.TitleShare*float64(long):
			f.style[s] = styleUpper
		case long >= 4 && float64(capital) >= f.w.TitleShare*float64(long) && (capital == long || t.Word(r.Last-1) != "."):
			f.style[s] = styleTitle
		}
	}
}

// zoneAt gives the zone of a byte offset; offsets are asked in rising order.
func (f *finder) zoneAt(offset int) story.ZoneKind {
	for f.zone < len(f.zones) && f.zones[f.zone].Span.End <= offset {
		f.zone++
	}
	if f.zone < len(f.zones) && f.zones[f.zone].Span.Start <= offset {
		return f.zones[f.zone].Kind
	}
	return story.ZoneBody
}

// maxWindow bounds a name in tokens.
const maxWindow = 9

// scan walks over the tokens once and takes the longest name at every capital.
func (f *finder) scan() {
	t := f.t
	for i := 0; i < len(t.Tokens); {
		k := &t.Tokens[i]
		if k.Kind != token.Word || !k.Has(token.Capital) && !k.Has(token.Foreign) {
			i++
			continue
		}
		if next := f.road(i); next > i {
			i = next
			continue
		}
		if next := f.short(i); next > i {
			i = next
			continue
		}
		if next := f.longest(i); next > i {
			i = next
			continue
		}
		if next := f.pattern(i, i); next > i {
			i = next
			continue
		}
		if next := f.unknown(i); next > i {
			i = next
			continue
		}
		i++
	}
}

// longest takes the longest name of the gazetteer that begins at token i, and gives the token after it, or i.
func (f *finder) longest(i int) int {
	t := f.t
	reach := f.gaz.Reach(t.Word(i))
	if reach == 0 {
		return i
	}
	ends, n := f.ends(i, reach)
	for n--; n >= 0; n-- {
		last := ends[n]
		if last == i+1 {
			if next := f.bloc(i); next > i {
				return next
			}
		}
		if next, done := f.addKnown(i, last); done {
			return next
		}
	}
	return i
}

// ends gives the tokens after which a name of up to reach words that begins at token i can end, and how many these are.
func (f *finder) ends(i, reach int) (ends [maxWindow]int, n int) {
	t := f.t
	words := 0
	for j := i; j < len(t.Tokens) && j < i+maxWindow && words < reach; j++ {
		k := &t.Tokens[j]
		if j > i && t.Sentence(j) != t.Sentence(i) {
			break
		}
		switch k.Kind {
		case token.Word:
			words++
			if k.Has(token.Capital) || k.Has(token.Foreign) || j > i && f.elided(j) {
				ends[n] = j + 1
				n++
				continue
			}
			if j == i+1 && f.group(j) {
				ends[n] = j + 1
				n++
			}
			if j > i && k.End-k.Start > 5 {
				words = reach // small words inside names are short: of, and, del
			}
		case token.Punct:
			w := t.Word(j)
			if (w != "-" && (w != "." || j+1 >= len(t.Tokens) || t.Tokens[j+1].Has(token.Spaced) || k.Start-t.Tokens[i].Start > 2)) || k.Has(token.Spaced) {
				words = reach // "W.Va." is W, full stop, Va.
			}
		case token.Clitic, token.Number:
			words++
			if k.Kind == token.Number && f.gaz.Layered() {
				ends[n] = j + 1 // "Camp 7": no name that ships ends so
				n++
			}
		default:
			words = reach
		}
	}
	return ends, n
}

// addKnown adds the tokens from i to last as a name, if the gazetteer knows it. It gives the token to go on with, and whether
// the search at token i is over.
func (f *finder) addKnown(i, last int) (next int, done bool) {
	t := f.t
	start, end := int(t.Tokens[i].Start), int(t.Tokens[last-1].End)
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(t.Source[start:end], f.hits)
	if len(f.hits) == lo {
		return i, false
	}
	it := item{first: i, last: last, span: story.Span{Start: start, End: end}, lo: lo, hi: len(f.hits)}
	f.measure(&it)
	if last > i+1 && !t.Tokens[last-1].Has(token.Capital) && !t.Tokens[last-1].Has(token.Foreign) && !f.elided(last-1) && !f.table(&it) {
		f.hits = f.hits[:lo]
		return i, false // "Central states", and no town of that name
	}
	if f.abbreviation(&it); f.degree(&it) || f.couple(&it) {
		f.hits = f.hits[:lo]
		return i, false
	}
	if f.articled(&it) {
		f.hits = f.hits[:lo]
		return i, true
	}
	if f.reject(&it) {
		f.hits = f.hits[:lo]
		return i, false
	}
	f.feature(&it)
	if next := f.pattern(i, last); next > last && !it.demonym {
		f.hits = f.hits[:lo]
		return next, true
	}
	f.add(it)
	return last, true
}

// elided reports a word whose capital stands behind an article without its vowel: "d'Ivoire", "l’Aquila".
func (f *finder) elided(j int) bool {
	w := f.t.Word(j)
	if len(w) < 4 || w[0] != 'd' && w[0] != 'l' {
		return false
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(w[1:], "'"), "’")
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(w)-1 && unicode.IsUpper(r)
}

// group reports a small class word that belongs to the names of a few regions: "Baltic states", "Korean peninsula".
func (f *finder) group(j int) bool {
	k := &f.t.Tokens[j]
	if k.End-k.Start < 5 {
		return false
	}
	switch f.t.Word(j) {
	case "states", "peninsula", "islands", "strait", "republics", "canal":
		return true
	}
	return false
}

// articled reports a name that is as well known without its article: "The Kremlin", but not "The Hague".
func (f *finder) articled(it *item) bool {
	if it.last-it.first < 2 || !f.is(it.first, hashThe) {
		return false
	}
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(f.t.Source[f.t.Tokens[it.first+1].Start:it.span.End], f.hits)
	bare := item{first: it.first + 1, last: it.last, lo: lo, hi: len(f.hits)}
	f.measure(&bare)
	f.hits = f.hits[:lo]
	for _, h := range f.hits[it.lo:it.hi] {
		if h.Match == gazetteer.Primary && f.gaz.Kind(h.Row) == geo.KindCity && strings.HasPrefix(f.gaz.Name(h.Row), "The ") && !f.t.Tokens[it.first].Has(token.SentStart) {
			return !f.t.Tokens[it.first].Has(token.Capital)
		}
	}
	return bare.tier >= it.tier && bare.tier > tierNone && (bare.last-bare.first > 1 || !f.has(bare.first, cueNever|cueDirect))
}

// abbreviation keeps only the short forms of a name right after a place: "Winnipeg, Man.", "Gary, IN".
func (f *finder) abbreviation(it *item) {
	t := f.t
	after := f.afterPlace(it.first)
	end := it.span.End
	dotted := t.Source[end-1] == '.'
	if !dotted && it.last < len(t.Tokens) && t.Word(it.last) == "." && !t.Tokens[it.last].Has(token.Spaced) {
		dotted = it.last+1 < len(t.Tokens) && !t.Tokens[it.last+1].Has(token.SentStart)
		if dotted {
			end++
		}
	}
	if !after && !f.stateAlone(it, dotted) || !dotted && !t.Tokens[it.first].Has(token.Upper) {
		return
	}
	n := it.lo
	for _, h := range f.hits[it.lo:it.hi] {
		if h.Match == gazetteer.Abbreviation && (f.gaz.Kind(h.Row) != geo.KindCity || t.Tokens[it.first].Has(token.Upper)) {
			f.hits[n] = h // "La." is no city, "L.A." may be one
			n++
		}
	}
	if n == it.lo {
		return
	}
	f.hits = f.hits[:n]
	it.hi = n
	if end > it.span.End {
		it.span.End = end
		it.last++
	}
	lo := it.lo
	*it = item{first: it.first, last: it.last, span: it.span, lo: lo, hi: n, strong: true}
	f.measure(it)
	it.m.KindCue = f.gaz.Kind(f.hits[lo].Row)
}

// add completes an item and keeps it.
func (f *finder) add(it item) {
	if len(f.items) >= f.most {
		f.hits = f.hits[:min(it.lo, len(f.hits))] // a text of nothing but names
		return
	}
	it.zone = f.zoneAt(it.span.Start)
	h := uint64(14695981039346656037)
	for j := it.first; j < it.last; j++ {
		if k := &f.t.Tokens[j]; k.Kind == token.Word {
			h = (h ^ uint64(k.Hash)) * 1099511628211
		}
	}
	it.key = h
	it.m.Name = it.span.In(f.t.Source)
	if (it.m.Name == "LA" || it.m.Name == "L.A.") && !f.afterPlace(it.first) && it.last-it.first == 1 {
		it.m.Name = "Los Angeles"
	}
	f.items = append(f.items, it)
}

// give makes an item of a span that somebody else found.
func (f *finder) give(s story.Span) {
	t := f.t
	s.Start, s.End = max(0, s.Start), min(len(t.Source), s.End)
	if s.Empty() {
		return
	}
	it := item{span: s, first: t.At(s.Start), lo: len(f.hits), given: true}
	it.last = it.first
	it.first = min(it.first, len(t.Tokens)-1) // no word stands in a span behind the last
	for it.last < len(t.Tokens) && int(t.Tokens[it.last].Start) < s.End {
		it.last++
	}
	f.hits = f.gaz.Lookup(s.In(t.Source), f.hits)
	it.hi = len(f.hits)
	f.measure(&it)
	f.add(it)
	f.givenName(&f.items[len(f.items)-1])
}

// givenName tries the name of a given span in simpler forms where the gazetteer does not know it.
func (f *finder) givenName(it *item) {
	if it.lo < it.hi {
		return
	}
	name := strings.Trim(it.m.Name, " ,.;:'\"“”’()")
	try := func(s string) bool {
		s = strings.TrimSpace(s)
		if s == "" || s == it.m.Name || !f.gaz.Has(s) {
			return false
		}
		it.m.Name = s
		f.hits = f.gaz.Lookup(s, f.hits)
		it.lo, it.hi = it.hi, len(f.hits)
		f.measure(it)
		return true
	}
	low := strings.ToLower(name)
	for _, p := range []string{"the ", "downtown ", "central ", "north ", "south ", "east ", "west ", "northern ", "southern ", "eastern ", "western ", "northeast ",
		"northwest ", "southeast ", "southwest ", "upper ", "lower ", "greater ", "city of ", "town of ", "village of ", "county of ", "state of ", "province of ", "republic of ",
		"port of ", "metro ", "old ", "upstate ", "inner "} {
		if strings.HasPrefix(low, p) && try(name[len(p):]) {
			return
		}
	}
	for _, p := range []string{"’s", "'s", "’", "'", " city", " state", " county", " region", " province", " area", " township", " district", " borough", " parish", " island",
		" valley", " river", " lake"} {
		if strings.HasSuffix(low, p) && try(name[:len(name)-len(p)]) {
			return
		}
	}
	if strings.HasSuffix(low, "s") && try(name[:len(name)-1]) {
		return
	}
	if i := strings.IndexAny(name, ",/-"); i > 0 && try(name[:i]) {
		return
	}
}

// tier says how well known the best place of a name is.
type tier uint8

const (
	tierNone tier = iota
	tierTiny
	tierSmall  // over 5,000 people
	tierTown   // over 25,000
	tierCity   // over 150,000
	tierBig    // over a million, or a capital
	tierRegion // first-level divisions, regions, seas, rivers, landmarks of our tables
	tierState  // countries, continents
)

// table reports whether some hit is of the tables of regions and landmarks, or a place of the person's own.
func (f *finder) table(it *item) bool {
	for _, h := range f.hits[it.lo:it.hi] {
		if f.gaz.Table(h.Row) || f.gaz.OwnRow(h.Row) {
			return true
		}
	}
	return false
}

// measure sums up the hits of an item.
func (f *finder) measure(it *item) {
	bestMatch := gazetteer.Match(15)
	for _, h := range f.hits[it.lo:it.hi] {
		kind, pop := f.gaz.Kind(h.Row), f.gaz.Population(h.Row)
		if h.Word {
			it.word = true
		}
		if h.Match == gazetteer.Demonym {
			it.demonym = true
		}
		v := f.tierOf(h.Row, kind, pop)
		if kind == geo.KindCity && v == tierBig {
			it.bigCity = true
		}
		v = f.tierAs(h, v, kind, pop)
		if v > it.tier || v == it.tier && h.Match < bestMatch {
			it.tier, bestMatch = v, h.Match
			it.match = h.Match
		}
		it.pop = max(it.pop, pop)
	}
	if it.demonym {
		// "Canadian" is the people, whatever towns are called so; but a name of its own stays one: "Niger".
		own := false
		for _, h := range f.hits[it.lo:it.hi] {
			if h.Match != gazetteer.Demonym && (f.gaz.Kind(h.Row) == geo.KindCountry || float64(f.gaz.Population(h.Row)) > f.w.PopOwnName && h.Match <= gazetteer.Official) {
				own = true
			}
		}
		it.demonym = !own
		if it.demonym {
			it.use = story.UseAdjective
		}
	}
}

// tierOf gives the tier of a place under its own name.
func (f *finder) tierOf(r gazetteer.Row, kind geo.Kind, pop int64) tier {
	w, people := f.w, float64(pop)
	switch {
	case f.gaz.OwnRow(r):
		return tierRegion // a person says that it is a place
	case kind == geo.KindCountry || kind == geo.KindContinent:
		return tierState
	case kind == geo.KindAdmin1 || f.gaz.Table(r) && kind != geo.KindCity && kind != geo.KindAdmin2:
		return tierRegion
	case people > w.BigPop || f.gaz.Capital(r):
		return tierBig
	case people > w.CityPop:
		return tierCity
	case people > w.TownPop || kind == geo.KindAdmin2:
		return tierTown
	case people > w.SmallPop:
		return tierSmall
	}
	return tierTiny
}

// tierAs lowers the tier of a place that a name finds only as another spelling or without its class word.
func (f *finder) tierAs(h gazetteer.Hit, v tier, kind geo.Kind, pop int64) tier {
	switch h.Match {
	case gazetteer.Alternate:
		if v > tierTown && kind != geo.KindCountry && kind != geo.KindAdmin1 && float64(f.gaz.Fame(h.Row)) < f.w.FameAlternate ||
			v == tierTown || v == tierCity && float64(pop) < f.w.PopAlternate {
			return v - 1
		}
	case gazetteer.Short:
		if kind == geo.KindAdmin2 {
			return tierTiny
		}
	case gazetteer.Foreign:
		if v > tierTiny {
			return v - 1
		}
	}
	return v
}

// reject tells names that are no place in any text like this one: single letters, small words with a capital, two-letter codes.
func (f *finder) reject(it *item) bool {
	t := f.t
	if it.last-it.first > 1 {
		// "The City", "The Park"
		return it.last-it.first == 2 && f.is(it.first, hashThe) && (f.has(it.first+1, cueNever|cueOrg) || it.word || it.tier <= tierSmall)
	}
	k := &t.Tokens[it.first]
	w := t.Word(it.first)
	if it.strong && it.match == gazetteer.Abbreviation && it.span.End > it.span.Start && t.Source[it.span.End-1] == '.' && !k.Has(token.Upper) {
		return false // "in La. said"
	}
	letters := utf8.RuneCountInString(strings.Trim(w, "."))
	if letters <= 1 {
		return true
	}
	if it.match == gazetteer.Abbreviation && (strings.EqualFold(w, "Mount") || strings.EqualFold(w, "Fort") || strings.EqualFold(w, "Saint")) {
		return true // what "MT" is written out to, when it is short for something else
	}
	upperLine := f.style[t.Sentence(it.first)] == styleUpper
	if f.has(it.first, cueNever) && !(k.Has(token.Upper) && !upperLine && it.tier >= tierRegion && it.match <= gazetteer.Abbreviation) {
		return true
	}
	if strings.HasPrefix(w, "I'") || strings.HasPrefix(w, "I’") {
		return true
	}
	dotted := strings.Contains(w, ".")
	if w == "M.D." || w == "Ph.D." {
		return true
	}
	if dotted && letters == 3 && strings.Count(w, ".") == 2 && !dottedCodes[strings.ToUpper(w)] && !f.afterPlace(it.first) {
		return true // "M.S.", "Ph.D."
	}
	if k.Has(token.Upper) && !dotted && letters <= 4 && !upperLine && f.zoneAt(it.span.Start) != story.ZoneDateline {
		// "US", "UK", "UAE": abbreviations that we list; other capitals are organisations.
		return it.match != gazetteer.Abbreviation && it.match != gazetteer.Primary && it.match != gazetteer.Official || !f.code(it, letters)
	}
	if upperLine && letters <= 2 && !dotted {
		return true
	}
	if letters <= 2 && !dotted {
		return it.match == gazetteer.Abbreviation || it.match == gazetteer.Alternate || it.tier < tierCity
	}
	if it.match == gazetteer.Abbreviation && dotted && strings.Count(w, ".") == 1 && !f.afterPlace(it.first) {
		// "Miss.", "Man.", "Ore.": only right after a place.
		return true
	}
	return it.match == gazetteer.Alternate && letters <= 3
}

// bloc takes names that need their article, "the West", "the Gulf", and "Western" before those who act for the West. It
// gives the token after, or i.
func (f *finder) bloc(i int) int {
	t := f.t
	if f.style[t.Sentence(i)] != styleNormal {
		return i
	}
	name, use := "", story.UseLiteral
	switch {
	case t.Is(i, "western") && !t.Tokens[i].Has(token.SentStart) && f.has(i+1, cueActor|cueWest) && !t.Tokens[i+1].Has(token.Capital),
		t.Is(i, "western") && f.has(i+1, cueWest) && !t.Tokens[i+1].Has(token.Capital):
		name, use = "the West", story.UseAdjective
	case i > 0 && f.is(i-1, hashThe) && f.has(i, cueNever|cueDirect) && !(i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == token.Word && t.Tokens[i+1].Has(token.Capital)):
		name = t.Source[t.Tokens[i-1].Start:t.Tokens[i].End]
	default:
		return i
	}
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(name, f.hits)
	n := lo
	for _, h := range f.hits[lo:] {
		if f.gaz.Table(h.Row) && h.Match <= gazetteer.Official {
			f.hits[n] = h
			n++
		}
	}
	f.hits = f.hits[:n]
	if n == lo {
		return i
	}
	it := item{first: i, last: i + 1, span: story.Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[i].End)}, lo: lo, hi: n}
	f.measure(&it)
	it.word = false
	f.add(it)
	last := &f.items[len(f.items)-1]
	last.m.Name, last.use, last.demonym = name, use, use == story.UseAdjective
	return i + 1
}

// code decides whether an abbreviation in capitals is a place here: "US", "UK" and "UAE" always, "IN" only in "Gary, IN".
func (f *finder) code(it *item, letters int) bool {
	if letters == 2 {
		switch f.t.Word(it.first) {
		case "US", "UK", "EU", "UN", "NZ":
			return it.tier == tierState || f.afterPlace(it.first)
		case "LA", "DC", "NY", "NYC":
			return true
		}
		return f.afterPlace(it.first) || f.codeBehind(it) || f.postcode(it)
	}
	return it.tier == tierState || it.match == gazetteer.Abbreviation || letters == 4 && it.tier >= tierBig && it.match == gazetteer.Primary
}

// dottedCodes are the two letters with stops that are a place wherever they stand.
var dottedCodes = map[string]bool{"U.S.": true, "U.K.": true, "D.C.": true, "B.C.": true, "N.C.": true, "S.C.": true, "N.D.": true, "S.D.": true, "N.Y.": true,
	"N.J.": true, "N.H.": true, "N.M.": true, "R.I.": true, "L.A.": true, "P.R.": true, "N.S.": true, "N.B.": true, "P.E.I.": true, "W.A.": true, "N.T.": true}

// afterPlace reports whether a capital word that may be a place and a comma stand right before token i: "Gary, IN".
func (f *finder) afterPlace(i int) bool {
	t := f.t
	if i < 2 || t.Word(i-1) != "," || len(f.items) == 0 {
		return false
	}
	prev := &f.items[len(f.items)-1]
	return prev.last == i-1 && t.Sentence(i-2) == t.Sentence(i) && (prev.tier > tierTiny || prev.lo < prev.hi && prev.match <= gazetteer.Generated || prev.pattern && prev.lo == prev.hi)
}
