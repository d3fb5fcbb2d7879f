package quotation

import (
	"sort"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// lastSpeaker is who was named as speaking last.
type lastSpeaker struct {
	speaker int // index into the speakers; -1 nobody
	entity  int
	at      int // the token where the name or pronoun stands
}

// note remembers a person who speaks.
func (w *voices) note(by token.Range, who int) {
	if who < 0 || w.speakers[who].Kind != story.SpeakerPerson {
		return
	}
	if who == w.last.speaker {
		w.last.at = by.First
		return
	}
	if e, ok := w.entityOf[who]; ok {
		w.last = lastSpeaker{speaker: who, entity: e, at: by.First}
	}
}

// spokeBefore gives the speaker that "he" or "she" at token i is, where that is who spoke last: in this paragraph or the one
// before, a person whom the pronoun can stand for, also one whose first name tells no sex, and nobody else whom it could
// stand for has been named since. "“Out,” said Åsa Björk. “It was quick,” she added." -1 if that does not hold.
func (w *voices) spokeBefore(i int) int {
	want := w.sex(i)
	if want == 0 || w.last.speaker < 0 || w.last.at >= i {
		return -1
	}
	if g := w.names.Entities[w.last.entity].Gender; g != 0 && g != want || w.paragraph(i)-w.paragraph(w.last.at) > 1 {
		return -1
	}
	k := sort.Search(len(w.names.Blocks), func(k int) bool { return w.names.Blocks[k].Tokens.First > w.last.at })
	for ; k < len(w.names.Blocks) && w.names.Blocks[k].Tokens.First < i; k++ {
		b := &w.names.Blocks[k]
		if b.Entity < 0 || b.Entity == w.last.entity || b.Kind != name.Person || w.in[b.Tokens.First] != 0 {
			continue
		}
		if g := w.names.Entities[b.Entity].Gender; g == 0 || g == want {
			return -1
		}
	}
	return w.last.speaker
}

// sex is that of "she" and "he" at token i; 0 for other words.
func (w *voices) sex(i int) byte {
	switch {
	case w.Is(i, "she"):
		return 'f'
	case w.Is(i, "he"):
		return 'm'
	}
	return 0
}

// onlyNamed gives the name of the person that "he" or "she" at token i is, where the paragraph up to there names one person
// and no more, and the first name tells no sex: "Adaeze Obi ran at once. “I saw smoke,” she said." Empty if it does not.
func (w *voices) onlyNamed(i int) token.Range {
	none := token.Range{}
	if w.sex(i) == 0 {
		return none
	}
	at := w.paragraph(i)
	from := w.Paragraphs[at].First
	if i-from > w.w.OnlyTokens || w.byline(i) {
		return none
	}
	one, several := w.oneIn(from, i)
	if empty(one) && !several && at > 0 && w.in[from] != 0 { // the paragraph begins with his words: who it is, the one before says
		if from = w.Paragraphs[at-1].First; i-from <= w.w.OnlyTokens && !w.byline(from) {
			one, _ = w.oneIn(from, w.Paragraphs[at].First)
		}
	}
	return one
}

// oneIn gives the one person whose first name tells no sex and who is named in the tokens [from, i); several says that another
// person is named there.
func (w *voices) oneIn(from, i int) (found token.Range, several bool) {
	none := token.Range{}
	for k := from; k < i; k++ {
		if w.in[k] != 0 || !w.capital(k) {
			continue
		}
		r := token.Range{First: k, Last: k + 1}
		if b := w.block(k); b != nil {
			r.Last = b.Tokens.Last
			if b.Kind != name.Person {
				k = r.Last - 1
				continue
			}
			if b.Entity < 0 || w.names.Entities[b.Entity].Gender != 0 {
				return none, true
			}
		} else {
			for r.Last < i && (w.capital(r.Last) || w.hyphen(r.Last) && w.capital(r.Last+1)) && w.in[r.Last] == 0 && w.block(r.Last) == nil {
				r.Last++
			}
			if k = r.Last - 1; !w.nameLike(r) {
				continue
			}
		}
		if !empty(found) && w.span(found).In(w.Source) != w.span(r).In(w.Source) {
			return none, true
		}
		found, k = r, r.Last-1
	}
	return found, false
}

// leader gives the one word that is the name of who acts where the paragraph of "he" or "she" at token i begins, and nobody else is
// named up to there: "Grigas voted at noon. “I hope so,” he said." Empty if there is none.
func (w *voices) leader(i int) token.Range {
	none := token.Range{}
	from := w.Paragraphs[w.paragraph(i)].First
	if w.Tokens[from].Kind == token.Number && from+1 < i {
		from++ // the hour of a report that runs on
	}
	if w.sex(i) == 0 || i-from > w.w.OnlyTokens || !w.capital(from) || w.class[from] != 0 || w.in[from] != 0 || w.Tokens[from].Has(token.Upper) || w.names.At(from) >= 0 {
		return none
	}
	if r := (token.Range{First: from, Last: from + 1}); w.place(r) == nil && w.can(from+1, grammar.VerbPast) && !w.can(from+1, grammar.Aux) {
		for k := from + 1; k < i; k++ {
			if b := w.block(k); b != nil && b.Kind == name.Person && w.in[k] == 0 {
				return none
			}
		}
		return r
	}
	return none
}

// paragraph gives the index of the paragraph that holds token i.
func (w *voices) paragraph(i int) int {
	return sort.Search(len(w.Paragraphs), func(k int) bool { return w.Paragraphs[k].Last > i })
}

// byline reports whether token i stands in a line that names who wrote the article: nobody who speaks in it.
func (w *voices) byline(i int) bool {
	at := int(w.Tokens[i].Start)
	k := sort.Search(len(w.zones), func(k int) bool { return w.zones[k].Span.End > at })
	return k < len(w.zones) && w.zones[k].Kind == story.ZoneByline && w.zones[k].Span.Holds(at)
}

// apposed gives the names that say who a description is: "The head of the port, | Jeff Frazer, | says", "His lawyers, | Carl
// Green and Rita Jones, | have said"; empty if none stand there.
func (w *voices) apposed(by token.Range) token.Range {
	none := token.Range{}
	if empty(by) || !w.mark(by.Last, ',') || w.in[by.Last] != 0 || w.capital(by.First) && !w.can(by.First, grammar.Det|grammar.Poss) && w.names.At(by.First) < 0 {
		return none
	}
	if e := w.named(by); e >= 0 && w.names.Entities[e].Kind == name.Person {
		return none
	}
	out := token.Range{First: by.Last + 1, Last: by.Last + 1}
	for i, n := by.Last+1, 0; n < 8; n++ {
		b := w.personAt(i)
		if b == nil {
			break
		}
		out.Last = b.Tokens.Last
		for i = out.Last; w.hash(i) == hashAnd || w.mark(i, ','); i++ {
		}
		if i == out.Last {
			break
		}
	}
	if empty(out) || !w.mark(out.Last, ',') && !w.mark(out.Last, '.') {
		return none
	}
	return out
}

// personAt gives the block of the person whose name or title begins at token i; nil if none does.
func (w *voices) personAt(i int) *name.Block {
	if i < 0 || i >= len(w.Tokens) || w.in[i] != 0 {
		return nil
	}
	if b := w.titled(i); b != nil {
		return b
	}
	if b := w.block(i); b != nil && b.Kind == name.Person && b.Tokens.First == i {
		return b
	}
	return nil
}

// roleAndName gives what somebody is, where that and the name stand behind reported words and end with the comma at i: "the line is
// shut, a spokeswoman for the railway, Petra Kofler, said". Empty if they do not.
func (r *reader) roleAndName(i, lo int) token.Range {
	none := token.Range{}
	if !r.mark(i, ',') || i-1 < lo || !r.capital(i-1) {
		return none
	}
	n := i - 1
	for n > lo && i-n < 6 && (r.capital(n-1) || r.hyphen(n-1)) && r.in[n-1] == 0 {
		n--
	}
	if !r.mark(n-1, ',') {
		return none
	}
	role := r.phraseLeft(n-1, lo)
	if empty(role) || !r.can(role.First, grammar.Det|grammar.Poss) || !r.mark(role.First-1, ',') || !r.finiteIn(lo, role.First-1) {
		return none
	}
	return role
}
