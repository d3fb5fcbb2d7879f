package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// rule ties a place to the happening that governs it.
type rule struct {
	place   int // index into the places of the clause
	trigger int // index into its triggers; -1 for none
	p       float64
	at      bool // "in", "at", "near" stands before it
	ahead   bool // where somebody set out for
	why     story.Reason
}

// locative prepositions say where.
var locatives = func() token.Words[float64] {
	m := map[uint32]float64{}
	for p, words := range map[float64][]string{
		1:    {"in", "at", "near", "inside", "outside", "throughout", "across", "within", "around"},
		0.9:  {"on", "into", "over", "off", "along", "toward", "towards", "to", "through", "above", "beyond", "onto"},
		0.8:  {"from", "of", "between", "against", "beside", "under", "behind"},
		0.65: {"for", "with", "about", "by"},
	} {
		for _, w := range words {
			m[token.HashOf(w)] = p
		}
	}
	return token.Index(m)
}()

// govern finds for each place of a clause the trigger that it belongs to. A wider place beside a closer one inside it
// is left out, as is where a journey began when it is said where it led.
func (a *article) govern(c *clause, places []placed, ts []trigger) []rule {
	out := a.rules[:0]
	for i := range places {
		p := &places[i]
		if a.containerHere(p, places, i) || a.contains(p, places, i) {
			continue
		}
		prep, at := a.preposition(p.first, c.First)
		best, score := -1, 0.0
		for j := range ts {
			if ts[j].at < p.first-a.w.Reach.Words {
				continue
			}
			if ts[j].at >= p.last+a.w.Reach.Words {
				break
			}
			if s := a.bond(p, &ts[j], prep, at, c); s > score {
				best, score = j, s
			}
		}
		if score < a.w.Where.Bond {
			best = -1
		}
		r := rule{place: i, trigger: best, p: clamp(a.w.Where.Tied + (1-a.w.Where.Tied)*score), at: locatives.Of(prep) >= 1}
		switch {
		case best < 0:
			r.p = a.w.Where.Own
			r.why = a.why("event.where.named", p.place.Name)
		case prep != 0:
			r.why = a.why("event.where.preposition", a.wordOf(prep, p.first, c.First), p.place.Name, ts[best].what)
		default:
			r.why = a.why("event.where.governs", p.place.Name, ts[best].what)
		}
		if a.origin(best, prep, ts, places, i, c) || best < 0 && len(ts) > 0 && modifiers.Has(prep) {
			continue
		}
		if best >= 0 && prep == hashFor && headWords.Has(a.text.Tokens[ts[best].at].Hash) && a.leftBehind(places, i, c, &ts[best]) {
			r.p, r.ahead = r.p*a.w.Where.Apart, true
		}
		if n := len(out) - 1; n >= 0 && best >= 0 && out[n].trigger == best && out[n].place == i-1 && places[i-1].place.ID == p.place.ID && p.place.ID != 0 {
			continue // a park that stands for its town, and the town: "in Richmond Park in Cork"
		}
		out = append(out, r)
	}
	a.rules = out
	return out
}

// leftBehind reports that the clause names the place that somebody left, by the verb t, for the place i: "left Rotterdam for Lagos".
func (a *article) leftBehind(places []placed, i int, c *clause, t *trigger) bool {
	for j := range places[:i] {
		if prep, _ := a.preposition(places[j].first, c.First); places[j].first >= t.end && (prep == 0 || prep == hashFrom) {
			return true
		}
	}
	return false
}

// bond measures how well trigger t governs place p, 0 to 1.
func (a *article) bond(p *placed, t *trigger, prep uint32, at int, c *clause) float64 {
	gap, follows := p.first-t.end, false
	if t.at >= p.last {
		gap, follows = t.at-p.last, true
	}
	if gap < 0 {
		gap = 0
	}
	s := a.bondByOrder(p, t, prep, at, c) / (1 + a.w.Bond.GapFall*float64(gap))
	return min(s*a.bondByKind(t, prep, follows && prep == 0 && gap == 0 && t.noun(), gap), 1)
}

