package correctcard

import (
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Distances, at a text size of 14.
const (
	side    = 19 // left and right of everything
	headTop = 14
	footGap = 14
	wide    = 372 // the width that the card asks for
)

// SetPalette takes colours, sizes and the face of the sentence; nil is the theme's.
func (c *Card) SetPalette(p *kit.Palette, serif fyne.Resource) {
	c.pal, c.serif = p, serif
	x := &c.parts
	x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth, x.back.CornerRadius = p.Bar, p.Border, 1, 10
	x.shade.FillColor, x.shade.CornerRadius = color.NRGBA{A: 0x22}, 12
	x.kind.Look(p.Muted, p.TextSize*0.86, false)
	x.title.Look(p.Text, p.TextSize*1.57, true)
	x.source.Look(p.Muted, p.TextSize*0.86, false)
	x.ask.Look(p.Muted, p.TextSize*0.93, false)
	x.passage.look(p, kit.Face{Size: p.ArticlePts * 0.95, Source: serif})
	for _, r := range x.rules {
		r.FillColor = p.Line
	}
	x.choices.look(p)
	x.scopes.look(p)
	x.right.SetPalette(p)
	x.take.SetPalette(p)
	x.note.look(p.Text, p.Button, kit.Face{Size: p.TextSize * 0.93})
	x.read.look(p.Date, nil, kit.Face{Size: p.TextSize * 0.93})
	x.effect.look(p.Text, p.Warn, kit.Face{Size: p.TextSize * 0.93})
	c.columnWidth = 0
	c.Refresh()
}

// SetRoom says how tall the card may be: what does not fit is scrolled.
func (c *Card) SetRoom(most float32) {
	if c.most != most {
		c.most = most
		c.Refresh()
	}
}

// Wanted is the width that the card asks for.
func (c *Card) Wanted() float32 { return wide * c.pal.Scale() }

// layColumn puts the parts of the column below each other for a width and gives the height of all.
func (c *Card) layColumn(width float32) float32 {
	if c.columnWidth == width {
		return c.columnTall
	}
	x, k := &c.parts, c.pal.Scale()
	y := float32(0)
	put := func(o fyne.CanvasObject, shown bool, indent, h, after float32) {
		kit.Put(o, shown, indent, y, width-indent, h)
		if shown {
			y += h + after
		}
	}
	d := &c.data
	put(x.passage, d.Words != "", 0, x.passage.height(width), 2)
	put(x.source, d.Source != "", 11, x.source.MinSize().Height, 10*k)
	put(x.note, d.Note != "", 0, x.note.height(width), 8*k)
	put(x.rules[0], true, 0, 1, 9*k)
	put(x.ask, d.Ask != "", 0, x.ask.MinSize().Height, 4*k)
	put(x.choices, len(x.choices.all) > 0, 0, x.choices.height(width), 7*k)
	put(x.field, d.Field != "", 0, x.field.MinSize().Height, 5*k)
	put(x.read, c.read != "", 0, x.read.height(width), 6*k)
	x.actions.Resize(fyne.NewSize(width, 10))
	put(x.actions, len(x.actions.Objects) > 0, 0, x.actions.MinSize().Height, 10*k)
	put(x.keep, c.keep != "", 0, x.keep.MinSize().Height, 6*k)
	put(x.rules[1], len(d.Scopes) > 0, 0, 1, 7*k)
	put(x.scopes, len(d.Scopes) > 0, 0, x.scopes.height(width), 5*k)
	put(x.why, d.Why != "" && c.Changed(), 0, x.why.MinSize().Height, 5*k)
	c.columnWidth, c.columnTall = width, y
	return y
}

// column is the layout of what scrolls: layColumn has put everything in its place.
type column struct{ c *Card }

func (l column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.c.columnTall) }
func (l column) Layout([]fyne.CanvasObject, fyne.Size) {}

// reveal scrolls so that an answer is to be seen.
func (c *Card) reveal(id string) {
	x := &c.parts
	for i := range x.choices.ends {
		if x.choices.all[i].ID != id {
			continue
		}
		top, end, h := x.choices.Position().Y, x.choices.Position().Y+x.choices.ends[i], x.scroll.Size().Height
		if i > 0 {
			top += x.choices.ends[i-1]
		}
		y := min(max(x.scroll.Offset.Y, end-h), top)
		x.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	}
}

// CreateRenderer is called by Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return &renderer{c} }

type renderer struct{ c *Card }

// fixed are the heights above and below the column, and whether the two buttons stand below each other.
func (r *renderer) fixed(width float32) (head, foot float32, stacked bool) {
	x, k := &r.c.parts, r.c.pal.Scale()
	head = headTop*k + x.kind.MinSize().Height + 2 + x.title.MinSize().Height + 6*k
	a, b := x.right.MinSize(), x.take.MinSize()
	foot = a.Height + 2*footGap*k
	if r.c.effect != "" {
		foot += x.effect.height(width) + 8*k
	}
	if stacked = a.Width+b.Width+8 > width; stacked {
		foot += b.Height + 4
	}
	return head, foot, stacked
}

func (r *renderer) MinSize() fyne.Size {
	c := r.c
	w := c.Size().Width
	if w <= 0 {
		w = c.Wanted()
	}
	head, foot, _ := r.fixed(w - 2*side*c.pal.Scale())
	h := head + foot + c.layColumn(w-2*side*c.pal.Scale())
	if c.most > 0 {
		h = min(h, c.most)
	}
	return fyne.NewSize(200, h)
}

func (r *renderer) Layout(s fyne.Size) {
	c, x, k := r.c, &r.c.parts, r.c.pal.Scale()
	x.back.Resize(s)
	x.shade.Move(fyne.NewPos(-2, 2))
	x.shade.Resize(s.AddWidthHeight(4, 3))
	in := side * k
	w := s.Width - 2*in
	head, foot, stacked := r.fixed(w)
	cross := x.leave.MinSize()
	kit.Put(x.leave, true, s.Width-cross.Width-6, 8*k, cross.Width, cross.Height)
	y := headTop * k
	kit.Put(x.kind, true, in, y, w-cross.Width, x.kind.MinSize().Height)
	y += x.kind.MinSize().Height + 2
	kit.Put(x.title, true, in, y, w-cross.Width/2, x.title.MinSize().Height)
	tall := c.layColumn(w)
	x.column.Resize(fyne.NewSize(w, tall))
	kit.Put(x.scroll, true, in, head, w+in-4, max(s.Height-head-foot, 0))
	x.scroll.Content.Resize(fyne.NewSize(w, tall))
	a, b := x.right.MinSize(), x.take.MinSize()
	e := x.effect.height(w)
	kit.Put(x.effect, c.effect != "", in, s.Height-foot+8*k, w, e)
	if c.effect != "" {
		foot -= e + 8*k
	}
	kit.Put(x.right, c.data.Shown != "", in, s.Height-foot+footGap*k, a.Width, a.Height)
	if stacked {
		kit.Put(x.take, true, in, s.Height-foot+footGap*k+a.Height+4, b.Width, b.Height)
		return
	}
	kit.Put(x.take, true, s.Width-in-b.Width, s.Height-foot+footGap*k, b.Width, b.Height)
}

func (r *renderer) Refresh() {
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.c)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	x := &r.c.parts
	return []fyne.CanvasObject{x.shade, x.back, x.kind, x.title, x.scroll, x.effect, x.right, x.take, x.leave}
}

func (r *renderer) Destroy() {}
