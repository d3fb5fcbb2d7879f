package timex

import "dateline/app/reading/token"

// period finds quarters, halves, decades, centuries and fiscal years at token i. the says that "the" or a possessive
// stands before.
func (p *parser) period(i int, the bool) (Object, int) {
	e := p.at(i)
	switch {
	case p.word(i, "quarter"):
		return p.bareQuarter(i, the)
	case e.class&cQn != 0:
		return p.shortPeriod(i)
	case e.class&cFiscal != 0:
		return p.fiscal(i, the)
	case e.class&cDecadeWord != 0 && the:
		if p.is(i-2, cPossessive) || p.is(i-1, cPossessive) {
			return Object{}, 0
		}
		if e.num == 10 { // the noughties
			return Object{Form: FormDecade, Decade: 200, rule: ruleDecade}, i + 1
		}
		return Object{Form: FormDecade, Decade: int16(190 + e.num), rule: ruleDecade}, i + 1
	case e.class&cOrdinal != 0:
		return p.ordinalPeriod(i, the)
	case e.class&cNumber != 0 && e.num >= 20: // twenty-first century
		j := p.sep(i + 1)
		if u := p.at(j); u.class&cOrdinal != 0 && u.num < 10 && p.word(p.sep(j+1), "century") {
			return Object{Form: FormCentury, Century: int8(int(e.num) + int(u.num)), rule: ruleCentury}, p.sep(j+1) + 1
		}
	case e.class&cDigits != 0:
		return p.figurePeriod(i, the)
	}
	return Object{}, 0
}

// bareQuarter finds "the quarter", "the quarter ended March".
func (p *parser) bareQuarter(i int, the bool) (Object, int) {
	if p.word(i+1, "of") && !p.is(i+2, cDigits) || p.hyphen(i+1) || p.is(i+1, cOrdinal) || !the {
		return Object{}, 0
	}
	if (p.word(i+1, "ended") || p.word(i+1, "ending")) && p.is(i+2, cMonth) { // its last month names it
		return Object{Form: FormQuarter, Quarter: uint8(p.at(i+2).num+2) / 3, rule: ruleQuarter}, i + 1
	}
	return Object{Form: FormQuarter, Quarter: 255, rule: ruleQuarter}, i + 1
}

// shortPeriod finds "FY2024", "Q3 2023", "H1 2024".
func (p *parser) shortPeriod(i int) (Object, int) {
	e := p.at(i)
	if e.unit == UnitYear {
		if !p.has(i, token.Upper) && !p.has(i, token.Capital) {
			return Object{}, 0
		}
		return Object{HasYear: true, Year: e.num + 1900, Fiscal: true, rule: ruleYear}, i + 1
	}
	if e.unit == UnitHalf && !p.has(i, token.Capital) {
		return Object{}, 0
	}
	o := Object{Form: FormQuarter, Quarter: uint8(e.num), rule: ruleQuarter}
	if e.unit == UnitHalf {
		o = Object{Form: FormHalf, Half: uint8(e.num), rule: ruleHalf}
	}
	end := i + 1
	if y, e := p.ofYear(end, &o); e > 0 {
		o.HasYear, o.Year, end = true, int16(y), e
	} else if p.punct(end, ",") || p.word(end, "fy") {
		if y, e := p.year(end + 1); e > 0 {
			o.HasYear, o.Year, end = true, int16(y), e
		}
	}
	if o.Half != 0 && !o.HasYear {
		return Object{}, 0
	}
	return o, end
}

