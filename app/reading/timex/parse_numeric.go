package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// numeric reads what begins with a figure: 15/03/2025, 2025-03-15, 4 March, 2024, 1990s, 2022–25, ’24, 44 BC.
func (p *parser) numeric(i int) (Object, int) {
	if p.is(i, cDigits|cOrdinal) && !(p.t.Tokens[max(i-1, 0)].Kind == token.Symbol && p.t.Word(i-1) == "$") {
		if o, e := p.dayMonth(i); e > 0 {
			return o, e
		}
		if o, e := p.dashed(i); e > 0 {
			return o, e
		}
	}
	if !p.has(i, token.Digit) {
		return Object{}, 0
	}
	f := p.figures(i)
	if f.n == 0 || f.mixed {
		return Object{}, 0
	}
	if p.isCode(i) {
		return Object{}, 0
	}
	if o, e := p.isoDate(i, f); e > 0 {
		return o, e
	}
	switch {
	case f.n == 3 && (f.sep == '/' || f.sep == '.') && f.tail == "" && !f.quote:
		if p.hyphen(i+1) && !p.is(i+2, cDigits) { // 2.6.2014-beta
			return Object{}, 0
		}
		return p.slashDate(i, f)
	case f.n == 2 && f.sep == '/' && f.digits[1] == 4 && f.digits[0] <= 2 && f.tail == "" && !f.quote && f.value[0] >= 1 && f.value[0] <= 12 && f.value[1] >= 1900 && f.value[1] < 2100:
		return Object{HasYear: true, Year: int16(f.value[1]), Month: uint8(f.value[0]), rule: ruleMonthYear}, i + 1 // 05/2020
	case f.n == 1 && f.digits[0] == 2 && f.tail == "s" && !f.quote && p.hyphen(i-1) && p.is(i-2, cEdge) && f.value[0]%10 == 0 && f.value[0] >= 20:
		return Object{Form: FormDecade, Decade: decadeOf(f.value[0]), rule: ruleDecade}, i + 1 // mid-80s
	case f.n == 2 && f.sep == '/' && f.digits[0] == 4 && f.digits[1] == 2 && f.tail == "" && !f.quote && f.value[0] >= 1800 && f.value[0] < 2150 && f.value[1] == (f.value[0]+1)%100:
		return Object{Form: FormRange, HasYear: true, Year: int16(f.value[0]), EndYear: int16(f.value[0] + 1), rule: ruleRange}, i + 1 // "2023/24"
	case f.n == 2 && f.sep == '/' && f.value[0] == 9 && f.value[1] == 11 && f.tail == "":
		return Object{HasYear: true, Year: 2001, Month: 9, Day: 11, rule: ruleHoliday}, i + 1
	case f.n == 1 && f.tail == "s" && (f.digits[0] == 4 && f.value[0]%10 == 0 && f.value[0] >= 1000 && f.value[0] < 2200):
		if f.value[0]%100 == 0 && f.value[0] < 2000 {
			return Object{Form: FormCentury, Century: int8(f.value[0]/100 + 1), rule: ruleCentury}, i + 1
		}
		return Object{Form: FormDecade, Decade: int16(f.value[0] / 10), rule: ruleDecade}, i + 1
	case f.n == 1 && f.quote && f.digits[0] == 2 && f.tail == "s" && f.value[0]%10 == 0:
		return Object{Form: FormDecade, Decade: decadeOf(f.value[0]), rule: ruleDecade}, i + 1
	case f.n == 1 && f.quote && f.digits[0] == 2 && f.tail == "":
		return Object{HasYear: true, Year: int16(century(f.value[0])), Short: true, rule: ruleYear}, i + 1
	case f.plain() && f.value[0] > 0 && f.digits[0] <= 4 && p.is(i+1, cEra) && p.has(i+1, token.Upper) && !p.has(i+1, token.LineStart):
		y := f.value[0]
		if p.at(i+1).num < 0 {
			y = 1 - y
		}
		return Object{HasYear: true, Year: int16(y), rule: ruleEraYear}, i + 2
	case f.plain():
		return p.bareYear(i)
	}
	return Object{}, 0
}

