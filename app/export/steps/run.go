package steps

import (
	"slices"
	"strings"

	"dateline/app/export"
	"dateline/app/export/asked"
	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
)

// Telling is what another stretch of an article says, on a slide of several.
type Telling struct {
	Doc      int
	Sentence string
	Span     story.Span
	Keep     []story.Span // what of Span is shown; nil: all
}

// run are the steps of the slides that a person chose, in their order. A question is two: what is asked, and the answer.
func (t *teller) run(most int, left *int) []Step {
	var out []Step
	list := t.c.Slides()
	for i := range list {
		x := &list[i]
		switch {
		case len(out) == most:
			*left++
		case x.Kind == slides.Asked:
			out = append(out, t.asked(x)...)
		case x.Kind != slides.Told:
			out = append(out, Step{Own: true, Title: x.Kind == slides.Title, Head: export.Clean(x.Head), Body: x.Body, Note: x.Note, Area: area(x)})
		default:
			out = append(out, t.told(x))
		}
		for k := len(out) - 1; k >= 0 && out[k].Slide == 0; k-- {
			out[k].Slide = i + 1
		}
	}
	return out
}

// asked are the two steps of a question. Nothing of the first tells the answer: it has no place and no day.
func (t *teller) asked(x *slides.Shown) []Step {
	q := asked.Word(t.c.Words, t.c.Story, &x.Question)
	ask := Step{Own: true, Asked: &q, Head: q.Asks, Note: x.Note, Area: area(x)}
	var lines []string
	if q.Text != "" {
		lines = append(lines, q.Text)
	}
	for i, words := range q.Choices {
		lines = append(lines, asked.Letter(i)+" "+words)
	}
	ask.Body = strings.Join(lines, "\n")
	answer := Step{Own: true, Asked: &q, Answers: true, Head: q.Asks, Note: x.Note, Area: area(x)}
	lines = []string{t.c.Say("Answer: {{.Answer}}", "Answer", q.Answer), q.Whole}
	if q.Source != "" {
		lines = append(lines, t.c.Say("Source: {{.Source}}", "Source", q.Source))
	}
	answer.Body = strings.Join(lines, "\n")
	if i := t.c.Story.EventAt(x.Question.Event); i >= 0 && x.Question.Kind == quiz.Where {
		t.place(&answer, t.c.Story.Events[i].Where, t.events, i)
	}
	return []Step{ask, answer}
}

func area(x *slides.Shown) *[4]float64 {
	if !x.Held {
		return nil
	}
	return &[4]float64{x.Area.Min[0], x.Area.Min[1], x.Area.Max[0], x.Area.Max[1]}
}

// told is the step of a slide of articles.
func (t *teller) told(x *slides.Shown) Step {
	var out Step
	for i := range x.Found {
		f := &x.Found[i]
		at := slides.Step{Doc: f.Doc, Span: f.Span, When: f.When, Event: f.Event, Quotes: f.Quotes}
		s := t.step(at, t.eventsIn(f.Doc, f.Span), f.Quotes)
		a := t.c.Story.Articles[f.Doc]
		s.Sentence = oneLine(f.Words(a.Text))
		if i == 0 {
			out = s
			out.Keep, out.Alone = f.Keep, f.Alone(t.c.Story) >= 0 && len(x.Found) == 1
			continue
		}
		out.More = append(out.More, Telling{f.Doc, s.Sentence, f.Span, f.Keep})
		out.Said, out.Places = append(out.Said, s.Said...), append(out.Places, s.Places...)
		if !slices.Contains(out.Articles, f.Doc) {
			out.Articles = append(out.Articles, f.Doc)
		}
	}
	out.When, out.Note, out.Area = x.When, slides.Notes(t.c.Story, t.c.Log, x), area(x)
	return out
}

func oneLine(s string) string { return export.Clean(strings.Join(strings.Fields(s), " ")) }

// eventsIn are the visible events that a stretch tells of.
func (t *teller) eventsIn(doc int, at story.Span) (out []int) {
	for _, i := range t.c.View.Events {
		if e := &t.c.Story.Events[i]; e.Doc == doc && e.Span.Overlaps(at) {
			out = append(out, i)
		}
	}
	return out
}
