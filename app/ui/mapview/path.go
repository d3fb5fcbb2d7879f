package mapview

import (
	"slices"

	"dateline/geo/mark"
)

// SetPath gives the points that a line through the marks follows, in order of time, and says whether it is shown.
// Points that repeat the one before are skipped.
func (m *Map) SetPath(points []mark.Stop, on bool) {
	m.leads(func(t *Map) { t.SetPath(points, on) })
	if !on {
		points = nil
	}
	if slices.Equal(points, m.overlay.path) {
		return
	}
	m.overlay.path = slices.Clone(points)
	m.marks.version++
	m.remarked()
}

// Path is the line that is shown; nil for none.
func (m *Map) Path() []mark.Stop { return slices.Clone(m.overlay.path) }
