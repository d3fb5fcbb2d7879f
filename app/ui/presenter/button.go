package presenter

import (
	"image/color"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// button is a button of the board, in the board's own colours whatever the theme is: a theme of its own would have Fyne load
// every face once more. It leaves the keyboard to the window once it was clicked.
type button struct {
	widget.BaseWidget
	board         *Board
	words, key    *canvas.Text
	body, cap     *canvas.Rectangle
	do            func()
	main          bool // it goes on
	lit           bool // what it does is on
	over, focused bool
}

func (b *Board) button(words, key string, do func()) *button {
	n := &button{board: b, do: do, words: line(words, 14, b.pal.Text, true), key: line(key, 11, b.pal.Muted, false),
		body: canvas.NewRectangle(b.pal.Button), cap: canvas.NewRectangle(color.Transparent)}
	n.body.CornerRadius, n.cap.CornerRadius, n.cap.StrokeWidth, n.cap.StrokeColor = 6, 4, 1, b.pal.Border
	n.ExtendBaseWidget(n)
	n.paint()
	return n
}

// light shows that what the button does is on, or that it is not.
func (n *button) light(on bool) {
	if n.lit != on {
		n.lit = on
		n.paint()
	}
}

// paint gives the button the colours of its state.
func (n *button) paint() {
	p := n.board.pal
	fill, ink := p.Button, p.Text
	switch {
	case n.main:
		fill, ink = live.Primary, live.OnPrimary
	case n.lit:
		fill, ink = p.Primary, p.OnPrimary
	}
	if n.over {
		fill = kit.Between(fill, p.Text, 0.14)
	}
	n.body.FillColor, n.words.Color, n.key.Color = fill, ink, kit.Between(ink, fill, 0.2)
	n.body.StrokeColor, n.body.StrokeWidth = p.Ring, 0
	if n.focused {
		n.body.StrokeWidth = 3
	}
	n.Refresh()
}

// Tapped is called by Fyne.
func (n *button) Tapped(*fyne.PointEvent) {
	n.do()
	if on := fyne.CurrentApp().Driver().CanvasForObject(n); on != nil {
		on.Unfocus()
	}
}

// TypedKey is called by Fyne while the button has the keyboard.
func (n *button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		n.do()
	} else if n.board.config.Key != nil {
		n.board.config.Key(e)
	}
}

// TypedRune is called by Fyne while the button has the keyboard.
func (n *button) TypedRune(r rune) {
	if n.board.config.Rune != nil && r != ' ' {
		n.board.config.Rune(r)
	}
}

// FocusGained is called by Fyne.
func (n *button) FocusGained() { n.focused = true; n.paint() }

// FocusLost is called by Fyne.
func (n *button) FocusLost() { n.focused = false; n.paint() }

// MouseIn is called by Fyne.
func (n *button) MouseIn(*desktop.MouseEvent) { n.over = true; n.paint() }

// MouseMoved is called by Fyne.
func (n *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (n *button) MouseOut() { n.over = false; n.paint() }

// CreateRenderer is called by Fyne.
func (n *button) CreateRenderer() fyne.WidgetRenderer { return buttonRenderer{n} }

type buttonRenderer struct{ n *button }

func (r buttonRenderer) capSize() fyne.Size {
	if r.n.key.Text == "" {
		return fyne.Size{}
	}
	return r.n.key.MinSize().AddWidthHeight(9, 2)
}

func (r buttonRenderer) MinSize() fyne.Size {
	w, c := r.n.words.MinSize(), r.capSize()
	if c.Width > 0 {
		c.Width += 8
	}
	return fyne.NewSize(w.Width+c.Width+24, w.Height+16)
}

func (r buttonRenderer) Layout(s fyne.Size) {
	n := r.n
	n.body.Resize(s)
	w := n.words.MinSize()
	kit.Put(n.words, true, 12, (s.Height-w.Height)/2, w.Width, w.Height)
	c := r.capSize()
	x, y := 12+w.Width+8, (s.Height-c.Height)/2
	kit.Put(n.cap, c.Width > 0, x, y, c.Width, c.Height)
	kit.Put(n.key, c.Width > 0, x+4.5, y+1, c.Width-9, c.Height-2)
}

func (r buttonRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.n)
}
func (r buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.n.body, r.n.words, r.n.cap, r.n.key}
}
func (r buttonRenderer) Destroy() {}
