package timeline

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	blue   = color.NRGBA{0x00, 0x72, 0xb2, 255}
	orange = color.NRGBA{0xd5, 0x5e, 0x00, 255}
	green  = color.NRGBA{0x00, 0x9e, 0x73, 255}
	pink   = color.NRGBA{0xcc, 0x79, 0xa7, 255}
	yellow = color.NRGBA{0xe6, 0x9f, 0x00, 255}
)

func day(s string) story.Day {
	d, ok := story.ParseDay(s)
	if !ok {
		panic(s)
	}
	return d
}

// march is a story whose days are dense in one month, with an outlier the summer before.
func march() ([]Lane, []Item) {
	lanes := []Lane{{Title: "The harbour closes", Colour: blue, Tip: "example.org"}, {Title: "Ferry company answers the mayor", Colour: orange}, {Title: "Strike", Colour: green}, {Title: "Talks about talks", Colour: pink}, {Title: "An undated commentary", Colour: yellow}}
	items := []Item{
		{ID: "1", Lane: 0, From: day("2024-08-01"), To: day("2024-08-31"), Tip: says("August 2024: the first strike")},
		{ID: "2", Lane: 0, From: day("2025-03-10"), To: day("2025-03-10"), Tip: says("10 March: the harbour closes")},
		{ID: "3", Lane: 0, From: day("2025-03-12"), To: day("2025-03-13"), Tip: says("a")},
		{ID: "4", Lane: 1, From: day("2025-03-11"), To: day("2025-03-11"), Tip: says("b")},
		{ID: "5", Lane: 1, From: day("2025-03-12"), To: day("2025-03-12"), Tip: says("c")},
		{ID: "6", Lane: 1, From: day("2025-03-12"), To: day("2025-03-12"), Kind: KindQuote, Tip: says("d")},
		{ID: "7", Lane: 1, From: day("2025-03-13"), To: day("2025-03-13"), Tip: says("e")},
		{ID: "8", Lane: 1, From: day("2025-03-12"), To: day("2025-03-13"), Kind: KindPublication, Best: day("2025-03-13"), HasBest: true, Hatched: true},
		{ID: "9", Lane: 2, From: day("2025-02-01"), To: day("2025-03-08")},
		{ID: "10", Lane: 2, From: day("2025-03-02"), To: day("2025-03-06")},
		{ID: "11", Lane: 3, From: day("2025-02-20"), To: day("2025-03-11"), Kind: KindPublication, Best: day("2025-03-09"), HasBest: true, Hatched: true},
		{ID: "12", Lane: 3, From: story.DayMin, To: day("2025-03-05"), P: 0.6},
		{ID: "13", Lane: 4, From: day("2025-03-15"), To: day("2025-03-15"), Kind: KindPublication},
		{ID: "14", Lane: 4, From: day("2025-03-14"), To: story.DayMax},
		{ID: "15", Lane: 4, Undated: true}, {ID: "16", Lane: 4, Undated: true, Kind: KindQuote},
	}
	for i := 0; i < 6; i++ {
		items = append(items, Item{ID: fmt.Sprint(20 + i), Lane: 4, From: day("2025-03-15"), To: day("2025-03-15")})
		items = append(items, Item{ID: fmt.Sprint(30 + i), Lane: 2, Undated: true, Kind: Kind(i % 3)})
	}
	return lanes, items
}

func shown(t testing.TB, w, h float32) (*Timeline, fyne.Window) { return kittest.Show(t, w, h, New) }

