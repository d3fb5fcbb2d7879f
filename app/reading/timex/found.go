// Package timex reads expressions of time. Find says what stands where, as symbolic objects that need no date to be
// read; Resolve turns them into days against the day of publication, and can be called again when that day changes.
package timex

import "dateline/app/story"

// Form is what sort of object an expression of time is.
type Form uint8

// The forms.
const (
	FormDate      Form = iota // a calendar date, whole or in part: "12 March 2025", "March", "2025", "Wednesday"
	FormWeek                  // a week: "week 12 of 2025", "2025-W12"
	FormSeason                // "summer 2024", "last winter"
	FormQuarter               // "the third quarter", also fiscal ones
	FormHalf                  // "the first half of 2024"
	FormDecade                // "the 1990s"
	FormCentury               // "the 19th century"
	FormTimeOfDay             // "8 a.m.", "noon", "this morning", "tonight"
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
	SignalDuring
	SignalFor
)

// Found is one expression of time as it stands in the text, not resolved. It holds no pointer into the text.
type Found struct {
	Span        story.Span
	First, Last int32 // tokens [First, Last)
	Form        Form
	Type        story.TimexType
	Tense       Tense
	Signal      Signal
	InQuote     bool // between quotation marks: counted from the day of speech
}
