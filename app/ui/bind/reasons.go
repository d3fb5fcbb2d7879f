package bind

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/app/story"
)

// because words reasons for a tip, at most n of them.
func (w Words) because(rs []story.Reason, n int) string {
	out := ""
	for i, r := range rs {
		if i == n {
			break
		}
		if out != "" {
			out += "; "
		}
		out += w.reason(r)
	}
	return out
}

// reason words a reason. The days among its arguments are worded anew, for the reading writes them in English; what the
// sentence puts into quotation marks are words of an article and stay.
func (w Words) reason(r story.Reason) string {
	english := r.Sentence()
	args := slices.Clone(r.Args)
	for i, a := range args {
		if before, _, ok := strings.Cut(english, "{"+strconv.Itoa(i)+"}"); ok && strings.Count(before, `"`)%2 == 0 && strings.Count(before, "“") == strings.Count(before, "”") {
			args[i] = w.days(a)
		}
	}
	return story.Why(r.Code, args...).In(w.X(r.Code, english))
}

const englishMonth = `(January|February|March|April|May|June|July|August|September|October|November|December)`

// englishDay is a day or a month as the reading writes it: "Wed 12 March 2025", "12 March 2025", "March 2025", "March to May 2025".
var englishDay = regexp.MustCompile(`\b(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat) )?(?:([0-9]{1,2}) )?` + englishMonth + `(?: to ` + englishMonth + `)? ([0-9]{1,4})\b`)

// days words the days in s in the person's language; where there are none, s stays.
func (w Words) days(s string) string {
	out := englishDay.ReplaceAllStringFunc(s, func(x string) string {
		m := englishDay.FindStringSubmatch(x)
		year, _ := strconv.Atoi(m[5])
		month := slices.Index(months[:], m[3]) + 1
		if m[2] == "" {
			if m[4] == "" {
				return w.monthOf(month, m[5])
			}
			return w.monthName(month) + " – " + w.monthOf(slices.Index(months[:], m[4])+1, m[5])
		}
		day, _ := strconv.Atoi(m[2])
		if m[1] != "" {
			return w.longDay(story.NewDay(year, month, day))
		}
		return w.fullDay(story.NewDay(year, month, day))
	})
	if out == s {
		return s
	}
	return strings.ReplaceAll(out, " to ", " – ")
}
