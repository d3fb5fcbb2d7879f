package bind

import (
	"fmt"

	"dateline/app/story"
)

// weekdays and months are asked of the translation one by one, so that every language words its own.
var (
	weekdays = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	months   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}
	shortMonths = [...]string{"Jan", "Feb", "Mar", "Apr", "May (short)", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

func (w Words) monthName(m int) string { return w.L(months[m-1]) }

func (w Words) shortMonth(m int) string {
	if m == 5 {
		return w.X(shortMonths[4], "May")
	}
	return w.L(shortMonths[m-1])
}

func (w Words) yearName(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d %s", 1-y, w.L("BCE"))
	}
	return fmt.Sprint(y)
}

// longDay is "Wed 12 March 2025".
func (w Words) longDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%s %d %s %s", w.L(weekdays[d.Weekday()]), n, w.monthName(m), w.yearName(y))
}

// fullDay is "12 March 2025".
func (w Words) fullDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, w.monthName(m), w.yearName(y))
}

// shortDay is "12 Mar 2025".
func (w Words) shortDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, w.shortMonth(m), w.yearName(y))
}

// Interval words two days as short as it can: "12 Mar 2025", "11–12 Mar 2025", "28 Feb – 2 Mar 2025". An open end is
// "until" or "from".
func (w Words) Interval(from, to story.Day) string {
	switch {
	case !from.Bounded() && !to.Bounded():
		return w.L("undated")
	case !from.Bounded():
		return w.L("until") + " " + w.shortDay(to)
	case !to.Bounded():
		return w.L("from") + " " + w.shortDay(from)
	case from == to:
		return w.shortDay(from)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	switch {
	case y1 == y2 && d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return w.yearName(y1)
	case y1 == y2 && m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return w.shortMonth(m1) + " " + w.yearName(y1)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s %s", d1, d2, w.shortMonth(m1), w.yearName(y1))
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %s", d1, w.shortMonth(m1), d2, w.shortMonth(m2), w.yearName(y1))
	}
	return w.shortDay(from) + " – " + w.shortDay(to)
}

// moment words a Moment: its interval, and a clock time where the text has one.
func (w Words) moment(m story.Moment) string {
	if !m.Dated() {
		return w.L("undated")
	}
	s := w.Interval(m.Earliest, m.Latest)
	if m.Clock != "" {
		s += ", " + m.Clock
	}
	return s
}

// Count words a number with its noun through the translation: "1 event", "7 events".
func (w Words) Count(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("1 %s", w.L(one))
	}
	return fmt.Sprintf("%d %s", n, w.L(many))
}

// Width names a width: "± 1 day".
func (w Words) Width(days int) string {
	switch {
	case days == 0:
		return w.L("one day")
	case days == 7:
		return "± 1 " + w.L("week")
	case days == 30:
		return "± 1 " + w.L("month")
	}
	return "± " + w.Count(days, "day", "days")
}
