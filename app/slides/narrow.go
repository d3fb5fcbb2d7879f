package slides

import (
	"slices"
	"strings"

	"dateline/app/story"
)

// Narrow is what is visible of a story, narrowed to what some slides tell of, or ask about.
func Narrow(s *story.Story, v story.View, list []Shown) story.View {
	told := make([][]story.Span, len(s.Articles)) // of each article
	for i := range list {
		for k := range list[i].Found {
			f := &list[i].Found[k]
			told[f.Doc] = append(told[f.Doc], f.Span)
		}
		for _, t := range list[i].Question.Texts {
			told[t.Doc] = append(told[t.Doc], t.Span)
		}
	}
	in := func(doc int, at story.Span) bool {
		return doc >= 0 && doc < len(told) && slices.ContainsFunc(told[doc], at.Overlaps)
	}
	event := func(i int) bool { return in(s.Events[i].Doc, s.Events[i].Span) }
	quote := func(i int) bool { return in(s.Quotes[i].Doc, s.Quotes[i].Span) }
	out := v
	out.Events, out.EventShare = kept(v.Events, v.EventShare, event)
	out.Quotes, out.QuoteShare = kept(v.Quotes, v.QuoteShare, quote)
	out.Actors, out.Named, out.Marks, out.Wide = nil, nil, nil, nil
	out.Places, out.Undated, out.Unplaced, out.Unlikely, out.Inside = 0, 0, 0, 0, len(out.Events)
	for _, i := range out.Events {
		if !s.Events[i].When.Dated() {
			out.Undated++
		}
		if s.Events[i].Where == nil {
			out.Unplaced++
		}
	}
	for _, m := range v.Marks {
		m.Events, _ = kept(m.Events, nil, event)
		m.Quotes, _ = kept(m.Quotes, nil, quote)
		m.Actors, m.Filled, m.Ring = nil, len(m.Events) > 0, len(m.Quotes) > 0
		if m.Filled || m.Ring {
			out.Marks = append(out.Marks, m)
		}
		if m.Filled {
			out.Places++
		}
	}
	return out
}

// kept are those of a list for which ok holds, with what stands beside them.
func kept(list []int, beside []float64, ok func(int) bool) (out []int, shares []float64) {
	for k, i := range list {
		if ok(i) {
			out = append(out, i)
			if k < len(beside) {
				shares = append(shares, beside[k])
			}
		}
	}
	return out, shares
}

// Notes are what a person noted of anything that a slide shows, the last word on each, a line each; of a person's own slide, its
// note.
func Notes(s *story.Story, log story.Log, x *Shown) string {
	if x.Kind != Told {
		return x.Note
	}
	var order []story.Target
	said := map[story.Target]string{}
	for _, c := range log.InForce() {
		at := c.About.Span
		if c.Kind != story.CorrectNote || at.Empty() || !slices.ContainsFunc(x.Found, func(f Found) bool {
			return s.Articles[f.Doc].ID == c.About.Article && at.Start < f.Span.End && f.Span.Start < at.End
		}) {
			continue
		}
		if _, known := said[c.About]; !known {
			order = append(order, c.About)
		}
		said[c.About] = c.Text
	}
	var out []string
	for _, about := range order {
		if s := strings.TrimSpace(said[about]); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
