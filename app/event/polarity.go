package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// nobodies are words that a sentence is denied by though no "not" stands before its verb.
var nobodies = token.SetOf("nobody", "none", "nothing", "neither", "nowhere", "no-one")

var (
	hashOne    = token.HashOf("one")
	hashA      = token.HashOf("a")
	hashNot    = token.HashOf("not")
	hashSingle = token.HashOf("single")
	hashBut    = token.HashOf("but")
	hashWould  = token.HashOf("would")
	hashHave   = token.HashOf("have")
	hashWith   = token.HashOf("without")
)

// counting are words with which "no" denies nothing: "no fewer than ten", "no doubt", "No 10".
var counting = token.SetOf("longer", "more", "fewer", "less", "doubt", "wonder", "matter", "sooner", "later", "better", "worse", "secret", "surprise", "question", "mistake",
	"stranger", "novice", "coincidence")

// excepting are words behind "nobody" or "no ship" that say who did it after all: "nobody but the mayor".
var excepting = token.SetOf("but", "except", "save", "other")

// nowherePoints are what a denial at the head of a clause is made of: "at no point", "under no circumstances".
var nowherePoints = token.SetOf("point", "stage", "moment", "circumstances", "way", "account", "case")

// denying reports that token i denies what it stands before: "nobody", "none", "no ship", "not one", "not a single".
func (a *article) denying(i, last int) bool {
	ts := a.text.Tokens
	if ts[i].Kind != token.Word || i+1 >= last {
		return ts[i].Kind == token.Word && nobodies.Has(ts[i].Hash)
	}
	next := &ts[i+1]
	switch h := ts[i].Hash; {
	case nobodies.Has(h):
		return !excepting.Has(next.Hash) && !(i > 0 && a.text.Is(i-1, "or")) // "little or none"
	case h == hashNo:
		if next.Has(token.Digit) || ts[i].Has(token.Capital) && !ts[i].Has(token.SentStart) {
			return false // "case No A12"
		}
		for k := i + 2; k < last && k < i+4; k++ {
			if excepting.Has(ts[k].Hash) && ts[k].Hash != hashBut {
				return false // "no ship other than"
			}
		}
		return next.Kind == token.Word && !counting.Has(next.Hash) && a.class[i+1]&(grammar.Prep|grammar.Aux) == 0 && !(next.Hash == hashOne && i+2 < last && excepting.Has(ts[i+2].Hash))
	case h == hashNot:
		return next.Hash == hashOne || next.Hash == hashA && i+2 < last && ts[i+2].Hash == hashSingle
	}
	return false
}

// unsubjected finds the word that makes the subject of the verb t nobody and nothing: "no gate of the dam was opened",
// "none of the villages was hit", "nobody was hurt or killed". -1 for none.
func (a *article) unsubjected(t *trigger, c *clause) int {
	group := true // still among the helping verbs before t
	joined := false
	for i := t.at - 1; i >= c.First && i >= t.at-a.w.Reach.Subject; i-- {
		k := &a.text.Tokens[i]
		cl := a.class[i]
		switch {
		case a.denying(i, c.Last) && (k.Hash != hashNo || !group || i > c.First || i+1 < t.at):
			if p := i - 1; p >= c.First && a.class[p]&grammar.Prep != 0 && !a.pointless(i) {
				return -1 // "in no time the fire spread"
			}
			if p := i - 1; p >= c.First && a.can[p]&grammar.Finite != 0 && a.class[p]&(grammar.Aux|grammar.And) == 0 && !tables().entryOf(a.text.Tokens[p].Hash).verb.is(utters) {
				return -1 // "found nothing": it is no subject
			}
			return i
		case k.Kind == token.Punct && !a.text.Is(i, "-") && !a.text.Is(i, "’"), k.Kind == token.Quote:
			return -1
		case k.Kind != token.Word:
		case cl&grammar.Subject != 0 && cl&(grammar.Det|grammar.Number) == 0 && !(i > c.First && a.class[i-1]&grammar.Prep != 0):
			return -1 // "no talks that you would like"
		case group && cl&grammar.And != 0 && !joined:
			joined = true // "hurt or killed"
		case group && (cl&(grammar.Aux|grammar.Adverb|grammar.Not) != 0 || a.adverb(i) || joined && a.can[i]&(grammar.VerbPart|grammar.VerbPast) != 0):
		case cl&(grammar.Aux|grammar.Sub|grammar.Relative|grammar.Wh) != 0 && cl&grammar.Prep == 0:
			if cl&grammar.Be != 0 && a.fronted(i, c) {
				continue // "at no point was the dam opened"
			}
			return -1
		case a.can[i]&grammar.VerbPast != 0 && cl&grammar.Prep == 0 && !(a.can[i]&grammar.VerbPart != 0 && a.classAt(i+1, c.Range)&grammar.Prep != 0):
			return -1 // another verb comes between
		default:
			group = false
		}
	}
	return -1
}

