package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestNothingOverlapsInALowMap: at twice the scale on a small screen the map is low; the bar of its scale, the buttons, the
// legend and the credits each stay readable.
func TestNothingOverlapsInALowMap(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 720, Height: 165}, {Width: 720, Height: 210}, {Width: 700, Height: 600}, {Width: 480, Height: 190}, {Width: 532, Height: 600}, {Width: 440, Height: 600}, {Width: 640, Height: 600}} {
		s := open(t, Config{Tiles: chess{}, Attribution: "Natural Earth · GeoNames CC BY 4.0"}, size.Width, size.Height)
		d := &s.m.deck
		marks := someMarks()
		marks[0].Open = true
		s.m.SetMarks(marks)
		boxes := map[string]fyne.CanvasObject{"scale": d.scale.box, "buttons": d.buttonCard, "credits": d.attribution.box}
		if !d.legend.box.Hidden && size.Height > 200 {
			boxes["legend"] = d.legend.box
		}
		for a, x := range boxes {
			for b, y := range boxes {
				if a < b && meet(x, y) {
					t.Errorf("%v: %s lies on %s: %v %v on %v %v", size, a, b, x.Position(), x.Size(), y.Position(), y.Size())
				}
			}
		}
	}
}

func meet(a, b fyne.CanvasObject) bool {
	p, q, m, n := a.Position(), b.Position(), a.Size(), b.Size()
	return p.X < q.X+n.Width && q.X < p.X+m.Width && p.Y < q.Y+n.Height && q.Y < p.Y+m.Height
}
