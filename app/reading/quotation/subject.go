package quotation

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// reader holds what all stages look at.
type reader struct {
	*token.Text
	w         *Weights
	class     []grammar.Class
	names     *name.Names
	places    []Place
	stretches []stretch
	in        []int32 // per token: index of its stretch, counted from 1; 0 outside
	cues      *token.Words[form]
	title     bool // the sentence at hand is written With Capitals
}

func (r *reader) mark(i int, b byte) bool {
	if i < 0 || i >= len(r.Tokens) {
		return false
	}
	k := r.Tokens[i]
	return k.End-k.Start == 1 && r.Source[k.Start] == b
}

func (r *reader) can(i int, c grammar.Class) bool {
	return i >= 0 && i < len(r.class) && r.class[i]&c != 0
}

func (r *reader) word(i int) bool {
	return i >= 0 && i < len(r.Tokens) && r.Tokens[i].Kind == token.Word
}

func (r *reader) capital(i int) bool { return r.word(i) && r.Tokens[i].Flags&token.Capital != 0 }

func (r *reader) hash(i int) uint32 {
	if i < 0 || i >= len(r.Tokens) {
		return 0
	}
	return r.Tokens[i].Hash
}

func (r *reader) dash(i int) bool {
	if i < 0 || i >= len(r.Tokens) || r.Tokens[i].Kind != token.Punct {
		return false
	}
	switch r.Word(i) {
	case "—", "–", "―", "--", "---":
		return true
	case "-":
		return r.Tokens[i].Flags&token.Spaced != 0 && (i+1 >= len(r.Tokens) || r.Tokens[i+1].Flags&token.Spaced != 0)
	}
	return false
}

func (r *reader) hyphen(i int) bool {
	if i < 0 || i >= len(r.Tokens) || r.Tokens[i].Kind != token.Punct {
		return false
	}
	w := r.Word(i)
	return (w == "-" || w == "‐" || w == "‑") && !r.dash(i)
}

// person reports whether a block of a person holds token i.
func (r *reader) block(i int) *name.Block {
	if k := r.names.At(i); k >= 0 {
		return &r.names.Blocks[k]
	}
	return nil
}

// nominal reports whether token i can stand inside a noun phrase: nouns, adjectives, names, numbers, possessives. A
// word that can be a verb counts only where the word before makes it a noun: "the report", "a planned visit".
func (r *reader) nominal(i, lo int) bool {
	if r.in[i] != 0 {
		return false
	}
	t := r.Tokens[i]
	switch t.Kind {
	case token.Number, token.Clitic:
		return true
	case token.Symbol:
		return true
	case token.Punct:
		return r.hyphen(i)
	case token.Quote:
		return r.block(i) != nil // William "Bill" Harper
	}
	c := r.class[i]
	if c == 0 || c&(grammar.Number|grammar.TimeWord) != 0 && c&grammar.Modal == 0 {
		return true
	}
	if t.Flags&token.Capital != 0 && t.Flags&token.SentStart == 0 {
		if c&(grammar.Verb|grammar.TimeWord|grammar.Modal|grammar.Opener) != 0 && c&(grammar.Prep|grammar.Subject|grammar.Sub|grammar.And|grammar.Be|grammar.Have|grammar.Do) == 0 {
			return true
		}
	}
	if b := r.block(i); b != nil && b.Kind != name.Role {
		return true
	}
	if c&(grammar.Prep|grammar.Subject|grammar.Object|grammar.Aux|grammar.And|grammar.Sub|grammar.Wh|grammar.Not|grammar.Relative) != 0 {
		return false
	}
	if c&grammar.Verb == 0 {
		return c&(grammar.Det|grammar.Poss|grammar.Adverb|grammar.Opener) != 0
	}
	if c&grammar.VerbBase != 0 && attributive.Has(t.Hash) && r.word(i+1) && r.class[i+1]&^grammar.VerbS == 0 && !(i > lo && r.can(i-1, grammar.Subject|grammar.Aux)) && r.hash(i-1) != hashTo {
		return true // "top officials"
	}
	return r.nominalVerbForm(i, lo)
}

