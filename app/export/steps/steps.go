// Package steps is what is visible of a story as people are told it: in order of time, each thing once, with its words, its
// places and its sources. What is printed, presented or filmed is made of it.
//
//	told := steps.Of(c, steps.Most)
//	for _, x := range told.Dated { … }
//
// Steps are those of a presentation (see app/slides); what several articles tell of the same event is one step with all of
// them as its sources. A headline is no step: it is what its article is called among the sources.
package steps

import (
	"slices"
	"strings"

	"dateline/app/export"
	"dateline/app/export/asked"
	"dateline/app/export/rows"
	"dateline/app/slides"
	"dateline/app/story"
)

// Most is how many steps a file that is read by people holds at most, unless it says otherwise.
const Most = 400

// Told is all that is told.
type Told struct {
	Dated   []Step // in order of time; of slides that a person chose all of them, in their order
	Undated []Step // in order of the articles
	Left    int    // steps that are left out because there are too many: the main events are kept
	words   export.Words
}

// Step is one thing that is told.
type Step struct {
	When     story.Moment
	Sentence string     // as the article has it, on one line
	Span     story.Span // of it, in the text of the first of Articles
	Said     []Said     // what is quoted in it, in quotation marks
	Alone    bool       // the one quote says it all: it can stand without its sentence
	Places   []Place
	Articles []int // who tells of it, by position in the story; the one of Sentence first
	Modality story.Modality

	// Of a slide that a person chose.
	Own, Title bool // it is Head and Body, their own words or a question, and nothing that is told; Title: it is called so
	Head, Body string
	Asked      *asked.Question // Head and Body ask it, or, where it Answers, tell what is right
	Answers    bool
	Slide      int          // which of the slides it is, from 1
	Note       string       // for who presents
	Area       *[4]float64  // west, south, east, north: what its map shows
	Keep       []story.Span // what of Span is shown; nil: all
	More       []Telling    // what else is on it

	Checked string // "verified", "corrected" or "cannot" where a person has looked; "" where nobody has
}

// Said is words in quotation marks.
type Said struct{ Words, Speaker, Role string }

// Place is where a step happened, or where it was said.
type Place struct {
	story.Spot
	Mark int // the mark of the view that stands for it; -1 for none
}

// Doubts says of what is told how far it is from something that happened on a day that is told: "planned", "no day is told:
// counted from the day of publication"; "" where nothing of that is so.
func (x *Step) Doubts(w export.Words) string {
	out := w.Unreal(x.Modality)
	if x.When.Basis == story.BasisPublication {
		if out != "" {
			out += "; "
		}
		out += w.HowKnown(x.When)
	}
	return out
}

// Questions takes the questions that a person chose out of what is told, for where they stand apart.
func (t *Told) Questions() (out []asked.Question) {
	t.Dated = slices.DeleteFunc(t.Dated, func(x Step) bool {
		if x.Asked != nil && !x.Answers {
			out = append(out, *x.Asked)
		}
		return x.Asked != nil
	})
	return out
}

// teller makes the steps of a view.
type teller struct {
	c              export.Content
	checks         rows.Checked
	events, quotes map[int]int // the mark of the view at which an event or a quote is
}

// Of gives the steps of what c shows, at most so many with a day and as many without.
func Of(c export.Content, most int) Told {
	t := teller{c: c, checks: rows.NewChecked(c.Log), events: map[int]int{}, quotes: map[int]int{}}
	for k := range c.View.Marks {
		for _, i := range c.View.Marks[k].Events {
			t.events[i] = k
		}
		for _, i := range c.View.Marks[k].Quotes {
			t.quotes[i] = k
		}
	}
	out := Told{words: c.Words}
	if c.Run != nil {
		out.Dated = t.run(most, &out.Left)
		return out
	}
	all := slides.Of(c.Story, c.View.Events, c.View.Quotes)
	if n := all.Len(); n > most {
		f := c.View.Filter
		f.Main, f.HideQuotes = most, true
		all = slides.Of(c.Story, story.Visible(c.Story, c.View.Period, f).Events, nil)
		out.Left = n - min(all.Len(), most)
	}
	out.Dated = t.dated(all, most)
	out.Undated = t.undated(most, &out.Left)
	return out
}

