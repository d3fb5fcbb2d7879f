package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// holiday is a named day. words are its tokens in lower case; day gives the day of a year.
type holiday struct {
	words []string
	day   func(year int) story.Day
	days  int  // how many days it lasts, 1 if 0, -1 for a month of the moon
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

func isoWeekday(d story.Day) int { return (d.Weekday()+6)%7 + 1 }

func yearOf(d story.Day) int {
	y, _, _ := d.Date()
	return y
}

// independence is the index of the day that every nation has on a day of its own.
var independence = func() uint16 {
	for i, h := range holidays {
		if len(h.words) == 2 && h.words[0] == "independence" {
			return uint16(i)
		}
	}
	return 0
}()

// addHolidays marks the first word of each.
func addHolidays(l *lexiconTable) {
	for _, h := range holidays[1:] {
		l.add(h.words[0], cHoliday, 0, 0, 0)
	}
}

// holidayAt gives the longest holiday whose words stand at token i.
func holidayAt(t *token.Text, i int) (id, end int) {
	if i >= len(t.Tokens) || !t.Tokens[i].Has(token.Capital) && (i+1 >= len(t.Tokens) || !t.Tokens[i+1].Has(token.Capital)) {
		return 0, 0
	}
	for _, k := range byFirstWord[t.Tokens[i].Hash] {
		w := holidays[k].words
		if i+len(w) <= end || i+len(w) > len(t.Tokens) {
			continue
		}
		match, capital := true, false // "black Friday"
		for n := range w {
			capital = capital || t.Tokens[i+n].Has(token.Capital)
			if !t.Is(i+n, w[n]) && !(w[n] == "'s" && t.Is(i+n, "’s") || w[n] == "'" && t.Tokens[i+n].Kind == token.Clitic) {
				match = false
				break
			}
		}
		if match && capital {
			id, end = k, i+len(w)
		}
	}
	return id, end
}

// byFirstWord are the indices of holidays by the hash of their first word.
var byFirstWord = func() map[uint32][]int {
	out := map[uint32][]int{}
	for k, h := range holidays[1:] {
		first := token.HashOf(h.words[0])
		out[first] = append(out[first], k+1)
	}
	return out
}()
