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

// judge gives an item its log-odds of being a place name, by the place it may be, the words around it and the names of
// people and organisations it stands in.
func (f *finder) judge(it *item) {
	switch {
	case it.pattern:
		it.logit, it.strong = f.w.Pattern, true
	case it.demonym:
		it.logit = f.peopleLogit(it)
	default:
		it.logit = f.nameLogit(it)
	}
	f.blocks(it)
}

// nameLogit judges a name by itself and by the words around it.
func (f *finder) nameLogit(it *item) float64 {
	st := f.style[f.t.Sentence(it.first)]
	start := f.t.Tokens[it.first].Has(token.SentStart)
	v := f.wordLogit(it, st, start) + (f.before(it, st, start) + f.behind(it, st))
	if it.strong {
		v += f.w.Strong
	}
	if it.zone == story.ZoneDateline {
		v += f.w.Dateline
	}
	if st != styleNormal {
		v += f.w.Title
		if it.tier < tierCity {
			v += f.w.TitleSmall
		}
		if it.word && it.tier < tierState {
			v += f.w.TitleWord
		}
	}
	return v
}

// wordLogit judges a name by itself: how well known its place is, how it is spelled, what else its words can be.
func (f *finder) wordLogit(it *item, st style, start bool) float64 {
	w := f.w
	v := w.Tier[it.tier]
	multi := it.last-it.first > 1
	switch it.match {
	case gazetteer.Alternate:
		v += w.Alternate
	case gazetteer.Foreign:
		v += w.Foreign
	case gazetteer.Short:
		v += w.Short
	}
	switch {
	case !it.word || it.tier >= tierState:
	case f.isPower(it):
		v += w.WordPower
		if start {
			v += w.WordPowerStart
		}
	default:
		v += w.Word
		if start {
			v += w.WordStart
		}
	}
	if !multi && firms[f.t.Tokens[it.first].Hash] {
		v += w.Firm
	}
	if multi && !it.word {
		v += w.Several
	}
	if !multi && f.has(it.first, cueGiven) && it.tier < tierState {
		v += w.GivenName
		if f.capitalNext(it) && st == styleNormal && !f.has(it.last, cueOrg|cueMonth) && !f.placeAt(it.last) {
			v += w.GivenNameNext
		}
	}
	if f.ampersand(it) && it.tier < tierRegion {
		v += w.Ampersand
	}
	return v
}

// capitalNext reports that a word with a capital stands right behind a name.
func (f *finder) capitalNext(it *item) bool {
	n := it.last
	return n < len(f.t.Tokens) && f.t.Tokens[n].Kind == token.Word && f.t.Tokens[n].Has(token.Capital)
}

// isPower reports that a name is the main name of some capital or seat of power: "Berlin", "Kremlin".
func (f *finder) isPower(it *item) bool {
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
		return f.w.People
	}
	n := it.last
	if !f.has(it.first, cueLanguage) {
		return f.w.People
	}
	english := t.Is(it.first, "english")
	follow := n < len(t.Tokens) && t.Tokens[n].Kind == token.Word && !f.has(n, cueTongue) && grammar.Of(t.Tokens[n].Hash)&(grammar.Prep|grammar.And|grammar.Finite|grammar.Sub) == 0
	p := it.first - 1
	if f.has(p, cueTongue) || f.is(p, hashIn) && !follow || f.has(n, cueTongue) || (f.is(p, hashAnd) && f.has(p-2, cueTongue)) {
		return f.w.PeopleTongue
	}
	if english && !(follow && (f.has(n, cueActor|cueLocal|cueHappen|cuePlace|cueTown|cueArea) || englishThings[t.Tokens[n].Hash])) {
		return f.w.PeopleEnglish
	}
	if !follow {
		return f.w.PeopleAlone
	}
	return f.w.People
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
	t, w := f.t, f.w
	if start {
		if f.unique(it) {
			return w.First + w.FirstUnique
		}
		return w.First
	}
	p := it.first - 1
	if p > 0 && t.Word(p) == "#" && !t.Tokens[it.first].Has(token.Spaced) {
		p-- // "in #Harrow"
	}
	if k := &t.Tokens[p]; k.Kind == token.Punct && t.Word(p) == "-" && !k.Has(token.Spaced) && p > 0 {
		return f.hyphenBefore(it, p)
	}
	// "northern Georgia", "downtown Paris": the adjective itself speaks for a place
	v := 0.0
	if f.has(p, cueSkip) && !f.is(p, hashThe) && !t.Tokens[p].Has(token.Capital) {
		v += w.Direction
	}
	for p > 0 && f.has(p, cueSkip) && !t.Tokens[p].Has(token.SentStart) {
		p--
	}
	k := &t.Tokens[p]
	cue := f.cue(p)
	capital := k.Kind == token.Word && k.Has(token.Capital) && !k.Has(token.SentStart)
	switch {
	case p == it.first-1 && st == styleNormal && f.givenBefore(it):
		v += w.GivenBefore
	case capital && p == it.first-1 && st == styleNormal && cue&(cueIn|cueTo|cueOfPlace|cueAgainst) == 0:
		v += f.capitalBefore(p)
	case f.is(p, hashOf):
		v += w.Of
		if p > 0 && f.has(p-1, cueOfPlace|cueTown) {
			v += w.OfPlace
		} else if p > 0 && t.Tokens[p-1].Has(token.Capital) && f.has(p-1, cueOrg) {
			v += w.OfOrganisation
		}
	case cue&cueIn != 0:
		v += w.In
		if it.strong = it.strong || f.strongIn(p); it.strong {
			v += w.InStrong
		}
	case cue&cueTo != 0:
		v += w.To
		if p > 0 && f.has(p-1, cueMotion) {
			v += w.ToMotion
		}
	case f.is(p, hashBetween) && it.joined:
		v += w.Between
	case cue&cueVisit != 0:
		v += w.Visit
	case it.joined && (f.is(p, hashAnd) || f.is(p, hashOr) || k.Kind == token.Punct && t.Word(p) == ","):
		v += w.Joined
	case k.Kind == token.Punct && t.Word(p) == "(":
		v += w.Bracket
	}
	return v
}

