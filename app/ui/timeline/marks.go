package timeline

import (
	"sort"

	"dateline/app/story"
)

// mark is one thing to draw and to hit, in the widget's coordinates (without the lanes' scroll): a bar, a single shape
// or a pile of shapes that stand on the same spot.
type mark struct {
	lane   int
	x0, x1 float32 // a bar's ends; equal for shapes
	y      float32 // middle
	items  []int   // indices into the items
	bar    bool
	open   bool // a bar of what is not told as done: drawn below the others
	openL  bool // the earliest, the latest day is not known
	openR  bool
	best   float32 // where on the bar the best day is, if hasB
	hasB   bool
	pile   bool // more than can be shown singly: a disc with the number
	kind   Kind
	apart  bool    // in the undated area
	column float32 // height of a column of a crowded lane; 0 for everything else
}

// geometry is where everything stands for one size, scale and view.
type geometry struct {
	w, h           float32
	plotL, plotR   float32
	undatedL       float32 // left end of the undated area; 0 if there is none
	lanesT, lanesB float32 // the lanes' window; the axis line is at lanesB
	row            float32 // height of a lane
	full           float32 // height of all lanes
	titleW         float32
}

const (
	margin  = 10 // left and right of everything
	shapeR  = 4.6
	letterR = 6.4 // of the sign of a lane that has a letter on it
)

// track is the middle of what a kind is drawn on in a lane: publications run below the rest.
func (g geometry) track(lane int, k Kind) float32 {
	y := g.lanesT + (float32(lane)+0.5)*g.row
	if k == KindPublication {
		return y + 0.26*g.row
	}
	return y - 0.1*g.row
}

// layOut lays all items out as marks, sorted by lane and x, bars first within a lane, hollow ones before the others.
func layOut(items []Item, lanes int, g geometry, x func(float64) float32) []mark {
	var marks []mark
	var points []mark
	undated := make([]int, lanes)
	for i := range items {
		it := &items[i]
		if it.Lane < 0 || it.Lane >= lanes {
			continue
		}
		y := g.track(it.Lane, it.Kind)
		m := mark{lane: it.Lane, y: y, items: []int{i}, kind: it.Kind}
		if !datedItem(it) {
			undated[it.Lane]++
			continue
		}
		span(&m, it, g, x)
		m.open = m.bar && it.Open
		if m.bar {
			marks = append(marks, m)
			if it.HasBest {
				m.bar, m.x0, m.x1 = false, m.best, m.best
				points = append(points, m)
			}
			continue
		}
		points = append(points, m)
	}
	marks = append(marks, pileUp(points, g)...)
	marks = append(marks, undatedMarks(items, undated, lanes, g)...)
	sort.SliceStable(marks, func(i, j int) bool {
		a, b := &marks[i], &marks[j]
		if a.lane != b.lane {
			return a.lane < b.lane
		}
		if a.bar != b.bar {
			return a.bar
		}
		if a.open != b.open {
			return a.open
		}
		return a.x0 < b.x0
	})
	return marks
}

func datedItem(it *Item) bool {
	return !it.Undated && (it.From.Bounded() || it.To.Bounded())
}

// span sets the ends of a mark. What is too short to be seen as a bar is a shape at its middle.
func span(m *mark, it *Item, g geometry, x func(float64) float32) {
	from, to := it.From, it.To
	m.openL, m.openR = !from.Bounded(), !to.Bounded()
	switch {
	case m.openL:
		m.x1 = x(float64(to) + 1)
		m.x0 = m.x1 - openLength(g)
	case m.openR:
		m.x0 = x(float64(from))
		m.x1 = m.x0 + openLength(g)
	default:
		if to < from {
			from, to = to, from
		}
		m.x0, m.x1 = x(float64(from)), x(float64(to)+1)
	}
	m.bar = m.openL || m.openR || (from != to && m.x1-m.x0 > 2.2*shapeR)
	if !m.bar {
		m.x0 = (m.x0 + m.x1) / 2
		m.x1 = m.x0
		return
	}
	if it.HasBest && it.Best.Bounded() {
		m.best, m.hasB = x(float64(it.Best)+0.5), true
	}
}

// openLength is how long the fading bar of an open end is drawn: it has no length of its own.
func openLength(g geometry) float32 { return min(90, (g.plotR-g.plotL)/6) }

const undatedPitch = 11

// undatedMarks lays the undated items of each lane out in a row at its right end; what does not fit is one pile.
func undatedMarks(items []Item, counts []int, lanes int, g geometry) []mark {
	if g.undatedL == 0 {
		return nil
	}
	places := max(1, int((g.w-margin-g.undatedL-6)/undatedPitch))
	next := make([]int, lanes)
	last := make([]int, lanes) // index+1 of the lane's pile
	var out []mark
	for i := range items {
		it := &items[i]
		if it.Lane < 0 || it.Lane >= lanes || datedItem(it) {
			continue
		}
		l := it.Lane
		if counts[l] > places && last[l] > 0 {
			out[last[l]-1].items = append(out[last[l]-1].items, i)
			continue
		}
		m := mark{lane: l, kind: it.Kind, items: []int{i}, apart: true}
		m.x0 = g.undatedL + 10 + float32(next[l])*undatedPitch
		m.x1, m.y = m.x0, g.track(l, KindEvent)
		out = append(out, m)
		if next[l]++; counts[l] > places && next[l] == places {
			last[l] = len(out)
			out[len(out)-1].pile = true
		}
	}
	return out
}

// hit finds the mark under a point (in coordinates without scroll): shapes before bars, the nearest shape, the shortest
// bar. -1 is none.
func hit(marks []mark, lane int, x, y float32) int {
	from := sort.Search(len(marks), func(i int) bool { return marks[i].lane >= lane })
	best, near := -1, float32(0)
	for i := from; i < len(marks) && marks[i].lane == lane; i++ {
		m := &marks[i]
		if m.bar {
			if x < m.x0-2 || x > m.x1+2 {
				continue
			}
			if d := 1000 + m.x1 - m.x0; best < 0 || d < near {
				best, near = i, d
			}
			continue
		}
		dx, dy := m.x0-x, m.y-y
		if m.column > 0 {
			dx, dy = max(abs(dx)-columnWidth/2, 0)*4, 0
		}
		if d := dx*dx + dy*dy; d < 64 && (best < 0 || d < near) {
			best, near = i, d
		}
	}
	return best
}

// moments are the sorted, distinct days that things begin on, or end on where the beginning is open. Publications are no
// moments, unless there is nothing else.
func moments(items []Item) []story.Day {
	days := startDays(items, false)
	if len(days) == 0 {
		days = startDays(items, true)
	}
	sort.Slice(days, func(i, j int) bool { return days[i] < days[j] })
	out := days[:0]
	for i, d := range days {
		if i == 0 || d != days[i-1] {
			out = append(out, d)
		}
	}
	return out
}

func startDays(items []Item, publications bool) []story.Day {
	var days []story.Day
	for i := range items {
		it := &items[i]
		if !datedItem(it) || (it.Kind == KindPublication) != publications {
			continue
		}
		if it.From.Bounded() {
			days = append(days, it.From)
		} else {
			days = append(days, it.To)
		}
	}
	return days
}
