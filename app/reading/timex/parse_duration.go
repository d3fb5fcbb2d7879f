package timex

import "dateline/app/reading/token"

// approx reads "about", "nearly", "more than", "at least", "up to", "as many as"; the modifier and where it ends.
func (p *parser) approx(i int) (Mod, int) {
	e := p.at(i)
	if e.class&cApprox == 0 {
		if p.word(i, "as") && (p.word(i+1, "much") || p.word(i+1, "many") || p.word(i+1, "long") || p.word(i+1, "little")) && p.word(i+2, "as") {
			return ModEqualOrLess, i + 3
		}
		return ModNone, i
	}
	switch {
	case e.num == 0:
		return e.mod, i + 1
	case e.num == 1 && p.word(i+1, "than"): // more than
		return e.mod, i + 2
	case p.word(i, "under"):
		return e.mod, i + 1
	case p.word(i, "at") && p.is(i+1, cApprox) && p.at(i+1).num == 2:
		m := p.at(i + 1).mod
		return m, i + 2
	case p.word(i, "up") && p.word(i+1, "to"):
		return ModEqualOrLess, i + 2
	case p.word(i, "no") && p.word(i+1, "more") && p.word(i+2, "than"):
		return ModEqualOrLess, i + 3
	case p.word(i, "no") && (p.word(i+1, "less") || p.word(i+1, "fewer")) && p.word(i+2, "than"):
		return ModEqualOrMore, i + 3
	case (p.word(i, "just") || p.word(i, "only")) && p.is(i+1, cApprox) && (p.word(i+1, "over") || p.word(i+1, "under") || p.word(i+1, "about")):
		return p.at(i + 1).mod, i + 2
	case p.word(i, "a") && p.word(i+1, "little"):
		return ModNone, i
	}
	return ModNone, i
}

// count is a number of units.
type count struct {
	n     int32 // in hundredths
	vague bool
	half  bool
	fuzzy Mod // from "or so", "a couple of", a range
}

// number reads how many: "three", "30", "2 1/2", "a few", "two to three", "a", "half an".
func (p *parser) number(i int) (count, int) {
	e := p.at(i)
	switch {
	case e.class&cA != 0:
		switch {
		case p.word(i+1, "few"):
			return count{vague: true}, i + 2
		case p.word(i+1, "couple"):
			if p.word(i+2, "of") {
				if p.is(i+3, cThe) {
					return count{}, 0
				}
				return count{n: 200, fuzzy: ModApprox}, i + 3
			}
			return count{n: 200, fuzzy: ModApprox}, i + 2
		case p.word(i+1, "dozen"):
			return count{n: 1200}, i + 2
		case p.word(i+1, "half"):
			return count{n: 50}, i + 2
		case p.is(i+1, cNumber) && p.at(i+1).num >= 100:
			return p.words(i + 1)
		case p.word(i+1, "full") || p.word(i+1, "whole") || p.word(i+1, "single") || p.word(i+1, "further") || p.word(i+1, "additional"):
			return count{n: 100}, i + 2
		}
		return count{n: 100}, i + 1
	case p.word(i, "half") && p.is(i+1, cA):
		return count{n: 50}, i + 2
	case e.class&cVagueNo != 0:
		if p.word(i, "couple") && p.word(i+1, "of") {
			return count{n: 200, fuzzy: ModApprox}, i + 2
		}
		if p.word(i, "couple") && p.is(i+1, cUnits) {
			return count{n: 200, fuzzy: ModApprox}, i + 1
		}
		if p.word(i, "hundreds") || p.word(i, "thousands") || p.word(i, "dozens") {
			if !p.word(i+1, "of") {
				return count{}, 0
			}
			return count{vague: true}, i + 2
		}
		return count{vague: true}, i + 1
	case e.class&cNumber != 0:
		return p.words(i)
	case e.class&cDigits != 0:
		return p.digits(i)
	}
	return count{}, 0
}

// words reads a number in words up to some thousands.
func (p *parser) words(i int) (count, int) {
	total, cur, end := 0, 0, i
	for k := 0; k < 6; k++ {
		j := end
		if k > 0 {
			j = p.sep(end)
			if p.word(j, "and") && (p.is(j+1, cNumber)) && cur >= 100 {
				j++
			}
		}
		e := p.at(j)
		if e.class&cNumber == 0 || p.has(j, token.LineStart) && k > 0 {
			break
		}
		n := int(e.num)
		switch {
		case n >= 100 || p.word(j, "dozen"):
			if cur == 0 {
				cur = 1
			}
			cur *= n
			if n == 1000 {
				total, cur = total+cur, 0
			}
		case k == 0, cur == 0, cur%100 == 0 && cur >= 100, cur%100 >= 20 && cur%10 == 0 && n < 10:
			cur += n
		default:
			return count{n: int32(total+cur) * 100}, end
		}
		end = j + 1
	}
	if end == i {
		return count{}, 0
	}
	return count{n: int32(total+cur) * 100}, end
}