// bondByOrder is the part of bond that the order of the words gives, times what the gap between them takes away.
func (a *article) bondByOrder(p *placed, t *trigger, prep uint32, at int, c *clause) float64 {
	w := &a.w.Bond
	follows := t.at >= p.last
	gap := max(0, p.first-t.end)
	if follows {
		gap = t.at - p.last
	}
	fall, s := 1+w.GapFall*float64(gap), 1.0
	switch {
	case follows && prep == 0 && a.passive(t) && gap <= w.PassiveGap && t.class.is(physical):
		return max(1, w.Passive*fall) // "Sudzha was said to be encircled"
	case follows && prep == 0 && gap == 0:
		s *= 1 // "the Kursk incursion"
	case follows && prep == 0 && gap <= 2 && a.text.Tokens[p.last].Kind == token.Clitic:
		s *= w.Genitive // "Kursk's encirclement"
	case follows && prep != 0 && at <= c.First+1:
		s *= w.Fronted // "In Kursk, troops attacked"
	case follows && prep == hashFrom && at > c.First && !t.class.is(leaves):
		return 0 // "Fans from Manchester sang": who they are, not where
	case follows && prep == hashOf && at > c.First && !t.noun() && !a.regionWord(at-1) && !a.passive(t) && wide(p.place.Kind):
		s *= w.OfSubject // "The president of Ukraine arrived"
	case follows && modifiers.Has(prep) && prep != hashOf && at > c.First && !t.noun():
		s *= w.OfSubject // "A jet bound for Lima was hit"
	case follows && prep != 0 && !t.noun() && a.helpersOnly(p.last, t.at):
		s = max(w.Subject, w.SubjectLeast*fall) // "The garrison in Mariupol has surrendered"
	case follows && prep != 0:
		s *= w.BeforeIn // "the situation in Ukraine during a conference": it belongs to what stands before
	case follows:
		s *= w.BeforeBare
	case prep == 0 && gap <= 1:
		s *= w.Object // "attacked Kharkiv"
	case prep == 0:
		s *= w.AfterBare
	case prep == hashOf && at-1 >= t.end && a.text.Tokens[at-1].Hash == hashOut:
		s *= w.FromLeaves // "out of"
	case prep == hashOf && at-1 >= t.end && !a.regionWord(at-1):
		s *= w.OfNoun // "discuss the future of Kursk"
	default:
		s *= w.AfterPrep + w.AfterPrepGain*locatives.Of(prep)
	}
	if prep != 0 && !follows && at > t.end && topics.Has(a.text.Tokens[at-1].Hash) {
		s *= w.Topic // "ending the war in Ukraine"
	}
	return s
}

// bondByKind is the part of bond that the kind of happening gives; names says that the place stands as its name: "the Kursk
// talks".
func (a *article) bondByKind(t *trigger, prep uint32, names bool, gap int) float64 {
	w := &a.w.Bond
	s := 1.0
	if prep == hashFrom {
		if t.class.is(leaves) || takings.Has(a.text.Tokens[t.at].Hash) {
			s *= w.FromLeaves
		} else if t.class.is(moves) {
			if arrivals.Has(a.text.Tokens[t.at].Hash) {
				return 0 // "arrived from Perth": not there
			}
			s *= w.FromMoves
		}
	}
	if prep == hashTo && t.class.is(moves) {
		s *= w.ToMoves
	}
	if t.weak {
		s *= w.Weak
	}
	switch {
	case t.class.is(utters) && (locatives.Of(prep) < 1 || gap > 8):
		s *= w.Says
	case t.class.is(talk) && locatives.Of(prep) < 0.9 && !names:
		s *= w.TalkTo // talks are held where the text says so, not where somebody is named
	case t.class == classDemand, t.class == classAgree:
		s *= w.Demand
	case t.class == classLife, t.class == classOther, t.class == classOpen, t.class == classAid:
		s *= w.Life
	}
	return s
}

