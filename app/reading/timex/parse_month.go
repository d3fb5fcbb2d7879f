package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// weekdayWord reports whether token i is a weekday and not another word or a name.
func (p *parser) weekdayWord(i int) bool {
	if !p.is(i, cWeekday) {
		return false
	}
	w := p.t.Word(i)
	if len(w) <= 4 { // sat, sun, mon, wed: only before a date
		if !p.has(i, token.Capital) {
			return false
		}
		j := i + 1
		if p.punct(j, ",") || p.punct(j, ".") {
			j++
		}
		if p.is(j, cDigits|cOrdinal) || p.is(j, cMonth) && p.has(j, token.Capital) {
			return true
		}
		return len(w) == 4 && w[3] == '.' && p.lower(i-1) && !p.has(i, token.Upper) && !p.word(i, "sat.") && !p.word(i, "sun.")
	}
	switch {
	case p.word(i+1, "times") || p.word(i+1, "mirror") || p.word(i+1, "mail") || p.word(i+1, "telegraph") ||
		p.word(i+1, "herald") || p.word(i+1, "tribune") || p.word(i+1, "express") || p.word(i+1, "post"):
		return !p.capital(i + 1)
	case p.word(i-1, "bloody") && p.capital(i-1):
		return false
	}
	return true
}

// weekday reads "Monday", "Friday, March 7, 2025", "Friday the 13th".
func (p *parser) weekday(i int) (Object, int) {
	if !p.weekdayWord(i) {
		return Object{}, 0
	}
	wd := uint8(p.at(i).num)
	end := i + 1
	j := end
	if p.punct(j, ".") && p.glued(j) && len(p.t.Word(i)) <= 4 {
		j++
	}
	if p.punct(j, ",") {
		j++
	}
	if p.is(j, cThe) && !p.has(j, token.LineStart) {
		if f := p.figures(j + 1); f.ordinal() && f.value[0] >= 1 && f.value[0] <= 31 {
			if m, e := p.dayMonth(j + 1); e > 0 {
				m.Weekday = wd
				return m, e
			}
			return Object{Weekday: wd, Day: uint8(f.value[0]), rule: ruleFriday13}, j + 2
		}
	}
	if !p.has(j, token.LineStart) && p.is(j, cMonth) && p.monthWord(j) {
		if o, e := p.month(j); e > 0 && o.Day != 0 && o.Form == FormDate {
			o.Weekday = wd
			return o, e
		}
	}
	if !p.has(j, token.LineStart) && p.is(j, cDigits|cOrdinal) {
		if o, e := p.dayMonth(j); e > 0 && o.Form == FormDate {
			o.Weekday = wd
			return o, e
		}
	}
	if o, e := p.weekAfter(end, wd); e > 0 {
		return o, e
	}
	if o, e := p.weekdayOfWeek(end, wd); e > 0 {
		return o, e
	}
	return Object{Weekday: wd, rule: ruleWeekday}, end
}

