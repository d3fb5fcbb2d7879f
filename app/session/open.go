package session

import (
	"context"
	"slices"

	"dateline/app/progress"
	"dateline/app/slides"
	"dateline/app/story"
)

// Open reads sources and adds them to what is open; the sample story gives way to them. Called again while a job
// runs, the new job takes the old one's sources over only if they are named again: the last request wins.
func (s *Session) Open(add []Source) {
	s.read(add, !s.state.Sample, false)
}

// OpenSample reads the sample story in place of what is open.
func (s *Session) OpenSample(add []Source) { s.read(add, false, true) }

// read opens sources, beside what is open where keep says so.
func (s *Session) read(add []Source, keep, sample bool) {
	s.pause()
	var open []story.Document
	var log story.Log
	if keep {
		open, log = s.state.Documents, s.state.Log
	}
	enough := make(chan struct{})
	s.Start(Work{Kind: KindOpen, Stage: "open", Total: len(add), Fault: "The articles could not be read.", Enough: func() { close(enough) },
		Do: func(ctx context.Context, report progress.Report) (func(), error) {
			res, err := s.cfg.Read(ctx, Wish{Open: open, Add: add, Log: log, Enough: enough}, report)
			return func() { s.opened(res, log, keep, sample) }, err
		}})
}

// Of more than so many articles the main events are shown at first, so many of them: what all tell of before what one does. The
// filter says so and can be taken away.
const (
	manyArticles = 50
	mainEvents   = 20
)

// mainAtFirst narrows a story of many articles to its main events when it becomes one; what the person chose stays. A story of
// few that takes its place is shown whole.
func (n *State) mainAtFirst(st *story.Story, beside bool) Change {
	many, was := len(st.Articles) > manyArticles, beside && len(n.Story.Articles) > manyArticles
	switch {
	case many && !was && n.Filter.Main == 0:
		n.Filter.Main = mainEvents
	case !many && !beside && n.Filter.Main == mainEvents:
		n.Filter.Main = 0
	default:
		return 0
	}
	return Filtered
}

// opened brings in what a reading job found. What the person corrected while it ran is told at once.
func (s *Session) opened(res Result, log story.Log, keep, sample bool) {
	if res.Story == nil || len(res.Documents) == 0 { // nothing could be opened: what was there stays
		if len(res.Notes) > 0 {
			s.change(func(n *State) Change { return n.note(res.Notes...) })
		}
		return
	}
	s.stopKind(KindTell) // it tells of what was open before
	if res.Kept != nil {
		keep, log = false, res.Kept.Log
	}
	was := log
	if res.Log != nil {
		log = *res.Log
	}
	s.told = log
	s.change(func(n *State) Change {
		c := n.note(res.Notes...)
		if res.Log != nil && keep { // with what was said while the articles were read
			for i := was.Len(); i < n.Log.Len(); i++ {
				log = log.With(n.Log.Entry(i))
			}
			n.Log, n.Redo = log, nil
			n.refitRun(res.Changed)
			c |= Corrected | Ran
		}
		if !keep {
			n.Log, n.Redo, n.File, n.Places, n.Seen = log, nil, "", nil, nil
			n.Run, n.Lesson, n.was = slides.Run{}, false, nil
			s.saved = saved{}
			c |= Corrected | Ran
		}
		n.Documents, n.Sample = res.Documents, sample
		c |= n.mainAtFirst(res.Story, keep)
		c |= n.carry(res.Story)
		n.Period, n.Selected = story.Period{}, nothing
		if res.Kept != nil {
			c |= n.restore(res.Kept)
			if res.Kept.Saved {
				s.saved = saved{log, res.Kept.Run, res.Documents}
			}
		}
		return c | Perioded | Selected
	})
	if !s.state.Log.Equal(s.told) {
		s.retell()
	}
}

// Clear closes everything and stops the work that is going on.
func (s *Session) Clear() {
	for _, k := range []Kind{KindOpen, KindTell, KindFind} {
		s.stopKind(k)
	}
	s.pause()
	s.told, s.saved = story.Log{}, saved{}
	s.change(func(n *State) Change {
		*n = State{Story: &story.Story{}, Selected: nothing, Width: n.Width, Viewport: n.Viewport, Mode: n.Mode, Speed: n.Speed,
			Loop: n.Loop, Lanes: n.Lanes, Heat: n.Heat, Counts: n.Counts, Job: n.Job}
		return Everything &^ (Moved | Moded)
	})
}

// TryAgain reads again what could not be read; with a password, what is protected by one.
func (s *Session) TryAgain(password string) {
	var add []Source
	var rest []Note
	for _, n := range s.state.Notes {
		if n.Again == nil || n.Locked != (password != "") {
			rest = append(rest, n)
			continue
		}
		again := *n.Again
		again.Password = password
		add = append(add, again)
	}
	if len(add) == 0 {
		return
	}
	s.change(func(n *State) Change {
		n.Notes = rest
		return Noted
	})
	s.Open(add)
}

// Notify adds a note for the person.
func (s *Session) Notify(note Note) {
	s.change(func(n *State) Change { return n.note(note) })
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

// note adds notes. What is said again takes the place of what was said before, and so does a note about the same thing.
func (n *State) note(notes ...Note) Change {
	if len(notes) == 0 {
		return 0
	}
	kept := make([]Note, 0, len(n.Notes)+len(notes))
	for _, old := range n.Notes {
		if !slices.ContainsFunc(notes, old.givesWay) {
			kept = append(kept, old)
		}
	}
	n.Notes = append(kept, notes...)
	return Noted
}

// givesWay reports whether a new note leaves an earlier one nothing to say.
func (old Note) givesWay(note Note) bool {
	if note.About != "" && note.About == old.About {
		return true
	}
	plain := func(n *Note) bool { return n.Err == nil && n.Again == nil && n.Foreign == nil }
	return plain(&old) && plain(&note) && old.File == note.File && old.Text == note.Text && old.Count == note.Count
}
