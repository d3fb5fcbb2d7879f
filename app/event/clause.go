package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// clause is a run of tokens that tells one thing: a main clause, a subordinate one, or a piece between marks.
type clause struct {
	token.Range
	open     uint32 // hash of the word that opens it: "where", "which", "if"; 0 for none
	sub      bool   // opened by such a word, or by a participle
	conj     bool   // goes on with the subject of the one before: "… and fled"
	finite   bool   // holds a finite verb
	up       int    // the clause that governs it; -1 for none
	from     int    // its words of happening, among those of the sentence
	to       int
	dateline bool     // it says where the article was written
	here     int      // the place where it happens, index into article.places; -1 for none
	topic    bool     // here is where a war or a crisis is that the clause speaks of: nothing else happens there for that
	speech   bool     // it tells that somebody speaks
	words    []uint32 // names, numbers and nouns, to compare it with others
}

var (
	hashThere = token.HashOf("there")

	hashWhich     = token.HashOf("which")
	hashIf        = token.HashOf("if")
	hashUnless    = token.HashOf("unless")
	hashWhere     = token.HashOf("where")
	hashThat      = token.HashOf("that")
	hashAs        = token.HashOf("as")
	hashIncluding = token.HashOf("including")
	hashTo        = token.HashOf("to")
	hashNo        = token.HashOf("no")
	hashIn        = token.HashOf("in")
	hashAbout     = token.HashOf("about")
	hashFrom      = token.HashOf("from")
	hashOf        = token.HashOf("of")
	hashBeing     = token.HashOf("being")
	hashOut       = token.HashOf("out")
	hashAt        = token.HashOf("at")
	hashAn        = token.HashOf("an")
)

// clauses cuts the sentence s. The pieces cover it, in order.
func (a *article) clauses(s token.Range, dst []clause) []clause {
	dst = dst[:0]
	start := s.First
	open, sub, conj, within := uint32(0), false, false, false // within a relative clause, or one more thing that it tells
	pending := false                                          // a main clause waits for its verb behind a clause about its subject: "The ferry, which left Bari and …, sank"
	cut := func(i int, w uint32, isSub bool) {
		if isSub && !sub && i > start && a.class[i]&grammar.Relative != 0 && a.byteAt(i-1) == ',' && !a.hasFinite(start, i) {
			pending = true
		}
		if i > start {
			dst = append(dst, clause{Range: token.Range{First: start, Last: i}, open: open, sub: sub, conj: conj, finite: a.hasFinite(start, i), up: -1, here: -1})
		}
		start, open, sub, conj = i, w, isSub, false
		within = isSub && i < s.Last && a.class[i]&grammar.Relative != 0 && i > s.First
	}
	for i := s.First + 1; i < s.Last; i++ {
		t := &a.text.Tokens[i]
		c := a.class[i]
		comma := a.byteAt(i-1) == ','
		switch {
		case t.Kind == token.Punct:
			switch a.text.Source[t.Start] {
			case ';', ':', '(', ')':
				cut(i+1, 0, false)
			default:
				if dash(a.text.Word(i)) {
					cut(i+1, 0, false)
				}
			}
		case t.Kind != token.Word:
		case c&(grammar.Relative|grammar.Sub) != 0 && t.Hash != hashAs && a.verbAhead(i+1, s.Last, 12):
			if t.Hash == hashThat && (a.class[i+1]&grammar.TimeWord != 0 || i+1 >= s.Last) {
				continue
			}
			if c&grammar.Prep != 0 && c&grammar.Sub != 0 && !a.subjectAhead(i+1, s.Last) && a.can[min(i+1, s.Last-1)]&grammar.VerbIng == 0 {
				continue // "after talks in Geneva": no clause
			}
			if i-1 > start && a.class[i-1]&grammar.Prep != 0 && comma {
				continue
			}
			cut(i, t.Hash, true)
		case t.Hash == hashAs && comma && a.verbAhead(i+1, s.Last, 8):
			cut(i, t.Hash, true)
		case comma && a.participle(i) && t.Hash != hashIncluding:
			cut(i, 0, true)
		case comma && a.inserted(start, i, s.Last):
			cut(i, 0, true) // "The picture, painted in Rome in 1521, was sold"
			pending = true
		case comma && c&grammar.Det != 0 && a.reduced(i+1, s.Last):
			cut(i, 0, true) // ", an area targeted by …"
		case comma && open != 0 && sub && a.hasFinite(start, i) && a.subjectAhead(i, s.Last):
			cut(i, 0, false) // "While he waits, the army moves"
		case comma && c&grammar.And != 0 && a.subjectAhead(i+1, s.Last):
			cut(i, 0, false)
		case c&grammar.And != 0 && a.subjectAhead(i+1, s.Last) && a.hasFinite(start, i):
			cut(i, 0, false)
		case c&grammar.And != 0 && a.verbNext(i+1, s.Last) && a.hasVerb(start, i):
			in := within
			cut(i, 0, false)
			conj, within = true, in // "… and fled to Oslo"
		case comma && a.hasFinite(start, i) && a.subjectAhead(i, s.Last):
			cut(i, 0, false) // "…, police said"
		case comma && a.resumes(i, s.Last) && (pending || (open != 0 || within) && a.hasFinite(start, i)):
			cut(i, 0, false) // back in the main clause after a relative one
			pending = false
		case within && a.resumesBare(start, i, s.Last):
			cut(i, 0, false) // "a boat that had offered help was sent back"
		}
	}
	cut(s.Last, 0, false)
	a.rank(dst)
	return dst
}

