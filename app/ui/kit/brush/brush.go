// Package brush paints the small smooth-edged shapes of plots on a picture: dots, diamonds, bars, strokes and lines.
//
//	b := &brush.Brush{Image: img, Scale: 2, Clip: img.Rect}
//	b.Disc(40, 20, 4.6, blue)
package brush

import (
	"image"
	"image/color"
	"math"
)

// Brush draws smooth-edged shapes on a picture of premultiplied pixels. Coordinates are those of the widget; Scale turns
// them into pixels. Clip bounds what is drawn, in pixels.
type Brush struct {
	Image *image.RGBA
	Scale float32
	Clip  image.Rectangle
}

// On is a brush for an empty picture of w by h pixels, across which lie width units of the widget. The picture is kept where it has
// that size, else made anew.
func On(kept *image.RGBA, w, h int, width float32) *Brush {
	if kept == nil || kept.Rect.Dx() != w || kept.Rect.Dy() != h {
		kept = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(kept.Pix)
	}
	return &Brush{Image: kept, Scale: float32(w) / width, Clip: kept.Rect}
}

// shade draws c wherever cover says so, over what is there. cover gives 0..1 for a pixel's middle.
func (b *Brush) shade(x0, y0, x1, y1 float32, c color.NRGBA, cover func(x, y float32) float32) {
	box := b.pixels(x0, y0, x1, y1)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := b.Image.Pix[y*b.Image.Stride:]
		for x := box.Min.X; x < box.Max.X; x++ {
			a := cover((float32(x)+0.5)/b.Scale, (float32(y)+0.5)/b.Scale)
			if a > 0 {
				over(row[x*4:x*4+4:x*4+4], c, a)
			}
		}
	}
}

// pixel keeps far coordinates inside what an int and a loop can bear.
func pixel(v float32) int { return int(min(max(v, -1e6), 1e6)) }

func over(p []uint8, c color.NRGBA, a float32) {
	alpha := uint32(a * float32(c.A))
	if alpha == 0 {
		return
	}
	if alpha > 255 {
		alpha = 255
	}
	rest := 255 - alpha
	p[0] = uint8((uint32(c.R)*alpha + uint32(p[0])*rest + 127) / 255)
	p[1] = uint8((uint32(c.G)*alpha + uint32(p[1])*rest + 127) / 255)
	p[2] = uint8((uint32(c.B)*alpha + uint32(p[2])*rest + 127) / 255)
	p[3] = uint8((255*alpha + uint32(p[3])*rest + 127) / 255)
}

// edge turns a distance from a border (inside negative) into cover.
func (b *Brush) edge(d float32) float32 { return min(max(0.5-d*b.Scale, 0), 1) }

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}

// Disc is a filled circle.
func (b *Brush) Disc(cx, cy, r float32, c color.NRGBA) {
	b.shade(cx-r, cy-r, cx+r, cy+r, c, func(x, y float32) float32 { return b.edge(hypot(x-cx, y-cy) - r) })
}

// Diamond is hollow: filled with ground, outlined in c.
func (b *Brush) Diamond(cx, cy, r float32, c, ground color.NRGBA) {
	inside := func(x, y float32) float32 { return (abs(x-cx) + abs(y-cy) - r) * 0.7071 }
	o := r + 2
	b.shade(cx-o, cy-o, cx+o, cy+o, ground, func(x, y float32) float32 { return b.edge(inside(x, y) - 1) })
	b.shade(cx-o, cy-o, cx+o, cy+o, c, func(x, y float32) float32 { return b.edge(abs(inside(x, y)) - 0.8) })
}

// Upright is a short vertical stroke with round ends.
func (b *Brush) Upright(cx, cy, r, w float32, c color.NRGBA) {
	b.shade(cx-w, cy-r-1, cx+w, cy+r+1, c, func(x, y float32) float32 {
		dy := max(abs(y-cy)-(r-w/2), 0)
		return b.edge(hypot(x-cx, dy) - w/2)
	})
}

