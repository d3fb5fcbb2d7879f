package bind

import (
	"testing"

	"dateline/app/quiz"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"github.com/paulmach/orb"
)

func TestQuestion_TellsHowGoodAnAnswerWas(t *testing.T) {
	s := bindtest.Story()
	e := &s.Events[0]
	s1, s3 := e.Span, s.Events[2].Span
	name := story.Span{Start: s1.Start + len("Ships left "), End: s1.Start + len("Ships left Port")}
	d := e.When.Earliest
	set := []quiz.Question{
		{Kind: quiz.Where, Texts: []quiz.Text{{Span: s1, Hidden: []story.Span{name}}}, Event: e.ID, Place: e.Where.Place},
		{Kind: quiz.When, Texts: []quiz.Text{{Span: s1}}, From: d, To: d},
		{Kind: quiz.First, Texts: []quiz.Text{{Span: s.Events[1].Span}, {Span: s3}, {Span: s1}}, Order: []int{2, 0, 1}},
	}
	for _, c := range []struct {
		name string
		at   int
		do   func(*quiz.Round)
		want string
	}{
		{"at the place", 0, func(r *quiz.Round) { r.Point(orb.Point{10, 50}) }, "Right: Port"},
		{"near it", 0, func(r *quiz.Round) { r.Point(orb.Point{10, 51}) }, "Near: Port · 110 km off"},
		{"far away", 0, func(r *quiz.Round) { r.Point(orb.Point{10, 60}) }, "Port · 1110 km off"},
		{"no answer", 0, func(*quiz.Round) {}, "Port"},
		{"a day early", 1, func(r *quiz.Round) { r.Day(d - 1) }, "Near: 1 May 2024 · 1 day too early"},
		{"days late", 1, func(r *quiz.Round) { r.Day(d + 20) }, "1 May 2024 · 20 days too late"},
		{"the order", 2, func(r *quiz.Round) { r.Pick(2); r.Pick(0); r.Pick(1) }, "Right"},
		{"another order", 2, func(r *quiz.Round) { r.Pick(1); r.Pick(0); r.Pick(2) }, "Another order"},
		{"no order", 2, func(*quiz.Round) {}, "This is the order"},
	} {
		r := quiz.NewRound(s, set, nil)
		r.Step(c.at)
		c.do(r)
		if q := (Words{}).Question(r); q.Told || q.Foot != "Enter shows the answer" || q.Source != "" {
			t.Errorf("%s: before the answer %+v", c.name, q)
		}
		r.Show()
		if q := (Words{}).Question(r); q.Foot != c.want || !q.Told {
			t.Errorf("%s: %q, want %q", c.name, q.Foot, c.want)
		}
	}
}

func TestQuestion_TheMapShowsTheDistance(t *testing.T) {
	s := bindtest.Story()
	e := &s.Events[0]
	r := quiz.NewRound(s, []quiz.Question{{Kind: quiz.Where, Texts: []quiz.Text{{Span: e.Span}}, Event: e.ID, Place: e.Where.Place}}, nil)
	r.Point(orb.Point{10, 52})
	if m := (Words{}).AskMarks(r); len(m) != 1 || !m[0].Ring || m[0].Label != "" || len(AskPath(r)) != 0 {
		t.Errorf("before the answer: %+v", m)
	}
	r.Show()
	m, line := (Words{}).AskMarks(r), AskPath(r)
	if len(m) != 2 || m[0].Label != "Port" || !m[0].Filled || m[1].Label != "220 km" || len(line) != 2 || !line[1].Dash || line[1].At != e.Where.Place.Point {
		t.Errorf("with the answer: %+v, %+v", m, line)
	}
}
