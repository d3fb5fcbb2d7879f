package timex

import (
	"math"

	"dateline/app/story"
)

// date resolves a calendar date.
func (r *resolver) date(f *Found, a *answer) {
	switch {
	case f.rule == ruleNthUnit:
		r.nthUnit(f, a)
	case r.closes(f, a):
	case r.inWeek(f, a):
	case f.Holiday != 0:
		r.holiday(f, a)
	case f.rule == ruleNthWeekday:
		r.nthWeekday(f, a)
	case f.Weekday != 0 && f.Month == 0:
		r.weekday(f, a)
	case f.HasYear:
		r.fullDate(f, a)
	case f.YearRel != RelNone:
		y, ok := r.relYear(f.YearRel, a)
		a.v = r.monthValue(y, f)
		if !ok {
			a.v.year = unknown
		}
		a.p = r.w.YearSaid
	default:
		r.yearless(f, a)
	}
}

func (r *resolver) monthValue(y int, f *Found) Value {
	if f.Day != 0 {
		if y != unknown && !story.ValidDate(y, int(f.Month), int(f.Day)) {
			return Value{kind: valueMonth, year: y, month: int(f.Month)}
		}
		return Value{kind: valueDay, year: y, month: int(f.Month), day: int(f.Day)}
	}
	return Value{kind: valueMonth, year: y, month: int(f.Month)}
}

func (r *resolver) fullDate(f *Found, a *answer) {
	y := int(f.Year)
	a.p = r.w.FullDate
	if f.Month == 0 {
		a.v = Value{kind: valueYear, year: y}
		a.p = r.w.Year
		if f.Short {
			a.p = r.w.ShortYear
			a.rival, a.rivalP, a.rivWhy = Value{kind: valueYear, year: y - 100}, r.w.ShortYearRival, whyCentury
		}
		return
	}
	a.v = r.monthValue(y, f)
	if !f.Swap {
		return
	}
	other := Value{kind: valueDay, year: y, month: int(f.Day), day: int(f.Month)}
	switch {
	case f.Order > 4:
		a.p, a.why = r.w.OrderStyle, whyOrderThere
		a.rival, a.rivalP, a.rivWhy = other, r.w.OrderStyleRival, whyOrderOpen
	case f.Order > 2:
		a.p, a.why = r.w.OrderStyle, whyOrderStyle
		a.rival, a.rivalP, a.rivWhy = other, r.w.OrderStyleRival, whyOrderOpen
	case f.Order != 0:
		a.p, a.why = r.w.OrderText, whyOrderText
		a.rival, a.rivalP, a.rivWhy = other, r.w.OrderTextRival, whyOrderOpen
	default:
		a.p, a.why = r.w.OrderOpen, whyOrderOpen
		a.rival, a.rivalP, a.rivWhy = other, r.w.OrderOpenRival, whyOrderOpen
		if r.known {
			// the reading nearer to the day of publication is the likelier one
			d1, _, _, _ := a.v.Days()
			d2, _, _, _ := other.Days()
			if r.distance(d2, f.Tense) < r.distance(d1, f.Tense) {
				a.v, a.rival = other, a.v
			}
			a.anchor, a.why = r.anchor, whyOrderNear
			a.p, a.rivalP = r.w.OrderNear, r.w.OrderNearRival
		}
	}
}

// distance is how far d lies from the anchor, in days; against the tense it counts many times over.
func (r *resolver) distance(d story.Day, t Tense) int {
	n := int(d - r.anchor)
	switch {
	case n < 0 && t == TenseFuture:
		n = int(float64(n) * r.w.AgainstFuture)
	case n > 0 && t == TensePast:
		n = int(float64(n) * r.w.AgainstPast)
	case n > 0 && t == TenseNone:
		n = int(float64(n) * r.w.AheadUntold)
	}
	if n < 0 {
		return -n
	}
	return n
}

// relYear is the year that a relation names.
func (r *resolver) relYear(rel Rel, a *answer) (int, bool) {
	if rel >= RelToldBefore {
		if r.told.kind != valueNone && r.told.year != unknown {
			a.why = whyTold
			a.anchor, _, _, _ = r.told.Days()
			return r.told.year + shift(rel), true
		}
		a.p = r.w.YearUntold
	}
	if !r.known {
		a.why = whyNoAnchor
		return unknown, false
	}
	r.published(a)
	y, _, _ := r.ymd()
	return y + shift(rel), true
}

