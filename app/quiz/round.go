package quiz

import (
	"math"
	"slices"

	"dateline/app/story"
	"dateline/geo/gazetteer"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Round is a set of questions while they are asked: which one is on, what was answered, and the score of a class or of two
// teams. It belongs to one goroutine.
type Round struct {
	Story *story.Story
	Set   []Question
	Areas []orb.MultiPolygon // where a question of Set asks for an area, its shape; nil for all else
	At    int                // the question that is on; len(Set) when all were asked
	Given []Given            // for each question
	Turn  int                // the team that answers: 0 or 1
	Teams bool               // there are two
	Run   bool               // its questions stand among slides, where one goes on to the next slide
}

// Given is what was answered to a question. Shown says that the answer was shown: then it changes no more.
type Given struct {
	Any    bool // something was answered
	Shown  bool
	Team   int
	Point  orb.Point // Where
	Day    story.Day // When
	Choice int       // Who, Which
	Order  []int     // First: positions of Texts, as far as they were put in order
}

// Mark is how good an answer is.
type Mark uint8

// The marks.
const (
	Missed Mark = iota
	Near
	Right
)

// Verdict is what is said of an answer.
type Verdict struct {
	Mark Mark
	KM   float64   // Where: how far off; 0 inside the area that was asked for
	To   orb.Point // Where: the point that the distance leads to
	Days int       // When: how many days early (below 0) or late
}

// NewRound begins with the first question. areas may be nil.
func NewRound(s *story.Story, set []Question, areas []orb.MultiPolygon) *Round {
	return &Round{Story: s, Set: set, Areas: areas, Given: make([]Given, len(set))}
}

// Question is the one that is on, and what was answered; nil at the end.
func (r *Round) Question() (*Question, *Given) {
	if r.At >= len(r.Set) {
		return nil, nil
	}
	return &r.Set[r.At], &r.Given[r.At]
}

// open gives the question that is on if it is of one of the kinds and can still be answered.
func (r *Round) open(kinds ...Kind) (*Question, *Given) {
	q, g := r.Question()
	if q == nil || g.Shown || !slices.Contains(kinds, q.Kind) {
		return nil, nil
	}
	return q, g
}

// Point answers with a point of the map. Where none is asked for it does nothing, as the other answers do.
func (r *Round) Point(at orb.Point) {
	if q, g := r.open(Where); q != nil {
		g.Any, g.Point = true, at
	}
}

// Day answers with a day.
func (r *Round) Day(d story.Day) {
	if q, g := r.open(When); q != nil && d.Bounded() {
		g.Any, g.Day = true, d
	}
}

// Pick answers with one of what is offered. Of events to be put in order it is the next; one that was picked already is taken
// out again.
func (r *Round) Pick(k int) {
	q, g := r.open(Who, Which, First)
	switch {
	case q == nil || k < 0:
	case q.Kind == First && k < len(q.Texts):
		if i := slices.Index(g.Order, k); i >= 0 {
			g.Order = slices.Delete(g.Order, i, i+1)
		} else {
			g.Order = append(g.Order, k)
		}
		g.Any = len(g.Order) > 0
	case q.Kind == Who && k < len(q.Speakers) || q.Kind == Which && k < len(q.Articles):
		g.Any, g.Choice = true, k
	}
}

// Show shows the answer to the question that is on. It reports whether it was hidden.
func (r *Round) Show() bool {
	q, g := r.Question()
	if q == nil || g.Shown {
		return false
	}
	g.Shown, g.Team = true, r.Turn
	return true
}

// Step goes to another question, or to the end; it reports whether there is one.
func (r *Round) Step(by int) bool {
	k := r.At + by
	if k < 0 || k > len(r.Set) {
		return false
	}
	r.At = k
	return true
}

// Switch gives the turn to the other team. The first time it makes two teams of the class: what was right so far is the
// first one's, and the second one goes on. Where nothing was answered yet the first one begins.
func (r *Round) Switch() {
	if r.Teams || slices.ContainsFunc(r.Given, func(g Given) bool { return g.Shown }) {
		r.Turn = 1 - r.Turn
	}
	r.Teams = true
}

// Score counts what a team has right and what it was near to.
func (r *Round) Score(team int) (right, near int) {
	for i := range r.Set {
		if g := &r.Given[i]; !g.Shown || g.Team != team {
			continue
		}
		switch r.Verdict(i).Mark {
		case Right:
			right++
		case Near:
			near++
		}
	}
	return right, near
}

// Left counts the questions whose answer is hidden.
func (r *Round) Left() (n int) {
	for i := range r.Given {
		if !r.Given[i].Shown {
			n++
		}
	}
	return n
}

// Verdict judges what was answered to a question.
func (r *Round) Verdict(i int) Verdict {
	q, g, w := &r.Set[i], &r.Given[i], DefaultWeights()
	var v Verdict
	switch q.Kind {
	case Where:
		v.KM, v.To = r.distance(i)
		v.Mark = mark(v.KM, w.RightKM, w.NearKM)
	case When:
		switch {
		case g.Day < q.From:
			v.Days = int(g.Day - q.From)
		case g.Day > q.To:
			v.Days = int(g.Day - q.To)
		}
		v.Mark = mark(math.Abs(float64(v.Days)), 0, float64(w.NearDays))
	case First:
		v.Mark = inOrder(g.Order, q.Order)
	default:
		if g.Choice == q.Answer {
			v.Mark = Right
		}
	}
	if !g.Any {
		v.Mark = Missed
	}
	return v
}

func mark(off, right, near float64) Mark {
	switch {
	case off <= right:
		return Right
	case off <= near:
		return Near
	}
	return Missed
}

// inOrder is right for the whole order, and near where two neighbours have changed places.
func inOrder(got, want []int) Mark {
	if len(got) != len(want) {
		return Missed
	}
	if slices.Equal(got, want) {
		return Right
	}
	for i := 1; i < len(got); i++ {
		other := slices.Clone(got)
		other[i-1], other[i] = other[i], other[i-1]
		if slices.Equal(other, want) {
			return Near
		}
	}
	return Missed
}

// distance is how far an answer lies from what was asked for, and the point of it that is nearest. A place without a shape that
// is known to be wide is a circle.
func (r *Round) distance(i int) (float64, orb.Point) {
	q, at := &r.Set[i], r.Given[i].Point
	if i >= len(r.Areas) || len(r.Areas[i]) == 0 {
		return max(gazetteer.Kilometres(at, q.Place.Point)-q.Place.SpanKM/2, 0), q.Place.Point
	}
	if planar.MultiPolygonContains(r.Areas[i], at) {
		return 0, at
	}
	least, to := math.Inf(1), q.Place.Point
	for _, polygon := range r.Areas[i] {
		for _, ring := range polygon {
			for _, p := range ring {
				if km := gazetteer.Kilometres(at, p); km < least {
					least, to = km, p
				}
			}
		}
	}
	return least, to
}
