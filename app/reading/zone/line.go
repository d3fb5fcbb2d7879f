package zone

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// line is one line of text that is not blank, with what can be measured without knowing its neighbours.
type line struct {
	start, end  int    // trimmed
	text        string // trimmed
	words       int    // words with a letter
	capital     int    // words with a capital first letter, small words of titles left out
	small       int    // words with a small first letter that titles capitalise: four letters or more
	upper       int    // words all in capitals
	function    int    // small words: the, of, in, is …
	digits      int    // words of digits
	blankBefore bool
	blankAfter  bool
	closed      bool // ends with . ! ? or …, also inside a closing quotation mark
	bullet      bool
	aside       bool // the markup calls it a caption or a teaser
	kind        story.ZoneKind
	known       bool     // kind is decided
	runs        []uint64 // hash of each of the first words, for shingles; nil for a long line
	key         uint64   // hash of the folded letters, to find repeats
	low         string   // see fold
}

// lines gives the paragraphs of the text, each measured: a paragraph is a line, or several where the text is wrapped.
// Only the first maxLook bytes of a long one are measured: it is body.
func lines(t *token.Text) []line {
	out := make([]line, 0, len(t.Paragraphs))
	at := 0
	hashes := make([]uint64, 0, len(t.Tokens))
	for _, p := range t.Paragraphs {
		start, end := t.Bytes(p)
		if start >= end {
			continue
		}
		l := line{start: start, end: end, text: t.Source[start:end]}
		l.blankBefore = len(out) == 0 || strings.Count(t.Source[at:start], "\n") > 1
		if len(out) > 0 {
			out[len(out)-1].blankAfter = l.blankBefore
		}
		hashes = l.measure(hashes)
		out = append(out, l)
		at = end
	}
	if len(out) > 0 {
		out[len(out)-1].blankAfter = true
	}
	return out
}

const maxLook = 2000

