package quotation

import (
	"slices"
	"sort"
	"strings"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// voices looks up who the words of a source name.
type voices struct {
	*finder
	speakers []story.Speaker
	byEntity map[int]int
	entityOf map[int]int // the other way round
	byText   map[string]int
	last     lastSpeaker
	pronoun  answered // the pronoun looked up last
}

// answered is who a pronoun stands for.
type answered struct {
	at      int // its token; 0 for none
	speaker int
	p       float64
	why     string
}

// speak fills the speaker of q.
func (w *voices) speak(q *story.Quote, g given) {
	if !g.known || empty(g.by) || !w.worded(g.by) {
		q.P = w.w.Nobody
		if q.Scare {
			q.Reasons = append(q.Reasons, story.Why("quote.scare"))
		} else {
			q.Reasons = append(q.Reasons, story.Why("quote.nobody"))
		}
		return
	}
	g.by = w.undated(g.by)
	q.By = w.span(w.trim(g.by))
	if !empty(g.cue) {
		q.Cue = w.span(g.cue)
	}
	if q.P = g.p; q.Partial && g.why == "quote.beside" {
		q.P = w.w.Partial
	}
	q.Reasons = append(q.Reasons, story.Why(g.why, q.By.In(w.Source), q.Cue.In(w.Source)))
	by := g.by
	if !empty(g.ante) {
		by = g.ante
		q.Reasons = append(q.Reasons, story.Why("quote.relative", q.By.In(w.Source)))
	}
	if named := w.apposed(g.by); !empty(named) && empty(g.ante) {
		by = named
		q.By = w.span(token.Range{First: g.by.First, Last: named.Last})
	}
	who, p, why := w.who(by)
	q.Speaker = who
	w.note(by, who)
	if who >= 0 && by.Last-by.First > 2 {
		q.Also = w.joint(by, who)
	}
	if p < 1 {
		q.P *= p
	}
	if why != "" && who >= 0 {
		q.Reasons = append(q.Reasons, story.Why(why, q.By.In(w.Source), w.speakers[who].Name))
	}
}

// worded reports that a phrase has a word: a sign is no speaker.
func (w *voices) worded(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if w.Tokens[i].Kind == token.Word {
			return true
		}
	}
	return false
}

func (w *voices) span(r token.Range) story.Span {
	a, b := w.Bytes(r)
	return story.Span{Start: a, End: b}
}

// undated drops a day from both ends of a source: "Ann Smith on Tuesday", "the firm this week", "1 January 2025 the dam".
func (w *voices) undated(r token.Range) token.Range {
	day := func(i int) bool {
		b := w.block(i)
		return w.can(i, grammar.TimeWord) && (b == nil || b.Kind != name.Person)
	}
	for n := 0; n < 2 && r.Last-r.First > 1 && day(r.Last-1); n++ {
		k := r.Last - 1
		before := k - 1
		switch {
		case w.capital(k) && w.Is(before, "on") || w.Is(before, "this") || w.Is(before, "last") || w.Is(before, "next"):
			k = before
		case !w.capital(k) || w.can(before, grammar.Det|grammar.Prep|grammar.Poss) || n == 0 && !w.capital(before) && w.class[before] != 0:
			return r
		}
		for k-1 > r.First && (w.Is(k-1, "just") || w.Is(k-1, "late") || w.Is(k-1, "early") || w.Is(k-1, "only")) {
			k--
		}
		if k <= r.First {
			return r
		}
		r.Last = k
	}
	first := r.First
	for first < r.Last && (day(first) || w.Tokens[first].Kind == token.Number && (first+1 < r.Last && day(first+1) || first > r.First && day(first-1) || w.yearAt(first))) {
		first++
	}
	if first > r.First && first < r.Last && (w.can(first, grammar.Det|grammar.Poss) || w.capital(first)) {
		r.First = first
	}
	return r
}

// yearAt reports a number that may be a year.
func (w *voices) yearAt(i int) bool {
	y := w.Word(i)
	return len(y) == 4 && (y[:2] == "19" || y[:2] == "20")
}

// trim drops punctuation at the ends.
func (w *voices) trim(r token.Range) token.Range {
	for r.Last > r.First+1 && w.Tokens[r.Last-1].Kind == token.Punct && !w.mark(r.Last-1, ')') {
		r.Last--
	}
	return r
}

