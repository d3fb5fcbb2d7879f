package session

import (
	"context"
	"fmt"
	"runtime/debug"

	"dateline/app/story"
)

// Open reads sources and adds them to what is open; the sample story gives way to them. Called again while a job
// runs, the new job takes the old one's sources over only if they are named again: the last request wins.
func (s *Session) Open(add []Source) {
	open := s.state.Documents
	if s.state.Sample {
		open = nil
	}
	s.read(open, add, false)
}

// OpenSample reads the sample story in place of what is open.
func (s *Session) OpenSample(add []Source) { s.read(nil, add, true) }

// Clear closes everything and stops the work that is going on.
func (s *Session) Clear() {
	s.Cancel()
	s.pause()
	s.change(func(n *State) Change {
		*n = State{Story: &story.Story{}, Selected: nothing, Width: n.Width, Viewport: n.Viewport, Mode: n.Mode, Speed: n.Speed,
			Loop: n.Loop, Lanes: n.Lanes}
		return Everything &^ (Moved | Moded)
	})
}

// Cancel stops the job that runs, if any; what was open stays as it was.
func (s *Session) Cancel() {
	if s.cancel == nil {
		return
	}
	s.cancel()
	s.cancel = nil
	s.change(func(n *State) Change {
		n.Job = Job{}
		return Jobbed
	})
}

func (s *Session) read(open []story.Document, add []Source, sample bool) {
	if s.cancel != nil {
		s.cancel()
	}
	s.pause()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.jobs++
	number := s.jobs
	s.change(func(n *State) Change {
		n.Job = Job{Number: number, Stage: "open", Total: len(add)}
		return Jobbed
	})
	current := func() bool { return s.state.Job.Number == number }
	progress := func(stage string, done, total int) {
		s.cfg.Dispatch(func() {
			if current() {
				s.change(func(n *State) Change {
					n.Job.Stage, n.Job.Done, n.Job.Total = stage, done, total
					return Jobbed
				})
			}
		})
	}
	go func() {
		res, err := s.guarded(ctx, open, add, progress)
		s.cfg.Dispatch(func() {
			if !current() {
				return
			}
			cancel()
			s.cancel = nil
			s.opened(res, err, sample)
		})
	}()
}

// guarded keeps a fault in reading from ending the program: it becomes an error.
func (s *Session) guarded(ctx context.Context, open []story.Document, add []Source, progress func(string, int, int)) (res Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("session: reading failed: %v\n%s", r, debug.Stack())
		}
	}()
	return s.cfg.Read(ctx, open, add, progress)
}

func (s *Session) opened(res Result, err error, sample bool) {
	s.change(func(n *State) Change {
		n.Job = Job{}
		if err != nil {
			n.Notes = append(n.Notes[:len(n.Notes):len(n.Notes)], Note{Text: "The articles could not be read.", Err: err})
			return Jobbed | Noted
		}
		c := Jobbed
		if len(res.Notes) > 0 {
			n.Notes = append(n.Notes[:len(n.Notes):len(n.Notes)], res.Notes...)
			c |= Noted
		}
		if res.Story == nil || len(res.Documents) == 0 {
			return c // nothing could be opened: what was there stays
		}
		if f := n.Filter.Carry(n.Story, res.Story); !f.Equal(n.Filter) {
			n.Filter = f
			c |= Filtered
		}
		n.Story, n.Documents, n.Sample = res.Story, res.Documents, sample
		n.Period, n.Selected = story.Period{}, nothing
		return c | Opened | Perioded | Selected
	})
}

// Notify adds a note for the person.
func (s *Session) Notify(note Note) {
	s.change(func(n *State) Change {
		n.Notes = append(n.Notes[:len(n.Notes):len(n.Notes)], note)
		return Noted
	})
}

// Dismiss takes all notes away.
func (s *Session) Dismiss() {
	s.change(func(n *State) Change {
		if len(n.Notes) == 0 {
			return 0
		}
		n.Notes = nil
		return Noted
	})
}

// Run does work that changes no State, such as writing a picture, off the UI goroutine, and tells the person how it
// ended: done when it worked (an empty Text says nothing), else a note with the error.
func (s *Session) Run(work func(ctx context.Context) (done Note, err error)) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		note, err := func() (n Note, err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("session: work failed: %v\n%s", r, debug.Stack())
				}
			}()
			return work(ctx)
		}()
		s.cfg.Dispatch(func() {
			if err != nil {
				note.Err = err
			}
			if note.Text != "" || note.Err != nil {
				s.Notify(note)
			}
		})
	}()
}
