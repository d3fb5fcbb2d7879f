package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// control is a button that hands the keys it has no use for to the window, so that the arrows step through the story
// wherever the focus is.
type control struct {
	widget.Button
	onKey  func(*fyne.KeyEvent)
	onRune func(rune)
	onHint func(string) // told what to say about the control while the pointer or the keyboard is at it; "" ends it
	words  string       // all of its words, also while only the icon is shown
	hint   string       // more than its words say; "" is the words
	away   bool         // hidden for its own reasons
	tight  bool         // left out for want of room
	opens  bool         // it opens a menu, as its icon says
}

func newControl(text string, icon fyne.Resource, tapped func()) *control {
	c := &control{}
	c.Text, c.Icon, c.OnTapped, c.words = text, icon, tapped, text
	c.opens = icon != nil && icon.Name() == theme.MenuDropDownIcon().Name()
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey is called by Fyne while the control has the focus.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		c.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		return
	}
	if c.onKey != nil {
		c.onKey(e)
	}
}

// TypedRune is called by Fyne while the control has the focus.
func (c *control) TypedRune(r rune) {
	if c.onRune != nil && r != ' ' {
		c.onRune(r)
	}
}

// MouseIn is called by Fyne.
func (c *control) MouseIn(e *desktop.MouseEvent) { c.Button.MouseIn(e); c.tell(true) }

// MouseOut is called by Fyne.
func (c *control) MouseOut() { c.Button.MouseOut(); c.tell(false) }

// FocusGained is called by Fyne.
func (c *control) FocusGained() { c.Button.FocusGained(); c.tell(true) }

// FocusLost is called by Fyne.
func (c *control) FocusLost() { c.Button.FocusLost(); c.tell(false) }

func (c *control) tell(on bool) {
	if c.onHint == nil {
		return
	}
	words := c.hint
	if words == "" && c.Text == "" {
		words = c.words
	}
	if !on {
		words = ""
	}
	c.onHint(words)
}

// dateCard shows the selected day in large type with what is visible in it, over the map. Its size does not change
// with its words, so that nothing jumps while the slider moves.
type dateCard struct {
	widget.BaseWidget
	big, small *canvas.Text
	back       *canvas.Rectangle
	pal        *palette
	title, sub string  // in whole; big and small are cut where there is no room
	factor     float32 // of its size: less than 1 on a small map
}

func newDateCard(p *palette) *dateCard {
	d := &dateCard{big: canvas.NewText("", nil), small: canvas.NewText("", nil), back: canvas.NewRectangle(nil), factor: 1}
	d.big.TextStyle.Bold = true
	d.back.CornerRadius = 10
	d.ExtendBaseWidget(d)
	d.setPalette(p)
	return d
}

func (d *dateCard) setPalette(p *palette) {
	d.pal = p
	d.big.Color, d.small.Color = p.text, p.muted
	d.small.TextSize = p.textSize * 0.93
	d.back.FillColor = withAlpha(p.bar, 0xF2)
	d.Refresh()
}

func (d *dateCard) set(title, sub string) {
	if d.title == title && d.sub == sub {
		return
	}
	d.title, d.sub = title, sub
	d.fit()
	d.big.Refresh()
	d.small.Refresh()
}

// fit makes the large type as large as the card allows.
func (d *dateCard) fit() {
	room := d.Size().Width - 32
	d.big.Text, d.big.TextSize = d.title, d.pal.titleSize*d.factor
	if w := fyne.MeasureText(d.big.Text, d.big.TextSize, d.big.TextStyle).Width; room > 0 && w > room {
		d.big.TextSize = max(min(d.pal.textSize, d.pal.titleSize*d.factor), d.big.TextSize*room/w)
		d.big.Text = cut(d.title, room, d.big.TextSize, d.big.TextStyle)
	}
	d.small.Text, d.small.TextSize = d.sub, d.pal.textSize*0.93*max(d.factor, 0.7)
	if w := fyne.MeasureText(d.small.Text, d.small.TextSize, d.small.TextStyle).Width; room > 0 && w > room {
		d.small.TextSize = max(d.small.TextSize*0.8, d.small.TextSize*room/w)
		d.small.Text = cut(d.sub, room, d.small.TextSize, d.small.TextStyle)
	}
}

// CreateRenderer is called by Fyne.
func (d *dateCard) CreateRenderer() fyne.WidgetRenderer {
	return &dateCardRenderer{d}
}

type dateCardRenderer struct{ d *dateCard }

func (r *dateCardRenderer) Layout(s fyne.Size) {
	r.d.back.Resize(s)
	r.d.fit()
	h := r.d.big.MinSize().Height
	gap := (s.Height - h - r.d.small.MinSize().Height) / 2
	r.d.big.Move(fyne.NewPos(16, gap))
	r.d.small.Move(fyne.NewPos(16, gap+h))
}

