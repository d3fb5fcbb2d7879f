package name

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

var (
	hashHe   = []uint32{token.HashOf("he"), token.HashOf("his"), token.HashOf("him"), token.HashOf("himself")}
	hashShe  = []uint32{token.HashOf("she"), token.HashOf("her"), token.HashOf("hers"), token.HashOf("herself")}
	hashThey = []uint32{token.HashOf("they"), token.HashOf("their"), token.HashOf("them"), token.HashOf("themselves")}
	hashIt   = []uint32{token.HashOf("it"), token.HashOf("its"), token.HashOf("itself")}
)

// pronoun gives what a pronoun asks for: 'm', 'f', 'p' (several), 'n' (a thing or body); 0 if it is none.
func pronoun(h uint32) byte {
	for _, g := range []struct {
		sex   byte
		words []uint32
	}{{'m', hashHe}, {'f', hashShe}, {'p', hashThey}, {'n', hashIt}} {
		for _, w := range g.words {
			if w == h {
				return g.sex
			}
		}
	}
	return 0
}

// Who gives the entity that the pronoun at token i stands for, and how sure that is; -1 if nobody fits. The subject of
// the sentence before wins, not the nearest name: "Adams urged Baker to wait. He warned …" is Adams. Names for which
// skip says true (words inside quotation marks) are not looked at; nil skips none.
func (n *Names) Who(i int, skip func(token int) bool) (entity int, p float64) {
	if i < 0 || i >= len(n.text.Tokens) {
		return -1, 0
	}
	want := pronoun(n.text.Tokens[i].Hash)
	if want == 0 {
		return -1, 0
	}
	here := n.text.Sentence(i)
	best, bestScore, second := -1, 0.0, 0.0
	for k := n.before(i); k >= 0 && k > n.before(i)-40; k-- {
		b := &n.Blocks[k]
		far := here - n.text.Sentence(b.Tokens.First)
		if far >= len(distance) {
			break
		}
		if b.Entity < 0 || skip != nil && skip(b.Tokens.First) || n.apposed(k) {
			continue
		}
		e := &n.Entities[b.Entity]
		fit, ok := suits(e, want)
		if !ok {
			continue
		}
		s := distance[far]*n.subject(k) + fit
		if b.Entity == best {
			if s > bestScore {
				bestScore = s
			}
			bestScore += 0.15
			continue
		}
		if s > bestScore {
			best, bestScore, second = b.Entity, s, bestScore
		} else if s > second {
			second = s
		}
	}
	if best < 0 {
		return -1, 0
	}
	p = 0.6 + 0.15*(bestScore-second)
	if second == 0 {
		p = 0.85
	}
	return best, min(p, 0.9)
}

// apposed reports a role that only says what the person named right before it is: "Ann Smith, an engineer at the port".
func (n *Names) apposed(k int) bool {
	b := &n.Blocks[k]
	if b.Kind != Role || k == 0 || n.Blocks[k-1].Kind != Person {
		return false
	}
	i := b.Tokens.First - 1
	for i > 0 && i > b.Tokens.First-4 && n.text.Tokens[i].Kind == token.Word && n.text.Tokens[i].Flags&token.Capital == 0 && n.class[i]&(grammar.Verb|grammar.Prep|grammar.And) == 0 {
		i--
	}
	return n.text.Tokens[i].Kind == token.Punct && n.text.Word(i) == "," && n.Blocks[k-1].Tokens.Last == i
}

// distance weighs a name by how many sentences before the pronoun it stands: the sentence before counts most.
var distance = [...]float64{1.6, 2.0, 1.1, 0.7, 0.5, 0.4, 0.4, 0.35, 0.35, 0.3, 0.3, 0.3, 0.3}

// before gives the index of the last block that ends at or before token i.
func (n *Names) before(i int) int {
	lo, hi := 0, len(n.Blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if n.Blocks[mid].Tokens.Last <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// suits says how well an entity fits what the pronoun asks for.
func suits(e *Entity, want byte) (float64, bool) {
	switch want {
	case 'm', 'f':
		if e.Kind == Organisation || e.Plural || e.Gender != 0 && e.Gender != want {
			return 0, false
		}
		s := 0.0
		if e.Gender == want {
			s = 0.6
		}
		if e.Kind == Role {
			s -= 0.4
		}
		return s, true
	case 'p':
		if e.Kind == Person {
			return 0, false
		}
		if e.Plural {
			return 0.8, true
		}
		return -0.2, e.Kind == Organisation
	}
	if e.Kind == Organisation {
		return 0.5, true
	}
	return 0, false
}

// subject says how likely block k is the subject of its sentence: 1 for the first block that no preposition or verb
// governs, less for the subject of a later clause, least for an object.
func (n *Names) subject(k int) float64 {
	b := &n.Blocks[k]
	first := b.Tokens.First
	if b.Title.First < b.Title.Last && b.Title.First < first {
		first = b.Title.First
	}
	s := n.text.Sentences[n.text.Sentence(first)]
	p := first - 1
	for p >= s.First && n.class[p]&(grammar.Det|grammar.Adverb) != 0 && n.class[p]&(grammar.Prep|grammar.Sub) == 0 {
		p--
	}
	possessive := b.Tokens.Last < len(n.text.Tokens) && n.text.Tokens[b.Tokens.Last].Kind == token.Clitic
	own := 1.0
	if possessive {
		own = 0.6
	}
	if p < s.First {
		return own
	}
	c := n.class[p]
	switch {
	case c&grammar.Prep != 0 && c&grammar.Sub == 0:
		if c := n.text.Tokens[s.First]; p == s.First && c.Hash == token.HashOf("for") {
			return 0.5 * own
		}
		return 0.3 * own
	case c&(grammar.VerbPast|grammar.VerbS) != 0 && p > s.First && (n.text.Word(p-1) == "," || n.text.Tokens[p-1].Kind == token.Quote):
		return 0.9 * own // "…, said Ann Smith"
	case c&(grammar.VerbPast|grammar.VerbS|grammar.VerbIng|grammar.VerbBase) != 0 && c&grammar.Sub == 0:
		return 0.35 * own
	case c&(grammar.Sub|grammar.And) != 0:
		return 0.75 * own
	case n.text.Tokens[p].Kind == token.Punct:
		if n.firstIn(k, s) {
			return 0.95 * own
		}
		return 0.6 * own
	case n.text.Tokens[p].Kind == token.Quote:
		return 0.9 * own
	}
	return 0.5 * own
}

// firstIn reports whether no block that could be the subject stands before block k in its sentence.
func (n *Names) firstIn(k int, s token.Range) bool {
	for j := k - 1; j >= 0 && j > k-4 && n.Blocks[j].Tokens.First >= s.First; j-- {
		f := n.Blocks[j].Tokens.First
		if f == s.First || n.class[f-1]&grammar.Prep == 0 {
			return false
		}
	}
	return true
}