// takings are words of which "from X" says where it happens, and not who or what comes from there.
var takings = token.SetOf("launch", "launched", "launches", "launching", "stole", "stolen", "steal", "stealing", "theft", "thefts", "rescued", "rescue", "escaped", "escape", "escapes", "escaping",
	"disappeared", "vanished", "removed", "removing", "smuggled", "sailed", "sailing", "departed", "abducted", "kidnapped", "looted", "recovered", "deported", "expelled", "banned", "freed",
	"exhumed", "airlifted", "evicted", "broadcast", "reported", "reporting")

// starts reports a noun of setting out at token i: "launch", "lift-off", "departure".
func (a *article) starts(i int) bool {
	if i < 1 {
		return false
	}
	if h := a.text.Tokens[i].Hash; startNouns.Has(h) {
		return true
	} else if h != hashOff {
		return false
	}
	k := i - 1
	if a.byteAt(k) == '-' && k > 0 {
		k--
	}
	return startVerbs.Has(a.text.Tokens[k].Hash)
}

var (
	startNouns = token.SetOf("launch", "launches", "liftoff", "takeoff", "blastoff", "departure", "departures")
	startVerbs = token.SetOf("lift", "lifted", "lifts", "take", "took", "takes", "taking", "blast", "blasted", "set", "sets")
	hashOff    = token.HashOf("off")
)

// topics are nouns whose place is not that of what is done about them.
var topics = token.SetOf("situation", "war", "conflict", "crisis", "peace", "violence", "economy", "interests", "future", "role", "presence", "tensions", "developments", "affairs", "politics", "wars", "conflicts")

// wide reports a country or more: its president is no sign of where something happens, its capital's mayor is.
func wide(k geo.Kind) bool {
	return k == geo.KindCountry || k == geo.KindContinent || k == geo.KindRegion || k == geo.KindAdmin1
}

// arrivals are journeys told from their end.
var arrivals = token.SetOf("arrive", "arrives", "arrived", "arriving", "come", "comes", "came", "coming", "return", "returns", "returned", "returning",
	"enter", "enters", "entered", "entering", "land", "lands", "landed", "landing", "visit", "arrival", "return")

// modifiers are prepositions that tie a place to a noun before them, as a rule, and not to what happens.
var modifiers = token.SetOf("from", "of", "for", "with", "by", "about", "between", "against")

// passive reports that somebody has it done to them: "was captured", "has been hit".
func (a *article) passive(t *trigger) bool {
	if !t.past {
		return false
	}
	for i := t.at - 1; i >= 0 && i >= t.at-3; i-- {
		if a.class[i]&grammar.Be != 0 {
			return true
		}
	}
	return false
}

// helpersOnly reports that nothing but helping verbs and adverbs stands in [from, to): the subject's verb comes next.
func (a *article) helpersOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if c := a.class[i]; c&(grammar.Aux|grammar.Adverb|grammar.Not|grammar.And) == 0 && !(a.regionWord(i) && i == from) && a.byteAt(i) != ',' && len(a.placesIn(token.Range{First: i, Last: i + 1})) == 0 && a.text.Tokens[i].Flags&token.Capital == 0 {
			return false
		}
	}
	return to-from <= 8
}

// preposition finds the word before a place that says how it stands to it: "in the western region of Kursk" gives
// "in", "the capture of Sudzha" gives "of". The token is given too; 0 and -1 if there is none.
func (a *article) preposition(i, first int) (uint32, int) {
	h, at := uint32(0), -1
	inner := false // only the "of" of "the city of X" so far
	for j, steps := i-1, 0; j >= first && steps < 7; j, steps = j-1, steps+1 {
		t := &a.text.Tokens[j]
		if t.Kind == token.Punct && a.byteAt(j) != ',' && a.byteAt(j) != '-' || t.Kind == token.Quote {
			break
		}
		if t.Kind == token.Word && locatives.Has(t.Hash) {
			h, at, inner = t.Hash, j, false
			if h == hashFrom && a.starts(j-1) {
				h = hashAt // "a launch from Cape Canaveral"
			}
			if t.Hash == hashOf && a.regionWord(j-1) {
				inner = true
				continue // "the region of Kursk": look further
			}
			break
		}
		c := a.class[j]
		if c&(grammar.Aux|grammar.Subject) != 0 || c&grammar.Finite != 0 && c&grammar.Det == 0 && !a.adjectival(j) {
			break
		}
		if a.byteAt(j) == ',' && a.class[j+1]&grammar.Det != 0 {
			break
		}
	}
	if inner {
		return 0, -1 // "the city of Sudzha was taken"
	}
	return h, at
}

