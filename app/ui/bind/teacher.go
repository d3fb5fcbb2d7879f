package bind

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"time"

	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
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
	Asks   bool   // a question is on: Notes are its keys, At and Of count questions
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
		out.Place, out.Notes = all.place(w, k), all.notes(st.Log, k)
	}
	next := all.Beside(st, 1)
	if next < 0 {
		return out
	}
	x := all.Step(next)
	a := st.Story.Articles[x.Doc]
	out.NextHead = join(w.slideDate(x.When), all.place(w, next))
	out.NextWords, out.NextEdge = clip(x.Span.In(a.Text), longSlide), LaneColour(x.Doc)
	return out
}

// TeacherAsk words the question that is on for the teacher, with its answer, and the one after it.
func (w Words) TeacherAsk(r *quiz.Round) Teacher {
	out := Teacher{Asks: true, At: min(r.At+1, len(r.Set)), Of: len(r.Set), Foot: w.askBothScores(r)}
	q, g := r.Question()
	if q == nil {
		all := w.askedAll(r)
		out.Date, out.Words, out.Notes = all.Title, all.Under, w.L("1 or Enter asks other questions")+"\n"+w.L("Esc goes back to the slides")
		return out
	}
	out.Date = w.L(askTitles[q.Kind])
	out.Words = w.askedOf(r, q) + "\n" + joinColon(w.L("Answer"), w.askRight(r, q))
	out.Notes = w.askKeys(q, g)
	if k := r.At + 1; k < len(r.Set) {
		next := &r.Set[k]
		out.NextHead, out.NextWords = w.L(askTitles[next.Kind]), w.askedOf(r, next)
		out.NextEdge = LaneColour(next.Texts[0].Doc)
	}
	return out
}

// askedOf is the sentence that a question is made of, or those that are to be put in order.
func (w Words) askedOf(r *quiz.Round, q *quiz.Question) string {
	var out []string
	for i := range q.Texts {
		t := &q.Texts[i]
		words := clip(t.Span.In(r.Story.Articles[t.Doc].Text), longSlide)
		switch q.Kind {
		case quiz.Who:
			words = curly(words)
		case quiz.First:
			words = askSigns[i%len(askSigns)] + " " + words
		}
		out = append(out, words)
	}
	return strings.Join(out, "\n")
}

// askRight is the right answer, with its key where it has one.
func (w Words) askRight(r *quiz.Round, q *quiz.Question) string {
	switch q.Kind {
	case quiz.Where:
		return w.PlaceName(q.Place)
	case quiz.When:
		return w.slideDate(story.Moment{Earliest: q.From, Latest: q.To})
	case quiz.Who:
		return askSigns[q.Answer%len(askSigns)] + " " + r.Story.Speakers[q.Speakers[q.Answer]].Name
	case quiz.Which:
		return askSigns[q.Answer%len(askSigns)] + " " + clip(Title(r.Story.Articles[q.Articles[q.Answer]]), 140)
	}
	var order []string
	for _, i := range q.Order {
		order = append(order, join(askSigns[i%len(askSigns)], w.daysOf(r.Story, &q.Texts[i])))
	}
	return strings.Join(order, "; ")
}

// askKeys says what keys do at a question, a line each.
func (w Words) askKeys(q *quiz.Question, g *quiz.Given) string {
	var out []string
	switch {
	case g.Shown:
	case q.Kind == quiz.Where:
		out = append(out, w.L("Click on the map, here or there; or 1, then the arrows"))
	case q.Kind == quiz.When:
		out = append(out, w.L("Click on the timeline, here or there; or 1, then the arrows"))
	case q.Kind == quiz.First:
		out = append(out, w.L("1 to 3 in the order of the days"))
	default:
		out = append(out, w.L("1 to 4 answer"))
	}
	if g.Shown {
		out = append(out, w.L("Enter or Page Down: the next question"))
	} else {
		out = append(out, w.L("Enter or Page Down: show the answer"))
	}
	return strings.Join(append(out, w.L("T: the other team answers"), w.L("Esc goes back to the slides")), "\n")
}

// askBothScores is the score of the class, or of both teams.
func (w Words) askBothScores(r *quiz.Round) string {
	if !r.Teams {
		return w.scoreOf(r, 0)
	}
	return joinColon(w.teamName(0), w.scoreOf(r, 0)) + "; " + joinColon(w.teamName(1), w.scoreOf(r, 1))
}

// place is where slide k happens, "" where that is not told.
func (l *Slides) place(w Words, k int) string {
	x := l.Step(k)
	switch {
	case x.Event >= 0 && l.story.Events[x.Event].Where != nil:
		return w.PlaceName(l.story.Events[x.Event].Where.Place)
	case x.Event < 0 && len(x.Quotes) > 0 && l.story.Quotes[x.Quotes[0]].Where != nil:
		return w.PlaceName(l.story.Quotes[x.Quotes[0]].Where.Place)
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

// nextZoom is the closest that the picture of the next slide goes: it is small.
const nextZoom = 4.8

// NextView is what the picture of a slide that comes shows: what is visible in its days, where the map looks, and the place of
// the slide itself.
func NextView(st session.State, x slides.Step, size viewport.Viewport) (v story.View, frame viewport.Viewport, at orb.Point) {
	v = story.Visible(st.Story, story.Between(x.When.Earliest, x.When.Latest), st.Filter)
	points := FirstPoints(v)
	for i := range v.Marks {
		if m := &v.Marks[i]; slices.ContainsFunc(m.Events, func(e int) bool { return e == x.Event }) {
			at, points = m.At, slides.Near(v, m.At)
			break
		}
	}
	b, ok := viewport.Around(points)
	if !ok {
		b = orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{-1, -1}} // the world
	}
	return v, size.Fit(b, viewport.Pad{Left: 24, Top: 24, Right: 24, Bottom: 24}, nextZoom), at
}

// Elapsed words how long a lesson has run: "12:05", with hours "1:02:05".
func Elapsed(d time.Duration) string {
	s := max(0, int(d/time.Second))
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
