package timex

import (
	"strings"

	"dateline/app/reading/token"
)

// How a length of time lies to the day it is counted from: Object.Place.
const (
	placeUpTo   = -1 // "the past three weeks"
	placeFrom   = 1  // "the next ten days"
	placeAt     = 2  // "in three weeks": the day at its end
	placeWithin = 3  // "within 30 days": any day until its end
	placeFirst  = 4  // "the first three months | of 2021": of Base
	placeLast   = 5  // "the last four months | of 2021": of Base
)

// amountAt reads one amount: "three weeks", "2 day", "four business days".
func (p *parser) amountAt(i int) (Object, int) {
	c, end := p.number(i)
	if end == 0 || c.vague || c.n <= 0 || !p.is(end, cUnit|cAnd) && !p.is(end+1, cUnit) || p.has(end, token.LineStart) {
		return Object{}, 0
	}
	if p.is(end, cAnd) && p.word(end+1, "a") && p.word(end+2, "half") {
		c.n, end = c.n+50, end+3
	}
	work := p.workday(end)
	if work {
		end++
	}
	u := p.at(end)
	if u.class&cUnit == 0 || u.unit < UnitSecond || u.unit == UnitHalf || u.unit == UnitSeason || u.unit == UnitQuarter || p.word(end, "second") {
		return Object{}, 0
	}
	return Object{Form: FormDuration, N: c.n, Hundred: true, Unit: u.unit, Work: work, rule: ruleDuration}, end + 1
}

// workday reports whether token i says that only days of work count.
func (p *parser) workday(i int) bool {
	return (p.word(i, "business") || p.word(i, "working") || p.word(i, "trading")) && p.at(i+1).unit == UnitDay
}

// amounts reads amounts of ever finer units, the later ones in Plus: "a year and three months", "1 month, 21 days".
func (p *parser) amounts(i int) (o Object, end int) {
	o, end = p.amountAt(i)
	if end == 0 {
		return o, 0
	}
	tail, unit := &o.Plus, o.Unit
	for n := 0; n < 6; n++ {
		j := end
		if p.punct(j, ",") {
			j++
		}
		if p.word(j, "and") {
			j++
		}
		q, e := p.amountAt(j)
		if e == 0 || q.Unit >= unit {
			break
		}
		*tail, tail, unit, end = &q, &q.Plus, q.Unit, e
	}
	return o, end
}

// offset reads amounts counted from a date that is named: "two days after Christmas", "three weeks from tomorrow",
// "2 weeks before May 13, 1999"; and several amounts with "ago" or after "in": "one month and two days ago".
func (p *parser) offset(i int) (Object, int) {
	mod, k := p.approx(i)
	the := p.is(k, cThe)
	if the {
		k++
	}
	if !p.is(k, cNumber|cDigits|cA) || k+1 >= len(p.t.Tokens) || p.kind[k+1] == 0 && !p.workday(k+1) {
		return Object{}, 0
	}
	o, end := p.amounts(k)
	if end == 0 || p.word(end-2, "trading") {
		return o, 0
	}
	o.Mod = mod
	if q, e := p.counted(o, i, end, the); e > 0 {
		return q, e
	}
	if o.Plus == nil || the {
		return Object{}, 0
	}
	o.Form, o.rule = FormRelative, ruleAgo
	switch {
	case p.word(end, "ago"):
		o.Rel = RelLast
		return o, end + 1
	case p.word(end, "hence"):
		o.Rel = RelNext
		return o, end + 1
	case p.word(end, "from") && p.word(end+1, "now"):
		o.Rel = RelNext
		return o, end + 2
	}
	o.Form, o.rule = FormDuration, ruleDuration
	if o.Place = p.ahead(i, end); o.Place != 0 {
		return o, end
	}
	return Object{}, 0
}

// counted reads what amounts that end at token i are counted from: "| from tomorrow", "| before May 13",
// "| starting Monday". at is where they begin.
func (p *parser) counted(o Object, at, i int, the bool) (Object, int) {
	j := i
	o.Rel = RelNext
	switch {
	case p.word(j, "from"), p.word(j, "after"), p.word(j, "following"):
	case p.word(j, "before"):
		o.Rel = RelLast
	case p.word(j, "prior") && p.is(j+1, cTo):
		o.Rel = RelLast
		j++
	case p.word(j, "starting"), p.word(j, "beginning"), p.word(j, "commencing"):
		o.Place = placeFrom
		if p.word(j+1, "from") || p.word(j+1, "on") {
			j++
		}
	case p.punct(j, ",") && p.word(j+1, "from") && p.word(at-1, "for"):
		o.Place = placeFrom
		j++
	default:
		return Object{}, 0
	}
	from := p.word(j, "from")
	if from && p.word(j+1, "right") && p.word(j+2, "now") {
		return Object{}, 0
	}
	if p.has(j+1, token.LineStart) {
		return Object{}, 0
	}
	b, end := p.date(j+1, 1)
	if end == 0 || p.clitic(end) || b.Rel >= RelToldBefore || b.Mod != ModNone {
		return Object{}, 0
	}
	if !b.dayGrained() && b.Holiday == 0 && !(b.Form == FormDate && b.Month != 0 && o.Unit >= UnitMonth) {
		return Object{}, 0
	}
	switch { // a length, not a day
	case the, o.Mod == ModLessThan, from && p.word(at-1, "for"):
		o.Place = placeFrom
	}
	o.Form, o.Base, o.Ahead, o.rule = FormRelative, &b, from && b.YearRel == RelNone && !b.HasYear, ruleOffset
	return o, end
}

// ahead tells how a length of time [i, end) after "in" or "within" lies to what is told of: placeAt, placeWithin, or 0
// where it only measures: "the worst drought in 30 years", "in two days of talks".
func (p *parser) ahead(i, end int) int8 {
	place := int8(placeAt)
	if p.word(i-1, "within") {
		place = placeWithin
	} else if !p.word(i-1, "in") {
		return 0
	}
	if p.word(end, "of") || p.hyphen(end) || p.clitic(end) || p.word(end, "after") || p.word(end, "before") {
		return 0
	}
	for j := i - 2; j >= 0 && j > i-9 && !p.has(j+1, token.SentStart); j-- {
		if p.is(j, cOrdinal|cTimes|cLast) || p.word(j, "only") || p.word(j, "most") || p.word(j, "worst") || p.word(j, "best") ||
			p.word(j, "ever") || p.lower(j) && strings.HasSuffix(p.t.Word(j), "est") {
			return 0
		}
	}
	return place
}

// scheduled reports whether the words around f say that something is set for a time: "the vote is in three weeks", "the
// law takes effect in 30 days", "in a fortnight the fair opens".
func (p *parser) scheduled(f *Found) bool {
	for j := int(f.First) - 2; j >= 0 && j > int(f.First)-5 && !p.has(j+1, token.SentStart); j-- {
		if p.is(j, cTimetable) || j == int(f.First)-2 && (p.word(j, "is") || p.word(j, "are") || p.word(j, "sometime")) {
			return true
		}
	}
	if !p.has(int(f.First)-1, token.SentStart) {
		return false
	}
	for j := int(f.Last); j < int(f.Last)+6 && !p.has(j, token.SentStart); j++ {
		if p.is(j, cTimetable) {
			return true
		}
	}
	return false
}