// isCode reports whether a figure is part of a number that is no date: a price, a phone number, a version.
func (p *parser) isCode(i int) bool {
	if i > 0 && p.t.Tokens[i-1].Kind == token.Symbol && !p.has(i, token.Spaced) {
		return true
	}
	if p.glued(i) && (p.punct(i-1, ".") || p.punct(i-1, "/") || p.punct(i-1, ":")) && p.glued(i-1) {
		return true
	}
	if p.is(i-1, cNoYear) && !p.word(i-1, "no") && !p.word(i-1, "order") {
		return true
	}
	if p.glued(i+1) && i+1 < len(p.t.Tokens) && p.t.Tokens[i+1].Kind == token.Symbol && p.t.Word(i+1) != "°" {
		return true
	}
	return false
}

// isoDate reads 2025-03-15 and 2025-03-15T08:00, 2025/03/15, 2025-W12.
func (p *parser) isoDate(i int, f figures) (Object, int) {
	if f.n == 3 && f.digits[0] == 4 && (f.sep == '/' || f.sep == '.') && f.tail == "" && story.ValidDate(f.value[0], f.value[1], f.value[2]) && f.value[0] > 0 {
		return Object{HasYear: true, Year: int16(f.value[0]), Month: uint8(f.value[1]), Day: uint8(f.value[2]), rule: ruleNumericDate}, i + 1
	}
	if !f.plain() || f.digits[0] != 4 || f.value[0] == 0 || !p.hyphen(i+1) {
		return Object{}, 0
	}
	if p.has(i+2, token.Digit) && p.capital(i+2) && len(p.t.Word(i+2)) == 3 && p.t.Word(i + 2)[0] == 'W' {
		if w := int(p.t.Word(i + 2)[1]-'0')*10 + int(p.t.Word(i + 2)[2]-'0'); w >= 1 && w <= weeksIn(f.value[0]) {
			return Object{Form: FormWeek, HasYear: true, Year: int16(f.value[0]), Week: uint8(w), rule: ruleWeekNumber}, i + 3
		}
	}
	m := p.figures(i + 2)
	if !m.plain() || m.digits[0] != 2 || m.value[0] < 1 || m.value[0] > 12 || !p.hyphen(i+3) {
		return Object{}, 0
	}
	d := p.figures(i + 4)
	if d.n == 0 || d.digits[0] != 2 || !story.ValidDate(f.value[0], m.value[0], d.value[0]) || p.hyphen(i+5) {
		return Object{}, 0
	}
	o := Object{HasYear: true, Year: int16(f.value[0]), Month: uint8(m.value[0]), Day: uint8(d.value[0]), rule: ruleNumericDate}
	switch {
	case d.plain():
		return o, i + 5
	case d.n == 1 && len(d.tail) >= 1 && (d.tail[0] == 'T' || d.tail[0] == 't'):
		return p.isoClock(i+4, d, o)
	}
	return Object{}, 0
}

// isoClock reads the clock of 2025-03-15T08:00:00Z; the tokenizer has cut it after the T.
func (p *parser) isoClock(i int, d figures, o Object) (Object, int) {
	if len(d.tail) != 1 || !p.glued(i+1) {
		return o, 0
	}
	c := p.figures(i + 1)
	if c.n < 2 || c.sep != ':' || c.value[0] > 24 || c.value[1] > 59 {
		return o, 0
	}
	o.HasTime, o.Hour, o.Minute = true, int8(c.value[0]), int8(c.value[1])
	o.UTC = c.tail == "Z" || c.tail == "z"
	if c.n == 3 && c.value[2] < 60 {
		o.Second = int8(c.value[2])
	}
	end := i + 2
	if p.glued(end) && (p.t.Word(end) == "+" || p.hyphen(end)) && p.figures(end+1).n > 0 {
		o.Zone = true
		end += 2
	}
	return o, end
}

