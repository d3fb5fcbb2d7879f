package mapview

import (
	"cmp"
	"math"
	"slices"

	"dateline/geo/mark"
)

const (
	reach     = mark.Reach // marks nearer than this many units are shown as one
	mostSigns = mark.MostSigns
	beyond    = 40.0 // a mark may reach into the view from outside
	margin    = 260  // units around the view that are grouped with it, for the next pan
	quarter   = 4    // groups change at each quarter of a zoom
)

// stepOf is the reach for a zoom, in quarters of it: coarse makes it larger.
func stepOf(zoom float64, coarse int) int {
	_, step := mark.GroupRadius(zoom, coarse, 1)
	return step
}

// sign is what stands on the map for one mark, or for several that are near each other.
type sign struct {
	top    int32 // its most important mark
	cell   int32 // the first cell of a group, -1 for a single mark
	n      int   // marks
	count  int   // events
	x, y   float64
	dx, dy float64 // units off its point, in a fan
	p      float64
	level  uint8 // of drawing
	filled, ring, country, area, selected,
	fanned bool

	dot    *dot
	sprite *sprite
	sx, sy float64 // on the screen
	r      float64
}

// cell is a square of the index with marks in it.
type cell struct {
	x, y  int32
	items []int32
	key   uint64 // of the most important of them
	top   int32
	n     int32 // that are not shown apart
	lead  int32 // the cell it goes to; -1 before that is known
	next  int32 // of the same group
	sign  int32 // of a leader; -1 before it has one
}

// grouping is the signs of a part of the world at one reach. Which marks go together depends on the marks alone and
// not on the part that is looked at: the most important mark leads, then the most important one out of reach of it,
// and so on; all others go to the most important leader in reach. So panning changes nothing.
type grouping struct {
	signs []sign

	level          int
	radius         float64 // in the unit world
	step           int     // the reach, in quarters of a zoom
	x0, y0, x1, y1 float64 // part of the unit world
	cx, cy, cw, ch int     // the same in cells
	cells          []cell
	dense          []int32 // cell + 1 of each square of the part
	outside        map[uint64]int32
	inner          int
}

// holds reports whether the view lies in the part that is grouped, at the right reach.
func (g *grouping) holds(x0, y0, x1, y1 float64, step int) bool {
	return g.step == step && len(g.dense) > 0 && x0 >= g.x0 && y0 >= g.y0 && x1 <= g.x1 && y1 <= g.y1
}

// build groups the marks of a part of the unit world.
func (g *grouping) build(l *markLayer, x0, y0, x1, y1 float64, step int, units float64) {
	g.x0, g.y0, g.x1, g.y1, g.step = x0, y0, x1, y1, step
	g.radius = units / (256 * math.Exp2(float64(step)/quarter))
	g.level = mark.GroupLevel(g.radius)
	side := math.Exp2(float64(g.level))
	n := 1 << g.level
	g.cx, g.cy = int(math.Floor(x0*side)), max(0, int(math.Floor(y0*side)))
	g.cw = min(n, int(math.Ceil(x1*side))-g.cx)
	g.ch = max(0, min(n, int(math.Ceil(y1*side)))-g.cy)
	g.cells, g.signs = g.cells[:0], g.signs[:0]
	clear(g.outside)
	if size := max(1, g.cw*g.ch); cap(g.dense) < size {
		g.dense = make([]int32, size)
	} else {
		g.dense = g.dense[:size]
		clear(g.dense)
	}
	// The part may run over the edge of the world.
	for from := g.cx; from < g.cx+g.cw; {
		left := ((from % n) + n) % n
		wide := min(n-left, g.cx+g.cw-from)
		l.index.cells(g.level, left, g.cy, left+wide, g.cy+g.ch, func(cx, cy int, items []int32) {
			if k := g.add(l, cx, cy, items); k >= 0 {
				g.dense[(cy-g.cy)*g.cw+from-g.cx+cx-left] = k + 1
			}
		})
		from += wide
	}
	g.inner = len(g.cells)
}

// add makes a cell of those marks that are not shown apart, or gives -1 if there are none.
func (g *grouping) add(l *markLayer, cx, cy int, items []int32) int32 {
	c := cell{x: int32(cx), y: int32(cy), items: items, top: -1, lead: -1, next: -1, sign: -1}
	for _, i := range items {
		if l.apart[i] {
			continue
		}
		c.n++
		if k := l.keys[i]; c.top < 0 || k > c.key || k == c.key && i < c.top {
			c.key, c.top = k, i
		}
	}
	if c.n == 0 {
		return -1
	}
	g.cells = append(g.cells, c)
	return int32(len(g.cells) - 1)
}

