package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Hints says a few words about a control while the pointer or the keyboard is at it. Root lies over the whole window and
// takes no pointer itself.
type Hints struct {
	Root *fyne.Container
	tip  *Tip
	pal  *Palette
	at   fyne.CanvasObject
}

// NewHints makes hints in the colours of a palette.
func NewHints(p *Palette) *Hints {
	return &Hints{Root: container.NewWithoutLayout(), tip: NewTip(), pal: p}
}

// SetPalette takes new colours; what is shown goes.
func (h *Hints) SetPalette(p *Palette) {
	h.pal = p
	h.Root.Objects = nil
}

// Words are what is said now; "" is nothing.
func (h *Hints) Words() string { return strings.Join(h.tip.Lines(), " ") }

// Show says words beside an object; "" ends it, if it is that object's. A nil object is any.
func (h *Hints) Show(o fyne.CanvasObject, words string) {
	if o == nil || words == "" {
		h.ShowAt(o, Box{}, words)
		return
	}
	h.ShowAt(o, Box{W: o.Size().Width, H: o.Size().Height}, words)
}

// ShowAt is Show beside a part of an object.
func (h *Hints) ShowAt(o fyne.CanvasObject, part Box, words string) {
	if words == "" {
		if h.at == o || o == nil {
			h.at, h.Root.Objects = nil, nil
			h.tip.Hide()
			h.Root.Refresh()
		}
		return
	}
	h.at = o
	p, screen := h.pal, h.Root.Size()
	face := Face{Size: p.TextSize * 0.93}
	var lines []TipLine
	for _, s := range face.Wrap(words, min(screen.Width-36, 420*p.Scale())) {
		lines = append(lines, TipLine{Words: s, Face: face, Ink: p.Text})
	}
	box := h.tip.Set(lines, TipLook{Fill: p.Bar, Line: p.Border, Radius: 6, Stroke: 1, PadX: 10, PadY: 6})
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(o).Subtract(d.AbsolutePositionForObject(h.Root))
	at = at.AddXY(part.X, part.Y)
	y := at.Y + part.H + 5
	if y+box.Height > screen.Height {
		y = at.Y - box.Height - 5
	}
	h.tip.Move(max(min(at.X, screen.Width-box.Width-8), 4), y)
	h.Root.Objects = h.tip.Objects()
	h.Root.Refresh()
}