// slashDate reads 15/03/2025, 03.04.2025, 3/4/25. What order day and month have may stay open.
func (p *parser) slashDate(i int, f figures) (Object, int) {
	a, b, y := f.value[0], f.value[1], f.value[2]
	if f.digits[0] > 2 || f.digits[1] > 2 || a < 1 || b < 1 {
		return Object{}, 0
	}
	switch f.digits[2] {
	case 4:
	case 2:
		if f.sep == '.' {
			return Object{}, 0
		}
		y = century(y)
	default:
		return Object{}, 0
	}
	if y < 1000 || y > 2199 {
		return Object{}, 0
	}
	if f.sep == '.' && p.is(i-1, cNoYear) {
		return Object{}, 0
	}
	o := Object{HasYear: true, Year: int16(y), Short: f.digits[2] == 2, rule: ruleNumericDate}
	dmy, mdy := story.ValidDate(y, b, a), story.ValidDate(y, a, b)
	switch {
	case f.sep == '.' && dmy, dmy && !mdy:
		o.Day, o.Month = uint8(a), uint8(b)
	case mdy && !dmy:
		o.Day, o.Month = uint8(b), uint8(a)
	case dmy:
		o.Day, o.Month, o.Swap = uint8(b), uint8(a), a != b // month first until the text decides
	default:
		return Object{}, 0
	}
	return o, i + 1
}

// dashed reads 12-Dec-2014, 19-Nov-12 and 12-12-2014.
func (p *parser) dashed(i int) (Object, int) {
	if !p.hyphen(i + 1) {
		return Object{}, 0
	}
	f := p.figures(i)
	if !f.plain() || f.digits[0] > 2 || f.value[0] < 1 || !p.hyphen(i+3) || p.hyphen(i-1) || p.hyphen(i+5) || p.isCode(i) {
		return Object{}, 0
	}
	y := p.figures(i + 4)
	if !y.plain() || y.digits[0] != 4 && y.digits[0] != 2 {
		return Object{}, 0
	}
	year := y.value[0]
	if p.is(i+2, cMonth) {
		if y.digits[0] == 2 {
			year = century(year)
		}
		if month := int(p.at(i + 2).num); year >= 1000 && year < 2200 && story.ValidDate(year, month, f.value[0]) {
			return Object{HasYear: true, Year: int16(year), Month: uint8(month), Day: uint8(f.value[0]), Short: y.digits[0] == 2, rule: ruleFullDate}, i + 5
		}
		return Object{}, 0
	}
	m := p.figures(i + 2)
	if !m.plain() || m.digits[0] > 2 || y.digits[0] != 4 {
		return Object{}, 0
	}
	g := figures{n: 3, sep: '/'}
	g.value, g.digits = [3]int{f.value[0], m.value[0], year}, [3]int{f.digits[0], m.digits[0], 4}
	o, end := p.slashDate(i, g)
	if end == 0 {
		return o, 0
	}
	return o, i + 5
}

// bareYear reads a four-digit figure that stands for a year by its surroundings, and ranges of years.
func (p *parser) bareYear(i int) (Object, int) {
	y, ok := p.yearOf(i)
	if !ok {
		return Object{}, 0
	}
	o := Object{HasYear: true, Year: int16(y), rule: ruleYear}
	end := i + 1
	if q, e := p.yearFirst(i, y); e > 0 {
		return q, e
	}
	if (p.hyphen(i+1) || p.dash(i+1) || p.punct(i+1, "/")) && p.is(i+2, cDigits) && (p.hyphen(i+1) || !p.punct(i+1, "/")) {
		f := p.figures(i + 2)
		y2 := 0
		if f.plain() && f.digits[0] == 4 {
			y2 = f.value[0]
		} else if f.plain() && f.digits[0] == 2 && p.hyphen(i+1) {
			y2 = y/100*100 + f.value[0]
		}
		if y2 > y && y2 < 2200 && y2-y < 400 && !p.hyphen(i+3) && p.fineYear(i, i+3, y, p.is(i-1, cPrep|cSignal)) {
			o.Form, o.EndYear, o.rule = FormRange, int16(y2), ruleRange
			return o, i + 3
		}
		if p.hyphen(i + 1) {
			return o, 0
		}
	}
	if !p.fineYear(i, end, y, false) {
		return o, 0
	}
	return o, end
}

