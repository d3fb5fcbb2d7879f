package timex

// rule names what read an expression; the name is in story.Timex.Rule.
type rule uint8

const (
	ruleNone rule = iota
	ruleFullDate
	ruleNumericDate
	ruleMonthDay
	ruleMonthYear
	ruleMonth
	ruleWeekday
	ruleShiftedWeekday
	ruleShiftedMonth
	ruleYear
	ruleWordYear
	ruleEraYear
	ruleDecade
	ruleCentury
	ruleSeason
	ruleQuarter
	ruleHalf
	ruleWeekNumber
	ruleWeekOf
	ruleWeekend
	ruleHoliday
	ruleDayWord
	ruleAgo
	ruleTold
	ruleShiftedUnit
	ruleClock
	rulePart
	ruleDuration
	rulePlacedDuration
	ruleRange
	ruleSet
	ruleRef
	ruleFriday13
	ruleNthWeekday
	ruleWeeksOff
	ruleWeekdayOfWeek
	ruleThen
	ruleNamed
	ruleOffset
	ruleNthUnit
	ruleWeekendOf
	ruleNoDay // words of a day that no calendar has
)

var ruleNames = [...]string{"", "full date", "numeric date", "month and day", "month and year", "month", "weekday",
	"last or next weekday", "last or next month", "year", "year in words", "year of an era", "decade", "century",
	"season", "quarter", "half-year", "week number", "week of a date", "weekend", "holiday", "today or yesterday",
	"units ago", "counted from the time told of", "last, this or next unit", "clock", "part of the day", "duration",
	"duration up to or from now", "range", "set", "vague word", "Friday the 13th", "weekday of a month",
	"weekday of another week", "weekday of a week", "the time told of", "name of a time",
	"counted from a named day", "part of a longer time", "weekend of a date", "no day"}
