package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Says is what an empty list of a width has in the place of rows: words in the quiet ink, gap being the room between rows.
func Says(words string, p *Palette, width, gap float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	f := Face{Size: p.TextSize}
	y := 2 * gap
	for _, s := range f.Wrap(words, width-4*gap) {
		t := canvas.NewText("", p.Muted)
		f.Write(t, s, p.Muted)
		t.Move(fyne.NewPos(2*gap, y))
		t.Resize(t.MinSize())
		out = append(out, t)
		y += f.Line()
	}
	return out
}

// Styled remembers which palette rows were laid out for.
type Styled struct{ palette *Palette }

// By answers Rows.Restyle for rows whose palette is p now.
func (s *Styled) By(p *Palette) (ground, ring color.Color, is bool) {
	is = s.palette != p
	s.palette = p
	return p.Pane, p.Ring, is
}