func TestPictures(t *testing.T) {
	tl, win := shown(t, 1440, 150)
	tl.SetData(march())
	tl.SetPeriod(story.Between(day("2025-03-11"), day("2025-03-13")))
	tl.SetSelected("5", "10")
	kittest.Keep(t, win, "timeline", "march")
	tl.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tl.PositionOf(day("2025-03-10")), tl.geo.lanesT+tl.geo.row/2)}})
	kittest.Keep(t, win, "timeline", "tip")
	for i := 0; i < 8; i++ {
		tl.ZoomBy(1.2, tl.PositionOf(day("2025-03-12")))
	}
	kittest.Keep(t, win, "timeline", "zoomed")
	tl.Fit()
	win.Resize(fyne.NewSize(400, 110))
	kittest.Keep(t, win, "timeline", "narrow")
	win.Resize(fyne.NewSize(1440, 150))
	lanes, items := many(2000, 12)
	tl.SetData(lanes, items)
	kittest.Keep(t, win, "timeline", "many")
	tl.SetData(many(2000, 5))
	kittest.Keep(t, win, "timeline", "crowded")
	tl.SetData(lanes[:3], []Item{{ID: "1", From: story.NewDay(-2999, 5, 1), To: story.NewDay(-2999, 5, 1)}, {ID: "2", Lane: 1, From: story.NewDay(476, 9, 4), To: story.NewDay(476, 9, 4)},
		{ID: "3", From: story.NewDay(1066, 10, 14), To: story.NewDay(1066, 10, 14)}, {ID: "4", Lane: 2, From: story.NewDay(1943, 7, 5), To: story.NewDay(1943, 8, 23)}, {ID: "5", From: story.NewDay(2099, 1, 1), To: story.NewDay(2099, 12, 31)}})
	kittest.Keep(t, win, "timeline", "ages")
	tl.SetData(lanes[:3], []Item{{ID: "1", Undated: true}, {ID: "2", Lane: 1, Undated: true}})
	kittest.Keep(t, win, "timeline", "undated")
}

func many(n, lanes int) ([]Lane, []Item) {
	colours := []color.NRGBA{blue, orange, green, pink, yellow}
	var ls []Lane
	for i := 0; i < lanes; i++ {
		ls = append(ls, Lane{Title: fmt.Sprintf("Article %d about the harbour and the ferry", i+1), Colour: colours[i%5]})
	}
	var items []Item
	x := uint32(7)
	next := func(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }
	for i := 0; i < n; i++ {
		d := day("2025-01-01") + story.Day(next(365))
		to := d
		if next(4) == 0 {
			to = d + story.Day(next(20))
		}
		items = append(items, Item{ID: fmt.Sprint(i + 1), Lane: next(lanes), From: d, To: to, Kind: KindQuote * Kind(next(2)), P: 0.5 + float64(next(50))/100, Tip: says("x")})
	}
	return ls, items
}

func BenchmarkMovePeriod(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	tl.SetData(many(2000, 12))
	for i := 0; b.Loop(); i++ {
		d := day("2025-03-01") + story.Day(i%100)
		tl.SetPeriod(story.Between(d-1, d+1))
	}
}

func BenchmarkSetData(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	lanes, items := many(2000, 12)
	for b.Loop() {
		tl.SetData(lanes, items)
	}
}

func BenchmarkPaint(b *testing.B) {
	tl, _ := shown(b, 1440, 150)
	tl.SetData(many(2000, 12))
	for b.Loop() {
		tl.draw.paint(1440, 150)
	}
}

// asked records what a timeline tells.
type asked struct {
	moved, ended []story.Period
	taps         []string
	keys         []fyne.KeyName
	runes        []rune
}

func listening(tl *Timeline) *asked {
	a := &asked{}
	tl.OnPeriod = func(p story.Period) { a.moved = append(a.moved, p) }
	tl.OnPeriodEnded = func(p story.Period) { a.ended = append(a.ended, p) }
	tl.OnTapItem = func(id string) { a.taps = append(a.taps, id) }
	tl.OnKey = func(k *fyne.KeyEvent) { a.keys = append(a.keys, k.Name) }
	tl.OnRune = func(r rune) { a.runes = append(a.runes, r) }
	return a
}

func press(tl *Timeline, p fyne.Position) {
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary}
	tl.MouseDown(ev)
	tl.MouseUp(ev)
}

func drag(tl *Timeline, from, to fyne.Position) {
	tl.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for i := 1; i <= 10; i++ {
		p := fyne.NewPos(from.X+(to.X-from.X)*float32(i)/10, from.Y+(to.Y-from.Y)*float32(i)/10)
		tl.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.NewDelta((to.X-from.X)/10, (to.Y-from.Y)/10)})
	}
	tl.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	tl.DragEnd()
}

func marchShown(t *testing.T) (*Timeline, *asked, fyne.Window) {
	tl, win := shown(t, 1440, 150)
	tl.SetData(march())
	tl.SetPeriod(story.Between(day("2025-03-11"), day("2025-03-13")))
	return tl, listening(tl), win
}

func TestSetFiresNothing(t *testing.T) {
	tl, a, _ := marchShown(t)
	tl.SetData(march())
	tl.SetPeriod(story.Period{})
	tl.SetPeriod(story.Between(day("2025-03-01"), day("2025-03-02")))
	tl.SetSelected("3", "4")
	tl.Fit()
	tl.ZoomBy(2, 700)
	tl.PanBy(0.3)
	tl.SetLook(Look{TextSize: 20})
	if len(a.moved)+len(a.ended)+len(a.taps) > 0 {
		t.Errorf("setters fired %+v", a)
	}
}

