package bind

import (
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
)

// Slides are the steps of a presentation in order of time, made once for a story and a filter.
type Slides struct {
	*slides.Slides
	story  *story.Story
	filter story.Filter
}

// NewSlides makes the slides of what the filter lets through and what has a date.
func NewSlides(s *story.Story, f story.Filter) *Slides {
	return &Slides{Slides: slides.Of(s, story.Passing(s, f), story.PassingQuotes(s, f)), story: s, filter: f}
}

// Of reports whether the slides are those of a state.
func (l *Slides) Of(st session.State) bool {
	return l != nil && l.story == st.Story && l.filter.Equal(st.Filter)
}

// At is the slide of what is selected; -1 where it is on none.
func (l *Slides) At(st session.State) int {
	q, e := st.SelectedQuote(), st.SelectedEvent()
	if q >= 0 && (e < 0 || st.Selected.Focus == l.story.Quotes[q].Span) {
		if k := l.OfQuote(q); k >= 0 {
			return k
		}
	}
	return l.OfEvent(e)
}

// Beside is the slide by steps forward or back from what is selected. Where that is on no slide, it is the first of the
// Period, or the last before it. It is -1 where there is none.
func (l *Slides) Beside(st session.State, by int) int {
	k := l.At(st)
	switch {
	case k >= 0:
		k += by
	case !st.Period.On && by > 0:
		k = 0
	case !st.Period.On:
		k = l.Len() - 1
	default:
		k = l.From(st.Period.From)
		if by < 0 {
			k--
		}
	}
	if k < 0 || k >= l.Len() {
		return -1
	}
	return k
}

// First is the slide that presenting begins with: the one of what is selected, if the Period shows it; else the first in
// the Period, else the first after it, else the last. It is -1 where there are no slides. Stay says that nothing need be
// selected.
func (l *Slides) First(st session.State) (k int, stay bool) {
	if l.Len() == 0 {
		return -1, false
	}
	if !st.Period.On {
		return 0, false
	}
	if k := l.At(st); k >= 0 && st.Period.Holds(l.Step(k).When) {
		return k, true
	}
	for k := range l.Len() {
		if st.Period.Holds(l.Step(k).When) {
			return k, false
		}
	}
	return min(l.From(st.Period.From), l.Len()-1), false
}

// Means is what to select for slide k: an event, or a quote where nothing else is told there.
func (l *Slides) Means(k int) Meant {
	if x := l.Step(k); x.Event >= 0 {
		return Meant{Event: l.story.Events[x.Event].ID}
	} else if len(x.Quotes) > 0 {
		return Meant{Quote: l.story.Quotes[x.Quotes[0]].ID}
	}
	return Meant{}
}
