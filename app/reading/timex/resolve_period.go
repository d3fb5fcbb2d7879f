package timex

import "dateline/app/story"

// week resolves numbered weeks, weeks of a date and weekends.
func (r *resolver) week(f *Found, a *answer) {
	switch {
	case f.Week != 0:
		a.v = Value{kind: valueWeek, year: int(f.Year), n: int(f.Week)}
		if !f.HasYear {
			a.v.year, _ = r.relYear(f.YearRel, a)
		}
		return
	case f.Month != 0: // the week of March 3
		g := *f
		g.Form, g.Mod = FormDate, ModNone
		r.date(&g, a)
		if from, to, _, ok := a.v.Days(); ok {
			d := from
			if f.Day == 0 { // "the last week of March"
				d = to - 3
			}
			a.v = weekValue(d)
			a.from, a.to, a.fine, a.days = mondayOf(a.v.year, a.v.n), mondayOf(a.v.year, a.v.n)+6, story.PrecisionWeek, true
		} else {
			a.v = Value{kind: valueWeek, year: unknown, n: unknown}
		}
		a.rival = Value{}
		return
	}
	if !r.known {
		a.v, a.why = Value{kind: valueWeekend, year: unknown, n: unknown}, whyNoAnchor
		return
	}
	r.published(a)
	base := r.anchor
	if f.Rel >= RelToldBefore && r.day.kind == valueDay {
		base, _, _, _ = r.day.Days()
		a.why, a.anchor = whyTold, base
	}
	monday := base - story.Day(isoWeekday(base)-1)
	inside := isoWeekday(base) >= 6
	switch {
	case f.Rel == RelNext || f.Rel == RelToldAfter && a.why != whyTold:
		monday += 7
	case f.Rel == RelToldAfter:
	case f.Rel == RelLast || f.Rel == RelToldBefore:
		monday -= 7
	case f.Rel == RelThis || f.Rel == RelToldSame:
		if f.Tense == TensePast && !inside {
			monday -= 7
		}
	case f.Tense == TenseFuture:
	case !inside:
		monday -= 7
	}
	v := weekValue(monday)
	v.kind = valueWeekend
	a.v = v
}

// season resolves spring to winter. A winter is named by the year in which it begins; south of the equator summer is.
func (r *resolver) season(f *Found, a *answer) {
	s := int(f.Season)
	y := unknown
	switch {
	case f.HasYear:
		y = int(f.Year)
	case f.YearRel != RelNone:
		y, _ = r.relYear(f.YearRel, a)
	case !r.known:
		a.why = whyNoAnchor
	default:
		r.published(a)
		y = r.nearSeason(f, s)
		a.p = r.w.Season
	}
	a.v = Value{kind: valueSeason, year: y, n: s}
	if y == unknown || y > 9990 || y < -9990 {
		return
	}
	from, to := seasonDays(y, s, f.South)
	a.from, a.to, a.fine, a.days = from, to, story.PrecisionSeason, true
	if f.South { // the place may be where the writer sits, not where it was summer
		a.why = whySouth
		a.rival, a.rivalP, a.rivWhy = a.v, r.w.SeasonNorth, whyNorth
	}
	r.narrow(f, a)
}

func seasonDays(y, s int, south bool) (from, to story.Day) {
	m := 3 * s
	if south {
		m += 6
		if m > 12 {
			m -= 12
		}
	}
	return story.NewDay(y, m, 1), story.NewDay(y, m+3, 1) - 1
}

// nearSeason is the year of the season that is meant without one.
func (r *resolver) nearSeason(f *Found, s int) int {
	y, _, _ := r.ymd()
	for k := 1; k >= -2; k-- {
		from, to := seasonDays(y+k, s, f.South)
		switch {
		case f.Rel == RelLast:
			if to < r.anchor {
				return y + k
			}
		case f.Rel == RelNext:
			if f2, _ := seasonDays(y+k-1, s, f.South); from > r.anchor && f2 <= r.anchor {
				return y + k
			}
		case f.Rel == RelThis:
			if from <= r.anchor && r.anchor <= to {
				return y + k
			}
		case f.Tense == TenseFuture:
			if f2, t2 := seasonDays(y+k-1, s, f.South); to >= r.anchor && (t2 < r.anchor || f2 > to) {
				return y + k
			}
		case f.Tense == TensePast:
			if from <= r.anchor {
				return y + k
			}
		}
	}
	return y
}

