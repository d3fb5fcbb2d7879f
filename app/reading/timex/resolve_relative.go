package timex

import "dateline/app/story"

// nearQuarter is how many sentences after a quarter "a year earlier" still means the same quarter of the year before.
const nearQuarter = 3

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
	told := f.Rel >= RelToldBefore
	base, known := r.anchor, r.known
	a.p = 0.92
	if told {
		if v, ok := r.toldFor(f.Unit, r.t.Sentence(int(f.First))); ok {
			if f.Unit == UnitYear && v.kind == valueQuarter && f.Rel == RelToldBefore && n == 100 {
				a.v = Value{kind: valueQuarter, year: v.year - 1, n: v.n}
				a.why, a.p = whyTold, 0.7
				a.anchor, _, _, _ = v.Days()
				return
			}
			d, _, _, _ := v.Days()
			base, known = d, true
			a.why, a.anchor, a.p = whyTold, d, 0.8
		} else if f.Rel == RelToldAfter && f.rule == ruleTold {
			known = false // "15 years later" than what, nobody can say
			a.p = 0.5
		} else if known {
			r.published(a)
			a.p = 0.4
		}
	} else if known {
		r.published(a)
	}
	if !known {
		a.v, a.why = openValue(f.Unit), whyNoAnchor
		return
	}
	sign := 1
	if shift(f.Rel) < 0 {
		sign = -1
	}
	if shift(f.Rel) == 0 {
		n = 0
	}
	if n > 400000 {
		a.v = Value{kind: valueRef, ref: RefPast}
		a.vague = true
		return
	}
	if f.Unit == UnitMonth && f.YearRel != RelNone { // "the same month a year ago"
		_, m, _ := base.Date()
		y, _, _ := base.Date()
		a.v = Value{kind: valueMonth, year: y + shift(f.YearRel), month: m}
		return
	}
	if f.Unit == UnitYear && f.rule == ruleAgo && n == 100 && f.Rel == RelLast && r.quart.kind == valueQuarter &&
		r.t.Sentence(int(f.First))-r.quarAt <= nearQuarter {
		a.v = Value{kind: valueQuarter, year: r.quart.year - 1, n: r.quart.n}
		a.p = 0.7
		return
	}
	y, m, _ := base.Date()
	switch f.Unit {
	case UnitSecond, UnitMinute, UnitHour:
		d := base
		if f.Unit == UnitHour {
			d = addUnits(base, sign*n, UnitHour)
		}
		a.v = dayValue(d)
	case UnitDay:
		a.v = dayValue(base + story.Day(sign*n/100))
	case UnitWeek, UnitFortnight:
		a.v = weekValue(addUnits(base, sign*n, f.Unit))
	case UnitMonth:
		t := y*12 + m - 1 + sign*n/100
		a.v = Value{kind: valueMonth, year: floorDiv(t, 12), month: t - floorDiv(t, 12)*12 + 1}
	case UnitQuarter:
		a.v = quarterBy(y, (m-1)/3+1, sign*n/100)
	case UnitYear:
		if n%100 != 0 {
			d := addUnits(base, sign*n, UnitYear)
			yy, mm, _ := d.Date()
			a.v = Value{kind: valueMonth, year: yy, month: mm}
			break
		}
		a.v = Value{kind: valueYear, year: y + sign*n/100}
	case UnitDecade:
		if f.rule == ruleAgo || f.rule == ruleTold {
			a.v = Value{kind: valueYear, year: y + sign*n/10}
			break
		}
		a.v = Value{kind: valueDecade, n: floorDiv(y, 10) + sign*n/100}
		if f.Rel == RelLast && f.rule == ruleShiftedUnit { // "the past decade" is the ten years up to now
			a.from, a.to, a.fine, a.days = addUnits(base, -100, UnitDecade), base, story.PrecisionDecade, true
		}
	case UnitCentury, UnitMillennium:
		if f.rule == ruleAgo || f.rule == ruleTold {
			a.v = Value{kind: valueYear, year: y + sign*n}
			break
		}
		c := floorDiv(y-1, 100) + 1 + sign*n/100
		a.v = Value{kind: valueCentury, n: c}
	default:
		a.v = Value{kind: valueRef, ref: RefPast}
		a.vague = true
	}
	if a.v.kind == valueYear && (a.v.year < -9998 || a.v.year > 9998) {
		a.v = Value{kind: valueRef, ref: RefPast}
		a.vague = true
	}
}

// then resolves the "then" of "since then": the time told of last, in this sentence or the few before.
func (r *resolver) then(f *Found, a *answer) {
	a.p, a.why = 0.6, whyTold
	if d, _, _, ok := r.told.Days(); ok && r.told.kind != valueNone && r.t.Sentence(int(f.First))-r.toldAt <= 4 {
		a.v, a.anchor = r.told, d
		a.v.clock, a.v.part = "", PartNone
		return
	}
	a.v, a.vague, a.why, a.p = Value{kind: valueRef, ref: RefPast}, true, whyVague, 0.5
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
	case u == UnitYear && r.quart.kind == valueQuarter && sentence-r.quarAt <= nearQuarter:
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
