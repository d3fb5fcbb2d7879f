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

// durationParse is one duration while it is parsed.
type durationParse struct {
	*parser
	o      Object
	i      int // where the expression begins
	j      int // after "about", "more than"
	k      int // where the number stands
	end    int // after what is parsed
	mod    Mod
	approx bool // "about", "more than" stands there
	the    bool // "the", "this" stands before the number
	first  bool // "the first", "the final"
	shift  Rel  // "the last", "the next"
	c      count
	u      *entry // the unit
	hyphen bool   // "three-week"
}

// duration parses "three weeks", "30-day", "the past two months", "two weeks ago", "48 hours later", "a year and a half".
func (p *parser) duration(i int) (Object, int) {
	d := durationParse{parser: p, i: i, o: Object{Form: FormDuration, rule: ruleDuration}}
	if !d.opening() || !d.amount() || !d.unit() {
		return d.o, 0
	}
	if p.word(d.k, "one") && p.word(d.end-1, "day") && !d.approx && d.shift == RelNone && p.has(d.k, token.SentStart) && p.punct(d.end, ",") {
		return Object{Form: FormRef, Ref: RefFuture, rule: ruleRef}, d.end
	}
	d.halves()
	if p.clitic(d.end) && p.lower(d.end+1) && p.word(d.end+1, "time") && d.shift == RelNone && len(p.t.Word(d.end)) > 0 {
		d.o.Form, d.o.Rel, d.o.rule = FormRelative, RelNext, ruleAgo // "in two weeks' time"
		return d.o, d.end + 2
	}
	if d.hyphen || p.hyphen(d.end) {
		if o, end, done := d.compound(); done {
			return o, end
		}
	}
	if p.word(d.end, "old") || p.word(d.end, "of") && p.word(d.end+1, "age") {
		return d.o, 0
	}
	if d.shift != RelNone || d.first {
		return d.shiftedLength()
	}
	return d.counted()
}

// opening parses what stands before the number: "about", "the past", "the first".
func (d *durationParse) opening() bool {
	p := d.parser
	d.mod, d.j = p.approx(d.i)
	j := d.j
	d.approx = j > d.i
	if d.approx && (p.is(j, cThe|cThis|cThat|cPossessive) || p.is(j, cLast|cNext) || p.word(j, "past")) && p.word(d.i, "over") {
		return false // "over the past week": a preposition
	}
	if p.word(j, "another") {
		return false
	}
	d.the = p.is(j, cThe) || p.is(j, cThis|cThat) && !d.approx
	d.k = j
	if d.the || p.is(j, cPossessive) {
		d.k++
	}
	k := d.k
	switch e := p.at(k); {
	case e.class&cLast != 0 && !p.lasts(k) || p.word(k, "past") || p.word(k, "latest"):
		d.shift = RelLast
	case p.word(k, "recent"):
		if !p.is(k+1, cUnits) {
			return false
		}
		d.shift = RelLast
	case e.class&cNext != 0:
		d.shift = RelNext
	case e.class&cFollow != 0:
		d.shift = RelToldAfter
	case e.class&cPrevious != 0:
		d.shift = RelToldBefore
	case p.word(k, "first") || p.word(k, "final") || p.word(k, "opening"):
		d.first = d.the || p.is(j, cPossessive) || p.is(k+1, cNumber|cDigits)
	case p.word(k, "entire") || p.word(k, "full") || p.word(k, "whole"):
		return false
	}
	if d.shift != RelNone || d.first {
		d.k++
		return true
	}
	return !p.is(j, cPossessive)
}

// fillers stand between a number and its unit: "three more weeks".
var fillers = [...]string{"more", "full", "consecutive", "straight", "additional", "long", "solid", "successive", "other"}

// amount parses the number, and all that stands before the unit.
func (d *durationParse) amount() bool {
	p, k := d.parser, d.k
	d.c, d.end = p.number(k)
	if d.end == 0 || p.is(k, cA) && (d.the || d.shift != RelNone) {
		// bare plural: "weeks", "recent months", "the past years"
		u := p.at(k).unit
		if !p.is(k, cUnits) || u < UnitSecond || u == UnitHalf || u == UnitSeason || d.shift == RelNone && !d.first && d.the ||
			!p.bareUnits(k, d.shift != RelNone || d.first, d.approx) {
			return false
		}
		d.c, d.end = count{vague: true}, k
	}
	if end := d.end; d.shift == RelNone && !d.first && end > k && (p.word(end, "past") || p.is(end, cNext)) && p.is(end+1, cUnits) {
		d.shift, d.end = RelLast, end+1 // "the 5 past years", "two upcoming weeks"
		if p.is(end, cNext) {
			d.shift = RelNext
		}
	}
	// "two to three weeks", "12 to 18 months", "two or three days", "12-18 months"
	if end := d.end; end > k && (p.is(end, cTo) || p.word(end, "or") || p.hyphen(end) || p.dash(end)) {
		if c2, e2 := p.number(end + 1); e2 > 0 && !c2.vague && c2.n > d.c.n && !d.c.vague && p.is(p.sep(e2), cUnit) && !p.is(end+1, cA) {
			d.c.fuzzy = ModApprox
			d.end = e2
		}
	}
	if d.andAHalf() && p.is(d.end+3, cUnits) {
		d.c.n += 50
		d.end += 3
	}
	for d.filler() {
		if p.word(d.end, "other") && !d.c.vague {
			return false
		}
		d.o.Work = d.o.Work || p.workday(d.end)
		d.end++
	}
	if d.hyphen = p.hyphen(d.end); d.hyphen {
		d.end++
	}
	return !p.has(d.end, token.LineStart) || d.end <= k
}

