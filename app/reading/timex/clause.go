package timex

import (
	"strings"

	"dateline/app/reading/token"
)

// reach is how many tokens around an expression are looked at for its verb.
const reach = 30

// clauses fills what the text around each expression says: tense, signal, quotation marks, hemisphere, and the order
// of day and month that the text keeps to.
func (p *parser) clauses(found []Found) {
	if len(found) == 0 {
		return
	}
	p.quotes(found)
	order := int8(0)
	mixed := false
	southOf, south := -1, false
	for i := range found {
		f := &found[i]
		f.Signal = p.signal(int(f.First))
		f.Tense = p.tense(f)
		f.Ruled = f.Tense == TensePast && p.ruled(int(f.First))
		if f.Place >= placeAt && f.Place <= placeWithin && f.Tense != TenseFuture && !(f.Tense != TensePast && p.scheduled(f)) {
			f.Place = 0
		}
		f.Noun = p.is(int(f.First)-1, cThe|cA|cPossessive) && p.lower(int(f.Last)) && !p.is(int(f.Last), cPrep|cSignal|cVerb|cAnd|cTo)
		if f.Holiday == independence && f.Holiday != 0 {
			f.Month, f.Day = p.nation(f)
			f.Holiday = 0
		}
		if f.Form == FormSeason || f.rule == ruleSeason {
			s := p.t.Sentence(int(f.First))
			if s != southOf {
				southOf, south = s, p.south(s)
			}
			f.South = south
		}
		if f.rule == ruleNumericDate && !f.Swap && f.Day != f.Month && f.Form == FormDate {
			if g := p.figures(int(f.First)); g.n == 3 && g.sep == '/' && g.digits[0] <= 2 {
				o := int8(1)
				if g.value[0] == int(f.Month) {
					o = 2
				}
				if order != 0 && order != o {
					mixed = true
				}
				order = o
			}
		}
	}
	p.pairs(found)
	if order == 0 {
		order = p.style(found)
	}
	if order == 0 || mixed {
		return
	}
	for i := range found {
		f := &found[i]
		if f.Swap {
			f.Order = order
			if order&1 == 1 {
				f.Day, f.Month = f.Month, f.Day
			}
		}
	}
}

// style is how a text writes its dates in words: 3 for "12 March", 4 for "March 12", 0 where it has neither or both.
func (p *parser) style(found []Found) int8 {
	day, month := false, false
	for i := range found {
		f := &found[i]
		if f.Form != FormDate || f.Month == 0 || f.Day == 0 || f.rule != ruleFullDate && f.rule != ruleMonthDay || f.InQuote {
			continue
		}
		for j := int(f.First); j < int(f.Last); j++ {
			if p.is(j, cMonth) {
				month = true
				break
			}
			if p.is(j, cDigits|cOrdinal) {
				day = true
				break
			}
		}
	}
	switch {
	case day && !month:
		return 3
	case month && !day:
		return 4
	}
	return 0
}

// quotes marks what stands between quotation marks. Marks do not reach over a paragraph.
func (p *parser) quotes(found []Found) {
	next := 0
	open := false
	para := 0
	for i := range p.t.Tokens {
		if next == len(found) {
			return
		}
		if para < len(p.t.Paragraphs) && i >= p.t.Paragraphs[para].Last {
			para++
			open = false
		}
		if i == int(found[next].First) {
			found[next].InQuote = open
			next++
		}
		if p.t.Tokens[i].Kind != token.Quote {
			continue
		}
		switch p.t.Word(i) {
		case "“", "„", "«", "``":
			open = true
		case "”", "»", "''":
			open = false
		case "\"":
			open = !open
		}
	}
}

// signal is the word before an expression: "since", "by" …
func (p *parser) signal(i int) Signal {
	j := i - 1
	if p.is(j, cThe) {
		j--
	}
	if e := p.at(j); e.class&cSignal != 0 {
		return e.sig
	} else if e.class&cTo != 0 {
		return SignalTo
	}
	return SignalNone
}