// shift is -1, 0 or 1.
func shift(rel Rel) int {
	switch rel {
	case RelLast, RelToldBefore:
		return -1
	case RelNext, RelToldAfter:
		return 1
	}
	return 0
}

// yearless resolves a month, or a day of a month, without a year.
func (r *resolver) yearless(f *Found, a *answer) {
	if !r.known {
		a.v, a.why, a.p = r.monthValue(unknown, f), whyNoAnchor, r.w.MonthNoAnchor
		r.ofYearTold(f, a)
		return
	}
	if r.headed(f, a) {
		return
	}
	r.published(a)
	y, m, _ := r.ymd()
	if f.Day != 0 {
		r.dayNoYear(f, a, y)
	} else {
		r.monthNoYear(f, a, y, m)
	}
	r.ofYearTold(f, a)
}

// ofYearTold puts a day or month without a year, which so far is of a year near publication, into the earlier year that is being told
// of: "On 26 July 1956 the canal was seized. Troops came on 29 October." What was found before is its rival.
func (r *resolver) ofYearTold(f *Found, a *answer) {
	t := r.said
	if t.year == unknown || t.year != r.told.year || r.bound || r.t.Sentence(int(f.First))-r.toldAt > r.w.NearYear {
		return
	}
	if f.Tense != TensePast || f.Rel != RelNone || f.Signal == SignalSince || f.InQuote || f.EndMon != 0 || f.EndDay != 0 {
		return
	}
	if t.kind != valueDay && !r.longPast(t) || f.Day == 0 && r.told.kind == valueYear { // "He was born in 1990. It opened in December."
		return
	}
	from, _, _, ok := t.Days()
	v := r.monthValue(t.year, f)
	_, last, _, fits := v.Days()
	if !ok || !fits || last < from {
		return
	}
	if r.known {
		old, _, _, found := a.v.Days()
		if !found || a.v.year <= t.year || int(r.anchor-old) <= r.w.FreshDays {
			return
		}
		a.rival, a.rivalP, a.rivWhy = a.v, (1-r.w.ToldYear)*r.w.RivalShare, whyOtherYear
	}
	a.v, a.p, a.why, a.anchor = v, r.w.ToldYear, whyTold, from
}

// longPast reports a month long before publication.
func (r *resolver) longPast(v Value) bool {
	y, _, _ := r.ymd()
	return r.known && v.kind == valueMonth && y-v.year >= r.w.LongPast
}

// monthNoYear resolves a month without a year, seen from month m of year y.
func (r *resolver) monthNoYear(f *Found, a *answer, y, m int) {
	n := int(f.Month)
	year := r.yearOfMonth(f, a, y, m)
	a.v = Value{kind: valueMonth, year: year, month: n}
	if f.Rel == RelNone {
		other := year - 1
		if year < y || year == y && f.Tense == TensePast {
			other = year + 1
		}
		a.rival, a.rivalP, a.rivWhy = Value{kind: valueMonth, year: other, month: n}, (1-a.p)*r.w.RivalShare, whyOtherYear
	}
}

// yearOfMonth is the year that a month without one is of, seen from month m of year y, and sets how sure that is.
func (r *resolver) yearOfMonth(f *Found, a *answer, y, m int) int {
	n := int(f.Month)
	switch {
	case f.Rel == RelLast:
		return y - below(m, n+1)
	case f.Rel == RelNext:
		return y + below(n, m+1)
	case f.Rel == RelThis:
		return y
	case f.Rel == RelNone && f.Opens && f.EndMon != 0 && f.Tense != TenseNone:
		a.p = r.w.MonthOpens
		return y + openedYear(f, m)
	case f.Rel == RelToldAfter || f.Rel == RelToldBefore || f.Rel == RelToldSame:
		if r.told.kind != valueNone && r.told.year != unknown {
			a.why = whyTold
			a.anchor, _, _, _ = r.told.Days()
			return r.told.year
		}
		return y
	case f.Signal == SignalUntil && (n-m+12)%12 <= 6:
		a.p = r.w.MonthUntil
		return y + below(n, m)
	case f.Tense == TensePast:
		a.p = r.w.MonthPast
		return y - below(m, n)
	case f.Tense == TenseFuture && !f.Noun:
		a.p = r.w.MonthFuture
		return y + below(n, m)
	}
	a.p = r.w.MonthNear
	return y - below(6, n-m) + below(6, m-n)
}

