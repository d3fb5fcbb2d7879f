package kit

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"testing"

	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// numbers is a list of numbers: every tenth is twice as tall and has a heading, and all are taller where it is narrow.
type numbers struct {
	List[numberState]
	items []int
	width float32
	sizes float32
	fills int
}

type numberState struct {
	n int
	Pointed
}

type numberRow struct {
	Pieces
	of   *numbers
	text *canvas.Text
	is   numberState
}

func (r *numberRow) Fill(s numberState) {
	r.is = s
	r.of.fills++
	r.Clear()
	r.Write(r.text, fmt.Sprint(s.n), Face{Size: 10}, color.NRGBA{A: 255}, Box{W: s.Width, H: 10})
}

func (l *numbers) Count() int        { return len(l.items) }
func (l *numbers) ID(i int) string   { return fmt.Sprint(l.items[i]) }
func (l *numbers) Measure(w float32) { l.width = w }
func (l *numbers) Height(i int) (above, row float32) {
	above, row = 2, 20
	if l.items[i]%10 == 0 {
		above, row = 12, 40
	}
	if l.width < 200 {
		row *= 2
	}
	return above, row
}
func (l *numbers) State(i int, p Pointed) numberState { return numberState{l.items[i], p} }
func (l *numbers) New() Row[numberState] {
	return &numberRow{of: l, text: canvas.NewText("", nil)}
}
func (l *numbers) Empty(float32) []fyne.CanvasObject {
	return []fyne.CanvasObject{canvas.NewText("none", nil)}
}
func (l *numbers) Restyle() (ground, ring color.Color, is bool) {
	is, l.sizes = l.sizes != 1, 1
	return color.White, color.Black, is
}

func (l *numbers) set(from, to int) {
	l.Change(func() {
		l.items = nil
		for i := from; i < to; i++ {
			l.items = append(l.items, i)
		}
	})
}

func shown(t testing.TB, w, h float32) (*numbers, fyne.Window) {
	return kittest.Show(t, w, h, func() *numbers {
		l := &numbers{}
		l.Init(l, l, Edges{Side: 8, Below: 2, End: 5})
		return l
	})
}

// at is where a row stands in the window.
func (l *numbers) at(n int) float32 {
	y, _, _ := l.Place(fmt.Sprint(n))
	return y
}

func TestList_TapTellsTheRow(t *testing.T) {
	l, win := shown(t, 300, 400)
	var taps []string
	l.OnTap = func(id string) { taps = append(taps, id) }
	l.set(100, 200)
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, l.at(102)+5))
	l.Choose("180")
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, l.at(180)+5))
	test.TapCanvas(win.Canvas(), fyne.NewPos(3, l.at(180)+5))   // beside the rows
	test.TapCanvas(win.Canvas(), fyne.NewPos(150, l.at(180)-5)) // on the heading
	if fmt.Sprint(taps) != "[102 180]" {
		t.Errorf("taps told %v", taps)
	}
	if win.Canvas().Focused() != nil {
		t.Error("a tap took the keyboard")
	}
}

func TestList_SettingFiresNothing(t *testing.T) {
	l, _ := shown(t, 300, 400)
	l.OnTap = func(id string) { t.Errorf("told %s", id) }
	l.OnEnter = l.OnTap
	l.set(0, 40)
	l.Choose("30", "2")
	l.set(10, 60)
	l.Choose()
	l.set(0, 0)
	l.Refresh()
}

