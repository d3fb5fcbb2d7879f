package session

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/app/progress"
	"dateline/app/slides"
	"dateline/app/story"
)

// own is a run of slides with these ids.
func own(ids string) slides.Run {
	r := slides.Run{Made: slides.MadeOwn}
	for _, id := range strings.Fields(ids) {
		r.Slides = append(r.Slides, slides.Slide{ID: id, Kind: slides.Title, Head: id})
	}
	return r
}

func ids(r slides.Run) (out string) {
	for _, s := range r.Slides {
		out += s.ID
	}
	return out
}

func TestRun_UndoTakesTheLastThingDone(t *testing.T) {
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	now := func() string {
		d, _ := b.State().Log.Published("a")
		return fmt.Sprint(ids(b.State().Run), " ", int(d))
	}
	give := func(d story.Day) func() bool { return func() bool { b.GiveDate("a", d); return true } }
	set := func(r string) func() bool { return func() bool { b.SetRun(own(r)); return true } }
	for _, c := range []struct {
		name string
		do   func() bool
		ok   bool
		want string
	}{
		{"a run", set("x"), true, "x 0"},
		{"a correction", give(100), true, "x 100"},
		{"another run", set("x y"), true, "xy 100"},
		{"and another", set("y"), true, "y 100"},
		{"a second correction", give(200), true, "y 200"},
		{"undo: the correction", b.Undo, true, "y 100"},
		{"undo: a run", b.Undo, true, "xy 100"},
		{"undo: the run before", b.Undo, true, "x 100"},
		{"undo: the first correction", b.Undo, true, "x 0"},
		{"undo: the first run", b.Undo, true, " 0"},
		{"undo: nothing is left", b.Undo, false, " 0"},
		{"redo: the first run", b.Redo, true, "x 0"},
		{"redo: the first correction", b.Redo, true, "x 100"},
		{"redo: a run", b.Redo, true, "xy 100"},
		{"another run in between ends what could be put back", set("z"), true, "z 100"},
		{"redo: nothing is left", b.Redo, false, "z 100"},
		{"undo: that run", b.Undo, true, "xy 100"},
		{"the same run is no change", set("x y"), true, "xy 100"},
		{"undo: the one before", b.Undo, true, "x 100"},
	} {
		log := b.State().Log
		ok := c.do()
		if !b.State().Log.Equal(log) { // told again
			b.run()
		}
		if got := now(); ok != c.ok || got != c.want {
			t.Fatalf("%s: %v %q, want %q", c.name, ok, got, c.want)
		}
		if st := b.State(); st.CanUndo() != (c.want != " 0") {
			t.Errorf("%s: can undo %v", c.name, st.CanUndo())
		}
	}
}

func TestRun_ALogThatFallsBackKeepsTheOrder(t *testing.T) {
	b := opened(t)
	b.cfg.Tell = func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
		return nil, errors.New("no")
	}
	b.GiveDate("a", 100)
	b.SetRun(own("x"))
	b.run() // the correction cannot be told and is taken back
	if st := b.State(); st.Log.Len() != 0 || !st.UndoesRun() {
		t.Fatalf("%d corrections, undoes the run %v", st.Log.Len(), st.UndoesRun())
	}
	if b.Undo(); ids(b.State().Run) != "" || b.Undo() {
		t.Error("the run is not taken back, or more than that")
	}
}

func TestRun_OldestChangesAreForgotten(t *testing.T) {
	b := opened(t)
	for i := range 3 * mostUndone {
		b.SetRun(own(fmt.Sprint(i)))
	}
	n := 0
	for b.Undo() {
		n++
	}
	if n != mostUndone {
		t.Errorf("%d changes can be taken back", n)
	}
}

func TestRun_IsOfWhatIsOpen(t *testing.T) {
	b := opened(t)
	if b.SetRun(own("x")); !b.State().Dirty {
		t.Error("closing would lose nothing")
	}
	b.cfg.Save = func(context.Context, State, string) error { return nil }
	b.Save("p.dateline", nil)
	b.run()
	if b.State().Dirty {
		t.Error("it is saved, and would be lost")
	}
	if b.SetRun(slides.Run{Made: slides.MadeAll}); !b.State().Dirty {
		t.Error("another choice would not be lost")
	}
	kept := b.state.Kept()
	b.OpenSample([]Source{{Name: "b"}})
	b.run()
	if st := b.State(); st.Run.Made != slides.MadeMain || st.CanUndo() {
		t.Errorf("another story has %+v", st.Run)
	}
	b.change(func(n *State) Change { return n.restore(&kept) })
	if b.State().Run.Made != slides.MadeAll {
		t.Error("what is kept of the window does not bring the run back")
	}
}

func TestGoToSlide(t *testing.T) {
	b := opened(t)
	b.GoToSlide("one", shipsLeft, "")
	if st := b.State(); st.Selected.Slide != "one" || st.Selected.Event != shipsLeft || !st.Period.On {
		t.Errorf("%+v, %v", st.Selected, st.Period)
	}
	b.GoToSlide("two", shipsLeft, "")
	if st := b.State(); st.Selected.Slide != "two" {
		t.Error("two slides of one event are one")
	}
	b.GoToSlide("title", "", "")
	if st := b.State(); st.Selected.Slide != "title" || !st.Selected.None() || st.Period.On {
		t.Errorf("a slide of no event: %+v, %v", st.Selected, st.Period)
	}
	b.change(func(n *State) Change { return n.carry(sample()) })
	if b.State().Selected.Slide != "title" {
		t.Error("told anew, the slide is another")
	}
	b.SelectEvent(shipsLeft)
	if b.State().Selected.Slide != "" {
		t.Error("what is selected otherwise is still the slide")
	}
}