// rank says which clause governs each.
func (a *article) rank(cs []clause) {
	for k := range cs {
		c := &cs[k]
		switch {
		case k == 0 && c.sub:
			for j := 1; j < len(cs); j++ {
				if !cs[j].sub && cs[j].finite {
					c.up = j // "While he waits, the army moves"
					break
				}
			}
		case k > 0 && (c.sub || c.conj || !c.finite):
			c.up = k - 1
		case k > 0 && a.can[c.First]&grammar.Finite != 0 || k > 0 && a.class[c.First]&grammar.Aux != 0:
			for j := k - 1; j >= 0; j-- {
				if !below(cs, j) {
					c.up = j // "The ferry, which left Bari and turned north, sank"
					break
				}
			}
		}
	}
}

// below reports that clause j hangs on another, or is one more thing that such a one tells: "which left Bari and turned north".
func below(cs []clause, j int) bool {
	for cs[j].conj && cs[j].up >= 0 && !cs[j].sub {
		j = cs[j].up
	}
	return cs[j].sub
}

// inRelative reports that a clause is a relative one, or hangs on one: "the town, which troops had entered", "a bridge that
// collapsed". What somebody says that is so is none.
func (a *article) inRelative(c *clause) bool {
	for k := range a.now.clauses {
		if &a.now.clauses[k] != c {
			continue
		}
		for ; k >= 0; k = a.now.clauses[k].up {
			if a.relative(&a.now.clauses[k]) {
				return true
			}
		}
		break
	}
	return false
}

func (a *article) relative(c *clause) bool {
	if !c.sub || c.First == a.now.First {
		return false
	}
	switch {
	case c.open == hashThat:
		return a.can[c.First-1] == 0 && a.byteAt(c.First-1) != ',' && (c.up < 0 || !a.now.clauses[c.up].speech)
	case c.open == hashWhere:
		return true
	}
	return a.class[c.First]&grammar.Relative != 0
}

// verbNext reports a verb right at from that is told as one more thing the subject does.
func (a *article) verbNext(from, to int) bool {
	for i := from; i < to && i < from+3; i++ {
		if a.class[i]&(grammar.Adverb|grammar.Not) != 0 {
			continue
		}
		f := a.can[i]
		if f&(grammar.VerbPast|grammar.VerbIng|grammar.VerbS) == 0 && f&(grammar.VerbBase) == 0 || a.class[i]&(grammar.Prep|grammar.Aux) != 0 {
			return a.class[i]&grammar.Aux != 0 && a.class[i]&grammar.Subject == 0
		}
		r := token.Range{First: from, Last: to}
		if f&(grammar.VerbPast|grammar.VerbIng) != 0 && !a.describes(i, r) {
			return true
		}
		return a.opensObject(i+1, r)
	}
	return false
}

