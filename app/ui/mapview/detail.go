package mapview

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Detail is what the card at a tapped mark says: sentences and quotes, each of which may be tapped.
type Detail struct {
	Title string
	Note  string // below the title: "known to country level only"
	Items []Item
}

// Item is one sentence or quote of a Detail.
type Item struct {
	Head  string // above the words: "12 March · Example Post", "Jane Doe, 12 March"
	Text  string // the sentence, or the words in their quotation marks
	Quote bool   // set off with a bar
}

// ShowDetail opens a card with d at the mark of that id, in place of the one that is open. It goes when the person
// closes it, taps the map or another mark, or SetMarks leaves the mark out. An id without a mark opens nothing.
func (m *Map) ShowDetail(id int, d Detail) {
	if !m.deck.made {
		m.parts()
	}
	m.endHover()
	m.deck.detail.show(m, id, d, nil)
}

// HideDetail closes the card.
func (m *Map) HideDetail() {
	if m.deck.made {
		m.deck.detail.hide(m)
	}
}

// CloseOpen closes what stands open on the map: the card, else the list, else the fan. It reports whether there was
// any, so that Escape can do something else otherwise.
func (m *Map) CloseOpen() bool {
	if m.deck.made && m.deck.detail.open {
		m.deck.detail.dismiss(m)
		return true
	}
	return m.closeFan()
}

const (
	detailWidth = 380
	detailHigh  = 430
	detailPad   = 14
)

// detail is the card: a heading that stays and a list that scrolls.
type detail struct {
	widget.BaseWidget
	m    *Map
	open bool
	id   int   // of the mark
	ids  []int // of the marks that the items stand for, in a list
	said Detail

	box    *canvas.Rectangle
	head   []*canvas.Text
	close  *button
	rows   *fyne.Container
	scroll *container.Scroll
	wide   float32   // of the card; 0: to be chosen
	of     fyne.Size // of the map, when that was chosen
	rowH   float32
	headH  float32
}

var iconClose = icon{{0.34, 0.34, 0.66, 0.66}, {0.34, 0.66, 0.66, 0.34}}

func (d *detail) make(m *Map) {
	d.m = m
	d.box = canvas.NewRectangle(color.Transparent)
	d.box.CornerRadius, d.box.StrokeWidth = 10, 1
	d.close = newButton(iconClose, func() { d.dismiss(m) })
	d.rows = container.NewWithoutLayout()
	d.scroll = container.NewVScroll(d.rows)
	d.ExtendBaseWidget(d)
	d.Hide()
}

func (d *detail) restyle(l *Look) {
	d.box.FillColor, d.box.StrokeColor = opaque(l.Card), l.CardMuted
	d.close.restyle(l)
	if d.open {
		d.fill()
	}
}

func (d *detail) show(m *Map, id int, said Detail, ids []int) {
	if m.markAt(id) < 0 {
		d.hide(m)
		return
	}
	d.open, d.id, d.ids, d.said = true, id, ids, said
	d.said.Items = slices.Clone(said.Items)
	d.wide = 0
	d.fill()
	d.scroll.Offset = fyne.Position{}
	d.place(m)
	d.Show()
	m.gather()
}

func (d *detail) hide(m *Map) {
	if !d.open {
		return
	}
	d.open, d.ids = false, nil
	d.Hide()
	m.gather()
}

// dismiss is the person's way to close the card.
func (d *detail) dismiss(m *Map) {
	list := d.ids != nil
	d.hide(m)
	if !list && m.OnCloseDetail != nil {
		m.OnCloseDetail()
	}
}

// fill sets the words of the card.
func (d *detail) fill() {
	l := &d.m.look
	room := d.width() - 2*detailPad
	edge := float32(math.Round(float64(l.TextSize) * 1.9))
	d.head = d.head[:0]
	y := float32(detailPad - 2)
	put := func(s string, size float32, bold bool, c color.Color, room float32, most int) {
		for i, line := range l.face(size, bold).Wrap(s, room) {
			if i == most {
				break
			}
			t := wordsOf(l, line, size, bold, c)
			high := t.MinSize()
			t.Move(fyne.NewPos(detailPad, y))
			t.Resize(high)
			y += float32(math.Round(float64(high.Height)))
			d.head = append(d.head, t)
		}
	}
	put(d.said.Title, l.TextSize*1.12, true, l.CardText, room-edge+6, 3)
	put(d.said.Note, l.TextSize*0.9, false, l.CardMuted, room, 3)
	d.headH = max(y+6, edge+8)
	d.close.Move(fyne.NewPos(d.width()-edge-6, 6))
	d.close.Resize(fyne.NewSquareSize(edge))

	d.rows.Objects = d.rows.Objects[:0]
	top := float32(0)
	for i := range d.said.Items {
		r := newRow(d, i, d.width()-2*detailPad)
		r.Move(fyne.NewPos(0, top))
		r.Resize(fyne.NewSize(d.width()-8, r.high))
		top += r.high
		d.rows.Objects = append(d.rows.Objects, r)
	}
	d.rowH = top
	d.rows.Resize(fyne.NewSize(d.width()-8, top))
	d.rows.Layout = fixedSize{fyne.NewSize(d.width()-8, top)}
	d.Refresh()
}

