package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// participle reads a cue in -ing: "…, adding that", "a letter saying".
func (r *reader) participle(p report, v, j, lo, hi int, before []report) (report, bool) {
	p.participle = true
	p.Cue = r.particles(v, hi, p.verb)
	i := j - 1
	if i < lo {
		// opens the sentence: "Calling for restraint, he warned"
		p.By = r.firstSubject(r.afterComma(v, hi), hi)
		return p, !empty(p.By)
	}
	if r.in[i] != 0 || r.mark(i, ',') || r.dash(i) || r.can(i, grammar.And) {
		if k := r.mainReport(before, v); k >= 0 {
			p.By, p.Antecedent, p.parent = before[k].By, before[k].Antecedent, k
			return p, true
		}
		p.By = r.clauseSubject(lo, i)
		return p, !empty(p.By)
	}
	if r.can(i, grammar.Det|grammar.Poss|grammar.Be) || r.Tokens[i].Kind == token.Clitic {
		return p, false
	}
	if r.can(i, grammar.Prep|grammar.Sub) {
		if r.Is(i, "by") || r.Is(i, "while") || r.Is(i, "when") || r.Is(i, "after") || r.Is(i, "before") || r.Is(i, "without") || r.Is(i, "from") || r.Is(i, "despite") || r.Is(i, "in") || r.hash(i) == hashAs {
			if k := r.mainReport(before, v); k >= 0 && !r.Is(i, "without") {
				p.By, p.Antecedent, p.parent = before[k].By, before[k].Antecedent, k
				return p, true
			}
			if i == lo || r.Tokens[i].Flags&token.SentStart != 0 {
				p.By = r.firstSubject(r.afterComma(v, hi), hi)
			} else {
				p.By = r.clauseSubject(lo, i)
			}
			return p, !empty(p.By)
		}
		return p, false
	}
	if p.verb.frames&(says|thinks|tells|asks|about) == 0 {
		return p, false
	}
	if r.can(i, grammar.VerbPast|grammar.VerbS|grammar.VerbBase) && !r.nominal(i, lo) {
		p.By = r.clauseSubject(lo, i) // "began by marvelling", "kept saying"
		return p, !empty(p.By)
	}
	p.By = r.phraseLeft(j, lo)
	if !empty(p.By) && p.By.First > lo && r.can(p.By.First-1, grammar.VerbPast|grammar.VerbS|grammar.VerbBase) {
		// the object of the main verb: a thing that can be written says it itself
		if !r.paper(r.head(p.By)) {
			if k := r.mainReport(before, v); k >= 0 {
				p.By, p.Antecedent, p.parent = before[k].By, before[k].Antecedent, k
			} else if q := r.clauseSubject(lo, p.By.First); !empty(q) {
				p.By = q
			}
		}
	}
	return p, !empty(p.By)
}

var papers = hashes(`letter statement report article post tweet email memo note message document paper poll survey study brief filing sign banner poster
	advertisement ad email editorial polls surveys study studies data figures statistics records documents video videos footage average averages analysis
	research results review index census slide count tally projection projections forecast filings transcripts reports bulletin advisory opinion column release text verdict ruling resolution law bill rule motion transcript posts tweets reports emails signs letters people those everyone anyone someone man woman
	voters officials source sources spokesman spokeswoman spokesperson`)

func (r *reader) paper(i int) bool { return papers.Has(r.hash(i)) }

// mainReport gives the nearest finite report before v whose subject a participle shares; -1 if none.
func (r *reader) mainReport(before []report, v int) int {
	for k := len(before) - 1; k >= 0 && k >= len(before)-r.w.Reports; k-- {
		b := &before[k]
		if b.verb != nil && !r.dependent(before, k) && !empty(b.By) && !b.passive && b.Cue.Last <= v && !b.noun {
			if b.By.First > b.Cue.First && !b.inverted {
				continue
			}
			return k
		}
	}
	return -1
}

// dependent reports whether report k is itself reported: "saying that they would go" has no subject for what follows.
func (r *reader) dependent(before []report, k int) bool {
	b := &before[k]
	if k == 0 || b.participle || b.inverted {
		return false
	}
	p := b.By.First - 1
	for p > 0 && r.can(p, grammar.Adverb|grammar.Det) && !r.can(p, grammar.Sub) {
		p--
	}
	if p < 0 {
		return false
	}
	if r.can(p, grammar.Sub) && r.word(p) && !r.mark(p-1, ',') {
		return true
	}
	for m := k - 1; m >= 0 && m > k-4; m-- {
		if c := before[m].Cue; c.First <= p && p < c.Last && before[m].verb != nil && before[m].verb.frames&(says|thinks|tells) != 0 {
			return true
		}
	}
	return false
}

// afterComma gives the token after the first comma outside quotation marks in [v, hi); hi if none.
func (r *reader) afterComma(v, hi int) int {
	for i := v; i < hi && i < v+r.w.Reach; i++ {
		if r.mark(i, ',') && (r.in[i] == 0 || i+1 < hi && r.in[i+1] != 0 && r.in[i+2] == 0) {
			if r.in[i] != 0 {
				return i + 2
			}
			return i + 1
		}
		if r.in[i] != 0 && i+1 < hi && r.in[i+1] == 0 && i > v && r.mark(i-1, ',') {
			return i + 1 // the comma stands inside the marks
		}
	}
	return hi
}

// passive reads "was quoted as saying", "was described by Ann as".
func (r *reader) passive(p report, v, j, lo, hi int) (report, bool) {
	p.passive = true
	if r.hash(v+1) == hashAs && v+2 < hi {
		if f, ok := r.cues.Get(r.hash(v + 2)); ok && f.class == grammar.VerbIng && f.frames&says != 0 {
			p.verb = f.verb
			p.passive = false
			p.Cue = token.Range{First: v, Last: v + 3}
			if j > lo {
				p.By, p.Antecedent, _ = r.subjectBefore(j, v, lo, nil)
			}
			return p, !empty(p.By)
		}
	}
	for i, n := v+1, 0; i < hi && n < 8; i, n = i+1, n+1 {
		if r.in[i] != 0 {
			i = r.stretches[r.in[i]-1].Close - 1
			continue
		}
		if r.mark(i, ',') || r.can(i, grammar.Finite) && !r.can(i, grammar.VerbPart) {
			break
		}
		if r.hash(i) == hashBy && i+1 < hi {
			p.By = r.source(i+1, hi)
			return p, !empty(p.By) && !r.timeOnly(p.By)
		}
	}
	return p, false
}