func TestDraggingMovesThePeriod(t *testing.T) {
	axis := func(tl *Timeline, d string) fyne.Position { return fyne.NewPos(tl.PositionOf(day(d)), tl.geo.lanesB) }
	for _, c := range []struct {
		name     string
		from, to func(*Timeline) fyne.Position
		want     [2]string
	}{
		{"by its handle", func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-12") }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-06") }, [2]string{"2025-03-05", "2025-03-07"}},
		{"by its band, keeping hold of the same spot", func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-11").AddXY(0, -60) }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-10") }, [2]string{"2025-03-10", "2025-03-12"}},
		{"from an empty spot, to under the pointer", func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-04").AddXY(0, -2) }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-07") }, [2]string{"2025-03-06", "2025-03-08"}},
		{"widening at the right edge", func(tl *Timeline) fyne.Position { _, r, _ := tl.bandEnds(); return fyne.NewPos(r+1, 3) }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-15").AddXY(12, 0) }, [2]string{"2025-03-11", "2025-03-15"}},
		{"widening at the left edge", func(tl *Timeline) fyne.Position { l, _, _ := tl.bandEnds(); return fyne.NewPos(l-1, 3) }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-09").AddXY(-12, 0) }, [2]string{"2025-03-09", "2025-03-13"}},
		{"an edge does not pass the other", func(tl *Timeline) fyne.Position { l, _, _ := tl.bandEnds(); return fyne.NewPos(l-1, 3) }, func(tl *Timeline) fyne.Position { return axis(tl, "2025-03-15") }, [2]string{"2025-03-13", "2025-03-13"}},
	} {
		tl, a, _ := marchShown(t)
		drag(tl, c.from(tl), c.to(tl))
		want := story.Between(day(c.want[0]), day(c.want[1]))
		if tl.Period() != want {
			t.Errorf("%s: %v to %v, want %v", c.name, tl.Period().From, tl.Period().To, c.want)
		}
		if len(a.moved) == 0 || a.moved[len(a.moved)-1] != want || len(a.ended) != 1 || a.ended[0] != want || len(a.taps) > 0 {
			t.Errorf("%s: told %+v", c.name, a)
		}
	}
}

func TestMovingThePeriodDrawsNothingAnew(t *testing.T) {
	tl, _, _ := marchShown(t)
	d := tl.draw
	objects := len(d.objects)
	painted := 0
	d.picture.Generator = func(w, h int) image.Image { painted++; return d.paint(w, h) }
	band, line := d.band.Position(), d.line.Position()
	tl.SetPeriod(story.Between(day("2025-03-08"), day("2025-03-09")))
	if painted > 0 || len(d.objects) != objects {
		t.Errorf("painted %d times, %d objects instead of %d", painted, len(d.objects), objects)
	}
	if d.band.Position() == band || d.line.Position() == line {
		t.Error("band and line did not move")
	}
}

func TestClickSelects(t *testing.T) {
	tl, a, _ := marchShown(t)
	for _, id := range []int{2, 4, 7, 10, 11, 13} {
		p, ok := tl.PointOf(fmt.Sprint(id))
		if !ok {
			t.Errorf("item %d is not in view", id)
			continue
		}
		press(tl, p)
		if len(a.taps) == 0 || a.taps[len(a.taps)-1] != fmt.Sprint(id) {
			t.Errorf("click on item %d told %v", id, a.taps)
		}
	}
	if len(a.moved) > 0 {
		t.Errorf("clicks on marks moved the period: %v", a.moved)
	}
}

func TestAPileIsSteppedThrough(t *testing.T) {
	tl, a, _ := marchShown(t)
	p, _ := tl.PointOf("22")
	for i := 0; i < 7; i++ {
		press(tl, p)
	}
	if got := fmt.Sprint(a.taps); got != "[20 21 22 23 24 25 20]" {
		t.Errorf("clicks told %s", got)
	}
	a.taps = nil
	p, _ = tl.PointOf("35") // the last undated one, on a pile
	press(tl, p)
	press(tl, p)
	if len(a.taps) != 2 || a.taps[0] == a.taps[1] {
		t.Errorf("clicks on the undated pile told %v", a.taps)
	}
}

