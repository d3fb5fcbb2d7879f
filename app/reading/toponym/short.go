package toponym

import (
	"slices"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// shortNames are words for a feature that stand, with "the" and a capital, for one that everybody knows or that the text has
// named in full: "the Gulf", "the Strait". Towns and provinces are called so too, and are not meant.
var shortNames = token.SetOf("gulf", "strait", "straits", "channel", "cape", "capital", "bay", "valley", "delta", "coast", "strip", "bank", "territory", "territories",
	"peninsula", "island", "islands", "isthmus", "sound", "plateau", "basin", "canal", "mainland", "lakes", "hills", "plain", "plains", "lake", "river", "mountains",
	"desert", "border", "sea", "rock", "line", "wall", "headland", "lagoon", "archipelago", "steppe", "fjord", "glacier", "pass", "ridge", "heights")

// neverNamed are those that stand for something else than what the text named so: "the Bank" is none of the West Bank.
var neverNamed = token.SetOf("bank", "capital", "line", "wall", "rock", "pass", "border")

// short takes such a word after "the", at token i or, where a sentence begins with it, at the next. It becomes what the text names
// in full, else what it means by common usage, else nothing. It gives the token after, or i.
func (f *finder) short(i int) int {
	t := f.t
	at := i
	if f.is(i, hashThe) && i+1 < len(t.Tokens) {
		at = i + 1
	}
	k := &t.Tokens[at]
	if !shortNames.Has(k.Hash) || !k.Has(token.Capital) || f.style[t.Sentence(at)] == styleUpper {
		return i
	}
	if at == 0 || !f.is(at-1, hashThe) || t.Sentence(at-1) != t.Sentence(at) {
		return f.attributive(i)
	}
	if at+1 < len(t.Tokens) && t.Sentence(at+1) == t.Sentence(at) {
		n := &t.Tokens[at+1]
		title := f.style[t.Sentence(at)] == styleTitle
		if n.Kind == token.Word && n.Has(token.Capital) && (!title || f.named(at, at+2)) || n.Kind == token.Number || t.Word(at+1) == "-" && !n.Has(token.Spaced) ||
			t.Is(at+1, "of") && at+2 < len(t.Tokens) && t.Tokens[at+2].Has(token.Capital) {
			return i // "the Channel Islands", "the Gulf of Riga"
		}
	}
	if f.townsman(at) {
		return i
	}
	name := ""
	if !neverNamed.Has(k.Hash) {
		if name = f.inFull(at); name == "" {
			name = t.Source[t.Tokens[at-1].Start:k.End]
		}
	}
	f.addShort(at, name, story.UseLiteral)
	return at + 1
}

// townsman reports that the word at token i stands before a noun and may be a town by its own name: "the Delta officer".
func (f *finder) townsman(i int) bool {
	t := f.t
	if i+1 >= len(t.Tokens) || t.Sentence(i+1) != t.Sentence(i) || t.Tokens[i+1].Kind != token.Word || t.Tokens[i+1].Has(token.Capital) || grammar.Of(t.Tokens[i+1].Hash) != 0 ||
		f.common("the "+t.Word(i)) {
		return false
	}
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(t.Word(i), f.hits)
	found := false
	for _, h := range f.hits[lo:] {
		found = found || f.gaz.Kind(h.Row) == geo.KindCity && h.Match == gazetteer.Primary && float64(f.gaz.Population(h.Row)) > f.w.TownPop
	}
	f.hits = f.hits[:lo]
	return found
}

// attributive takes what everybody calls "the Gulf" where it stands before a noun, without its article: "Gulf waters". No province is
// meant by it that the text does not name: "Gulf Air". It gives the token after, or i.
func (f *finder) attributive(i int) int {
	t := f.t
	k := &t.Tokens[i]
	name := "the " + t.Source[k.Start:k.End]
	if i+1 >= len(t.Tokens) || t.Sentence(i+1) != t.Sentence(i) || f.style[t.Sentence(i)] != styleNormal || k.Has(token.Upper) || grammar.Of(k.Hash) != 0 || !f.common(name) || f.inFull(i) != "" {
		return i
	}
	n := &t.Tokens[i+1]
	switch {
	case n.Kind != token.Word, f.named(i, i+2), t.Is(i+1, "of"), i > 0 && t.Tokens[i-1].Has(token.Capital) && !t.Tokens[i-1].Has(token.SentStart):
		return i
	case n.Has(token.Capital), grammar.Of(n.Hash)&(grammar.Prep|grammar.Aux|grammar.And|grammar.VerbPast) != 0:
		return i + 1
	}
	f.addShort(i, name, story.UseAdjective)
	return i + 1
}

// common reports that a name with its article is one that the tables give for a place: "the Gulf".
func (f *finder) common(name string) bool {
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(name, f.hits)
	found := false
	for _, h := range f.hits[lo:] {
		found = found || f.gaz.Table(h.Row)
	}
	f.hits = f.hits[:lo]
	return found
}

// addShort adds the token at as a name for the places called name, if there are any.
func (f *finder) addShort(at int, name string, use story.Use) {
	lo := len(f.hits)
	if name != "" {
		f.hits = f.gaz.Lookup(name, f.hits)
	}
	n := lo
	for _, h := range f.hits[lo:] {
		if h.Match <= gazetteer.Official || f.gaz.Table(h.Row) {
			f.hits[n] = h
			n++
		}
	}
	f.hits = f.hits[:n]
	if n == lo {
		return
	}
	k := &f.t.Tokens[at]
	it := item{first: at, last: at + 1, span: story.Span{Start: int(k.Start), End: int(k.End)}, lo: lo, hi: n, short: true}
	f.measure(&it)
	it.word = false
	f.add(it)
	last := &f.items[len(f.items)-1]
	last.m.Name, last.use = name, use
	last.demonym = use == story.UseAdjective
}

// named reports that the gazetteer has the tokens [first, last) as a name.
func (f *finder) named(first, last int) bool {
	t := f.t
	lo := len(f.hits)
	f.hits = f.gaz.Lookup(t.Source[t.Tokens[first].Start:t.Tokens[last-1].End], f.hits)
	known := len(f.hits) > lo
	f.hits = f.hits[:lo]
	return known
}

// inFull finds the name that the word at token i is short for where the text has it in full, before it or else behind: "Strait of
// Hormuz", "Gaza Strip". "" if it has none.
func (f *finder) inFull(i int) string {
	if f.full == nil {
		f.findFull()
	}
	names := f.full[f.t.Tokens[i].Hash]
	k, own := slices.BinarySearchFunc(names, i, func(n fullName, at int) int { return n.at - at })
	if k > 0 {
		return names[k-1].name
	}
	if own {
		k++
	}
	if k < len(names) {
		return names[k].name
	}
	return ""
}

// fullName is a name that the text has in full, and the token of the word that stands for it: "Strait" of "Strait of Hormuz".
type fullName struct {
	at   int
	name string
}

// findFull looks through the text once, so that a text that has such a word in each sentence takes no longer.
func (f *finder) findFull() {
	f.full = map[uint32][]fullName{}
	for i, k := range f.t.Tokens {
		if k.Has(token.Capital) && shortNames.Has(k.Hash) {
			if name := f.fullAt(i); name != "" {
				f.full[k.Hash] = append(f.full[k.Hash], fullName{i, name})
			}
		}
	}
}

// fullAt gives the name that has the word of token j before "of", or at its end.
func (f *finder) fullAt(j int) string {
	t := f.t
	if j+2 < len(t.Tokens) && t.Is(j+1, "of") && t.Tokens[j+2].Has(token.Capital) {
		for last := min(j+5, len(t.Tokens)); last > j+2; last-- {
			if t.Tokens[last-1].Has(token.Capital) && t.Sentence(last-1) == t.Sentence(j) && f.named(j, last) {
				return t.Source[t.Tokens[j].Start:t.Tokens[last-1].End]
			}
		}
	}
	if j+1 < len(t.Tokens) && t.Tokens[j+1].Has(token.Capital) && t.Sentence(j+1) == t.Sentence(j) && f.style[t.Sentence(j)] == styleNormal {
		return "" // "Gulf Air"
	}
	for first := max(0, j-2); first < j; first++ {
		if t.Tokens[first].Has(token.Capital) && t.Tokens[j-1].Has(token.Capital) && !f.is(first, hashThe) && t.Sentence(first) == t.Sentence(j) && f.named(first, j+1) {
			return t.Source[t.Tokens[first].Start:t.Tokens[j].End]
		}
	}
	return ""
}