// figurePeriod finds periods that begin with figures: "the 19th century", "the '80s", "the 1988 third quarter".
func (p *parser) figurePeriod(i int, the bool) (Object, int) {
	f := p.figures(i)
	if f.ordinal() && f.value[0] > 0 && f.value[0] < 30 && p.word(p.sep(i+1), "century") {
		return p.era(Object{Form: FormCentury, Century: int8(f.value[0]), rule: ruleCentury}, p.sep(i+1)+1)
	}
	if f.n == 1 && !f.quote && f.tail == "s" && f.digits[0] == 2 && f.value[0]%10 == 0 && f.value[0] >= 20 && the && !p.word(i-1, "his") && !p.word(i-1, "her") && !p.word(i-1, "their") {
		if p.word(i-1, "the") || p.is(i-1, cEdge) {
			return Object{Form: FormDecade, Decade: int16(190 + f.value[0]/10), rule: ruleDecade}, i + 1
		}
	}
	// "the 1988 third quarter", "the 1988 quarter"
	if y, ok := p.yearOf(i); ok && the {
		if q, end := p.ordinalPeriod(i+1, true); end > 0 && (q.Quarter != 0 || q.Half != 0) && !q.HasYear {
			q.HasYear, q.Year = true, int16(y)
			return q, end
		}
		if p.word(i+1, "quarter") || p.word(i+1, "period") {
			return Object{Form: FormQuarter, Quarter: 255, HasYear: true, Year: int16(y), rule: ruleQuarter}, i + 2
		}
		if o, end := p.numeric(i); end > 0 && o.Form == FormDecade {
			return o, end
		}
		if p.is(i+1, cSeason) && !p.is(i+1, cUnits) {
			return Object{Form: FormSeason, Season: uint8(p.at(i + 1).num), HasYear: true, Year: int16(y), rule: ruleSeason}, i + 2
		}
	}
	if f.tail != "s" {
		return Object{}, 0
	}
	if o, end := p.numeric(i); end > 0 && (o.Form == FormDecade || o.Form == FormCentury) {
		return o, end
	}
	return Object{}, 0
}

// ordinalPeriod finds "third quarter of 2023", "third-quarter", "first half", "19th century" from its ordinal.
func (p *parser) ordinalPeriod(i int, the bool) (Object, int) {
	e := p.at(i)
	if e.class&(cOrdinal|cLast) == 0 {
		return Object{}, 0
	}
	n := int(e.num)
	if e.class&cLast != 0 {
		n = 99
	}
	j := i + 1
	if p.is(j, cFiscal) {
		j++
	}
	hyphen := p.hyphen(j)
	j = p.sep(j)
	switch {
	case p.word(j, "quarter") && (n <= 4 || n == 99):
		o := Object{Form: FormQuarter, Quarter: uint8(min(n, 4)), rule: ruleQuarter, Fiscal: j > i+2}
		if e := p.yearOfPeriod(&o, j+1); e > 0 {
			return o, e
		}
		return o, j + 1
	case p.word(j, "half") && (n <= 2 || n == 99):
		return p.half(uint8(min(n, 2)), j+1, hyphen)
	case p.word(j, "century") && n < 30:
		return p.era(Object{Form: FormCentury, Century: int8(n), rule: ruleCentury}, j+1)
	}
	return Object{}, 0
}

// yearOfPeriod puts the year behind a quarter or half into it, and gives the token after; 0 if there is none.
func (p *parser) yearOfPeriod(o *Object, end int) int {
	y, e := p.ofYear(end, o)
	if e > 0 && y != 0 {
		o.HasYear, o.Year = true, int16(y)
	}
	return e
}

// half completes the first or second half of a year or of a longer time, whose words end before token end.
func (p *parser) half(n uint8, end int, hyphen bool) (Object, int) {
	o := Object{Form: FormHalf, Half: n, rule: ruleHalf}
	if e := p.yearOfPeriod(&o, end); e > 0 {
		return o, e
	}
	if p.word(end, "of") {
		if d, e := p.period(end+2, true); e > 0 && p.is(end+1, cThe) && (d.Form == FormDecade || d.Form == FormCentury) {
			d.Mod = ModStart
			if n == 2 {
				d.Mod = ModEnd
			}
			return d, e
		}
	}
	if hyphen && (p.word(end, "profit") || p.word(end, "net") || p.word(end, "earnings") || p.word(end, "results") || p.word(end, "sales") || p.word(end, "revenue")) {
		return o, end
	}
	if _, e := p.yearRel(end); e > 0 {
		return o, end
	}
	return Object{}, 0
}

// era reads "BC" after a century.
func (p *parser) era(o Object, end int) (Object, int) {
	if e := p.at(end); e.class&cEra != 0 && p.has(end, token.Upper) {
		if e.num < 0 {
			o.Century = -o.Century
		}
		end++
	}
	return o, end
}

