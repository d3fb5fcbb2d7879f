package png

import (
	"context"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/geo/tile"
)

// sea is a map of one colour.
type sea struct{}

func (sea) Attribution() string { return "" }

func (sea) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i] = 0
	}
	return img, nil
}

func TestPicture(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Map.Tiles = sea{}
	c.Frame.W, c.Frame.H, c.Scale = 320, 200, 2
	img, err := png.Decode(strings.NewReader(sample.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != 640 || img.Bounds().Dy() != 400 {
		t.Errorf("size %v", img.Bounds())
	}
	seen := map[color.Color]int{}
	for y := range 400 {
		for x := range 640 {
			seen[img.At(x, y)]++
		}
	}
	if n := seen[color.RGBA{0, 0xff, 0xff, 0xff}]; n < 150_000 || n > 250_000 {
		t.Errorf("%d of 256000 pixels are the map: the mark, the title and the credits stand on it", n)
	}
}
