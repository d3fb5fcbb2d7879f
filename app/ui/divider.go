package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// divider is the line between two panes: it is dragged, or moved by the arrows while it has the keyboard. A double click
// gives the panes the size they had at first.
type divider struct {
	widget.BaseWidget
	d       *desk
	flat    bool // it lies between an upper and a lower pane
	moved   func(float32)
	reset   func()
	line    *canvas.Rectangle
	hot     bool
	focused bool
}

var (
	_ fyne.Draggable      = (*divider)(nil)
	_ fyne.DoubleTappable = (*divider)(nil)
	_ fyne.Focusable      = (*divider)(nil)
	_ desktop.Cursorable  = (*divider)(nil)
	_ desktop.Hoverable   = (*divider)(nil)
)

func newDivider(desk *desk, flat bool, moved func(float32), reset func()) *divider {
	d := &divider{d: desk, flat: flat, moved: moved, reset: reset, line: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged is called by Fyne.
func (d *divider) Dragged(e *fyne.DragEvent) {
	at := d.d.app.Driver().AbsolutePositionForObject(d) // the line moves along: only places on the screen hold
	if d.flat {
		d.moved(e.AbsolutePosition.Y - at.Y - d.Size().Height/2)
	} else {
		d.moved(e.AbsolutePosition.X - at.X - d.Size().Width/2)
	}
}

// DragEnd is called by Fyne.
func (d *divider) DragEnd() {}

// DoubleTapped is called by Fyne.
func (d *divider) DoubleTapped(*fyne.PointEvent) { d.reset() }

// Cursor is called by Fyne.
func (d *divider) Cursor() desktop.Cursor {
	if d.flat {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// MouseIn is called by Fyne.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.hot = true; d.Refresh() }

// MouseMoved is called by Fyne.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (d *divider) MouseOut() { d.hot = false; d.Refresh() }

// FocusGained is called by Fyne.
func (d *divider) FocusGained() { d.focused = true; d.Refresh() }

// FocusLost is called by Fyne.
func (d *divider) FocusLost() { d.focused = false; d.Refresh() }

// TypedKey is called by Fyne while the line has the keyboard.
func (d *divider) TypedKey(e *fyne.KeyEvent) {
	const step = 24
	switch {
	case !d.flat && e.Name == fyne.KeyLeft, d.flat && e.Name == fyne.KeyUp:
		d.moved(-step)
	case !d.flat && e.Name == fyne.KeyRight, d.flat && e.Name == fyne.KeyDown:
		d.moved(step)
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		d.reset()
	default:
		d.d.onKey(e)
	}
}

// TypedRune is called by Fyne.
func (d *divider) TypedRune(r rune) { d.d.onRune(r) }

// CreateRenderer is called by Fyne.
func (d *divider) CreateRenderer() fyne.WidgetRenderer { return &dividerRenderer{d} }

type dividerRenderer struct{ d *divider }

func (r *dividerRenderer) MinSize() fyne.Size { return fyne.NewSize(3, 3) }

func (r *dividerRenderer) Layout(s fyne.Size) {
	wide := float32(1)
	if r.d.hot || r.d.focused {
		wide = 3
	}
	if r.d.flat {
		r.d.line.Move(fyne.NewPos(0, (s.Height-wide)/2))
		r.d.line.Resize(fyne.NewSize(s.Width, wide))
	} else {
		r.d.line.Move(fyne.NewPos((s.Width-wide)/2, 0))
		r.d.line.Resize(fyne.NewSize(wide, s.Height))
	}
}

func (r *dividerRenderer) Refresh() {
	p := r.d.d.pal
	var c color.Color = p.Line
	if r.d.focused {
		c = p.Ring
	} else if r.d.hot {
		c = p.Border
	}
	r.d.line.FillColor = c
	r.Layout(r.d.Size())
	r.d.line.Refresh()
}

func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.d.line} }
func (r *dividerRenderer) Destroy()                     {}
