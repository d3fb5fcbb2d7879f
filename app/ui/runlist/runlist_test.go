package runlist

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var red = color.NRGBA{0xb0, 0x24, 0x1c, 255}

func slides(n int) []Item {
	all := []Item{
		{Head: "12 March 2025 · Harbour Town", Words: "The ferry left before anybody on the pier had seen that the gate was still open, and nobody called it back.", Signs: "own map view · with a note"},
		{Head: "A lesson on ferries", Words: "five articles", Sign: "T"},
		{Head: "No longer in the story", Words: "Nobody came.", Gone: "Not shown: what it told of was taken out, or its words have changed", Sign: "?"},
	}
	var out []Item
	for i := range n {
		it := all[i%len(all)]
		it.ID, it.Number, it.Colour = fmt.Sprint(i+1), fmt.Sprint(i+1), red
		out = append(out, it)
	}
	return out
}

func shown(t testing.TB, w, h float32) (*List, fyne.Window) { return kittest.Show(t, w, h, New) }

func TestPictures(t *testing.T) {
	l, win := shown(t, 430, 520)
	img := image.NewNRGBA(image.Rect(0, 0, PictureW, PictureH))
	for i := range img.Pix {
		img.Pix[i] = 0xd8
	}
	l.Picture = func(id string) image.Image {
		if id == "1" {
			return img
		}
		return nil
	}
	l.SetItems(slides(6))
	l.SetSelected("1")
	kittest.Keep(t, win, "runlist", "light")
	l.SetPalette(kit.Palettes[1], nil)
	kittest.Keep(t, win, "runlist", "dark")
	l.SetPalette(kit.Palettes[0].Scaled(200), nil)
	kittest.Keep(t, win, "runlist", "large")
	l.SetEmpty("Nothing of this kind is in the story.")
	l.SetItems(nil)
	kittest.Keep(t, win, "runlist", "empty")
}

func TestOnlyWhatIsInViewIsDrawn(t *testing.T) {
	l, _ := shown(t, 430, 520)
	asked := 0
	l.Picture = func(string) image.Image { asked++; return nil }
	l.SetItems(slides(2000))
	if n := len(l.Live()); n == 0 || n > 12 || asked > 40 {
		t.Errorf("of 2,000 slides %d are drawn, %d pictures asked for", n, asked)
	}
}

func TestKeysMoveAndType(t *testing.T) {
	l, win := shown(t, 430, 520)
	var got []string
	shift := false
	l.SetKeys(Keys{Shifted: func() bool { return shift }, Move: func(id string, by int) { got = append(got, fmt.Sprint("move ", id, by)) },
		Rune: func(r rune) bool { got = append(got, "rune "+string(r)); return r == 'j' }})
	l.OnTap = func(id string) { got = append(got, "tap "+id) }
	l.OnRune = func(r rune) { got = append(got, "window "+string(r)) }
	l.SetItems(slides(5))
	l.SetSelected("2")
	win.Canvas().Focus(l)
	down := &fyne.KeyEvent{Name: fyne.KeyDown}
	l.TypedKey(down)
	shift = true
	l.TypedKey(down)
	l.TypedRune('j')
	l.TypedRune('s')
	if s := strings.Join(got, ", "); s != "tap 3, move 31, rune j, rune s, window s" {
		t.Error(s)
	}
}

func TestRowsAreDraggedToAnotherPlace(t *testing.T) {
	l, _ := shown(t, 430, 520)
	var got string
	l.Reorder(func(id string, to int) { got = fmt.Sprint(id, " to ", to) })
	l.SetItems(slides(5))
	sheet := test.WidgetRenderer(l).Objects()[1].(*container.Scroll).Content.(fyne.Draggable)
	top := func(id string) float32 { y, h, _ := l.Place(id); return y + h/2 }
	drag := func(from, to float32) {
		got = ""
		sheet.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, from+4)}, Dragged: fyne.NewDelta(0, 4)})
		sheet.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, to)}, Dragged: fyne.NewDelta(0, 4)})
		sheet.DragEnd()
	}
	for _, c := range []struct {
		name     string
		from, to float32
		want     string
	}{
		{"two places on", top("1"), top("3") + 10, "1 to 2"},
		{"to the beginning", top("4"), 2, "4 to 0"},
		{"to the end", top("2"), top("5") + 20, "2 to 4"},
		{"where it was", top("2"), top("2") + 12, ""},
	} {
		if drag(c.from, c.to); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTextStaysInItsRow(t *testing.T) {
	for _, percent := range []int{80, 100, 250} {
		for _, width := range []float32{300, 430, 800} {
			l, _ := shown(t, width, 900)
			l.SetPalette(kit.Palettes[0].Scaled(percent), nil)
			l.SetItems([]Item{{ID: "1", Number: "999", Head: strings.Repeat("Donaudampfschifffahrt", 8), Words: strings.Repeat("Donaudampfschifffahrt", 8), Signs: strings.Repeat("long ", 40)}})
			for _, r := range l.Live() {
				for _, o := range r.Objects() {
					if x, ok := o.(*canvas.Text); ok && x.Position().X+x.MinSize().Width > width-gap+1 {
						t.Errorf("%d %%, %v wide: %q ends at %v", percent, width, x.Text, x.Position().X+x.MinSize().Width)
					}
				}
			}
		}
	}
}
