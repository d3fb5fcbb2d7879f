package timex

import "dateline/app/reading/token"

// date reads a date of any grain at token i.
func (p *parser) date(i, depth int) (Object, int) {
	if depth > 3 {
		return Object{}, 0
	}
	o, end := p.date1(i, depth)
	if end == 0 {
		return o, 0
	}
	// "the quarter a year ago", "August last year", "the same month a year ago"
	if !o.HasYear && o.YearRel == RelNone && (o.yearless() || o.Form == FormRelative && o.Unit == UnitMonth && o.Rel == RelToldSame) {
		if rel, e := p.yearRel(end); e > 0 {
			o.YearRel = rel
			end = e
		}
	}
	return o, end
}

// programme reports whether "Today" is the name of a broadcast or paper.
func (p *parser) programme(i int) bool {
	return p.has(i, token.Capital) && (p.word(i+1, "programme") || p.word(i+1, "show") || p.word(i+1, "program") || p.word(i-1, "usa"))
}

// yearless reports whether a year's relation can follow: "August | last year".
func (o *Object) yearless() bool {
	return o.Month != 0 || o.Season != 0 && o.Rel == RelNone || o.Quarter != 0 || o.Half != 0 || o.Holiday != 0
}

// yearRel reads "last year", "of this year", "of the previous year".
func (p *parser) yearRel(i int) (Rel, int) {
	if p.word(i, "of") || p.punct(i, ",") {
		i++
	}
	told := false
	if p.is(i, cThe) {
		i++
		told = true
	}
	rel := RelNone
	switch e := p.at(i); {
	case e.class&cLast != 0:
		rel = RelLast
	case e.class&(cThis|cCurrent) != 0:
		rel = RelThis
	case e.class&cNext != 0:
		rel = RelNext
	case e.class&cPrevious != 0 && told:
		rel = RelToldBefore
	case e.class&cFollow != 0 && told:
		rel = RelToldAfter
	case e.class&cThat != 0 || e.class&cSame != 0 && told:
		rel = RelToldSame
	case e.class&cA != 0 && p.word(i+1, "year") && (p.word(i+2, "ago") || p.word(i+2, "earlier") || p.word(i+2, "before")):
		return RelLast, i + 3
	default:
		return rel, 0
	}
	i++
	if p.is(i, cFiscal) {
		i++
	}
	if p.word(i, "year") && !p.clitic(i+1) {
		return rel, i + 1
	}
	return rel, 0
}

// date1 finds the longest date, period or day at token i.
func (p *parser) date1(i, depth int) (Object, int) {
	e := p.at(i)
	c := e.class
	switch {
	case c == 0:
		return Object{}, 0
	case c&cThe != 0:
		return p.afterThe(i+1, depth)
	case c&cEdge != 0:
		return p.edge(i, depth, false)
	case c&cEarlier != 0:
		return p.earlier(i, depth)
	case c&cEdgeOf != 0:
		return p.edgeOf(i, depth)
	}
	var best longest
	if c&cHoliday != 0 {
		best.offer(p.holiday(i))
	}
	if c&cWeekday != 0 {
		best.offer(p.weekday(i))
	}
	if c&cMonth != 0 {
		best.offer(p.month(i))
	}
	if c&cDigits != 0 || c&cOrdinal != 0 {
		best.offer(p.numeric(i))
	}
	if c&cOrdinal != 0 {
		best.offer(p.nthWeekday(i))
		best.offer(p.partOf(i, false))
	}
	if c&cOrdinal != 0 || c&(cQn|cFiscal) != 0 || c&cDigits != 0 || c&cNumber != 0 {
		best.offer(p.period(i, false))
	}
	if c&cNumber != 0 {
		best.offer(p.wordYear(i))
		best.offer(p.wordDay(i))
	}
	if c&cSeason != 0 {
		best.offer(p.season(i, false))
	}
	if c&cDayWord != 0 && e.num < 100 && !p.programme(i) {
		best.offer(dayWord(int(e.num)), i+1)
	}
	if c&(cThis|cThat|cLast|cNext|cPast|cPrevious|cFollow|cCurrent|cSame) != 0 {
		best.offer(p.shifted(i, false, depth))
	}
	if c&(cUnit|cWeekend) != 0 {
		best.offer(p.unitWord(i))
	}
	if c&cEra != 0 && e.num == 1 && p.has(i, token.Upper) {
		if f := p.figures(i + 1); f.plain() && f.value[0] > 0 && f.digits[0] <= 4 {
			best.offer(Object{HasYear: true, Year: int16(f.value[0]), rule: ruleEraYear}, i+2)
		}
	}
	return best.o, best.end
}

