package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// contents finds what each report of a segment reports, outside or across quotation marks.
func (f *finder) contents(i int) {
	seg := &f.segs[i]
	hi := f.trimEnd(seg.First, seg.Last)
	lo := seg.body
	for k := range seg.reports {
		r := &seg.reports[k]
		if empty(r.By) {
			continue
		}
		f.content(seg, k, lo, hi)
	}
}

// trimEnd drops the punctuation that ends a sentence.
func (r *reader) trimEnd(lo, hi int) int {
	for hi > lo && r.in[hi-1] == 0 && r.Tokens[hi-1].Kind != token.Word && r.Tokens[hi-1].Kind != token.Number && !r.mark(hi-1, ')') && r.Tokens[hi-1].Kind != token.Symbol {
		hi--
	}
	return hi
}

// content fills what one report reports.
func (f *finder) content(seg *segment, k, lo, hi int) {
	r := &seg.reports[k]
	if r.verb == nil {
		f.accordingContent(seg, r, lo, hi)
		return
	}
	from := r.Cue.Last
	if r.inverted {
		from = max(from, r.By.Last)
	}
	if f.aside(seg, r, lo, hi) {
		return
	}
	if f.isTrailing(seg, r, lo) {
		f.trailingContent(seg, k, from, lo, hi)
		return
	}
	if r.noun && r.lead {
		if f.finiteIn(from+1, hi) || from+1 < hi && f.in[from+1] != 0 {
			r.content, r.kind = token.Range{First: from + 1, Last: min(hi, from+f.w.Reach)}, clauseBare
		}
		return
	}
	start, kind := f.opening(r, from, hi)
	if r.noun && kind == clauseThat && start+1 < hi && f.in[start+1] != 0 {
		r.content, r.kind = token.Range{First: start, Last: f.stretches[f.in[start+1]-1].Close}, kind
		return // his claim that “…”
	}
	if kind == noClause {
		f.inserted(seg, r, k, from, hi)
		return
	}
	if r.passive && kind != clauseThat && kind != clauseNoun {
		return // "was reported by a neighbour who saw it"
	}
	r.kind = kind
	if kind == clauseNoun {
		// "announced a new condition: the withdrawal of troops"
		for j := start; j < hi && j < start+f.w.Reports && f.in[j] == 0; j++ {
			if f.mark(j, ':') && j+2 < hi && f.in[j+1] == 0 {
				start = j + 1
				break
			}
		}
	}
	end := f.closing(seg, k, start, hi, kind)
	if end > start {
		r.content = token.Range{First: start, Last: end}
	}
}

// trailingContent fills what a report that stands after its words reports: "The plan was dead, Ann said."
func (f *finder) trailingContent(seg *segment, k, from, lo, hi int) {
	r := &seg.reports[k]
	if start, kind := f.opening(r, from, hi); kind == clauseThat || kind == clauseWh && !r.inverted {
		r.content = token.Range{First: start, Last: f.closing(seg, k, start, hi, kind)}
		return
	}
	start := f.clauseStart(seg, r, lo)
	end := min(r.By.First, r.Cue.First) - 1
	if f.in[end] != 0 {
		end++ // the comma stands inside the marks
	}
	if f.mark(from, ',') && from+1 < hi && f.in[from+1] != 0 && f.goesOnInMarks(from+1) {
		end = min(hi, from+f.w.Reach) // Even then, he said, “nothing moved” in the north
	}
	if !r.inverted && f.mark(from, ',') && from+1 < hi && f.in[from+1] == 0 && !f.cueParticiple(from+1) && !f.can(from+1, grammar.And|grammar.Sub|grammar.Relative) && f.finiteIn(from+1, hi) {
		end = hi // "The plan, Ann said, was dead": both sides
	}
	if end < hi && f.goesOnAfter(r, from, hi) {
		end = hi // "It was over, Ann said on Monday, and nobody came"
	}
	if n := f.outsideWords(start, min(r.By.First, r.Cue.First)); end > start && !f.already(seg, k, start, end) && (n >= 2 || n == 1 && (f.in[end-1] != 0 || end == hi)) {
		r.content, r.trailing = token.Range{First: start, Last: end}, true
	}
}

