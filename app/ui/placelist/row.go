package placelist

import (
	"image/color"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// row is the canvas objects of one item; it is used again for another one.
type row struct {
	kit.Pieces
	l       *List
	state   state
	head    *canvas.Text
	ground  *canvas.Rectangle // hovered or selected
	whole   []string          // the words that are cut
	bar     *canvas.Rectangle // at the left of a selected row
	line    *canvas.Rectangle // below
	disc    *canvas.Circle
	square  *canvas.Rectangle
	strokes [4]*canvas.Line // of a diamond
	title   *canvas.Text
	detail  [2]*canvas.Text
	right   *canvas.Text
	focus   *canvas.Rectangle
	letter  *canvas.Text
}

func newRow(l *List) *row {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	box := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &row{l: l, head: text(), ground: box(), bar: box(), line: box(), disc: canvas.NewCircle(color.Transparent), square: box(),
		title: text(), detail: [2]*canvas.Text{text(), text()}, right: text(), focus: box(), letter: text()}
	for i := range r.strokes {
		r.strokes[i] = canvas.NewLine(color.Transparent)
	}
	return r
}

// Fill sets the row to what it shows.
func (r *row) Fill(st state) {
	k, it, lines := &r.l.look, &st.item, &r.l.lines
	r.state = st
	r.Clear()
	h := r.l.height(it)
	ground := r.lay(h)
	title, colour := k.text, kit.LaneOn(it.Colour, k.background)
	if it.Faded {
		title, colour = k.muted, kit.Between(colour, ground, 0.3)
	}
	r.line.FillColor = k.line
	r.Put(r.line, kit.Box{X: padX, Y: h - 1, W: st.Width - 2*padX, H: 1})
	x := float32(padX)
	if it.Shape != NoShape {
		e := k.title.Size * 0.86
		at := kit.Box{X: x, Y: padY + (lines.title-e)/2, W: e, H: e}
		r.shape(it.Shape, colour, ground, at)
		r.sign(at, colour, ground)
		x += e + markGap
	}
	end := st.Width - padX
	under := it.Right != "" && r.l.below(it, st.Width)
	if it.Right != "" && !under {
		s, w := k.small.Shorten(it.Right, end-x)
		end -= w
		r.text(r.right, s, k.small, k.muted, end, padY+(lines.title-lines.small)/2)
		end -= 10
	}
	face := k.title
	face.Style.Bold = it.Bold || it.Heading
	r.whole = r.whole[:0]
	s, _ := face.Shorten(it.Title, end-x)
	r.cut(it.Title, s)
	r.Write(r.title, s, face, title, kit.Box{X: x, Y: padY, W: st.Width - x, H: lines.title})
	y := padY + lines.title
	if under {
		s, _ := k.small.Shorten(it.Right, end-x)
		r.text(r.right, s, k.small, k.muted, x, y)
		y += lines.small
	}
	for i, words := range [...]string{it.Detail, it.More} {
		if words != "" {
			s, _ = k.small.Shorten(words, st.Width-padX-x)
			r.cut(words, s)
			r.text(r.detail[i], s, k.small, k.muted, x, y)
			y += lines.small
		}
	}
	if st.Current {
		r.focus.StrokeColor, r.focus.StrokeWidth, r.focus.CornerRadius = k.focus, 2, 3
		r.Put(r.focus, kit.Box{X: 4, Y: 1, W: st.Width - 8, H: h - 2})
	}
	r.Refresh()
}

// cut notes words of which only some are shown.
func (r *row) cut(words, shown string) {
	if shown != words {
		r.whole = append(r.whole, words)
	}
}

// Whole is all of the words of which some are cut.
func (r *row) Whole() string { return strings.Join(r.whole, " · ") }

// lay puts down what lies below the words: the heading above the row, and the ground of a row that stands out. It
// gives the colour that the row stands on.
func (r *row) lay(h float32) color.NRGBA {
	k, st := &r.l.look, &r.state
	ground := k.background
	switch {
	case st.Chosen:
		ground = k.selected
	case st.Hot, st.item.Heading:
		ground = k.hover
	}
	if st.head {
		s, _ := k.head.Shorten(st.item.Section, st.Width-2*padX)
		r.text(r.head, s, k.head, k.muted, padX, -headGap-r.l.lines.head)
	}
	if st.Chosen || st.Hot || st.item.Heading {
		r.ground.FillColor = ground
		r.Put(r.ground, kit.Box{W: st.Width, H: h})
	}
	if st.Chosen {
		r.bar.FillColor = k.mark
		r.Put(r.bar, kit.Box{W: 4, H: h})
	}
	return ground
}

// shape draws the mark into a square.
func (r *row) shape(s Shape, c, ground color.NRGBA, at kit.Box) {
	x, y, e := at.X, at.Y, at.W
	switch s {
	case Filled:
		r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = c, c, 0
		r.Put(r.disc, at)
	case Ring:
		r.disc.FillColor, r.disc.StrokeColor, r.disc.StrokeWidth = color.Transparent, c, 2.5
		r.Put(r.disc, at)
	case Area:
		r.square.FillColor, r.square.StrokeColor, r.square.StrokeWidth, r.square.CornerRadius = kit.Between(c, ground, 0.75), c, 1.5, 2
		r.Put(r.square, at)
	case Diamond:
		corners := [4]fyne.Position{{X: x + e/2, Y: y}, {X: x + e, Y: y + e/2}, {X: x + e/2, Y: y + e}, {X: x, Y: y + e/2}}
		for i, line := range r.strokes {
			a, b := corners[i], corners[(i+1)%4]
			line.StrokeColor, line.StrokeWidth = c, 2
			line.Position1, line.Position2 = fyne.NewPos(0, 0), b.Subtract(a)
			r.Add(line, min(a.X, b.X), min(a.Y, b.Y))
		}
	}
}

// sign writes the letter on the shape.
func (r *row) sign(at kit.Box, shape, ground color.NRGBA) {
	it := &r.state.item
	if it.Letter == "" {
		return
	}
	f := kit.Face{Size: at.W * 0.75, Style: fyne.TextStyle{Bold: true}}
	on := shape
	if it.Shape != Filled {
		on = ground
	}
	m := f.Measure(it.Letter)
	r.Write(r.letter, it.Letter, f, kit.InkOn(on), kit.Box{X: at.X + (at.W-m.Width)/2, Y: at.Y + (at.H-m.Height)/2, W: m.Width, H: m.Height})
}

func (r *row) text(t *canvas.Text, s string, f kit.Face, ink color.NRGBA, x, y float32) {
	r.Write(t, s, f, ink, kit.Box{X: x, Y: y, W: r.state.Width - x, H: r.height(f)})
}

func (r *row) height(f kit.Face) float32 {
	switch lines := &r.l.lines; f {
	case r.l.look.title:
		return lines.title
	case r.l.look.head:
		return lines.head
	default:
		return lines.small
	}
}
