// Package raster paints anti-aliased areas and lines on an *image.RGBA. It is small and fast because it knows only what a
// map needs: areas in one colour, lines with round ends and even width, dashes, discs and rings.
package raster

import (
	"image"
	"image/color"
	"math"
)

// Fill collects the edges of areas and paints their inside. An edge that runs downwards adds 1 to all that lies to its
// right, one that runs upwards takes 1 away; where the sum is not 0 is inside. Edges may lie anywhere; what is left of
// the picture still counts, what is above, below or right of it does not.
type Fill struct {
	w, h     int
	stride   int
	sum      []float32
	top, end int // rows that hold edges
}

// Reset makes the Fill empty and sets the size of the picture.
func (f *Fill) Reset(w, h int) {
	f.w, f.h, f.stride = w, h, w+2
	if n := f.stride * h; cap(f.sum) < n {
		f.sum = make([]float32, n)
	} else {
		f.sum = f.sum[:n]
		clear(f.sum)
	}
	f.top, f.end = h, 0
}

// Edge adds the edge from x0, y0 to x1, y1, in px.
func (f *Fill) Edge(x0, y0, x1, y1 float32) {
	if y0 == y1 || f.w == 0 {
		return
	}
	dir := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1, dir = x1, y1, x0, y0, -1
	}
	if y1 <= 0 || y0 >= float32(f.h) || !(x0 > -1e9 && x0 < 1e9 && x1 > -1e9 && x1 < 1e9) {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-y0*slope, 0
	}
	if bottom := float32(f.h); y1 > bottom {
		y1 = bottom
	}
	first, last := int(y0), int(math.Ceil(float64(y1)))
	f.top, f.end = min(f.top, first), max(f.end, last)
	x := x0
	for row := first; row < last; row++ {
		low := max(y0, float32(row))
		high := min(y1, float32(row+1))
		dy := high - low
		next := x + slope*dy
		f.row(row, x, next, dir*dy)
		x = next
	}
}

// row adds an edge that stays within one row and covers d of its height.
func (f *Fill) row(row int, xa, xb, d float32) {
	line := f.sum[row*f.stride : (row+1)*f.stride]
	if xa > xb {
		xa, xb = xb, xa
	}
	if xb <= 0 {
		line[0] += d
		return
	}
	w := float32(f.w)
	if xa >= w {
		return
	}
	if xa < 0 { // the part left of the picture covers all of the row
		part := d * (0 - xa) / (xb - xa)
		line[0] += part
		d -= part
		xa = 0
	}
	if xb > w {
		d *= (w - xa) / (xb - xa)
		xb = w
	}
	i, j := int(xa), int(math.Ceil(float64(xb)))
	if j <= i+1 { // within one pixel
		mid := (xa+xb)/2 - float32(i)
		line[i] += d * (1 - mid)
		line[i+1] += d * mid
		return
	}
	s := 1 / (xb - xa)
	left := float32(i) + 1 - xa
	a0 := 0.5 * s * left * left
	right := xb - float32(j) + 1
	am := 0.5 * s * right * right
	line[i] += d * a0
	if j == i+2 {
		line[i+1] += d * (1 - a0 - am)
	} else {
		a1 := s * (left + 0.5)
		line[i+1] += d * (a1 - a0)
		for k := i + 2; k < j-1; k++ {
			line[k] += d * s
		}
		a2 := a1 + float32(j-i-3)*s
		line[j-1] += d * (1 - a2 - am)
	}
	line[j] += d * am
}

// Paint paints the inside on dst, whose bounds begin at 0, 0, and leaves the Fill as it is.
func (f *Fill) Paint(dst *image.RGBA, c color.NRGBA) {
	if c.A == 0 {
		return
	}
	ink := newInk(c)
	w := min(f.w, dst.Rect.Dx())
	for y := f.top; y < min(f.end, dst.Rect.Dy()); y++ {
		sums := f.sum[y*f.stride : y*f.stride+w]
		pix := dst.Pix[y*dst.Stride : y*dst.Stride+4*w]
		acc := float32(0)
		for x, d := range sums {
			acc += d
			cover := acc
			if cover < 0 {
				cover = -cover
			}
			if cover < 1.0/512 {
				continue
			}
			if cover > 1 {
				cover = 1
			}
			ink.blend(pix[4*x:4*x+4:4*x+4], uint32(cover*255+0.5))
		}
	}
}

// ink is a colour ready to be laid over others.
type ink struct{ r, g, b, a uint32 }

func newInk(c color.NRGBA) ink { return ink{uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)} }

// blend lays the ink over a premultiplied pixel with a cover of 0 to 255.
func (k ink) blend(p []uint8, cover uint32) {
	a := k.a * cover // 0..65025
	if a == 255*255 {
		p[0], p[1], p[2], p[3] = uint8(k.r), uint8(k.g), uint8(k.b), 255
		return
	}
	rest := 65025 - a
	p[0] = uint8((k.r*a + uint32(p[0])*rest + 32512) / 65025)
	p[1] = uint8((k.g*a + uint32(p[1])*rest + 32512) / 65025)
	p[2] = uint8((k.b*a + uint32(p[2])*rest + 32512) / 65025)
	p[3] = uint8((255*a + uint32(p[3])*rest + 32512) / 65025)
}
