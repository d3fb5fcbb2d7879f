package session

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"dateline/app/progress"
)

// work is Work whose Do waits for release and then tells what came of it.
func work(kind Kind, release chan error, done *[]string, name string) Work {
	return Work{Kind: kind, Stage: name, Fault: name + " failed", Do: func(context.Context, progress.Report) (func(), error) {
		err := <-release
		return func() { *done = append(*done, name) }, err
	}}
}

func TestStart_TheLastOfAKindWins(t *testing.T) {
	b := newBench(t, nil)
	var done []string
	first, second, other := make(chan error), make(chan error), make(chan error)
	b.Start(work(KindBackground, first, &done, "first"))
	b.Start(work(KindBackground, second, &done, "second"))
	b.Start(work(KindFree, other, &done, "other"))
	if got := b.State().Job.Stage; got != "other" {
		t.Errorf("shown: %q", got)
	}
	for _, c := range []chan error{second, first, other} { // the first one ends last of its kind
		c <- nil
		b.run()
	}
	if got := strings.Join(done, " "); got != "second other" {
		t.Errorf("done: %s", got)
	}
	if b.State().Job.Running() {
		t.Error("a job is shown after all have ended")
	}
}

func TestStart_FreeWorkGoesOnSideBySide(t *testing.T) {
	b := newBench(t, nil)
	var done []string
	one, two := make(chan error), make(chan error)
	b.Start(work(KindFree, one, &done, "one"))
	b.Start(work(KindFree, two, &done, "two"))
	two <- nil
	b.run()
	one <- nil
	b.run()
	if got := strings.Join(done, " "); got != "two one" {
		t.Errorf("done: %s", got)
	}
}

func TestNotify_SaysThingsOnce(t *testing.T) {
	s := newBench(t, nil)
	for _, c := range []struct {
		name string
		add  Note
		want string
	}{
		{"the first", Note{Text: "open something"}, "open something"},
		{"the same again", Note{Text: "open something"}, "open something"},
		{"of a file", Note{File: "a.txt", Text: "unread", Err: io.EOF}, "open something, unread"},
		{"of another file", Note{File: "b.txt", Text: "unread", Err: io.EOF}, "open something, unread, unread"},
		{"a switch", Note{About: "two", Text: "two windows"}, "open something, unread, unread, two windows"},
		{"the switch back", Note{About: "two", Text: "one window"}, "open something, unread, unread, one window"},
		{"the first once more", Note{Text: "open something"}, "unread, unread, one window, open something"},
	} {
		s.Notify(c.add)
		var got []string
		for _, n := range s.State().Notes {
			got = append(got, n.Text)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %s", c.name, got, c.want)
		}
	}
}

func TestStart_AFaultIsANote(t *testing.T) {
	for _, c := range []struct {
		name   string
		do     func() error
		notes  int
		failed bool
	}{
		{"an error", func() error { return errors.New("no") }, 1, true},
		{"a panic", func() error { panic("boom") }, 1, true},
		{"a cancelled context", func() error { return context.Canceled }, 0, false},
	} {
		b := newBench(t, nil)
		failed, then := false, false
		var fault any
		b.cfg.Faulted = func(f any) { fault = f }
		b.Start(Work{Fault: "it failed", Failed: func() { failed = true },
			Do: func(context.Context, progress.Report) (func(), error) { return func() { then = true }, c.do() }})
		b.run()
		notes := b.State().Notes
		if len(notes) != c.notes || failed != c.failed || then {
			t.Errorf("%s: notes %v, failed %v, went on %v", c.name, notes, failed, then)
		}
		if panicked := c.name == "a panic"; panicked != (fault == "boom") {
			t.Errorf("%s: told as a mistake of the program: %v", c.name, fault)
		}
		if len(notes) == 1 && (notes[0].Text != "it failed" || notes[0].Err == nil) {
			t.Errorf("%s: %+v", c.name, notes[0])
		}
	}
}

func TestStart_CancelDropsWhatComes(t *testing.T) {
	b := newBench(t, nil)
	done := false
	seen := make(chan bool)
	cancel := b.Start(Work{Stage: "waiting", Do: func(ctx context.Context, _ progress.Report) (func(), error) {
		<-ctx.Done()
		close(seen)
		return func() { done = true }, nil
	}})
	cancel()
	<-seen
	b.run()
	cancel() // once more does no harm
	if done || b.State().Job.Running() {
		t.Error("cancelled work went on")
	}
}

func TestStart_ProgressIsShownUntilTheEnd(t *testing.T) {
	b := newBench(t, nil)
	var late progress.Report
	b.Start(Work{Stage: "reading", Total: 9, Do: func(_ context.Context, report progress.Report) (func(), error) {
		late = report
		report.At("joining", 2, 4)
		return nil, nil
	}})
	if j := b.State().Job; j.Stage != "reading" || j.Total != 9 {
		t.Errorf("at first %+v", j)
	}
	b.run()
	if j := b.State().Job; j.Stage != "joining" || j.Done != 2 || j.Total != 4 {
		t.Errorf("then %+v", j)
	}
	b.run()
	late.At("late", 1, 1)
	b.run()
	if b.State().Job.Running() {
		t.Error("a report after the end shows a job")
	}
}
