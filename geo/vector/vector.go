// Package vector gives the ground of the map as lines and shapes instead of pixels, in px of a view: for pictures that can
// be enlarged and for print.
//
//	g, err := vector.Of(shapes, view, 2)
//	for _, ring := range g.Land { … }
//
// It is made from the archive that tiles are drawn from, in the detail of the view's zoom. It chooses no colours.
package vector

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"

	"dateline/geo/basemap"
	"dateline/geo/outline"
	"dateline/geo/viewport"
)

// Path is a line, or a ring whose last point is its first, in px of the view.
type Path []orb.Point

// Ground is what lies under the marks.
type Ground struct {
	Land  []Path // filled by the rule "even-odd": islands and holes
	Lakes []Path // the same

	Coasts, Countries, Disputed, Regions, Rivers, Shores []Path
}

// Points is how many points the ground has.
func (g *Ground) Points() (n int) {
	for _, layer := range [][]Path{g.Land, g.Lakes, g.Coasts, g.Countries, g.Disputed, g.Regions, g.Rivers, g.Shores} {
		for _, path := range layer {
			n += len(path)
		}
	}
	return n
}

// margin is how far beyond the view paths go on, in px, so that no line along its edge is seen.
const margin = 8

// Of is the ground of a view, in a detail as if it were enlarged so many times: what is smaller than a third of a px then
// is left out. detail 1 is for looking at it as it is.
func Of(o *outline.Outlines, v viewport.Viewport, detail float64) (Ground, error) {
	if !(detail >= 1) {
		detail = 1
	}
	m := maker{archive: o.Archive(), view: v, tolerance: 0.35 / detail, zoom: v.Zoom + math.Log2(detail)}
	m.frame = frameOf(v)
	m.Land = m.shape(o.Land(v.Bound(), m.zoom))
	for _, l := range []struct {
		layer       basemap.Layer
		first, last basemap.Class
		from        float64 // the zoom of the view from which it is shown
		into        *[]Path
	}{
		{basemap.Land, basemap.Coast, basemap.Coast, 0, &m.Coasts},
		{basemap.Land, basemap.Country, basemap.Country, 0, &m.Countries},
		{basemap.Land, basemap.Disputed, basemap.DisputedAdm, 0, &m.Disputed},
		{basemap.Land, basemap.Admin1, m.regions(), basemap.Admin1From - 0.5, &m.Regions},
		{basemap.Water, basemap.River, basemap.River, 2.5, &m.Rivers},
		{basemap.Water, basemap.Lake, basemap.Lake, 0, &m.Shores},
	} {
		if v.Zoom < l.from {
			continue
		}
		if err := m.lines(l.layer, l.first, l.last, l.into); err != nil {
			return Ground{}, fmt.Errorf("vector: %w", err)
		}
	}
	return m.Ground, nil
}

// Shape is what of a shape is in view.
func Shape(v viewport.Viewport, shape orb.MultiPolygon) []Path {
	m := maker{view: v, tolerance: 0.35}
	m.frame = frameOf(v)
	return m.shape(shape)
}

func frameOf(v viewport.Viewport) orb.Bound {
	return orb.Bound{Min: orb.Point{-margin, -margin}, Max: orb.Point{v.W + margin, v.H + margin}}
}

type maker struct {
	Ground
	archive   *basemap.Archive
	view      viewport.Viewport
	frame     orb.Bound
	tolerance float64 // px
	zoom      float64 // whose detail is taken
}

// regions is the last class of borders between regions that a tile of this zoom shows.
func (m *maker) regions() basemap.Class {
	return basemap.Admin1 + basemap.Class(max(0, min(4, math.Round(m.view.Zoom)-basemap.Admin1From)))
}

func (m *maker) level() int { return basemap.LevelFor(int(math.Round(max(0, min(m.zoom, 30))))) }

// project gives the px of a point of the unit world in one of its copies.
func (m *maker) project(x, y, copies float64) orb.Point {
	size := m.view.WorldSize()
	cx, cy := viewport.World(m.view.Center)
	return orb.Point{m.view.W/2 + (x-cx+copies)*size, m.view.H/2 + (y-cy)*size}
}

