package bind

import (
	"slices"

	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
)

// Slides are the slides of a presentation in their order, made once for a story, a filter and a run: those of the run that a
// class is shown. What is gone is left out.
type Slides struct {
	All    *slides.Slides // all steps that can be slides
	list   []slides.Shown
	at     map[string]int // by Slide.ID
	story  *story.Story
	filter story.Filter
	run    slides.Run
}

// NewSlides makes the slides of a state: those that a person chose, else what the filter lets through.
func NewSlides(st *session.State) *Slides {
	s, f := st.Story, st.Filter
	l := &Slides{All: slides.Of(s, story.Passing(s, f), story.PassingQuotes(s, f)), story: s, filter: f, run: st.Run, at: map[string]int{}}
	for _, x := range slides.Resolve(s, st.Run.In(s, l.All)) {
		if !x.Gone {
			l.at[x.ID] = len(l.list)
			l.list = append(l.list, x)
		}
	}
	return l
}

// Of reports whether the slides are those of a state.
func (l *Slides) Of(st *session.State) bool {
	return l != nil && l.story == st.Story && l.filter.Equal(st.Filter) && l.run.Equal(st.Run)
}

// Len is how many slides there are.
func (l *Slides) Len() int { return len(l.list) }

// Slide is slide k. It is shared.
func (l *Slides) Slide(k int) *slides.Shown { return &l.list[k] }

// Ask reports whether there are questions among the slides.
func (l *Slides) Ask() bool {
	return slices.ContainsFunc(l.list, func(x slides.Shown) bool { return x.Kind == slides.Asked })
}

// Named is the slide with an ID; -1 where the class is shown none such.
func (l *Slides) Named(id string) int {
	if k, ok := l.at[id]; ok {
		return k
	}
	return -1
}

// At is the slide of what is selected; -1 where it is on none.
func (l *Slides) At(st session.State) int {
	if k, ok := l.at[st.Selected.Slide]; ok {
		return k
	}
	q, e := st.SelectedQuote(), st.SelectedEvent()
	if q >= 0 && (e < 0 || st.Selected.Focus == l.story.Quotes[q].Span) {
		if k := l.showing(l.story.Quotes[q].Doc, l.story.Quotes[q].Span); k >= 0 {
			return k
		}
	}
	if e < 0 {
		return -1
	}
	x := &l.story.Events[e]
	if !x.When.Dated() && l.All.Len() > 0 {
		return -1
	}
	at := x.Sentence
	if at.Empty() {
		at = x.Span
	}
	return l.showing(x.Doc, at)
}

// showing is the first slide that shows a stretch of an article; -1 where none does.
func (l *Slides) showing(doc int, at story.Span) int {
	for k := range l.list {
		for i := range l.list[k].Found {
			if f := &l.list[k].Found[i]; f.Doc == doc && f.Span.Overlaps(at) {
				return k
			}
		}
	}
	return -1
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
		k = l.from(st.Period.From)
		if by < 0 {
			k--
		}
	}
	if k < 0 || k >= l.Len() {
		return -1
	}
	return k
}

// from is the first slide of what begins on a day or later.
func (l *Slides) from(d story.Day) int {
	for k := range l.list {
		if m := l.list[k].When; m.Dated() && slides.Begins(m) >= d {
			return k
		}
	}
	return len(l.list)
}

// Here is the slide that the slider stands at: the one of what is selected, if the Period shows it; else the first in
// the Period, else the first after it, else the last. It is -1 where there are no slides. Stay says that nothing need be
// selected.
func (l *Slides) Here(st session.State) (k int, stay bool) {
	if l.Len() == 0 {
		return -1, false
	}
	if !st.Period.On {
		return 0, false
	}
	if k := l.At(st); k >= 0 && st.Period.Holds(l.list[k].When) {
		return k, true
	}
	for k := range l.list {
		if m := l.list[k].When; m.Dated() && st.Period.Holds(m) {
			return k, false
		}
	}
	return min(l.from(st.Period.From), l.Len()-1), false
}

// Means is what to select for slide k: an event, or a quote where nothing else is told there; nothing for a person's own words.
func (l *Slides) Means(k int) Meant {
	for i := range l.list[k].Found {
		f := &l.list[k].Found[i]
		if f.Event >= 0 {
			return Meant{Event: l.story.Events[f.Event].ID}
		} else if len(f.Quotes) > 0 {
			return Meant{Quote: l.story.Quotes[f.Quotes[0]].ID}
		}
	}
	return Meant{}
}
