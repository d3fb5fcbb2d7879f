package days

import (
	"math"
	"strconv"

	"dateline/app/story"
	"fyne.io/fyne/v2/lang"
)

// unit is what a label of the axis claims: a day, a month or a year.
type unit uint8

const (
	unitDay unit = iota
	unitMonth
	unitYear
)

// Tick is a stroke of an axis with its label, in the widget's coordinates.
type Tick struct {
	X     float32
	Text  string
	Left  float32 // of Text
	Width float32

	day  story.Day
	unit unit
	rank int // the coarser the higher; the higher one wins where two collide
}

// step is a regular distance between ticks.
type step struct {
	unit unit
	n    int     // so many days (1, 2, 7: the 1st, 8th, 15th and 22nd), months or years
	days float64 // about so many days
}

var steps = []step{
	{unitDay, 1, 1}, {unitDay, 2, 2}, {unitDay, 7, 7}, {unitMonth, 1, 30}, {unitMonth, 3, 91}, {unitMonth, 6, 182},
	{unitYear, 1, 365}, {unitYear, 2, 730}, {unitYear, 5, 1826}, {unitYear, 10, 3652}, {unitYear, 20, 7305}, {unitYear, 50, 18262},
	{unitYear, 100, 36524}, {unitYear, 200, 73049}, {unitYear, 500, 182621}, {unitYear, 1000, 365242}, {unitYear, 2000, 730485}, {unitYear, 5000, 1826212},
}

// Room is where an axis stands, in the widget's coordinates.
type Room struct {
	X        func(day float64) float32
	DayAt    func(x float32) float64 // the inverse of X
	From, To float32                 // the days in view
	Lo, Hi   float32                 // no label lies outside
	Gap      float32                 // the least distance between two labels
	WidthOf  func(string) float32    // of a label
}

// Axis lays the labelled ticks of an axis out; no two labels overlap.
func Axis(s Scale, a Room) []Tick {
	if s.Empty() || a.To <= a.From {
		return nil
	}
	x := a.X
	pxPerUnit := float64(x(s.Day(1)) - x(s.Day(0)))
	var all []Tick
	for _, p := range s.Pieces(a.DayAt(a.From), a.DayAt(a.To)) {
		px := p.Rate * pxPerUnit
		width := float32((p.To - p.From) * px)
		if p.Starts {
			all = append(all, startTick(p, x, width))
		}
		if st, ok := stepFor(px, a.WidthOf, a.Gap); ok {
			all = appendSteps(all, p, st, x)
		}
	}
	return fitLabels(all, a.Lo, a.Hi, a.Gap, a.WidthOf)
}

// startTick marks where a stretch begins after a fold. A short stretch that begins with a month or a year is often known
// no better than that, and is labelled so.
func startTick(p Piece, x func(float64) float32, width float32) Tick {
	d := story.Day(math.Floor(p.From))
	_, m, n := d.Date()
	t := Tick{X: x(p.From), day: d, unit: unitDay, rank: 40}
	switch {
	case width >= 60 || n != 1:
		t.X = x(p.From + 0.5)
	case m == 1:
		t.unit = unitYear
	default:
		t.unit = unitMonth
	}
	return t
}

// stepFor is the finest step whose labels fit at so many pixels a day.
func stepFor(px float64, widthOf func(string) float32, room float32) (step, bool) {
	if px <= 0 {
		return step{}, false
	}
	wide := [...]float64{float64(widthOf("28 Mar") + room), float64(widthOf("Mar 0000") + room), float64(widthOf("0000") + room)}
	for _, s := range steps {
		if s.days*px >= wide[s.unit] {
			return s, true
		}
	}
	return step{}, false
}

