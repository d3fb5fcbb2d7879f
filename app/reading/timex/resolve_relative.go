package timex

import "dateline/app/story"

// relative resolves what is counted from an anchor: "yesterday", "last week", "three weeks ago", "the next day".
func (r *resolver) relative(f *Found, a *answer) {
	n := int(f.N)
	if f.Hundred {
		if f.Vague {
			r.vagueAgo(f, a)
			return
		}
	} else {
		n *= 100
	}
	if f.rule == ruleThen {
		r.then(f, a)
		return
	}
	base, known, done := r.base(f, a, n)
	if done {
		return
	}
	if !known {
		a.v, a.why = openValue(f.Unit), whyNoAnchor
		return
	}
	if shift(f.Rel) == 0 {
		n = 0
	}
	if n > 400000 {
		a.past()
		return
	}
	if f.Unit == UnitMonth && f.YearRel != RelNone { // "the same month a year ago"
		y, m, _ := base.Date()
		a.v = Value{kind: valueMonth, year: y + shift(f.YearRel), month: m}
		return
	}
	if f.Unit == UnitYear && f.rule == ruleAgo && n == 100 && f.Rel == RelLast && r.quart.kind == valueQuarter &&
		r.t.Sentence(int(f.First))-r.quarAt <= r.w.NearQuarter {
		a.v = Value{kind: valueQuarter, year: r.quart.year - 1, n: r.quart.n}
		a.p = r.w.YearAgoQuarter
		return
	}
	if shift(f.Rel) < 0 {
		n = -n
	}
	if f.Unit >= UnitYear {
		a.countYears(f, base, n)
	} else {
		a.countDays(f, base, n)
	}
	if a.v.kind == valueYear && (a.v.year < -9998 || a.v.year > 9998) {
		a.past()
	}
}

// past makes an answer the past, of which nothing more can be said.
func (a *answer) past() {
	a.v = Value{kind: valueRef, ref: RefPast}
	a.vague = true
}

// base finds what n hundredths of a unit are counted from; known is false where nobody can say. done tells that the answer
// is complete.
func (r *resolver) base(f *Found, a *answer, n int) (base story.Day, known, done bool) {
	base, known = r.anchor, r.known
	a.p = r.w.Relative
	if f.Rel < RelToldBefore {
		if known {
			r.published(a)
		}
		return base, known, false
	}
	if r.fromMonth(f, a, n) {
		return base, known, true
	}
	if v, ok := r.toldFor(f.Unit, r.t.Sentence(int(f.First))); ok {
		if f.Unit == UnitYear && v.kind == valueQuarter && f.Rel == RelToldBefore && n == 100 {
			a.v = Value{kind: valueQuarter, year: v.year - 1, n: v.n}
			a.why, a.p = whyTold, r.w.ToldQuarter
			a.anchor, _, _, _ = v.Days()
			return base, known, true
		}
		d, _, _, _ := v.Days()
		a.why, a.anchor, a.p = whyTold, d, r.w.Told
		return d, true, false
	}
	if f.Rel == RelToldAfter && f.rule == ruleTold && f.Tense != TenseFuture {
		a.p = r.w.ToldNothing
		return base, false, false // "15 years later" than what, nobody can say
	}
	if known {
		r.published(a)
		a.p = r.w.ToldPublished
	}
	return base, known, false
}

// fromMonth counts days and weeks from a month that the same sentence told of last: "arrested last August and handed over six
// weeks later". What comes of it is as wide as the month.
func (r *resolver) fromMonth(f *Found, a *answer, n int) bool {
	s := r.t.Sentence(int(f.First))
	if f.rule != ruleTold || f.Unit < UnitDay || f.Unit > UnitFortnight || r.told.kind != valueMonth || r.toldAt != s || r.dayAt == s || n > 40000 {
		return false
	}
	from, to, _, ok := r.told.Days()
	if !ok {
		return false
	}
	if f.Rel == RelToldBefore {
		n = -n
	}
	y, m, _ := addUnits(from+14, n, f.Unit).Date()
	a.v = Value{kind: valueMonth, year: y, month: m}
	a.from, a.to, a.fine, a.days = addUnits(from, n, f.Unit), addUnits(to, n, f.Unit), story.PrecisionMonth, true
	a.why, a.anchor, a.p = whyTold, from, r.w.Told
	return true
}