// The number of a pile stands in its disc and on no other mark, also in the large text of a presentation.
func TestNumbersStandInTheirDiscs(t *testing.T) {
	for _, text := range []float32{0, 13, 20, 28, 40} {
		tl, _ := shown(t, 1440, 170)
		tl.SetData(march())
		tl.SetLook(Look{TextSize: text})
		piles := 0
		for i := range tl.marks {
			m := &tl.marks[i]
			if !m.pile {
				continue
			}
			piles++
			for j := range tl.marks {
				if o := &tl.marks[j]; j != i && o.lane == m.lane && !o.bar && o.kind != KindPublication && abs(o.x0-m.x0) < tl.geo.pile+shapeR {
					t.Errorf("text of %v: the disc of a pile covers the mark beside it", text)
				}
			}
			for _, a := range tl.draw.texts[:tl.draw.used] {
				if w, at := a.MinSize().Width, a.Position().X; a.TextStyle.Bold && at < m.x0 && at+w > m.x0 && w > 2*tl.geo.pile {
					t.Errorf("text of %v: the number %s is %v wide, its disc %v", text, a.Text, w, 2*tl.geo.pile)
				}
			}
			if m.x0+tl.geo.pile > tl.geo.w {
				t.Errorf("text of %v: a pile is cut", text)
			}
		}
		if piles == 0 {
			t.Errorf("text of %v: nothing is piled", text)
		}
	}
}

func TestClickOnAnEmptySpotBringsThePeriodThere(t *testing.T) {
	tl, a, _ := marchShown(t)
	press(tl, fyne.NewPos(tl.PositionOf(day("2025-03-04")), tl.geo.lanesB-1))
	if want := story.Between(day("2025-03-03"), day("2025-03-05")); tl.Period() != want || len(a.moved) != 1 || len(a.ended) != 1 {
		t.Errorf("%v, told %+v", tl.Period(), a)
	}
}

func TestDoubleClickFitsAndLeavesThePeriod(t *testing.T) {
	tl, _, _ := marchShown(t)
	tl.ZoomBy(3, tl.PositionOf(day("2025-03-12")))
	before, p := tl.Period(), fyne.NewPos(tl.geo.plotL+40, tl.geo.lanesB-1)
	press(tl, p)
	press(tl, p)
	if !tl.fitted || tl.Period() != before {
		t.Errorf("fitted %v, period %v", tl.fitted, tl.Period())
	}
}

func TestWheel(t *testing.T) {
	at := func(tl *Timeline) fyne.Position { return fyne.NewPos(tl.PositionOf(day("2025-03-09")), 30) }
	for _, c := range []struct {
		name  string
		dy    []float32
		held  fyne.KeyModifier
		check func(*Timeline, *asked) bool
	}{
		{"down is a day later", []float32{-25}, 0, func(tl *Timeline, a *asked) bool { return tl.Period().From == day("2025-03-12") && len(a.ended) == 1 }},
		{"up is a day earlier", []float32{25}, 0, func(tl *Timeline, a *asked) bool { return tl.Period().From == day("2025-03-10") }},
		{"small movements add up", []float32{-4, -4, -4}, 0, func(tl *Timeline, a *asked) bool { return tl.Period().From == day("2025-03-12") && len(a.moved) == 1 }},
		{"it stops at the last day", []float32{-25, -25, -25, -25, -25, -25, -25, -25}, 0, func(tl *Timeline, a *asked) bool { return tl.Period().From == day("2025-03-14") }},
		{"with Ctrl it zooms about the pointer", []float32{25, 25}, fyne.KeyModifierControl, func(tl *Timeline, a *asked) bool {
			return len(a.moved) == 0 && !tl.fitted && tl.DayAt(at(tl).X) == day("2025-03-09")
		}},
		{"with Shift it pans", []float32{25, 25}, fyne.KeyModifierShift, func(tl *Timeline, a *asked) bool { return len(a.moved) == 0 }},
	} {
		tl, a, _ := marchShown(t)
		was := at(tl).X
		for _, d := range c.dy {
			tl.wheel(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(was, 30)}, Scrolled: fyne.NewDelta(0, d)}, c.held)
		}
		if !c.check(tl, a) {
			t.Errorf("%s: period %v, told %+v", c.name, tl.Period(), a)
		}
		if c.held == fyne.KeyModifierControl && abs(at(tl).X-was) > 0.5 {
			t.Errorf("%s: the day under the pointer went from %v to %v", c.name, was, at(tl).X)
		}
	}
}