// fixedSize is the layout of rows that stand already.
type fixedSize struct{ size fyne.Size }

func (f fixedSize) Layout([]fyne.CanvasObject, fyne.Size)      {}
func (f fixedSize) MinSize(objs []fyne.CanvasObject) fyne.Size { return f.size }

// width is how wide the card is, at its place.
func (d *detail) width() float32 {
	if d.wide > 0 {
		return min(d.wide, d.most())
	}
	return d.most()
}

// beside is how far from the middle of its mark the card stands, and how much room beside, or above and below, is enough for it.
const (
	beside     = 26
	enoughWide = 250
	enoughHigh = 170
)

// place puts the card beside its mark, in the free part of the map. Where neither side has room for all of it, it is narrower;
// where both are too narrow, it stands above or below. It lies on its mark only where the map is too small for all that.
func (d *detail) place(m *Map) {
	if !d.open {
		return
	}
	i := m.markAt(d.id)
	if i < 0 {
		return
	}
	v, free := m.cam.view, m.free(8)
	if v.W-free.Left-free.Right < float64(d.most()) {
		free.Left, free.Right = 8, 8
	}
	if v.H-free.Top-free.Bottom < 160 {
		free.Top, free.Bottom = 8, 8
	}
	cam := m.cam
	flies := m.motion.running() && !m.motion.person
	if flies { // it stands where its mark will be
		cam = aim(m.motion.to, cam.px)
	}
	x, y := cam.project(m.marks.groups.World(i))
	for _, s := range m.marks.shown { // it may stand aside, in a fan
		if s.Top == i && !flies {
			x, y = s.sx, s.sy
		}
	}
	if size := fyne.NewSize(float32(v.W), float32(v.H)); size != d.of {
		d.of, d.wide = size, 0
	}
	d.lay(cardRoom{float32(free.Left), float32(free.Top), float32(v.W - free.Right), float32(v.H - free.Bottom)}, float32(x), float32(y))
}

// cardRoom is the part of the map in which the card may stand.
type cardRoom struct{ left, top, right, bottom float32 }

// lay puts the card into a room, for a mark at x, y. Its width is chosen once, so that its lines stay while the map is moved.
func (d *detail) lay(room cardRoom, x, y float32) {
	after, before := room.right-x-beside, x-beside-room.left
	if d.wide == 0 {
		d.wide = d.most()
		if w := float32(math.Floor(float64(max(after, before)))); w >= enoughWide && w < d.wide {
			d.wide = w
		}
		d.fill()
	}
	w := d.width()
	high := d.headH + min(d.rowH, detailHigh-d.headH) + detailPad/2
	high = max(d.headH, min(high, room.bottom-room.top))
	left, top := x+beside, y-high/3
	switch below, above := room.bottom-y-beside, y-beside-room.top; {
	case after >= w:
	case before >= w:
		left = x - beside - w
	case below >= above && below >= min(high, enoughHigh):
		left, top, high = x-w/2, y+beside, min(high, below)
	case above >= min(high, enoughHigh):
		high = min(high, above)
		left, top = x-w/2, y-beside-high
	}
	left = max(room.left, min(left, room.right-w))
	top = max(room.top, min(top, room.bottom-high))
	d.Move(fyne.NewPos(float32(math.Round(float64(left))), float32(math.Round(float64(top)))))
	if size := fyne.NewSize(w, high); d.Size() != size {
		d.Resize(size)
	}
}

// most is how wide the card is where there is room.
func (d *detail) most() float32 {
	return float32(math.Max(160, math.Min(detailWidth, d.m.cam.view.W-24)))
}

// tapRow tells of a tapped item.
func (d *detail) tapRow(i int) {
	m := d.m
	if d.ids != nil {
		if m.OnTapMark != nil {
			m.OnTapMark(d.ids[i])
		}
		return
	}
	if m.OnTapDetail != nil {
		m.OnTapDetail(d.id, i)
	}
}

// Tapped keeps taps from the map below, as do the other empty methods.
func (d *detail) Tapped(*fyne.PointEvent) {}

// Dragged does nothing.
func (d *detail) Dragged(*fyne.DragEvent) {}

// DragEnd does nothing.
func (d *detail) DragEnd() {}

// Scrolled does nothing: the list inside scrolls itself.
func (d *detail) Scrolled(*fyne.ScrollEvent) {}

