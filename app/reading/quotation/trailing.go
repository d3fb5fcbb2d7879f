package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// already reports whether an earlier report of the segment reports most of [start, end): "Ann said it was over, she said".
func (f *finder) already(seg *segment, k, start, end int) bool {
	for m := max(0, k-f.w.Reports); m < k; m++ {
		o := &seg.reports[m]
		if !empty(o.content) && !o.trailing && o.verb != nil && o.verb.frames&says != 0 && o.By.First <= start+2 && (o.content.Last-max(o.content.First, start))*3 > (end-start)*2 {
			return true
		}
	}
	return false
}

// inserted reads a report that stands between a noun and its verb: "a decision they say cost lives".
func (f *finder) inserted(seg *segment, r *report, k, from, hi int) {
	if r.inverted || r.participle || r.verb.frames&(says|thinks) == 0 || from >= hi || f.in[from] != 0 || !f.can(from, grammar.Finite|grammar.Aux) || f.capital(from) || f.can(from, grammar.VerbS) && !f.can(from, grammar.Aux) && r.verb.frames&object != 0 || r.By.First-1 < seg.First {
		return
	}
	p := r.By.First - 1
	start := p
	if !f.can(p, grammar.Relative) {
		q := f.phraseLeft(r.By.First, seg.First)
		if empty(q) {
			return
		}
		start = q.First
	}
	r.kind = clauseBare
	if end := f.closing(seg, k, from, hi, clauseBare); end > start {
		r.content = token.Range{First: start, Last: end}
	}
}

// aside reads a report that "as" sets apart: "As the paper noted, it was late", "it was late, as Ann put it".
func (f *finder) aside(seg *segment, r *report, lo, hi int) bool {
	p := min(r.By.First, r.Cue.First) - 1
	if p < lo || f.hash(p) != hashAs || !f.trails(r) && r.verb.base != "put" {
		return false
	}
	if p <= lo+1 {
		for i := r.Cue.Last; i < hi && i < r.Cue.Last+12 && f.in[i] == 0; i++ {
			if f.can(i, grammar.Finite|grammar.Aux) && !f.nominalVerb(i, r.Cue.Last) {
				return false
			}
			if f.mark(i, ',') {
				r.content, r.kind = token.Range{First: i + 1, Last: min(hi, i+f.w.Reach)}, clauseBare
				return true
			}
		}
		return false
	}
	if f.mark(p-1, ',') && r.Cue.Last >= hi-4 {
		if start := f.clauseStart(seg, r, lo); p-1 > start {
			r.content, r.trailing = token.Range{First: start, Last: p - 1}, true
			return true
		}
	}
	return false
}

// trails reports whether a report is one that can stand after its words: "…, he said", not "…, who vowed".
func (f *finder) trails(r *report) bool {
	if r.participle || r.noun || r.passive || r.infinitive || r.parent >= 0 || f.can(r.By.First, grammar.Relative) && r.By.Last-r.By.First == 1 {
		return false
	}
	if r.verb.frames&says != 0 {
		return r.verb.frames&quiet == 0 && r.verb.frames&wants == 0
	}
	return trailingThoughts[r.verb.base]
}

var trailingThoughts = map[string]bool{"believe": true, "think": true, "tell": true, "estimate": true, "suspect": true, "show": true, "guess": true, "reveal": true, "find": true, "feel": true}

