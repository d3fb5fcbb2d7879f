// Package runes counts in code points what the program counts in bytes: files of other programs count letters.
package runes

import "unicode/utf8"

// Text turns byte offsets of a text into code points. Offsets outside the text count as its end.
type Text struct {
	Words string  // the text itself
	every []int32 // code points before each multiple of stride
	ascii bool
}

const stride = 128

// Of makes a text ready.
func Of(text string) *Text {
	r := &Text{Words: text}
	if r.ascii = isASCII(text); r.ascii {
		return r
	}
	r.every = make([]int32, 0, len(text)/stride+2)
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			r.every = append(r.every, int32(n))
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	r.every = append(r.every, int32(n))
	return r
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// At is the number of code points before byte offset i.
func (r *Text) At(i int) int {
	i = max(0, min(i, len(r.Words)))
	if r.ascii {
		return i
	}
	k := i / stride
	n := int(r.every[k])
	for j := k * stride; j < i; j++ {
		if utf8.RuneStart(r.Words[j]) {
			n++
		}
	}
	return n
}
