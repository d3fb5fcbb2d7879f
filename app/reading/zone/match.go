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

// inAnyCase reports whether s holds one of the phrases, in whatever case its ASCII letters are.
func (m *inside) inAnyCase(s string) bool {
	if len(s) < 3 {
		return false
	}
	a, b := lower[s[0]], lower[s[1]]
	for i := 2; i < len(s); i++ {
		c := lower[s[i]]
		if m.begins[hash3(a, b, c)] {
			for _, p := range m.by[[3]byte{a, b, c}] {
				if from := i - 2; len(s)-from >= len(p) && strings.EqualFold(s[from:from+len(p)], p) {
					return true
				}
			}
		}
		a, b = b, c
	}
	return false
}

// lower is the small letter of an ASCII letter, and any other byte itself.
var lower = func() (small [256]byte) {
	for b := range small {
		small[b] = byte(b)
		if 'A' <= b && b <= 'Z' {
			small[b] += 'a' - 'A'
		}
	}
	return small
}()

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
