package mapview

import (
	"image"
	"image/color"
	"testing"

	"dateline/geo/mark"
)

// TestSoften_EndsSoftlyWhereThePictureIsCut: at rest nothing of it is to be seen, and a side at which what is drawn ends by
// itself stays as it is.
func TestSoften_EndsSoftlyWhereThePictureIsCut(t *testing.T) {
	all := mark.Box{Left: -20, Top: -20, Right: 220, Bottom: 120} // a view of 200 by 100 with an edge of 20
	img := image.NewRGBA(image.Rect(0, 0, 460, 280))              // twice as sharp, from the left side to 10 before the right
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	soften(img, mark.Box{Left: -20, Top: -20, Right: 210, Bottom: 120}, all, 20)
	for _, c := range []struct {
		name        string
		x, y        int
		least, most uint8
	}{
		{"the left side is clear", 0, 140, 0, 0},
		{"halfway to the view it is half as strong", 20, 140, 90, 110},
		{"at the view it is whole", 40, 140, 200, 200},
		{"the right side is the shape's own", 459, 140, 200, 200},
		{"the upper side is clear", 230, 0, 0, 0},
		{"and the lower", 230, 279, 0, 1},
		{"the middle is whole", 230, 140, 200, 200},
	} {
		if got := img.RGBAAt(c.x, c.y); got.A < c.least || got.A > c.most || got != (color.RGBA{got.A, got.A, got.A, got.A}) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
