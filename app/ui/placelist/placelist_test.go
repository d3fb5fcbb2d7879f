package placelist

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"dateline/app/ui/kit"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var (
	red  = color.NRGBA{0xb0, 0x24, 0x1c, 255}
	blue = color.NRGBA{0x00, 0x67, 0xa8, 255}
)

func place(id int) Item {
	it := Item{ID: fmt.Sprint(id), Section: "On the map", Title: fmt.Sprintf("Lyngholm %d", id), Detail: "Northern county, Norway", Right: fmt.Sprint(id * 7 % 31), Shape: Filled, Colour: red}
	switch id % 4 {
	case 1:
		it.Shape, it.Detail, it.Right = Area, "", "3 Mar 2025"
	case 2:
		it.Title, it.Detail = "The long harbour of the northern fishermen of Lyngholm", "A district that has a rather long name of its own, and more"
	case 3:
		it.Faded = true
	}
	return it
}

func places(from, to int) []Item {
	var out []Item
	for i := from; i < to; i++ {
		it := place(i)
		switch {
		case i-from >= (to-from)*9/10:
			it.Section, it.Shape, it.Right = "Not placed", Diamond, ""
		case i-from >= (to-from)*6/10:
			it.Section, it.Shape, it.Colour = "Speaking from", Ring, blue
		}
		out = append(out, it)
	}
	return out
}

func shown(t testing.TB, w, h float32) (*List, fyne.Window) { return kittest.Show(t, w, h, New) }

func TestPictures(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(places(0, 20))
	l.SetSelected("2")
	win.Canvas().FocusNext()
	test.MoveMouse(win.Canvas(), fyne.NewPos(100, at(l, 4)+5))
	kittest.Keep(t, win, "placelist", "top")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	kittest.Keep(t, win, "placelist", "end")
	win.Resize(fyne.NewSize(160, 620))
	kittest.Keep(t, win, "placelist", "narrow")
	win.Resize(fyne.NewSize(320, 620))
	fyne.CurrentApp().Settings().SetTheme(kittest.Theme(theme.VariantDark))
	l.Refresh()
	kittest.Keep(t, win, "placelist", "dark")
	l.SetLook(Look{TextSize: 28})
	kittest.Keep(t, win, "placelist", "large")
	l.SetLook(Look{})
	l.SetItems(nil)
	kittest.Keep(t, win, "placelist", "empty")
}

// at is where a row stands in the window.
func at(l *List, id int) float32 {
	y, _, _ := l.Place(fmt.Sprint(id))
	return y
}

// TestLongDatesGoBelow: a date that has no room beside the title stands whole below it, and the row is taller by its line.
func TestLongDatesGoBelow(t *testing.T) {
	const date = "1 Aug 2024 – 19 Mar 2025, about"
	for _, c := range []struct {
		name  string
		width float32
		below bool
	}{{"a wide list", 640, false}, {"a narrow list", 240, true}} {
		l, win := shown(t, c.width, 300)
		l.SetItems([]Item{{ID: "a", Title: "Sinking", Right: "3 Mar"}, {ID: "b", Title: "Sinking", Right: date}})
		if below := l.height(&l.items[1]) > l.height(&l.items[0]); below != c.below {
			t.Errorf("%s: below is %v", c.name, below)
		}
		seen := false
		for _, o := range test.LaidOutObjects(l) {
			x, ok := o.(*canvas.Text)
			seen = seen || ok && x.Text == date
		}
		if !seen {
			t.Errorf("%s: the date is cut", c.name)
		}
		kittest.Keep(t, win, "placelist", "date-"+c.name)
	}
}

func TestTapTellsTheRow(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []string
	l.OnTap = func(id string) { taps = append(taps, id) }
	l.SetItems(places(100, 200))
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, at(l, 102)+5))
	l.SetSelected("180")
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, at(l, 180)+5))
	l.SetSelected("100")
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, 10)) // on the heading
	if fmt.Sprint(taps) != "[102 180]" {
		t.Errorf("taps told %v", taps)
	}
	if win.Canvas().Focused() != nil {
		t.Error("a tap took the keyboard")
	}
}