// longest keeps the longest of the objects that it is offered; of equal ones the first.
type longest struct {
	o   Object
	end int
}

func (l *longest) offer(o Object, end int) {
	if end > l.end {
		l.o, l.end = o, end
	}
}

// dayWord is yesterday, today or tomorrow, by the sign of n.
func dayWord(n int) Object {
	o := Object{Form: FormRelative, Unit: UnitDay, Rel: RelThis, rule: ruleDayWord}
	switch {
	case n < 0:
		o.Rel, o.N = RelLast, 1
	case n > 0:
		o.Rel, o.N = RelNext, 1
	}
	return o
}

// afterThe finds what follows "the" at i-1.
func (p *parser) afterThe(i, depth int) (Object, int) {
	c := p.at(i).class
	var best longest
	if c&cEdgeOf != 0 {
		best.offer(p.edgeOf(i, depth))
	}
	if c&cEdge != 0 {
		best.offer(p.edge(i, depth, true))
	}
	if c&cSame != 0 && p.is(i+1, cEdgeOf) { // "the very beginning of"
		best.offer(p.edgeOf(i+1, depth))
	}
	p.unitAfterThe(&best, i, depth)
	if (c&(cOrdinal|cFiscal|cDigits|cNumber|cDecadeWord) != 0 || p.word(i, "quarter")) && !p.compound(i) {
		best.offer(p.period(i, true))
	}
	p.samePeriod(&best, i)
	if p.is(i, cUnits) && p.word(i+1, "ahead") && p.word(i-2, "in") {
		best.offer(Object{Form: FormDuration, Unit: p.at(i).unit, Vague: true, Hundred: true, Place: 1, rule: rulePlacedDuration}, i+2)
	}
	best.offer(p.wholeUnit(i))
	if y, ok := p.yearOf(i); ok && y%10 == 0 && y >= 1900 && y < 2010 && p.clitic(i+1) && len(p.t.Word(i+1)) > 1 { // "the 1990's"
		best.offer(Object{Form: FormDecade, Decade: int16(y / 10), rule: ruleDecade}, i+2)
	}
	if c&cNumber != 0 {
		best.offer(p.wordDay(i))
	}
	if c&cOrdinal != 0 || c&cDigits != 0 {
		if q, e := p.numeric(i); e > 0 && q.rule != ruleYear && q.rule != ruleHoliday && q.rule != ruleNumericDate && (q.rule != ruleRange || q.Day != 0) {
			best.offer(q, e)
		} else if e > 0 && q.HasYear {
			best.offer(p.period(i, true))
		}
	}
	if c&(cOrdinal|cLast) != 0 {
		best.offer(p.nthWeekday(i))
		best.offer(p.partOf(i, true))
	}
	if c&cSeason != 0 {
		best.offer(p.season(i, true))
	}
	if c&(cNext|cPrevious|cFollow|cLast|cPast|cSame|cCurrent) != 0 {
		best.offer(p.shifted(i, true, depth))
	}
	if c&cUnit != 0 {
		if q, e := p.comparison(i); e > i+3 {
			best.offer(q, e)
		}
	}
	if c&cHoliday != 0 {
		best.offer(p.holiday(i))
	}
	return best.o, best.end
}