// monthWord reports whether token i is a month and not a verb or a name.
func (p *parser) monthWord(i int) bool {
	if !p.is(i, cMonth) || !p.has(i, token.Capital) {
		return false
	}
	if f := p.figures(i - 1); f.plain() && f.digits[0] == 2 && f.value[0] > monthDays(int(p.at(i).num)) && f.value[0] <= 31 && !p.is(i+1, cDigits) {
		return false // 31 February
	}
	num := p.is(i+1, cDigits) && !p.has(i+1, token.LineStart) || p.is(i-1, cDigits) && !p.has(i, token.LineStart) ||
		p.punct(i+1, ",") && p.is(i+2, cDigits) || p.is(i+1, cOrdinal) || p.word(i-1, "of") && p.is(i-2, cDigits|cOrdinal)
	if num {
		return true
	}
	w := p.t.Word(i)
	if len(w) == 3 && w != "May" {
		return false
	}
	cue := p.is(i-1, cPrep|cSignal|cLast|cNext|cThis|cEdge|cEvery|cTo) || p.hyphen(i-1) && p.is(i-2, cEdge) ||
		p.is(i-1, cAnd) && (p.is(i-2, cMonth) || p.is(i-3, cMonth)) || p.is(i-1, cPast|cFollow|cPrevious)
	if _, e := p.yearRel(i + 1); e > 0 {
		return true
	}
	switch m := p.at(i).num; {
	case m == 3 && p.word(i+1, "of") && !p.is(i+2, cDigits|cThis|cLast|cNext|cThat|cThe):
		return false // "March of Dimes"
	case m == 5, m == 3:
		if cue {
			return !(p.capital(i+1) && p.lower(i+1)) && !p.has(i-1, token.Upper)
		}
		if p.has(i, token.SentStart) || p.capital(i-1) || p.capital(i+1) {
			return false
		}
		if p.word(i+1, "for") || p.word(i+1, "to") || p.word(i+1, "against") || p.word(i+1, "on") || p.is(i-1, cTitle) {
			return false
		}
		return m == 3 || p.clitic(i+1) || p.lower(i-1) && !p.is(i+1, cVerb) && !p.is(i-1, cA|cThe)
	case m == 8 || m == 4 || m == 6:
		if (!cue || p.is(i-1, cAnd)) && p.capital(i+1) && !p.is(i+1, cWeekday|cMonth) {
			return false
		}
	}
	return !p.has(i, token.Upper) || len(w) > 3 || p.is(i+1, cDigits)
}

// month reads what begins with a month: "March 4, 2025", "March 2025", "March 3-5", "March".
func (p *parser) month(i int) (Object, int) {
	if !p.monthWord(i) {
		return Object{}, 0
	}
	o := Object{Month: uint8(p.at(i).num), rule: ruleMonth}
	end := i + 1
	j := end
	if p.has(j, token.LineStart) {
		return o, end
	}
	if p.is(j, cThe) && p.is(j+1, cDigits|cOrdinal) {
		j++
	}
	if day, e := p.dayNumber(j); e > 0 {
		k := e
		if p.hyphen(k) || p.dash(k) && p.is(k+1, cDigits) || p.toDay(k, day) {
			if d2, e2 := p.dayNumber(k + 1); e2 > 0 && d2 > day {
				o.Form, o.Day, o.EndDay, o.EndMon, o.rule = FormRange, uint8(day), uint8(d2), o.Month, ruleRange
				end = e2
				if y, e3 := p.commaYear(end); e3 > 0 {
					o.HasYear, o.Year, end = true, int16(y), e3
				}
				return o, end
			}
		}
		o.Day, o.rule = uint8(day), ruleMonthDay
		end = e
		if y, e3 := p.commaYear(end); e3 > 0 {
			if story.ValidDate(y, int(o.Month), day) {
				o.HasYear, o.Year, o.rule = true, int16(y), ruleFullDate
				return o, e3
			}
			return Object{Month: o.Month, rule: ruleMonth}, i + 1
		}
		if day > monthDays(int(o.Month)) {
			return Object{}, 0
		}
		p.inherit(&o, end)
		return o, end
	}
	if p.hyphen(j) && p.is(j+1, cMonth) && p.has(j+1, token.Capital) { // "April-June 2024"
		if y, e := p.year(j + 2); e > 0 && p.at(j+1).num > p.at(i).num {
			o.Form, o.EndMon, o.rule = FormRange, uint8(p.at(j+1).num), ruleRange
			o.HasYear, o.Year, o.EndYear = true, int16(y), int16(y)
			return o, e
		}
	}
	k := j
	if p.punct(k, ",") || p.word(k, "of") {
		k++
	}
	if y, e := p.year(k); e > 0 && !(k > j && p.punct(j, ",") && p.is(e, cMeasure)) {
		o.HasYear, o.Year, o.rule = true, int16(y), ruleMonthYear
		return o, e
	}
	if q, e := p.wordYear(k); e > 0 {
		o.HasYear, o.Year, o.rule = true, q.Year, ruleMonthYear
		return o, e
	}
	p.inherit(&o, end)
	return o, end
}

