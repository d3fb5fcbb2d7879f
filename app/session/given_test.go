package session

import (
	"context"
	"errors"
	"testing"

	"dateline/app/story"
)

func TestGiveDate(t *testing.T) {
	d := story.NewDay(2024, 6, 1)
	var asked []map[string]story.Day
	fail := false
	b := opened(t)
	b.cfg.Tell = func(_ context.Context, docs []story.Document, given map[string]story.Day) (*story.Story, error) {
		asked = append(asked, given)
		if fail {
			return nil, errors.New("no")
		}
		return sample(), nil
	}
	b.SelectEvent(1)
	b.GiveDate("a", d)
	b.run()
	if s := b.State(); s.Given["a"] != d || s.Job.Running() || s.Selected.Event != 1 {
		t.Errorf("given %v, job %v, selected %+v", s.Given, s.Job, s.Selected)
	}
	b.GiveDate("b", d+1)
	b.run()
	if len(asked) != 2 || len(asked[1]) != 2 || len(asked[0]) != 1 {
		t.Errorf("asked %v: each call has all days, and old ones are not changed", asked)
	}
	b.TakeDate("a")
	b.run()
	if s := b.State(); len(s.Given) != 1 {
		t.Errorf("taken back: %v", s.Given)
	}
	b.TakeDate("unknown")
	fail = true
	b.GiveDate("a", d)
	b.run()
	if s := b.State(); len(s.Given) != 1 || len(s.Notes) != 1 {
		t.Errorf("after a fault: given %v, notes %v", s.Given, s.Notes)
	}
}
