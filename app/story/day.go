package story

import (
	"math"
	"strconv"
)

// Day is a calendar date of the proleptic Gregorian calendar, counted in days from 1970-01-01 (which is 0).
// It is not an instant: it has no zone and never shifts. Years run from -9999 (astronomical: year 0 is 1 BCE) to 9999.
type Day int32

// DayMin and DayMax stand for "no earliest day known" and "no latest day known".
const (
	DayMin Day = math.MinInt32
	DayMax Day = math.MaxInt32
)

// Bounded reports whether d is a real date and neither DayMin nor DayMax.
func (d Day) Bounded() bool { return d != DayMin && d != DayMax }

// NewDay gives the day of a civil date. Months and days outside their range carry over, as time.Date does.
// Algorithm: days from civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
func NewDay(year, month, day int) Day {
	month--
	year += floorDiv(month, 12)
	month = month - floorDiv(month, 12)*12 + 1
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	mp := (month + 9) % 12
	doy := (153*mp+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// Date gives year, month (1..12) and day (1..31). Unbounded days give 0, 0, 0.
func (d Day) Date() (year, month, day int) {
	if !d.Bounded() {
		return 0, 0, 0
	}
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	year = yoe + era*400
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday is 0 for Sunday to 6 for Saturday, as in package time.
func (d Day) Weekday() int { return int(((int64(d)+4)%7 + 7) % 7) }

// ISOWeek gives the ISO 8601 year and week (1..53) that d lies in.
func (d Day) ISOWeek() (year, week int) {
	wd := (d.Weekday() + 6) % 7 // Monday 0
	thursday := d - Day(wd) + 3
	year, _, _ = thursday.Date()
	return year, int(thursday-NewDay(year, 1, 1))/7 + 1
}

// DaysIn is the number of days of a month, 28 to 31.
func DaysIn(year, month int) int { return int(NewDay(year, month+1, 1) - NewDay(year, month, 1)) }

// ValidDate reports whether the civil date exists: 2025-02-29 does not.
func ValidDate(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= DaysIn(year, month)
}

// String is YYYY-MM-DD (ISO 8601, with a sign before years outside 0..9999); "" for an unbounded day.
func (d Day) String() string {
	var b [16]byte
	return string(d.Append(b[:0]))
}

// Append writes what String gives.
func (d Day) Append(b []byte) []byte {
	if !d.Bounded() {
		return b
	}
	y, m, n := d.Date()
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	for limit := 1000; limit > max(1, y); limit /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(y), 10)
	return append(b, '-', byte('0'+m/10), byte('0'+m%10), '-', byte('0'+n/10), byte('0'+n%10))
}

// ParseDay reads YYYY-MM-DD and reports whether it is a date that exists.
func ParseDay(s string) (Day, bool) {
	sign, t := 1, s
	if len(t) > 0 && t[0] == '-' {
		sign, t = -1, t[1:]
	}
	if len(t) != 10 || t[4] != '-' || t[7] != '-' {
		return 0, false
	}
	num := func(s string) int {
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return -1
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	y, m, d := num(t[:4]), num(t[5:7]), num(t[8:])
	if y < 0 || m < 0 || d < 0 || !ValidDate(sign*y, m, d) {
		return 0, false
	}
	return NewDay(sign*y, m, d), true
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
