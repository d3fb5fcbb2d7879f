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
	hovered   int    // index of the sign's first mark + 1; 0 for none
	throw     []push // the last steps of a drag
	lastTap   time.Time
	lastTapAt fyne.Position
	now       func() time.Time
	shift     func() bool
}

// push is one step of a drag.
type push struct {
	at     time.Time
	dx, dy float64
}

func (p *pointer) clock() time.Time {
	if p.now != nil {
		return p.now()
	}
	return time.Now()
}

// shifted reports whether Shift is held.
func (p *pointer) shifted() bool {
	if p.shift != nil {
		return p.shift()
	}
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

const (
	throwTime  = 90 * time.Millisecond // of a drag's end tell how fast it is thrown
	throwLeast = 24 * time.Millisecond // less tells nothing
	throwRest  = 45 * time.Millisecond // a hand that rested so long before it let go did not throw
	throwMost  = 5000                  // units a second
)

func (p *pointer) pushed(dx, dy float64) {
	now := p.clock()
	for len(p.throw) > 0 && now.Sub(p.throw[0].at) > throwTime {
		p.throw = p.throw[1:]
	}
	p.throw = append(p.throw, push{now, dx, dy})
}

// speed is how fast the map was thrown, in units a second; 0 if it was let go at rest.
func (p *pointer) speed() (vx, vy float64) {
	list := p.throw
	p.throw = nil
	now := p.clock()
	for len(list) > 0 && now.Sub(list[0].at) > throwTime {
		list = list[1:]
	}
	if len(list) < 3 || now.Sub(list[len(list)-1].at) > throwRest {
		return 0, 0
	}
	t := list[len(list)-1].at.Sub(list[0].at)
	if t < throwLeast {
		return 0, 0
	}
	for _, s := range list[1:] {
		vx, vy = vx+s.dx, vy+s.dy
	}
	vx, vy = vx/t.Seconds(), vy/t.Seconds()
	v := math.Hypot(vx, vy)
	if v < 120 {
		return 0, 0
	}
	if v > throwMost {
		vx, vy = vx*throwMost/v, vy*throwMost/v
	}
	return vx, vy
}

// Dragged pans.
func (m *Map) Dragged(e *fyne.DragEvent) {
	m.endHover()
	m.pointer.dragging = true
	m.pointer.pushed(float64(e.Dragged.DX), float64(e.Dragged.DY))
	m.panBy(float64(e.Dragged.DX), float64(e.Dragged.DY))
	m.tiles.wantMoving(m, false)
	if !m.overlay.covers(m) {
		m.overlay.wanted, m.heat.wanted = true, true
		m.startDrawing()
	}
}

// DragEnd lets the map rest, or glide on where it was thrown.
func (m *Map) DragEnd() {
	m.pointer.dragging = false
	if vx, vy := m.pointer.speed(); (vx != 0 || vy != 0) && !m.config.ReducedMotion && m.laid {
		m.glide(vx, vy)
		return
	}
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
	if m.motion.glides && m.motion.running() { // it only stops a map that was thrown
		m.stop()
		m.settle()
		m.rested(true)
		return
	}
	x, y := float64(e.Position.X), float64(e.Position.Y)
	now := m.pointer.clock()
	again := now.Sub(m.pointer.lastTap) < doubleTap && math.Hypot(x-float64(m.pointer.lastTapAt.X), y-float64(m.pointer.lastTapAt.Y)) < 6
	m.pointer.lastTap, m.pointer.lastTapAt = now, e.Position
	if again {
		m.pointer.lastTap = time.Time{}
		m.endHover()
		dz := 1.0
		if m.pointer.shifted() {
			dz = -1
		}
		m.zoomAt(x, y, dz, true)
		return
	}
	if s := m.signAt(x, y); s != nil {
		m.tapSign(s)
		return
	}
	if m.deck.detail.open {
		m.deck.detail.dismiss(m)
	}
	if m.closeFan() {
		return
	}
	if m.OnTapMap != nil {
		m.OnTapMap(m.cam.view.Unproject(x, y))
	}
}

// TappedSecondary is a click with the other button on a mark or its name.
func (m *Map) TappedSecondary(e *fyne.PointEvent) {
	m.endHover()
	if s := m.signAt(float64(e.Position.X), float64(e.Position.Y)); s != nil && m.OnMenuMark != nil {
		m.OnMenuMark(m.marks.all[s.Top].ID, e.AbsolutePosition)
	}
}

// signAt is the sign, or the one whose name, is under a position.
func (m *Map) signAt(x, y float64) *sign {
	if s := m.marks.hit(x, y); s != nil {
		return s
	}
	if id, ok := m.overlay.nameAt(m, x, y); ok {
		return m.marks.named(id)
	}
	return nil
}

// tapSign tells of a mark, or opens a group.
func (m *Map) tapSign(s *sign) {
	m.endHover()
	id := m.marks.all[s.Top].ID
	if m.deck.detail.open && m.deck.detail.id != id {
		m.HideDetail()
	}
	if s.Size > 1 {
		m.pointer.lastTap = time.Time{} // what comes under the pointer now is not meant by a second tap
		m.openSign(s)
		return
	}
	if m.OnTapMark != nil {
		m.OnTapMark(id)
	}
}

// enter is a tap on the sign nearest to the middle of the map; it reports whether there is one.
func (m *Map) enter() bool {
	free := m.free(0)
	v := m.cam.view
	x, y := free.Left+(v.W-free.Left-free.Right)/2, free.Top+(v.H-free.Top-free.Bottom)/2
	var best *sign
	near := math.MaxFloat64
	for _, s := range m.marks.shown {
		if d := math.Hypot(s.sx-x, s.sy-y); d < near && s.sx >= 0 && s.sy >= 0 && s.sx <= v.W && s.sy <= v.H {
			best, near = s, d
		}
	}
	if best == nil {
		return false
	}
	m.tapSign(best)
	return true
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
	s := m.signAt(x, y)
	if s == nil {
		m.endHover()
		return
	}
	if s.Top+1 == m.pointer.hovered {
		return
	}
	m.endHover()
	m.pointer.hovered = s.Top + 1
	k := &m.marks.all[s.Top]
	if !m.deck.detail.open || m.deck.detail.id != k.ID {
		m.deck.hover.show(m, s)
	}
	m.gather()
	if m.OnHoverMark != nil && s.Size == 1 {
		m.OnHoverMark(k.ID, e.AbsolutePosition)
	}
}

func (m *Map) endHover() {
	if m.pointer.hovered == 0 {
		return
	}
	m.pointer.hovered = 0
	if m.deck.hover.Hide() {
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
		canvas.Refresh(m.deck.land) // Fyne does not know the canvas of what was never shown
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
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.OnEnter != nil && m.OnEnter() {
			return
		}
		if !m.enter() && m.OnKey != nil {
			m.OnKey(e)
		}
		return
	case fyne.KeyEscape:
		if !m.CloseOpen() && m.OnKey != nil {
			m.OnKey(e)
		}
		return
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