// unitAfterThe finds "the year 2000", "the week of March 3", "the day after", "the weekend".
func (p *parser) unitAfterThe(best *longest, i, depth int) {
	c := p.at(i).class
	if p.word(i, "year") { // "the year 2000", "the year two thousand"
		if y, e := p.year(i + 1); e > 0 {
			best.offer(Object{HasYear: true, Year: int16(y), rule: ruleYear}, e)
		} else {
			best.offer(p.wordYear(i + 1))
		}
	}
	if p.word(i, "week") && (p.word(i+1, "of") || p.word(i+1, "beginning") || p.word(i+1, "ending") || p.word(i+1, "starting")) {
		j := i + 2
		if p.word(j, "on") {
			j++
		}
		if q, e := p.date(j, depth+1); e > 0 && q.Form == FormDate && q.Day != 0 && q.Month != 0 {
			q.Form, q.Unit, q.rule = FormWeek, UnitWeek, ruleWeekOf
			best.offer(q, e)
		}
	}
	if c&cUnit != 0 {
		best.offer(p.dayBeside(i))
		if u := p.at(i).unit; c&cUnits == 0 && u >= UnitWeek && u <= UnitYear {
			if end := p.afterNext(i + 1); end > 0 {
				best.offer(Object{Form: FormRelative, Unit: u, Rel: RelNext, N: 2, rule: ruleShiftedUnit}, end)
			}
		}
	}
	if c&cWeekend != 0 && c&cUnits == 0 {
		best.offer(Object{Form: FormWeek, Weekend: true, Unit: UnitWeekend, rule: ruleWeekend}, i+1)
		best.offer(p.weekendOf(i, depth))
	}
}

// samePeriod finds "the same period last year", "the corresponding quarter of last year".
func (p *parser) samePeriod(best *longest, i int) {
	if p.is(i, cSame|cAdjPeriod) && p.is(i+1, cPeriod) && p.at(i+1).num == 0 || p.is(i, cAdjPeriod) && p.word(i+1, "quarter") {
		if rel, e := p.yearRel(i + 2); e > 0 {
			best.offer(Object{Form: FormQuarter, Quarter: 255, YearRel: rel, rule: ruleQuarter}, e)
		}
	}
}

// wordDay reads a date that begins with a day in words of two: "twenty-fourth of May".
func (p *parser) wordDay(i int) (Object, int) {
	if n := p.at(i).num; n != 20 && n != 30 || !p.is(p.sep(i+1), cOrdinal) {
		return Object{}, 0
	}
	return p.dayMonth(i)
}

// compound reports whether "third-quarter" stands at i: then the article before it belongs to another noun.
func (p *parser) compound(i int) bool {
	if p.is(i, cFiscal) {
		i++
	}
	return p.is(i, cOrdinal) && p.hyphen(i+1) && (p.word(i+2, "quarter") || p.word(i+2, "half") || p.word(i+2, "century"))
}

// wholeUnit reads "the full year", "for the year", "for the week", "the year ended March 31" after "the".
func (p *parser) wholeUnit(i int) (Object, int) {
	j := i
	whole := p.word(j, "full") || p.word(j, "entire") || p.word(j, "whole") || p.word(j, "calendar")
	if whole {
		j++
	}
	if !p.word(j, "year") && !p.word(j, "week") && !p.word(j, "month") {
		return Object{}, 0
	}
	u := p.at(j).unit
	end := j + 1
	if p.word(end, "ended") || p.word(end, "ending") || p.word(end, "ends") {
		if u == UnitYear {
			return Object{Form: FormDuration, N: 100, Hundred: true, Unit: u, rule: ruleDuration}, end
		}
		return Object{}, 0
	}
	prep := p.word(i-2, "for") || p.word(i-2, "of") && (p.word(i-3, "months") || p.word(i-3, "rest") || p.word(i-3, "most") || p.word(i-3, "part"))
	if u == UnitYear && p.is(end, cTo) && p.word(end+1, "date") {
		return Object{Form: FormRelative, Rel: RelThis, Unit: u, Until: -1, rule: ruleShiftedUnit}, end + 2
	}
	if p.word(i-2, "of") && (p.word(i-3, "rest") || p.word(i-3, "remainder")) && !p.clitic(end) && !p.hyphen(end) {
		return Object{Form: FormRelative, Rel: RelThis, Unit: u, Until: 1, rule: ruleShiftedUnit}, end
	}
	if (prep || whole) && !p.word(end, "of") && !p.word(end, "that") && !p.is(end, cDigits) && !p.hyphen(end) && !p.word(end, "and") {
		return Object{Form: FormRelative, Rel: RelThis, Unit: u, rule: ruleShiftedUnit}, end
	}
	if u == UnitWeek && p.clitic(end) {
		return Object{Form: FormRelative, Rel: RelThis, Unit: u, rule: ruleShiftedUnit}, end
	}
	return Object{}, 0
}

