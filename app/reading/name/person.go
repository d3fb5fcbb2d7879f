package name

import (
	"strings"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// person finds a person's name in a run of capitals: after a title, a given name, a role in small letters, or before
// "said" or an apposition.
func (f *finder) person(r, s token.Range, titled bool) bool {
	title := f.lastTitle(r)
	if title >= 0 && title+1 < r.Last {
		if f.named(token.Range{First: title + 1, Last: r.Last}, token.Range{First: r.First, Last: title + 1}, 0.95) {
			return true
		}
	}
	n := r.Last - r.First
	if _, given := f.given(r.First); given && n >= 2 {
		p := 0.9
		if f.is(r.First, isPlaceName) {
			p = 0.55
		}
		if f.is(r.First, isWordName) && (titled || f.Tokens[r.First].Has(token.SentStart)) && !f.strongSurname(r) {
			p = 0.4
		}
		if f.placed(r) {
			p = 0.4
		}
		if titled && f.class[r.First+1] != 0 {
			p = 0.4 // "Rain Falls In Oldport"
		}
		if p >= 0.5 && (!f.is(r.First+1, isNever|isGround) || f.is(r.First+1, isGround) && f.introduced(r)) && f.named(r, f.roleBefore(r.First), p) {
			return true
		}
	}
	if role := f.roleBefore(r.First); role.First < role.Last && !titled && f.named(r, role, 0.85) {
		return true
	}
	if n >= 3 && f.initial(r.First+1) && f.named(r, token.Range{}, 0.9) {
		return true
	}
	// a given name deeper in the run: "Fox News Ann Smith", "NBC News moderator" has none
	for i := r.First + 1; i+1 < r.Last; i++ {
		if _, given := f.given(i); given && !f.is(i, isPlaceName|isWordName|isOrgWord|isGround) && !f.is(i-1, isNobility) &&
			f.capital(i+1) && !f.is(i+1, isOrgWord|isGround) && f.is(i-1, isOrgWord|isOrgName|isTitle|isNever) {
			if f.named(token.Range{First: i, Last: r.Last}, token.Range{}, 0.8) {
				if o, p := f.organisation(token.Range{First: r.First, Last: i}); o.First < o.Last {
					f.add(Block{Tokens: o, Kind: Organisation, P: p})
				}
				return true
			}
		}
	}
	if n >= 2 && n <= 3 && !titled && f.unknown(r) && f.introduced(r) {
		return f.named(r, token.Range{}, 0.75)
	}
	return false
}

// placed reports whether the words around say that a run is a place: "in Lake Mary", "Glen Ellyn, Ill."
func (f *finder) placed(r token.Range) bool {
	p := r.First - 1
	if p >= 0 && placePreps.Has(f.Tokens[p].Hash) {
		return true
	}
	if n := r.Last + 1; f.mark(r.Last, ',') && f.capital(n) && f.Source[f.Tokens[n].End-1] == '.' && f.kinds[n] == 0 && f.class[n] == 0 {
		return true
	}
	return false
}

var placePreps = token.SetOf("in", "near", "into", "outside", "around", "across", "throughout", "inside")

// given gives the sex of a given name; a hyphenated one ("Jean-Claude") counts by its first part.
func (f *finder) given(i int) (byte, bool) {
	if !f.capital(i) || f.is(i, isOrgWord) || f.can(i, grammar.Opener|grammar.Modal) {
		return 0, false
	}
	return givenSex(f.Tokens[i].Hash)
}

// strongSurname reports whether the word after the given name is no word of the language: "Mark Holm".
func (f *finder) strongSurname(r token.Range) bool {
	i := r.First + 1
	return i < r.Last && f.class[i] == 0 && f.kinds[i] == 0
}

// lastTitle gives the last token of the title that a run begins with or holds; -1 if none. "Secretary of State", "Prime
// Minister", "NATO Secretary General".
func (f *finder) lastTitle(r token.Range) int {
	last := -1
	for i := r.First; i < r.Last; i++ {
		if !f.is(i, isTitle) && !f.ordinal(i) || f.is(i, isSuffix) && i == r.Last-1 {
			continue
		}
		if last >= 0 && i > last+1 && !f.Is(i-1, "of") && !f.is(i-1, isTitle|isOrgWord|isDepartment) {
			break // "President Ann Baker": the surname is no title
		}
		if i == r.Last-1 && last >= 0 {
			if _, g := f.given(i - 1); g {
				break // "Mr Mark General"
			}
		}
		last = i
		for (f.Is(last+1, "of") || f.Is(last+1, "for")) && last+2 < r.Last && f.is(last+2, isDepartment) {
			last += 2
			for last+1 < r.Last && (f.is(last+1, isDepartment) || f.Is(last+1, "and") && f.is(last+2, isDepartment)) {
				last++
			}
		}
	}
	if last >= 0 && (f.Is(last+1, "of") || f.Is(last+1, "for")) {
		// "Mayor of Leeds Ann Smith": the person begins at a given name
		for i := last + 2; i+1 < r.Last; i++ {
			if _, g := f.given(i); g && !f.is(i, isPlaceName) {
				return i - 1
			}
		}
		return -1
	}
	return last
}

func (f *finder) initial(i int) bool {
	if !f.capital(i) {
		return false
	}
	w := f.Word(i)
	return len(w) == 2 && w[1] == '.' || len(w) == 1 && w != "I" && w != "A"
}

// unknown reports whether no word of the run is a word of the language or of the lexicon.
func (f *finder) unknown(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if f.word(i) && (f.class[i]&^(grammar.VerbBase|grammar.Adverb) != 0 || f.kinds[i]&^(isNobility|isWordName|isPlaceName|isSuffix) != 0 ||
			f.Tokens[i].Has(token.Upper)) {
			return false
		}
	}
	return true
}

