package palette

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// drawn is a picture as maps are: flat grounds, and lines whose edges run from one colour into another.
func drawn(seed uint64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 200, 120))
	flat := []color.RGBA{{246, 243, 236, 255}, {220, 230, 234, 255}, {181, 38, 30, 255}, {11, 114, 181, 255}, {27, 32, 48, 255}, {255, 255, 255, 255}}
	r := rand.New(rand.NewPCG(seed, 1))
	for y := range 120 {
		for x := range 200 {
			a, b := flat[x/40%2], flat[(x/10+y/20)%6]
			if y%20 < 14 {
				b = a
			}
			k := r.IntN(256)
			mix := func(p, q uint8) uint8 { return uint8((int(p)*k + int(q)*(255-k)) / 255) }
			img.SetRGBA(x, y, color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255})
		}
	}
	return img
}

func TestNoColourIsFarFromWhatWasDrawn(t *testing.T) {
	var m Maker
	pictures := []*image.RGBA{drawn(1), drawn(2)}
	for _, p := range pictures {
		m.Add(p)
	}
	p := m.Palette(255)
	if n := len(p.Colors); n > 255 || n < 100 {
		t.Errorf("%d colours", n)
	}
	for _, img := range pictures {
		got := p.Of(img)
		for i := range got.Pix {
			c := p.Colors[got.Pix[i]].(color.RGBA)
			for k, v := range []uint8{c.R, c.G, c.B} {
				if d := int(v) - int(img.Pix[4*i+k]); d > 16 || d < -16 {
					t.Fatalf("pixel %d: %v for %v", i, c, img.Pix[4*i:4*i+3])
				}
			}
		}
	}
}

func TestFewColoursStayAsTheyAre(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 1))
	img.SetRGBA(0, 0, color.RGBA{255, 0, 0, 255})
	img.SetRGBA(1, 0, color.RGBA{0, 0, 9, 255})
	var m Maker
	m.Add(img)
	if p := m.Palette(255).Of(img); len(p.Palette) != 2 || p.At(0, 0) != img.At(0, 0) || p.At(1, 0) != img.At(1, 0) {
		t.Errorf("got %v", p.Palette)
	}
}
