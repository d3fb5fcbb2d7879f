package quotation

import (
	"unicode/utf8"

	"dateline/app/reading/token"
)

// stretch is one run of text in quotation marks, within one paragraph. Open and Close are its first token and the one
// after its last; the marks are among them, the closing one only if it is there.
type stretch struct {
	Open, Close int
	closed      bool
	continues   bool // the paragraph before left its quotation open and this one reopens it
	reopens     bool // left open here and reopened in the next paragraph
}

type glyph uint8

const (
	noMark     glyph = iota
	opening          // “ „ ``
	closing          // ”
	straight         // "
	angleOpen        // « ‹
	angleClose       // » ›
	cornerOpen       // 「 『
	cornerClose
	graveOpen  // ``
	graveClose // '', after ``
	singleOpen // ‘ ‚
	single     // ’ '
)

func glyphOf(t *token.Text, i int) glyph {
	k := t.Tokens[i]
	if k.Kind != token.Quote && k.Kind != token.Clitic {
		return noMark
	}
	if k.Kind == token.Clitic {
		if k.End-k.Start <= 3 {
			if w := t.Word(i); w == "'" || w == "’" {
				return single
			}
		}
		return noMark
	}
	w := t.Source[k.Start:k.End]
	if w == "``" {
		return graveOpen
	}
	if w == "''" {
		return graveClose
	}
	r, n := utf8.DecodeRuneInString(w)
	if n != len(w) {
		return noMark
	}
	switch r {
	case '“', '„', '‟':
		return opening
	case '”':
		return closing
	case '"', '″':
		return straight
	case '«', '‹':
		return angleOpen
	case '»', '›':
		return angleClose
	case '「', '『':
		return cornerOpen
	case '」', '』':
		return cornerClose
	case '‘', '‚', '‛':
		return singleOpen
	case '’', '\'', 'ʼ':
		return single
	}
	return noMark
}

// pairs finds the stretches in quotation marks, paragraph by paragraph: in order, not overlapping, outermost only.
func pairs(t *token.Text) []stretch {
	var out []stretch
	for p := range t.Paragraphs {
		out = pairParagraph(t, t.Paragraphs[p], out)
	}
	if len(out) == 0 && !doubled(t) {
		for p := range t.Paragraphs {
			out = pairSingles(t, t.Paragraphs[p], out)
		}
	}
	link(t, out)
	return out
}

