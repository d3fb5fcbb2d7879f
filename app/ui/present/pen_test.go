package present

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// stroke draws with the pen from one point to another, as a drag of the mouse does.
func stroke(g *glass, from, to fyne.Position) {
	for i := range 11 {
		at := fyne.NewPos(from.X+(to.X-from.X)*float32(i)/10, from.Y+(to.Y-from.Y)*float32(i)/10)
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	g.DragEnd()
}

func TestPen_WhatIsDrawnGoesWithTheSlide(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	if s.draw.glass.Visible() {
		t.Error("the glass lies over the map though nothing is pointed at")
	}
	s.TypedRune('i')
	if !s.Pen() || !s.draw.glass.Visible() {
		t.Fatal("I takes no pen")
	}
	stroke(s.draw.glass, fyne.NewPos(700, 100), fyne.NewPos(1000, 300))
	stroke(s.draw.glass, fyne.NewPos(700, 300), fyne.NewPos(1000, 100))
	if n := s.draw.ink.used; n != 20 {
		t.Errorf("two strokes of 11 points are %d lines", n)
	}
	keep(t, s, "pen")
	s.TypedRune('z')
	if n := s.draw.ink.used; n != 10 {
		t.Errorf("after Z there are %d lines", n)
	}
	s.Do(Close)
	if s.Pen() || s.took() != "" || s.draw.ink.used != 10 {
		t.Error("Esc puts the pen down first, and nothing else")
	}
	other := slide()
	other.At++
	s.SetSlide(other)
	if s.draw.ink.used != 0 || s.draw.ink.Visible() {
		t.Error("the stroke stays on the next slide")
	}
	if s.UndoStroke() {
		t.Error("there is a stroke to take away")
	}
}

func TestPen_TakesABoundedNumberOfPoints(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	s.SetPen(true)
	for i := range mostInk + 100 {
		s.draw.glass.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(i%2)*1000, float32(i%700))}})
	}
	if n := s.draw.ink.used; n > mostInk {
		t.Errorf("%d lines", n)
	}
}

func TestTwin_ShowsWhatTheScreenShows(t *testing.T) {
	s := shown(t, 1280, 720)
	s.SetSlide(slide())
	w := s.NewTwin(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	small := shown(t, 100, 100) // a window for it
	small.win.SetContent(w)
	small.win.Resize(fyne.NewSize(640, 360))
	if w.Slide() != s.Slide() || w.draw == nil || !w.draw.glass.Visible() {
		t.Fatalf("the twin shows %+v", w.Slide())
	}
	other := slide()
	other.Words, other.At = "“It did not arrive.”", 4
	s.SetSlide(other)
	s.SetBlank(AllBlack)
	if w.Slide() != other || w.Blank() != AllBlack {
		t.Error("it does not follow")
	}
	s.SetBlank(NotBlank)
	s.SetPen(true)
	stroke(w.draw.glass, fyne.NewPos(400, 100), fyne.NewPos(600, 200))
	if s.draw.ink.used == 0 || s.draw.ink.used != w.draw.ink.used {
		t.Errorf("what is drawn on the twin is %d lines there and %d on the screen", w.draw.ink.used, s.draw.ink.used)
	}
	if a, b := s.draw.ink.lines[0].(*canvas.Line).Position1, w.draw.ink.lines[0].(*canvas.Line).Position1; a.X < 2*b.X-1 || a.X > 2*b.X+1 {
		t.Errorf("the stroke begins at %v on the twin, at %v on the screen of twice its size", b, a)
	}
	s.SetPen(false)
	w.SetSpot(true)
	if !s.draw.glass.shade.Visible() || !w.draw.glass.shade.Visible() {
		t.Error("the spotlight of the twin is not the screen's")
	}
	s.SetSpot(false)
	s.SetQuestion(&Question{Pane: OnCards, Title: "Who?", Text: "“No.”", Choices: []Choice{{Sign: "1", Words: "A"}, {Sign: "2", Words: "B"}}})
	picked := -1
	s.OnPick = func(k int) { picked = k }
	at := s.plan.choices[1].pos().AddXY(30, 30)
	w.draw.glass.Tapped(&fyne.PointEvent{Position: fyne.NewPos(at.X/2, at.Y/2)})
	if picked != 1 {
		t.Errorf("a tap on the second choice of the twin picks %d", picked)
	}
	s.EndTwin()
	s.SetQuestion(nil)
	s.SetSlide(slide())
	if w.Slide() == s.Slide() {
		t.Error("it follows though it was let go")
	}
}
