// Package heat draws how close together events lie: a soft ground below the marks that is stronger where more of them are.
//
//	layer := heat.Layer{Spots: spots, Most: heat.Round(40)}
//	layer.Paint(picture, view, tile.Light, 2)
//
// Each event counts in full where it happened and less the farther away, to nothing at Radius px. So the value at a spot is
// the number of events near it, and one colour means one number wherever the map is moved to and whatever days are
// chosen. What is only known to lie in a region is spread over that region. It decides neither what is visible
// (story.Visible) nor what counts as having happened somewhere (story.Density).
package heat

import (
	"image"
	"image/color"
	"math"

	"dateline/geo/tile"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
	"golang.org/x/image/draw"
)

// Spot is what happened at one place.
type Spot struct {
	At      orb.Point
	Events  float64 // how many; of an event that may have happened on other days too, the part that counts
	ReachKM float64 // they are only known to lie within so many km around; 0: at the spot
}

// Layer is what is drawn. The zero Layer draws nothing.
type Layer struct {
	Spots []Spot
	Most  float64 // so many events near each other have the strongest colour, and more have it too
}

const (
	// Cell is the edge of one px of Picture, in px of the view: the ground is soft, so that it needs no finer one.
	Cell = 2
	// Radius is how far from where it happened an event counts, in px at text scale 1.
	Radius = 46.0

	least  = 0.5  // events near a spot from which it has a colour: one event has, a third of one has not
	top    = 0.75 // of Most, from which it has the strongest one
	border = 0.3  // of a step of colour goes over softly into the next
	widest = 600  // px that the region of an event is drawn wide at most on each side: it bounds the work
)

// Steps is how many colours there are.
const Steps = len(tile.Style{}.Heat)

// Round is the number of events to name for the strongest colour where the fullest place has so many: 5, 10, 20, 50 …
func Round(events float64) float64 {
	for ten := 1.0; ten < 1e9; ten *= 10 {
		for _, n := range [...]float64{2, 5, 10} {
			if next := 2 * n * ten; n*ten >= 5 && events < next-n*ten/2 {
				return n * ten
			}
		}
	}
	return 1e9
}

// Picture draws the layer for a view, each of its px Cell px of the view wide, beginning at the upper left corner; what is
// beside the view does not matter. It may be called from several goroutines.
func (l *Layer) Picture(v viewport.Viewport, style *tile.Style) *image.RGBA {
	f := newField(v)
	radius := Radius * style.TextScale
	for _, s := range l.Spots {
		if s.Events > 0 {
			x, y := v.Project(s.At)
			f.add(x, y, radius, s.Events, s.reach(v))
		}
	}
	return f.inked(l, style)
}

// Part is the part of a view that the layer can colour, at whole cells, as a view of its own, and where its upper left corner
// is in v; false where it colours nothing there.
func (l *Layer) Part(v viewport.Viewport, style *tile.Style) (part viewport.Viewport, left, top float64, ok bool) {
	x0, y0, x1, y1 := v.W, v.H, 0.0, 0.0
	for _, s := range l.Spots {
		if s.Events > least/2 {
			x, y := v.Project(s.At)
			r := min(Radius*style.TextScale+s.reach(v), widest)
			x0, y0, x1, y1 = min(x0, x-r), min(y0, y-r), max(x1, x+r), max(y1, y+r)
		}
	}
	left, top = max(0, math.Floor(x0/Cell)*Cell), max(0, math.Floor(y0/Cell)*Cell)
	part = v
	part.W, part.H = math.Ceil((min(x1, v.W)-left)/Cell)*Cell, math.Ceil((min(y1, v.H)-top)/Cell)*Cell
	part.Center = v.Unproject(left+part.W/2, top+part.H/2)
	return part, left, top, part.W >= Cell && part.H >= Cell
}

// Paint draws the layer over a picture that is scale times as large as the view.
func (l *Layer) Paint(dst *image.RGBA, v viewport.Viewport, style *tile.Style, scale float64) {
	if len(l.Spots) == 0 {
		return
	}
	pic := l.Picture(v, style)
	at := func(cells int) int { return int(math.Round(float64(cells) * Cell * scale)) }
	draw.ApproxBiLinear.Scale(dst, image.Rect(0, 0, at(pic.Rect.Dx()), at(pic.Rect.Dy())), pic, pic.Rect, draw.Over, nil)
}

