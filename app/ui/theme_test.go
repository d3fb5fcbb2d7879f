package ui

import (
	"image/color"
	"math"
	"testing"
)

// luminance is WCAG 2's relative luminance.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func TestPalettes_CanBeRead(t *testing.T) {
	for _, p := range palettes {
		for _, c := range []struct {
			name    string
			ink, on color.NRGBA
			atLeast float64
		}{
			{"text on the bar", p.text, p.bar, 4.5},
			{"text on a pane", p.text, p.pane, 4.5},
			{"text on a button", p.text, p.button, 4.5},
			{"muted text on the bar", p.muted, p.bar, 4.5},
			{"muted text on a pane", p.muted, p.pane, 4.5},
			{"muted text on a button", p.muted, p.button, 4.5},
			{"text on the play button", p.onPrimary, p.primary, 4.5},
			{"text on a note", p.text, p.warn, 4.5},
			{"date chips", p.date, p.bar, 4.5},
			{"filled marks", p.filled, p.pane, 3},
			{"rings", p.ring, p.pane, 3},
			{"borders of inputs", p.border, p.bar, 3},
		} {
			if got := contrast(c.ink, c.on); got < c.atLeast {
				t.Errorf("%s: %s: contrast %.2f, want %.1f", p.name, c.name, got, c.atLeast)
			}
		}
	}
}

func TestPaletteNamed_UnknownIsLight(t *testing.T) {
	if paletteNamed("no such").name != "light" || paletteNamed("projector").name != "projector" {
		t.Error("wrong palette")
	}
}
