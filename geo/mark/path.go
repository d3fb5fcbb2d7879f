package mark

import (
	"image"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/internal/raster"
	"dateline/geo/viewport"
)

// Stop is a point of a path. Arrow says that the leg that leads to it has an arrow: somebody went that way. Dash says that the
// leg is straight and dashed: nobody went that way, it is a distance.
type Stop struct {
	At    orb.Point
	Arrow bool
	Dash  bool
}

// Path draws a line from point to point, with arrows where a Stop has one. Legs bend to the left of the way they go, so there
// and back are two lines. They take the shorter way round the world. A point that repeats the one before is skipped.
func (p Pen) Path(dst *image.RGBA, v viewport.Viewport, points []Stop) {
	style, scale := p.style(), p.scale()
	k := scale * style.TextScale
	legs := Legs(v, points)
	if len(legs) == 0 {
		return
	}
	w, h := float64(dst.Rect.Dx()), float64(dst.Rect.Dy())
	var line raster.Stroke
	for _, layer := range [2]bool{true, false} {
		half, ink := 1.15*k, style.PlaceTextRing
		if layer {
			half, ink = 2.6*k, style.Halo
		}
		line.Reset(dst.Rect.Dx(), dst.Rect.Dy())
		for _, leg := range legs {
			if box := leg.Box(); box.Right*scale < -9 || box.Bottom*scale < -9 || box.Left*scale > w+9 || box.Top*scale > h+9 {
				continue
			}
			n := max(1, min(48, int(leg.length()/7)))
			if leg.Dash { // an odd number, so that it ends with a dash
				n = 2*max(1, min(200, int(leg.length()/(12*style.TextScale)))) + 1
			}
			ax, ay := leg.at(0)
			for i := 1; i <= n; i++ {
				bx, by := leg.at(float64(i) / float64(n))
				if leg.Dash && i%2 == 0 {
					ax, ay = bx, by
					continue
				}
				line.Line(float32(ax*scale), float32(ay*scale), float32(bx*scale), float32(by*scale), float32(half))
				ax, ay = bx, by
			}
			if !leg.Arrow || leg.length() < 26*style.TextScale {
				continue // nobody went that way, or no room for an arrow between two marks
			}
			x, y := leg.at(0.56)
			fx, fy := leg.at(0.5)
			a := math.Atan2(y-fy, x-fx)
			for _, turn := range [2]float64{2.55, -2.55} {
				sin, cos := math.Sincos(a + turn)
				line.Line(float32(x*scale), float32(y*scale), float32(x*scale+8*k*cos), float32(y*scale+8*k*sin), float32(half*1.1))
			}
		}
		if layer {
			ink.A = uint8(float64(ink.A) * 0.85)
		}
		line.Paint(dst, ink)
	}
}

// Leg is one bent piece of a path, in px of the viewport.
type Leg struct {
	AX, AY, CX, CY, BX, BY float64
	Arrow, Dash            bool
}

// Legs projects a path. Legs far longer than the map are kept; Path leaves out those that do not touch the picture.
func Legs(v viewport.Viewport, points []Stop) []Leg {
	var out []Leg
	size := v.WorldSize()
	var lx, ly float64
	have := false
	for _, stop := range points {
		q := stop.At
		if math.IsNaN(q[0]+q[1]) || math.IsInf(q[0]+q[1], 0) {
			continue
		}
		x, y := v.Project(q)
		if !have {
			lx, ly, have = x, y, true
			continue
		}
		bx := x - math.Round((x-lx)/size)*size // the shorter way round
		if dx, dy := bx-lx, y-ly; math.Hypot(dx, dy) > 0.5 {
			bend := 0.14
			if stop.Dash {
				bend = 0
			}
			out = append(out, Leg{lx, ly, (lx+bx)/2 + dy*bend, (ly+y)/2 - dx*bend, bx, y, stop.Arrow, stop.Dash})
			if bx != x { // the rest of the path is on the copy at hand; this leg is drawn at both ends
				out = append(out, Leg{lx + x - bx, ly, (lx+bx)/2 + dy*bend + x - bx, (ly+y)/2 - dx*bend, x, y, stop.Arrow, stop.Dash})
			}
			lx, ly = x, y
		}
	}
	return out
}

func (l Leg) at(f float64) (x, y float64) {
	g := 1 - f
	return g*g*l.AX + 2*f*g*l.CX + f*f*l.BX, g*g*l.AY + 2*f*g*l.CY + f*f*l.BY
}

func (l Leg) length() float64 { return math.Hypot(l.BX-l.AX, l.BY-l.AY) }

// Box holds the whole leg.
func (l Leg) Box() Box {
	return Box{math.Min(l.AX, math.Min(l.BX, l.CX)), math.Min(l.AY, math.Min(l.BY, l.CY)), math.Max(l.AX, math.Max(l.BX, l.CX)), math.Max(l.AY, math.Max(l.BY, l.CY))}
}
