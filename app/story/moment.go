package story

// Precision is the finest unit that a Moment is known to.
type Precision uint8

// The precisions, coarse to fine.
const (
	PrecisionUnknown Precision = iota
	PrecisionCentury
	PrecisionDecade
	PrecisionYear
	PrecisionSeason // also quarters and halves of a year
	PrecisionMonth
	PrecisionWeek
	PrecisionDay
	PrecisionClock // a time of day is known too
)

var precisionNames = [...]string{"unknown", "century", "decade", "year", "season", "month", "week", "day", "clock"}

// String is the unit in plain English: "day", "month" …
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return precisionNames[0]
}

// Basis says how a Moment came to be known.
type Basis uint8

// The bases, from nothing to the article's own words.
const (
	BasisNone        Basis = iota // undated
	BasisPublication              // nothing said: the day of publication, as an interval
	BasisInherited                // from the sentence or paragraph before
	BasisSentence                 // a timex elsewhere in the sentence
	BasisClause                   // a timex that governs the clause
	BasisGiven                    // a person said so
)

var basisNames = [...]string{"none", "publication", "inherited", "sentence", "clause", "given"}

// String is the word the command line prints.
func (b Basis) String() string {
	if int(b) < len(basisNames) {
		return basisNames[b]
	}
	return basisNames[0]
}

// Moment is a resolved position on the time axis: the days within which something happened. The zero Moment is
// undated. Earliest and Latest are inclusive; DayMin or DayMax mean that this end is open ("before August").
type Moment struct {
	Earliest, Latest Day
	P                float64 // 0..1
	Precision        Precision
	Basis            Basis
	Clock            string // "08:00" as the text has it, with its zone if named; "" if none. Never used to move the day
	Words            Span   // the expression of time it was read from, in the article of what it dates; empty where no words there say it
	Reasons          []Reason
}

// PrecisionOf is the unit that an interval of so many days is nearest to.
func PrecisionOf(days int) Precision {
	switch {
	case days <= 3:
		return PrecisionDay
	case days <= 14:
		return PrecisionWeek
	case days <= 62:
		return PrecisionMonth
	case days <= 200:
		return PrecisionSeason
	case days <= 800:
		return PrecisionYear
	case days <= 8000:
		return PrecisionDecade
	}
	return PrecisionCentury
}

// Dated reports whether at least one end is known.
func (m Moment) Dated() bool {
	return m.Precision != PrecisionUnknown && (m.Earliest.Bounded() || m.Latest.Bounded())
}

// On is the Moment of one single day.
func On(d Day, p float64, b Basis, why ...Reason) Moment {
	return Moment{Earliest: d, Latest: d, Precision: PrecisionDay, P: p, Basis: b, Reasons: why}
}

// Compare orders by earliest, then latest day; undated moments come last.
func (m Moment) Compare(o Moment) int {
	switch {
	case m.Dated() != o.Dated():
		if m.Dated() {
			return -1
		}
		return 1
	case m.Earliest != o.Earliest:
		if m.Earliest < o.Earliest {
			return -1
		}
		return 1
	case m.Latest != o.Latest:
		if m.Latest < o.Latest {
			return -1
		}
		return 1
	}
	return 0
}

// Period is the interval that the slider selects, inclusive at both ends. The zero Period is everything, undated
// things included.
type Period struct {
	On       bool
	From, To Day
}

// Between is the Period from one day to another, in either order.
func Between(a, b Day) Period {
	if b < a {
		a, b = b, a
	}
	return Period{On: true, From: a, To: b}
}

// openDays is how long a Moment with an open end is thought to be: "before August" is spread over a year.
const openDays = 365

// Share is the part of the days of m that lie in p, 0 to 1: how much of what may have happened then is to be seen. It is
// 1 where p is everything or holds all of m, and 0 where Holds is false.
func (p Period) Share(m Moment) float64 {
	switch {
	case !p.On:
		return 1
	case !p.Holds(m):
		return 0
	}
	from, to := m.Earliest, m.Latest
	if !from.Bounded() {
		from = to - openDays + 1
	}
	if !to.Bounded() {
		to = from + openDays - 1
	}
	in := min(to, p.To) - max(from, p.From) + 1
	if in <= 0 { // the open end alone reaches into p
		return 1.0 / openDays
	}
	return float64(in) / float64(to-from+1)
}

// Holds reports whether m is to be shown in p: always when p is everything, else when the two share a day.
// An undated Moment is in no Period.
func (p Period) Holds(m Moment) bool {
	if !p.On {
		return true
	}
	return m.Dated() && m.Earliest <= p.To && p.From <= m.Latest
}