// openedYear is how many years the first of several months lies off, seen from month m, by the tense of what is told.
func openedYear(f *Found, m int) int {
	n := int(f.Month)
	span := (int(f.EndMon) - n + 12) % 12 // months from the first to the last
	switch {
	case f.Tense == TensePast && n > m:
		return -1
	case f.Tense != TensePast && n > m && n+span-12 >= m: // it began last year and goes on
		return -1
	case f.Tense != TensePast && n+span < m:
		return 1
	}
	return 0
}

// below is 1 where a < b, else 0.
func below(a, b int) int {
	if a < b {
		return 1
	}
	return 0
}

// dayNoYear resolves a day of a month without a year: in the nearest year, by tense, around year y.
func (r *resolver) dayNoYear(f *Found, a *answer, y int) {
	best, bestCost := 0, 1<<30
	for dy := -8; dy <= 8; dy++ { // leap days are at most eight years apart
		if !story.ValidDate(y+dy, int(f.Month), int(f.Day)) {
			continue
		}
		d := story.NewDay(y+dy, int(f.Month), int(f.Day))
		if f.Weekday != 0 && isoWeekday(d) != int(f.Weekday) {
			continue
		}
		if f.Rel == RelLast && d >= r.anchor || f.Rel == RelNext && d <= r.anchor || f.Ruled && d > r.anchor+1 { // a day of publication may be one off
			continue
		}
		if c := r.distance(d, f.Tense); c < bestCost {
			best, bestCost = y+dy, c
		}
	}
	if r.toldFits(f, y, best) { // "On 31 January 1953 the sea broke in. Help came on Tuesday, 3 February."
		best = r.said.year
		a.why = whyTold
		a.anchor, _, _, _ = r.said.Days()
		bestCost = 0
	}
	if bestCost == 1<<30 { // the weekday does not fit the date in any near year
		best = y
		a.p = r.w.WeekdayMisfit
	}
	a.v = r.monthValue(best, f)
	a.p = min(a.p, r.w.DayNoYear)
}

// toldFits reports that a day of a month with a weekday falls on it in the year that was named last, and that year y, that of
// publication, and those beside it are none in which it does; best is the year found.
func (r *resolver) toldFits(f *Found, y, best int) bool {
	t := &r.said
	if f.Weekday == 0 || f.Rel != RelNone || t.kind == valueNone || t.year == unknown || t.year >= y-1 || best >= y-1 && best <= y+1 {
		return false
	}
	return story.ValidDate(t.year, int(f.Month), int(f.Day)) && isoWeekday(story.NewDay(t.year, int(f.Month), int(f.Day))) == int(f.Weekday)
}

// weekday resolves a day of the week.
func (r *resolver) weekday(f *Found, a *answer) {
	wd := int(f.Weekday)
	base := r.anchor
	known := r.known
	rel := f.Rel
	if rel >= RelToldBefore {
		if d, _, _, ok := r.day.Days(); ok && r.day.kind == valueDay {
			base, known = d, true
			a.why, a.anchor = whyTold, d
		}
	}
	if !known {
		a.v, a.why = Value{kind: valueWeekday, year: unknown, n: wd}, whyNoAnchor
		if f.Day != 0 {
			a.v = Value{kind: valueDay, year: unknown, month: unknown, day: int(f.Day)}
		}
		return
	}
	if a.why != whyTold {
		r.published(a)
	}
	if f.rule == ruleWeeksOff || f.rule == ruleWeekdayOfWeek {
		a.v, a.p = dayValue(otherWeek(f, base)), r.w.WeekdayOfWeek
		return
	}
	if f.Day != 0 { // Friday the 13th
		r.dayOfMonth(f, a, base)
		return
	}
	r.nearWeekday(f, a, base)
}

