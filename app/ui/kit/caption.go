package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Caption is one line of text that is cut with an ellipsis where it does not fit; it asks for no width. With Lines it goes on
// over so many lines before it is cut.
type Caption struct {
	widget.BaseWidget
	full    string
	cut     bool // not all of them have room
	text    *canvas.Text
	more    []*canvas.Text // the lines after the first one
	Centred bool
	Lines   int // at most; 0 is one
}

// NewCaption makes an empty one.
func NewCaption() *Caption {
	c := &Caption{}
	c.init()
	c.ExtendBaseWidget(c)
	return c
}

func (c *Caption) init() { c.text = canvas.NewText("", nil) }

// caption is the Caption that something is, for what lays captions out by their words.
func (c *Caption) caption() *Caption { return c }

// captioned is a Caption or a Title.
type captioned interface{ caption() *Caption }

// Cut reports whether some of the words have no room.
func (c *Caption) Cut() bool { return c.cut }

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
	for _, t := range c.more {
		t.Color, t.TextSize, t.TextStyle.Bold = ink, size, bold
	}
	c.Refresh()
}

// Words are all of its words, also those that are cut off.
func (c *Caption) Words() string { return c.full }

// Natural is the width that the whole line takes.
func (c *Caption) Natural() float32 {
	return fyne.MeasureText(c.full, c.text.TextSize, c.text.TextStyle).Width
}

func (c *Caption) fit(width float32) {
	c.text.Text, c.more, c.cut = c.full, c.more[:0], false
	if width <= 0 {
		return
	}
	face := Face{Size: c.text.TextSize, Style: c.text.TextStyle}
	lines := []string{c.full}
	if c.Lines > 1 && c.Natural() > width {
		lines = face.Wrap(c.full, width)
	}
	if last := max(c.Lines, 1) - 1; len(lines) > last+1 {
		lines[last] = strings.Join(lines[last:], " ")
		lines = lines[:last+1]
	}
	short, _ := face.Shorten(lines[0], width)
	c.text.Text, c.cut = Visual(short), short != lines[0]
	for _, line := range lines[1:] {
		t := canvas.NewText("", c.text.Color)
		t.TextSize, t.TextStyle = c.text.TextSize, c.text.TextStyle
		short, _ := face.Shorten(line, width)
		t.Text, c.cut = Visual(short), c.cut || short != line
		c.more = append(c.more, t)
	}
}

// Resize is called by Fyne. A caption of several lines then asks for the height of those that it takes.
func (c *Caption) Resize(s fyne.Size) {
	lines := len(c.more)
	c.BaseWidget.Resize(s)
	if c.fit(s.Width); len(c.more) != lines {
		c.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (c *Caption) CreateRenderer() fyne.WidgetRenderer { return captionRenderer{c} }

type captionRenderer struct{ c *Caption }

func (r captionRenderer) Layout(s fyne.Size) {
	r.c.fit(s.Width)
	h := r.c.text.MinSize().Height
	y := (s.Height - float32(len(r.c.more)+1)*h) / 2
	for _, o := range r.Objects() {
		t := o.(*canvas.Text)
		t.Alignment = fyne.TextAlignLeading
		if r.c.Centred {
			t.Alignment = fyne.TextAlignCenter
		}
		t.Move(fyne.NewPos(0, y))
		t.Resize(fyne.NewSize(s.Width, h))
		y += h
	}
}
func (r captionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(len(r.c.more)+1)*fyne.MeasureText("Xg", r.c.text.TextSize, r.c.text.TextStyle).Height)
}
func (r captionRenderer) Refresh() {
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r captionRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.c.text}
	for _, t := range r.c.more {
		out = append(out, t)
	}
	return out
}
func (r captionRenderer) Destroy() {}
