package timeline

import (
	"image"
	"image/color"
	"math"
)

// brush draws smooth-edged shapes on a picture of premultiplied pixels. Coordinates are those of the widget; scale turns
// them into pixels. clip bounds what is drawn, in pixels.
type brush struct {
	img   *image.RGBA
	scale float32
	clip  image.Rectangle
}

// shade draws c wherever cover says so, over what is there. cover gives 0..1 for a pixel's middle.
func (b *brush) shade(x0, y0, x1, y1 float32, c color.NRGBA, cover func(x, y float32) float32) {
	box := b.pixels(x0, y0, x1, y1)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := b.img.Pix[y*b.img.Stride:]
		for x := box.Min.X; x < box.Max.X; x++ {
			a := cover((float32(x)+0.5)/b.scale, (float32(y)+0.5)/b.scale)
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
func (b *brush) edge(d float32) float32 { return min(max(0.5-d*b.scale, 0), 1) }

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}

func (b *brush) disc(cx, cy, r float32, c color.NRGBA) {
	b.shade(cx-r, cy-r, cx+r, cy+r, c, func(x, y float32) float32 { return b.edge(hypot(x-cx, y-cy) - r) })
}

// diamond is hollow: filled with ground, outlined in c.
func (b *brush) diamond(cx, cy, r float32, c, ground color.NRGBA) {
	inside := func(x, y float32) float32 { return (abs(x-cx) + abs(y-cy) - r) * 0.7071 }
	o := r + 2
	b.shade(cx-o, cy-o, cx+o, cy+o, ground, func(x, y float32) float32 { return b.edge(inside(x, y) - 1) })
	b.shade(cx-o, cy-o, cx+o, cy+o, c, func(x, y float32) float32 { return b.edge(abs(inside(x, y)) - 0.8) })
}

// upright is a short vertical stroke with round ends.
func (b *brush) upright(cx, cy, r, w float32, c color.NRGBA) {
	b.shade(cx-w, cy-r-1, cx+w, cy+r+1, c, func(x, y float32) float32 {
		dy := max(abs(y-cy)-(r-w/2), 0)
		return b.edge(hypot(x-cx, dy) - w/2)
	})
}

// bar is a thick horizontal stroke with round ends.
type bar struct {
	x0, x1, cy, h float32 // its ends, its middle line and its height
	openL, openR  bool    // that end fades away
	hatched       bool    // it is striped
}

func (b *brush) bar(s bar, c color.NRGBA) {
	r, x0, x1, cy := s.h/2, s.x0, s.x1, s.cy
	l, w := x0, x1 // the straight part
	if !s.openL {
		l = x0 + r
	}
	if !s.openR {
		w = x1 - r
	}
	box := b.pixels(x0, cy-r, x1, cy+r)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		fy := (float32(y) + 0.5) / b.scale
		dy := abs(fy - cy)
		straight := b.edge(dy - r)
		if straight == 0 {
			continue
		}
		row := b.img.Pix[y*b.img.Stride:]
		for x := box.Min.X; x < box.Max.X; x++ {
			fx := (float32(x) + 0.5) / b.scale
			a := straight
			if fx < l || fx > w {
				a = b.edge(hypot(max(l-fx, fx-w), dy) - r)
			}
			if s.openL {
				a *= min(max((fx-x0)/(x1-x0), 0), 1)
			}
			if s.openR {
				a *= min(max((x1-fx)/(x1-x0), 0), 1)
			}
			if s.hatched && int(fx+fy)%6 >= 3 {
				a *= 0.35
			}
			if a > 0 {
				over(row[x*4:x*4+4:x*4+4], c, a)
			}
		}
	}
}

// pixels is the part of the picture that a shape inside these edges can touch.
func (b *brush) pixels(x0, y0, x1, y1 float32) image.Rectangle {
	return image.Rect(pixel(x0*b.scale)-1, pixel(y0*b.scale)-1, pixel(x1*b.scale)+2, pixel(y1*b.scale)+2).Intersect(b.clip)
}

// chevron is the arrow at an open end: dir is -1 for "before", 1 for "after".
func (b *brush) chevron(cx, cy, dir float32, c color.NRGBA) {
	b.shade(cx-5, cy-5, cx+5, cy+5, c, func(x, y float32) float32 {
		if abs(y-cy) > 3.6 {
			return 0
		}
		return b.edge(abs(dir*(x-cx)+abs(y-cy)-2)*0.7071 - 0.75)
	})
}

// flat fills a rectangle.
func (b *brush) flat(x0, y0, x1, y1 float32, c color.NRGBA) {
	b.shade(x0, y0, x1, y1, c, func(x, y float32) float32 {
		dx := min(x-x0, x1-x)
		dy := min(y-y0, y1-y)
		return b.edge(-dx) * b.edge(-dy)
	})
}

// dots is a dotted horizontal line.
func (b *brush) dots(x0, x1, y float32, c color.NRGBA) {
	for x := x0 + 3; x < x1-1; x += 5 {
		b.disc(x, y, 1, c)
	}
}

func faded(c color.NRGBA, a float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(a, 0), 1)))
	return c
}
