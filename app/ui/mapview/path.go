package mapview

import "github.com/paulmach/orb"

// SetPath gives the points that a line through the marks follows, in order of time, and says whether it is shown.
// Points that repeat the one before are skipped.
func (m *Map) SetPath(points []orb.Point, on bool) {}
