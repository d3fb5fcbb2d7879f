package project

import (
	"unicode/utf8"

	"dateline/app/story"
)

// points turns bytes of a text into code points and back. Both ways walk the text from a kept position, so that a list
// in order costs one walk.
type points struct {
	text    string
	byteAt  int // a position, in bytes
	pointAt int // the same, in code points
}

// of is a byte offset as a code point; outside the text, its nearest end.
func (p *points) of(at int) int {
	at = min(max(at, 0), len(p.text))
	if at < p.byteAt {
		p.byteAt, p.pointAt = 0, 0
	}
	p.pointAt += utf8.RuneCountInString(p.text[p.byteAt:at])
	p.byteAt = at
	return p.pointAt
}

// at is a code point as a byte offset; false outside the text.
func (p *points) at(point int) (int, bool) {
	if point < p.pointAt {
		p.byteAt, p.pointAt = 0, 0
	}
	for p.pointAt < point {
		if p.byteAt >= len(p.text) {
			return 0, false
		}
		_, n := utf8.DecodeRuneInString(p.text[p.byteAt:])
		p.byteAt, p.pointAt = p.byteAt+n, p.pointAt+1
	}
	return p.byteAt, point >= 0
}

// pair is a span as two code points.
func (p *points) pair(s story.Span) (start, end int) { return p.of(s.Start), p.of(s.End) }

// span is two code points as a span; false if they are no span of the text.
func (p *points) span(start, end int) (story.Span, bool) {
	if start > end {
		return story.Span{}, false
	}
	a, ok1 := p.at(start)
	b, ok2 := p.at(end)
	return story.Span{Start: a, End: b}, ok1 && ok2
}
