package viewport_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

var (
	kursk  = orb.Point{36.19, 51.74}
	riyadh = orb.Point{46.72, 24.69}
	anadyr = orb.Point{177.5, 64.73}
	nome   = orb.Point{-165.4, 64.5}
)

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

func TestProject(t *testing.T) {
	v := viewport.Viewport{Center: kursk, Zoom: 7, W: 1000, H: 600}
	for _, c := range []struct {
		claim string
		p     orb.Point
		check func(x, y float64) bool
	}{
		{"the centre is in the middle", kursk, func(x, y float64) bool { return near(x, 500, 1e-6) && near(y, 300, 1e-6) }},
		{"north is up", orb.Point{36.19, 52}, func(x, y float64) bool { return near(x, 500, 1e-6) && y < 300 }},
		{"east is right", orb.Point{37.19, 51.74}, func(x, y float64) bool { return near(x, 500+256*128/360.0, 1e-6) }},
		{"a pole is a number", orb.Point{0, 90}, func(x, y float64) bool { return !math.IsInf(y, 0) && !math.IsNaN(y) }},
		{"no number counts as 0", orb.Point{math.NaN(), math.Inf(1)}, func(x, y float64) bool { return !math.IsNaN(x) && !math.IsNaN(y) }},
	} {
		if x, y := v.Project(c.p); !c.check(x, y) {
			t.Errorf("%s: got %v, %v", c.claim, x, y)
		}
	}
	pacific := viewport.Viewport{Center: orb.Point{180, 64}, Zoom: 4, W: 1000, H: 600}
	ax, _ := pacific.Project(anadyr)
	nx, _ := pacific.Project(nome)
	if !(ax < 500 && nx > 500 && nx-ax < 300) {
		t.Errorf("neighbours across the 180th meridian stand beside each other: %v and %v", ax, nx)
	}
}

func TestUnprojectIsTheWayBack(t *testing.T) {
	for _, c := range []orb.Point{kursk, anadyr, nome, {0, 0}, {-179.9, -60}} {
		v := viewport.Viewport{Center: c, Zoom: 5.3, W: 900, H: 700}
		for _, px := range [][2]float64{{0, 0}, {450, 350}, {900, 700}, {13.5, 600}} {
			x, y := v.Project(v.Unproject(px[0], px[1]))
			if !near(x, px[0], 1e-6) || !near(y, px[1], 1e-6) {
				t.Errorf("around %v: %v comes back as %v, %v", c, px, x, y)
			}
		}
	}
}

func TestFit(t *testing.T) {
	const w, h = 1000.0, 700.0
	pad := viewport.Pad{Left: 300, Top: 50, Right: 20, Bottom: 120}
	for _, c := range []struct {
		claim  string
		points []orb.Point
		zoom   func(float64) bool
	}{
		{"one point gives MaxFitZoom", []orb.Point{kursk}, func(z float64) bool { return z == viewport.MaxFitZoom }},
		{"the same point twice, too", []orb.Point{kursk, kursk}, func(z float64) bool { return z == viewport.MaxFitZoom }},
		{"no point gives the world", nil, func(z float64) bool { return z == viewport.MinZoom(w, h) }},
		{"only bad points give the world", []orb.Point{{math.NaN(), 5}}, func(z float64) bool { return z == viewport.MinZoom(w, h) }},
		{"two far points zoom out", []orb.Point{kursk, riyadh}, func(z float64) bool { return z > 3 && z < 5 }},
		{"the shorter way round across the 180th meridian", []orb.Point{anadyr, nome}, func(z float64) bool { return z > 4 }},
		{"the whole world stays the world", []orb.Point{{-179, -80}, {179, 80}, {0, 0}, {90, 0}, {-90, 0}}, func(z float64) bool { return z == viewport.MinZoom(w, h) }},
	} {
		v := viewport.Fit(c.points, w, h, pad, viewport.MaxFitZoom)
		if !c.zoom(v.Zoom) {
			t.Errorf("%s: zoom %v", c.claim, v.Zoom)
		}
		if v.Zoom == viewport.MinZoom(w, h) {
			continue
		}
		for _, p := range c.points {
			x, y := v.Project(p)
			if x < pad.Left-0.01 || x > w-pad.Right+0.01 || y < pad.Top-0.01 || y > h-pad.Bottom+0.01 {
				t.Errorf("%s: %v is at %v, %v, under a card", c.claim, p, x, y)
			}
		}
	}
	v := viewport.Fit([]orb.Point{kursk}, w, h, pad, viewport.MaxFitZoom)
	if x, y := v.Project(kursk); !near(x, (300+980)/2.0, 0.01) || !near(y, (50+580)/2.0, 0.01) {
		t.Errorf("a single point stands in the middle of the free part: %v, %v", x, y)
	}
}

