package pubdate

import (
	"dateline/app/reading/timex"
	"dateline/app/story"
)

// bySiblings words what the siblings of article i say: the dated ones that are most like it, and the order of plans.
func (s *set) bySiblings(i int, best story.Day) []story.Reason {
	var out []story.Reason
	for _, e := range s.edges[i] {
		o := &s.articles[e.to]
		if len(out) == 3 {
			break
		}
		switch {
		case e.order < 0:
			out = append(out, story.Why(whyPlanned, o.Title))
		case e.order > 0:
			out = append(out, story.Why(whyDone, o.Title))
		}
		if gap := o.Publication.Best - best; sure(&o.Publication) && e.sim > s.w.LikeContrary && (gap > s.w.SayAgainst || gap < -s.w.SayAgainst) {
			out = append(out, story.Why(whyAgainst, o.Title, timex.DayInWords(o.Publication.Best)))
		} else if sure(&o.Publication) {
			out = append(out, story.Why(whySibling, o.Title, timex.DayInWords(o.Publication.Best)))
		}
	}
	return out
}
