package story

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLog(t *testing.T) {
	d := NewDay(2025, 3, 12)
	place := Correction{Kind: CorrectPlace, About: Target{"a", Span{3, 9}, "Lisbon"}, Place: 7}
	back := Published("a", 0)
	back.AsRead = true
	for _, c := range []struct {
		name  string
		log   Log
		day   Day
		given bool
		force int
	}{
		{"the zero log says nothing", Log{}, 0, false, 0},
		{"a day", NewLog(Published("a", d)), d, true, 1},
		{"the later one holds", NewLog(Published("a", d), Published("a", d+1)), d + 1, true, 1},
		{"another article's day is its own", NewLog(Published("b", d)), 0, false, 1},
		{"taken back: what the text tells holds again", NewLog(Published("a", d), back), 0, false, 0},
		{"given once more after that", NewLog(Published("a", d), back, Published("a", d)), d, true, 1},
		{"another kind does not hide it", NewLog(Published("a", d), place), d, true, 2},
	} {
		day, given := c.log.Published("a")
		if given != c.given || given && day != c.day {
			t.Errorf("%s: %v %v", c.name, day, given)
		}
		if got := len(c.log.InForce()); got != c.force {
			t.Errorf("%s: %d in force, want %d", c.name, got, c.force)
		}
	}
}

func TestLog_IsAValue(t *testing.T) {
	first := NewLog(Published("a", 1))
	x, y := first.With(Published("b", 2)), first.With(Published("c", 3))
	if x.Entry(1).About.Article != "b" || y.Entry(1).About.Article != "c" || first.Len() != 1 {
		t.Error("one log writes into another")
	}
	less, last, ok := x.Undone()
	if !ok || last.About.Article != "b" || !less.Equal(first) || less.Equal(y) {
		t.Errorf("undone: %v %v", less, last)
	}
	z := less.With(Published("d", 4))
	if x.Entry(1).About.Article != "b" || z.Entry(1).About.Article != "d" {
		t.Error("a correction after an undo writes over the one that was undone")
	}
	if _, _, ok := (Log{}).Undone(); ok {
		t.Error("nothing is undone in an empty log")
	}
	if d := cmp.Diff(Published("a", 1), first.Entry(0)); d != "" {
		t.Error(d)
	}
}
