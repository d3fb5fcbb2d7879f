package mapview

import (
	"math"
	"testing"

	"dateline/app/ui/kit/kittest"
	"dateline/geo/mark"
	"dateline/geo/viewport"
	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

func TestTwin_ShowsWhatTheMapShows(t *testing.T) {
	s := open(t, Config{Tiles: chess{}}, 800, 500)
	m := s.m
	m.SetMarks(someMarks())
	w := m.NewTwin()
	defer m.EndTwin()
	kittest.Show(t, 400, 250, func() fyne.CanvasObject { return w })
	same := func(when string) {
		t.Helper()
		a, b := m.Viewport(), w.Viewport()
		if math.Abs(a.Zoom-1-b.Zoom) > 1e-6 || math.Abs(a.Center[0]-b.Center[0]) > 1e-6 || math.Abs(a.Center[1]-b.Center[1]) > 1e-6 {
			t.Errorf("%s: the map is at %v zoom %v, its twin of half the size at %v zoom %v", when, a.Center, a.Zoom, b.Center, b.Zoom)
		}
		if len(w.marks.all) != len(m.marks.all) || len(w.marks.selected) != len(m.marks.selected) || len(w.Path()) != len(m.Path()) {
			t.Errorf("%s: %d marks, selected %v, %d stops; the map has %d, %v, %d", when, len(w.marks.all), w.marks.selected, len(w.Path()), len(m.marks.all), m.marks.selected, len(m.Path()))
		}
	}
	same("at first")
	m.SetViewport(viewport.Viewport{Center: orb.Point{24, 48}, Zoom: 5})
	m.SetSelected(someMarks()[0].ID)
	m.SetPath([]mark.Stop{{At: orb.Point{24, 48}}, {At: orb.Point{30, 50}}}, true)
	same("after a step")
	m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 100)}, Scrolled: fyne.NewDelta(0, 25)})
	m.stop()
	same("in the middle of a zoom")
	m.SetMarks(nil)
	same("without marks")
	m.EndTwin()
	m.SetViewport(viewport.Viewport{Center: orb.Point{0, 0}, Zoom: 3})
	if w.Viewport().Center == m.Viewport().Center {
		t.Error("it follows though it was let go")
	}
}
