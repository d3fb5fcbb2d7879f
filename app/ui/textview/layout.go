package textview

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/story"
)

const (
	// eager is how many bytes are broken into lines at once (a few milliseconds); the rest is estimated and broken when
	// it comes into view.
	eager = 200 << 10
	// longest block; a longer paragraph is cut into several, each beginning a new line.
	longest = 16 << 10
)

// block is a paragraph: a stretch of the text without line ends.
type block struct {
	start, end int // in Text; for a head line both are -1
	head       string
	style      blockStyle
	rtl        bool    // has right-to-left letters; known once broken
	lines      []int32 // where each line begins, from start; nil when not broken yet
	height     float32 // with the gap after it
	gap        float32
}

type blockStyle uint8

const (
	styleBody blockStyle = iota
	styleHeadline
	styleSubhead
	styleSmall
	styleCount
)

// text is the words of the block.
func (b *block) text(all string) string {
	if b.start < 0 {
		return b.head
	}
	return all[b.start:b.end]
}

// lineSpan is line i of the block, relative to its start.
func (b *block) lineSpan(i, length int) (int, int) {
	from, to := int(b.lines[i]), length
	if i+1 < len(b.lines) {
		to = int(b.lines[i+1])
	}
	return from, to
}

// layout is the article as blocks with their heights.
type layout struct {
	text   string
	blocks []block
	first  int // blocks[first:] belong to Text, those before are head lines
	faces  [styleCount]*face
	width  float32
	top    float32 // above the first block
	sums   []float64
}

// split cuts head lines and text into blocks. A text with blank lines has them between paragraphs, and single line
// ends are kept as such; without blank lines every line is a paragraph.
func (l *layout) split(a Article, styleOf func(story.Span) blockStyle) {
	l.text, l.blocks, l.first = a.Text, l.blocks[:0], 0
	for i, h := range a.Head {
		style := styleSmall
		if i == 0 {
			style = styleHeadline
		}
		l.blocks = append(l.blocks, block{start: -1, end: -1, head: strings.Map(oneLine, h), style: style, gap: 1})
	}
	l.first = len(l.blocks)
	blank, pending := false, 0
	for at := 0; at < len(a.Text); {
		end := at + lineEnd(a.Text[at:])
		next := end
		if next < len(a.Text) {
			if strings.HasPrefix(a.Text[next:], "\r\n") {
				next++
			}
			next++
		}
		if strings.TrimSpace(a.Text[at:end]) == "" {
			pending++
		} else {
			if pending > 0 && len(l.blocks) > l.first {
				l.blocks[len(l.blocks)-1].gap, blank = 1, true
			}
			pending = 0
			l.add(at, end, styleOf(story.Span{Start: at, End: end}))
		}
		at = next
	}
	for i := l.first; i < len(l.blocks); i++ {
		b := &l.blocks[i]
		joined := i+1 < len(l.blocks) && l.blocks[i+1].start == b.end // a paragraph that was cut for its length
		switch {
		case joined:
			b.gap = 0
		case !blank, i+1 == len(l.blocks), b.style != styleBody, l.blocks[i+1].style != b.style:
			b.gap = 1
		}
	}
}

func oneLine(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func lineEnd(s string) int {
	n := strings.IndexByte(s, '\n')
	if n < 0 {
		n = len(s)
	}
	if r := strings.IndexByte(s[:n], '\r'); r >= 0 {
		n = r
	}
	return n
}

func (l *layout) add(at, end int, style blockStyle) {
	for end-at > longest {
		cut := at + longest
		if sp := strings.LastIndexByte(l.text[at:cut], ' '); sp > 0 {
			cut = at + sp + 1
		} else {
			for cut > at && !utf8.RuneStart(l.text[cut]) {
				cut--
			}
			if cut == at {
				cut = at + longest // not text at all
			}
		}
		l.blocks = append(l.blocks, block{start: at, end: cut, style: style})
		at = cut
	}
	l.blocks = append(l.blocks, block{start: at, end: end, style: style})
}

// reflow forgets all lines and breaks the first ones anew.
func (l *layout) reflow(width float32) {
	l.width = max(width, 20)
	budget := eager
	for i := range l.blocks {
		b := &l.blocks[i]
		b.lines = nil
		if n := len(b.text(l.text)); budget > 0 {
			l.breakLines(b)
			budget -= n
		} else {
			f := l.faces[b.style]
			per := max(1, float64(l.width/(f.advance('n')*0.92)))
			lines := math.Ceil(float64(utf8.RuneCountInString(b.text(l.text)))/per + 0.25)
			b.height = float32(lines)*f.line + l.gapOf(b)
		}
	}
	l.sums = make([]float64, len(l.blocks)+1)
	for i := range l.blocks {
		l.sums[i+1] += float64(l.blocks[i].height)
		if up := i + 1 + (i+1)&-(i+1); up < len(l.sums) {
			l.sums[up] += l.sums[i+1]
		}
	}
}

func (l *layout) gapOf(b *block) float32 {
	if b.style == styleSmall {
		return b.gap * l.faces[styleSmall].size * 0.3
	}
	return b.gap * l.faces[styleBody].size * 0.72
}

// ensure breaks block i if that was not done yet, and reports whether its height changed.
func (l *layout) ensure(i int) bool {
	b := &l.blocks[i]
	if b.lines != nil {
		return false
	}
	old := b.height
	l.breakLines(b)
	if b.height == old {
		return false
	}
	for at := i + 1; at < len(l.sums); at += at & -at {
		l.sums[at] += float64(b.height) - float64(old)
	}
	return true
}

// y is where block i begins.
func (l *layout) y(i int) float64 {
	sum := float64(l.top)
	for ; i > 0; i -= i & -i {
		sum += l.sums[i]
	}
	return sum
}

// height is that of all blocks.
func (l *layout) height() float64 { return l.y(len(l.blocks)) }

// blockAtY is the block at a height; the first or last where there is none.
func (l *layout) blockAtY(y float64) int {
	y -= float64(l.top)
	at, step := 0, 1
	for step*2 < len(l.sums) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if at+step < len(l.sums) && l.sums[at+step] <= y {
			at += step
			y -= l.sums[at]
		}
	}
	return max(0, min(at, len(l.blocks)-1))
}

