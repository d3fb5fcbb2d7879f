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
	case p.firstName(i), p.is(i-1, cOrdinal) && !p.has(i, token.SentStart) && p.lower(i+1) && p.noun(i+1):
		return false // "praised Friday Knight", "the 2nd Sunday league"
	case p.word(i+1, "times") || p.word(i+1, "mirror") || p.word(i+1, "mail") || p.word(i+1, "telegraph") ||
		p.word(i+1, "herald") || p.word(i+1, "tribune") || p.word(i+1, "express") || p.word(i+1, "post"):
		return !p.capital(i + 1)
	case p.word(i-1, "bloody") && p.capital(i-1):
		return false
	}
	return true
}

// noun reports whether token i is no word that goes on with a sentence.
func (p *parser) noun(i int) bool {
	return !p.is(i, cPrep|cSignal|cAnd|cVerb|cTo|cPlan|cPart|cThe|cA|cAgo|cThis|cLast|cNext|cPossessive|cThat) && !p.participle(i)
}

// sayings are verbs after which a weekday is a day though a name follows: "announced Friday Acme would close".
var sayings = token.SetOf("announced", "reported", "ruled", "warned", "confirmed", "agreed", "claimed", "added", "noted", "stated", "showed",
	"revealed", "estimated", "suggested", "argued", "insisted", "decided", "denied", "predicted", "ordered", "voted", "vowed", "learned", "alleged")

// firstName reports whether a weekday is the first name of a person: "praised Friday Knight and Tuesday Weldon".
func (p *parser) firstName(i int) bool {
	if !p.capital(i+1) || p.has(i+1, token.SentStart) || p.has(i+1, token.LineStart) || p.lexical(i+1) {
		return false
	}
	if p.word(i-1, "and") {
		return p.capital(i-2) && !p.is(i-2, cWeekday|cMonth|cHoliday)
	}
	return p.participle(i-1) && !p.is(i-1, cVerb) && !sayings.Has(p.t.Tokens[i-1].Hash)
}

