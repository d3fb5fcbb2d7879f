package session

import (
	"context"
	"fmt"
	"testing"

	"dateline/app/progress"
	"dateline/app/story"
)

func TestDid_IsUndoneInItsTurn(t *testing.T) {
	b := opened(t)
	b.cfg.Tell = func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
		return sample(), nil
	}
	done := ""
	deed := func(name string, joins bool) Deed {
		return Deed{Words: name, Joins: joins, Undo: func() { done += " -" + name }, Redo: func() { done += " +" + name }}
	}
	undo, redo := func() { b.Undo() }, func() { b.Redo() }
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"a deed", func() { b.Did(deed("a", false)) }, " | 0 "},
		{"one that joins a correction, and that", func() { b.Did(deed("b", true)); b.GiveDate("a", 7) }, " | 1 "},
		{"a change of the run", func() { b.SetRun(own("x")) }, " | 1 x"},
		{"undo takes the run", undo, " | 1 "},
		{"undo takes the correction with its deed", undo, " -b | 0 "},
		{"undo takes the first deed", undo, " -b -a | 0 "},
		{"there is no more", undo, " -b -a | 0 "},
		{"redo", redo, " -b -a +a | 0 "},
		{"redo puts the correction back with its deed", redo, " -b -a +a +b | 1 "},
		{"redo puts the run back", redo, " -b -a +a +b | 1 x"},
		{"undo again", func() { undo(); undo() }, " -b -a +a +b -b | 0 "},
		{"whatever is done ends redo", func() { b.Did(deed("c", false)); redo() }, " -b -a +a +b -b | 0 "},
	} {
		c.do()
		st := b.State()
		if got := fmt.Sprint(done, " | ", st.Log.Len(), " ", ids(st.Run)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	st := b.State()
	if d, ok := st.UndoesDeed(); !ok || d.Words != "c" || !st.CanUndo() {
		t.Errorf("undo would take %+v", d)
	}
}
