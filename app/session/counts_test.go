package session

import (
	"testing"

	"dateline/app/story"
)

func TestPick_SelectsJustTheseDays(t *testing.T) {
	p := story.Between(19840, 19846)
	for _, c := range []struct {
		was, want Mode
	}{{ModeStep, ModeStep}, {ModeMoving, ModeMoving}, {ModeAll, ModeMoving}, {ModeFixed, ModeMoving}, {ModeSoFar, ModeMoving}} {
		b := opened(t)
		b.SetMode(c.was)
		b.Pick(p)
		if s := b.State(); s.Period != p || s.Mode != c.want {
			t.Errorf("in %v: %v in %v", c.was, s.Period, s.Mode)
		}
	}
}

func TestPick_DropsWhatIsNotLikelyOfTheDays(t *testing.T) {
	b := opened(t)
	b.SelectEvent(trucksCame)
	when := b.State().Story.Events[b.State().SelectedEvent()].When
	b.Pick(story.Between(when.Earliest-1, when.Latest+1))
	if b.State().Selected.Event != trucksCame {
		t.Error("an event of these days is selected no longer")
	}
	b.Pick(story.Between(when.Latest+10, when.Latest+11))
	if !b.State().Selected.None() {
		t.Error("an event of other days stays selected")
	}
}

func TestCounts_NamesAreReadBack(t *testing.T) {
	for c := CountsMany; c <= CountsOff; c++ {
		if got := CountsNamed(c.String()); got != c {
			t.Errorf("%v is read as %v", c, got)
		}
	}
	if CountsNamed("x") != CountsMany {
		t.Error("an unknown word is a choice")
	}
}