// isTrailing reports whether the report stands after what it reports: "…, Ann said on Monday."
func (f *finder) isTrailing(seg *segment, r *report, lo int) bool {
	start := r.By.First
	if r.inverted {
		start = r.Cue.First
	}
	if !f.trails(r) || start <= lo+1 || r.Cue.First < r.By.First && !r.inverted {
		return false
	}
	if f.can(start-1, grammar.Det) {
		start--
	}
	p := f.skipMarks(start-1, lo)
	if f.in[p] != 0 { // a stretch that ends in a comma
		return f.endsOpen(f.stretches[f.in[p]-1])
	}
	if !f.mark(p, ',') && !(f.dash(p) && r.Cue.Last >= f.trimEnd(lo, seg.Last)) {
		return false
	}
	// words before the comma that are a whole clause, or at least more than an introduction
	c := f.clauseStart(seg, r, lo)
	if !r.inverted && f.mark(r.Cue.Last, ',') && r.Cue.Last+1 < seg.Last && f.in[r.Cue.Last+1] != 0 && f.goesOnInMarks(r.Cue.Last+1) {
		return true
	}
	if !r.inverted && f.mark(r.Cue.Last, ',') && f.finiteIn(r.Cue.Last+1, seg.Last) && !f.cueParticiple(r.Cue.Last+1) {
		return true // "Back in March, he said, the plan failed"
	}
	for c < p && (f.can(c, grammar.And|grammar.Adverb) && !f.can(c, grammar.Det) || f.in[c] == 0 && f.Tokens[c].Kind == token.Quote) {
		c++
	}
	if f.in[c] != 0 {
		return f.outsideWords(c, p) > 0
	}
	if f.hash(c) == hashAt && (f.Is(c+1, "least") || f.Is(c+1, "most")) {
		c += 2 // "At least 48 people were hurt, he said"
	}
	if f.can(c, grammar.Sub|grammar.Prep|grammar.VerbIng|grammar.VerbPart) && !f.can(c, grammar.Det|grammar.Subject) {
		return f.mainClause(c, p) || f.can(c, grammar.VerbIng) && f.gerund(c, p) || f.dayFirst(c, p, r.inverted && f.ends(r, lo, seg.Last))
	}
	if f.can(c, grammar.Subject) && f.can(c, grammar.Aux) || f.isShort(c+1) {
		return true // "It's late, he said"
	}
	q := f.subjectAt(c, p)
	if empty(q) || f.ends(r, lo, seg.Last) && !f.asked(c) {
		return f.finiteIn(c, p)
	}
	if f.governs(q, p) || !f.mark(q.Last, ',') && f.finiteIn(q.Last, p) {
		return true
	}
	for i := p - 1; i > c; i-- { // "Ann, head of the bank, and Ben, its owner, are gone, he said"
		if f.in[i] == 0 && f.mark(i, ',') {
			return f.can(i+1, grammar.Finite|grammar.Aux) && !f.can(i+1, grammar.VerbPart) || f.can(i+1, grammar.Aux)
		}
	}
	return false
}

// ends reports whether a report closes its sentence: nothing with a verb of its own comes after it.
func (f *finder) ends(r *report, lo, hi int) bool {
	from := max(r.By.Last, r.Cue.Last)
	return !f.finiteIn(from, f.trimEnd(lo, hi))
}

// asked reports whether an introduction like "Asked about the plan" opens at c: what follows is no report of it.
func (f *finder) asked(c int) bool { return f.can(c, grammar.VerbPart) && f.can(c, grammar.Opener) }

// goesOnAfter reports whether the reported words go on after the cue at a comma: ", and the road was shut", ", because it snowed".
func (f *finder) goesOnAfter(r *report, from, hi int) bool {
	i := from
	for i < hi && i < from+f.w.Tail && f.in[i] == 0 && !f.mark(i, ',') && !f.can(i, grammar.Finite|grammar.Aux) {
		i++
	}
	n := i + 1
	if n+1 >= hi || !f.mark(i, ',') || f.in[n] != 0 || f.cueParticiple(n) {
		return false
	}
	switch {
	case f.can(n, grammar.Sub) && f.word(n) && !f.can(n, grammar.Relative) && carriesOn.Has(f.hash(n)):
		return f.finiteIn(n+1, hi)
	case f.hash(n) == hashAnd || f.hash(n) == hashBut:
		p := f.subjectAt(n+1, hi)
		return !empty(p) && f.governs(p, hi) && !f.ownCue(p, hi) && !f.can(p.First, grammar.Subject)
	}
	return false
}

