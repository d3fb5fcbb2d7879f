package raster

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

var black = color.NRGBA{A: 255}

func inked(img *image.RGBA, x, y int) uint8 { return img.RGBAAt(x, y).A }

func fillBox(f *Fill, x0, y0, x1, y1 float32) {
	f.Edge(x0, y0, x0, y1)
	f.Edge(x0, y1, x1, y1)
	f.Edge(x1, y1, x1, y0)
	f.Edge(x1, y0, x0, y0)
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		claim          string
		x0, y0, x1, y1 float32
		at             map[[2]int]uint8
	}{
		{"whole pixels are full", 2, 2, 6, 6, map[[2]int]uint8{{2, 2}: 255, {5, 5}: 255, {6, 5}: 0, {1, 3}: 0, {3, 6}: 0}},
		{"half a pixel is half", 2.5, 2, 6, 6, map[[2]int]uint8{{2, 3}: 128, {3, 3}: 255}},
		{"left of the picture still counts", -50, 2, 4, 6, map[[2]int]uint8{{0, 3}: 255, {3, 3}: 255, {4, 3}: 0}},
		{"right of it does not spill into the next row", 4, 2, 500, 6, map[[2]int]uint8{{9, 3}: 255, {0, 4}: 0, {3, 3}: 0, {0, 6}: 0}},
		{"above and below are cut", 2, -30, 4, 30, map[[2]int]uint8{{2, 0}: 255, {3, 9}: 255, {4, 5}: 0}},
	} {
		img := image.NewRGBA(image.Rect(0, 0, 10, 10))
		var f Fill
		f.Reset(10, 10)
		fillBox(&f, c.x0, c.y0, c.x1, c.y1)
		f.Paint(img, black)
		for p, want := range c.at {
			if got := inked(img, p[0], p[1]); int(got)-int(want) > 1 || int(want)-int(got) > 1 {
				t.Errorf("%s: %v has %d, want %d", c.claim, p, got, want)
			}
		}
	}
}

func TestFillAreaIsRight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		img := image.NewRGBA(image.Rect(0, 0, 64, 64))
		var f Fill
		f.Reset(64, 64)
		var p [3][2]float32
		for i := range p {
			p[i] = [2]float32{r.Float32() * 64, r.Float32() * 64}
		}
		for i := range p {
			j := (i + 1) % 3
			f.Edge(p[i][0], p[i][1], p[j][0], p[j][1])
		}
		f.Paint(img, black)
		sum := 0.0
		for y := range 64 {
			for x := range 64 {
				sum += float64(inked(img, x, y)) / 255
			}
		}
		want := math.Abs(float64((p[1][0]-p[0][0])*(p[2][1]-p[0][1])-(p[2][0]-p[0][0])*(p[1][1]-p[0][1]))) / 2
		if math.Abs(sum-want) > 0.02*want+1.5 {
			t.Errorf("a triangle of %.1f px has %.1f inked: %v", want, sum, p)
		}
	}
}

func TestFillHole(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 20, 20))
	var f Fill
	f.Reset(20, 20)
	fillBox(&f, 2, 2, 18, 18)
	fillBox(&f, 12, 6, 6, 12) // the other way round
	f.Paint(img, black)
	if inked(img, 8, 8) != 0 || inked(img, 4, 4) != 255 || inked(img, 15, 8) != 255 {
		t.Errorf("a ring the other way round is a hole: %d %d %d", inked(img, 8, 8), inked(img, 4, 4), inked(img, 15, 8))
	}
}

func TestStroke(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 20, 20))
	var s Stroke
	s.Reset(20, 20)
	s.Line(2, 10, 18, 10, 1)
	s.Line(10, 2, 10, 18, 1)
	s.Paint(img, color.NRGBA{A: 128})
	if got := inked(img, 10, 9); got != 128 {
		t.Errorf("lines that cross are painted once: %d", got)
	}
	if inked(img, 5, 9) != 128 || inked(img, 5, 10) != 128 || inked(img, 5, 7) != 0 {
		t.Errorf("a line 2 px wide covers two rows: %d %d %d", inked(img, 5, 9), inked(img, 5, 10), inked(img, 5, 7))
	}
	before := *img
	s.Paint(img, black)
	if inked(&before, 10, 9) != inked(img, 10, 9) {
		t.Error("painting empties the stroke")
	}
	s.Disc(10, 10, 5)
	s.Paint(img, black)
	if inked(img, 13, 10) != 255 || inked(img, 16, 16) != 0 {
		t.Error("a disc")
	}
}

func FuzzRaster(f *testing.F) {
	f.Add(float32(1), float32(2), float32(30), float32(40), float32(1))
	f.Add(float32(math.NaN()), float32(math.Inf(1)), float32(-1e30), float32(1e30), float32(-5))
	f.Add(float32(-1e8), float32(-1e8), float32(1e8), float32(1e8), float32(0.2))
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, half float32) {
		img := image.NewRGBA(image.Rect(0, 0, 33, 17))
		var fill Fill
		fill.Reset(33, 17)
		fill.Edge(x0, y0, x1, y1)
		fill.Edge(x1, y0, x0, y1)
		fill.Paint(img, black)
		var s Stroke
		s.Reset(33, 17)
		s.Line(x0, y0, x1, y1, half)
		s.Paint(img, black)
	})
}

func BenchmarkFill(b *testing.B) {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	var f Fill
	for b.Loop() {
		f.Reset(256, 256)
		x, y := float32(200), float32(128)
		for i := 1; i <= 5000; i++ {
			a := 2 * math.Pi * float64(i) / 5000
			r := 100 + 20*math.Sin(40*a)
			nx, ny := float32(128+r*math.Cos(a)), float32(128+r*math.Sin(a))
			f.Edge(x, y, nx, ny)
			x, y = nx, ny
		}
		f.Paint(img, black)
	}
}
