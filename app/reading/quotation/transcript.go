package quotation

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// label is a speaker's name and a colon at the start of a line of a transcript: "SMITH:", "Q:".
type label struct {
	name  token.Range
	colon int
	qa    byte // 'q', 'a' or 0
}

// transcript reads what is said in turns without quotation marks: "Q: … A: …", "SMITH: … JONES: …". One label alone is
// none, and three are wanted where they are names.
func (f *finder) transcript() {
	var labels []label
	q, a := 0, 0
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
	turns := len(labels) - q - a
	var guest token.Range
	if q > 0 && a > 0 {
		guest = f.guest(labels[0].name.First)
	}
	for k, l := range labels {
		if l.qa != 0 && (q == 0 || a == 0) || l.qa == 0 && turns < 3 {
			continue
		}
		end := len(f.Tokens)
		if k+1 < len(labels) {
			end = labels[k+1].name.First
		} else {
			for j := l.colon + 1; j < len(f.Tokens); j++ {
				if f.Tokens[j].Flags&token.ParaStart != 0 {
					end = j
					break
				}
			}
		}
		if l.colon+1 >= end {
			continue
		}
		g := given{report: -1, cue: token.Range{First: l.colon, Last: l.colon + 1}, p: pLabel, why: "quote.interview", known: true, by: l.name}
		if l.qa == 'q' {
			g.known = false
		}
		if l.qa == 'a' {
			if guest.First < guest.Last {
				g.by, g.p = guest, 0.7
			} else {
				g.known = false
			}
		}
		f.quotes = append(f.quotes, draft{span: story.Span{Start: int(f.Tokens[l.colon+1].Start), End: int(f.Tokens[end-1].End)}, kind: story.QuoteIndirect, given: g})
	}
}

// labelAt reads a label at token i.
func (f *finder) labelAt(i int) (label, bool) {
	if f.mark(i+1, ':') {
		switch {
		case f.Word(i) == "Q":
			return label{token.Range{First: i, Last: i + 1}, i + 1, 'q'}, true
		case f.Word(i) == "A":
			return label{token.Range{First: i, Last: i + 1}, i + 1, 'a'}, true
		}
	}
	j := i
	for j < len(f.Tokens) && j < i+5 && f.word(j) && (f.Tokens[j].Has(token.Upper) || f.Tokens[j].End-f.Tokens[j].Start <= 3 && f.capital(j) && f.Source[f.Tokens[j].End-1] == '.') {
		j++
	}
	if j > i && f.mark(j, ':') && f.Tokens[j-1].End-f.Tokens[j-1].Start > 2 {
		return label{token.Range{First: i, Last: j}, j, 0}, true
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
