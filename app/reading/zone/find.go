// Package zone says what each stretch of an article is for: headline, teaser, byline, date line, dateline, body,
// subhead, caption, list or boilerplate. Markup decides where there is some; plain text is judged line by line, by
// length, case, punctuation, place and repetition. It does not look for names or dates beyond what a line needs.
package zone

import (
	"sort"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find covers the whole text with zones, in order and without gaps. Zones that the markup gave (doc.Zones) stand; the
// rest is judged as plain text. An empty text has no zones.
func Find(doc *story.Document, t *token.Text) []story.Zone {
	text := doc.Text
	if text == "" {
		return nil
	}
	if len(doc.Zones) > 0 {
		if zs := given(doc); len(zs) > 0 {
			return fill(addDatelines(text, zs), len(text))
		}
	}
	return fill(plain(doc), len(text))
}

// given are the zones of the markup, cleaned: sorted, inside the text, not overlapping.
func given(doc *story.Document) []story.Zone {
	zs := append([]story.Zone(nil), doc.Zones...)
	sort.SliceStable(zs, func(i, j int) bool { return zs[i].Span.Compare(zs[j].Span) < 0 })
	out := zs[:0]
	at := 0
	for _, z := range zs {
		z.Span.Start = border(doc.Text, max(z.Span.Start, at))
		z.Span.End = border(doc.Text, min(z.Span.End, len(doc.Text)))
		if z.Span.Empty() {
			continue
		}
		at = z.Span.End
		out = append(out, z)
	}
	return out
}

// border moves an offset back to the rune border at or before it.
func border(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	for i > 0 && text[i]&0xC0 == 0x80 {
		i--
	}
	return max(i, 0)
}

// fill gives every gap to the zone before it, the first gap to the first zone, and joins neighbours of one kind
// that are body or boilerplate, where a border means nothing.
func fill(zs []story.Zone, n int) []story.Zone {
	if len(zs) == 0 {
		return []story.Zone{{Span: story.Span{Start: 0, End: n}, Kind: story.ZoneBody}}
	}
	zs[0].Span.Start = 0
	for i := range zs {
		if i+1 < len(zs) {
			zs[i].Span.End = zs[i+1].Span.Start
		} else {
			zs[i].Span.End = n
		}
	}
	out := zs[:1]
	for _, z := range zs[1:] {
		last := &out[len(out)-1]
		if z.Kind == last.Kind && (z.Kind == story.ZoneBody || z.Kind == story.ZoneBoilerplate) {
			last.Span.End = z.Span.End
			continue
		}
		out = append(out, z)
	}
	return out
}

// addDatelines splits a dateline off the first body zones that the markup gave.
func addDatelines(text string, zs []story.Zone) []story.Zone {
	for i, z := range zs {
		if z.Kind != story.ZoneBody {
			continue
		}
		start := z.Span.Start
		for start < z.Span.End && space(text[start]) {
			start++
		}
		if end := datelineEnd(text[start:z.Span.End]); end > 0 {
			out := append([]story.Zone(nil), zs[:i]...)
			if start > z.Span.Start {
				out = append(out, story.Zone{Span: story.Span{Start: z.Span.Start, End: start}, Kind: story.ZoneBody})
			}
			out = append(out, story.Zone{Span: story.Span{Start: start, End: start + end}, Kind: story.ZoneDateline})
			if start+end < z.Span.End {
				out = append(out, story.Zone{Span: story.Span{Start: start + end, End: z.Span.End}, Kind: story.ZoneBody})
			}
			return append(out, zs[i+1:]...)
		}
		break
	}
	return zs
}

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
