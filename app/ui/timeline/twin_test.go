package timeline

import (
	"fmt"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
)

func TestTwin_ShowsWhatTheTimelineShows(t *testing.T) {
	var a *Timeline
	kittest.Show(t, 900, 160, func() fyne.CanvasObject { a = New(); return a })
	d := story.NewDay(2024, 5, 1)
	a.SetData([]Lane{{Title: "one"}, {Title: "two"}}, []Item{{ID: "x", From: d, To: d}, {ID: "y", Lane: 1, From: d + 20, To: d + 22}})
	w := a.NewTwin()
	kittest.Show(t, 450, 90, func() fyne.CanvasObject { return w })
	same := func(when string) {
		t.Helper()
		if w.Period() != a.Period() || w.u0 != a.u0 || w.u1 != a.u1 || len(w.items) != len(a.items) || len(w.selected) != len(a.selected) || len(w.weights) != len(a.weights) {
			t.Errorf("%s: period %v, view %v to %v, %d items, selected %v; the other has %v, %v to %v, %d, %v", when, w.Period(), w.u0, w.u1, len(w.items), w.selected, a.Period(), a.u0, a.u1, len(a.items), a.selected)
		}
	}
	same("at first")
	a.SetPeriod(story.Between(d, d+1))
	a.SetSelected("y")
	a.SetWeights([]float32{1, 0.5})
	same("after a step")
	a.ZoomBy(2, 0.5)
	same("nearer")
	a.SetData([]Lane{{Title: "one"}}, []Item{{ID: "z", From: d, To: d}})
	same("with other data")
	a.EndTwin()
	a.SetPeriod(story.Between(d+1, d+1))
	if w.Period() == a.Period() {
		t.Error("it follows though it was let go")
	}
}

// TestTwin_HasTheSameRowsInView: what the class sees of many rows is what the teacher sees, also where type, marks and rows are
// too small in the picture to come out the same when it lays itself out.
func TestTwin_HasTheSameRowsInView(t *testing.T) {
	var a *Timeline
	kittest.Show(t, 900, 200, func() fyne.CanvasObject { a = New(); return a })
	d := story.NewDay(2024, 5, 1)
	var lanes []Lane
	var items []Item
	for i := range 40 {
		lanes = append(lanes, Lane{Title: fmt.Sprint("row ", i)})
		for k := range 30 {
			items = append(items, Item{ID: fmt.Sprint(i, " ", k), Lane: i, From: d + story.Day(k/2), To: d + story.Day(k/2)})
		}
	}
	a.SetData(lanes, items)
	w := a.NewTwin()
	kittest.Show(t, 300, 70, func() fyne.CanvasObject { return w })
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"at first", func() {}},
		{"with something selected far below", func() { a.SetSelected("31 4") }},
		{"scrolled by hand", func() { a.scrollTo(3 * a.geo.row) }},
		{"with bars above the rows", func() { a.SetCounts(true) }},
		{"on another day, nearer", func() { a.ZoomBy(6, 100); a.SetPeriod(story.Between(d+14, d+14)) }},
	} {
		c.do()
		first := func(t *Timeline) float32 { return t.scroll / t.geo.row }
		if x, y := first(a), first(w); x-y > 0.01 || y-x > 0.01 || len(a.marks) != len(w.marks) || len(a.ticks) != len(w.ticks) || (a.geo.stripB > 0) != (w.geo.stripB > 0) {
			t.Errorf("%s: from row %v with %d marks and %d labels on; the twin from row %v with %d and %d", c.name, x, len(a.marks), len(a.ticks), y, len(w.marks), len(w.ticks))
		}
		if x, y := a.geo.axisT/a.geo.h, w.geo.axisT/w.geo.h; x-y > 0.001 || y-x > 0.001 {
			t.Errorf("%s: the labels of the axis stand at %.3f of the height, and at %.3f in the twin", c.name, x, y)
		}
		shown := func(t *Timeline) float32 { return (t.geo.lanesB - t.geo.lanesT) / t.geo.row }
		if x, y := shown(a), shown(w); x-y > 0.01 || y-x > 0.01 {
			t.Errorf("%s: %v rows in view, and %v in the twin", c.name, x, y)
		}
	}
}
