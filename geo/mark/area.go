package mark

import (
	"image"
	"math"
	"sync"

	"github.com/paulmach/orb"

	"dateline/geo/internal/raster"
	"dateline/geo/viewport"
)

// Area is the shape of a region or country.
type Area struct {
	Shape    orb.MultiPolygon
	Selected bool
	Rough    bool    // the edge is no border but a distance: drawn dashed
	Lane     int     // as in Mark
	Alpha    float64 // as in Mark
}

// Area draws the soft fill and the outline of a shape. Edges along the 180th meridian and the southern edge of the
// world, where shapes are cut, are not outlined.
func (p Pen) Area(dst *image.RGBA, v viewport.Viewport, a Area) {
	style, scale := p.style(), p.scale()
	fill, line := style.AreaFill, style.AreaLine
	if a.Lane > 0 {
		c := style.Lanes[(a.Lane-1)%len(style.Lanes)]
		fill, line = fade(c, float64(fill.A)/255), fade(c, float64(line.A)/255)
	}
	width := 1.4
	if a.Selected {
		fill, width = fade(fill, float64(fill.A)/255*1.5), 2.2
	}
	if a.Alpha > 0 && a.Alpha < 1 {
		strength := 1.0/3 + a.Alpha*2/3
		fill, line = fade(fill, float64(fill.A)/255*strength), fade(line, float64(line.A)/255*strength)
	}
	t := tracers.Get().(*tracer)
	defer tracers.Put(t)
	*t = tracer{fill: t.fill, stroke: t.stroke, rough: a.Rough, dash: 7 * scale * style.TextScale, half: float32(width * scale * style.TextScale / 2), w: float64(dst.Rect.Dx()), h: float64(dst.Rect.Dy())}
	t.fill.Reset(dst.Rect.Dx(), dst.Rect.Dy())
	t.stroke.Reset(dst.Rect.Dx(), dst.Rect.Dy())
	size := v.WorldSize() * scale
	cx, cy := viewport.World(v.Center)
	for _, polygon := range a.Shape {
		for _, ring := range polygon {
			if len(ring) < 4 {
				continue
			}
			west, east := math.Inf(1), math.Inf(-1)
			for _, q := range ring {
				west, east = min(west, q[0]), max(east, q[0])
			}
			for copies := -1.0; copies <= 1; copies++ { // the world repeats
				left := (west/360 + 0.5 - cx + copies) * size
				right := (east/360 + 0.5 - cx + copies) * size
				if right < -t.w/2-10 || left > t.w/2+10 || math.IsNaN(left+right) {
					continue
				}
				t.ring(ring, func(q orb.Point) (float64, float64) {
					x, y := viewport.World(q)
					return t.w/2 + (x-cx+copies)*size, t.h/2 + (y-cy)*size
				})
			}
		}
	}
	t.fill.Paint(dst, fill)
	t.stroke.Paint(dst, line)
}

// tracers are used again: each holds five bytes for every pixel of the picture.
var tracers = sync.Pool{New: func() any { return new(tracer) }}

type tracer struct {
	fill   raster.Fill
	stroke raster.Stroke
	half   float32
	w, h   float64
	rough  bool
	dash   float64 // and gap, in px
	along  float64 // px of the outline so far
}

func (t *tracer) ring(ring orb.Ring, at func(orb.Point) (float64, float64)) {
	ax, ay := at(ring[0])
	last := ring[0]
	for i := 1; i < len(ring); i++ {
		bx, by := at(ring[i])
		if i+1 < len(ring) && math.Abs(bx-ax) < 0.4 && math.Abs(by-ay) < 0.4 {
			continue
		}
		t.fill.Edge(float32(ax), float32(ay), float32(bx), float32(by))
		if !t.cut(last, ring[i]) {
			t.line(ax, ay, bx, by)
		}
		ax, ay, last = bx, by, ring[i]
	}
}

// line draws a piece of the outline, in dashes where it is rough.
func (t *tracer) line(ax, ay, bx, by float64) {
	long := math.Hypot(bx-ax, by-ay)
	if !t.rough || !(long > 0 && long < 1e5) {
		t.stroke.Line(float32(ax), float32(ay), float32(bx), float32(by), t.half)
		return
	}
	if max(ax, bx) < -20 || max(ay, by) < -20 || min(ax, bx) > t.w+20 || min(ay, by) > t.h+20 {
		t.along = math.Mod(t.along+long, 2*t.dash)
		return
	}
	for done := 0.0; done < long; {
		step := math.Min(t.dash-math.Mod(t.along, t.dash), long-done)
		step = math.Max(step, 1e-3)
		if int(t.along/t.dash)%2 == 0 {
			f, g := done/long, math.Min(1, (done+step)/long)
			t.stroke.Line(float32(ax+(bx-ax)*f), float32(ay+(by-ay)*f), float32(ax+(bx-ax)*g), float32(ay+(by-ay)*g), t.half)
		}
		done, t.along = done+step, t.along+step
	}
	t.along = math.Mod(t.along, 2*t.dash)
}

// cut reports whether an edge is one where the map was cut and no border.
func (t *tracer) cut(a, b orb.Point) bool {
	if math.Abs(a[1]) > 84.9 && math.Abs(b[1]) > 84.9 {
		return true
	}
	return !t.rough && math.Abs(a[0]) > 179.98 && math.Abs(b[0]) > 179.98
}
