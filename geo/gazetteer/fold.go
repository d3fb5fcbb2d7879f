package gazetteer

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// What a byte does in a folded name: 0 separates words, 1 vanishes, 2 is the full stop, 3 is "&", 4 begins a rune beyond
// ASCII; any other value is the byte to keep.
var byteFold = func() (t [256]byte) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = byte(c), byte(c)
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	for c := utf8.RuneSelf; c < 256; c++ {
		t[c] = 4
	}
	t['\''], t['`'], t['"'] = 1, 1, 1
	t['.'], t['&'] = 2, 3
	return t
}()

const latinLow, latinHigh = 0xC0, 0x1F00

// latinFold maps U+00C0..U+1EFF to at most two plain letters; zero where a letter stays itself.
var latinFold = func() (t [latinHigh - latinLow][2]byte) {
	for _, g := range latinGroups {
		for _, r := range g.from {
			copy(t[r-latinLow][:], g.to)
		}
	}
	return t
}()

// Fold writes the search form of a name: lower case, no accents, words parted by one space, "St", "Mt", "Ft" written out.
// Two spellings that fold to the same bytes are one name for Lookup.
func Fold(name string) string {
	var buf [maxFold]byte
	n := fold(&buf, name, false)
	if n < 0 {
		return ""
	}
	return string(buf[:n])
}

// room is where a name is too long: one step writes at most the 16 bytes after it.
const room = maxFold - 16

// fold writes the search form of s into dst and gives its length; of its first word only, if first is set. A name too
// long to be in the index gives -1.
func fold(dst *[maxFold]byte, s string, first bool) int {
	if len(s) > 2*maxFold {
		return -1
	}
	f := folding{dst: dst}
	for i := 0; i < len(s); {
		if f.n > room {
			return -1
		}
		t := byteFold[s[i]]
		if t < 3 {
			f.between(t)
			i++
			continue
		}
		var r rune
		size := 1
		switch t {
		case 3:
			f.gap = true // and the letters of "and" follow below
		case 4:
			r, size = utf8.DecodeRuneInString(s[i:])
			if r, f.gap = foldRune(r, f.gap); r == 0 {
				i += size
				continue
			}
		}
		if f.gap && f.nextWord(first) {
			return f.n
		}
		switch {
		case t >= '0':
			if i = f.plain(s, i); i < 0 {
				return -1
			}
			continue
		case t == 3:
			f.n += copy(f.dst[f.n:], "and")
			f.gap = true
		default:
			f.rune(r)
		}
		i += size
	}
	return endWord(f.dst, f.word, f.n)
}

// folding is a search form that is being written.
type folding struct {
	dst     *[maxFold]byte
	n, word int  // length so far, and where the present word begins
	gap     bool // a word has ended and the next has not begun
}

// between is a byte that writes nothing: it parts words, vanishes, or is a full stop.
func (f *folding) between(t byte) {
	switch t {
	case 0:
		f.gap = true
	case 2:
		// "D.C." is one word, "St.Louis" are two.
		f.gap = f.gap || f.n-f.word > 1
	}
}

// nextWord begins a word. If there was one before and only that is wanted, it reports that all is done.
func (f *folding) nextWord(first bool) (done bool) {
	f.gap = false
	if f.n == 0 {
		return false
	}
	f.n = endWord(f.dst, f.word, f.n)
	if first {
		return true
	}
	f.dst[f.n] = ' '
	f.n++
	f.word = f.n
	return false
}

// plain writes plain letters from s[i] on, up to the end of the word, and gives where they end; -1 if there is no room.
// They are the common case.
func (f *folding) plain(s string, i int) int {
	n := f.n
	for n < room && i < len(s) {
		t := byteFold[s[i]]
		if t < '0' {
			break
		}
		f.dst[n] = t
		n++
		i++
	}
	f.n = n
	if n >= room && i < len(s) {
		return -1
	}
	return i
}

// rune writes a letter beyond ASCII that foldRune gave.
func (f *folding) rune(r rune) {
	switch {
	case r < utf8.RuneSelf:
		f.dst[f.n] = byte(r)
		f.n++
	case r >= latinLow && r < latinHigh && latinFold[r-latinLow][0] != 0:
		plain := &latinFold[r-latinLow]
		f.dst[f.n] = plain[0]
		f.n++
		if plain[1] != 0 {
			f.dst[f.n] = plain[1]
			f.n++
		}
	default:
		f.n += utf8.EncodeRune(f.dst[f.n:f.n+4:f.n+4], r)
	}
}

// endWord writes a short form out: "st" is "saint", "mt" is "mount", "ft" is "fort".
func endWord(dst *[maxFold]byte, word, n int) int {
	switch n - word {
	case 2:
		if dst[word+1] != 't' {
			return n
		}
		switch dst[word] {
		case 's':
			return word + copy(dst[word:], "saint")
		case 'm':
			return word + copy(dst[word:], "mount")
		case 'f':
			return word + copy(dst[word:], "fort")
		}
	case 3:
		if string(dst[word:n]) == "ste" {
			return word + copy(dst[word:], "saint")
		}
	case 6:
		if string(dst[word:n]) == "sainte" {
			return word + 5
		}
	}
	return n
}

// foldRune folds a rune beyond ASCII: 0 drops it, and gap tells that a word ends before what follows.
func foldRune(r rune, gap bool) (rune, bool) {
	switch {
	case r < latinLow:
		if r == 0xA0 || r == 0xB7 || r == 0xAB || r == 0xBB {
			return 0, true
		}
		return 0, gap
	case r < 0x2B0 || r >= 0x1E00 && r < latinHigh:
		return r, gap
	case r < 0x370: // modifier letters (ʼ ʻ ʹ) and combining marks
		return 0, gap
	case r < 0x530:
		return foldGreekCyrillic(unicode.ToLower(r)), gap
	case r >= 0x591 && r <= 0x5C7, r >= 0x64B && r <= 0x65F, r == 0x640, r == 0x670:
		return 0, gap // vowel points, tatweel
	case r >= 0x622 && r <= 0x627 && r != 0x624 && r != 0x626:
		return 0x627, gap // alef with hamza or madda
	case r == 0x649:
		return 0x64A, gap
	case r >= 0x2010 && r <= 0x2015, r == 0x3000, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x30FB, r == 0x2212:
		return 0, true
	case r >= 0x200B && r <= 0x206F:
		return 0, gap // curly apostrophes, zero-width and direction marks
	case r == utf8.RuneError:
		return 0, true
	}
	return unicode.ToLower(r), gap
}

func foldGreekCyrillic(r rune) rune {
	switch r {
	case 'ё', 'ѐ':
		return 'е'
	case 'й', 'ѝ':
		return 'и'
	case 'ї':
		return 'і'
	case 'ў':
		return 'у'
	case 'ґ', 'ѓ':
		return 'г'
	case 'ќ':
		return 'к'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	}
	return r
}

// hashBytes is the hash that the index is built with. It must not change without a new magic.
func hashBytes(b []byte, seed uint64) uint64 {
	const k0, k1 = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
	h := (uint64(len(b))+seed<<8)*k1 ^ k0
	for len(b) >= 8 {
		v := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		hi, lo := bits.Mul64(h^v, k1)
		h = hi ^ lo
		b = b[8:]
	}
	var v uint64
	for i, c := range b {
		v |= uint64(c) << (8 * i)
	}
	hi, lo := bits.Mul64(h^v, k1)
	h = hi ^ lo
	h ^= h >> 32
	h *= k0
	return h ^ h>>29
}
