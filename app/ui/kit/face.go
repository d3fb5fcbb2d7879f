package kit

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Face is a font at a size. A nil Source is the theme's font in the given style.
type Face struct {
	Source fyne.Resource
	Style  fyne.TextStyle
	Size   float32
}

// At is the face at another size.
func (f Face) At(size float32) Face {
	f.Size = size
	return f
}

// Measure is the room that s takes in one line. Without an app it is an estimate.
func (f Face) Measure(s string) fyne.Size {
	app := fyne.CurrentApp()
	if app == nil {
		return fyne.NewSize(float32(utf8.RuneCountInString(s))*f.Size*0.55, f.Size*1.36)
	}
	size, _ := app.Driver().RenderedTextSize(s, f.Size, f.Style, f.Source)
	return size
}

// Line is the height of a line.
func (f Face) Line() float32 { return f.Measure("Mg").Height }

// Write makes t show s, one line, in this face and colour. It does not refresh it.
func (f Face) Write(t *canvas.Text, s string, ink color.Color) {
	t.Text, t.Color, t.TextSize, t.TextStyle, t.FontSource = Visual(s), ink, f.Size, f.Style, f.Source
}

// longestLine is how many letters of a line are looked at: no row is wider, and no sentence need be measured whole.
const longestLine = 400

// Shorten cuts s to a width and marks the cut with an ellipsis; it gives the width too. Line breaks become spaces. Where
// not even the ellipsis has room it is "".
func (f Face) Shorten(s string, width float32) (string, float32) {
	s, cut := oneLine(s, longestLine)
	if !cut {
		if w := f.Measure(s).Width; w <= width {
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
		if f.Measure(string(runes[:mid])+"…").Width <= width {
			low = mid
		} else {
			high = mid
		}
	}
	s = strings.TrimRight(string(runes[:low]), " ,.;:·-–—…") + "…"
	w := f.Measure(s).Width
	if w > width {
		return "", 0
	}
	return s, w
}

// GoesOn marks a line behind which others were left out: with an ellipsis, within the width.
func (f Face) GoesOn(line string, width float32) string {
	line, _ = f.Shorten(strings.TrimRight(line, " ,.;:·-–—…")+"…", width)
	return line
}

// oneLine makes one line of at most n letters of s and reports whether some were left out. Line breaks and other blanks
// become one space each; bytes that are no letter become the sign for that.
func oneLine(s string, n int) (string, bool) {
	var b strings.Builder
	blank := false // the last letter was one that became a space
	for _, r := range s {
		if r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) {
			if blank || b.Len() == 0 {
				continue
			}
			blank, r = true, ' '
		} else {
			blank = false
		}
		if n--; n < 0 {
			return b.String(), true
		}
		b.WriteRune(r)
	}
	return b.String(), false
}

// Wrap breaks words into lines of at most a width, and not at a space that holds words together ("17 000"), unless these
// are wider together; a single word that is wider is broken.
func (f Face) Wrap(s string, width float32) []string {
	wide := func(s string) float32 { return f.Measure(s).Width }
	var out []string
	line := ""
	for _, w := range f.fields(s, width) {
		try := w
		if line != "" {
			try = line + " " + w
		}
		if line != "" && wide(try) > width {
			out = append(out, line)
			try = w
		}
		for r := []rune(try); try == w && len(r) > 8 && wide(try) > width; r = []rune(try) {
			n := max(4, int(float32(len(r))*width/wide(try))-1)
			for n > 4 && wide(string(r[:n])) > width { // its letters are wider than those after them
				n--
			}
			out = append(out, string(r[:n]))
			try, w = string(r[n:]), string(r[n:])
		}
		line = try
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// fields gives the words of s; those that a space without a break holds together are one, where they fit into a width.
func (f Face) fields(s string, width float32) []string {
	if !strings.ContainsAny(s, holding) {
		return strings.Fields(s)
	}
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && !strings.ContainsRune(holding, r) }) {
		if w = strings.Trim(w, holding); f.Measure(w).Width <= width && w != "" {
			out = append(out, w)
		} else {
			out = append(out, strings.Fields(w)...)
		}
	}
	return out
}

// holding is the spaces at which no line ends.
const holding = "\u00a0\u2007\u202f"
