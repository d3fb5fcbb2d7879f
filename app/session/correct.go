package session

import (
	"context"
	"slices"
	"time"

	"dateline/app/progress"
	"dateline/app/story"
	"dateline/geo"
)

// Correct adds what the person says to the log. The log holds it at once; the story is told again as a job, with what is
// selected and in the period kept.
func (s *Session) Correct(c story.Correction) {
	if s.cfg.Tell == nil || len(s.state.Documents) == 0 {
		return
	}
	if c.At == "" {
		c.At = s.cfg.Now().UTC().Format(time.RFC3339)
	}
	s.setLog(s.state.Log.With(c), nil)
}

// Undo takes back what was done last, a correction, a change of the run or a deed; false where there is nothing.
func (s *Session) Undo() bool {
	redo := s.state.Redo
	redo = redo[:len(redo):len(redo)]
	if s.state.UndoesRun() {
		s.undoRun(redo)
		return true
	}
	if _, ok := s.state.UndoesDeed(); ok {
		s.undoDeed(redo)
		return true
	}
	log, c, ok := s.state.Log.Undone()
	if ok {
		s.setLog(log, append(redo, Undone{Said: c}))
		s.undoJoined()
	}
	return ok
}

// Redo puts back what was undone last; false where there is nothing.
func (s *Session) Redo() bool {
	redo := s.state.Redo
	n := len(redo)
	if n == 0 {
		return false
	}
	switch last := redo[n-1]; {
	case last.IsRun:
		s.setRun(last.Run, redo[:n-1:n-1])
	case last.Deed != nil:
		s.redoDeed(last.Deed, redo[:n-1:n-1])
	default:
		s.setLog(s.state.Log.With(last.Said), redo[:n-1:n-1])
	}
	return true
}

// GiveDate says when an article was published: everything relative to it moves, and its siblings hear of it. The
// article is named by its Document.ID.
func (s *Session) GiveDate(article string, day story.Day) {
	s.Correct(story.Published(article, day))
}

// TakeDate takes a given day back: what the article says of itself holds again.
func (s *Session) TakeDate(article string) {
	if _, ok := s.state.Log.Published(article); !ok {
		return
	}
	c := story.Published(article, 0)
	c.AsRead = true
	s.Correct(c)
}

func (s *Session) setLog(log story.Log, redo []Undone) {
	s.change(func(n *State) Change {
		n.Log, n.Redo = log, redo
		n.clampRuns()
		return Corrected
	})
	s.retell()
}

// retell makes the story of what is open anew with the log as it is now.
func (s *Session) retell() {
	if s.cfg.Tell == nil || len(s.state.Documents) == 0 {
		return
	}
	docs, log := s.state.Documents, s.state.Log
	s.Start(Work{Kind: KindTell, Stage: "dates", Fault: "The correction could not be used.", Failed: s.dropUntold,
		Do: func(ctx context.Context, report progress.Report) (func(), error) {
			st, err := s.cfg.Tell(ctx, docs, log, report)
			return func() {
				s.told = log
				s.change(func(n *State) Change { return n.carry(st) })
			}, err
		}})
}

// Retell tells the story again where what lies under it has changed: the places that are known.
func (s *Session) Retell() { s.retell() }

// RememberPlace puts a place back among those that came with the project.
func (s *Session) RememberPlace(p geo.Own) {
	s.change(func(n *State) Change {
		n.Places = geo.MergeOwn([]geo.Own{p}, n.Places)
		return Corrected
	})
	s.retell()
}

// ForgetPlace takes a place out of those that came with the project.
func (s *Session) ForgetPlace(id geo.PlaceID) {
	s.change(func(n *State) Change {
		n.Places = slices.DeleteFunc(slices.Clone(n.Places), func(p geo.Own) bool { return p.ID == id })
		return Corrected
	})
	s.retell()
}

// dropUntold takes corrections back that did not reach the story, because telling it was cancelled or failed: the log
// never says what the story does not show.
func (s *Session) dropUntold() {
	s.change(func(n *State) Change {
		if n.Log.Equal(s.told) {
			return 0
		}
		n.Log, n.Redo = s.told, nil
		n.clampRuns()
		return Corrected
	})
}

// carry brings another story in. What is selected and asked for stays where the new story has it.
func (n *State) carry(st *story.Story) Change {
	c := Opened
	if f := n.Filter.In(st); !f.Equal(n.Filter) {
		n.Filter = f
		c |= Filtered
	}
	n.Story = st
	return c | n.choose(reselect(st, n.Selected))
}

// reselect finds what was selected in another story, by its ids or, failing that, by its words.
func reselect(st *story.Story, x Selection) Selection {
	if x.Slide != "" {
		slide := x.Slide
		x.Slide = ""
		x = reselect(st, x)
		x.Slide = slide
		return x
	}
	if x.None() || st.ArticleAt(x.Article) < 0 {
		return nothing
	}
	if i := st.QuoteAt(x.Quote); i >= 0 && st.Quotes[i].Span == x.Focus {
		return quoteSelection(st, i)
	}
	if i := st.EventAt(x.Event); i >= 0 {
		return eventSelection(st, i)
	}
	if i := st.QuoteAt(x.Quote); i >= 0 {
		return quoteSelection(st, i)
	}
	if x.Focus.Empty() {
		return Selection{Article: x.Article}
	}
	return textSelection(st, x.Article, x.Focus.Start)
}

// Preview tells the story with one more correction and hands it to then, beside the story as it is: what would change is
// shown before it is taken. Of several previews only the last one answers, and none whose story is not shown any more.
func (s *Session) Preview(c story.Correction, then func(before, after *story.Story)) {
	s.stopKind(KindPreview)
	if s.cfg.Tell == nil || len(s.state.Documents) == 0 {
		return
	}
	st, docs, log := s.state.Story, s.state.Documents, s.state.Log.With(c)
	s.Start(Work{Kind: KindPreview, Fault: "What would change cannot be shown.",
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			after, err := s.cfg.Tell(ctx, docs, log, nil)
			return func() {
				if st == s.state.Story {
					then(st, after)
				}
			}, err
		}})
}
