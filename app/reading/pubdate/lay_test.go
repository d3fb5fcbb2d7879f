package pubdate

import (
	"math"
	"testing"

	"dateline/app/reading/timex"
	"dateline/app/story"
)

// Laying a clue over many days at once gives what each day by itself is given.
func TestLayAgreesWithScore(t *testing.T) {
	lo := story.NewDay(2019, 2, 3)
	for _, c := range []clue{
		{kind: clueMonth, month: 5}, {kind: clueMonth, month: 1, day: 1, tense: timex.TenseFuture}, {kind: clueMonth, month: 12, day: 31},
		{kind: clueMonth, month: 10, day: 30}, {kind: clueWeekday, weekday: 3, tense: timex.TensePast}, {kind: clueWeekday, weekday: 7, tense: timex.TenseFuture},
		{kind: clueAfter, from: lo + 500, to: lo + 500, fine: story.PrecisionDay}, {kind: clueAfter, from: lo - 9000, to: lo - 8000, fine: story.PrecisionYear},
		{kind: clueBefore, from: lo + 100, to: lo + 130, fine: story.PrecisionMonth}, {kind: clueUpdated, from: lo + 600, to: lo + 600},
	} {
		g := grid{lo: lo, lp: make([]float32, 2000)}
		New(nil).layOne(&c, g, 1)
		for k, v := range g.lp {
			if want := New(nil).score(&c, lo+story.Day(k)); math.Abs(float64(v)-want) > 1e-3*(1+math.Abs(want)) {
				t.Fatalf("%+v on day %d: %v, want %v", c, k, v, want)
			}
		}
	}
	g := grid{lo: lo, lp: make([]float32, 100)}
	for _, c := range []clue{{kind: clueMonth, month: 4, day: 31}, {kind: clueMonth, month: 2, day: 29}} {
		New(nil).layOne(&c, g, 1) // ends
	}
}