// Span words the days that a view is of: its Period, or those of the steps.
func (t *Told) Span(v story.View) string {
	if v.Period.On {
		return t.words.ShortDays(v.Period.From, v.Period.To)
	}
	from, to := story.DayMax, story.DayMin
	for i := range t.Dated {
		for _, d := range [...]story.Day{t.Dated[i].When.Earliest, t.Dated[i].When.Latest} {
			if d.Bounded() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	if from > to {
		return t.words.Say("no day is known")
	}
	return t.words.ShortDays(from, to)
}

// dated are the steps in order of time, the same event of several articles once.
func (t *teller) dated(all *slides.Slides, most int) []Step {
	events, quotes := make([][]int, all.Len()), make([][]int, all.Len())
	for _, i := range t.c.View.Events {
		if k := all.OfEvent(i); k >= 0 {
			events[k] = append(events[k], i)
		}
	}
	for _, i := range t.c.View.Quotes {
		if k := all.OfQuote(i); k >= 0 {
			quotes[k] = append(quotes[k], i)
		}
	}
	out := make([]Step, 0, min(all.Len(), most))
	known := map[string]int{}
	for k := range min(all.Len(), most) {
		x := all.Step(k)
		if t.inHeadline(x) {
			continue
		}
		if x.Event >= 0 {
			same := t.c.Story.Events[x.Event].Same
			if i, ok := known[same]; ok && same != "" && out[i].Articles[0] != x.Doc && out[i].When.Compare(x.When) == 0 {
				t.also(&out[i], x.Doc, quotes[k])
				continue
			}
			known[same] = len(out)
		}
		s := t.step(x, events[k], quotes[k])
		s.Alone = all.Words(t.c.Story, k) >= 0
		out = append(out, s)
	}
	return out
}

// inHeadline reports whether a step is no more than the headline of its article, which stands among the sources.
func (t *teller) inHeadline(x slides.Step) bool {
	return len(x.Quotes) == 0 && t.c.Story.Articles[x.Doc].ZoneAt(x.Span.Start) == story.ZoneHeadline
}

// also adds that another article tells of a step, and what it quotes.
func (t *teller) also(s *Step, doc int, quotes []int) {
	if !slices.Contains(s.Articles, doc) {
		s.Articles = append(s.Articles, doc)
	}
	for _, i := range quotes {
		said := t.said(i)
		if !slices.ContainsFunc(s.Said, func(x Said) bool { return x.Words == said.Words }) {
			s.Said, s.Alone = append(s.Said, said), false
		}
	}
}

func (t *teller) step(x slides.Step, events, quotes []int) Step {
	a := t.c.Story.Articles[x.Doc]
	for _, sign := range [...]string{"• ", "– ", "* "} { // of a list
		if strings.HasPrefix(x.Span.In(a.Text), sign) {
			x.Span.Start += len(sign)
		}
	}
	s := Step{When: x.When, Sentence: export.OneLine(a.Text, x.Span), Span: x.Span, Articles: []int{x.Doc}}
	if x.Event >= 0 {
		s.Modality = t.c.Story.Events[x.Event].Modality
	}
	for _, i := range events {
		t.place(&s, t.c.Story.Events[i].Where, t.events, i)
		r := rows.OfEvent(t.c.Story, i)
		t.check(&s, &r)
	}
	for _, i := range quotes {
		t.place(&s, t.c.Story.Quotes[i].Where, t.quotes, i)
		s.Said = append(s.Said, t.said(i))
		r := rows.OfQuote(t.c.Story, i)
		t.check(&s, &r)
	}
	return s
}

func (t *teller) check(s *Step, r *rows.Row) {
	if status, _ := t.checks.Of(r); status != "" && (s.Checked == "" || status == "corrected") {
		s.Checked = status
	}
}

// place adds where something happened, or was said, once.
func (t *teller) place(s *Step, w *story.Spot, marks map[int]int, i int) {
	if w == nil || slices.ContainsFunc(s.Places, func(p Place) bool { return p.Place.ID == w.Place.ID && p.Actor == w.Actor }) {
		return
	}
	p := Place{Spot: *w, Mark: -1}
	if k, ok := marks[i]; ok {
		p.Mark = k
	}
	s.Places = append(s.Places, p)
}

func (t *teller) said(i int) Said {
	q := &t.c.Story.Quotes[i]
	out := Said{Words: export.OneLine(t.c.Story.Articles[q.Doc].Text, q.Span), Speaker: export.Speaker(t.c.Story, q.Speaker)}
	if out.Speaker != "" {
		out.Role = t.c.Story.Speakers[q.Speaker].Beside()
	}
	return out
}

// undated are the sentences of what has no day, each once.
func (t *teller) undated(most int, left *int) []Step {
	type place struct{ doc, start int }
	at := map[place]int{}
	var out []Step
	add := func(doc int, span story.Span, e int, events, quotes []int) {
		k, ok := at[place{doc, span.Start}]
		switch {
		case !ok && len(out) == most:
			*left++
		case !ok:
			at[place{doc, span.Start}] = len(out)
			out = append(out, t.step(slides.Step{Doc: doc, Span: span, Event: e}, events, quotes))
		default:
			more := t.step(slides.Step{Doc: doc, Span: span, Event: e}, events, quotes)
			out[k].Said = append(out[k].Said, more.Said...)
			for _, p := range more.Places {
				if !slices.Contains(out[k].Places, p) {
					out[k].Places = append(out[k].Places, p)
				}
			}
		}
	}
	for _, i := range t.c.View.Events {
		if e := &t.c.Story.Events[i]; !e.When.Dated() {
			span := e.Sentence
			if span.Empty() {
				span = e.Span
			}
			if t.inHeadline(slides.Step{Doc: e.Doc, Span: span}) {
				continue
			}
			add(e.Doc, span, i, []int{i}, nil)
		}
	}
	for _, i := range t.c.View.Quotes {
		q := &t.c.Story.Quotes[i]
		if q.When.Dated() || q.Kind != story.QuoteDirect {
			continue
		}
		span := t.c.Story.Articles[q.Doc].SentenceAt(q.Span.Start)
		if span.Empty() {
			span = q.Span
		}
		add(q.Doc, span, -1, nil, []int{i})
	}
	return out
}
