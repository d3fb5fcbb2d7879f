package layout

import (
	"strings"
	"unicode"
)

const (
	edge       = 0.15 // the share of the height of a page at its top and foot where running heads stand
	outer      = 0.25 // the same for the first and the last line of a page
	leastPages = 3    // pages on which a running head comes again,
	leastShare = 0.25 // or so many of all
	sameHeight = 4    // points: heads of a kind stand at one height
)

// WithoutHeads leaves out running heads and feet and page numbers: lines at the edge of the pages that come again, at one
// height, but for their numbers. It reports whether there were any.
func WithoutHeads(lines []Line, pages int) ([]Line, bool) {
	type key struct {
		text string
		y    int
	}
	keyOf := func(l *Line) key { return key{masked(l.Text), int(l.Y / sameHeight)} }
	ends := endsOf(lines)
	on := map[key]int{}
	last := map[key]int{}
	for i := range lines {
		l := &lines[i]
		if !ends[l.Page].atEdge(l) {
			continue
		}
		k := keyOf(l)
		for _, k := range []key{k, {k.text, k.y + 1}} { // a height that is rounded down here may be rounded up there
			if n, ok := last[k]; !ok || n != l.Page {
				on[k]++
				last[k] = l.Page
			}
		}
	}
	kept := lines[:0]
	for i := range lines {
		l := &lines[i]
		if ends[l.Page].atEdge(l) {
			k := keyOf(l)
			n := max(on[k], on[key{k.text, k.y + 1}])
			twice := n == 2 && (pages == 2 || k.text == number)
			if twice || n >= leastPages && float64(n) >= leastShare*float64(pages) {
				continue
			}
		}
		kept = append(kept, *l)
	}
	return kept, len(kept) < len(lines)
}

// span is from the last to the first line of a page.
type span struct{ low, high float32 }

func endsOf(lines []Line) map[int]span {
	out := map[int]span{}
	for i := range lines {
		l := &lines[i]
		s, ok := out[l.Page]
		if !ok {
			s = span{l.Y, l.Y}
		}
		out[l.Page] = span{min(s.low, l.Y), max(s.high, l.Y)}
	}
	return out
}

func (s span) atEdge(l *Line) bool {
	low, high := float32(edge), float32(edge)
	if l.Y == s.low {
		low = outer
	}
	if l.Y == s.high {
		high = outer
	}
	return l.Turned || l.Y < low*l.Height || l.Y+l.Size > (1-high)*l.Height
}

const number = "# " // what masked makes of a line that is a number

// masked is a line with its numbers, also Roman ones, made alike.
func masked(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		if isNumber(w) {
			w = strings.TrimSpace(number)
		}
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

func isNumber(w string) bool {
	w = strings.Trim(w, ".,-–—()[]|/")
	if w == "" {
		return false
	}
	roman, digit := true, false
	for _, r := range w {
		roman = roman && strings.ContainsRune("ivxlcIVXLC", r)
		digit = digit || unicode.IsDigit(r)
	}
	return roman || digit
}
