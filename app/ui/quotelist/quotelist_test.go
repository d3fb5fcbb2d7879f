package quotelist

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

// tapAt taps what stands at a point of the window.
func tapAt(l *List, id int, win fyne.Window) {
	i := l.index[id]
	test.TapCanvas(win.Canvas(), fyne.NewPos(l.width/2, l.tops[i]-l.scroll.Offset.Y+6))
}

func TestTapTellsTheCard(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []int
	l.OnTap = func(id int) { taps = append(taps, id) }
	l.SetItems(quotes(100, 140))
	tapAt(l, 102, win)
	l.SetSelected(120)
	tapAt(l, 120, win)
	test.TapCanvas(win.Canvas(), fyne.NewPos(2, 300)) // beside the cards
	if fmt.Sprint(taps) != "[102 120]" {
		t.Errorf("taps told %v", taps)
	}
	if win.Canvas().Focused() != nil {
		t.Error("a tap took the keyboard")
	}
}

func TestSetFiresNothing(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.OnTap = func(id int) { t.Errorf("told %d", id) }
	l.SetItems(quotes(0, 40))
	l.SetSelected(30)
	l.SetItems(quotes(20, 60))
	l.SetSelected(None)
	l.SetLook(Look{TextSize: 20})
}

func TestOnlyCardsInViewAreObjects(t *testing.T) {
	l, _ := shown(t, 320, 620)
	l.SetItems(quotes(0, 500))
	most := 0
	for i := 0; i < 440; i++ {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -190)})
		most = max(most, len(l.sheet.live)+len(l.sheet.spare))
	}
	if most > 14 {
		t.Errorf("%d cards were made for a window that shows 8", most)
	}
	if last := l.sheet.live[len(l.sheet.live)-1].state.id; last != 499 {
		t.Errorf("at the end stands card %d", last)
	}
}

func TestScrollPosition(t *testing.T) {
	at := func(l *List, id int) float32 { return l.tops[l.index[id]] - l.scroll.Offset.Y }
	for _, c := range []struct {
		name     string
		selected int
		before   func(*List)
		items    []Item
		check    func(l *List, was map[int]float32) bool
	}{
		{"the selected card stays where it is when cards before it go", 30, nil, quotes(20, 60), func(l *List, was map[int]float32) bool { return at(l, 30) == was[30] }},
		{"the selected card stays where it is when cards come before it", 30, nil, append(quotes(200, 220), quotes(0, 60)...), func(l *List, was map[int]float32) bool { return at(l, 30) == was[30] }},
		{"without a selection the top card stays", None, func(l *List) { l.moveTo(l.tops[25] + 20) }, quotes(10, 60), func(l *List, was map[int]float32) bool { return at(l, 25) == was[25] }},
		{"a list at its top stays at its top", None, nil, append(quotes(200, 205), quotes(0, 40)...), func(l *List, was map[int]float32) bool { return l.scroll.Offset.Y == 0 }},
		{"a list that becomes short is shown from its top", 30, nil, quotes(29, 31), func(l *List, was map[int]float32) bool { return l.scroll.Offset.Y == 0 && l.InView(30) }},
		{"a selected card that comes back is shown", 30, func(l *List) { l.SetItems(quotes(0, 20)) }, quotes(0, 60), func(l *List, was map[int]float32) bool { return l.InView(30) }},
		{"nobody is quoted, then somebody", 30, func(l *List) { l.SetItems(nil) }, quotes(0, 5), func(l *List, was map[int]float32) bool { return l.InView(0) }},
	} {
		l, _ := shown(t, 320, 620)
		l.SetItems(quotes(0, 60))
		l.SetSelected(c.selected)
		if c.before != nil {
			c.before(l)
		}
		was := map[int]float32{}
		for id := range l.index {
			was[id] = at(l, id)
		}
		l.SetItems(c.items)
		if !c.check(l, was) {
			t.Errorf("%s: offset %v", c.name, l.scroll.Offset.Y)
		}
	}
}

