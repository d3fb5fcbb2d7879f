package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// opener is what is known while the words after a cue are walked over.
type opener struct {
	r        *report
	from, hi int
	clause   bool // the cue takes a clause
	told     bool // nobody is left to be named as told
	n        int  // steps made
}

// opening finds where the reported words begin after the cue, skipping when, where and to whom it was said.
func (f *finder) opening(r *report, from, hi int) (int, clauseKind) {
	fr := r.verb.frames
	o := opener{r: r, from: from, hi: hi, clause: fr&(says|thinks|tells|asks|shows|urges) != 0, told: fr&(tells|urges) == 0 || r.verb.base == "say"}
	i := from
	if len(r.verb.fixed) > 0 && r.Cue.Last-r.Cue.First > 1 && fr&about != 0 {
		switch {
		case f.hash(i) == hashThat && o.clause:
			return i, clauseThat
		case i < hi && (f.nounStart(i) || f.can(i, grammar.VerbIng|grammar.Wh)):
			return i, clauseNoun
		}
		return 0, noClause
	}
	for ; i < hi && o.n < 10 && f.in[i] == 0; o.n++ {
		if i > from && f.relativeThat(i) {
			return f.plainObject(r, from, hi)
		}
		if kind := f.opensAt(&o, i); kind != noClause {
			return i, kind
		}
		next, kind, done := f.passes(&o, i)
		if done {
			return next, kind
		}
		if next == i {
			break
		}
		i = next
	}
	return f.bareOpening(r, from, i, hi, o.told)
}

// opensAt says what kind of clause a word at i opens by itself: "that", "to", "how"; noClause if it opens none.
func (f *finder) opensAt(o *opener, i int) clauseKind {
	fr, c := o.r.verb.frames, f.class[i]
	notTo := f.can(i, grammar.Not) && f.hash(i+1) == hashTo
	switch {
	case f.hash(i) == hashThat && (o.clause || o.r.noun) && !(i+1 < o.hi && f.mark(i+1, ',') && !f.can(i+2, grammar.Prep|grammar.Sub)):
		return clauseThat
	case o.n == 0 && fr&about != 0 && f.isPrep(o.r.verb, i):
		return clauseNoun
	case o.n == 0 && fr&wants != 0 && notTo && f.can(i+2, grammar.VerbBase|grammar.Be|grammar.Have):
		return clauseTo // vowed not to go
	case o.n == 0 && fr&wants != 0 && f.hash(i) == hashTo && f.can(i+1, grammar.VerbBase|grammar.Be|grammar.Have|grammar.Do|grammar.Adverb):
		return clauseTo
	case o.told && o.clause && c&grammar.Wh != 0 && (c&grammar.Sub == 0 && (o.n == 0 || c&grammar.Relative == 0) || f.Is(i, "whether") || f.Is(i, "how") || fr&asks != 0 && o.n <= 1):
		return clauseWh
	case o.clause && fr&asks != 0 && f.Is(i, "if"):
		return clauseWh
	case fr&urges != 0 && o.told && (f.hash(i) == hashTo || notTo):
		return clauseTo
	case o.n == 0 && fr&says != 0 && f.introduced(i, o.hi):
		return clauseBare
	}
	return noClause
}

// passes walks over the words of time, place and address at i. It gives where the walk goes on, i itself if it ends there, or
// with done the opening that the words lead to.
func (f *finder) passes(o *opener, i int) (next int, kind clauseKind, done bool) {
	fr, c := o.r.verb.frames, f.class[i]
	switch {
	case f.skips(i, o.hi) > i:
		return f.skips(i, o.hi), noClause, false
	case o.n > 0 && f.mark(i, ',') && f.hash(i+1) == hashThat:
		return i + 1, noClause, false // states however, that
	case f.mark(i, ',') && i+2 < o.hi && f.mark(i+2, ',') && (f.can(i+1, grammar.Adverb) || f.Is(i+1, "though")):
		return i + 3, noClause, false // said, however, that
	case o.clause && (c&grammar.Subject != 0 && c&grammar.Aux != 0 || f.isShort(i+1)):
		return i, clauseBare, true // told us | they're late
	case !o.told && f.Is(i, "guilty"):
		return 0, noClause, true // "pleaded guilty to"
	case !o.told && (f.nounStart(i) || c&(grammar.Object|grammar.VerbS) != 0):
		return f.addressed(o, i)
	case o.clause && fr&about == 0 && f.quantity(i):
		return i, clauseBare, true // said | about 20 people had left
	case o.clause && fr&(says|thinks|tells) != 0 && c&grammar.Prep != 0 && c&grammar.Sub == 0 && o.n < 6 && !f.isPrep(o.r.verb, i):
		return f.placed(o, i)
	}
	return i, noClause, false
}

