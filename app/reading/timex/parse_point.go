package timex

import "dateline/app/reading/token"

// point reads a date, a time of day, or both joined: "8 p.m. EST on Tuesday", "Monday morning", "15/03/2025 08:00".
func (p *parser) point(i int) (Object, int) {
	start := i
	approx := ModNone
	if e := p.at(i); e.class&cApprox != 0 {
		if e.mod != ModApprox && e.mod != ModLessThan || e.num != 0 {
			return Object{}, 0
		}
		approx = ModApprox
		i++
	}
	o, end := p.timeFirst(i)
	if d, e := p.dateFirst(i); e > end {
		o, end = d, e
	}
	if end == 0 {
		return o, 0
	}
	if approx != ModNone {
		// "about Friday" is rare, "about 1990" and "around Nov. 1" are not
		if start > 0 && p.is(start-1, cVerb) && p.word(start, "about") && !p.is(i, cDigits|cMonth|cNoon) {
			return o, 0
		}
		if o.Mod == ModNone {
			o.Mod = approx
		}
	}
	return o, end
}

// dateFirst reads a date and what may follow it: a part of the day or a clock time.
func (p *parser) dateFirst(i int) (Object, int) {
	o, end := p.date(i, 0)
	if end == 0 {
		return o, 0
	}
	if !o.dayGrained() {
		return o, end
	}
	j := end
	if p.is(j, cPart) && !p.has(j, token.LineStart) && o.Holiday == 0 && !(o.rule == ruleWeekday && p.pluralPart(j)) {
		if e := p.at(j); p.word(j, "overnight") || !p.has(j, token.Capital) || p.has(j-1, token.Capital) {
			o.Part = Part(e.num)
			if o.Form == FormDate && o.Weekday != 0 && o.rule == ruleWeekday { // "Wednesday evening next week"
				if q, e2 := p.weekdayOfWeek(j+1, o.Weekday); e2 > 0 {
					q.Part = o.Part
					return q, e2
				}
			}
			if o.Form == FormDate || o.Form == FormRelative {
				return o, j + 1
			}
		}
	}
	// "Friday at 8 p.m.", "15/03/2025 08:00", "March 4, 6:30 p.m."
	if p.punct(j, ",") {
		j++
	}
	at := p.word(j, "at") || p.word(j, "around")
	if at {
		j++
	}
	if e := p.at(j); !p.has(j, token.LineStart) || o.rule == ruleNumericDate {
		if c, e2 := p.clock(j, true); e2 > 0 && (at || e.class&cNoon == 0) {
			o.takeClock(c)
			if y, e3 := p.year(e2); e3 > 0 && !o.HasYear && o.Day != 0 && p.figures(j).n == 3 { // Wed Oct 26 15:50:06 2016
				o.HasYear, o.Year, e2 = true, int16(y), e3
			}
			return o, e2
		}
	}
	return o, end
}

// dayGrained reports whether the object names single days, so that a time of day can follow.
func (o *Object) dayGrained() bool {
	switch {
	case o.HasTime || o.Part != PartNone || o.Ref != RefNone:
		return false
	case o.Form == FormDate:
		return o.Day != 0 || o.Weekday != 0
	case o.Form == FormRelative:
		return o.Unit == UnitDay
	}
	return false
}

func (o *Object) takeClock(c Object) {
	o.HasTime, o.Hour, o.Minute, o.Second, o.UTC, o.Zone = true, c.Hour, c.Minute, c.Second, c.UTC, c.Zone
	if c.Part != PartNone {
		o.Part = c.Part
	}
	if c.Mod != ModNone {
		o.Mod = c.Mod
	}
}

// timeFirst reads a time of day and a date that may follow it: "noon Thursday", "6:30 p.m. on March 4", "this morning".
func (p *parser) timeFirst(i int) (Object, int) {
	c, end := p.clock(i, false)
	if end == 0 {
		c, end = p.dayPart(i)
	}
	if end == 0 {
		return c, 0
	}
	if c.Form == FormRelative || c.Form == FormDate { // "this morning" names its day already
		return c, end
	}
	j := end
	if p.punct(j, ",") {
		j++
	}
	if p.word(j, "on") || p.word(j, "of") {
		j++
	}
	if !p.has(j, token.LineStart) {
		if d, e := p.date(j, 0); e > 0 && d.dayGrained() && (j == end || d.Weekday != 0 || d.Day != 0 || j > end) {
			mod := c.Mod
			part := c.Part
			if c.HasTime {
				d.takeClock(c)
			}
			d.Part = part
			if mod != ModNone {
				d.Mod = mod
			}
			return d, e
		}
	}
	if c.HasTime || p.word(i, "overnight") || c.Mod != ModNone && p.is(i-1, cPrep|cSignal) {
		return c, end
	}
	return c, 0
}

