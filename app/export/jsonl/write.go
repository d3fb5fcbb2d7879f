package jsonl

import (
	"io"
	"math"
	"strconv"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// writer writes one line, value by value and in one go: between an article and its line nothing is built. What it writes is
// what encoding/json would write of the same values, byte for byte.
type writer struct {
	b    []byte
	out  io.Writer // takes what is written whenever there is enough of it; nil: all stays in b
	err  error     // of out, the first
	lone bool      // nothing stands yet in the object or list that is open
	s    *story.Story
	text *runes.Text // of the article
}

// open begins an object or a list, close ends it.
func (w *writer) open(bracket byte) { w.b, w.lone = append(w.b, bracket), true }

func (w *writer) close(bracket byte) { w.b, w.lone = append(w.b, bracket), false }

// next puts the comma before what comes next in a list.
func (w *writer) next() {
	if w.out != nil && len(w.b) >= enough {
		w.flush()
	}
	if !w.lone {
		w.b = append(w.b, ',')
	}
	w.lone = false
}

// enough is how many bytes are handed on at a time. The line of a large article is many times as long as its text.
const enough = 64 << 10

// flush hands on what is written.
func (w *writer) flush() {
	if w.err == nil {
		_, w.err = w.out.Write(w.b)
	}
	w.b = w.b[:0]
}

// key begins a member of an object. Keys are plain letters.
func (w *writer) key(k string) {
	w.next()
	w.b = append(append(append(w.b, '"'), k...), '"', ':')
}

func (w *writer) str(k, s string) {
	w.key(k)
	w.b = quoted(w.b, s)
}

// some writes a text that may be left out: "" is.
func (w *writer) some(k, s string) {
	if s != "" {
		w.str(k, s)
	}
}

func (w *writer) int(k string, n int) {
	w.key(k)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

func (w *writer) bool(k string, yes bool) {
	w.key(k)
	w.b = strconv.AppendBool(w.b, yes)
}

func (w *writer) null(k string) {
	w.key(k)
	w.b = append(w.b, "null"...)
}

// p writes a probability, to three decimals.
func (w *writer) p(k string, p float64) {
	w.key(k)
	w.b = decimal(w.b, export.Round3(p), 3)
}

// span writes where something stands, in code points.
func (w *writer) span(start, end string, at story.Span) {
	w.int(start, w.text.At(at.Start))
	w.int(end, w.text.At(at.End))
}

// day writes a date; null where that end is open.
func (w *writer) day(d story.Day) {
	if !d.Bounded() {
		w.b = append(w.b, "null"...)
		return
	}
	w.b = append(d.Append(append(w.b, '"')), '"')
}

// days writes both ends of a moment; null when it is undated.
func (w *writer) days(k string, m story.Moment) {
	if !m.Dated() {
		w.null(k)
		return
	}
	w.key(k)
	w.b = append(w.b, '[')
	w.day(m.Earliest)
	w.b = append(w.b, ',')
	w.day(m.Latest)
	w.b = append(w.b, ']')
}

// list writes texts.
func (w *writer) list(k string, all []string) {
	w.key(k)
	w.open('[')
	for _, s := range all {
		w.next()
		w.b = quoted(w.b, s)
	}
	w.close(']')
}

// why writes reasons in words, of one list after the other.
func (w *writer) why(lists ...[]story.Reason) {
	w.key("why")
	w.open('[')
	for _, reasons := range lists {
		for _, r := range reasons {
			w.next()
			w.b = append(w.b, '"')
			r.Pieces(func(s string) { w.b = letters(w.b, s) })
			w.b = append(w.b, '"')
		}
	}
	w.close(']')
}

// speakers writes the names in full of several speakers, without those who have none.
func (w *writer) speakers(k string, who []int) {
	w.key(k)
	w.open('[')
	for _, i := range who {
		if name := export.Speaker(w.s, i); name != "" {
			w.next()
			w.b = quoted(w.b, name)
		}
	}
	w.close(']')
}

// point writes a point, rounded.
func (w *writer) point(at orb.Point) {
	w.key("lat")
	w.b = decimal(w.b, export.Round5(at[1]), 5)
	w.key("lon")
	w.b = decimal(w.b, export.Round5(at[0]), 5)
}

// anchor writes where the map marks a place.
func (w *writer) anchor(p *geo.Place) {
	at := export.Anchor(*p)
	w.key("anchor")
	w.b = append(decimal(append(w.b, '['), at[1], 5), ',')
	w.b = append(decimal(w.b, at[0], 5), ']')
}

// decimal writes a number that was rounded to so many decimals, in the fewest digits; what is no number is null.
func decimal(b []byte, x float64, decimals int) []byte {
	unit := int64(1000)
	if decimals == 5 {
		unit = 100000
	}
	n := math.Round(x * float64(unit))
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return append(b, "null"...)
	case math.Abs(n) >= 1<<53 || n/float64(unit) != x || n == 0: // none that was rounded so, or 0, which may be -0
		return strconv.AppendFloat(b, x, 'f', -1, 64)
	case n < 0:
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, int64(n)/unit, 10)
	part := int64(n) % unit
	if part > 0 {
		b = append(b, '.')
	}
	for part > 0 {
		unit /= 10
		b = append(b, byte('0'+part/unit))
		part %= unit
	}
	return b
}

// quoted writes a text in quotation marks.
func quoted(b []byte, s string) []byte { return append(letters(append(b, '"'), s), '"') }

// letters writes a text as it stands in quotation marks, as encoding/json does without the escapes for HTML: what is no UTF-8
// becomes the sign for it, and the two line breaks of Unicode that JavaScript does not bear in a text become numbers.
func letters(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); {
		if asItIs[s[i]] {
			i++
			continue
		}
		if c := s[i]; c < utf8.RuneSelf {
			b = escaped(append(b, s[from:i]...), c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(append(b, s[from:i]...), `\ufffd`...)
			from = i + size
		case r == '\u2028' || r == '\u2029':
			b = append(append(append(b, s[from:i]...), `\u202`...), hex[r&0xf])
			from = i + size
		}
		i += size
	}
	return append(b, s[from:]...)
}

// asItIs are the letters of ASCII that may stand in a text as they are.
var asItIs = func() (is [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		is[c] = c != '"' && c != '\\'
	}
	return is
}()

const hex = "0123456789abcdef"

// escaped writes a letter that may not stand in a text as it is.
func escaped(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
}
