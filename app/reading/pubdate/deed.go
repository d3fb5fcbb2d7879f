package pubdate

import (
	"math"

	"dateline/app/reading/timex"
	"dateline/app/story"
)

// timeKind is how the sentence of a deed says its day.
type timeKind uint8

const (
	timeNone    timeKind = iota
	timeDay              // in full: "on 11 March 2025"
	timeYearly           // "on 11 March"
	timeWeekday          // "on Tuesday"
	timeOffset           // "yesterday", "today", "tomorrow"
)

// actTime is the day of a deed, as its sentence says it.
type actTime struct {
	kind    timeKind
	day     story.Day
	weekday uint8 // 1 Monday … 7 Sunday
	month   uint8
	date    uint8
	offset  int8
	future  bool
}

// timeOf reads the only day that a sentence names; none where it names two.
func timeOf(found []timex.Found) actTime {
	var out actTime
	for i := range found {
		f := &found[i]
		if f.InQuote || f.Implied {
			continue
		}
		var a actTime
		switch {
		case f.Form == timex.FormDate && f.HasYear && f.Holiday == 0:
			if from, to, _, ok := f.Absolute(); ok && from == to {
				a = actTime{kind: timeDay, day: from}
			}
		case f.Form == timex.FormDate && f.Month != 0 && f.Day != 0 && f.Rel == timex.RelNone && f.YearRel == timex.RelNone && f.Holiday == 0:
			a = actTime{kind: timeYearly, month: f.Month, date: f.Day}
		case f.Form == timex.FormDate && f.Weekday != 0 && f.Month == 0 && f.Day == 0 && f.Rel == timex.RelNone:
			a = actTime{kind: timeWeekday, weekday: f.Weekday}
		case f.Form == timex.FormRelative && f.Unit == timex.UnitDay && f.Rel <= timex.RelNext && f.N <= 1 && !f.Hundred:
			a = actTime{kind: timeOffset}
			switch f.Rel {
			case timex.RelLast:
				a.offset = -1
			case timex.RelNext:
				a.offset = 1
			}
		}
		if a.kind == timeNone {
			continue
		}
		if out.kind != timeNone {
			return actTime{}
		}
		a.future = f.Tense == timex.TenseFuture
		out = a
	}
	return out
}

// on is the day of a deed where it is known: said in full, or counted from a publication date that is sure.
func (a *actTime) on(p *story.Publication) (story.Day, bool) {
	if a.kind == timeDay {
		return a.day, true
	}
	if !sure(p) {
		return 0, false
	}
	switch a.kind {
	case timeYearly:
		y, _, _ := p.Best.Date()
		best, ok := story.Day(0), false
		for k := -1; k <= 1; k++ {
			if !story.ValidDate(y+k, int(a.month), int(a.date)) {
				continue
			}
			d := story.NewDay(y+k, int(a.month), int(a.date))
			if !ok || away(d, p.Best) < away(best, p.Best) {
				best, ok = d, true
			}
		}
		return best, ok
	case timeWeekday:
		back := story.Day(((p.Best.Weekday()+6)%7 + 1 - int(a.weekday) + 7) % 7)
		if a.future {
			return p.Best + (7-back)%7, true
		}
		return p.Best - back, true
	case timeOffset:
		return p.Best + story.Day(a.offset), true
	}
	return 0, false
}

func away(a, b story.Day) int {
	if a < b {
		return int(b - a)
	}
	return int(a - b)
}

// deedClue is what a sibling's day for a deed says of an article that tells of the same deed with words that are
// counted from its own day of publication.
func (r *Dater) deedClue(e, sibling *Evidence) (clue, bool) {
	for i := range e.acts {
		a := &e.acts[i]
		if a.when.kind <= timeDay {
			continue
		}
		for j := range sibling.acts {
			b := &sibling.acts[j]
			if a.kind != b.kind || a.planned != b.planned || shared(a.who, b.who) < r.w.DeedNames {
				continue
			}
			d, ok := b.when.on(&sibling.Publication)
			if !ok {
				continue
			}
			_, m, n := d.Date()
			c := clue{kind: clueDeed, from: d, to: d, fine: story.PrecisionDay, words: sibling.Title}
			switch a.when.kind {
			case timeWeekday:
				if int(a.when.weekday) != (d.Weekday()+6)%7+1 {
					continue
				}
				c.weekday = a.when.weekday
				if a.when.future {
					c.tense = timex.TenseFuture
				}
			case timeYearly:
				if int(a.when.month) != m || int(a.when.date) != n {
					continue
				}
				c.month, c.day = a.when.month, a.when.date
			case timeOffset:
				c.from -= story.Day(a.when.offset) // the day of publication itself
				c.to = c.from
			}
			return c, true
		}
	}
	return clue{}, false
}

// deed weighs a day of publication by the day of a deed that is told of as "on Tuesday" or "yesterday". Some deeds that look
// like the same are another.
func (r *Dater) deed(c *clue, d story.Day) float64 {
	n := int(d - c.from)
	same := r.w.SameDeed
	other := (1 - same) / r.w.OtherDays
	switch {
	case c.month != 0:
		if n < 0 {
			n = -r.w.DeedAhead * n
		}
		return math.Log(same*math.Ln2/r.w.DeedHalf*math.Exp2(-float64(n)/r.w.DeedHalf) + other)
	case c.weekday == 0:
		if n == 0 {
			return math.Log(same + other)
		}
	case c.tense == timex.TenseFuture:
		if n <= 0 && n > -7 {
			return math.Log(same*r.w.WeekdayAhead[-n] + other)
		}
	case n >= 0 && n < 7:
		return math.Log(same*r.w.WeekdayAge[n] + other)
	}
	return math.Log(other)
}

// contradictions are plain words on siblings that cannot both be right: a plan published after its fulfilment, and two
// days for one deed. At most two.
func (r *Dater) contradictions(e, sibling *Evidence, p, q *story.Publication) []story.Reason {
	var out []story.Reason
	if sure(p) && sure(q) && p.Best > q.Best+r.w.DisorderDays && r.order(e.acts, sibling.acts) < 0 {
		out = append(out, story.Why(whyDisorder, sibling.Title, timex.DayInWords(q.Best)))
	}
	for i := range e.acts {
		a := &e.acts[i]
		if a.planned || a.kind == actAttack || a.when.kind == timeNone {
			continue
		}
		x, ok := a.when.on(p)
		if !ok {
			continue
		}
		same, other, found := false, story.Day(0), false
		for j := range sibling.acts {
			b := &sibling.acts[j]
			if b.planned || b.kind != a.kind || shared(a.who, b.who) < r.w.ContraryNames {
				continue
			}
			if y, ok := b.when.on(q); ok {
				same = same || x == y
				if gap := away(x, y); gap > 0 && gap <= r.w.ContraryDays {
					other, found = y, true
				}
			}
		}
		if found && !same {
			return append(out, story.Why(whyOtherDay, sibling.Title, timex.DayInWords(other), timex.DayInWords(x)))
		}
	}
	return out
}