// ofYear reads " of 2023", " 2023" or " of fiscal 2023" after a quarter, half or season. The year is 0 where only a
// relation was read.
func (p *parser) ofYear(i int, o *Object) (int, int) {
	j := i
	if p.word(j, "of") || p.word(j, "in") && p.is(j+1, cFiscal|cDigits) {
		j++
	}
	if p.is(j, cFiscal) {
		o.Fiscal = true
		j++
		if p.word(j, "year") {
			j++
		}
	}
	if y, e := p.year(j); e > 0 && !p.is(e, cMeasure|cUnits) {
		return y, e
	}
	if q, e := p.wordYear(j); e > 0 && q.HasYear {
		return int(q.Year), e
	}
	return 0, 0
}

// fiscal reads "fiscal 2024", "fiscal year 2023", "fiscal first quarter", "the fiscal year".
func (p *parser) fiscal(i int, the bool) (Object, int) {
	j := p.sep(i + 1)
	if o, end := p.ordinalPeriod(j, the); end > 0 {
		o.Fiscal = true
		return o, end
	}
	if p.word(j, "year") {
		if y, e := p.year(j + 1); e > 0 {
			return Object{HasYear: true, Year: int16(y), Fiscal: true, rule: ruleYear}, e
		}
		if the {
			return Object{Form: FormDuration, Unit: UnitYear, N: 1, Fiscal: true, rule: ruleDuration}, j + 1
		}
		return Object{}, 0
	}
	if y, e := p.year(j); e > 0 && (p.word(i, "fiscal") || p.word(i, "fy")) {
		return Object{HasYear: true, Year: int16(y), Fiscal: true, rule: ruleYear}, e
	}
	return Object{}, 0
}

// season reads "summer of 2024", "winter 2010-11", and a bare season where the words before allow one.
func (p *parser) season(i int, the bool) (Object, int) {
	if p.is(i, cUnits) {
		return Object{}, 0
	}
	o := Object{Form: FormSeason, Season: uint8(p.at(i).num), rule: ruleSeason}
	end := i + 1
	j := end
	if p.word(j, "of") {
		j++
	}
	if y, e := p.year(j); e > 0 {
		o.HasYear, o.Year, end = true, int16(y), e
		if p.hyphen(end) || p.punct(end, "/") && p.glued(end) {
			if f := p.figures(end + 1); f.plain() && f.digits[0] == 2 && f.value[0] == (y+1)%100 || f.plain() && f.value[0] == y+1 {
				end += 2
			}
		}
		return o, end
	}
	if q, e := p.wordYear(j); e > 0 && q.HasYear {
		o.HasYear, o.Year = true, q.Year
		return o, e
	}
	if _, e := p.yearRel(end); e > 0 {
		return o, end
	}
	if p.word(end, "of") || p.hyphen(end) || p.hyphen(i-1) && !p.is(i-2, cEdge) {
		return Object{}, 0
	}
	prep := i - 1
	if the {
		prep = i - 2
	}
	cue := p.word(prep, "in") || p.word(prep, "during") || p.word(prep, "since") || p.word(prep, "until") || p.word(prep, "by") ||
		p.word(prep, "through") || p.word(prep, "throughout") || p.word(prep, "over") || p.word(prep, "for") && the || p.is(i-1, cEdge) || p.is(i-2, cEdge) && p.hyphen(i-1)
	if !cue && !(the && o.Season == 2) || p.lower(end) && !p.is(end, cPrep|cSignal|cVerb|cAnd|cPlan|cThe|cTo) && !cue {
		return Object{}, 0
	}
	if o.Season == 1 && p.word(end, "to") || o.Season == 3 && !the && !p.is(i-1, cEdge) && !p.word(prep, "in") && !p.word(prep, "since") && !p.word(prep, "by") {
		return Object{}, 0
	}
	return o, end
}

