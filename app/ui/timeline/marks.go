package timeline

import (
	"slices"
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
	stripT, stripB float32 // the bars above the lanes; stripB is 0 where there are none
	axisT          float32 // the labels of the axis
	base           float32 // the line between the bars of events and those of articles
	row            float32 // height of a lane
	full           float32 // height of all lanes
	titleW         float32
	pile           float32 // radius of a disc with a number
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

// layOut lays all items out as marks, sorted by lane and x, bars first within a lane, hollow ones before the others. The marks
// hold until the next time.
func (l *laying) layOut(items []Item, lanes int, g geometry, x func(float64) float32) []mark {
	if len(items) == 0 {
		*l = laying{} // the next story may be small
	}
	l.items, l.g, l.x, l.out, l.lists = items, g, x, l.out[:0], l.lists[:0]
	l.single = slices.Grow(l.single[:0], len(items))[:len(items)]
	order, ends := byLane(items, lanes)
	from := 0
	for lane, end := range ends {
		l.lane(lane, order[from:end])
		from = end
	}
	raised(l.out, g)
	return l.out
}

// byLane are the positions of the items that are in a lane, lane by lane, and where each lane ends.
func byLane(items []Item, lanes int) (order, ends []int) {
	ends = make([]int, lanes+1) // at first where each lane begins, one further on
	in := 0
	for i := range items {
		if n := items[i].Lane; n >= 0 && n < lanes {
			ends[n+1]++
			in++
		}
	}
	for n := 1; n <= lanes; n++ {
		ends[n] += ends[n-1]
	}
	order = make([]int, in)
	for i := range items {
		if n := items[i].Lane; n >= 0 && n < lanes {
			order[ends[n]] = i
			ends[n]++
		}
	}
	return order, ends[:lanes]
}

// laying lays out lane after lane. Its lists are used again for each, and the next time.
type laying struct {
	items  []Item
	g      geometry
	x      func(float64) float32
	single []int  // the lists of marks of one item
	lists  []int  // those of marks of several, one after the other
	out    []mark // of the lanes so far, sorted

	points, shapes, published []mark
}

// of is the list of items of a mark that has one; to add to it makes another list.
func (l *laying) of(i int) []int {
	l.single[i] = i
	return l.single[i : i+1 : i+1]
}

// list is the items of several marks, in a list of their own.
func (l *laying) list(marks []mark) []int {
	from := len(l.lists)
	for i := range marks {
		l.lists = append(l.lists, marks[i].items...)
	}
	return slices.Clip(l.lists[from:])
}

// lane adds the marks of a lane, of these items.
func (l *laying) lane(lane int, items []int) {
	start, undated := len(l.out), 0
	l.points = l.points[:0]
	for _, i := range items {
		it := &l.items[i]
		if !datedItem(it) {
			undated++
			continue
		}
		m := mark{lane: lane, y: l.g.track(lane, it.Kind), items: l.of(i), kind: it.Kind}
		span(&m, it, l.g, l.x)
		m.open = m.bar && it.Open
		if m.bar {
			l.out = append(l.out, m)
			if it.HasBest {
				m.bar, m.x0, m.x1 = false, m.best, m.best
				l.points = append(l.points, m)
			}
			continue
		}
		l.points = append(l.points, m)
	}
	sortMarks(l.points, further)
	l.pileUp()
	if undated > 0 {
		l.undated(lane, items, undated)
	}
	sortMarks(l.out[start:], drawnFirst)
}

// drawnFirst orders the marks of a lane as they are drawn.
func drawnFirst(a, b *mark) bool {
	switch {
	case a.bar != b.bar:
		return a.bar
	case a.open != b.open:
		return a.open
	}
	return a.x0 < b.x0
}

// further orders marks by where they stand.
func further(a, b *mark) bool { return a.x0 < b.x0 }

// sortMarks sorts marks; those that are equal stay in order. Most lists are sorted as they come.
func sortMarks(marks []mark, before func(a, b *mark) bool) {
	for i := 1; i < len(marks); i++ {
		if before(&marks[i], &marks[i-1]) {
			sort.Stable(&sorting{marks, before})
			return
		}
	}
}

type sorting struct {
	marks  []mark
	before func(a, b *mark) bool
}

func (s *sorting) Len() int           { return len(s.marks) }
func (s *sorting) Less(i, j int) bool { return s.before(&s.marks[i], &s.marks[j]) }
func (s *sorting) Swap(i, j int)      { s.marks[i], s.marks[j] = s.marks[j], s.marks[i] }

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

// undated lays the undated items of a lane out in a row at its right end; what does not fit is one pile.
func (l *laying) undated(lane int, items []int, count int) {
	g := l.g
	if g.undatedL == 0 {
		return
	}
	places := max(1, int((g.w-margin-g.undatedL-6)/undatedPitch))
	last := g.undatedL + 10 + float32(places-1)*undatedPitch // where a pile stands
	for count > places && places > 1 && g.undatedL+10+float32(places-2)*undatedPitch+shapeR > last-g.pile {
		places-- // its disc would cover this one
	}
	next := 0
	pile := -1 // where the lane's pile is
	for _, i := range items {
		it := &l.items[i]
		if datedItem(it) {
			continue
		}
		if pile >= 0 {
			l.out[pile].items = append(l.out[pile].items, i)
			continue
		}
		m := mark{lane: lane, kind: it.Kind, items: l.of(i), apart: true}
		m.x0 = g.undatedL + 10 + float32(next)*undatedPitch
		m.x1, m.y = m.x0, g.track(lane, KindEvent)
		if next++; count > places && next == places {
			pile, m.pile = len(l.out), true
			m.x0, m.x1 = last, last
		}
		l.out = append(l.out, m)
	}
}

// hit finds the mark under a point (in coordinates without scroll): shapes before bars, the nearest shape, the shortest
// bar. -1 is none.
func (g geometry) hit(marks []mark, lane int, x, y float32) int {
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
		reach := float32(8)
		if m.pile {
			reach = max(reach, g.pile)
		}
		if d := dx*dx + dy*dy; d < reach*reach && (best < 0 || d < near) {
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
	slices.Sort(days)
	return slices.Compact(days)
}

func startDays(items []Item, publications bool) []story.Day {
	var days []story.Day
	for i := range items {
		it := &items[i]
		if !datedItem(it) || (it.Kind == KindPublication) != publications {
			continue
		}
		d := it.From
		if !d.Bounded() {
			d = it.To
		}
		if n := len(days); n == 0 || days[n-1] != d { // most things come in the order of their days
			days = append(days, d)
		}
	}
	return days
}
