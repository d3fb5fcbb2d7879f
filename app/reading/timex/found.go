// Package timex reads expressions of time. Find says what stands where, as symbolic objects that need no date to be
// read; Resolve turns them into days against the day of publication, and can be called again when that day changes.
package timex

import "dateline/app/story"

// Form is what sort of object an expression of time is.
type Form uint8

// The forms.
const (
	FormDate      Form = iota // a calendar date, whole or in part: "12 March 2025", "March", "2025", "Wednesday"
	FormWeek                  // a week or weekend: "week 12 of 2025", "the weekend"
	FormSeason                // "summer 2024", "last winter"
	FormQuarter               // "the third quarter", also fiscal ones
	FormHalf                  // "the first half of 2024"
	FormDecade                // "the 1990s"
	FormCentury               // "the 19th century"
	FormTimeOfDay             // "8 a.m.", "noon", "this morning", "tonight": the day is given by the other fields
	FormDuration              // "three weeks", "30-day"
	FormRange                 // an interval with both ends named: "12-14 March", "2022-25"
	FormSet                   // "every Monday", "daily"
	FormRelative              // counted from an anchor: "yesterday", "two weeks ago", "last month", "the next day"
	FormRef                   // vague: "now", "recently", "the past", "the future"
)

var formNames = [...]string{"date", "week", "season", "quarter", "half", "decade", "century", "time", "duration", "range", "set", "relative", "ref"}

// String is the form in plain English.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return formNames[0]
}

// Tense is the tense of the clause that an expression stands in.
type Tense uint8

// The tenses.
const (
	TenseNone Tense = iota
	TensePast
	TensePresent
	TenseFuture // also "might", "is due", "plans to"
)

var tenseNames = [...]string{"none", "past", "present", "future"}

// String is the tense in plain English.
func (t Tense) String() string {
	if int(t) < len(tenseNames) {
		return tenseNames[t]
	}
	return tenseNames[0]
}

// Signal is the word before an expression that says how it bounds what is told.
type Signal uint8

// The signals.
const (
	SignalNone Signal = iota
	SignalOn          // "on", "in", "at"
	SignalSince
	SignalUntil
	SignalBy
	SignalBefore
	SignalAfter
	SignalFrom
	SignalTo
	SignalDuring
	SignalFor
)

var signalNames = [...]string{"", "on", "since", "until", "by", "before", "after", "from", "to", "during", "for"}

// String is the signal's plain word; "" for none.
func (s Signal) String() string {
	if int(s) < len(signalNames) {
		return signalNames[s]
	}
	return ""
}

// Found is one expression of time as it stands in the text, not resolved. It holds no pointer into the text.
type Found struct {
	Span        story.Span
	First, Last int32 // tokens [First, Last)
	Type        story.TimexType
	Tense       Tense
	Signal      Signal
	Ruled       bool // a verb in the past stands right before its "on": "died on 9 May"
	InQuote     bool // between quotation marks: counted from the day of speech
	Noun        bool // part of a noun's name: "a June agreement"
	Opens       bool // the next expression ends what this one begins: "from Friday | to Monday"
	Closes      bool // it ends what the one before begins
	South       bool // the sentence names a place of the southern hemisphere
	Object
}

// Unit is a unit of time.
type Unit uint8

// The units, fine to coarse.
const (
	UnitNone Unit = iota
	UnitSecond
	UnitMinute
	UnitHour
	UnitDay
	UnitWeekend
	UnitWeek
	UnitFortnight
	UnitMonth
	UnitQuarter
	UnitSeason
	UnitHalf
	UnitYear
	UnitDecade
	UnitCentury
	UnitMillennium
	UnitUnknown // "a period", "a while"
)

// Rel is how an object lies to its anchor.
type Rel uint8

// The relations. Those that begin with Told are counted from the last time told of, the others from the day of
// publication.
const (
	RelNone       Rel = iota
	RelLast           // "last August", "last week"
	RelThis           // "this week"
	RelNext           // "next Friday"
	RelToldBefore     // "the previous day", "two days earlier"
	RelToldSame       // "that day", "the same month"
	RelToldAfter      // "the following day", "48 hours later"
)

// Mod is a TIMEX3 modifier.
type Mod uint8

// The modifiers.
const (
	ModNone Mod = iota
	ModStart
	ModMid
	ModEnd
	ModApprox
	ModMoreThan
	ModLessThan
	ModEqualOrMore
	ModEqualOrLess
	ModBefore
	ModAfter
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "BEFORE", "AFTER"}

// String is the TIMEX3 word; "" for none.
func (m Mod) String() string {
	if int(m) < len(modNames) {
		return modNames[m]
	}
	return ""
}

// Ref is a vague reference.
type Ref uint8

// The references.
const (
	RefNone Ref = iota
	RefPast
	RefPresent
	RefFuture
)

// Part is a part of the day.
type Part uint8

// The parts of the day, as TIMEX3 names them.
const (
	PartNone Part = iota
	PartMorning
	PartMidday
	PartAfternoon
	PartEvening
	PartNight
	PartDaytime
)

var partNames = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT"}

// Object is what an expression says, in symbols. Zero fields were not said.
type Object struct {
	Form    Form
	Year    int16 // astronomical: 44 BC is -43; only if HasYear
	EndYear int16 // of a Range
	N       int32 // how many units; hundredths when Hundredths
	Decade  int16 // 199 for the 1990s
	Century int8  // 19 for the 20th century; negative before the common era
	HasYear bool
	YearRel Rel // "August last year": RelLast
	Month   uint8
	Day     uint8
	Weekday uint8 // 1 Monday … 7 Sunday
	Week    uint8 // ISO number
	Season  uint8 // 1 spring … 4 winter
	Quarter uint8 // 1..4, 255 "the quarter"
	Half    uint8
	Holiday uint16
	EndDay  uint8 // of a Range
	EndMon  uint8
	Unit    Unit
	Rel     Rel
	Ref     Ref
	Mod     Mod
	Part    Part
	HasTime bool
	Hour    int8
	Minute  int8
	Second  int8
	UTC     bool
	Zone    bool    // a zone is named in the text
	Vague   bool    // "several", "few", plural without a number
	Until   int8    // "earlier this year" -1: ends now; "later" 1: begins now
	Place   int8    // how a length of time lies to what it is counted from: placeUpTo …
	Base    *Object // the time that this one is counted from or part of: "two days after | Christmas"
	Plus    *Object // a further amount of a finer unit: "one month | and two days ago"
	Work    bool    // only days of work count
	Ahead   bool    // Base lies ahead
	Swap    bool    // day and month could be exchanged
	Order   int8    // what decided it: 1 day first, 2 month first by another date of the text, 3 and 4 by how it writes dates in words, 5 and 6 by where it was published; 0 nothing
	Short   bool    // two-digit year, or one written with an apostrophe
	Fiscal  bool
	Weekend bool
	Hundred bool // N counts hundredths
	Implied bool // dates what is told, but is none of TIMEX3's expressions: "World War II", "since then"
	rule    rule
}
