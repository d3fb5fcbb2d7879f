package pubdate

import (
	"sync"

	"dateline/app/story"
)

// Weights are the numbers by which articles are dated. They were set by hand: those of what a page states on saved pages of
// our own, the others on timebank-dev, lgl-dev and polnear-dev with half of their dates hidden, and on the sample story.
//
// One value may be shared by goroutines as long as nobody changes it.
type Weights struct {
	// What the page states: the probability, 0 to 1, that a source names the day of publication.
	Trust        [story.SourceUpdated + 1]float64 // by source, where nothing else is said
	OrderDecided float64                          // "03/04/2025", and the other reading has not come yet
	OrderOpen    float64                          // the same, and both are possible
	Ahead        float64                          // at most, where the day is after the one on which the page was opened
	Differs      float64                          // at most, where another source names another day
	DiffersDays  story.Day                        // days up to which two sources say the same
	Updated      float64                          // at most, where the page was updated before it

	// Where in a text such a line may stand, and what it may hold.
	TextBytes      int // bytes from the top in which a date line is one without saying so
	LineTokens     int // tokens to each side that are looked at
	BeforeTokens   int // tokens before a date that say what it is: "updated", "published"
	UpdatedWords   int // other words at most beside "updated"
	PublishedWords int // the same beside "published"
	PublishedSmall int // of these, words with a small letter
	LineWords      int // the same in a line that says nothing of the kind
	LineSmall      int
	ForeignBytes   int // bytes of a line with a date in another language
	WireTokens     int // tokens before the date of "KYIV, March 13 (Reuters) -"
	AgencyTokens   int // tokens in the brackets of the agency

	// What is told of as past, by how many days ago it was. Share is the part that falls off by half in Half days; the
	// rest has a tail that falls off as slowly as 1 over the days, and counts for days below Tail.
	PastYear        Past // "in 2023"
	PastDay         Past // "on 12 March 2025"
	PastDayNow      Past // the same, in an article that names years of what is new too
	PastThird       Past // "early March 2025"
	PastThirdNow    Past
	PastMonth       Past // "in March 2025"
	PastMonthNow    Past
	PastTrue        float64   // share of what reads like the past that is
	NotYet          Distant   // what reads like the past and is to come
	Planned         Distant   // what reads like a plan and is to come
	Overdue         Distant   // what reads like a plan and is past
	Years           float64   // days over which a tail is spread
	CurrentDays     story.Day // days between full dates that stand close together
	CurrentThird    story.Day // days below which a span is a part of a month
	CurrentRelative int       // words such as "yesterday" from which an article names no years of what is new
	MonthHalf       float64   // days in which "in May", without a year, falls off by half
	DayHalf         float64   // the same for "on May 4"
	UpdateHalf      float64   // days between publication and an update, the same
	Flat            float64   // share of these that is flat
	NearHistory     int       // sentences after a day of a year long past in which days without a year are as old
	FlatTimes       float64   // how many times as long the flat part takes to fall off

	// Words that are counted from the day of publication.
	WeekdayAge    [7]float64 // share of how many days back a weekday of the past lies: 0 to 6
	WeekdayAhead  [7]float64 // the same for a weekday to come, ahead
	WeekdayFuture float64    // factor on the logarithm for a weekday to come
	WeekdayUntold float64    // the same where no tense tells
	Weekdays      int        // weekdays from which more of them say no more
	AgainstTense  float64    // logarithm of a month or day that lies against the tense
	LastMonth     float64    // logarithm of "last August" where "August last year" stands too, after August
	NotBefore     float64    // logarithm of a day before something that is told of as past
	Impossible    float64    // logarithm of a day that cannot be
	DatelineNear  float64    // logarithm of the day beside that of a dateline

	// Deeds that siblings tell of too: "met on Tuesday".
	SameDeed      float64   // share of what looks like the same deed that is
	OtherDays     float64   // days over which others are spread
	DeedHalf      float64   // days in which a day of a month falls off by half
	DeedAhead     int       // factor on days ahead
	DeedNames     int       // names that two tellings share
	ContraryNames int       // the same, to say that they name two days for one deed
	ContraryDays  int       // days between that are still one deed told twice
	DisorderDays  story.Day // days from which a plan was published after its fulfilment
	ActTokens     int       // tokens of a sentence from which it is no sentence
	ActWords      int       // words before a deed that say whether it is planned or done
	Acts          int       // deeds that are kept of one article
	Clues         int       // clues that are kept of one article

	// One article by itself.
	Before    story.Day // days before the first clue that are looked at
	Days      story.Day // days looked at in all
	AfterSpan story.Day // of these, days that are not left after the last clue
	Widest    story.Day // days that the 80 % interval may span for a day to be told at all
	LookAhead int       // days looked at to widen the interval, so that a weekday that does not fit is no wall
	SayOpened story.Day // days before opening within which the opening is a reason

	// Articles of one story.
	Around       story.Day // days around those of dated siblings that are looked at
	Like         float64   // share of names from which two articles are alike at all
	LikeTie      float64   // difference of it below which a dated sibling goes before an undated one
	LikeContrary float64   // share of names from which a sibling can contradict
	Listens      int       // siblings, the nearest, that an article listens to
	CommonName   int       // articles that share a name, from which the rest are not looked at
	Kernels      [4]Kernel // how far apart articles are published, by how alike they are, most alike first
	Siblings     float64   // how many siblings count fully: they are not independent of each other
	Undated      float64   // factor on what undated siblings say to each other
	AgainstOrder float64   // factor on days on the wrong side of a plan: e to the -2.5
	SayAgainst   story.Day // days from which a sibling's day is a reason against
}

