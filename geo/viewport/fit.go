package viewport

import (
	"math"
	"sort"

	"github.com/paulmach/orb"
)

// Fit returns the closest viewport of w x h px that shows all points in the part pad leaves free, no closer than
// maxZoom. One point gives maxZoom; no points give the world. Points on both sides of the 180th meridian are shown
// across it when that way round is shorter.
func Fit(points []orb.Point, w, h float64, pad Pad, maxZoom float64) Viewport {
	v := Viewport{W: math.Max(1, finite(w)), H: math.Max(1, finite(h))}
	b, ok := Around(points)
	if !ok {
		return v.clamp()
	}
	return v.Fit(b, pad, maxZoom)
}

// Fit returns the viewport of the same size that shows b; see the function Fit. A bound whose Min[0] is over its Max[0]
// runs across the 180th meridian, as does one whose Max[0] is over 180; a bound upside down gives the world.
func (v Viewport) Fit(b orb.Bound, pad Pad, maxZoom float64) Viewport {
	v.W, v.H = math.Max(1, finite(v.W)), math.Max(1, finite(v.H))
	if b.Min[1] > b.Max[1] || bad(b.Min) || bad(b.Max) {
		return Viewport{W: v.W, H: v.H}.clamp()
	}
	if b.Max[0] < b.Min[0] {
		b.Max[0] += 360
	}
	pad = pad.within(v.W, v.H)
	x0, y1 := World(b.Min)
	x1, y0 := World(b.Max)
	zoom := finite(maxZoom)
	if dx := x1 - x0; dx > 0 {
		zoom = math.Min(zoom, math.Log2((v.W-pad.Left-pad.Right)/(dx*TileSize)))
	}
	if dy := y1 - y0; dy > 0 {
		zoom = math.Min(zoom, math.Log2((v.H-pad.Top-pad.Bottom)/(dy*TileSize)))
	}
	v.Zoom = clampZoom(zoom, v.W, v.H)
	size := v.WorldSize()
	// The middle of the bound goes to the middle of the free part.
	cx := (x0+x1)/2 - (pad.Left-pad.Right)/2/size
	cy := (y0+y1)/2 - (pad.Top-pad.Bottom)/2/size
	v.Center = FromWorld(cx, cy)
	return v.clamp()
}

// within keeps at least a quarter of each side free, whatever the cards cover.
func (p Pad) within(w, h float64) Pad {
	shrink := func(a, b, room float64) (float64, float64) {
		a, b = math.Max(0, finite(a)), math.Max(0, finite(b))
		if over := (a + b) / (room * 0.75); over > 1 {
			a, b = a/over, b/over
		}
		return a, b
	}
	p.Left, p.Right = shrink(p.Left, p.Right, w)
	p.Top, p.Bottom = shrink(p.Top, p.Bottom, h)
	return p
}

// Around gives the smallest bound of all points, the shorter way round the world: if it runs across the 180th meridian,
// its Max[0] is over 180. Points that are not numbers are left out; it reports false when none remain.
func Around(points []orb.Point) (orb.Bound, bool) {
	lons := make([]float64, 0, len(points))
	south, north := math.Inf(1), math.Inf(-1)
	for _, p := range points {
		if bad(p) {
			continue
		}
		lons = append(lons, wrapLon(p[0]))
		south, north = math.Min(south, p[1]), math.Max(north, p[1])
	}
	if len(lons) == 0 {
		return orb.Bound{}, false
	}
	sort.Float64s(lons)
	// The widest gap between neighbours is what the bound leaves out.
	last := len(lons) - 1
	west, east := lons[0], lons[last]
	widest := lons[0] + 360 - lons[last]
	for i := 1; i < len(lons); i++ {
		if gap := lons[i] - lons[i-1]; gap > widest {
			widest, west, east = gap, lons[i], lons[i-1]+360
		}
	}
	return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}, true
}

func bad(p orb.Point) bool {
	return math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0)
}