// nearWeekday takes the weekday before or after base, by relation and tense.
func (r *resolver) nearWeekday(f *Found, a *answer, base story.Day) {
	rel := f.Rel
	back := story.Day((isoWeekday(base) - int(f.Weekday) + 7) % 7)
	ahead := (7 - back) % 7
	a.p = r.w.Weekday
	var d, other story.Day
	switch {
	case rel == RelLast || rel == RelToldBefore:
		if back == 0 {
			back = 7
		}
		d, other = base-back, base-back-7
	case rel == RelNext || rel == RelToldAfter:
		if ahead == 0 {
			ahead = 7
		}
		d, other = base+ahead, base+ahead+7
	case f.Tense == TenseFuture || rel == RelThis && f.Tense != TensePast:
		d, other = base+ahead, base-back
		a.p = r.w.WeekdayFuture
		if back == 0 {
			other = base + 7
		}
	default:
		d, other = base-back, base+ahead
		if back == 0 {
			other = base - 7
		}
		if f.Tense != TensePast {
			a.p = r.w.WeekdayUntold
		}
	}
	a.v = dayValue(d)
	a.rival, a.rivalP, a.rivWhy = dayValue(other), (1-a.p)*r.w.RivalShare, whyOtherWeek
}

// otherWeek is the weekday that lies whole weeks off, or in a week that is named: "Friday week", "Monday of last week".
func otherWeek(f *Found, base story.Day) story.Day {
	wd := int(f.Weekday)
	if f.rule == ruleWeekdayOfWeek {
		return base - story.Day(isoWeekday(base)-1) + story.Day(7*shift(f.Rel)+wd-1)
	}
	back := story.Day((isoWeekday(base) - wd + 7) % 7)
	if f.Rel == RelLast {
		return base - back - story.Day(7*f.N)
	}
	return base + (7-back)%7 + story.Day(7*f.N)
}

// nthWeekday resolves "the second Sunday of June".
func (r *resolver) nthWeekday(f *Found, a *answer) {
	n := int(f.N)
	if n == 99 {
		n = -1
	}
	day := nth(n, int(f.Weekday), int(f.Month))
	put := func(y int) {
		d := day(y)
		if _, m, _ := d.Date(); m == int(f.Month) {
			a.v = dayValue(d)
		} else { // a fifth Monday that the month has not
			a.v = Value{kind: valueMonth, year: y, month: int(f.Month)}
		}
	}
	switch {
	case f.HasYear:
		put(int(f.Year))
		return
	case f.YearRel != RelNone:
		if y, ok := r.relYear(f.YearRel, a); ok {
			put(y)
			return
		}
	}
	if !r.known {
		a.v, a.why = Value{kind: valueMonth, year: unknown, month: int(f.Month)}, whyNoAnchor
		return
	}
	r.published(a)
	y, _, _ := r.ymd()
	best, cost := y, 1<<30
	for dy := -1; dy <= 1; dy++ {
		if c := r.distance(day(y+dy), f.Tense); c < cost {
			best, cost = y+dy, c
		}
	}
	a.p = r.w.NthWeekday
	put(best)
}

// dayOfMonth finds the nearest day of a month that falls on the weekday, by tense.
func (r *resolver) dayOfMonth(f *Found, a *answer, base story.Day) {
	y, m, _ := base.Date()
	best, cost := story.Day(0), 1<<30
	for k := -60; k <= 60; k++ {
		d := story.NewDay(y, m+k, int(f.Day))
		if _, _, dd := d.Date(); dd != int(f.Day) || isoWeekday(d) != int(f.Weekday) {
			continue
		}
		if c := r.distance(d, f.Tense); c < cost {
			best, cost = d, c
		}
	}
	if cost == 1<<30 {
		a.v = Value{kind: valueDay, year: unknown, month: unknown, day: int(f.Day)}
		return
	}
	a.v, a.p = dayValue(best), r.w.WeekdayOfMonth
}

