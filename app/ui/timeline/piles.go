package timeline

import (
	"slices"

	"fyne.io/fyne/v2"
)

const (
	pileApart   = 5 // shapes nearer than this stand on the same spot
	columnWidth = 4 // in a crowded lane
	crowdedAt   = 8 // a lane is crowded when its shapes have less room than this, each

	pileEdge    = 1   // px around the number of a pile
	leastNumber = 6.0 // size of text below which a number is left out
)

// pileRadius is that of a disc whose number of two digits has a size, as far as the lane is high enough.
func pileRadius(size, row float32) float32 {
	number := fyne.MeasureText("00", size, fyne.TextStyle{Bold: true}).Width/2 + pileEdge
	return max(min(number, row*0.48), min(shapeR, row*0.42)+2.2)
}

// pileRoom is what a disc takes in, since it would cover it.
func (g geometry) pileRoom() float32 { return max(13, g.pile+shapeR) }

// inPile is the size of the text of a number so that it stands in the disc; false where none can be read.
func (g geometry) inPile(s string, size float32) (float32, bool) {
	wide := fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}).Width
	size *= min(1, 2*(g.pile-pileEdge)/wide)
	return size, size >= leastNumber
}

// pileUp arranges the shapes of a lane, sorted by x, so that what coincides can be seen to. Up to three on the same spot are
// stacked, more are one disc with their number. A lane with more shapes than it has room for shows columns instead, as tall as
// they are many. Publication marks stay on their own track.
func (l *laying) pileUp() {
	l.shapes, l.published = l.shapes[:0], l.published[:0]
	for _, m := range l.points {
		if m.kind == KindPublication {
			l.published = append(l.published, m)
		} else {
			l.shapes = append(l.shapes, m)
		}
	}
	l.published = l.joined(l.published[:0], l.published, 2*diamondR(l.g))
	if crowded(l.shapes, l.g) {
		l.out = append(l.out, l.published...)
		l.inColumns()
	} else {
		l.inPiles()
		l.out = append(l.out, l.published...)
	}
}

// joined adds marks to out, one for those that would cover each other; it is clicked through. out may be the beginning of
// marks itself.
func (l *laying) joined(out, marks []mark, room float32) []mark {
	for i := 0; i < len(marks); {
		m, j := marks[i], i+1
		for j < len(marks) && marks[j].x0-m.x0 < room {
			j++
		}
		if j > i+1 {
			m.items = l.list(marks[i:j])
		}
		out, i = append(out, m), j
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

// inPiles adds the shapes, what stands on the same spot stacked.
func (l *laying) inPiles() {
	shapes := l.shapes
	for i := 0; i < len(shapes); {
		j := i + 1
		for j < len(shapes) && shapes[j].x0-shapes[i].x0 < pileApart {
			j++
		}
		if j-i > 3 {
			for j < len(shapes) && shapes[j].x0-shapes[i].x0 < l.g.pileRoom() {
				j++
			}
			l.out = l.joined(l.out, shapes[i:j], l.g.pileRoom())
			l.out[len(l.out)-1].pile = true
		} else {
			l.out = append(l.out, stacked(shapes[i:j], l.published, l.g)...)
		}
		i = j
	}
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

// inColumns adds the shapes of a lane that are in view, gathered by where they stand. The height of a column is, for now,
// its number of items.
func (l *laying) inColumns() {
	g := l.g
	l.shapes = slices.DeleteFunc(l.shapes, func(m mark) bool { return !g.inPlot(&m) })
	bin := func(m *mark) int { return int((m.x0 - g.plotL + 2) / columnWidth) }
	for i := 0; i < len(l.shapes); {
		m, j := l.shapes[i], i+1
		at := bin(&m)
		for j < len(l.shapes) && bin(&l.shapes[j]) == at {
			j++
		}
		if j > i+1 {
			m.items = l.list(l.shapes[i:j])
		}
		m.x0 = g.plotL - 2 + (float32(at)+0.5)*columnWidth
		m.x1, m.column = m.x0, float32(j-i)
		l.out, i = append(l.out, m), j
	}
}

// raised gives columns their heights, the same scale for all lanes.
func raised(marks []mark, g geometry) {
	most := float32(1)
	for i := range marks {
		most = max(most, marks[i].column)
	}
	for i := range marks {
		m := &marks[i]
		if m.column == 0 {
			continue
		}
		m.column = max(m.column/most*g.row*0.84, 2.5)
		m.y = g.lanesT + (float32(m.lane)+1)*g.row - 1.5 - m.column/2
	}
}
