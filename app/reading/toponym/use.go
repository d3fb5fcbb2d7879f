package toponym

import (
	"math"
	"sort"
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// verdict is what a toponym does and why.
type verdict struct {
	use   story.Use
	p     float64
	why   story.Reason
	logit float64 // > 0 literal, for names that can be both
	open  bool    // the prior of the document may change it
	sure  bool
}

// uses decides the use of every kept toponym: first by itself, then with the prior of the document.
func (d *decider) uses() {
	d.use = make([]verdict, len(d.kept))
	d.at = make(map[int]int, len(d.kept)) // last token of a kept name -> its index in kept
	d.starts = make(map[int]int, len(d.kept))
	for k, i := range d.kept {
		if r := d.found[i].Tokens; r.First < r.Last {
			d.at[r.Last-1] = k
			d.starts[r.First] = k
		}
	}
	d.findTeams()
	literal, actor := 0.0, 0.0
	for k := range d.kept {
		v := d.alone(k)
		d.use[k] = v
		if v.open && v.sure {
			if v.logit > 0 {
				literal++
			} else {
				actor++
			}
		}
	}
	// Laplace's rule on the sure ones: an article of pure diplomacy draws the doubtful to "actor".
	w := d.w
	prior := w.UsePrior * ((literal+w.UsePriorAdd)/(literal+actor+w.UsePriorAddAll) - w.UsePriorMid) / w.UsePriorWidth
	for k := range d.use {
		v := &d.use[k]
		if !v.open {
			continue
		}
		l := v.logit
		if !v.sure {
			l += prior
		}
		p := 1 / (1 + math.Exp(-l))
		if l > 0 {
			v.use, v.p = story.UseLiteral, p
		} else {
			v.p = 1 - p
			if v.use == story.UseLiteral {
				v.use = story.UseActor
			}
		}
	}
}

// acts says whether a place can stand for people who act: countries, continents, capitals, seats of power, blocs.
func (d *decider) acts(p *geo.Place) bool {
	switch p.Kind {
	case geo.KindCountry, geo.KindContinent, geo.KindSeat:
		return true
	case geo.KindRegion:
		return p.SpanKM > d.w.BlocKM && p.Country == ""
	}
	return p.Capital
}

// alone reads the words around one toponym.
func (d *decider) alone(k int) verdict {
	i := d.kept[k]
	f := &d.found[i]
	switch f.Use {
	case story.UseAdjective:
		return verdict{use: story.UseAdjective, p: d.w.SureAdjective, why: story.Why("place.use-adjective")}
	case story.UseInName:
		return verdict{use: story.UseInName, p: d.w.SureInName, why: story.Why("place.use-in-name")}
	}
	c := d.choice(i)
	r := f.Tokens
	if r.First >= r.Last {
		return verdict{use: story.UseLiteral, p: d.w.SureGiven, why: story.Why("place.use-default")}
	}
	if !c.Placed || !d.acts(&c.Place) || f.Mention.KindCue == geo.KindAdmin1 {
		return d.plain(r, c)
	}
	return d.metonym(r, &c.Place)
}

func (d *decider) cue(i int) cue {
	if i < 0 || i >= len(d.t.Tokens) {
		return 0
	}
	return cues.Of(d.t.Tokens[i].Hash)
}

func (d *decider) has(i int, c cue) bool { return d.cue(i)&c != 0 }

// governed reports whether a preposition of place stands before token i, across "the" and a list of names.
func (d *decider) governed(i int) bool {
	p, _ := d.governor(i)
	return p >= 0 && governs(d.t.Word(p))
}

func governs(w string) bool {
	switch w {
	case "in", "In", "near", "Near", "inside", "Inside", "outside", "Outside", "across", "Across", "throughout", "Throughout", "around", "within", "Within", "off", "at":
		return true
	}
	return false
}

// governor gives the token that governs the name at token i: the first to its left that is no article, adjective of
// direction, or name joined with it by "and" or a comma. list tells that names were skipped.
func (d *decider) governor(i int) (p int, list bool) {
	t := d.t
	p = i - 1
	for steps := 0; p >= 0 && steps < d.w.ReachGovernor; steps++ {
		if t.Sentence(p) != t.Sentence(i) {
			return -1, list
		}
		w := t.Word(p)
		switch {
		case d.has(p, cueSkip) && t.Tokens[p].Kind == token.Word:
			p--
			continue
		case w == "," || w == "and" || w == "or" || w == "&":
			q := p - 1
			if w != "," && q >= 0 && t.Word(q) == "," {
				q--
			}
			// a class word between: "the Kyiv and Kharkov regions"
			if k, ok := d.at[q]; ok {
				p = d.found[d.kept[k]].Tokens.First - 1
				list = true
				continue
			}
			return p, list
		}
		return p, list
	}
	return p, list
}

// metonym decides between the place and those who act for it, for countries, capitals and seats of power.
func (d *decider) metonym(r token.Range, place *geo.Place) verdict {
	t, w := d.t, d.w
	v := verdict{open: true, logit: w.UseDefault, why: story.Why("place.use-default-actor")}
	next := r.Last
	inside := next < len(t.Tokens) && t.Sentence(next) == t.Sentence(r.First)
	if place.Kind == geo.KindRegion && t.Is(r.First, "west") && r.Last-r.First == 1 {
		v.set(w.UseBloc, true, "place.use-bloc")
		return v
	}
	if d.zoneKind(int(t.Tokens[r.First].Start)) == story.ZoneDateline {
		v.set(w.UseDateline, true, "place.use-dateline")
		return v
	}
	if inside {
		if l, why, ok := d.right(r, place); ok {
			v.logit, v.sure, v.why = l, math.Abs(l) > w.UseSure, why
			return v
		}
	}
	if q := r.First - 1; q >= 0 && d.has(q, cueSkip) && !d.is(q, hashThe) && !t.Tokens[q].Has(token.Capital) && t.Sentence(q) == t.Sentence(r.First) {
		v.set(w.UseDirection, true, "place.use-part", t.Word(q)) // "southern Lebanon"
		return v
	}
	if q := d.townWord(r.First); q >= 0 {
		v.set(w.UseContainer, true, "place.use-part", t.Word(q)) // "in the capital Bogota"
		return v
	}
	if d.containerOf(r.First) || d.addressed(r) {
		v.set(w.UseContainer, true, "place.use-part", t.Word(r.First-2)) // "Linz, Austria"
		return v
	}
	p, list := d.governor(r.First)
	if p < 0 {
		// first of its sentence: the subject, if a verb follows
		if inside && grammar.Of(t.Tokens[next].Hash)&(grammar.Finite|grammar.Modal|grammar.Have) != 0 {
			v.set(w.UseSubject, false, "place.use-verb", t.Word(next))
		}
		return v
	}
	if governs(t.Word(p)) {
		d.afterIn(&v, p, list, place)
	} else {
		d.afterWord(&v, p, r, place)
	}
	return v
}

// townWord gives the "capital" or "city" right before the name at token i, past a comma; -1 for none.
func (d *decider) townWord(i int) int {
	q := i - 1
	if d.t.Word(q) == "," {
		q--
	}
	if q >= 0 && d.t.Sentence(q) == d.t.Sentence(i) && !d.t.Tokens[q].Has(token.Capital) && (d.t.Is(q, "capital") || d.t.Is(q, "city") || d.t.Is(q, "metropolis")) {
		return q
	}
	return -1
}

func (v *verdict) set(l float64, sure bool, code string, args ...string) {
	v.logit, v.sure, v.why = l, sure, story.Why(code, args...)
}

// afterIn decides for a name that a preposition of place governs, at token p.
func (d *decider) afterIn(v *verdict, p int, list bool, place *geo.Place) {
	word := d.t.Word(p)
	switch {
	case d.officeBefore(p):
		v.set(d.w.UseOffice, false, "place.use-office", d.t.Word(p-1))
	case word == "at" && place.Kind != geo.KindSeat:
		v.set(d.w.UseAt, false, "place.use-preposition", word)
	default:
		v.set(d.w.UseIn, true, "place.use-preposition", word)
		if list {
			v.logit = d.w.UseInList
		}
	}
}

// afterWord decides for a name that the word at token p governs.
func (d *decider) afterWord(v *verdict, p int, r token.Range, place *geo.Place) {
	t, w := d.t, d.w
	cue, word := d.cue(p), t.Word(p)
	switch {
	case d.is(p, hashOf) && place.Kind == geo.KindSeat:
		v.set(w.UseOfSeat, false, "place.use-default-actor")
	case d.is(p, hashOf):
		if d.has(p-1, cueOfPlace|cueTown|cueArea|cueHit) && !d.has(p-1, cueActor) || t.Is(p-1, "way") {
			v.set(w.UseOfPlace, true, "place.use-part", t.Word(p-1))
		} else if d.has(p-1, cueActor) {
			v.set(w.UseOfActor, true, "place.use-noun", t.Word(p-1))
		}
	case cue&cueTo != 0:
		d.afterTo(v, p)
	case d.is(p, hashBetween) && d.ways(p-1):
		v.set(w.UseMotion, true, "place.use-part", t.Word(p-1)) // "the frontier between Chad and Niger"
	case d.is(p, hashBetween):
		v.set(w.UseBetween, true, "place.use-between")
	case t.Is(p, "with") && d.border(p-1):
		v.set(w.UseMotion, true, "place.use-part", t.Word(p-1))
	case t.Is(p, "for") && d.bound(p-1):
		v.set(w.UseMotion, true, "place.use-motion", word)
	case cue&cueAgainst != 0:
		if t.Is(p, "on") || t.Is(p, "about") || t.Is(p, "over") || t.Is(p, "regarding") {
			v.use = story.UseTopic
			v.set(w.UseTopic, false, "place.use-topic", word)
		} else {
			v.set(w.UseAgainst, false, "place.use-preposition-actor", word)
		}
	case cue&cueVisit != 0 && (!t.Is(p, "left") || d.departed(r.Last)):
		v.set(w.UseVisit, true, "place.use-verb-of-place", word)
	case cue&cueHit != 0 && place.Kind != geo.KindSeat && grammar.Of(t.Tokens[p].Hash)&grammar.Verb != 0:
		if place.Kind == geo.KindCity {
			v.set(w.UseHitCity, false, "place.use-verb-of-place", word)
		} else {
			v.set(w.UseHit, false, "place.use-verb-of-place", word)
		}
	}
}

// afterTo decides for a name after "to" or "from", at token p: where somebody goes, or who is told.
func (d *decider) afterTo(v *verdict, p int) {
	if m := d.motionBefore(p); m >= 0 {
		v.set(d.w.UseMotion, true, "place.use-motion", d.t.Word(m))
	} else if m := d.onward(p); m >= 0 {
		v.set(d.w.UseOnward, true, "place.use-motion", d.t.Word(m))
	} else if d.origin(p) {
		v.set(d.w.UseOrigin, false, "place.use-motion", d.t.Word(p))
	} else {
		v.set(d.w.UseReceiver, false, "place.use-receiver", d.t.Word(p))
	}
}

// right judges by what follows: possessives, compounds, verbs, nouns.
func (d *decider) right(r token.Range, place *geo.Place) (float64, story.Reason, bool) {
	t, w := d.t, d.w
	n := r.Last
	k := &t.Tokens[n]
	switch {
	case t.Word(n) == "," && t.Is(n+1, "where"):
		return w.UseWhere, story.Why("place.use-part", t.Word(n+1)), true // "from Australia, where she lives"
	case k.Kind == token.Clitic:
		return d.possessive(r, place)
	case t.Word(n) == "-" && !k.Has(token.Spaced):
		if t.Is(n+1, "based") || t.Is(n+1, "born") || t.Is(n+1, "area") {
			return w.UseBased, story.Why("place.use-compound", t.Word(n+1)), true
		}
		return w.UseActorOf, story.Why("place.use-compound", t.Word(n+1)), true
	case k.Kind == token.Word:
		if l, why, ok := d.wordAfter(r, place); ok {
			return l, why, ok
		}
	}
	if t.Word(r.First-1) == "-" && r.First > 0 && !t.Tokens[r.First-1].Has(token.Spaced) && !t.Tokens[r.First].Has(token.Spaced) {
		return w.UseWish, story.Why("place.use-compound", t.Word(r.First-2)), true
	}
	return 0, story.Reason{}, false
}

// possessive judges a name by what is said to be its own: "Russia's Belgorod", "Oslo's government".
func (d *decider) possessive(r token.Range, place *geo.Place) (float64, story.Reason, bool) {
	t, w := d.t, d.w
	n := r.Last
	if d.superlative(n + 1) {
		return w.UseSuperlative, story.Why("place.use-part", t.Word(n+1)), true // "Africa's largest lake"
	}
	if q, ok := d.starts[n+1]; ok && d.within(q, place) {
		return w.UseHolds, story.Why("place.use-part", t.Word(n+1)), true // "Russia's Belgorod"
	}
	for j := n + 1; j < n+w.ReachOwned && j < len(t.Tokens) && t.Tokens[j].Kind == token.Word; j++ {
		if d.has(j, cueActor) {
			return w.UseActorOf, story.Why("place.use-noun", t.Word(j)), true
		}
		if d.has(j, cuePlace) {
			return w.UseHolds, story.Why("place.use-part", t.Word(j)), true
		}
	}
	if d.governed(r.First) {
		return w.UseGoverned, story.Why("place.use-preposition", t.Word(r.First-1)), true // "in Cairo's Maadi district"
	}
	return w.UsePossessive, story.Why("place.use-possessive"), true
}

// wordAfter judges a name by the verb or noun right behind it.
func (d *decider) wordAfter(r token.Range, place *geo.Place) (float64, story.Reason, bool) {
	t, w := d.t, d.w
	n := r.Last
	g, capital := grammar.Of(t.Tokens[n].Hash), t.Tokens[n].Has(token.Capital)
	governed := d.governed(r.First)
	noun := !capital && g&grammar.Finite == 0
	switch {
	case t.Is(n, "lies") || t.Is(n, "straddles") || t.Is(n, "borders") || t.Is(n, "sits"):
		return w.UseLies, story.Why("place.use-verb-of-place", t.Word(n)), true // "Japan lies on the Ring of Fire"
	case g&grammar.Be != 0 && !governed && d.passive(n):
		return w.UseLies, story.Why("place.use-verb-of-place", t.Word(n+1)), true
	case d.has(n, cueWish) && g&(grammar.Finite|grammar.Modal|grammar.VerbBase|grammar.Have) != 0 && d.subject(r.First) && !d.listed(r.First):
		return w.UseWish, story.Why("place.use-verb", t.Word(n)), true
	case d.has(n, cueActor) && noun && !governed:
		return w.UseWish, story.Why("place.use-noun", t.Word(n)), true
	case place.Kind == geo.KindCity && d.has(n, cueLocal) && noun, // "the London club"
		d.has(n, cuePlace|cueArea|cueTown) && noun:
		return w.UseLocal, story.Why("place.use-part", t.Word(n)), true
	case capital && d.has(n, cueTitle):
		return w.UseWish, story.Why("place.use-noun", t.Word(n)), true
	}
	return 0, story.Reason{}, false
}

// passive reports "was hit", "has been shelled" after token n, a form of "be".
func (d *decider) passive(n int) bool {
	for j := n + 1; j < n+3 && j < len(d.t.Tokens); j++ {
		if d.has(j, cueHit) && (grammar.Of(d.t.Tokens[j].Hash)&grammar.VerbPart != 0 || strings.HasSuffix(d.t.Word(j), "ed")) {
			return true
		}
	}
	return false
}

// officeBefore reports that those who stand in the capital are its government: "an ally in Kyiv", "officials in Moscow said".
func (d *decider) officeBefore(p int) bool {
	t := d.t
	if p < 1 || !d.is(p, hashIn) {
		return false
	}
	switch t.Word(p - 1) {
	case "ally", "allies", "officials", "government", "authorities", "leadership", "policymakers", "regime", "partners", "patrons", "backers", "decision-makers", "rulers", "friends", "masters":
	default:
		return false
	}
	for j := p - 2; j >= 0 && j > p-d.w.ReachOffice && t.Sentence(j) == t.Sentence(p); j-- {
		if t.Is(j, "met") || t.Is(j, "meet") || t.Is(j, "meeting") || t.Is(j, "meets") || d.has(j, cueMotion) {
			return false
		}
	}
	return true
}

// motionBefore finds a word of motion up to five words before token p: "travel to", "en route to", "relocated from Ukraine to".
func (d *decider) motionBefore(p int) int {
	t := d.t
	for j, steps := p-1, 0; j >= 0 && steps < d.w.ReachMotion && t.Sentence(j) == t.Sentence(p); j-- {
		if t.Tokens[j].Kind == token.Punct && t.Word(j) != "-" {
			return -1
		}
		if d.has(j, cueMotion) {
			if d.message(j) {
				return -1
			}
			return j
		}
		if grammar.Of(t.Tokens[j].Hash)&(grammar.Finite|grammar.VerbIng) != 0 && steps > 0 {
			return -1
		}
		steps++
	}
	return -1
}

// message reports that what is sent or brought (token j) is words: "an ultimatum was sent to Russia".
func (d *decider) message(j int) bool {
	for k := max(0, j-d.w.ReachMessage); k < min(len(d.t.Tokens), j+d.w.ReachMessage); k++ {
		switch d.t.Word(k) {
		case "message", "messages", "letter", "letters", "signal", "signals", "ultimatum", "proposal", "proposals", "demand", "demands", "note", "warning", "condolences", "invitation", "request", "draft", "reply", "answer":
			return true
		}
	}
	return false
}

// zoneKind gives the kind of zone at a byte offset.
func (d *decider) zoneKind(offset int) story.ZoneKind {
	i := sort.Search(len(d.zones), func(i int) bool { return d.zones[i].Span.End > offset })
	if i < len(d.zones) && d.zones[i].Span.Holds(offset) {
		return d.zones[i].Kind
	}
	return story.ZoneBody
}
