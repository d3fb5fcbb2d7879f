package textview

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"dateline/app/story"
)

// piece is a stretch of a line that becomes one canvas.Text: of one direction and one colour.
type piece struct {
	start, end int // relative to the block
	x, width   float32
	rtl        bool
	dim        bool
	stops      []stop // of left-to-right pieces: where each word and each run of spaces begins
}

type stop struct {
	at int
	x  float32
}

// shaper places the words of a block on its lines.
type shaper struct {
	f     *face
	s     string       // the block
	width float32      // of a line
	dims  []story.Span // dimmed stretches, relative to the block and sorted
}

// line places the words start..end, and gives the pieces from left to right. mixed is for a block with right-to-left
// letters.
func (h *shaper) line(start, end int, mixed bool) []piece {
	for end > start { // spaces hang
		r, n := utf8.DecodeLastRuneInString(h.s[start:end])
		if !unicode.IsSpace(r) || r == 0xa0 {
			break
		}
		end -= n
	}
	if start >= end {
		return nil
	}
	if mixed {
		return h.mixed(start, end)
	}
	var out []piece
	x := float32(0)
	eachDim(start, end, h.dims, func(a, b int, dim bool) {
		p := piece{start: a, end: b, x: x, dim: dim}
		p.place(h.f, h.s)
		x += p.width
		out = append(out, p)
	})
	return out
}

// eachDim cuts start..end at the borders of dims.
func eachDim(start, end int, dims []story.Span, do func(a, b int, dim bool)) {
	for _, d := range dims {
		if d.End <= start || d.Start >= end {
			continue
		}
		if d.Start > start {
			do(start, d.Start, false)
		}
		do(max(start, d.Start), min(end, d.End), true)
		start = min(end, d.End)
	}
	if start < end {
		do(start, end, false)
	}
}

// place fills stops and width.
func (p *piece) place(f *face, s string) {
	x, at := float32(0), p.start
	for at < p.end {
		n := wordEnd(s[at:p.end])
		p.stops = append(p.stops, stop{at, x})
		x += f.width(s[at : at+n])
		at += n
	}
	p.width = x
}

// wordEnd is the length of the word that s begins with, or of one space.
func wordEnd(s string) int {
	i := strings.IndexAny(s, " \t")
	switch {
	case i < 0:
		return len(s)
	case i == 0:
		return 1
	}
	return i
}

// xAt is where the byte at offset at (relative to the block) begins, going right, or ends, going left.
func (p *piece) xAt(f *face, s string, at int) float32 {
	at = max(p.start, min(p.end, at))
	if p.rtl {
		return p.x + p.width - f.width(s[p.start:at])
	}
	i := sort.Search(len(p.stops), func(k int) bool { return p.stops[k].at > at }) - 1
	if i < 0 {
		return p.x
	}
	st := p.stops[i]
	if at == p.end {
		return p.x + p.width
	}
	if r, n := utf8.DecodeRuneInString(s[at:]); at > st.at && unicode.IsPunct(r) && at+n <= p.end {
		// A full stop is drawn closer to the letter before it than the letter is wide.
		return p.x + st.x + f.width(s[st.at:at+n]) - f.width(s[at:at+n])
	}
	return p.x + st.x + f.width(s[st.at:at])
}

// offsetAt is the byte of the character at x: the one that covers it, or with nearest the border next to it.
func (p *piece) offsetAt(f *face, s string, x float32, nearest bool) int {
	at, end := p.start, p.end
	if !p.rtl {
		i := sort.Search(len(p.stops), func(k int) bool { return p.x+p.stops[k].x > x }) - 1
		i = max(0, i)
		at = p.stops[i].at
		if i+1 < len(p.stops) {
			end = p.stops[i+1].at
		}
	}
	for at < end {
		next := at + clusterLen(s[at:end])
		a, b := p.xAt(f, s, at), p.xAt(f, s, next)
		edge := b
		if nearest {
			edge = (a + b) / 2
		}
		if p.rtl && x >= edge || !p.rtl && x < edge {
			return at
		}
		at = next
	}
	if nearest || at == p.start {
		return at
	}
	_, n := utf8.DecodeLastRuneInString(s[p.start:at])
	return at - n
}

// clusterLen is the length of the first rune of s with the marks that stand on it.
func clusterLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, m := utf8.DecodeRuneInString(s[n:])
		if !unicode.In(r, unicode.Mn, unicode.Me) && r != 0x200d {
			break
		}
		n += m
	}
	return n
}

// run is a stretch of a line in one direction.
type run struct {
	pieces []piece // from left to right
	right  bool    // it belongs to right-to-left text
}

