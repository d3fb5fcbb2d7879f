package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// icon is a sign of lines in a unit square.
type icon [][4]float32

var (
	iconPlus  = icon{{0.3, 0.5, 0.7, 0.5}, {0.5, 0.3, 0.5, 0.7}}
	iconMinus = icon{{0.3, 0.5, 0.7, 0.5}}
	iconFit   = icon{{0.32, 0.68, 0.68, 0.32}, {0.68, 0.32, 0.52, 0.32}, {0.68, 0.32, 0.68, 0.48}, {0.32, 0.68, 0.48, 0.68}, {0.32, 0.68, 0.32, 0.52}}
)

// button is a small button of the map. Unlike widget.Button it never takes the keyboard.
type button struct {
	widget.BaseWidget
	sign  icon
	tap   func()
	back  *canvas.Rectangle
	lines []*canvas.Line
	hover color.Color
}

func newButton(sign icon, tap func()) *button {
	b := &button{sign: sign, tap: tap, back: canvas.NewRectangle(color.Transparent)}
	b.back.CornerRadius = 8
	for range sign {
		l := canvas.NewLine(color.Black)
		l.StrokeWidth = 2
		b.lines = append(b.lines, l)
	}
	b.ExtendBaseWidget(b)
	return b
}

func (b *button) restyle(l *Look) {
	for _, s := range b.lines {
		s.StrokeColor = l.CardText
	}
	r, g, bl, _ := l.CardText.RGBA()
	b.hover = color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(bl >> 8), 0x18}
}

// Tapped does what the button is for.
func (b *button) Tapped(*fyne.PointEvent) { b.tap() }

// MouseIn shades the button.
func (b *button) MouseIn(*desktop.MouseEvent) { b.back.FillColor = b.hover; canvas.Refresh(b.back) }

// MouseMoved does nothing.
func (b *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (b *button) MouseOut() { b.back.FillColor = color.Transparent; canvas.Refresh(b.back) }

// Cursor is a hand.
func (b *button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, objs: []fyne.CanvasObject{b.back}}
	for _, l := range b.lines {
		r.objs = append(r.objs, l)
	}
	return r
}

type buttonRenderer struct {
	b    *button
	objs []fyne.CanvasObject
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	r.b.back.Resize(s)
	for i, l := range r.b.lines {
		q := r.b.sign[i]
		l.Position1, l.Position2 = fyne.NewPos(q[0]*s.Width, q[1]*s.Height), fyne.NewPos(q[2]*s.Width, q[3]*s.Height)
	}
}
func (r *buttonRenderer) MinSize() fyne.Size           { return fyne.NewSize(20, 20) }
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Refresh()                     { canvas.Refresh(r.b.back) }
