// Package timeline is a Fyne widget that shows what happened when: a lane per article, ticks for days, bars for
// intervals, publication marks apart from events, and the Period that a person drags along the axis.
//
//	t := timeline.New()
//	t.SetData([]timeline.Lane{{Title: "Act of goodwill", Colour: green}}, items)
//	t.OnPeriod = func(p story.Period) { ... }   // while it moves
//	t.SetPeriod(story.Between(d-1, d+1))         // fires nothing
//
// It knows days and periods and neither stories nor sessions. All of it runs on the UI goroutine.
package timeline

import (
	"image/color"
	"math"
	"sort"

	"dateline/app/story"
	"dateline/app/ui/kit/days"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Kind is what an Item stands for; each kind has its own shape.
type Kind uint8

// The kinds.
const (
	KindEvent       Kind = iota // a filled dot, or a bar
	KindPublication             // a hollow diamond, with a bar when the day is only known to an interval
	KindQuote                   // a small upright stroke
)

// Lane is one row: an article (or a speaker, or a place).
type Lane struct {
	Title  string
	Colour color.NRGBA
	Letter string // on the sign before the title: tells lanes of one colour apart
	Tip    string // said below the title while the pointer is at it
}

// Item is one thing on the axis. From and To are inclusive; DayMin and DayMax leave that end open ("before August").
type Item struct {
	ID       string // the caller's; unique among the items, of whatever kind
	Lane     int    // index into the lanes; an item outside them is not shown
	From, To story.Day
	Kind     Kind
	P        float64   // probability; low ones are paler. 0 means not stated
	Open     bool      // planned, denied or only said: drawn hollow
	Hatched  bool      // the interval is inferred, not said
	Undated  bool      // shown in the area "undated" at the end of its lane; From and To are not read
	Best     story.Day // the best day inside From..To, marked on the bar when HasBest
	HasBest  bool
	Tip      func() string // what hovering says, asked when it is needed; nil or "" says nothing
}

// Timeline is the widget. Set the callbacks before it is shown.
type Timeline struct {
	widget.BaseWidget

	OnPeriod      func(story.Period)                // while the period is being moved or widened
	OnPeriodEnded func(story.Period)                // when it is at rest again
	OnMenuItem    func(id string, at fyne.Position) // a tick, bar or mark was clicked with the other button, at a place of the window
	OnTapItem     func(id string)                   // a tick, bar or mark was clicked; clicking a pile again gives the next of it
	OnTapLane     func(lane int)                    // the title of a lane was clicked
	OnBin         func(story.Period)                // a bar was clicked: the days that it stands for
	TipBin        func(Bin) string                  // what hovering a bar says; nil says nothing
	OnKey         func(*fyne.KeyEvent)
	OnRune        func(rune)

	Aside bool // all keys are for OnKey: what is shown beside the timeline is stepped through by the same keys
	Step  int  // days that one notch of the wheel moves the period by; 1 if less
	Reach int  // days on either side of the middle, for a period that is begun while all is shown

	lanes    []Lane
	items    []Item
	weights  []float32   // of the items; empty: 1 each
	days     []story.Day // the moments
	selected map[string]bool
	period   story.Period
	own      Look
	look     look

	strip  strip
	scale  days.Scale
	u0, u1 float64 // the units in view
	fitted bool    // the view is all there is
	scroll float32 // of the lanes, when not all fit

	geo    geometry
	laying laying // what lays the marks out, and their room
	marks  []mark
	ticks  []days.Tick

	hand    hand
	focused bool
	draw    *drawing  // nil before it is first shown
	twin    *Timeline // shows the same; nil none
	of      *Timeline // that this one is the twin of; nil none
}

// New gives an empty timeline that shows everything.
func New() *Timeline {
	t := &Timeline{Step: 1, Reach: 1, fitted: true}
	t.hand.over, t.hand.title, t.hand.bin = -1, -1, -1
	t.ExtendBaseWidget(t)
	return t
}

// SetData replaces lanes and items, which are the timeline's from now on. The part of time in view is kept, unless all was in view:
// then all is again.
func (t *Timeline) SetData(lanes []Lane, items []Item) {
	from, to := t.scale.Day(t.u0), t.scale.Day(t.u1)
	keep := !t.fitted && !t.scale.Empty()
	t.lanes, t.items = lanes, items
	t.weights, t.strip.fresh = t.weights[:0], false
	t.days = moments(t.items)
	t.scale = days.New(knownDays(t.items))
	t.hand.clear()
	if keep && !t.scale.Empty() {
		t.u0, t.u1 = t.scale.At(from), t.scale.At(to)
		t.boundView()
	} else {
		t.fitView()
	}
	t.relayout()
}

// knownDays are the days of single-day items, and all known days that the others begin and end on.
func knownDays(items []Item) (points, starts, ends []story.Day) {
	for i := range items {
		it := &items[i]
		switch {
		case it.Undated:
		case it.From == it.To && it.From.Bounded():
			points = append(points, it.From)
		default:
			if it.From.Bounded() {
				starts = append(starts, it.From)
			}
			if it.To.Bounded() {
				ends = append(ends, it.To)
			}
		}
	}
	return points, starts, ends
}

// SetPeriod shows p; the zero Period shows that everything is selected. It fires no callback. A period out of view is
// brought into it.
func (t *Timeline) SetPeriod(p story.Period) {
	t.period = p
	if t.twin != nil {
		t.twin.SetPeriod(p)
	}
	if !t.hand.dragging && t.of == nil {
		t.showPeriod()
	}
	t.placePeriod()
}

// Period is what is shown as selected.
func (t *Timeline) Period() story.Period { return t.period }

// showPeriod moves the view so that the period's middle is in it.
func (t *Timeline) showPeriod() {
	mid, ok := middle(t.period)
	if !ok || t.scale.Empty() {
		return
	}
	u := t.scale.At(mid)
	if u >= t.u0 && u <= t.u1 {
		return
	}
	half := (t.u1 - t.u0) / 2
	t.u0, t.u1, t.fitted = u-half, u+half, false
	t.relayout()
}

// SetSelected rings the items with these ids; none takes the rings away. It fires no callback.
func (t *Timeline) SetSelected(ids ...string) {
	if t.twin != nil {
		t.twin.SetSelected(ids...)
	}
	t.selected = make(map[string]bool, len(ids))
	for _, id := range ids {
		t.selected[id] = true
	}
	if t.of == nil && t.showSelected() {
		t.relayout()
		return
	}
	t.placeRings()
}

// showSelected scrolls the lane of the first selected item into view; false if nothing had to move.
func (t *Timeline) showSelected() bool {
	g := t.geo
	if g.full <= g.lanesB-g.lanesT || len(t.selected) == 0 {
		return false
	}
	for i := range t.items {
		if it := &t.items[i]; t.selected[it.ID] && it.Lane >= 0 && it.Lane < len(t.lanes) {
			top := float32(it.Lane) * g.row
			was := t.scroll
			t.scroll = max(min(t.scroll, top), top+g.row-(g.lanesB-g.lanesT))
			return was != t.scroll
		}
	}
	return false
}

// SetLook replaces the palette and sizes; the zero Look follows the theme.
func (t *Timeline) SetLook(l Look) {
	t.own = l
	t.Refresh()
}

// Fit shows all items, the days where most of them are widest.
func (t *Timeline) Fit() {
	t.fitView()
	t.relayout()
}

func (t *Timeline) fitView() {
	t.u0, t.u1, t.fitted = -0.015, 1.015, true
}

// ZoomBy zooms time by a factor (2 is closer) about a horizontal position of the widget.
func (t *Timeline) ZoomBy(factor float64, about float32) {
	if t.scale.Empty() || factor <= 0 || t.geo.plotR <= t.geo.plotL {
		return
	}
	f := float64((min(max(about, t.geo.plotL), t.geo.plotR) - t.geo.plotL) / (t.geo.plotR - t.geo.plotL))
	u := t.u0 + f*(t.u1-t.u0)
	size := (t.u1 - t.u0) / factor
	// Closest: two days of the unfolded scale fill the axis. A day is the finest thing that is known.
	size = min(max(size, 2*t.scale.Rate()), 1.03)
	t.u0, t.u1 = u-f*size, u-f*size+size
	t.fitted = false
	t.boundView()
	t.relayout()
}

// PanBy moves what is in view by a part of its width: 1 is one whole view towards later days.
func (t *Timeline) PanBy(part float64) {
	if t.scale.Empty() {
		return
	}
	d := part * (t.u1 - t.u0)
	t.u0, t.u1, t.fitted = t.u0+d, t.u1+d, false
	t.boundView()
	t.relayout()
}

// boundView keeps part of the data in view and fits when all of it is.
func (t *Timeline) boundView() {
	size := t.u1 - t.u0
	switch {
	case size >= 1.03-1e-9:
		t.fitView()
	case t.u0 < -0.015:
		t.u0, t.u1 = -0.015, -0.015+size
	case t.u1 > 1.015:
		t.u0, t.u1 = 1.015-size, 1.015
	}
}

// x is the horizontal position of a moment, counted in days.
func (t *Timeline) x(day float64) float32 {
	if t.scale.Empty() {
		return t.geo.plotL
	}
	v := (t.scale.At(day) - t.u0) / (t.u1 - t.u0)
	return t.geo.plotL + float32(v*float64(t.geo.plotR-t.geo.plotL))
}

// dayAtX is the inverse of x.
func (t *Timeline) dayAtX(x float32) float64 {
	if t.scale.Empty() || t.geo.plotR <= t.geo.plotL {
		return 0
	}
	return t.scale.Day(t.u0 + float64((x-t.geo.plotL)/(t.geo.plotR-t.geo.plotL))*(t.u1-t.u0))
}

// PositionOf is the horizontal position of the middle of a day, in the widget; it may lie outside what is in view.
func (t *Timeline) PositionOf(d story.Day) float32 { return t.x(float64(d) + 0.5) }

// DayAt is the day at a horizontal position of the widget. Without anything dated it is day 0.
func (t *Timeline) DayAt(x float32) story.Day { return dayOf(t.dayAtX(x)) }

// ItemAt is the id of the item under a point of the widget, the first of a pile; false if there is none.
func (t *Timeline) ItemAt(p fyne.Position) (string, bool) {
	i := t.markAt(p)
	if i < 0 {
		return "", false
	}
	return t.items[t.marks[i].items[0]].ID, true
}

// PointOf is a point of the widget where the item stands, the best day of an interval or its middle; false if it is not
// in view. A shorter bar or a shape may cover the middle of a bar.
func (t *Timeline) PointOf(id string) (fyne.Position, bool) {
	var at fyne.Position
	found := false
	for i := range t.marks {
		m := &t.marks[i]
		if !t.holds(m, id) || found && m.bar {
			continue
		}
		p := fyne.NewPos(m.x0, m.y-t.scroll)
		if m.bar {
			p.X = (max(m.x0, t.geo.plotL) + min(m.x1, t.geo.plotR)) / 2
		}
		if t.geo.inPlot(m) && p.Y >= t.geo.lanesT && p.Y <= t.geo.lanesB {
			at, found = p, true
		}
	}
	return at, found
}

func (t *Timeline) holds(m *mark, id string) bool {
	for _, i := range m.items {
		if t.items[i].ID == id {
			return true
		}
	}
	return false
}

// NextMoment is the first day after d on which something is dated; false at the end.
func (t *Timeline) NextMoment(after story.Day) (story.Day, bool) {
	i := sort.Search(len(t.days), func(i int) bool { return t.days[i] > after })
	if i == len(t.days) {
		return 0, false
	}
	return t.days[i], true
}

// PrevMoment is the last day before d on which something is dated; false at the beginning.
func (t *Timeline) PrevMoment(before story.Day) (story.Day, bool) {
	i := sort.Search(len(t.days), func(i int) bool { return t.days[i] >= before })
	if i == 0 {
		return 0, false
	}
	return t.days[i-1], true
}

// First is the first day on which something is dated; false if nothing is.
func (t *Timeline) First() (story.Day, bool) { return t.NextMoment(story.DayMin) }

// Last is the last day on which something is dated; false if nothing is.
func (t *Timeline) Last() (story.Day, bool) { return t.PrevMoment(story.DayMax) }

// dayOf is the day that a moment lies in, kept within the calendar.
func dayOf(v float64) story.Day { return story.Day(math.Floor(min(max(v, -4e6), 2.9e6))) }

// middle is the moment that a period's handle stands at; false if everything is selected.
func middle(p story.Period) (float64, bool) {
	switch from, to := p.From.Bounded(), p.To.Bounded(); {
	case !p.On:
		return 0, false
	case from && to:
		return (float64(p.From) + float64(p.To) + 1) / 2, true
	case from:
		return float64(p.From) + 0.5, true
	case to:
		return float64(p.To) + 0.5, true
	}
	return 0, false
}
