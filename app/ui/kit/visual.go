package kit

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// fromTheRight says that the window's language is written from right to left: then a line with any word of such a script
// runs that way, also if it begins with a name in Latin letters.
var fromTheRight atomic.Bool

// SetFromTheRight says so; the window calls it once, before it shows anything.
func SetFromTheRight(on bool) { fromTheRight.Store(on) }

// rightMark is the sign without width that begins a line from right to left.
const (
	rightMark = "\u200f"
	leftMark  = "\u200e" // the same from left to right
)

// Visual gives a line of text as the toolkit has to be handed it. The toolkit joins the letters of Arabic and Hebrew and
// turns each stretch of them around, but lays the stretches of a line out from left to right; here they are put into the
// order in which they are seen. A line that runs from left to right stays as it is. For one line only: a text that is broken
// into lines is given line by line.
func Visual(s string) string {
	if !runsFromTheRight(s) {
		return s
	}
	var p bidi.Paragraph
	if _, err := p.SetString(s, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil || order.NumRuns() < 2 {
		return s
	}
	var b strings.Builder
	b.WriteString(rightMark)
	for i := order.NumRuns() - 1; i >= 0; i-- {
		r := order.Run(i)
		words := r.String()
		if n := leading(words); strings.TrimSpace(words[:n]) != "" && n < len(words) && r.Direction() == bidi.RightToLeft && i < order.NumRuns()-1 {
			// The toolkit takes these signs for a part of what stands before them, and lays them out at the wrong end.
			words = words[n:] + leftMark + bidi.ReverseString(strings.NewReplacer(rightMark, "", leftMark, "").Replace(words[:n]))
		}
		b.WriteString(words)
	}
	return b.String()
}

// leading is how many bytes of signs stand before the first letter or digit.
func leading(s string) int {
	for i, r := range s {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			if r != '\u200f' {
				return i
			}
		case bidi.L, bidi.AN, bidi.EN, bidi.NSM:
			return i
		}
	}
	return len(s)
}

// runsFromTheRight reports whether a line runs from right to left: its first letter is of such a script, or any is and the
// window's language is.
func runsFromTheRight(s string) bool {
	first := true
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
				first = false
				if !fromTheRight.Load() {
					return false
				}
			}
			i++
			continue
		}
		p, n := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.R, bidi.AL:
			return first || fromTheRight.Load()
		case bidi.L:
			if first = false; !fromTheRight.Load() {
				return false
			}
		}
		i += max(n, 1)
	}
	return false
}
