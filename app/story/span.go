package story

import (
	"unicode"
	"unicode/utf8"
)

// Span is a half-open stretch [Start, End) of a Document's Text, in bytes, on rune borders.
type Span struct{ Start, End int }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Holds reports whether byte offset i lies in s.
func (s Span) Holds(i int) bool { return s.Start <= i && i < s.End }

// In gives the words of the span; a span outside text gives "".
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Compare orders spans by start, then the longer first.
func (s Span) Compare(o Span) int {
	if s.Start != o.Start {
		return s.Start - o.Start
	}
	return o.End - s.End
}

// InWord reports whether a rune is part of a word: a letter, a mark on one, a digit.
func InWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// WordAround is what of a word stands before and behind an offset, which lies on a rune's border; empty where neither side has any.
func WordAround(text string, at int) Span {
	s := Span{at, at}
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:s.Start])
		if !InWord(r) {
			break
		}
		s.Start -= n
	}
	for s.End < len(text) {
		r, n := utf8.DecodeRuneInString(text[s.End:])
		if !InWord(r) {
			break
		}
		s.End += n
	}
	return s
}
