package session

import (
	"context"

	"dateline/app/progress"
	"dateline/app/story"
)

// Remake says how an open article is to be made otherwise.
type Remake struct {
	Article  string // its Document.ID
	Join     bool   // it and the others of its file become one article
	Apart    bool   // it was joined so, and becomes several again
	Encoding string // how the letters of its file are to be read, one of document.Encodings
}

// Remake makes an open article otherwise. What was said of it stays where its words still stand; what is selected and in
// the period is kept where it can be.
func (s *Session) Remake(how Remake) {
	if s.cfg.Remake == nil || s.cfg.Tell == nil {
		return
	}
	s.pause()
	docs, log := s.state.Documents, s.state.Log
	s.Start(Work{Kind: KindOpen, Stage: "open", Fault: "The article could not be changed.",
		Do: func(ctx context.Context, report progress.Report) (func(), error) {
			res, err := s.cfg.Remake(ctx, docs, log, how)
			if err != nil {
				return nil, err
			}
			st, err := s.cfg.Tell(ctx, res.Documents, *res.Log, report)
			return func() { s.remade(res, log, st) }, err
		}})
}

// remade brings in what was made otherwise. What the person said meanwhile is told at once.
func (s *Session) remade(res Result, was story.Log, st *story.Story) {
	s.stopKind(KindTell)
	log := *res.Log
	s.told = log
	s.change(func(n *State) Change {
		for i := was.Len(); i < n.Log.Len(); i++ {
			log = log.With(n.Log.Entry(i))
		}
		n.Log, n.Redo, n.Documents = log, nil, res.Documents
		n.refitRun(res.Changed)
		return n.note(res.Notes...) | n.carry(st) | Corrected | Selected | Ran
	})
	if !s.state.Log.Equal(s.told) {
		s.retell()
	}
}