// digits reads a number in figures: 30, 2.5, 1,200, 2 1/2.
func (p *parser) digits(i int) (count, int) {
	f := p.figures(i)
	if f.n == 0 || f.tail != "" || f.quote || f.mixed || f.value[0] < 0 || f.value[0] > 100000 || p.isCode(i) && !p.is(i-1, cNoYear) {
		return count{}, 0
	}
	switch {
	case f.n == 1:
		c := count{n: int32(f.value[0]) * 100}
		if g := p.figures(i + 1); g.n == 2 && g.sep == '/' && g.value[1] > 1 && g.value[1] <= 4 && g.value[0] < g.value[1] && f.value[0] < 1000 {
			c.n += int32(g.value[0] * 100 / g.value[1])
			return c, i + 2
		}
		return c, i + 1
	case f.n == 2 && f.sep == '.' && f.digits[1] <= 2 && f.value[0] < 10000:
		d := f.value[1]
		if f.digits[1] == 1 {
			d *= 10
		}
		return count{n: int32(f.value[0]*100 + d)}, i + 1
	case f.n == 2 && f.sep == ',' && f.digits[1] == 3 && f.value[0] < 100:
		return count{n: int32(f.value[0]*1000+f.value[1]) * 100}, i + 1
	case f.n == 2 && f.sep == '/' && f.value[0] == 1 && f.value[1] == 2:
		return count{n: 50}, i + 1
	}
	return count{}, 0
}