// blockAt is the block that holds a byte offset of Text, or the last before it; -1 when there is none.
func (l *layout) blockAt(offset int) int {
	n := sort.Search(len(l.blocks)-l.first, func(i int) bool { return l.blocks[l.first+i].start > offset })
	if n == 0 {
		if len(l.blocks) > l.first {
			return l.first
		}
		return -1
	}
	return l.first + n - 1
}

// lineIn is the line of block i that holds offset; beyond the block, its last.
func (l *layout) lineIn(i, offset int) int {
	b := &l.blocks[i]
	rel := int32(max(0, offset-b.start))
	n := sort.Search(len(b.lines), func(k int) bool { return b.lines[k] > rel })
	return max(0, n-1)
}

// breakLines fills b.lines, b.rtl and b.height. Spaces hang over the end of a line; a word wider than the pane is cut
// between letters.
func (l *layout) breakLines(b *block) {
	f, s := l.faces[b.style], b.text(l.text)
	lines := []int32{0}
	if len(s) > 200 {
		lines = make([]int32, 1, len(s)/40+2)
	}
	var x, atBreak float32 // width of the line so far, and at the last place where it may end
	brk, start := -1, 0    // that place; where the line begins
	prev := rune(0)
	for i, r := range s {
		var a float32
		if r < 0x80 && f.low[r] > 0 {
			a = f.low[r] - 1
		} else {
			a = f.advance(r)
			b.rtl = b.rtl || r >= 0x590 && rightToLeft(r)
		}
		space := r == ' ' || r == '\t' || r >= 0x80 && breakingSpace(r)
		if !space {
			if i > start && mayBreak(prev, r) {
				brk, atBreak = i, x
			}
			for x+a > l.width && i > start && a > 0 {
				cut := brk
				if cut <= start { // no place to end it: between two letters
					cut, atBreak = i, x
				}
				lines = append(lines, int32(cut))
				x -= atBreak
				start, brk = cut, -1
			}
		}
		x += a
		if space {
			brk, atBreak = i+utf8.RuneLen(r), x
		}
		prev = r
	}
	b.lines = lines
	b.height = float32(len(lines))*f.line + l.gapOf(b)
}

func breakingSpace(r rune) bool {
	return r >= 0x2000 && r <= 0x200b && r != 0x2007 || r == 0x3000 || r == 0x1680 || r == 0x205f || r == 0x85
}

// mayBreak reports whether a line may end between two runes neither of which is a space.
func mayBreak(a, b rune) bool {
	switch a {
	case '-', 0x2010, 0x2013:
		return unicode.IsLetter(b) // "cease-fire", not "-5"
	case 0x2014, '/', 0x2026, 0x200b, 0xad:
		return unicode.IsLetter(b) || unicode.IsDigit(b)
	}
	if a < 0x2e80 || b < 0x2e80 {
		return (a >= 0x3040 || b >= 0x3040) && !closes(b) && !opens(a) && ideographic(a) && ideographic(b)
	}
	return ideographic(a) && ideographic(b) && !closes(b) && !opens(a)
}

func ideographic(r rune) bool {
	return r >= 0x2e80 && r < 0xa4d0 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe50 || r >= 0xff00 && r < 0xffa0 || r >= 0x20000 && r < 0x40000
}

func closes(r rune) bool { return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po) }
func opens(r rune) bool  { return unicode.In(r, unicode.Ps, unicode.Pi) }

func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000
}
