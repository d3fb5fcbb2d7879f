package quotelist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/ui/kit"
)

// layout is where everything of a card stands, for one width.
type layout struct {
	height float32
	pieces []piece
	chips  []chip
}

// piece is a stretch of text on one line.
type piece struct {
	text string
	part part
	x, y float32
	w, h float32
}

// chip is a rounded label.
type chip struct {
	text       string
	part       part
	x, y, w, h float32
}

// part says what a text is of; it decides face and colour.
type part uint8

const (
	partWords part = iota
	partSpeaker
	partRole
	partWhen
	partRing
	partPlace
	partSource
)

const (
	edge   = 4  // width of the coloured edge
	padX   = 13 // inside a card
	padY   = 9
	gap    = 8 // between cards
	radius = 8
)

func (k *look) face(p part) kit.Face {
	switch p {
	case partWords:
		return k.words
	case partSpeaker:
		return k.bold
	case partRole:
		return k.plain
	}
	return k.small
}

// faces measures text. Widths of single letters are measured once for each face: lines need not be broken better than
// that, and a list of 500 quotes is laid out in the time that Fyne takes to measure a few.
type faces map[kit.Face]*advances

type advances struct {
	ascii  [128]float32 // -1 is not measured yet
	other  map[rune]float32
	height float32
	frame  float32 // width of the two letters that a letter is measured between
}

func (f faces) of(k kit.Face) *advances {
	a := f[k]
	if a == nil {
		a = &advances{other: map[rune]float32{}, height: k.Line(), frame: k.Measure("nn").Width}
		for r := range a.ascii {
			a.ascii[r] = -1
		}
		f[k] = a
	}
	return a
}

// measure is the width of a letter among others of its kind.
func (a *advances) measure(r rune, k kit.Face) float32 {
	return max((k.Measure("n"+strings.Repeat(string(r), 8)+"n").Width-a.frame)/8, 0)
}

func (a *advances) width(s string, k kit.Face) float32 {
	w := float32(0)
	for _, r := range s {
		w += a.letter(r, k)
	}
	return w
}

func (a *advances) letter(r rune, k kit.Face) float32 {
	if r < 128 {
		if a.ascii[r] < 0 {
			a.ascii[r] = a.measure(r, k)
		}
		return a.ascii[r]
	}
	w, ok := a.other[r]
	if !ok {
		w = a.measure(r, k)
		a.other[r] = w
	}
	return w
}

// flow breaks runs of text into lines no wider than width and gives the y below the last one. Runs follow each other on
// a line. A word wider than a line is broken.
type flow struct {
	l     *List
	out   *layout
	draw  bool // pieces are wanted, not only the height
	left  float32
	width float32
	x, y  float32 // relative to left
	tall  float32 // of the current line
}

func (f *flow) add(text string, p part) {
	k := f.l.look.face(p)
	a := f.l.faces.of(k)
	space := a.letter(' ', k)
	start, startX := -1, float32(0) // of the piece being gathered, in text
	end := 0
	put := func() {
		if f.draw && start >= 0 && end > start {
			f.out.pieces = append(f.out.pieces, piece{text[start:end], p, f.left + startX, f.y, f.x - startX, a.height})
		}
		start = -1
	}
	for i := 0; i < len(text); {
		if r, n := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i
		w := float32(0)
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if unicode.IsSpace(r) {
				break
			}
			lw := a.letter(r, k)
			if w+lw > f.width && j > i {
				break // a word wider than the line
			}
			w, j = w+lw, j+n
		}
		lead := space
		if f.x == 0 {
			lead = 0
		}
		if f.x > 0 && f.x+lead+w > f.width {
			put()
			f.newline()
			lead = 0
		}
		if start < 0 {
			start, startX = i, f.x+lead
		}
		f.x += lead + w
		f.tall = max(f.tall, a.height)
		i, end = j, j
		if i < len(text) {
			if r, _ := utf8.DecodeRuneInString(text[i:]); !unicode.IsSpace(r) { // the rest of a broken word
				put()
				f.newline()
			}
		}
	}
	put()
}

func (f *flow) newline() {
	f.y += f.tall
	f.x, f.tall = 0, 0
}

// layOut computes a card for the list's width; without draw only its height.
func (l *List) layOut(c Text, draw bool) layout {
	var out layout
	inner := max(l.width-2*gap-edge-2*padX, 40)
	f := flow{l: l, out: &out, draw: draw, left: edge + padX, width: inner, y: padY}
	if c.Words != "" {
		f.add(c.Words, partWords)
		f.newline()
		f.y += 4
	}
	if c.Speaker != "" || c.Role != "" {
		f.add(c.Speaker, partSpeaker)
		f.add(c.Role, partRole)
		f.newline()
		f.y += 3
	}
	l.addChips(&f, c)
	if c.Source != "" {
		k := l.look.small
		high := l.faces.of(k).height
		if draw {
			out.pieces = append(out.pieces, piece{l.shorten(c.Source, inner, k), partSource, f.left, f.y, inner, high})
		}
		f.y += high
	}
	out.height = f.y + padY
	return out
}

func (l *List) addChips(f *flow, c Text) {
	k := l.look.small
	a := l.faces.of(k)
	h := a.height + 3
	x := float32(0)
	any := false
	add := func(text string, p part) {
		if text == "" {
			return
		}
		text = l.shorten(text, f.width-16, k)
		w := min(a.width(text, k)+16, f.width)
		if x > 0 && x+w > f.width {
			x = 0
			f.y += h + 3
		}
		if f.draw {
			f.out.chips = append(f.out.chips, chip{text, p, f.left + x, f.y, w, h})
		}
		x += w + 5
		any = true
	}
	add(c.When, partWhen)
	if c.WhereRing {
		add(c.Where, partRing)
	} else {
		add(c.Where, partPlace)
	}
	if any {
		f.y += h + 3
	}
}

// shorten cuts s to a width and marks the cut with an ellipsis.
func (l *List) shorten(s string, width float32, k kit.Face) string {
	a := l.faces.of(k)
	if a.width(s, k) <= width {
		return s
	}
	w := a.width("…", k)
	for i, r := range s {
		if w += a.letter(r, k); w > width {
			return strings.TrimRight(s[:i], " ,.;:-–—") + "…"
		}
	}
	return s
}