// appendSteps adds the ticks of a step inside a piece.
func appendSteps(all []Tick, p Piece, st step, x func(float64) float32) []Tick {
	from, to := story.Day(math.Ceil(math.Max(p.From, -4.4e6))), story.Day(math.Floor(math.Min(p.To-1e-9, 3.7e6)))
	if to < from {
		return all
	}
	y, m, _ := from.Date()
	add := func(d story.Day, u unit, rank int, mid float64) {
		if d >= from && d <= to {
			all = append(all, Tick{X: x(float64(d) + mid), day: d, unit: u, rank: rank})
		}
	}
	switch st.unit {
	case unitDay:
		for first := story.NewDay(y, m, 1); first <= to; m++ {
			first = story.NewDay(y, m, 1)
			next := story.NewDay(y, m+1, 1)
			for n := story.Day(0); first+n < next; n += story.Day(st.n) {
				if st.n == 7 && n >= 28 || st.n == 2 && n == 30 {
					break // the 29th stands too near the next 1st
				}
				rank := 10
				if n == 0 {
					rank = 20
				}
				add(first+n, unitDay, rank, 0.5)
			}
		}
	case unitMonth:
		m -= (m - 1) % st.n
		for d := story.NewDay(y, m, 1); d <= to; d = story.NewDay(y, m, 1) {
			rank, u := 20, unitMonth
			if _, mm, _ := d.Date(); mm == 1 {
				rank = 30
			}
			add(d, u, rank, 0)
			m += st.n
		}
	case unitYear:
		y -= ((y % st.n) + st.n) % st.n
		for ; ; y += st.n {
			d := story.NewDay(y, 1, 1)
			if y <= 0 && st.n > 1 { // round numbers of years BCE: 3000 BCE is the astronomical year -2999
				d = story.NewDay(y+1, 1, 1)
			}
			if d > to {
				break
			}
			add(d, unitYear, 30, 0)
		}
	}
	return all
}

// fitLabels drops labels that would collide or be cut, the lower rank first, and gives each the year where it changes.
func fitLabels(all []Tick, lo, hi, room float32, widthOf func(string) float32) []Tick {
	var kept []Tick
	for i, t := range all {
		if i > 0 && all[i-1].day == t.day && all[i-1].rank >= t.rank {
			continue
		}
		for {
			n := len(kept)
			fresh := n == 0 || yearOf(kept[n-1].day) != yearOf(t.day)
			t.Text = label(t.day, t.unit, fresh)
			t.Width = widthOf(t.Text)
			t.Left = min(max(t.X-t.Width/2, lo), hi-t.Width)
			if t.Left < lo || t.X < t.Left-1 || t.X > t.Left+t.Width+1 {
				break // it would be cut
			}
			if n == 0 || t.Left >= kept[n-1].Left+kept[n-1].Width+room {
				kept = append(kept, t)
				break
			}
			if t.rank <= kept[n-1].rank {
				break
			}
			kept = kept[:n-1]
		}
	}
	return kept
}

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func yearOf(d story.Day) int {
	y, _, _ := d.Date()
	return y
}

// label words a day of the axis and claims no more than its unit.
func label(d story.Day, u unit, withYear bool) string {
	y, m, n := d.Date()
	if m < 1 {
		return ""
	}
	year := yearLabel(y)
	switch {
	case u == unitYear:
		return year
	case u == unitMonth && withYear:
		return lang.L("{{.Month}} {{.Year}}", map[string]string{"Month": lang.L(months[m-1]), "Year": year})
	case u == unitMonth:
		return lang.L(months[m-1])
	case withYear:
		return lang.L("{{.Day}} {{.Month}} {{.Year}}", map[string]string{"Day": strconv.Itoa(n), "Month": monthOfDay(m), "Year": year})
	}
	return lang.L("{{.Day}} {{.Month}}", map[string]string{"Day": strconv.Itoa(n), "Month": monthOfDay(m)})
}

// monthOfDay is a short month as a day is named by it: "5 мая", but "май".
func monthOfDay(m int) string {
	if m == 5 {
		return lang.X("May (short, of a day)", "May")
	}
	return lang.L(months[m-1])
}

// yearLabel words an astronomical year: 0 is "1 BCE". A year of one or two digits would be taken for a day.
func yearLabel(y int) string {
	switch {
	case y >= 100:
		return strconv.Itoa(y)
	case y > 0:
		return lang.L("{{.Year}} CE", map[string]string{"Year": strconv.Itoa(y)})
	}
	return lang.L("{{.Year}} BCE", map[string]string{"Year": strconv.Itoa(1 - y)})
}
