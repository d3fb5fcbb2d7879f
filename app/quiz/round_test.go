package quiz_test

import (
	"fmt"
	"testing"

	"dateline/app/quiz"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// set is a question of each kind.
func set() []quiz.Question {
	d := story.NewDay(2024, 5, 1)
	return []quiz.Question{
		{Kind: quiz.Where, Place: geo.Place{Name: "Port", Point: orb.Point{10, 50}}},
		{Kind: quiz.When, From: d, To: d + 1},
		{Kind: quiz.Who, Speakers: []int{0, 1, 2}, Answer: 1},
		{Kind: quiz.First, Texts: make([]quiz.Text, 3), Order: []int{2, 0, 1}},
		{Kind: quiz.Which, Articles: []int{0, 1, 2}, Answer: 2},
	}
}

func TestRound_Verdicts(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	square := orb.MultiPolygon{{{{9, 49}, {11, 49}, {11, 51}, {9, 51}, {9, 49}}}}
	picks := func(ks ...int) func(*quiz.Round) {
		return func(r *quiz.Round) {
			for _, k := range ks {
				r.Pick(k)
			}
		}
	}
	for _, c := range []struct {
		name string
		at   int
		area orb.MultiPolygon
		do   func(*quiz.Round)
		want quiz.Mark
		off  int // km or days
	}{
		{"a click on the place is right", 0, nil, func(r *quiz.Round) { r.Point(orb.Point{10, 50.1}) }, quiz.Right, 11},
		{"a click near it is near", 0, nil, func(r *quiz.Round) { r.Point(orb.Point{10, 51}) }, quiz.Near, 111},
		{"a click far away is not", 0, nil, func(r *quiz.Round) { r.Point(orb.Point{10, 54}) }, quiz.Missed, 445},
		{"inside the shape there is no distance", 0, square, func(r *quiz.Round) { r.Point(orb.Point{9.1, 50.9}) }, quiz.Right, 0},
		{"outside it the distance leads to its edge", 0, square, func(r *quiz.Round) { r.Point(orb.Point{9, 52}) }, quiz.Near, 111},
		{"no answer is missed", 0, nil, func(*quiz.Round) {}, quiz.Missed, -1},
		{"any day of the answer is right", 1, nil, func(r *quiz.Round) { r.Day(d + 1) }, quiz.Right, 0},
		{"some days early is near", 1, nil, func(r *quiz.Round) { r.Day(d - 3) }, quiz.Near, -3},
		{"months late is not", 1, nil, func(r *quiz.Round) { r.Day(d + 91) }, quiz.Missed, 90},
		{"the voice", 2, nil, picks(1), quiz.Right, 0},
		{"the last pick counts", 2, nil, picks(1, 0), quiz.Missed, 0},
		{"a pick that is not offered is none", 2, nil, picks(1, 7), quiz.Right, 0},
		{"the whole order", 3, nil, picks(2, 0, 1), quiz.Right, 0},
		{"two neighbours have changed places", 3, nil, picks(0, 2, 1), quiz.Near, 0},
		{"the order backwards", 3, nil, picks(1, 0, 2), quiz.Missed, 0},
		{"half an order", 3, nil, picks(2, 0), quiz.Missed, 0},
		{"a second pick takes an event out again", 3, nil, picks(1, 1, 2, 0, 1), quiz.Right, 0},
		{"the article", 4, nil, picks(2), quiz.Right, 0},
	} {
		r := quiz.NewRound(&story.Story{}, set(), []orb.MultiPolygon{c.area})
		r.Step(c.at)
		c.do(r)
		v := r.Verdict(c.at)
		if v.Mark != c.want || c.off >= 0 && c.at == 0 && int(v.KM+0.5) != c.off || c.at == 1 && v.Days != c.off {
			t.Errorf("%s: %+v", c.name, v)
		}
	}
}

func TestRound_ScoreOfAClassAndOfTwoTeams(t *testing.T) {
	r := quiz.NewRound(&story.Story{}, set(), nil)
	score := func() string {
		a, b := r.Score(0)
		c, d := r.Score(1)
		return fmt.Sprint(a, b, c, d, " ", r.Left())
	}
	r.Point(orb.Point{10, 50})
	if score() != "0 0 0 0 5" {
		t.Errorf("before the answer is shown: %s", score())
	}
	if !r.Show() || r.Show() || score() != "1 0 0 0 4" {
		t.Errorf("the first answer: %s", score())
	}
	r.Point(orb.Point{-60, 10})
	r.Switch()
	r.Step(1)
	r.Day(story.NewDay(2024, 4, 28))
	r.Show()
	r.Step(1)
	r.Pick(1)
	r.Show()
	if score() != "1 0 1 1 2" || !r.Teams {
		t.Errorf("the other team: %s", score())
	}
	r.Step(1)
	r.Step(1)
	if !r.Step(1) || r.Step(1) {
		t.Error("after the last question comes the end, and nothing after it")
	}
	if q, g := r.Question(); q != nil || g != nil || r.Show() {
		t.Error("there is a question at the end")
	}
	r.Pick(0) // does nothing
	if score() != "1 0 1 1 2" {
		t.Errorf("at the end: %s", score())
	}
}

func TestRound_TheFirstTeamBegins(t *testing.T) {
	r := &quiz.Round{Set: make([]quiz.Question, 2), Given: make([]quiz.Given, 2)}
	if r.Switch(); !r.Teams || r.Turn != 0 {
		t.Errorf("before the first answer team %d has the turn", r.Turn+1)
	}
	if r.Switch(); r.Turn != 1 {
		t.Errorf("then team %d has it", r.Turn+1)
	}
	alone := &quiz.Round{Set: make([]quiz.Question, 2), Given: []quiz.Given{{Shown: true}, {}}}
	if alone.Switch(); alone.Turn != 1 {
		t.Errorf("after what the class answered together team %d goes on", alone.Turn+1)
	}
}
