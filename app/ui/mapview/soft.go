package mapview

import (
	"image"

	"dateline/geo/mark"
)

// soften lets a picture that is moved with the map, and is larger than the view by an edge on each side, end softly where what
// it shows goes on beyond all of it: while the map slides that comes into view, and a straight cut would look like a border.
// area is what of all the picture shows, in units.
func soften(img *image.RGBA, area, all mark.Box, edge float64) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if w == 0 || h == 0 || !(area.Right > area.Left) {
		return
	}
	band := int(edge * float64(w) / (area.Right - area.Left))
	const near = 0.5 // units by which the sides of the picture lie off whole pixels
	cut := [...]bool{area.Left <= all.Left+near, area.Top <= all.Top+near, area.Right >= all.Right-near, area.Bottom >= all.Bottom-near}
	for y := range h {
		rows := min(strength(y, band, cut[1]), strength(h-1-y, band, cut[3]))
		for x := 0; x < w; x++ {
			if rows == 256 && x == band {
				x = max(x, min(w-band, w-1)) // between the two sides all of the row stays
			}
			if by := min(rows, strength(x, band, cut[0]), strength(w-1-x, band, cut[2])); by < 256 {
				pix := img.Pix[img.PixOffset(x, y):]
				for i := range 4 {
					pix[i] = uint8(uint32(pix[i]) * by >> 8)
				}
			}
		}
	}
}

// strength is how much of a pixel is left so many px from a side that is cut, of 256.
func strength(n, band int, cut bool) uint32 {
	if !cut || n >= band {
		return 256
	}
	x := float64(n) / float64(band)
	return uint32(256 * x * x * (3 - 2*x))
}
