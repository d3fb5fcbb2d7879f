package quotelist

import (
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var (
	blue   = color.NRGBA{0x00, 0x72, 0xb2, 255}
	orange = color.NRGBA{0xd5, 0x5e, 0x00, 255}
)

func quote(id int) Item {
	it := Item{ID: id, Words: fmt.Sprintf("“The ferry number %d will not sail before the harbour master has counted every rope,”", id),
		Speaker: "Johanna Lindqvist", Role: "mayor of the harbour town", When: "12 Mar 2025", Where: "Lyngholm", WhereRing: id%2 == 0,
		Source: "Ferry company answers the mayor and other stories", Colour: blue, Faded: id%5 == 4}
	if id%3 == 0 {
		it.Words, it.Role, it.Colour = "“not today”", "", orange
	}
	return it
}

func quotes(from, to int) []Item {
	var out []Item
	for i := from; i < to; i++ {
		out = append(out, quote(i))
	}
	return out
}

func shown(t testing.TB, w, h float32) (*List, fyne.Window) {
	test.NewTempApp(t)
	l := New()
	win := test.NewTempWindow(t, container.NewStack(l))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return l, win
}

// keep writes a picture of the window into build/, to be looked at.
func keep(t testing.TB, win fyne.Window, name string) {
	if os.Getenv("DATELINE_PICTURES") == "" {
		return
	}
	dir := filepath.Join("..", "..", "..", "build", "quotelist")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestPictures(t *testing.T) {
	l, win := shown(t, 320, 620)
	fyne.CurrentApp().Settings().SetTheme(theme.LightTheme())
	l.SetItems(quotes(0, 40))
	l.SetSelected(1)
	l.sheet.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, l.tops[2]+5)}})
	keep(t, win, "top")
	l.SetSelected(33)
	keep(t, win, "selected")
	win.Resize(fyne.NewSize(200, 620))
	keep(t, win, "narrow")
	l.SetItems(nil)
	keep(t, win, "empty")
}

func BenchmarkSetItemsStep(b *testing.B) {
	l, _ := shown(b, 320, 620)
	all := quotes(0, 520)
	l.SetItems(all[:500])
	l.SetSelected(40)
	for i := 0; b.Loop(); i++ {
		l.SetItems(all[i%20 : i%20+500])
	}
}

func BenchmarkSetItemsAllNew(b *testing.B) {
	l, _ := shown(b, 320, 620)
	all := quotes(0, 500)
	l.SetItems(all)
	for b.Loop() {
		clear(l.layouts)
		l.SetItems(nil)
		l.SetItems(all)
	}
}

func BenchmarkScroll(b *testing.B) {
	l, _ := shown(b, 320, 620)
	l.SetItems(quotes(0, 500))
	for b.Loop() {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	}
}
