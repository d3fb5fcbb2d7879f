package brush

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// ink is how much of a colour is on a picture, in whole units of the widget.
func ink(b *Brush) float64 {
	sum := 0.0
	for i := 3; i < len(b.Image.Pix); i += 4 {
		sum += float64(b.Image.Pix[i]) / 255
	}
	return sum / float64(b.Scale*b.Scale)
}

func TestBrush_ShapesHaveTheirArea(t *testing.T) {
	black := color.NRGBA{A: 255}
	for _, c := range []struct {
		name string
		draw func(*Brush)
		want float64
	}{
		{"a disc", func(b *Brush) { b.Disc(50, 50, 10, black) }, math.Pi * 100},
		{"a disc that is half cut by the edge", func(b *Brush) { b.Disc(0, 50, 10, black) }, math.Pi * 50},
		{"a rectangle", func(b *Brush) { b.Flat(10, 10, 40, 30, black) }, 600},
		{"a bar with round ends", func(b *Brush) { b.Bar(Stroke{X0: 10, X1: 60, Y: 50, High: 10}, black) }, 400 + math.Pi*25},
		{"a level line", func(b *Brush) { b.Line(20, 50, 70, 50, 4, black) }, 200 + math.Pi*4},
		{"a slanting line", func(b *Brush) { b.Line(20, 20, 50, 60, 4, black) }, 200 + math.Pi*4},
		{"a line without length is a dot", func(b *Brush) { b.Line(20, 20, 20, 20, 6, black) }, math.Pi * 9},
		{"a line far out of the picture", func(b *Brush) { b.Line(-1e7, -50, 1e7, -50, 6, black) }, 0},
		{"half a colour", func(b *Brush) { b.Flat(10, 10, 40, 30, Faded(black, 0.5)) }, 300},
	} {
		for _, scale := range []float32{1, 2} {
			img := image.NewRGBA(image.Rect(0, 0, int(100*scale), int(100*scale)))
			b := &Brush{Image: img, Scale: scale, Clip: img.Rect}
			c.draw(b)
			if got := ink(b); math.Abs(got-c.want) > 0.04*c.want+0.1 {
				t.Errorf("%s at scale %v: %.1f, want %.1f", c.name, scale, got, c.want)
			}
		}
	}
}

func TestBrush_KeepsInsideItsClip(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	b := &Brush{Image: img, Scale: 1, Clip: image.Rect(20, 20, 40, 40)}
	b.Disc(40, 40, 30, color.NRGBA{R: 255, A: 255})
	for y := range 100 {
		for x := range 100 {
			if img.RGBAAt(x, y).A > 0 && !image.Pt(x, y).In(b.Clip) {
				t.Fatalf("%d,%d is painted", x, y)
			}
		}
	}
	if img.RGBAAt(39, 39).A != 255 {
		t.Error("nothing is painted inside")
	}
}
