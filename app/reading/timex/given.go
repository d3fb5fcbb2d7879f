package timex

import (
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// Given is an expression of time that a person marked: what the finder reads in its words, else an expression that says
// nothing by itself. The order of day and month is that of the other dates found in the text, else that of the address.
func Given(t *token.Text, span story.Span, found []Found, address string) Found {
	out := Found{Span: span, Type: story.TimexDate}
	words := span.In(t.Source)
	if own := Find(token.Split(words)); len(own) > 0 {
		out = own[0]
		if out.Swap {
			out = Find(token.Split(words + otherDates(t.Source, span, found)))[0]
		}
		out.Span = span
		one := []Found{out}
		OrderAt(one, address)
		out = one[0]
	}
	first := t.At(span.Start)
	out.First, out.Last = int32(first), int32(max(first+1, t.At(max(span.Start, span.End-1))+1))
	return out
}

// otherDates are the days that a text names beside a span, as sentences.
func otherDates(text string, span story.Span, found []Found) string {
	var b strings.Builder
	for i := range found {
		if f := &found[i]; f.Form == FormDate && f.Day != 0 && !f.Span.Overlaps(span) {
			b.WriteString(".\n\n" + f.Span.In(text))
		}
	}
	return b.String()
}
