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
func (f *reader) finiteIn(lo, hi int) bool {
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
func (f *reader) nominalVerb(i, lo int) bool {
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
func (f *reader) isShort(i int) bool {
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
