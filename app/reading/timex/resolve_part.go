package timex

import "dateline/app/story"

// within resolves the time that another one is counted from or part of.
func (r *resolver) within(f *Found) answer {
	g := Found{Span: f.Span, First: f.First, Last: f.Last, Tense: f.Tense, Signal: f.Signal, Object: *f.Base}
	if f.Ahead {
		g.Tense = TenseFuture
	}
	return r.resolve(&g)
}

// move counts the amounts of o, and those added to it, from a day. fine is the finest unit among them.
func (o *Object) move(d story.Day, sign int) (day story.Day, fine Unit) {
	fine = o.Unit
	for q := o; q != nil; q = q.Plus {
		n := int(q.N)
		if !q.Hundred {
			n *= 100
		}
		if q.Work {
			d = workdays(d, sign*n/100)
		} else {
			d = addUnits(d, sign*n, q.Unit)
		}
		fine = min(fine, q.Unit)
	}
	return d, fine
}

// From gives the days that lie the length o after the days from..to; before them where sign is -1. Nobody counts the days of weeks,
// months and years: the answer is a day wider on both sides for weeks, five for months, and the whole of its years.
func (o *Object) From(from, to story.Day, sign int) (earliest, latest story.Day, fine story.Precision) {
	earliest, unit := o.move(from, sign)
	latest, _ = o.move(to, sign)
	switch {
	case unit >= UnitYear:
		y, _, _ := earliest.Date()
		z, _, _ := latest.Date()
		return story.NewDay(y, 1, 1), story.NewDay(z, 12, 31), story.PrecisionYear
	case unit >= UnitMonth:
		return earliest - 5, latest + 5, story.PrecisionMonth
	case unit >= UnitWeek:
		return earliest - 1, latest + 1, story.PrecisionWeek
	}
	if latest-earliest > 6 {
		return earliest, latest, story.PrecisionWeek
	}
	return earliest, latest, story.PrecisionDay
}

// workdays counts days from Monday to Friday.
func workdays(d story.Day, n int) story.Day {
	step := story.Day(1)
	if n < 0 {
		n, step = -n, -1
	}
	for n = min(n, 10_000); n > 0; {
		if d += step; isoWeekday(d) <= 5 {
			n--
		}
	}
	return d
}

// offset resolves "two days after Christmas", "three weeks from tomorrow", "a week starting on Monday".
func (r *resolver) offset(f *Found, a *answer) {
	b := r.within(f)
	a.anchor, a.why, a.p = b.anchor, b.why, b.p*r.w.Offset
	if !b.days {
		a.v = openValue(UnitDay)
		return
	}
	sign := 1
	if f.Rel == RelLast {
		sign = -1
	}
	d, _ := f.move(b.from, sign)
	a.v = dayValue(d)
	if b.fine == story.PrecisionMonth {
		y, m, _ := d.Date()
		a.v = Value{kind: valueMonth, year: y, month: m}
		return
	}
	if f.Place == 0 {
		return
	}
	a.from, a.to, a.fine, a.days = min(b.from, d), max(b.from, d), story.PrecisionDay, true
	if f.Mod == ModNone && sign > 0 && a.from < a.to && f.Unit >= UnitDay { // the day it starts counts
		a.to--
	}
	n := f.N
	a.v, a.typ = Value{kind: valueDuration, amount: amount(n, false, f.Unit)}, story.TimexDuration
}

// composite resolves several amounts with "ago" or "from now": "one month and two days ago".
func (r *resolver) composite(f *Found, a *answer) {
	if !r.known {
		a.v, a.why = openValue(UnitDay), whyNoAnchor
		return
	}
	r.published(a)
	d, fine := f.move(r.anchor, 1-2*b2i(f.Rel == RelLast))
	a.v, a.p = dayValue(d), r.w.Composite
	if fine >= UnitMonth {
		y, m, _ := d.Date()
		a.v = Value{kind: valueMonth, year: y, month: m}
	}
}

