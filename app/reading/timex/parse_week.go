package timex

import "dateline/app/reading/token"

// weeksOff reads a weekday that lies whole weeks away, from the token after the words for how many weeks:
// "Friday | week", "three weeks ago | Monday", "a week | on Friday", "two weeks | from Monday".
func (p *parser) weeksOff(i int, weeks int32, rel Rel) (Object, int) {
	if p.word(i, "on") || p.word(i, "from") || p.word(i, "last") && rel == RelLast || p.word(i, "next") && rel == RelNext {
		i++
	}
	if p.word(i, "next") && rel == RelNext {
		i++
	}
	if !p.weekdayWord(i) || p.clitic(i+1) {
		return Object{}, 0
	}
	return Object{Weekday: uint8(p.at(i).num), Unit: UnitWeek, N: weeks, Rel: rel, rule: ruleWeeksOff}, i + 1
}

// weekAfter reads the "week" of "Friday week", which lies a week after the next Friday.
func (p *parser) weekAfter(i int, weekday uint8) (Object, int) {
	if end := p.afterNext(i); end > 0 {
		return Object{Weekday: weekday, Unit: UnitWeek, N: 1, Rel: RelNext, rule: ruleWeeksOff}, end
	}
	if !p.word(i, "week") || p.glued(i) || p.clitic(i+1) || p.hyphen(i+1) {
		return Object{}, 0
	}
	if p.lower(i+1) && !p.is(i+1, cPrep|cSignal|cAnd|cTo|cVerb) { // "the Monday week meeting"
		return Object{}, 0
	}
	return Object{Weekday: weekday, Unit: UnitWeek, N: 1, Rel: RelNext, rule: ruleWeeksOff}, i + 1
}

// weekdayOfWeek reads the week after a weekday: "Monday | of last week", "Thursday | next week".
func (p *parser) weekdayOfWeek(i int, weekday uint8) (Object, int) {
	j := i
	if p.word(j, "of") {
		j++
	}
	if p.has(j, token.LineStart) {
		return Object{}, 0
	}
	o := Object{Weekday: weekday, Unit: UnitWeek, rule: ruleWeekdayOfWeek}
	told := j > i && p.is(j, cThe)
	if told {
		j++
	}
	switch e := p.at(j); {
	case e.class&cLast != 0 && !told:
		o.Rel = RelLast
	case e.class&cNext != 0 && !told:
		o.Rel = RelNext
	case p.word(j, "this") && !told:
		o.Rel = RelThis
	case e.class&cFollow != 0 && told:
		o.Rel = RelToldAfter
	case e.class&cPrevious != 0 && told:
		o.Rel = RelToldBefore
	case p.word(j, "that") && j > i || e.class&cSame != 0 && told:
		o.Rel = RelToldSame
	default:
		return Object{}, 0
	}
	if !p.word(j+1, "week") || p.clitic(j+2) || p.hyphen(j+2) {
		return Object{}, 0
	}
	return o, j + 2
}

// dayBeside reads "day before yesterday" and "day after tomorrow" after "the", and "day before" where nothing follows
// that it could govern.
func (p *parser) dayBeside(i int) (Object, int) {
	before, after := p.word(i+1, "before"), p.word(i+1, "after")
	if !before && !after || p.is(i, cUnits) || p.at(i).class&cUnit == 0 || p.has(i+1, token.LineStart) {
		return Object{}, 0
	}
	u := p.at(i).unit
	if u == UnitDay && before && p.word(i+2, "yesterday") {
		return Object{Form: FormRelative, Unit: UnitDay, N: 2, Rel: RelLast, rule: ruleDayWord}, i + 3
	}
	if u == UnitDay && after && p.word(i+2, "tomorrow") {
		return Object{Form: FormRelative, Unit: UnitDay, N: 2, Rel: RelNext, rule: ruleDayWord}, i + 3
	}
	if u == UnitDay {
		if o, end := p.nextTo(i, before); end > 0 {
			return o, end
		}
	}
	if u < UnitDay || u > UnitYear || u == UnitQuarter || u == UnitHalf || u == UnitSeason || u == UnitFortnight {
		return Object{}, 0
	}
	if end := i + 2; end >= len(p.t.Tokens) || p.punct(end, ".") || p.punct(end, ",") || p.punct(end, ";") || p.punct(end, "?") || p.has(end, token.LineStart) {
		o := Object{Form: FormRelative, Unit: u, N: 1, Rel: RelToldAfter, Implied: u == UnitYear, rule: ruleTold} // "$4 million the year before" compares
		if before {
			o.Rel = RelToldBefore
		}
		return o, end
	}
	return Object{}, 0
}

// then reads "then" after "since", "until", "by" or "from": the time told of last.
func (p *parser) then(i int) (Object, int) {
	if !p.word(i, "then") || p.hyphen(i+1) || !(p.word(i-1, "since") || p.word(i-1, "until") || p.word(i-1, "till") || p.word(i-1, "by") || p.word(i-1, "before") || p.word(i-1, "from") && p.word(i+1, "on")) {
		return Object{}, 0
	}
	return Object{Form: FormRelative, Unit: UnitUnknown, Rel: RelToldSame, Implied: p.word(i-1, "since"), rule: ruleThen}, i + 1
}

// nextTo parses the day beside one that is named: "the | day before last Tuesday's hearing", "the | day after Christmas".
func (p *parser) nextTo(i int, before bool) (Object, int) {
	if p.has(i+2, token.LineStart) {
		return Object{}, 0
	}
	b, end := p.date(i+2, 1)
	if end == 0 || b.Mod != ModNone || b.Rel >= RelToldBefore || !b.dayGrained() && b.Holiday == 0 {
		return Object{}, 0
	}
	o := Object{Form: FormRelative, Unit: UnitDay, N: 1, Rel: RelNext, Base: &b, rule: ruleOffset}
	if before {
		o.Rel = RelLast
	}
	return o, end
}