// addressed walks over whom something was told.
func (f *finder) addressed(o *opener, i int) (next int, kind clauseKind, done bool) {
	p := f.phraseRight(i, o.hi)
	if empty(p) {
		return 0, noClause, true
	}
	tell := o.r.verb.frames&tells != 0
	if j := f.thatAfter(p.Last-1, o.hi); tell && j > p.Last && f.hash(p.Last) != hashOf && !f.Is(p.Last, "about") {
		return j, clauseThat, true // told a crowd of members gathered in a hall | that
	}
	if tell && f.can(p.Last, grammar.Finite|grammar.Aux) && f.in[p.Last] == 0 {
		return i, clauseBare, true // "warned the plan was dead": nobody is told
	}
	o.told = true
	return p.Last, noClause, false
}

// placed walks over where or to whom something was said, behind the preposition at i.
func (f *finder) placed(o *opener, i int) (next int, kind clauseKind, done bool) {
	if f.hash(i) == hashOf || f.Is(i, "about") {
		return 0, noClause, true // "told us about a growing concern that …": a thing that is spoken of
	}
	if j := f.thatAfter(i, o.hi); j > 0 {
		return j, clauseThat, true
	}
	p := f.phraseRight(i+1, o.hi)
	if empty(p) || f.can(i+1, grammar.VerbIng) && !f.capital(i+1) {
		next, kind = f.plainObject(o.r, o.from, o.hi)
		return next, kind, true
	}
	if f.mark(p.Last, ',') && f.hash(p.Last+1) == hashThat {
		return p.Last + 1, noClause, false
	}
	return p.Last, noClause, false
}

// bareOpening gives what begins at token i, after all that may stand between a cue that ends at from and the words: a clause
// without "that", or what is spoken of. told says that nobody is left to be named as told.
func (f *finder) bareOpening(r *report, from, i, hi int, told bool) (int, clauseKind) {
	fr := r.verb.frames
	clause := fr&(says|thinks|tells|asks|shows|urges) != 0
	if i >= hi {
		return f.plainObject(r, from, hi)
	}
	if f.in[i] != 0 {
		// "said “x” was wrong": what begins in marks and goes on outside
		st := f.stretches[f.in[i]-1]
		if st.Close < hi && !f.endsOpen(st) && !endsSentence(f.Text, st.Close-2) && !f.mark(st.Close, ',') && clause && f.finiteIn(st.Close, hi) {
			return i, clauseBare
		}
		return 0, noClause
	}
	if clause && fr&(says|thinks|tells|shows) != 0 && (told || fr&says != 0) && f.clauseAt(r, i, hi) {
		return i, clauseBare
	}
	return f.plainObject(r, from, hi)
}

// relativeThat reports whether the "that" at i stands for the noun before it: "a policy that failed", "a way that only could".
func (f *finder) relativeThat(i int) bool {
	if f.hash(i) != hashThat || f.in[i-1] != 0 || !f.word(i-1) || f.can(i-1, grammar.Prep|grammar.Verb|grammar.TimeWord) {
		return false
	}
	j := i + 1
	for f.can(j, grammar.Adverb) && !f.can(j, grammar.Det) && j < i+4 && !f.Is(j, "there") && !f.Is(j, "here") {
		j++
	}
	if f.can(j, grammar.VerbS) && !f.can(j, grammar.Aux) && f.can(j+1, grammar.Aux|grammar.VerbPast) {
		return false // "that benefits would": a plural noun
	}
	return f.can(j, grammar.Finite|grammar.Aux) && !f.can(j, grammar.Subject) && !f.capital(j)
}

// thatAfter gives the "that" that the words of when and where at i lead to, if no verb stands between: "said at a rally in
// Oldport, Maine, that"; 0 if there is none.
func (f *finder) thatAfter(i, hi int) int {
	for j := i + 1; j < hi && j < i+f.w.Aside && f.in[j] == 0; j++ {
		switch {
		case f.hash(j) == hashThat && !f.relativeThat(j):
			return j
		case f.can(j, grammar.VerbPast|grammar.Aux|grammar.Subject|grammar.Sub) && !f.can(j, grammar.VerbPart) && !f.afterDet(j) && !f.capital(j) && !f.can(j, grammar.Prep), f.mark(j, ';'), f.mark(j, ':'), f.dash(j):
			return 0
		}
	}
	return 0
}

// introduced reports whether an introduction and its comma stand at i, and a clause after them: "said | as they came in, one man
// left", "said | too often, the clinic is full".
func (f *finder) introduced(i, hi int) bool {
	c := f.class[i]
	if c&(grammar.Sub|grammar.Adverb) == 0 || c&grammar.Relative != 0 || f.capital(i) {
		return false
	}
	verb := false
	for j := i + 1; j < hi && j < i+f.w.Intro && f.in[j] == 0; j++ {
		verb = verb || f.can(j, grammar.Finite|grammar.Aux) && !f.nominalVerb(j, i)
		if !f.mark(j, ',') {
			continue
		}
		if c&grammar.Sub != 0 && !verb || c&grammar.Sub == 0 && (verb || j > i+3) {
			return false
		}
		p := f.subjectAt(j+1, hi)
		return !empty(p) && (f.governs(p, hi) || f.finiteIn(p.Last, min(hi, p.Last+f.w.Tail)))
	}
	return false
}

