package timex

import (
	"testing"

	"dateline/app/story"
)

// Days of feasts that move, as calendars printed them.
func TestHolidays_FallOnTheDaysOfTheCalendars(t *testing.T) {
	for _, c := range []struct {
		name string
		days []string
	}{
		{"eid al-fitr by the calendar of Mecca", []string{"1975-10-06", "2018-06-15", "2019-06-04", "2020-05-24", "2021-05-13", "2022-05-02", "2023-04-21", "2024-04-10", "2025-03-30"}},
		{"eid al-adha by the calendar of Mecca", []string{"2018-08-21", "2021-07-20", "2024-06-16", "2025-06-06"}},
		{"ramadan", []string{"2018-05-16", "2021-04-13", "2024-03-11", "2025-03-01"}},
		{"orthodox easter", []string{"1999-04-11", "2018-04-08", "2021-05-02", "2024-05-05", "2025-04-20"}},
		{"easter", []string{"1999-04-04", "2018-04-01", "2024-03-31", "2025-04-20"}},
		{"rosh hashanah from sundown", []string{"2018-09-09", "2020-09-18", "2023-09-15", "2024-10-02"}},
		{"yom kippur from sundown", []string{"1973-10-05", "2018-09-18", "2024-10-11"}},
		{"hanukkah from sundown", []string{"2013-11-27", "2018-12-02", "2023-12-07", "2024-12-25"}},
		{"passover from sundown", []string{"2013-03-25", "2018-03-30", "2024-04-22", "2025-04-12"}},
		{"purim from sundown", []string{"2018-02-28", "2024-03-23"}},
		{"lunar new year", []string{"2013-02-10", "2018-02-16", "2020-01-25", "2023-01-22", "2024-02-10", "2025-01-29"}},
		{"diwali", []string{"2017-10-19", "2018-11-07", "2019-10-27", "2020-11-14", "2022-10-24", "2023-11-12", "2025-10-20"}},
		{"holi", []string{"2018-03-02", "2019-03-21", "2021-03-29", "2023-03-08", "2024-03-25"}},
		{"rama navami", []string{"2020-04-02"}},
		{"janmashtami", []string{"2018-09-03"}},
		{"nowruz", []string{"2017-03-21", "2020-03-20", "2024-03-20", "2025-03-21"}},
		{"tu bishvat from sundown", []string{"2018-01-30"}},
		{"victoria day", []string{"2018-05-21", "2024-05-20"}},
		{"boss 's day", []string{"2016-10-17", "2021-10-15"}},
		{"mlk day", []string{"2013-01-21", "2024-01-15"}},
	} {
		day := holidayNamed(c.name)
		if day == nil {
			t.Errorf("%s is no holiday", c.name)
			continue
		}
		for _, want := range c.days {
			w, _ := story.ParseDay(want)
			if got := day(yearOf(w)); got != w {
				t.Errorf("%s: got %s, want %s", c.name, got, want)
			}
		}
	}
}

// holidayNamed is the longest holiday whose words the name begins with.
func holidayNamed(name string) (day func(int) story.Day) {
	best := 0
	for _, h := range holidays[1:] {
		w := ""
		for _, x := range h.words {
			if w != "" && w[len(w)-1] != '-' && x != "-" {
				w += " "
			}
			w += x
		}
		if len(w) > best && len(name) >= len(w) && name[:len(w)] == w {
			best, day = len(w), h.day
		}
	}
	return day
}