// shifted finds "last August", "this week", "next Friday", "the previous day", "that year", "the same month",
// "this past spring".
func (p *parser) shifted(i int, the bool, depth int) (Object, int) {
	rel := p.relation(i, the)
	if rel == RelNone {
		return Object{}, 0
	}
	j := i + 1
	switch { // "this past spring", "this coming Sunday", "that same day"
	case rel == RelThis && p.word(j, "past"):
		rel, j = RelLast, j+1
	case rel == RelThis && p.is(j, cNext):
		rel, j = RelNext, j+1
	case (rel == RelToldSame || rel == RelThis) && p.word(j, "same"):
		rel, j = RelToldSame, j+1
	}
	if p.is(j, cFiscal) && (p.word(j+1, "year") || p.word(j+1, "quarter")) || p.word(j, "calendar") && p.word(j+1, "year") {
		j++
	}
	u := p.at(j)
	latest := p.word(i, "latest")
	if u.class&cEdge != 0 && (rel == RelLast || rel == RelThis || rel == RelNext) { // "last early May" is none; "this late summer" hardly
		return Object{}, 0
	}
	switch {
	case u.class&cUnit != 0 && u.class&cUnits == 0 && (u.unit >= UnitDay && u.unit != UnitHalf):
		return p.shiftedUnit(shift1{i, j, rel, the})
	case u.class&cWeekend != 0 && u.class&cUnits == 0:
		if rel == RelLast {
			if q, e2 := p.partOf(i, the); e2 > 0 {
				return q, e2
			}
		}
		return Object{Form: FormWeek, Weekend: true, Unit: UnitWeekend, Rel: rel, rule: ruleWeekend}, j + 1
	case u.class&cPeriod != 0 && u.num == 0 && latest:
		return Object{Form: FormQuarter, Quarter: 255, Rel: rel, rule: ruleQuarter}, j + 1
	case u.class&cSeason != 0 && u.class&cUnits == 0:
		if p.word(j+1, "of") && p.word(j, "fall") {
			return Object{}, 0
		}
		return Object{Form: FormSeason, Season: uint8(u.num), Rel: rel, rule: ruleSeason}, j + 1
	case u.class&cWeekday != 0 && p.weekdayWord(j):
		return p.shiftedWeekday(shift1{i, j, rel, the})
	case u.class&cMonth != 0 && p.has(j, token.Capital):
		return p.shiftedMonth(j, rel)
	case u.class&cHoliday != 0 && (the || !p.word(i, "past")): // "past Inauguration Day" is beyond it
		if q, e2 := p.holiday(j); e2 > 0 {
			q.Rel = rel
			return q, e2
		}
	case u.class&(cOrdinal|cFiscal) != 0 && rel == RelThis || u.class&cOrdinal != 0 && rel == RelToldSame:
		if p.compound(j) {
			return Object{}, 0
		}
		return p.period(j, true)
	}
	// "the last half of 1989", "the last quarter of 2006"
	if the && rel == RelLast {
		return p.ordinalPeriod(i, true)
	}
	return Object{}, 0
}

// relation is what the word at i says of how a time lies to its anchor: "last", "this", "that"; RelNone if nothing.
func (p *parser) relation(i int, the bool) Rel {
	switch c := p.at(i).class; {
	case c&cLast != 0 && p.lasts(i):
		return RelNone
	case c&cLast != 0, p.word(i, "latest"), c&(cNext|cPrevious|cFollow|cThis|cCurrent|cThat|cSame) == 0 && p.word(i, "past"):
		return RelLast
	case c&cNext != 0:
		if the {
			return RelToldAfter
		}
		return RelNext
	case c&cPrevious != 0:
		return RelToldBefore
	case c&cFollow != 0:
		if the || p.is(i-1, cPossessive) { // "following Saturday's match": after it
			return RelToldAfter
		}
	case c&cThis != 0:
		if p.word(i, "this") {
			return RelThis
		}
	case c&cCurrent != 0:
		return RelThis
	case c&cThat != 0:
		if p.word(i, "that") {
			return RelToldSame
		}
	case c&cSame != 0:
		if p.word(i, "same") {
			return RelToldSame
		}
	}
	return RelNone
}

// lasts reports that "last" at token i is a verb: "is expected to last three weeks", "would last a year".
func (p *parser) lasts(i int) bool {
	if !p.word(i, "last") {
		return false
	}
	if p.word(i-1, "to") {
		return p.is(i-2, cPlan) || p.participle(i-2) || p.word(i-2, "likely") || p.word(i-2, "unlikely")
	}
	t := p.at(i - 1).tense
	return t == verbModal || t == verbFuture || p.word(i-1, "not") && p.word(i-2, "did")
}

