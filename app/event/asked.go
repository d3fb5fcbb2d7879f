package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

var (
	hashWhether = token.HashOf("whether")
	hashWhen    = token.HashOf("when")
	hashHadWord = token.HashOf("had")
	hashShould  = token.HashOf("should")
	hashWere    = token.HashOf("were")
)

// asking words make what begins with "who", "why" or "how" behind them a question that is still open.
var asking = token.SetOf("ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "wondering", "unclear", "unknown", "unsure", "uncertain", "investigate", "investigates",
	"investigated", "investigating", "determine", "determining", "establish", "establishing", "decide", "deciding", "probe", "probing", "examine", "examining", "question", "questions",
	"mystery", "clue", "clues", "debate", "doubt", "doubts")

// knowing words do so where "not" stands before them: "it is not known who", "do not know why".
var knowing = token.SetOf("know", "knows", "knew", "known", "clear", "sure", "certain", "say", "said", "saying", "understand")

// asked finds the word or mark that makes the happening t one that is only asked about: the question mark of its sentence,
// "whether", "it is unclear who". -1 for none.
func (a *article) asked(t *trigger, ci int) int {
	c := &a.now.clauses[ci]
	if t.noun() && a.definite(t.at, c) {
		return -1 // "Was the attack planned?": there was one
	}
	if i := a.wondered(t, c); i >= 0 {
		return i
	}
	if c.sub && a.wordBefore(c.First) && c.open != hashWhether && c.open != hashIf && c.open != hashThat && c.open != 0 {
		return -1 // "Was he warned before the dam burst?"
	}
	for i := t.end; a.now.asks && i < a.now.Last; i++ {
		switch k := &a.text.Tokens[i]; {
		case k.Kind == token.Quote:
			return -1
		case a.questionMark(i):
			return i
		case k.Kind == token.Punct && a.text.Source[k.Start] == ';':
			return -1
		}
	}
	return -1
}

// wordBefore reports that a word of the sentence stands before token i: only marks of quotation do not count.
func (a *article) wordBefore(i int) bool {
	for i--; i >= a.now.First; i-- {
		if a.text.Tokens[i].Kind == token.Word {
			return true
		}
	}
	return false
}

// definite reports that the noun at token at is spoken of as known: "the attack", "its collapse".
func (a *article) definite(at int, c *clause) bool {
	for i := at - 1; i >= c.First && i >= at-4; i-- {
		if a.class[i]&grammar.Poss != 0 || a.text.Is(i, "the") || a.text.Is(i, "The") || a.text.Is(i, "this") || a.text.Is(i, "that") || a.text.Tokens[i].Kind == token.Clitic {
			return true
		}
		if a.class[i]&(grammar.Prep|grammar.Aux|grammar.Det) != 0 {
			return false
		}
	}
	return false
}

// wondered finds the word that makes the clause of t a question within a sentence: "asked whether", "unclear who", "Who opened
// it is not known", "Who invited them, a deputy asked". -1 for none.
func (a *article) wondered(t *trigger, c *clause) int {
	if a.now.class&grammar.Wh == 0 {
		return -1
	}
	ts := a.text.Tokens
	for i := t.at - 1; i >= a.now.First && i >= t.at-a.w.Reach.Subject; i-- {
		k := &ts[i]
		if k.Kind == token.Punct && !a.text.Is(i, "-") || k.Kind == token.Quote {
			return -1
		}
		if k.Kind != token.Word {
			continue
		}
		if k.Hash == hashWhether {
			return i
		}
		if a.class[i]&grammar.Wh == 0 {
			if a.class[i]&grammar.Sub != 0 && a.class[i]&grammar.Prep == 0 {
				return -1
			}
			continue
		}
		if k.Has(token.SentStart) || i == a.now.First {
			return a.leftOpen(t, i)
		}
		p := i - 1
		if p > a.now.First && a.class[p]&grammar.Prep != 0 {
			p-- // "a debate over who"
		}
		switch h := ts[p].Hash; {
		case ts[p].Kind != token.Word || k.Hash == hashWhen, a.text.Is(i, "how") && measuring.Has(ts[i+1].Hash):
			return -1
		case asking.Has(h), knowing.Has(h) && a.deniedAt(p, &clause{Range: a.now.Range}) >= 0:
			return i
		}
		return -1
	}
	return -1
}

// measuring words behind "how" ask for a figure and not whether it happened: "how long he had worked".
var measuring = token.SetOf("long", "many", "much", "often", "far", "big", "large", "badly")

