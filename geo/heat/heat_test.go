package heat

import (
	"image/color"
	"math"
	"testing"

	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

var (
	here = viewport.Viewport{Center: orb.Point{25, 42}, Zoom: 6, W: 400, H: 300}
	at   = here.Unproject(200, 150)
)

// near is how many events lie near a px of here.
func near(spots []Spot, x, y float64) float64 {
	f := newField(here)
	for _, s := range spots {
		px, py := here.Project(s.At)
		f.add(px, py, Radius, s.Events, s.reach(here))
	}
	return float64(f.cells[int(y/Cell)*f.w+int(x/Cell)])
}

func TestField_CountsEventsThatLieNear(t *testing.T) {
	const cell = 0.08 // by so much a value differs between the corners of a cell
	for _, c := range []struct {
		name  string
		spots []Spot
		x, y  float64
		want  float64
	}{
		{"in full where they happened", []Spot{{At: at, Events: 7}}, 200, 150, 7},
		{"of two spots beside each other both", []Spot{{At: at, Events: 7}, {At: here.Unproject(203, 150), Events: 2}}, 200, 150, 9},
		{"none farther away than the radius", []Spot{{At: at, Events: 7}}, 200 + Radius + Cell, 150, 0},
		{"fewer on the way there", []Spot{{At: at, Events: 8}}, 200 + Radius/math.Sqrt2, 150, 2},
		{"none of a spot out of view", []Spot{{At: here.Unproject(-90, 150), Events: 7}}, 1, 150, 0},
		{"some of a spot just out of view", []Spot{{At: here.Unproject(-23, 150), Events: 16}}, 0, 150, 9},
	} {
		if got := near(c.spots, c.x, c.y); math.Abs(got-c.want) > cell*c.want+0.001 {
			t.Errorf("%s: %.2f, want %.2f", c.name, got, c.want)
		}
	}
}

// TestField_WhatIsKnownToARegionLiesAllOverIt: as many events, and none of them at its middle.
func TestField_WhatIsKnownToARegionLiesAllOverIt(t *testing.T) {
	sum := func(reach float64) (all, middle float64) {
		f := newField(here)
		f.add(200, 150, Radius, 12, reach)
		for _, v := range f.cells {
			all += float64(v)
		}
		return all, float64(f.cells[75*f.w+100])
	}
	point, atPoint := sum(0)
	region, atRegion := sum(60)
	if math.Abs(region/point-1) > 0.02 || atRegion > atPoint/4 {
		t.Errorf("%.0f events in all and %.2f at the middle, against %.0f and %.2f of a point", region, atRegion, point, atPoint)
	}
}

// TestPicture_OneColourMeansOneNumber wherever the map is moved to.
func TestPicture_OneColourMeansOneNumber(t *testing.T) {
	l := Layer{Spots: []Spot{{At: at, Events: 6}}, Most: 20}
	moved := here.Pan(30, -20)
	x, y := moved.Project(at)
	a, b := l.Picture(here, tile.Light).RGBAAt(100, 75), l.Picture(moved, tile.Light).RGBAAt(int(x/Cell), int(y/Cell))
	if a != b || a.A == 0 {
		t.Errorf("%v, and after a pan %v", a, b)
	}
	if other := l.Picture(viewport.Viewport{Center: orb.Point{-60, 10}, Zoom: 6, W: 400, H: 300}, tile.Light); other.RGBAAt(100, 75).A != 0 {
		t.Error("something is shown where nothing happened")
	}
}

func TestPicture_OneEventHasAColourAndAThirdOfOneHasNot(t *testing.T) {
	for _, c := range []struct {
		events float64
		shown  bool
	}{{1, true}, {0.3, false}, {0, false}, {math.NaN(), false}} {
		l := Layer{Spots: []Spot{{At: at, Events: c.events}}, Most: 50}
		if got := l.Picture(here, tile.Light).RGBAAt(100, 75).A > 20; got != c.shown {
			t.Errorf("%v events: shown %v", c.events, got)
		}
	}
}

// TestStyles_StepsCanBeToldApart by their lightness alone, which every eye sees, each from the next and the first from the land.
func TestStyles_StepsCanBeToldApart(t *testing.T) {
	for _, s := range append(tile.Styles(), tile.Print) {
		last := lightness(s.Land)
		down := lightness(over(s.Heat[Steps-1], s.Land)) < last
		for i, ink := range s.Heat {
			l := lightness(over(ink, s.Land))
			if l < last != down || math.Abs(l-last) < 4.5 {
				t.Errorf("%s: step %d has a lightness of %.1f after %.1f", s.Name, i+1, l, last)
			}
			last = l
		}
	}
}

// TestStyles_MarksStandOutFromTheStrongestStep, the sign or the edge around it, by 3 to 1 at least.
func TestStyles_MarksStandOutFromTheStrongestStep(t *testing.T) {
	for _, s := range append(tile.Styles(), tile.Print) {
		for i, ink := range s.Heat {
			ground := luminance(over(ink, s.Land))
			best := 0.0
			for _, c := range []color.NRGBA{s.MarkFill, s.MarkEdge} {
				a, b := luminance(c), ground
				best = max(best, (max(a, b)+0.05)/(min(a, b)+0.05))
			}
			if best < 3 {
				t.Errorf("%s: a mark on step %d stands out by %.2f to 1", s.Name, i+1, best)
			}
		}
	}
}

func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A))) / 255) }
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// lightness is L* of CIE Lab.
func lightness(c color.NRGBA) float64 { return 116*math.Cbrt(luminance(c)) - 16 }