// fronted reports that the helping verb at i stands before its subject since what is before it denies: "at no point was".
func (a *article) fronted(i int, c *clause) bool {
	return i-2 > c.First && a.text.Tokens[i-2].Hash == hashNo && a.pointless(i-2)
}

// pointless reports "point", "circumstances" and the like behind the "no" at i.
func (a *article) pointless(i int) bool {
	return i+1 < len(a.text.Tokens) && nowherePoints.Has(a.text.Tokens[i+1].Hash)
}

// unobjected finds the word that makes the object of the verb t nobody and nothing: "closed none of its shops". -1 for none.
func (a *article) unobjected(t *trigger, c *clause) int {
	if t.noun() || t.class.is(utters) {
		return -1
	}
	for i := t.end; i < c.Last && i < t.end+3; i++ {
		switch {
		case a.denying(i, c.Last):
			if a.text.Tokens[i].Hash == hashNot || a.verbComes(i+1, c.Last) {
				return -1 // "knew nobody was hurt": it is a subject
			}
			return i
		case a.class[i]&(grammar.Adverb|grammar.Object) == 0 || a.class[i]&grammar.Prep != 0:
			return -1
		}
	}
	return -1
}

// verbComes reports that the tokens [from, to) hold the verb of a subject there.
func (a *article) verbComes(from, to int) bool {
	for i := from; i < to; i++ {
		if a.class[i]&grammar.Aux != 0 || a.can[i]&grammar.VerbPast != 0 {
			return true
		}
	}
	return false
}

// withoutNoun finds the "no" or "without" that the noun t follows, with adjectives between: "no further attacks". -1 for none.
func (a *article) withoutNoun(t *trigger, c *clause) int {
	for i := t.at - 1; t.noun() && i >= c.First && i >= t.at-3; i-- {
		k := &a.text.Tokens[i]
		if k.Kind != token.Word {
			return -1
		}
		if k.Hash == hashNo || k.Hash == hashWith {
			if i+1 < t.at && counting.Has(a.text.Tokens[i+1].Hash) {
				return -1
			}
			return i
		}
		if a.class[i]&(grammar.Prep|grammar.Aux|grammar.Det|grammar.Poss|grammar.And|grammar.Number|grammar.Sub|grammar.Relative) != 0 {
			return -1
		}
	}
	return -1
}

// failing words say of the infinitive behind them that it did not come to it: "failed to reach", "unable to land".
var failing = token.SetOf("failed", "fails", "failing", "fail", "failure", "unable", "declined", "declines", "declining", "neglected", "forgot", "powerless", "forbidden")

// attempts are nouns between a failing word and its infinitive: "failed in their bid to seize".
var attempts = token.SetOf("attempt", "attempts", "bid", "bids", "effort", "efforts", "push", "try", "attempted", "chance")

// preventing words say that what follows their "from" or "of" did not come to happen: "prevented crews from reaching".
var preventing = token.SetOf("prevented", "prevents", "prevent", "preventing", "stopped", "stops", "stop", "kept", "keeps", "keep", "barred", "bars", "blocked", "blocks", "banned", "bans",
	"refrained", "refrain", "deterred", "discouraged", "dissuaded", "short", "instead")

// avoiding words do so with what follows them at once: "ruled out closing", "narrowly avoided hitting".
var avoiding = token.SetOf("avoided", "avoids", "avoiding", "escaped", "missed", "averted")

// undone finds the word that says that the happening t failed, was prevented or left undone. -1 for none.
func (a *article) undone(t *trigger, c *clause) int {
	ts := a.text.Tokens
	if to := a.infinitiveFrom(t, c); to > c.First {
		i := to - 1
		if i > c.First && a.text.Is(i, "yet") && a.class[i-1]&(grammar.Have|grammar.Be) != 0 {
			return i // "has yet to comment"
		}
		if i > c.First && attempts.Has(ts[i].Hash) && a.class[i-1]&(grammar.Prep|grammar.Det|grammar.Poss|grammar.Adverb) != 0 {
			for i--; i > c.First && i > to-5 && a.class[i]&(grammar.Prep|grammar.Det|grammar.Poss|grammar.Adverb) != 0; {
				i--
			}
		}
		if ts[i].Kind == token.Word && failing.Has(ts[i].Hash) && a.deniedAt(i, c) < 0 {
			return i
		}
		return -1
	}
	if !t.ing || t.noun() || t.at <= c.First {
		return -1
	}
	p := t.at - 1
	switch h := ts[p].Hash; {
	case avoiding.Has(h), h == hashOut && p > c.First && a.text.Is(p-1, "ruled") && a.deniedAt(p-1, c) < 0:
		return p
	case h == hashFrom || h == hashOf:
		for i := p - 1; i >= c.First && i >= p-7; i-- {
			if ts[i].Kind == token.Punct {
				break
			}
			if preventing.Has(ts[i].Hash) && (h == hashFrom || i == p-1) && a.deniedAt(i, c) < 0 {
				return i
			}
		}
	}
	return -1
}