// Past says how what is told of as past falls off with the days.
type Past struct {
	Share float64 // 0 to 1: near
	Half  float64 // days in which that falls off by half
	Tail  float64 // days below which the rest hardly falls off
}

// Distant says how what may lie anywhere falls off with the days.
type Distant struct {
	Share float64 // 0 to 1: how much of it there is
	From  float64 // days below which it hardly falls off
}

// Kernel says how far apart two articles of a likeness are published.
type Kernel struct {
	Above    float64 // share of names that the two have in common: more than this
	Days     float64 // days between: scale of the falling exponential
	Anywhere float64 // share, 0 to 1, that is published anywhere
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{
		Trust: [...]float64{
			story.SourceGiven: 1, story.SourceJSONLD: 0.98, story.SourceMeta: 0.97, story.SourceTime: 0.93, story.SourceURL: 0.93,
			story.SourceDateLine: 0.95, story.SourceDateline: 0.93, story.SourceUpdated: 0,
		},
		OrderDecided: 0.9, OrderOpen: 0.55, Ahead: 0.5, Differs: 0.85, DiffersDays: 2, Updated: 0.8,

		TextBytes: 3000, LineTokens: 40, BeforeTokens: 4, UpdatedWords: 8, PublishedWords: 10, PublishedSmall: 4, LineWords: 6, LineSmall: 1,
		ForeignBytes: 200, WireTokens: 12, AgencyTokens: 8,

		PastYear: Past{0.25, 365, 365}, PastDay: Past{0.55, 2, 30}, PastDayNow: Past{0.87, 2, 30}, PastThird: Past{0.5, 12, 60},
		PastThirdNow: Past{0.87, 12, 60}, PastMonth: Past{0.15, 45, 90}, PastMonthNow: Past{0.3, 45, 90}, PastTrue: 0.95,
		NotYet: Distant{0.05, 200}, Planned: Distant{0.65, 100}, Overdue: Distant{0.35, 400}, Years: 11000,
		CurrentDays: 21, CurrentThird: 20, CurrentRelative: 2, MonthHalf: 45, DayHalf: 12, UpdateHalf: 2, Flat: 0.05, FlatTimes: 40, NearHistory: 2,

		WeekdayAge: [7]float64{0.33, 0.31, 0.13, 0.08, 0.06, 0.05, 0.04}, WeekdayAhead: [7]float64{0.17, 0.28, 0.16, 0.12, 0.1, 0.09, 0.08},
		WeekdayFuture: 0.7, WeekdayUntold: 0.5, Weekdays: 4, AgainstTense: -2, LastMonth: -2.5, NotBefore: -2, Impossible: -12, DatelineNear: -3,

		SameDeed: 0.75, OtherDays: 60, DeedHalf: 10, DeedAhead: 2, DeedNames: 2, ContraryNames: 3, ContraryDays: 10, DisorderDays: 2,
		ActTokens: 120, ActWords: 6, Acts: 48, Clues: 64,

		Before: 400, Days: 4000, AfterSpan: 800, Widest: 92, LookAhead: 3, SayOpened: 7,

		Around: 200, Like: 0.1, LikeTie: 0.1, LikeContrary: 0.2, Listens: 10, CommonName: 200,
		Kernels: [4]Kernel{{0.45, 3, 0.1}, {0.25, 4, 0.15}, {0.15, 6, 0.25}, {0, 10, 0.4}}, Siblings: 3, Undated: 0.5, AgainstOrder: 0.082, SayAgainst: 45,
	}
}

// Dater dates articles with one set of weights. It may be used by several goroutines.
type Dater struct {
	w                                                            *Weights
	pastYear, pastDay, pastDayNow                                *curve
	pastThird, pastThirdNow, pastMonth, pastMonthNow             *curve
	notYet, planned, overdue, monthOnly, dayOfMonth, sinceUpdate *curve
}

// New makes a Dater; nil is DefaultWeights. The weights must not be changed afterwards.
func New(w *Weights) *Dater {
	if w == nil {
		return usual()
	}
	return newDater(w)
}

func newDater(w *Weights) *Dater {
	d := &Dater{w: w}
	d.pastYear, d.pastDay, d.pastDayNow = d.past(w.PastYear), d.past(w.PastDay), d.past(w.PastDayNow)
	d.pastThird, d.pastThirdNow, d.pastMonth, d.pastMonthNow = d.past(w.PastThird), d.past(w.PastThirdNow), d.past(w.PastMonth), d.past(w.PastMonthNow)
	d.notYet, d.planned, d.overdue = d.distant(w.NotYet), d.distant(w.Planned), d.distant(w.Overdue)
	d.monthOnly, d.dayOfMonth, d.sinceUpdate = d.gaps(w.MonthHalf), d.gaps(w.DayHalf), d.gaps(w.UpdateHalf)
	return d
}

var usual = sync.OnceValue(func() *Dater {
	w := DefaultWeights()
	return newDater(&w)
})
