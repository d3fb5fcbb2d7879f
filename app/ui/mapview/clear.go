package mapview

import (
	"math"

	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// FitClear is Fit with a view in which what stands on the map covers as few marks as can be: it moves aside or shows a
// little more around where a card would lie on a mark. The points stay in the part that no card covers.
func (m *Map) FitClear(points []orb.Point, maxZoom float64, animated bool) {
	b, ok := viewport.Around(points)
	if !ok {
		m.Fit(points, maxZoom, animated)
		return
	}
	view := func() viewport.Viewport {
		c := clearing{pad: m.around(), size: float64(m.look.TextSize)}
		for i := range m.marks.all {
			if len(c.marks) == mostCleared {
				break
			}
			c.marks = append(c.marks, m.marks.all[i].At)
		}
		for _, o := range m.deck.boxes() {
			c.boxes = append(c.boxes, rect{o.Left, o.Top, o.Right, o.Bottom})
		}
		return c.view(m.cam.view.Fit(b, c.pad, maxZoom), b)
	}
	m.sticky = func() { m.goTo(view(), false) }
	if m.laid {
		m.goTo(view(), animated)
	}
}

// mostCleared is how many marks are looked at: those that come first have most events.
const mostCleared = 300

// clearing looks for a view in which no box covers a mark.
type clearing struct {
	marks []orb.Point
	boxes []rect
	pad   viewport.Pad
	size  float64 // of a sign, from its middle
}

// view is the one nearest to v in which fewest marks are covered and the bound stays in the free part.
func (c *clearing) view(v viewport.Viewport, b orb.Bound) viewport.Viewport {
	best, least := v, c.covered(v)
	if least == 0 {
		return v
	}
	w, h := v.W-c.pad.Left-c.pad.Right, v.H-c.pad.Top-c.pad.Bottom
	cost := math.Inf(1)
	for _, dz := range [...]float64{0, -0.25, -0.5, -0.75, -1, -1.5} {
		z := v.ZoomAt(c.pad.Left+w/2, c.pad.Top+h/2, dz)
		for i := -8; i <= 8; i++ {
			for k := -8; k <= 8; k++ {
				dx, dy := float64(i)*w/18, float64(k)*h/18
				try := z.Pan(dx, dy)
				if !c.inside(try, b) {
					continue
				}
				n, far := c.covered(try), math.Hypot(dx, dy)-dz*400
				if n < least || n == least && far < cost {
					best, least, cost = try, n, far
				}
			}
		}
		if least == 0 {
			break
		}
	}
	return best
}

// covered counts the marks that a box covers.
func (c *clearing) covered(v viewport.Viewport) (n int) {
	for _, p := range c.marks {
		x, y := v.Project(p)
		for _, o := range c.boxes {
			if x > o.l-c.size && x < o.r+c.size && y > o.t-c.size && y < o.b+c.size {
				n++
				break
			}
		}
	}
	return n
}

// inside reports whether the bound is in the free part.
func (c *clearing) inside(v viewport.Viewport, b orb.Bound) bool {
	for _, p := range [...]orb.Point{b.Min, b.Max} {
		if x, y := v.Project(p); x < c.pad.Left-1 || y < c.pad.Top-1 || x > v.W-c.pad.Right+1 || y > v.H-c.pad.Bottom+1 {
			return false
		}
	}
	return true
}
