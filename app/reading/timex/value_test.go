package timex

import (
	"strings"

	"dateline/app/story"
)

// parsedValue gives the value that String prints as s, and whether it is one that can be.
func parsedValue(s string) (Value, bool) {
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
	s, bc := strings.CutPrefix(s, "BC")
	head, rest, more := strings.Cut(s, "-")
	y, ok := figureOf(head)
	switch {
	case !ok:
		return Value{}, false
	case !more:
		return parseYears(y, len(head), bc)
	case len(head) != 4:
		return Value{}, false
	}
	if bc {
		y = 1 - y
	}
	return parseInYear(y, rest)
}

// figureOf is the number in s; unknown for "XX".
func figureOf(s string) (int, bool) {
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

// parseYears parses a year, a decade or a century, which differ by their digits.
func parseYears(y, digits int, bc bool) (Value, bool) {
	switch digits {
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

// parseInYear parses what stands behind a year: "03-12", "W10-WE", "SU", "Q3", "03-12T08:00".
func parseInYear(y int, rest string) (Value, bool) {
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
		return v.parseWeek(rest[1:], timed)
	case strings.HasPrefix(rest, "Q"), strings.HasPrefix(rest, "H"):
		n, ok := figureOf(rest[1:])
		v.kind, v.n = valueQuarter, n
		if rest[0] == 'H' {
			v.kind = valueHalf
		}
		return v, ok && !timed && len(rest) == 2 && (n == unknown || n >= 1 && n <= 4)
	}
	return v.parseMonth(rest, timed)
}

// parseWeek parses "10", "10-WE", "XX-3".
func (v Value) parseWeek(s string, timed bool) (Value, bool) {
	w, day, more := strings.Cut(s, "-")
	n, ok := figureOf(w)
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
	d, ok := figureOf(day)
	v.kind, v.n = valueWeekday, d
	return v, ok && n == unknown && d >= 1 && d <= 7
}

// parseMonth parses "03", "03-12".
func (v Value) parseMonth(s string, timed bool) (Value, bool) {
	m, d, more := strings.Cut(s, "-")
	var ok bool
	if v.month, ok = figureOf(m); !ok || len(m) != 2 || v.month != unknown && (v.month < 1 || v.month > 12) {
		return v, false
	}
	v.kind = valueMonth
	if !more {
		return v, !timed
	}
	v.kind = valueDay
	if v.day, ok = figureOf(d); !ok || len(d) != 2 {
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
