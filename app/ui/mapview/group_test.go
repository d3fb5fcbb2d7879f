package mapview

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/geo/mark"
	"dateline/geo/viewport"
)

// layerOf is a layer of marks without a map.
func layerOf(marks []Mark) *markLayer {
	l := &markLayer{}
	l.init()
	l.setMarks(marks)
	return l
}

type told struct {
	Top, N, Count int
	X, Y          float64
}

func groups(l *markLayer, x0, y0, x1, y1 float64, step int) []told {
	l.group.build(l, x0, y0, x1, y1, step, reach)
	l.group.gather(l)
	var out []told
	for i := range l.group.signs {
		s := &l.group.signs[i]
		out = append(out, told{int(s.top), s.n, s.count, s.x, s.y})
	}
	slices.SortFunc(out, func(a, b told) int { return a.Top - b.Top })
	return out
}

func scattered(n int, seed uint64) []Mark {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]Mark, n)
	for i := range out {
		at := orb.Point{r.Float64()*360 - 180, r.Float64()*150 - 70}
		if i%3 == 0 {
			at = orb.Point{r.Float64()*4 - 182 + 360*float64(r.IntN(2)), r.Float64() * 5} // about the 180th meridian
		}
		out[i] = Mark{ID: i, At: at, Filled: i%2 == 0, Ring: i%2 == 1, Count: r.IntN(5), Label: fmt.Sprint(i)}
	}
	return out
}

func TestGroupsHoldEveryMarkOnce(t *testing.T) {
	l := layerOf(scattered(3000, 7))
	for step := 0; step < 24; step += 5 {
		seen := map[int32]bool{}
		g := groups(l, 0, 0, 1, 1, step)
		for i := range l.group.signs {
			s := &l.group.signs[i]
			members := l.members(s)
			if len(members) != s.n || members[0] != s.top {
				t.Fatalf("step %d: a group of %d has %d members, led by %d and not %d", step, s.n, len(members), members[0], s.top)
			}
			for _, k := range members {
				if seen[k] {
					t.Fatalf("step %d: mark %d is in two groups", step, k)
				}
				seen[k] = true
			}
		}
		if len(seen) != 3000 {
			t.Errorf("step %d: %d of 3000 marks in %d groups", step, len(seen), len(g))
		}
		for i, a := range g {
			for _, b := range g[:i] {
				dx := a.X - b.X
				dx -= math.Round(dx)
				if math.Hypot(dx, a.Y-b.Y) < l.group.radius {
					t.Fatalf("step %d: two groups stand within reach of each other", step)
				}
			}
		}
	}
}

func TestPanningChangesNoGroup(t *testing.T) {
	l := layerOf(scattered(4000, 3))
	const step = 20
	whole := groups(l, 0.2, 0.2, 0.8, 0.8, step)
	wide := 4 * reach / (256 * math.Exp2(step/4.0))
	for _, part := range [][4]float64{{0.3, 0.3, 0.6, 0.5}, {0.45, 0.25, 0.75, 0.7}} {
		in := func(g []told) (out []told) {
			for _, s := range g {
				if s.X > part[0]+wide && s.X < part[2]-wide && s.Y > part[1]+wide && s.Y < part[3]-wide {
					out = append(out, s)
				}
			}
			return out
		}
		if d := cmp.Diff(in(whole), in(groups(l, part[0], part[1], part[2], part[3], step))); d != "" {
			t.Errorf("another part of the world groups otherwise:\n%s", d)
		}
	}
}

func TestGroupsAcrossTheMeridian(t *testing.T) {
	l := layerOf([]Mark{{ID: 1, At: orb.Point{179.99, -17}, Filled: true, Count: 2}, {ID: 2, At: orb.Point{-179.99, -17}, Filled: true, Count: 1}, {ID: 3, At: orb.Point{180, -17}, Ring: true}})
	for _, x0 := range []float64{-0.2, 0.8} {
		if g := groups(l, x0, 0.3, x0+0.4, 0.7, 12); len(g) != 1 || g[0].N != 3 || g[0].Count != 3 {
			t.Errorf("from %v: %v", x0, g)
		}
	}
	if g := groups(l, 0.9995, 0.5475, 1.0005, 0.5485, 52); len(g) != 3 {
		t.Errorf("close up: %v", g)
	}
}

func TestGroupsOfOddMarks(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	l := layerOf([]Mark{{At: orb.Point{nan, 1}, Filled: true}, {At: orb.Point{1, inf}, Ring: true}, {At: orb.Point{1e300, 5}, Filled: true, Count: -7},
		{At: orb.Point{540, 91}, Filled: true, Count: math.MaxInt}, {At: orb.Point{0, -91}, Country: true, P: nan}, {At: orb.Point{3, 3}}})
	n := 0
	for _, g := range groups(l, 0, 0, 1, 1, 8) {
		n += g.N
	}
	if n != 3 {
		t.Errorf("%d marks can be shown", n)
	}
}

func FuzzGroups(f *testing.F) {
	f.Add(uint64(1), uint16(50), int8(10), 0.1, 0.2)
	f.Add(uint64(9), uint16(900), int8(40), 0.9, 0.5)
	f.Fuzz(func(t *testing.T, seed uint64, n uint16, step int8, x, y float64) {
		if !(x > -2 && x < 2 && y > -1 && y < 2) || step < 0 || step > 72 {
			t.Skip()
		}
		marks := scattered(int(n%2000), seed)
		wide := 3 / math.Exp2(float64(step)/4)
		a := groups(layerOf(marks), x, y, x+math.Min(1, wide), y+wide, int(step))
		if d := cmp.Diff(a, groups(layerOf(marks), x, y, x+math.Min(1, wide), y+wide, int(step))); d != "" {
			t.Fatal("the same input gives other groups")
		}
		last := -1
		for _, g := range a {
			if g.Top == last || g.N < 1 {
				t.Fatalf("odd group %v", g)
			}
			last = g.Top
		}
	})
}

func TestSignsOfAViewAreFew(t *testing.T) {
	s := open(t, Config{}, 1400, 900)
	for _, n := range []int{10, 2000, 20000} {
		s.m.SetMarks(manyMarks(n))
		s.m.Fit([]orb.Point{{6, 51}, {24, 59}}, 8, false)
		if shown := len(s.m.marks.shown); shown > mostSigns*3/2 || shown == 0 {
			t.Errorf("%d marks are %d signs", n, shown)
		}
		before := len(s.m.marks.group.signs)
		s.m.panBy(40, 30)
		if got := len(s.m.marks.group.signs); got != before {
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
	if l := s.m.marks.shown; len(l) != 1 || l[0].n != 6 || l[0].count != 6 {
		t.Fatalf("%d signs", len(l))
	}
	s.m.SetSelected(4)
	l := s.m.marks.shown
	if len(l) != 2 || l[0].n != 5 || l[1].n != 1 || !l[1].selected || l[1].top != 4 {
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
