package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are the words of a search, ready to be looked for. No words are in every text.
type Words []word

type word struct {
	text  string
	runes int
	heads []string // the first rune in each of its cases
	plain bool     // of a to z and digits only
	also  []word   // other spellings of it: "Zelenskyy" for "Zelenskiy"
	bare  bool     // begins with a rune of a script that puts no spaces between words
}

// NewWords makes the words of a query ready. Marks around a word, as in "(Kyiv)", do not count; words in quotation marks
// are looked for as they follow each other.
func NewWords(query string) Words {
	var out Words
	for _, f := range phrases(query) {
		f = strings.TrimFunc(f, func(r rune) bool { return !letter(r) })
		if f == "" {
			continue
		}
		w := newWord(f)
		low := strings.ToLower(f) // of another length where a letter has a longer small form: then no name of that kind
		if i := strings.LastIndex(low, "sk"); i > 1 && len(low) == len(f) && slices.Contains(endings, low[i+2:]) {
			w.also = []word{newWord(f[:i+2] + "i"), newWord(f[:i+2] + "y")}
		}
		out = append(out, w)
	}
	return out
}

// endings are how the end of one and the same Slavic name is written: "Zelensky", "Zelenskiy", "Zelenskyi".
var endings = []string{"y", "i", "iy", "yy", "yi", "ij", "ii"}

// phrases are the words of a query, and what stands in quotation marks as one.
func phrases(query string) (out []string) {
	marks := strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)
	for k, part := range strings.Split(marks.Replace(query), `"`) {
		if k%2 == 1 {
			out = append(out, strings.Join(strings.Fields(part), " "))
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

func newWord(f string) word {
	first, _ := utf8.DecodeRuneInString(f)
	w := word{text: f, runes: utf8.RuneCountInString(f), plain: plain(f), heads: []string{string(first)},
		bare: unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)}
	for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
		if first < utf8.RuneSelf && r >= utf8.RuneSelf {
			continue // the long s and the sign for kelvin
		}
		w.heads = append(w.heads, string(r))
	}
	return w
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// In reports whether each of the words begins a word of text, in any case: "with" is in "He withdrew", "drew" is not.
func (ws Words) In(text string) bool {
	for i := range ws {
		if _, ok := ws[i].find(text); !ok {
			return false
		}
	}
	return true
}

// First gives where the first of the words stands in text; false if it does not.
func (ws Words) First(text string) (Span, bool) {
	if len(ws) == 0 {
		return Span{}, false
	}
	return ws[0].find(text)
}

// find gives the first place of the word in text, as it is written or without the marks on its letters: "lodz" finds
// "Łódź".
func (w *word) find(text string) (Span, bool) {
	best, ok := w.written(text)
	for i := range w.also {
		if at, found := w.also[i].written(text); found && (!ok || at.Start < best.Start) {
			best, ok = at, true
		}
	}
	if ok || !marked(text) {
		return best, ok
	}
	bare, at := unmarked(text)
	if best, ok = w.written(bare); ok {
		best = Span{Start: at[best.Start], End: at[best.End]}
	}
	return best, ok
}

// marked reports whether a text holds letters that unmarked changes.
func marked(text string) bool {
	i := 0
	for ; i+8 <= len(text); i += 8 { // most texts are of a to z
		if s := text[i : i+8]; (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			break
		}
	}
	for ; i < len(text); i++ {
		if b := text[i]; b >= 0xC3 && b <= 0xC9 || b == 0xE1 {
			return true
		}
	}
	return false
}

// unmarked is a text whose Latin letters have no marks, and for each of its bytes and its end where that stands in text.
func unmarked(text string) (string, []int) {
	out, at := make([]byte, 0, len(text)), make([]int, 0, len(text)+1)
	for i, r := range text {
		s := string(r)
		if r >= 0xC0 && r < 0x250 || r >= 0x1E00 && r < 0x1F00 {
			if plain := strings.IndexRune(struck, r); plain >= 0 {
				s = string(bare[utf8.RuneCountInString(struck[:plain])])
			} else if d := norm.NFD.String(s); len(d) > 0 && d[0] < utf8.RuneSelf {
				s = d[:1]
			}
		}
		for range len(s) {
			at = append(at, i)
		}
		out = append(out, s...)
	}
	return string(out), append(at, len(text))
}

// struck are letters whose mark is a part of them, and bare what they are without.
const (
	struck = "łŁøØđĐðÐħĦıŧŦþÞ"
	bare   = "lLoOdDdDhHitTtT"
)

// written is find for the word as it is.
func (w *word) written(text string) (Span, bool) {
	best := Span{Start: -1}
	for _, head := range w.heads {
		for from := 0; from < len(text); {
			i := strings.Index(text[from:], head)
			if i < 0 || best.Start >= 0 && from+i > best.Start {
				break
			}
			at := from + i
			if end, ok := w.stands(text, at); ok {
				best = Span{Start: at, End: end}
				break
			}
			from = at + len(head)
		}
	}
	return best, best.Start >= 0
}

// stands reports whether the word begins at a byte offset of text, and where it ends.
func (w *word) stands(text string, at int) (end int, ok bool) {
	if at > 0 && !w.bare {
		if b := text[at-1]; b < utf8.RuneSelf { // most letters that are met are inside a word
			if b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' {
				return 0, false
			}
		} else if before, _ := utf8.DecodeLastRuneInString(text[:at]); letter(before) {
			return 0, false
		}
	}
	if w.plain {
		end = at + len(w.text)
		return end, end <= len(text) && equalPlain(text[at:end], w.text)
	}
	end = at
	for n := 0; n < w.runes; n++ {
		if end >= len(text) {
			return 0, false
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return end, strings.EqualFold(text[at:end], w.text)
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if b := s[i] | 0x20; (b < 'a' || b > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// equalPlain compares in any case, for a word that is plain: no other byte becomes a letter or digit by its sixth bit
// but control characters, which no text holds.
func equalPlain(text, word string) bool {
	for i := 0; i < len(word); i++ {
		if text[i]|0x20 != word[i]|0x20 {
			return false
		}
	}
	return true
}
