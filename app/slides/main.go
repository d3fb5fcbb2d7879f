package slides

import (
	"slices"

	"dateline/app/story"
)

// Weights are the numbers of this package that were set by hand.
type Weights struct {
	Main     int     // slides: how many are chosen for a lesson of about 45 minutes at most
	P        float64 // for an event that is surely told so: less than one article more that tells of it
	Day      float64 // for a day, or a few, that the sentence itself tells
	FewDays  int     // days: so many are a few
	Counted  float64 // taken off where no day is told and it is counted from the day of publication
	Voice    float64 // for a quote that can stand by itself, of somebody who is named
	Placed   float64 // for something that the map can show
	Short    int     // bytes: a sentence below that says little on a slide
	Long     int     // bytes: one above that is hard to read from the last row
	Unwieldy float64 // taken off for a sentence that is shorter or longer
	SameDay  float64 // taken off for each slide of the same day that was chosen before: a lesson goes through the story
	SameDoc  float64 // … of the same article
}

// DefaultWeights are those that are used. They were set by looking at what is chosen of the sample stories.
func DefaultWeights() Weights {
	return Weights{Main: 12, P: 0.9, Day: 0.7, FewDays: 4, Counted: 0.5, Voice: 0.7, Placed: 0.25, Short: 45, Long: 300, Unwieldy: 0.6, SameDay: 0.3, SameDoc: 0.05}
}

// candidate is a step that may be chosen.
type candidate struct {
	at    int // among the steps
	score float64
	same  string // the event, as Event.Same names it
}

// main are the steps that tell the story best, in order of time: what most articles tell of, what is sure, who is heard,
// spread over the days. Of a story in which nothing has a day they are in order of the articles.
func (l *Slides) main(s *story.Story) []Step {
	w := DefaultWeights()
	steps := l.all
	if len(steps) == 0 {
		steps = l.rest
	}
	if len(steps) <= w.Main {
		return steps
	}
	var left []candidate
	for i := range steps {
		if x := &steps[i]; !headline(s, x) {
			left = append(left, w.rate(s, i, x))
		}
	}
	var chosen []int
	days, docs, told := map[story.Day]int{}, map[int]int{}, map[string]bool{}
	for len(chosen) < w.Main {
		best, most := -1, 0.0
		for k := range left {
			x := &steps[left[k].at]
			if left[k].same != "" && told[left[k].same] {
				continue
			}
			score := left[k].score - w.SameDay*float64(days[Begins(x.When)]) - w.SameDoc*float64(docs[x.Doc])
			if best < 0 || score > most {
				best, most = k, score
			}
		}
		if best < 0 {
			break
		}
		c := left[best]
		left = slices.Delete(left, best, best+1)
		chosen = append(chosen, c.at)
		days[Begins(steps[c.at].When)]++
		docs[steps[c.at].Doc]++
		if c.same != "" {
			told[c.same] = true
		}
	}
	slices.Sort(chosen)
	out := make([]Step, len(chosen))
	for i, at := range chosen {
		out[i] = steps[at]
	}
	return out
}

// headline reports whether a step is no more than the headline of its article.
func headline(s *story.Story, x *Step) bool {
	return len(x.Quotes) == 0 && s.Articles[x.Doc].ZoneAt(x.Span.Start) == story.ZoneHeadline
}

// rate says how well a step tells the story.
func (w *Weights) rate(s *story.Story, i int, x *Step) candidate {
	c := candidate{at: i, score: 1}
	if x.Event >= 0 {
		e := &s.Events[x.Event]
		c.score, c.same = float64(max(e.Weight, 1))+w.P*e.P, e.Same
		if e.Where != nil && !e.Where.Actor {
			c.score += w.Placed
		}
		if !e.Modality.Real() {
			c.score -= w.P
		}
	}
	switch m := &x.When; {
	case m.Basis == story.BasisPublication:
		c.score -= w.Counted
	case m.Basis == story.BasisInherited || !m.Earliest.Bounded() || !m.Latest.Bounded():
	case int(m.Latest-m.Earliest) < w.FewDays:
		c.score += w.Day
	}
	if q := alone(s, x.Span, x.Quotes); q >= 0 && s.Quotes[q].Speaker >= 0 {
		c.score += w.Voice
	}
	if n := x.Span.Len(); n < w.Short || n > w.Long {
		c.score -= w.Unwieldy
	}
	return c
}