func TestThePeriodIsBroughtIntoView(t *testing.T) {
	tl, _, _ := marchShown(t)
	tl.ZoomBy(8, tl.PositionOf(day("2025-03-12")))
	tl.SetPeriod(story.Between(day("2025-02-01"), day("2025-02-01")))
	if x := tl.PositionOf(day("2025-02-01")); x < tl.geo.plotL || x > tl.geo.plotR {
		t.Errorf("the period stands at %v, out of view", x)
	}
}

func TestMoments(t *testing.T) {
	tl, _, _ := marchShown(t)
	var got []string
	for d, ok := tl.First(); ok; d, ok = tl.NextMoment(d) {
		got = append(got, d.String()[5:])
	}
	if s := fmt.Sprint(got); s != "[08-01 02-01 03-02 03-05 03-10 03-11 03-12 03-13 03-14 03-15]" {
		t.Errorf("moments %s", s)
	}
	last, _ := tl.Last()
	if prev, ok := tl.PrevMoment(last); !ok || prev != day("2025-03-14") {
		t.Errorf("before the last is %v", prev)
	}
	if _, ok := tl.NextMoment(last); ok {
		t.Error("there is something after the last moment")
	}
	tl.SetData(nil, nil)
	if _, ok := tl.First(); ok {
		t.Error("nothing has a first moment")
	}
}

func TestKeysGoToTheCaller(t *testing.T) {
	tl, a, win := marchShown(t)
	press(tl, fyne.NewPos(700, 60))
	if win.Canvas().Focused() != nil {
		t.Error("a click took the keyboard")
	}
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != tl || !tl.draw.focus.Visible() {
		t.Error("Tab does not give the timeline the keyboard, with a ring")
	}
	tl.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tl.TypedRune('+')
	if len(a.keys) != 1 || len(a.runes) != 1 {
		t.Errorf("told %+v", a)
	}
	win.Canvas().Unfocus()
	if tl.draw.focus.Visible() {
		t.Error("the ring stays")
	}
}

// Nothing overlaps and nothing is cut, whatever the size.
func TestTextsFit(t *testing.T) {
	tl, win := shown(t, 1440, 150)
	check := func(name string) {
		t.Helper()
		for i, a := range tl.draw.texts[:tl.draw.used] {
			if a.TextStyle.Bold { // the number in a pile
				continue
			}
			if x := a.Position().X; x < 0 || x+a.MinSize().Width > tl.geo.w+0.5 {
				t.Errorf("%s: %q is cut", name, a.Text)
			}
			for _, b := range tl.draw.texts[i+1 : tl.draw.used] {
				if !b.TextStyle.Bold && overlap(a, b) {
					t.Errorf("%s: %q and %q overlap", name, a.Text, b.Text)
				}
			}
		}
	}
	tl.SetData(march())
	for _, w := range []float32{1900, 1440, 900, 400, 240} {
		win.Resize(fyne.NewSize(w, 120))
		check(fmt.Sprintf("width %v", w))
	}
	tl.SetLook(Look{TextSize: 32})
	win.Resize(fyne.NewSize(1366, 200))
	check("text of 250 %")
	tl.SetLook(Look{})
	tl.SetData(many(2000, 30))
	check("30 lanes")
	for i := 0; i < 30; i++ {
		tl.ZoomBy(1.4, 900)
		check("zoomed")
	}
}

func overlap(a, b *canvas.Text) bool {
	p, q, s, z := a.Position(), b.Position(), a.MinSize(), b.MinSize()
	return p.X+0.5 < q.X+z.Width && q.X+0.5 < p.X+s.Width && p.Y+2 < q.Y+z.Height && q.Y+2 < p.Y+s.Height
}

