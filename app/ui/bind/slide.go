package bind

import (
	"image/color"
	"slices"
	"strings"

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
	Event   string // the event's sentence, for where there are no Words; several on a line each, each behind its article and a tab
	Title   string // of its article
	Whole   string // the sentence whole, where Event is shortened; "" else
	Hide    bool   // names, day and who speaks come one after the other
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
		x := all.Slide(k)
		out.At, out.Of, out.Hide = k+1, all.Len(), x.Hide
		if x.Kind != slides.Told {
			out.Under, out.Event, out.Title = "", x.Head, x.Body
			if x.Kind == slides.Text {
				out.Event, out.Title = ownText(x.Head, x.Body), ""
			}
			return out
		}
		when, quote = x.When, out.told(s, x)
		if event >= 0 && x.Found[0].Event >= 0 && s.Events[event].When.Dated() {
			when = s.Events[event].When
			if len(x.Found) == 1 && x.Found[0].Event != event && x.Found[0].Keep == nil && quote < 0 {
				out.clause(s, &s.Events[event])
			}
		}
	} else if event >= 0 {
		e := &s.Events[event]
		when = e.When
		out.Event, out.Title, out.Colour = clip(e.Sentence.In(s.Articles[e.Doc].Text), longSlide), Title(s.Articles[e.Doc]), LaneColour(e.Doc)
		out.clause(s, e)
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

// clause shows what a relative clause tells by itself, and its sentence when it is asked for: the day is that of the clause.
func (out *Slide) clause(s *story.Story, e *story.Event) {
	text := s.Articles[e.Doc].Text
	if keep := slides.Clause(text, e.Sentence, e); keep != nil {
		f := slides.Found{Span: e.Sentence, Keep: keep}
		out.Event, out.Whole = clip(f.Words(text), longSlide), clip(e.Sentence.In(text), longSlide)
	}
}

// ownText is a heading and a text of a person's own, the heading in bold.
func ownText(head, body string) string {
	lines := strings.Split(clipLines(body, longSlide), "\n")
	if head != "" {
		lines = append([]string{clip(head, longSlide) + "\t"}, lines...)
	}
	return strings.Join(lines, "\n")
}

// clipLines is clip for each line of a text.
func clipLines(s string, n int) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = clip(line, n); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// told is what a slide of articles shows, and the quote that it shows alone; -1 where it shows sentences.
func (out *Slide) told(s *story.Story, x *slides.Shown) (quote int) {
	f := &x.Found[0]
	a := s.Articles[f.Doc]
	out.Title, out.Colour = Title(a), LaneColour(f.Doc)
	if len(x.Found) == 1 {
		out.Event = clip(f.Words(a.Text), longSlide)
		if f.Keep != nil {
			out.Whole = clip(f.Span.In(a.Text), longSlide)
		}
		return f.Alone(s)
	}
	several := slices.ContainsFunc(x.Found, func(o slides.Found) bool { return o.Doc != f.Doc })
	if several {
		out.Title = ""
	}
	var shown, whole []string
	for i := range x.Found {
		f := &x.Found[i]
		a := s.Articles[f.Doc]
		head := ""
		if several {
			head = clip(Title(a), longTitle) + "\t"
		}
		shown, whole = append(shown, head+clip(f.Words(a.Text), longSlide)), append(whole, head+clip(f.Span.In(a.Text), longSlide))
	}
	out.Event = strings.Join(shown, "\n")
	if w := strings.Join(whole, "\n"); w != out.Event {
		out.Whole = w
	}
	return -1
}

// longTitle is how many letters of the title of an article stand before its sentence.
const longTitle = 60

// longSlide is how many letters of a text go onto slides; what one card has no room for goes on over the next.
const longSlide = 4000

// slideDate is the day in full, "12 March 2025", or the interval.
func (w Words) slideDate(m story.Moment) string {
	if m.Earliest != m.Latest || !m.Earliest.Bounded() {
		return w.Interval(m.Earliest, m.Latest)
	}
	return w.fullDay(m.Earliest)
}

// SlidePoints are what the map of a slide shows, no closer than a zoom (0 is for the caller to say): what a person chose for it,
// else the place of what is selected and those near it where something happens in the period. Without a selected place it is all
// that is visible.
func SlidePoints(st session.State, all *Slides) (points []orb.Point, closest float64) {
	if k := all.At(st); k >= 0 && all.Slide(k).Held {
		b := all.Slide(k).Area
		return []orb.Point{b.Min, b.Max, b.LeftTop(), b.RightBottom()}, MaxHeld
	}
	if k := all.At(st); k >= 0 && len(all.Slide(k).Found) > 1 {
		for i := range all.Slide(k).Found {
			if w := whereOf(st.Story, &all.Slide(k).Found[i]); w != nil {
				points = append(points, slides.Near(st.View, w.Place.Anchor)...)
			}
		}
		if len(points) > 0 {
			return points, 0
		}
	}
	return slidePoints(st), 0
}

// MaxHeld is how close a map view can be that a person chose.
const MaxHeld = 16

func slidePoints(st session.State) []orb.Point {
	if !st.Selected.Placed {
		return FirstPoints(st.View)
	}
	return slides.Near(st.View, st.Selected.At)
}
