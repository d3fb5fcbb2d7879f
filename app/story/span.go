package story

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
