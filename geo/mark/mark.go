// Package mark draws what Dateline says on a map: marks, areas, labels, the scale bar and the attribution, on an
// *image.RGBA, the same for the window, for stills and for films.
//
//	pen := mark.Pen{Style: tile.Light, Scale: 2}
//	pen.Area(picture, view, mark.Area{Shape: kursk})
//	pen.Marks(picture, mark.At(view, marks))
//
// All positions are px of the viewport; Pen.Scale turns them into px of the picture. It decides neither what is
// visible (story.Visible) nor where it is (geo/viewport).
package mark

import (
	"image"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Pen is how everything is drawn. The zero value draws in the light look at scale 1 with the Go fonts.
type Pen struct {
	Style *tile.Style
	Fonts *Fonts
	Scale float64 // px of the picture per px of the viewport: 2 on a HiDPI screen; 0 counts as 1
}

// Mark is one sign at one spot. Filled, Ring and Country may come together: an event and a speaker at one place give a
// filled mark inside a ring.
type Mark struct {
	Point    orb.Point
	X, Y     float64 // px of the viewport; At fills them in
	Number   int     // shown inside a filled mark; 0 and 1 show none for a ring
	Filled   bool    // something happened here
	Ring     bool    // somebody speaks from here
	Country  bool    // the text names no closer place than a country: drawn with an outer dashed ring
	Area     bool    // anchor of an area drawn behind it: a soft disc around
	Selected bool
	Lane     int     // 0: the style's own red and blue; n: colour n-1 of the lanes
	Alpha    float64 // probability as strength, over 0 to 1; 0 counts as 1
	Label    string
	Places   []geo.Place
}

// At fills in X and Y of copies of marks for a view. Marks outside are kept: see Mark.Outside.
func At(v viewport.Viewport, marks []Mark) []Mark {
	out := make([]Mark, len(marks))
	copy(out, marks)
	for i := range out {
		out[i].X, out[i].Y = v.Project(out[i].Point)
	}
	return out
}

// Radius is the size of the sign without glow, in px at scale 1; it grows with Number.
func (m Mark) Radius() float64 {
	if !m.Filled {
		return 9
	}
	if m.Number <= 1 {
		return 7.5
	}
	return math.Min(16, 8+1.7*math.Log2(float64(m.Number)))
}

// Hit reports whether a click at x, y px of the viewport means this mark; small marks are hit from a little outside.
func (m Mark) Hit(x, y float64) bool {
	return math.Hypot(x-m.X, y-m.Y) <= math.Max(m.Radius(), 10)+2
}

// Area is the shape of a region or country.
type Area struct {
	Shape    orb.MultiPolygon
	Selected bool
	Lane     int     // as in Mark
	Alpha    float64 // as in Mark
}

// Sprite is the picture of one mark alone, without its label, and where the mark's spot lies on it in px of the picture.
type Sprite struct {
	Image *image.RGBA
	X, Y  float64
}

// Sprite draws m by itself on a clear ground, for windows that move pictures instead of drawing.
func (p Pen) Sprite(m Mark) Sprite { return Sprite{Image: image.NewRGBA(image.Rect(0, 0, 1, 1))} }

// Marks draws marks in order, the later over the earlier, selected ones last.
func (p Pen) Marks(dst *image.RGBA, marks []Mark) {}

// Area draws the soft fill and the outline of a shape.
func (p Pen) Area(dst *image.RGBA, v viewport.Viewport, a Area) {}

// Attribution draws the box in the lower right corner that names the sources, and gives the room it takes in px of the viewport.
func (p Pen) Attribution(dst *image.RGBA, text string) Box { return Box{} }

// ScaleBar draws a bar of a round length with its words, its lower left corner at x, y px of the viewport.
func (p Pen) ScaleBar(dst *image.RGBA, v viewport.Viewport, x, y float64) Box { return Box{} }
