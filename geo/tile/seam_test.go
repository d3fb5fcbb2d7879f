package tile

import (
	"image"
	"testing"

	"dateline/assets"
	"dateline/geo/basemap"
)

// TestNoSeam draws the picture that lies across the edge of two tiles and compares it with what the two show there.
func TestNoSeam(t *testing.T) {
	a, err := basemap.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	paint := func(k Key, dx, dy int64) *image.RGBA {
		p := &painter{archive: a}
		p.begin(k)
		p.x += dx
		p.y += dy
		for _, layer := range []func() error{p.land, p.urban, p.rivers, p.lakes, p.borders} {
			if err := layer(); err != nil {
				t.Fatal(err)
			}
		}
		return p.img
	}
	for _, k := range []Key{
		{Z: 3, X: 4, Y: 2, Size: 256}, {Z: 4, X: 8, Y: 5, Size: 256}, {Z: 5, X: 17, Y: 9, Size: 256}, {Z: 6, X: 37, Y: 21, Size: 256},
		{Z: 7, X: 67, Y: 36, Size: 256}, {Z: 7, X: 76, Y: 42, Size: 256, Style: Projector}, {Z: 8, X: 148, Y: 90, Size: 256}, {Z: 10, X: 560, Y: 300, Size: 256},
	} {
		half := int64(basemap.World) >> k.Z / 2
		right, low := k, k
		right.X++
		low.Y++
		whole, next, below := paint(k, 0, 0), paint(right, 0, 0), paint(low, 0, 0)
		across, down := paint(k, half, 0), paint(k, 0, half)
		differ := 0
		for y := range 256 {
			for x := range 256 {
				want := whole
				if x >= 128 {
					want = next
				}
				if far(across, x, y, want, (x+128)%256, y) {
					differ++
				}
				want = whole
				if y >= 128 {
					want = below
				}
				if far(down, x, y, want, x, (y+128)%256) {
					differ++
				}
			}
		}
		if differ > 0 {
			t.Errorf("%d/%d/%d: %d pixels differ across its edges", k.Z, k.X, k.Y, differ)
		}
	}
}

func far(a *image.RGBA, ax, ay int, b *image.RGBA, bx, by int) bool {
	p, q := a.RGBAAt(ax, ay), b.RGBAAt(bx, by)
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(d(p.R, q.R), d(p.G, q.G), d(p.B, q.B)) > 3
}
