package zone

import "strings"

// inside finds whether any of many phrases stands in a text, in one pass over it: each phrase is looked up by its first
// three bytes, so a phrase must have three.
type inside struct {
	begins [2048]bool // by hash of three bytes
	by     map[[3]byte][]string
}

func insideOf(phrases ...string) *inside {
	m := &inside{by: map[[3]byte][]string{}}
	for _, p := range phrases {
		k := [3]byte{p[0], p[1], p[2]}
		m.begins[hash3(p[0], p[1], p[2])] = true
		m.by[k] = append(m.by[k], p)
	}
	return m
}

func hash3(a, b, c byte) uint32 {
	return (uint32(a) | uint32(b)<<8 | uint32(c)<<16) * 2654435761 >> 21
}

// in reports whether s holds one of the phrases.
func (m *inside) in(s string) bool {
	for i := 0; i+3 <= len(s); i++ {
		if !m.begins[hash3(s[i], s[i+1], s[i+2])] {
			continue
		}
		for _, p := range m.by[[3]byte{s[i], s[i+1], s[i+2]}] {
			if strings.HasPrefix(s[i:], p) {
				return true
			}
		}
	}
	return false
}

// ahead finds whether a text begins with any of many phrases.
type ahead [256][]string

func aheadOf(phrases ...string) *ahead {
	m := &ahead{}
	for _, p := range phrases {
		m[p[0]] = append(m[p[0]], p)
	}
	return m
}

// of reports whether s begins with one of the phrases.
func (m *ahead) of(s string) bool {
	if s == "" {
		return false
	}
	for _, p := range m[s[0]] {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// wordSet is a set of words in lower case that is asked for every word.
type wordSet struct {
	all     map[string]bool
	longest int
	begins  [256][8]bool // by first letter and length
}

func wordSetOf(m map[string]bool) *wordSet {
	s := &wordSet{all: m, longest: longestOf(m)}
	for w := range m {
		s.begins[w[0]][len(w)&7] = true
	}
	return s
}

// holds reports whether the word w is in the set, whatever its case.
func (s *wordSet) holds(w string) bool {
	var room [24]byte
	if len(w) > len(room) || !plainASCII(w) {
		return s.all[strings.ToLower(w)]
	}
	if len(w) > s.longest || w == "" || !s.begins[w[0]][len(w)&7] && !s.begins[w[0]|0x20][len(w)&7] {
		return false
	}
	for i := 0; i < len(w); i++ {
		b := w[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		room[i] = b
	}
	return s.all[string(room[:len(w)])]
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func longestOf(m map[string]bool) int {
	n := 0
	for w := range m {
		n = max(n, len(w))
	}
	return n
}
