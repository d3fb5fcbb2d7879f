package compareview

import (
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// View is the widget. Set the callbacks before it is shown.
type View struct {
	widget.BaseWidget
	Cards *Cards
	Sheet *Sheet
	Kinds *kit.Segments // which list; the caller says what they are

	ground  *canvas.Rectangle
	side    *canvas.Rectangle
	line    *canvas.Rectangle
	title   *canvas.Text
	when    *chip
	where   *chip
	tools   fyne.CanvasObject
	scroll  *container.Scroll
	pal     *kit.Palette
	heading string
}

// New gives a view without content. Kinds is told of a choice; tools stand at the right of the heading.
func New(kinds *kit.Segments, tools fyne.CanvasObject) *View {
	v := &View{Cards: newCards(), Sheet: newSheet(), Kinds: kinds, ground: canvas.NewRectangle(nil), side: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		title: canvas.NewText("", nil), when: newChip(), where: newChip(), tools: tools, pal: kit.Palettes[0]}
	v.scroll = container.NewScroll(v.Sheet)
	v.Sheet.scroll = v.reveal
	v.ExtendBaseWidget(v)
	return v
}

// SetHeading names what the page is about. Empty chips are left out.
func (v *View) SetHeading(title, when, where string) {
	v.heading = title
	v.when.words, v.where.words = when, where
	v.Refresh()
}

// SetPage shows a page, from its top.
func (v *View) SetPage(p Page) {
	v.Sheet.set(p)
	v.scroll.ScrollToTop()
	v.Refresh()
}

// SetPalette takes colours, sizes and the face of the words; nil is the theme's.
func (v *View) SetPalette(p *kit.Palette, serif fyne.Resource) {
	v.pal, v.Sheet.pal, v.Sheet.serif, v.Cards.pal = p, p, serif, p
	v.Sheet.width = 0
	v.Kinds.SetPalette(p)
	v.Cards.Refresh()
	v.Refresh()
}

// scrollBar is the room that the bar of the sheet takes.
const scrollBar = 10

// reveal brings a stretch of the sheet into view.
func (v *View) reveal(top, bottom float32) {
	s := v.scroll
	switch {
	case top < s.Offset.Y:
		s.Offset.Y = max(top-gap, 0)
	case bottom > s.Offset.Y+s.Size().Height:
		s.Offset.Y = bottom + gap - s.Size().Height
	default:
		return
	}
	s.Refresh()
}

// Front is what the keyboard is given first.
func (v *View) Front() fyne.Focusable { return v.Cards }

// chip is a word on a coloured ground.
type chip struct {
	words string
	box   *canvas.Rectangle
	text  *canvas.Text
}

func newChip() *chip {
	return &chip{box: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
}

// CreateRenderer is called by Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return viewRenderer{v} }

type viewRenderer struct{ v *View }

func (r viewRenderer) Destroy()           {}
func (r viewRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r viewRenderer) Objects() []fyne.CanvasObject {
	v := r.v
	return []fyne.CanvasObject{v.ground, v.side, v.line, v.Kinds, v.Cards, v.title, v.when.box, v.when.text, v.where.box, v.where.text, v.tools, v.scroll}
}

// Layout is called by Fyne.
func (r viewRenderer) Layout(s fyne.Size) {
	v := r.v
	if s.Width <= 0 || s.Height <= 0 {
		return
	}
	k := v.pal.Scale()
	left := min(max(s.Width*0.23, 250*k), s.Width*0.4)
	v.ground.Resize(s)
	kit.Put(v.side, true, 0, 0, left, s.Height)
	kit.Put(v.line, true, left, 0, 1, s.Height)
	v.Kinds.Break(left - 2*gap)
	kinds := v.Kinds.MinSize().Height
	kit.Put(v.Kinds, true, gap, gap, left-2*gap, kinds)
	kit.Put(v.Cards, true, 0, kinds+1.5*gap, left, s.Height-kinds-1.5*gap)
	y := r.head(left+padX+2, s.Width)
	kit.Put(v.scroll, true, left+1, y, s.Width-left-1, s.Height-y)
	v.Sheet.Resize(v.Sheet.fit(s.Width - left - 1 - scrollBar))
	v.scroll.Refresh()
}

// head places title, chips and tools, and gives where they end.
func (r viewRenderer) head(x, right float32) float32 {
	v := r.v
	tools := v.tools.MinSize()
	bold := kit.Face{Size: v.pal.TextSize * 1.42, Style: fyne.TextStyle{Bold: true}}
	small := kit.Face{Size: v.pal.TextSize * 0.86}
	height := max(tools.Height, bold.Line()) + 2*gap
	kit.Put(v.tools, true, right-tools.Width-gap, (height-tools.Height)/2, tools.Width, tools.Height)
	room := right - tools.Width - 2*gap - x
	chips := float32(0)
	for _, c := range []*chip{v.when, v.where} {
		if c.words != "" {
			chips += small.Measure(c.words).Width + 20 + gap
		}
	}
	words, w := bold.Shorten(v.heading, max(room-chips, 80))
	bold.Write(v.title, words, v.pal.Text)
	kit.Put(v.title, true, x, (height-bold.Line())/2, w, bold.Line())
	x += w + 1.5*gap
	for i, c := range []*chip{v.when, v.where} {
		ink := v.pal.Date
		if i == 1 {
			ink = v.pal.Filled
		}
		cw := small.Measure(c.words).Width
		shown := c.words != "" && x+cw+20 <= right-tools.Width-gap
		c.box.FillColor, c.box.CornerRadius = kit.Between(ink, v.pal.Bar, 0.86), (small.Line()+6)/2
		small.Write(c.text, c.words, ink)
		kit.Put(c.box, shown, x, (height-small.Line()-6)/2, cw+20, small.Line()+6)
		kit.Put(c.text, shown, x+10, (height-small.Line())/2, cw, small.Line())
		if shown {
			x += cw + 20 + gap
		}
	}
	return height
}

// Refresh is called by Fyne.
func (r viewRenderer) Refresh() {
	v := r.v
	v.ground.FillColor, v.side.FillColor, v.line.FillColor = v.pal.Bar, v.pal.Pane, v.pal.Line
	r.Layout(v.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
