package bind

import (
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
	Slide  bool   // … which is a slide: they count slides
	At, Of int
}

// Teacher words the slide of what is selected, and the one after it.
func (w Words) Teacher(st session.State, all *Slides) Teacher {
	now := w.Slide(st, all)
	out := Teacher{Date: now.Date, Words: now.Words, Foot: join(now.Title, now.Speaker), At: now.At, Of: now.Of}
	if out.Words == "" {
		out.Words = now.Event
	}
	out.Words = paragraphs(out.Words)
	k := all.At(st)
	if k >= 0 {
		x := all.Slide(k)
		out.Place, out.Notes = w.slidePlace(st.Story, x), slides.Notes(st.Story, st.Log, x)
		if now.Whole != "" {
			out.Words = paragraphs(now.Whole)
		}
	}
	w.comes(&out, st, all)
	return out
}

// comes says what slide comes next.
func (w Words) comes(out *Teacher, st session.State, all *Slides) {
	next := all.Beside(st, 1)
	if next < 0 {
		out.NextHead, out.NextWords, out.NextEdge = "", "", color.NRGBA{}
		return
	}
	x := all.Slide(next)
	out.NextHead, out.NextWords = w.slideHead(st.Story, x), paragraphs(slideWords(st.Story, x))
	switch {
	case len(x.Found) > 0:
		out.NextEdge = LaneColour(x.Found[0].Doc)
	case x.Kind == slides.Asked:
		out.NextEdge = LaneColour(x.Question.Texts[0].Doc)
	}
}

// TeacherRun words the question of a slide for the teacher, with its answer, what was noted of it, and the slide that comes next.
func (w Words) TeacherRun(st session.State, all *Slides, r *quiz.Round) Teacher {
	out := w.TeacherAsk(r)
	out.Slide, out.At, out.Of = true, all.At(st)+1, all.Len()
	if k := all.At(st); k >= 0 && strings.TrimSpace(all.Slide(k).Note) != "" {
		out.Notes = all.Slide(k).Note + "\n\n" + out.Notes
	}
	w.comes(&out, st, all)
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
	out.Words = askedOf(r.Story, q) + "\n" + joinColon(w.L("Answer"), w.askRight(r.Story, q))
	out.Notes = w.askKeys(r, q, g)
	if k := r.At + 1; k < len(r.Set) {
		next := &r.Set[k]
		out.NextHead, out.NextWords = w.L(askTitles[next.Kind]), askedOf(r.Story, next)
		out.NextEdge = LaneColour(next.Texts[0].Doc)
	}
	return out
}