// nominalVerbForm tells for a verb's form at token i whether it is a noun or an adjective there.
func (r *reader) nominalVerbForm(i, lo int) bool {
	c := r.class[i]
	if i == lo {
		return c&(grammar.VerbPart|grammar.VerbIng|grammar.VerbBase) != 0 && c&grammar.VerbS == 0
	}
	p := i - 1
	if r.in[p] != 0 {
		return false
	}
	if c&grammar.VerbS != 0 && (r.Is(p, "this") || r.Is(p, "that")) {
		return false // "this gives"
	}
	before := r.can(p, grammar.Det|grammar.Poss|grammar.Number) || r.Tokens[p].Kind == token.Clitic || r.hyphen(p)
	switch {
	case before && !r.can(p, grammar.Sub):
		return true
	case c&grammar.VerbS != 0: // "reports", "talks": a noun after an adjective or a noun that is no subject
		return r.class[p] == 0 && !r.capital(p) && r.adjectiveBefore(p)
	case c&grammar.VerbIng != 0:
		return r.class[p] == 0 && r.word(p) && !r.capital(p) && r.adjectiveBefore(p)
	case c&grammar.VerbPast != 0 || c&grammar.VerbPart != 0:
		return false
	}
	return r.word(p) && r.class[p]&(grammar.Aux|grammar.Subject|grammar.Not|grammar.Sub) == 0 && r.hash(p) != hashTo &&
		(r.class[p] == 0 || r.class[p]&(grammar.Verb|grammar.Prep) != 0)
}

// attributive are nouns and adjectives before a noun, though a verb is spelt like them. Data.
var attributive = hashes(`top lead fire police state trade market film fund tax test study transport house plant water land space border rail
	school party bank hospital security energy campaign union prison chief sports research aid farm court army human`)

// adjectiveBefore reports whether an article or possessive stands one or two words before p.
func (r *reader) adjectiveBefore(p int) bool {
	for k := p - 1; k >= 0 && k > p-3; k-- {
		if r.can(k, grammar.Det|grammar.Poss|grammar.Prep) {
			return true
		}
		if r.class[k] != 0 {
			return false
		}
	}
	return false
}

// phraseLeft gives the noun phrase that ends right before token end, no further left than lo; empty if none.
// "the director of the institute" is one; "In March the minister" gives "the minister".
func (r *reader) phraseLeft(end, lo int) token.Range {
	k := end
	for k > lo && end-k < r.w.Phrase {
		i := k - 1
		if r.in[i] != 0 {
			break
		}
		if r.mark(i, ')') {
			j := i - 1
			for j >= lo && i-j < 10 && !r.mark(j, '(') {
				j--
			}
			if !r.mark(j, '(') {
				break
			}
			k = j
			continue
		}
		if r.nominal(i, lo) {
			if r.class[i]&grammar.Adverb != 0 && r.class[i]&(grammar.Det|grammar.Opener) == 0 && k == end {
				break
			}
			k = i
			continue
		}
		c := r.class[i]
		if k == end && c&(grammar.VerbS|grammar.VerbBase) != 0 && c&(grammar.Aux|grammar.VerbPast|grammar.Prep|grammar.Sub|grammar.Subject|grammar.Adverb) == 0 && !(i > lo && r.can(i-1, grammar.Subject|grammar.Aux)) {
			k = i // "reports indicated": two finite verbs do not stand together
			continue
		}
		switch {
		case k == end && c&(grammar.Subject|grammar.Object) != 0 && c&grammar.Relative == 0:
			return token.Range{First: i, Last: end}
		case c&grammar.Prep != 0 && r.word(i) && (c&(grammar.Verb|grammar.Sub) == 0 || r.hash(i) == hashAs && r.can(i+1, grammar.Det)) && k < end && i > lo && r.prepositional(i, k, lo):
			k = i
			continue
		case c&grammar.Prep != 0 && r.word(i) && c&grammar.Verb == 0 && k < end && i-2 > lo && r.hash(i-1) == hashAnd && r.nominal(i-2, lo) && !r.can(i-2, grammar.Adverb):
			k = i - 1 // "in the city and around the country"
			continue
		case c&grammar.And != 0 && k < end && i > lo && (r.hash(i) == hashAnd || r.mark(i, '&') || r.Is(i, "or")) && r.nominal(i-1, lo) && !r.can(i-1, grammar.Adverb|grammar.TimeWord):
			k = i
			continue
		}
		break
	}
	k = r.adjectives(k, end, lo)
	for k < end && (r.hyphen(k) || r.Tokens[k].Kind == token.Clitic || r.can(k, grammar.And) || r.Tokens[k].Kind == token.Symbol && !r.mark(k, '$')) {
		k++
	}
	out := token.Range{First: k, Last: end}
	if k < end && r.can(k, grammar.Prep) || k < end && r.openerAt(k) {
		out = r.afterOpening(out)
	}
	if p := r.headBefore(k, lo); !empty(p) {
		return p
	}
	return out
}

