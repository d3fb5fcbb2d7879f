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
	once  int  // the year of a day that was once, 0 for what comes every year
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
	hol("christmas eve", fixed(12, 24)),
	hol("christmas day", fixed(12, 25)),
	hol("christmas", fixed(12, 25)),
	hol("boxing day", fixed(12, 26)),
	hol("new year 's eve", fixed(12, 31)),
	hol("new year 's day", fixed(1, 1)),
	hol("new year 's", fixed(1, 1)),
	hol("epiphany", fixed(1, 6)),
	hol("martin luther king day", nth(3, 1, 1)),
	hol("martin luther king jr. day", nth(3, 1, 1)),
	hol("presidents ' day", nth(3, 1, 2)),
	hol("presidents day", nth(3, 1, 2)),
	hol("valentine 's day", fixed(2, 14)),
	hol("st. patrick 's day", fixed(3, 17)),
	hol("april fools ' day", fixed(4, 1)),
	hol("april fools day", fixed(4, 1)),
	hol("ash wednesday", fromEaster(-46)),
	hol("palm sunday", fromEaster(-7)),
	hol("maundy thursday", fromEaster(-3)),
	hol("good friday", fromEaster(-2)),
	hol("easter sunday", easter),
	hol("easter monday", fromEaster(1)),
	hol("easter", easter),
	hol("pentecost", fromEaster(49)),
	hol("earth day", fixed(4, 22)),
	hol("anzac day", fixed(4, 25)),
	hol("may day", fixed(5, 1)),
	hol("victory day", fixed(5, 9)),
	hol("mother 's day", nth(2, 7, 5)),
	hol("father 's day", nth(3, 7, 6)),
	hol("memorial day", nth(-1, 1, 5)),
	hol("juneteenth", fixed(6, 19)),
	hol("canada day", fixed(7, 1)),
	hol("bastille day", fixed(7, 14)),
	hol("labor day", nth(1, 1, 9)),
	hol("columbus day", nth(2, 1, 10)),
	hol("halloween", fixed(10, 31)),
	hol("all saints ' day", fixed(11, 1)),
	hol("guy fawkes night", fixed(11, 5)),
	hol("veterans day", fixed(11, 11)),
	hol("veterans ' day", fixed(11, 11)),
	hol("armistice day", fixed(11, 11)),
	hol("remembrance sunday", nth(2, 7, 11)),
	hol("thanksgiving day", nth(4, 4, 11)),
	hol("thanksgiving", nth(4, 4, 11)),
	hol("black friday", func(y int) story.Day { return nth(4, 4, 11)(y) + 1 }),
	hol("election day", func(y int) story.Day { return nth(1, 1, 11)(y) + 1 }),
	{words: []string{"d", "-", "day"}, day: fixed(6, 6), once: 1944},
	{words: []string{"v", "-", "e", "day"}, day: fixed(5, 8), once: 1945},
	{words: []string{"v", "-", "j", "day"}, day: fixed(8, 15), once: 1945},
	{words: []string{"ve", "day"}, day: fixed(5, 8), once: 1945},
	{words: []string{"vj", "day"}, day: fixed(8, 15), once: 1945},
	hol("independence day", fixed(7, 4)),
	hol("australia day", fixed(1, 26)),
	hol("international workers ' day", fixed(5, 1)),
	hol("labour day", fixed(5, 1)),
	hol("remembrance day", fixed(11, 11)),
	hol("inauguration day", fixed(1, 20)),
	hol("groundhog day", fixed(2, 2)),
	hol("ascension day", fromEaster(39)),
	hol("whit monday", fromEaster(50)),
	hol("shrove tuesday", fromEaster(-47)),
	hol("mardi gras", fromEaster(-47)),
	hol("orthodox christmas", fixed(1, 7)),
	hol("cyber monday", func(y int) story.Day { return nth(4, 4, 11)(y) + 4 }),
	{words: []string{"ramadan"}, day: lunar(9, 1), days: 29, moon: true},
	{words: []string{"eid", "al", "-", "fitr"}, day: lunar(10, 1), moon: true},
	{words: []string{"eid", "al", "-", "adha"}, day: lunar(12, 10), moon: true},
}

// independence is the index of the day that every nation has on a day of its own.
var independence = func() uint8 {
	for i, h := range holidays {
		if len(h.words) == 2 && h.words[0] == "independence" {
			return uint8(i)
		}
	}
	return 0
}()

func hol(words string, day func(int) story.Day) holiday {
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
