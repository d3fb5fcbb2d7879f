package mapview

import (
	"testing"

	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

func TestClearing_MovesAsideForMarks(t *testing.T) {
	at := orb.Point{35, 51}
	for _, c := range []struct {
		name  string
		marks []orb.Point
		boxes []rect
		want  int // marks that stay covered
		moves bool
	}{
		{"no mark is covered: it stays", []orb.Point{at, {36, 51}}, []rect{{0, 0, 300, 200}}, 0, false},
		{"a mark under the card of the quote", []orb.Point{at, {24, 49}}, []rect{{0, 300, 400, 600}}, 0, true},
		{"a mark under each of two cards", []orb.Point{at, {24, 49}, {24, 55.5}}, []rect{{0, 300, 400, 600}, {0, 0, 400, 150}}, 0, true},
		{"a card over everything: nothing helps", []orb.Point{at}, []rect{{-9, -9, 2000, 2000}}, 1, false},
	} {
		f := clearing{marks: c.marks, boxes: c.boxes, pad: viewport.Pad{Left: 440, Top: 44, Right: 44, Bottom: 44}, size: 20}
		v := viewport.Viewport{W: 1200, H: 700}.Fit(orb.Bound{Min: at, Max: at}, f.pad, 6)
		got := f.view(v, orb.Bound{Min: at, Max: at})
		if n := f.covered(got); n != c.want || (got != v) != c.moves {
			t.Errorf("%s: %d of %d are covered, before %d; moved %v", c.name, n, len(c.marks), f.covered(v), got != v)
		}
		if !f.inside(got, orb.Bound{Min: at, Max: at}) {
			t.Errorf("%s: the slide's own place is out of the free part", c.name)
		}
	}
}