// duration reads "three weeks", "30-day", "the past two months", "two weeks ago", "48 hours later", "a year and a half".
func (p *parser) duration(i int) (Object, int) {
	o := Object{Form: FormDuration, rule: ruleDuration}
	mod, j := p.approx(i)
	approx := j > i
	if approx && (p.is(j, cThe|cThis|cThat|cPossessive) || p.is(j, cLast|cNext) || p.word(j, "past")) && p.word(i, "over") {
		return o, 0 // "over the past week": a preposition
	}
	if p.word(j, "another") {
		return o, 0
	}
	shift := RelNone
	first := false
	the := p.is(j, cThe) || p.is(j, cThis|cThat) && !approx
	k := j
	if the || p.is(j, cPossessive) {
		k++
	}
	switch e := p.at(k); {
	case e.class&cLast != 0 || p.word(k, "past") || p.word(k, "latest"):
		shift = RelLast
		k++
	case p.word(k, "recent"):
		if !p.is(k+1, cUnits) {
			return o, 0
		}
		shift = RelLast
		k++
	case e.class&cNext != 0:
		shift = RelNext
		k++
	case e.class&cFollow != 0:
		shift = RelToldAfter
		k++
	case e.class&cPrevious != 0:
		shift = RelToldBefore
		k++
	case p.word(k, "first") || p.word(k, "final") || p.word(k, "opening"):
		if the || p.is(j, cPossessive) || p.is(k+1, cNumber|cDigits) {
			first = true
			k++
		}
	case p.word(k, "entire") || p.word(k, "full") || p.word(k, "whole"):
		return o, 0
	}
	if shift == RelNone && !first && p.is(j, cPossessive) {
		return o, 0
	}
	c, end := p.number(k)
	if end == 0 || p.is(k, cA) && (the || shift != RelNone) {
		// bare plural: "weeks", "recent months", "the past years"
		bare := false
		if p.is(k, cUnits) && p.at(k).unit >= UnitSecond && p.at(k).unit != UnitHalf && p.at(k).unit != UnitSeason && (shift != RelNone || first || !the) {
			if p.bareUnits(k, shift != RelNone || first, approx) {
				c, end, bare = count{vague: true}, k, true
			}
		}
		if !bare {
			return o, 0
		}
	}
	if shift == RelNone && !first && end > k && (p.word(end, "past") || p.is(end, cNext)) && p.is(end+1, cUnits) {
		shift, end = RelLast, end+1 // "the 5 past years", "two upcoming weeks"
		if p.is(end-1, cNext) {
			shift = RelNext
		}
	}
	// "two to three weeks", "12 to 18 months", "two or three days", "12-18 months"
	if end > k && (p.is(end, cTo) || p.word(end, "or") || p.hyphen(end) || p.dash(end)) {
		if c2, e2 := p.number(end + 1); e2 > 0 && !c2.vague && c2.n > c.n && !c.vague && p.is(p.sep(e2), cUnit) && !p.is(end+1, cA) {
			c.fuzzy = ModApprox
			end = e2
		}
	}
	if p.word(end, "and") && p.word(end+1, "a") && p.word(end+2, "half") && p.is(end+3, cUnits) {
		c.n += 50
		end += 3
	}
	for p.word(end, "more") || p.word(end, "full") || p.word(end, "consecutive") || p.word(end, "straight") || p.word(end, "additional") || p.word(end, "long") || p.workday(end) || p.word(end, "solid") || p.word(end, "successive") || p.word(end, "other") {
		if p.word(end, "other") && !c.vague {
			return o, 0
		}
		o.Work = o.Work || p.workday(end)
		end++
	}
	hyphen := p.hyphen(end)
	if hyphen {
		end++
	}
	if p.has(end, token.LineStart) && end > k {
		return o, 0
	}
	u := p.at(end)
	if (u.class&cUnit == 0 || u.unit == UnitHalf || u.unit == UnitSeason) && u.class&cWeekend == 0 {
		return o, 0
	}
	if u.unit == UnitSecond && u.class&cUnits == 0 && !(hyphen && p.is(k, cDigits|cNumber)) {
		return o, 0
	}
	if u.unit == UnitMinute && u.class&cUnits == 0 && c.n > 100 && !hyphen && !p.is(k, cDigits|cNumber) {
		return o, 0
	}
	if u.class&cUnits == 0 && c.n > 100 && !hyphen && !p.singularOK(end) {
		return o, 0
	}
	if c.n == 0 && !c.vague {
		return o, 0
	}
	if p.is(k, cA) && u.class&cUnits != 0 && !c.vague && c.n == 100 {
		return o, 0
	}
	if p.word(k, "one") && p.word(end, "day") && !approx && shift == RelNone && p.has(k, token.SentStart) && p.punct(end+1, ",") {
		return Object{Form: FormRef, Ref: RefFuture, rule: ruleRef}, end + 1
	}
	// "three quarters of the members"
	if u.unit == UnitQuarter && (p.word(end+1, "of") || !hyphen && c.n == 100 && shift == RelNone || p.hyphen(end-1) && u.class&cUnits != 0) {
		return o, 0
	}
	o.Unit = u.unit
	end++
	o.N, o.Hundred, o.Vague = c.n, true, c.vague
	if mod != ModNone {
		o.Mod = mod
	}
	if c.fuzzy != ModNone && o.Mod == ModNone {
		o.Mod = c.fuzzy
	}
	if p.word(end, "and") && p.word(end+1, "a") && p.word(end+2, "half") && !c.vague {
		o.N += 50
		end += 3
	}
	if p.word(end, "or") && p.word(end+1, "so") {
		if o.Mod == ModNone {
			o.Mod = ModApprox
		}
		end += 2
	}
	if p.clitic(end) && p.lower(end+1) && (p.word(end+1, "time")) && shift == RelNone {
		// "in two weeks' time"
		if len(p.t.Word(end)) > 0 {
			o.Form, o.Rel, o.rule = FormRelative, RelNext, ruleAgo
			return o, end + 2
		}
	}
	if hyphen || p.hyphen(end) { // two-year-old, 30-day, day-long
		if p.hyphen(end) {
			switch {
			case p.word(end+1, "old") || p.word(end+1, "olds"): // an age
				return o, 0
			case p.word(end+1, "long"):
				end += 2
			case p.is(end+1, cAgo):
				return o, 0
			case !hyphen && (p.is(k, cA) || p.is(k, cVagueNo)):
				return o, 0
			}
		}
		if !p.is(end, cAgo) {
			if the && !first && shift == RelNone {
				return o, 0 // "the | 30-day truce"
			}
			return o, end
		}
	}
	if p.word(end, "old") || p.word(end, "of") && p.word(end+1, "age") {
		return o, 0
	}
	if (first || shift == RelLast) && !c.vague && (p.word(end, "of") || p.word(end, "in")) {
		if b, e := p.container(end + 1); e > 0 {
			o.Base, o.Place = &b, placeFirst
			if shift == RelLast || p.word(k-1, "final") {
				o.Place = placeLast
			}
			return o, end
		}
	}
	switch {
	case shift == RelLast && !c.vague:
		o.Place, o.rule = -1, rulePlacedDuration
		return o, end
	case shift == RelNext && !c.vague:
		o.Place, o.rule = 1, rulePlacedDuration
		return o, end
	case shift != RelNone || first:
		if shift == RelLast || shift == RelNext {
			o.rule = rulePlacedDuration
			o.Place = -1
			if shift == RelNext {
				o.Place = 1
			}
		}
		return o, end
	}
	if p.is(end, cAgo) && p.word(end+1, "than") {
		return o, end // "a week later than planned"
	}
	if a := p.at(end); a.class&cAgo != 0 && !p.has(end, token.LineStart) && !(the && !p.word(end, "ago")) {
		if rel, e2 := p.ago(end); e2 > 0 {
			o.Form, o.Rel, o.rule = FormRelative, rel, ruleAgo
			if rel == RelToldBefore || rel == RelToldAfter {
				o.rule = ruleTold
			}
			if rel == RelLast && o.wholeWeeks() {
				if q, e3 := p.weeksOff(e2, o.N/100, RelLast); e3 > 0 {
					return q, e3
				}
			}
			return o, e2
		}
	}
	if o.wholeWeeks() && !the && (p.word(end, "from") || p.word(end, "on") && !p.word(i-1, "for") && !p.is(i-1, cTimes)) {
		if q, e2 := p.weeksOff(end, o.N/100, RelNext); e2 > 0 {
			return q, e2
		}
	}
	if p.word(end, "from") && p.word(end+1, "now") {
		o.Form, o.Rel, o.rule = FormRelative, RelNext, ruleAgo
		return o, end + 2
	}
	// "$5 a year", "40 hours a week": a rate
	if p.is(k, cA) && !approx && o.N == 100 && u.class&cUnits == 0 && p.rate(i) {
		return o, 0
	}
	if the && !first {
		if !(p.is(k, cNumber|cDigits)) {
			return o, 0
		}
	}
	return o, end
}