func (a *article) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if a.can[i] != 0 || a.class[i]&grammar.Aux != 0 {
			return true
		}
	}
	return false
}

func dash(w string) bool { return w == "—" || w == "–" || w == "--" || w == "…" }

func (a *article) byteAt(i int) byte {
	if i < 0 || i >= len(a.text.Tokens) {
		return 0
	}
	t := &a.text.Tokens[i]
	if t.End-t.Start != 1 {
		return 0
	}
	return a.text.Source[t.Start]
}

// hasFinite reports a finite verb in the tokens [from, to).
func (a *article) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if a.can[i]&grammar.Finite != 0 || a.class[i]&grammar.Aux != 0 {
			return true
		}
	}
	return false
}

// verbAhead reports any verb among the next n tokens, before a mark.
func (a *article) verbAhead(from, to, n int) bool {
	for i := from; i < to && i < from+n; i++ {
		if b := a.byteAt(i); b == ';' || b == ':' {
			return false
		}
		if a.can[i] != 0 || a.class[i]&grammar.Aux != 0 {
			return true
		}
	}
	return false
}

// subjectAhead reports that a subject and a finite verb follow before any mark: a clause of its own.
func (a *article) subjectAhead(from, to int) bool {
	if from >= to || a.class[from]&(grammar.Finite|grammar.Aux|grammar.VerbIng) != 0 && !a.plural(from, to) {
		return false
	}
	for i := from; i < to && i < from+10; i++ {
		if a.text.Tokens[i].Kind == token.Punct {
			return false
		}
		if i > from && (a.can[i]&grammar.Finite != 0 || a.class[i]&grammar.Aux != 0) && a.class[i-1]&(grammar.Det|grammar.Prep) == 0 && (a.helps(i, to) || a.takesMany(from, i, to) || !a.describes(i, token.Range{First: from, Last: to})) {
			return true
		}
		if w := a.text.Word(i - 1); i > from+1 && a.class[i]&grammar.VerbBase != 0 && a.class[i-1] == 0 && len(w) > 3 && w[len(w)-1] == 's' {
			return true // "his demands reveal"
		}
	}
	return false
}

// helps reports a helping verb with the verb that it helps right behind it: "will discuss".
func (a *article) helps(i, to int) bool {
	return i+1 < to && a.class[i]&grammar.Modal != 0 && a.can[i+1]&grammar.VerbBase != 0
}

// takesMany reports a past verb between "a driver" and a plural, which it cannot describe: "a driver noticed bones".
func (a *article) takesMany(from, i, to int) bool {
	if h := a.text.Tokens[from].Hash; h != hashA && h != hashAn || i < from+2 || a.class[i-1] != 0 || a.can[i]&grammar.VerbPast == 0 || i+1 >= to {
		return false
	}
	w := a.text.Word(i + 1)
	return a.text.Tokens[i+1].Kind == token.Word && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u'
}

// plural reports a noun in -s that could be a verb, with the verb right behind it that it is the subject of: "ministers will".
func (a *article) plural(i, to int) bool {
	return i+1 < to && a.class[i]&grammar.Verb == grammar.VerbS && a.class[i+1]&(grammar.Modal|grammar.Be|grammar.Have) != 0 && a.class[i+1]&grammar.Subject == 0
}

// participle reports a word in -ing that may carry a clause; the reader of grammar does not know every verb.
func (a *article) participle(i int) bool {
	if a.class[i]&grammar.VerbIng != 0 {
		return a.class[i]&grammar.Prep == 0
	}
	w := a.text.Word(i)
	return len(w) > 6 && w[len(w)-3:] == "ing" && a.class[i]&(grammar.Prep|grammar.TimeWord) == 0 && a.text.Tokens[i].Flags&token.Capital == 0
}