// deniedAt finds a "not" right before token i: "did not fail to", "have not ruled out". -1 for none.
func (a *article) deniedAt(i int, c *clause) int {
	for k := i - 1; k >= c.First && k >= i-2; k-- {
		if a.sign[k]&isNot != 0 {
			return k
		}
	}
	return -1
}

// infinitiveFrom is the "to" of the infinitive t, also of "to be scattered" and "to have left"; -1 for none.
func (a *article) infinitiveFrom(t *trigger, c *clause) int {
	for i := t.at - 1; i >= c.First && i >= t.at-4; i-- {
		if a.text.Tokens[i].Hash == hashTo {
			return i
		}
		if a.class[i]&(grammar.Be|grammar.Have|grammar.Adverb|grammar.Not) == 0 {
			break
		}
	}
	return -1
}

// trying words leave open whether it came to what they stand before: "tried to rob", "had hoped to drill".
var trying = token.SetOf("try", "tries", "tried", "trying", "attempt", "attempts", "attempted", "attempting", "hoped", "wished", "wish", "wishes", "meaning", "offered", "offers",
	"afraid", "refuses", "refusing", "forgotten", "threatening")

// meant are participles with "to" behind them that say of what was to be, as "is to" and "was to" do: "was supposed to land".
var meant = token.SetOf("supposed", "meant", "destined", "bound")

// toBe finds the word that makes the infinitive t a plan: "is to move", "was to be raised", "was supposed to land". -1 for none.
func (a *article) toBe(t *trigger, c *clause) int {
	to := a.infinitiveFrom(t, c)
	if to <= c.First {
		return -1
	}
	i := to - 1
	for i > c.First && a.class[i]&(grammar.Adverb|grammar.Not) != 0 && a.class[i]&grammar.Be == 0 && a.sign[i]&(isIrrealis|isDoubt) == 0 {
		i--
	}
	switch {
	case meant.Has(a.text.Tokens[i].Hash):
		return i
	case a.class[i]&grammar.Be != 0 && !a.text.Is(i, "be") && !a.text.Is(i, "been") && !a.text.Is(i, "being"):
		for k := i - 1; k >= c.First; k-- { // "the aim is to open it", "all they want is to leave"
			if a.sign[k]&(isIrrealis|isPlan) != 0 || a.can[k]&grammar.VerbBase != 0 && a.class[k]&grammar.Aux == 0 && a.class[k] != 0 {
				return -1
			}
		}
		return i
	}
	return -1
}

// polarity adds what is not told by one word right before the happening: what nobody did, what failed, what is asked, what is to be.
func (a *article) polarity(e *Found, g *signs, t *trigger, ci int) {
	c := &a.now.clauses[ci]
	if g.denied < 0 {
		g.denied = a.unhappened(t, ci)
	}
	to := -1
	if !t.noun() {
		to = a.infinitiveFrom(t, c)
	}
	if g.planned < 0 {
		g.planned = a.toBe(t, c)
	} else if g.denied < 0 && to > c.First && g.planned == to-1 && g.planned-2 >= c.First {
		for i := g.planned - 1; i >= g.planned-2; i-- {
			if a.sign[i]&isDenies != 0 {
				g.denied = i // "denied plans to close"
			}
		}
	}
	if g.conditional < 0 {
		g.conditional = a.supposed(t, ci)
	}
	if g.conditional < 0 && to > c.First && trying.Has(a.text.Tokens[to-1].Hash) {
		g.conditional, e.tried = to-1, true
	}
	g.asked = a.asked(t, ci)
}

// unhappened finds the word that says that the happening t did not come about, where no "not" stands before it. -1 for none.
func (a *article) unhappened(t *trigger, ci int) int {
	c := &a.now.clauses[ci]
	if !t.noun() {
		if i := a.undone(t, c); i >= 0 {
			return i
		}
	}
	if a.now.signs&isNobody == 0 {
		return -1
	}
	if t.noun() {
		return a.withoutNoun(t, c)
	}
	if i := a.unobjected(t, c); i >= 0 {
		return i
	}
	switch t.shape {
	case shapeFinite, shapeBe:
		if i := a.unsubjected(t, c); i >= 0 {
			return i
		}
		if c.conj && c.up >= 0 && a.text.Tokens[c.First].Hash != hashBut { // "Nobody came and took them away"
			up := &a.now.clauses[c.up]
			for k := up.to - 1; k >= up.from; k-- {
				if d := &a.now.deeds[k]; d.shape == shapeFinite {
					return a.unsubjected(d, up)
				}
			}
		}
	case shapeInfinitive:
		if to := a.infinitiveFrom(t, c); to > c.First && a.can[to-1] != 0 {
			return a.unsubjected(&trigger{at: to - 1, end: to}, c) // "Nobody was sent to rescue them"
		}
	}
	return -1
}
