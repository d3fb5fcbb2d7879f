package textview

import (
	"unicode"
	"unicode/utf8"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tabSpaces is how many spaces a tab is shown as.
const tabSpaces = 4

// face measures text in one font and size. Lines are broken by the advance of each rune, kept in a table; what is in
// view is placed by the shaped width of each word, kept by word. UI goroutine only.
type face struct {
	size   float32
	style  fyne.TextStyle
	source fyne.Resource
	height float32 // of a shaped line
	line   float32 // from one baseline to the next
	space  float32

	low   [0x250]float32 // advance + 1, so that 0 is "not measured"
	runes map[rune]float32
	words map[string]float32
}

func newFace(size float32, bold bool, source fyne.Resource, leading float32) *face {
	f := &face{size: size, style: fyne.TextStyle{Bold: bold}, source: source,
		runes: map[rune]float32{}, words: map[string]float32{}}
	w, h := f.measure(" ")
	f.space, f.height = w, h
	f.line = max(h, float32(int(size*leading+0.5)))
	return f
}

// kit is the face without its tables.
func (f *face) kit() kit.Face { return kit.Face{Source: f.source, Style: f.style, Size: f.size} }

func (f *face) measure(s string) (w, h float32) {
	size := f.kit().Measure(s)
	return size.Width, size.Height
}

// advance is the width of a rune by itself. What cannot be seen has none.
func (f *face) advance(r rune) float32 {
	if r < rune(len(f.low)) {
		if a := f.low[r]; a > 0 {
			return a - 1
		}
		a := f.measureRune(r)
		f.low[r] = a + 1
		return a
	}
	a, ok := f.runes[r]
	if !ok {
		a = f.measureRune(r)
		f.runes[r] = a
	}
	return a
}

func (f *face) measureRune(r rune) float32 {
	switch {
	case r == '\t':
		return tabSpaces * f.space
	case invisible(r), unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	w, _ := f.measure(string(r))
	return w
}

// invisible reports runes that are not drawn at all.
func invisible(r rune) bool {
	return r < 0x20 && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xad || r >= 0x200b && r <= 0x200f ||
		r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 || r == 0xfeff
}

// width is the shaped width of a word or part of one.
func (f *face) width(s string) float32 {
	if s == "" {
		return 0
	}
	if len(s) == 1 {
		return f.advance(rune(s[0]))
	}
	if w, ok := f.words[s]; ok {
		return w
	}
	if len(f.words) > 50000 {
		clear(f.words)
	}
	w, _ := f.measure(drawn(s))
	f.words[s] = w
	return w
}

// drawn is s as it is put on the canvas: tabs as spaces, invisible runes left out (joiners of letters stay).
func drawn(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c >= 0x7f {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for i, r := range s {
		switch {
		case r == '\t':
			out = append(out, "    "...)
		case r == 0x200c || r == 0x200d: // joiners shape the letters beside them
			out = utf8.AppendRune(out, r)
		case invisible(r):
		case r == utf8.RuneError:
			out = append(out, "\uFFFD"...)
		default:
			out = append(out, s[i:i+utf8.RuneLen(r)]...)
		}
	}
	return string(out)
}

// paint makes a canvas.Text show s.
func (f *face) paint(t *canvas.Text, s string) {
	f.kit().Write(t, drawn(s), t.Color)
}
