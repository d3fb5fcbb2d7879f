package main

import (
	"math"
	"slices"

	"dateline/geo/basemap"
)

// topology is the net of arcs between regions. Natural Earth's regions share their vertices exactly, so equal
// coordinates are enough to find which borders are common.
type topology struct {
	vertices []point
	arcs     []arc
	rings    [][][][]int32 // region, polygon, ring: arc numbers, ^n backwards
}

type arc struct {
	class basemap.Class
	path  []int32 // vertex numbers
	cell  uint32  // where it lies, for blocks
}

type edge struct{ a, b int32 } // a < b

type builder struct {
	topology
	features []*feature
	number   map[[2]int64]int32
	sides    map[edge][2]int32 // regions that use an edge; -1: none
	class    map[edge]basemap.Class
	from     map[string][2]basemap.Class
	node     []bool
	starts   map[[2]int32]int32 // first edge of an arc -> arc number
	ends     map[[2]int32]int32 // last edge of an arc, backwards -> arc number
}

func buildTopology(features []*feature, disputed []ring) *topology {
	b := &builder{features: features, number: map[[2]int64]int32{}, sides: map[edge][2]int32{},
		class: map[edge]basemap.Class{}, starts: map[[2]int32]int32{}, ends: map[[2]int32]int32{}}
	paths := make([][][][]int32, len(features)) // region, polygon, ring: vertices without the closing one
	for i, f := range features {
		for _, polygon := range f.polygons {
			var p [][]int32
			for j, r := range polygon {
				if path := b.path(r, j == 0); len(path) >= 3 {
					p = append(p, path)
					b.use(path, int32(i))
				} else if j == 0 {
					break
				}
			}
			if len(p) > 0 {
				paths[i] = append(paths[i], p)
			}
		}
	}
	near := newNearness(disputed)
	b.from = firstZooms(features)
	for e, s := range b.sides {
		b.class[e] = b.classify(e, s, near)
	}
	b.node = make([]bool, len(b.vertices))
	each(paths, b.markNodes)
	b.rings = make([][][][]int32, len(paths))
	for i := range paths {
		for _, polygon := range paths[i] {
			var p [][]int32
			for _, path := range polygon {
				p = append(p, b.cut(path))
			}
			b.rings[i] = append(b.rings[i], p)
		}
	}
	b.sortArcs()
	return &b.topology
}

func each(paths [][][][]int32, f func([]int32)) {
	for _, polygons := range paths {
		for _, polygon := range polygons {
			for _, path := range polygon {
				f(path)
			}
		}
	}
}

// path numbers the vertices of a ring and turns it so that its land is on the left: outer rings counter-clockwise as
// seen on a map with north up, holes clockwise.
func (b *builder) path(r ring, outer bool) []int32 {
	var path []int32
	area := 0.0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		area += p[0]*q[1] - q[0]*p[1]
		key := [2]int64{int64(math.Round(p[0] * 1e7)), int64(math.Round(p[1] * 1e7))}
		v, ok := b.number[key]
		if !ok {
			v = int32(len(b.vertices))
			b.number[key] = v
			b.vertices = append(b.vertices, p)
		}
		if len(path) == 0 || path[len(path)-1] != v {
			path = append(path, v)
		}
	}
	for len(path) > 1 && path[0] == path[len(path)-1] {
		path = path[:len(path)-1]
	}
	if (area > 0) != outer {
		slices.Reverse(path)
	}
	return path
}

func (b *builder) use(path []int32, region int32) {
	for i, v := range path {
		e := edgeOf(v, path[(i+1)%len(path)])
		s, ok := b.sides[e]
		if !ok {
			s = [2]int32{region, -1}
		} else {
			s[1] = region
		}
		b.sides[e] = s
	}
}

func edgeOf(u, v int32) edge { return edge{min(u, v), max(u, v)} }

// disputedPairs are countries whose common border is drawn dashed, by Natural Earth's codes.
var disputedPairs = map[[2]string]bool{
	{"CYN", "CYP"}: true, {"SOL", "SOM"}: true, {"KOS", "SRB"}: true, {"ISR", "PSX"}: true, {"MAR", "SAH"}: true,
	{"IND", "KAS"}: true, {"KAS", "PAK"}: true, {"CHN", "KAS"}: true,
}

// firstZooms gives for each country the classes of its inner borders: between regions as GeoNames has them, and between
// the parts they have in Natural Earth. A border shows when the usual region is some 25 px wide: in France at zoom 5,
// its departments at 6.
func firstZooms(features []*feature) map[string][2]basemap.Class {
	size, parts, codes := map[string]float64{}, map[string]float64{}, map[string]map[string]bool{}
	for _, f := range features {
		size[f.adm0] += f.squareKM()
		parts[f.adm0]++
		if codes[f.adm0] == nil {
			codes[f.adm0] = map[string]bool{}
		}
		if f.Code != "" {
			codes[f.adm0][f.Code] = true
		}
	}
	class := func(km float64) basemap.Class {
		step := 0
		for wide := 150.0; km < wide && step < 4; wide /= 2 {
			step++
		}
		return basemap.Admin1 + basemap.Class(step)
	}
	out := map[string][2]basemap.Class{}
	for adm0, s := range size {
		out[adm0] = [2]basemap.Class{class(math.Sqrt(s / float64(max(1, len(codes[adm0]))))), class(math.Sqrt(s / parts[adm0]))}
	}
	return out
}

// squareKM is about the area of a region.
func (f *feature) squareKM() float64 {
	sum := 0.0
	for _, polygon := range f.polygons {
		for i, r := range polygon {
			a := 0.0
			for j, p := range r {
				q := r[(j+1)%len(r)]
				a += p[0]*q[1] - q[0]*p[1]
			}
			a = math.Abs(a) / 2 * 111.2 * 111.2 * math.Cos(r[0][1]*math.Pi/180)
			if i > 0 {
				a = -a
			}
			sum += a
		}
	}
	return sum
}