// quarter resolves quarters and halves of a year.
func (r *resolver) quarter(f *Found, a *answer) {
	kind, n, per := valueQuarter, int(f.Quarter), 3
	if f.Form == FormHalf {
		kind, n, per = valueHalf, int(f.Half), 6
	}
	last := 12 / per
	ay, am, _ := r.ymd()
	cur := (am-1)/per + 1
	if n == 255 {
		r.theQuarter(f, a, ay, cur)
		return
	}
	if f.Fiscal {
		a.p = r.w.Fiscal
	}
	switch {
	case f.HasYear:
		a.v = Value{kind: kind, year: int(f.Year), n: n}
	case f.YearRel != RelNone:
		y, ok := r.relYear(f.YearRel, a)
		if ok && f.YearRel == RelLast && r.quart.kind == valueQuarter && a.why == whyPublished && r.quart.n == n && r.quart.year == y+1 {
			y = r.quart.year - 1
		}
		a.v = Value{kind: kind, year: y, n: n}
	case !r.known:
		a.v, a.why = Value{kind: kind, year: unknown, n: n}, whyNoAnchor
	default:
		r.published(a)
		y := ay
		switch {
		case f.Tense == TenseFuture:
			if n < cur-1 {
				y++
			}
		case n > cur:
			if f.Tense == TensePast || n == last || n > cur+1 {
				y--
			}
		}
		a.v, a.p = Value{kind: kind, year: y, n: n}, min(a.p, r.w.Quarter)
	}
}

// theQuarter resolves "the quarter", "this quarter", "the year-earlier period": a quarter named without a number.
func (r *resolver) theQuarter(f *Found, a *answer, ay, cur int) {
	v := Value{kind: valueQuarter, year: unknown, n: unknown}
	told := r.quart.kind == valueQuarter
	switch {
	case f.Rel == RelNone || f.Rel >= RelToldBefore || f.YearRel != RelNone:
		if told {
			v = r.quart
			a.why = whyTold
			a.anchor, _, _, _ = v.Days()
		} else if r.known {
			v = quarterBy(ay, cur, -1)
			if f.Rel == RelToldBefore || f.Rel == RelToldAfter { // "the next quarter" with none told of
				v = quarterBy(ay, cur, 0)
			}
			r.published(a)
			a.p = r.w.QuarterUntold
		} else {
			a.why = whyNoAnchor
		}
		switch f.Rel {
		case RelToldBefore:
			v = quarterBy(v.year, v.n, -1)
		case RelToldAfter:
			v = quarterBy(v.year, v.n, 1)
		}
	case !r.known:
		a.why = whyNoAnchor
	default:
		r.published(a)
		v = quarterBy(ay, cur, shift(f.Rel))
	}
	if f.HasYear {
		v.year = int(f.Year)
	}
	if f.YearRel == RelLast && v.year != unknown {
		v.year--
	}
	a.v = v
}

func quarterBy(y, q, by int) Value {
	if y == unknown || q == unknown {
		return Value{kind: valueQuarter, year: unknown, n: unknown}
	}
	n := y*4 + q - 1 + by
	y = n / 4
	if n%4 < 0 {
		y--
	}
	return Value{kind: valueQuarter, year: y, n: n - y*4 + 1}
}

// timeOfDay resolves a clock time or part of the day without a day of its own: that of the sentence, else of publication.
func (r *resolver) timeOfDay(f *Found, a *answer) {
	a.p = r.w.TimeOfDay
	if r.day.kind == valueDay && r.dayAt == r.t.Sentence(int(f.First)) {
		a.v = Value{kind: valueDay, year: r.day.year, month: r.day.month, day: r.day.day}
		a.why = whyTold
		a.anchor, _, _, _ = a.v.Days()
		return
	}
	if !r.known {
		a.v = Value{kind: valueDay, year: unknown, month: unknown, day: unknown}
		a.why = whyNoAnchor
		return
	}
	r.published(a)
	a.v = dayValue(r.anchor)
	if f.HasTime && f.Tense == TensePast && f.Rel == RelNone && !f.InQuote && r.first != story.DayMin && r.first < r.anchor {
		d := r.first // of the story: "It crashed on Monday. … Power failed at 12.09 p.m."
		if r.day.kind == valueDay && r.dayAt == r.t.Sentence(int(f.First))-1 {
			d, _, _, _ = r.day.Days()
		}
		a.v, a.why, a.anchor, a.p = dayValue(d), whyTold, d, r.w.ClockOfStory
		return
	}
	if f.Part == PartNight && f.Rel == RelNone && !f.HasTime { // overnight
		a.from, a.to, a.fine, a.days = r.anchor-1, r.anchor, story.PrecisionDay, true
	}
}

