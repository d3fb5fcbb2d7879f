package mark

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"dateline/geo/internal/raster"
	"dateline/geo/tile"
)

// Form is what a shape looks like.
type Form uint8

// The forms.
const (
	Disc   Form = iota
	Ring        // Width is that of its line; R runs along the middle of it
	Square      // a square with round corners, of half the edge R
	Number      // Text in bold letters of the size R
)

// Shape is one of the flat shapes that a sign is made of, from the bottom up. Sizes are px at scale 1; one stands Off px
// to the right of the spot of its mark and as far above.
type Shape struct {
	Form
	R, Width, Off float64
	Ink           color.NRGBA
	Text          string
}

// Corner is the radius of the corners of a Square.
func (p Shape) Corner() float64 { return p.R * 0.42 }

// Shapes are what the sign of m is made of, and how strongly they are to be drawn together, from 1/3 to 1. All
// pictures of a sign are made of them.
func (p Pen) Shapes(m Mark) (parts []Shape, strength float64) {
	s := sign{Mark: m, style: p.style()}
	s.chooseInks()
	s.ground()
	if m.Group > 1 {
		s.cards()
	} else {
		s.single()
	}
	switch {
	case m.Key > 0 && m.Filled:
		s.number(m.Key, s.numberInk())
	case m.Key > 0:
		s.number(m.Key, s.line)
	case m.Filled && m.Number > 1:
		s.number(m.Number, s.numberInk())
	case m.Group > 1 && m.Filled:
		s.number(m.Group, s.numberInk())
	case m.Group > 1:
		s.number(m.Group, s.line)
	}
	strength = 1
	if m.Alpha > 0 && m.Alpha < 1 {
		strength = 1.0/3 + m.Alpha*2/3 // even an unlikely mark must be seen
	}
	return s.parts, strength
}

// sign draws m by itself.
func (p Pen) sign(m Mark) Sprite {
	k := p.scale() * p.style().TextScale
	size := 2*int(math.Ceil(m.Reach()*k)) + 3
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	center := float32(size) / 2
	var stroke raster.Stroke
	stroke.Reset(size, size)
	parts, strength := p.Shapes(m)
	for _, x := range parts {
		switch r := x.R * k; x.Form {
		case Disc:
			stroke.Disc(center, center, float32(r))
			stroke.Paint(img, x.Ink)
		case Ring:
			stroke.Ring(center, center, float32(r), float32(x.Width*k/2))
			stroke.Paint(img, x.Ink)
		case Square:
			c := float64(center) / k
			rounded(img, Box{c + x.Off - x.R, c - x.Off - x.R, c + x.Off + x.R, c - x.Off + x.R}, x.Corner(), k, x.Ink, 0)
		case Number:
			p.write(img, x.Text, r, x.Ink)
		}
	}
	if strength < 1 {
		weaken(img, strength)
	}
	return Sprite{Image: img, X: float64(center), Y: float64(center)}
}

// write puts a number into the middle of img.
func (p Pen) write(img *image.RGBA, text string, size float64, ink color.NRGBA) {
	k := faceKey{bold: true, size: size}
	width, rise := p.fonts().measure(text, k, 0)
	w := p.fonts().word(wordKey{text: text, face: k, ink: ink})
	c := float64(img.Rect.Dx()) / 2
	blit(img, w.img, int(math.Round(c-width/2))-w.x, int(math.Round(c+rise/2))-w.y)
}

// sign is a sign in the making.
type sign struct {
	Mark
	style            *tile.Style
	parts            []Shape
	fill, line, glow color.NRGBA // of what happened, of who speaks, and of what surrounds the sign
}

func (s *sign) chooseInks() {
	s.fill, s.line, s.glow = s.style.MarkFill, s.style.RingLine, s.style.MarkGlow
	strength := float64(s.style.MarkGlow.A) / 255
	if s.Lane > 0 {
		s.fill = s.style.Lanes[(s.Lane-1)%len(s.style.Lanes)]
		s.line, s.glow = s.fill, fade(s.fill, strength)
	}
	if s.named() && s.Lane == 0 {
		s.line = s.style.CardText
	}
	if !s.Filled {
		s.glow = fade(s.line, strength)
	}
}

// numberInk is the colour of a number inside a filled sign, or inside the ring of an open one.
func (s *sign) numberInk() color.NRGBA {
	if s.Open {
		return s.fill
	}
	return s.style.MarkText
}

func (s *sign) disc(r float64, ink color.NRGBA) {
	s.parts = append(s.parts, Shape{Form: Disc, R: r, Ink: ink})
}

func (s *sign) ring(r, width float64, ink color.NRGBA) {
	s.parts = append(s.parts, Shape{Form: Ring, R: r, Width: width, Ink: ink})
}

func (s *sign) square(off, half float64, ink color.NRGBA) {
	s.parts = append(s.parts, Shape{Form: Square, R: half, Off: off, Ink: ink})
}

// number writes n to fit the sign.
func (s *sign) number(n int, ink color.NRGBA) {
	text := strconv.Itoa(n)
	if n > 999 {
		text = "999+"
	}
	size := s.Radius() * [...]float64{1.25, 1.25, 1.02, 0.82, 0.66}[min(4, len(text))]
	s.parts = append(s.parts, Shape{Form: Number, R: size, Ink: ink, Text: text})
}

// ground draws what lies under the sign: the ring of the selected one, or the soft disc of an area's anchor.
func (s *sign) ground() {
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
func (s *sign) single() {
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
	} else if s.named() {
		s.disc(r+edgeWidth*0.7, fade(s.style.MarkEdge, 0.85))
		s.ring(r-namedLine/2, namedLine, s.line)
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
func (s *sign) cards() {
	half := s.Radius() * 0.93
	edge, back := s.fill, s.style.MarkEdge
	if !s.Filled {
		edge, back = s.line, s.style.RingFill
	}
	s.square(pileStep, half+1.6, s.style.MarkEdge)
	s.square(pileStep, half+0.4, edge)
	s.square(pileStep, half-1.2, back)
	if s.Filled && s.Ring {
		s.square(0, half+4.4, s.style.RingFill)
		s.square(0, half+3.6, s.line)
		s.square(0, half+1.4, s.style.RingFill)
	} else {
		s.square(0, half+1.6, s.style.MarkEdge)
	}
	if s.Filled {
		s.square(0, half, s.fill)
		if s.Open {
			s.square(0, half-openLine, s.style.MarkEdge)
		}
	} else {
		s.square(0, half, s.line)
		s.square(0, half-2.2, s.style.RingFill)
	}
}