// reach is ReachKM in px of a view, at the spot's own latitude.
func (s *Spot) reach(v viewport.Viewport) float64 {
	v.Center = s.At
	return s.ReachKM * 1000 / v.MetersPerPixel()
}

// field is how many events are near each cell of a view.
type field struct {
	w, h  int
	cells []float32
}

func newField(v viewport.Viewport) *field {
	f := &field{w: max(1, int(math.Ceil(v.W/Cell))), h: max(1, int(math.Ceil(v.H/Cell)))}
	f.cells = make([]float32, f.w*f.h)
	return f
}

// add counts events at x, y px of the view. Spread over a region they are as many as before and less dense.
func (f *field) add(x, y, radius, events, reach float64) {
	if r := min(radius+reach, widest); r > radius {
		events *= radius * radius / (r * r)
		radius = r
	}
	x, y, radius = x/Cell-0.5, y/Cell-0.5, radius/Cell
	if !(x+radius > 0 && y+radius > 0 && x-radius < float64(f.w) && y-radius < float64(f.h)) {
		return
	}
	near := 1 / (radius * radius)
	for row := max(0, int(y-radius)); row <= min(f.h-1, int(y+radius)+1); row++ {
		dy := (float64(row) - y) * (float64(row) - y) * near
		if dy >= 1 {
			continue
		}
		half := math.Sqrt(1-dy) * radius
		line := f.cells[row*f.w : (row+1)*f.w]
		for col := max(0, int(math.Ceil(x-half))); col <= min(f.w-1, int(x+half)); col++ {
			d := 1 - dy - (float64(col)-x)*(float64(col)-x)*near
			line[col] += float32(events * d * d)
		}
	}
}

// inked is the field as a picture.
func (f *field) inked(l *Layer, style *tile.Style) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, f.w, f.h))
	ink := l.inks(style)
	for i, v := range f.cells {
		if v > least/2 {
			copy(img.Pix[4*i:4*i+4], ink.at(v))
		}
	}
	return img
}

// inks are the colours by number of events, made once for a picture: 128 for each doubling, found by the upper bits of a
// float, since a logarithm for each px would take most of the time.
type inks [][4]uint8

const (
	inkBits = 16
	inkLow  = 0x3E00 // the upper bits of 1/8, which is below least/2
)

func (l *Layer) inks(style *tile.Style) inks {
	perStep := float64(Steps-1) / math.Log(l.strongest()/least)
	var out inks
	for bits := uint32(inkLow); ; bits++ {
		step := math.Log(float64(math.Float32frombits(bits<<inkBits))/least) * perStep
		if step > float64(Steps) {
			return out
		}
		out = append(out, shade(style, step))
	}
}

// at is the colour of a number of events, premultiplied.
func (k inks) at(events float32) []uint8 {
	return k[min(max(0, int(math.Float32bits(events)>>inkBits)-inkLow), len(k)-1)][:]
}

// shade is the colour at a step, which may lie between two. Over most of a step it is even, so that the eye can tell which
// of two spots has more; from one to the next it goes over softly.
func shade(style *tile.Style, step float64) (out [4]uint8) {
	i := int(math.Floor(step))
	part := max(0, (step-float64(i)-(1-border))/border)
	part *= part * (3 - 2*part)
	a, b := stepInk(style, i), stepInk(style, i+1)
	for k := range out {
		out[k] = uint8(a[k]*(1-part) + b[k]*part + 0.5)
	}
	return out
}

// stepInk is a colour of the style, premultiplied; below the first there is none.
func stepInk(style *tile.Style, i int) [4]float64 {
	if i < 0 {
		return [4]float64{}
	}
	c := color.RGBAModel.Convert(style.Heat[min(i, Steps-1)]).(color.RGBA)
	return [4]float64{float64(c.R), float64(c.G), float64(c.B), float64(c.A)}
}

// strongest is from how many events on a spot has the strongest colour.
func (l *Layer) strongest() float64 {
	if v := min(l.Most, 1e9) * top; v > 4*least { // not so for what is no number
		return v
	}
	return 4 * least
}