func TestSetFiresNothing(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.OnTap = func(id string) { t.Errorf("told %s", id) }
	l.OnEnter = l.OnTap
	l.SetItems(places(0, 40))
	l.SetSelected("30", "2")
	l.SetItems(places(10, 60))
	l.SetSelected()
	l.SetEmpty("No places.")
	l.SetItems(nil)
	l.SetLook(Look{TextSize: 20})
}

func TestHeadingsStandWhereTheSectionChanges(t *testing.T) {
	l, _ := shown(t, 320, 2000)
	l.SetItems(places(0, 20))
	var heads []string
	for _, r := range live(l) {
		if r.state.head {
			heads = append(heads, r.head.Text)
		}
	}
	if got := strings.Join(heads, ", "); got != "On the map, Speaking from, Not placed" {
		t.Errorf("headings: %s", got)
	}
	if at(l, 0) <= at(l, 1)-at(l, 0)-l.height(&l.items[0]) {
		t.Error("no room for the first heading")
	}
}

func live(l *List) (out []*row) {
	for _, r := range l.Live() {
		out = append(out, r.(*row))
	}
	return out
}

func TestTextStaysInItsRow(t *testing.T) {
	l, win := shown(t, 320, 620)
	items := places(0, 8)
	items = append(items, Item{ID: "90", Title: strings.Repeat("Donaudampfschifffahrt", 30), Detail: strings.Repeat("a b ", 3000), Right: strings.Repeat("9", 80), Shape: Ring},
		Item{ID: "91"}, Item{ID: "91", Title: "the same id"}, Item{ID: "92", Title: "a\xff\xfeb \xc3", Detail: " \n\t ", Section: " "},
		Item{ID: "93", Title: "«لن نغادر»", Detail: "ประเทศไทย", Right: "他说他们会离开"}, Item{ID: "94", Title: "two\nlines"})
	l.SetItems(items)
	for _, w := range []float32{320, 160, 40, 1} {
		for _, size := range []float32{0, 11, 35} {
			win.Resize(fyne.NewSize(w, 620))
			l.SetLook(Look{TextSize: size})
			for _, r := range live(l) {
				for _, o := range r.Objects() {
					if tx, ok := o.(interface{ MinSize() fyne.Size }); ok && (o == r.title || o == r.detail[0] || o == r.right || o == r.head) {
						if end := o.Position().X + tx.MinSize().Width; end > max(w, 1)+1 && w > 40 {
							t.Errorf("width %v, size %v: row %s ends at %v", w, size, r.state.item.ID, end)
						}
					}
				}
				if r.right.Text != "" && w > 100 && r.title.Text != "" && r.state.item.Right != "" {
					end, below := r.title.Position().X+r.title.MinSize().Width, r.right.Position().Y >= r.title.Position().Y+r.l.lines.title-1
					if end > r.right.Position().X && !below {
						t.Errorf("width %v: title and count of row %s overlap", w, r.state.item.ID)
					}
				}
			}
			win.Canvas().Capture()
		}
	}
}

func TestAnEmptyListSaysSo(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.SetItems(places(0, 3))
	l.SetItems(nil)
	if l.empty == nil || l.empty.Text != "Nothing to show here." {
		t.Error("it does not say so")
	}
	l.SetEmpty("No places in this period.")
	if l.empty.Text != "No places in this period." {
		t.Errorf("says %q", l.empty.Text)
	}
}

func BenchmarkSetItemsStep(b *testing.B) { // 10,000 rows of which 20 change
	l, _ := shown(b, 320, 620)
	all := places(0, 10020)
	l.SetItems(all[:10000])
	l.SetSelected("40")
	for i := 0; b.Loop(); i++ {
		l.SetItems(all[i%20 : i%20+10000])
	}
}

func TestTextCanBeRead(t *testing.T) {
	for name, th := range map[string]fyne.Theme{"light": kittest.Theme(theme.VariantLight), "dark": kittest.Theme(theme.VariantDark)} {
		l, _ := shown(t, 320, 620)
		fyne.CurrentApp().Settings().SetTheme(th)
		l.Refresh()
		k := l.look
		for _, ground := range []color.NRGBA{k.background, k.selected} {
			for what, c := range map[string]color.NRGBA{"text": k.text, "muted": k.muted} {
				if got := kit.Contrast(c, ground); got < 4.5 {
					t.Errorf("%s: %s has a contrast of %.1f", name, what, got)
				}
			}
		}
	}
}
