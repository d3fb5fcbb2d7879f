package timeline

import (
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