// inserted reports a participle at token i, behind a comma, that describes the subject of the clause from start on, whose verb comes
// behind the next comma: "The picture, painted in Rome in 1521, was sold".
func (a *article) inserted(start, i, to int) bool {
	if a.can[i]&grammar.VerbPart == 0 || a.can[i]&grammar.VerbIng != 0 || i+1 >= to || a.class[i+1]&grammar.Prep == 0 || a.hasFinite(start, i) {
		return false
	}
	for k := i + 1; k+1 < to && k < i+14; k++ {
		if a.text.Tokens[k].Kind == token.Punct && a.byteAt(k) != '-' {
			return a.byteAt(k) == ',' && (a.class[k+1]&grammar.Aux != 0 || a.can[k+1]&grammar.VerbPast != 0 && a.objectFollows(k+2, to))
		}
		if a.class[k]&grammar.Aux != 0 {
			return false
		}
	}
	return false
}

// reduced reports a noun with a participle and what did it, and no finite verb before: "area previously targeted by".
func (a *article) reduced(from, to int) bool {
	for i := from; i+1 < to && i < from+5; i++ {
		if a.text.Tokens[i].Kind != token.Word {
			return false
		}
		if a.class[i]&grammar.VerbPart != 0 && i > from {
			return a.class[i+1]&grammar.Prep != 0
		}
		if a.class[i]&(grammar.Aux|grammar.Finite|grammar.Prep) != 0 {
			return false
		}
	}
	return false
}

// resumes reports that the token after a comma carries the main clause on: a finite verb right there.
func (a *article) resumes(i, to int) bool {
	if a.can[i]&grammar.VerbBase != 0 && a.class[i]&grammar.Prep == 0 && a.dayAt(i-2) && i+1 < to && a.class[i+1]&(grammar.Prep|grammar.Det|grammar.Poss) != 0 {
		return true // "Rovers, who last won in 1998, travel to Naples"
	}
	return a.class[i]&(grammar.Finite|grammar.Aux) != 0 && a.class[i]&(grammar.VerbIng) == 0 && i+1 < to
}

// resumesBare reports that token i is the verb of the clause that the relative one which begins at token start interrupts,
// without a mark between: "a boat that had offered help was sent back", "the men who left in 1937 turned back".
func (a *article) resumesBare(start, i, to int) bool {
	if a.text.Tokens[i].Has(token.Capital) || a.class[i]&grammar.Aux == 0 && (a.can[i]&grammar.VerbPast == 0 || a.can[i]&grammar.VerbPart != 0 && !a.objectFollows(i+1, to) && !a.dayAt(i-1)) || a.class[i]&(grammar.Subject|grammar.Prep) != 0 {
		return false
	}
	if i-start < 3 || a.class[i-1]&(grammar.Aux|grammar.And|grammar.Not|grammar.Adverb|grammar.Det|grammar.Prep|grammar.Subject|grammar.Relative|grammar.Sub) != 0 || a.can[i-1]&(grammar.VerbPast|grammar.VerbPart|grammar.VerbIng) != 0 {
		return false
	}
	if a.class[i]&grammar.Aux == 0 && a.class[i-1]&grammar.VerbBase != 0 {
		return false
	}
	verb := -1
	for k := start + 1; k < i; k++ {
		switch {
		case a.class[k]&(grammar.Subject|grammar.Sub|grammar.Wh|grammar.And) != 0 || a.text.Tokens[k].Kind == token.Quote:
			return false // a subject of its own: "who said it was"
		case a.class[k]&grammar.Aux != 0 || a.can[k]&grammar.Finite != 0 || k == start+1 && a.can[k]&grammar.VerbBase != 0 && a.class[k]&^grammar.Verb == 0:
			if verb < 0 && k > start+2 {
				return false // "that the mayor opened was": whose verb it is, is open
			}
			if tables().entryOf(a.text.Tokens[k].Hash).verb.is(utters) || a.sign[k]&(isIrrealis|isDoubt|isClaim|isDeny) != 0 {
				return false // "who believes the war is over"
			}
			verb = k
		}
	}
	return verb >= 0
}

// dayAt reports that an expression of time ends with token i.
func (a *article) dayAt(i int) bool {
	return a.class[i]&grammar.TimeWord != 0 || a.text.Tokens[i].Kind == token.Number && a.text.Tokens[i].End-a.text.Tokens[i].Start == 4
}

// objectFollows reports that what begins at token i follows a finite verb rather than a participle that describes.
func (a *article) objectFollows(i, to int) bool {
	return a.opensObject(i, token.Range{First: 0, Last: to})
}
