// Package days lays days out along a line: stretches in which much happens share one scale, long gaps between them are
// folded, and the labels of an axis stand clear of each other.
//
//	s := days.New(points, starts, ends)
//	x := left + float32(s.At(float64(day)+0.5))*width
//	ticks := days.Axis(s, days.Room{X: …})
//
// It draws nothing and knows no widget.
package days

import (
	"maps"
	"math"
	"slices"
	"sort"

	"dateline/app/story"
)

// Scale maps days to a horizontal unit that runs from 0 (first day) to 1 (end of the last day). It is monotone and made
// of straight pieces: stretches where things happen share one scale, and long gaps between them are folded, so that one
// outlier ("August 2024" beside March 2025, or the year 1943) does not crush the days that the story is about.
// A day d is the slot [d, d+1); its middle is d+0.5.
type Scale struct {
	knots []float64 // days, rising
	pos   []float64 // units, rising
	fold  []bool    // piece i, from knots[i] to knots[i+1], is a folded gap
	named []bool    // something begins at knots[i]: the axis names that day
	rate  float64   // units a day in the unfolded pieces, and beyond both ends
}

const (
	foldTimes = 8    // a gap is long when it is so many times the typical one
	foldWorth = 0.4  // gaps are folded only if they would fill this part of the axis
	foldMost  = 0.38 // all folded gaps together never take more than this part
	vagueDay  = 0.15 // an edge of a long interval, alone between two folds, needs so much of a day
)

// New reads the days that things happen on, and the days that intervals begin and end on, repeats included, in any
// order. No days give an empty Scale.
func New(points, starts, ends []story.Day) Scale {
	exact, _ := distinct(points)
	starts = append(append([]story.Day(nil), points...), starts...)
	from, weight := distinct(starts)
	at, _ := distinct(append(append([]story.Day(nil), starts...), ends...))
	n := len(at)
	if n == 0 {
		return Scale{}
	}
	first, last := at[0], at[n-1]+1
	if last-first < 7 { // a few days are shown in a week
		return straight(first-3, last+3)
	}
	long := foldTimes * typicalGap(from, weight)
	var folded float64
	var folds int
	for i := 1; i < n; i++ {
		if g := at[i] - at[i-1]; g > long {
			folded += g
			folds++
		}
	}
	if folds == 0 || folded < foldWorth*(last-first) {
		return straight(first, last)
	}
	s := folding(at, exact, long, folds)
	for i, k := range s.knots {
		j := sort.SearchFloat64s(from, k)
		s.named[i] = j < len(from) && from[j] == k
	}
	return s
}

// distinct sorts days and counts how often each occurs.
func distinct(days []story.Day) (at []float64, n []int) {
	count := map[story.Day]int{} // far fewer than days
	for _, d := range days {
		count[d]++
	}
	for _, d := range slices.Sorted(maps.Keys(count)) {
		at, n = append(at, float64(d)), append(n, count[d])
	}
	return at, n
}

func straight(from, to float64) Scale {
	return Scale{knots: []float64{from, to}, pos: []float64{0, 1}, fold: []bool{false}, named: []bool{false, false}, rate: 1 / (to - from)}
}

// folding lays out the pieces: the unfolded ones share what the folds leave, in proportion to their days; the folds
// share theirs by the logarithm of their length.
func folding(at, exact []float64, long float64, folds int) Scale {
	n := len(at)
	share := math.Min(foldMost, 0.09+0.06*float64(folds))
	s := Scale{knots: []float64{at[0]}}
	var dense, weights float64
	for i := 1; i < n; i++ {
		if g := at[i] - at[i-1]; g > long {
			s.knots = append(s.knots, at[i-1]+1, at[i])
			s.fold = append(s.fold, false, true)
			weights += math.Log2(1 + g/long)
		}
	}
	s.knots = append(s.knots, at[n-1]+1)
	s.fold = append(s.fold, false)
	need := make([]float64, len(s.fold)) // of each unfolded piece, in days
	for i, f := range s.fold {
		if !f {
			need[i] = s.knots[i+1] - s.knots[i]
			if j := sort.SearchFloat64s(exact, s.knots[i]); need[i] == 1 && (j == len(exact) || exact[j] != s.knots[i]) {
				need[i] = vagueDay
			}
			dense += need[i]
		}
	}
	s.rate = (1 - share) / dense
	s.pos, s.named = make([]float64, len(s.knots)), make([]bool, len(s.knots))
	for i, f := range s.fold {
		w := need[i] * s.rate
		if f {
			w = share * math.Log2(1+(s.knots[i+1]-s.knots[i]+1)/long) / weights
		}
		s.pos[i+1] = s.pos[i] + w
	}
	return s
}

