package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"dateline/app/export"
)

// run is a stretch of a paragraph that looks the same.
type run struct {
	text string
	ink
	key int     // over 0: the number of a mark, in a disc, in place of text
	gap float64 // over 0: a line to write on, so many mm long, in place of text
	ltr bool    // it goes on from left to right, whatever stands before it
	rtl bool    // it goes from right to left, also where it begins with a number
}

// atom is what cannot be broken: letters of one look, a number in a disc, or a line to write on.
type atom struct {
	run
	w float64
}

// line is one line of a paragraph.
type line struct {
	parts []part
	high  float64 // from the line before to this one, mm
}

// part is a piece of a line with its place.
type part struct {
	atom
	x float64
}

// leading is the distance of lines as a multiple of the size of their letters.
const leading = 1.38

// lines breaks a paragraph into lines of at most w mm. It gives one at least.
func (s *sheet) lines(runs []run, w float64) []line {
	var out []line
	var now []atom // of the line, with spaces
	used, gap := 0.0, atom{}
	flush := func() {
		out = append(out, s.line(now))
		now, used = nil, 0
	}
	for _, word := range s.words(runs) {
		wide := 0.0
		for _, a := range word.atoms {
			wide += a.w
		}
		gap = word.space
		if len(now) > 0 && used+gap.w+wide > w {
			flush()
		}
		if len(now) > 0 && gap.text != "" {
			now, used = append(now, gap), used+gap.w
		}
		for _, a := range word.atoms {
			for len(now) == 0 && a.w > w && a.text != "" { // longer than a line
				var head atom
				head, a = s.cut(a, w)
				now = append(now, head)
				flush()
			}
			now, used = append(now, a), used+a.w
		}
	}
	if len(now) > 0 || len(out) == 0 {
		flush()
	}
	return out
}

// word is atoms that stay together, and the space before them.
type word struct {
	space atom
	atoms []atom
}

// words cuts runs at their spaces.
func (s *sheet) words(runs []run) []word {
	var out []word
	apart := true // the next atom begins a word
	var space ink
	add := func(a atom) {
		if apart || len(out) == 0 {
			w := word{}
			if space.size > 0 {
				w.space = s.atom(run{text: " ", ink: space})
			}
			out = append(out, w)
		}
		apart = false
		last := &out[len(out)-1]
		last.atoms = append(last.atoms, a)
	}
	for _, r := range runs {
		if r.key > 0 || r.gap > 0 {
			add(s.atom(r))
			continue
		}
		text := joined(export.Clean(r.text))
		r.rtl = s.rtl && export.FromTheRight(text)
		for len(text) > 0 {
			i := strings.IndexByte(text, ' ')
			if i == 0 {
				apart, space = true, r.ink
				text = strings.TrimLeft(text, " ")
				continue
			}
			if i < 0 {
				i = len(text)
			}
			for _, x := range s.split(text[:i], r.ink) {
				x.ltr, x.rtl, r.ltr = r.ltr, r.rtl, false
				add(s.atom(x))
			}
			text = text[i:]
		}
	}
	return out
}

// unknown stands for a letter that no face has.
const unknown = '?'

// split cuts a text where another face is needed, and counts letters that none has.
func (s *sheet) split(text string, k ink) []run {
	var out []run
	for _, r := range text {
		f := s.family(r)
		if f < 0 {
			if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
				continue // marks on letters and signs without a shape
			}
			s.lost++
			r, f = unknown, 0
		}
		k.family = f
		if n := len(out) - 1; n >= 0 && out[n].family == f {
			out[n].text += string(r)
		} else {
			out = append(out, run{text: string(r), ink: k})
		}
	}
	return out
}

// atom measures a run.
func (s *sheet) atom(r run) atom {
	switch {
	case r.key > 0:
		return atom{r, 2*discRadius(r.size) + 0.5}
	case r.gap > 0:
		return atom{r, r.gap}
	}
	return atom{r, s.width(r.text, r.ink)}
}

// discRadius is that of the disc in which a number stands beside letters of a size.
func discRadius(size float64) float64 { return size * ptMM * 0.56 }

// cut takes as much from the head of an atom as fits w; one letter at least.
func (s *sheet) cut(a atom, w float64) (head, tail atom) {
	runes := []rune(a.text)
	n := max(1, int(float64(len(runes))*w/a.w))
	for n > 1 && s.width(string(runes[:n]), a.ink) > w {
		n--
	}
	h, t := a.run, a.run
	h.text, t.text = string(runes[:n]), string(runes[n:])
	return s.atom(h), s.atom(t)
}

// line places atoms beside each other, as they are read.
func (s *sheet) line(atoms []atom) line {
	var l line
	x := 0.0
	turned := seen(atoms)
	for _, a := range turned {
		if len(turned) != len(atoms) { // cut where the direction changes
			a = s.atom(a.run)
		}
		if n := len(l.parts) - 1; n >= 0 && a.text != "" && l.parts[n].text != "" && l.parts[n].ink == a.ink {
			l.parts[n].text += a.text // one string, so that what is searched for is found
			l.parts[n].w += a.w
		} else {
			l.parts = append(l.parts, part{a, x})
		}
		x += a.w
		l.high = max(l.high, a.size*ptMM*leading)
	}
	return l
}

// draw writes a line with its baseline at y.
func (s *sheet) draw(l line, x, y float64) {
	for _, p := range l.parts {
		switch {
		case p.key > 0:
			s.disc(x+p.x, y, p.key, p.size)
		case p.gap > 0:
			s.blank(x+p.x, y+0.6, p.gap-0.6)
		case strings.TrimSpace(p.text) != "":
			s.write(x+p.x, y, p.text, p.ink)
		}
	}
}

// oneLineWide is wider than any line, in mm.
const oneLineWide = 1e4

// label writes a few words on one line, in whatever letters they need, and says how wide they are.
func (s *sheet) label(x, y float64, words string, k ink) (w float64) {
	l := s.lines([]run{{text: words, ink: k}}, oneLineWide)[0]
	for _, p := range l.parts {
		w += p.w
	}
	s.draw(l, x, y)
	return w
}

// disc draws a number as the map's marks have it; its left edge is at x.
func (s *sheet) disc(x, y float64, n int, size float64) {
	r := discRadius(size)
	text := strconv.Itoa(n)
	k := ink{size: size * [...]float64{0.74, 0.74, 0.64, 0.5}[min(3, len(text))], bold: true, grey: 255}
	cx, cy := x+r, y-size*ptMM*0.35
	s.pdf.SetFillColor(0x3A, 0x2C, 0x2A)
	s.pdf.Circle(cx, cy, r, "F")
	s.write(cx-s.width(text, k)/2, cy+k.size*ptMM*0.36, text, k)
}

// paragraph writes runs from the current height on, over the width of the page.
func (s *sheet) paragraph(runs []run, after float64) {
	for _, l := range s.lines(runs, s.w-2*side) {
		s.need(l.high)
		s.y += l.high
		s.draw(l, side, s.y-l.high*0.28)
	}
	s.y += after
}