// headBefore gives the phrase that the one beginning at k only hangs on, behind "by" or a relative clause; empty if there is none.
func (r *reader) headBefore(k, lo int) token.Range {
	// "a letter obtained by the paper said"
	if k-2 > lo && r.hash(k-1) == hashBy && r.can(k-2, grammar.VerbPart) && !r.can(k-3, grammar.Be) {
		if p := r.phraseLeft(k-2, lo); p.First < p.Last {
			return p
		}
	}
	// "the man who led the party said": the phrase before the relative clause
	if k > lo && r.can(k-1, grammar.Finite|grammar.VerbPart|grammar.Aux) && !r.mark(k-1, ',') {
		if p := r.beforeRelative(k-1, lo); p.First < p.Last {
			return p
		}
	}
	return token.Range{}
}

// adjectives gives where the phrase [k, end) begins if a comma only parts its adjectives: "the tall, | grey professor". What
// comes after the comma must be unable to stand alone: singular, in small letters, without an article.
func (r *reader) adjectives(k, end, lo int) int {
	if k >= end || k-3 < lo || !r.mark(k-1, ',') || !r.word(k) || r.capital(k) || r.class[k] != 0 || end-k > 4 || r.capital(end-1) {
		return k
	}
	p := k - 2
	for p > lo && p > k-5 && r.in[p] == 0 && r.word(p) && !r.capital(p) && r.class[p] == 0 {
		p--
	}
	if p == k-2 || r.in[p] != 0 || !r.article(p) || r.plural(token.Range{First: k, Last: end}) || r.can(p-1, grammar.Prep|grammar.Verb) && r.in[p-1] == 0 {
		return k
	}
	return p
}

// openerAt reports whether a word that only opens a sentence stands at i: "Meanwhile", "Later".
func (r *reader) openerAt(i int) bool {
	if r.paper(i) && r.can(i+1, grammar.Finite|grammar.Aux) {
		return false // "Video shows"
	}
	if b := r.block(i); b != nil && b.Kind == name.Person {
		return false // Ms May
	}
	if r.class[i]&grammar.Opener != 0 && r.class[i]&^(grammar.Opener|grammar.Verb) == 0 && r.can(i+1, grammar.TimeWord) {
		return true // "Last night"
	}
	return r.class[i]&(grammar.Adverb|grammar.TimeWord) != 0 && r.class[i]&grammar.Det == 0 || r.class[i] == grammar.Opener && r.block(i) == nil
}

// prepositional reports whether the preposition at i ties the phrase that begins at k to a noun before it.
func (r *reader) prepositional(i, k, lo int) bool {
	if r.Tokens[i].Flags&token.SentStart != 0 || r.in[i-1] != 0 {
		return false
	}
	if !r.nominal(i-1, lo) || r.can(i-1, grammar.Adverb|grammar.TimeWord) && r.hash(i) != hashOf {
		return false
	}
	if r.hash(i) == hashOf {
		return true
	}
	return r.class[i-1] == 0 || r.class[i-1]&grammar.Verb != 0
}

