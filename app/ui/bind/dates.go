package bind

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/app/session"
	"dateline/app/story"
)

// weekdays and months are asked of the translation one by one, so that every language words its own.
var (
	weekdays = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	months   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}
	// ofDay are the months as a day is named by them, for many languages bend them then: "5 марта", but "март".
	ofDay = [...]string{"January (of a day)", "February (of a day)", "March (of a day)", "April (of a day)", "May (of a day)", "June (of a day)",
		"July (of a day)", "August (of a day)", "September (of a day)", "October (of a day)", "November (of a day)", "December (of a day)"}
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
	switch {
	case y <= 0:
		return w.L("{{.Year}} BCE", map[string]any{"Year": 1 - y})
	case y < 100: // it would be taken for a day
		return w.L("{{.Year}} CE", map[string]any{"Year": y})
	}
	return strconv.Itoa(y)
}

// dated words a day by a pattern of the translation, so that each language has its own order: "12. März 2025", "12 de marzo
// de 2025".
func (w Words) dated(pattern string, d story.Day, from int) string {
	y, m, n := d.Date()
	month, mon := w.monthName(m), w.shortMonth(m)
	if strings.Contains(pattern, "[day]") {
		month = w.X(ofDay[m-1], months[m-1])
		if m == 5 {
			mon = w.X("May (short, of a day)", "May")
		}
	}
	out := make([]byte, 0, 32)
	for {
		at := strings.IndexByte(pattern, '[')
		if at < 0 {
			return string(append(out, pattern...))
		}
		out, pattern = append(out, pattern[:at]...), pattern[at:]
		name, rest, _ := strings.Cut(pattern, "]")
		switch name {
		case "[weekday":
			out = append(out, w.L(weekdays[d.Weekday()])...)
		case "[from":
			out = strconv.AppendInt(out, int64(from), 10)
		case "[day":
			out = strconv.AppendInt(out, int64(n), 10)
		case "[month":
			out = append(out, month...)
		case "[mon":
			out = append(out, mon...)
		case "[year":
			out = append(out, w.yearName(y)...)
		default: // it is no place of the pattern
			out, rest = append(out, '['), pattern[1:]
		}
		pattern = rest
	}
}

// longDay is "Wed 12 March 2025".
func (w Words) longDay(d story.Day) string {
	return w.dated(w.L("[weekday] [day] [month] [year]"), d, 0)
}

// fullDay is "12 March 2025".
func (w Words) fullDay(d story.Day) string { return w.dated(w.L("[day] [month] [year]"), d, 0) }

// shortDay is "12 Mar 2025".
func (w Words) shortDay(d story.Day) string { return w.dated(w.L("[day] [mon] [year]"), d, 0) }

// Interval words two days as short as it can: "12 Mar 2025", "11–12 Mar 2025", "28 Feb – 2 Mar 2025". An open end is
// "until" or "from".
func (w Words) Interval(from, to story.Day) string {
	switch {
	case !from.Bounded() && !to.Bounded():
		return w.L("undated")
	case !from.Bounded():
		return w.L("until {{.Day}}", map[string]any{"Day": w.shortDay(to)})
	case !to.Bounded():
		return w.L("from {{.Day}}", map[string]any{"Day": w.shortDay(from)})
	case from == to:
		return w.shortDay(from)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	switch {
	case y1 == y2 && d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return w.yearName(y1)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31 && y1 >= 100:
		return w.yearName(y1) + "–" + w.yearName(y2)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31: // the first has words behind it
		return w.yearName(y1) + " – " + w.yearName(y2)
	case y1 == y2 && m1 == m2 && d1 == 1 && d2 == story.DaysIn(y2, m2):
		return w.dated(w.L("[mon] [year]"), from, 0)
	case y1 == y2 && m1 == m2:
		return w.dated(w.L("[from]–[day] [mon] [year]"), to, d1)
	case y1 == y2:
		return w.dated(w.L("[day] [mon]"), from, 0) + " – " + w.shortDay(to)
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

// Count words a number with its noun: "1 event", "7 events". The English nouns name the forms of the translation, which
// stand there under "{{.N}} events": some languages have six.
func (w Words) Count(n int, one, many string) string {
	english := "{{.N}} " + many
	if n == 1 {
		english = "{{.N}} " + one
	}
	return w.counted("{{.N}} "+many, english, n, nil)
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

// monthTitle is a title that the program made, "Kursk, March 2025", "Kursk, February–March 2025".
var monthTitle = regexp.MustCompile(`^(.+), (\pL+)( \d+)?(?:–(\pL+))? (\d+)$`)

// StoryTitle is what the story is called, its months and numbers in the person's language; "" where nothing but the number of
// its articles names it.
func (w Words) StoryTitle(st session.State) string {
	t := st.Story.Title
	if t == story.Unnamed(len(st.Story.Articles)) {
		return ""
	}
	if len(st.Story.Articles) < 2 {
		return t
	}
	return w.titled(t)
}

// StoryDays says of which days a story is, and of how many articles.
func (w Words) StoryDays(st session.State) string {
	days := ""
	if from, to, ok := st.Story.Extent(); ok {
		days = w.Interval(from, to)
	}
	return join(days, w.Count(len(st.Story.Articles), "article", "articles"))
}

// titled is a title that the program made, its months in the person's language; any other stays as it is.
func (w Words) titled(t string) string {
	m := monthTitle.FindStringSubmatch(t)
	if m == nil {
		return t
	}
	from, to := slices.Index(months[:], m[2])+1, slices.Index(months[:], m[4])+1
	if from == 0 || to == 0 && m[4] != "" || to == 0 && m[3] != "" {
		return t // a headline
	}
	if to == 0 {
		return m[1] + ", " + w.monthOf(from, m[5])
	}
	return m[1] + ", " + w.monthName(from) + m[3] + "–" + w.monthOf(to, m[5])
}

// monthOf names a month of a year: "March 2025", "marzo de 2025".
func (w Words) monthOf(m int, year string) string {
	return strings.NewReplacer("[month]", w.monthName(m), "[year]", year).Replace(w.L("[month] [year]"))
}
