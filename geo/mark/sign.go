package mark

import (
	"image"
	"image/color"
	"math"

	"dateline/geo/internal/raster"
	"dateline/geo/tile"
)

// signPainter draws one sign in the middle of a picture of its own. Sizes are px at scale 1.
type signPainter struct {
	Mark
	style            *tile.Style
	scale            float64 // px of the picture
	img              *image.RGBA
	stroke           raster.Stroke
	center           float32     // px of the picture, in both directions
	fill, line, glow color.NRGBA // of what happened, of who speaks, and of what surrounds the sign
}

// sign draws m by itself.
func (p Pen) sign(m Mark, alpha float64) Sprite {
	s := &signPainter{Mark: m, style: p.style(), scale: p.scale() * p.style().TextScale}
	size := 2*int(math.Ceil(m.Reach()*s.scale)) + 3
	s.img = image.NewRGBA(image.Rect(0, 0, size, size))
	s.center = float32(size) / 2
	s.stroke.Reset(size, size)
	s.chooseInks()
	s.ground()
	if m.Group > 1 {
		s.cards()
	} else {
		s.single()
	}
	switch r := m.Radius() * s.scale; {
	case m.Filled && m.Number > 1:
		p.number(s.img, m.Number, r, s.numberInk())
	case m.Group > 1 && m.Filled:
		p.number(s.img, m.Group, r, s.numberInk())
	case m.Group > 1:
		p.number(s.img, m.Group, r, s.line)
	}
	if alpha < 1 {
		// Even an unlikely mark must be seen: strength runs from a third to all.
		weaken(s.img, 1.0/3+alpha*2/3)
	}
	return Sprite{Image: s.img, X: float64(s.center), Y: float64(s.center)}
}

func (s *signPainter) chooseInks() {
	s.fill, s.line, s.glow = s.style.MarkFill, s.style.RingLine, s.style.MarkGlow
	strength := float64(s.style.MarkGlow.A) / 255
	if s.Lane > 0 {
		s.fill = s.style.Lanes[(s.Lane-1)%len(s.style.Lanes)]
		s.line, s.glow = s.fill, fade(s.fill, strength)
	}
	if !s.Filled {
		s.glow = fade(s.line, strength)
	}
}

// numberInk is the colour of a number inside a filled sign, or inside the ring of an open one.
func (s *signPainter) numberInk() color.NRGBA {
	if s.Open {
		return s.fill
	}
	return s.style.MarkText
}

func (s *signPainter) disc(r float64, ink color.NRGBA) {
	s.stroke.Disc(s.center, s.center, float32(r*s.scale))
	s.stroke.Paint(s.img, ink)
}

func (s *signPainter) ring(r, width float64, ink color.NRGBA) {
	s.stroke.Ring(s.center, s.center, float32(r*s.scale), float32(width*s.scale/2))
	s.stroke.Paint(s.img, ink)
}

// ground draws what lies under the sign: the ring of the selected one, or the soft disc of an area's anchor.
func (s *signPainter) ground() {
	if s.Selected {
		// A ring in the colour of the words, on a light ground: seen from afar in any colour vision.
		at := s.outer() + chosenGap + chosenLine
		s.disc(at+chosenGlow, s.glow)
		s.disc(at+0.8, s.style.MarkEdge)
		s.ring(at-chosenLine/2, chosenLine, s.style.PlaceTextRing)
	} else if s.Area {
		s.disc(s.Radius()+glowWidth, fade(s.glow, float64(s.glow.A)/255*0.6))
	}
}

// single draws the sign of one mark: a disc, a ring, or a disc in a ring; with a thin ring around it where something is
// known to be in the country only.
func (s *signPainter) single() {
	r := s.Radius()
	outer := r + edgeWidth
	if s.Filled {
		if s.Ring {
			outer = r + bothGap + ringLine
			s.disc(outer, s.style.RingFill)
			s.ring(r+bothGap+ringLine/2-0.5, ringLine, s.line)
		}
		s.disc(r+edgeWidth*0.9, s.style.MarkEdge)
		s.disc(r, s.fill)
		if s.Open {
			s.disc(r-openLine, s.style.MarkEdge)
		}
	} else if s.Ring || s.Country {
		s.disc(r+edgeWidth*0.7, fade(s.style.MarkEdge, 0.85))
		s.disc(r-1, s.style.RingFill)
		s.ring(r-ringLine/2, ringLine, s.line)
	}
	if !s.Country {
		return
	}
	ink := s.fill
	if !s.Filled {
		ink = s.line
	}
	s.ring(outer+countryGap-1, 1.7, ink)
}

// cards draws a pile of square cards: a shape that no single mark has.
func (s *signPainter) cards() {
	c := float64(s.center) / s.scale
	square := func(off, half float64, ink color.NRGBA) {
		rounded(s.img, Box{c + off - half, c - off - half, c + off + half, c - off + half}, half*0.42, s.scale, ink, 0)
	}
	half := s.Radius() * 0.93
	edge, back := s.fill, s.style.MarkEdge
	if !s.Filled {
		edge, back = s.line, s.style.RingFill
	}
	square(pileStep, half+1.6, s.style.MarkEdge)
	square(pileStep, half+0.4, edge)
	square(pileStep, half-1.2, back)
	if s.Filled && s.Ring {
		square(0, half+4.4, s.style.RingFill)
		square(0, half+3.6, s.line)
		square(0, half+1.4, s.style.RingFill)
	} else {
		square(0, half+1.6, s.style.MarkEdge)
	}
	if s.Filled {
		square(0, half, s.fill)
		if s.Open {
			square(0, half-openLine, s.style.MarkEdge)
		}
	} else {
		square(0, half, s.line)
		square(0, half-2.2, s.style.RingFill)
	}
}