// clock finds a time of day by the clock. After a date (sure) "08:00" needs no other sign.
func (p *parser) clock(i int, sure bool) (Object, int) {
	o := Object{Form: FormTimeOfDay, rule: ruleClock, HasTime: true}
	e := p.at(i)
	end := 0
	switch {
	case e.class&cNoon != 0:
		if !p.has(i, token.Capital) || p.has(i, token.SentStart) {
			o.Hour, end = int8(e.num), i+1
		}
	case e.class&cDigits != 0:
		end = p.clockFigures(&o, i, sure)
	case e.class&cNumber != 0 && e.num <= 12 && p.t.Is(i+1, "o'clock"):
		o.Hour, end = int8(e.num), i+2
	case e.class&cNumber != 0 && e.num <= 12:
		if mer, e2 := p.meridiem(i, figures{}); mer >= 0 {
			o.Hour, end = to24(int(e.num), mer), e2
		}
	}
	if end == 0 {
		return o, 0
	}
	part := PartNone
	if p.word(end, "in") && p.is(end+1, cThe) && p.is(end+2, cPart) { // "three o'clock in the morning"
		part = Part(p.at(end + 2).num)
		end += 3
	} else if p.is(end, cThis) && p.is(end+1, cPart) && p.word(end, "this") { // "6 o'clock this afternoon"
		part = Part(p.at(end + 1).num)
		end += 2
	}
	if part >= PartAfternoon && o.Hour < 12 {
		o.Hour += 12
	}
	if o.Hour > 24 || o.Hour == 24 && o.Minute > 0 {
		return o, 0
	}
	if n := p.zone(end); n > 0 {
		o.Zone = true
		o.UTC = p.is(end, cZone) && p.at(end).num == 1
		end += n
	}
	return o, end
}