// edge reads "early 2024", "late last week", "mid-June", "the late 1970s".
func (p *parser) edge(i, depth int, the bool) (Object, int) {
	e := p.at(i)
	j := i + 1
	if p.hyphen(j) {
		j++
	} else if p.word(i, "middle") {
		return Object{}, 0
	}
	if p.word(j, "to") && p.dash(j-1) {
		return Object{}, 0
	}
	if p.is(j, cThe) || p.is(j, cEdge|cEdgeOf|cEarlier) {
		return Object{}, 0
	}
	var o Object
	end := 0
	switch {
	case p.is(j, cOrdinal|cDecadeWord) || p.is(j, cDigits) && the:
		o, end = p.period(j, true)
		if end == 0 {
			o, end = p.date(j, depth+1)
		}
	case p.is(j, cSeason):
		o, end = p.season(j, true)
	default:
		o, end = p.date(j, depth+1)
	}
	if end == 0 || o.Mod != ModNone || o.HasTime {
		return Object{}, 0
	}
	o.Mod = e.mod
	return o, end
}

// earlier reads "earlier this year", "later that day", "earlier in the week", "earlier Sunday".
func (p *parser) earlier(i, depth int) (Object, int) {
	e := p.at(i)
	j := i + 1
	if p.word(j, "in") || p.word(j, "on") {
		if p.is(j+1, cThe) && p.is(j+2, cUnit) && !p.is(j+2, cUnits) && p.at(j+2).unit >= UnitDay && !p.word(j+3, "of") {
			o := Object{Form: FormRelative, Rel: RelThis, Unit: p.at(j + 2).unit, Mod: e.mod, Until: int8(e.num), rule: ruleShiftedUnit}
			return o, j + 3
		}
		if !p.is(j+1, cMonth|cWeekday|cThis|cThat|cDigits|cThe) {
			return Object{}, 0
		}
		j++
		if o, end := p.date(j, depth+1); end > 0 && o.Mod == ModNone && !(o.Form == FormDate && o.HasYear && o.Day != 0) {
			o.Mod, o.Until = e.mod, int8(e.num)
			return o, end
		}
		return Object{}, 0
	}
	if !p.is(j, cThis|cThat|cDayWord|cWeekday|cLast|cThe) {
		return Object{}, 0
	}
	o, end := p.date(j, depth+1)
	if end == 0 || o.Mod != ModNone {
		return Object{}, 0
	}
	o.Mod, o.Until = e.mod, int8(e.num)
	return o, end
}