func (d *durationParse) filler() bool {
	for _, w := range fillers {
		if d.word(d.end, w) {
			return true
		}
	}
	return d.workday(d.end)
}

// andAHalf reports "and a half" at the end of what is parsed.
func (d *durationParse) andAHalf() bool {
	return d.word(d.end, "and") && d.word(d.end+1, "a") && d.word(d.end+2, "half")
}

// unit parses the unit, and rejects what fits no number: "a weeks", "two second", "three quarters of the members".
func (d *durationParse) unit() bool {
	p, k, end, c := d.parser, d.k, d.end, d.c
	d.u = p.at(end)
	u := d.u
	plural, digits := u.class&cUnits != 0, p.is(k, cDigits|cNumber)
	switch {
	case (u.class&cUnit == 0 || u.unit == UnitHalf || u.unit == UnitSeason) && u.class&cWeekend == 0,
		u.unit == UnitSecond && !plural && !(d.hyphen && digits),
		u.unit == UnitMinute && !plural && c.n > 100 && !d.hyphen && !digits,
		!plural && c.n > 100 && !d.hyphen && !p.singularOK(end),
		c.n == 0 && !c.vague,
		p.is(k, cA) && plural && !c.vague && c.n == 100,
		u.unit == UnitQuarter && (p.word(end+1, "of") || !d.hyphen && c.n == 100 && d.shift == RelNone || p.hyphen(end-1) && plural):
		return false
	}
	d.end++
	return true
}

// halves parses "and a half" and "or so" after the unit, and completes the object's number.
func (d *durationParse) halves() {
	d.o.Unit = d.u.unit
	d.o.N, d.o.Hundred, d.o.Vague = d.c.n, true, d.c.vague
	if d.o.Mod = d.mod; d.o.Mod == ModNone {
		d.o.Mod = d.c.fuzzy
	}
	if d.andAHalf() && !d.c.vague {
		d.o.N += 50
		d.end += 3
	}
	if d.word(d.end, "or") && d.word(d.end+1, "so") {
		if d.o.Mod == ModNone {
			d.o.Mod = ModApprox
		}
		d.end += 2
	}
}

// compound parses what a hyphen joins: "two-year-old", "30-day", "day-long". It is not done where "ago" follows.
func (d *durationParse) compound() (o Object, end int, done bool) {
	p := d.parser
	if p.hyphen(d.end) {
		switch next := d.end + 1; {
		case p.word(next, "old") || p.word(next, "olds"): // an age
			return d.o, 0, true
		case p.word(next, "long"):
			d.end += 2
		case p.is(next, cAgo):
			return d.o, 0, true
		case !d.hyphen && (p.is(d.k, cA) || p.is(d.k, cVagueNo)):
			return d.o, 0, true
		}
	}
	if p.is(d.end, cAgo) {
		return d.o, 0, false
	}
	if d.the && !d.first && d.shift == RelNone {
		return d.o, 0, true // "the | 30-day truce"
	}
	return d.o, d.end, true
}

// shiftedLength completes "the past three weeks", "the next few days", "the first two months of 2024".
func (d *durationParse) shiftedLength() (Object, int) {
	p := d.parser
	if (d.first || d.shift == RelLast) && !d.c.vague && (p.word(d.end, "of") || p.word(d.end, "in")) {
		if b, e := p.container(d.end + 1); e > 0 {
			d.o.Base, d.o.Place = &b, placeFirst
			if d.shift == RelLast || p.word(d.k-1, "final") {
				d.o.Place = placeLast
			}
			return d.o, d.end
		}
	}
	switch d.shift {
	case RelLast:
		d.o.Place, d.o.rule = -1, rulePlacedDuration
	case RelNext:
		d.o.Place, d.o.rule = 1, rulePlacedDuration
	}
	return d.o, d.end
}

// counted parses what may follow a plain length: "ago", "later", "from now", and leaves rates out: "$5 a year".
func (d *durationParse) counted() (Object, int) {
	p, end := d.parser, d.end
	if p.is(end, cAgo) && p.word(end+1, "than") {
		return d.o, end // "a week later than planned"
	}
	if a := p.at(end); a.class&cAgo != 0 && !p.has(end, token.LineStart) && !(d.the && !p.word(end, "ago")) {
		if rel, e2 := p.ago(end); e2 > 0 {
			d.o.Form, d.o.Rel, d.o.rule = FormRelative, rel, ruleAgo
			if rel == RelToldBefore || rel == RelToldAfter {
				d.o.rule = ruleTold
			}
			if rel == RelLast && d.o.wholeWeeks() {
				if q, e3 := p.weeksOff(e2, d.o.N/100, RelLast); e3 > 0 {
					return q, e3
				}
			}
			return d.o, e2
		}
	}
	if d.o.wholeWeeks() && !d.the && (p.word(end, "from") || p.word(end, "on") && !p.word(d.i-1, "for") && !p.is(d.i-1, cTimes)) {
		if q, e2 := p.weeksOff(end, d.o.N/100, RelNext); e2 > 0 {
			return q, e2
		}
	}
	if p.word(end, "from") && p.word(end+1, "now") {
		d.o.Form, d.o.Rel, d.o.rule = FormRelative, RelNext, ruleAgo
		return d.o, end + 2
	}
	if p.is(d.k, cA) && !d.approx && d.o.N == 100 && d.u.class&cUnits == 0 && p.rate(d.i) {
		return d.o, 0 // "$5 a year", "40 hours a week"
	}
	if d.the && !p.is(d.k, cNumber|cDigits) {
		return d.o, 0
	}
	return d.o, end
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