// lexical reports whether token i is a word of time.
func (p *parser) lexical(i int) bool {
	return p.is(i, cMonth|cWeekday|cPart|cHoliday|cNoon|cUnit|cSeason|cThe|cA|cPrep|cSignal)
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
		if m, e := p.dayMonth(j + 1); e > 0 && p.is(j+1, cDigits|cOrdinal|cNumber) {
			m.Weekday = wd
			return m, e
		}
		if d, e := p.dayNumber(j + 1); e > 0 && !p.figures(j+1).plain() && (p.figures(j+1).n > 0 || !p.is(e, cUnit) && p.noMore(e)) {
			return Object{Weekday: wd, Day: uint8(d), rule: ruleFriday13}, e
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
	if f := p.figures(end); f.n == 1 && !p.has(end, token.LineStart) && (f.ordinal() || f.plain() && f.digits[0] == 2) && f.value[0] >= 1 && f.value[0] <= 31 {
		if stop := end+1 >= len(p.t.Tokens) || p.word(end+1, "at") || p.t.Tokens[end+1].Kind == token.Punct && !p.dash(end+1) && !p.punct(end+1, ":"); stop || f.ordinal() && p.noMore(end+1) {
			return Object{Weekday: wd, Day: uint8(f.value[0]), rule: ruleFriday13}, end + 1 // "on Friday 14th"
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
	num := p.is(i+1, cDigits) && !p.has(i+1, token.LineStart) || p.is(i-1, cDigits) || p.figures(i-1).ordinal() && !p.has(i, token.LineStart) ||
		p.punct(i+1, ",") && p.is(i+2, cDigits) || p.is(i+1, cOrdinal) || p.word(i-1, "of") && p.is(i-2, cDigits|cOrdinal)
	if num {
		return true
	}
	w := p.t.Word(i)
	if len(w) == 3 && !p.word(i, "may") {
		return p.shortMonth(i)
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
			return !p.has(i-1, token.Upper) || p.has(i, token.Upper) // "IN MAY"
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

// shortMonth reports whether the three letters at token i are a month by the words around them: "since Sep",
// "from Oct to Dec", "Jan-Feb 2024".
func (p *parser) shortMonth(i int) bool {
	if p.has(i, token.Upper) || p.clitic(i+1) || p.capital(i+1) && !p.has(i+1, token.SentStart) {
		return false
	}
	if p.hyphen(i+1) && p.is(i+2, cMonth) && p.has(i+2, token.Capital) || p.hyphen(i-1) && p.is(i-2, cMonth) && p.has(i-2, token.Capital) {
		return true
	}
	if p.is(i-1, cTo) && p.is(i-2, cMonth) && p.is(i-3, cSignal) || p.is(i-1, cAnd) && p.is(i-2, cMonth) && p.word(i-3, "between") {
		return true
	}
	if p.is(i+1, cTo|cAnd) && p.is(i+2, cMonth) && p.has(i+2, token.Capital) {
		return p.word(i-1, "from") || p.word(i-1, "between")
	}
	if p.word(i, "jan") || p.word(i, "mar") || p.word(i, "jun") {
		return p.word(i-1, "in") && !p.lower(i+1)
	}
	return p.word(i-1, "in") || p.word(i-1, "since") || p.word(i-1, "until") || p.word(i-1, "after") || p.word(i-1, "before") || p.word(i-1, "by") || p.word(i-1, "last") || p.word(i-1, "of") && p.is(i-3, cOrdinal|cLast)
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
	if p.is(j, cThe) && p.is(j+1, cDigits|cOrdinal|cNumber) {
		j++
	}
	if p.is(j, cNumber) && p.at(j).num >= 20 {
		if o, e := p.spelled(o, j); e > 0 {
			return o, e
		}
	}
	if day, e := p.dayNumber(j); e > 0 {
		return p.monthDay(o, day, e)
	}
	if f := p.figures(j); f.plain() && f.digits[0] > 4 && p.noMore(j+1) { // February 151998
		return Object{rule: ruleNoDay}, j + 1
	}
	if e := p.noSuchDay(j); e > 0 {
		return Object{rule: ruleNoDay}, e
	}
	if p.dash(j) && p.hyphen(j) == p.hyphen(i+1) && p.is(j+1, cMonth) && p.has(j+1, token.Capital) { // "April-June 2024", "Nov-Feb 2017"
		if y, e := p.year(j + 2); e > 0 && p.at(j+1).num != p.at(i).num {
			o.Form, o.EndMon, o.rule = FormRange, uint8(p.at(j+1).num), ruleRange
			o.HasYear, o.Year, o.EndYear = true, int16(y), int16(y)
			if o.EndMon < o.Month {
				o.Year--
			}
			return o, e
		}
	}
	k := j
	if p.punct(k, ",") || p.word(k, "of") || p.word(k, "in") && p.is(k+1, cDigits) && !p.has(k+1, token.LineStart) && p.noMore(k+2) {
		k++
	}
	if p.word(j, "of") {
		if y, e := p.shortYear(k); e > 0 {
			o.HasYear, o.Year, o.rule = true, int16(y), ruleMonthYear
			return o, e
		}
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

// monthDay completes a day of a month, "March 4, 2025", "March 3-5", whose day ends before token end.
func (p *parser) monthDay(o Object, day, end int) (Object, int) {
	if p.hyphen(end) || p.dash(end) && p.is(end+1, cDigits|cOrdinal) || p.toDay(end, day) {
		if d2, e2 := p.dayNumber(end + 1); e2 > 0 && d2 > day {
			if y, e3 := p.commaYear(e2); e3 > 0 && !story.ValidDate(y, int(o.Month), d2) || d2 > monthDays(int(o.Month)) {
				return Object{rule: ruleNoDay}, max(e2, e3)
			}
			o.Form, o.Day, o.EndDay, o.EndMon, o.rule = FormRange, uint8(day), uint8(d2), o.Month, ruleRange
			end = e2
			if y, e3 := p.commaYear(end); e3 > 0 {
				o.HasYear, o.Year, end = true, int16(y), e3
			}
			return o, end
		}
	}
	o.Day, o.rule = uint8(day), ruleMonthDay
	if y, e3 := p.commaYear(end); e3 > 0 {
		if story.ValidDate(y, int(o.Month), day) {
			o.HasYear, o.Year, o.rule = true, int16(y), ruleFullDate
			return o, e3
		}
		return Object{rule: ruleNoDay}, e3
	}
	if day > monthDays(int(o.Month)) {
		return Object{rule: ruleNoDay}, end
	}
	if y, e3 := p.shortYear(end); e3 > 0 && story.ValidDate(y, int(o.Month), day) {
		o.HasYear, o.Year, o.rule = true, int16(y), ruleFullDate
		return o, e3
	}
	p.inherit(&o, end)
	return o, end
}

// spelled reads a day in words after its month: "May | twenty-one", "January | twenty five nineteen eighty-six".
func (p *parser) spelled(o Object, i int) (Object, int) {
	day, end := p.dayNumber(i)
	if end == 0 {
		day, end = p.smallNumber(i)
	}
	if end == 0 || day > monthDays(int(o.Month)) {
		return o, 0
	}
	o.Day, o.rule = uint8(day), ruleMonthDay
	if y, e := p.commaYear(end); e > 0 && story.ValidDate(y, int(o.Month), day) {
		o.HasYear, o.Year, o.rule = true, int16(y), ruleFullDate
		return o, e
	}
	if !p.noMore(end) || p.capital(end) && !p.has(end, token.SentStart) {
		return o, 0
	}
	return o, end
}

// toDay reports whether "to 5" or "through 5" at token i closes a range of days: "March 3 to 5".
func (p *parser) toDay(i, day int) bool {
	and := p.word(i, "and")
	if !p.is(i, cTo) && !p.word(i, "through") && !p.word(i, "until") && !p.word(i, "till") && !and || !p.is(i+1, cDigits|cOrdinal) || p.has(i+1, token.LineStart) {
		return false
	}
	d, e := p.dayNumber(i + 1)
	if and && d != day+1 { // "June 18 and 19" are two days in a row
		return false
	}
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
	if e := p.at(i); e.class&cNumber != 0 && (e.num == 20 || e.num == 30) { // "twenty-fourth"
		if j := p.sep(i + 1); p.is(j, cOrdinal) && p.at(j).num < 10 && int(e.num)+int(p.at(j).num) <= 31 {
			return int(e.num) + int(p.at(j).num), j + 1
		}
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

// noMore reports whether nothing follows at token i that a number before it could count.
func (p *parser) noMore(i int) bool {
	return !p.lower(i) || p.has(i, token.LineStart) || p.is(i, cPrep|cSignal|cAnd|cVerb|cTo|cPlan)
}

// shortYear reads a year of two figures that can be no day: "3 Aug 96", "April of 87".
func (p *parser) shortYear(i int) (int, int) {
	if p.word(i, "of") {
		i++
	}
	f := p.figures(i)
	if !f.plain() || f.digits[0] != 2 || f.value[0] < 32 || p.has(i, token.LineStart) || !p.noMore(i+1) || p.is(i+1, cMeasure|cMonth) || p.glued(i+1) && !p.punct(i+1, ",") && !p.punct(i+1, ".") && !p.punct(i+1, ")") {
		return 0, 0
	}
	return century(f.value[0]), i + 1
}

// noSuchDay reads after a month what cannot be one of its days: "July | 42nd", "August | 32, 2014".
func (p *parser) noSuchDay(i int) int {
	f := p.figures(i)
	if !(f.plain() || f.ordinal()) || f.digits[0] != 2 || f.value[0] < 32 || p.has(i, token.LineStart) {
		return 0
	}
	if _, e := p.commaYear(i + 1); e > 0 {
		return e
	}
	if f.ordinal() {
		return i + 1
	}
	return 0
}

// commaYear reads ", 2025", " 2025", " of last year" is elsewhere.
func (p *parser) commaYear(i int) (int, int) {
	j := i
	if p.punct(j, ",") || p.word(j, "of") || p.word(j, "in") && p.noMore(j+2) {
		j++
	}
	if p.is(j, cNumber) && p.at(j).num >= 2 && !p.has(j, token.LineStart) {
		if q, e := p.wordYear(j); e > 0 && q.HasYear && q.Form == FormDate {
			return int(q.Year), e
		}
	}
	y, e := p.year(j)
	if e > 0 && (p.is(e, cMeasure) && j == i) {
		return 0, 0
	}
	return y, e
}

// joint gives the token after what joins two days of one month: "9th | to | 17th April", "between 3 and 5 May",
// "the 13 to the | 15 July"; 0 if none stands at token j. i is where the first day begins.
func (p *parser) joint(i, j int) int {
	if !(p.dash(j) || p.is(j, cTo) || p.word(j, "through") || p.word(j, "till") || p.word(j, "until") || p.word(j, "and")) {
		return 0
	}
	if p.is(j+1, cThe) {
		j++
	}
	if !p.is(i, cDigits|cOrdinal) && !p.is(j+1, cDigits|cOrdinal) {
		return 0
	}
	return j + 1
}

// dayMonth reads what begins with the day: "4 March 2025", "the 4th of July", "12-14 March".
func (p *parser) dayMonth(i int) (Object, int) {
	day, j := p.dayFigure(i)
	if j == 0 {
		if f := p.figures(i); p.is(i+1, cMonth) && f.plain() && f.digits[0] == 2 && f.value[0] > 31 && p.capital(i+1) && !p.has(i+1, token.LineStart) && !p.isCode(i) && !p.is(i-1, cMonth|cDigits) {
			if _, e := p.commaYear(i + 2); e > 0 || i+2 >= len(p.t.Tokens) || p.punct(i+2, ".") { // 32 August 2014
				return Object{rule: ruleNoDay}, max(e, i+2)
			}
		}
		return Object{}, 0
	}
	d2 := 0
	if k := p.joint(i, j); k > 0 {
		if d, e := p.dayNumber(k); e > 0 && d > day && (!p.word(j, "and") || d == day+1 || p.word(i-1, "between") || p.is(i-1, cThe) && p.word(i-2, "between")) {
			d2, j = d, e
		}
	}
	if p.punct(j, ".") && p.glued(j) && p.is(j+1, cMonth) && !p.has(j+1, token.SentStart) { // 16. Nov. 2016
		j++
	}
	if d2 == 0 {
		if o, e := p.dayOf(day, j); e > 0 {
			return o, e
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
	y, e := p.commaYear(end)
	if e == 0 && d2 == 0 {
		y, e = p.shortYear(end)
	}
	if day > monthDays(int(o.Month)) || d2 > monthDays(int(o.Month)) {
		return Object{rule: ruleNoDay}, max(end, e)
	}
	if e > 0 {
		if !story.ValidDate(y, int(o.Month), max(day, d2)) {
			return Object{rule: ruleNoDay}, e
		}
		o.HasYear, o.Year, end = true, int16(y), e
		if d2 == 0 {
			o.rule = ruleFullDate
		}
	}
	return o, end
}
