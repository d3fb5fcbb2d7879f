package timeline

import (
	"math"
	"time"

	"dateline/app/story"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Draggable     = (*Timeline)(nil)
	_ fyne.Scrollable    = (*Timeline)(nil)
	_ fyne.Focusable     = (*Timeline)(nil)
	_ desktop.Mouseable  = (*Timeline)(nil)
	_ desktop.Hoverable  = (*Timeline)(nil)
	_ desktop.Cursorable = (*Timeline)(nil)
)

func abs(v float32) float32 { return max(v, -v) }

// grip is what the pointer has hold of.
type grip uint8

const (
	gripNone   grip = iota
	gripPlace       // an empty spot: the period jumps there
	gripBand        // the band or its handle: the period moves along
	gripFrom        // the band's left edge
	gripTo          // its right edge
	gripScroll      // the bar that the lanes are scrolled by
)

// hand is the state of pointer and wheel.
type hand struct {
	pressed, dragging bool
	grip              grip
	at                fyne.Position // where it was pressed
	off               float64       // days from the pointer to the period's middle
	thumb             float32       // from the top of the scroll bar's thumb to the pointer
	mark              int           // index of the mark pressed, or -1
	before            story.Period  // before the last click, for a double click takes it back
	clicked           time.Time
	clickedAt         fyne.Position
	pileItems         []int // the pile last clicked, and how far
	pileNext          int
	wheel             float32
	over              int // index of the mark under the pointer, or -1
	title             int // the lane whose title is under the pointer, or -1
	bin               int // the bar under the pointer, or -1
	cursor            desktop.Cursor
}

func (h *hand) clear() {
	h.mark, h.over, h.title, h.bin, h.pileItems, h.pileNext = -1, -1, -1, -1, nil, 0
}

const doubleClick = 400 * time.Millisecond

// MouseDown is called by Fyne.
func (t *Timeline) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == 0 || ev.Button&desktop.MouseButtonPrimary != 0 {
		t.press(ev.Position)
	}
}

func (t *Timeline) press(p fyne.Position) {
	h := &t.hand
	h.pressed, h.dragging, h.at = true, false, p
	h.grip, h.mark = t.gripAt(p)
	h.off = 0
	if h.grip == gripScroll {
		t.takeThumb(p)
	}
	if mid, ok := middle(t.period); ok && h.grip == gripBand {
		h.off = mid - t.dayAtX(p.X)
	}
}

// gripAt says what a press at p takes hold of, and the mark there.
func (t *Timeline) gripAt(p fyne.Position) (grip, int) {
	g := t.geo
	if t.onScrollBar(p) {
		return gripScroll, -1
	}
	if t.scale.Empty() || p.X < g.plotL-12 || p.X > g.plotR+12 {
		return gripNone, t.markAt(p)
	}
	l, r, on := t.bandEnds()
	mid := t.periodX()
	switch m := t.markAt(p); {
	case on && abs(p.X-mid) <= 11 && abs(p.Y-g.lanesB) <= 12:
		return gripBand, -1
	case m >= 0 && on && p.X >= l && p.X <= r:
		return gripBand, m
	case m >= 0:
		return gripPlace, m
	case on && t.period.From.Bounded() && p.X >= l-5 && p.X <= l+min(4, (r-l)/6):
		return gripFrom, -1
	case on && t.period.To.Bounded() && p.X <= r+5 && p.X >= r-min(4, (r-l)/6):
		return gripTo, -1
	case on && p.X >= l && p.X <= r:
		return gripBand, -1
	}
	return gripPlace, -1
}

// MouseUp is called by Fyne; at the end of a drag DragEnd follows.
func (t *Timeline) MouseUp(ev *desktop.MouseEvent) {
	h := &t.hand
	if !h.pressed || h.dragging {
		return
	}
	h.pressed = false
	if h.grip == gripScroll {
		return
	}
	now := time.Now()
	near := abs(h.clickedAt.X-ev.Position.X) < 6 && abs(h.clickedAt.Y-ev.Position.Y) < 6
	if h.mark < 0 && near && now.Sub(h.clicked) < doubleClick {
		h.clicked = time.Time{}
		if h.before != t.period {
			t.move(h.before)
			t.ended()
		}
		t.Fit()
		return
	}
	h.clicked, h.clickedAt, h.before = now, ev.Position, t.period
	lane := t.titleAt(ev.Position)
	switch {
	case lane >= 0 && h.mark < 0:
		if t.OnTapLane != nil {
			t.OnTapLane(lane)
		}
	case h.mark >= 0:
		t.tap(h.mark)
	case t.binAt(ev.Position) >= 0:
		t.choose(t.binAt(ev.Position))
	case h.grip == gripPlace:
		t.move(t.periodAbout(t.dayAtX(ev.Position.X)))
		t.ended()
	}
}