// introduced reports whether the words around say that this is a person: "…, 45,", "…, a lawyer", "said …".
func (f *finder) introduced(r token.Range) bool {
	if f.mark(r.Last, ',') {
		i := r.Last + 1
		if i+1 < len(f.Tokens) && f.Tokens[i].Kind == token.Number && f.mark(i+1, ',') && f.Tokens[i].End-f.Tokens[i].Start == 2 {
			return true
		}
		if f.can(i, grammar.Det|grammar.Poss) || f.is(i, isRole) {
			for j := i; j < i+6 && j < len(f.Tokens) && !f.mark(j, ','); j++ {
				if f.is(j, isRole) && !f.can(j, grammar.Finite) {
					return true
				}
			}
		}
		if f.Is(i, "who") {
			return true
		}
	}
	if p := r.First - 2; f.mark(p+1, ',') && (f.mark(r.Last, ',') || f.mark(r.Last, '.')) && f.is(p, isRole) && f.word(p) && !f.capital(p) && f.Sentence(p) == f.Sentence(r.First) {
		return true // "the mayor, Rui Pires,"
	}
	return speech(f.Text, r.Last) || speech(f.Text, r.First-1) || f.trade(r.First-1)
}

// trade reports a word at token i for what somebody does, which stands before the name: "the painter | John Lake".
func (f *finder) trade(i int) bool {
	if i < 0 || !f.word(i) || f.capital(i) || f.class[i] != 0 {
		return false
	}
	if f.is(i, isRole) {
		return true
	}
	w := f.Text.Word(i)
	for _, end := range [...]string{"er", "or", "ist", "ian", "man", "tor"} {
		if len(w) >= len(end)+3 && strings.HasSuffix(w, end) {
			return !noTrades.Has(f.Tokens[i].Hash)
		}
	}
	return false
}

// noTrades end like words for what somebody does and are things.
var noTrades = token.SetOf("river", "harbor", "water", "tower", "corner", "border", "manor", "moor", "floor", "quarter", "center", "former", "other", "another", "latter", "number", "summer", "winter")

var speechWords = token.SetOf("said", "says", "told", "tells", "added", "wrote", "tweeted", "argued", "insisted", "explained", "recalled", "joked", "testified")

// speech reports whether token i is a plain verb of speech.
func speech(t *token.Text, i int) bool {
	return i >= 0 && i < len(t.Tokens) && speechWords.Has(t.Tokens[i].Hash)
}

// roleBefore gives the role in small letters right before i: "special envoy", "Kremlin spokesperson"; empty if none.
func (f *finder) roleBefore(i int) token.Range {
	j := i - 1
	if j < 0 || !f.word(j) || !f.is(j, isRole) || f.capital(j) && !f.Tokens[j].Has(token.SentStart) || f.Sentence(j) != f.Sentence(i) {
		return token.Range{First: i, Last: i}
	}
	return token.Range{First: f.roleStart(j), Last: i}
}