func (r *dateCardRenderer) MinSize() fyne.Size {
	k := r.d.factor
	return fyne.NewSize(r.d.pal.titleSize*11.4*k+32, r.d.pal.titleSize*1.4*k+r.d.pal.textSize*1.4*max(k, 0.7)+18*k)
}
func (r *dateCardRenderer) Refresh() {
	r.Layout(r.d.Size())
	r.d.back.Refresh()
	r.d.big.Refresh()
	r.d.small.Refresh()
}
func (r *dateCardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.back, r.d.big, r.d.small}
}
func (r *dateCardRenderer) Destroy() {}

// corner lays the date card out in from the upper left corner of the map, beside the map's own buttons, smaller on a
// small map, and tells the map where it stands.
type corner struct {
	w     *Window
	inset float32
}

func (c corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (c corner) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	d := c.w.date
	d.factor = 1
	want := d.MinSize()
	wide := s.Width - 2*c.inset - c.w.pal.textSize*3.6
	d.factor = max(min(1, s.Height/max(want.Height*3.4, 1)), 0.42)
	m := d.MinSize()
	m.Width = max(min(want.Width, wide), 0)
	d.Move(fyne.NewPos(c.inset, c.inset))
	d.Resize(m)
	d.Refresh()
	c.w.placeCard()
}

// caption is one line of text that is cut with an ellipsis where it does not fit; it asks for no width.
type caption struct {
	widget.BaseWidget
	full    string
	text    *canvas.Text
	centred bool
}

func newCaption() *caption {
	c := &caption{text: canvas.NewText("", nil)}
	c.ExtendBaseWidget(c)
	return c
}

func (c *caption) set(words string) {
	if c.full == words {
		return
	}
	c.full = words
	c.Refresh()
}

func (c *caption) look(ink color.Color, size float32, bold bool) {
	c.text.Color, c.text.TextSize, c.text.TextStyle.Bold = ink, size, bold
	c.Refresh()
}

// natural is the width that the whole line takes.
func (c *caption) natural() float32 {
	return fyne.MeasureText(c.full, c.text.TextSize, c.text.TextStyle).Width
}

func (c *caption) fit(width float32) {
	c.text.Text = c.full
	if width > 0 {
		c.text.Text = cut(c.full, width, c.text.TextSize, c.text.TextStyle)
	}
}

// cut gives words as they are where they fit a width, else their beginning with an ellipsis.
func cut(words string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(words, size, style).Width <= width {
		return words
	}
	runes := []rune(words)
	lo, hi := 0, len(runes)
	for lo < hi { // the longest beginning that fits with an ellipsis
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:lo]), " ·,") + "…"
}

// CreateRenderer is called by Fyne.
func (c *caption) CreateRenderer() fyne.WidgetRenderer { return captionRenderer{c} }

type captionRenderer struct{ c *caption }

func (r captionRenderer) Layout(s fyne.Size) {
	r.c.fit(s.Width)
	h := r.c.text.MinSize().Height
	r.c.text.Alignment = fyne.TextAlignLeading
	if r.c.centred {
		r.c.text.Alignment = fyne.TextAlignCenter
	}
	r.c.text.Move(fyne.NewPos(0, (s.Height-h)/2))
	r.c.text.Resize(fyne.NewSize(s.Width, h))
}
func (r captionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, fyne.MeasureText("Xg", r.c.text.TextSize, r.c.text.TextStyle).Height)
}
func (r captionRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.c.text.Refresh()
}
func (r captionRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.c.text} }
func (r captionRenderer) Destroy()                     {}

// beside lays captions side by side, each at its natural width while there is room; the last takes what is left.
type beside struct{ gap float32 }

func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

func (b beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for _, c := range o {
		w := min(c.(*caption).natural()+1, max(0, s.Width-x))
		if w < min(24, c.(*caption).natural()) {
			c.Hide()
			continue
		}
		c.Show()
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, s.Height))
		x += w + b.gap
	}
}

// below lays its second object out below the first, in the order in which Tab goes through them.
type below struct{}

func (below) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (below) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := min(o[0].MinSize().Height, s.Height)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[1].Move(fyne.NewPos(0, h))
	o[1].Resize(fyne.NewSize(s.Width, s.Height-h))
}

// indent keeps its one object away from the sides.
type indent struct{ left, top, right, bottom float32 }

func (i indent) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width+i.left+i.right, m.Height+i.top+i.bottom)
}

func (i indent) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(i.left, i.top))
	o[0].Resize(fyne.NewSize(s.Width-i.left-i.right, s.Height-i.top-i.bottom))
}
