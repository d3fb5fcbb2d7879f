package jsonl

import "unicode/utf8"

// runes turns byte offsets of a text into code points. Offsets outside the text count as its end.
type runes struct {
	text  string
	every []int32 // code points before each multiple of stride
	ascii bool
}

const stride = 128

func newRunes(text string) *runes {
	r := &runes{text: text, ascii: true}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			r.every = append(r.every, int32(n))
		}
		if text[i] >= utf8.RuneSelf {
			r.ascii = false
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	r.every = append(r.every, int32(n))
	return r
}

// at is the number of code points before byte offset i.
func (r *runes) at(i int) int {
	i = max(0, min(i, len(r.text)))
	if r.ascii {
		return i
	}
	k := i / stride
	n := int(r.every[k])
	for j := k * stride; j < i; j++ {
		if utf8.RuneStart(r.text[j]) {
			n++
		}
	}
	return n
}
