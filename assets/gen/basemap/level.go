package main

import (
	"container/heap"
	"math"

	"dateline/geo/basemap"
)

// detail of the three levels: the size in units below which bends are dropped, and how many bits of the cell number
// make a block (0: all in one, 6: a block for each of 64 cells).
var detail = [basemap.Levels]struct {
	bend float64
	bits uint
}{{14000, 0}, {2800, 4}, {600, 6}}

// level simplifies all arcs and packs them into blocks. Disputed lines that are no border of a region come last.
func (t *topology) level(level int, disputed []ring) []basemap.Block {
	var blocks []basemap.Block
	key := ^uint32(0)
	for _, a := range t.arcs {
		if k := a.cell >> (6 - detail[level].bits); k != key {
			key = k
			blocks = append(blocks, nil)
		}
		path := make([]point, len(a.path))
		for i, v := range a.path {
			path[i] = t.vertices[v]
		}
		last := len(blocks) - 1
		blocks[last] = append(blocks[last], makeArc(a.class, path, basemap.Land, level, detail[level].bend))
	}
	borders := newNearness(t.lines(basemap.Disputed, basemap.DisputedAdm))
	var extra basemap.Block
	for _, line := range disputed {
		for _, piece := range without(line, borders) {
			extra = append(extra, makeArc(basemap.DisputedAdm, piece, basemap.Land, level, detail[level].bend))
		}
	}
	return append(blocks, extra)
}

func (t *topology) lines(classes ...basemap.Class) []ring {
	var out []ring
	for _, a := range t.arcs {
		for _, c := range classes {
			if a.class == c {
				line := make(ring, len(a.path))
				for i, v := range a.path {
					line[i] = t.vertices[v]
				}
				out = append(out, line)
			}
		}
	}
	return out
}

// without gives the pieces of a line that do not run along others.
func without(line ring, others *nearness) []ring {
	var out []ring
	var piece ring
	for i := 1; i < len(line); i++ {
		if others.has(line[i-1]) && others.has(line[i]) {
			if long(piece) {
				out = append(out, piece)
			}
			piece = nil
			continue
		}
		if piece == nil {
			piece = ring{line[i-1]}
		}
		piece = append(piece, line[i])
	}
	if long(piece) {
		out = append(out, piece)
	}
	return out
}

// long reports whether a piece of a line is worth drawing: about 25 km.
func long(piece ring) bool {
	length := 0.0
	for i := 1; i < len(piece); i++ {
		length += math.Hypot(piece[i][0]-piece[i-1][0], piece[i][1]-piece[i-1][1])
	}
	return length > 0.25
}

// makeArc projects, simplifies and snaps a line. A closed line too small for the level gives an arc without points.
func makeArc(class basemap.Class, path []point, layer basemap.Layer, level int, bend float64) basemap.Arc {
	xy := make([][2]float64, len(path))
	for i, p := range path {
		xy[i][0], xy[i][1] = project(p)
	}
	closed := len(path) > 2 && path[0] == path[len(path)-1]
	a := basemap.Arc{Class: class}
	if closed && math.Abs(area(xy)) < bend*bend {
		return a
	}
	for _, p := range simplify(xy, bend) {
		x, y := basemap.Snap(layer, level, p[0]), basemap.Snap(layer, level, p[1])
		if n := len(a.XY); n >= 2 && a.XY[n-2] == x && a.XY[n-1] == y {
			continue
		}
		a.XY = append(a.XY, x, y)
	}
	if closed && len(a.XY) < 8 || len(a.XY) < 4 {
		a.XY = nil
	}
	return a
}

func area(xy [][2]float64) float64 {
	s := 0.0
	for i, p := range xy {
		q := xy[(i+1)%len(xy)]
		s += p[0]*q[1] - q[0]*p[1]
	}
	return s / 2
}

// simplify drops the points that matter least until each of the others makes a triangle of at least bend*bend/2 with its
// neighbours (Visvalingam and Whyatt). Sharp bends weigh less, which keeps coasts smooth. Ends stay; a closed line keeps
// at least four points.
func simplify(xy [][2]float64, bend float64) [][2]float64 {
	n := len(xy)
	least := 2
	if n > 2 && xy[0] == xy[n-1] {
		least = 4
	}
	if n <= least {
		return xy
	}
	prev, next := make([]int, n), make([]int, n)
	weight := make([]float64, n)
	h := &bends{weight: weight, at: make([]int, n)}
	for i := range xy {
		prev[i], next[i] = i-1, i+1
		if i > 0 && i < n-1 {
			weight[i] = matter(xy[i-1], xy[i], xy[i+1])
			h.at[i] = len(h.order)
			h.order = append(h.order, i)
		}
	}
	heap.Init(h)
	gone := make([]bool, n)
	for left := n; left > least && h.Len() > 0; left-- {
		i := heap.Pop(h).(int)
		if weight[i] > bend*bend/2 {
			break
		}
		gone[i] = true
		p, q := prev[i], next[i]
		next[p], prev[q] = q, p
		for _, j := range []int{p, q} {
			if j > 0 && j < n-1 {
				// Never less than the point just dropped, so that the order of dropping is also the order of detail.
				weight[j] = max(weight[i], matter(xy[prev[j]], xy[j], xy[next[j]]))
				heap.Fix(h, h.at[j])
			}
		}
	}
	var out [][2]float64
	for i, p := range xy {
		if !gone[i] {
			out = append(out, p)
		}
	}
	return out
}

func matter(a, b, c [2]float64) float64 {
	ux, uy, vx, vy := a[0]-b[0], a[1]-b[1], c[0]-b[0], c[1]-b[1]
	cross := math.Abs(ux*vy-uy*vx) / 2
	l := math.Hypot(ux, uy) * math.Hypot(vx, vy)
	if l == 0 {
		return 0
	}
	return cross * (1 - 0.7*(ux*vx+uy*vy)/l)
}

// bends is a heap of points, the least important first.
type bends struct {
	weight []float64
	order  []int
	at     []int // point -> place in order
}

func (h *bends) Len() int { return len(h.order) }
func (h *bends) Less(i, j int) bool {
	a, b := h.order[i], h.order[j]
	if h.weight[a] != h.weight[b] {
		return h.weight[a] < h.weight[b]
	}
	return a < b
}
func (h *bends) Swap(i, j int) {
	h.order[i], h.order[j] = h.order[j], h.order[i]
	h.at[h.order[i]], h.at[h.order[j]] = i, j
}
func (h *bends) Push(x any) { h.order = append(h.order, x.(int)) }
func (h *bends) Pop() any {
	last := h.order[len(h.order)-1]
	h.order = h.order[:len(h.order)-1]
	return last
}
