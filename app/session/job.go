package session

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"dateline/app/progress"
)

// Kind names a sort of work: of two of one kind, the one asked for last wins, and the one before is cancelled. Work of
// different kinds goes on side by side. KindFree is no kind: any number of it may run.
type Kind string

// The kinds of work of the session itself; the window may name others.
const (
	KindFree       Kind = ""
	KindOpen       Kind = "open"       // reading articles in
	KindTell       Kind = "tell"       // telling the story again
	KindFind       Kind = "find"       // searching the story
	KindBackground Kind = "background" // opening another map
	KindSave       Kind = "save"       // writing the project file
	KindPreview    Kind = "preview"    // telling what a correction would change
)

// Work is something that takes longer than the UI goroutine has.
type Work struct {
	Kind  Kind
	Stage string // State.Job shows the work under this name while it runs; "" shows nothing
	Total int    // how much there is to do at first, for State.Job
	Fault string // the sentence for the person when Do fails
	// Do runs off the UI goroutine and must heed ctx. then runs on it afterwards, unless the work was cancelled or newer
	// work of its kind was started meanwhile; it may be nil.
	Do func(ctx context.Context, report progress.Report) (then func(), err error)
	// Enough asks Do to end with what it has. Cancel calls it the first time, if something is done of the first Stage; nil
	// for work that is all or nothing.
	Enough func()
	// Failed runs on the UI goroutine when Do has failed, before the person is told, under the same condition as then.
	Failed func()
}

// run is Work that was started and has not ended.
type run struct {
	kind   Kind
	number int
	job    Job    // what State.Job shows of it; not running where the work is not shown
	stage  string // the first one
	enough func() // nil once it was called
	cancel context.CancelFunc
}

// Start is the one way to do work off the UI goroutine: it has a context, tells its progress, can be cancelled, and a
// fault in it becomes a Note and not the end of the program. The returned function cancels it.
func (s *Session) Start(w Work) (cancel func()) {
	s.stopKind(w.Kind)
	ctx, stop := context.WithCancel(context.Background())
	s.jobs++
	r := &run{kind: w.Kind, number: s.jobs, stage: w.Stage, enough: w.Enough, cancel: stop}
	if w.Stage != "" {
		r.job = Job{Number: r.number, Stage: w.Stage, Total: w.Total}
	}
	s.running = append(s.running, r)
	s.showJob()
	report := s.reporter(r)
	go func() {
		then, err := s.guarded(ctx, report, w.Do)
		s.cfg.Dispatch(func() { s.ended(r, &w, then, err) })
	}()
	return func() { s.end(r) }
}

// reporter tells the session how far work is. While one report waits to be shown, the next one takes its place: work of ten
// thousand steps must not fill the queue of the UI goroutine.
func (s *Session) reporter(r *run) progress.Report {
	var mu sync.Mutex
	var last Job
	waits := false
	return func(stage string, done, total int) {
		mu.Lock()
		last = Job{Number: r.number, Stage: stage, Done: done, Total: total}
		shown := waits
		waits = true
		mu.Unlock()
		if shown {
			return
		}
		s.cfg.Dispatch(func() {
			mu.Lock()
			job := last
			waits = false
			mu.Unlock()
			if s.runs(r) && r.job.Running() {
				r.job = job
				s.showJob()
			}
		})
	}
}

// guarded keeps a fault from ending the program: it becomes an error.
func (s *Session) guarded(ctx context.Context, report progress.Report, do func(context.Context, progress.Report) (func(), error)) (then func(), err error) {
	defer func() {
		if fault := recover(); fault != nil {
			if s.cfg.Faulted != nil {
				s.cfg.Faulted(fault)
			}
			then, err = nil, fmt.Errorf("session: work failed: %v\n%s", fault, debug.Stack())
		}
	}()
	return do(ctx, report)
}

// ended takes work off the list and brings in what came of it, if it is still wanted.
func (s *Session) ended(r *run, w *Work, then func(), err error) {
	if !s.runs(r) {
		return
	}
	s.end(r)
	switch {
	case errors.Is(err, context.Canceled):
	case err != nil:
		if w.Failed != nil {
			w.Failed()
		}
		s.Notify(Note{Text: w.Fault, Err: err})
	case then != nil:
		then()
	}
}

// runs reports whether work was started and neither ended nor was cancelled.
func (s *Session) runs(r *run) bool {
	for _, have := range s.running {
		if have == r {
			return true
		}
	}
	return false
}

// end takes work off the list of what runs and cancels what is left of it.
func (s *Session) end(r *run) {
	for i, have := range s.running {
		if have == r {
			r.cancel()
			s.running = append(s.running[:i:i], s.running[i+1:]...)
			s.showJob()
			return
		}
	}
}

// stopKind cancels the work of a kind, if any runs.
func (s *Session) stopKind(k Kind) {
	if k == KindFree {
		return
	}
	for _, r := range s.running {
		if r.kind == k {
			s.end(r)
			return
		}
	}
}

// showJob makes State.Job the work that was started last of what is shown.
func (s *Session) showJob() {
	j := Job{}
	for _, r := range s.running {
		if r.job.Running() {
			j = r.job
		}
	}
	s.change(func(n *State) Change {
		if n.Job == j {
			return 0
		}
		n.Job = j
		return Jobbed
	})
}

// Cancel stops all work that is shown; what was open stays as it was. Work that can end with what it has is asked to do so
// the first time: of a thousand articles those are kept that have been read.
func (s *Session) Cancel() {
	for _, r := range append([]*run(nil), s.running...) {
		switch {
		case !r.job.Running():
		case r.enough != nil && r.job.Done > 0 && r.job.Stage == r.stage:
			r.enough()
			r.enough = nil
		default:
			s.end(r)
		}
	}
	s.dropUntold()
}

// Run does work that changes no State, such as writing a picture, and tells the person how it ended: done when it
// worked (an empty Text says nothing), else the same note with the error.
func (s *Session) Run(work func(ctx context.Context) (done Note, err error)) {
	s.Start(Work{Do: func(ctx context.Context, _ progress.Report) (func(), error) {
		note, err := work(ctx)
		if err != nil {
			note.Err = err
		}
		return func() {
			if note.Text != "" || note.Err != nil {
				s.Notify(note)
			}
		}, nil
	}, Fault: "The work could not be done."})
}
