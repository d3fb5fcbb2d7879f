package pubdate

import (
	"math"
	"sync"

	"dateline/app/story"
)

// curve is a weight by the number of days between a clue and the day in question, as a natural logarithm. It is worked
// out once: thousands of articles are laid over thousands of days.
type curve struct {
	table func() *[2][curveDays]float32 // by days, and further out by months
}

const (
	curveDays  = 5000
	curveMonth = 32 // days to a step further out, where a curve is all but flat
)

func newCurve(at func(n float64) float64) *curve {
	return &curve{table: sync.OnceValue(func() *[2][curveDays]float32 {
		t := new([2][curveDays]float32)
		for n := range curveDays {
			t[0][n] = float32(at(float64(n)))
			t[1][n] = float32(at(float64(curveDays + curveMonth*n)))
		}
		return t
	})}
}

// of is the weight at a gap of n days, n >= 0.
func (c *curve) of(n story.Day) float64 { return float64(look(c.table(), int(n))) }

func look(t *[2][curveDays]float32, n int) float32 {
	if n < curveDays {
		return t[0][n]
	}
	return t[1][min((n-curveDays)/curveMonth, curveDays-1)]
}

// add adds weight times the curve to lp, whose first day has a gap of n days and each further one of step more.
func (c *curve) add(lp []float32, n, step int, weight float32) {
	t := c.table()
	for k := range lp {
		lp[k] += weight * look(t, n)
		n += step
	}
}

// gone is the weight of what is told of as past: near is the share that falls off by half in half days, the rest has a
// long tail.
func gone(near, half, tail float64) *curve {
	return newCurve(func(n float64) float64 {
		return math.Log(0.95 * (near*math.Ln2/half*math.Exp2(-n/half) + (1-near)*far(n, tail)))
	})
}

// distant is the weight of share, with a tail from from.
func distant(share, from float64) *curve {
	return newCurve(func(n float64) float64 { return math.Log(share * far(n, from)) })
}

// gaps is a falling exponential with a flat tail of one in twenty.
func gaps(half float64) *curve { return newCurve(func(n float64) float64 { return gap(n, half) }) }

var (
	goneYear, goneDay, goneDayNow      = gone(0.25, 365, 365), gone(0.55, 2, 30), gone(0.87, 2, 30)
	goneThird, goneThirdNow            = gone(0.5, 12, 60), gone(0.87, 12, 60) // "early March 2025"
	goneMonth, goneMonthNow            = gone(0.15, 45, 90), gone(0.3, 45, 90)
	notYet, planned, overdue           = distant(0.05, 200), distant(0.65, 100), distant(0.35, 400)
	monthOnly, dayOfMonth, sinceUpdate = gaps(45), gaps(12), gaps(2)
)

// gone is the curve of a clue that tells of the past.
func (c *clue) gone() *curve {
	pick := func(usual, now *curve) *curve {
		if c.current {
			return now
		}
		return usual
	}
	switch {
	case c.fine >= story.PrecisionWeek:
		return pick(goneDay, goneDayNow)
	case c.fine == story.PrecisionMonth && c.to-c.from < 20:
		return pick(goneThird, goneThirdNow)
	case c.fine == story.PrecisionMonth, c.fine == story.PrecisionSeason:
		return pick(goneMonth, goneMonthNow)
	}
	return goneYear
}
