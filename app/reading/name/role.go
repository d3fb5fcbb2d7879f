package name

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// roles finds what people and groups are called by: "the Russian president", "analysts", "the ministry".
func (f *finder) roles() {
	for s, r := range f.Sentences {
		if f.titled[s] {
			continue
		}
		for i := r.First; i < r.Last; i++ {
			if f.taken[i] || !f.is(i, isRole|isRoles|isBody) || !f.word(i) {
				continue
			}
			end := f.compound(i, r.Last)
			if f.is(end, isRole|isRoles|isBody) && !f.taken[end] && !f.capital(end) && f.class[end]&grammar.Finite == 0 {
				continue // the head comes later: "ministry spokesperson"
			}
			if end < r.Last && f.Tokens[end].Kind == token.Clitic && f.roleWithin(end+1, r.Last) {
				continue // "the army's chief"
			}
			if f.can(i, grammar.Opener) && f.capital(i) && !f.is(i, isRoles) {
				continue
			}
			if f.Is(i, "head") && i >= 2 && (f.Is(i-2, "over") || f.Is(i-2, "on")) {
				continue // "over its head"
			}
			first := max(f.roleStart(i), r.First)
			if !f.roleHead(i, first) || f.capital(i) && f.Is(i, "federation") {
				continue
			}
			k := Role
			if f.is(i, isBody) && !f.is(i, isRole) {
				k = Organisation
			}
			for first < i && f.taken[first] {
				first++
			}
			f.add(Block{Tokens: token.Range{First: first, Last: end}, Kind: k, P: 0.8, Plain: true})
			i = end - 1
		}
	}
}

// roleWithin reports whether a role follows a possessive at once: "'s new foreign minister".
func (f *finder) roleWithin(i, last int) bool {
	for j := i; j < last && j < i+4 && f.word(j) && !f.taken[j]; j++ {
		if f.is(j, isRole|isRoles) {
			return true
		}
		if f.class[j]&(grammar.Prep|grammar.Aux|grammar.Finite|grammar.And) != 0 {
			return false
		}
	}
	return false
}

// compound gives the end of a role: "commander-in-chief", "co-founder".
func (f *finder) compound(i, last int) int {
	end := i + 1
	for end+1 < last && f.hyphen(end) && f.joined(end) && f.word(end+1) && f.joined(end+1) {
		end += 2
	}
	return end
}

// roleHead reports whether the word is a noun here and its phrase stands for somebody: a plural, or one with an
// article, a possessive or a name before it.
func (f *finder) roleHead(i, first int) bool {
	if f.is(i, isRoles) && !f.is(i, isRole) && !f.can(i, grammar.VerbS) {
		return true
	}
	if first > 0 && f.mark(first-1, ',') && (f.Is(i+1, "of") || f.Is(i+1, "for") || f.Is(i+1, "at")) && f.is(i, isRole) {
		return true // "Ann Smith, deputy head of the council,"
	}
	if first == i {
		return f.is(i, isRoles) && (i == 0 || !f.can(i-1, grammar.Aux|grammar.Subject|grammar.Prep))
	}
	if f.can(first, grammar.Det|grammar.Poss) || f.Tokens[first].Kind == token.Number || f.can(first, grammar.Number) {
		return true
	}
	return f.capital(first) || f.is(i, isRoles)
}