// typicalGap is the median, over all things and not over all days, of the distance to the nearest other day.
// Fewer than two days have no gap: it is endless.
func typicalGap(at []float64, weight []int) float64 {
	if len(at) < 2 {
		return math.Inf(1)
	}
	type gap struct {
		days float64
		n    int
	}
	gaps := make([]gap, 0, len(at))
	total := 0
	for i := range at {
		g := math.Inf(1)
		if i > 0 {
			g = at[i] - at[i-1]
		}
		if i+1 < len(at) {
			g = math.Min(g, at[i+1]-at[i])
		}
		gaps = append(gaps, gap{g, weight[i]})
		total += weight[i]
	}
	sort.Slice(gaps, func(i, j int) bool { return gaps[i].days < gaps[j].days })
	seen := 0
	for _, g := range gaps {
		if seen += g.n; 2*seen >= total {
			return g.days
		}
	}
	return 1
}

// Empty reports whether there is no day to lay out.
func (s Scale) Empty() bool { return len(s.knots) < 2 }

// Rate is the units a day of the stretches that are not folded, and beyond both ends.
func (s Scale) Rate() float64 { return s.rate }

// Ends are the first day and the end of the last one; of an empty Scale zero.
func (s Scale) Ends() (first, last float64) {
	if s.Empty() {
		return 0, 0
	}
	return s.knots[0], s.knots[len(s.knots)-1]
}

// At is the unit of a day; beyond the ends it goes on at the unfolded rate.
func (s Scale) At(day float64) float64 {
	if s.Empty() {
		return 0
	}
	n := len(s.knots)
	switch {
	case day <= s.knots[0]:
		return s.pos[0] - (s.knots[0]-day)*s.rate
	case day >= s.knots[n-1]:
		return s.pos[n-1] + (day-s.knots[n-1])*s.rate
	}
	i := s.pieceOf(s.knots, day)
	return s.pos[i] + (day-s.knots[i])*(s.pos[i+1]-s.pos[i])/(s.knots[i+1]-s.knots[i])
}

// Day is the inverse of At.
func (s Scale) Day(unit float64) float64 {
	if s.Empty() {
		return 0
	}
	n := len(s.pos)
	switch {
	case unit <= s.pos[0]:
		return s.knots[0] - (s.pos[0]-unit)/s.rate
	case unit >= s.pos[n-1]:
		return s.knots[n-1] + (unit-s.pos[n-1])/s.rate
	}
	i := s.pieceOf(s.pos, unit)
	return s.knots[i] + (unit-s.pos[i])*(s.knots[i+1]-s.knots[i])/(s.pos[i+1]-s.pos[i])
}

func (s Scale) pieceOf(edges []float64, v float64) int {
	i := sort.SearchFloat64s(edges, v)
	if i > 0 {
		i--
	}
	return min(i, len(edges)-2)
}

// Piece is a straight part of the axis inside what is asked for.
type Piece struct {
	From, To float64 // days
	Rate     float64 // units a day
	Fold     bool
	Starts   bool // From is where something begins after a fold
}

// Pieces gives the straight parts between two days, in order, the endless ends included.
func (s Scale) Pieces(from, to float64) []Piece {
	if s.Empty() || to <= from {
		return nil
	}
	var out []Piece
	add := func(a, b, rate float64, fold, starts bool) {
		starts = starts && a >= from
		a, b = math.Max(a, from), math.Min(b, to)
		if b > a {
			out = append(out, Piece{a, b, rate, fold, starts})
		}
	}
	add(math.Inf(-1), s.knots[0], s.rate, false, false)
	for i := range s.fold {
		rate := (s.pos[i+1] - s.pos[i]) / (s.knots[i+1] - s.knots[i])
		add(s.knots[i], s.knots[i+1], rate, s.fold[i], s.named[i] && !s.fold[i])
	}
	add(s.knots[len(s.knots)-1], math.Inf(1), s.rate, false, false)
	return out
}