// leftOpen gives the question word at i, which begins its sentence, if what follows t says that it is not known, or that
// somebody asked; -1 else.
func (a *article) leftOpen(t *trigger, i int) int {
	for k := t.end; k < a.now.Last; k++ {
		h := a.text.Tokens[k].Hash
		if a.text.Tokens[k].Kind == token.Word && (asking.Has(h) || knowing.Has(h) && a.sign[k-1]&isNot != 0) {
			return i
		}
	}
	return -1
}

// supposing are words at the head of a clause that make it a condition.
var supposing = token.SetOf("if", "unless", "lest", "assuming", "supposing", "provided", "whether")

// imagining words at the head of a sentence ask the reader to think that it were so: "Suppose the dam breaks."
var imagining = token.SetOf("suppose", "imagine", "assume")

// supposed finds the word that makes the clause ci a condition or what is only imagined: "if", "as if", "in case", "had the
// gates not held", "should the dam break". -1 for none.
func (a *article) supposed(t *trigger, ci int) int {
	c := &a.now.clauses[ci]
	if c.open == hashIf || c.open == hashUnless {
		return c.First
	}
	if a.now.signs&isSupposed == 0 {
		return -1
	}
	ts := a.text.Tokens
	if k := a.now.First; k < t.at && ts[k].Has(token.SentStart) && imagining.Has(ts[k].Hash) {
		return k
	}
	i := c.First
	for i < t.at && (ts[i].Kind != token.Word || a.class[i]&(grammar.And|grammar.Adverb) != 0 && !supposing.Has(ts[i].Hash)) {
		i++
	}
	if i >= t.at {
		return -1
	}
	h := ts[i].Hash
	switch {
	case supposing.Has(h):
		return i
	case h == hashIn && i+1 < t.at && (a.text.Is(i+1, "case") || a.text.Is(i+1, "the") && i+2 < t.at && a.text.Is(i+2, "event")):
		return i
	case h == hashAs && i+1 < t.at && (ts[i+1].Hash == hashIf || a.text.Is(i+1, "though")):
		return i
	case (h == hashHadWord || h == hashShould || h == hashWere) && !t.noun() && a.inverted(i, t):
		return i
	}
	for k := max(a.now.First, t.at-12); k+1 < t.at; k++ { // "sandbags were laid out in case the river rose"
		if ts[k].Hash == hashIn && a.text.Is(k+1, "case") && k+2 < t.at && ts[k+2].Hash != hashOf || k+1 < t.at && ts[k].Hash == hashAs && ts[k+1].Hash == hashIf {
			return k
		}
	}
	return -1
}

// inverted reports that the helping verb at i stands before its subject, so that it makes a condition: "had the gates not held".
func (a *article) inverted(i int, t *trigger) bool {
	n := i + 1
	if n >= t.at || a.questionAhead(t.end) {
		return false
	}
	first := a.text.Tokens[i].Has(token.SentStart) || i > 0 && (a.text.Tokens[i-1].Kind == token.Punct || a.text.Tokens[i-1].Kind == token.Quote)
	c := a.class[n]
	return first && (c&(grammar.Det|grammar.Poss|grammar.Subject) != 0 || a.text.Tokens[n].Hash == hashThere || a.text.Tokens[n].Has(token.Capital)) && c&grammar.Aux == 0 && a.can[n]&grammar.VerbPart == 0
}

// questionAhead reports a question mark before the sentence ends.
func (a *article) questionAhead(i int) bool {
	for ; i < a.now.Last; i++ {
		if a.questionMark(i) {
			return true
		}
	}
	return false
}

// questionMark reports a question mark at token i that ends a sentence or what is quoted: those of addresses and of signs that a
// wrong encoding lost do not.
func (a *article) questionMark(i int) bool {
	k := &a.text.Tokens[i]
	if k.Kind != token.Punct || a.text.Source[k.Start] != '?' {
		return false
	}
	n := i + 1
	return n >= a.now.Last || a.text.Tokens[n].Kind == token.Quote || a.text.Tokens[n].Kind == token.Punct || a.text.Tokens[n].Has(token.Capital|token.Spaced)
}

// announced reports that the "would" at token i tells in the past what somebody said was to come: "said it would raise fares".
func (a *article) announced(i, quote int) bool {
	if a.text.Tokens[i].Hash != hashWould || quote < 0 || a.text.Tokens[i+1].Hash == hashHave {
		return false
	}
	for k := a.now.First; k < a.now.Last; k++ {
		if t := &a.text.Tokens[k]; t.Kind == token.Quote || supposing.Has(t.Hash) || t.Hash == hashHadWord && k < i && a.text.Tokens[k].Has(token.SentStart) {
			return false
		}
	}
	return true
}
