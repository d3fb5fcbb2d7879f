package quotelist

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// frame draws the list: its ground, the scrolled sheet and the ring of the keyboard.
type frame struct {
	l       *List
	ground  *canvas.Rectangle
	focus   *canvas.Rectangle
	objects []fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	r := &frame{l: l, ground: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent)}
	r.objects = []fyne.CanvasObject{r.ground, l.scroll, r.focus}
	r.Refresh()
	return r
}

func (r *frame) Destroy()                     {}
func (r *frame) Objects() []fyne.CanvasObject { return r.objects }
func (r *frame) MinSize() fyne.Size           { return fyne.NewSize(140, 80) }

func (r *frame) Layout(s fyne.Size) {
	r.ground.Resize(s)
	r.focus.Move(fyne.NewPos(1, 1))
	r.focus.Resize(fyne.NewSize(max(s.Width-2, 0), max(s.Height-2, 0)))
	l := r.l
	if s == l.scroll.Size() && l.width == s.Width {
		return
	}
	hold, at := l.anchor()
	if l.width != s.Width { // heights hold for one width only
		l.width = s.Width
		clear(l.layouts)
		l.measure()
	}
	l.scroll.Resize(s)
	y := l.scroll.Offset.Y
	if len(hold) > 0 {
		y = l.tops[l.index[hold[0]]] - at[hold[0]]
	}
	l.moveTo(y)
}

// Refresh follows a new theme or look.
func (r *frame) Refresh() {
	l := r.l
	if k := l.own.themed(l); k != l.look || l.faces == nil {
		l.look, l.faces = k, faces{}
		clear(l.layouts)
		l.measure()
		if l.width > 0 {
			l.sheet.forget()
			l.moveTo(l.scroll.Offset.Y)
		}
	}
	r.ground.FillColor = l.look.background
	r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.CornerRadius = l.look.focus, 2, 3
	if l.focused {
		r.focus.Show()
	} else {
		r.focus.Hide()
	}
	canvas.Refresh(r.ground)
}

// sheet is what scrolls: it is as tall as all cards and holds only those in view.
type sheet struct {
	widget.BaseWidget
	list    *List
	live    []*card // in view, top down
	spare   []*card
	empty   []*canvas.Text
	objects []fyne.CanvasObject
	hover   int // id of the card under the pointer, if hovering
	over    bool
}

// CreateRenderer is called by Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) Layout(fyne.Size)             {}
func (r sheetRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.s.list.total()) }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r sheetRenderer) Refresh()                     {}

// state is what a card shows beyond its text.
type state struct {
	id              int
	lay             *layout
	colour          color.NRGBA
	faded, sel, hot bool
	width           float32
}

// show puts the cards in view on the sheet. Cards that were there already are moved and not set anew.
func (s *sheet) show() {
	l := s.list
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	if l.width <= 0 || h <= 0 {
		return
	}
	from, to := 0, 0
	if len(l.cards) > 0 {
		from, to = l.inView(y, h)
	}
	old := s.live
	s.live = make([]*card, 0, to-from)
	for i := from; i < to; i++ {
		it := &l.items[i]
		st := state{it.ID, l.cards[i], it.Colour, it.Faded, it.ID == l.selected && it.ID != None, s.over && s.hover == it.ID, l.width}
		c := s.take(old, it.ID)
		if c.state != st {
			c.set(st, &l.look)
		}
		c.move(gap, l.tops[i])
		s.live = append(s.live, c)
	}
	for _, c := range old {
		if c != nil {
			s.spare = append(s.spare, c)
		}
	}
	s.showEmpty(len(l.items) == 0)
	s.gather()
	canvas.Refresh(s)
}

// take finds the card that shows id already, or a spare one.
func (s *sheet) take(old []*card, id int) *card {
	for i, c := range old {
		if c != nil && c.state.id == id {
			old[i] = nil
			return c
		}
	}
	if n := len(s.spare); n > 0 {
		c := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return c
	}
	return newCard()
}

// forget makes every card be set anew.
func (s *sheet) forget() {
	for _, c := range s.live {
		c.state = state{}
	}
	for _, c := range s.spare {
		c.state = state{}
	}
}

func (s *sheet) gather() {
	o := s.objects[:0]
	for _, c := range s.live {
		o = append(o, c.objects...)
	}
	for _, t := range s.empty {
		o = append(o, t)
	}
	s.objects = o
}

// showEmpty says that nobody is quoted.
func (s *sheet) showEmpty(on bool) {
	s.empty = s.empty[:0]
	if !on {
		return
	}
	l := s.list
	out := &layout{}
	f := flow{l: l, out: out, left: 2 * gap, width: max(l.width-4*gap, 40), y: 2 * gap}
	f.add(lang.L("Nobody is quoted in this period."), partRole)
	for _, p := range out.pieces {
		t := canvas.NewText(p.text, l.look.muted)
		t.TextSize, t.TextStyle, t.FontSource = l.look.plain.size, l.look.plain.style, l.look.plain.source
		t.Move(fyne.NewPos(p.x, p.y))
		t.Resize(t.MinSize())
		s.empty = append(s.empty, t)
	}
}