// measure counts the words of the line and adds their hashes to hashes.
func (l *line) measure(hashes []uint64) []uint64 {
	s, from := l.text, len(hashes)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)]`))
	l.closed = strings.ContainsRune(".!?…", last)
	first, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	switch first {
	case '•', '·', '▪', '■', '●', '◦', '‣', '*', '–', '-':
		l.bullet = strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t")
	}
	if first >= '0' && first <= '9' {
		r := strings.TrimLeft(s, "0123456789")
		l.bullet = len(s)-len(r) <= 2 && (strings.HasPrefix(r, ". ") || strings.HasPrefix(r, ") "))
	}
	if len(s) > maxLook {
		s = s[:border(s, maxLook)]
	}
	l.key = offset64
	for at := 0; at < len(s); {
		w, n, hash := l.plainWord(s[at:])
		if w == "" && n > 0 {
			at += n
			continue
		}
		if w == "" { // not of ASCII letters alone
			if w, n = nextWord(s[at:]); w == "" {
				break
			}
			l.hashKey(w)
			hash = wordHash(w)
		}
		at += n
		l.count(w, hash)
		hashes = append(hashes, hash)
	}
	if len(s) == len(l.text) {
		l.runs = hashes[from:len(hashes):len(hashes)]
	}
	return hashes
}

// FNV-1a, 64 bits.
const offset64, prime64 = 14695981039346656037, 1099511628211

// wordHash is the same for a word in other case.
func wordHash(w string) uint64 {
	h := uint64(offset64)
	for k := 0; k < len(w); k++ {
		h = (h ^ uint64(w[k]|0x20)) * prime64
	}
	return h
}

// plainWord is nextWord with wordHash and hashKey in one go, where the word and what stands before it are ASCII. Where they are
// not, n is 0; w is "" where none is left.
func (l *line) plainWord(s string) (w string, n int, hash uint64) {
	start := 0
	for start < len(s) && s[start] < utf8.RuneSelf && !letterOrDigit[s[start]] {
		start++
	}
	if start == len(s) {
		return "", start, 0
	}
	h, key := uint64(offset64), l.key
	end, trimmed := start, start
	for end < len(s) && s[end] < utf8.RuneSelf && inWord[s[end]] {
		c := s[end]
		h = (h ^ uint64(c|0x20)) * prime64
		end++
		if letterOrDigit[c] {
			key = (key ^ uint64(lower[c])) * prime64
			hash, trimmed = h, end
		}
	}
	if end == start || end < len(s) && s[end] >= utf8.RuneSelf {
		return "", 0, 0
	}
	l.key = key
	return s[start:trimmed], end, hash
}

// hashKey adds the letters and digits of a word to the key of the line.
func (l *line) hashKey(w string) {
	for _, c := range w {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			l.key = (l.key ^ uint64(unicode.ToLower(c))) * prime64
		}
	}
}

// letterOrDigit and inWord are what begins and what goes on in a word, for ASCII.
var letterOrDigit, inWord = func() (begin, within [128]bool) {
	for b := range begin {
		begin[b] = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
		within[b] = begin[b] || b == '\'' || b == '/' || b == ':'
	}
	return begin, within
}()

// nextWord gives the next run of letters, digits, apostrophes and full stops between letters, and how far to move.
func nextWord(s string) (string, int) {
	start := 0
	for start < len(s) {
		if b := s[start]; b < utf8.RuneSelf {
			if letterOrDigit[b] {
				break
			}
			start++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[start:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		start += n
	}
	if start == len(s) {
		return "", len(s)
	}
	end := start
	for end < len(s) {
		if b := s[end]; b < utf8.RuneSelf {
			if !inWord[b] {
				break
			}
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' {
			break
		}
		end += n
	}
	if last := s[end-1]; last < utf8.RuneSelf && letterOrDigit[last] {
		return s[start:end], end
	}
	return strings.TrimRight(s[start:end], "'’/:"), end
}

// count counts a word; hash is its wordHash.
func (l *line) count(w string, hash uint64) {
	first := rune(w[0])
	if first >= utf8.RuneSelf {
		first, _ = utf8.DecodeRuneInString(w)
	}
	switch {
	case '0' <= first && first <= '9' || first >= utf8.RuneSelf && unicode.IsDigit(first):
		l.digits++
		return
	case function.holds(w, hash):
		l.function++
	case 'A' <= first && first <= 'Z' || first >= utf8.RuneSelf && unicode.IsUpper(first):
		l.capital++
		if len(w) > 1 && capitals(w) {
			l.upper++
		}
	case len(w) >= 4 && (len(w) >= 4*utf8.UTFMax || utf8.RuneCountInString(w) >= 4):
		l.small++
	}
	l.words++
}

// capitals reports that w has no small letter.
func capitals(w string) bool {
	if !plainASCII(w) {
		return w == strings.ToUpper(w)
	}
	for i := 0; i < len(w); i++ {
		if 'a' <= w[i] && w[i] <= 'z' {
			return false
		}
	}
	return true
}

// titled reports whether the words stand in title case or capitals throughout.
func (l *line) titled() bool {
	return l.capital >= 1 && l.small*4 <= l.capital
}

var functionWords = set(`a an the of in on at to for from by with and or but nor as is are was were be been being am has have had
do does did not no it its it's he she they we you i his her their our your my this that these those will would can could may might
shall should must than then so if when while where who whom which what how there here into over under up down out off about after
before between through during against among per via amid us vs`)

var function = wordSetOf(functionWords)

// wordSet is a set of words in lower case that is asked for every word.
type wordSet struct {
	all   map[string]bool
	slots [1024]uint64 // their wordHashes, each at its place or the next free one
}

func wordSetOf(m map[string]bool) *wordSet {
	s := &wordSet{all: m}
	for w := range m {
		i := wordHash(w) % uint64(len(s.slots))
		for s.slots[i] != 0 {
			i = (i + 1) % uint64(len(s.slots))
		}
		s.slots[i] = wordHash(w)
	}
	return s
}

// holds reports whether the word w is in the set, whatever its case; hash is its wordHash.
func (s *wordSet) holds(w string, hash uint64) bool {
	for i := hash % uint64(len(s.slots)); s.slots[i] != 0; i = (i + 1) % uint64(len(s.slots)) {
		if s.slots[i] == hash {
			return s.all[strings.ToLower(w)]
		}
	}
	return false
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