// yearFirst reads "2024 August" and "2020 Q1", also with a dash between.
func (p *parser) yearFirst(i, y int) (Object, int) {
	j := p.sep(i + 1)
	if p.has(j, token.LineStart) || p.hyphen(i-1) {
		return Object{}, 0
	}
	switch e := p.at(j); {
	case e.class&cQn != 0 && (e.unit == UnitQuarter || e.unit == UnitHalf) && !p.word(j+1, "of"):
		o := Object{Form: FormQuarter, Quarter: uint8(e.num), HasYear: true, Year: int16(y), rule: ruleQuarter}
		if e.unit == UnitHalf {
			o.Form, o.Quarter, o.Half = FormHalf, 0, uint8(e.num)
		}
		return o, j + 1
	case e.class&cMonth != 0 && j == i+1 && p.capital(j) && !p.is(j+1, cDigits|cOrdinal|cVerb) && !p.capital(j+1) && p.noMore(j+1) && !p.word(i-1, "since"):
		if _, e := p.yearRel(j + 1); e == 0 && !p.word(j, "may") || p.word(j, "may") && p.is(i-1, cPrep|cSignal|cTo|cAnd) {
			return Object{HasYear: true, Year: int16(y), Month: uint8(p.at(j).num), rule: ruleMonthYear}, j + 1
		}
	}
	return Object{}, 0
}

// fineYear decides whether the figure y at [i, end) is a year. sure is that the words before say so.
func (p *parser) fineYear(i, end, y int, sure bool) bool {
	prev := p.at(i - 1)
	if p.isCode(i) {
		return false
	}
	if p.hyphen(i-1) && !p.prefixed(i) { // A-2000, 555-2019
		return false
	}
	if prev.class&cDigits != 0 && !p.is(i-1, cOrdinal) && p.figures(i-1).plain() && p.glued(i) {
		return false
	}
	if prev.class&cDigits != 0 && p.figures(i-1).plain() { // a row of figures
		return false
	}
	if p.hyphen(end) && !p.is(end+1, cDigits) {
		// "2000-seat" is a number, "2024-born" hardly met
		return y >= 1900 && y <= 2100 && (p.word(end+1, "based") || p.word(end+1, "era") || p.word(end+1, "style") || p.word(end+1, "model") || p.word(end+1, "vintage"))
	}
	if p.glued(end) && (p.t.Tokens[end].Kind == token.Symbol || p.punct(end, "/")) {
		return false
	}
	next := p.at(end)
	if p.has(end, token.LineStart) {
		next = &noEntry
	}
	if next.class&cMeasure != 0 && !p.clitic(end) {
		return false
	}
	if p.capital(end) && !p.has(end, token.LineStart) {
		if p.is(end, cStreet) || p.capital(end+1) && p.is(end+1, cStreet) || p.capital(end+2) && p.is(end+2, cStreet) {
			return false
		}
	}
	if next.class&cUnit != 0 && p.is(end, cUnits) {
		return false
	}
	if y == 2000 && p.capital(i-1) && !p.has(i, token.LineStart) && prev.class == 0 && !p.has(i-1, token.SentStart) { // Windows 2000
		return false
	}
	return p.yearByWords(i, end, y, sure || p.hyphen(i-1))
}

// prefixed reports "mid-", "post-" or "pre-" before the figure at i.
func (p *parser) prefixed(i int) bool {
	return p.is(i-2, cEdge) || p.word(i-2, "post") || p.word(i-2, "pre")
}