// shift1 is one shifted time: the word that shifts at i, what it shifts at j, how, and whether "the" stands before.
type shift1 struct {
	i, j int
	rel  Rel
	the  bool
}

// shiftedUnit finds "last week", "that year", "the last week of March", "last year's third quarter".
func (p *parser) shiftedUnit(s shift1) (Object, int) {
	u, end := p.at(s.j), s.j+1
	latest := p.word(s.i, "latest")
	spoken := s.rel == RelThis || s.rel == RelLast || s.rel == RelNext
	switch {
	case u.unit == UnitQuarter:
		if p.hyphen(end) {
			return Object{}, 0 // "the past quarter-century"
		}
		return Object{Form: FormQuarter, Quarter: 255, Rel: s.rel, rule: ruleQuarter}, end
	case p.word(s.j, "second"),
		u.unit == UnitDay && spoken && !p.word(s.i, "this"),
		u.unit == UnitDay && s.rel == RelThis:
		return Object{}, 0
	case u.unit == UnitFortnight && (s.rel == RelLast || s.rel == RelNext || s.rel == RelToldAfter):
		o := Object{Form: FormDuration, Unit: u.unit, N: 100, Hundred: true, Place: placeFrom, rule: rulePlacedDuration}
		if s.rel == RelLast {
			o.Place = placeUpTo
		}
		return o, end
	case (u.unit == UnitDecade || u.unit == UnitCentury) && s.rel == RelLast: // the ten years up to now
		return Object{Form: FormDuration, Unit: u.unit, N: 100, Hundred: true, Place: -1, rule: rulePlacedDuration}, end
	case latest && u.unit != UnitYear && u.unit != UnitWeek && u.unit != UnitMonth,
		s.the && s.rel == RelLast && u.unit == UnitDay:
		return Object{}, 0
	}
	o := Object{Form: FormRelative, Unit: u.unit, Rel: s.rel, Fiscal: p.is(s.j-1, cFiscal), rule: ruleShiftedUnit}
	if s.rel != RelThis && s.rel != RelToldSame {
		o.N = 1
	}
	// "last year's third quarter"
	if p.clitic(end) && u.unit == UnitYear {
		if q, e2 := p.period(end+1, true); e2 > 0 && (q.Quarter != 0 || q.Half != 0) {
			q.YearRel = s.rel
			return q, e2
		}
		if p.word(end+1, "end") {
			o.Mod = ModEnd
			return o, end + 2
		}
	}
	if p.hyphen(end) && p.lower(end+1) && !p.is(end+1, cAgo) && (p.word(end+1, "long") || p.word(end+1, "old")) {
		return Object{}, 0
	}
	// "the last week of March", "the previous year" stay; "the last day of X" is no time by itself
	if s.rel == RelLast && (p.word(end, "of") || p.word(end, "in")) {
		if q, e2 := p.partOf(s.i, s.the); e2 > 0 {
			return q, e2
		}
	}
	return o, end
}

// shiftedWeekday finds "last Friday", "the last Thursday in November".
func (p *parser) shiftedWeekday(s shift1) (Object, int) {
	if s.rel == RelLast && (s.the || p.word(s.j+1, "of") || p.word(s.j+1, "in")) {
		if q, e2 := p.nthWeekday(s.i); e2 > 0 {
			return q, e2
		}
		if q, e2 := p.partOf(s.i, s.the); e2 > 0 {
			return q, e2
		}
	}
	if q, e2 := p.weekday(s.j); e2 > s.j+1 && q.Form == FormDate && q.rule != ruleWeeksOff && q.rule != ruleWeekdayOfWeek {
		q.Rel = s.rel
		return q, e2
	}
	return Object{Weekday: uint8(p.at(s.j).num), Rel: s.rel, rule: ruleShiftedWeekday}, s.j + 1
}

// shiftedMonth finds "last August", at the month.
func (p *parser) shiftedMonth(j int, rel Rel) (Object, int) {
	q, e2 := p.month(j)
	if e2 == 0 {
		return Object{}, 0
	}
	if q.HasYear && q.Form == FormDate && e2 == j+1 { // the year of another month does not reach "this May"
		q.HasYear = false
	}
	if q.HasYear && q.Form == FormDate {
		q.Rel = RelNone
		return q, e2
	}
	q.Rel = rel
	if q.rule == ruleMonth {
		q.rule = ruleShiftedMonth
	}
	return q, e2
}

