package textview

import (
	"slices"
	"sort"

	"dateline/app/story"
)

// markSet finds marks by place. all is sorted by span; upTo[i] is the furthest end of all[:i+1].
type markSet struct {
	all  []Mark
	upTo []int
}

func newMarkSet(marks []Mark, length int) markSet {
	m := markSet{all: make([]Mark, 0, len(marks))}
	for _, k := range marks {
		k.Span = clip(k.Span, length)
		if !k.Span.Empty() {
			m.all = append(m.all, k)
		}
	}
	sort.SliceStable(m.all, func(i, j int) bool { return m.all[i].Span.Compare(m.all[j].Span) < 0 })
	m.upTo = make([]int, len(m.all))
	for i, k := range m.all {
		m.upTo[i] = k.Span.End
		if i > 0 {
			m.upTo[i] = max(m.upTo[i], m.upTo[i-1])
		}
	}
	return m
}

func clip(s story.Span, length int) story.Span {
	return story.Span{Start: max(0, min(s.Start, length)), End: max(0, min(s.End, length))}
}

// overlapping appends the marks that touch s, in order.
func (m *markSet) overlapping(s story.Span, into []*Mark) []*Mark {
	end := sort.Search(len(m.all), func(i int) bool { return m.all[i].Span.Start >= s.End })
	from := len(into)
	for i := end - 1; i >= 0 && m.upTo[i] > s.Start; i-- {
		if m.all[i].Span.Overlaps(s) {
			into = append(into, &m.all[i])
		}
	}
	slices.Reverse(into[from:])
	return into
}

// at is the mark to tap at a byte: a place or a time before the quote it stands in, the shortest first.
func (m *markSet) at(offset int) *Mark {
	var best *Mark
	for _, k := range m.overlapping(story.Span{Start: offset, End: offset + 1}, nil) {
		if k.Kind == 0 || k.Kind > Quote {
			continue
		}
		if best == nil || (k.Kind == Quote) != (best.Kind == Quote) && best.Kind == Quote ||
			(k.Kind == Quote) == (best.Kind == Quote) && k.Span.Len() < best.Span.Len() {
			best = k
		}
	}
	return best
}

// styleOf is how a paragraph is set.
func (m *markSet) styleOf(s story.Span) blockStyle {
	style := styleBody
	for _, k := range m.overlapping(s, nil) {
		switch k.Kind {
		case Headline:
			return styleHeadline
		case Subhead:
			style = styleSubhead
		}
	}
	return style
}

// dims are the dimmed stretches of s, relative to its start, joined.
func (m *markSet) dims(s story.Span) []story.Span {
	var out []story.Span
	for _, k := range m.overlapping(s, nil) {
		if k.Kind != Dimmed {
			continue
		}
		d := story.Span{Start: max(0, k.Span.Start-s.Start), End: min(s.Len(), k.Span.End-s.Start)}
		if n := len(out); n > 0 && d.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, d.End)
			continue
		}
		out = append(out, d)
	}
	return out
}

// joined sorts spans, cuts them to the text and joins those that touch.
func joined(spans []story.Span, length int) []story.Span {
	out := make([]story.Span, 0, len(spans))
	for _, s := range spans {
		if s = clip(s, length); !s.Empty() {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, story.Span.Compare)
	n := 0
	for _, s := range out {
		if n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out[n] = s
		n++
	}
	return out[:n]
}

// touching gives those of sorted, separate spans that overlap s.
func touching(spans []story.Span, s story.Span) []story.Span {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	k := i
	for k < len(spans) && spans[k].Start < s.End {
		k++
	}
	return spans[i:k]
}
