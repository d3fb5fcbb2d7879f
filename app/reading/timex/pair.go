package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// pairs joins expressions that are the two ends of one time: "from Friday to Monday", "between August and October",
// "10 August 2013 - 12 September". The second lies after the first, both have one tense, and the first takes the year
// of the second.
func (p *parser) pairs(found []Found) {
	for i := 1; i < len(found); i++ {
		a, b := &found[i-1], &found[i]
		if !p.joined(a, b) {
			continue
		}
		a.Opens, b.Closes = true, true
		switch {
		case a.Tense == TenseNone:
			a.Tense = b.Tense
		default:
			b.Tense = a.Tense
		}
		if a.Form != FormDate || b.Form != FormDate || a.Month == 0 || b.Month == 0 || a.Rel != RelNone || a.YearRel != RelNone {
			continue
		}
		if a.Day == 0 && b.Day == 0 {
			a.EndMon = b.Month
		}
		if b.HasYear && !a.HasYear && (a.Day == 0) == (b.Day == 0) {
			y := int(b.Year)
			if a.Month > b.Month || a.Month == b.Month && a.Day > b.Day {
				y--
			}
			if a.Day == 0 || story.ValidDate(y, int(a.Month), int(a.Day)) {
				a.HasYear, a.Year = true, int16(y)
			}
		}
	}
}

// joined reports whether b follows a after nothing but "to" and the like.
func (p *parser) joined(a, b *Found) bool {
	j := int(a.Last)
	k := j + 1
	if p.is(k, cThe) {
		k++
	}
	if !a.like(b) || int(b.First) != k && int(b.First) != j+1 || p.has(j, token.ParaStart) && p.has(j, token.LineStart) {
		return false
	}
	first := int(a.First) - 1
	if p.is(first, cThe) {
		first--
	}
	switch {
	case p.word(j, "and"):
		return p.word(first, "between")
	case p.is(j, cTo), p.word(j, "through"), p.word(j, "till"), p.word(j, "until"):
		return true
	case p.dash(j):
		return a.Form == FormDate && b.Form == FormDate && (a.Weekday != 0) == (b.Weekday != 0)
	}
	return false
}

// like reports whether two expressions name the same kind of time: two weekdays, two months, two days of a month.
// "Now" can end any.
func (f *Found) like(g *Found) bool {
	if f.Form == FormRef || g.Form == FormRef {
		return f.Ref == RefPresent || g.Ref == RefPresent
	}
	if f.Form != g.Form || f.Form != FormDate {
		return f.Form == FormDate && g.Form == FormRelative || f.Form == FormRelative
	}
	return (f.Day != 0) == (g.Day != 0) && (f.Month != 0) == (g.Month != 0) && (f.Weekday != 0 || f.Month != 0) == (g.Weekday != 0 || g.Month != 0)
}

// closes gives a weekday, month or day without a year that ends a time the days after its beginning.
func (r *resolver) closes(f *Found, a *answer) bool {
	if !f.Closes || !r.prevDated || f.Form != FormDate || f.HasYear || f.YearRel != RelNone || f.Rel != RelNone || f.Holiday != 0 {
		return false
	}
	from := r.prevFrom
	switch {
	case f.rule == ruleWeekday:
		n := story.Day((int(f.Weekday) - isoWeekday(from) + 7) % 7)
		if n == 0 {
			n = 7
		}
		a.v = dayValue(from + n)
	case f.Month != 0 && f.Weekday == 0:
		y, m, d := from.Date()
		if int(f.Month) < m || int(f.Month) == m && f.Day != 0 && int(f.Day) < d {
			y++
		}
		a.v = r.monthValue(y, f)
	default:
		return false
	}
	a.anchor, a.why, a.p = from, whyTold, r.w.Closes
	return true
}

// weekWords may stand between a week and the day of it: "next week, probably on Monday".
var weekWords = token.SetOf("on", "in", "between", "from", "or", "and", "to", ",", "-", "–", "—", "probably", "possibly", "perhaps", "maybe", "likely", "preferably",
	"most", "say", "(", "through")

// inWeek gives a weekday the days of the week that was named just before it.
func (r *resolver) inWeek(f *Found, a *answer) bool {
	if r.weekEnd == 0 || f.Rel != RelNone || f.rule != ruleWeekday {
		return false
	}
	i := int(f.First)
	if i-r.weekEnd > 5 || i < r.weekEnd || r.t.Sentence(i) != r.t.Sentence(r.weekEnd-1) {
		return false
	}
	for j := r.weekEnd; j < i; j++ {
		if !weekWords.Has(r.t.Tokens[j].Hash) {
			return false
		}
	}
	a.v = dayValue(r.weekFrom + story.Day(f.Weekday-1))
	a.anchor, a.why, a.p = r.weekFrom, whyTold, r.w.InWeek
	r.weekEnd = int(f.Last)
	return true
}

// keep remembers an answer for what may follow it.
func (r *resolver) keep(f *Found, a *answer) {
	r.prevDated, r.prevFrom = a.days && f.Opens, a.from
	if f.Form == FormRelative && f.Unit == UnitWeek && a.days && f.rule == ruleShiftedUnit && (shift(f.Rel) != 0) {
		r.weekEnd, r.weekFrom = int(f.Last), a.from
	}
}