// TestPart_HoldsAllThatIsColoured, and nothing else: the part is drawn as the whole is.
func TestPart_HoldsAllThatIsColoured(t *testing.T) {
	for _, c := range []struct {
		name  string
		spots []Spot
		ok    bool
	}{
		{"a spot in the middle", []Spot{{At: at, Events: 9}}, true},
		{"two spots, one at the edge", []Spot{{At: here.Unproject(3, 290), Events: 4}, {At: at, Events: 2}}, true},
		{"a region", []Spot{{At: here.Unproject(120, 90), Events: 30, ReachKM: 70}}, true},
		{"a spot out of view", []Spot{{At: here.Unproject(900, 150), Events: 9}}, false},
		{"hardly an event", []Spot{{At: at, Events: 0.1}}, false},
		{"nothing", nil, false},
	} {
		l := Layer{Spots: c.spots, Most: 10}
		whole := l.Picture(here, tile.Light)
		part, left, top, ok := l.Part(here, tile.Light)
		if ok != c.ok {
			t.Errorf("%s: %v", c.name, ok)
			continue
		}
		seen := 0
		for i := 3; i < len(whole.Pix); i += 4 {
			if whole.Pix[i] > 0 {
				seen++
			}
		}
		if !ok {
			if seen > 0 {
				t.Errorf("%s: %d px are coloured and in no part", c.name, seen)
			}
			continue
		}
		pic := l.Picture(part, tile.Light)
		for y := range pic.Rect.Dy() {
			for x := range pic.Rect.Dx() {
				a, b := pic.RGBAAt(x, y), whole.RGBAAt(x+int(left)/Cell, y+int(top)/Cell)
				if d := int(a.A) - int(b.A); d > 6 || d < -6 { // the middle of the part is rounded
					t.Fatalf("%s: %v at %d, %d of the part, %v in the whole", c.name, a, x, y, b)
				}
				if a.A > 0 {
					seen--
				}
			}
		}
		if seen > 4 {
			t.Errorf("%s: %d px are beside the part", c.name, seen)
		}
	}
}

func TestRound_NamesARoundNumberNotFarFromTheFullestPlace(t *testing.T) {
	for _, c := range []struct{ events, want float64 }{{0, 5}, {1, 5}, {7, 5}, {9, 10}, {14, 10}, {16, 20}, {22, 20}, {49, 50}, {70, 50}, {130, 100}, {900, 1000}} {
		if got := Round(c.events); got != c.want {
			t.Errorf("%v: %v, want %v", c.events, got, c.want)
		}
	}
	for n := 1.0; n < 1e6; n *= 1.07 {
		if r := Round(n); n > 5 && (r < n*0.6 || r > n*1.7) {
			t.Errorf("%.1f is called %v", n, r)
		}
	}
}

// BenchmarkPicture: it is made at each step, though not in its way.
func BenchmarkPicture(b *testing.B) {
	for _, c := range []struct {
		name  string
		v     viewport.Viewport
		spots int
	}{
		{"300 spots on 1400x900", viewport.Viewport{Center: orb.Point{25, 42}, Zoom: 6, W: 1400, H: 900}, 300},
		{"5000 wide ones on 2500x1400", viewport.Viewport{Center: orb.Point{25, 42}, Zoom: 4, W: 2500, H: 1400}, 5000},
	} {
		b.Run(c.name, func(b *testing.B) {
			l := Layer{Most: 20}
			for i := range c.spots {
				l.Spots = append(l.Spots, Spot{At: c.v.Unproject(float64(i*37%int(c.v.W)), float64(i*91%int(c.v.H))), Events: 3, ReachKM: float64(i % 40 * (c.spots / 5000))})
			}
			for b.Loop() {
				l.Picture(c.v, tile.Light)
			}
		})
	}
}
