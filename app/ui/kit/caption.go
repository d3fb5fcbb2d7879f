package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Caption is one line of text that is cut with an ellipsis where it does not fit; it asks for no width.
type Caption struct {
	widget.BaseWidget
	full    string
	text    *canvas.Text
	Centred bool
}

// NewCaption makes an empty one.
func NewCaption() *Caption {
	c := &Caption{text: canvas.NewText("", nil)}
	c.ExtendBaseWidget(c)
	return c
}

// Set replaces the words.
func (c *Caption) Set(words string) {
	if c.full == words {
		return
	}
	c.full = words
	c.Refresh()
}

// Look sets colour, size and weight.
func (c *Caption) Look(ink color.Color, size float32, bold bool) {
	c.text.Color, c.text.TextSize, c.text.TextStyle.Bold = ink, size, bold
	c.Refresh()
}

// Words are all of its words, also those that are cut off.
func (c *Caption) Words() string { return c.full }

// Natural is the width that the whole line takes.
func (c *Caption) Natural() float32 {
	return fyne.MeasureText(c.full, c.text.TextSize, c.text.TextStyle).Width
}

func (c *Caption) fit(width float32) {
	c.text.Text = c.full
	if width > 0 {
		c.text.Text, _ = Face{Size: c.text.TextSize, Style: c.text.TextStyle}.Shorten(c.full, width)
	}
}

// CreateRenderer is called by Fyne.
func (c *Caption) CreateRenderer() fyne.WidgetRenderer { return captionRenderer{c} }

type captionRenderer struct{ c *Caption }

func (r captionRenderer) Layout(s fyne.Size) {
	r.c.fit(s.Width)
	h := r.c.text.MinSize().Height
	r.c.text.Alignment = fyne.TextAlignLeading
	if r.c.Centred {
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