// mixed orders a line with right-to-left letters. Fyne lays the runs of a string from left to right, so each word of a
// right-to-left run becomes a piece of its own.
func (h *shaper) mixed(start, end int) []piece {
	base := baseDirection(h.s)
	lead := leftMark // an unseen letter: the package goes by the first one of the line
	if base == bidi.RightToLeft {
		lead = rightMark
	}
	var para bidi.Paragraph
	if _, err := para.SetString(lead + h.s[start:end]); err != nil {
		return h.line(start, end, false)
	}
	order, err := para.Order()
	if err != nil {
		return h.line(start, end, false)
	}
	var runs []run // in logical order
	from := start - len(lead)
	for i := 0; i < order.NumRuns(); i++ {
		words := order.Run(i)
		text := words.String()
		to := min(end, from+len(text))
		rtl := words.Direction() == bidi.RightToLeft
		if to > start {
			runs = append(runs, run{h.pieces(max(from, start), to, rtl), rtl || between(text, i, order)})
		}
		from = to
	}
	out := leftToRight(runs, base)
	x := float32(0)
	for i := range out {
		out[i].x = x
		x += out[i].width
	}
	if base == bidi.RightToLeft && x < h.width {
		for i := range out {
			out[i].x += h.width - x
		}
	}
	return out
}

// pieces are those of one run, from left to right.
func (h *shaper) pieces(from, to int, rtl bool) []piece {
	var out []piece
	eachDim(from, to, h.dims, func(a, b int, dim bool) {
		if !rtl {
			p := piece{start: a, end: b, dim: dim}
			p.place(h.f, h.s)
			out = append(out, p)
			return
		}
		for a < b {
			n := rtlWord(h.s[a:b])
			p := piece{start: a, end: a + n, dim: dim, rtl: true}
			p.width = h.f.width(h.s[a : a+n])
			out = append([]piece{p}, out...)
			a += n
		}
	})
	return out
}

// leftToRight gives the pieces of all runs as they stand: in a right-to-left block the runs go back to front, in another
// those of each right-to-left stretch do.
func leftToRight(runs []run, base bidi.Direction) []piece {
	var out []piece
	for i := 0; i < len(runs); {
		k := i + 1
		if base == bidi.RightToLeft {
			k = len(runs)
		} else if runs[i].right {
			for k < len(runs) && runs[k].right {
				k++
			}
		}
		for j := k - 1; j >= i; j-- {
			out = append(out, runs[j].pieces...)
		}
		i = k
	}
	return out
}

// between reports a run of digits between two right-to-left runs: it belongs to them.
func between(text string, i int, order bidi.Ordering) bool {
	if i == 0 || i+1 >= order.NumRuns() || strings.IndexFunc(text, unicode.IsLetter) >= 0 {
		return false
	}
	before, after := order.Run(i-1), order.Run(i+1)
	return before.Direction() == bidi.RightToLeft && after.Direction() == bidi.RightToLeft
}

// rtlWord is the length of the word that s begins with, or of one other rune.
func rtlWord(s string) int {
	n := 0
	for n < len(s) {
		r, m := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !unicode.In(r, unicode.Mn) && r != 0x200c && r != 0x200d {
			if n == 0 {
				return m
			}
			break
		}
		n += m
	}
	return n
}

// Marks without width that are letters of a direction.
const (
	leftMark  = "\u200e"
	rightMark = "\u200f"
)

// baseBytes is how much of a paragraph is looked at for its direction.
const baseBytes = 4096

// baseDirection is that of most letters of a paragraph: an English one that begins with Arabic words stays English.
func baseDirection(s string) bidi.Direction {
	left, right := 0, 0
	for i, r := range s {
		if i > baseBytes {
			break
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			left++
		case bidi.R, bidi.AL:
			right++
		}
	}
	if right > left {
		return bidi.RightToLeft
	}
	return bidi.LeftToRight
}

// shown is the words of a piece as they are drawn.
func (p *piece) shown(s string) string {
	w := s[p.start:p.end]
	if !p.rtl {
		return w
	}
	if r, n := utf8.DecodeRuneInString(w); n == len(w) {
		if c, _ := bidi.LookupRune(r); c.IsBracket() {
			return bidi.ReverseString(w) // the mirrored bracket
		}
	}
	return w
}

// extent is where start..end stands on the line: stretches from left to right, those that touch joined.
func extent(f *face, s string, pieces []piece, start, end int) [][2]float32 {
	var out [][2]float32
	for i := range pieces {
		p := &pieces[i]
		a, b := max(start, p.start), min(end, p.end)
		if a >= b {
			continue
		}
		x0, x1 := p.xAt(f, s, a), p.xAt(f, s, b)
		if x1 < x0 {
			x0, x1 = x1, x0
		}
		if n := len(out); n > 0 && x0-out[n-1][1] < 0.51 {
			out[n-1][1] = x1
			continue
		}
		out = append(out, [2]float32{x0, x1})
	}
	return out
}
