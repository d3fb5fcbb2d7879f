package timex

import "dateline/app/reading/token"

// set reads what comes again and again: "every Monday", "daily", "twice a week", "Sundays".
func (p *parser) set(i int) (Object, int) {
	o := Object{Form: FormSet, rule: ruleSet}
	e := p.at(i)
	if e.class&cThe != 0 { // "the first Monday of each month"
		if p.is(i+1, cOrdinal|cLast) && p.is(i+2, cWeekday) && (p.word(i+3, "of") || p.word(i+3, "in")) && p.is(i+4, cEvery) && p.word(i+5, "month") {
			o.Unit, o.N, o.Hundred = UnitMonth, 100, true
			return o, i + 6
		}
		return o, 0
	}
	switch {
	case e.class&cFreq != 0:
		if e.unit == UnitQuarter && p.lower(i+1) && !p.is(i+1, cPrep|cSignal|cAnd|cVerb) {
			return o, 0 // "a quarterly dividend"
		}
		if p.capital(i) && !p.has(i, token.SentStart) || p.capital(i+1) && p.has(i, token.Capital) {
			return o, 0 // "Daily Mail"
		}
		o.Unit, o.N, o.Hundred = e.unit, 100, true
		return o, i + 1
	case e.class&cWeekdays != 0:
		o.Weekday = uint8(e.num)
		if p.is(i+1, cPart) {
			o.Part = Part(p.at(i + 1).num)
			return o, i + 2
		}
		return o, i + 1
	case e.class&cWeekday != 0 && p.is(i+1, cPart) && len(p.t.Word(i+1)) > 2 && p.pluralPart(i+1):
		o.Weekday, o.Part = uint8(e.num), Part(p.at(i+1).num)
		return o, i + 2
	case e.class&cTimes != 0 && e.num > 0: // once, twice
		return p.times(i + 1)
	case (e.class&cNumber != 0 || e.class&(cDigits|cVagueNo) != 0) && p.word(i+1, "times"):
		return p.times(i + 2)
	case e.class&cEvery != 0:
		return p.every(i)
	}
	return o, 0
}

// every finds "every Monday", "each month", "every other week", "every three years".
func (p *parser) every(i int) (Object, int) {
	o := Object{Form: FormSet, N: 100, Hundred: true, rule: ruleSet}
	j := i + 1
	if p.word(j, "other") || p.word(j, "second") && p.is(j+1, cUnit|cWeekday|cMonth) {
		o.N = 200
		j++
	} else if c, end := p.number(j); end > 0 && !p.is(j, cA) && p.is(end, cUnits) {
		o.N, o.Vague = c.n, c.vague
		j = end
	}
	u := p.at(j)
	switch {
	case u.class&cWeekday != 0:
		o.Weekday = uint8(u.num)
		if p.is(j+1, cPart) {
			o.Part = Part(p.at(j + 1).num)
			return o, j + 2
		}
	case u.class&cMonth != 0 && p.has(j, token.Capital):
		o.Month = uint8(u.num)
	case u.class&cSeason != 0:
		o.Season = uint8(u.num)
	case u.class&cPart != 0:
		o.Part = Part(u.num)
	case u.class&cWeekend != 0:
		o.Weekend = true
	case u.class&cUnit != 0 && u.unit != UnitHalf && u.unit != UnitSecond:
		o.Unit = u.unit
	default:
		return o, 0
	}
	if p.word(i, "each") && p.word(j+1, "of") {
		return o, 0
	}
	return o, j + 1
}

func (p *parser) pluralPart(i int) bool {
	w := p.t.Word(i)
	return w[len(w)-1] == 's'
}

// times reads "a week" after "twice".
func (p *parser) times(j int) (Object, int) {
	o := Object{Form: FormSet, N: 100, Hundred: true, rule: ruleSet}
	if !p.is(j, cA|cEvery) && !p.word(j, "per") {
		return o, 0
	}
	u := p.at(j + 1)
	if u.class&cUnit == 0 || u.class&cUnits != 0 || u.unit == UnitHalf {
		return o, 0
	}
	o.Unit = u.unit
	return o, j + 2
}

