package export

import "golang.org/x/text/unicode/bidi"

// FromTheRight reports whether a text begins with a letter that runs from right to left. Numbers and signs decide nothing.
func FromTheRight(text string) bool {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}