// ownCue reports whether the verb after a subject is a cue of its own: "and Ben replied".
func (f *finder) ownCue(p token.Range, hi int) bool {
	for i := p.Last; i < hi && i < p.Last+3; i++ {
		if c, ok := f.cues.Get(f.hash(i)); ok && c.frames&(says|tells|asks) != 0 {
			return true
		}
	}
	return false
}

// carriesOn are words that go on with what somebody said. Data.
var carriesOn = hashes("because since until although though unless so if")

// dayFirst reports a time at the head of [lo, hi) with a clause behind it: "Since then 400 have left", "In June soldiers found it".
// sure says that nothing else can be what is reported.
func (f *finder) dayFirst(lo, hi int, sure bool) bool {
	if !f.can(lo, grammar.Prep) {
		return false
	}
	i, timed := lo+1, false
	for i < hi && i < lo+5 && (f.can(i, grammar.TimeWord|grammar.Det) || f.Tokens[i].Kind == token.Number || f.Is(i, "then")) {
		timed = timed || !f.can(i, grammar.Det)
		i++
	}
	if !timed || f.mark(i, ',') {
		return false
	}
	if sure {
		return f.finiteIn(i, hi)
	}
	q := f.subjectAt(i, hi)
	return !empty(q) && f.governs(q, hi) && !f.can(q.First, grammar.Prep)
}

// mainClause reports whether a comma in [lo, hi) is followed by a clause: "In March, the plan failed".
func (f *finder) mainClause(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if f.in[i] == 0 && f.mark(i, ',') && !f.can(i+1, grammar.Relative) {
			return f.finiteIn(i+1, hi)
		}
	}
	return false
}

// gerund reports whether the form in -ing at lo is the subject of a clause: "Meeting the costs can be hard".
func (f *finder) gerund(lo, hi int) bool {
	for i := lo + 1; i < hi && f.in[i] == 0 && !f.mark(i, ','); i++ {
		if f.can(i, grammar.Aux) && !f.can(i, grammar.Subject) && !f.can(i-1, grammar.Relative|grammar.Subject) {
			return true
		}
	}
	return false
}

// accordingContent takes the rest of the sentence beside "according to Ann".
func (f *finder) accordingContent(seg *segment, r *report, lo, hi int) {
	if r.lead {
		i := r.By.Last
		for i < hi && i < r.By.Last+f.w.Reports && f.in[i] == 0 && !f.mark(i, ',') {
			i++
		}
		// a source with an apposition: "According to Ann Smith, the mayor, taxes rise"
		if i+1 < hi && f.can(i+1, grammar.Det) {
			p := f.phraseRight(i+1, hi)
			if !empty(p) && f.mark(p.Last, ',') {
				i = p.Last
			}
		}
		if i+1 < hi {
			r.content = token.Range{First: i + 1, Last: min(hi, i+f.w.Reach)}
		}
		return
	}
	end := r.Cue.First
	for end > lo && (f.mark(end-1, ',') || f.dash(end-1)) {
		end--
	}
	start := max(lo, end-f.w.Reach)
	hi = min(hi, r.By.Last+f.w.Reach)
	for i := end - 1; i > start; i-- {
		if f.in[i] == 0 && f.mark(i, ';') {
			start = i + 1
			break
		}
	}
	after := r.By.Last
	if f.mark(after, ',') && after+1 < hi && f.finiteIn(after+1, hi) && !f.can(after+1, grammar.And|grammar.Relative|grammar.Sub) && !f.cueParticiple(after+1) {
		if !f.finiteIn(start, end) && f.can(start, grammar.Prep) {
			r.content = token.Range{First: after + 1, Last: hi}
			return
		}
		if !f.finiteIn(start, end) {
			end = hi
		}
	}
	if end > start {
		r.content, r.trailing = token.Range{First: start, Last: end}, true
	}
}