// TappedSecondary tells which item was clicked with the other button.
func (t *Timeline) TappedSecondary(ev *fyne.PointEvent) {
	if i := t.markAt(ev.Position); i >= 0 && i < len(t.marks) && t.OnMenuItem != nil {
		t.OnMenuItem(t.items[t.marks[i].items[0]].ID, ev.AbsolutePosition)
	}
}

// tap tells of the item of a mark; of a pile, of the next one each time.
func (t *Timeline) tap(i int) {
	h := &t.hand
	if i >= len(t.marks) {
		return
	}
	items := t.marks[i].items
	if len(h.pileItems) != len(items) || h.pileItems[0] != items[0] {
		h.pileItems, h.pileNext = items, 0
	}
	id := t.items[items[h.pileNext%len(items)]].ID
	h.pileNext++
	if t.OnTapItem != nil {
		t.OnTapItem(id)
	}
}

// Dragged is called by Fyne.
func (t *Timeline) Dragged(ev *fyne.DragEvent) {
	h := &t.hand
	if !h.pressed {
		t.press(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
	}
	h.dragging = true
	t.hideTip()
	if h.grip == gripScroll {
		t.dragThumb(ev.Position)
		return
	}
	x := min(max(ev.Position.X, t.geo.plotL), t.geo.plotR)
	day := t.dayAtX(x)
	switch h.grip {
	case gripBand, gripPlace:
		t.move(t.periodAbout(day + h.off))
	case gripFrom:
		p := t.period
		p.From = min(dayOf(day+0.5), p.To)
		t.move(p)
	case gripTo:
		p := t.period
		p.To = max(dayOf(day-0.5), p.From)
		t.move(p)
	}
}

// DragEnd is called by Fyne.
func (t *Timeline) DragEnd() {
	h := &t.hand
	moved := h.dragging && h.grip != gripNone && h.grip != gripScroll
	h.pressed, h.dragging = false, false
	if moved {
		t.ended()
	}
}

// periodAbout is the period, as wide as it is now, with its middle at a moment.
func (t *Timeline) periodAbout(mid float64) story.Period {
	p := t.period
	from, to := p.From.Bounded(), p.To.Bounded()
	switch {
	case p.On && from && to:
		days := p.To - p.From
		p.From = dayOf(mid - float64(days)/2)
		p.To = p.From + days
	case p.On && from:
		p.From = dayOf(mid)
	case p.On && to:
		p.To = dayOf(mid)
	default:
		d, reach := dayOf(mid), story.Day(max(t.Reach, 0))
		p = story.Between(d-reach, d+reach)
	}
	return p
}

func (t *Timeline) move(p story.Period) {
	if p == t.period {
		return
	}
	t.period = p
	t.placePeriod()
	if t.OnPeriod != nil {
		t.OnPeriod(p)
	}
}

func (t *Timeline) ended() {
	if t.OnPeriodEnded != nil {
		t.OnPeriodEnded(t.period)
	}
}

// modifiers are the keys held down, where the driver knows.
func modifiers() fyne.KeyModifier {
	if app := fyne.CurrentApp(); app != nil {
		if d, ok := app.Driver().(desktop.Driver); ok {
			return d.CurrentKeyModifiers()
		}
	}
	return 0
}

// Scrolled is called by Fyne: the wheel steps the period, with Ctrl it zooms about the pointer, with Shift it pans. Over
// the titles it scrolls the lanes, when not all of them fit.
func (t *Timeline) Scrolled(ev *fyne.ScrollEvent) { t.wheel(ev, modifiers()) }

func (t *Timeline) wheel(ev *fyne.ScrollEvent, held fyne.KeyModifier) {
	d := ev.Scrolled.DY
	if abs(ev.Scrolled.DX) > abs(d) {
		d = ev.Scrolled.DX
	}
	switch {
	case held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		t.ZoomBy(math.Pow(1.2, float64(min(max(d/25, -3), 3))), ev.Position.X)
	case held&fyne.KeyModifierShift != 0:
		t.PanBy(-float64(min(max(d/25, -3), 3)) * 0.1)
	case ev.Position.X < t.geo.plotL-12 && t.geo.full > t.geo.lanesB-t.geo.lanesT:
		t.scrollTo(t.scroll - d)
	default:
		t.wheelStep(d)
	}
}

// wheelStep moves the period by a step for each notch. Finer movements of a touch pad add up to one.
func (t *Timeline) wheelStep(d float32) {
	if t.scale.Empty() {
		return
	}
	h := &t.hand
	if h.wheel*d < 0 {
		h.wheel = 0
	}
	if h.wheel += d; abs(h.wheel) < 10 {
		return
	}
	dir := 1 // down or right is later
	if h.wheel > 0 {
		dir = -1
	}
	h.wheel = 0
	if p := t.Stepped(dir); p != t.period {
		t.move(p)
		t.showPeriod()
		t.placePeriod()
		t.ended()
	}
}

// Stepped is the period moved by n steps, and at least so far that it can be seen to move, within the days that there are.
func (t *Timeline) Stepped(n int) story.Period {
	if t.scale.Empty() {
		return t.period
	}
	mid, ok := middle(t.period)
	if !ok {
		return t.periodAbout(t.dayAtX((t.geo.plotL + t.geo.plotR) / 2))
	}
	by := float64(n * max(t.Step, 1))
	if far := t.dayAtX(t.x(mid)+float32(n)*2) - mid; math.Abs(far) > math.Abs(by) {
		by = math.Trunc(far)
	}
	first, last := t.scale.Ends()
	to := mid + by
	if by > 0 {
		to = min(to, max(last-0.5, mid))
	} else {
		to = max(to, min(first+0.5, mid))
	}
	return t.periodAbout(to)
}

// MouseIn is called by Fyne.
func (t *Timeline) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (t *Timeline) MouseMoved(ev *desktop.MouseEvent) {
	if t.hand.dragging {
		return
	}
	g, m := t.gripAt(ev.Position)
	lane := -1
	bin := -1
	if m < 0 && g != gripScroll {
		lane, bin = t.titleAt(ev.Position), t.binAt(ev.Position)
	}
	t.hand.cursor = desktop.DefaultCursor
	switch {
	case m >= 0, g == gripScroll, lane >= 0 && t.OnTapLane != nil, bin >= 0 && t.OnBin != nil:
		t.hand.cursor = desktop.PointerCursor
	case g == gripFrom || g == gripTo:
		t.hand.cursor = desktop.HResizeCursor
	}
	if m != t.hand.over || lane != t.hand.title || bin != t.hand.bin {
		t.hand.over, t.hand.title, t.hand.bin = m, lane, bin
		t.showTip(t.tipAt(m, lane, bin), ev.Position)
	}
}

// MouseOut is called by Fyne.
func (t *Timeline) MouseOut() {
	t.hand.over, t.hand.title, t.hand.bin = -1, -1, -1
	t.hand.cursor = desktop.DefaultCursor
	t.hideTip()
}

// Cursor is called by Fyne.
func (t *Timeline) Cursor() desktop.Cursor {
	if t.hand.cursor == nil {
		return desktop.DefaultCursor
	}
	return t.hand.cursor
}

// FocusGained is called by Fyne. Only Tab gives the timeline the keyboard, a click does not.
func (t *Timeline) FocusGained() { t.setFocus(true) }

// FocusLost is called by Fyne.
func (t *Timeline) FocusLost() { t.setFocus(false) }

func (t *Timeline) setFocus(on bool) {
	t.focused = on
	t.placeFocus()
	if t.draw != nil {
		canvas.Refresh(t.draw.picture) // Fyne does not know the canvas of what was never shown
	}
}

// TypedKey is called by Fyne: Page Up and Page Down scroll the lanes, up and down go from bar to bar, the rest is the caller's;
// with Aside all are.
func (t *Timeline) TypedKey(ev *fyne.KeyEvent) {
	if t.Aside && t.OnKey != nil {
		t.OnKey(ev)
		return
	}
	page := max(t.geo.lanesB-t.geo.lanesT-t.geo.row, t.geo.row)
	switch {
	case ev.Name == fyne.KeyPageUp:
		t.scrollTo(t.scroll - page)
	case ev.Name == fyne.KeyPageDown:
		t.scrollTo(t.scroll + page)
	case ev.Name == fyne.KeyUp && t.stepBin(-1), ev.Name == fyne.KeyDown && t.stepBin(+1):
	case t.OnKey != nil:
		t.OnKey(ev)
	}
}

// TypedRune is called by Fyne.
func (t *Timeline) TypedRune(r rune) {
	if t.OnRune != nil {
		t.OnRune(r)
	}
}

// markAt is the index of the mark under a point, or -1.
func (t *Timeline) markAt(p fyne.Position) int {
	g := t.geo
	if g.row <= 0 || p.Y < g.lanesT || p.Y > g.lanesB || p.X < g.plotL-shapeR {
		return -1
	}
	lane := int((p.Y - g.lanesT + t.scroll) / g.row)
	i := t.geo.hit(t.marks, lane, p.X, p.Y+t.scroll)
	if i >= 0 && (!g.inPlot(&t.marks[i]) || t.marks[i].bar && p.X > g.plotR+2) {
		return -1
	}
	return i
}