// tense reads the tense of the clause: that of the last verb before the expression in its sentence, else of the first
// after it.
func (p *parser) tense(f *Found) Tense {
	i := int(f.First)
	s := p.t.Sentences[p.t.Sentence(i)]
	lo, hi := max(s.First, i-reach), min(s.Last, int(f.Last)+reach)
	if f.Signal == SignalSince {
		return TensePast
	}
	if (f.Signal == SignalUntil && !p.word(i-1, "through") && !p.has(i-1, token.SentStart) || p.word(i-1, "as") && (p.word(i-2, "soon") || p.word(i-2, "early") || p.word(i-2, "late"))) && (f.Weekday != 0 || f.Day != 0) {
		return TenseFuture
	}
	if f.Signal == SignalBy && (f.Weekday != 0 || f.Day != 0) {
		for j := i - 2; j >= lo && j > i-9; j-- {
			if p.is(j, cTo) && p.lower(j+1) {
				return TenseFuture
			}
			if p.is(j, cVerb) || p.participle(j) {
				break
			}
		}
	}
	if (f.Weekday != 0 || f.Day != 0) && p.timetable(f) {
		return TenseFuture
	}
	past := p.clitic(int(f.Last)) && f.Weekday != 0 && f.Rel == RelNone // "Friday's vote" lies behind unless "will" says else
	inf := false                                                        // an infinitive stands between the expression and the verb that governs it
	for j := i - 1; j >= lo; j-- {
		if t := p.verb(j, &inf, lo); t != TenseNone {
			if past && t == TenseFuture && !p.word(j, "will") && p.at(j).class&cPlan == 0 {
				return TensePast
			}
			return t
		}
		if p.t.Tokens[j].Kind == token.Punct && p.punct(j, ";") {
			break
		}
	}
	for j := int(f.Last); j < hi; j++ {
		inf = false
		if p.is(j, cMonth) && p.has(j, token.Capital) {
			continue
		}
		if t := p.verb(j, &inf, j); t != TenseNone {
			if past && t == TenseFuture && !p.word(j, "will") && p.at(j).class&cPlan == 0 {
				return TensePast
			}
			if t == TensePresent || t == TensePast && (p.word(j, "was") || p.word(j, "were")) {
				// "is expected", "are to meet"
				for k := j + 1; k < hi && k <= j+2; k++ {
					if p.is(k, cPlan) && !p.word(k, "about") || p.is(k, cTo) && p.at(j).tense == verbBe {
						return TenseFuture
					}
				}
			}
			return t
		}
	}
	return TenseNone
}

// ruled reports whether a verb in the past stands right before the "on" of the expression at token i.
func (p *parser) ruled(i int) bool {
	inf := false
	return p.word(i-1, "on") && p.lower(i-2) && p.verb(i-2, &inf, i-2) == TensePast
}

// timetable reports whether the words just before say that the expression is a date still to come: "the vote is on
// Friday", "the fair opens on Saturday at noon", "ahead of Thursday's summit".
func (p *parser) timetable(f *Found) bool {
	j := int(f.First) - 1
	if p.word(j, "of") && p.word(j-1, "ahead") {
		return true
	}
	if p.is(j, cSignal|cPrep) {
		j--
	}
	if f.HasTime && p.is(j, cDigits|cMeridiem) {
		return false
	}
	if p.is(j, cTimetable) {
		return !p.is(j-1, cThe) && p.lower(j) && !p.is(j-1, cA|cPossessive|cPrep)
	}
	return (p.word(j, "is") || p.word(j, "are")) && j == int(f.First)-2 && !f.InQuote
}

