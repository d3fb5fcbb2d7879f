package mark

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

func groupsOf(items []Item) *Groups {
	g := &Groups{}
	g.Set(items)
	return g
}

type told struct {
	Top, N, Count int
	X, Y          float64
}

func build(g *Groups, p Part, step int) []told {
	g.Build(p, step, Reach)
	var out []told
	for i := range g.Signs {
		s := &g.Signs[i]
		out = append(out, told{s.Top, s.Size, s.Number, s.X, s.Y})
	}
	slices.SortFunc(out, func(a, b told) int { return a.Top - b.Top })
	return out
}

func scattered(n int, seed uint64) []Item {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]Item, n)
	for i := range out {
		at := orb.Point{r.Float64()*360 - 180, r.Float64()*150 - 70}
		if i%3 == 0 {
			at = orb.Point{r.Float64()*4 - 182 + 360*float64(r.IntN(2)), r.Float64() * 5} // about the 180th meridian
		}
		out[i] = Item{At: at, Filled: i%2 == 0, Ring: i%2 == 1, Number: r.IntN(5)}
	}
	return out
}

func TestGroupsHoldEveryMarkOnce(t *testing.T) {
	g := groupsOf(scattered(3000, 7))
	for step := 0; step < 24; step += 5 {
		seen := map[int32]bool{}
		signs := build(g, Part{0, 0, 1, 1}, step)
		for i := range g.Signs {
			s := &g.Signs[i]
			members := g.Members(s)
			if len(members) != s.Size || int(members[0]) != s.Top {
				t.Fatalf("step %d: a group of %d has %d members, led by %d and not %d", step, s.Size, len(members), members[0], s.Top)
			}
			for _, k := range members {
				if seen[k] {
					t.Fatalf("step %d: mark %d is in two groups", step, k)
				}
				seen[k] = true
			}
		}
		if len(seen) != 3000 {
			t.Errorf("step %d: %d of 3000 marks in %d groups", step, len(seen), len(signs))
		}
		for i, a := range signs {
			for _, b := range signs[:i] {
				dx := a.X - b.X
				dx -= math.Round(dx)
				if math.Hypot(dx, a.Y-b.Y) < g.radius {
					t.Fatalf("step %d: two groups stand within reach of each other", step)
				}
			}
		}
	}
}

func TestPanningChangesNoGroup(t *testing.T) {
	g := groupsOf(scattered(4000, 3))
	const step = 20
	whole := build(g, Part{0.2, 0.2, 0.8, 0.8}, step)
	wide := 4 * Reach / (256 * math.Exp2(step/4.0))
	for _, part := range []Part{{0.3, 0.3, 0.6, 0.5}, {0.45, 0.25, 0.75, 0.7}} {
		in := func(signs []told) (out []told) {
			for _, s := range signs {
				if s.X > part.Left+wide && s.X < part.Right-wide && s.Y > part.Top+wide && s.Y < part.Bottom-wide {
					out = append(out, s)
				}
			}
			return out
		}
		if d := cmp.Diff(in(whole), in(build(g, part, step))); d != "" {
			t.Errorf("another part of the world groups otherwise:\n%s", d)
		}
	}
}

// plainly groups all marks of the world by the rule as it is told, square by square, the most important first.
func plainly(g *Groups, step int) []told {
	type square struct {
		top    int32
		items  []int32
		leader *square
	}
	g.cut(Part{0, 0, 1, 1}, step, Reach)
	var squares []*square
	for _, c := range g.cells {
		squares = append(squares, &square{top: c.top, items: c.items})
	}
	slices.SortFunc(squares, func(a, b *square) int { return g.Compare(a.top, b.top) })
	signs := map[*square]*told{}
	var leaders []*square
	for _, s := range squares {
		for _, l := range leaders { // the most important one in reach
			if g.near(l.top, s.top) {
				s.leader = l
				break
			}
		}
		if s.leader == nil {
			s.leader = s
			leaders = append(leaders, s)
			x, y := g.World(int(s.top))
			signs[s] = &told{Top: int(s.top), X: x, Y: y}
		}
		for _, i := range s.items {
			signs[s.leader].N++
			signs[s.leader].Count += g.items[i].Number
		}
	}
	var out []told
	for _, s := range signs {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b told) int { return a.Top - b.Top })
	return out
}

