package timeline

import "maps"

// NewTwin makes another timeline that shows what t shows, in its own size, until EndTwin. Nothing but its look is to be set on it.
func (t *Timeline) NewTwin() *Timeline {
	w := New()
	t.twin = w
	t.lead()
	return w
}

// EndTwin lets the twin go.
func (t *Timeline) EndTwin() { t.twin = nil }

// lead has the twin show what t shows.
func (t *Timeline) lead() {
	w := t.twin
	if w == nil {
		return
	}
	w.lanes, w.items, w.weights, w.days, w.selected = t.lanes, t.items, append(w.weights[:0], t.weights...), t.days, maps.Clone(t.selected)
	w.period, w.scale, w.u0, w.u1, w.fitted = t.period, t.scale, t.u0, t.u1, t.fitted
	w.scroll = 0
	if t.geo.row > 0 {
		w.scroll = t.scroll / t.geo.row * w.geo.row
	}
	w.relayout()
}