// who gives the speaker that a phrase names.
func (w *voices) who(by token.Range) (speaker int, p float64, why string) {
	if by.Last-by.First == 1 && w.can(by.First, grammar.Subject|grammar.Object|grammar.Poss) && !w.capitalName(by.First) {
		if a := &w.pronoun; a.at != by.First || a.at == 0 {
			a.at = by.First
			a.speaker, a.p, a.why = w.standsFor(by)
		}
		return w.pronoun.speaker, w.pronoun.p, w.pronoun.why
	}
	if e := w.named(by); e >= 0 {
		if w.names.Entities[e].Kind == name.Role && w.longer(by) {
			return w.text(by, story.SpeakerRole), 1, ""
		}
		return w.entity(e), 1, ""
	}
	if p := w.place(by); p != nil {
		return w.metonym(p), w.w.Metonym, "quote.metonym"
	}
	if w.nameLike(by) {
		return w.text(by, story.SpeakerPerson), w.w.NameLike, ""
	}
	return w.text(by, story.SpeakerRole), 1, ""
}

// standsFor gives the speaker that a pronoun stands for.
func (w *voices) standsFor(by token.Range) (speaker int, p float64, why string) {
	if s := w.spokeBefore(by.First); s >= 0 {
		return s, w.w.SpokeBefore, "quote.pronoun"
	}
	if one := w.leader(by.First); !empty(one) {
		return w.text(one, story.SpeakerPerson), w.w.NameLike, "quote.pronoun"
	}
	e, p := w.names.Who(by.First, func(i int) bool { return w.in[i] != 0 || w.byline(i) })
	if e >= 0 {
		return w.entity(e), p, "quote.pronoun"
	}
	if one := w.onlyNamed(by.First); !empty(one) {
		if e := w.named(one); e >= 0 {
			return w.entity(e), w.w.SpokeBefore, "quote.pronoun"
		}
		return w.text(one, story.SpeakerPerson), w.w.NameLike, "quote.pronoun"
	}
	if personal.Has(w.hash(by.First)) || w.can(by.First, grammar.Subject) && w.can(by.First, grammar.Aux) {
		return -1, w.w.PronounOpen, "" // "he", and nobody whom it could be
	}
	return w.text(by, story.SpeakerRole), w.w.PronounWords, ""
}

// personal pronouns stand for somebody and name nobody.
var personal = hashes("he she it they him her them his their its who we i you us me")

// nameLike reports two or three words with capitals that are no words of the language and no place: a name unknown so far.
func (w *voices) nameLike(by token.Range) bool {
	by = w.trim(by)
	words := 0
	for i := by.First; i < by.Last; i++ {
		if i > by.First && w.hyphen(i) {
			continue // "Adaeze Obi-Lund"
		}
		if words++; !w.capital(i) || w.class[i] != 0 || w.Tokens[i].Has(token.Upper) || w.names.At(i) >= 0 {
			return false
		}
	}
	if words < 2 || words > 3 {
		return false
	}
	s := w.span(by)
	i := sort.Search(len(w.places), func(i int) bool { return w.places[i].Span.End > s.Start })
	return i >= len(w.places) || w.places[i].Span.Start >= s.End
}