// roleStart walks left from a role over the words that belong to it: "Ukraine's army commander-in-chief".
func (f *finder) roleStart(j int) int {
	start := j
	for k := j - 1; k >= 0 && j-k < 9 && f.Sentence(k) == f.Sentence(j); k-- {
		switch {
		case f.hyphen(k) && k > 0 && f.word(k-1):
			k--
			start = k
		case f.Tokens[k].Kind == token.Clitic:
			start = k
		case f.can(k, grammar.Det|grammar.Poss):
			if f.can(k, grammar.Sub) {
				return start // "announced that negotiators"
			}
			return k
		case f.taken[k]:
			return start
		case f.capital(k):
			if f.class[k]&(grammar.Prep|grammar.Sub|grammar.And|grammar.Wh|grammar.Opener|grammar.TimeWord) != 0 && !f.Tokens[k].Has(token.Upper) {
				return start
			}
			start = k
		case f.word(k):
			if f.class[k]&^(grammar.VerbBase|grammar.VerbPart|grammar.VerbIng|grammar.VerbPast|grammar.Number|grammar.TimeWord|grammar.VerbS) != 0 {
				return start
			}
			if f.class[k]&grammar.Verb != 0 && !f.modifier(k) {
				return start
			}
			start = k
		case f.Tokens[k].Kind == token.Number:
			start = k
		default:
			return start
		}
	}
	return start
}

// modifier reports whether a word that can be a verb stands before a noun here: "foreign trade minister".
func (f *finder) modifier(k int) bool {
	if f.class[k]&(grammar.VerbS|grammar.VerbIng) != 0 {
		return false
	}
	p := k - 1
	return p >= 0 && (f.can(p, grammar.Det|grammar.Poss) || f.Tokens[p].Kind == token.Clitic)
}

// named keeps a person's block: the name r after title, cut at what cannot be part of a name.
func (f *finder) named(r, title token.Range, p float64) bool {
	for r.First < r.Last && f.is(r.First, isHonorific) {
		r.First++
	}
	if r.Last-r.First == 1 && f.is(r.First, isState) && !(f.is(title.Last-1, isHonorific|isTitle) && title.Last == r.First && f.capital(title.Last-1)) {
		return false // "its ally Egypt"
	}
	if f.is(r.First, isCompass) && title.First >= title.Last {
		return false
	}
	end := r.First
	for end < r.Last {
		switch {
		case f.word(end) && f.is(end, isNobility) && !f.capital(end) && end > r.First && !f.Is(end, "of"):
		case f.hyphen(end):
		case end > r.First && f.nickname(end) > 0 && end+3 < r.Last:
			end += 2
		case !f.capital(end):
			goto done
		case f.is(end, isOrgWord) && !(end > r.First && f.is(end, isWordName) && end == r.Last-1):
			if _, g := givenSex(f.Tokens[r.First].Hash); !g || f.is(r.First, isPlaceName) || !f.is(end, isWordName) || end != r.Last-1 || end-r.First > 2 || f.is(end, isOrgName) {
				return false // "General Motors", "President Park Group"
			}
		case f.is(end, isGround) && end > r.First && end == r.Last-1 && !f.strong(title) && !f.introduced(r):
			return false
		case f.is(end, isNever) && end == r.First && !f.strongSurname(r):
			return false
		case f.is(end, isSuffix) && end > r.First:
		case f.can(end, grammar.TimeWord) && end > r.First && !f.surnameWord(end):
			goto done
		}
		end++
	}
done:
	for end > r.First && (f.hyphen(end-1) || f.is(end-1, isNobility) && !f.capital(end-1)) {
		end--
	}
	if end == r.First || end-r.First > 6 || end-r.First == 1 && len(f.Word(r.First)) < 2 {
		return false
	}
	if !f.word(r.First) {
		return false
	}
	b := Block{Tokens: token.Range{First: r.First, Last: end}, Kind: Person, P: p}
	if title.First < title.Last {
		b.Title = title
		b.Title.First = f.titleStart(title.First)
	}
	if !f.add(b) {
		return false
	}
	for i := b.Title.First; i < b.Title.Last; i++ {
		f.taken[i] = true
	}
	return true
}

// strong reports whether a title says that a person follows.
func (f *finder) strong(title token.Range) bool { return title.First < title.Last }

// titleStart takes the small words before a capital title: "former President", "deputy Prime Minister".
func (f *finder) titleStart(i int) int {
	if i > 0 && f.word(i-1) && !f.capital(i-1) && f.Sentence(i-1) == f.Sentence(i) && (f.Is(i-1, "former") || f.Is(i-1, "deputy") || f.Is(i-1, "acting") ||
		f.Is(i-1, "then") || f.Is(i-1, "late") || f.Is(i-1, "retired") || f.Is(i-1, "outgoing") || f.Is(i-1, "current")) && !f.taken[i-1] {
		return i - 1
	}
	return i
}