// clockFigures puts a time in figures, "8:30 p.m.", "1700 GMT", into o, and gives the token after; 0 if there is none.
func (p *parser) clockFigures(o *Object, i int, sure bool) int {
	f := p.figures(i)
	switch {
	case f.plain() && f.digits[0] == 4 && f.value[0] < 2400 && f.value[0]%100 < 60 && p.is(i+1, cZone) && p.has(i+1, token.Upper):
		o.Hour, o.Minute = int8(f.value[0]/100), int8(f.value[0]%100) // 1700 GMT
		return i + 1
	case f.quote || f.mixed || f.value[0] < 0 || f.value[0] > 24:
		return 0
	case f.n == 3 && f.sep == ':' && f.tail == "" && f.value[1] < 60 && f.value[2] < 60 && f.digits[1] == 2 && f.digits[2] == 2:
		if !sure && !p.clockCue(i) {
			return 0
		}
		o.Hour, o.Minute, o.Second = int8(f.value[0]), int8(f.value[1]), int8(f.value[2])
		return i + 1
	case f.n == 2 && (f.sep == ':' || f.sep == '.') && f.digits[1] == 2 && f.value[1] < 60 && f.digits[0] <= 2:
		o.Minute = int8(f.value[1])
	case f.n != 1:
		return 0
	}
	minutes := f.n == 2
	switch mer, e2 := p.meridiem(i, f); {
	case mer >= 0 && f.value[0] <= 12 && (minutes || f.value[0] >= 1):
		o.Hour = to24(f.value[0], mer)
		return e2
	case !minutes && f.tail == "" && p.t.Is(i+1, "o'clock") && f.value[0] <= 12:
		o.Hour = int8(f.value[0])
		return i + 2
	case f.tail == "" && f.value[0] <= 12 && p.word(i+1, "in") && p.word(i+2, "the") && p.is(i+3, cPart):
		o.Hour = to24(f.value[0], 12*b2i(Part(p.at(i+3).num) >= PartAfternoon))
		return i + 4
	case minutes && f.sep == ':' && f.tail == "" && (sure || p.clockCue(i) || p.zone(i+1) > 0):
		o.Hour = int8(f.value[0])
		return i + 1
	}
	return 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// clockCue reports whether the word before "14:30" makes it a clock time.
func (p *parser) clockCue(i int) bool {
	if p.is(i-1, cSignal) || p.is(i-1, cTo|cApprox) || p.word(i-1, "between") {
		return true
	}
	return p.word(i-1, "and") || p.dash(i-1)
}

// meridiem reads a.m. or p.m. in the tail of a figure or after it; -1 if there is none.
func (p *parser) meridiem(i int, f figures) (add, end int) {
	switch f.tail {
	case "am", "a.m", "AM", "a.m.", "A.M.":
		return 0, i + 1
	case "pm", "p.m", "PM", "p.m.", "P.M.":
		return 12, i + 1
	case "":
		if e := p.at(i + 1); e.class&cMeridiem != 0 && !p.word(i+1, "am") {
			return int(e.num), i + 2
		}
		if p.word(i+1, "am") && !p.has(i+1, token.SentStart) {
			return 0, i + 2
		}
	}
	return -1, 0
}

func to24(hour, add int) int8 {
	if hour == 12 {
		return int8(add)
	}
	return int8(hour + add)
}

// zone gives how many tokens from i name a time zone: "GMT", "(EST)", "local time", "Eastern time".
func (p *parser) zone(i int) int {
	if p.is(i, cZone) && p.has(i, token.Upper) {
		return 1
	}
	if p.word(i, "local") && p.word(i+1, "time") {
		return 2
	}
	if p.capital(i) && p.word(i+1, "time") && !p.is(i, cMonth|cWeekday) {
		return 2
	}
	return 0
}

// dayPart finds "this morning", "last night", "the next evening", "overnight", "late afternoon", "tonight".
func (p *parser) dayPart(i int) (Object, int) {
	o := Object{Form: FormTimeOfDay, rule: rulePart}
	e := p.at(i)
	switch {
	case e.class&cEdge != 0:
		return p.edgePart(i)
	case e.class&cEarlier != 0 && (p.is(i+1, cThis) || p.is(i+1, cDayWord)):
		q, end := p.dayPart(i + 1)
		q.Mod = e.mod
		return q, end
	case e.class&cThe != 0:
		if q, end := p.partBeside(i + 1); end > 0 {
			return q, end
		}
	case e.class&(cThis|cThat|cLast) != 0:
	case e.class&cDayWord != 0 && e.num == 100: // tonight
		o.Part, o.Form, o.Unit = PartNight, FormRelative, UnitDay
		o.Rel = RelThis
		return o, i + 1
	case e.class&cPart != 0 && p.word(i, "overnight"):
		o.Part = PartNight
		if p.word(i+1, "into") {
			o.Rel = RelToldBefore // "overnight into Monday" begins on Sunday
		}
		return o, i + 1
	}
	rel, k := p.partRelation(i)
	if rel == RelNone {
		return o, 0
	}
	if p.is(k, cEdge) {
		o.Mod = p.at(k).mod
		k = p.sep(k + 1)
	}
	if !p.is(k, cPart) || p.word(k, "overnight") {
		return o, 0
	}
	o.Part = Part(p.at(k).num)
	if p.at(k).class&cUnits != 0 {
		return o, 0
	}
	o.Form, o.Unit, o.Rel = FormRelative, UnitDay, rel
	switch rel {
	case RelLast, RelToldBefore, RelToldAfter:
		o.N = 1
	}
	return o, k + 1
}

// edgePart finds "late afternoon", "early this morning" at "early".
func (p *parser) edgePart(i int) (Object, int) {
	o := Object{Form: FormTimeOfDay, rule: rulePart}
	if p.is(i-1, cVerb) && p.is(i+1, cThis) { // "was late this morning"
		return o, 0
	}
	o.Mod = p.at(i).mod
	j := p.sep(i + 1)
	if p.is(j, cPart) {
		o.Part = Part(p.at(j).num)
		return o, j + 1
	}
	if p.is(j, cEdge|cEarlier) {
		return o, 0
	}
	if q, end := p.dayPart(j); end > 0 && q.Mod == ModNone {
		q.Mod = o.Mod
		return q, end
	}
	return o, 0
}

// partBeside finds "morning of", "night before" behind "the" at k-1.
func (p *parser) partBeside(k int) (Object, int) {
	o := Object{Form: FormTimeOfDay, rule: rulePart}
	if p.is(k, cEdge) {
		o.Mod = p.at(k).mod
		k = p.sep(k + 1)
	}
	if !p.is(k, cPart) || !p.word(k+1, "of") && (!p.word(k+1, "before") || p.lower(k+2)) {
		return o, 0
	}
	o.Part = Part(p.at(k).num)
	if p.word(k+1, "before") {
		o.Form, o.Unit, o.N, o.Rel = FormRelative, UnitDay, 1, RelToldBefore
		return o, k + 2
	}
	return o, k + 1
}

// partRelation finds what a part of the day is counted from, "this", "the next", and the token after; RelNone if nothing.
func (p *parser) partRelation(k int) (Rel, int) {
	switch c := p.at(k).class; {
	case c&cThe != 0 && p.is(k+1, cNext|cFollow):
		return RelToldAfter, k + 2
	case c&cThe != 0 && p.is(k+1, cPrevious):
		return RelToldBefore, k + 2
	case c&cThe != 0 && p.is(k+1, cSame):
		return RelToldSame, k + 2
	case c&cThe != 0:
		return RelNone, k
	case c&cThis != 0:
		return RelThis, k + 1
	case c&cThat != 0:
		return RelToldSame, k + 1
	case c&cLast != 0:
		return RelLast, k + 1
	}
	return RelNone, k
}
