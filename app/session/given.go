package session

import (
	"context"
	"fmt"
	"maps"
	"runtime/debug"

	"dateline/app/story"
)

// GiveDate says when an article was published: everything relative to it moves, and its siblings hear of it. The
// article is named by its Document.ID.
func (s *Session) GiveDate(id string, day story.Day) {
	given := maps.Clone(s.state.Given)
	if given == nil {
		given = map[string]story.Day{}
	}
	given[id] = day
	s.tell(given)
}

// TakeDate takes a given day back: what the article says of itself holds again.
func (s *Session) TakeDate(id string) {
	if _, ok := s.state.Given[id]; !ok {
		return
	}
	given := maps.Clone(s.state.Given)
	delete(given, id)
	s.tell(given)
}

// tell makes the story anew as a job; what is selected and in the period stays.
func (s *Session) tell(given map[string]story.Day) {
	if s.cfg.Tell == nil || len(s.state.Documents) == 0 {
		return
	}
	if s.cancel != nil {
		s.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.jobs++
	number, docs := s.jobs, s.state.Documents
	s.change(func(n *State) Change {
		n.Job = Job{Number: number, Stage: "dates"}
		return Jobbed
	})
	go func() {
		st, err := func() (st *story.Story, err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("session: dating failed: %v\n%s", r, debug.Stack())
				}
			}()
			return s.cfg.Tell(ctx, docs, given)
		}()
		s.cfg.Dispatch(func() {
			if s.state.Job.Number != number {
				return
			}
			cancel()
			s.cancel = nil
			s.told(st, given, err)
		})
	}()
}

func (s *Session) told(st *story.Story, given map[string]story.Day, err error) {
	s.change(func(n *State) Change {
		n.Job = Job{}
		if err != nil {
			n.Notes = append(n.Notes[:len(n.Notes):len(n.Notes)], Note{Text: "The date could not be used.", Err: err})
			return Jobbed | Noted
		}
		n.Story, n.Given = st, given
		if n.Selected.Event >= 0 || n.Selected.Quote >= 0 { // their numbers are those of the old story
			n.Selected = textSelection(st, n.Selected.Doc, n.Selected.Focus.Start)
		}
		return Jobbed | Opened | Selected
	})
}
