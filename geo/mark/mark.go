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
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Pen is how everything is drawn. The zero value draws in the light look at scale 1 with the Go fonts. Pictures must
// have bounds that begin at 0, 0.
type Pen struct {
	Style *tile.Style
	Fonts *Fonts
	Scale float64 // px of the picture per px of the viewport: 2 on a HiDPI screen; 0 counts as 1

	// Say words a legend in another language: of English words, and pairs of the name of a place in them and what stands there.
	// nil leaves them English.
	Say func(english string, pairs ...any) string
}

func (p Pen) style() *tile.Style {
	if p.Style == nil {
		return tile.Light
	}
	return p.Style
}

func (p Pen) fonts() *Fonts {
	if p.Fonts == nil {
		return goFonts()
	}
	return p.Fonts
}

func (p Pen) scale() float64 {
	if !(p.Scale > 0) || p.Scale > 16 {
		return 1
	}
	return p.Scale
}

// Mark is one sign at one spot. Filled, Ring and Country may come together: an event and a speaker at one place give a
// filled mark inside a ring.
type Mark struct {
	Point    orb.Point
	X, Y     float64 // px of the viewport; At fills them in
	Number   int     // shown inside a filled mark from 2 on; it also sets the size
	Key      int     // over 0: written inside any mark in place of Number, for a list beside the map to name it by
	Filled   bool    // something happened here
	Open     bool    // with Filled: it is planned, denied or only said; drawn as a ring in the same colour
	Ring     bool    // somebody speaks from here
	Named    bool    // with neither Filled nor Ring: the place is only named; a thin grey ring
	Country  bool    // the text names no closer place than a country: drawn with a thin ring around the sign
	Area     bool    // anchor of an area drawn behind it: a soft disc around
	Selected bool
	Group    int     // from 2 on, so many marks that stand too close to be told apart: drawn as a pile of cards
	Lane     int     // 0: the style's own red and blue; n: colour n-1 of the lanes
	Alpha    float64 // probability as strength, over 0 to 1; 0 counts as 1
	Label    string
	Places   []geo.Place
}

// At fills in X and Y of copies of marks for a view. Marks outside the view are kept.
func At(v viewport.Viewport, marks []Mark) []Mark {
	out := make([]Mark, len(marks))
	copy(out, marks)
	for i := range out {
		out[i].X, out[i].Y = v.Project(out[i].Point)
	}
	return out
}

// Radius is the size of the sign without what surrounds it, in px at scale 1; it grows with Number.
func (m Mark) Radius() float64 {
	r := ringRadius
	switch grown := math.Min(18, 6.3+1.9*math.Log2(float64(max(1, m.Number)))); {
	case m.Group > 1:
		r = max(pileRadius, grown)
	case m.Filled:
		r = max(7, grown)
	case m.named():
		r = namedRadius
	}
	if m.Key > 0 {
		r = max(r, keyRadius)
	}
	if m.Selected {
		r += chosenGrow
	}
	return r
}

// named reports a mark at which nothing happens and nobody speaks.
func (m Mark) named() bool { return m.Named && !m.Filled && !m.Ring }

// outer is the radius with the edge and the rings of the sign itself.
func (m Mark) outer() float64 {
	r := m.Radius() + edgeWidth
	switch {
	case m.Group > 1:
		r = m.Radius()*1.12 + pileStep + edgeWidth
		if m.Filled && m.Ring {
			r += bothGap
		}
		return r
	case m.Filled && m.Ring:
		r = m.Radius() + bothGap + ringLine
	}
	if m.Country {
		r += countryGap + 1
	}
	return r
}

// Reach is the distance from the spot to the farthest pixel of the sign, in px at scale 1; labels keep it free.
func (m Mark) Reach() float64 {
	r := m.outer()
	if m.Selected {
		return r + chosenGap + chosenLine + chosenGlow
	}
	if m.Area {
		r = max(r, m.Radius()+glowWidth)
	}
	return r
}

// Sizes of signs in px at scale 1.
const (
	ringRadius  = 9.0
	namedRadius = 6.5 // smaller than all others
	namedLine   = 1.8
	keyRadius   = 9.5 // at least, where a key is written
	ringLine    = 3.0
	edgeWidth   = 2.0
	openLine    = 2.6 // of the ring that stands for what is not told as done
	bothGap     = 3.5 // between a filled mark and the ring around it
	countryGap  = 3.5 // between a sign and the thin ring of a country
	glowWidth   = 8.5
	chosenGap   = 1.0 // between a sign and the dark ring of the selected one
	chosenLine  = 2.8
	chosenGlow  = 3.5  // around that ring
	chosenGrow  = 2.5  // by which the selected sign is larger
	pileRadius  = 10.5 // half the edge of the card of a group, at least
	pileStep    = 3.6  // by which the cards below stand out
)

// Hit reports whether a click at x, y px of the viewport means this mark; small marks are hit from a little outside.
func (m Mark) Hit(x, y float64) bool {
	return math.Hypot(x-m.X, y-m.Y) <= max(m.Radius(), 10)+2
}

