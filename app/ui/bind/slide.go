package bind

import (
	"image/color"

	"dateline/app/session"
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

// Slide is the slide of what is selected: its day, its first quote with the speaker, else its sentence.
func (w Words) Slide(st session.State) Slide {
	s, event := st.Story, st.SelectedEvent()
	out := Slide{Under: s.Title}
	when := story.Moment{}
	if event >= 0 {
		e := &s.Events[event]
		when = e.When
		out.At, out.Of = placeInStory(s, st.Filter, event)
		out.Event, out.Title, out.Colour = clip(e.Sentence.In(s.Articles[e.Doc].Text), 900), Title(s.Articles[e.Doc]), LaneColour(e.Doc)
	}
	if q := st.SelectedQuote(); q >= 0 && s.Quotes[q].Kind == story.QuoteDirect {
		quote := &s.Quotes[q]
		out.Words = curly(quote.Span.In(s.Articles[quote.Doc].Text))
		out.Speaker, out.Role = w.speaker(s, quote)
		out.Colour = LaneColour(quote.Doc)
		if event < 0 {
			when = quote.When
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
		out.Under = join(w.L(fullWeekdays[when.Earliest.Weekday()]), s.Title)
	}
	return out
}

// slideDate is the day in full, "12 March 2025", or the interval.
func (w Words) slideDate(m story.Moment) string {
	if m.Earliest != m.Latest || !m.Earliest.Bounded() {
		return w.Interval(m.Earliest, m.Latest)
	}
	return w.fullDay(m.Earliest)
}

// placeInStory tells which of the dated events that the filter lets through an event is, from 1, and how many there are;
// 0 and 0 where it is none of them.
func placeInStory(s *story.Story, f story.Filter, event int) (at, of int) {
	for _, i := range story.Passing(s, f) {
		if !s.Events[i].When.Dated() {
			break // those without a date come last
		}
		of++
		if i == event {
			at = of
		}
	}
	if at == 0 {
		return 0, 0
	}
	return at, of
}

// FirstSlide is the event that presenting begins with where a period is chosen: the selected one if it is visible (ok, and
// "" since it need not be selected), else the first dated one; not ok where none is visible.
func FirstSlide(st session.State) (id story.EventID, ok bool) {
	at := -1
	for _, i := range st.View.Events {
		if !st.Story.Events[i].When.Dated() {
			continue
		}
		if i == st.SelectedEvent() {
			return "", true
		}
		if at < 0 {
			at = i
		}
	}
	if at < 0 {
		return "", false
	}
	return st.Story.Events[at].ID, true
}

// SlidePoints are the place of what is selected and those near it where something happens in the period. Without a
// selected place it is all that is visible.
func SlidePoints(st session.State) []orb.Point {
	x := st.Selected
	if !x.Placed {
		return FirstPoints(st.View)
	}
	const reach = 5.0 // degrees: what lies farther away is named at the map's edge
	out := []orb.Point{x.At}
	for i := range st.View.Marks {
		m := &st.View.Marks[i]
		if d := m.At[0] - x.At[0]; m.Filled && !m.Country && d > -1.6*reach && d < 1.6*reach && m.At[1]-x.At[1] < reach && x.At[1]-m.At[1] < reach {
			out = append(out, m.At)
		}
	}
	return out
}