// joint gives the others who speak together with the first: "Ann Smith, Ben Jones and Kyiv said".
func (w *voices) joint(by token.Range, first int) []int {
	and := false
	for i := by.First + 1; i < by.Last-1; i++ {
		and = and || w.hash(i) == hashAnd && w.names.At(i) < 0
	}
	if !and || by.Last-by.First > w.w.Joint {
		return nil
	}
	for n := 0; n < 8 && w.mark(by.First-1, ','); n++ { // "Ann, Ben and Cy": the phrase began at Ben
		k := w.names.At(by.First - 2)
		if k < 0 || w.names.Blocks[k].Kind != name.Person || w.in[by.First-2] != 0 || w.Sentence(by.First-2) != w.Sentence(by.First) {
			break
		}
		by.First = w.names.Blocks[k].Tokens.First
	}
	var out []int
	start := by.First
	for i := by.First; i <= by.Last; i++ {
		if i < by.Last && (w.names.At(i) >= 0 || w.hash(i) != hashAnd && !w.mark(i, ',')) {
			continue
		}
		part := token.Range{First: start, Last: i}
		start = i + 1
		if empty(part) {
			continue
		}
		who := -1
		if e := w.named(part); e >= 0 && w.names.Entities[e].Kind != name.Role {
			who = w.entity(e)
		} else if p := w.place(part); p != nil {
			who = w.metonym(p)
		}
		if who >= 0 && who != first && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}

// longer reports whether a phrase says more than its role: "the mayor of Oldport", "sources close to the talks".
func (w *voices) longer(by token.Range) bool {
	b := w.block(by.First)
	return b != nil && b.Kind == name.Role && b.Tokens.Last < by.Last && w.can(b.Tokens.Last, grammar.Prep|grammar.Relative) && w.word(b.Tokens.Last)
}

// capitalName reports whether a pronoun's word is a name here: "It" is none.
func (w *voices) capitalName(i int) bool {
	b := w.block(i)
	return b != nil && b.Kind == name.Person
}

// named gives the entity that the head of a phrase names; -1 if none. "Berg's lawyer" is not Berg, "a spokesman for
// Ann Smith" not Ann Smith.
func (w *voices) named(by token.Range) int {
	for i := by.First; i < by.Last; i++ {
		k := w.names.At(i)
		if k < 0 {
			if b := w.titled(i); b != nil && b.Tokens.First < by.Last {
				i = b.Tokens.First - 1 // "Secretary of State Ann Smith"
				continue
			}
			if w.can(i, grammar.Prep) && w.word(i) && i > by.First {
				break
			}
			continue
		}
		b := &w.names.Blocks[k]
		i = b.Tokens.Last - 1
		if b.Entity < 0 {
			continue
		}
		next := b.Tokens.Last
		if next < by.Last && w.Tokens[next].Kind == token.Clitic {
			if next == by.Last-1 {
				return b.Entity // "in Berg's words"
			}
			continue
		}
		if b.Kind == name.Person && next < by.Last && w.word(next) && !w.capital(next) && !w.can(next, grammar.And|grammar.Prep|grammar.Relative|grammar.Adverb|grammar.Det) {
			continue // "the Smith campaign"
		}
		if b.Kind == name.Organisation && next < by.Last && (w.word(next) && !w.can(next, grammar.And|grammar.Prep|grammar.Relative|grammar.Adverb)) {
			continue // "NATO officials"
		}
		return b.Entity
	}
	return -1
}

// titled gives the person whose title token i is part of; nil if it is part of none.
func (w *voices) titled(i int) *name.Block {
	k := sort.Search(len(w.names.Blocks), func(k int) bool { return w.names.Blocks[k].Tokens.First > i })
	if k < len(w.names.Blocks) {
		if b := &w.names.Blocks[k]; b.Kind == name.Person && b.Title.First <= i && i < b.Title.Last && b.Title.Last == b.Tokens.First {
			return b
		}
	}
	return nil
}

func (w *voices) entity(e int) int {
	if s, ok := w.byEntity[e]; ok {
		return s
	}
	ent := &w.names.Entities[e]
	s := story.Speaker{Name: ent.Name, Aliases: slices.Clone(ent.Aliases), Role: ent.Role, Gender: ent.Gender}
	switch ent.Kind {
	case name.Person:
		s.Kind = story.SpeakerPerson
	case name.Organisation:
		s.Kind = story.SpeakerOrganisation
	default:
		s.Kind = story.SpeakerRole
	}
	w.byEntity[e], w.entityOf[len(w.speakers)] = len(w.speakers), e
	w.speakers = append(w.speakers, s)
	return len(w.speakers) - 1
}

// place gives the place name that is all of a phrase: "Kyiv", "The Kremlin".
func (w *voices) place(by token.Range) *Place {
	for by.First < by.Last && w.can(by.First, grammar.Det) {
		by.First++
	}
	s := w.span(by)
	i := sort.Search(len(w.places), func(i int) bool { return w.places[i].Span.End > s.Start })
	if i < len(w.places) && w.places[i].Span.Start <= s.Start+4 && w.places[i].Span.Contains(story.Span{Start: max(s.Start, w.places[i].Span.Start), End: s.End}) && s.End <= w.places[i].Span.End {
		return &w.places[i]
	}
	return nil
}

func (w *voices) metonym(p *Place) int {
	return w.add("place:"+p.Name, p.Name, p.Span.In(w.Source), story.SpeakerPlace)
}

// text makes the words themselves the speaker: "sources familiar with the matter".
func (w *voices) text(by token.Range, k story.SpeakerKind) int {
	form := strings.Join(strings.Fields(w.span(w.trim(by)).In(w.Source)), " ")
	for by.First < by.Last-1 && w.can(by.First, grammar.Det) && (w.Is(by.First, "the") || w.Is(by.First, "a") || w.Is(by.First, "an")) {
		by.First++
	}
	plain := strings.Join(strings.Fields(w.span(w.trim(by)).In(w.Source)), " ")
	return w.add("text:"+strings.ToLower(plain), plain, form, k)
}

func (w *voices) add(key, plain, form string, k story.SpeakerKind) int {
	i, ok := w.byText[key]
	if !ok {
		i = len(w.speakers)
		w.byText[key] = i
		s := story.Speaker{Name: plain, Kind: k, Aliases: []string{plain}}
		if k == story.SpeakerRole {
			s.Role = plain
		}
		w.speakers = append(w.speakers, s)
	}
	s := &w.speakers[i]
	if len(s.Aliases) < 16 && !slices.Contains(s.Aliases, form) {
		s.Aliases = append(s.Aliases, form)
	}
	return i
}

func (w *voices) sortAliases() {
	for i := range w.speakers {
		sort.Strings(w.speakers[i].Aliases)
	}
}
