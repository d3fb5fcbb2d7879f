package timex

import (
	"strings"

	"dateline/app/reading/token"
	"dateline/app/story"
)

// holiday is a named day. words are its tokens in lower case; day gives the day of a year.
type holiday struct {
	words []string
	day   func(year int) story.Day
	days  int  // how many days it lasts, 1 if 0
	moon  bool // months of the lunar calendar: may fall twice in a year or not at all
}

func fixed(month, day int) func(int) story.Day {
	return func(y int) story.Day { return story.NewDay(y, month, day) }
}

// nth is the n-th weekday (1 Monday … 7 Sunday) of a month; n < 0 counts from its end.
func nth(n, weekday, month int) func(int) story.Day {
	return func(y int) story.Day {
		if n > 0 {
			first := story.NewDay(y, month, 1)
			return first + story.Day((weekday-isoWeekday(first)+7)%7+7*(n-1))
		}
		last := story.NewDay(y, month+1, 1) - 1
		return last - story.Day((isoWeekday(last)-weekday+7)%7)
	}
}

// easter is Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
func easter(y int) story.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	return story.NewDay(y, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

func fromEaster(n int) func(int) story.Day {
	return func(y int) story.Day { return easter(y) + story.Day(n) }
}

// lunar is a day of the tabular Islamic calendar; the true day can lie one off, by the sight of the moon.
func lunar(month, day int) func(int) story.Day {
	return func(y int) story.Day {
		hijri := (y-622)*33/32 + 1
		for h := hijri + 1; h >= hijri-2; h-- {
			if d := islamic(h, month, day); yearOf(d) == y {
				return d
			}
		}
		return islamic(hijri, month, day)
	}
}

func islamic(year, month, day int) story.Day {
	days := day + (59*(month-1)+1)/2 + (year-1)*354 + (3+11*year)/30
	return story.NewDay(622, 7, 19) + story.Day(days) - 1
}

func isoWeekday(d story.Day) int { return (d.Weekday()+6)%7 + 1 }

func yearOf(d story.Day) int {
	y, _, _ := d.Date()
	return y
}

var holidays = []holiday{
	{}, // 0 is none
	named("christmas eve", fixed(12, 24)),
	named("christmas day", fixed(12, 25)),
	named("christmas", fixed(12, 25)),
	named("boxing day", fixed(12, 26)),
	named("new year 's eve", fixed(12, 31)),
	named("new year 's day", fixed(1, 1)),
	named("new year 's", fixed(1, 1)),
	named("epiphany", fixed(1, 6)),
	named("martin luther king day", nth(3, 1, 1)),
	named("martin luther king jr. day", nth(3, 1, 1)),
	named("presidents ' day", nth(3, 1, 2)),
	named("presidents day", nth(3, 1, 2)),
	named("valentine 's day", fixed(2, 14)),
	named("st. patrick 's day", fixed(3, 17)),
	named("april fools ' day", fixed(4, 1)),
	named("april fools day", fixed(4, 1)),
	named("ash wednesday", fromEaster(-46)),
	named("palm sunday", fromEaster(-7)),
	named("maundy thursday", fromEaster(-3)),
	named("good friday", fromEaster(-2)),
	named("easter sunday", easter),
	named("easter monday", fromEaster(1)),
	named("easter", easter),
	named("pentecost", fromEaster(49)),
	named("earth day", fixed(4, 22)),
	named("anzac day", fixed(4, 25)),
	named("may day", fixed(5, 1)),
	named("victory day", fixed(5, 9)),
	named("mother 's day", nth(2, 7, 5)),
	named("father 's day", nth(3, 7, 6)),
	named("memorial day", nth(-1, 1, 5)),
	named("juneteenth", fixed(6, 19)),
	named("canada day", fixed(7, 1)),
	named("bastille day", fixed(7, 14)),
	named("labor day", nth(1, 1, 9)),
	named("columbus day", nth(2, 1, 10)),
	named("halloween", fixed(10, 31)),
	named("all saints ' day", fixed(11, 1)),
	named("guy fawkes night", fixed(11, 5)),
	named("veterans day", fixed(11, 11)),
	named("veterans ' day", fixed(11, 11)),
	named("armistice day", fixed(11, 11)),
	named("remembrance sunday", nth(2, 7, 11)),
	named("thanksgiving day", nth(4, 4, 11)),
	named("thanksgiving", nth(4, 4, 11)),
	named("black friday", func(y int) story.Day { return nth(4, 4, 11)(y) + 1 }),
	named("election day", func(y int) story.Day { return nth(1, 1, 11)(y) + 1 }),
	{words: []string{"ramadan"}, day: lunar(9, 1), days: 29, moon: true},
	{words: []string{"eid", "al", "-", "fitr"}, day: lunar(10, 1), moon: true},
	{words: []string{"eid", "al", "-", "adha"}, day: lunar(12, 10), moon: true},
}

func named(words string, day func(int) story.Day) holiday {
	return holiday{words: strings.Fields(words), day: day}
}

// addHolidays marks the first word of each.
func addHolidays(l *lexiconTable) {
	for _, h := range holidays[1:] {
		l.add(h.words[0], cHoliday, 0, 0, 0)
	}
}

// holidayAt gives the longest holiday whose words stand at token i.
func holidayAt(t *token.Text, i int) (id, end int) {
	if i >= len(t.Tokens) || !t.Tokens[i].Has(token.Capital) {
		return 0, 0
	}
	for k := range holidays[1:] {
		w := holidays[k+1].words
		if i+len(w) <= end || i+len(w) > len(t.Tokens) || t.Tokens[i].Hash != holidayHashes[k+1] {
			continue
		}
		match := true
		for n := range w {
			if !t.Is(i+n, w[n]) {
				match = false
				break
			}
		}
		if match {
			id, end = k+1, i+len(w)
		}
	}
	return id, end
}

var holidayHashes = func() []uint32 {
	out := make([]uint32, len(holidays))
	for i, h := range holidays {
		if len(h.words) > 0 {
			out[i] = token.HashOf(h.words[0])
		}
	}
	return out
}()
