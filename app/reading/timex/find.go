package timex

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// starts are the classes of words that an expression can begin with.
const starts = cMonth | cWeekday | cWeekdays | cUnit | cSeason | cPart | cNumber | cVagueNo | cOrdinal | cThe | cA | cThis |
	cThat | cPossessive | cLast | cPast | cNext | cPrevious | cFollow | cSame | cEdge | cEdgeOf | cEarlier | cApprox |
	cRef | cDayWord | cEvery | cFreq | cTimes | cEra | cHoliday | cFiscal | cDecadeWord | cNoon | cDigits | cWeekend |
	cQn | cCurrent | cPeriod | cNamed

// parser reads one text. kind holds for each token the index of its lexicon entry.
type parser struct {
	t     *token.Text
	kind  []uint16
	units []int32 // the tokens that are units of time, from where Find has come to

	// the run of lines that wrapped measured last, in bytes
	blockFrom, blockTo, blockWidth int
	blockEnds                      bool
}

// tokensEach is how many tokens of news there are to an expression, at least.
const tokensEach = 32

// unitReach is how many tokens into a length of time its first unit stands, at most: "at least the first two hundred and
// fifty consecutive business | days".
const unitReach = 16

// Find gives the expressions of time in t, in the order of the text, not overlapping. It takes linear time.
func Find(t *token.Text) []Found {
	found, _ := FindMost(t, len(t.Tokens))
	return found
}

// FindMost is Find that keeps the first most expressions and counts all: what a text of nothing but days takes is bounded.
func FindMost(t *token.Text, most int) (found []Found, all int) {
	p := &parser{t: t, kind: make([]uint16, len(t.Tokens)+8)}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		switch k.Kind {
		case token.Word, token.Clitic:
			if p.kind[i] = lexicon.find(k.Hash); p.is(i, cUnit|cWeekend) {
				p.units = append(p.units, int32(i))
			}
		case token.Number:
			if e := lexicon.find(k.Hash); e != 0 {
				p.kind[i] = e
			} else {
				p.kind[i] = digitsEntry
			}
		}
	}
	out := make([]Found, 0, min(most, len(t.Tokens)/tokensEach+1))
	var f Found // the last one
	for i := 0; i < len(t.Tokens); {
		if k := p.kind[i]; k == 0 || lexicon.entries[k].class&starts == 0 {
			i++
			continue
		}
		o, end := p.expression(i)
		if end == 0 && all > 0 {
			o, end = p.another(&f, i)
		}
		if end == 0 {
			i++
			continue
		}
		if o.rule == ruleNoDay {
			i = end
			continue
		}
		f = Found{First: int32(i), Last: int32(end), Object: o}
		s, e := t.Bytes(token.Range{First: i, Last: end})
		f.Span = story.Span{Start: s, End: e}
		f.Type = typeOf(&f.Object)
		if all++; all <= most {
			out = append(out, f)
		}
		i = end
	}
	p.clauses(out)
	return out, all
}

// another reads a further day of the month named before: "June 18 and | 25".
func (p *parser) another(before *Found, i int) (Object, int) {
	if int(before.Last) != i-1 || before.Form != FormDate || before.Month == 0 || before.Day == 0 || before.Weekday != 0 || !p.is(i-1, cAnd) || !p.is(int(before.First), cMonth) {
		return Object{}, 0
	}
	day, end := p.dayNumber(i)
	if end == 0 || day <= int(before.Day) || day > monthDays(int(before.Month)) || !p.noMore(end) || p.is(end, cMonth|cUnit|cMeridiem|cMeasure) || p.glued(end) && p.dash(end) {
		return Object{}, 0
	}
	o := before.Object
	o.Day = uint8(day)
	return o, end
}

// typeOf is the TIMEX3 type of an object.
func typeOf(o *Object) story.TimexType {
	switch {
	case o.Form == FormSet:
		return story.TimexSet
	case o.Form == FormDuration:
		return story.TimexDuration
	case o.HasTime || o.Part != PartNone:
		return story.TimexTime
	}
	return story.TimexDate
}

var noEntry entry

// at is the lexicon entry of token i; an empty one outside the text.
func (p *parser) at(i int) *entry {
	if i < 0 || i >= len(p.t.Tokens) {
		return &noEntry
	}
	return &lexicon.entries[p.kind[i]]
}

func (p *parser) is(i int, c class) bool { return p.at(i).class&c != 0 }