// toDay reports whether "to 5" or "through 5" at token i closes a range of days: "March 3 to 5".
func (p *parser) toDay(i, day int) bool {
	if !p.is(i, cTo) && !p.word(i, "through") || !p.is(i+1, cDigits) || p.has(i+1, token.LineStart) {
		return false
	}
	d, e := p.dayNumber(i + 1)
	return e > 0 && d > day && (!p.lower(e) || p.is(e, cPrep|cSignal|cAnd|cVerb|cPlan)) && !p.is(e, cMonth|cUnit|cMeridiem) && !p.dash(e)
}

// inherit takes the year of the second of two months: "from April to June 2024", "January 5 and February 3, 2024".
func (p *parser) inherit(o *Object, end int) {
	if !p.is(end, cTo|cAnd) && !p.word(end, "through") && !p.word(end, "until") || !p.is(end+1, cMonth) || !p.has(end+1, token.Capital) {
		return
	}
	j := end + 2
	if _, e := p.dayNumber(j); e > 0 && o.Day != 0 {
		j = e
	} else if o.Day != 0 {
		return
	}
	y, e := p.commaYear(j)
	if e == 0 {
		return
	}
	if p.at(end+1).num < int16(o.Month) {
		y--
	}
	if o.Day != 0 && !story.ValidDate(y, int(o.Month), int(o.Day)) {
		return
	}
	o.HasYear, o.Year = true, int16(y)
}

// monthDays is the greatest day a month can have.
func monthDays(m int) int { return story.DaysIn(2024, m) }

// dayNumber reads a day of the month: 4, 4th, fourth.
func (p *parser) dayNumber(i int) (int, int) {
	if p.has(i, token.LineStart) {
		return 0, 0
	}
	return p.dayFigure(i)
}

// dayFigure is dayNumber where a new line may begin.
func (p *parser) dayFigure(i int) (int, int) {
	if e := p.at(i); e.class&cOrdinal != 0 && e.num <= 31 {
		if !p.is(i+1, cUnit) || p.figures(i).n > 0 {
			return int(e.num), i + 1
		}
		return 0, 0
	}
	f := p.figures(i)
	if (f.plain() && f.digits[0] <= 2 || f.ordinal()) && f.value[0] >= 1 && f.value[0] <= 31 {
		if p.is(i+1, cMeasure) && !p.is(i+1, cStreet) && p.lower(i+1) {
			return 0, 0
		}
		if p.glued(i+1) && (p.punct(i+1, "%") || p.hyphen(i+1) && !p.is(i+2, cDigits)) {
			return 0, 0
		}
		return f.value[0], i + 1
	}
	return 0, 0
}

// commaYear reads ", 2025", " 2025", " of last year" is elsewhere.
func (p *parser) commaYear(i int) (int, int) {
	j := i
	if p.punct(j, ",") {
		j++
	}
	y, e := p.year(j)
	if e > 0 && (p.is(e, cMeasure) && j == i) {
		return 0, 0
	}
	return y, e
}

// dayMonth reads what begins with the day: "4 March 2025", "the 4th of July", "12-14 March".
func (p *parser) dayMonth(i int) (Object, int) {
	day, j := p.dayFigure(i)
	if j == 0 {
		return Object{}, 0
	}
	d2 := 0
	if p.hyphen(j) || p.dash(j) || (p.is(j, cTo) || p.word(j, "and") && p.word(i-1, "between")) && p.is(i, cDigits) {
		if d, e := p.dayNumber(j + 1); e > 0 && d > day {
			d2, j = d, e
		}
	}
	if p.word(j, "of") {
		j++
	}
	if p.has(j, token.LineStart) || !p.monthWord(j) {
		return Object{}, 0
	}
	o := Object{Month: uint8(p.at(j).num), Day: uint8(day), rule: ruleMonthDay}
	end := j + 1
	if d2 != 0 {
		o.Form, o.EndDay, o.EndMon, o.rule = FormRange, uint8(d2), o.Month, ruleRange
	}
	if day > monthDays(int(o.Month)) || d2 > monthDays(int(o.Month)) {
		return Object{}, 0
	}
	if y, e := p.commaYear(end); e > 0 {
		if !story.ValidDate(y, int(o.Month), max(day, d2)) {
			return Object{}, 0
		}
		o.HasYear, o.Year, end = true, int16(y), e
		if d2 == 0 {
			o.rule = ruleFullDate
		}
	}
	return o, end
}