// countDays counts n hundredths of a unit below a year from base.
func (a *answer) countDays(f *Found, base story.Day, n int) {
	y, m, _ := base.Date()
	switch f.Unit {
	case UnitSecond, UnitMinute, UnitHour:
		d := base
		if f.Unit == UnitHour {
			d = addUnits(base, n, UnitHour)
		}
		a.v = dayValue(d)
	case UnitDay:
		a.v = dayValue(base + story.Day(n/100))
	case UnitWeek, UnitFortnight:
		a.v = weekValue(addUnits(base, n, f.Unit))
	case UnitMonth:
		t := y*12 + m - 1 + n/100
		a.v = Value{kind: valueMonth, year: floorDiv(t, 12), month: t - floorDiv(t, 12)*12 + 1}
	case UnitQuarter:
		a.v = quarterBy(y, (m-1)/3+1, n/100)
	default:
		a.past()
	}
}

// countYears counts n hundredths of a year, decade, century or millennium from base.
func (a *answer) countYears(f *Found, base story.Day, n int) {
	y, _, _ := base.Date()
	counted := f.rule == ruleAgo || f.rule == ruleTold // "two decades ago", and not "the last decade"
	switch {
	case f.Unit == UnitYear && n%100 != 0:
		yy, mm, _ := addUnits(base, n, UnitYear).Date()
		a.v = Value{kind: valueMonth, year: yy, month: mm}
	case f.Unit == UnitYear:
		a.v = Value{kind: valueYear, year: y + n/100}
	case f.Unit == UnitDecade && counted:
		a.v = Value{kind: valueYear, year: y + n/10}
	case f.Unit == UnitDecade:
		a.v = Value{kind: valueDecade, n: floorDiv(y, 10) + n/100}
		if f.Rel == RelLast && f.rule == ruleShiftedUnit { // "the past decade" is the ten years up to now
			a.from, a.to, a.fine, a.days = addUnits(base, -100, UnitDecade), base, story.PrecisionDecade, true
		}
	case (f.Unit == UnitCentury || f.Unit == UnitMillennium) && counted:
		a.v = Value{kind: valueYear, year: y + n}
	case f.Unit == UnitCentury || f.Unit == UnitMillennium:
		a.v = Value{kind: valueCentury, n: floorDiv(y-1, 100) + 1 + n/100}
	default:
		a.past()
	}
}

// then resolves the "then" of "since then": the time told of last, in this sentence or the few before.
func (r *resolver) then(f *Found, a *answer) {
	a.p, a.why = r.w.Then, whyTold
	if d, _, _, ok := r.told.Days(); ok && r.told.kind != valueNone && r.t.Sentence(int(f.First))-r.toldAt <= r.w.NearThen {
		a.v, a.anchor = r.told, d
		a.v.clock, a.v.part = "", PartNone
		return
	}
	a.v, a.vague, a.why, a.p = Value{kind: valueRef, ref: RefPast}, true, whyVague, r.w.ThenNothing
	if f.Signal == SignalUntil || f.Signal == SignalBy {
		a.v.ref = RefFuture
	}
}

// vagueAgo resolves "several years ago", "days later": before or after, but when cannot be said.
func (r *resolver) vagueAgo(f *Found, a *answer) {
	a.v = Value{kind: valueRef, ref: RefPast}
	if shift(f.Rel) > 0 {
		a.v.ref = RefFuture
	}
	a.vague, a.why = true, whyVague
}

// toldFor is the last thing told of that is fine enough to count units from.
func (r *resolver) toldFor(u Unit, sentence int) (Value, bool) {
	switch {
	case u <= UnitFortnight:
		if r.day.kind == valueDay {
			return r.day, true
		}
	case u == UnitMonth:
		if r.told.kind == valueDay || r.told.kind == valueMonth {
			return r.told, true
		}
		if r.month.kind == valueMonth {
			return r.month, true
		}
	case u == UnitYear && r.quart.kind == valueQuarter && sentence-r.quarAt <= r.w.NearQuarter:
		return r.quart, true
	default:
		if r.told.kind != valueNone {
			if _, _, _, ok := r.told.Days(); ok {
				return r.told, true
			}
		}
	}
	return Value{}, false
}

// openValue is the value of a unit of which nothing is known.
func openValue(u Unit) Value {
	v := Value{year: unknown, month: unknown, day: unknown, n: unknown}
	switch u {
	case UnitWeek, UnitFortnight:
		v.kind = valueWeek
	case UnitWeekend:
		v.kind = valueWeekend
	case UnitMonth:
		v.kind = valueMonth
	case UnitQuarter:
		v.kind = valueQuarter
	case UnitYear, UnitDecade, UnitCentury, UnitMillennium:
		v.kind = valueYear
	default:
		v.kind = valueDay
	}
	return v
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
