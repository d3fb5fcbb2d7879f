package timex

import "dateline/app/story"

// Weights are the numbers by which expressions of time are resolved. They were set by hand, and rounded, by how often such
// expressions came out right on timebank-dev, meantime-dev and aquaint-dev. Where nothing else is said a field is a
// probability, 0 to 1, that the value is the one that was meant.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// Dates that name their year.
	Plain           float64 // whatever no other field is for
	FullDate        float64 // day, month and year
	Year            float64 // a year by itself
	ShortYear       float64 // two digits: "'98"
	ShortYearRival  float64 // the century before
	YearSaid        float64 // "August last year"
	YearUntold      float64 // "that year", and none was told of
	OrderStyle      float64 // "03/04/2024" in a text that writes its dates in one order, or whose publisher's country does
	OrderStyleRival float64
	OrderText       float64 // the same, where another date of the text has only one reading
	OrderTextRival  float64
	OrderOpen       float64 // the same, and nothing tells
	OrderOpenRival  float64
	OrderNear       float64 // the same, by what is nearer to the day of publication
	OrderNearRival  float64
	Months          float64 // "April-June 2024"
	Years           float64 // "2022-25"
	Named           float64 // "World War II"

	// Dates without a year.
	DayNoYear     float64 // at most: "12 March"
	WeekdayMisfit float64 // "Sunday, 12 March", and no near year has that
	MonthNoAnchor float64 // "March", and no day of publication is known
	MonthUntil    float64 // "until March"
	MonthPast     float64 // "in March they left"
	MonthFuture   float64 // "in March they will leave"
	MonthNear     float64 // "March", the nearest
	Headed        float64 // "In 1915 a treaty, signed on 30 September": of that year
	RivalShare    float64 // share of what is left that the other year, or week, gets
	MonthOpens    float64 // "from March to May", the first
	AgainstFuture float64 // factor on days behind where the sentence speaks of what is to come: up to 17 days behind may still be meant
	AgainstPast   float64 // factor on days ahead in the past tense, the weaker sign: "authorized a split, payable Dec. 7"
	AheadUntold   float64 // factor on days ahead where no tense tells
	Holiday       float64 // "Christmas"
	ToldYear      float64 // "26 July 1956 … on 29 October": of the year told of
	NearYear      int     // sentences after a day of an earlier year in which days without a year are still of it
	FreshDays     int     // but not where they are so many days before publication, or fewer
	LongPast      int     // nor after a month or a year that is fewer years past
	HolidayMoon   float64 // one that is found by the moon, a day early or late
	NthWeekday    float64 // "the second Sunday of June"

	// Days of the week.
	Weekday        float64 // "on Monday they left", "last Monday"
	WeekdayFuture  float64 // "on Monday they will leave"
	WeekdayUntold  float64 // "Monday", without a tense
	WeekdayOfWeek  float64 // "Monday of last week"
	WeekdayOfMonth float64 // "Friday the 13th"

	// Seasons, quarters, clocks.
	Season        float64 // "in spring"
	SeasonNorth   float64 // the northern season, where a southern place is named
	Fiscal        float64 // "the third fiscal quarter"
	Quarter       float64 // at most: "the third quarter"
	QuarterUntold float64 // "the quarter", and none was told of
	TimeOfDay     float64 // "at noon": of which day?
	ClockOfStory  float64 // "failed at 12.09 p.m.", on the day that the text told of before
	Set           float64 // "every Monday"

	// What is counted from a day.
	Relative       float64 // from publication: "three weeks ago"
	Told           float64 // from the day told of last: "the next day"
	ToldQuarter    float64 // "a year earlier", of a quarter
	ToldNothing    float64 // "15 years later", and nothing was told of
	ToldPublished  float64 // the same, counted from publication after all
	YearAgoQuarter float64 // "a year ago", of a quarter
	Offset         float64 // share of what it is counted from or part of: "two days after Christmas", "the first week of May"
	NoSuchPart     float64 // "the 31st of next month", which has 30 days: the month
	InTime         float64 // "in three weeks" is that very day
	Composite      float64 // "one month and two days ago"
	Closes         float64 // the second end of a time, after the first: "from Friday to Monday"
	InWeek         float64 // "next week, on Tuesday"
	Then           float64 // "since then"
	ThenNothing    float64 // the same, and nothing was told of near by
	NearQuarter    int     // sentences after a quarter in which "a year earlier" still means it
	NearStory      int     // days before publication in which the first day told of is that of the story
	NearThen       int     // sentences after the time told of last in which "then" still means it
	NearSpeech     int     // expressions before and after that are looked at for the day of a quotation

	// A name's days are told to a day, a month, a decade or a century by how many they are.
	NamedDay, NamedMonth, NamedDecade, NamedCentury story.Day

	// A day of publication that may be wrong: what is counted from it is multiplied by the probability of that day.
	LeastShare float64 // but by no less
	WideShare  float64 // and no less than this where both ends of its 80 % interval give the same
	HalfShare  float64 // or this, for its 50 % interval
	WideDays   float64 // of a sure expression, the probability that its day is among those that the 80 % interval leaves open
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		Plain: 0.9, FullDate: 0.98, Year: 0.93, ShortYear: 0.8, ShortYearRival: 0.1, YearSaid: 0.9, YearUntold: 0.6,
		OrderStyle: 0.8, OrderStyleRival: 0.17, OrderText: 0.93, OrderTextRival: 0.05, OrderOpen: 0.55, OrderOpenRival: 0.45,
		OrderNear: 0.65, OrderNearRival: 0.35, Months: 0.95, Years: 0.93, Named: 0.6,
		DayNoYear: 0.92, WeekdayMisfit: 0.6, MonthNoAnchor: 0.9, MonthUntil: 0.8, MonthPast: 0.85, MonthFuture: 0.85, MonthNear: 0.7, RivalShare: 0.8, Headed: 0.85,
		MonthOpens: 0.8, AgainstFuture: 20, AgainstPast: 5, AheadUntold: 1.25, Holiday: 0.9, HolidayMoon: 0.6, ToldYear: 0.75, NearYear: 2, FreshDays: 45, LongPast: 10, NthWeekday: 0.85,
		Weekday: 0.9, WeekdayFuture: 0.85, WeekdayUntold: 0.8, WeekdayOfWeek: 0.9, WeekdayOfMonth: 0.8,
		Season: 0.85, SeasonNorth: 0.12, Fiscal: 0.6, Quarter: 0.8, QuarterUntold: 0.6, TimeOfDay: 0.7, ClockOfStory: 0.6, Set: 0.85,
		Relative: 0.92, Told: 0.8, ToldQuarter: 0.7, ToldNothing: 0.5, ToldPublished: 0.4, YearAgoQuarter: 0.7, Offset: 0.97, NoSuchPart: 0.5, InTime: 0.75, Composite: 0.9, Closes: 0.85, InWeek: 0.88, Then: 0.6, ThenNothing: 0.5,
		NearQuarter: 3, NearThen: 4, NearStory: 7, NearSpeech: 20,
		NamedDay: 40, NamedMonth: 700, NamedDecade: 3000, NamedCentury: 15000,
		LeastShare: 0.02, WideShare: 0.9, HalfShare: 0.6, WideDays: 0.8,
	}
}

// defaults are what nil Weights stand for.
var defaults = DefaultWeights()
