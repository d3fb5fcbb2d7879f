package ui

import (
	"fmt"
	"strings"

	"dateline/app/story"
	"fyne.io/fyne/v2/lang"
)

// weekdays and months are asked of the translation one by one, so that every language words its own.
var (
	weekdays = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	months   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}
	shortMonths = [...]string{"Jan", "Feb", "Mar", "Apr", "May (short)", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

func monthName(m int) string { return lang.L(months[m-1]) }

func shortMonth(m int) string {
	if m == 5 {
		return lang.X(shortMonths[4], "May")
	}
	return lang.L(shortMonths[m-1])
}

func yearName(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d %s", 1-y, lang.L("BCE"))
	}
	return fmt.Sprint(y)
}

// longDay is "Wed 12 March 2025".
func longDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%s %d %s %s", lang.L(weekdays[d.Weekday()]), n, monthName(m), yearName(y))
}

// fullDay is "12 March 2025".
func fullDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, monthName(m), yearName(y))
}

// shortDay is "12 Mar 2025".
func shortDay(d story.Day) string {
	y, m, n := d.Date()
	return fmt.Sprintf("%d %s %s", n, shortMonth(m), yearName(y))
}

// interval words two days as short as it can: "12 Mar 2025", "11–12 Mar 2025", "28 Feb – 2 Mar 2025". An open end is
// "until" or "from".
func interval(from, to story.Day) string {
	switch {
	case !from.Bounded() && !to.Bounded():
		return lang.L("undated")
	case !from.Bounded():
		return lang.L("until") + " " + shortDay(to)
	case !to.Bounded():
		return lang.L("from") + " " + shortDay(from)
	case from == to:
		return shortDay(from)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	switch {
	case y1 == y2 && d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return yearName(y1)
	case y1 == y2 && m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return shortMonth(m1) + " " + yearName(y1)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s %s", d1, d2, shortMonth(m1), yearName(y1))
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %s", d1, shortMonth(m1), d2, shortMonth(m2), yearName(y1))
	}
	return shortDay(from) + " – " + shortDay(to)
}

// moment words a Moment: its interval, and a clock time where the text has one.
func moment(m story.Moment) string {
	if !m.Dated() {
		return lang.L("undated")
	}
	s := interval(m.Earliest, m.Latest)
	if m.Clock != "" {
		s += ", " + m.Clock
	}
	return s
}

// count words a number with its noun through the translation: "1 event", "7 events".
func count(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("1 %s", lang.L(one))
	}
	return fmt.Sprintf("%d %s", n, lang.L(many))
}

// periodWords are the two lines of the date card: the day or interval in large type, and what is visible in it.
func periodWords(s *story.Story, v story.View, width int) (title, sub string) {
	total := len(s.Events)
	events := count(len(v.Events), "event", "events")
	if len(v.Events) != total {
		events = fmt.Sprintf("%d %s %s", len(v.Events), lang.L("of"), count(total, "event", "events"))
	}
	rest := events + " · " + count(v.Places, "place", "places") + " · " + count(directQuotes(s, v), "quote", "quotes")
	p := v.Period
	if !p.On {
		title = lang.L("All dates")
		if from, to, ok := extent(s); ok {
			rest = interval(from, to) + " · " + rest
		}
		return title, rest
	}
	span := int(p.To - p.From)
	if span == 2*width {
		title = longDay(p.From + story.Day(width))
		if width > 0 {
			rest = widthWords(width) + " · " + rest
		}
		return title, rest
	}
	return interval(p.From, p.To), rest
}

// directQuotes counts the visible quotes that the list of quotes shows: those in quotation marks.
func directQuotes(s *story.Story, v story.View) (n int) {
	for _, i := range v.Quotes {
		if s.Quotes[i].Kind == story.QuoteDirect {
			n++
		}
	}
	return n
}

// widthWords names a width: "± 1 day".
func widthWords(days int) string {
	switch {
	case days == 0:
		return lang.L("one day")
	case days == 7:
		return "± 1 " + lang.L("week")
	case days == 30:
		return "± 1 " + lang.L("month")
	}
	return "± " + count(days, "day", "days")
}

// extent is the first and last bounded day of all dated events.
func extent(s *story.Story) (from, to story.Day, ok bool) {
	from, to = story.DayMax, story.DayMin
	for i := range s.Events {
		m := s.Events[i].When
		if !m.Dated() {
			continue
		}
		for _, d := range [...]story.Day{m.Earliest, m.Latest} {
			if d.Bounded() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	return from, to, from <= to
}

// speakerWords gives the name and the role of a quote's speaker; "No speaker named" where there is none.
func speakerWords(s *story.Story, q *story.Quote) (name, role string) {
	if q.Speaker < 0 || q.Speaker >= len(s.Speakers) {
		return lang.L("No speaker named"), ""
	}
	sp := &s.Speakers[q.Speaker]
	if strings.EqualFold(sp.Role, sp.Name) {
		return sp.Name, ""
	}
	return sp.Name, sp.Role
}

// title is what to call an article: its headline, else its file, cut at a word.
func title(a *story.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return a.File
}

// because words reasons for a tip, at most n of them.
func because(rs []story.Reason, n int) string {
	out := ""
	for i, r := range rs {
		if i == n {
			break
		}
		if out != "" {
			out += "; "
		}
		out += r.In(lang.X(r.Code, r.Sentence()))
	}
	return out
}