// askedOf is the sentence that a question is made of, or those that are to be put in order.
func askedOf(s *story.Story, q *quiz.Question) string {
	var out []string
	for i := range q.Texts {
		t := &q.Texts[i]
		words := clip(t.Span.In(s.Articles[t.Doc].Text), longSlide)
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
func (w Words) askRight(s *story.Story, q *quiz.Question) string {
	switch q.Kind {
	case quiz.Where:
		return w.PlaceName(q.Place)
	case quiz.When:
		return w.slideDate(story.Moment{Earliest: q.From, Latest: q.To})
	case quiz.Who:
		return askSigns[q.Answer%len(askSigns)] + " " + s.Speakers[q.Speakers[q.Answer]].Name
	case quiz.Which:
		return askSigns[q.Answer%len(askSigns)] + " " + clip(Title(s.Articles[q.Articles[q.Answer]]), 140)
	}
	var order []string
	for _, i := range q.Order {
		order = append(order, join(askSigns[i%len(askSigns)], w.daysOf(s, &q.Texts[i])))
	}
	return strings.Join(order, "; ")
}

// askKeys says what keys do at a question, a line each.
func (w Words) askKeys(r *quiz.Round, q *quiz.Question, g *quiz.Given) string {
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
	back := w.L("Esc goes back to the slides")
	if r.Run {
		back = w.L("Q: other questions")
	}
	switch {
	case !g.Shown:
		out = append(out, w.L("Enter or Page Down: show the answer"))
	case r.Run:
		out = append(out, w.L("Enter or Page Down: the next slide"))
	default:
		out = append(out, w.L("Enter or Page Down: the next question"))
	}
	return strings.Join(append(out, w.L("T: the other team answers"), back), "\n")
}

// askBothScores is the score of the class, or of both teams.
func (w Words) askBothScores(r *quiz.Round) string {
	if !r.Teams {
		return w.scoreOf(r, 0)
	}
	return joinColon(w.teamName(0), w.scoreOf(r, 0)) + "; " + joinColon(w.teamName(1), w.scoreOf(r, 1))
}

// paragraphs are the lines of a slide as plain text.
func paragraphs(s string) string { return strings.ReplaceAll(s, "\t", ": ") }

// slideHead is the day and the place of a slide, or what its own heading says.
func (w Words) slideHead(s *story.Story, x *slides.Shown) string {
	switch {
	case x.Kind == slides.Title && x.Head == "":
		return w.L("Title slide")
	case x.Kind == slides.Asked:
		return w.L(askTitles[x.Ask])
	case x.Kind != slides.Told:
		return x.Head
	case !x.When.Dated():
		return join(w.L("Undated"), w.slidePlace(s, x))
	}
	return join(w.slideDate(x.When), w.slidePlace(s, x))
}

// slideWords is what a slide shows, as plain text.
func slideWords(s *story.Story, x *slides.Shown) string {
	switch {
	case x.Kind == slides.Asked && !x.Gone:
		return askedOf(s, &x.Question)
	case x.Kind != slides.Told:
		return x.Body
	}
	var out []string
	for i := range x.Found {
		out = append(out, clip(x.Found[i].Words(s.Articles[x.Found[i].Doc].Text), longSlide))
	}
	return strings.Join(out, "\n")
}

// slidePlace is where a slide happens, "" where that is not told.
func (w Words) slidePlace(s *story.Story, x *slides.Shown) string {
	for i := range x.Found {
		if at := whereOf(s, &x.Found[i]); at != nil {
			return w.PlaceName(at.Place)
		}
	}
	return ""
}

func whereOf(s *story.Story, f *slides.Found) *story.Spot {
	switch {
	case f.Event >= 0:
		return s.Events[f.Event].Where
	case len(f.Quotes) > 0:
		return s.Quotes[f.Quotes[0]].Where
	}
	return nil
}

// nextZoom is the closest that the picture of the next slide goes: it is small.
const nextZoom = 4.8

// NextView is what the picture of a slide that comes shows: what is visible in its days, where the map looks, and the place of
// the slide itself.
func NextView(st session.State, x *slides.Shown, size viewport.Viewport) (v story.View, frame viewport.Viewport, at orb.Point) {
	var p story.Period // a slide without a day shows all
	if x.When.Dated() {
		p = story.Between(x.When.Earliest, x.When.Latest)
	}
	v = story.Visible(st.Story, p, st.Filter)
	points := FirstPoints(v)
	for i := range v.Marks {
		if m := &v.Marks[i]; len(x.Found) > 0 && slices.ContainsFunc(m.Events, func(e int) bool { return e == x.Found[0].Event }) {
			at, points = m.At, slides.Near(v, m.At)
			break
		}
	}
	b, ok := viewport.Around(points)
	if !ok {
		b = orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{-1, -1}} // the world
	}
	if x.Held {
		return v, size.Fit(x.Area, viewport.Pad{}, MaxHeld), at
	}
	return v, size.Fit(b, viewport.Pad{Left: 24, Top: 24, Right: 24, Bottom: 24}, nextZoom), at
}

// Elapsed words how long a lesson has run, in minutes: "12 min". Seconds would have the teacher's window drawn anew sixty times
// as often.
func (w Words) Elapsed(d time.Duration) string {
	return w.L("{{.N}} min", map[string]any{"N": max(0, int(d/time.Minute))})
}
