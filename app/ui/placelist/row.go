package placelist

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// row is the canvas objects of one item; it is used again for another one.
type row struct {
	state   state
	head    *canvas.Text
	ground  *canvas.Rectangle // hovered or selected
	bar     *canvas.Rectangle // at the left of a selected row
	line    *canvas.Rectangle // below
	disc    *canvas.Circle
	square  *canvas.Rectangle
	strokes [4]*canvas.Line // of a diamond
	title   *canvas.Text
	detail  *canvas.Text
	right   *canvas.Text
	focus   *canvas.Rectangle
	objects []fyne.CanvasObject
	offsets []fyne.Position // of the objects, from the row's top
	y       float32
}

func newRow() *row {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	box := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &row{head: text(), ground: box(), bar: box(), line: box(), disc: canvas.NewCircle(color.Transparent), square: box(),
		title: text(), detail: text(), right: text(), focus: box()}
	for i := range r.strokes {
		r.strokes[i] = canvas.NewLine(color.Transparent)
	}
	return r
}

// fill sets the row to what it shows.
func (r *row) fill(st state, l *List) {
	k, it := &l.look, &st.item
	r.state, r.y = st, -1
	r.objects, r.offsets = r.objects[:0], r.offsets[:0]
	h := 2*padY + l.lines.title
	if it.Detail != "" {
		h += l.lines.small
	}
	ground := k.background
	switch {
	case st.chosen:
		ground = k.selected
	case st.hot:
		ground = k.hover
	}
	title, colour := k.text, it.Colour
	if it.Faded {
		title, colour = k.muted, between(it.Colour, ground, 0.3)
	}
	if st.head {
		s, _ := shorten(it.Section, st.width-2*padX, k.head)
		r.text(r.head, s, k.head, k.muted, padX, -headGap-l.lines.head, l.lines.head)
	}
	if st.chosen || st.hot {
		r.ground.FillColor = ground
		r.put(r.ground, 0, 0, st.width, h)
	}
	if st.chosen {
		r.bar.FillColor = k.mark
		r.put(r.bar, 0, 0, 4, h)
	}
	r.line.FillColor = k.line
	r.put(r.line, padX, h-1, st.width-2*padX, 1)
	x := float32(padX)
	if it.Shape != NoShape {
		e := k.title.size * 0.86
		r.shape(it.Shape, colour, ground, x, padY+(l.lines.title-e)/2, e)
		x += e + markGap
	}
	end := st.width - padX
	if it.Right != "" {
		s, w := shorten(it.Right, (end-x)*0.45, k.small)
		end -= w
		r.text(r.right, s, k.small, k.muted, end, padY+(l.lines.title-l.lines.small)/2, l.lines.small)
		end -= 10
	}
	s, _ := shorten(it.Title, end-x, k.title)
	r.text(r.title, s, k.title, title, x, padY, l.lines.title)
	if it.Detail != "" {
		s, _ = shorten(it.Detail, st.width-padX-x, k.small)
		r.text(r.detail, s, k.small, k.muted, x, padY+l.lines.title, l.lines.small)
	}
	if st.focus {
		r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.CornerRadius = k.focus, 2, 4
		r.put(r.focus, 4, 1, st.width-8, h-2)
	}
	for _, o := range r.objects {
		o.Refresh()
	}
}

// shape draws the mark into a square of edge e.
func (r *row) shape(s Shape, c, ground color.NRGBA, x, y, e float32) {
	switch s {
	case Filled:
		r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = c, c, 0
		r.put(r.disc, x, y, e, e)
	case Ring:
		r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = color.Transparent, c, 2.5
		r.put(r.disc, x, y, e, e)
	case Area:
		r.square.FillColor, r.square.StrokeColor, r.square.StrokeWidth, r.square.CornerRadius = between(c, ground, 0.75), c, 1.5, 2
		r.put(r.square, x, y, e, e)
	case Diamond:
		corners := [4]fyne.Position{{X: x + e/2, Y: y}, {X: x + e, Y: y + e/2}, {X: x + e/2, Y: y + e}, {X: x, Y: y + e/2}}
		for i, line := range r.strokes {
			a, b := corners[i], corners[(i+1)%4]
			line.StrokeColor, line.StrokeWidth = c, 2
			line.Position1, line.Position2 = fyne.NewPos(0, 0), b.Subtract(a)
			r.objects, r.offsets = append(r.objects, line), append(r.offsets, fyne.NewPos(min(a.X, b.X), min(a.Y, b.Y)))
		}
	}
}

func (r *row) text(t *canvas.Text, s string, f face, c color.NRGBA, x, y, h float32) {
	t.Text, t.Color, t.TextSize, t.TextStyle, t.FontSource = s, c, f.size, f.style, f.source
	r.put(t, x, y, r.state.width-x, h) // not its MinSize: measuring is the slow part
}

func (r *row) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	r.objects = append(r.objects, o)
	r.offsets = append(r.offsets, fyne.NewPos(x, y))
}

func (r *row) move(y float32) {
	if r.y == y {
		return
	}
	r.y = y
	for i, o := range r.objects {
		o.Move(r.offsets[i].AddXY(0, y))
	}
}