// doubled reports whether the text writes its quotation marks as two apostrophes; single ones are then nested ones.
func doubled(t *token.Text) bool {
	n := 0
	for i := range t.Tokens {
		if k := t.Tokens[i]; k.Kind == token.Quote && k.End-k.Start == 2 && t.Source[k.Start] == '\'' {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// link joins what was left open at the end of a paragraph to the mark that reopens it at the start of the next.
func link(t *token.Text, all []stretch) {
	p := 0
	for i := 0; i+1 < len(all); i++ {
		if all[i].closed {
			continue
		}
		for p < len(t.Paragraphs) && t.Paragraphs[p].Last < all[i].Close {
			p++
		}
		if p+1 < len(t.Paragraphs) && all[i+1].Open == t.Paragraphs[p+1].First {
			all[i].reopens = true
			all[i+1].continues = true
		}
	}
}

// spacedLeft reports whether white space, a bracket, a dash or an opening mark stands before token i.
func spacedLeft(t *token.Text, i, first int) bool {
	if i == first || t.Tokens[i].Flags&(token.Spaced|token.LineStart) != 0 {
		return true
	}
	switch t.Source[t.Tokens[i-1].Start] {
	case '(', '[', '-', '{', '=', '>', '/':
		return true
	}
	switch g := glyphOf(t, i-1); g {
	case opening, singleOpen, angleOpen, cornerOpen:
		return true
	}
	if t.Tokens[i-1].Kind == token.Punct {
		switch w := t.Word(i - 1); w {
		case "—", "–", "―", ":":
			return true
		}
	}
	return false
}

// spacedRight reports whether the token after i stands apart from it, or is a mark that closes.
func spacedRight(t *token.Text, i, last int) bool {
	if i+1 >= last || t.Tokens[i+1].Flags&(token.Spaced|token.LineStart) != 0 {
		return true
	}
	k := t.Tokens[i+1]
	if k.Kind == token.Punct {
		switch t.Source[k.Start] {
		case ',', '.', ';', ':', '?', '!', ')', ']', '-':
			return true
		}
		switch t.Word(i + 1) {
		case "—", "–", "…":
			return true
		}
	}
	return k.Kind == token.Symbol || k.Kind == token.Clitic
}

// balance counts the marks of a paragraph, to tell nested marks from forgotten ones.
func balance(t *token.Text, r token.Range) (nestCurly, nestStraight bool) {
	open, closed := 0, 0
	depth := 0
	nestStraight = true
	for i := r.First; i < r.Last; i++ {
		switch glyphOf(t, i) {
		case opening:
			open++
		case closing:
			closed++
		case straight:
			if inches(t, i) && depth == 0 {
				continue
			}
			if spacedLeft(t, i, r.First) && !spacedRight(t, i, r.Last) {
				depth++
			} else {
				depth--
			}
			if depth < 0 || depth > 2 {
				nestStraight = false
			}
		}
	}
	return open == closed, nestStraight && depth == 0
}

// inches reports whether a straight mark stands right after a number: 6'3" tall.
func inches(t *token.Text, i int) bool {
	return i > 0 && t.Tokens[i].Flags&token.Spaced == 0 && t.Tokens[i-1].Kind == token.Number
}

// feet reports whether a straight mark ends a height inside other words: “He is 6'3" tall”.
func feet(t *token.Text, i int) bool {
	return inches(t, i) && i > 2 && glyphOf(t, i-2) == single && t.Tokens[i-3].Kind == token.Number && i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == token.Word
}

// beforeFrame cuts "“We will stay, Ann said." before what tells who spoke: the closing mark was forgotten.
func beforeFrame(t *token.Text, open, end int) int {
	for i := end - 1; i > open+1 && i > end-9; i-- {
		if !spoke.Has(t.Tokens[i].Hash) || t.Tokens[i].Kind != token.Word {
			continue
		}
		for k := i - 1; k > open+1 && k > i-6; k-- {
			if w := t.Tokens[k]; w.Kind == token.Punct && t.Source[w.Start] == ',' {
				return k + 1
			}
		}
		return end
	}
	return end
}

var spoke = hashes("said says added asked told wrote replied")

// pairing is the search for pairs of marks in one paragraph.
type pairing struct {
	t                       *token.Text
	r                       token.Range
	nestCurly, nestStraight bool  // see balance
	open                    int   // the mark that is open; -1 for none
	family                  glyph // its kind
	inner                   int   // how many marks are open inside it
	out                     []stretch
}

// pairParagraph pairs the double marks of a paragraph and adds what stands in them to out.
func pairParagraph(t *token.Text, r token.Range, out []stretch) []stretch {
	p := pairing{t: t, r: r, open: -1, out: out}
	p.nestCurly, p.nestStraight = balance(t, r)
	for i := r.First; i < r.Last; i++ {
		g := glyphOf(t, i)
		switch {
		case g == noMark || g >= singleOpen || g == graveClose && (p.open < 0 || p.family != graveOpen):
		case p.open < 0:
			p.opens(i, g)
		default:
			p.goesOn(i, g)
		}
	}
	if p.open >= 0 {
		p.shut(r.Last, false)
	}
	return p.out
}

// shut ends the open stretch at token i, with its mark if it is closed.
func (p *pairing) shut(i int, closed bool) {
	end := i
	if closed {
		end = i + 1
	}
	if end-p.open > 2 || end-p.open == 2 && !closed {
		if !closed {
			end = beforeFrame(p.t, p.open, end)
		}
		p.out = append(p.out, stretch{Open: p.open, Close: end, closed: closed})
	}
	p.open, p.inner = -1, 0
}

// opens begins a stretch at mark i, if it can be an opening one.
func (p *pairing) opens(i int, g glyph) {
	left, right := spacedLeft(p.t, i, p.r.First), spacedRight(p.t, i, p.r.Last)
	ok := false
	switch g {
	case opening, cornerOpen, graveOpen:
		ok = left || !right // else a closing mark typed as an opening one, of nothing
	case angleOpen:
		ok = true
	case angleClose: // »We go«; a mark that stands alone parts the links of a trail: Home › World
		ok = !right
	case straight: // said,"We
		ok = !inches(p.t, i) && (left || !right && p.t.Tokens[i-1].Kind == token.Punct)
	case closing:
		ok = left && !right
	}
	if ok {
		p.open, p.family, p.inner = i, g, 0
	}
}

// goesOn takes mark i into account while a stretch is open: it closes it, or belongs to what is inside.
func (p *pairing) goesOn(i int, g glyph) {
	left := spacedLeft(p.t, i, p.r.First)
	switch p.family {
	case straight:
		p.inStraight(i, g)
	case opening:
		p.inCurly(i, g)
	case graveOpen:
		if g == graveClose || g == straight && !left || g == closing {
			p.shut(i, true)
		}
	case closing: // ”We go” in the Swedish manner, or a slip
		if g == closing || g == straight && !left || g == opening && !left {
			p.shut(i, true)
		}
	case angleOpen:
		p.nested(i, g, angleOpen, angleClose)
	case angleClose:
		if g == angleOpen {
			p.shut(i, true)
		}
	case cornerOpen:
		p.nested(i, g, cornerOpen, cornerClose)
	}
}

// nested counts marks that differ by side, and closes the stretch at the one that fits.
func (p *pairing) nested(i int, g, begin, end glyph) {
	switch {
	case g == begin:
		p.inner++
	case g == end && p.inner > 0:
		p.inner--
	case g == end:
		p.shut(i, true)
	}
}

// inStraight is goesOn between straight marks, which look alike on both sides.
func (p *pairing) inStraight(i int, g glyph) {
	left, right := spacedLeft(p.t, i, p.r.First), spacedRight(p.t, i, p.r.Last)
	switch {
	case g == opening:
		p.inner++
	case g == closing && p.inner > 0:
		p.inner--
	case g == closing && right:
		p.shut(i, true)
	case g == straight && left && !right && p.nestStraight:
		p.inner += 2
	case g == straight && feet(p.t, i):
	case g == straight && p.inner >= 2 && p.nestStraight:
		p.inner -= 2
	case g == straight && left && !right && i > p.open+1 && endsSentence(p.t, i-1):
		p.shut(i, false) // forgotten closing mark: "We go, he said. "We stay."
		p.open, p.family = i, g
	case g == straight:
		p.shut(i, true)
	}
}

// inCurly is goesOn between curly marks.
func (p *pairing) inCurly(i int, g glyph) {
	left, right := spacedLeft(p.t, i, p.r.First), spacedRight(p.t, i, p.r.Last)
	switch {
	case g == closing && p.inner > 0:
		p.inner--
	case g == closing:
		p.shut(i, true)
	case g == opening && !left && right:
		p.shut(i, true)
	case g == opening && p.nestCurly:
		p.inner++
	case g == opening && endsSentence(p.t, i-1):
		p.shut(i, false)
		p.open, p.family = i, g
	case g == opening:
		p.inner++
	case g == straight && !left && p.inner == 0:
		p.shut(i, true)
	}
}

// endsSentence reports whether token i is a full stop, a question mark or an exclamation mark, or a mark after one.
func endsSentence(t *token.Text, i int) bool {
	if i < 0 || t.Tokens[i].Kind != token.Punct {
		return false
	}
	switch t.Source[t.Tokens[i].Start] {
	case '.', '?', '!':
		return true
	}
	return t.Word(i) == "…"
}

// pairSingles pairs single marks, in documents that use no others: an apostrophe inside or at the end of a word is none.
func pairSingles(t *token.Text, r token.Range, out []stretch) []stretch {
	open := -1
	for i := r.First; i < r.Last; i++ {
		g := glyphOf(t, i)
		if g != single && g != singleOpen {
			continue
		}
		left, right := spacedLeft(t, i, r.First), spacedRight(t, i, r.Last)
		switch {
		case open < 0 && left && !right && (i+1 < r.Last && (t.Tokens[i+1].Kind == token.Word || t.Tokens[i+1].Kind == token.Number)):
			open = i
		case open >= 0 && g == single && !left && right && i > open+1:
			if t.Tokens[i].Kind == token.Clitic && closesLater(t, i, r.Last) {
				continue
			}
			out = append(out, stretch{Open: open, Close: i + 1, closed: true})
			open = -1
		case open >= 0 && g == singleOpen && left && !right:
			open = i // the one before was an apostrophe: ‘tis
		}
	}
	return out
}

// closesLater looks a little way on for a mark that closes better than a plural's apostrophe.
func closesLater(t *token.Text, i, last int) bool {
	for j := i + 1; j < last && j < i+60; j++ {
		if glyphOf(t, j) == single && t.Tokens[j].Kind == token.Quote && t.Tokens[j-1].Kind == token.Punct {
			return true
		}
		if g := glyphOf(t, j); (g == single || g == singleOpen) && t.Tokens[j].Flags&token.Spaced != 0 {
			return false
		}
	}
	return false
}
