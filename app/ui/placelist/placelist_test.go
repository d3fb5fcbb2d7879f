package placelist

import (
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var (
	red  = color.NRGBA{0xb0, 0x24, 0x1c, 255}
	blue = color.NRGBA{0x00, 0x67, 0xa8, 255}
)

func place(id int) Item {
	it := Item{ID: id, Section: "On the map", Title: fmt.Sprintf("Lyngholm %d", id), Detail: "Northern county, Norway", Right: fmt.Sprint(id * 7 % 31), Shape: Filled, Colour: red}
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

func shown(t testing.TB, w, h float32) (*List, fyne.Window) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(theme.LightTheme())
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
	dir := filepath.Join("..", "..", "..", "build", "placelist")
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
	l.SetItems(places(0, 20))
	l.SetSelected(2)
	win.Canvas().FocusNext()
	l.sheet.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, l.tops[4]+5)}})
	keep(t, win, "top")
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	keep(t, win, "end")
	win.Resize(fyne.NewSize(160, 620))
	keep(t, win, "narrow")
	win.Resize(fyne.NewSize(320, 620))
	fyne.CurrentApp().Settings().SetTheme(theme.DarkTheme())
	l.Refresh()
	keep(t, win, "dark")
	l.SetLook(Look{TextSize: 28})
	keep(t, win, "large")
	l.SetLook(Look{})
	l.SetItems(nil)
	keep(t, win, "empty")
}

// at is where a row stands in the window.
func at(l *List, id int) float32 { return l.tops[l.index[id]] - l.scroll.Offset.Y }

func TestTapTellsTheRow(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []int
	l.OnTap = func(id int) { taps = append(taps, id) }
	l.SetItems(places(100, 200))
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, at(l, 102)+5))
	l.SetSelected(180)
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, at(l, 180)+5))
	l.SetSelected(100)
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
	l.OnTap = func(id int) { t.Errorf("told %d", id) }
	l.OnEnter = l.OnTap
	l.SetItems(places(0, 40))
	l.SetSelected(30, 2)
	l.SetItems(places(10, 60))
	l.SetSelected()
	l.SetEmpty("No places.")
	l.SetItems(nil)
	l.SetLook(Look{TextSize: 20})
}

