package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// class is how a letter goes with the direction of its line.
type class uint8

const (
	neutral class = iota
	leftward
	rightward // written from left to right
	digits
)

// piece is what one glyph shows, or the space between words.
type piece struct {
	text  string
	class class
}

// classOf goes by the first letter.
func classOf(s string) class {
	r, _ := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf {
		switch {
		case r >= '0' && r <= '9':
			return digits
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			return rightward
		}
		return neutral
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return leftward
	case bidi.EN, bidi.AN:
		return digits
	case bidi.L:
		return rightward
	}
	return neutral
}

// backward reports that most letters of a page are read from right to left.
func backward(rows []row) bool {
	n := 0
	for i := range rows {
		for _, w := range rows[i].words {
			for _, g := range w.glyphs {
				switch classOf(g.Text) {
				case leftward:
					n++
				case rightward:
					n--
				}
			}
		}
	}
	return n > 0
}

// written is the text of a line in the order in which it is read, glyph by glyph: one glyph may be two letters.
func written(words []word) (text string, isBackward bool) {
	var all []piece
	back, forth := 0, 0
	for i := range words {
		if i > 0 {
			all = append(all, piece{" ", neutral})
		}
		for _, p := range pieces(&words[i]) {
			switch p.class {
			case leftward:
				back++
			case rightward:
				forth++
			}
			all = append(all, p)
		}
	}
	if back > 0 {
		turn := turning{mirror: shapes(all)}
		if isBackward = back >= forth; isBackward {
			slices.Reverse(all)
			turn.against = [...]bool{rightward: true, digits: true}
		} else {
			turn.against = [...]bool{leftward: true, digits: false}
		}
		turn.runs(all)
	}
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.text)
	}
	return norm.NFC.String(strings.ReplaceAll(b.String(), "\u00ad ", "")), isBackward
}

// pieces are the glyphs of a word, marks with the letter that they stand on.
func pieces(w *word) []piece {
	out := make([]piece, 0, len(w.glyphs))
	for i, g := range w.glyphs {
		if i > 0 {
			last := &w.glyphs[i-1]
			n := len(out) - 1
			near := g.X < last.X+last.W*0.6
			if isMark(g.Text) {
				out[n].text += g.Text
				continue
			}
			if mark, ok := loose[last.Text]; ok && near && isLetter(g.Text) { // an accent painted before its letter
				out[n] = piece{norm.NFC.String(g.Text + mark), classOf(g.Text)}
				continue
			}
			if mark, ok := loose[g.Text]; ok && near && isLetter(last.Text) {
				out[n].text = norm.NFC.String(out[n].text + mark)
				continue
			}
		}
		out = append(out, piece{g.Text, classOf(g.Text)})
	}
	return out
}

// loose are accents that are glyphs of their own, and the marks that they stand for.
var loose = map[string]string{"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a", "¸": "\u0327", "˝": "\u030b", "˙": "\u0307"}

// shapes reports that the brackets of a line stand for what they look like and not for what they mean: read from left to
// right, as they are painted, an opening one comes first.
func shapes(all []piece) bool {
	for _, p := range all {
		if i := slices.Index(pairs, p.text); i >= 0 {
			return i%2 == 0
		}
	}
	return false
}

// turning turns the stretches of a line round whose letters go against it.
type turning struct {
	against [digits + 1]bool
	mirror  bool // what is read from right to left has its brackets mirrored
}

// runs turns each stretch round, with what is neutral between two letters of it.
func (t turning) runs(all []piece) {
	for i := 0; i < len(all); i++ {
		if !t.against[all[i].class] {
			t.look(&all[i], !t.against[leftward])
			continue
		}
		end := i
		for k := i; k < len(all) && (t.against[all[k].class] || all[k].class == neutral && t.joins(all, k)); k++ {
			if t.against[all[k].class] {
				end = k
			}
		}
		slices.Reverse(all[i : end+1])
		for k := i; k <= end; k++ {
			t.look(&all[k], t.against[leftward])
		}
		i = end
	}
}

// joins reports that a neutral piece stands between letters that go against the line. In a line from right to left, a space
// between two numbers does not join them.
func (t turning) joins(all []piece, k int) bool {
	return all[k-1].class != digits || all[k].text != " " || t.against[leftward]
}

// look gives a bracket that is read from right to left the other of its pair.
func (t turning) look(p *piece, back bool) {
	if i := slices.Index(pairs, p.text); i >= 0 && back && t.mirror {
		p.text = pairs[i^1]
	}
}

// pairs are brackets, each opening one before its closing one.
var pairs = []string{"(", ")", "[", "]", "{", "}", "<", ">", "«", "»", "‹", "›"}

// isCJK reports letters that are written without spaces between words.
func isCJK(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}