// lies gives a length of time its days where something says how it lies: "the past two years", "in three weeks",
// "the first three months of 2021".
func (r *resolver) lies(f *Found, a *answer) {
	if f.Place == placeFirst || f.Place == placeLast {
		r.share(f, a)
		return
	}
	if !r.known {
		return
	}
	r.published(a)
	a.why, a.fine = whySpan, story.PrecisionDay
	sign := 1
	if f.Place == placeUpTo {
		sign = -1
	}
	far, fine := f.move(r.anchor, sign)
	a.from, a.to, a.days = min(far, r.anchor), max(far, r.anchor), true
	switch {
	case f.Place == placeFrom && f.Unit >= UnitDay && far > r.anchor && !r.t.Is(int(f.First)-1, "within"):
		a.from++ // ten days, counted from tomorrow
	case f.Place != placeAt:
	case fine >= UnitYear:
		y, _, _ := far.Date()
		a.from, a.to, a.fine = story.NewDay(y, 1, 1), story.NewDay(y, 12, 31), story.PrecisionYear
	case fine >= UnitMonth:
		y, m, _ := far.Date()
		a.from, a.to, a.fine = story.NewDay(y, m, 1), story.NewDay(y, m+1, 1)-1, story.PrecisionMonth
	default:
		a.from, a.p = far, r.w.InTime
	}
}

// share is the beginning or the end of a longer time: "the last four months of 2021".
func (r *resolver) share(f *Found, a *answer) {
	b := r.within(f)
	if !b.days {
		return
	}
	a.anchor, a.fine, a.days = b.anchor, story.PrecisionDay, true
	if f.Place == placeFirst {
		far, _ := f.move(b.from, 1)
		a.from, a.to = b.from, min(far-1, b.to)
		return
	}
	far, _ := f.move(b.to+1, -1)
	a.from, a.to = max(far, b.from), b.to
}

// nthUnit resolves "the third week of January", "the last Friday of next month", "the 20th of this month".
func (r *resolver) nthUnit(f *Found, a *answer) {
	b := r.within(f)
	a.anchor, a.why, a.p = b.anchor, b.why, b.p*r.w.Offset
	if !b.days {
		a.v = openValue(f.Unit)
		return
	}
	n := int(f.N)
	switch {
	case f.Weekday != 0:
		if d := countDays(b.from, b.to, int(f.Weekday), n); d >= b.from && d <= b.to {
			a.v = dayValue(d)
			return
		}
	case f.Unit == UnitDay:
		d := b.from + story.Day(n-1)
		if n < 0 {
			d = b.to + story.Day(n+1)
		}
		if d >= b.from && d <= b.to {
			a.v = dayValue(d)
			return
		}
	case f.Weekend:
		if d := countDays(b.from, b.to, 6, n); d >= b.from && d <= b.to {
			a.v = weekValue(d)
			a.v.kind = valueWeekend
			return
		}
	default:
		// a week is of the month that holds its Thursday; the last one, if it holds its Wednesday
		day := 4
		if n == -1 {
			day = 3
		}
		if d := countDays(b.from, b.to, day, n); d >= b.from && d <= b.to {
			a.v = weekValue(d)
			return
		}
	}
	a.v, a.p = b.v, r.w.NoSuchPart // a fifth Monday that the month has not
}

// countDays is the n-th of one weekday from the first day on; n < 0 counts back from the last.
func countDays(from, to story.Day, weekday, n int) story.Day {
	if n > 0 {
		return from + story.Day((weekday-isoWeekday(from)+7)%7+7*(n-1))
	}
	return to - story.Day((isoWeekday(to)-weekday+7)%7) + story.Day(7*(n+1))
}

// weekendOf resolves the weekend at a day: the one it lies in or next to, with the day itself where that is a Monday,
// Thursday or Friday off.
func (r *resolver) weekendOf(f *Found, a *answer) {
	b := r.within(f)
	a.anchor, a.why, a.p = b.anchor, b.why, b.p*r.w.Offset
	if !b.days {
		a.v = openValue(UnitWeekend)
		return
	}
	d, wd := b.from, isoWeekday(b.from)
	saturday := d + story.Day(6-wd)
	if wd <= 2 {
		saturday -= 7
	}
	a.v = weekValue(saturday)
	a.v.kind = valueWeekend
	a.from, a.to, a.fine, a.days = saturday, saturday+1, story.PrecisionDay, true
	if f.Base.Holiday != 0 && (wd == 1 || wd == 4 || wd == 5) {
		a.from, a.to = min(saturday, d), max(saturday+1, d)
	}
}