// Stroke is a thick horizontal stroke with round ends.
type Stroke struct {
	X0, X1, Y, High float32 // its ends, its middle line and its height
	OpenL, OpenR    bool    // that end fades away
	Hatched         bool    // it is striped
}

// Bar draws a Stroke.
func (b *Brush) Bar(s Stroke, c color.NRGBA) {
	r, x0, x1, cy := s.High/2, s.X0, s.X1, s.Y
	l, w := x0, x1 // the straight part
	if !s.OpenL {
		l = x0 + r
	}
	if !s.OpenR {
		w = x1 - r
	}
	box := b.pixels(x0, cy-r, x1, cy+r)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		fy := (float32(y) + 0.5) / b.Scale
		dy := abs(fy - cy)
		straight := b.edge(dy - r)
		if straight == 0 {
			continue
		}
		row := b.Image.Pix[y*b.Image.Stride:]
		for x := box.Min.X; x < box.Max.X; x++ {
			fx := (float32(x) + 0.5) / b.Scale
			a := straight
			if fx < l || fx > w {
				a = b.edge(hypot(max(l-fx, fx-w), dy) - r)
			}
			if s.OpenL {
				a *= min(max((fx-x0)/(x1-x0), 0), 1)
			}
			if s.OpenR {
				a *= min(max((x1-fx)/(x1-x0), 0), 1)
			}
			if s.Hatched && int(fx+fy)%6 >= 3 {
				a *= 0.35
			}
			if a > 0 {
				over(row[x*4:x*4+4:x*4+4], c, a)
			}
		}
	}
}

// pixels is the part of the picture that a shape inside these edges can touch.
func (b *Brush) pixels(x0, y0, x1, y1 float32) image.Rectangle {
	return image.Rect(pixel(x0*b.Scale)-1, pixel(y0*b.Scale)-1, pixel(x1*b.Scale)+2, pixel(y1*b.Scale)+2).Intersect(b.Clip)
}

// Chevron is the arrow at an open end: dir is -1 for "before", 1 for "after".
func (b *Brush) Chevron(cx, cy, dir float32, c color.NRGBA) {
	b.shade(cx-5, cy-5, cx+5, cy+5, c, func(x, y float32) float32 {
		if abs(y-cy) > 3.6 {
			return 0
		}
		return b.edge(abs(dir*(x-cx)+abs(y-cy)-2)*0.7071 - 0.75)
	})
}

// Flat fills a rectangle.
func (b *Brush) Flat(x0, y0, x1, y1 float32, c color.NRGBA) {
	b.shade(x0, y0, x1, y1, c, func(x, y float32) float32 {
		dx := min(x-x0, x1-x)
		dy := min(y-y0, y1-y)
		return b.edge(-dx) * b.edge(-dy)
	})
}

// Dots is a dotted horizontal line.
func (b *Brush) Dots(x0, x1, y float32, c color.NRGBA) {
	for x := x0 + 3; x < x1-1; x += 5 {
		b.Disc(x, y, 1, c)
	}
}

// Faded is a colour of which only a part is left, 0 to 1.
func Faded(c color.NRGBA, a float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(a, 0), 1)))
	return c
}

// Line is a straight stroke with round ends.
func (b *Brush) Line(x0, y0, x1, y1, w float32, c color.NRGBA) {
	dx, dy, r := x1-x0, y1-y0, w/2
	long := dx*dx + dy*dy
	b.shade(min(x0, x1)-r, min(y0, y1)-r, max(x0, x1)+r, max(y0, y1)+r, c, func(x, y float32) float32 {
		at := float32(0)
		if long > 0 {
			at = min(max(((x-x0)*dx+(y-y0)*dy)/long, 0), 1)
		}
		return b.edge(hypot(x-x0-at*dx, y-y0-at*dy) - r)
	})
}