// yearByWords decides by the words around whether the figure y at [i, end) is a year. sure is that the words before say so.
func (p *parser) yearByWords(i, end, y int, sure bool) bool {
	prev := p.at(i - 1)
	det := prev.class&(cThe|cPossessive) != 0 || p.clitic(i-1)
	prep := prev.class&(cPrep|cSignal|cTo|cEdge) != 0 || p.word(i-1, "year") || sure
	modern := y >= 1900 && y <= 2100
	if p.plural(end) && !det {
		return modern && (p.word(i-1, "in") || p.word(i-1, "since") || p.word(i-1, "during"))
	}
	if p.word(i-1, "about") || p.word(i-1, "some") || p.word(i-1, "over") || p.word(i-1, "than") || p.word(i-1, "nearly") ||
		p.word(i-1, "almost") || p.word(i-1, "approximately") || p.word(i-1, "roughly") || p.word(i-1, "least") || p.word(i-1, "most") {
		if p.lower(end) && !p.is(end, cPrep|cSignal|cAnd|cVerb|cTo) {
			return false
		}
		return modern
	}
	switch {
	case modern:
		return true
	case prep:
		return !p.lower(end) || p.is(end, cPrep|cSignal|cAnd|cVerb|cTo|cThe|cA) || y >= 1500
	case y >= 1500:
		return det || p.punct(i-1, "(") || prev.class&cAnd != 0 && p.is(i-2, cDigits)
	}
	return false
}

// plural reports whether token i is a common noun in the plural, by its letters.
func (p *parser) plural(i int) bool {
	if !p.lower(i) || p.has(i, token.LineStart) || p.is(i, cVerb|cUnits|cPlan|cPrep) {
		return false
	}
	w := p.t.Word(i)
	n := len(w)
	if n < 4 || w[n-1] != 's' {
		return false
	}
	switch w[n-2] {
	case 's', 'u', 'i':
		return false
	}
	switch w {
	case "marks", "sees", "brings", "looks", "promises", "starts", "begins", "ends", "remains", "always", "perhaps", "versus", "plus", "towards":
		return false
	}
	return true
}

// tens are the leading figures of a year in words.
func (p *parser) wordYear(i int) (Object, int) {
	e := p.at(i)
	if e.class&cNumber == 0 {
		return Object{}, 0
	}
	if p.word(i, "two") && p.word(i+1, "thousand") {
		y, end := 2000, i+2
		if p.word(end, "and") {
			end++
		}
		if n, e2 := p.smallNumber(end); e2 > 0 && n < 100 {
			return Object{HasYear: true, Year: int16(y + n), rule: ruleWordYear}, e2
		}
		if p.word(i-1, "year") || p.is(i-1, cMonth) {
			return Object{HasYear: true, Year: 2000, rule: ruleWordYear}, i + 2
		}
		return Object{}, 0
	}
	if e.num < 15 || e.num > 20 {
		return Object{}, 0
	}
	if p.is(i+1, cDecadeWord) { // nineteen eighties
		return Object{Form: FormDecade, Decade: int16(int(e.num)*10 + int(p.at(i+1).num)), rule: ruleDecade}, i + 2
	}
	n, end := p.smallNumber(p.sep(i + 1))
	if end == 0 || n < 10 || n > 99 || p.is(end, cUnit|cMeasure) || p.plural(end) {
		return Object{}, 0
	}
	return Object{HasYear: true, Year: int16(int(e.num)*100 + n), rule: ruleWordYear}, end
}

// smallNumber reads a number word below 100: "ninety-six", "seventy".
func (p *parser) smallNumber(i int) (int, int) {
	e := p.at(i)
	if e.class&cNumber == 0 || e.num >= 100 {
		return 0, 0
	}
	n, end := int(e.num), i+1
	if n >= 20 {
		j := p.sep(end)
		if u := p.at(j); u.class&cNumber != 0 && u.num < 10 {
			return n + int(u.num), j + 1
		}
	}
	return n, end
}

// weeksIn is 52 or 53, the number of ISO weeks of a year.
func weeksIn(year int) int {
	_, w := story.NewDay(year, 12, 28).ISOWeek()
	return w
}
