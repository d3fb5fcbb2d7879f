package timeline

import (
	"maps"

	"dateline/app/ui/kit/days"
)

// NewTwin makes another timeline that shows what t shows, in its own size, until EndTwin: the same rows and piles at the same
// places of it. Nothing but its look is to be set on it.
func (t *Timeline) NewTwin() *Timeline {
	w := New()
	t.twin, w.of = w, t
	t.lead()
	return w
}

// EndTwin lets the twin go.
func (t *Timeline) EndTwin() {
	if t.twin != nil {
		t.twin.of, t.twin = nil, nil
	}
}

// lead has the twin show what t shows.
func (t *Timeline) lead() {
	w := t.twin
	if w == nil {
		return
	}
	w.lanes, w.items, w.weights, w.days, w.selected = t.lanes, t.items, append(w.weights[:0], t.weights...), t.days, maps.Clone(t.selected)
	w.period, w.scale, w.u0, w.u1, w.fitted, w.strip = t.period, t.scale, t.u0, t.u1, t.fitted, t.strip
	w.relayout()
}

// alike lays a twin out as what it is the twin of, in its own size; false where that has no size yet.
func (t *Timeline) alike() bool {
	a := t.of
	if a == nil || a.geo.w < 1 || a.geo.h < 1 {
		return false
	}
	x, y := t.Size().Width/a.geo.w, t.Size().Height/a.geo.h
	t.geo, t.scroll = a.geo.times(x, y), a.scroll*y
	t.marks = make([]mark, len(a.marks))
	for i, m := range a.marks {
		m.x0, m.x1, m.best, m.y, m.column = m.x0*x, m.x1*x, m.best*x, m.y*y, m.column*y
		t.marks[i] = m
	}
	t.ticks = make([]days.Tick, len(a.ticks))
	for i, k := range a.ticks {
		k.X, k.Left, k.Width = k.X*x, k.Left*x, k.Width*x
		t.ticks[i] = k
	}
	return true
}

// times is the geometry in another size.
func (g geometry) times(x, y float32) geometry {
	for _, v := range [...]*float32{&g.w, &g.plotL, &g.plotR, &g.undatedL, &g.titleW} {
		*v *= x
	}
	for _, v := range [...]*float32{&g.h, &g.lanesT, &g.lanesB, &g.axisT, &g.stripT, &g.stripB, &g.base, &g.row, &g.full} {
		*v *= y
	}
	g.pile *= min(x, y)
	return g
}
