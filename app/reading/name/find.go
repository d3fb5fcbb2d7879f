package name

import (
	"sort"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find finds the names of t. The zones tell where capitals mean nothing and what is boilerplate; nil is one body.
// It works in linear time and finds less, never fails, on odd text.
func Find(t *token.Text, zones []story.Zone) *Names {
	f := &finder{Text: t, class: grammar.Classes(t)}
	f.kinds = make([]kindOf, len(t.Tokens))
	f.blocks = make([]Block, 0, len(t.Tokens)/24+4)
	for i := range t.Tokens {
		if t.Tokens[i].Kind == token.Word {
			f.kinds[i] = lexicon.Of(t.Tokens[i].Hash)
		}
	}
	f.markTitleCase(zones)
	for _, s := range t.Sentences {
		f.runs(s)
	}
	f.propagate()
	f.roles()
	sort.SliceStable(f.blocks, func(i, j int) bool { return f.blocks[i].Tokens.First < f.blocks[j].Tokens.First })
	n := &Names{Blocks: f.blocks, text: t, class: f.class, kinds: f.kinds}
	n.index()
	cluster(n, f)
	return n
}

type finder struct {
	*token.Text
	class  []grammar.Class
	kinds  []kindOf
	titled []bool // per sentence: capitals mean nothing there
	off    []bool // per sentence: boilerplate
	blocks []Block
	taken  []bool // per token: part of a person's or organisation's block or title
}

// word reports whether token i is a word.
func (f *finder) word(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Tokens[i].Kind == token.Word
}

// capital reports whether token i is a word with a capital.
func (f *finder) capital(i int) bool { return f.word(i) && f.Tokens[i].Flags&token.Capital != 0 }

// is reports whether the token can do any of k.
func (f *finder) is(i int, k kindOf) bool { return i >= 0 && i < len(f.kinds) && f.kinds[i]&k != 0 }

// can reports whether the token has any of the readings c.
func (f *finder) can(i int, c grammar.Class) bool {
	return i >= 0 && i < len(f.class) && f.class[i]&c != 0
}

func (f *finder) mark(i int, b byte) bool {
	if i < 0 || i >= len(f.Tokens) {
		return false
	}
	k := f.Tokens[i]
	return k.End-k.Start == 1 && f.Source[k.Start] == b
}

// joined reports whether no white space stands before token i.
func (f *finder) joined(i int) bool {
	return i > 0 && i < len(f.Tokens) && f.Tokens[i].Flags&(token.Spaced|token.LineStart) == 0
}

// markTitleCase notes the sentences in which nearly every word has a capital, and those of boilerplate.
func (f *finder) markTitleCase(zones []story.Zone) {
	f.titled = make([]bool, len(f.Sentences))
	f.off = make([]bool, len(f.Sentences))
	f.taken = make([]bool, len(f.Tokens))
	z := 0
	for s, r := range f.Sentences {
		caps, small := 0, 0
		for i := r.First; i < r.Last; i++ {
			if !f.word(i) {
				continue
			}
			switch {
			case f.capital(i):
				caps++
			case f.class[i]&(grammar.Det|grammar.Prep|grammar.And|grammar.Be|grammar.Sub|grammar.Poss) == 0:
				small++
			}
		}
		f.titled[s] = caps >= 4 && small*4 <= caps
		if r.First < r.Last {
			at := int(f.Tokens[r.First].Start)
			for z < len(zones) && zones[z].Span.End <= at {
				z++
			}
			if z < len(zones) && zones[z].Span.Holds(at) {
				f.off[s] = zones[z].Kind == story.ZoneBoilerplate
			}
		}
	}
}

// maxRun bounds a run of capitals; a longer one is a list or a headline in capitals.
const maxRun = 14

// runs walks the runs of capitals in one sentence.
func (f *finder) runs(s token.Range) {
	for i := s.First; i < s.Last; {
		if !f.starts(i) {
			i++
			continue
		}
		end := f.extend(i, s.Last)
		if end-i <= maxRun {
			f.findIn(token.Range{First: i, Last: end}, s)
		}
		i = end
	}
}

// starts reports whether a run of capitals may begin at i: "In" and "However" at the start of a sentence begin none.
func (f *finder) starts(i int) bool {
	if f.ordinal(i) {
		return true
	}
	if !f.capital(i) || f.can(i, grammar.TimeWord) && !f.monthGiven(i) {
		return false
	}
	if f.Tokens[i].Has(token.SentStart) && speechWords.Has(f.Tokens[i].Hash) {
		return false // "Said Berg: …"
	}
	if _, given := givenSex(f.Tokens[i].Hash); given && f.capital(i+1) && !f.can(i, grammar.Modal|grammar.Opener) {
		return true
	}
	if f.class[i] == 0 || f.Tokens[i].Has(token.Upper) && !f.can(i, grammar.Subject) {
		return true
	}
	first := f.Tokens[i].Has(token.SentStart) || i > 0 && f.Tokens[i-1].Kind == token.Quote
	closed := grammar.Det | grammar.Prep | grammar.Subject | grammar.Poss | grammar.Aux | grammar.And | grammar.Sub | grammar.Wh | grammar.Opener
	if f.class[i]&closed != 0 {
		return false
	}
	return !first || f.is(i, isTitle|isOrgWord)
}

var ordinals = token.SetOf("first", "second", "third")

// ordinal reports a number that a title begins with: "First Minister", "Second Lieutenant".
func (f *finder) ordinal(i int) bool {
	return i >= 0 && i+1 < len(f.Tokens) && ordinals.Has(f.Tokens[i].Hash) && f.capital(i) && f.capital(i+1) && f.is(i+1, isTitle) && f.Sentence(i) == f.Sentence(i+1)
}

// surnameWord reports whether the word at j, a month or a modal, is a surname: after an honorific or title ("Mrs May", "Prime
// Minister May") or a given name ("Theresa May"), and before no day of the month.
func (f *finder) surnameWord(j int) bool {
	if !f.can(j, grammar.Modal) && !f.can(j, grammar.TimeWord) || f.Tokens[j].Has(token.Upper) || !f.capital(j-1) || j+1 < len(f.Tokens) && f.Tokens[j+1].Kind == token.Number {
		return false
	}
	if f.is(j-1, isHonorific) {
		return true
	}
	if !f.can(j, grammar.Modal) {
		return false // "President Monday", "Ann March": the day
	}
	_, given := f.given(j - 1)
	return f.is(j-1, isTitle) || given && !f.is(j-1, isPlaceName|isWordName)
}

// nickname gives how many tokens a nickname in marks or brackets takes at j: “Rocky”, (Bill); 0 if there is none.
func (f *finder) nickname(j int) int {
	if j < 1 || j+2 >= len(f.Tokens) || !f.capital(j+1) || f.can(j+1, grammar.Det|grammar.Prep) || f.Tokens[j+1].Has(token.Upper) || f.Tokens[j-1].Has(token.SentStart) && f.class[j-1] != 0 {
		return 0
	}
	if f.mark(j, '(') && f.mark(j+2, ')') || f.Tokens[j].Kind == token.Quote && f.Tokens[j+2].Kind == token.Quote {
		if _, given := f.given(j - 1); given || f.nicks(j+1) || f.class[j-1] == 0 && f.capital(j+3) && f.class[j+3] == 0 && f.Tokens[j].Kind == token.Quote {
			return 3
		}
	}
	return 0
}

// nicks reports whether token i is a given name or a short form of one.
func (f *finder) nicks(i int) bool {
	_, given := givenSex(f.Tokens[i].Hash)
	return given
}

// monthGiven reports whether a month's word is a given name here: "Jan Olsen", "April Ryde"; "in April Ann" and "May Day" are none.
func (f *finder) monthGiven(i int) bool {
	if _, given := givenSex(f.Tokens[i].Hash); !given || !f.capital(i+1) || f.class[i+1] != 0 || f.kinds[i+1] != 0 || f.Tokens[i+1].Has(token.Upper) || f.joined(i+1) {
		return false
	}
	return i == 0 || f.Tokens[i-1].Kind != token.Number && !f.can(i-1, grammar.Prep|grammar.Number) && !f.titled[f.Sentence(i)]
}

// extend gives the end of the run that begins at i: capitals, "de", "al-", initials; "of", "for" and "and" only inside
// the name of an organisation or an office.
func (f *finder) extend(i, last int) int {
	org := f.is(i, isOrgWord|isTitle)
	j := i + 1
	for j < last {
		switch {
		case f.capital(j) && !f.joined(j) && (f.surnameWord(j) || f.ordinal(j)):
			j++
		case f.capital(j) && !f.joined(j):
			if f.class[j]&(grammar.Det|grammar.Prep|grammar.Sub|grammar.Subject|grammar.Modal) != 0 && !f.Tokens[j].Has(token.Upper) && !f.titleWord(j) {
				return j
			}
			if f.can(j, grammar.TimeWord) {
				if _, g := givenSex(f.Tokens[j].Hash); !g || !f.capital(j+1) {
					return j
				}
			}
			org = org || f.is(j, isOrgWord|isTitle)
			j++
		case f.Tokens[j].Kind == token.Punct && f.hyphen(j) && f.joined(j) && f.joined(j+1) && f.capital(j+1):
			j += 2
		case f.mark(j, '&') && f.capital(j+1):
			org = true
			j += 2
		case f.word(j) && f.is(j, isNobility) && f.capital(j+1) && j+1 < last && !f.can(j, grammar.Det):
			j += 2
		case f.word(j) && f.is(j, isNobility) && j+2 < last && f.hyphen(j+1) && f.joined(j+1) && f.joined(j+2) && f.capital(j+2):
			j += 3 // al-Baghdadi
		case f.word(j) && f.is(j, isNobility) && f.is(j+1, isNobility) && f.capital(j+2) && j+2 < last:
			j += 3
		case org && (f.Is(j, "of") || f.Is(j, "for")) && j+1 < last && f.capital(j+1):
			j += 2
		case org && f.Is(j, "and") && j > i+2 && f.is(j-1, isDepartment) && f.is(j+1, isDepartment) && f.capital(j+1):
			j += 2 // "Secretary for Women and Equalities"
		case f.nickname(j) > 0 && f.capital(j-1) && j+f.nickname(j) < last && f.capital(j+f.nickname(j)):
			j += f.nickname(j)
		case org && (f.Is(j, "of") || f.Is(j, "for")) && f.Is(j+1, "the") && j+2 < last && f.capital(j+2):
			j += 3
		default:
			return j
		}
	}
	return j
}

func (f *finder) titleWord(i int) bool { return f.is(i, isTitle|isOrgWord) }

func (f *finder) hyphen(i int) bool {
	w := f.Word(i)
	return w == "-" || w == "‐" || w == "‑"
}

// findIn decides what a run of capitals is.
func (f *finder) findIn(r token.Range, s token.Range) {
	for r.First < r.Last && f.can(r.First, grammar.Opener) && r.Last-r.First > 1 && !f.is(r.First, isTitle) && !f.ordinal(r.First) {
		if _, g := givenSex(f.Tokens[r.First].Hash); g {
			break
		}
		r.First++
	}
	for r.Last-r.First > 2 && f.Tokens[r.First].Has(token.Upper) && f.kinds[r.First] == 0 && !f.Tokens[r.First+1].Has(token.Upper) {
		if _, g := f.given(r.First + 1); !g {
			break
		}
		r.First++ // "OLDPORT Anna Berg": the end of a dateline
	}
	titled := f.titled[f.Sentence(r.First)]
	if f.person(r, s, titled) {
		return
	}
	if o, p := f.organisation(r); o.First < o.Last && !(titled && p < 0.8) {
		f.add(Block{Tokens: o, Kind: Organisation, P: p})
		// the rest of the run, left and right of the organisation, may hold a person: "Fox News Ann Smith"
		return
	}
}

// add keeps a block unless its tokens are taken.
func (f *finder) add(b Block) bool {
	for i := b.Tokens.First; i < b.Tokens.Last; i++ {
		if f.taken[i] {
			return false
		}
	}
	for i := b.Tokens.First; i < b.Tokens.Last; i++ {
		f.taken[i] = true
	}
	b.Entity = -1
	f.blocks = append(f.blocks, b)
	return true
}

// organisation gives the part of a run that names an organisation; empty if none.
func (f *finder) organisation(r token.Range) (token.Range, float64) {
	word := -1
	for i := r.First; i < r.Last; i++ {
		if f.is(i, isOrgWord) {
			word = i
		}
	}
	if word >= 0 && (r.Last-r.First > 1) {
		p := 0.9
		if r.Last-r.First == 2 && (f.Is(word, "federation") && f.Is(r.First, "russian") || f.Is(word, "house") && f.Is(r.First, "white")) {
			return token.Range{}, 0 // a country, a seat of power: places
		}
		if f.is(r.Last-1, isGround) && !f.is(r.Last-1, isOrgWord) && !f.is(r.First, isOrgWord) {
			return token.Range{}, 0 // "Press Bridge"
		}
		// "Institute for the Study of War": all; "Labour Leader": the rest is a title
		last := r.Last
		for last > word+1 && f.is(last-1, isTitle) && !f.is(last-1, isOrgWord) {
			last--
		}
		return token.Range{First: r.First, Last: last}, p
	}
	for i := r.First; i < r.Last; i++ {
		if !f.is(i, isOrgName) {
			continue
		}
		w := f.Tokens[i]
		upper := w.Has(token.Upper)
		if len(f.Word(i)) <= 4 && !upper {
			if f.Source[w.Start:w.End] != "Tass" && f.Source[w.Start:w.End] != "Nato" && f.Source[w.Start:w.End] != "Meta" &&
				f.Source[w.Start:w.End] != "Sony" && f.Source[w.Start:w.End] != "Vox" && f.Source[w.Start:w.End] != "Fox" &&
				f.Source[w.Start:w.End] != "Hamas" {
				continue
			}
		}
		last := i + 1
		for last < r.Last && f.is(last, isOrgWord) {
			last++
		}
		return token.Range{First: i, Last: last}, 0.9
	}
	return token.Range{}, 0
}