func TestTheMostImportantMarkInReachLeads(t *testing.T) {
	for _, n := range []int{1, 30, 1000, 5000} {
		g := groupsOf(scattered(n, 11))
		for step := 0; step < 40; step += 6 {
			if d := cmp.Diff(plainly(g, step), build(g, Part{0, 0, 1, 1}, step)); d != "" {
				t.Fatalf("%d marks, step %d:\n%s", n, step, d)
			}
		}
	}
}

func TestStillsOfOddViews(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	marks := []Mark{{Point: orb.Point{2, 3}, Filled: true, Number: 2, Label: "here"}, {Point: orb.Point{nan, 1}, Ring: true}, {Point: orb.Point{2, 3}, Ring: true, Selected: true}}
	for claim, v := range map[string]viewport.Viewport{
		"no size":         {},
		"no numbers":      {Center: orb.Point{nan, inf}, Zoom: nan, W: nan, H: inf},
		"an absurd size":  {Zoom: 18, W: 1e18, H: 1e18},
		"far out":         {Zoom: -400, W: 100, H: 100},
		"far in":          {Zoom: 400, W: 100, H: 100},
		"the whole world": {Zoom: 1, W: 512, H: 512},
	} {
		got := Group(v, marks, 1)
		if len(got) == 0 || !got[len(got)-1].Selected {
			t.Errorf("%s: the selected mark is not last: %v", claim, got)
		}
	}
	for _, scale := range []float64{0, -1, nan, inf} {
		if got := Group(viewport.Viewport{Zoom: 4, W: 500, H: 500}, marks, scale); len(got) != 2 {
			t.Errorf("text scale %v: %d signs", scale, len(got))
		}
	}
}

func TestGroupsAcrossTheMeridian(t *testing.T) {
	g := groupsOf([]Item{{At: orb.Point{179.99, -17}, Filled: true, Number: 2}, {At: orb.Point{-179.99, -17}, Filled: true, Number: 1}, {At: orb.Point{180, -17}, Ring: true}})
	for _, x0 := range []float64{-0.2, 0.8} {
		if s := build(g, Part{x0, 0.3, x0 + 0.4, 0.7}, 12); len(s) != 1 || s[0].N != 3 || s[0].Count != 3 {
			t.Errorf("from %v: %v", x0, s)
		}
	}
	if s := build(g, Part{0.9995, 0.5475, 1.0005, 0.5485}, 52); len(s) != 3 {
		t.Errorf("close up: %v", s)
	}
}

func TestGroupsOfOddMarks(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	g := groupsOf([]Item{{At: orb.Point{nan, 1}, Filled: true}, {At: orb.Point{1, inf}, Ring: true}, {At: orb.Point{1e300, 5}, Filled: true, Number: -7},
		{At: orb.Point{540, 91}, Filled: true, Number: math.MaxInt}, {At: orb.Point{0, -91}, Country: true, Alpha: nan}, {At: orb.Point{3, 3}}})
	n := 0
	for _, s := range build(g, Part{0, 0, 1, 1}, 8) {
		n += s.N
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
			return
		}
		marks := scattered(int(n%2000), seed)
		wide := 3 / math.Exp2(float64(step)/4)
		part := Part{x, y, x + math.Min(1, wide), y + wide}
		a := build(groupsOf(marks), part, int(step))
		if d := cmp.Diff(a, build(groupsOf(marks), part, int(step))); d != "" {
			t.Fatal("the same input gives other groups")
		}
		last := -1
		for _, s := range a {
			if s.Top == last || s.N < 1 {
				t.Fatalf("odd group %v", s)
			}
			last = s.Top
		}
	})
}
