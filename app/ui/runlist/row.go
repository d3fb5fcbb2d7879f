package runlist

import (
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	edge   = 4 // width of the coloured edge
	pad    = 7
	gap    = 5 // between rows, and at both sides
	radius = 8
	lines  = 2 // of the words
)

// The size of a picture, at a text size of 14.
const (
	PictureW = 96
	PictureH = 60
)

func (l *List) faces() (bold, serif, small kit.Face) {
	p := l.pal
	return kit.Face{Size: p.TextSize * 0.93, Style: fyne.TextStyle{Bold: true}}, kit.Face{Size: p.ArticlePts * 0.88, Source: l.serif}, kit.Face{Size: p.TextSize * 0.82}
}

// height is that of every row: a picture, or the day with two lines of words.
func (l *List) height() float32 {
	bold, serif, _ := l.faces()
	return 2*pad + max(PictureH*l.pal.Scale(), bold.Line()+lines*serif.Line())
}

// row is the canvas objects of one slide; it is used again for another one.
type row struct {
	kit.Pieces
	l           *List
	edge, body  *canvas.Rectangle
	whole       string            // all of the words, where some are cut
	ground      *canvas.Rectangle // of the picture
	picture     *canvas.Image
	sign        *canvas.Text
	number      *canvas.Text
	head, signs *canvas.Text
	words       [lines]*canvas.Text
}

func newRow(l *List) *row {
	box := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	text := func() *canvas.Text { return canvas.NewText("", nil) }
	r := &row{l: l, edge: box(), body: box(), ground: box(), picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth},
		sign: text(), number: text(), head: text(), signs: text()}
	for i := range r.words {
		r.words[i] = text()
	}
	r.edge.CornerRadius, r.body.CornerRadius, r.ground.CornerRadius = radius, radius, 4
	return r
}

// Fill sets the row to what it shows.
func (r *row) Fill(st state) {
	r.Clear()
	p, it, scale := r.l.pal, &st.item, r.l.pal.Scale()
	bold, serif, _ := r.l.faces()
	w, h := max(st.Width-2*gap, 0), r.l.height()
	r.edge.FillColor, r.body.FillColor, r.body.StrokeColor, r.body.StrokeWidth = kit.LaneOn(it.Colour, p.Bar), p.Bar, p.Line, 1
	switch {
	case st.Chosen:
		r.body.FillColor, r.body.StrokeColor = kit.Between(p.Warn, p.Bar, 0.35), p.Border
	case st.Hot:
		r.body.FillColor = kit.Between(p.Text, p.Bar, 0.96)
	}
	if st.Current {
		r.body.StrokeColor, r.body.StrokeWidth = p.Ring, 2
	}
	r.put(r.edge, kit.Box{Y: 0.5, W: min(2*radius, w), H: h - 1})
	r.put(r.body, kit.Box{X: edge, W: w - edge, H: h})
	x := float32(edge + pad)
	num := bold.Measure("000").Width
	ink := p.Text
	mark := it.Number
	if it.In {
		mark = "✓"
	}
	if it.Gone != "" {
		ink = p.Muted
	}
	r.write(r.number, mark, bold, p.Muted, kit.Box{X: x, Y: pad, W: num})
	x += num
	pw, ph := PictureW*scale, PictureH*scale
	if w > 260*scale {
		r.showPicture(st, kit.Box{X: x, Y: (h - ph) / 2, W: pw, H: ph})
		x += pw + pad
	}
	room := max(w-x-pad, 20)
	y := float32(pad)
	r.top(it, kit.Box{X: x, Y: y, W: room})
	y += bold.Line()
	r.whole = ""
	if len(serif.Wrap(it.Words, room)) > lines {
		r.whole = it.Words
	}
	for i, s := range r.l.wrapped(it.Words, serif, room) {
		r.write(r.words[i], s, serif, ink, kit.Box{X: x, Y: y, W: room})
		y += serif.Line()
	}
	r.Refresh()
}

// Whole is all of the words where some are cut.
func (r *row) Whole() string { return r.whole }

// top writes the day and the place, and behind them what was chosen for the slide, as far as it has room.
func (r *row) top(it *Item, at kit.Box) {
	bold, _, small := r.l.faces()
	p := r.l.pal
	ink, signs, signInk := p.Text, it.Signs, p.Muted
	if it.Gone != "" {
		ink, signs, signInk = p.Muted, it.Gone, p.Filled
	}
	room := at.W
	if signs != "" {
		room *= 0.62
	}
	head, w := bold.Shorten(it.Head, room)
	r.write(r.head, head, bold, ink, kit.Box{X: at.X, Y: at.Y, W: at.W})
	if left := at.W - w - 2*pad; signs != "" && left > 0 {
		signs, w = small.Shorten(signs, left)
		r.write(r.signs, signs, small, signInk, kit.Box{X: at.X + at.W - w, Y: at.Y + (bold.Line()-small.Line())/2, W: w})
	}
}

// showPicture puts the picture into its place, or the sign that stands for it.
func (r *row) showPicture(st state, at kit.Box) {
	p := r.l.pal
	r.ground.FillColor = kit.Between(p.Text, p.Bar, 0.92)
	r.put(r.ground, at)
	if a := st.item.Ask; a != NoAsk && st.item.Gone == "" {
		r.picture.Image, r.picture.Resource = nil, askPicture(a, p.Text)
		r.put(r.picture, at)
		return
	}
	if st.picture != nil {
		r.picture.Image, r.picture.Resource = st.picture, nil
		r.put(r.picture, at)
		return
	}
	f := kit.Face{Size: at.H * 0.5, Style: fyne.TextStyle{Bold: true}}
	size := f.Measure(st.item.Sign)
	r.write(r.sign, st.item.Sign, f, p.Muted, kit.Box{X: at.X + (at.W-size.Width)/2, Y: at.Y + (at.H-size.Height)/2, W: size.Width})
}

func (r *row) write(t *canvas.Text, s string, f kit.Face, ink color.Color, at kit.Box) {
	f.Write(t, s, ink)
	at.H = f.Line()
	r.put(t, at)
}

// put adds an object; rows stand in from the side of the list.
func (r *row) put(o fyne.CanvasObject, at kit.Box) {
	at.X += gap
	r.Put(o, at)
}

// wrapped is a text in the lines there are; what has no room is left out behind an ellipsis.
func (l *List) wrapped(s string, f kit.Face, width float32) []string {
	const most = 400 // bytes that can have room at all
	if len(s) > most {
		s = s[:most]
		for len(s) > 0 && s[len(s)-1] >= 0x80 {
			s = s[:len(s)-1]
		}
	}
	out := f.Wrap(s, width)
	if len(out) > lines {
		rest := out[lines-1] + " " + out[lines]
		out = out[:lines]
		out[lines-1], _ = f.Shorten(rest+" …", width)
	}
	return out
}