func TestHeightsFollowTheWidth(t *testing.T) {
	l, win := shown(t, 320, 620)
	l.SetItems(quotes(0, 60))
	l.SetSelected(40)
	wide := l.total()
	win.Resize(fyne.NewSize(180, 620))
	if l.total() <= wide {
		t.Errorf("total height %v at 180, %v at 320", l.total(), wide)
	}
	if i := l.index[40]; l.tops[i] > l.scroll.Offset.Y+620 || l.tops[i+1] < l.scroll.Offset.Y {
		t.Error("the selected card went out of view")
	}
	for _, c := range l.sheet.live {
		for i, o := range c.objects {
			p := o.Position()
			if p.Y+o.Size().Height > c.y+c.state.lay.height+0.5 || p.X+o.Size().Width > l.width-gap+1 {
				t.Errorf("object %d of card %d stands out of it", i, c.state.id)
			}
		}
	}
}

func TestKeysGoFromCardToCard(t *testing.T) {
	l, win := shown(t, 320, 620)
	var taps []int
	var keys []fyne.KeyName
	l.OnTap = func(id int) { taps = append(taps, id) }
	l.OnKey = func(k *fyne.KeyEvent) { keys = append(keys, k.Name) }
	l.SetItems(quotes(0, 60))
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != l {
		t.Fatalf("Tab leads to %T", win.Canvas().Focused())
	}
	for range 12 {
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(taps) != 13 || taps[12] != 10 || !l.InView(10) {
		t.Errorf("keys told %v", taps)
	}
	if fmt.Sprint(keys) != "[Space]" {
		t.Errorf("keys for the caller: %v", keys)
	}
}

func TestOddItemsAreBorne(t *testing.T) {
	l, win := shown(t, 320, 200)
	long := ""
	for range 30 {
		long += "Donaudampfschifffahrt"
	}
	for name, items := range map[string][]Item{
		"all empty":             {{}},
		"the same id twice":     {{ID: 1, Words: "a"}, {ID: 1, Words: "b"}},
		"a word without end":    {{ID: 1, Words: long, Speaker: long, Role: long, When: long, Where: long, Source: long}},
		"Arabic, Thai, Chinese": {{ID: 1, Words: "«لن نغادر»", Speaker: "ประเทศไทย", Role: "他说他们会离开", Where: "北京"}},
		"broken UTF-8":          {{ID: 1, Words: "a\xff\xfeb \xc3"}},
		"spaces only":           {{ID: 1, Words: " \n\t ", Speaker: " "}},
	} {
		l.SetItems(items)
		for _, w := range []float32{320, 30, 1} {
			win.Resize(fyne.NewSize(w, 200))
			win.Canvas().Capture()
		}
		l.SetSelected(1)
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// FuzzLayout: no text is lost, pieces stand inside the card and below each other.
func FuzzLayout(f *testing.F) {
	f.Add("“We will leave,” she said", "Jane Roe", "harbour master", uint16(300))
	test.NewTempApp(f)
	l := New()
	l.look, l.faces = l.own.themed(l), faces{}
	f.Fuzz(func(t *testing.T, words, speaker, role string, width uint16) {
		l.width = float32(width%800) + 1
		lay := l.layOut(content{words: words, speaker: speaker, role: role})
		got, want := "", strings.Join(strings.Fields(words+" "+speaker+" "+role), "")
		y := float32(0)
		for _, p := range lay.pieces {
			got += strings.Join(strings.Fields(p.text), "")
			if p.y < y || p.y+p.h > lay.height+0.01 {
				t.Fatalf("piece %q at %v, the one before at %v, height %v", p.text, p.y, y, lay.height)
			}
			y = p.y
		}
		if got != want {
			t.Fatalf("laid out %q, want %q", got, want)
		}
	})
}