// unique reports a long name that one town of some size bears, and beside it at most places a small part of its size:
// "Bartlesville", "Scranton".
func (f *finder) unique(it *item) bool {
	if it.tier < tierTown || it.word || it.demonym || it.match != gazetteer.Primary || it.last-it.first != 1 ||
		it.span.End-it.span.Start <= f.w.UniqueBytes || f.has(it.first, cueGiven) {
		return false
	}
	rest := int64(0)
	for _, h := range f.hits[it.lo:it.hi] {
		if f.gaz.Kind(h.Row) != geo.KindCity {
			return false
		}
		rest += f.gaz.Population(h.Row)
	}
	return float64(rest-it.pop) <= f.w.UniqueRest*float64(it.pop)
}

// couple reports a given name that shares the surname after another: "the Paul and Mary Reed Center".
func (f *finder) couple(it *item) bool {
	if f.names == nil || it.last-it.first != 1 || !f.has(it.first, cueGiven) || !f.is(it.last, hashAnd) {
		return false
	}
	b := f.names.At(it.last + 1)
	return b >= 0 && f.names.Blocks[b].Tokens.First == it.last+1 && f.names.Blocks[b].Tokens.Last-it.last > 2
}

// givenBefore reports a given name that begins a sentence right before the name: "Jack London wrote".
func (f *finder) givenBefore(it *item) bool {
	p := it.first - 1
	return p >= 0 && f.t.Tokens[p].Has(token.Capital|token.SentStart) && f.has(p, cueGiven) && it.tier < tierState && !f.placeAt(p)
}

// hyphenBefore scores a name after a hyphen at token p: "U.S.-Russia", "Sen. Tom Jensen, R-London"; "Jean-Paris" is a name.
func (f *finder) hyphenBefore(it *item, p int) float64 {
	t := f.t
	q := &t.Tokens[p-1]
	if q.Has(token.Capital) && (q.End-q.Start == 1 || t.Is(p-1, "dfl") || t.Is(p-1, "rep") || t.Is(p-1, "dem")) && p > 1 && (t.Word(p-2) == "," || t.Word(p-2) == "(") {
		return f.w.PartyState
	}
	if o := f.itemEndingAt(p); o != nil && o.lo < o.hi && !o.surname {
		return 0 // "Logan-Rogersville"
	}
	if q.Kind == token.Word && q.Has(token.Capital) && it.tier < tierBig {
		return f.w.HyphenName
	}
	return 0
}

// capitalBefore scores a word with a capital at token p, right before the name.
func (f *finder) capitalBefore(p int) float64 {
	if f.has(p, cueTitle) {
		return f.w.TitleBefore
	}
	if o := f.itemEndingAt(p + 1); o != nil && (o.tier >= tierCity || o.strong) {
		return f.w.PlaceBefore
	}
	if f.has(p, cueMonth) {
		return 0
	}
	return f.w.CapitalBefore
}

