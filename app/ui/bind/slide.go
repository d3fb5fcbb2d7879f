package bind

import (
	"image/color"

	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// Slide is what the presenter's screen says of what is selected.
type Slide struct {
	Date  string
	Under string // below it: the weekday and the story

	Words   string
	Speaker string
	Role    string
	Event   string // the event's sentence, for where there are no Words
	Title   string // of its article
	Colour  color.NRGBA

	At, Of int // which event of how many; Of 0 says nothing
}

// fullWeekdays are asked of the translation one by one.
var fullWeekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// Slide is the slide of what is selected: its day, its quote with the speaker where the sentence says little else, else
// the sentence.
func (w Words) Slide(st session.State, all *Slides) Slide {
	s, event := st.Story, st.SelectedEvent()
	out := Slide{Under: w.StoryTitle(st)}
	when, quote := story.Moment{}, st.SelectedQuote()
	k := all.At(st)
	if k >= 0 {
		x := all.Step(k)
		out.At, out.Of, when, quote = k+1, all.Len(), x.When, all.Words(s, k)
		out.Event, out.Title, out.Colour = clip(x.Span.In(s.Articles[x.Doc].Text), longSlide), Title(s.Articles[x.Doc]), LaneColour(x.Doc)
		if event >= 0 && x.Event >= 0 && s.Events[event].When.Dated() {
			when = s.Events[event].When
		}
	} else if event >= 0 {
		e := &s.Events[event]
		when = e.When
		out.Event, out.Title, out.Colour = clip(e.Sentence.In(s.Articles[e.Doc].Text), longSlide), Title(s.Articles[e.Doc]), LaneColour(e.Doc)
	}
	if quote >= 0 && s.Quotes[quote].Kind == story.QuoteDirect {
		q := &s.Quotes[quote]
		out.Words = curly(q.Span.In(s.Articles[q.Doc].Text))
		out.Speaker, out.Role = w.speaker(s, q)
		out.Colour = LaneColour(q.Doc)
		if event < 0 {
			when = q.When
		}
	}
	if !when.Dated() {
		out.Date, _ = w.period(s, st.View, st.Width)
		if !st.Selected.None() && !st.Period.On {
			out.Date = w.L("Undated")
		}
		return out
	}
	out.Date = w.slideDate(when)
	if when.Earliest == when.Latest && when.Earliest.Bounded() {
		out.Under = join(w.L(fullWeekdays[when.Earliest.Weekday()]), out.Under)
	}
	return out
}

// longSlide is how many letters of a text go onto slides; what one card has no room for goes on over the next.
const longSlide = 4000

// slideDate is the day in full, "12 March 2025", or the interval.
func (w Words) slideDate(m story.Moment) string {
	if m.Earliest != m.Latest || !m.Earliest.Bounded() {
		return w.Interval(m.Earliest, m.Latest)
	}
	return w.fullDay(m.Earliest)
}

// SlidePoints are the place of what is selected and those near it where something happens in the period. Without a
// selected place it is all that is visible.
func SlidePoints(st session.State) []orb.Point {
	if !st.Selected.Placed {
		return FirstPoints(st.View)
	}
	return slides.Near(st.View, st.Selected.At)
}
