package placelist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

const (
	padX    = 12 // at both sides of a row
	padY    = 5
	headTop = 12 // above a heading
	headGap = 3  // below it
	markGap = 9  // between mark and title
)

// lines are the heights of one line of each face.
type lines struct{ title, small, head float32 }

func (l *List) themeUp() {
	l.look, l.ready = l.own.themed(l), true
	l.lines = lines{size("Mg", l.look.title).Height, size("Mg", l.look.small).Height, size("Mg", l.look.head).Height}
}

// measure finds where each row stands.
func (l *List) measure() {
	if !l.ready {
		l.themeUp()
	}
	l.tops = l.tops[:0]
	y := float32(0)
	for i := range l.items {
		if l.heads(i) {
			y += l.headHeight()
		}
		l.tops = append(l.tops, y)
		y += l.height(i)
	}
	l.tops = append(l.tops, y)
}

// heads reports whether a heading stands above row i.
func (l *List) heads(i int) bool {
	s := l.items[i].Section
	return s != "" && (i == 0 || s != l.items[i-1].Section)
}

func (l *List) headHeight() float32 { return headTop + l.lines.head + headGap }

// from is the top of row i with its heading.
func (l *List) from(i int) float32 {
	if l.heads(i) {
		return l.tops[i] - l.headHeight()
	}
	return l.tops[i]
}

func (l *List) height(i int) float32 {
	h := 2*padY + l.lines.title
	if l.items[i].Detail != "" {
		h += l.lines.small
	}
	return h
}

func (l *List) total() float32 {
	if len(l.tops) < 2 {
		return 0
	}
	return l.tops[len(l.tops)-1] + padY
}

func size(s string, k face) fyne.Size {
	app := fyne.CurrentApp()
	if app == nil {
		return fyne.NewSize(float32(utf8.RuneCountInString(s))*k.size*0.55, k.size*1.3)
	}
	z, _ := app.Driver().RenderedTextSize(s, k.size, k.style, k.source)
	return z
}

// shorten cuts s to a width and marks the cut with an ellipsis; it gives the width too. Line breaks become spaces.
func shorten(s string, width float32, k face) (string, float32) {
	const most = 400 // letters: no row is wider, and no sentence need be measured whole
	s, cut := clip(s, most)
	if !cut {
		if w := size(s, k).Width; w <= width {
			return s, w
		}
	}
	if width <= 0 {
		return "", 0
	}
	runes := []rune(s)
	low, high := 0, len(runes) // low fits, high does not
	if cut {
		high++
	}
	for low+1 < high {
		mid := (low + high) / 2
		if size(string(runes[:mid])+"…", k).Width <= width {
			low = mid
		} else {
			high = mid
		}
	}
	s = strings.TrimRight(string(runes[:low]), " ,.;:-–—") + "…"
	w := size(s, k).Width
	if w > width {
		return "", 0
	}
	return s, w
}

// clip makes one line of at most n letters of s.
func clip(s string, n int) (string, bool) {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			space = b.Len() > 0
			continue
		}
		if n--; n < 0 {
			return b.String(), true
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String(), false
}