// MouseIn does nothing.
func (d *detail) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (d *detail) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (d *detail) MouseOut() {}

// CreateRenderer is called by Fyne.
func (d *detail) CreateRenderer() fyne.WidgetRenderer { return &detailRenderer{d} }

type detailRenderer struct{ d *detail }

func (r *detailRenderer) Layout(s fyne.Size) {
	d := r.d
	d.box.Resize(s)
	d.scroll.Move(fyne.NewPos(0, d.headH))
	d.scroll.Resize(fyne.NewSize(s.Width-2, max(0, s.Height-d.headH-detailPad/2)))
}
func (r *detailRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 40) }
func (r *detailRenderer) Objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.d.box, r.d.scroll}
	for _, t := range r.d.head {
		objs = append(objs, t)
	}
	return append(objs, r.d.close)
}
func (r *detailRenderer) Destroy() {}
func (r *detailRenderer) Refresh() {
	r.Layout(r.d.Size())
	r.d.scroll.Refresh()
	canvas.Refresh(r.d.box)
}

// row is one item of the card.
type row struct {
	widget.BaseWidget
	d     *detail
	i     int
	back  *canvas.Rectangle
	objs  []fyne.CanvasObject
	high  float32
	hover color.Color
}

func newRow(d *detail, i int, room float32) *row {
	l := &d.m.look
	it := &d.said.Items[i]
	r := &row{d: d, i: i, back: canvas.NewRectangle(color.Transparent)}
	cr, cg, cb, _ := l.CardText.RGBA()
	r.hover = color.NRGBA{uint8(cr >> 8), uint8(cg >> 8), uint8(cb >> 8), 0x14}
	line := canvas.NewRectangle(l.CardLine)
	line.Move(fyne.NewPos(detailPad, 0))
	line.Resize(fyne.NewSize(room, 1))
	r.objs = append(r.objs, r.back, line)
	y, left := float32(7), float32(detailPad)
	put := func(s string, size float32, bold bool, c color.Color, room float32) {
		const most = 14
		lines := l.face(size, bold).Wrap(s, room)
		if len(lines) > most {
			lines = lines[:most]
			lines[most-1] = l.face(size, bold).GoesOn(lines[most-1], room)
		}
		for _, s := range lines {
			t := wordsOf(l, s, size, bold, c)
			high := t.MinSize()
			t.Move(fyne.NewPos(left, y))
			t.Resize(high)
			y += float32(math.Round(float64(high.Height)))
			r.objs = append(r.objs, t)
		}
	}
	if it.Head != "" {
		head, bold := l.TextSize*0.9, d.ids != nil
		c := l.CardMuted
		if bold {
			head, c = l.TextSize, l.CardText
		}
		put(it.Head, head, bold, c, room)
	}
	if it.Text != "" {
		from := y
		c := l.CardText
		if it.Quote {
			left += 11
		}
		if d.ids != nil {
			c = l.CardMuted
		}
		put(it.Text, l.TextSize, false, c, detailPad+room-left)
		if it.Quote {
			bar := canvas.NewRectangle(l.Ring)
			bar.Move(fyne.NewPos(detailPad, from+2))
			bar.Resize(fyne.NewSize(3, y-from-2))
			r.objs = append(r.objs, bar)
		}
	}
	r.high = y + 7
	r.ExtendBaseWidget(r)
	return r
}

// Tapped tells the caller.
func (r *row) Tapped(*fyne.PointEvent) { r.d.tapRow(r.i) }

// MouseIn shades the row.
func (r *row) MouseIn(*desktop.MouseEvent) { r.back.FillColor = r.hover; canvas.Refresh(r.back) }

// MouseMoved does nothing.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (r *row) MouseOut() { r.back.FillColor = color.Transparent; canvas.Refresh(r.back) }

// Cursor is a hand.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return rowRenderer{r} }

type rowRenderer struct{ r *row }

func (o rowRenderer) Layout(s fyne.Size) {
	o.r.back.Move(fyne.NewPos(4, 1))
	o.r.back.Resize(fyne.NewSize(s.Width-6, s.Height-1))
}
func (o rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, o.r.high) }
func (o rowRenderer) Objects() []fyne.CanvasObject { return o.r.objs }
func (o rowRenderer) Destroy()                     {}
func (o rowRenderer) Refresh()                     { canvas.Refresh(o.r.back) }

func wordsOf(l *Look, s string, size float32, bold bool, c color.Color) *canvas.Text {
	t := canvas.NewText("", c)
	l.face(size, bold).Write(t, s, c)
	return t
}

// markAt is the index of the mark with that id, or -1.
func (m *Map) markAt(id int) int {
	return slices.IndexFunc(m.marks.all, func(k Mark) bool { return k.ID == id })
}
