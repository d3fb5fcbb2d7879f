package timeline

import (
	"dateline/app/ui/kit/brush"
	"fyne.io/fyne/v2"
)

// Where the bar stands that the lanes are scrolled by, left of the plot, and how far from it the pointer has hold of it.
const (
	scrollLeft  = 12 // from the plot to the bar's left side
	scrollRight = 6  // and to its right side
	scrollReach = 2
)

// scrollTo moves the lanes, as far as there are more.
func (t *Timeline) scrollTo(y float32) {
	y = max(min(y, t.geo.full-(t.geo.lanesB-t.geo.lanesT)), 0)
	if y == t.scroll {
		return
	}
	t.scroll = y
	t.hand.over, t.hand.title, t.hand.mark = -1, -1, -1
	if t.draw != nil {
		t.draw.place()
	}
	t.lead()
}

// thumb is the part of the scroll bar that stands for the lanes in view; false when all of them are. Of many lanes it is
// still tall enough to be taken hold of.
func (t *Timeline) thumb() (top, high float32, shown bool) {
	g := t.geo
	window := g.lanesB - g.lanesT
	if g.full <= window+1 {
		return 0, 0, false
	}
	high = max(window/g.full*window, min(24, window/2))
	return g.lanesT + t.scroll/(g.full-window)*(window-high), high, true
}

// onScrollBar reports whether a point is on the scroll bar.
func (t *Timeline) onScrollBar(p fyne.Position) bool {
	g := t.geo
	_, _, shown := t.thumb()
	return shown && p.X >= g.plotL-scrollLeft-scrollReach && p.X <= g.plotL-scrollRight+scrollReach && p.Y >= g.lanesT && p.Y <= g.lanesB
}

// takeThumb takes hold of the thumb; beside it, the thumb comes to the pointer.
func (t *Timeline) takeThumb(p fyne.Position) {
	top, high, _ := t.thumb()
	if t.hand.thumb = p.Y - top; t.hand.thumb < 0 || t.hand.thumb > high {
		t.hand.thumb = high / 2
		t.dragThumb(p)
	}
}

// dragThumb scrolls the lanes so that the thumb stays under the pointer.
func (t *Timeline) dragThumb(p fyne.Position) {
	g := t.geo
	if _, high, shown := t.thumb(); shown {
		window := g.lanesB - g.lanesT
		t.scrollTo((p.Y - t.hand.thumb - g.lanesT) / (window - high) * (g.full - window))
	}
}

// scrollBar shows which lanes are in view when not all are.
func (d *drawing) scrollBar(b *brush.Brush) {
	t, g := d.t, d.t.geo
	top, high, shown := t.thumb()
	if !shown {
		return
	}
	l, r := g.plotL-scrollLeft, g.plotL-scrollRight
	b.Flat(l, g.lanesT, r, g.lanesB, brush.Faded(t.look.line, 0.16))
	b.Flat(l, top, r, top+high, brush.Faded(t.look.line, 0.8))
}
