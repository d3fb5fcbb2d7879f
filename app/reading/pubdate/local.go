package pubdate

import (
	"strings"

	"dateline/app/reading/timex"
	"dateline/app/story"
)

// utcHour is the hour and minute of a stamp in UTC, in minutes; ok is false for one in another zone, or in none.
func utcHour(clock string) (minutes int, ok bool) {
	zone := strings.TrimLeft(clock, "0123456789:.")
	if len(clock) < 5 || clock[2] != ':' || zone != "Z" && zone != "+00:00" && zone != "+0000" && zone != "+00" {
		return 0, false
	}
	two := func(i int) int { return int(clock[i]-'0')*10 + int(clock[i+1]-'0') }
	return two(0)*60 + two(3), true
}

// offset is the zone of a stamp, in minutes east of Greenwich: "08:00-05:00".
func offset(clock string) (minutes int, ok bool) {
	i := strings.LastIndexAny(clock, "+-")
	if i < 0 {
		return 0, false
	}
	z := strings.ReplaceAll(clock[i+1:], ":", "")
	if len(z) != 4 && len(z) != 2 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(z) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if len(z) == 2 {
		n *= 100
	}
	n = n/100*60 + n%100
	if n == 0 {
		return 0, false
	}
	if clock[i] == '-' {
		n = -n
	}
	return n, true
}

// local moves the day of a stamp in UTC to that of the place of publication, where the page shows it: by a day beside it
// that the address, a date line or a <time> names, by another stamp with its zone, or by the country of the address.
func (s *stated) local(doc *story.Document) {
	c := &s.clues[s.best]
	if c.Source != story.SourceJSONLD && c.Source != story.SourceMeta && c.Source != story.SourceTime {
		return
	}
	at, ok := utcHour(c.Clock)
	if !ok {
		return
	}
	day := c.Day
	zone, zoned := 0, false
	for i, o := range s.clues {
		if i == s.best || o.Source == story.SourceDateline {
			continue
		}
		if z, ok := offset(o.Clock); ok && !zoned {
			zone, zoned = z, true
		}
		if _, utc := utcHour(o.Clock); utc || o.Source == story.SourceUpdated {
			continue
		}
		switch gap := o.Day - c.Day; {
		case gap == 0:
			return
		case gap == -1 && at < 12*60, gap == 1 && at >= 10*60:
			day = o.Day
		}
	}
	if day == c.Day {
		if !zoned {
			zone, zoned = zoneOf(doc.URL, c.Day)
		}
		if !zoned {
			return
		}
		day += story.Day((at+zone+24*60)/(24*60) - 1)
	}
	if day != c.Day && day <= s.limit {
		s.moved, c.Day = c.Day, day
	}
}

// oneZone are the countries that keep one time, by the end of their addresses: minutes east of Greenwich in winter. Those
// in summer have an hour more from the last Sunday of March to that of October.
var (
	oneZone = table(`ie 0, uk 0, pt 0, is 0, gh 0, at 60, be 60, ch 60, cz 60, de 60, dk 60, es 60, fr 60, hr 60, hu 60, it 60, lu 60, mt 60, nl 60, no 60,
		pl 60, rs 60, se 60, si 60, sk 60, ba 60, mk 60, al 60, ng 60, dz 60, tn 60, bg 120, ee 120, fi 120, gr 120, lt 120, lv 120, ro 120, ua 120, md 120, cy 120, za 120,
		zw 120, tr 180, by 180, ke 180, ug 180, tz 180, et 180, sa 180, iq 180, qa 180, kw 180, ae 240, am 240, az 240, ge 240, pk 300, uz 300, in 330, lk 330,
		np 345, bd 360, th 420, vn 420, cn 480, tw 480, hk 480, sg 480, my 480, ph 480, jp 540, kr 540, ar -180, uy -180, bo -240, ve -240, pe -300, co -300, pa -300`)
	summer = table(`ie 1, uk 1, pt 1, at 1, be 1, ch 1, cz 1, de 1, dk 1, es 1, fr 1, hr 1, hu 1, it 1, lu 1, mt 1, nl 1, no 1, pl 1, rs 1, se 1, si 1, sk 1,
		ba 1, mk 1, al 1, bg 1, ee 1, fi 1, gr 1, lt 1, lv 1, ro 1, ua 1, md 1, cy 1`)
)

func table(s string) map[string]int {
	m := map[string]int{}
	for _, f := range strings.Split(s, ",") {
		name, n, _ := strings.Cut(strings.TrimSpace(f), " ")
		v, sign := 0, 1
		for _, c := range []byte(n) {
			if c == '-' {
				sign = -1
			} else {
				v = v*10 + int(c-'0')
			}
		}
		m[name] = sign * v
	}
	return m
}

// zoneOf is the zone of the country of an address on a day.
func zoneOf(url string, d story.Day) (minutes int, ok bool) {
	if i := strings.Index(url, "://"); i >= 0 {
		url = url[i+3:]
	}
	if i := strings.IndexAny(url, "/:?#"); i >= 0 {
		url = url[:i]
	}
	land := url[strings.LastIndexByte(url, '.')+1:]
	minutes, ok = oneZone[land]
	if ok && summer[land] == 1 {
		y, _, _ := d.Date()
		if d >= lastSunday(y, 3) && d < lastSunday(y, 10) {
			minutes += 60
		}
	}
	return minutes, ok
}

func lastSunday(year, month int) story.Day {
	last := story.NewDay(year, month, story.DaysIn(year, month))
	return last - story.Day(last.Weekday())
}

// movedWhy words that a day was moved.
func (s *stated) movedWhy() story.Reason {
	return story.Why(whyLocal, timex.DayInWords(s.moved), timex.DayInWords(s.clues[s.best].Day))
}
