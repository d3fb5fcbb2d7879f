package mapview

import (
	"math"

	"dateline/geo/viewport"
)

// twinBytes are the tile pictures that a twin keeps: it is small.
const twinBytes = 6 << 20

// NewTwin makes another map that shows what m shows, in its own size, until EndTwin. It makes no flights of its own, and keeps
// its own style, inset and cards. Nothing is to be set on it but those.
func (m *Map) NewTwin() *Map {
	c := m.config
	c.ReducedMotion, c.CacheBytes = true, twinBytes
	t := New(c)
	t.style = m.style
	t.lead, m.twin = m, t
	t.marks.setMarks(m.marks.all)
	t.marks.setSelected(m.marks.selected)
	t.overlay.path = m.overlay.path
	t.SetHeat(m.heat.layer)
	return t
}

// EndTwin lets the twin go, and ends what draws it.
func (m *Map) EndTwin() {
	if t := m.twin; t != nil {
		m.twin, t.lead = nil, nil
		m.goGuarded(t.Close) // waits for the drawing in work
	}
}

// alike is what the lead shows, in the size of the twin.
func (m *Map) alike() viewport.Viewport {
	v, own := m.lead.cam.view, m.cam.view
	v.Zoom += math.Log2(math.Max(own.W, 1) / math.Max(v.W, 1))
	v.W, v.H = own.W, own.H
	return v
}

// leads has the twin do what the map does.
func (m *Map) leads(do func(t *Map)) {
	if m.twin != nil {
		do(m.twin)
	}
}