// wholeWeeks reports whether the object is a plain number of weeks.
func (o *Object) wholeWeeks() bool {
	return o.Unit == UnitWeek && !o.Vague && o.Hundred && o.Mod == ModNone && o.N >= 100 && o.N%100 == 0 && o.N <= 5200
}

// ago tells what the word after a number of units does: "ago", "earlier", "later", "before", "hence".
func (p *parser) ago(i int) (Rel, int) {
	e := p.at(i)
	switch {
	case e.num == -2:
		return RelLast, i + 1
	case e.num == 2:
		return RelNext, i + 1
	case p.word(i, "earlier"):
		return RelToldBefore, i + 1
	case p.word(i, "later") || p.word(i, "afterwards") || p.word(i, "afterward"):
		return RelToldAfter, i + 1
	case p.word(i, "before") || p.word(i, "after"):
		// only where nothing follows that it could govern
		if i+1 >= len(p.t.Tokens) || p.punct(i+1, ".") || p.punct(i+1, ",") || p.punct(i+1, ";") || p.word(i+1, "and") || p.word(i, "before") && p.is(i+1, cVerb) && !p.word(i+1, "being") {
			if p.word(i, "before") {
				return RelToldBefore, i + 1
			}
			return RelToldAfter, i + 1
		}
	}
	return RelNone, 0
}

// singularOK lets a unit in the singular follow a number where a compound has lost its hyphen: "a two day trip".
func (p *parser) singularOK(end int) bool {
	return p.lower(end+1) && !p.is(end+1, cPrep|cSignal|cVerb|cAnd)
}

// bareUnits decides whether a plural unit without a number is an expression of its own.
func (p *parser) bareUnits(k int, shifted, approx bool) bool {
	if shifted {
		return true
	}
	if p.is(k, cWeekend) || p.word(k, "seconds") || p.word(k, "quarters") || p.word(k, "minutes") || p.hyphen(k-1) {
		return p.word(k-1, "for") || p.word(k-1, "within")
	}
	if p.is(k-1, cPrep) && !p.word(k-1, "of") && !p.word(k-1, "at") || p.word(k-1, "take") || p.word(k-1, "took") || p.word(k-1, "taken") {
		return true
	}
	return p.word(k+1, "ago") || p.word(k+1, "later") || p.word(k+1, "earlier") || p.word(k+1, "before") || p.word(k+1, "after") || p.hyphen(k+1) && p.word(k+2, "long") || p.word(k+1, "of") && p.has(k, token.SentStart)
}

// rate reports whether "a year" at token i follows an amount, so that it means "every year".
func (p *parser) rate(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		k := p.t.Tokens[j]
		switch {
		case k.Kind == token.Symbol && (p.t.Word(j) == "$" || p.t.Word(j) == "€" || p.t.Word(j) == "£" || p.t.Word(j) == "%"):
			return true
		case k.Kind == token.Punct || p.is(j, cPrep|cSignal|cVerb):
			return false
		case p.word(j, "percent") || p.word(j, "times") || p.is(j, cTimes) && p.at(j).num > 0:
			return true
		case p.is(j, cMeasure) || p.is(j, cUnits):
			return p.is(j-1, cDigits|cNumber) || p.is(j-2, cDigits|cNumber)
		}
	}
	return false
}
