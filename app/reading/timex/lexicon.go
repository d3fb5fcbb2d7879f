package timex

import (
	"strings"

	"dateline/app/reading/token"
)

// class says what a word can be in an expression of time; a word may be several things.
type class uint64

const (
	cMonth class = 1 << iota
	cWeekday
	cWeekdays // plural: "Sundays"
	cUnit
	cUnits // plural
	cSeason
	cPart
	cNumber  // number word
	cVagueNo // "several", "few"
	cOrdinal
	cThe
	cA
	cThis
	cThat
	cPossessive
	cLast     // "last"
	cPast     // "past", "recent", "latest"
	cNext     // "next", "coming", "upcoming"
	cPrevious // "previous", "preceding", "prior"
	cFollow   // "following"
	cSame     // "same"
	cEdge     // "early", "mid", "late"
	cEdgeOf   // "beginning", "end", "middle"
	cEarlier  // "earlier", "later"
	cApprox
	cRef
	cDayWord // "today", "yesterday", "tomorrow", "tonight"
	cEvery
	cFreq // "daily"
	cTimes
	cEra
	cZone
	cMeridiem
	cAgo
	cHoliday
	cFiscal
	cDecadeWord // "nineties"
	cNoon       // "noon", "midnight"
	cDigits     // a Number token
	cWeekend
	cOldWord
	cPrep // in, on, of, at …
	cSignal
	cVerb
	cPlan
	cNoYear // a word before which or after which a number is no year
	cPeriod // "period", "time", "term", "moment"
	cTo
	cAnd
	cQn // "Q1"
	cSouth
	cCurrent
	cTitle
	cMeasure
	cStreet
	cAdjPeriod // "corresponding"
	cNear      // "near", "full": may stand between an article and a word of time
	cNamed     // first word of the name of a time: "World War II"
	cMeets     // verbs whose plain form with many for a subject speaks of a day to come: "leaders meet"
	cMeetsOne  // their form with one for a subject: "the court rules"
	cManyInOne // "club", "band": one word for many, whose verb may be plain
	cTimetable // "opens", "begins": verbs whose present speaks of a day to come
)

// entry is one word of the lexicon.
type entry struct {
	class class
	num   int16 // month, weekday, number, season, part …
	unit  Unit
	mod   Mod
	sig   Signal
	tense int8
}

// lexicon is the table of all words that can stand in an expression of time, asked by hash. gate holds one bit for
// every value of the low 16 bits of a hash, so that nearly all other words cost one look-up.
type lexiconTable struct {
	gate    [1 << 10]uint64
	slots   [1 << 12]uint16
	hashes  []uint32
	entries []entry
}

var lexicon = buildLexicon()

const digitsEntry = 1 // index of the entry of all Number tokens

func (l *lexiconTable) add(words string, c class, num int, unit Unit, mod Mod) {
	for _, w := range strings.Fields(words) {
		w = strings.ReplaceAll(w, "_", " ")
		h := token.HashOf(w)
		if at := l.find(h); at != 0 {
			e := &l.entries[at]
			e.class |= c
			if num != 0 {
				e.num = int16(num)
			}
			if unit != 0 {
				e.unit = unit
			}
			if mod != 0 {
				e.mod = mod
			}
			continue
		}
		l.entries = append(l.entries, entry{class: c, num: int16(num), unit: unit, mod: mod})
		l.hashes = append(l.hashes, h)
		l.gate[h>>6&0x3ff] |= 1 << (h & 63)
		s := h >> 16 & 0xfff
		for l.slots[s] != 0 {
			s = (s + 1) & 0xfff
		}
		l.slots[s] = uint16(len(l.entries) - 1)
	}
}

// find gives the index of the entry for a hash; 0 if there is none.
func (l *lexiconTable) find(h uint32) uint16 {
	if l.gate[h>>6&0x3ff]&(1<<(h&63)) == 0 {
		return 0
	}
	for s := h >> 16 & 0xfff; l.slots[s] != 0; s = (s + 1) & 0xfff {
		if l.hashes[l.slots[s]] == h {
			return l.slots[s]
		}
	}
	return 0
}

