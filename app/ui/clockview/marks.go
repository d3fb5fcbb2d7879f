package clockview

import (
	"sort"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
)

// mark is what is drawn and hit in a row, its y counted from the row's upper edge: a dot, several on one spot, a range of
// days, or the day of publication.
type mark struct {
	x0, x1, y    float32
	y0, y1       float32 // of a range in the order of time: its ends
	dots         []int   // of the row; none for the day of publication
	bar          bool
	openL, openR bool
	many         float32 // radius of the disc where it stands for several
}

const (
	dotR    = 5.0
	oneSpot = 8 // px: dots nearer than this stand on one spot
)

// layOut lays all rows out.
func (p *Plot) layOut() [][]mark {
	out := make([][]mark, len(p.data.Rows))
	for i := range p.data.Rows {
		if p.data.Order {
			out[i] = p.ordered(&p.data.Rows[i])
		} else {
			out[i] = p.dated(&p.data.Rows[i])
		}
	}
	return out
}

// dated lays a row out on the axis of days, ranges first.
func (p *Plot) dated(r *Row) []mark {
	g := p.geo
	var bars, points []mark
	for i := range r.Dots {
		d := &r.Dots[i]
		m := mark{dots: []int{i}, y: g.row * 0.36, many: p.disc()}
		p.span(&m, d.From, d.To)
		if m.bar {
			bars = append(bars, m)
		} else {
			points = append(points, m)
		}
	}
	sort.SliceStable(points, func(i, k int) bool { return points[i].x0 < points[k].x0 })
	bars = append(bars, gathered(gathered(points, func(*mark, *mark) float32 { return oneSpot }), func(a, b *mark) float32 { return 0.9 * (a.radius() + b.radius()) })...)
	if r.Told {
		m := mark{y: g.row * 0.72}
		p.span(&m, r.PubFrom, r.PubTo)
		bars = append(bars, m)
	}
	return bars
}

// gathered makes one mark of those that stand nearer than room to the one before, in order.
func gathered(points []mark, room func(a, b *mark) float32) []mark {
	var out []mark
	for _, m := range points {
		if n := len(out) - 1; n >= 0 && m.x0-out[n].x0 < room(&out[n], &m) {
			out[n].dots = append(out[n].dots, m.dots...)
			continue
		}
		out = append(out, m)
	}
	return out
}

// number is the face of how many a disc stands for, and disc the radius that has room for two digits of it.
func (p *Plot) number() kit.Face {
	return kit.Face{Size: p.pal.TextSize * 0.72, Style: fyne.TextStyle{Bold: true}}
}

func (p *Plot) disc() float32 { return max(dotR+3, p.number().Measure("00").Width/2+1) }

// radius is the size of a dot, or of a disc that stands for several.
func (m *mark) radius() float32 {
	if len(m.dots) > 1 {
		return max(dotR+3, m.many)
	}
	return dotR
}

// span sets the ends of a mark. What is too short to be seen as a bar is a dot at its middle; an open end has no length of
// its own.
func (p *Plot) span(m *mark, from, to story.Day) {
	open := openLength(&p.geo)
	m.openL, m.openR = !from.Bounded(), !to.Bounded()
	switch {
	case m.openL && m.openR:
		m.x0, m.x1 = p.geo.plotL, p.geo.plotR
	case m.openL:
		m.x1 = p.x(float64(to) + 1)
		m.x0 = m.x1 - open
	case m.openR:
		m.x0 = p.x(float64(from))
		m.x1 = m.x0 + open
	default:
		m.x0, m.x1 = p.x(float64(from)), p.x(float64(to)+1)
	}
	if m.bar = m.openL || m.openR || from != to && m.x1-m.x0 > 2.4*dotR; !m.bar {
		m.x0 = (m.x0 + m.x1) / 2
		m.x1 = m.x0
	}
}

// ordered lays a row out with the text from left to right and time from below to above.
func (p *Plot) ordered(r *Row) []mark {
	g := p.geo
	const pad = dotR + 6
	rank := func(n int) float32 {
		if r.Ranks < 2 {
			return g.row / 2
		}
		return g.row - pad - float32(n)/float32(r.Ranks-1)*(g.row-2*pad)
	}
	out := make([]mark, 0, len(r.Dots))
	for i := range r.Dots {
		d := &r.Dots[i]
		m := mark{dots: []int{i}, y0: rank(d.High), y1: rank(d.Low)}
		m.x0 = g.plotL + dotR + 2 + d.At*(g.plotR-g.plotL-2*dotR-4)
		m.x1, m.y, m.bar = m.x0, (m.y0+m.y1)/2, d.High > d.Low
		out = append(out, m)
	}
	return out
}

// rowAt is the row under a point; -1 for none.
func (p *Plot) rowAt(at fyne.Position) int {
	g := p.geo
	if at.Y < g.top || at.Y > g.foot || g.row <= 0 {
		return -1
	}
	if i := int((at.Y - g.top + p.scroll) / g.row); i < len(p.data.Rows) {
		return i
	}
	return -1
}

// markAt is the mark under a point: dots before ranges, the nearest dot, the shortest range; -1 for none.
func (p *Plot) markAt(row int, at fyne.Position) int {
	if row < 0 {
		return -1
	}
	best, near := -1, float32(0)
	x, y := at.X, at.Y-p.top(row)
	for i := range p.marks[row] {
		m := &p.marks[row][i]
		d := float32(0)
		switch {
		case m.bar && !p.data.Order:
			if x < m.x0-2 || x > m.x1+2 || y < m.y-7 || y > m.y+7 {
				continue
			}
			d = 1000 + m.x1 - m.x0
		case m.bar:
			if x < m.x0-7 || x > m.x0+7 || y < m.y0-7 || y > m.y1+7 {
				continue
			}
			d = 1000 + m.y1 - m.y0
		default:
			dx, dy := x-m.x0, y-m.y
			if d = dx*dx + dy*dy; d > 81 {
				continue
			}
		}
		if best < 0 || d < near {
			best, near = i, d
		}
	}
	return best
}

// markOf is the mark that a dot stands in.
func (p *Plot) markOf(at place) (m *mark) {
	if at.row < 0 || at.row >= len(p.marks) {
		return nil
	}
	for i := range p.marks[at.row] {
		for _, k := range p.marks[at.row][i].dots {
			if k == at.dot {
				return &p.marks[at.row][i]
			}
		}
	}
	return nil
}