// verb tells what tense token j marks, if any. inf is set when an infinitive was passed.
func (p *parser) verb(j int, inf *bool, lo int) Tense {
	e := p.at(j)
	if e.class&cTo != 0 && p.lower(j+1) && !p.is(j+1, cThe|cA|cPossessive|cThis|cThat|cNumber|cOrdinal|cEvery|cNext|cLast) {
		*inf = true
		if p.word(j+1, "be") {
			return TenseFuture
		}
		return TenseNone
	}
	if e.class&cVerb != 0 {
		if (e.tense == verbModal || e.tense == verbFuture) && p.surname(j) || e.class&cMonth != 0 && p.has(j, token.Capital) && !p.has(j, token.SentStart) {
			return TenseNone
		}
		switch e.tense {
		case verbPast:
			if !p.word(j, "was") && !p.word(j, "were") && !p.word(j, "had") && !p.word(j, "been") && !p.word(j, "did") {
				return p.passive(j, TensePast)
			}
			return TensePast
		case verbFuture:
			return TenseFuture
		case verbModal:
			if p.word(j+1, "have") || p.word(j, "could") && (p.word(j+1, "not") || p.word(j+1, "be") && p.word(j-1, "nor")) || p.word(j, "couldn't") {
				return TensePast
			}
			return TenseFuture
		case verbHave:
			if p.is(j+1, cTo) && p.lower(j+2) && !p.word(j, "having") { // "have to act"
				return TenseFuture
			}
			if p.word(j, "having") || !*inf {
				return TensePast
			}
			return TenseFuture
		case verbBe:
			if *inf || p.word(j, "be") && (p.is(j-1, cTo) || p.modal(j)) {
				return TenseFuture
			}
			return TensePresent
		case verbPresent:
			if *inf {
				return TenseFuture
			}
			return TensePresent
		}
	}
	if e.class&cPlan != 0 {
		switch {
		case *inf && !p.word(j, "about") && !p.word(j, "ahead"):
			return TenseFuture
		case p.word(j, "expected") || p.word(j, "scheduled") || p.word(j, "due") || p.word(j, "slated") || p.word(j, "planned") ||
			p.word(j, "upcoming") || p.word(j, "plans") || p.word(j, "expects") || p.word(j, "likely") || p.word(j, "forecast") || p.word(j, "intends") || p.word(j, "set") && p.is(j+1, cSignal):
			if p.word(j-1, "previously") || p.word(j-1, "originally") || p.word(j-1, "been") && (p.word(j-2, "had") || p.word(j-3, "had")) {
				return TensePast
			}
			return TenseFuture
		}
	}
	if p.is(j, cMeets) && p.planned(j) || p.is(j, cMeetsOne) && p.appointed(j) {
		return TenseFuture
	}
	if p.word(j, "set") || p.participle(j) && !p.is(j-1, cThe|cA|cPossessive|cThis|cThat) && !p.word(j-1, "still") && !p.word(j-1, "of") {
		return p.passive(j, TensePast)
	}
	return TenseNone
}

// passive looks behind a participle: "to be held", "will be sold" are future, "is held" present, else t.
func (p *parser) passive(j int, t Tense) Tense {
	k := j - 1
	for n := 0; n < 2 && (p.word(k, "not") || p.word(k, "also") || p.word(k, "still") || p.word(k, "officially") || p.word(k, "soon")); n++ {
		k--
	}
	switch {
	case p.word(k, "be"):
		return TenseFuture
	case p.word(k, "stay") || p.word(k, "stays") || p.word(k, "remain") || p.word(k, "remains"): // "schools stay closed on Thursday"
		return TenseFuture
	case p.word(k, "is") || p.word(k, "are") || p.word(k, "being"):
		return TensePresent
	case (p.at(k).tense == verbModal || p.at(k).tense == verbFuture) && !p.surname(k): // "will put"
		return TenseFuture
	case p.is(k, cTo): // "to put", "to cut"
		return TenseNone
	}
	return t
}

// modal reports whether one of the three words before a plain verb puts it ahead: "will soon | be", "Will he | be".
func (p *parser) modal(j int) bool {
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		if t := p.at(k).tense; (t == verbModal || t == verbFuture) && !p.surname(k) {
			return true
		}
		if p.t.Tokens[k].Kind == token.Punct || p.is(k, cVerb) {
			return false
		}
	}
	return false
}

// planned reports whether the plain verb at j has many for its subject, as plans have: "Leaders meet in Paris on
// Thursday", "Voters in Leeds choose a mayor on Sunday".
func (p *parser) planned(j int) bool {
	if !p.lower(j) {
		return false
	}
	if p.team(j) {
		return true
	}
	if p.punct(j-1, ",") { // "Rovers, who last won in 1998, travel to Naples"
		for k := j - 2; k >= 1 && k > j-14; k-- {
			if p.punct(k, ",") {
				return p.word(k+1, "who") && (p.plural(k-1) || p.capital(k-1) && strings.HasSuffix(p.t.Word(k-1), "s"))
			}
		}
		return false
	}
	for k := j - 1; k >= 0 && k > j-7; k-- {
		w := p.t.Word(k)
		switch {
		case p.plural(k), p.has(k, token.SentStart) && len(w) > 4 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !p.is(k, cThis):
			return true
		case p.capital(k) && !p.has(k, token.SentStart), p.is(k, cThe), p.word(k, "in"), p.word(k, "of"), p.word(k, "from"), p.word(k, "at"), p.word(k, "and"):
		default:
			return false
		}
	}
	return false
}