// adjectival reports a participle between article and noun: "the occupied region".
func (a *article) adjectival(j int) bool {
	return j > 0 && a.class[j]&grammar.VerbPart != 0 && a.class[j-1]&(grammar.Det|grammar.Poss) != 0
}

var regionWords = token.SetOf("region", "regions", "city", "town", "village", "province", "oblast", "district", "state", "county", "area", "port",
	"capital", "republic", "island", "territory", "borders", "outskirts", "suburb", "part", "parts", "north", "south", "east", "west", "centre", "center", "kingdom", "streets")

func (a *article) regionWord(j int) bool {
	return j >= 0 && a.text.Tokens[j].Kind == token.Word && regionWords.Has(a.text.Tokens[j].Hash)
}

func (a *article) wordOf(h uint32, i, first int) string {
	for j := i - 1; j >= first; j-- {
		if a.text.Tokens[j].Hash == h {
			return a.text.Word(j)
		}
	}
	return ""
}

// containerHere reports that another place of the clause lies inside p and stands beside it: "Sudzha, Kursk region".
func (a *article) containerHere(p *placed, places []placed, i int) bool {
	for j := max(0, i-3); j < min(len(places), i+4); j++ {
		q := &places[j]
		if j == i || !Holds(p.place, q.place) {
			continue
		}
		gap := q.first - p.last
		if j < i {
			gap = p.first - q.last
		}
		if gap <= 4 || j < i && gap <= 8 {
			return true
		}
	}
	return false
}

// contains reports that an unknown place of the clause beside p lies in it.
func (a *article) contains(p *placed, places []placed, i int) bool {
	for j := max(0, i-1); j < min(len(places), i+2); j++ {
		if q := &places[j]; q.unknown && q.in >= 0 && &a.places[q.in] == p {
			return true
		}
	}
	return false
}

// Holds reports that inner lies inside outer by the gazetteer's own order of things.
func Holds(outer, inner *geo.Place) bool {
	if outer.ID == inner.ID || outer.Country == "" || outer.Country != inner.Country {
		return false
	}
	switch outer.Kind {
	case geo.KindCountry:
		return inner.Kind != geo.KindCountry
	case geo.KindAdmin1:
		return outer.Admin1 != "" && outer.Admin1 == inner.Admin1 && inner.Kind != geo.KindCountry && inner.Kind != geo.KindAdmin1
	case geo.KindAdmin2:
		return outer.Admin2 != "" && outer.Admin2 == inner.Admin2 && outer.Admin1 == inner.Admin1 && !inner.Kind.Area()
	}
	return false
}

// origin reports that a place is where a journey began, and the same clause says where it led; or where somebody fled
// to, when it says from where.
func (a *article) origin(trig int, prep uint32, ts []trigger, places []placed, i int, c *clause) bool {
	if trig < 0 || prep != hashFrom && prep != hashTo {
		return false
	}
	t := &ts[trig]
	var want uint32
	switch {
	case prep == hashFrom && t.class.is(moves):
		want = hashTo
	case prep == hashTo && t.class.is(leaves):
		want = hashFrom
	default:
		return false
	}
	for j := max(0, i-4); j < min(len(places), i+5); j++ {
		if j == i {
			continue
		}
		if h, _ := a.preposition(places[j].first, c.First); h == want {
			return true
		}
	}
	return false
}