// propagate finds bare surnames of the people already found: a full name fixes all later "Jordan said".
func (f *finder) propagate() {
	full, first := f.namesSoFar()
	if len(full) == 0 {
		return
	}
	spelt := map[string]uint32{} // folded surname -> its hash, for "Hrynskyi" and "Hrynsky"
	for _, b := range f.blocks {
		if last := b.Tokens.Last - 1; b.Kind == Person && full[f.Tokens[last].Hash] > 0 {
			spelt[fold(f.Word(last))] = f.Tokens[last].Hash
		}
	}
	variant := map[uint32]uint32{}
	for i := range f.Tokens {
		if !f.capital(i) || f.taken[i] || f.is(i, isState) || f.joined(i) && i > 0 && f.Tokens[i-1].Kind == token.Word {
			continue
		}
		s := full[f.Tokens[i].Hash]
		if s == 0 && f.class[i] == 0 && f.kinds[i] == 0 {
			h, seen := variant[f.Tokens[i].Hash]
			if !seen {
				h = spelt[fold(f.Word(i))]
				variant[f.Tokens[i].Hash] = h
			}
			s = full[h]
		}
		g := first[f.Tokens[i].Hash]
		if s == 0 && g == 0 || !f.aloneName(i, s > 0) {
			continue
		}
		p := 0.9
		if s == 0 {
			p = 0.7
		}
		if f.class[i]&^grammar.Verb != 0 && f.Tokens[i].Has(token.SentStart) {
			p = 0.6
		}
		f.add(Block{Tokens: token.Range{First: i, Last: i + 1}, Kind: Person, P: p})
	}
}

// aloneName reports whether token i, a surname or else a first name that was met before, stands for that person by
// itself.
func (f *finder) aloneName(i int, surname bool) bool {
	if f.capital(i+1) && !f.joined(i+1) && !f.taken[i+1] && f.Sentence(i+1) == f.Sentence(i) && !f.titled[f.Sentence(i)] && f.class[i+1] == 0 {
		if f.is(i+1, isOrgWord|isGround) || !surname {
			return false // "Berg Tower"
		}
	}
	if !surname && f.capital(i-1) && !f.joined(i) && !f.taken[i-1] && f.class[i-1] == 0 && !f.titled[f.Sentence(i)] {
		return false
	}
	return !f.can(i, grammar.TimeWord|grammar.Modal) || f.bareWord(i) // not "in May", "Will he come?"
}

// namesSoFar counts the surnames, by the hash of their last word, and the first names of the persons that are found.
func (f *finder) namesSoFar() (full, first map[uint32]int) {
	full, first = map[uint32]int{}, map[uint32]int{}
	for _, b := range f.blocks {
		if b.Kind != Person || b.P < 0.5 {
			continue
		}
		n := b.Tokens.Last - b.Tokens.First
		last := b.Tokens.Last - 1
		for last > b.Tokens.First && f.is(last, isSuffix) {
			last--
		}
		if n >= 2 || b.Title.First < b.Title.Last {
			full[f.Tokens[last].Hash]++
			// "Recep Tayyip Erdogan", "Abu Bakr al-Baghdadi": the part after the hyphen is not the name alone
		}
		if _, g := givenSex(f.Tokens[b.Tokens.First].Hash); g && n >= 2 && !f.is(b.Tokens.First, isPlaceName|isWordName) {
			first[f.Tokens[b.Tokens.First].Hash]++
		}
	}
	return full, first
}

// bareWord reports whether the month or modal at i stands for a person: nothing makes it a date, and at the start of a sentence
// only with a verb right after it.
func (f *finder) bareWord(i int) bool {
	if i > 0 && (f.Tokens[i-1].Kind == token.Number || f.can(i-1, grammar.Prep) && !f.is(i-1, isTitle) && f.can(i, grammar.TimeWord)) || i+1 < len(f.Tokens) && f.Tokens[i+1].Kind == token.Number {
		return false
	}
	if !f.Tokens[i].Has(token.SentStart) && i > 0 && f.Tokens[i-1].Kind != token.Quote {
		return true
	}
	return f.can(i+1, grammar.Finite|grammar.Have) || i+1 < len(f.Tokens) && f.Tokens[i+1].Kind == token.Clitic
}
