package timeline

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestLaneTitle_TellsItselfWholeAndIsTapped(t *testing.T) {
	tl, _ := shown(t, 700, 150)
	lanes, items := march()
	lanes[1].Title = strings.Repeat("The ferry company answers the mayor ", 3)
	tl.SetData(lanes, items)
	tapped := -1
	tl.OnTapLane = func(i int) { tapped = i }
	for i, want := range []string{"The harbour closes\nexample.org", lanes[1].Title} {
		at := desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, tl.geo.lanesT+(float32(i)+0.5)*tl.geo.row)}, Button: desktop.MouseButtonPrimary}
		tl.MouseMoved(&at)
		if got := tl.laneTip(tl.hand.title); tl.hand.title != i || got != want || tl.Cursor() != desktop.PointerCursor {
			t.Errorf("row %d: %q", tl.hand.title, got)
		}
		tl.MouseDown(&at)
		tl.MouseUp(&at)
		if tapped != i {
			t.Errorf("row %d: %d was tapped", i, tapped)
		}
	}
	tapped = -1
	at := desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(tl.geo.plotL+30, tl.geo.lanesT+0.5*tl.geo.row)}, Button: desktop.MouseButtonPrimary}
	tl.MouseDown(&at)
	tl.MouseUp(&at)
	if tapped != -1 {
		t.Error("a click on the days is one on a title")
	}
}

func TestSetWeights_DrawsQuietly(t *testing.T) {
	tl, _ := shown(t, 700, 150)
	lanes, items := march()
	tl.SetData(lanes, items)
	ink := func() (sum int) {
		tl.draw.paint(700, 150)
		for i := 3; i < len(tl.draw.pixels.Pix); i += 4 {
			sum += int(tl.draw.pixels.Pix[i])
		}
		return sum
	}
	full := ink()
	faint := make([]float32, len(items))
	for i := range faint {
		faint[i] = 0.2
	}
	tl.SetWeights(faint)
	quiet := ink()
	if quiet >= full {
		t.Errorf("as much ink as before: %d, %d", quiet, full)
	}
	tl.SetWeights(faint[:3])
	if got := ink(); got != full {
		t.Errorf("weights of other items are used: %d, not %d", got, full)
	}
	tl.SetWeights(faint)
	if tl.SetData(lanes, items); ink() != full {
		t.Error("weights stay on new data")
	}
}

// TestTip_StaysWhileTheWindowIsLaidOut: Fyne lays a widget out again whenever an object of it is new, as a tip is.
func TestTip_StaysWhileTheWindowIsLaidOut(t *testing.T) {
	tl, _ := shown(t, 700, 150)
	tl.SetData(march())
	tl.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, tl.geo.lanesT+0.5*tl.geo.row)}})
	if !tl.draw.tip.Visible() {
		t.Fatal("no tip")
	}
	if tl.draw.Layout(tl.Size()); !tl.draw.tip.Visible() {
		t.Error("the tip goes at once")
	}
}

// TestSelectedRow_StaysInViewWhenThereIsLessRoom: as when a presentation begins, with larger type on less height.
func TestSelectedRow_StaysInViewWhenThereIsLessRoom(t *testing.T) {
	tl, win := shown(t, 900, 200)
	tl.SetData(march())
	tl.SetSelected("14") // in the last row
	win.Resize(fyne.NewSize(900, 80))
	if _, ok := tl.PointOf("14"); !ok {
		t.Errorf("the row is out of view, scrolled by %v of %v", tl.scroll, tl.geo.full)
	}
}

func TestLanesAreScrolledToTheLast(t *testing.T) {
	tl, _ := shown(t, 700, 200)
	lanes, items := many(400, 100)
	for i := range lanes {
		lanes[i].Title = fmt.Sprint("lane ", i)
		if i >= 8 {
			lanes[i].Letter = "b"
		}
	}
	tl.SetData(lanes, items)
	titles := func() (out []string) {
		for _, x := range tl.draw.texts[:tl.draw.used] {
			if strings.HasPrefix(x.Text, "lane ") {
				out = append(out, x.Text)
			}
		}
		return out
	}
	if got := titles(); len(got) < 4 || got[0] != "lane 0" {
		t.Fatalf("at first %q", got)
	}
	for range 60 {
		tl.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if got := titles(); got[len(got)-1] != "lane 99" {
		t.Errorf("at the end %q", got)
	}
	tapped := -1
	tl.OnTapLane = func(i int) { tapped = i }
	tl.press(fyne.NewPos(30, tl.geo.lanesB-4))
	tl.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, tl.geo.lanesB-4)}})
	if tapped != 99 {
		t.Errorf("a click at the bottom is on lane %d", tapped)
	}
	for range 60 {
		tl.wheel(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 40)}, Scrolled: fyne.NewDelta(0, 50)}, 0)
	}
	if got := titles(); got[0] != "lane 0" {
		t.Errorf("back at the top %q", got)
	}
}

// TestLanes_ByTheScrollBar: dragged, and where its track is pressed; no day is chosen by that.
func TestLanes_ByTheScrollBar(t *testing.T) {
	tl, win := shown(t, 700, 200)
	lanes, items := many(400, 100)
	for i := range lanes {
		lanes[i].Title = fmt.Sprint("lane ", i)
	}
	tl.SetData(lanes, items)
	told := 0
	tl.OnPeriod, tl.OnPeriodEnded, tl.OnTapLane = func(story.Period) { told++ }, func(story.Period) { told++ }, func(int) { told++ }
	x := tl.geo.plotL - 9
	last := tl.geo.full - (tl.geo.lanesB - tl.geo.lanesT)
	move := func(from, to float32) {
		tl.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, from)}})
		for y := from; y != to; {
			step := min(max(to-y, -5), 5)
			y += step
			tl.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Dragged: fyne.NewDelta(0, step)})
		}
		tl.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, to)}})
		tl.DragEnd()
	}
	steps := []struct {
		name     string
		from, to float32
		want     float32
	}{
		{"down beyond its end", 12, 400, last},
		{"a press on the thumb moves nothing", tl.geo.lanesB - 4, tl.geo.lanesB - 4, last},
		{"up beyond its top", tl.geo.lanesB - 4, -50, 0},
		{"a press in the middle of the track", (tl.geo.lanesT + tl.geo.lanesB) / 2, (tl.geo.lanesT + tl.geo.lanesB) / 2, last / 2},
	}
	for _, s := range steps {
		if move(s.from, s.to); abs(tl.scroll-s.want) > 1 {
			t.Errorf("%s: scrolled by %v of %v, want %v", s.name, tl.scroll, last, s.want)
		}
	}
	if told != 0 || tl.Period().On {
		t.Errorf("scrolling told of %d other things; period %v", told, tl.Period())
	}
	kittest.Keep(t, win, "timeline", "scrolled")
	if tl.SetData(lanes[:3], items[:3]); tl.onScrollBar(fyne.NewPos(x, 20)) {
		t.Error("there is a bar though all lanes are in view")
	}
}

func says(words string) func() string { return func() string { return words } }
