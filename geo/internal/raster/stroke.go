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
	l := segment{ax: ax, ay: ay, dx: bx - ax, dy: by - ay, reach: half + 0.5, strength: 255}
	l.minX, l.maxX = min(ax, bx)-l.reach, max(ax, bx)+l.reach
	minY, maxY := min(ay, by)-l.reach, max(ay, by)+l.reach
	if !(l.maxX > 0 && maxY > 0 && l.minX < float32(s.w) && minY < float32(s.h)) {
		return
	}
	if length2 := l.dx*l.dx + l.dy*l.dy; length2 > 0 {
		l.inverse = 1 / length2
	}
	// A line thinner than a pixel keeps its width but fades.
	if half < 0.5 {
		l.strength *= 2 * half
		l.reach = 1
	}
	for y := max(0, int(minY)); y < min(s.h, int(maxY)+1); y++ {
		from, to := l.span(float32(y) + 0.5)
		x0, x1 := max(0, int(from)), min(s.w, int(to)+1)
		if x0 >= x1 {
			continue
		}
		s.x0, s.x1 = min(s.x0, x0), max(s.x1, x1)
		s.y0, s.y1 = min(s.y0, y), max(s.y1, y+1)
		l.cover(s.cover[y*s.w+x0:y*s.w+x1], x0, float32(y)+0.5-ay)
	}
}

// segment is a line from ax, ay on by dx, dy.
type segment struct {
	ax, ay, dx, dy float32
	inverse        float32 // of the length squared; 0 for a point
	reach          float32 // how far from the line a pixel's middle can be and still be touched
	strength       float32 // of a pixel that is covered whole
	minX, maxX     float32 // of all that is touched
}

// span is the part of a row of pixels, whose middles are at y, that the line can touch; empty if to is not over from.
func (l *segment) span(y float32) (from, to float32) {
	if l.dy <= 0.01 && l.dy >= -0.01 {
		return l.minX, l.maxX
	}
	t0, t1 := (y-l.reach-l.ay)/l.dy, (y+l.reach-l.ay)/l.dy
	if t0 > t1 {
		t0, t1 = t1, t0
	}
	t0, t1 = max(t0, 0), min(t1, 1)
	if t0 > t1 {
		return 0, -1
	}
	xa, xb := l.ax+t0*l.dx, l.ax+t1*l.dx
	return min(xa, xb) - l.reach, max(xa, xb) + l.reach
}

// cover adds the line to a row of pixels that begins at x0; py is how far below the line's beginning their middles are.
func (l *segment) cover(row []uint8, x0 int, py float32) {
	dx, dy, reach, inner := l.dx, l.dy, l.reach, l.reach-1
	for i := range row {
		px := float32(x0+i) + 0.5 - l.ax
		t := (px*dx + py*dy) * l.inverse
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
		c := l.strength
		if d2 > inner*inner {
			c *= reach - float32(math.Sqrt(float64(d2)))
		}
		if v := uint8(c); v > row[i] {
			row[i] = v
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