// ref finds the vague words: "now", "recently", "the past", "in the near future", "these days".
func (p *parser) ref(i int) (Object, int) {
	o := Object{Form: FormRef, rule: ruleRef}
	e := p.at(i)
	switch {
	case e.class&cRef != 0:
		o.Ref = Ref(e.num)
		if p.refWord(i) {
			return o, i + 1
		}
	case e.class&cThe != 0:
		return p.refAfterThe(i)
	case e.class&cThis != 0:
		if p.word(i, "these") && p.word(i+1, "days") || p.word(i, "this") && (p.word(i+1, "time") || p.word(i+1, "moment")) && p.word(i-1, "at") {
			o.Ref = RefPresent
			return o, i + 2
		}
	case p.word(i, "right") && p.word(i+1, "now"), p.word(i, "more") && p.word(i+1, "recently"), p.word(i, "very") && p.word(i+1, "soon"):
		o.Ref = Ref(p.at(i + 1).num)
		return o, i + 2
	}
	return o, 0
}

// refWord reports that a vague word stands by itself: "now", "currently", but not "the current account".
func (p *parser) refWord(i int) bool {
	name := p.capital(i) && !p.has(i, token.SentStart)
	switch {
	case p.word(i, "past"), p.word(i, "once"), p.word(i, "previously"), p.word(i, "formerly"):
		return false
	case p.word(i, "current"):
		return !p.word(i+1, "account") && !name
	case p.word(i, "future"):
		return !p.is(i-1, cEdge) && !name
	case p.word(i, "present"):
		return p.word(i-1, "at")
	case p.word(i, "soon") || p.word(i, "shortly"):
		return !p.word(i-1, "as") && !(p.word(i, "shortly") && p.is(i+1, cAgo)) && !(p.is(i+1, cSignal) && p.word(i+1, "after"))
	}
	return true
}

// refAfterThe finds "the near future", "the past", "the long term", "the time being" at "the".
func (p *parser) refAfterThe(i int) (Object, int) {
	o := Object{Form: FormRef, rule: ruleRef}
	j := i + 1
	if !p.is(j, cNear|cRef) {
		return o, 0
	}
	for p.word(j, "near") || p.word(j, "recent") || p.word(j, "foreseeable") || p.word(j, "distant") || p.word(j, "immediate") || p.word(j, "not") || p.word(j, "too") || p.word(j, "very") {
		j++
	}
	switch {
	case p.word(j, "future"):
		o.Ref = RefFuture
		if p.lower(j+1) && !p.is(j+1, cPrep|cSignal|cVerb|cAnd|cTo|cPlan) {
			return o, 0
		}
	case p.word(j, "past"):
		o.Ref = RefPast
		if p.is(j+1, cNumber|cDigits|cUnit|cVagueNo|cSeason|cPart|cWeekend) || p.lower(j+1) && !p.is(j+1, cPrep|cSignal|cVerb|cAnd) && !p.word(i-1, "in") {
			return o, 0
		}
	case p.word(j, "present") && !p.lower(j+1):
		o.Ref = RefPresent
	case (p.word(i+1, "short") || p.word(i+1, "long") || p.word(i+1, "near") || p.word(i+1, "medium")) && (p.word(i+2, "term") || p.word(i+2, "run")):
		o.Ref = RefFuture
		return o, i + 3
	case p.word(i+1, "moment") && (p.word(i-1, "at") || p.word(i-1, "for")):
		o.Ref = RefPresent
		return o, i + 2
	case p.word(i+1, "time") && p.word(i-1, "at") && !p.word(i+2, "of") && !p.word(i+2, "when") && !p.word(i+2, "that") && !p.word(i+2, "being"):
		o.Ref = RefPast
		return o, i + 2
	case p.word(i+1, "time") && p.word(i+2, "being"):
		o.Ref = RefPresent
		return o, i + 3
	default:
		return o, 0
	}
	return o, j + 1
}