func TestKeysGoFromRowToRow(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []int
	var keys []fyne.KeyName
	var runes []rune
	l.OnTap = func(id int) { taps = append(taps, id) }
	l.OnKey = func(k *fyne.KeyEvent) { keys = append(keys, k.Name) }
	l.OnRune = func(r rune) { runes = append(runes, r) }
	l.SetItems(places(0, 60))
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != l {
		t.Fatalf("Tab leads to %T", win.Canvas().Focused())
	}
	for _, c := range []struct {
		name string
		keys []fyne.KeyName
		want int
	}{
		{"the first Down comes to the first row", []fyne.KeyName{fyne.KeyDown}, 0},
		{"Down goes on", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, 2},
		{"Up goes back", []fyne.KeyName{fyne.KeyUp}, 1},
		{"Up at the top stays", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, 0},
		{"End is the last row", []fyne.KeyName{fyne.KeyEnd}, 59},
		{"Down at the end stays", []fyne.KeyName{fyne.KeyDown}, 59},
		{"Home is the first row", []fyne.KeyName{fyne.KeyHome}, 0},
	} {
		for _, k := range c.keys {
			l.TypedKey(&fyne.KeyEvent{Name: k})
		}
		if got := taps[len(taps)-1]; got != c.want || !l.InView(c.want) || fmt.Sprint(l.Selected()) != fmt.Sprint([]int{c.want}) {
			t.Errorf("%s: came to %d, in view %v, selected %v", c.name, got, l.InView(c.want), l.Selected())
		}
		if c.name == "Home is the first row" && l.scroll.Offset.Y != 0 {
			t.Error("its heading is not to be seen")
		}
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if got := taps[len(taps)-1]; got < 5 || got > 20 || !l.InView(got) {
		t.Errorf("Page Down came to %d", got)
	}
	n := len(taps)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(taps) != n+1 || taps[n] != taps[n-1] {
		t.Error("Enter does not tell the row again")
	}
	l.OnEnter = func(id int) { taps = append(taps, -id) }
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if taps[len(taps)-1] != -taps[n] {
		t.Error("OnEnter is not told")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	l.TypedRune('?')
	if fmt.Sprint(keys) != "[Space]" || string(runes) != "?" {
		t.Errorf("for the caller: %v, %q", keys, runes)
	}
	for _, r := range l.sheet.live {
		if r.state.focus != (r.state.item.ID == l.current) {
			t.Errorf("row %d: focus ring %v", r.state.item.ID, r.state.focus)
		}
	}
}

func TestKeysOnAnEmptyListDoNothing(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.OnTap = func(id int) { t.Errorf("told %d", id) }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestSelectedIsScrolledIntoView(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(places(0, 10000))
	for _, id := range []int{9999, 0, 5000, 4998, 5300, 6000} {
		l.SetSelected(id)
		if !l.InView(id) {
			t.Errorf("row %d is not in view", id)
		}
	}
	l.SetSelected(5000, 9000)
	if !l.InView(5000) || l.InView(9000) {
		t.Error("the first of those selected is the one to see")
	}
	win.Resize(fyne.NewSize(320, 100))
	if !l.InView(5000) {
		t.Error("a lower window lost the selected row")
	}
}

func TestRowsStayWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		name     string
		selected int // none below 0
		offset   int // row at the top, where nothing is selected
		items    []Item
		check    int // row that must stay
	}{
		{"rows before the selected one are filtered out", 300, 0, places(200, 1000), 300},
		{"rows come before the selected one", 300, 0, append(places(2000, 2300), places(0, 1000)...), 300},
		{"nothing is selected: the top row stays", -1, 400, places(100, 900), 400},
	} {
		l, _ := shown(t, 320, 620)
		l.SetItems(places(0, 1000))
		if c.selected >= 0 {
			l.SetSelected(c.selected)
		} else {
			l.moveTo(l.tops[c.offset])
		}
		was := at(l, c.check)
		l.SetItems(c.items)
		if now := at(l, c.check); now < was-40 || now > was+40 { // a heading may come or go
			t.Errorf("%s: was at %v, is at %v", c.name, was, now)
		}
	}
	l, _ := shown(t, 320, 620)
	l.SetItems(places(100, 200))
	l.SetItems(places(0, 200))
	if l.scroll.Offset.Y != 0 {
		t.Error("a list at its top leaves it")
	}
	l.SetSelected(150)
	l.SetItems(places(150, 152))
	if l.scroll.Offset.Y != 0 || !l.InView(150) {
		t.Error("a short list is not shown from its top")
	}
}

func TestOnlyRowsInViewAreObjects(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(places(0, 10000))
	for _, y := range []float32{0, 1000, 250000, 1e9} {
		l.moveTo(y)
		if n := len(l.sheet.live); n < 8 || n > 24 {
			t.Errorf("%d rows at %v", n, y)
		}
		if n := len(l.sheet.spare); n > 24 {
			t.Errorf("%d spare rows at %v", n, y)
		}
		win.Canvas().Capture()
	}
}

func TestHeadingsStandWhereTheSectionChanges(t *testing.T) {
	l, _ := shown(t, 320, 2000)
	l.SetItems(places(0, 20))
	var heads []string
	for _, r := range l.sheet.live {
		if r.state.head {
			heads = append(heads, r.head.Text)
		}
	}
	if got := strings.Join(heads, ", "); got != "On the map, Speaking from, Not placed" {
		t.Errorf("headings: %s", got)
	}
	end := float32(0)
	for i := range l.items {
		if l.from(i) != end {
			t.Errorf("row %d begins at %v, the one before ends at %v", i, l.from(i), end)
		}
		end = l.tops[i] + l.height(i)
	}
}

func TestTextStaysInItsRow(t *testing.T) {
	l, win := shown(t, 320, 620)
	items := places(0, 8)
	items = append(items, Item{ID: 90, Title: strings.Repeat("Donaudampfschifffahrt", 30), Detail: strings.Repeat("a b ", 3000), Right: strings.Repeat("9", 80), Shape: Ring},
		Item{ID: 91}, Item{ID: 91, Title: "the same id"}, Item{ID: 92, Title: "a\xff\xfeb \xc3", Detail: " \n\t ", Section: " "},
		Item{ID: 93, Title: "«لن نغادر»", Detail: "ประเทศไทย", Right: "他说他们会离开"}, Item{ID: 94, Title: "two\nlines"})
	l.SetItems(items)
	for _, w := range []float32{320, 160, 40, 1} {
		for _, size := range []float32{0, 11, 35} {
			win.Resize(fyne.NewSize(w, 620))
			l.SetLook(Look{TextSize: size})
			for _, r := range l.sheet.live {
				for i, o := range r.objects {
					if tx, ok := o.(interface{ MinSize() fyne.Size }); ok && (o == r.title || o == r.detail || o == r.right || o == r.head) {
						if end := r.offsets[i].X + tx.MinSize().Width; end > max(w, 1)+1 && w > 40 {
							t.Errorf("width %v, size %v: row %d ends at %v", w, size, r.state.item.ID, end)
						}
					}
				}
				if r.right.Text != "" && w > 100 && r.title.Text != "" && r.state.item.Right != "" {
					if end := r.title.Position().X + r.title.MinSize().Width; end > r.right.Position().X {
						t.Errorf("width %v: title and count of row %d overlap", w, r.state.item.ID)
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
	if len(l.sheet.objects) != 1 || l.sheet.empty.Text != "Nothing to show here." {
		t.Errorf("%d objects", len(l.sheet.objects))
	}
	l.SetEmpty("No places in this period.")
	if l.sheet.empty.Text != "No places in this period." {
		t.Errorf("says %q", l.sheet.empty.Text)
	}
	l.SetItems(places(0, 3))
	if len(l.sheet.live) != 3 {
		t.Error("rows do not come back")
	}
}

// FuzzShorten: what is cut says so, fits, and is a beginning of the text.
func FuzzShorten(f *testing.F) {
	f.Add("The long harbour of the northern fishermen", uint16(90))
	f.Add("a\xff\xfeb \xc3\n", uint16(12))
	test.NewTempApp(f)
	k := face{size: 14}
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		w := float32(width % 500)
		got, wide := shorten(s, w, k)
		if wide > w || got != "" && size(got, k).Width > w {
			t.Fatalf("%q is %v wide of %v", got, wide, w)
		}
		one, cut := clip(s, 400)
		if got != one && got != "" && !strings.HasSuffix(got, "…") {
			t.Fatalf("%q of %q", got, s)
		}
		if cut && got == one {
			t.Fatalf("%q is not marked as cut", got)
		}
	})
}

func BenchmarkSetItemsStep(b *testing.B) { // 10,000 rows of which 20 change
	l, _ := shown(b, 320, 620)
	all := places(0, 10020)
	l.SetItems(all[:10000])
	l.SetSelected(40)
	for i := 0; b.Loop(); i++ {
		l.SetItems(all[i%20 : i%20+10000])
	}
}

func BenchmarkScroll(b *testing.B) {
	l, _ := shown(b, 320, 620)
	l.SetItems(places(0, 10000))
	for b.Loop() {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	}
}

func BenchmarkKeyDown(b *testing.B) {
	l, _ := shown(b, 320, 620)
	l.SetItems(places(0, 10000))
	l.SetSelected(0)
	for i := 0; b.Loop(); i++ {
		if i%9000 == 8999 {
			l.SetSelected(0)
		}
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func TestTextCanBeRead(t *testing.T) {
	for name, th := range map[string]fyne.Theme{"light": theme.LightTheme(), "dark": theme.DarkTheme()} {
		l, _ := shown(t, 320, 620)
		fyne.CurrentApp().Settings().SetTheme(th)
		l.Refresh()
		k := l.look
		for _, ground := range []color.NRGBA{k.background, k.selected} {
			for what, c := range map[string]color.NRGBA{"text": k.text, "muted": k.muted} {
				if got := contrast(c, ground); got < 4.5 {
					t.Errorf("%s: %s has a contrast of %.1f", name, what, got)
				}
			}
		}
	}
}