func (b *builder) classify(e edge, s [2]int32, near *nearness) basemap.Class {
	p, q := b.vertices[e.a], b.vertices[e.b]
	if s[1] < 0 {
		onSeam := func(p point) bool { return math.Abs(p[0]) > 179.9999 }
		if onSeam(p) && onSeam(q) || p[1] < -85 && q[1] < -85 {
			return basemap.Seam
		}
		return basemap.Coast
	}
	f, g := b.features[s[0]], b.features[s[1]]
	if f.adm0 == g.adm0 {
		if f.claimed != g.claimed || near.has(p) && near.has(q) {
			return basemap.DisputedAdm
		}
		if f.Code != g.Code || f.Code == "" {
			return b.from[f.adm0][0]
		}
		return b.from[f.adm0][1]
	}
	if f.kashmir && g.kashmir {
		return basemap.Disputed
	}
	if disputedPairs[[2]string{min(f.adm0, g.adm0), max(f.adm0, g.adm0)}] || near.has(p) && near.has(q) {
		return basemap.Disputed
	}
	return basemap.Country
}

// cellOf is the square of an 8 by 8 grid of the world that holds a vertex, in an order that keeps near squares near.
func (b *topology) cellOf(v int32) uint32 {
	x, y := units(b.vertices[v])
	cx, cy := uint32(x)>>(basemap.UnitBits-3), uint32(y)>>(basemap.UnitBits-3)
	var z uint32
	for i := range 3 {
		z |= (cx>>i&1)<<(2*i) | (cy>>i&1)<<(2*i+1)
	}
	return z
}

// markNodes marks the vertices where arcs end: another neighbour, another class, another cell.
func (b *builder) markNodes(path []int32) {
	n := len(path)
	for i, v := range path {
		u, w := path[(i+n-1)%n], path[(i+1)%n]
		e, f := edgeOf(u, v), edgeOf(v, w)
		s, t := b.sides[e], b.sides[f]
		if min(s[0], s[1]) != min(t[0], t[1]) || max(s[0], s[1]) != max(t[0], t[1]) || b.class[e] != b.class[f] {
			b.node[v] = true
		}
		if b.cellOf(v) != b.cellOf(w) {
			b.node[min(v, w)] = true
		}
	}
}

// cut divides a ring into arcs, those already known by number.
func (b *builder) cut(path []int32) []int32 {
	n := len(path)
	start := slices.IndexFunc(path, func(v int32) bool { return b.node[v] })
	closed := start < 0
	if closed {
		start = slices.Index(path, slices.Min(path))
	}
	var refs []int32
	run := []int32{path[start]}
	for i := 1; i <= n; i++ {
		v := path[(start+i)%n]
		run = append(run, v)
		if i == n || !closed && b.node[v] {
			refs = append(refs, b.arc(run))
			run = []int32{v}
		}
	}
	return refs
}

func (b *builder) arc(run []int32) int32 {
	first, last := [2]int32{run[0], run[1]}, [2]int32{run[len(run)-1], run[len(run)-2]}
	if id, ok := b.ends[first]; ok {
		return ^id
	}
	if id, ok := b.starts[first]; ok {
		return id
	}
	id := int32(len(b.arcs))
	b.starts[first], b.ends[last] = id, id
	b.arcs = append(b.arcs, arc{class: b.class[edgeOf(run[0], run[1])], path: slices.Clone(run), cell: b.cellOf(run[len(run)/2])})
	return id
}

// sortArcs brings arcs of a cell together.
func (b *builder) sortArcs() {
	order := make([]int32, len(b.arcs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, j int32) int { return int(b.arcs[i].cell) - int(b.arcs[j].cell) })
	arcs, to := make([]arc, len(order)), make([]int32, len(order))
	for now, was := range order {
		arcs[now], to[was] = b.arcs[was], int32(now)
	}
	b.arcs = arcs
	each(b.rings, func(refs []int32) {
		for i, ref := range refs {
			if ref < 0 {
				refs[i] = ^to[^ref]
			} else {
				refs[i] = to[ref]
			}
		}
	})
}

// regions is the table for the archive, sorted as it says.
func (t *topology) regions(features []*feature) []basemap.Region {
	out := make([]basemap.Region, 0, len(features))
	for i, f := range features {
		r := f.Region
		for _, polygon := range t.rings[i] {
			r.Polygons = append(r.Polygons, polygon)
		}
		out = append(out, r)
	}
	return out
}

// nearness tells whether a point lies on one of some lines, to two kilometres or a little more.
type nearness struct{ cells map[[2]int32]bool }

const nearCell = 0.02 // degrees

func newNearness(lines []ring) *nearness {
	n := &nearness{cells: map[[2]int32]bool{}}
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			steps := 1 + int(math.Hypot(b[0]-a[0], b[1]-a[1])/(nearCell/2))
			for s := 0; s <= steps; s++ {
				f := float64(s) / float64(steps)
				x, y := cellAt(point{a[0] + f*(b[0]-a[0]), a[1] + f*(b[1]-a[1])})
				for dx := int32(-1); dx <= 1; dx++ {
					for dy := int32(-1); dy <= 1; dy++ {
						n.cells[[2]int32{x + dx, y + dy}] = true
					}
				}
			}
		}
	}
	return n
}

func cellAt(p point) (int32, int32) {
	return int32(math.Floor(p[0] / nearCell)), int32(math.Floor(p[1] / nearCell))
}

func (n *nearness) has(p point) bool {
	x, y := cellAt(p)
	return n.cells[[2]int32{x, y}]
}