// goesOnInMarks reports whether the words in the marks at i go on with a sentence: they begin with a small letter.
func (f *finder) goesOnInMarks(i int) bool {
	st := f.stretches[f.in[i]-1]
	return st.Open == i && st.Open+1 < st.Close && f.word(st.Open+1) && !f.capital(st.Open+1)
}

type clauseKind uint8

const (
	noClause   clauseKind = iota
	clauseThat            // that …
	clauseBare            // a clause without that
	clauseWh              // how …, whether …
	clauseTo              // to …
	clauseNoun            // what is spoken of
)

// clauseStart gives where what stands before a report begins: the segment's start, or after the last words of a
// report before it.
func (f *finder) clauseStart(seg *segment, r *report, lo int) int {
	first := min(r.By.First, r.Cue.First)
	lo = max(lo, f.afterReport(seg, r, first))
	start := max(lo, first-f.w.Reach)
	lo = start
	for i := first - 2; i > lo; i-- {
		if f.in[i] == 0 && (f.mark(i, ';') || f.mark(i, ':') || f.mark(i, '(') || f.dash(i) && f.in[i+1] != 0) {
			start = i + 1
			break
		}
		// a whole sentence in marks belongs to itself
		if f.in[i] != 0 && f.in[i+1] == 0 {
			if st := f.stretches[f.in[i]-1]; endsSentence(f.Text, st.Close-2) {
				start = i + 1
				break
			}
		}
	}
	return start
}

// afterReport gives where the clause after an earlier report that closes its own words begins: in "“Go,” Ann said, and
// “stay,” Ben replied" after "and"; 0 if there is none.
func (f *finder) afterReport(seg *segment, r *report, first int) int {
	k := f.firstAfter(seg, r.Cue.First) - 1
	if k < 0 || k >= len(seg.reports) || empty(seg.reports[k].By) || seg.reports[k].verb == nil {
		return 0
	}
	b := &seg.reports[k]
	p := min(b.By.First, b.Cue.First) - 1
	i := max(b.By.Last, b.Cue.Last)
	if p < seg.First || f.in[p] == 0 || !f.endsOpen(f.stretches[f.in[p]-1]) || i >= first {
		return 0
	}
	for i < first && (f.mark(i, ',') || f.can(i, grammar.And)) {
		i++
	}
	return i
}

// finiteIn reports whether a finite verb stands outside quotation marks in [lo, hi).
func (f *finder) finiteIn(lo, hi int) bool {
	hi = min(hi, lo+f.w.Reach)
	for i := lo; i < hi; i++ {
		if f.in[i] != 0 {
			continue
		}
		if f.can(i, grammar.Finite|grammar.Aux) && !f.nominalVerb(i, lo) || i > lo && f.isShort(i) {
			return true
		}
		if f.can(i, grammar.VerbBase) && i > lo && !f.nominalVerb(i, lo) && f.hash(i-1) != hashTo {
			return true
		}
	}
	return false
}

// nominalVerb reports whether a word that can be a finite verb is a noun or an adjective here.
func (f *finder) nominalVerb(i, lo int) bool {
	if f.can(i, grammar.Aux) {
		return false
	}
	if f.capital(i) && f.Tokens[i].Flags&token.SentStart == 0 {
		return true
	}
	if f.hash(i-1) == hashThat && i-2 >= lo && f.word(i-2) && !f.can(i-2, grammar.Verb|grammar.Prep|grammar.And) {
		return false // "those that rely": a relative
	}
	return i > lo && f.afterDet(i)
}

// isShort reports whether token i is the "'s" of "there's" and "that's": a short "is" and no possessive.
func (f *finder) isShort(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Kind == token.Clitic && (f.can(i-1, grammar.Subject|grammar.Det) || shortBefore.Has(f.hash(i-1)))
}

// shortBefore are words that own nothing: "'s" after them is "is" or "has".
var shortBefore = hashes("there here that what where how when who this")

func (f *finder) outsideWords(lo, hi int) int {
	n := 0
	for i := lo; i < hi; i++ {
		if f.in[i] == 0 && (f.Tokens[i].Kind == token.Word || f.Tokens[i].Kind == token.Number) {
			n++
		}
	}
	return n
}