// afterOpening drops what opens a sentence before its subject: "In an interview Berg", "Later that day the minister".
func (r *reader) afterOpening(p token.Range) token.Range {
	first := -1
	for i := p.First; i < p.Last; i++ {
		b := r.block(i)
		switch {
		case b != nil && b.Tokens.First >= p.First && (b.Kind != name.Organisation || b.Tokens.Last == p.Last):
			s := b.Tokens.First
			if b.Title.First < b.Title.Last && b.Title.First >= p.First && b.Title.First < s {
				s = b.Title.First
			}
			if i > p.First && !r.can(s-1, grammar.Prep) {
				first = s
			}
			i = b.Tokens.Last - 1
		case i > p.First && r.can(i, grammar.Det|grammar.Poss) && !r.can(i-1, grammar.Prep|grammar.Det):
			first = i
		case i > p.First && r.capital(i) && !r.capital(i-1) && !r.can(i-1, grammar.Prep|grammar.Det|grammar.Poss) && !r.hyphen(i-1) && !r.can(i, grammar.TimeWord) && first < 0:
			first = i
		}
	}
	if first < 0 {
		// all of it hangs on the preposition, or a bare plural follows the time: "On Monday officials"
		for i := p.First + 1; i < p.Last; i++ {
			if r.can(i-1, grammar.TimeWord|grammar.Adverb) && !r.can(i, grammar.TimeWord|grammar.Adverb|grammar.Prep) && r.Tokens[i].Kind == token.Word {
				return token.Range{First: i, Last: p.Last}
			}
		}
		return token.Range{}
	}
	return token.Range{First: first, Last: p.Last}
}

// beforeRelative gives the phrase before "who …" whose verb stands at v.
func (r *reader) beforeRelative(v, lo int) token.Range {
	for k := v; k > lo && v-k < 12; k-- {
		if r.Tokens[k].Kind == token.Punct && !r.hyphen(k) || r.in[k] != 0 {
			return token.Range{}
		}
		if r.can(k, grammar.Relative) && (r.hash(k) == hashWho || r.hash(k) == hashThat || r.Is(k, "which")) && k > lo {
			if r.nominal(k-1, lo) && !r.can(k-1, grammar.Verb) {
				return r.phraseLeft(k, lo)
			}
			return token.Range{}
		}
	}
	return token.Range{}
}

// phraseRight gives the noun phrase that begins at i, no further than hi: up to a verb, a comma or a preposition that
// is not "of", "for", "at" or the like.
func (r *reader) phraseRight(i, hi int) token.Range {
	start := i
	if i < hi && r.in[i] == 0 && r.class[i]&(grammar.Subject|grammar.Object) != 0 && r.class[i]&(grammar.Det|grammar.Number) == 0 {
		if r.Is(i, "one") || r.Is(i, "others") || r.can(i, grammar.Poss) && r.owns(i, hi) {
			i++
		} else {
			return token.Range{First: i, Last: i + 1}
		}
	}
	for i < hi && i-start < r.w.Phrase {
		if r.in[i] != 0 {
			break
		}
		if i > start && r.word(i) && r.can(i, grammar.Det|grammar.Poss) && !r.can(i, grammar.Prep) && !r.capital(i) && !r.can(i-1, grammar.Det|grammar.Prep|grammar.And|grammar.Number) && !r.hyphen(i-1) {
			return token.Range{First: start, Last: i} // told the paper | the army had left
		}
		if b := r.block(i); b != nil && b.Tokens.First <= i && b.Tokens.Last > i && b.Kind != name.Role {
			i = min(b.Tokens.Last, hi)
			continue
		}
		if r.mark(i, '(') {
			j := i + 1
			for j < hi && j-i < 10 && !r.mark(j, ')') {
				j++
			}
			if !r.mark(j, ')') {
				break
			}
			i = j + 1
			continue
		}
		c := r.class[i]
		switch {
		case i > start && r.word(i) && c&grammar.Prep != 0 && c&grammar.Verb == 0 && i+1 < hi && r.tied(i) && (r.nominal(i+1, start)):
			i++
		case i > start && r.hash(i) == hashAnd && i+1 < hi && r.nominal(i+1, start) && !r.can(i+1, grammar.Verb|grammar.Adverb):
			i++
		case i > start && c&(grammar.Finite|grammar.Aux) != 0 && !r.capital(i) && !r.afterDet(i):
			return token.Range{First: start, Last: i}
		case i > start && c&(grammar.VerbBase|grammar.VerbPart) != 0 && !r.capital(i) && !r.afterDet(i) && c&grammar.VerbIng == 0 && !r.nounAfterAdjective(i):
			return token.Range{First: start, Last: i}
		case i > start && r.can(i, grammar.TimeWord) && !r.capital(i-1) && !r.can(i-1, grammar.Det|grammar.Poss|grammar.Prep) && r.capital(i):
			return token.Range{First: start, Last: i}
		case r.nominal(i, start):
			if i > start && c&grammar.Adverb != 0 && c&grammar.Det == 0 && !(r.capital(i-1) && r.capital(i)) { // "Deputy First Minister" goes on
				return token.Range{First: start, Last: i}
			}
			i++
		default:
			return token.Range{First: start, Last: i}
		}
	}
	return token.Range{First: start, Last: i}
}

