package reviewlist

import (
	"image"
	"image/color"
	"math"
	"strings"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

const (
	edge   = 4 // width of the coloured edge
	padX   = 13
	padY   = 9
	gap    = 8 // between items, and at both sides
	radius = 8
)

// layout is where everything of an item stands, for one width.
type layout struct {
	height float32
	texts  []piece
	chip   kit.Box // none where it has no height
	status kit.Box
	tools  kit.Box // of the buttons
}

// piece is a stretch of text on one line.
type piece struct {
	words string
	face  kit.Face
	ink   color.NRGBA
	x, y  float32
}

func (l *List) faces() (bold, plain, serif, small kit.Face) {
	p := l.pal
	return kit.Face{Size: p.TextSize * 0.97, Style: fyne.TextStyle{Bold: true}}, kit.Face{Size: p.TextSize * 0.86},
		kit.Face{Size: p.ArticlePts * 0.92, Source: l.serif}, kit.Face{Size: p.TextSize * 0.86}
}

// layOut places an item: the question and its words, then the chip with what else it could be, then the buttons.
func (l *List) layOut(it *Item, chosen bool) layout {
	var out layout
	p := l.pal
	bold, plain, serif, small := l.faces()
	left := float32(edge + padX)
	room := max(l.width-2*gap-edge-2*padX, 40)
	sign := p.TextSize * 0.95
	out.status = kit.Box{X: left + room - sign, Y: padY + (bold.Line()-sign)/2, W: sign, H: sign}
	f := flow{left: left, width: room - sign - 8, out: &out, y: padY}
	if chosen && it.Count != "" {
		w := small.Measure(it.Count).Width
		out.texts = append(out.texts, piece{it.Count, small, p.Muted, out.status.X - 8 - w, padY + (bold.Line()-small.Line())/2})
		f.width -= w + 8
	}
	f.add(it.Ask, bold, p.Text)
	f.newline()
	f.width = room
	if !chosen || it.Count == "" { // the words follow the question where the line has room
		f.back(it.Words, serif, room-sign-8)
	}
	f.add(it.Words, serif, p.Text)
	f.newline()
	f.y += 3
	if it.Chip != "" && it.Shape != Plain {
		words, w := small.Shorten(it.Chip, room-16)
		out.chip = kit.Box{X: left, Y: f.y, W: w + 16, H: small.Line() + 3}
		out.texts = append(out.texts, piece{words, small, l.chipInk(it.Shape), left + 8, f.y + 1.5})
		f.tall, f.x = out.chip.H, out.chip.W
		f.down = 1.5
	}
	f.add(it.Rest, plain, p.Muted)
	f.newline()
	if chosen {
		f.y += 5
		tools := l.tools("")
		tools.Resize(fyne.NewSize(room, 10))
		out.tools = kit.Box{X: left, Y: f.y, W: room, H: tools.MinSize().Height}
		f.y += out.tools.H
	}
	out.height = f.y + padY
	return out
}

// flow breaks runs of text into lines; runs follow each other on a line.
type flow struct {
	out         *layout
	left, width float32
	x, y, tall  float32
	down        float32 // of the text on a line that begins with a chip
	lastX       float32 // where the line before ended
	lastTall    float32
}

func (f *flow) add(words string, face kit.Face, ink color.NRGBA) {
	space := face.Measure("n n").Width - face.Measure("nn").Width
	line := face.Line()
	from := f.x
	run := ""
	put := func() {
		if run != "" {
			f.out.texts = append(f.out.texts, piece{run, face, ink, f.left + from, f.y + f.down + max(0, f.tall-2*f.down-line)/2})
		}
		run = ""
	}
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		size := face.Measure(w).Width
		lead := space
		if f.x == 0 {
			lead = 0
		}
		if f.x > 0 && f.x+lead+size > f.width {
			put()
			f.newline()
			lead = 0
		}
		if size > f.width {
			w, size = face.Shorten(w, f.width)
		}
		if run == "" {
			from = f.x + lead
			run = w
		} else {
			run += " " + w
		}
		f.x += lead + size
		f.tall = max(f.tall, line)
	}
	put()
}

// back goes back to the line before, where it has room for the first word of a run.
func (f *flow) back(words string, face kit.Face, width float32) {
	first, _, _ := strings.Cut(words, " ")
	if first == "" || f.lastX == 0 || f.lastX+6+face.Measure(first).Width > width {
		return
	}
	f.y -= f.lastTall
	f.x, f.tall = f.lastX, f.lastTall
	f.width = width
}

func (f *flow) newline() {
	f.lastX, f.lastTall = f.x, f.tall
	f.y += f.tall
	f.x, f.tall, f.down = 0, 0, 0
}

// tools are the buttons of an item.
func (l *List) tools(id string) *fyne.Container {
	button := func(words, key string, f func(string)) fyne.CanvasObject {
		c := kit.NewControl(words, nil, func() { tell(f, id) })
		c.OnKey, c.OnRune = l.OnKey, l.TypedRune
		c.Importance = widget.MediumImportance
		k := kit.NewKeyed(c, key)
		k.SetPalette(l.pal)
		return k
	}
	return container.New(&kit.Flow{Gap: 6}, button(lang.L("Right"), lang.L("Enter"), l.OnRight), button(lang.L("Change"), "C", l.OnChange),
		button(lang.L("Cannot tell"), "X", l.OnCannot))
}

func (l *List) chipInk(s Shape) color.NRGBA {
	switch s {
	case Date:
		return l.pal.Date
	case Place:
		return l.pal.Filled
	}
	return l.pal.Ring
}