// strongIn reports a preposition that is nearly always of place.
func (f *finder) strongIn(p int) bool {
	t := f.t
	return f.is(p, hashIn) || t.Is(p, "near") || t.Is(p, "outside") || t.Is(p, "throughout") || t.Is(p, "across") || t.Is(p, "around") || t.Is(p, "inside")
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
	t, w := f.t, f.w
	n := it.last
	if n >= len(t.Tokens) || t.Sentence(n) != t.Sentence(it.first) {
		return 0
	}
	k := &t.Tokens[n]
	cue := f.cue(n)
	g := grammar.Of(k.Hash)
	switch {
	case k.Kind == token.Clitic && f.saint(it.first) && n+1 < len(t.Tokens) && t.Tokens[n+1].Has(token.Capital):
		return w.SaintsDay // "St. Patrick's Day"
	case k.Kind == token.Clitic:
		if n+1 < len(t.Tokens) && f.has(n+1, cuePlace) {
			return w.PossessivePart
		}
		return w.Possessive
	case k.Kind == token.Punct && t.Word(n) == "-" && !k.Has(token.Spaced):
		if f.has(n+1, cueStatus) {
			return w.HyphenStatus
		}
		if n+1 < len(t.Tokens) && t.Tokens[n+1].Has(token.Capital) && it.tier < tierBig {
			return w.HyphenCapital
		}
		return 0
	case k.Kind == token.Punct:
		return w.Mark
	case k.Kind == token.Word && k.Has(token.Capital) && st == styleNormal && !f.placeAt(n):
		return f.capitalBehind(it)
	case it.tier < tierBig && f.nobility(n):
		return w.CapitalBehind // "the Mayer van den Bergh Museum"
	case cue&cueLocal != 0 && k.Kind == token.Word && !k.Has(token.Capital):
		return w.Local
	case cue&cueSay != 0 && it.tier < tierBig && g&grammar.VerbIng == 0:
		return w.Says
	case g&grammar.Be != 0 && (f.has(n+1, cueHit) || f.has(n+2, cueHit)):
		return w.Undergoes // "Sudzha is encircled"
	case g&(grammar.Modal|grammar.Finite|grammar.Be|grammar.Have|grammar.Do) != 0 && it.tier < tierCity:
		return w.VerbBehind
	case g&grammar.Prep != 0:
		return w.PrepBehind
	}
	return 0
}

// nobility reports words at token n that join the halves of a family name, and a capital behind them.
func (f *finder) nobility(n int) bool {
	from := n
	for n < len(f.t.Tokens) && n < from+2 && f.t.Tokens[n].Kind == token.Word && particles.Has(f.t.Tokens[n].Hash) && !f.t.Tokens[n].Has(token.Capital) {
		n++
	}
	return n > from && n < len(f.t.Tokens) && f.t.Tokens[n].Has(token.Capital)
}

var particles = token.SetOf("van", "von", "vom", "zu", "zum", "zur", "den", "der", "ter", "ten", "af", "av", "della", "di", "dos", "das", "bin", "ibn")

// capitalBehind scores a word with a capital right behind the name: "Oslo University", "Paris Hilton".
func (f *finder) capitalBehind(it *item) float64 {
	switch cue := f.cue(it.last); {
	case cue&(cueOrg|cueTitle) != 0:
		it.why = "place.part-of-name"
		return f.w.NameGoesOn
	case cue&cueMonth != 0:
		return f.w.CapitalMonth
	case it.last-it.first > 1 || f.has(it.first-1, cueIn):
		return f.w.CapitalWide
	case it.tier >= tierRegion:
		return f.w.CapitalRegion
	}
	return f.w.CapitalBehind
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
	if f.thing(it) || f.team(it) {
		it.use = story.UseInName
		return
	}
	if f.names == nil || it.short {
		return
	}
	b := f.names.At(it.first)
	if b < 0 {
		return
	}
	switch blk := &f.names.Blocks[b]; blk.Kind {
	case name.Person:
		f.personBlock(it, blk)
	case name.Organisation:
		f.organisationBlock(it, blk)
	}
}

// personBlock takes the name of a person into account that the name stands in.
func (f *finder) personBlock(it *item, blk *name.Block) {
	if f.pair(it) || it.last > blk.Tokens.Last {
		return // "China-Taiwan"; or the block is a part of the name
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
			it.logit += f.w.PersonDemonym * blk.P
		}
		return
	}
	against := f.w.Person * blk.P * f.known(blk, it)
	switch {
	case !whole && it.last-it.first == 1:
		against = min(against, f.w.PersonPart)
	case it.strong:
		against *= f.w.PersonStrong
	case it.tier >= tierRegion && !f.longName(blk.Entity):
		against *= f.w.PersonRegion
	}
	it.logit += against
	it.surname, it.partOf = true, !whole
}

// organisationBlock does the same for the name of an organisation.
func (f *finder) organisationBlock(it *item, blk *name.Block) {
	if blk.Tokens.First == it.first && blk.Tokens.Last == it.last {
		if it.tier < tierCity {
			it.logit += f.w.Organisation * blk.P
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
		it.logit += f.w.OrganisationIn
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
		if f.has(i, cueOrg) || i > r.First && classes.Of(f.t.Tokens[i].Hash).after {
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
		return f.w.KnownTown
	}
	return f.w.Known
}

// longName reports whether an entity is named by two words or more somewhere.
func (f *finder) longName(e int) bool {
	return e >= 0 && e < len(f.names.Entities) && strings.Contains(f.names.Entities[e].Name, " ")
}