func TestOddDataIsBorne(t *testing.T) {
	tl, win := shown(t, 500, 90)
	lanes := []Lane{{Title: "", Colour: blue}, {Title: "\u200fمرحبا", Colour: green}}
	for name, items := range map[string][]Item{
		"nothing":                      nil,
		"lanes that are not there":     {{ID: "1", Lane: -1}, {ID: "2", Lane: 9}},
		"an interval back to front":    {{ID: "1", From: 300, To: 10}},
		"an interval open at both":     {{ID: "1", From: story.DayMin, To: story.DayMax}},
		"the ends of the calendar":     {{ID: "1", From: story.NewDay(-9999, 1, 1), To: story.NewDay(-9999, 1, 1)}, {ID: "2", From: story.NewDay(9999, 12, 31), To: story.NewDay(9999, 12, 31)}},
		"open ends only":               {{ID: "1", From: story.DayMin, To: 5}, {ID: "2", Lane: 1, From: 9, To: story.DayMax}},
		"ten thousand on one day":      repeat(10000),
		"the same id twice":            {{ID: "1", From: 3, To: 3}, {ID: "1", From: 4, To: 4}},
		"a probability out of bounds":  {{ID: "1", From: 3, To: 3, P: 7}, {ID: "2", From: 3, To: 3, P: -1}},
		"a best day outside the range": {{ID: "1", From: 3, To: 30, Best: 900, HasBest: true, Kind: KindPublication}},
	} {
		tl.SetData(lanes, items)
		tl.SetPeriod(story.Between(-10, 10))
		tl.SetSelected("1", "2", "99")
		for _, w := range []float32{500, 60, 1} {
			win.Resize(fyne.NewSize(w, 90))
			win.Canvas().Capture()
			press(tl, fyne.NewPos(w/2, 40))
			tl.ZoomBy(1e9, w/2)
			tl.ZoomBy(0.001, w/2)
			tl.wheelStep(-25)
		}
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

func repeat(n int) []Item {
	items := make([]Item, n)
	for i := range items {
		items[i] = Item{ID: fmt.Sprint(i), From: 20000, To: 20000}
	}
	return items
}

func TestSelectedLaneIsScrolledIntoView(t *testing.T) {
	tl, _ := shown(t, 900, 100)
	lanes, _ := many(0, 30)
	tl.SetData(lanes, []Item{{ID: "1", Lane: 29, From: 20000, To: 20000}, {ID: "2", Lane: 0, From: 20003, To: 20003}})
	if _, ok := tl.PointOf("1"); ok {
		t.Fatal("30 lanes fit")
	}
	tl.SetSelected("1")
	if p, ok := tl.PointOf("1"); !ok || p.Y > tl.geo.lanesB {
		t.Errorf("lane 29 is not in view: %v", p)
	}
	if id, ok := tl.ItemAt(func() fyne.Position { p, _ := tl.PointOf("1"); return p }()); !ok || id != "1" {
		t.Errorf("under the pointer is %s", id)
	}
}

func TestTipSaysWhatAMarkIs(t *testing.T) {
	tl, _, _ := marchShown(t)
	p, _ := tl.PointOf("2")
	tl.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
	if !tl.draw.tip.Visible() || tl.draw.tip.Lines()[0] != "10 March: the harbour closes" {
		t.Error("no tip")
	}
	if tl.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not say that it can be clicked")
	}
	tl.MouseOut()
	if tl.draw.tip.Visible() {
		t.Error("the tip stays")
	}
}

func TestCrowdedLanesShowColumns(t *testing.T) {
	tl, _ := shown(t, 1440, 150)
	tl.SetData(many(2000, 5))
	columns, total := 0, 0
	for i := range tl.marks {
		m := &tl.marks[i]
		if m.pile {
			t.Fatal("a crowded lane still shows discs")
		}
		if m.column > 0 {
			columns++
			total += len(m.items)
			if top := m.y - m.column/2; top < tl.geo.lanesT+float32(m.lane)*tl.geo.row {
				t.Fatalf("a column reaches out of lane %d", m.lane)
			}
		}
	}
	if columns == 0 || columns > 5*300 || total < 700 {
		t.Errorf("%d columns of %d items", columns, total)
	}
	a := listening(tl)
	tl.SetSelected("1", "2", "3")
	for id := 1; id <= 40; id++ {
		if p, ok := tl.PointOf(fmt.Sprint(id)); ok && tl.items[id-1].From == tl.items[id-1].To && tl.items[id-1].Kind != KindPublication {
			a.taps = nil
			for range 60 {
				press(tl, p)
			}
			found := false
			for _, got := range a.taps {
				found = found || got == fmt.Sprint(id)
			}
			if !found {
				t.Errorf("clicks on the column of item %d told %v", id, a.taps)
			}
		}
	}
	for i := 0; i < 12; i++ {
		tl.ZoomBy(1.5, 700)
	}
	for i := range tl.marks {
		if tl.marks[i].column > 0 {
			t.Fatal("zoomed in, single shapes should be seen again")
		}
	}
}
