package kit

import (
	"image/color"
	"testing"
)

func TestPalettes_CanBeRead(t *testing.T) {
	for _, p := range Palettes {
		for _, c := range []struct {
			name    string
			ink, on color.NRGBA
			atLeast float64
		}{
			{"text on the bar", p.Text, p.Bar, 4.5},
			{"text on a pane", p.Text, p.Pane, 4.5},
			{"text on a button", p.Text, p.Button, 4.5},
			{"muted text on the bar", p.Muted, p.Bar, 4.5},
			{"muted text on a pane", p.Muted, p.Pane, 4.5},
			{"muted text on a button", p.Muted, p.Button, 4.5},
			{"text on the play button", p.OnPrimary, p.Primary, 4.5},
			{"text on a note", p.Text, p.Warn, 4.5},
			{"date chips", p.Date, p.Bar, 4.5},
			{"filled marks", p.Filled, p.Pane, 3},
			{"rings", p.Ring, p.Pane, 3},
			{"borders of inputs", p.Border, p.Bar, 3},
		} {
			if got := Contrast(c.ink, c.on); got < c.atLeast {
				t.Errorf("%s: %s: contrast %.2f, want %.1f", p.Name, c.name, got, c.atLeast)
			}
		}
	}
}

func TestPaletteNamed_UnknownIsLight(t *testing.T) {
	if PaletteNamed("no such").Name != "light" || PaletteNamed("projector").Name != "projector" {
		t.Error("wrong palette")
	}
}
