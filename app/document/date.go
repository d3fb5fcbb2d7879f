package document

import (
	"strings"

	"dateline/app/story"
)

// ISODay reads the date at the start of a machine-readable time: "2025-03-12", "2025-03-12T08:00:00+01:00",
// "20250312", "Wed, 12 Mar 2025 08:00:00 GMT", "March 12, 2025". The clock stays words: no zone moves the day.
func ISODay(s string) (day story.Day, clock string, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) >= 10 {
		if d, good := story.ParseDay(strings.ReplaceAll(s[:10], "/", "-")); good {
			return sensible(d, clockOf(s[10:]))
		}
	}
	if len(s) >= 8 && digits(s[:8]) == 8 && (len(s) == 8 || s[8] < '0' || s[8] > '9') {
		if d, good := story.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:8]); good {
			return sensible(d, clockOf(s[8:]))
		}
	}
	return wordyDay(s)
}

// wordyDay reads a day, a month's name and a year, in either order, with anything between.
func wordyDay(s string) (story.Day, string, bool) {
	var y, m, d int
	clock := ""
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\u00a0' || r == '/' }) {
		n := digits(w)
		switch {
		case strings.Contains(w, ":") && clock == "":
			clock = w
		case n == len(w) && n == 4 && y == 0:
			y = atoi(w)
		case n > 0 && n <= 2 && d == 0 && (n == len(w) || len(w) == n+2):
			d = atoi(w[:n])
		case m == 0 && monthNumber(w) > 0:
			m = monthNumber(w)
		}
	}
	if y == 0 || !story.ValidDate(y, m, d) {
		return 0, "", false
	}
	return sensible(story.NewDay(y, m, d), clock)
}

// sensible refuses years in which no page was published.
func sensible(d story.Day, clock string) (story.Day, string, bool) {
	if y, _, _ := d.Date(); y < 1700 || y > 2200 {
		return 0, "", false
	}
	return d, clock, true
}

// clockOf keeps the "08:00" of "T08:00:00.000+01:00", with its zone.
func clockOf(s string) string {
	s = strings.TrimLeft(s, "Tt ")
	if len(s) < 5 || s[2] != ':' || digits(s[:2]) != 2 || digits(s[3:5]) != 2 {
		return ""
	}
	clock, rest := s[:5], s[5:]
	if i := strings.IndexAny(rest, "+-Zz"); i >= 0 && len(rest)-i <= 6 {
		clock += strings.ToUpper(rest[i:])
	}
	return clock
}

var monthNames = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func monthNumber(w string) int {
	if len(w) < 3 {
		return 0
	}
	w = strings.ToLower(w)
	for i, m := range monthNames {
		if strings.HasPrefix(w, m) {
			return i + 1
		}
	}
	return 0
}

// urlDay reads the date of an address: "/2025/03/12/", "/2025-03-12-", "/20250312/".
func urlDay(url string) (story.Day, string, bool) {
	if i := strings.Index(url, "://"); i >= 0 {
		url = url[i+3:]
	}
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	for i := 0; i+9 <= len(url); i++ {
		if url[i] != '/' && url[i] != '-' && url[i] != '_' {
			continue
		}
		s := url[i+1:]
		y := digits(s)
		if y == 8 {
			if d, ok := story.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:8]); ok && webYear(atoi(s[:4])) {
				return d, s[:8], true
			}
		}
		if y != 4 || !webYear(atoi(s[:4])) || len(s) < 6 || (s[4] != '/' && s[4] != '-') {
			continue
		}
		m := digits(s[5:])
		month := 0
		switch {
		case m == 1 || m == 2:
			month = atoi(s[5 : 5+m])
		case len(s) >= 8 && monthNumber(s[5:8]) > 0:
			m, month = 3, monthNumber(s[5:8])
		}
		k := 5 + m
		if month == 0 || k+1 >= len(s) || s[k] != s[4] {
			continue
		}
		d := digits(s[k+1:])
		if d != 1 && d != 2 {
			continue
		}
		if dd := atoi(s[k+1 : k+1+d]); story.ValidDate(atoi(s[:4]), month, dd) {
			return story.NewDay(atoi(s[:4]), month, dd), s[:k+1+d], true
		}
	}
	return 0, "", false
}

func webYear(y int) bool { return y >= 1990 && y <= 2100 }

// digits is the number of digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 1e8; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
