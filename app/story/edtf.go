package story

import (
	"strconv"
	"strings"
)

// EDTF writes the Moment as an Extended Date/Time Format string, level 1 (ISO 8601-2): "2025-03-12", "2025-03", "199X",
// "2024-22" (summer), "2025-03-01/2025-03-10", "../2025-03-10", "2025-03-12T08:00:00". A "?" at the end says that it is
// less than even odds. An undated Moment is "".
func (m Moment) EDTF() string {
	if !m.Dated() {
		return ""
	}
	q := ""
	if m.P > 0 && m.P < 0.5 {
		q = "?"
	}
	a, b := m.Earliest, m.Latest
	switch {
	case !a.Bounded():
		return "../" + edtfDay(b) + q
	case !b.Bounded():
		return edtfDay(a) + q + "/.."
	case a == b:
		s := edtfDay(a)
		if t, ok := edtfClock(m.Clock); ok && m.Precision == PrecisionClock {
			return s + t // EDTF has no qualifier for an instant
		}
		return s + q
	}
	y1, m1, d1 := a.Date()
	y2, m2, d2 := b.Date()
	if d1 == 1 && d2 == DaysIn(y2, m2) {
		switch months := (y2-y1)*12 + m2 - m1 + 1; {
		case months == 1:
			return edtfYear(y1) + "-" + two(m1) + q
		case months == 12 && m1 == 1:
			return edtfYear(y1) + q
		case months == 120 && m1 == 1 && y1%10 == 0 && y1 >= 0:
			return edtfYear(y1)[:3] + "X" + q
		case months == 3 && m1%3 == 0 && m.Precision == PrecisionSeason:
			return edtfYear(y1) + "-" + strconv.Itoa(20+m1/3) + q
		case m1 == 1 && m2 == 12:
			return edtfYear(y1) + q + "/" + edtfYear(y2) + q
		}
		return edtfYear(y1) + "-" + two(m1) + q + "/" + edtfYear(y2) + "-" + two(m2) + q
	}
	return edtfDay(a) + q + "/" + edtfDay(b) + q
}

// ParseEDTF reads what Moment.EDTF writes, and other level 0 and 1 strings of days, months, years, seasons, unspecified
// digits and intervals; ok is false for what is none. The probability is 1, or 0.4 where a "?" says uncertain.
func ParseEDTF(s string) (m Moment, ok bool) {
	if s == "" {
		return Moment{}, true
	}
	m.P = 1
	strip := func(s string) string {
		if t := strings.TrimRight(s, "?~%"); t != s {
			if len(s)-len(t) > 1 {
				return "!" // one qualifier is enough
			}
			if s[len(t)] != '~' {
				m.P = 0.4
			}
			return t
		}
		return s
	}
	a, b, interval := strings.Cut(s, "/")
	if !interval {
		if day, clock, timed := strings.Cut(a, "T"); timed {
			d, ok := ParseDay(day)
			c, ok2 := parseClock(clock)
			return Moment{Earliest: d, Latest: d, Precision: PrecisionClock, Clock: c, P: 1}, ok && ok2
		}
		m.Earliest, m.Latest, m.Precision, ok = edtfPart(strip(a))
		return m, ok
	}
	if (a == ".." || a == "") && (b == ".." || b == "") {
		return Moment{}, false
	}
	ok1, ok2 := true, true
	var fineA, fineB Precision
	if a == ".." || a == "" {
		m.Earliest = DayMin
	} else {
		m.Earliest, _, fineA, ok1 = edtfPart(strip(a))
	}
	if b == ".." || b == "" {
		m.Latest = DayMax
	} else {
		_, m.Latest, fineB, ok2 = edtfPart(strip(b))
	}
	m.Precision = max(fineA, fineB)
	if m.Earliest.Bounded() && m.Latest.Bounded() {
		if m.Earliest > m.Latest {
			return Moment{}, false
		}
		if m.Latest-m.Earliest == 6 && m.Earliest.Weekday() == 1 {
			m.Precision = PrecisionWeek
		}
		if fineA == PrecisionMonth && fineB == PrecisionMonth {
			m.Precision = PrecisionSeason
		}
	}
	if !ok1 || !ok2 {
		return Moment{}, false
	}
	return m, true
}

// edtfPart reads a single date: its first and last day.
func edtfPart(s string) (a, b Day, fine Precision, ok bool) {
	if d, ok := ParseDay(s); ok {
		return d, d, PrecisionDay, true
	}
	neg := strings.HasPrefix(s, "-")
	t := strings.TrimPrefix(s, "-")
	head, rest, more := strings.Cut(t, "-")
	if len(head) != 4 {
		return 0, 0, 0, false
	}
	sign := 1
	if neg {
		sign = -1
	}
	if !more {
		switch {
		case strings.HasSuffix(head, "XX") && !neg:
			if n, err := strconv.ParseUint(head[:2], 10, 16); err == nil {
				return NewDay(int(n)*100, 1, 1), NewDay(int(n)*100+100, 1, 1) - 1, PrecisionCentury, true
			}
		case strings.HasSuffix(head, "X") && !neg:
			if n, err := strconv.ParseUint(head[:3], 10, 16); err == nil {
				return NewDay(int(n)*10, 1, 1), NewDay(int(n)*10+10, 1, 1) - 1, PrecisionDecade, true
			}
		default:
			if n, err := strconv.ParseUint(head, 10, 16); err == nil {
				y := sign * int(n)
				return NewDay(y, 1, 1), NewDay(y+1, 1, 1) - 1, PrecisionYear, true
			}
		}
		return 0, 0, 0, false
	}
	n, err := strconv.ParseUint(head, 10, 16)
	k, err2 := strconv.ParseUint(rest, 10, 16)
	if err != nil || err2 != nil || len(rest) != 2 {
		return 0, 0, 0, false
	}
	y := sign * int(n)
	switch {
	case k >= 1 && k <= 12:
		return NewDay(y, int(k), 1), NewDay(y, int(k)+1, 1) - 1, PrecisionMonth, true
	case k >= 21 && k <= 24:
		f := int(k-20) * 3
		return NewDay(y, f, 1), NewDay(y, f+3, 1) - 1, PrecisionSeason, true
	}
	return 0, 0, 0, false
}

func edtfDay(d Day) string { return d.String() }

func edtfYear(y int) string {
	s := NewDay(y, 1, 1).String()
	return s[:len(s)-6]
}

func two(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

// edtfClock turns "08:00" or "08:00 UTC" into "T08:00:00" or "T08:00:00Z".
func edtfClock(s string) (string, bool) {
	clock, zone, _ := strings.Cut(s, " ")
	if len(clock) == 5 {
		clock += ":00"
	}
	if len(clock) != 8 || clock[2] != ':' || clock[5] != ':' || clock > "24:00:00" || clock[3] > '5' || clock[6] > '5' {
		return "", false
	}
	for _, i := range []int{0, 1, 3, 4, 6, 7} {
		if clock[i] < '0' || clock[i] > '9' {
			return "", false
		}
	}
	switch zone {
	case "":
		return "T" + clock, true
	case "UTC", "GMT", "Z":
		return "T" + clock + "Z", true
	}
	return "T" + clock, true // EDTF knows offsets only; which offset a name like EST means is not decided here
}

func parseClock(s string) (string, bool) {
	t := strings.TrimSuffix(s, "Z")
	if _, ok := edtfClock(t); !ok || len(t) != 8 {
		return "", false
	}
	t = strings.TrimSuffix(t, ":00")
	if strings.HasSuffix(s, "Z") {
		t += " UTC"
	}
	return t, true
}
