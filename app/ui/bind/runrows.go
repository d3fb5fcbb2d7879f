package bind

import (
	"image/color"
	"slices"
	"strings"

	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// RunRow is a slide in the list of slides: one of the lesson, or one that can be put into it.
type RunRow struct {
	Slide  slides.Slide
	Number int    // its place in the lesson, from 1; 0 of what can be put in
	In     bool   // of what can be put in: it is in the lesson
	Head   string // day and place
	Words  string
	Signs  string // what was chosen for it
	Gone   string // why the class does not see it
	Sign   string // where no picture can be
	Colour color.NRGBA
	Asks   bool // it is a question, and Slide.Ask says of what kind

	At    []orb.Point // what its picture marks
	Ring  bool        // somebody speaks from there
	Frame *orb.Bound  // what its picture shows, where a person chose that
}

// RunTab is which slides are listed.
type RunTab int

// The tabs.
const (
	TabRun RunTab = iota
	TabEvents
	TabQuotes
	TabCompare
	TabQuestions
)

// RunList lists the slides of a state, and what can be put in.
type RunList struct {
	w     Words
	st    session.State
	all   *Slides
	notes []story.Correction // in force
	asked []slides.Shown     // what can be asked
}

// NewRunList is for the slides of a state.
// Of questions it lists those that are handed in: finding them takes its time.
func (w Words) NewRunList(st session.State, all *Slides, asked []slides.Shown) *RunList {
	l := &RunList{w: w, st: st, all: all, asked: asked}
	for _, c := range st.Log.InForce() {
		if c.Kind == story.CorrectNote && strings.TrimSpace(c.Text) != "" {
			l.notes = append(l.notes, c)
		}
	}
	return l
}

// Made tells in a word how the slides were chosen, and that questions come after the last one where a person chose none.
func (l *RunList) Made() string {
	out := l.chosen()
	if l.all.Len() > 0 && !l.all.Ask() && quiz.NewFinder(l.st.Story).Any() {
		return join(out, l.w.L("then questions"))
	}
	return out
}

func (l *RunList) chosen() string {
	n, all := len(l.all.run.In(l.st.Story, l.all.All)), l.all.All.Len()
	data := map[string]any{"N": n, "All": all}
	switch {
	case n == 0 && l.st.Run.Made != slides.MadeOwn:
		return l.w.L("There is nothing to show yet")
	case l.st.Run.Made == slides.MadeOwn:
		if gone := n - l.all.Len(); gone > 0 {
			data["Gone"] = gone
			return l.w.L("Chosen by you: {{.N}}, of which {{.Gone}} cannot be shown any more", data)
		}
		return l.w.L("Chosen by you: {{.N}}", data)
	case all == 0:
		return l.w.L("Nothing has a day: {{.N}}, in the order of the articles", data)
	case l.st.Run.Made == slides.MadeAll || n == all:
		return l.w.L("All that has a day: {{.N}}, in order of time", data)
	}
	return l.w.L("Main events: {{.N}} of {{.All}}, what most articles tell of, in order of time", data)
}

// Tabs are what the tabs are called.
func (l *RunList) Tabs() []string { return l.w.RunTabs() }

// RunTabs are what the tabs are called.
func (w Words) RunTabs() []string {
	return []string{w.L("Slides"), w.L("Events"), w.L("Quotes"), w.L("Comparisons"), w.L("Questions")}
}

// Rows are the rows of a tab.
func (l *RunList) Rows(tab RunTab) []RunRow {
	if tab == TabRun {
		list := slides.Resolve(l.st.Story, l.all.run.In(l.st.Story, l.all.All))
		out := make([]RunRow, len(list))
		for i := range list {
			out[i] = l.row(&list[i])
			out[i].Number = i + 1
		}
		return out
	}
	shown, list := l.shown(), l.asked
	if tab != TabQuestions {
		list = slides.Resolve(l.st.Story, l.possible(tab))
	}
	out := make([]RunRow, 0, len(list))
	for i := range list {
		if list[i].Gone {
			continue
		}
		r := l.row(&list[i])
		r.In = len(l.in(shown, &list[i])) > 0
		out = append(out, r)
	}
	return out
}

// possible are the slides that can be put in.
func (l *RunList) possible(tab RunTab) (out []slides.Slide) {
	s := l.st.Story
	var steps []slides.Step
	for k := range l.all.All.Len() {
		steps = append(steps, l.all.All.Step(k))
	}
	steps = append(steps, l.all.All.Undated()...)
	switch tab {
	case TabCompare:
		return slides.Comparisons(s, steps)
	case TabQuotes:
		steps = slices.DeleteFunc(steps, func(x slides.Step) bool { return len(x.Quotes) == 0 })
	default:
		steps = slices.DeleteFunc(steps, func(x slides.Step) bool { return x.Event < 0 })
	}
	for i := range steps {
		out = append(out, slides.SlideOf(s, &steps[i]))
	}
	return out
}

// place is a stretch of an article, shown or asked about.
type place struct {
	article string
	span    story.Span
	asked   bool
	ask     quiz.Kind
}

func placeOf(x *slides.Slide, p *slides.Part) place {
	return place{p.Article, p.Span, x.Kind == slides.Asked, x.Ask}
}

// shown are the stretches that the lesson shows, with the slides that do.
func (l *RunList) shown() map[place][]string {
	out := map[place][]string{}
	for _, x := range l.all.run.In(l.st.Story, l.all.All) {
		for i := range x.Parts {
			k := placeOf(&x, &x.Parts[i])
			out[k] = append(out[k], x.ID)
		}
	}
	return out
}

// in are the slides of the lesson that show all of a slide.
func (l *RunList) in(shown map[place][]string, x *slides.Shown) (ids []string) {
	for i := range x.Parts {
		have := shown[placeOf(&x.Slide, &x.Parts[i])]
		if i == 0 {
			ids = slices.Clone(have)
		}
		ids = slices.DeleteFunc(ids, func(id string) bool { return !slices.Contains(have, id) })
	}
	return ids
}

// Shows are the slides of the lesson that show all of a slide that can be put in.
func (l *RunList) Shows(x slides.Slide) []string {
	list := slides.Resolve(l.st.Story, []slides.Slide{x})
	return l.in(l.shown(), &list[0])
}

// Place is where a slide that is put in comes to stand: in order of time, before the first that is later; what has no day at the
// end. A question comes after all that tell what it asks about.
func (l *RunList) Place(x slides.Slide) int {
	when := slides.Resolve(l.st.Story, []slides.Slide{x})[0].When
	list := slides.Resolve(l.st.Story, l.all.run.In(l.st.Story, l.all.All))
	if x.Kind == slides.Asked {
		for i := len(list) - 1; i >= 0; i-- {
			if tellsOf(&list[i].Slide, &x) {
				return i + 1
			}
		}
	}
	if when.Dated() {
		for i := range list {
			if m := list[i].When; m.Dated() && m.Compare(when) > 0 {
				return i
			}
		}
	}
	return len(list)
}

// tellsOf reports whether a slide shows any of the words that a question is about.
func tellsOf(x, asks *slides.Slide) bool {
	return x.Kind == slides.Told && slices.ContainsFunc(x.Parts, func(p slides.Part) bool {
		return slices.ContainsFunc(asks.Parts, func(o slides.Part) bool { return o.Article == p.Article && o.Span.Overlaps(p.Span) })
	})
}

// row words a slide.
func (l *RunList) row(x *slides.Shown) RunRow {
	s := l.st.Story
	r := RunRow{Slide: x.Slide, Head: l.w.slideHead(s, x), Words: clip(slideWords(s, x), longRow)}
	switch {
	case x.Kind == slides.Title:
		r.Sign = "T"
	case x.Kind == slides.Text:
		r.Sign = "¶"
	case x.Kind == slides.Later:
		r.Sign, r.Head = "?", l.w.L("A slide of a newer version")
		r.Gone = l.w.L("Kept, and not shown: only a newer version of the program knows it")
	case x.Kind == slides.Asked:
		l.asks(&r, x)
	case x.Gone:
		r.Sign, r.Head = "?", l.w.L("No longer in the story")
		r.Gone = l.w.L("Not shown: what it told of was taken out, or its words have changed")
		if len(x.Parts) > 0 {
			r.Words = clip(x.Parts[0].Words, longRow)
		}
	}
	for i := range x.Found {
		f := &x.Found[i]
		if i == 0 {
			r.Colour = LaneColour(f.Doc)
		}
		if w := whereOf(s, f); w != nil {
			r.At = append(r.At, w.Place.Anchor)
			r.Ring = r.Ring || w.Actor || f.Event < 0
		}
	}
	if len(x.Found) > 0 && len(r.At) == 0 {
		r.Sign = "–"
	}
	if x.Held {
		r.Frame = &x.Area
	}
	r.Signs = l.signs(x)
	return r
}

// asks words a question for the list: what is asked, and what is right.
func (l *RunList) asks(r *RunRow, x *slides.Shown) {
	r.Asks, r.Sign = true, "?"
	if x.Gone {
		r.Gone = l.w.L("Passed over: not sure any more, or not there")
		if len(x.Parts) > 0 {
			r.Words = clip(x.Parts[0].Words, longRow)
		}
		return
	}
	right := l.w.askRight(l.st.Story, &x.Question)
	if len(x.Question.Speakers)+len(x.Question.Articles) > 0 {
		_, right, _ = strings.Cut(right, " ") // without its key
	}
	r.Head += " " + right
	r.Colour = LaneColour(x.Question.Texts[0].Doc)
}

// longRow is how many letters of a slide its row can have room for.
const longRow = 200

// signs are what was chosen for a slide, in words.
func (l *RunList) signs(x *slides.Shown) string {
	var out []string
	if n := len(x.Found); n > 1 {
		out = append(out, l.w.Count(n, "sentence", "sentences"))
	}
	if slices.ContainsFunc(x.Found, func(f slides.Found) bool { return f.Keep != nil }) {
		out = append(out, l.w.L("shortened"))
	}
	if x.Held {
		out = append(out, l.w.L("own map view"))
	}
	if x.Hide {
		out = append(out, l.w.L("revealed step by step"))
	}
	if l.noted(x) {
		out = append(out, l.w.L("with a note"))
	}
	return strings.Join(out, " · ")
}

func (l *RunList) noted(x *slides.Shown) bool {
	if x.Kind != slides.Told {
		return strings.TrimSpace(x.Note) != ""
	}
	return slices.ContainsFunc(l.notes, func(c story.Correction) bool {
		return slices.ContainsFunc(x.Found, func(f slides.Found) bool {
			return l.st.Story.Articles[f.Doc].ID == c.About.Article && c.About.Span.Overlaps(f.Span)
		})
	})
}

// NoteTarget is what a note on a slide is about: what was noted of it before, else the words that the slide shows. It is false for a
// slide of a person's own, whose note is a part of it.
func NoteTarget(s *story.Story, log story.Log, x *slides.Shown) (story.Target, bool) {
	if x.Kind != slides.Told || len(x.Found) == 0 {
		return story.Target{}, false
	}
	f := &x.Found[0]
	a := s.Articles[f.Doc]
	for _, c := range log.InForce() {
		if c.Kind == story.CorrectNote && c.About.Article == a.ID && !c.About.Span.Empty() && c.About.Span.Overlaps(f.Span) {
			return c.About, true
		}
	}
	at := f.Span
	if f.Event >= 0 {
		at = s.Events[f.Event].Span
	}
	return story.Target{Article: a.ID, Span: at, Words: at.In(a.Text)}, true
}
