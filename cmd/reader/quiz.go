package main

import (
	"encoding/json"

	"dateline/app/quiz"
	"dateline/app/story"
)

// quizLine is one line of "reader quiz"; see ARCHITECTURE.md. Offsets are code points.
type quizLine struct {
	Kind   string     `json:"kind"`
	Texts  []quizText `json:"texts"`
	Choose []string   `json:"choose,omitempty"` // who, which: what is offered
	Answer any        `json:"answer"`
	Hard   float64    `json:"hard"`
	P      float64    `json:"p"`
}

type quizText struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"` // with a gap in place of what is hidden
}

// quizAnswer is where or when.
type quizAnswer struct {
	Place string    `json:"place,omitempty"`
	Point []float64 `json:"point,omitempty"` // [lon, lat]
	When  []string  `json:"when,omitempty"`
	Order []int     `json:"order,omitempty"` // positions in texts, from 0, the earliest first
	Index *int      `json:"index,omitempty"` // position in choose, from 0
	Text  string    `json:"text,omitempty"`
}

// gap stands in place of what is hidden.
const gap = "____"

// quiz is "reader quiz": questions made of the story, the easier ones first.
func (t *tool) quiz(args []string) error {
	fs := t.flags("quiz")
	n := fs.Int("n", 8, "how many questions at most")
	seed := fs.Uint64("seed", 1, "another number gives other questions")
	if err := parse(fs, args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return misuse("no file named")
	}
	o, _ := dateOption("")
	s, err := t.tell(t.open(fs.Args(), o))
	if err != nil || s == nil {
		return err
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	for _, q := range quiz.Make(s, *n, *seed) {
		if err := enc.Encode(lineOf(s, &q)); err != nil {
			return err
		}
	}
	return t.ctx.Err()
}

func lineOf(s *story.Story, q *quiz.Question) quizLine {
	l := quizLine{Kind: q.Kind.String(), Hard: round(q.Hard), P: round(q.P)}
	for i := range q.Texts {
		x := &q.Texts[i]
		a := s.Articles[x.Doc]
		start, end := points(a.Text, x.Span)
		l.Texts = append(l.Texts, quizText{Article: a.ID, Start: start, End: end, Text: quiz.Shown(a.Text, x, gap)})
	}
	var answer quizAnswer
	switch q.Kind {
	case quiz.Where:
		answer.Place, answer.Point = q.Place.Name, []float64{q.Place.Anchor[0], q.Place.Anchor[1]}
	case quiz.When:
		answer.When = []string{q.From.String(), q.To.String()}
	case quiz.First:
		answer.Order = q.Order
	case quiz.Who:
		for _, i := range q.Speakers {
			l.Choose = append(l.Choose, s.Speakers[i].Name)
		}
	case quiz.Which:
		for _, i := range q.Articles {
			l.Choose = append(l.Choose, s.Articles[i].Title)
		}
	}
	if l.Choose != nil {
		answer.Index, answer.Text = &q.Answer, l.Choose[q.Answer]
	}
	l.Answer = answer
	return l
}