// at is the cell of a square, which may lie outside the part; -1 if there is none.
func (g *grouping) at(l *markLayer, x, y int) int32 {
	n := 1 << g.level
	if y < 0 || y >= n {
		return -1
	}
	x &= n - 1
	dx, dy := (x-g.cx)&(n-1), y-g.cy
	if dx < g.cw && dy >= 0 && dy < g.ch {
		return g.dense[dy*g.cw+dx] - 1
	}
	key := uint64(x)<<32 | uint64(y)
	if k, ok := g.outside[key]; ok {
		return k
	}
	if g.outside == nil {
		g.outside = map[uint64]int32{}
	}
	k := int32(-1)
	if items := l.index.cell(g.level, uint32(x), uint32(y)); len(items) > 0 {
		k = g.add(l, x, y, items)
	}
	g.outside[key] = k
	return k
}

// leader finds the cell that k goes to: itself, unless a more important one in reach leads.
func (g *grouping) leader(l *markLayer, k int32, deep int) int32 {
	c := g.cells[k]
	if c.lead >= 0 {
		return c.lead
	}
	best, key := k, c.key
	p := l.world[c.top]
	most := int(math.Ceil(g.radius * math.Exp2(float64(g.level))))
	for dy := -most; dy <= most; dy++ {
		for dx := -most; dx <= most; dx++ {
			o := g.at(l, int(c.x)+dx, int(c.y)+dy)
			if o < 0 || o == k {
				continue
			}
			other := &g.cells[o]
			if other.key < key || other.key == key && (best != k || other.top > c.top) {
				continue
			}
			q := l.world[other.top]
			ex, ey := q[0]-p[0], q[1]-p[1]
			ex -= math.Round(ex)
			if ex*ex+ey*ey >= g.radius*g.radius {
				continue
			}
			if deep < 200 && g.leader(l, o, deep+1) == o {
				best, key = o, g.cells[o].key
			}
		}
	}
	g.cells[k].lead = best
	return best
}

// gather makes the signs.
func (g *grouping) gather(l *markLayer) {
	for k := int32(0); k < int32(g.inner); k++ {
		g.leader(l, k, 0)
	}
	// Cells beyond the part that were looked at belong to the groups at its edge, as far as they are known.
	for k := range g.cells {
		lead := g.cells[k].lead
		if lead < 0 {
			continue
		}
		at := g.cells[lead].sign
		if at < 0 {
			at = int32(len(g.signs))
			g.cells[lead].sign = at
			top := g.cells[lead].top
			g.signs = append(g.signs, sign{top: top, cell: -1, x: l.world[top][0], y: l.world[top][1]})
		}
		s := &g.signs[at]
		g.cells[k].next, s.cell = s.cell, int32(k)
		for _, i := range g.cells[k].items {
			if !l.apart[i] {
				s.take(&l.all[i])
			}
		}
	}
	for i := range g.signs {
		if g.signs[i].n == 1 {
			g.signs[i].cell = -1
		}
	}
	for _, i := range l.alone {
		if at := l.all[i].At; math.IsNaN(at[0] + at[1]) {
			continue
		}
		s := sign{top: i, cell: -1, x: l.world[i][0], y: l.world[i][1], selected: slices.Contains(l.chosen, i)}
		if dx, dy, ok := l.fan.place(i); ok {
			s.dx, s.dy, s.fanned, s.x, s.y = dx, dy, true, l.fan.x, l.fan.y
		}
		s.take(&l.all[i])
		g.signs = append(g.signs, s)
	}
	for i := range g.signs {
		s := &g.signs[i]
		switch {
		case s.selected:
			s.level = 3
		case s.fanned:
			s.level = 2
		case s.filled:
			s.level = 1
		}
	}
	slices.SortFunc(g.signs, func(a, b sign) int {
		if a.level != b.level {
			return int(a.level) - int(b.level)
		}
		if c := cmp.Compare(l.keys[a.top], l.keys[b.top]); c != 0 {
			return c
		}
		return cmp.Compare(b.top, a.top) // the first given ends on top
	})
}

func (s *sign) take(k *Mark) {
	s.n++
	s.count += max(0, k.Count)
	s.filled = s.filled || k.Filled
	s.ring = s.ring || k.Ring
	if s.n == 1 {
		s.country, s.area = k.Country, k.Area != nil || k.Shape != nil
	} else {
		s.country, s.area = false, false
	}
	p := k.P
	if !(p > 0 && p <= 1) {
		p = 1
	}
	s.p = max(s.p, p)
}

// members are the marks of a sign, the most important first.
func (l *markLayer) members(s *sign) []int32 {
	if s.cell < 0 {
		return []int32{s.top}
	}
	var out []int32
	for k := s.cell; k >= 0; k = l.group.cells[k].next {
		for _, i := range l.group.cells[k].items {
			if !l.apart[i] {
				out = append(out, i)
			}
		}
	}
	slices.SortFunc(out, func(a, b int32) int {
		if c := cmp.Compare(l.keys[b], l.keys[a]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	return out
}