// owns reports that "her" at i is whose the noun after it is: "added her boss, Tara Voss", and not "told her stories are".
func (r *reader) owns(i, hi int) bool {
	n := i + 1
	return n+1 < hi && r.in[n] == 0 && r.word(n) && !r.capital(n) && r.class[n]&(grammar.Verb|grammar.Prep|grammar.Det|grammar.Adverb|grammar.Sub|grammar.Wh) == 0 && r.mark(n+1, ',')
}

// nounAfterAdjective: "a spokesperson's report": after a possessive or adjective a base form is a noun.
func (r *reader) nounAfterAdjective(i int) bool {
	return r.Tokens[i-1].Kind == token.Clitic || r.can(i-1, grammar.Det|grammar.Poss) || r.adjectiveBefore(i)
}

// early are adverbs that stand before a noun as well. Data.
var early = hashes("early late only")

func (r *reader) afterDet(i int) bool {
	if early.Has(r.hash(i-1)) && r.in[i-1] == 0 && !r.can(i-2, grammar.Finite) {
		return true // "early results"
	}
	if i > 1 && r.can(i-2, grammar.Subject) && (r.Is(i-1, "both") || r.Is(i-1, "all") || r.Is(i-1, "each")) {
		return false // "they both share"
	}
	return r.can(i-1, grammar.Det|grammar.Poss) || r.Tokens[i-1].Kind == token.Clitic || r.hyphen(i-1)
}

var tiedPreps = hashes("of for at from with to against behind")

// tied reports whether the preposition joins two nouns into one subject: "head of the bank", "analyst at the firm".
func (r *reader) tied(i int) bool {
	if !tiedPreps.Has(r.hash(i)) {
		return r.hash(i) == hashIn && r.capital(i+1) && !r.can(i+1, grammar.TimeWord)
	}
	if r.hash(i) == hashTo {
		return r.can(i+1, grammar.Det|grammar.Poss) || r.capital(i+1)
	}
	return !r.can(i+1, grammar.TimeWord)
}

// clauseSubject gives the subject of the clause that the tokens [lo, hi) begin: the first noun phrase that nothing
// introduces, in the nearest clause that has one.
func (r *reader) clauseSubject(lo, hi int) token.Range {
	// clause starts from the nearest back
	n := 0
	for k := hi - 1; k > lo && n < 400; k-- {
		n++
		if r.in[k] != 0 {
			continue
		}
		start := -1
		switch {
		case r.mark(k, ';'), r.mark(k, ':'), r.mark(k, '('):
			start = k + 1
		case r.can(k, grammar.And|grammar.Sub) && r.mark(k-1, ',') && r.word(k):
			start = k + 1
		case (r.can(k, grammar.Sub) && r.word(k) && !r.capital(k)) && r.hash(k) != hashThat:
			start = k + 1
		}
		if start < 0 {
			continue
		}
		if p := r.subjectAt(start, hi); p.First < p.Last && r.governs(p, hi) {
			return p
		}
	}
	return r.firstSubject(lo, hi)
}

// governs reports whether a finite verb follows the phrase, before hi.
func (r *reader) governs(p token.Range, hi int) bool {
	i := p.Last
	if r.mark(i, ',') { // an apposition
		for i++; i < hi && i < p.Last+r.w.Reach && !r.mark(i, ','); i++ {
		}
		i++
	}
	for k := i; k < hi && k < i+5; k++ {
		if r.in[k] != 0 {
			return false
		}
		if r.can(k, grammar.Finite|grammar.Aux) || r.can(k, grammar.VerbBase) && k == i {
			return true
		}
		if !r.can(k, grammar.Adverb|grammar.Not) {
			return false
		}
	}
	return false
}

