package timeline

import "sort"

const (
	pileApart   = 5  // shapes nearer than this stand on the same spot
	pileRoom    = 13 // and a disc with a number takes in what it would cover
	columnWidth = 4  // in a crowded lane
	crowdedAt   = 8  // a lane is crowded when its shapes have less room than this, each
)

// pileUp arranges the shapes of all lanes so that what coincides can be seen to. Up to three on the same spot are
// stacked, more are one disc with their number. A lane with more shapes than it has room for shows columns instead, as tall as
// they are many. Publication marks stay on their own track.
func pileUp(points []mark, g geometry) []mark {
	sort.SliceStable(points, func(i, j int) bool {
		a, b := &points[i], &points[j]
		if a.lane != b.lane {
			return a.lane < b.lane
		}
		return a.x0 < b.x0
	})
	var out, columns []mark
	for i := 0; i < len(points); {
		j := i + 1
		for j < len(points) && points[j].lane == points[i].lane {
			j++
		}
		shapes, published := apart(points[i:j])
		published = joined(published, 2*diamondR(g))
		if crowded(shapes, g) {
			columns = append(columns, inColumns(shapes, g)...)
		} else {
			out = append(out, inPiles(shapes, published, g)...)
		}
		out = append(out, published...)
		i = j
	}
	return append(out, raised(columns, g)...)
}

// apart splits the marks of a lane in publications and the rest, in order.
func apart(lane []mark) (shapes, published []mark) {
	for _, m := range lane {
		if m.kind == KindPublication {
			published = append(published, m)
		} else {
			shapes = append(shapes, m)
		}
	}
	return shapes, published
}

// joined makes one mark of those that would cover each other; it is clicked through.
func joined(marks []mark, room float32) []mark {
	var out []mark
	for _, m := range marks {
		if n := len(out); n > 0 && m.x0-out[n-1].x0 < room {
			out[n-1].items = append(out[n-1].items, m.items...)
			continue
		}
		out = append(out, m)
	}
	return out
}

func crowded(shapes []mark, g geometry) bool {
	n := 0
	for i := range shapes {
		if g.inPlot(&shapes[i]) {
			n++
		}
	}
	return float32(n)*crowdedAt > g.plotR-g.plotL
}

// inPiles stacks what stands on the same spot.
func inPiles(shapes, published []mark, g geometry) []mark {
	var out []mark
	for i := 0; i < len(shapes); {
		j := i + 1
		for j < len(shapes) && shapes[j].x0-shapes[i].x0 < pileApart {
			j++
		}
		if j-i > 3 {
			for j < len(shapes) && shapes[j].x0-shapes[i].x0 < pileRoom {
				j++
			}
			all := joined(shapes[i:j], pileRoom)[0]
			all.pile = true
			out = append(out, all)
		} else {
			out = append(out, stacked(shapes[i:j], published, g)...)
		}
		i = j
	}
	return out
}

// stacked puts two or three shapes on top of each other; strokes stand side by side, as a tally.
func stacked(shapes, published []mark, g geometry) []mark {
	n := len(shapes)
	if n == 1 {
		return shapes
	}
	if allQuotes(shapes) {
		for i := range shapes {
			shapes[i].x0 += (float32(i) - float32(n-1)/2) * 5
			shapes[i].x1 = shapes[i].x0
		}
		return shapes
	}
	height := 0.95 * g.row
	for _, p := range published {
		if abs(p.x0-shapes[0].x0) < 2*shapeR {
			height = 0.7 * g.row
		}
	}
	gap := min(shapeR*1.5, max(height-2*shapeR, 3)/float32(n-1))
	for i := range shapes {
		shapes[i].y += (float32(i) - float32(n-1)/2) * gap
	}
	return shapes
}

func allQuotes(marks []mark) bool {
	for _, m := range marks {
		if m.kind != KindQuote {
			return false
		}
	}
	return true
}

// inColumns gathers the shapes of a lane that are in view by where they stand. The height of a column is, for now, its
// number of items.
func inColumns(shapes []mark, g geometry) []mark {
	var out []mark
	last := -1
	for i := range shapes {
		m := shapes[i]
		if !g.inPlot(&m) {
			continue
		}
		bin := int((m.x0 - g.plotL + 2) / columnWidth)
		if bin == last {
			n := len(out) - 1
			out[n].items = append(out[n].items, m.items...)
			out[n].column++
			continue
		}
		last = bin
		m.x0 = g.plotL - 2 + (float32(bin)+0.5)*columnWidth
		m.x1, m.column = m.x0, 1
		out = append(out, m)
	}
	return out
}

// raised gives columns their heights, the same scale for all lanes.
func raised(columns []mark, g geometry) []mark {
	most := float32(1)
	for i := range columns {
		most = max(most, columns[i].column)
	}
	for i := range columns {
		m := &columns[i]
		m.column = max(m.column/most*g.row*0.84, 2.5)
		m.y = g.lanesT + (float32(m.lane)+1)*g.row - 1.5 - m.column/2
	}
	return columns
}
