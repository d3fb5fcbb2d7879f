package vector_test

import (
	"context"
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo/outline"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"dateline/geo/vector"
	"dateline/geo/viewport"
)

// inside counts by the rule even-odd.
func inside(rings []vector.Path, p orb.Point) bool {
	in := false
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			a, b := r[i-1], r[i]
			if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1]) {
				in = !in
			}
		}
	}
	return in
}

// plain is a look in which land and water are all that is to be seen.
func plain() *tile.Style {
	s := *tile.Light
	white, black := color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}
	s.Land, s.Urban, s.Water, s.Lake = white, white, black, black
	for _, x := range []*tile.Stroke{&s.River, &s.Coast, &s.Country, &s.Admin1, &s.Disputed} {
		x.Color = color.NRGBA{}
	}
	return &s
}

// The shapes are where the tiles have land and water: at coasts, among islands, inland, over the 180th meridian and for the
// whole world.
func TestGroundIsThatOfTheTiles(t *testing.T) {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	shapes := outline.New(base.Archive())
	for _, c := range []struct {
		name string
		view viewport.Viewport
	}{
		{"the Aegean", viewport.Viewport{Center: orb.Point{25, 38}, Zoom: 6, W: 600, H: 400}},
		{"inland", viewport.Viewport{Center: orb.Point{36, 51}, Zoom: 7, W: 600, H: 400}},
		{"lakes", viewport.Viewport{Center: orb.Point{-84, 45}, Zoom: 5, W: 600, H: 400}},
		{"Fiji and the 180th meridian", viewport.Viewport{Center: orb.Point{179, -17}, Zoom: 5, W: 600, H: 400}},
		{"Chukotka from the east", viewport.Viewport{Center: orb.Point{-175, 66}, Zoom: 4, W: 600, H: 400}},
		{"the world", viewport.Viewport{Center: orb.Point{10, 20}, Zoom: 1.3, W: 600, H: 400}},
		{"the open sea", viewport.Viewport{Center: orb.Point{-140, -40}, Zoom: 5, W: 600, H: 400}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := vector.Of(shapes, c.view, 1)
			if err != nil {
				t.Fatal(err)
			}
			img, err := staticmap.Render(context.Background(), base, staticmap.Picture{View: c.view}, staticmap.Options{Style: plain(), NoGroundNames: true, NoScaleBar: true, Attribution: " "})
			if err != nil {
				t.Fatal(err)
			}
			asked, wrong := 0, 0
			for y := 6.5; y < 360; y += 9 {
				for x := 6.5; x < 560; x += 9 {
					r, _, _, _ := img.At(int(x), int(y)).RGBA()
					if r > 0x1000 && r < 0xf000 {
						continue // the edge itself
					}
					asked++
					p := orb.Point{x, y}
					if land := inside(g.Land, p) && !inside(g.Lakes, p); land != (r >= 0xf000) {
						wrong++
					}
				}
			}
			if asked < 2000 || wrong > asked/150 {
				t.Errorf("%d of %d points are not as in the picture", wrong, asked)
			}
		})
	}
}

func TestNothingStandsFarOutsideTheView(t *testing.T) {
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	v := viewport.Viewport{Center: orb.Point{37, 55}, Zoom: 5, W: 600, H: 400}
	g, err := vector.Of(outline.New(base.Archive()), v, 2)
	if err != nil {
		t.Fatal(err)
	}
	points := 0
	for _, layer := range [][]vector.Path{g.Land, g.Lakes, g.Coasts, g.Countries, g.Disputed, g.Regions, g.Rivers, g.Shores} {
		for _, path := range layer {
			for _, p := range path {
				points++
				if out := math.Max(math.Max(-p[0], p[0]-v.W), math.Max(-p[1], p[1]-v.H)); out > 9 || math.IsNaN(out) {
					t.Fatalf("%v is %v px outside", p, out)
				}
			}
		}
	}
	if points < 500 || points > 60_000 {
		t.Errorf("%d points", points)
	}
	if len(g.Countries) == 0 || len(g.Regions) == 0 || len(g.Rivers) == 0 {
		t.Errorf("borders %d, regions %d, rivers %d", len(g.Countries), len(g.Regions), len(g.Rivers))
	}
}
