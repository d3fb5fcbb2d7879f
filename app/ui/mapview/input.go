package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	wheelZoom = 0.014                  // zoom per unit of the wheel: a notch is about a third of a step
	keyPan    = 90                     // units per arrow key
	doubleTap = 320 * time.Millisecond // the second tap zooms in
)

var (
	_ fyne.Draggable     = (*Map)(nil)
	_ fyne.Scrollable    = (*Map)(nil)
	_ fyne.Tappable      = (*Map)(nil)
	_ fyne.Focusable     = (*Map)(nil)
	_ desktop.Hoverable  = (*Map)(nil)
	_ desktop.Cursorable = (*Map)(nil)
)

// pointer is what the person does with the mouse. Double taps are told apart here and not by fyne.DoubleTappable,
// which would hold every tap back until it is sure that no second one follows.
type pointer struct {
	dragging  bool
	hovered   int // index of the mark + 1; 0 for none
	lastTap   time.Time
	lastTapAt fyne.Position
	now       func() time.Time
}

func (p *pointer) clock() time.Time {
	if p.now != nil {
		return p.now()
	}
	return time.Now()
}

// Dragged pans.
func (m *Map) Dragged(e *fyne.DragEvent) {
	m.endHover()
	m.pointer.dragging = true
	m.panBy(float64(e.Dragged.DX), float64(e.Dragged.DY))
	m.tiles.wantMoving(m, false)
	if !m.overlay.covers(m) {
		m.overlay.wanted = true
		m.overlay.start(m)
	}
}

// DragEnd lets the map rest.
func (m *Map) DragEnd() {
	m.pointer.dragging = false
	m.settle()
	m.rested(true)
}

// Scrolled zooms at the pointer.
func (m *Map) Scrolled(e *fyne.ScrollEvent) {
	m.endHover()
	dz := math.Max(-1, math.Min(1, float64(e.Scrolled.DY)*wheelZoom))
	if dz == 0 {
		return
	}
	x, y := float64(e.Position.X), float64(e.Position.Y)
	m.zoomAt(x, y, dz, true)
}

// Tapped is a mark, its name, or the map. A tap never takes the keyboard, and takes it from a field that had it.
func (m *Map) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && c.Focused() != nil && c.Focused() != fyne.Focusable(m) {
		c.Unfocus()
	}
	x, y := float64(e.Position.X), float64(e.Position.Y)
	now := m.pointer.clock()
	again := now.Sub(m.pointer.lastTap) < doubleTap && math.Hypot(x-float64(m.pointer.lastTapAt.X), y-float64(m.pointer.lastTapAt.Y)) < 6
	m.pointer.lastTap, m.pointer.lastTapAt = now, e.Position
	if again {
		m.pointer.lastTap = time.Time{}
		m.endHover()
		m.zoomAt(x, y, 1, true)
		return
	}
	if i := m.marks.hit(x, y); i >= 0 {
		if m.OnTapMark != nil {
			m.OnTapMark(m.marks.all[i].ID)
		}
		return
	}
	if id, ok := m.overlay.nameAt(m, x, y); ok {
		if m.OnTapMark != nil {
			m.OnTapMark(id)
		}
		return
	}
	if m.OnTapMap != nil {
		m.OnTapMap(m.cam.view.Unproject(x, y))
	}
}

// MouseIn is the pointer over the map.
func (m *Map) MouseIn(e *desktop.MouseEvent) { m.hover(e) }

// MouseMoved follows it.
func (m *Map) MouseMoved(e *desktop.MouseEvent) { m.hover(e) }

// MouseOut takes the card away.
func (m *Map) MouseOut() { m.endHover() }

func (m *Map) hover(e *desktop.MouseEvent) {
	if m.pointer.dragging || m.motion.running() {
		return
	}
	x, y := float64(e.Position.X), float64(e.Position.Y)
	i := m.marks.hit(x, y)
	if i < 0 {
		if id, ok := m.overlay.nameAt(m, x, y); ok {
			if k, there := m.marks.byID[id]; there {
				i = k
			}
		}
	}
	if i+1 == m.pointer.hovered {
		return
	}
	m.endHover()
	if i < 0 {
		return
	}
	m.pointer.hovered = i + 1
	m.deck.hover.show(m, i)
	m.gather()
	if m.OnHoverMark != nil {
		m.OnHoverMark(m.marks.all[i].ID, e.AbsolutePosition)
	}
}

func (m *Map) endHover() {
	if m.pointer.hovered == 0 {
		return
	}
	m.pointer.hovered = 0
	if m.deck.hover.hide() {
		m.gather()
	}
	if m.OnHoverEnd != nil {
		m.OnHoverEnd()
	}
}

// Cursor is a hand over marks.
func (m *Map) Cursor() desktop.Cursor {
	if m.pointer.hovered > 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained shows the ring. Only Tab gets here: a tap never asks for the keyboard.
func (m *Map) FocusGained() { m.setFocus(true) }

// FocusLost hides it.
func (m *Map) FocusLost() { m.setFocus(false) }

func (m *Map) setFocus(on bool) {
	if m.deck.made {
		m.deck.focus.Hidden = !on
		canvas.Refresh(m.deck.focus)
	}
}

// TypedRune is passed on.
func (m *Map) TypedRune(r rune) {
	if m.OnRune != nil {
		m.OnRune(r)
	}
}

// TypedKey pans with the arrows. Other keys are passed on, since a focused widget keeps them from the window.
func (m *Map) TypedKey(e *fyne.KeyEvent) {
	var dx, dy float64
	switch e.Name {
	case fyne.KeyLeft:
		dx = keyPan
	case fyne.KeyRight:
		dx = -keyPan
	case fyne.KeyUp:
		dy = keyPan
	case fyne.KeyDown:
		dy = -keyPan
	default:
		if m.OnKey != nil {
			m.OnKey(e)
		}
		return
	}
	m.endHover()
	m.panBy(dx, dy)
	m.settle()
	m.rested(true)
}
