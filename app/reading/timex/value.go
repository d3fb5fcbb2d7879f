package timex

import (
	"strconv"
	"strings"

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

// ParseValue reads a TIMEX3 value as String prints it and reports whether it is one that can be.
func ParseValue(s string) (Value, bool) {
	v, ok := parseValue(s)
	if !ok || v.String() != s {
		return Value{}, false
	}
	return v, true
}

func parseValue(s string) (Value, bool) {
	for r, name := range refNames {
		if s != "" && s == name {
			return Value{kind: valueRef, ref: Ref(r)}, true
		}
	}
	if strings.HasPrefix(s, "P") && len(s) > 1 {
		return Value{kind: valueDuration, amount: s}, validDuration(s)
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		v, ok1 := parseValue(a)
		w, ok2 := parseValue(b)
		if !ok1 || !ok2 || v.kind != w.kind || v.end != nil || w.end != nil || v.kind == valueRange {
			return Value{}, false
		}
		v.kind, v.end = valueRange, &w
		return v, true
	}
	bc := strings.HasPrefix(s, "BC")
	if bc {
		s = s[2:]
	}
	head, rest, more := strings.Cut(s, "-")
	num := func(s string) (int, bool) {
		if s != "" && strings.Trim(s, "X") == "" {
			return unknown, true
		}
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0, false
			}
			n = n*10 + int(s[i]-'0')
		}
		return n, s != ""
	}
	y, ok := num(head)
	if !ok {
		return Value{}, false
	}
	if !more {
		switch len(head) {
		case 4:
			if bc {
				y = 1 - y
			}
			return Value{kind: valueYear, year: y}, true
		case 3:
			if bc {
				y = -y
			}
			return Value{kind: valueDecade, n: y}, true
		case 2:
			y++
			if bc {
				y = -y
			}
			return Value{kind: valueCentury, n: y}, y != unknown+1
		}
		return Value{}, false
	}
	if len(head) != 4 {
		return Value{}, false
	}
	if bc {
		y = 1 - y
	}
	v := Value{year: y}
	rest, clock, timed := strings.Cut(rest, "T")
	if timed {
		for p, name := range partNames {
			if name != "" && name == clock {
				v.part = Part(p)
			}
		}
		if v.part == PartNone {
			v.clock = "T" + clock
			if !validClock(clock) {
				return v, false
			}
		}
	}
	for i, name := range seasonNames {
		if name != "" && name == rest {
			v.kind, v.n = valueSeason, i
			return v, !timed
		}
	}
	switch {
	case strings.HasPrefix(rest, "W"):
		w, day, more := strings.Cut(rest[1:], "-")
		n, ok := num(w)
		if !ok || len(w) != 2 || n != unknown && (n < 1 || n > 53) {
			return v, false
		}
		v.n = n
		switch {
		case !more:
			v.kind = valueWeek
			return v, !timed
		case day == "WE":
			v.kind = valueWeekend
			return v, !timed
		}
		d, ok := num(day)
		v.kind, v.n = valueWeekday, d
		return v, ok && n == unknown && d >= 1 && d <= 7
	case strings.HasPrefix(rest, "Q"), strings.HasPrefix(rest, "H"):
		n, ok := num(rest[1:])
		v.kind, v.n = valueQuarter, n
		if rest[0] == 'H' {
			v.kind = valueHalf
		}
		return v, ok && !timed && len(rest) == 2 && (n == unknown || n >= 1 && n <= 4)
	}
	m, d, more := strings.Cut(rest, "-")
	if v.month, ok = num(m); !ok || len(m) != 2 || v.month != unknown && (v.month < 1 || v.month > 12) {
		return v, false
	}
	v.kind = valueMonth
	if !more {
		return v, !timed
	}
	v.kind = valueDay
	if v.day, ok = num(d); !ok || len(d) != 2 {
		return v, false
	}
	if v.day != unknown && v.month != unknown && v.year != unknown {
		return v, story.ValidDate(v.year, v.month, v.day)
	}
	return v, v.day == unknown || v.day >= 1 && v.day <= 31
}

func validClock(s string) bool {
	s = strings.TrimSuffix(s, "Z")
	if len(s) != 5 && len(s) != 8 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if i%3 == 2 != (s[i] == ':') || s[i] != ':' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return s[:2] <= "24" && s[3] <= '5' && (len(s) == 5 || s[6] <= '5')
}

// validDuration reports whether s is P, an amount and a unit, perhaps several, perhaps a T before the fine ones.
func validDuration(s string) bool {
	s = strings.TrimPrefix(s[1:], "T")
	if s == "" {
		return false
	}
	for s != "" {
		i := 0
		for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
			i++
		}
		if i == 0 && s[0] == 'X' {
			i = 1
		}
		if i == 0 || i == len(s) {
			return false
		}
		s = s[i:]
		n := 1
		if strings.HasPrefix(s, "WE") || strings.HasPrefix(s, "DE") || strings.HasPrefix(s, "CE") {
			n = 2
		}
		if !strings.ContainsRune("YMWDHSQEXL", rune(s[0])) && n == 1 {
			return false
		}
		s = strings.TrimPrefix(s[n:], "T")
	}
	return true
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
		if v.month == unknown {
			return 0, 0, 0, false
		}
		return story.NewDay(v.year, v.month, 1), story.NewDay(v.year, v.month+1, 1) - 1, story.PrecisionMonth, true
	case valueDay:
		if v.month == unknown || v.day == unknown || !story.ValidDate(v.year, v.month, v.day) {
			return 0, 0, 0, false
		}
		d := story.NewDay(v.year, v.month, v.day)
		fine = story.PrecisionDay
		if v.clock != "" || v.part != PartNone {
			fine = story.PrecisionClock
		}
		return d, d, fine, true
	case valueWeek, valueWeekend:
		if v.n == unknown || v.n < 1 || v.n > weeksIn(v.year) {
			return 0, 0, 0, false
		}
		monday := mondayOf(v.year, v.n)
		if v.kind == valueWeekend {
			return monday + 5, monday + 6, story.PrecisionDay, true
		}
		return monday, monday + 6, story.PrecisionWeek, true
	case valueSeason:
		if v.n < 1 || v.n > 4 {
			return 0, 0, 0, false
		}
		return story.NewDay(v.year, 3*v.n, 1), story.NewDay(v.year, 3*v.n+3, 1) - 1, story.PrecisionSeason, true
	case valueQuarter:
		if v.n == unknown {
			return 0, 0, 0, false
		}
		return story.NewDay(v.year, 3*v.n-2, 1), story.NewDay(v.year, 3*v.n+1, 1) - 1, story.PrecisionSeason, true
	case valueHalf:
		if v.n == unknown {
			return 0, 0, 0, false
		}
		return story.NewDay(v.year, 6*v.n-5, 1), story.NewDay(v.year, 6*v.n+1, 1) - 1, story.PrecisionSeason, true
	case valueDecade:
		if v.n == unknown || v.n < 0 || v.n > 998 {
			return 0, 0, 0, false
		}
		return year(v.n * 10), year(v.n*10+10) - 1, story.PrecisionDecade, true
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

// mondayOf is the first day of an ISO week.
func mondayOf(year, week int) story.Day {
	fourth := story.NewDay(year, 1, 4)
	return fourth - story.Day(isoWeekday(fourth)-1) + story.Day(7*(week-1))
}