func TestFitBound(t *testing.T) {
	v := viewport.Viewport{W: 800, H: 600}
	fiji := v.Fit(orb.Bound{Min: orb.Point{177, -19}, Max: orb.Point{-178, -16}}, viewport.Pad{}, 10)
	if x, _ := fiji.Project(orb.Point{180, -17}); x < 0 || x > 800 || fiji.Zoom < 6 {
		t.Errorf("a bound across the 180th meridian: zoom %v, the meridian at %v", fiji.Zoom, x)
	}
	upside := v.Fit(orb.Bound{Min: orb.Point{0, 10}, Max: orb.Point{5, -10}}, viewport.Pad{}, 10)
	if upside.Zoom != viewport.MinZoom(800, 600) {
		t.Errorf("a bound upside down gives the world, not zoom %v", upside.Zoom)
	}
	huge := v.Fit(orb.Bound{Min: kursk, Max: riyadh}, viewport.Pad{Left: 5000, Top: 5000}, 10)
	if math.IsNaN(huge.Zoom) || math.IsNaN(huge.Center[0]) {
		t.Errorf("cards larger than the map: %+v", huge)
	}
}

func TestZoomAtKeepsThePoint(t *testing.T) {
	v := viewport.Viewport{Center: kursk, Zoom: 6, W: 1000, H: 700}
	at := v.Unproject(200, 500)
	for _, dz := range []float64{1, 0.25, -1, 3} {
		if x, y := v.ZoomAt(200, 500, dz).Project(at); !near(x, 200, 1e-6) || !near(y, 500, 1e-6) {
			t.Errorf("by %v: the point moved to %v, %v", dz, x, y)
		}
	}
	if z := v.ZoomAt(0, 0, 100).Zoom; z != viewport.MaxZoom {
		t.Errorf("no deeper than MaxZoom, not %v", z)
	}
	if z := v.ZoomAt(0, 0, -100).Zoom; z != viewport.MinZoom(1000, 700) {
		t.Errorf("no further out than the world, not %v", z)
	}
}

func TestPan(t *testing.T) {
	v := viewport.Viewport{Center: kursk, Zoom: 6, W: 1000, H: 700}
	x, y := v.Pan(40, -25).Project(kursk)
	if !near(x, 540, 1e-6) || !near(y, 325, 1e-6) {
		t.Errorf("the world follows the hand: %v, %v", x, y)
	}
	top := v.Pan(0, 1e7).Bound()
	if top.Max[1] > viewport.MaxLat+1e-9 {
		t.Errorf("not beyond the pole: %v", top)
	}
	if c := v.Pan(1e6, 0).Center; c[0] < -180 || c[0] > 180 {
		t.Errorf("round the world the longitude stays within 180: %v", c)
	}
}

func TestTiles(t *testing.T) {
	v := viewport.Viewport{Center: orb.Point{180, 0}, Zoom: 4.4, W: 1000, H: 700}
	tiles := v.Tiles(v.TileZoom())
	west, east := false, false
	for _, c := range tiles {
		if c.X < 0 || c.X >= 16 || c.Y < 0 || c.Y >= 16 {
			t.Fatalf("no such tile: %+v", c)
		}
		if c.Left > 1000 || c.Left+c.Size < 0 || c.Top > 700 || c.Top+c.Size < 0 {
			t.Errorf("out of view: %+v", c)
		}
		west, east = west || c.X == 15, east || c.X == 0
	}
	if !west || !east {
		t.Error("a view across the 180th meridian shows columns of both sides")
	}
	first := tiles[0]
	if first.Left > 500.01 || first.Left+first.Size < 499.99 {
		t.Errorf("the middle comes first, not %+v", first)
	}
	if n := len(v.Tiles(22)); n != 0 {
		t.Errorf("a zoom far too deep gives no tiles, not %d", n)
	}
}

func FuzzViewport(f *testing.F) {
	f.Add(36.0, 51.0, 6.0, 100.0, 200.0, -3.0, 170.0, -60.0)
	f.Add(math.Inf(1), math.NaN(), 1e300, -1e300, 0.0, math.NaN(), -1e9, 91.0)
	f.Fuzz(func(t *testing.T, lon, lat, zoom, dx, dy, dz, lon2, lat2 float64) {
		v := viewport.Viewport{Center: orb.Point{lon, lat}, Zoom: zoom, W: 640, H: 480}
		for _, n := range []viewport.Viewport{v.Pan(dx, dy), v.ZoomAt(100, 100, dz), v.Resize(dx, dy),
			viewport.Fit([]orb.Point{{lon, lat}, {lon2, lat2}}, 640, 480, viewport.Pad{Left: dx}, dz)} {
			if !(n.Center[0] >= -180 && n.Center[0] <= 180 && n.Center[1] >= -86 && n.Center[1] <= 86 && n.Zoom >= 0 && n.Zoom <= viewport.MaxZoom) {
				t.Fatalf("out of the world: %+v", n)
			}
			n.Tiles(n.TileZoom())
			n.Bound()
		}
	})
}

func ExampleFit() {
	places := []orb.Point{{36.19, 51.74}, {35.27, 51.2}, {36.25, 49.98}}
	v := viewport.Fit(places, 1280, 800, viewport.Pad{Left: 40, Top: 120, Right: 40, Bottom: 80}, viewport.MaxFitZoom)
	x, y := v.Project(places[0])
	fmt.Printf("zoom %.1f, Kursk at %.0f, %.0f\n", v.Zoom, x, y)
	// Output: zoom 8.0, Kursk at 718, 166
}

func ExampleViewport_ZoomAt() {
	v := viewport.Viewport{Center: orb.Point{30, 50}, Zoom: 5, W: 800, H: 600}
	fmt.Printf("%.1f\n", v.ZoomAt(0, 0, 1.5).Zoom)
	// Output: 6.5
}
