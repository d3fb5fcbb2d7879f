package timex

import "dateline/app/reading/token"

// container reads what a week, day or weekday can be one of: "January 2015", "2027", "next month", "the year".
func (p *parser) container(i int) (Object, int) {
	if p.has(i, token.LineStart) {
		return Object{}, 0
	}
	e := p.at(i)
	switch {
	case e.class&cMonth != 0:
		if o, end := p.month(i); end > 0 && o.Form == FormDate && o.Day == 0 {
			if rel, e2 := p.yearRel(end); e2 > 0 && !o.HasYear {
				o.YearRel, end = rel, e2
			}
			return o, end
		}
	case e.class&cDigits != 0:
		if y, ok := p.yearOf(i); ok && y > 1500 && !p.hyphen(i+1) {
			return Object{HasYear: true, Year: int16(y), rule: ruleYear}, i + 1
		}
	case e.class&cNumber != 0:
		if o, end := p.wordYear(i); end > 0 && o.Form == FormDate {
			return o, end
		}
	case e.class&cThe != 0 && (p.word(i+1, "year") || p.word(i+1, "month")):
		if p.clitic(i+2) || p.hyphen(i+2) || p.lower(i+2) && p.is(i+2, cAgo|cDigits) {
			return Object{}, 0
		}
		return Object{Form: FormRelative, Rel: RelThis, Unit: p.at(i + 1).unit, rule: ruleShiftedUnit}, i + 2
	case e.class&(cThe|cThis|cNext|cLast|cThat|cPrevious|cCurrent) != 0:
		j, the := i, false
		if e.class&cThe != 0 {
			j, the = i+1, true
		}
		if o, end := p.shifted(j, the, 2); end > 0 && o.Form == FormRelative && (o.Unit == UnitMonth || o.Unit == UnitYear) {
			return o, end
		}
	}
	return Object{}, 0
}

// partOf reads one part of a longer time, from its ordinal: "third week of January", "first Friday of next month",
// "last day of 2015", "second last week of March". the says that "the" stands before.
func (p *parser) partOf(i int, the bool) (Object, int) {
	e := p.at(i)
	n, j := int32(e.num), i+1
	switch {
	case e.class&cLast != 0:
		n = -1
	case e.class&cOrdinal == 0 || n > 53 && n != 99:
		return Object{}, 0
	case n == 99:
		n = -1
	case p.is(j, cLast): // "the second last week of March"
		n, j = -n, j+1
	}
	o := Object{Form: FormWeek, N: n, rule: ruleNthUnit}
	u := p.at(j)
	switch {
	case u.class&cUnits != 0 || p.has(j, token.LineStart):
		return Object{}, 0
	case u.class&cWeekend != 0:
		o.Weekend, o.Unit = true, UnitWeekend
	case u.class&cUnit != 0 && u.unit == UnitWeek:
		o.Unit = u.unit
	case u.class&cUnit != 0 && u.unit == UnitDay:
		o.Form, o.Unit = FormDate, u.unit
	case u.class&cWeekday != 0 && p.weekdayWord(j):
		o.Form, o.Unit, o.Weekday = FormDate, UnitDay, uint8(u.num)
		if p.is(j+1, cPart) && p.lower(j+1) {
			j++
			o.Part = Part(p.at(j).num)
		}
	default:
		return Object{}, 0
	}
	j++
	if p.word(j, "of") || p.word(j, "in") {
		j++
	} else if !p.is(j, cThis|cNext|cLast) {
		return Object{}, 0
	}
	b, end := p.container(j)
	if end == 0 {
		return Object{}, 0
	}
	o.Base = &b
	return o, end
}

// dayOf reads what follows the day of a month that is not named: "the 20th | of next month", "the 15th | day of June".
func (p *parser) dayOf(day, i int) (Object, int) {
	named := p.word(i, "day")
	if named {
		i++
	}
	if !p.word(i, "of") {
		return Object{}, 0
	}
	b, end := p.container(i + 1)
	if end == 0 || b.Month == 0 && b.Unit != UnitMonth || b.Month != 0 && !named {
		return Object{}, 0
	}
	return Object{Day: uint8(day), Unit: UnitDay, N: int32(day), Base: &b, rule: ruleNthUnit}, end
}

// weekendOf reads "weekend of 8 July" at its "weekend".
func (p *parser) weekendOf(i, depth int) (Object, int) {
	if !p.word(i, "weekend") || !p.word(i+1, "of") {
		return Object{}, 0
	}
	j := i + 2
	if p.is(j, cThe) {
		j++
	}
	b, end := p.date(j, depth+1)
	if end == 0 || b.Form == FormDate && (b.Day == 0 || b.Month == 0) && b.Holiday == 0 || b.Form != FormDate && b.Form != FormRange || b.HasTime {
		return Object{}, 0
	}
	return Object{Form: FormWeek, Weekend: true, Unit: UnitWeekend, Base: &b, rule: ruleWeekendOf}, end
}

// afterNext reads "after next" behind a unit or weekday: "the week | after next".
func (p *parser) afterNext(i int) int {
	if !p.word(i, "after") {
		return 0
	}
	i++
	if p.is(i, cThe) {
		i++
	}
	if !p.word(i, "next") || p.is(i+1, cUnit|cWeekday|cMonth|cSeason|cOrdinal) || p.capital(i+1) && !p.has(i+1, token.SentStart) {
		return 0
	}
	return i + 1
}