// holiday resolves a named day.
func (r *resolver) holiday(f *Found, a *answer) {
	h := holidays[f.Holiday]
	a.p = r.w.Holiday
	if h.moon {
		a.p = r.w.HolidayMoon
	}
	put := func(y int) {
		if y < 1 || y > 9998 {
			a.v = Value{kind: valueYear, year: y}
			return
		}
		d := h.day(y)
		a.v = dayValue(d)
		if h.days > 1 || h.days < 0 {
			a.from, a.to, a.fine, a.days = h.last(d, a)
		}
	}
	switch {
	case f.HasYear:
		put(int(f.Year))
		return
	case f.YearRel != RelNone:
		if y, ok := r.relYear(f.YearRel, a); ok {
			put(y)
			return
		}
	}
	if !r.known {
		a.why = whyNoAnchor
		a.v = Value{kind: valueDay, year: unknown, month: unknown, day: unknown}
		d1, d2 := h.day(2023), h.day(2024)
		_, m1, n1 := d1.Date()
		if _, m2, n2 := d2.Date(); m1 == m2 && n1 == n2 {
			a.v.month, a.v.day = m1, n1
		}
		return
	}
	r.published(a)
	y, _, _ := r.ymd()
	best, cost := y, 1<<30
	for dy := -1; dy <= 1; dy++ {
		d := h.day(y + dy)
		before, after := f.Rel == RelLast || f.Rel == RelToldBefore, f.Rel == RelNext || f.Rel == RelToldAfter
		if before && d >= r.anchor || after && d <= r.anchor || f.Rel == RelThis && dy != 0 {
			continue
		}
		if c := r.distance(d, f.Tense); c < cost {
			best, cost = y+dy, c
		}
	}
	put(best)
}

// last puts the value of a holiday of several days that begins on d into a, and gives its days.
func (h *holiday) last(d story.Day, a *answer) (from, to story.Day, fine story.Precision, ok bool) {
	to = d + story.Day(h.days-1)
	if h.days < 0 { // to the next new moon
		to = story.Day(math.Floor(phaseFrom(d+20, 0) + 9.0/24))
	}
	end := dayValue(to)
	a.v.kind, a.v.end = valueRange, &end
	fine = story.PrecisionDay
	if to-d > 14 {
		a.v, fine = Value{kind: valueMonth, year: a.v.year, month: a.v.month}, story.PrecisionMonth
	}
	return d, to, fine, true
}

// rng resolves "12-14 March" and "2022–25".
func (r *resolver) rng(f *Found, a *answer) {
	if f.Month != 0 && f.Day == 0 { // "April-June 2024"
		end := Value{kind: valueMonth, year: int(f.EndYear), month: int(f.EndMon)}
		a.v = Value{kind: valueRange, year: int(f.Year), month: int(f.Month), end: &end}
		a.p = r.w.Months
		return
	}
	if f.Month == 0 {
		end := Value{kind: valueYear, year: int(f.EndYear)}
		a.v = Value{kind: valueRange, year: int(f.Year), end: &end}
		a.p = r.w.Years
		return
	}
	g := *f
	g.Form = FormDate
	r.date(&g, a)
	if a.v.kind != valueDay {
		return
	}
	end := a.v
	end.day = int(f.EndDay)
	if end.year != unknown && !story.ValidDate(end.year, end.month, end.day) {
		return
	}
	a.v.kind, a.v.end = valueRange, &end
	a.rival = Value{}
}

// Absolute gives the days that an object names without any anchor; ok is false where it needs one.
func (o *Object) Absolute() (from, to story.Day, fine story.Precision, ok bool) {
	if !o.HasYear || o.Holiday != 0 || o.Quarter == 255 {
		return 0, 0, 0, false
	}
	r := &resolver{w: &defaults}
	f := &Found{Object: *o}
	f.Swap, f.HasTime, f.Part = false, false, PartNone
	a := answer{anchor: story.DayMin}
	switch o.Form {
	case FormDate:
		if o.Weekday != 0 && o.Month == 0 {
			return 0, 0, 0, false
		}
		r.fullDate(f, &a)
	case FormSeason:
		r.season(f, &a)
		return a.from, a.to, a.fine, a.days
	case FormQuarter, FormHalf:
		r.quarter(f, &a)
	case FormRange:
		r.rng(f, &a)
	default:
		return 0, 0, 0, false
	}
	a.from, a.to, a.fine, a.days = a.v.Days()
	if a.days {
		r.narrow(f, &a)
	}
	return a.from, a.to, a.fine, a.days
}
