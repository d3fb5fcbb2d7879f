package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lower is strings.ToLower, which it is quicker than where most letters are small ones.
func Lower(s string) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			if c, n = utf8.DecodeRuneInString(s[i:]); c == utf8.RuneError {
				return strings.ToLower(s)
			}
		}
		small := c
		if 'A' <= c && c <= 'Z' {
			small += 'a' - 'A'
		} else if c >= utf8.RuneSelf {
			small = unicode.ToLower(c)
		}
		if small != c {
			if b.Cap() == 0 {
				b.Grow(len(s) + utf8.UTFMax)
			}
			b.WriteString(s[from:i])
			b.WriteRune(small)
			from = i + n
		}
		i += n
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// Words is a table from words, by their HashOf, to values. It is built once and then only read, for which it is a few
// times quicker than a map: every word of every text is looked up in several. The zero Words is empty.
type Words[V any] struct {
	slots []slot[V]
	shift uint8
}

type slot[V any] struct {
	hash  uint32
	used  bool
	value V
}

// Index makes a table of a map from hashes.
func Index[V any](m map[uint32]V) Words[V] {
	if len(m) == 0 {
		return Words[V]{}
	}
	bits := uint8(2)
	for 1<<bits < 3*len(m) {
		bits++
	}
	w := Words[V]{slots: make([]slot[V], 1<<bits), shift: 32 - bits}
	for h, v := range m {
		i := w.first(h)
		for w.slots[i].used {
			i = (i + 1) & (len(w.slots) - 1)
		}
		w.slots[i] = slot[V]{h, true, v}
	}
	return w
}

// first is where the search for h begins: its bits spread by a multiplication (Fibonacci hashing).
func (w *Words[V]) first(h uint32) int { return int(h * 0x9e3779b1 >> w.shift) }

// Get gives the value of the word with hash h, and whether there is one.
func (w *Words[V]) Get(h uint32) (v V, ok bool) {
	if len(w.slots) == 0 {
		return v, false
	}
	for i := w.first(h); w.slots[i].used; i = (i + 1) & (len(w.slots) - 1) {
		if w.slots[i].hash == h {
			return w.slots[i].value, true
		}
	}
	return v, false
}

// Find gives the value of the word with hash h, which must not be changed; nil if there is none.
func (w *Words[V]) Find(h uint32) *V {
	if len(w.slots) == 0 {
		return nil
	}
	for i := w.first(h); w.slots[i].used; i = (i + 1) & (len(w.slots) - 1) {
		if w.slots[i].hash == h {
			return &w.slots[i].value
		}
	}
	return nil
}

// Of gives the value of the word with hash h; the zero value if there is none.
func (w *Words[V]) Of(h uint32) V { v, _ := w.Get(h); return v }

// Has reports whether the word with hash h is in the table.
func (w *Words[V]) Has(h uint32) bool { _, ok := w.Get(h); return ok }

// Set is a table of words without values.
type Set = Words[struct{}]

// SetOf makes a Set of words.
func SetOf(words ...string) Set {
	m := make(map[uint32]struct{}, len(words))
	for _, w := range words {
		m[HashOf(w)] = struct{}{}
	}
	return Index(m)
}