func TestList_KeysGoFromRowToRow(t *testing.T) {
	l, win := shown(t, 300, 400)
	var taps []string
	var keys []fyne.KeyName
	var runes []rune
	l.OnTap = func(id string) { taps = append(taps, id) }
	l.OnKey = func(k *fyne.KeyEvent) { keys = append(keys, k.Name) }
	l.OnRune = func(r rune) { runes = append(runes, r) }
	l.set(0, 60)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != fyne.Focusable(l) {
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
		want := fmt.Sprint(c.want)
		if got := taps[len(taps)-1]; got != want || !l.InView(want) || !slices.Equal(l.Chosen(), []string{want}) {
			t.Errorf("%s: came to %s, in view %v, chosen %v", c.name, got, l.InView(want), l.Chosen())
		}
	}
	if l.at(0) != 12 {
		t.Error("the first row's heading is not to be seen")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if n, err := strconv.Atoi(taps[len(taps)-1]); err != nil || n < 5 || n > 20 || !l.InView(fmt.Sprint(n)) {
		t.Errorf("Page Down came to %d", n)
	}
	n := len(taps)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(taps) != n+1 || taps[n] != taps[n-1] {
		t.Error("Enter does not tell the row again")
	}
	l.OnEnter = func(id string) { taps = append(taps, "-"+id) }
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if taps[len(taps)-1] != "-"+taps[n] {
		t.Error("OnEnter is not told")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	l.TypedRune('?')
	if fmt.Sprint(keys) != "[Space]" || string(runes) != "?" {
		t.Errorf("for the caller: %v, %q", keys, runes)
	}
	for _, r := range l.Live() {
		if is := r.(*numberRow).is; is.Current != (fmt.Sprint(is.n) == taps[n]) {
			t.Errorf("row %d: current %v", is.n, is.Current)
		}
	}
}

func TestList_KeysOnAnEmptyListDoNothing(t *testing.T) {
	l, _ := shown(t, 300, 400)
	l.OnTap = func(id string) { t.Errorf("told %s", id) }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(l.sheet.objects) != 1 {
		t.Error("it does not say that it is empty")
	}
	l.set(0, 3)
	if len(l.Live()) != 3 || len(l.sheet.objects) != 3 {
		t.Error("rows do not come back")
	}
}

func TestList_TheChosenRowIsScrolledIntoView(t *testing.T) {
	l, win := shown(t, 300, 400)
	l.set(0, 10000)
	for _, id := range []int{9999, 0, 5000, 4998, 5300, 6000} {
		l.Choose(fmt.Sprint(id))
		if !l.InView(fmt.Sprint(id)) {
			t.Errorf("row %d is not in view", id)
		}
	}
	l.Choose("5000", "9000")
	if !l.InView("5000") || l.InView("9000") {
		t.Error("the first of those chosen is the one to see")
	}
	win.Resize(fyne.NewSize(300, 80))
	if !l.InView("5000") {
		t.Error("a lower window lost the chosen row")
	}
	win.Resize(fyne.NewSize(150, 180))
	if !l.InView("5000") {
		t.Error("a narrower window, in which rows are taller, lost the chosen row")
	}
}

func TestList_RowsStayWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		name     string
		chosen   int // none below 0
		before   func(*numbers)
		from, to int
		check    int // row that must stay
	}{
		{"rows before the chosen one go", 305, nil, 200, 1000, 305},
		{"rows come before the chosen one", 305, nil, -500, 1000, 305},
		{"nothing is chosen: the top row stays", -1, func(l *numbers) { l.moveTo(l.tops[400] + 5) }, 100, 900, 400},
	} {
		l, _ := shown(t, 300, 400)
		l.set(0, 1000)
		if c.chosen >= 0 {
			l.Choose(fmt.Sprint(c.chosen))
		}
		if c.before != nil {
			c.before(l)
		}
		was := l.at(c.check)
		l.set(c.from, c.to)
		if now := l.at(c.check); now != was {
			t.Errorf("%s: was at %v, is at %v", c.name, was, now)
		}
	}
}

func TestList_ScrollsOnlyWhereItMust(t *testing.T) {
	l, _ := shown(t, 300, 400)
	l.set(100, 200)
	l.set(0, 200)
	if l.scroll.Offset.Y != 0 {
		t.Error("a list at its top leaves it")
	}
	l.Choose("150")
	l.set(150, 152)
	if l.scroll.Offset.Y != 0 || !l.InView("150") {
		t.Error("a short list is not shown from its top")
	}
	l.set(0, 20)
	l.set(0, 200)
	if !l.InView("150") {
		t.Error("a chosen row that comes back is not shown")
	}
}

func TestList_OnlyRowsInViewAreObjects(t *testing.T) {
	l, win := shown(t, 300, 400)
	l.set(0, 10000)
	for _, y := range []float32{0, 1000, 200000, 1e9} {
		l.moveTo(y)
		if live, spare := len(l.sheet.live), len(l.sheet.spare); live < 8 || live > 24 || spare > 24 {
			t.Errorf("%d rows and %d spare ones at %v", live, spare, y)
		}
		win.Canvas().Capture()
	}
	if last := l.sheet.live[len(l.sheet.live)-1].id; last != "9999" {
		t.Errorf("at the end stands row %s", last)
	}
}

func TestList_RowsThatAreAsTheyWereAreNotDrawnAnew(t *testing.T) {
	l, _ := shown(t, 300, 400)
	l.set(0, 100)
	was := l.fills
	l.set(0, 90)
	l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if got := l.fills - was; got > 3 {
		t.Errorf("%d rows were drawn anew", got)
	}
	l.Choose("3")
	l.Refresh()
	if ids := l.Chosen(); !slices.Equal(ids, []string{"3"}) {
		t.Errorf("chosen %v", ids)
	}
}

func BenchmarkList_Step(b *testing.B) { // 10,000 rows of which 20 change
	l, _ := shown(b, 300, 400)
	l.set(0, 10000)
	l.Choose("40")
	for i := 0; b.Loop(); i++ {
		l.set(i%20, i%20+10000)
	}
}

func BenchmarkList_Scroll(b *testing.B) {
	l, _ := shown(b, 300, 400)
	l.set(0, 10000)
	for b.Loop() {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	}
}
