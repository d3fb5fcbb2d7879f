package present

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestSpot_LeavesLightAboutThePointer(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	light := func(x, y int) uint32 {
		r, g, b, _ := s.win.Canvas().Capture().At(x, y).RGBA()
		return r + g + b
	}
	before := light(1000, 200)
	s.SetSpot(true)
	s.draw.glass.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1000, 200)}})
	if got := light(1000, 200); got != before {
		t.Errorf("at the pointer the screen is %d, not %d", got, before)
	}
	for _, at := range [][2]int{{10, 300}, {1270, 500}, {800, 500}} {
		if got := light(at[0], at[1]); got > before*6/10 {
			t.Errorf("at %v it is as light as %d of %d", at, got, before)
		}
	}
	keep(t, s, "spot")
	s.win.Resize(fyne.NewSize(1920, 1080))
	if s.draw.glass.Size() != s.Size() {
		t.Errorf("on a screen of %v it covers %v", s.Size(), s.draw.glass.Size())
	}
	s.SetSpot(false)
	if light(10, 300) < before*6/10 {
		t.Error("the screen stays dark")
	}
	s.OnNext = func() { s.calls = append(s.calls, "next") }
	if s.Do(Next); s.took() != "next" {
		t.Error("the clicker is off")
	}
}
