package bind

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"dateline/app/session"
	"dateline/app/story"
)

// Teacher is what the second window of a presentation says: what the class sees, what comes next, and what was noted.
type Teacher struct {
	Date, Place string // of the slide on screen
	Words       string // its sentence or its quote
	Foot        string // its article, and who speaks

	NextHead  string // day and place of the slide that comes next; "" after the last
	NextWords string
	NextEdge  color.NRGBA // the colour of its article

	Notes  string // typed before, for this slide
	At, Of int
}

// Teacher words the slide of what is selected, and the one after it.
func (w Words) Teacher(st session.State, all *Slides) Teacher {
	now := w.Slide(st, all)
	out := Teacher{Date: now.Date, Words: now.Words, Foot: join(now.Title, now.Speaker), At: now.At, Of: now.Of}
	if out.Words == "" {
		out.Words = now.Event
	}
	k := all.At(st)
	if k >= 0 {
		out.Place, out.Notes = all.place(k), all.notes(st.Log, k)
	}
	next := all.Beside(st, 1)
	if next < 0 {
		return out
	}
	x := all.Step(next)
	a := st.Story.Articles[x.Doc]
	out.NextHead = join(w.slideDate(x.When), all.place(next))
	out.NextWords, out.NextEdge = clip(x.Span.In(a.Text), longSlide), LaneColour(x.Doc)
	return out
}

// place is where slide k happens, "" where that is not told.
func (l *Slides) place(k int) string {
	x := l.Step(k)
	switch {
	case x.Event >= 0 && l.story.Events[x.Event].Where != nil:
		return PlaceName(l.story.Events[x.Event].Where.Place)
	case x.Event < 0 && len(x.Quotes) > 0 && l.story.Quotes[x.Quotes[0]].Where != nil:
		return PlaceName(l.story.Quotes[x.Quotes[0]].Where.Place)
	}
	return ""
}

// notes are what a person noted of anything that slide k shows, the last word on each, a paragraph each.
func (l *Slides) notes(log story.Log, k int) string {
	x := l.Step(k)
	id := l.story.Articles[x.Doc].ID
	var order []story.Target
	said := map[story.Target]string{}
	for _, c := range log.InForce() {
		at := c.About.Span
		if c.Kind != story.CorrectNote || c.About.Article != id || at.Empty() || at.Start >= x.Span.End || x.Span.Start >= at.End {
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

// Elapsed words how long a lesson has run: "12:05", with hours "1:02:05".
func Elapsed(d time.Duration) string {
	s := max(0, int(d/time.Second))
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