// team reports whether a name, or a word for many in one, right before the plain verb at j is its subject: "Chelsea travel to Hull on
// Sunday", "the club face Hull". The name stands where a clause begins: nobody "saw England play".
func (p *parser) team(j int) bool {
	if p.is(j-1, cManyInOne) || p.has(j-1, token.SentStart) && (p.word(j-1, "they") || p.word(j-1, "we")) {
		return true
	}
	k := j - 1
	for k >= 0 && k > j-5 && p.capital(k) && !p.has(k, token.SentStart) {
		k--
	}
	switch {
	case k < 0 || k <= j-5:
		return false
	case p.has(k, token.SentStart):
		return p.capital(k) && p.at(k).class == 0 && !notTeams[p.t.Word(k)]
	case k == j-1:
		return false
	}
	return p.is(k, cAnd) || p.punct(k, ",") || p.punct(k, ";") || p.word(k, "but") || p.word(k, "while") || p.word(k, "as") || p.word(k, "when") || p.word(k, "before")
}

// notTeams begin a sentence before a plain verb and are no name.
var notTeams = map[string]bool{"Please": true, "Let": true, "Never": true, "Always": true, "Just": true, "People": true, "Also": true, "Then": true, "Why": true,
	"Could": true, "Many": true, "They": true, "We": true, "You": true, "I": true}

// appointed reports whether the verb at j tells in the present of an appointment: "the court rules on Monday". It stands behind its
// subject, at the beginning of its clause, and what it tells is no report: "the firm reports that it lost money".
func (p *parser) appointed(j int) bool {
	if !p.lower(j) || p.word(j+1, "that") || p.is(j-1, cThe|cA|cPossessive|cNumber|cDigits|cThis|cThat|cPrep) {
		return false
	}
	n := 0
	for k := j - 1; k >= 0 && k > j-9; k-- {
		switch {
		case p.has(k, token.SentStart), p.punct(k, ","), p.is(k, cAnd), p.word(k, "but"):
			return p.has(k, token.SentStart) || n > 0
		case p.is(k, cVerb), p.participle(k), p.plural(k), p.t.Tokens[k].Kind == token.Punct && !p.punct(k, "-"), p.is(k, cSignal):
			return false
		}
		n++
	}
	return false
}

// surname reports whether the modal verb at k is a name: "May said".
func (p *parser) surname(k int) bool {
	if !p.word(k, "may") && !p.word(k, "will") || !p.capital(k) || p.has(k, token.Upper) {
		return false
	}
	return p.at(k+1).tense == verbPast || !p.has(k, token.SentStart) && k > 0 && p.t.Tokens[k-1].Kind != token.Quote
}

// participle reports whether token j looks like a verb in the past by its ending.
func (p *parser) participle(j int) bool {
	if !p.lower(j) {
		return false
	}
	w := p.t.Word(j)
	if len(w) < 5 || !strings.HasSuffix(w, "ed") {
		return false
	}
	switch w {
	case "hundred", "indeed", "speed", "breed", "exceed", "proceed", "succeed", "united", "sacred", "naked", "wicked", "bleed", "greed":
		return false
	}
	return !strings.HasSuffix(w, "eed")
}

// south reports whether a sentence names a place of the southern hemisphere.
func (p *parser) south(s int) bool {
	r := p.t.Sentences[s]
	for j := r.First; j < r.Last && j < r.First+200; j++ {
		if !p.is(j, cSouth) {
			continue
		}
		switch {
		case p.word(j, "southern"):
			if p.word(j+1, "hemisphere") {
				return true
			}
		case p.word(j, "africa"):
			if p.word(j-1, "south") {
				return true
			}
		case p.has(j, token.Capital):
			return true
		}
	}
	return false
}
