package story

import "strings"

// Refit is the log for another text of an article that corrections speak of: a page saved again, a paragraph added, a
// headline changed. Each correction goes to the place where the same words stand among the same neighbours; lost are
// those whose words are not there any more, which are left as they were. from and to are the texts before and after.
func (l Log) Refit(from, to *Document) (out Log, lost []Correction) {
	all := make([]Correction, 0, len(l.all))
	for _, c := range l.all {
		if c.About.Article != from.ID {
			all = append(all, c)
			continue
		}
		moved := c
		moved.About.Article = to.ID
		if c.About.Words != "" && !c.About.Span.Empty() {
			at, ok := Refind(from.Text, to.Text, c.About)
			if !ok {
				lost = append(lost, c)
				all = append(all, c)
				continue
			}
			moved.About.Span = at
		}
		all = append(all, moved)
	}
	return Log{all}, lost
}

// neighbours is how many bytes before and after a stretch are compared: about a sentence.
const neighbours = 120

// Refind finds the words of a target in another text: of several places the one whose neighbours are most alike.
// It is false where they are not there, or did not stand in the text before.
func Refind(from, to string, t Target) (Span, bool) {
	if t.Span.End > len(from) || t.Span.In(from) != t.Words {
		return Span{}, false
	}
	before, after := squeeze(from[max(0, t.Span.Start-neighbours):t.Span.Start]), squeeze(from[t.Span.End:min(len(from), t.Span.End+neighbours)])
	best, score := Span{}, -1
	for at := 0; ; {
		i := strings.Index(to[at:], t.Words)
		if i < 0 {
			break
		}
		s := Span{Start: at + i, End: at + i + len(t.Words)}
		n := sameEnd(before, squeeze(to[max(0, s.Start-neighbours):s.Start])) + sameBegin(after, squeeze(to[s.End:min(len(to), s.End+neighbours)]))
		if n > score {
			best, score = s, n
		}
		at = s.Start + 1
	}
	return best, score >= 0
}

// squeeze is a text with single spaces, so that lines wrapped elsewhere are alike.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func sameEnd(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func sameBegin(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
