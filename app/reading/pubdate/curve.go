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

// past is the weight of what is told of as past.
func (r *Dater) past(p Past) *curve {
	return newCurve(func(n float64) float64 {
		return math.Log(r.w.PastTrue * (p.Share*math.Ln2/p.Half*math.Exp2(-n/p.Half) + (1-p.Share)*r.far(n, p.Tail)))
	})
}

// distant is the weight of what may lie anywhere.
func (r *Dater) distant(p Distant) *curve {
	return newCurve(func(n float64) float64 { return math.Log(p.Share * r.far(n, p.From)) })
}

// gaps is a falling exponential with a flat tail.
func (r *Dater) gaps(half float64) *curve {
	flat, times := r.w.Flat, r.w.FlatTimes
	return newCurve(func(n float64) float64 {
		return math.Log((1-flat)*math.Exp2(-n/half) + flat*math.Exp2(-n/(times*half)) + 1e-9)
	})
}

// far is the density of a gap of n days that falls off as slowly as 1/n.
func (r *Dater) far(n, from float64) float64 {
	return 1 / ((n + from) * math.Log((r.w.Years+from)/from))
}

// pastOf is the curve of a clue that tells of the past.
func (r *Dater) pastOf(c *clue) *curve {
	pick := func(usual, now *curve) *curve {
		if c.current {
			return now
		}
		return usual
	}
	switch {
	case c.fine >= story.PrecisionWeek:
		return pick(r.pastDay, r.pastDayNow)
	case c.fine == story.PrecisionMonth && c.to-c.from < r.w.CurrentThird:
		return pick(r.pastThird, r.pastThirdNow)
	case c.fine == story.PrecisionMonth, c.fine == story.PrecisionSeason:
		return pick(r.pastMonth, r.pastMonthNow)
	}
	return r.pastYear
}