// row is the canvas objects of one item; it is used again for another one.
type row struct {
	kit.Pieces
	l     *List
	state state
	edge  *canvas.Rectangle
	body  *canvas.Rectangle
	chip  *canvas.Rectangle
	dash  *canvas.Raster
	ink   color.NRGBA // of the dashes
	texts []*canvas.Text
	lines [2]*canvas.Line
	ring  *canvas.Circle
	sign  *canvas.Text
	tools *fyne.Container
	of    string // id that the buttons are for
	inks  *kit.Palette
}

func newRow(l *List) *row {
	box := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r := &row{l: l, edge: box(), body: box(), chip: box(), ring: canvas.NewCircle(color.Transparent), sign: canvas.NewText("?", nil)}
	r.edge.CornerRadius, r.body.CornerRadius = radius, radius
	r.lines = [2]*canvas.Line{canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent)}
	r.dash = canvas.NewRaster(r.dashes)
	return r
}

// Fill sets the row to what it shows.
func (r *row) Fill(st state) {
	r.state = st
	r.Clear()
	p, lay := r.l.pal, &r.l.layouts[st.at]
	w := max(st.Width-2*gap, 0)
	r.edge.FillColor, r.body.FillColor, r.body.StrokeColor, r.body.StrokeWidth = kit.LaneOn(st.item.Colour, p.Bar), p.Bar, p.Line, 1
	switch {
	case st.Chosen:
		r.body.FillColor, r.body.StrokeColor = kit.Between(p.Warn, p.Bar, 0.35), p.Border
	case st.Hot:
		r.body.FillColor = kit.Between(p.Text, p.Bar, 0.96)
	}
	if st.Current {
		r.body.StrokeColor, r.body.StrokeWidth = p.Ring, 2
	}
	r.put(r.edge, kit.Box{Y: 0.5, W: min(2*radius, w), H: lay.height - 1})
	r.put(r.body, kit.Box{X: edge, W: w - edge, H: lay.height})
	if lay.chip.H > 0 {
		ink := r.l.chipInk(st.item.Shape)
		if st.item.Shape == Ring {
			r.ink = ink
			r.put(r.dash, lay.chip)
		} else {
			r.chip.FillColor, r.chip.CornerRadius = kit.Between(ink, p.Bar, 0.88), lay.chip.H/2
			r.put(r.chip, lay.chip)
		}
	}
	for len(r.texts) < len(lay.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	for i, t := range lay.texts {
		t.face.Write(r.texts[i], t.words, t.ink)
		r.put(r.texts[i], kit.Box{X: t.x, Y: t.y, W: w - t.x, H: t.face.Line()})
	}
	r.status(lay.status)
	if lay.tools.H > 0 {
		if r.tools == nil || r.of != st.item.ID || r.inks != p {
			r.tools, r.of, r.inks = r.l.tools(st.item.ID), st.item.ID, p
		}
		r.put(r.tools, lay.tools)
	}
	r.Refresh()
}

// put adds an object; items stand in from the side of the list.
func (r *row) put(o fyne.CanvasObject, at kit.Box) {
	at.X += gap
	r.Put(o, at)
}

// status draws a tick, a question mark, or a crossed circle.
func (r *row) status(at kit.Box) {
	p, e := r.l.pal, at.W
	switch r.state.item.Status {
	case Right, Changed:
		r.stroke(0, p.Date, at, [4]float32{0.1, 0.55, 0.4, 0.85})
		r.stroke(1, p.Date, at, [4]float32{0.4, 0.85, 0.92, 0.15})
	case Cannot:
		r.ring.StrokeColor, r.ring.StrokeWidth = p.Muted, 1.5*p.Scale()
		r.put(r.ring, at)
		r.stroke(0, p.Muted, at, [4]float32{0.85, 0.15, 0.15, 0.85})
	default:
		f := kit.Face{Size: p.TextSize, Style: fyne.TextStyle{Bold: true}}
		f.Write(r.sign, "?", p.Muted)
		m := r.sign.MinSize()
		r.put(r.sign, kit.Box{X: at.X + (e-m.Width)/2, Y: at.Y + (e-m.Height)/2, W: m.Width, H: m.Height})
	}
}

// stroke draws a line inside a square; its ends are parts of the square's side.
func (r *row) stroke(i int, ink color.NRGBA, at kit.Box, ends [4]float32) {
	line, e := r.lines[i], at.W
	x1, y1, x2, y2 := ends[0]*e, ends[1]*e, ends[2]*e, ends[3]*e
	x, y := min(x1, x2), min(y1, y2)
	line.StrokeColor, line.StrokeWidth = ink, 2*r.l.pal.Scale()
	line.Position1, line.Position2 = fyne.NewPos(x1-x, y1-y), fyne.NewPos(x2-x, y2-y)
	r.Add(line, gap+at.X+x, at.Y+y)
}

// dashes paints a rounded border of dashes, which Fyne's rectangles do not have.
func (r *row) dashes(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	height := float64(h)
	scale := max(1.0, height/21)
	rad := height/2 - scale
	for y := range h {
		for x := range w {
			px, py := float64(x)+0.5, float64(y)+0.5
			dx := px - min(max(px, scale+rad), float64(w)-scale-rad)
			off := math.Abs(math.Hypot(dx, py-height/2)-rad) - 0.65*scale
			if a := min(max(0.5-off, 0), 1); a > 0 && math.Mod(px+math.Abs(py-height/2)*0.4, 4.6*scale) < 2.9*scale {
				c := r.ink
				c.A = uint8(255 * a)
				img.SetNRGBA(x, y, c)
			}
		}
	}
	return img
}