// has reports whether token i has the flags f. A line end that only keeps the lines short does not count as one.
func (p *parser) has(i int, f token.Flags) bool {
	if i < 0 || i >= len(p.t.Tokens) || !p.t.Tokens[i].Has(f) {
		return false
	}
	return f != token.LineStart || !p.wrapped(i)
}

// glued reports whether token i follows the one before it without a space.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.t.Tokens) && !p.t.Tokens[i].Has(token.Spaced)
}

// dash reports whether token i is a dash of any kind.
func (p *parser) dash(i int) bool {
	if i < 0 || i >= len(p.t.Tokens) || p.t.Tokens[i].Kind != token.Punct {
		return false
	}
	switch p.t.Word(i) {
	case "-", "–", "—", "‐", "‑", "−", "‒":
		return true
	}
	return false
}

// hyphen reports whether token i is a dash without a space on either side.
func (p *parser) hyphen(i int) bool { return p.glued(i) && p.glued(i+1) && p.dash(i) }

// sep skips a hyphen between two words, if there is one.
func (p *parser) sep(i int) int {
	if p.hyphen(i) {
		return i + 1
	}
	return i
}

func (p *parser) punct(i int, s string) bool {
	return i >= 0 && i < len(p.t.Tokens) && p.t.Tokens[i].Kind == token.Punct && p.t.Word(i) == s
}

// word reports whether token i is w, given in small letters of ASCII.
func (p *parser) word(i int, w string) bool {
	if i < 0 || i >= len(p.t.Tokens) {
		return false
	}
	k := &p.t.Tokens[i]
	s := p.t.Source[k.Start:k.End]
	if len(s) != len(w) {
		if len(s) < len(w)+2 || s[0]|0x20 != w[0] { // it may hold what no reader sees
			return false
		}
		if s = visible(s); len(s) != len(w) {
			return false
		}
	}
	for n := 0; n < len(s); n++ {
		c := s[n]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != w[n] {
			return false
		}
	}
	return true
}

func (p *parser) clitic(i int) bool {
	return i >= 0 && i < len(p.t.Tokens) && p.t.Tokens[i].Kind == token.Clitic
}

func (p *parser) figures(i int) figures {
	if i < 0 || i >= len(p.t.Tokens) || p.t.Tokens[i].Kind != token.Number {
		return figures{}
	}
	f := takeFigures(p.t.Word(i))
	if f.tail != "" && f.tail[0] >= 0x80 {
		f = takeFigures(visible(p.t.Word(i)))
	}
	return f
}

// lower reports whether token i is a word that begins with a small letter.
func (p *parser) lower(i int) bool {
	return i >= 0 && i < len(p.t.Tokens) && p.t.Tokens[i].Kind == token.Word && !p.t.Tokens[i].Has(token.Capital)
}

func (p *parser) capital(i int) bool {
	return i >= 0 && i < len(p.t.Tokens) && p.t.Tokens[i].Kind == token.Word && p.t.Tokens[i].Has(token.Capital)
}

// expression reads the longest expression that begins at token i; end is 0 if there is none. A line break ends it.
func (p *parser) expression(i int) (Object, int) {
	c := p.at(i).class
	for len(p.units) > 0 && int(p.units[0]) < i {
		p.units = p.units[1:]
	}
	if c&^(cThe|cA|cThis|cThat|cPossessive) == 0 && (i+1 >= len(p.kind) || p.kind[i+1] == 0) {
		return Object{}, 0 // "the council": nearly all of them
	}
	best, end := p.point(i)
	take := func(o Object, e int) {
		if e > end {
			best, end = o, e
		}
	}
	unit := len(p.units) > 0 && int(p.units[0])-i < unitReach
	if unit && c&(cMonth|cWeekday) == 0 {
		take(p.duration(i))
	}
	if c&(cThe|cFreq|cWeekdays|cWeekday|cTimes|cNumber|cDigits|cVagueNo|cEvery) != 0 {
		take(p.set(i))
	}
	if unit && c&(cNumber|cDigits|cA|cApprox|cThe) != 0 {
		take(p.offset(i))
	}
	if best.Form == FormDuration && best.Place == 0 && best.Base == nil && !best.Vague && end > 0 {
		best.Place = p.ahead(i, end)
	}
	take(p.ref(i))
	if c&cDayWord != 0 {
		take(p.then(i))
	}
	if c&(cThe|cNamed) != 0 {
		take(p.name(i))
	}
	return best, end
}