// quantity reports whether a preposition at i only rounds a number: "about 20 people", "over half".
func (f *finder) quantity(i int) bool {
	return f.can(i, grammar.Prep) && rounding.Has(f.hash(i)) && (f.can(i+1, grammar.Number) || f.Tokens[min(i+1, len(f.Tokens)-1)].Kind == token.Number)
}

var rounding = hashes("about around over under above below near")

// plainObject gives what is spoken of right after the cue, for verbs that take it.
func (f *finder) plainObject(r *report, from, hi int) (int, clauseKind) {
	if r.verb.frames&(object|names) == 0 && !(r.verb.frames&(wants) != 0) {
		return 0, noClause
	}
	i := from
	for i < hi && f.in[i] == 0 && f.can(i, grammar.Adverb) && !f.can(i, grammar.Det) {
		i++
	}
	if i >= hi {
		return 0, noClause
	}
	if f.in[i] != 0 {
		return 0, noClause
	}
	if f.nounStart(i) || f.can(i, grammar.Object|grammar.VerbIng) {
		return i, clauseNoun
	}
	return 0, noClause
}

// skips gives the token after words of time or manner at i; i if there are none: "on Monday", "late last week".
func (f *finder) skips(i, hi int) int {
	c := f.class[i]
	switch {
	case (f.Tokens[i].Kind == token.Number || c&grammar.Number != 0) && f.can(i+1, grammar.TimeWord) && (f.Is(i+2, "later") || f.Is(i+2, "ago") || f.Is(i+2, "earlier")):
		return i + 3 // "replied 17 seconds later"
	case c&grammar.TimeWord != 0 && i+1 < len(f.Tokens) && f.Tokens[i+1].Kind == token.Clitic:
		return i // "Tuesday's remarks"
	case c&grammar.TimeWord != 0 && (f.capital(i) || c&grammar.Modal == 0) && !f.Is(i, "second") && !f.Is(i, "may"):
		j := i + 1
		for j < hi && (f.can(j, grammar.TimeWord) || f.Tokens[j].Kind == token.Number) {
			j++
		}
		if f.can(j, grammar.Finite|grammar.Aux) && f.in[j] == 0 && !f.can(j, grammar.And) {
			return i // "said today is the day"
		}
		return j
	case c&(grammar.Det|grammar.Prep|grammar.Adverb|grammar.Opener) != 0 && i+1 < hi && f.can(i+1, grammar.TimeWord) && (f.capital(i+1) || !f.can(i+1, grammar.Modal)) && (c&grammar.Prep != 0 || f.Is(i, "last") || f.Is(i, "this") || f.Is(i, "next") || f.Is(i, "earlier") || f.Is(i, "late") || f.Is(i, "early") || f.Is(i, "later")):
		return f.skips(i+1, hi)
	case c&grammar.Prep != 0 && (f.Is(i+1, "the") || f.Is(i+1, "a")) && f.can(i+2, grammar.TimeWord):
		return i + 3
	case c&grammar.Adverb != 0 && c&(grammar.Det|grammar.Prep|grammar.Sub) == 0 && !f.Is(i, "there") && !f.Is(i, "here"):
		if f.can(i+1, grammar.Finite|grammar.Aux) {
			return i
		}
		return i + 1
	}
	return i
}

// isPrep reports whether the preposition at i ties what is spoken of to the verb.
func (f *finder) isPrep(v *verb, i int) bool {
	for _, p := range v.preps {
		if f.Is(i, p) {
			return true
		}
	}
	return false
}

// nounStart reports whether a noun phrase may begin at i.
func (f *finder) nounStart(i int) bool {
	if i >= len(f.Tokens) || f.in[i] != 0 {
		return false
	}
	c := f.class[i]
	if c&(grammar.Det|grammar.Poss|grammar.Number|grammar.Subject) != 0 && c&grammar.Prep == 0 {
		return true
	}
	t := f.Tokens[i]
	if t.Kind == token.Number || f.mark(i, '$') {
		return true
	}
	if c&grammar.VerbS != 0 && c&grammar.Aux == 0 && f.can(i+1, grammar.Finite|grammar.Aux) && !f.can(i+1, grammar.VerbS) {
		return true // said | witnesses saw
	}
	return t.Kind == token.Word && (c == 0 || f.capital(i) && c&(grammar.Prep|grammar.Sub) == 0 || c&(grammar.VerbPart|grammar.VerbBase) != 0 && c&(grammar.Aux|grammar.VerbS) == 0 && c&grammar.Finite == 0)
}