// edgeOf reads "end of 2024", "beginning of the year"; also "year-end" is in unitWord.
func (p *parser) edgeOf(i, depth int) (Object, int) {
	e := p.at(i)
	if !p.word(i+1, "of") {
		return Object{}, 0
	}
	j := i + 2
	if p.is(j, cThe) && p.word(j+1, "day") && p.word(i-2, "at") {
		return Object{}, 0 // "at the end of the day" is a manner of speaking
	}
	if p.is(j, cThe) && p.is(j+1, cUnit) && !p.is(j+1, cUnits) && p.at(j+1).unit >= UnitDay && !p.word(j+2, "of") {
		u := p.at(j + 1).unit
		o := Object{Form: FormRelative, Rel: RelThis, Unit: u, Mod: e.mod, rule: ruleShiftedUnit}
		if u == UnitQuarter {
			o = Object{Form: FormQuarter, Quarter: 255, Mod: e.mod, rule: ruleQuarter}
		}
		if p.at(j+1).class&cWeekend != 0 {
			o = Object{Form: FormWeek, Weekend: true, Unit: UnitWeekend, Mod: e.mod, rule: ruleWeekend}
		}
		return o, j + 2
	}
	if (p.word(j, "year") || p.word(j, "month") || p.word(j, "week")) && p.noMore(j+1) { // "by end of year"
		return Object{Form: FormRelative, Rel: RelThis, Unit: p.at(j).unit, Mod: e.mod, rule: ruleShiftedUnit}, j + 1
	}
	if p.is(j, cThe) && p.is(j+1, cFiscal|cCurrent) && p.word(j+2, "year") {
		return Object{Form: FormRelative, Rel: RelThis, Unit: UnitYear, Mod: e.mod, rule: ruleShiftedUnit}, j + 3
	}
	o, end := p.date(j, depth+1)
	if end == 0 || o.Mod != ModNone || o.Ref != RefNone {
		return Object{}, 0
	}
	if o.Form == FormDate && o.HasYear && o.Month == 0 {
		if _, ok := p.yearOf(j); ok && !p.fineYear(j, j+1, int(o.Year), true) {
			return Object{}, 0
		}
	}
	o.Mod = e.mod
	return o, end
}

// yearOf is the value of a four-digit figure that can be a year.
func (p *parser) yearOf(i int) (int, bool) {
	f := p.figures(i)
	if !f.plain() || f.digits[0] != 4 || f.value[0] < 1000 || f.value[0] > 2199 {
		return 0, false
	}
	return f.value[0], true
}

// year reads a year after something that makes it sure to be one: 2024, ’24.
func (p *parser) year(i int) (int, int) {
	if p.has(i, token.LineStart) {
		return 0, 0
	}
	if y, ok := p.yearOf(i); ok {
		return y, i + 1
	}
	f := p.figures(i)
	if f.n == 1 && f.quote && f.digits[0] == 2 && f.tail == "" {
		return century(f.value[0]), i + 1
	}
	return 0, 0
}

// century widens a two-digit year: 00 to 39 are of this century, the others of the last.
func century(y int) int {
	if y < 40 {
		return 2000 + y
	}
	return 1900 + y
}

// decadeOf widens the two figures of a decade: "the ’30s" are those of the last century.
func decadeOf(y int) int16 {
	if y < 20 {
		return int16(200 + y/10)
	}
	return int16(190 + y/10)
}

// holiday reads "Christmas Eve 2023", "Thanksgiving".
func (p *parser) holiday(i int) (Object, int) {
	id, end := holidayAt(p.t, i)
	if id == 0 {
		return Object{}, 0
	}
	o := Object{Holiday: uint16(id), rule: ruleHoliday}
	if y, e := p.year(end); e > 0 {
		o.HasYear, o.Year, end = true, int16(y), e
	} else if p.punct(end, ",") {
		if y, e := p.year(end + 1); e > 0 {
			o.HasYear, o.Year, end = true, int16(y), e
		}
	}
	if p.word(end, "weekend") && !p.clitic(end+1) { // "Labor Day weekend", "Halloween weekend 2021"
		b := o
		if y, e := p.year(end + 1); e > 0 && !o.HasYear {
			b.HasYear, b.Year, end = true, int16(y), e-1
		}
		return Object{Form: FormWeek, Weekend: true, Unit: UnitWeekend, Base: &b, rule: ruleWeekendOf}, end + 1
	}
	if p.has(i, token.SentStart) && p.word(i, "lent") { // lent money
		return Object{}, 0
	}
	if y := holidays[id].once; y != 0 && !o.HasYear {
		if p.word(end, "for") { // "D-Day for the bill"
			return Object{}, 0
		}
		o.HasYear, o.Year = true, int16(y)
	}
	return o, end
}
