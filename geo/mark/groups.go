package mark

import (
	"cmp"
	"image"
	"math"
	"slices"

	"dateline/geo/viewport"
)

// Groups puts marks that stand too close together into one sign, for a part of the world at a time. Which marks go
// together depends on the marks and the step alone, not on the part that is looked at: the most important mark leads,
// then the most important one out of reach of it, and so on; all others go to the most important leader in reach. So
// panning changes no group. The zero value has no marks. It is used by one goroutine at a time.
type Groups struct {
	Signs []Sign // what Build made; the least important first, as they are drawn

	items []Item
	world [][2]float64 // where each item is, in the unit world
	keys  []uint64     // importance of each
	apart []bool       // items that Build leaves out
	index index

	level   int
	radius  float64 // in the unit world
	step    int
	part    Part
	squares image.Rectangle // the squares that the part touches
	cells   []cell
	dense   []int32          // the number of the cell of each square of the part, plus 1; 0 where nothing is
	outside map[uint64]int32 // the same for squares around the part that were looked at, and noCell where nothing is
}

const noCell = int32(-1)

// cell is a square of the index with marks in it, which are in one group. Its side is at most the reach.
type cell struct {
	x, y  int32
	items []int32
	key   uint64 // of the most important of its marks
	top   int32  // that mark
	n     int32  // marks that are not apart
	lead  int32  // the cell whose group it is in; noCell before that is known
	next  int32  // another cell of the same group
	sign  int32  // of a leading cell: the number of its sign; noCell before it has one
}

// Set takes other marks; none is apart. items is kept and must not change before the next Set.
func (g *Groups) Set(items []Item) {
	g.items = items
	g.world, g.keys = g.world[:0], g.keys[:0]
	for i := range items {
		x, y := viewport.World(items[i].At)
		g.world = append(g.world, [2]float64{x, y})
		g.keys = append(g.keys, items[i].importance())
	}
	g.index.build(g.world, func(i int) bool { return items[i].shown() })
	g.SetApart(nil)
}

// SetApart chooses the marks that stand for themselves: they are in no sign of the next Build.
func (g *Groups) SetApart(items []int32) {
	if cap(g.apart) < len(g.items) {
		g.apart = make([]bool, len(g.items))
	}
	g.apart = g.apart[:len(g.items)]
	clear(g.apart)
	for _, i := range items {
		g.apart[i] = true
	}
	g.dense = g.dense[:0]
}

// World is where an item is in the unit world.
func (g *Groups) World(i int) (x, y float64) { return g.world[i][0], g.world[i][1] }

// Alone is the sign of one item by itself; ok is false for one whose place is no number.
func (g *Groups) Alone(i int32) (s Sign, ok bool) {
	item := &g.items[i]
	if math.IsNaN(item.At[0] + item.At[1]) {
		return Sign{}, false
	}
	s = Sign{Top: int(i), X: g.world[i][0], Y: g.world[i][1], cell: noCell}
	s.add(item)
	return s, true
}

// Compare orders items by importance, the more important first, then as they were given.
func (g *Groups) Compare(a, b int32) int {
	if c := cmp.Compare(g.keys[b], g.keys[a]); c != 0 {
		return c
	}
	return cmp.Compare(a, b)
}

// Holds reports whether what was built last serves for a part at a step.
func (g *Groups) Holds(p Part, step int) bool {
	q := &g.part
	return g.step == step && len(g.dense) > 0 && p.Left >= q.Left && p.Top >= q.Top && p.Right <= q.Right && p.Bottom <= q.Bottom
}

// Members are the marks of a sign, the most important first.
func (g *Groups) Members(s *Sign) []int32 {
	if s.cell == noCell {
		return []int32{int32(s.Top)}
	}
	var out []int32
	for k := s.cell; k != noCell; k = g.cells[k].next {
		for _, i := range g.cells[k].items {
			if !g.apart[i] {
				out = append(out, i)
			}
		}
	}
	slices.SortFunc(out, g.Compare)
	return out
}

// Build groups the marks of a part; reach is in px.
func (g *Groups) Build(p Part, step int, reach float64) {
	g.cut(p, step, reach)
	for k := range int32(len(g.cells)) {
		g.leader(k, 0)
	}
	// leader also looks at cells around the part. They belong to the groups at its edge, as far as they are known.
	for k := range g.cells {
		if g.cells[k].lead != noCell {
			g.join(int32(k))
		}
	}
	for i := range g.Signs {
		if g.Signs[i].Size == 1 {
			g.Signs[i].cell = noCell
		}
	}
	slices.SortFunc(g.Signs, func(a, b Sign) int { return g.Compare(int32(b.Top), int32(a.Top)) })
}

