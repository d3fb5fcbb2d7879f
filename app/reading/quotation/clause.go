package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// clauseOpens reports whether the word at i can open a clause without "that".
func (f *finder) clauseOpens(i int) bool {
	if f.in[i] != 0 || f.Tokens[i].Kind == token.Punct {
		return false
	}
	c := f.class[i]
	if !f.nounStart(i) && c&(grammar.Prep|grammar.Sub|grammar.VerbIng|grammar.Adverb|grammar.Subject) == 0 && c != grammar.Opener {
		return false
	}
	return f.hash(i) != hashOf && f.hash(i) != hashTo && !f.Is(i, "so") && !f.Is(i, "as") && !f.measure(i)
}

// clauseAt reports whether a clause without "that" begins at i.
func (f *finder) clauseAt(r *report, i, hi int) bool {
	if !f.clauseOpens(i) {
		return false
	}
	c := f.class[i]
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
