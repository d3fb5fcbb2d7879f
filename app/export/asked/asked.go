// Package asked words questions of a story for paper: what is asked, what can be chosen, and the answer, which stands apart.
//
//	for _, q := range asked.Of(content, asked.Most) { … q.Title, q.Text, q.Choices, q.Answer … }
//
// Those that a person chose as slides are asked where there are any; else only what the View shows is asked about. It makes no
// questions of its own; see app/quiz.
package asked

import (
	"strings"

	"dateline/app/export"
	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
)

// Most is how many questions a page has.
const Most = 8

// Gap stands for words that are hidden in a text.
const Gap = "______"

// Question is one question. Choices are to be ticked, or, where Order is set, numbered; without any there is a line to write on.
type Question struct {
	Title   string   // "Where was this?", with what is to be written
	Asks    string   // the same without
	Text    string   // the sentence, with Gap in place of what is hidden; "" where the choices are sentences
	Choices []string // each without its letter
	Order   bool
	Answer  string // with its letter where there are choices
	Whole   string // the sentence with nothing hidden; of an order its sentences, a line each behind its letter
	Source  string // the title of the article; where that is the answer it stands there
}

var titles = [...]string{quiz.Where: "Where was this?", quiz.When: "When was this?", quiz.Who: "Who said this?", quiz.First: "What came first?",
	quiz.Which: "Which article says this?"}

// Letter is the letter of a choice.
func Letter(i int) string { return string(rune('A' + i%26)) }

// Of gives up to n questions of what is visible of a story, the easier ones first. The same content gives the same questions.
func Of(c export.Content, n int) (out []Question) {
	if c.Story == nil {
		return nil
	}
	list := c.Slides()
	for i := range list {
		if list[i].Kind == slides.Asked {
			out = append(out, Word(c.Words, c.Story, &list[i].Question))
		}
	}
	if len(out) > 0 {
		return out
	}
	seen := visible(&c)
	for _, q := range quiz.MakeOf(c.Story, n, 1, func(t quiz.Text) bool { return seen[place{t.Doc, t.Span}] }) {
		out = append(out, Word(c.Words, c.Story, &q))
	}
	return out
}

// place is a stretch of an article.
type place struct {
	doc  int
	span story.Span
}

// visible are the sentences of the events, and the words of the quotes, that the View shows.
func visible(c *export.Content) map[place]bool {
	out := map[place]bool{}
	for _, i := range c.View.Events {
		e := &c.Story.Events[i]
		out[place{e.Doc, e.Sentence}] = true
	}
	for _, i := range c.View.Quotes {
		q := &c.Story.Quotes[i]
		out[place{q.Doc, q.Span}] = true
	}
	return out
}

// Word words one question in a language.
func Word(w export.Words, s *story.Story, q *quiz.Question) Question {
	t := &q.Texts[0]
	a := s.Articles[t.Doc]
	asks := w.Say(titles[q.Kind])
	out := Question{Title: asks, Asks: asks, Text: text(s, t), Whole: whole(s, t), Source: export.Clean(a.Title)}
	choose := func(words []string, right int) {
		out.Choices, out.Answer = words, Letter(right)+" "+words[right]
	}
	switch q.Kind {
	case quiz.Where:
		out.Answer = w.PlaceName(&q.Place)
		if q.Place.Admin1Name != "" && q.Place.Admin1Name != q.Place.Name {
			out.Answer += ", " + q.Place.Admin1Name
		}
	case quiz.When:
		out.Answer = w.Days(q.From, q.To)
	case quiz.Who:
		var names []string
		for _, k := range q.Speakers {
			names = append(names, export.Clean(s.Speakers[k].Name))
		}
		choose(names, q.Answer)
	case quiz.Which:
		var names []string
		for _, k := range q.Articles {
			names = append(names, export.Clean(s.Articles[k].Title))
		}
		choose(names, q.Answer)
		out.Source = ""
	case quiz.First:
		out.Title += " " + w.Say("Write 1 to 3.")
		out.Text, out.Source, out.Order = "", "", true
		for i := range q.Texts {
			out.Choices = append(out.Choices, text(s, &q.Texts[i]))
		}
		var order, lines []string
		for _, i := range q.Order {
			order, lines = append(order, Letter(i)), append(lines, Letter(i)+" "+whole(s, &q.Texts[i]))
		}
		out.Answer, out.Whole = strings.Join(order, ", "), strings.Join(lines, "\n")
	}
	return out
}

// whole is a text as the article has it, on one line.
func whole(s *story.Story, t *quiz.Text) string {
	return export.Clean(strings.Join(strings.Fields(t.Span.In(s.Articles[t.Doc].Text)), " "))
}

// text is a text with its gaps, on one line.
func text(s *story.Story, t *quiz.Text) string {
	return export.Clean(strings.Join(strings.Fields(quiz.Shown(s.Articles[t.Doc].Text, t, Gap)), " "))
}
