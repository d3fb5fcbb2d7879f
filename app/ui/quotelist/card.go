package quotelist

import (
	"image"
	"image/color"
	"math"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// card is the canvas objects of one quote; it is used again for another one.
type card struct {
	kit.Pieces
	l       *List
	state   state
	edge    *canvas.Rectangle
	body    *canvas.Rectangle
	texts   []*canvas.Text
	grounds []*canvas.Rectangle
	dashes  []*dashed
	used    struct{ texts, grounds, dashes int } // of those, in the card as it is
}

func newCard(l *List) *card {
	c := &card{l: l, edge: canvas.NewRectangle(color.Transparent), body: canvas.NewRectangle(color.Transparent)}
	c.edge.CornerRadius, c.body.CornerRadius = radius, radius
	return c
}

// Fill makes the card show a quote.
func (c *card) Fill(st state) {
	c.state = st
	c.Clear()
	c.used.texts, c.used.grounds, c.used.dashes = 0, 0, 0
	c.lay()
	k := &c.l.look
	for _, ch := range st.lay.chips {
		ink := k.ink(ch.part)
		at := kit.Box{X: ch.x, Y: ch.y, W: ch.w, H: ch.h}
		if ch.part == partRing {
			d := c.dash()
			d.colour = c.pale(ink)
			c.put(d.raster, at)
		} else {
			g := c.ground()
			g.FillColor, g.CornerRadius = c.pale(chipGround(ink, k.card)), ch.h/2
			c.put(g, at)
		}
		c.text(ch.text, k.small, ink, kit.Box{X: ch.x + 8, Y: ch.y + 1.5, W: ch.w - 16, H: ch.h - 3})
	}
	for _, p := range st.lay.pieces {
		c.text(p.text, k.face(p.part), k.ink(p.part), kit.Box{X: p.x, Y: p.y, W: p.w, H: p.h})
	}
	c.Refresh()
}

// lay puts down the card itself: the coloured edge and the body with its border.
func (c *card) lay() {
	st, k := &c.state, &c.l.look
	w := max(st.width-2*gap, 0)
	fill := k.card
	c.body.StrokeColor, c.body.StrokeWidth = k.border, 1
	if st.hot {
		fill = k.hover
	}
	if st.sel {
		c.body.StrokeColor, c.body.StrokeWidth = k.selected, 2
	}
	if st.faded {
		fill = kit.Between(fill, k.background, 0.6)
	}
	c.edge.FillColor, c.body.FillColor = c.pale(kit.LaneOn(st.colour, c.l.look.card)), fill
	c.put(c.edge, kit.Box{Y: 0.5, W: min(2*radius, w), H: st.lay.height - 1})
	c.put(c.body, kit.Box{X: edge, W: w - edge, H: st.lay.height})
}

// pale is a colour of the card: less of it where the quote is not of this moment.
func (c *card) pale(ink color.NRGBA) color.NRGBA {
	if c.state.faded {
		return kit.Between(ink, c.l.look.background, 0.5)
	}
	return ink
}

// put adds an object; cards stand in from the side of the list.
func (c *card) put(o fyne.CanvasObject, at kit.Box) {
	at.X += gap
	c.Put(o, at)
}

func (c *card) text(s string, f kit.Face, ink color.NRGBA, at kit.Box) {
	if c.used.texts == len(c.texts) {
		c.texts = append(c.texts, canvas.NewText("", ink))
	}
	t := c.texts[c.used.texts]
	c.used.texts++
	at.X += gap
	c.Write(t, s, f, c.pale(ink), at)
}

func (c *card) ground() *canvas.Rectangle {
	if c.used.grounds == len(c.grounds) {
		c.grounds = append(c.grounds, canvas.NewRectangle(color.Transparent))
	}
	c.used.grounds++
	return c.grounds[c.used.grounds-1]
}

func (c *card) dash() *dashed {
	if c.used.dashes == len(c.dashes) {
		c.dashes = append(c.dashes, newDashed())
	}
	c.used.dashes++
	return c.dashes[c.used.dashes-1]
}

// ink is the colour of a part's text.
func (k *look) ink(p part) color.NRGBA {
	switch p {
	case partRole, partSource:
		return k.muted
	case partWhen:
		return k.date
	case partRing:
		return k.ring
	case partPlace:
		return k.place
	}
	return k.text
}

// dashed is a rounded border of dashes, which Fyne's rectangles do not have.
type dashed struct {
	raster *canvas.Raster
	colour color.NRGBA
}

func newDashed() *dashed {
	d := &dashed{}
	d.raster = canvas.NewRaster(d.paint)
	return d
}

func (d *dashed) paint(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	width, height := float64(w), float64(h)
	scale := max(1.0, height/21)
	r := height/2 - scale
	flat := max(width-2*r-2*scale, 0)
	dash := 4.6 * scale
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			px, py := float64(x)+0.5, float64(y)+0.5
			dx := px - min(max(px, scale+r), width-scale-r)
			dy := py - height/2
			off := math.Abs(math.Hypot(dx, dy)-r) - 0.65*scale
			a := min(max(0.5-off, 0), 1)
			if a == 0 {
				continue
			}
			// The way along the border decides what is a dash and what is not.
			way := px
			if dx != 0 {
				way = scale + r + math.Atan2(dx, math.Abs(dy))*r
				if dx > 0 {
					way += flat
				}
			}
			if way -= dash * math.Floor(way/dash); way > dash*0.62 {
				continue
			}
			c := d.colour
			c.A = uint8(float64(c.A) * a)
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}