// opening finds where the reported words begin after the cue, skipping when, where and to whom it was said.
func (f *finder) opening(r *report, from, hi int) (int, clauseKind) {
	fr := r.verb.frames
	clause := fr&(says|thinks|tells|asks|shows|urges) != 0
	i := from
	if len(r.verb.fixed) > 0 && r.Cue.Last-r.Cue.First > 1 && fr&about != 0 {
		switch {
		case f.hash(i) == hashThat && clause:
			return i, clauseThat
		case i < hi && (f.nounStart(i) || f.can(i, grammar.VerbIng|grammar.Wh)):
			return i, clauseNoun
		}
		return 0, noClause
	}
	told := fr&(tells|urges) == 0 || r.verb.base == "say"
	for n := 0; i < hi && n < 10; n++ {
		if f.in[i] != 0 {
			break
		}
		c := f.class[i]
		switch {
		case i > from && f.relativeThat(i):
			return f.plainObject(r, from, hi)
		case f.hash(i) == hashThat && (clause || r.noun) && !(i+1 < hi && f.mark(i+1, ',') && !f.can(i+2, grammar.Prep|grammar.Sub)):
			return i, clauseThat
		case n == 0 && fr&about != 0 && f.isPrep(r.verb, i):
			return i, clauseNoun
		case n == 0 && fr&(wants) != 0 && f.can(i, grammar.Not) && f.hash(i+1) == hashTo && f.can(i+2, grammar.VerbBase|grammar.Be|grammar.Have):
			return i, clauseTo // vowed not to go
		case n == 0 && fr&(wants) != 0 && f.hash(i) == hashTo && f.can(i+1, grammar.VerbBase|grammar.Be|grammar.Have|grammar.Do|grammar.Adverb):
			return i, clauseTo
		case told && clause && c&grammar.Wh != 0 && (c&grammar.Sub == 0 && (n == 0 || c&grammar.Relative == 0) || f.Is(i, "whether") || f.Is(i, "how") || fr&asks != 0 && n <= 1):
			return i, clauseWh
		case clause && fr&asks != 0 && f.Is(i, "if"):
			return i, clauseWh
		case fr&urges != 0 && told && (f.hash(i) == hashTo || f.can(i, grammar.Not) && f.hash(i+1) == hashTo):
			return i, clauseTo
		case n == 0 && fr&says != 0 && f.introduced(i, hi):
			return i, clauseBare
		case f.skips(i, hi) > i:
			i = f.skips(i, hi)
			continue
		case n > 0 && f.mark(i, ',') && f.hash(i+1) == hashThat:
			i++ // states however, that
			continue
		case f.mark(i, ',') && i+2 < hi && f.mark(i+2, ',') && (f.can(i+1, grammar.Adverb) || f.Is(i+1, "though")):
			i += 3 // said, however, that
			continue
		case clause && (c&grammar.Subject != 0 && c&grammar.Aux != 0 || f.isShort(i+1)):
			return i, clauseBare // told us | they're late
		case !told && f.Is(i, "guilty"):
			return 0, noClause // "pleaded guilty to"
		case !told && (f.nounStart(i) || c&(grammar.Object|grammar.VerbS) != 0):
			p := f.phraseRight(i, hi)
			if empty(p) {
				return 0, noClause
			}
			if j := f.thatAfter(p.Last-1, hi); fr&tells != 0 && j > p.Last && f.hash(p.Last) != hashOf && !f.Is(p.Last, "about") {
				return j, clauseThat // told a crowd of members gathered in a hall | that
			}
			if fr&tells != 0 && f.can(p.Last, grammar.Finite|grammar.Aux) && !(f.in[p.Last] != 0) {
				// "warned the plan was dead": nobody is told
				return i, clauseBare
			}
			told = true
			i = p.Last
			continue
		case clause && fr&about == 0 && f.quantity(i):
			return i, clauseBare // said | about 20 people had left
		case clause && fr&(says|thinks|tells) != 0 && c&grammar.Prep != 0 && c&grammar.Sub == 0 && n < 6 && !f.isPrep(r.verb, i):
			if f.hash(i) == hashOf || f.Is(i, "about") {
				return 0, noClause // "told us about a growing concern that …": a thing that is spoken of
			}
			if j := f.thatAfter(i, hi); j > 0 {
				return j, clauseThat
			}
			p := f.phraseRight(i+1, hi)
			if empty(p) || f.can(i+1, grammar.VerbIng) && !f.capital(i+1) {
				return f.plainObject(r, from, hi)
			}
			i = p.Last
			if f.mark(i, ',') && f.hash(i+1) == hashThat {
				i++
			}
			continue
		}
		break
	}
	return f.bareOpening(r, from, i, hi, told)
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

// clauseAt reports whether a clause without "that" begins at i.
func (f *finder) clauseAt(r *report, i, hi int) bool {
	if f.in[i] != 0 || f.Tokens[i].Kind == token.Punct {
		return false
	}
	c := f.class[i]
	if !f.nounStart(i) && c&(grammar.Prep|grammar.Sub|grammar.VerbIng|grammar.Adverb|grammar.Subject) == 0 && c != grammar.Opener {
		return false
	}
	if f.hash(i) == hashOf || f.hash(i) == hashTo || f.Is(i, "so") || f.Is(i, "as") || f.measure(i) {
		return false
	}
	if c&grammar.Subject != 0 && c&grammar.Aux != 0 {
		return true
	}
	relative := 0
	for j := i + 1; j < hi && j < i+40; j++ {
		if f.in[j] != 0 {
			if st := f.stretches[f.in[j]-1]; j == st.Open && (f.marksVerb(st) || r.verb.frames&(object|names) == 0 && f.verbInMarks(i, st)) {
				return true
			}
			continue
		}
		if f.mark(j, ';') {
			return false
		}
		if f.mark(j, ',') && f.can(j+1, grammar.Relative) && (f.Is(j+1, "which") || f.hash(j+1) == hashWho) {
			if j = f.nextComma(j+2, hi); j >= hi {
				return false // "added a law, which bars it and can close shops"
			}
			continue
		}
		if f.ownClause(j, hi) {
			return false // "wrote a book, then she became", "proposes laws and the town criticizes them"
		}
		if r.verb.frames&object != 0 && f.mark(j, ',') {
			return false // "announced a plan, which was dead"
		}
		if f.can(j, grammar.Relative) && j > i+1 && !f.can(j-1, grammar.Prep) {
			relative++
			continue
		}
		if f.can(j, grammar.Sub) && f.can(j, grammar.Prep) && j > i && f.can(j+1, grammar.Subject) {
			relative++ // "profanities as she came": the verb is not the clause's
			continue
		}
		if f.can(j, grammar.Sub) && !f.can(j, grammar.Prep|grammar.Adverb|grammar.Det) && c&grammar.Prep == 0 && j > i && !f.can(i, grammar.Sub) {
			return false // "its refusal until they are met"
		}
		if relative > 0 && (f.can(j, grammar.Finite|grammar.Aux) || f.can(j, grammar.VerbBase) && f.hash(j-1) != hashTo) && !f.nominalVerb(j, i) {
			relative--
			if f.can(j, grammar.Aux) {
				for j+1 < hi && f.can(j+1, grammar.Aux|grammar.Adverb|grammar.Not) && f.in[j+1] == 0 {
					j++
				}
				if f.can(j+1, grammar.Verb) {
					j++
				}
			}
			continue
		}
		if f.can(j, grammar.Finite|grammar.Aux) && !f.nominalVerb(j, i) || f.isShort(j) {
			return true
		}
		if f.can(j, grammar.VerbBase) && f.hash(j-1) != hashTo && !f.nominalVerb(j, i) && (f.can(j-1, grammar.Subject) || j == i+2 && f.can(i, grammar.Subject) && !f.afterDet(j) || f.plural(token.Range{First: i, Last: j})) {
			return true
		}
	}
	return false
}

// nextComma gives the next comma outside quotation marks in [i, hi); hi if there is none.
func (f *finder) nextComma(i, hi int) int {
	for ; i < hi; i++ {
		if f.in[i] == 0 && f.mark(i, ',') {
			return i
		}
	}
	return hi
}

// ownClause reports whether a clause with a subject of its own begins after the comma or "and" at j: what stands before is no
// subject of its verb.
func (f *finder) ownClause(j, hi int) bool {
	comma := f.mark(j, ',')
	if !comma && f.hash(j) != hashAnd {
		return false
	}
	n := j + 1
	if comma && (f.Is(n, "then") || f.hash(n) == hashAnd || f.hash(n) == hashBut) {
		n++
	} else if comma {
		return false
	}
	p := f.subjectAt(n, hi)
	if empty(p) || p.Last >= hi || f.in[p.Last] != 0 {
		return false
	}
	if comma {
		return f.can(p.First, grammar.Subject) && f.can(p.Last, grammar.Finite|grammar.Aux)
	}
	return f.can(p.Last, grammar.VerbS) && !f.can(p.Last, grammar.VerbBase) && !f.plural(p) && !f.nominalVerb(p.Last, p.First)
}

// measure reports whether a change by a number stands at i: "added 0.4 per cent to 2,106".
func (f *finder) measure(i int) bool {
	if f.mark(i, '$') {
		i++
	}
	if f.Tokens[i].Kind != token.Number {
		return false
	}
	for k := i + 1; k < i+3 && k+1 < len(f.Tokens); k++ {
		if units.Has(f.hash(k)) || f.mark(k, '%') {
			return f.hash(k+1) == hashTo || f.mark(k+1, ',') || f.Is(k+1, "at")
		}
	}
	return false
}

// units are what shares and prices move by. Data.
var units = hashes("percent cent point points cents cents basis dollars yen pence euros")

// marksVerb reports whether the words of a stretch hold a finite verb.
func (f *finder) marksVerb(st stretch) bool {
	for i := st.Open; i < st.Close; i++ {
		if f.can(i, grammar.Finite|grammar.Aux) {
			return true
		}
	}
	return false
}

// verbInMarks reports whether a stretch stands where the verb of the clause that begins at i belongs: said he “fumbled” it.
func (f *finder) verbInMarks(i int, st stretch) bool {
	return st.Open > i && f.word(st.Open+1) && !f.capital(st.Open+1) && f.word(st.Open-1) &&
		!f.can(st.Open-1, grammar.Det|grammar.Poss|grammar.Prep|grammar.And) && (f.can(i, grammar.Subject|grammar.Det|grammar.Poss) || f.capital(i) || f.plural(token.Range{First: i, Last: st.Open}))
}

// cueParticiple reports whether a cue in -ing begins at i: ", adding that".
func (f *reader) cueParticiple(i int) bool {
	for i < len(f.Tokens) && f.can(i, grammar.Adverb) {
		i++
	}
	c, ok := f.cues.Get(f.hash(i))
	return ok && c.class == grammar.VerbIng && c.frames&(says|tells|object|about|names|asks) != 0
}

// closing finds where the reported words that begin at start end.
func (f *finder) closing(seg *segment, k, start, hi int, kind clauseKind) int {
	next := k + 1
	hi = min(hi, start+f.w.Reach)
	for j := start; j < hi; j++ {
		if f.in[j] != 0 {
			st := f.stretches[f.in[j]-1]
			j = min(st.Close, hi) - 1
			if st.closed && j+1 < hi && j > start && f.mark(st.Close-2, ',') && !f.mark(j+1, ',') && !(kind == clauseNoun && f.listOfMarks(j+1, hi)) && f.stopsAt(seg, k, next, j, hi, kind) {
				return j + 1
			}
			if endsSentence(f.Text, st.Close-2) && j+1 < hi && f.capital(j+1) && j > start {
				return j + 1
			}
			continue
		}
		for next < len(seg.reports) && seg.reports[next].Cue.Last <= j {
			next++
		}
		switch {
		case f.mark(j, ';'):
			return j
		case f.mark(j, ':') && (j+1 < hi && f.in[j+1] != 0 || kind == clauseNoun):
			return j
		case f.mark(j, ',') || f.dash(j):
			if f.stopsAt(seg, k, next, j, hi, kind) {
				return j
			}
		case f.hash(j) == hashAnd || f.hash(j) == hashBut:
			if j > start && f.sharedVerb(seg, k, next, j) {
				return j
			}
			if kind == clauseNoun && (f.hash(j) == hashBut || f.ownClause(j, hi)) {
				return j
			}
		case j > start && f.hash(j) == hashAccording:
			return j
		case kind == clauseNoun && j > start && f.can(j, grammar.Sub) && f.word(j) && !f.can(j, grammar.Relative|grammar.Det) && !f.Is(j, "as") && f.hash(j) != hashThat && !f.can(j, grammar.Prep):
			return j
		}
	}
	return hi
}

// sharedVerb reports whether a report of the same subject begins after the "and" at j.
func (f *finder) sharedVerb(seg *segment, k, next, j int) bool {
	for m := next; m < len(seg.reports) && m < next+3; m++ {
		r := &seg.reports[m]
		if r.Cue.First > j+4 {
			return false
		}
		if r.Cue.First > j && !r.infinitive && r.By == seg.reports[k].By {
			return true
		}
	}
	return false
}

// stopsAt reports whether the comma or dash at j ends the reported words.
func (f *finder) stopsAt(seg *segment, k, next, j, hi int, kind clauseKind) bool {
	n := j + 1
	if n >= hi {
		return true
	}
	if f.hash(n) == hashAccording || f.cueParticiple(n) && !f.dash(j) {
		return true
	}
	if f.Is(n, "while") || f.Is(n, "whereas") {
		return true
	}
	if b := seg.reports[k].By.First; b > seg.First && kind != clauseNoun && (f.Is(b-1, "while") || f.Is(b-1, "although") || f.Is(b-1, "though") || f.Is(b-1, "when") || f.Is(b-1, "after") || f.Is(b-1, "if")) && f.finiteIn(n, hi) {
		return true // "While he said it was late, nobody left"
	}
	if !empty(seg.reports[k].Antecedent) && f.can(n, grammar.Finite|grammar.Aux) && !f.can(n, grammar.VerbPart) {
		return true // "Lund, who said it was late, is gone"
	}
	joint := n
	if f.can(n, grammar.And|grammar.Sub) && f.word(n) {
		joint = n + 1
	}
	for m := next; m < len(seg.reports) && m < next+3; m++ {
		r := &seg.reports[m]
		if empty(r.By) || r.noun || r.participle {
			continue
		}
		s := min(r.By.First, r.Cue.First)
		if s > joint+2 {
			if r.By == seg.reports[k].By && r.Cue.First <= joint+2 && r.Cue.First >= n {
				return true
			}
			break
		}
		if s >= n || r.By == seg.reports[k].By && r.Cue.First >= n && r.Cue.First <= joint+2 {
			return true
		}
	}
	if kind == clauseNoun {
		if f.dash(j) {
			return true
		}
		// a list goes on: "the plan, the budget and the tax"
		return !f.listAt(n, hi)
	}
	if kind == clauseTo || kind == clauseWh {
		return f.can(n, grammar.Relative) || f.can(n, grammar.And) && f.finiteIn(n, min(n+8, hi)) && !f.can(n+1, grammar.VerbBase)
	}
	return false
}

// listOfMarks reports whether more words in marks follow at n, as in: called him “slow,” a “coward” and “late”.
func (f *finder) listOfMarks(n, hi int) bool {
	for n < hi && f.in[n] == 0 && (f.can(n, grammar.And) || f.article(n)) {
		n++
	}
	return n < hi && f.in[n] != 0 && f.stretches[f.in[n]-1].Open == n && !f.capital(n+1)
}

// listAt reports whether the words after a comma go on with a list: a short phrase, then a comma or "and".
func (f *finder) listAt(n, hi int) bool {
	if f.can(n, grammar.And) {
		return f.in[n] == 0 && n+1 < hi && (f.nounStart(n + 1)) && !f.finiteIn(n+1, min(n+10, hi))
	}
	if !f.nounStart(n) {
		return false
	}
	p := f.phraseRight(n, hi)
	return !empty(p) && p.Last < hi && (f.mark(p.Last, ',') && f.can(p.Last+1, grammar.And) || f.can(p.Last, grammar.And))
}