// subjectAt gives the noun phrase that begins at i if one does that can be a subject.
func (r *reader) subjectAt(i, hi int) token.Range {
	for i < hi && (r.can(i, grammar.Adverb|grammar.And) && !r.can(i, grammar.Det|grammar.Subject) || r.mark(i, ',') || r.in[i] == 0 && r.Tokens[i].Kind == token.Quote) {
		i++
	}
	if i+2 < hi && r.openerAt(i) && r.can(i+1, grammar.TimeWord) && !r.capital(i+1) && r.block(i+2) != nil {
		i += 2 // "Last night Ann Smith"
	}
	if i >= hi || r.in[i] != 0 {
		return token.Range{}
	}
	c := r.class[i]
	if b := r.block(i); b == nil || b.Tokens.First != i {
		if c&(grammar.Prep|grammar.Sub|grammar.Wh|grammar.VerbIng|grammar.VerbPart|grammar.Aux) != 0 && c&(grammar.Det|grammar.Subject|grammar.Poss) == 0 {
			return token.Range{}
		}
		if c&grammar.VerbPast != 0 && !r.capital(i) {
			return token.Range{}
		}
		if c&grammar.TimeWord != 0 && i+1 < hi && (r.mark(i+1, ',') || r.can(i+1, grammar.Prep|grammar.Det|grammar.Subject|grammar.TimeWord) || r.Tokens[i+1].Kind == token.Number) {
			return token.Range{} // "Tuesday at the university, …"
		}
	}
	if c&grammar.Subject != 0 || c&grammar.Det != 0 || c&grammar.Poss != 0 || r.nominal(i, i) {
		return r.phraseRight(i, hi)
	}
	return token.Range{}
}

// firstSubject gives the first noun phrase of [lo, hi) that stands at its start or after an introduction and a comma.
func (r *reader) firstSubject(lo, hi int) token.Range {
	i := lo
	for n := 0; i < hi && n < 24; n++ {
		p := r.subjectAt(i, hi)
		if p.First < p.Last && !r.timeOnly(p) {
			return p
		}
		if p.First < p.Last { // "A few minutes later they"
			if q := r.subjectAt(p.Last, hi); q.First < q.Last && r.governs(q, hi) {
				return q
			}
		}
		// inside an introduction without a comma: "On Monday the minister said"
		j := i
		for j < hi && !r.mark(j, ',') && r.in[j] == 0 && j-i < r.w.Phrase {
			j++
		}
		if j >= hi || r.in[j] != 0 || !r.mark(j, ',') {
			if j > i && r.can(i, grammar.Prep) {
				for k := i + 1; k < j; k++ {
					if (r.can(k, grammar.Finite|grammar.Aux)) && !r.capital(k) {
						if q := r.phraseLeft(k, i); q.First < q.Last {
							return q
						}
						break
					}
				}
			}
			return token.Range{}
		}
		if j > i && r.can(i, grammar.Prep) && !r.can(i, grammar.Sub) {
			for k := i + 1; k < j; k++ {
				if r.can(k, grammar.Finite) && !r.capital(k) && !r.afterDet(k) && !r.can(k, grammar.VerbPart) {
					if q := r.phraseLeft(k, i); q.First < q.Last && q.First > i {
						return q
					}
				}
			}
		}
		i = j + 1
	}
	return token.Range{}
}

func (r *reader) timeOnly(p token.Range) bool {
	if b := r.block(p.Last - 1); p.Last > p.First && b != nil && b.Kind == name.Person {
		return false // Ms Day, Mr March
	}
	time := false
	for i := p.First; i < p.Last; i++ {
		if r.class[i]&grammar.Opener != 0 && r.can(i+1, grammar.TimeWord) && i+1 < p.Last {
			continue // "last week"
		}
		time = time || r.can(i, grammar.TimeWord) || r.Tokens[i].Kind == token.Number || r.can(i, grammar.Adverb) && !r.can(i, grammar.Det)
		if r.Tokens[i].Kind == token.Word && !r.can(i, grammar.TimeWord|grammar.Det|grammar.Number|grammar.Adverb) {
			return false
		}
	}
	return time
}
