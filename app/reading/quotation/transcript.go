package quotation

import (
	"slices"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// label is a speaker's name and a colon at the start of a line of a transcript: "SMITH:", "Q:".
type label struct {
	name  token.Range
	colon int
	qa    byte // 'q', 'a' or 0
	mixed bool // "Berg:", in small letters but for the first: a label only where the name or role is known
}

// transcript reads what is said in turns without quotation marks: "Q: … A: …", "SMITH: … JONES: …". One label alone is
// none, and three are wanted where they are names. What other labels head, "READ MORE:", "ENERGY:", is nobody's.
func (f *finder) transcript() {
	labels, q, a := f.labels()
	known := map[uint32]bool{}
	if len(labels) >= 3 {
		known = f.names.Surnames()
		labels = slices.DeleteFunc(labels, func(l label) bool { return l.mixed && !f.knownLabel(l.name, known) })
	}
	var guest token.Range
	if q > 0 && a > 0 {
		guest = f.guest(labels[0].name.First)
	}
	speak := f.speakLabels(labels, known)
	for k, l := range labels {
		if l.qa != 0 && (q == 0 || a == 0) || l.qa == 0 && !speak[k] {
			continue
		}
		first := l.colon + 1
		end := f.turnEnd(first, labels, k)
		if first >= end {
			continue
		}
		g := given{report: -1, cue: token.Range{First: l.colon, Last: first}, p: f.w.Label, why: "quote.interview", known: true, by: l.name}
		if l.qa == 'q' {
			g.known = false
		}
		if l.qa == 'a' {
			if guest.First < guest.Last {
				g.by, g.p = guest, f.w.Guest
			} else {
				g.known = false
			}
		}
		f.quotes = append(f.quotes, draft{span: story.Span{Start: int(f.Tokens[first].Start), End: int(f.Tokens[end-1].End)}, kind: story.QuoteIndirect, given: g})
	}
}

// labels gives the labels of the text in order, and how many of them are "Q:" and "A:".
func (f *finder) labels() (labels []label, q, a int) {
	for i := range f.Tokens {
		if f.Tokens[i].Flags&token.LineStart == 0 && i != 0 || f.in[i] != 0 {
			continue
		}
		l, ok := f.labelAt(i)
		if !ok {
			continue
		}
		switch l.qa {
		case 'q':
			q++
		case 'a':
			a++
		}
		labels = append(labels, l)
	}
	return labels, q, a
}

// turnEnd gives the token where the turn of label k ends: at the next label, and for the last one with the paragraph.
func (f *finder) turnEnd(first int, labels []label, k int) int {
	if k+1 < len(labels) {
		return labels[k+1].name.First
	}
	for j := first; j < len(f.Tokens); j++ {
		if f.Tokens[j].Flags&token.ParaStart != 0 {
			return j
		}
	}
	return len(f.Tokens)
}

// speakLabels tells which labels name who speaks. The text is a transcript where three do, and most of the labels that
// could are names known from elsewhere in it, roles, given names, or come again.
func (f *finder) speakLabels(labels []label, known map[uint32]bool) []bool {
	speak := make([]bool, len(labels))
	count := map[uint32]int{}
	for _, l := range labels {
		count[f.hash(l.name.Last-1)]++
	}
	if len(labels) < 3 {
		return speak
	}
	turns, sure := 0, 0
	for k, l := range labels {
		if l.qa != 0 || !f.nameLabel(l.name, known) {
			continue
		}
		speak[k] = true
		turns++
		if count[f.hash(l.name.Last-1)] > 1 || f.knownLabel(l.name, known) {
			sure++
		}
	}
	if turns < 3 || sure*2 < turns {
		clear(speak)
	}
	return speak
}

// nameLabel reports whether every word of a label can be part of a name or a role: "READ MORE" and "KEEPING SCORE" are none.
func (f *finder) nameLabel(r token.Range, known map[uint32]bool) bool {
	if f.names.Role(r.Last - 1) {
		return true
	}
	for i := r.First; i < r.Last; i++ {
		if !f.names.Role(i) && f.class[i]&^(grammar.TimeWord|grammar.Modal) != 0 && !known[f.hash(i)] || linkLabels.Has(f.hash(i)) {
			return false
		}
	}
	return true
}

// knownLabel reports whether a label is a role, begins with a given name, or ends in the surname of somebody the text names.
func (f *finder) knownLabel(r token.Range, known map[uint32]bool) bool {
	return f.names.Role(r.Last-1) || known[f.hash(r.Last-1)] || r.Last-r.First > 1 && f.names.Given(r.First)
}

// linkAt reports whether a line that leads elsewhere begins at token i: "READ MORE: Ferry sinks", "Watch: …".
func (f *finder) linkAt(i int) bool {
	if f.Tokens[i].Flags&token.LineStart == 0 && i != 0 || f.in[i] != 0 {
		return false
	}
	j := i
	for j < len(f.Tokens) && j < i+4 && linkWords.Has(f.hash(j)) {
		j++
	}
	return j > i && f.mark(j, ':') && (f.Tokens[j-1].Has(token.Upper) || !f.can(i, grammar.Subject))
}

// linkWords make a label that leads elsewhere. Data.
var linkWords = hashes("read more watch listen related see also below video videos photo photos gallery audio here")

// linkLabels head a paragraph that leads elsewhere or sums up: nobody speaks there. Data.
var linkLabels = hashes(`read more watch listen photo photos video videos gallery related see also opinion analysis editorial column comment commentary
	update updated correction note breaking exclusive live latest explainer explained factbox timeline poll quiz map graphic
	subscribe advertisement click join follow business energy currencies markets weather sports politics world bottom line
	today tomorrow yesterday here key background context why what how when where who`)

// labelAt reads a label at token i.
func (f *finder) labelAt(i int) (label, bool) {
	if f.mark(i+1, ':') {
		switch {
		case f.Word(i) == "Q":
			return label{name: token.Range{First: i, Last: i + 1}, colon: i + 1, qa: 'q'}, true
		case f.Word(i) == "A":
			return label{name: token.Range{First: i, Last: i + 1}, colon: i + 1, qa: 'a'}, true
		}
	}
	j := i
	for j < len(f.Tokens) && j < i+5 && f.word(j) && (f.Tokens[j].Has(token.Upper) || f.Tokens[j].End-f.Tokens[j].Start <= 3 && f.capital(j) && f.Source[f.Tokens[j].End-1] == '.') {
		j++
	}
	if j > i && f.mark(j, ':') && f.Tokens[j-1].End-f.Tokens[j-1].Start > 2 {
		return label{name: token.Range{First: i, Last: j}, colon: j}, true
	}
	for j < len(f.Tokens) && j < i+4 && f.capital(j) {
		j++
	}
	if j > i && f.mark(j, ':') {
		return label{name: token.Range{First: i, Last: j}, colon: j, mixed: true}, true
	}
	return label{}, false
}

// guest gives the person that an interview before token i is with: the one named most.
func (f *finder) guest(i int) token.Range {
	best, most := -1, 0
	count := map[int]int{}
	for k := range f.names.Blocks {
		b := &f.names.Blocks[k]
		if b.Tokens.First >= i {
			break
		}
		if b.Kind != 0 || b.Entity < 0 {
			continue
		}
		count[b.Entity]++
		if count[b.Entity] > most {
			best, most = k, count[b.Entity]
		}
	}
	if best < 0 {
		return token.Range{}
	}
	return f.names.Blocks[best].Tokens
}
