package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Given is an expression of time that a person marked: what the finder reads in its words, else an expression that says
// nothing by itself.
func Given(t *token.Text, span story.Span) Found {
	out := Found{Span: span, Type: story.TimexDate}
	words := span.In(t.Source)
	if found := Find(token.Split(words)); len(found) > 0 {
		out = found[0]
		out.Span = span
	}
	first := t.At(span.Start)
	out.First, out.Last = int32(first), int32(max(first+1, t.At(max(span.Start, span.End-1))+1))
	return out
}
