package timex

import (
	"strconv"

	"dateline/app/story"
)

// valueKind is what a Value is a value of.
type valueKind uint8

const (
	valueNone valueKind = iota
	valueYear
	valueMonth
	valueDay
	valueWeek
	valueWeekend
	valueWeekday // XXXX-WXX-3
	valueSeason
	valueQuarter
	valueHalf
	valueDecade
	valueCentury
	valueDuration
	valueRef
	valueRange
)

// unknown stands for a figure that is not known: X.
const unknown = -32768

// Value is a TIMEX3 value taken apart. String prints it, ParseValue reads it back.
type Value struct {
	kind   valueKind
	year   int // astronomical; unknown
	month  int // 1..12; unknown
	day    int // 1..31; unknown
	n      int // week, weekday, season (1..4), quarter, half, decade, century; unknown
	part   Part
	clock  string // "T08:00", "T08:00Z"
	amount string // duration: "P3W"
	ref    Ref
	end    *Value // of a range
}

var seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}
var refNames = [...]string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}

func digits(n, width int) string {
	if n == unknown {
		return "XXXX"[:width]
	}
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func yearString(y int) string {
	if y != unknown && y <= 0 {
		return "BC" + digits(1-y, 4)
	}
	return digits(y, 4)
}

// String is the TIMEX3 value: "2025-03-12", "2024-SU", "P3W", "PRESENT_REF", "XXXX-WXX-3".
func (v Value) String() string {
	switch v.kind {
	case valueYear:
		return yearString(v.year)
	case valueMonth:
		return yearString(v.year) + "-" + digits(v.month, 2)
	case valueDay:
		s := yearString(v.year) + "-" + digits(v.month, 2) + "-" + digits(v.day, 2)
		return s + v.time()
	case valueWeek:
		return yearString(v.year) + "-W" + digits(v.n, 2)
	case valueWeekend:
		return yearString(v.year) + "-W" + digits(v.n, 2) + "-WE"
	case valueWeekday:
		s := "XXXX-WXX-" + digits(v.n, 1)
		return s + v.time()
	case valueSeason:
		if v.n < 1 || v.n > 4 {
			return ""
		}
		return yearString(v.year) + "-" + seasonNames[v.n]
	case valueQuarter:
		return yearString(v.year) + "-Q" + digits(v.n, 1)
	case valueHalf:
		return yearString(v.year) + "-H" + digits(v.n, 1)
	case valueDecade:
		if v.n < 0 {
			return "BC" + digits(-v.n, 3)
		}
		return digits(v.n, 3)
	case valueCentury:
		if v.n < 0 {
			return "BC" + digits(-v.n-1, 2)
		}
		return digits(v.n-1, 2)
	case valueDuration:
		return v.amount
	case valueRef:
		return refNames[v.ref]
	case valueRange:
		if v.end != nil {
			w := v
			w.kind, w.end = w.end.kind, nil
			return w.String() + "/" + v.end.String()
		}
	}
	return ""
}

func (v Value) time() string {
	if v.clock != "" {
		return v.clock
	}
	if v.part != PartNone && int(v.part) < len(partNames) {
		return "T" + partNames[v.part]
	}
	return ""
}

// Days are the first and last day that a value stands for, and how fine it is; ok is false where they cannot be said:
// vague words, durations, sets, and values with an unknown figure.
func (v Value) Days() (from, to story.Day, fine story.Precision, ok bool) {
	if v.kind == valueRange && v.end != nil {
		a := v
		a.kind, a.end = v.end.kind, nil
		from, _, fine, ok = a.Days()
		_, to, _, ok2 := v.end.Days()
		return from, to, fine, ok && ok2 && from <= to
	}
	year := func(y int) story.Day { return story.NewDay(y, 1, 1) }
	if v.kind != valueDecade && v.kind != valueCentury && (v.year == unknown || v.year < -9998 || v.year > 9998) {
		return 0, 0, 0, false
	}
	switch v.kind {
	case valueYear:
		return year(v.year), year(v.year+1) - 1, story.PrecisionYear, true
	case valueMonth:
		if v.month != unknown {
			return story.NewDay(v.year, v.month, 1), story.NewDay(v.year, v.month+1, 1) - 1, story.PrecisionMonth, true
		}
	case valueDay:
		return v.oneDay()
	case valueWeek, valueWeekend:
		return v.week()
	case valueSeason:
		if v.n >= 1 && v.n <= 4 {
			return story.NewDay(v.year, 3*v.n, 1), story.NewDay(v.year, 3*v.n+3, 1) - 1, story.PrecisionSeason, true
		}
	case valueQuarter:
		if v.n != unknown {
			return story.NewDay(v.year, 3*v.n-2, 1), story.NewDay(v.year, 3*v.n+1, 1) - 1, story.PrecisionSeason, true
		}
	case valueHalf:
		if v.n != unknown {
			return story.NewDay(v.year, 6*v.n-5, 1), story.NewDay(v.year, 6*v.n+1, 1) - 1, story.PrecisionSeason, true
		}
	case valueDecade:
		if v.n != unknown && v.n >= 0 && v.n <= 998 {
			return year(v.n * 10), year(v.n*10+10) - 1, story.PrecisionDecade, true
		}
	case valueCentury:
		switch {
		case v.n > 0 && v.n < 99:
			return year(v.n*100 - 99), year(v.n*100+1) - 1, story.PrecisionCentury, true
		case v.n < 0 && v.n > -99: // the 5th century BC is 500 BC (-499) to 401 BC (-400)
			return year(v.n*100 + 1), year(v.n*100+101) - 1, story.PrecisionCentury, true
		}
	}
	return 0, 0, 0, false
}

// oneDay is Days for a day, with or without a time.
func (v Value) oneDay() (from, to story.Day, fine story.Precision, ok bool) {
	if v.month == unknown || v.day == unknown || !story.ValidDate(v.year, v.month, v.day) {
		return 0, 0, 0, false
	}
	d := story.NewDay(v.year, v.month, v.day)
	if v.clock != "" || v.part != PartNone {
		return d, d, story.PrecisionClock, true
	}
	return d, d, story.PrecisionDay, true
}

// week is Days for a week or a weekend.
func (v Value) week() (from, to story.Day, fine story.Precision, ok bool) {
	if v.n == unknown || v.n < 1 || v.n > weeksIn(v.year) {
		return 0, 0, 0, false
	}
	monday := mondayOf(v.year, v.n)
	if v.kind == valueWeekend {
		return monday + 5, monday + 6, story.PrecisionDay, true
	}
	return monday, monday + 6, story.PrecisionWeek, true
}

// mondayOf is the first day of an ISO week.
func mondayOf(year, week int) story.Day {
	fourth := story.NewDay(year, 1, 4)
	return fourth - story.Day(isoWeekday(fourth)-1) + story.Day(7*(week-1))
}
