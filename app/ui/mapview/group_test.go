package mapview

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

func TestSignsOfAViewAreFew(t *testing.T) {
	s := open(t, Config{}, 1400, 900)
	for _, n := range []int{10, 2000, 20000} {
		s.m.SetMarks(manyMarks(n))
		s.m.Fit([]orb.Point{{6, 51}, {24, 59}}, 8, false)
		if shown := len(s.m.marks.shown); shown > 195 || shown == 0 {
			t.Errorf("%d marks are %d signs", n, shown)
		}
		before := len(s.m.marks.signs)
		s.m.panBy(40, 30)
		if got := len(s.m.marks.signs); got != before {
			t.Errorf("a small pan makes %d groups of %d", got, before)
		}
	}
	s.m.SetMarks(manyMarks(10))
	if s.m.marks.coarse != 0 {
		t.Errorf("few marks are still grouped coarsely: %d", s.m.marks.coarse)
	}
}

func TestTheSelectedMarkIsInNoGroup(t *testing.T) {
	s := open(t, Config{}, 900, 600)
	var marks []Mark
	for i := range 6 {
		marks = append(marks, Mark{ID: i, At: oslo, Filled: true, Count: 1, Label: fmt.Sprint("p", i)})
	}
	s.m.SetMarks(marks)
	s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
	if l := s.m.marks.shown; len(l) != 1 || l[0].Size != 6 || l[0].Number != 6 {
		t.Fatalf("%d signs", len(l))
	}
	s.m.SetSelected(4)
	l := s.m.marks.shown
	if len(l) != 2 || l[0].Size != 5 || l[1].Size != 1 || !l[1].selected || l[1].Top != 4 {
		t.Fatalf("%d signs", len(l))
	}
	if math.Hypot(l[0].sx-l[1].sx, l[0].sy-l[1].sy) < 15 {
		t.Error("the group is hidden by the selected mark")
	}
}

func TestStillsGroupAsTheWindowDoes(t *testing.T) {
	s := open(t, Config{}, 1000, 700)
	for _, n := range []int{20, 400, 3000} {
		all := manyMarks(n)
		s.m.SetMarks(all)
		s.m.SetSelected(3)
		s.m.SetViewport(viewport.Viewport{Center: orb.Point{15, 55}, Zoom: 5.3})
		var given []mark.Mark
		for i := range all {
			k := &all[i]
			given = append(given, mark.Mark{Point: k.At, Number: k.Count, Filled: k.Filled, Ring: k.Ring, Label: k.Label, Selected: k.ID == 3})
		}
		v := s.m.Viewport()
		window, still := map[string]mark.Mark{}, map[string]mark.Mark{}
		for _, k := range s.m.marks.shown {
			if d := s.m.marks.drawn(k); v.Contains(d.Point) {
				window[d.Label] = d
			}
		}
		for _, d := range mark.Group(v, given, 1) {
			if v.Contains(d.Point) {
				if d.Alpha == 0 {
					d.Alpha = 1
				}
				still[d.Label] = d
			}
		}
		if d := cmp.Diff(window, still); d != "" {
			t.Errorf("%d marks: window and still differ:\n%s", n, d)
		}
	}
}