// nthWeekday reads "second Sunday of June", "last Thursday in November 2025" at its ordinal.
func (p *parser) nthWeekday(i int) (Object, int) {
	e := p.at(i)
	n := int32(e.num)
	if e.class&cLast != 0 {
		n = 99
	} else if e.class&cOrdinal == 0 || n > 5 && n != 99 {
		return Object{}, 0
	}
	if !p.weekdayWord(i+1) || !p.word(i+2, "of") && !p.word(i+2, "in") || !p.is(i+3, cMonth) || !p.monthWord(i+3) {
		return Object{}, 0
	}
	o := Object{Weekday: uint8(p.at(i + 1).num), Month: uint8(p.at(i + 3).num), N: n, rule: ruleNthWeekday}
	if y, end := p.commaYear(i + 4); end > 0 {
		o.HasYear, o.Year = true, int16(y)
		return o, end
	}
	return o, i + 4
}

// unitWord reads what begins with the word of a unit: "week 14 of 2025", "year-end", "year-earlier", "year's end".
func (p *parser) unitWord(i int) (Object, int) {
	e := p.at(i)
	if q, end := p.weekendOf(i, 0); end > 0 {
		return q, end
	}
	if p.word(i, "day") && (p.word(i+1, "after") && p.word(i+2, "tomorrow") || p.word(i+1, "before") && p.word(i+2, "yesterday")) {
		return p.dayBeside(i)
	}
	if p.word(i, "week") {
		if f := p.figures(i + 1); f.plain() && f.digits[0] <= 2 && !p.has(i+1, token.LineStart) {
			j := i + 2
			if p.word(j, "of") || p.punct(j, ",") || p.word(j, "in") {
				j++
			}
			if y, e := p.year(j); e > 0 && f.value[0] >= 1 && f.value[0] <= weeksIn(y) {
				return Object{Form: FormWeek, Week: uint8(f.value[0]), HasYear: true, Year: int16(y), rule: ruleWeekNumber}, e
			}
			if rel, e := p.yearRel(i + 2); e > 0 && f.value[0] >= 1 && f.value[0] <= 52 { // "week 27 of last year"
				return Object{Form: FormWeek, Week: uint8(f.value[0]), YearRel: rel, rule: ruleWeekNumber}, e
			}
		}
	}
	if e.class&cUnits != 0 {
		return Object{}, 0
	}
	if e.unit == UnitYear || e.unit == UnitMonth || e.unit == UnitQuarter {
		j := i + 1
		glued := p.hyphen(j)
		switch {
		case glued:
			j++
		case p.clitic(j) && e.unit == UnitYear:
			j++
		}
		if p.word(j, "end") && (glued || e.unit == UnitYear) && !p.word(j+1, "of") {
			o := Object{Form: FormRelative, Rel: RelThis, Unit: e.unit, Mod: ModEnd, rule: ruleShiftedUnit}
			end := j + 1
			if e.unit == UnitYear {
				if y, e2 := p.year(end); e2 > 0 {
					return Object{HasYear: true, Year: int16(y), Mod: ModEnd, rule: ruleYear}, e2
				}
			}
			return o, end
		}
	}
	if o, end := p.comparison(i); end > 0 && p.hyphen(i+1) {
		return o, end
	}
	return Object{}, 0
}

// comparison reads the compared period of business news: "the year-earlier quarter", "year-ago period".
func (p *parser) comparison(i int) (Object, int) {
	if !p.word(i, "year") || !p.hyphen(i+1) || !(p.word(i+2, "earlier") || p.word(i+2, "ago") || p.word(i+2, "before")) {
		return Object{}, 0
	}
	o := Object{Form: FormQuarter, Quarter: 255, YearRel: RelLast, rule: ruleQuarter}
	end := i + 3
	if p.word(end, "quarter") || p.word(end, "period") {
		return o, end + 1
	}
	if q, e := p.ordinalPeriod(end, true); e > 0 {
		q.YearRel = RelLast
		return q, e
	}
	return o, end
}
