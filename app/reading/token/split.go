package token

import (
	"strings"
	"unicode"
)

// HashOf is the hash that Token.Hash holds for the word w, ignoring case: FNV-1a over the lower-case runes, with the
// curly apostrophe read as the straight one.
func HashOf(w string) uint32 {
	h := uint32(2166136261)
	for _, r := range w {
		h = hashRune(h, r)
	}
	return h
}

func hashRune(h uint32, r rune) uint32 {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return (h ^ uint32(r)) * 16777619
	case r == '’' || r == 'ʼ':
		r = '\''
	default:
		r = unicode.ToLower(r)
	}
	for ; r > 0; r >>= 8 {
		h = (h ^ uint32(r&0xff)) * 16777619
	}
	return h
}

func equalFold(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	return strings.ContainsRune(a, '’') && strings.EqualFold(strings.ReplaceAll(a, "’", "'"), b)
}
