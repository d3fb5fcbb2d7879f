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

// fold writes the search form of s into dst and gives its length; of its first word only, if first is set. A name too
// long to be in the index gives -1.
func fold(dst *[maxFold]byte, s string, first bool) int {
	const room = maxFold - 16 // what one step may write at most
	if len(s) > 2*maxFold {
		return -1
	}
	n, word := 0, 0 // length so far, and where the present word begins
	gap := false    // a word has ended and the next has not begun
	for i := 0; i < len(s); {
		if n > room {
			return -1
		}
		c := s[i]
		t := byteFold[c]
		if t < '0' {
			switch t {
			case 0:
				gap = true
				i++
				continue
			case 1:
				i++
				continue
			case 2:
				// "D.C." is one word, "St.Louis" are two.
				gap = gap || n-word > 1
				i++
				continue
			case 3:
				gap = true // and the letters of "and" follow below
			}
		}
		var r rune
		size := 1
		if t == 4 {
			r, size = utf8.DecodeRuneInString(s[i:])
			if r, gap = foldRune(r, gap); r == 0 {
				i += size
				continue
			}
		}
		if gap {
			gap = false
			if n > 0 {
				n = endWord(dst, word, n)
				if first {
					return n
				}
				dst[n] = ' '
				n++
				word = n
			}
		}
		switch {
		case t >= '0':
			// The common case: plain letters up to the end of the word.
			for n < room {
				dst[n] = t
				n++
				i++
				if i >= len(s) {
					break
				}
				if t = byteFold[s[i]]; t < '0' {
					break
				}
			}
			if n >= room && i < len(s) {
				return -1
			}
			continue
		case t == 3:
			n += copy(dst[n:], "and")
			gap = true
		case r < utf8.RuneSelf:
			dst[n] = byte(r)
			n++
		case r >= latinLow && r < latinHigh && latinFold[r-latinLow][0] != 0:
			f := &latinFold[r-latinLow]
			dst[n] = f[0]
			n++
			if f[1] != 0 {
				dst[n] = f[1]
				n++
			}
		default:
			n += utf8.EncodeRune(dst[n:n+4:n+4], r)
		}
		i += size
	}
	return endWord(dst, word, n)
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
