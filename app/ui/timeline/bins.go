package timeline

import (
	"sort"

	"dateline/app/story"
)

// Bin is what lies in some days: a day, a week, a month or more.
type Bin struct {
	From, To story.Day

	Events    int // told as done, and known to be of these days
	Ranged    int // the text gives only a range, of which some days are among these
	Open      int // planned, denied or only said, of these days
	Published int // articles of these days
	Unsure    int // articles that may be of these days

	solid, pale float32 // height of the bar of events, in events: what is known, and above it the parts of what is not
	out, maybe  float32 // the same of articles
}

// binUnit is how much time a bin is.
type binUnit uint8

const (
	byDay binUnit = iota
	byWeek
	byMonth
	byYear
	byDecade
	byCentury
)

// binDays is how many days a bin has, about.
var binDays = [...]float64{byDay: 1, byWeek: 7, byMonth: 30.4, byYear: 365, byDecade: 3652, byCentury: 36524}

const (
	leastBar = 5.0 // px that a bar is wide at least: where it would be less, bars stand for more days
	mostBins = 60  // what is only known to a range of more bins than that adds next to nothing to any of them
)

// unitFor is the shortest time whose bars are wide enough, at so many px a day.
func unitFor(px float64) binUnit {
	for u := byDay; u < byCentury; u++ {
		if px*binDays[u] >= leastBar {
			return u
		}
	}
	return byCentury
}

// of gives the first and the last day of the bin that a day lies in. Weeks begin on Monday.
func (u binUnit) of(d story.Day) (from, to story.Day) {
	y, m, _ := d.Date()
	years := func(n int) (story.Day, story.Day) {
		y -= (y%n + n) % n
		return story.NewDay(y, 1, 1), story.NewDay(y+n, 1, 1) - 1
	}
	switch u {
	case byWeek:
		from = d - story.Day((int(d.Weekday())+6)%7)
		return from, from + 6
	case byMonth:
		return story.NewDay(y, m, 1), story.NewDay(y, m+1, 1) - 1
	case byYear:
		return years(1)
	case byDecade:
		return years(10)
	case byCentury:
		return years(100)
	}
	return d, d
}

// binsOf counts items by their days, in order of time; a bin in which nothing lies is left out. Quotes are not counted: what
// is said is not what happens. What has an open end, or no day, lies in none.
func binsOf(items []Item, u binUnit) []Bin {
	c := binner{unit: u, at: map[story.Day]int{}}
	for i := range items {
		it := &items[i]
		if it.Kind != KindQuote && !it.Undated && it.From.Bounded() && it.To.Bounded() && it.From <= it.To {
			c.add(it)
		}
	}
	sort.Slice(c.bins, func(i, k int) bool { return c.bins[i].From < c.bins[k].From })
	return c.bins
}

// binner gathers bins.
type binner struct {
	unit binUnit
	at   map[story.Day]int // by the first day
	bins []Bin
}

func (c *binner) bin(d story.Day) *Bin {
	from, to := c.unit.of(d)
	i, met := c.at[from]
	if !met {
		i = len(c.bins)
		c.at[from] = i
		c.bins = append(c.bins, Bin{From: from, To: to})
	}
	return &c.bins[i]
}

// add counts an item in the bin that all its days lie in, or in parts in those that some of them do: no bar turns a range
// into a day.
func (c *binner) add(it *Item) {
	if from, to := c.unit.of(it.From); it.To <= to {
		b := c.bin(from)
		switch {
		case it.Kind == KindPublication:
			b.Published, b.out = b.Published+1, b.out+1
		case it.Open:
			b.Open, b.pale = b.Open+1, b.pale+1
		default:
			b.Events, b.solid = b.Events+1, b.solid+1
		}
		return
	}
	days := float64(it.To-it.From) + 1
	if days > mostBins*binDays[c.unit] {
		return
	}
	for d := it.From; d <= it.To; {
		b := c.bin(d)
		part := float32(float64(min(b.To, it.To)-d+1) / days)
		if it.Kind == KindPublication {
			b.Unsure, b.maybe = b.Unsure+1, b.maybe+part
		} else {
			b.Ranged, b.pale = b.Ranged+1, b.pale+part
		}
		d = b.To + 1
	}
}
