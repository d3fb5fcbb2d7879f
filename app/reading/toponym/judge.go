package toponym

import (
	"iter"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

func fields(s string) iter.Seq[string] { return strings.FieldsSeq(s) }

// tierLogit is how likely a name is that of a place before its sentence is read.
var tierLogit = [...]float64{tierNone: -1.5, tierTiny: -1.3, tierSmall: -0.6, tierTown: 0, tierCity: 0.9, tierBig: 1.9, tierRegion: 2.2, tierState: 3.2}

// judge gives an item its log-odds of being a place name, by the place it may be, the words around it and the names of
// people and organisations it stands in.
func (f *finder) judge(it *item) {
	t := f.t
	k := &t.Tokens[it.first]
	v := tierLogit[it.tier]
	multi := it.last-it.first > 1
	st := f.style[t.Sentence(it.first)]
	start := k.Has(token.SentStart)
	if it.pattern {
		it.logit = 2
		it.strong = true
		f.blocks(it)
		return
	}
	switch it.match {
	case gazetteer.Alternate:
		v -= 0.7
	case gazetteer.Foreign:
		v -= 2
	case gazetteer.Short:
		v -= 0.3
	}
	switch {
	case !it.word || it.demonym || it.tier >= tierState:
	case f.mighty(it):
		v -= 0.7 // "Berlin", "Kremlin": the word is rarer than the place
		if start {
			v -= 0.5
		}
	default:
		v -= 1.5
		if start {
			v -= 2
		}
	}
	if !multi && firms[k.Hash] {
		v -= 3
	}
	if multi && !it.word {
		v += 1
	}
	if it.demonym {
		it.logit = f.peopleLogit(it)
		f.blocks(it)
		return
	}
	if !multi && f.has(it.first, cueGiven) && it.tier < tierState {
		v -= 1
		if n := it.last; n < len(t.Tokens) && t.Tokens[n].Kind == token.Word && t.Tokens[n].Has(token.Capital) && st == styleNormal &&
			!f.has(n, cueOrg|cueMonth) && !f.placeAt(n) {
			v -= 1.5
		}
	}
	if f.ampersand(it) && it.tier < tierRegion {
		v -= 2
	}
	v += f.before(it, st, start) + f.behind(it, st)
	if it.strong {
		v += 2.5
	}
	if it.zone == story.ZoneDateline {
		v += 3
	}
	if st != styleNormal {
		v -= 0.7
		if it.tier < tierCity {
			v -= 1.5
		}
		if it.word && it.tier < tierState {
			v -= 2
		}
	}
	it.logit = v
	f.blocks(it)
}

// mighty reports a capital or a seat of power by its own name.
func (f *finder) mighty(it *item) bool {
	for _, h := range f.hits[it.lo:it.hi] {
		if h.Match <= gazetteer.Official && (f.gaz.Capital(h.Row) || f.gaz.Kind(h.Row) == geo.KindSeat) {
			return true
		}
	}
	return false
}

// peopleLogit gives the log-odds that an adjective means a people or a state and not a language or a dish.
func (f *finder) peopleLogit(it *item) float64 {
	t := f.t
	if it.last-it.first > 1 {
		return 3
	}
	n := it.last
	if !f.has(it.first, cueLanguage) {
		return 3
	}
	english := t.Is(it.first, "english")
	follow := n < len(t.Tokens) && t.Tokens[n].Kind == token.Word && !f.has(n, cueTongue) && grammar.Of(t.Tokens[n].Hash)&(grammar.Prep|grammar.And|grammar.Finite|grammar.Sub) == 0
	p := it.first - 1
	if f.has(p, cueTongue) || f.is(p, hashIn) && !follow || f.has(n, cueTongue) || (f.is(p, hashAnd) && f.has(p-2, cueTongue)) {
		return -3
	}
	if english && !(follow && (f.has(n, cueActor|cueLocal|cueHappen|cuePlace|cueTown|cueArea) || englishThings[t.Tokens[n].Hash])) {
		return -1.5
	}
	if !follow {
		return 0.3
	}
	return 3
}

// englishThings are what is English of England and not of the language.
var englishThings = hashes(`football cricket rugby clubs club league side countryside village coast channel champions fans supporters referee midfielder striker
	defender goalkeeper batsman bowler captain manager pub pubs garden law nationalist civil aristocrat monarchy tourists winger forward`)

// firms are towns whose firm is named far more often.
var firms = hashes(`toyota hitachi nokia siemens dell ford shell`)

// ampersand reports a name joined by "&" to another: "Stevens & Wilkinson" is a firm.
func (f *finder) ampersand(it *item) bool {
	t := f.t
	return t.Word(it.first-1) == "&" || t.Word(it.last) == "&"
}

// before scores what stands in front of the name.
func (f *finder) before(it *item, st style, start bool) float64 {
	t := f.t
	if start {
		return -0.3
	}
	p := it.first - 1
	k := &t.Tokens[p]
	v := 0.0
	if k.Kind == token.Punct && t.Word(p) == "-" && !k.Has(token.Spaced) && p > 0 {
		// "U.S.-Russia", "Sen. Tom Jensen, R-London"; "Jean-Paris" is a name
		if q := &t.Tokens[p-1]; q.Has(token.Capital) && (q.End-q.Start == 1 || t.Is(p-1, "dfl") || t.Is(p-1, "rep") || t.Is(p-1, "dem")) && p > 1 && (t.Word(p-2) == "," || t.Word(p-2) == "(") {
			return 2.5
		}
		if o := f.itemEndingAt(p); o != nil && o.lo < o.hi && !o.surname {
			return 0 // "Logan-Rogersville"
		}
		if q := &t.Tokens[p-1]; q.Kind == token.Word && q.Has(token.Capital) && it.tier < tierBig {
			return -2
		}
		return 0
	}
	// "northern Georgia", "downtown Paris": the adjective itself speaks for a place
	if f.has(p, cueSkip) && !f.is(p, hashThe) && !t.Tokens[p].Has(token.Capital) {
		v += 0.9
	}
	for p > 0 && f.has(p, cueSkip) && !t.Tokens[p].Has(token.SentStart) {
		p--
	}
	k = &t.Tokens[p]
	w := f.cue(p)
	direct := p == it.first-1
	capital := k.Kind == token.Word && k.Has(token.Capital) && !k.Has(token.SentStart)
	switch {
	case capital && direct && st == styleNormal && w&(cueIn|cueTo|cueOfPlace|cueAgainst) == 0:
		if w&cueTitle != 0 {
			v -= 2.5
		} else if o := f.itemEndingAt(p + 1); o != nil && (o.tier >= tierCity || o.strong) {
			v -= 0.3
		} else if w&cueMonth == 0 {
			v -= 1.6
		}
	case f.is(p, hashOf):
		v += 0.6
		if p > 0 && f.has(p-1, cueOfPlace|cueTown) {
			v += 1.5
		} else if p > 0 && t.Tokens[p-1].Has(token.Capital) && f.has(p-1, cueOrg) {
			v += 0.3
		}
	case w&cueIn != 0:
		v += 2
		it.strong = it.strong || f.is(p, hashIn) || t.Is(p, "near") || t.Is(p, "outside") || t.Is(p, "throughout") || t.Is(p, "across") || t.Is(p, "around") || t.Is(p, "inside")
		if it.strong {
			v -= 1.2 // strong is added by itself
		}
	case w&cueTo != 0:
		v += 1
		if p > 0 && f.has(p-1, cueMotion) {
			v += 0.7
		}
	case f.is(p, hashBetween) && it.joined:
		v += 1.2
	case w&cueVisit != 0:
		v += 0.8
	case k.Kind == token.Punct && t.Word(p) == ",":
		if it.joined {
			v += 0.4
		}
	case f.is(p, hashAnd), f.is(p, hashOr):
		if it.joined {
			v += 0.4
		}
	case k.Kind == token.Punct && t.Word(p) == "(":
		v += 0.1
	}
	return v
}

// itemEndingAt gives the item whose last token is before token i; nil if none.
func (f *finder) itemEndingAt(i int) *item {
	lo, hi := 0, len(f.items)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.items[mid].last < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(f.items) && f.items[lo].last == i {
		return &f.items[lo]
	}
	return nil
}

// behind scores what follows the name.
func (f *finder) behind(it *item, st style) float64 {
	t := f.t
	n := it.last
	if n >= len(t.Tokens) || t.Sentence(n) != t.Sentence(it.first) {
		return 0
	}
	k := &t.Tokens[n]
	w := f.cue(n)
	g := grammar.Of(k.Hash)
	switch {
	case k.Kind == token.Clitic && f.saint(it.first) && n+1 < len(t.Tokens) && t.Tokens[n+1].Has(token.Capital):
		return -3.5 // "St. Patrick's Day"
	case k.Kind == token.Clitic:
		if n+1 < len(t.Tokens) && f.has(n+1, cuePlace) {
			return 1.2
		}
		return 0.2
	case k.Kind == token.Punct && t.Word(n) == "-" && !k.Has(token.Spaced):
		if f.has(n+1, cueStatus) {
			return 2
		}
		if n+1 < len(t.Tokens) && t.Tokens[n+1].Has(token.Capital) && it.tier < tierBig {
			return -1.5
		}
		return 0
	case k.Kind == token.Punct:
		return 0.1
	case k.Kind == token.Word && k.Has(token.Capital) && st == styleNormal && !f.placeAt(n):
		if w&(cueOrg|cueTitle) != 0 {
			it.why = "place.part-of-name"
			return 0.6
		}
		if w&cueMonth != 0 {
			return 0
		}
		if it.last-it.first > 1 || f.has(it.first-1, cueIn) {
			return -0.3
		}
		if it.tier >= tierRegion {
			return -1
		}
		return -2.2
	case w&cueLocal != 0 && k.Kind == token.Word && !k.Has(token.Capital):
		return 1.6
	case w&cueSay != 0 && it.tier < tierBig && g&grammar.VerbIng == 0:
		return -1.5
	case g&grammar.Be != 0 && (f.has(n+1, cueHit) || f.has(n+2, cueHit)):
		return 1.2 // "Sudzha is encircled"
	case g&(grammar.Modal|grammar.Finite|grammar.Be|grammar.Have|grammar.Do) != 0 && it.tier < tierCity:
		return -0.4
	case g&(grammar.Prep) != 0:
		return 0.1
	}
	return 0
}

func (f *finder) saint(i int) bool { return f.t.Is(i, "st.") || f.t.Is(i, "st") || f.t.Is(i, "saint") }

// placeAt reports whether a well known place begins at token i.
func (f *finder) placeAt(i int) bool {
	lo, hi := 0, len(f.items)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.items[mid].first < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(f.items) && f.items[lo].first == i && (f.items[lo].tier >= tierCity || f.items[lo].strong || f.items[lo].demonym)
}

// blocks takes the people and organisations into account that the name stands in.
func (f *finder) blocks(it *item) {
	if f.thing(it) {
		it.use = story.UseInName
		return
	}
	if f.names == nil {
		return
	}
	b := f.names.At(it.first)
	if b < 0 {
		return
	}
	blk := &f.names.Blocks[b]
	switch blk.Kind {
	case name.Person:
		if f.pair(it) {
			return // "China-Taiwan"
		}
		if it.last > blk.Tokens.Last {
			return // the block is a part of the name
		}
		whole := blk.Tokens.First == it.first && blk.Tokens.Last == it.last
		if f.orgWords(blk.Tokens) {
			if !whole && !it.demonym {
				it.use = story.UseInName
			}
			return
		}
		if it.demonym {
			if !whole {
				it.logit -= 4 * blk.P
			}
			return
		}
		d := 5 * blk.P * f.known(blk, it)
		switch {
		case !whole && it.last-it.first == 1:
			d = max(d, 3.5)
		case it.strong:
			d *= 0.4
		case it.tier >= tierRegion && !f.longName(blk.Entity):
			d *= 0.5
		}
		it.logit -= d
		it.surname, it.partOf = true, !whole
	case name.Organisation:
		whole := blk.Tokens.First == it.first && blk.Tokens.Last == it.last
		if whole {
			if it.tier < tierCity {
				it.logit -= 2.5 * blk.P
			}
			return
		}
		if it.last > blk.Tokens.Last || it.demonym {
			return
		}
		if it.last < blk.Tokens.Last && !f.t.Tokens[it.last].Has(token.Capital) {
			return // "Sudan's army": a phrase, not a name
		}
		it.use = story.UseInName
		if it.first > blk.Tokens.First {
			it.logit -= 0.5
		}
	}
}

// pair reports a name joined by a hyphen to another well known place.
func (f *finder) pair(it *item) bool {
	t := f.t
	if it.tier < tierCity {
		return false
	}
	if n := it.last; t.Word(n) == "-" && !t.Tokens[n].Has(token.Spaced) && f.placeAt(n+1) {
		return true
	}
	if p := it.first - 1; p > 0 && t.Word(p) == "-" && !t.Tokens[p].Has(token.Spaced) {
		o := f.itemEndingAt(p)
		return o != nil && o.tier >= tierCity
	}
	return false
}

// orgWords reports whether a block holds a word that people's names do not: "Florida Highway Patrol".
func (f *finder) orgWords(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if f.has(i, cueOrg) || i > r.First && classes[f.t.Tokens[i].Hash].after {
			return true
		}
	}
	return false
}

// known says how surely a block is a person, from 0 to 1: by a title, a given name, or another form of the name
// elsewhere; two capitals alone may as well be a town.
func (f *finder) known(blk *name.Block, it *item) float64 {
	sure := blk.Title.First < blk.Title.Last
	if blk.Entity >= 0 && blk.Entity < len(f.names.Entities) {
		e := &f.names.Entities[blk.Entity]
		sure = sure || e.Gender != 0 || len(e.Aliases) > 1
	}
	if sure {
		return 1
	}
	if it.last-it.first > 1 && it.match <= gazetteer.Official && !it.word {
		return 0.2
	}
	return 0.7
}

// longName reports whether an entity is named by two words or more somewhere.
func (f *finder) longName(e int) bool {
	return e >= 0 && e < len(f.names.Entities) && strings.Contains(f.names.Entities[e].Name, " ")
}