// cut makes the cells of the part.
func (g *Groups) cut(p Part, step int, reach float64) {
	g.part, g.step = p, step
	g.radius = min(1, reach/(viewport.TileSize*math.Exp2(float64(step)/stepsPerZoom)))
	g.level = max(1, min(depth, int(math.Ceil(-math.Log2(g.radius)))))
	n := 1 << g.level
	side := float64(n)
	left, top := int(math.Floor(p.Left*side)), max(0, int(math.Floor(p.Top*side)))
	w := max(0, min(n, int(math.Ceil(p.Right*side))-left))
	h := max(0, min(n, int(math.Ceil(p.Bottom*side)))-top)
	g.squares = image.Rect(left, top, left+w, top+h)
	g.cells, g.Signs = g.cells[:0], g.Signs[:0]
	clear(g.outside)
	g.dense = slices.Grow(g.dense[:0], max(1, w*h))[:max(1, w*h)]
	clear(g.dense)
	for from := left; from < left+w; { // once, or once on each side of the edge of the world
		world := wrap(from, n)
		wide := min(n-world, left+w-from)
		g.index.cells(g.level, image.Rect(world, top, world+wide, top+h), func(x, y int, items []int32) {
			if k := g.newCell(x, y, items); k != noCell {
				g.dense[(y-top)*w+from-left+x-world] = k + 1
			}
		})
		from += wide
	}
}

func wrap(x, n int) int { return ((x % n) + n) % n }

// newCell makes a cell of those items that are not apart, or gives noCell if there are none.
func (g *Groups) newCell(x, y int, items []int32) int32 {
	c := cell{x: int32(x), y: int32(y), items: items, top: -1, lead: noCell, next: noCell, sign: noCell}
	for _, i := range items {
		if g.apart[i] {
			continue
		}
		c.n++
		if k := g.keys[i]; c.top < 0 || k > c.key || k == c.key && i < c.top {
			c.key, c.top = k, i
		}
	}
	if c.n == 0 {
		return noCell
	}
	g.cells = append(g.cells, c)
	return int32(len(g.cells) - 1)
}

// at is the cell of a square, which may lie outside the part; noCell if there is none.
func (g *Groups) at(x, y int) int32 {
	n := 1 << g.level
	if y < 0 || y >= n {
		return noCell
	}
	x &= n - 1
	in := g.squares
	if dx := (x - in.Min.X) & (n - 1); dx < in.Dx() && y >= in.Min.Y && y < in.Max.Y {
		return g.dense[(y-in.Min.Y)*in.Dx()+dx] - 1
	}
	key := uint64(x)<<32 | uint64(y)
	if k, ok := g.outside[key]; ok {
		return k
	}
	if g.outside == nil {
		g.outside = map[uint64]int32{}
	}
	k := noCell
	if items := g.index.cell(g.level, uint32(x), uint32(y)); len(items) > 0 {
		k = g.newCell(x, y, items)
	}
	g.outside[key] = k
	return k
}

// leader finds the cell whose group k is in: its own, unless a more important one in reach leads. It asks the same of
// those, which are ever more important; deep bounds how far.
func (g *Groups) leader(k int32, deep int) int32 {
	c := g.cells[k]
	if c.lead != noCell {
		return c.lead
	}
	const deepest = 200
	best, key := k, c.key
	most := int(math.Ceil(g.radius * math.Exp2(float64(g.level))))
	for dy := -most; dy <= most; dy++ {
		for dx := -most; dx <= most; dx++ {
			o := g.at(int(c.x)+dx, int(c.y)+dy)
			if o == noCell || o == k {
				continue
			}
			other := &g.cells[o]
			if other.key < key || other.key == key && (best != k || other.top > c.top) || !g.near(other.top, c.top) {
				continue
			}
			if deep < deepest && g.leader(o, deep+1) == o {
				best, key = o, g.cells[o].key
			}
		}
	}
	g.cells[k].lead = best
	return best
}

// near reports whether two items are in reach of each other, the short way round the world.
func (g *Groups) near(a, b int32) bool {
	x, y := g.world[a][0]-g.world[b][0], g.world[a][1]-g.world[b][1]
	x -= math.Round(x)
	return x*x+y*y < g.radius*g.radius
}

// join adds a cell to the sign of its leader.
func (g *Groups) join(k int32) {
	lead := &g.cells[g.cells[k].lead]
	if lead.sign == noCell {
		lead.sign = int32(len(g.Signs))
		at := g.world[lead.top]
		g.Signs = append(g.Signs, Sign{Top: int(lead.top), cell: noCell, X: at[0], Y: at[1]})
	}
	s := &g.Signs[lead.sign]
	g.cells[k].next, s.cell = s.cell, k
	for _, i := range g.cells[k].items {
		if !g.apart[i] {
			s.add(&g.items[i])
		}
	}
}
