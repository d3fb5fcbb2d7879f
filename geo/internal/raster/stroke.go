package raster

import (
	"image"
	"image/color"
	"math"
)

// Stroke collects lines of one width and paints them in one colour, once however often they cross.
type Stroke struct {
	w, h           int
	cover          []uint8
	x0, y0, x1, y1 int // pixels touched
}

// Reset makes the Stroke empty and sets the size of the picture.
func (s *Stroke) Reset(w, h int) {
	if n := w * h; cap(s.cover) < n {
		s.cover = make([]uint8, n)
	} else if s.w != w || s.h != h || s.y1 > s.y0 {
		s.cover = s.cover[:n]
		clear(s.cover)
	}
	s.w, s.h = w, h
	s.x0, s.y0, s.x1, s.y1 = w, h, 0, 0
}

// Line adds the line from ax, ay to bx, by with round ends, half px wide to each side.
func (s *Stroke) Line(ax, ay, bx, by, half float32) {
	reach := half + 0.5
	minX, maxX := min(ax, bx)-reach, max(ax, bx)+reach
	minY, maxY := min(ay, by)-reach, max(ay, by)+reach
	if !(maxX > 0 && maxY > 0 && minX < float32(s.w) && minY < float32(s.h)) {
		return
	}
	dx, dy := bx-ax, by-ay
	length2 := dx*dx + dy*dy
	inverse := float32(0)
	if length2 > 0 {
		inverse = 1 / length2
	}
	y0, y1 := max(0, int(minY)), min(s.h, int(maxY)+1)
	// A line thinner than a pixel keeps its width but fades.
	strength := float32(255)
	if half < 0.5 {
		strength *= 2 * half
		reach = 1
	}
	inner := reach - 1
	for y := y0; y < y1; y++ {
		cy := float32(y) + 0.5
		from, to := minX, maxX
		if dy > 0.01 || dy < -0.01 { // the part of the line within reach of this row
			t0, t1 := (cy-reach-ay)/dy, (cy+reach-ay)/dy
			if t0 > t1 {
				t0, t1 = t1, t0
			}
			t0, t1 = max(t0, 0), min(t1, 1)
			if t0 > t1 {
				continue
			}
			xa, xb := ax+t0*dx, ax+t1*dx
			from, to = min(xa, xb)-reach, max(xa, xb)+reach
		}
		x0, x1 := max(0, int(from)), min(s.w, int(to)+1)
		if x0 >= x1 {
			continue
		}
		s.x0, s.x1 = min(s.x0, x0), max(s.x1, x1)
		s.y0, s.y1 = min(s.y0, y), max(s.y1, y+1)
		row := s.cover[y*s.w : y*s.w+s.w]
		py := cy - ay
		for x := x0; x < x1; x++ {
			px := float32(x) + 0.5 - ax
			t := (px*dx + py*dy) * inverse
			if t < 0 {
				t = 0
			} else if t > 1 {
				t = 1
			}
			ex, ey := px-t*dx, py-t*dy
			d2 := ex*ex + ey*ey
			if d2 >= reach*reach {
				continue
			}
			c := strength
			if d2 > inner*inner {
				c *= reach - float32(math.Sqrt(float64(d2)))
			}
			if v := uint8(c); v > row[x] {
				row[x] = v
			}
		}
	}
}

// Ring adds a circle's line.
func (s *Stroke) Ring(cx, cy, radius, half float32) { s.Arc(cx, cy, radius, half, 0, 2*math.Pi) }

// Arc adds part of a circle's line, from one angle to another.
func (s *Stroke) Arc(cx, cy, radius, half float32, from, to float64) {
	steps := max(2, int(float64(radius)*math.Abs(to-from)/1.5))
	px, py := cx+radius*float32(math.Cos(from)), cy+radius*float32(math.Sin(from))
	for i := 1; i <= steps; i++ {
		a := from + (to-from)*float64(i)/float64(steps)
		x, y := cx+radius*float32(math.Cos(a)), cy+radius*float32(math.Sin(a))
		s.Line(px, py, x, y, half)
		px, py = x, y
	}
}

// Disc adds a full circle.
func (s *Stroke) Disc(cx, cy, radius float32) { s.Line(cx, cy, cx, cy, radius) }

// Paint paints the lines on dst, whose bounds begin at 0, 0, and empties the Stroke.
func (s *Stroke) Paint(dst *image.RGBA, c color.NRGBA) {
	ink := newInk(c)
	x1, y1 := min(s.x1, dst.Rect.Dx()), min(s.y1, dst.Rect.Dy())
	for y := s.y0; y < y1; y++ {
		row := s.cover[y*s.w : y*s.w+s.w]
		pix := dst.Pix[y*dst.Stride:]
		for x := s.x0; x < x1; x++ {
			if v := row[x]; v != 0 {
				ink.blend(pix[4*x:4*x+4:4*x+4], uint32(v))
			}
		}
	}
	for y := s.y0; y < s.y1; y++ {
		clear(s.cover[y*s.w+s.x0 : y*s.w+s.x1])
	}
	s.x0, s.y0, s.x1, s.y1 = s.w, s.h, 0, 0
}