func buildLexicon() *lexiconTable {
	l := &lexiconTable{hashes: make([]uint32, 2), entries: []entry{{}, {class: cDigits}}}
	for i, w := range []string{"january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may",
		"june jun jun.", "july jul jul.", "august aug aug.", "september sept sept. sep sep.", "october oct oct.",
		"november nov nov.", "december dec dec."} {
		l.add(w, cMonth, i+1, 0, 0)
	}
	for i, w := range []string{"monday mon mon.", "tuesday tue tue. tues tues.", "wednesday wed wed.",
		"thursday thu thu. thur thur. thurs thurs.", "friday fri fri.", "saturday sat sat.", "sunday sun sun."} {
		l.add(w, cWeekday, i+1, 0, 0)
	}
	for i, w := range []string{"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"} {
		l.add(w, cWeekdays, i+1, 0, 0)
	}
	for _, u := range []struct {
		one, many string
		unit      Unit
	}{
		{"second sec sec.", "seconds secs", UnitSecond}, {"minute min min.", "minutes mins", UnitMinute},
		{"hour hr hr.", "hours hrs", UnitHour}, {"day", "days", UnitDay}, {"week", "weeks", UnitWeek},
		{"fortnight", "fortnights", UnitFortnight}, {"month", "months", UnitMonth}, {"quarter", "quarters", UnitQuarter},
		{"year yr yr.", "years yrs", UnitYear}, {"decade", "decades", UnitDecade},
		{"century", "centuries", UnitCentury}, {"millennium", "millennia millenniums", UnitMillennium},
		{"half", "halves", UnitHalf},
	} {
		l.add(u.one, cUnit, 0, u.unit, 0)
		l.add(u.many, cUnit|cUnits, 0, u.unit, 0)
	}
	l.add("weekend", cWeekend, 0, UnitWeekend, 0)
	l.add("weekends", cWeekend|cUnits, 0, UnitWeekend, 0)
	for i, w := range []string{"spring springtime", "summer summertime", "autumn fall", "winter wintertime"} {
		l.add(w, cSeason, i+1, 0, 0)
	}
	l.add("springs summers autumns winters", cSeason|cUnits, 0, UnitSeason, 0)
	l.add("springs", cSeason, 1, 0, 0)
	l.add("summers", cSeason, 2, 0, 0)
	l.add("autumns", cSeason, 3, 0, 0)
	l.add("winters", cSeason, 4, 0, 0)
	l.add("morning mornings dawn daybreak sunrise", cPart, int(PartMorning), 0, 0)
	l.add("lunchtime", cPart, int(PartMidday), 0, 0)
	l.add("afternoon afternoons", cPart, int(PartAfternoon), 0, 0)
	l.add("evening evenings dusk sunset nightfall", cPart, int(PartEvening), 0, 0)
	l.add("night nights", cPart, int(PartNight), 0, 0)
	l.add("overnight", cPart, int(PartNight), 0, 0)
	l.add("noon midday", cNoon, 12, 0, 0)
	l.add("midnight", cNoon, 24, 0, 0)
	for i, w := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		l.add(w, cNumber, i+1, 0, 0)
	}
	for i, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		l.add(w, cNumber, (i+2)*10, 0, 0)
	}
	l.add("hundred", cNumber, 100, 0, 0)
	l.add("thousand", cNumber, 1000, 0, 0)
	l.add("dozen", cNumber, 12, 0, 0)
	l.add("several few many numerous some countless various couple dozens hundreds thousands", cVagueNo, 0, 0, 0)
	for i, w := range []string{"first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th",
		"eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th", "thirteenth 13th", "fourteenth 14th",
		"fifteenth 15th", "sixteenth 16th", "seventeenth 17th", "eighteenth 18th", "nineteenth 19th", "twentieth 20th",
		"twenty-first 21st", "22nd", "23rd", "24th", "25th", "26th", "27th", "28th", "29th", "thirtieth 30th", "31st"} {
		l.add(w, cOrdinal, i+1, 0, 0)
	}
	l.add("final", cOrdinal, 99, 0, 0)
	l.add("the", cThe, 0, 0, 0)
	l.add("a an", cA, 0, 0, 0)
	l.add("this these", cThis, 0, 0, 0)
	l.add("that those", cThat, 0, 0, 0)
	l.add("its his her their our my your", cPossessive, 0, 0, 0)
	l.add("last", cLast, 0, 0, 0)
	l.add("past recent latest", cPast, 0, 0, 0)
	l.add("next coming upcoming", cNext, 0, 0, 0)
	l.add("previous preceding prior", cPrevious, 0, 0, 0)
	l.add("following ensuing subsequent", cFollow, 0, 0, 0)
	l.add("same very", cSame, 0, 0, 0)
	l.add("corresponding comparable year-ago year-earlier like", cAdjPeriod, 0, 0, 0)
	l.add("current", cCurrent, 0, 0, 0)
	l.add("early", cEdge, 0, 0, ModStart)
	l.add("mid middle", cEdge, 0, 0, ModMid)
	l.add("late", cEdge, 0, 0, ModEnd)
	l.add("beginning start outset", cEdgeOf, 0, 0, ModStart)
	l.add("middle midpoint", cEdgeOf, 0, 0, ModMid)
	l.add("end close", cEdgeOf, 0, 0, ModEnd)
	l.add("earlier", cEarlier|cAgo, -1, 0, ModStart)
	l.add("later", cEarlier|cAgo, 1, 0, ModEnd)
	l.add("ago", cAgo, -2, 0, 0)
	l.add("before", cAgo, -1, 0, 0)
	l.add("after afterwards afterward", cAgo, 1, 0, 0)
	l.add("hence", cAgo, 2, 0, 0)
	l.add("about around approximately roughly some circa", cApprox, 0, 0, ModApprox)
	l.add("nearly almost", cApprox, 0, 0, ModLessThan)
	l.add("over exceeding", cApprox, 0, 0, ModMoreThan)
	l.add("more", cApprox, 1, 0, ModMoreThan)
	l.add("less fewer under", cApprox, 1, 0, ModLessThan)
	l.add("least", cApprox, 2, 0, ModEqualOrMore)
	l.add("most", cApprox, 2, 0, ModEqualOrLess)
	l.add("up", cApprox, 3, 0, ModEqualOrLess)
	l.add("just only within at no", cApprox, 4, 0, 0)
	l.add("now currently presently nowadays current", cRef, int(RefPresent), 0, 0)
	l.add("recently lately", cRef, int(RefPast), 0, 0)
	l.add("right", cPeriod, 3, 0, 0)
	l.add("soon shortly", cRef, int(RefFuture), 0, 0)
	l.add("once recent", cRef, int(RefPast), 0, 0)
	l.add("then", cDayWord, 101, 0, 0)
	l.add(`near recent foreseeable distant immediate not too very short long medium entire full whole calendar opening single
		further additional latest upcoming night moment time`, cNear, 0, 0, 0)
	l.add("past", cRef, int(RefPast), 0, 0)
	l.add("future", cRef, int(RefFuture), 0, 0)
	l.add("present", cRef, int(RefPresent), 0, 0)
	l.add("today", cDayWord, 0, 0, 0)
	l.add("yesterday", cDayWord, -1, 0, 0)
	l.add("tomorrow", cDayWord, 1, 0, 0)
	l.add("tonight", cDayWord, 100, 0, 0)
	l.add("every each", cEvery, 0, 0, 0)
	l.add("hourly", cFreq, 0, UnitHour, 0)
	l.add("daily nightly", cFreq, 0, UnitDay, 0)
	l.add("weekly", cFreq, 0, UnitWeek, 0)
	l.add("monthly", cFreq, 0, UnitMonth, 0)
	l.add("quarterly", cFreq, 0, UnitQuarter, 0)
	l.add("annual annually yearly", cFreq, 0, UnitYear, 0)
	l.add("times time", cTimes, 0, 0, 0)
	l.add("once", cTimes, 1, 0, 0)
	l.add("twice", cTimes, 2, 0, 0)
	l.add("bc bce b.c. b.c.e. b.c b.c.e", cEra, -1, 0, 0)
	l.add("ad ce a.d. c.e. a.d c.e", cEra, 1, 0, 0)
	l.add("gmt utc", cZone, 1, 0, 0)
	l.add("est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest msk ist jst kst aest aedt nzst hkt sgt wib", cZone, 0, 0, 0)
	l.add("am a.m. a.m", cMeridiem, 0, 0, 0)
	l.add("pm p.m. p.m", cMeridiem, 12, 0, 0)
	l.add("fiscal financial", cFiscal, 0, 0, 0)
	l.add("noughties aughts", cDecadeWord, 10, 0, 0)
	for i, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		l.add(w, cDecadeWord, i+2, 0, 0)
	}
	l.add("old", cOldWord, 0, 0, 0)
	l.add("in on at of by from for during through throughout over between till until since before after within across around into as", cPrep, 0, 0, 0)
	for _, s := range []struct {
		words string
		s     Signal
	}{
		{"on in at", SignalOn}, {"since", SignalSince}, {"until till til through", SignalUntil}, {"by", SignalBy},
		{"before", SignalBefore}, {"after following", SignalAfter}, {"from", SignalFrom}, {"during over within throughout across", SignalDuring},
		{"for", SignalFor},
	} {
		for _, w := range strings.Fields(s.words) {
			l.add(w, cSignal, 0, 0, 0)
			l.entries[l.find(token.HashOf(w))].sig = s.s
		}
	}
	l.add("to", cTo, 0, 0, 0)
	l.add("and or", cAnd, 0, 0, 0)
	for i, w := range []string{"q1 1q", "q2 2q", "q3 3q", "q4 4q"} {
		l.add(w, cQn, i+1, UnitQuarter, 0)
	}
	for i, w := range []string{"h1 1h", "h2 2h"} {
		l.add(w, cQn, i+1, UnitHalf, 0)
	}
	for y := 1990; y < 2050; y++ { // the number is the year less 1900, so that it is none of a quarter's
		l.add("fy"+digits(y, 4)+" fy"+digits(y, 4)[2:], cQn, y-1900, UnitYear, 0)
	}
	l.add("fy", cFiscal, 0, 0, 0)
	l.add("period term", cPeriod, 0, UnitUnknown, 0)
	l.add("time moment", cPeriod, 1, UnitUnknown, 0)
	l.add("while", cPeriod, 2, UnitUnknown, 0)
	l.add(`page pages pp article articles section sections chapter resolution room flight number no no. nos. route
		highway interstate boeing airbus suite apartment channel order bill case figure table rule act paragraph line
		lines model type version release v extension ext box gate platform unit grade level verse psalm proposition`, cNoYear, 0, 0, 0)
	l.add(`australia australian sydney melbourne zealand argentina argentine chile chilean brazil brazilian africa
		uruguay paraguay peru peruvian bolivia bolivian zimbabwe namibia botswana mozambique madagascar fiji southern
		perth auckland johannesburg santiago lima antarctica queensland tasmania`, cSouth, 0, 0, 0)
	l.add("theresa elizabeth brian april june jan mayor queen king imran fredric", cTitle, 0, 0, 0)
	l.add(`soldiers troops men women people percent per cent euros dollars pounds yen rubles roubles cents francs marks
		kilometers kilometres km miles meters metres feet inches tons tonnes kg kilograms acres hectares square cubic
		barrels shares points votes jobs homes houses homes cars vehicles members workers employees students prisoners
		refugees civilians pieces copies words pages calories degrees watts volts million billion trillion seats
		rooms units families households passengers tickets tanks missiles rounds drones aircraft ships boats horses
		cattle sheep deaths dead injured wounded villages cases mph kph hectare acre square`, cMeasure, 0, 0, 0)
	l.add("street avenue road st. ave. drive lane boulevard blvd blvd. rd. way court place square st ave highway", cStreet, 0, 0, 0)
	addVerbs(l)
	addHolidays(l)
	addNames(l)
	return l
}