// Sprite is the picture of one mark alone, without its label, and where the mark's spot lies on it in px of the picture.
// It is shared; do not draw on it.
type Sprite struct {
	Image *image.RGBA
	X, Y  float64
}

// signKey is all that a sign depends on.
type signKey struct {
	number, key                               int
	filled, open, ring, country, area, chosen bool
	named                                     bool
	lane, alpha, group                        int
	style                                     *tile.Style
	scale                                     float64
}

// Sprite draws m by itself on a clear ground, for windows that move pictures instead of drawing.
func (p Pen) Sprite(m Mark) Sprite {
	alpha := m.Alpha
	if !(alpha > 0) || alpha > 1 {
		alpha = 1
	}
	k := signKey{max(0, min(m.Number, 9999)), max(0, min(m.Key, 9999)), m.Filled, m.Open, m.Ring, m.Country, m.Area, m.Selected, m.named(), max(0, m.Lane), int(alpha*20 + 0.5), m.pile(), p.style(), p.scale()}
	f := p.fonts()
	f.mu.Lock()
	s, ok := f.signs[k]
	f.mu.Unlock()
	if ok {
		return s
	}
	m.Alpha = alpha
	s = p.sign(m)
	f.mu.Lock()
	defer f.mu.Unlock()
	if old, ok := f.signs[k]; ok {
		return old // drawn by another goroutine meanwhile
	}
	n := len(s.Image.Pix)
	if len(f.signs) >= keepSigns || f.signBytes+n > keepSignBytes {
		clear(f.signs)
		f.signBytes = 0
	}
	f.signs[k] = s
	f.signBytes += n
	return s
}

// pile is what the picture of a group depends on: its number of marks where that is written on it.
func (m Mark) pile() int {
	if m.Group > 1 && m.Filled && m.Number > 1 {
		return 2
	}
	return max(0, min(m.Group, 9999))
}

// fade gives a colour with a strength of its own.
func fade(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(max(0, min(1, alpha))*255 + 0.5)
	return c
}

func weaken(img *image.RGBA, alpha float64) {
	a := uint32(alpha*256 + 0.5)
	for i, v := range img.Pix {
		img.Pix[i] = uint8(uint32(v) * a >> 8)
	}
}

// blit lays src over dst with its upper left corner at x, y. Most of a sign is clear or full, which needs no mixing.
func blit(dst, src *image.RGBA, x, y int) {
	r := src.Rect.Add(image.Pt(x, y)).Intersect(dst.Rect)
	for py := r.Min.Y; py < r.Max.Y; py++ {
		from := src.Pix[src.PixOffset(r.Min.X-x, py-y):]
		to := dst.Pix[dst.PixOffset(r.Min.X, py):]
		for i := 0; i < 4*r.Dx(); i += 4 {
			s, d := from[i:i+4:i+4], to[i:i+4:i+4]
			switch s[3] {
			case 0:
			case 255:
				d[0], d[1], d[2], d[3] = s[0], s[1], s[2], 255
			default:
				rest := 255 - uint32(s[3])
				d[0] = s[0] + uint8((uint32(d[0])*rest+127)/255)
				d[1] = s[1] + uint8((uint32(d[1])*rest+127)/255)
				d[2] = s[2] + uint8((uint32(d[2])*rest+127)/255)
				d[3] = s[3] + uint8((uint32(d[3])*rest+127)/255)
			}
		}
	}
}

// Marks draws marks in order, the later over the earlier, filled ones over rings and selected ones last.
func (p Pen) Marks(dst *image.RGBA, marks []Mark) {
	scale := p.scale()
	for pass := range 3 {
		for _, m := range marks {
			turn := 0
			if m.Selected {
				turn = 2
			} else if m.Filled {
				turn = 1
			}
			if turn != pass || !m.Filled && !m.Ring && !m.Country && !m.Named && m.Group < 2 || math.IsNaN(m.X+m.Y) {
				continue
			}
			x, y, reach := m.X*scale, m.Y*scale, (m.Reach()+2)*scale*p.style().TextScale
			if x < -reach || y < -reach || x > float64(dst.Rect.Dx())+reach || y > float64(dst.Rect.Dy())+reach {
				continue
			}
			s := p.Sprite(m)
			blit(dst, s.Image, int(math.Round(x-s.X)), int(math.Round(y-s.Y)))
		}
	}
}

// Boxes are what marks cover, for Place to keep clear: two for each mark, which together leave its corners free.
func (p Pen) Boxes(marks []Mark) []Box {
	out := make([]Box, 0, 2*len(marks))
	for _, m := range marks {
		r := m.Reach() * p.style().TextScale
		s := r * 0.55
		out = append(out, Box{m.X - r, m.Y - s, m.X + r, m.Y + s}, Box{m.X - s, m.Y - r, m.X + s, m.Y + r})
	}
	return out
}
