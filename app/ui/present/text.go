package present

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/ui/kit"
)

// widths remembers how wide words are in a face at its size: widths are not quite in proportion to that. It holds no text but the words.
type widths map[kit.Face]map[string]float32

const longest = 6000 // bytes of a text that are looked at: more than anybody shows a class on one slide

func (w widths) of(s string, k kit.Face, size float32) float32 {
	k = k.At(size)
	m := w[k]
	if m == nil && len(w) > 40 {
		clear(w) // sizes that were tried for other slides
	}
	if m == nil || len(m) > 500 {
		m = map[string]float32{}
		w[k] = m
	}
	v, ok := m[s]
	if !ok {
		v = k.Measure(s).Width
		m[strings.Clone(s)] = v // a part of it would hold the whole article
	}
	return v
}

// span is a text in one face.
type span struct {
	text  string
	face  kit.Face
	muted bool
	first bool // it begins a line
}

// piece is a stretch of a span on one line.
type piece struct {
	text  string
	face  kit.Face
	size  float32
	muted bool
	x, y  float32
	w, h  float32
}

// wrap breaks spans, which follow each other on a line, into lines no wider than width, and gives the height. What has no
// room on the last of most lines is left out behind an ellipsis; it then reports false. A word wider than a line is broken.
func (w widths) wrap(spans []span, size, width float32, most int) (pieces []piece, height float32, whole bool) {
	if most < 1 || width <= 0 {
		return nil, 0, false
	}
	f := fill{w: w, size: size, width: width, most: most}
	whole = true
	for _, s := range spans {
		if whole && !f.add(s) {
			whole = false
		}
	}
	f.end()
	return f.out, f.height, whole && !f.lost
}

// fill gathers lines.
type fill struct {
	w           widths
	size, width float32
	most        int
	out         []piece
	line        []piece
	x           float32
	height      float32
	n           int  // lines that are ended
	lost        bool // some text is, after all
}

// add reports false where the text did not fit.
func (f *fill) add(s span) bool {
	if s.first && f.x > 0 {
		if f.n+1 >= f.most {
			f.cut(s)
			return false
		}
		f.end()
	}
	for _, word := range words(s.text) {
		for word != "" {
			lead := float32(0)
			if f.x > 0 {
				lead = f.space(s.face)
			}
			wide := f.w.of(word, s.face, f.size)
			if f.fits(s, word, lead, wide) {
				f.put(s, word, lead, wide)
				break
			}
			if f.n+1 >= f.most {
				f.cut(s)
				return false
			}
			if f.x > 0 {
				f.end()
				continue
			}
			head := f.head(word, s.face)
			f.put(s, head, 0, f.w.of(head, s.face, f.size))
			f.end()
			word = word[len(head):]
		}
	}
	return true
}

// fits reports whether a word has room on the line. A phrase can be wider than its words and spaces, so near the end of
// the line it is measured whole.
func (f *fill) fits(s span, word string, lead, wide float32) bool {
	end := f.x + lead + wide
	if end > f.width || end < f.width*0.8 {
		return end <= f.width
	}
	n := len(f.line) - 1
	if n < 0 || f.line[n].face != s.face || f.line[n].muted != s.muted {
		return true
	}
	return f.line[n].x+s.face.At(f.size).Measure(f.line[n].text+" "+word).Width <= f.width
}

func (f *fill) space(k kit.Face) float32 { return f.w.of("n n", k, f.size) - f.w.of("nn", k, f.size) }

// words splits a text at its spaces, and gives no more of it than anybody reads.
func words(s string) []string {
	if len(s) > longest {
		n := longest
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n] + "…"
	}
	return strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
}

// head is what of a word fits on a line of its own; at least a letter.
func (f *fill) head(word string, k kit.Face) string {
	runes := []rune(word)
	low, high := 1, len(runes)+1 // low fits, or is the least; high does not
	for low+1 < high {
		if mid := (low + high) / 2; k.At(f.size).Measure(string(runes[:mid])).Width <= f.width {
			low = mid
		} else {
			high = mid
		}
	}
	return string(runes[:low])
}

func (f *fill) put(s span, word string, lead, wide float32) {
	if n := len(f.line); n > 0 && f.line[n-1].face == s.face && f.line[n-1].muted == s.muted {
		p := &f.line[n-1]
		p.text += " " + word
		p.w += lead + wide
	} else {
		f.line = append(f.line, piece{text: word, face: s.face, size: f.size, muted: s.muted, x: f.x + lead, w: wide})
	}
	f.x += lead + wide
}

// cut ends the last line with an ellipsis.
func (f *fill) cut(s span) {
	if len(f.line) == 0 {
		f.line = append(f.line, piece{face: s.face, size: f.size, muted: s.muted})
	}
	for len(f.line) > 0 {
		p := &f.line[len(f.line)-1]
		short, _ := p.face.At(f.size).Shorten(p.text+" \u2026", f.width-p.x)
		if short != "" {
			p.text, p.w = short, p.face.At(f.size).Measure(short).Width
			return
		}
		if len(f.line) == 1 {
			p.text = ""
			return
		}
		f.line = f.line[:len(f.line)-1]
	}
}

func (f *fill) end() {
	if len(f.line) == 0 {
		return
	}
	tall := float32(0)
	for i := range f.line { // a phrase is not quite as wide as its words
		p := &f.line[i]
		p.w = p.face.At(p.size).Measure(p.text).Width
		if i > 0 {
			last := &f.line[i-1]
			p.x = max(p.x, last.x+last.w+f.space(p.face))
		}
		if p.x+p.w > f.width && utf8.RuneCountInString(p.text) > 1 {
			p.text, _ = p.face.At(p.size).Shorten(p.text, f.width-p.x)
			p.w, f.lost = p.face.At(p.size).Measure(p.text).Width, true
		}
		f.line[i].h = lineHeight(f.line[i].face, f.size)
		tall = max(tall, f.line[i].h)
	}
	for i := range f.line {
		f.line[i].y = f.height + tall - f.line[i].h
	}
	f.out = append(f.out, f.line...)
	f.line, f.x = nil, 0
	f.height += tall
	f.n++
}

func lineHeight(k kit.Face, size float32) float32 { return k.At(size).Line() }
