package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tip is a small card with a few lines that lies over a widget and says what the pointer is at. The widget lists its
// Objects last and decides where it stands; it takes no pointer itself.
type Tip struct {
	Snap func(x, y float32) fyne.Position // to whole pixels; nil leaves places as they are

	box   *canvas.Rectangle
	words []*canvas.Text
	used  int
	look  TipLook
	tops  []float32 // of the lines, in the card
}

// TipLook is colours and distances of a Tip.
type TipLook struct {
	Fill, Line     color.Color
	Radius, Stroke float32
	PadX, PadY     float32
	High           float32 // of a line; 0 is each line's own height
}

// TipLine is one line of a Tip.
type TipLine struct {
	Words string
	Face  Face
	Ink   color.Color
}

// NewTip makes a tip that is hidden.
func NewTip() *Tip {
	t := &Tip{box: canvas.NewRectangle(color.Transparent)}
	t.box.Hide()
	return t
}

// Set gives the tip its lines and shows it; the size is what it takes. It stands where it stood until it is moved.
func (t *Tip) Set(lines []TipLine, k TipLook) fyne.Size {
	t.look, t.used, t.tops = k, len(lines), t.tops[:0]
	for len(t.words) < len(lines) {
		t.words = append(t.words, canvas.NewText("", color.Transparent))
	}
	size := fyne.NewSize(0, k.PadY)
	for i, l := range lines {
		w := t.words[i]
		l.Face.Write(w, l.Words, l.Ink)
		m := w.MinSize()
		w.Resize(m)
		w.Show()
		high := k.High
		if high <= 0 {
			high = m.Height
		}
		t.tops = append(t.tops, size.Height+(high-m.Height)/2)
		size.Width, size.Height = max(size.Width, m.Width), size.Height+high
	}
	for _, w := range t.words[len(lines):] {
		w.Hide()
	}
	size = size.AddWidthHeight(2*k.PadX, k.PadY)
	t.box.FillColor, t.box.StrokeColor, t.box.StrokeWidth, t.box.CornerRadius = k.Fill, k.Line, k.Stroke, k.Radius
	t.box.Resize(size)
	t.box.Show()
	return size
}

// Move puts the tip's upper left corner at a point.
func (t *Tip) Move(x, y float32) {
	at := func(x, y float32) fyne.Position {
		if t.Snap != nil {
			return t.Snap(x, y)
		}
		return fyne.NewPos(x, y)
	}
	t.box.Move(at(x, y))
	for i, top := range t.tops {
		t.words[i].Move(at(x+t.look.PadX, y+top))
	}
}

// Refresh has the tip drawn anew.
func (t *Tip) Refresh() { canvas.Refresh(t.box) }

// Colours gives a tip that stands the colours of a new theme; ink is of all its lines.
func (t *Tip) Colours(fill, line, ink color.Color) {
	t.box.FillColor, t.box.StrokeColor = fill, line
	for _, w := range t.words {
		w.Color = ink
	}
}

// Hide takes the tip away and reports whether it was there.
func (t *Tip) Hide() bool {
	if t.used == 0 {
		return false
	}
	t.used, t.tops = 0, t.tops[:0]
	t.box.Hide()
	for _, w := range t.words {
		w.Hide()
	}
	return true
}

// Visible reports whether the tip stands.
func (t *Tip) Visible() bool { return t.used > 0 }

// Area is where the tip stands.
func (t *Tip) Area() (fyne.Position, fyne.Size) { return t.box.Position(), t.box.Size() }

// Lines are the words that are shown.
func (t *Tip) Lines() []string {
	var out []string
	for _, w := range t.words[:t.used] {
		out = append(out, w.Text)
	}
	return out
}

// Objects are what is to be drawn, back to front; none while it is hidden.
func (t *Tip) Objects() []fyne.CanvasObject {
	if t.used == 0 {
		return nil
	}
	out := []fyne.CanvasObject{t.box}
	for _, w := range t.words[:t.used] {
		out = append(out, w)
	}
	return out
}