// set resolves what comes again and again; it has no days.
func (r *resolver) set(f *Found, a *answer) {
	a.why, a.p = whySet, r.w.Set
	a.typ = story.TimexSet
	switch {
	case f.Weekday != 0:
		a.v = Value{kind: valueWeekday, year: unknown, n: int(f.Weekday)}
	case f.Month != 0:
		a.v = Value{kind: valueMonth, year: unknown, month: int(f.Month)}
	case f.Season != 0:
		a.v = Value{kind: valueSeason, year: unknown, n: int(f.Season)}
	case f.Weekend:
		a.v = Value{kind: valueWeekend, year: unknown, n: unknown}
	case f.Part != PartNone:
		a.v = Value{kind: valueDay, year: unknown, month: unknown, day: unknown, part: f.Part}
	default:
		a.v = Value{kind: valueDuration, amount: amount(f.N, f.Vague, f.Unit)}
	}
}

// duration resolves a length of time. It has days only where it ends or begins now.
func (r *resolver) duration(f *Found, a *answer) {
	a.why = whyLength
	n := f.N
	if !f.Hundred {
		n *= 100
	}
	a.v = Value{kind: valueDuration, amount: amount(n, f.Vague, f.Unit)}
	if f.Place != 0 && !f.Vague && n <= 100000 && n > 0 {
		r.lies(f, a)
	}
}

// addUnits adds hundredths of a unit to a day.
func addUnits(d story.Day, hundredths int, u Unit) story.Day {
	y, m, n := d.Date()
	months := func(k int) story.Day {
		t := m - 1 + k
		yy := y + floorDiv(t, 12)
		mm := t - floorDiv(t, 12)*12 + 1
		if yy > 9998 || yy < -9998 {
			return d
		}
		return story.NewDay(yy, mm, min(n, story.DaysIn(yy, mm)))
	}
	switch u {
	case UnitDay, UnitWeekend:
		return d + story.Day(hundredths/100)
	case UnitWeek:
		return d + story.Day(hundredths*7/100)
	case UnitFortnight:
		return d + story.Day(hundredths*14/100)
	case UnitMonth:
		return months(hundredths / 100)
	case UnitQuarter:
		return months(hundredths * 3 / 100)
	case UnitYear:
		return months(hundredths * 12 / 100)
	case UnitDecade:
		return months(hundredths * 120 / 100)
	case UnitCentury:
		return months(hundredths * 12)
	case UnitHour:
		return d + story.Day(hundredths/2400)
	}
	return d
}

// amount words a length as TIMEX3: "P3W", "PT30M", "P1Y6M", "PXD".
func amount(n int32, vague bool, u Unit) string {
	head, letter := "P", ""
	fine, fineHead := "", ""
	per := int32(0)
	switch u {
	case UnitSecond:
		head, letter = "PT", "S"
	case UnitMinute:
		head, letter, fine, per = "PT", "M", "S", 60
	case UnitHour:
		head, letter, fine, per = "PT", "H", "M", 60
	case UnitDay:
		letter, fine, fineHead, per = "D", "H", "T", 24
	case UnitWeekend:
		letter = "WE"
	case UnitWeek:
		letter = "W"
	case UnitFortnight:
		letter, n = "W", n*2
	case UnitMonth:
		letter = "M"
	case UnitQuarter:
		letter = "Q"
	case UnitYear:
		letter, fine, per = "Y", "M", 12
	case UnitDecade:
		letter = "DE"
		if !vague {
			letter, n = "Y", n*10
		}
	case UnitCentury:
		letter = "CE"
		if !vague {
			letter, n = "Y", n*100
		}
	case UnitMillennium:
		letter, n = "Y", n*1000
	default:
		letter = "X"
	}
	if vague {
		return head + "X" + letter
	}
	whole, rest := n/100, n%100
	switch {
	case rest == 0:
		return head + digits(int(whole), 1) + letter
	case per != 0 && whole > 0:
		return head + digits(int(whole), 1) + letter + fineHead + digits(int(rest*per/100), 1) + fine
	case per != 0 && rest*per/100 > 0:
		return head + fineHead + digits(int(rest*per/100), 1) + fine
	}
	s := digits(int(whole), 1) + "." + digits(int(rest), 2)
	if rest%10 == 0 {
		s = s[:len(s)-1]
	}
	return head + s + letter
}