// cardAt is the index of the card under a point of the sheet, or -1.
func (s *sheet) cardAt(p fyne.Position) int {
	l := s.list
	if len(l.cards) == 0 || p.X < gap || p.X > l.width-gap {
		return -1
	}
	i, _ := l.inView(p.Y, 1)
	if i >= len(l.cards) || p.Y < l.tops[i] || p.Y > l.tops[i]+l.cards[i].height {
		return -1
	}
	return i
}

// Tapped is called by Fyne.
func (s *sheet) Tapped(ev *fyne.PointEvent) {
	if i := s.cardAt(ev.Position); i >= 0 && s.list.OnTap != nil {
		s.list.OnTap(s.list.items[i].ID)
	}
}

// MouseIn is called by Fyne.
func (s *sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (s *sheet) MouseMoved(ev *desktop.MouseEvent) {
	id, over := None, false
	if i := s.cardAt(ev.Position); i >= 0 {
		id, over = s.list.items[i].ID, true
	}
	if id != s.hover || over != s.over {
		s.hover, s.over = id, over
		s.show()
	}
}

// MouseOut is called by Fyne.
func (s *sheet) MouseOut() {
	if s.over {
		s.over = false
		s.show()
	}
}

// Cursor is called by Fyne.
func (s *sheet) Cursor() desktop.Cursor {
	if s.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// card is the canvas objects of one quote; it is used again for another one.
type card struct {
	state   state
	x, y    float32
	edge    *canvas.Rectangle
	body    *canvas.Rectangle
	texts   []*canvas.Text
	grounds []*canvas.Rectangle
	dashes  []*dashed
	objects []fyne.CanvasObject
	offsets []fyne.Position // of the objects, in the card
}

func newCard() *card {
	c := &card{edge: canvas.NewRectangle(color.Transparent), body: canvas.NewRectangle(color.Transparent)}
	c.edge.CornerRadius, c.body.CornerRadius = radius, radius
	return c
}

// set fills the card with what it shows.
func (c *card) set(st state, k *look) {
	c.state = st
	c.x, c.y = -1, -1 // all objects are to be moved
	c.objects, c.offsets = c.objects[:0], c.offsets[:0]
	w := max(st.width-2*gap, 0)
	pale := func(col color.NRGBA) color.NRGBA {
		if st.faded {
			return between(col, k.background, 0.5)
		}
		return col
	}
	c.edge.FillColor = pale(st.colour)
	c.body.FillColor, c.body.StrokeColor, c.body.StrokeWidth = k.card, k.border, 1
	if st.hot {
		c.body.FillColor = k.hover
	}
	if st.sel {
		c.body.StrokeColor, c.body.StrokeWidth = k.selected, 2
	}
	if st.faded {
		c.body.FillColor = between(c.body.FillColor.(color.NRGBA), k.background, 0.6)
	}
	c.put(c.edge, 0, 0.5, min(2*radius, w), st.lay.height-1)
	c.put(c.body, edge, 0, w-edge, st.lay.height)
	texts, grounds, dashes := 0, 0, 0
	text := func(s string, f face, col color.NRGBA, x, y, w, h float32) {
		if texts == len(c.texts) {
			c.texts = append(c.texts, canvas.NewText("", col))
		}
		t := c.texts[texts]
		texts++
		t.Text, t.Color, t.TextSize, t.TextStyle, t.FontSource = s, pale(col), f.size, f.style, f.source
		c.put(t, x, y, w, h) // not its MinSize: measuring is the slow part, and painting does it anyway
	}
	for _, ch := range st.lay.chips {
		col := k.ink(ch.part)
		if ch.part == partRing {
			if dashes == len(c.dashes) {
				c.dashes = append(c.dashes, newDashed())
			}
			d := c.dashes[dashes]
			dashes++
			d.colour = pale(col)
			c.put(d.raster, ch.x, ch.y, ch.w, ch.h)
		} else {
			if grounds == len(c.grounds) {
				c.grounds = append(c.grounds, canvas.NewRectangle(color.Transparent))
			}
			g := c.grounds[grounds]
			grounds++
			g.FillColor, g.CornerRadius = pale(chipGround(col, k.card)), ch.h/2
			c.put(g, ch.x, ch.y, ch.w, ch.h)
		}
		text(ch.text, k.small, col, ch.x+8, ch.y+1.5, ch.w-16, ch.h-3)
	}
	for _, p := range st.lay.pieces {
		text(p.text, k.face(p.part), k.ink(p.part), p.x, p.y, p.w, p.h)
	}
	for _, o := range c.objects {
		o.Refresh()
	}
}

func (c *card) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	c.objects = append(c.objects, o)
	c.offsets = append(c.offsets, fyne.NewPos(x, y))
}

func (c *card) move(x, y float32) {
	if c.x == x && c.y == y {
		return
	}
	c.x, c.y = x, y
	for i, o := range c.objects {
		o.Move(c.offsets[i].AddXY(x, y))
	}
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