// shape gives the rings of a shape that are in view, in each copy of the world.
func (m *maker) shape(all orb.MultiPolygon) (out []Path) {
	for _, polygon := range all {
		for copies := -1.0; copies <= 1; copies++ {
			for _, ring := range polygon {
				px := make(orb.Ring, len(ring))
				for i, p := range ring {
					x, y := viewport.World(p)
					px[i] = m.project(x, y, copies)
				}
				out = m.ring(out, px)
			}
		}
	}
	return out
}

// ring adds what of a ring is in view.
func (m *maker) ring(to []Path, r orb.Ring) []Path {
	if !r.Bound().Intersects(m.frame) {
		return to
	}
	kept := clip.Ring(m.frame, r)
	if len(kept) < 4 {
		return to
	}
	path := simplify(Path(kept), m.tolerance)
	if len(path) < 4 {
		return to
	}
	return append(to, path)
}

// lines adds the arcs of some classes, and the lakes as shapes beside their shores.
func (m *maker) lines(layer basemap.Layer, first, last basemap.Class, into *[]Path) error {
	level := 0
	if layer == basemap.Land {
		level = m.level()
	}
	for copies := -1.0; copies <= 1; copies++ {
		box, ok := m.box(copies)
		if !ok {
			continue
		}
		blocks, err := m.archive.Arcs(layer, level, box)
		if err != nil {
			return err
		}
		for _, arcs := range blocks {
			for i := range arcs {
				if a := &arcs[i]; a.Class >= first && a.Class <= last && len(a.XY) >= 4 && a.Box.Touches(box) {
					m.arc(a, copies, into)
				}
			}
		}
	}
	return nil
}

func (m *maker) arc(a *basemap.Arc, copies float64, into *[]Path) {
	line := make(orb.LineString, len(a.XY)/2)
	for i := range line {
		line[i] = m.project(float64(a.XY[2*i])/basemap.World, float64(a.XY[2*i+1])/basemap.World, copies)
	}
	if b := line.Bound(); max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]) < 3*m.tolerance && line[0] == line[len(line)-1] {
		return // an island or lake that is too small to be seen
	}
	if a.Class == basemap.Lake {
		m.Lakes = m.ring(m.Lakes, orb.Ring(append(orb.LineString(nil), line...)))
	}
	for _, part := range clip.LineString(m.frame, line) {
		if path := simplify(Path(part), m.tolerance); len(path) > 1 {
			*into = append(*into, path)
		}
	}
}

// box is the frame in units of the archive, for a copy of the world; false where it lies outside.
func (m *maker) box(copies float64) (basemap.Box, bool) {
	size := m.view.WorldSize()
	cx, cy := viewport.World(m.view.Center)
	unit := func(f float64) int32 { return int32(max(0, min(1, f)) * (basemap.World - 1)) }
	left, right := cx-copies+(m.frame.Min[0]-m.view.W/2)/size, cx-copies+(m.frame.Max[0]-m.view.W/2)/size
	if right < 0 || left > 1 {
		return basemap.Box{}, false
	}
	top, bottom := cy+(m.frame.Min[1]-m.view.H/2)/size, cy+(m.frame.Max[1]-m.view.H/2)/size
	return basemap.Box{MinX: unit(left), MinY: unit(top), MaxX: unit(right) + 1, MaxY: unit(bottom) + 1}, true
}

// simplify leaves out points that lie closer than tolerance to the line between those that are kept (Douglas and Peucker).
func simplify(p Path, tolerance float64) Path {
	if len(p) < 3 {
		return p
	}
	keep := make([]bool, len(p))
	keep[0], keep[len(p)-1] = true, true
	type piece struct{ from, to int }
	todo := []piece{{0, len(p) - 1}}
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		far, at := tolerance, -1
		for i := x.from + 1; i < x.to; i++ {
			if d := distance(p[i], p[x.from], p[x.to]); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			todo = append(todo, piece{x.from, at}, piece{at, x.to})
		}
	}
	out := make(Path, 0, len(p)/2)
	for i, k := range keep {
		if k {
			out = append(out, p[i])
		}
	}
	return out
}

// distance is that of p from the line between a and b.
func distance(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	long := dx*dx + dy*dy
	t := 0.0
	if long > 0 {
		t = max(0, min(1, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/long))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}
