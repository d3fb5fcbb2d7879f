package given

import (
	"context"
	"strconv"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// ICS is a calendar (RFC 5545).
var ICS = document.Format{Name: "ics", Label: "Calendar (ICS)", Exts: []string{".ics"}, Sniff: sniffICS, Read: readICS}

func sniffICS(in *document.Input) document.Match {
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(strings.TrimPrefix(string(in.Head()), "\ufeff"))), "BEGIN:VCALENDAR") {
		return document.Certain
	}
	return document.NoMatch
}

func readICS(ctx context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	src = strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "").Replace(src) // lines that go on
	var s set
	var cur *entry
	for _, l := range strings.Split(src, "\n") {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		head, value, ok := strings.Cut(strings.TrimRight(l, "\r"), ":")
		if !ok {
			continue
		}
		name, params, _ := strings.Cut(strings.ToUpper(head), ";")
		switch {
		case name == "BEGIN" && strings.EqualFold(value, "VEVENT"):
			cur = &entry{}
		case name == "END" && strings.EqualFold(value, "VEVENT") && cur != nil:
			s.entry(cur)
			cur = nil
		case cur != nil:
			cur.set(name, params, value)
		case name == "X-WR-CALNAME":
			s.title = unescape(value)
		case name == "PRODID":
			s.own = strings.Contains(value, "//Dateline//")
		}
	}
	return s.documents(in)
}

// entry is an open event of the calendar.
type entry struct {
	summary, about, place, geo, url string
	start, end                      string
	whole                           bool // its end is a day, the one after the last
}

func (e *entry) set(name, params, value string) {
	switch name {
	case "SUMMARY":
		e.summary = unescape(value)
	case "DESCRIPTION":
		e.about = unescape(value)
	case "LOCATION":
		e.place = unescape(value)
	case "GEO":
		e.geo = value
	case "URL":
		e.url = value
	case "DTSTART":
		e.start = value
	case "DTEND":
		e.end, e.whole = value, strings.Contains(params, "VALUE=DATE") || !strings.Contains(value, "T")
	}
}

func unescape(s string) string {
	return strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(s)
}

// entry reads an event of the calendar.
func (s *set) entry(e *entry) {
	r := row{what: line(e.summary), text: line(e.about), place: line(e.place), url: e.url}
	if s.own {
		sentence, _, _ := strings.Cut(e.about, "\n")
		r.text, r.what = line(sentence), strings.TrimSuffix(r.what, ", "+r.place)
	} else {
		r.headed()
	}
	if a, ok := basic(e.start); ok {
		r.when = a
		if b, ok := basic(e.end); ok {
			last := b.Earliest
			if e.whole {
				last--
			}
			if last > a.Earliest {
				r.when.Latest, r.when.Precision = last, story.PrecisionOf(int(last-a.Earliest)+1)
			}
		}
	} else {
		r.bad = "its day does not exist"
	}
	if lat, lon, ok := strings.Cut(e.geo, ";"); ok {
		y, err1 := strconv.ParseFloat(strings.TrimSpace(lat), 64)
		x, err2 := strconv.ParseFloat(strings.TrimSpace(lon), 64)
		if err1 == nil && err2 == nil {
			r.point(x, y)
		}
	}
	s.rows = append(s.rows, r)
}

// basic reads "20250312" and "20250312T080000Z".
func basic(s string) (story.Moment, bool) {
	day, clock, _ := strings.Cut(strings.TrimSpace(s), "T")
	if len(day) != 8 {
		return story.Moment{}, false
	}
	d, ok := story.ParseDay(day[:4] + "-" + day[4:6] + "-" + day[6:])
	m := story.On(d, 1, story.BasisNone)
	if len(clock) >= 4 {
		m.Clock = clock[:2] + ":" + clock[2:4]
	}
	return m, ok
}
