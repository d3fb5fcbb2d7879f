// Package language says which language a text is written in, from its frequent small words and the letters that few
// languages have:
//
//	tag, p := language.Of("Der Minister sagte am Montag, dass die Gespräche weitergehen.") // "de", 0.99
//
// It knows some twenty languages by their words and a dozen more by their script; it does not tell dialects apart, nor
// languages within one text: most of the text decides. It is a leaf: whoever reads documents may ask it.
package language

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// English is the tag of the language that the readers of this program understand.
const English = "en"

// How much is looked at, and how sure a word makes it.
const (
	enoughWords = 600 // words that are looked at: more do not change the answer
	leastHits   = 3   // small words, or words with telling letters, that a language must have
	leastShare  = 12  // per cent of the words that must be such: below that a text is names or figures only
	perWord     = 1.6 // log-odds that one small word gives for a language that has it over one that has not
	perLetter   = 1.2 // the same for a word with a letter that few languages have
	mostWords   = 40  // evidence counts as that of so many words at most: words of a text depend on each other
)

// Of gives the tag of the language a text is written in (BCP 47: "en", "de", "uk") and how likely it is that, among the
// languages known here. A text that is too short to say, or of figures and names only, gives "" and 0. It looks at the
// first thousand words at most, and so takes the same time for a book.
func Of(text string) (tag string, p float64) {
	c := count(text)
	if tag, share := c.script(); tag != "" {
		return tag, share
	}
	return c.words()
}

// counts is what was seen in a text.
type counts struct {
	seen    int            // words
	scripts map[string]int // letters of each script that one language is written in
	letters int            // letters of any script
	kana    int            // letters that only Japanese has
	known   [languages]int // small words of each language
	telling [languages]int // words with a letter that the language has and few others have
	any     int            // words that are small words of some language, or have a telling letter
}

func count(text string) *counts {
	c := &counts{scripts: map[string]int{}}
	for i := 0; i < len(text) && c.seen < enoughWords; {
		if plain := plainWord(text[i:]); plain > 0 {
			c.letters += plain
			c.word(text[i : i+plain])
			i += plain
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		from := i
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			c.letter(r)
			i += n
		}
		c.word(text[from:i])
	}
	return c
}

// plainWord is the length of the word that a text begins with, where all its letters are ASCII; 0 for any other.
func plainWord(text string) int {
	n := 0
	for n < len(text) && 'a' <= text[n]|0x20 && text[n]|0x20 <= 'z' {
		n++
	}
	if n < len(text) && text[n] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(text[n:]); unicode.IsLetter(r) || unicode.IsMark(r) {
			return 0
		}
	}
	return n
}

func (c *counts) letter(r rune) {
	c.letters++
	if r < 0x0370 {
		return
	}
	for _, s := range scripts {
		if unicode.Is(s.of, r) {
			c.scripts[s.tag]++
			return
		}
	}
	if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
		c.kana++
	}
}

func (c *counts) word(w string) {
	c.seen++
	if len(w) > 40 {
		return
	}
	mask, letters := lookUp(w)
	if mask|letters == 0 {
		return
	}
	c.any++
	for l := range table {
		if mask&(1<<l) != 0 {
			c.known[l]++
		} else if letters&(1<<l) != 0 {
			c.telling[l]++
		}
	}
}

// lookUp gives the languages that have a word among their small ones, and those that have a letter of it that few others have.
func lookUp(w string) (mask, letters uint32) {
	first, last := w[0]|0x20, w[len(w)-1]|0x20
	if first >= utf8.RuneSelf || last >= utf8.RuneSelf || !isASCII(w) {
		return lookUpAny(w)
	}
	if len(w) > maxSmall || smallEnds[first][last]&(1<<len(w)) == 0 {
		return 0, 0
	}
	var room [maxSmall]byte
	for i := 0; i < len(w); i++ {
		room[i] = w[i] | 0x20 // they are letters
	}
	return small[string(room[:len(w)])], 0
}

func isASCII(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lookUpAny is lookUp for a word that is not of ASCII letters.
func lookUpAny(w string) (mask, letters uint32) {
	w = strings.ToLower(w)
	for _, r := range w {
		if r >= utf8.RuneSelf {
			letters |= rare[r]
		}
	}
	return small[w], letters
}

// script gives the language whose script most letters are of, where one language alone is written in it.
func (c *counts) script() (tag string, share float64) {
	if c.letters < 2*leastHits {
		return "", 0
	}
	if n := c.kana + c.scripts["zh"]; c.kana*10 > n && n*2 > c.letters {
		return "ja", float64(n) / float64(c.letters)
	}
	for _, s := range scripts {
		if n := c.scripts[s.tag]; n*2 > c.letters {
			return s.tag, float64(n) / float64(c.letters)
		}
	}
	return "", 0
}

// words gives the language that the small words speak for.
func (c *counts) words() (tag string, p float64) {
	if c.any < leastHits || c.any*100 < leastShare*c.seen {
		return "", 0
	}
	scale := math.Min(1, mostWords/float64(c.any))
	var score [languages]float64
	best := 0
	for l := range table {
		score[l] = scale * (perWord*float64(c.known[l]) + perLetter*float64(c.telling[l]))
		if score[l] > score[best] {
			best = l
		}
	}
	if c.known[best]+c.telling[best] < leastHits {
		return "", 0
	}
	sum := 0.0
	for _, s := range score {
		sum += math.Exp(s - score[best])
	}
	return table[best].tag, 1 / sum
}
