package session

import (
	"dateline/app/slides"
	"dateline/app/story"
)

// Undone is one thing that was taken back: a correction, a change of the run, or a deed.
type Undone struct {
	Said  story.Correction
	Run   slides.Run // what it was after the change
	IsRun bool
	Deed  *Deed // nil none
}

// wasRun is the run as it was before a change of it, or a deed. Corrections that are later in the Log than log were made after the change,
// so that the two are undone in the order in which they were done.
type wasRun struct {
	run  slides.Run
	deed *Deed // nil: the run was changed
	log  int
}

// mostUndone is how many changes of the run can be taken back.
const mostUndone = 100

// SetRun changes which slides are presented. It can be undone.
func (s *Session) SetRun(r slides.Run) {
	if !r.Equal(s.state.Run) {
		s.setRun(r, nil)
	}
}

func (s *Session) setRun(r slides.Run, redo []Undone) {
	s.change(func(n *State) Change {
		n.chain(wasRun{run: n.Run, log: n.Log.Len()})
		n.Run, n.Redo = r, redo
		return Ran
	})
}

// chain puts something into the chain of Undo.
func (n *State) chain(x wasRun) {
	was := n.was
	if len(was) >= mostUndone {
		was = was[len(was)-mostUndone+1:]
	}
	n.was = append(was[:len(was):len(was)], x)
}

// last is what was done last, if that is no correction; nil else.
func (n *State) last() *wasRun {
	if k := len(n.was); k > 0 && n.was[k-1].log >= n.Log.Len() {
		return &n.was[k-1]
	}
	return nil
}

// UndoesRun reports whether Undo would take back a change of the run.
func (n *State) UndoesRun() bool {
	x := n.last()
	return x != nil && x.deed == nil
}

// CanUndo reports whether there is anything to take back.
func (n *State) CanUndo() bool { return n.Log.Len() > 0 || n.last() != nil }

func (s *Session) undoRun(redo []Undone) {
	s.change(func(n *State) Change {
		k := len(n.was) - 1
		n.Redo = append(redo, Undone{Run: n.Run, IsRun: true})
		n.Run, n.was = n.was[k].run, n.was[:k:k]
		return Ran
	})
}

// clampRuns keeps changes of the run in their order when the log has become shorter.
func (n *State) clampRuns() {
	k := len(n.was)
	if k == 0 || n.was[k-1].log <= n.Log.Len() {
		return
	}
	was := append([]wasRun(nil), n.was...)
	for i := range was {
		was[i].log = min(was[i].log, n.Log.Len())
	}
	n.was = was
}

// refitRun carries the run over to articles whose text has changed. What it was before cannot be gone back to then.
func (n *State) refitRun(changed []Changed) {
	for i := range changed {
		n.Run = n.Run.Refit(&changed[i].From, &changed[i].To)
	}
	n.was = nil
}

// GoToSlide shows a slide of the run: what it is about is selected, and the Period moves to it as a step does. A slide that is
// about nothing of an article shows the whole story.
func (s *Session) GoToSlide(slide string, event story.EventID, quote story.QuoteID) {
	s.pause()
	st := s.state.Story
	x, m := nothing, story.Moment{}
	if i := st.EventAt(event); i >= 0 {
		x, m = eventSelection(st, i), st.Events[i].When
	} else if i := st.QuoteAt(quote); i >= 0 {
		x, m = quoteSelection(st, i), st.Quotes[i].When
	}
	x.Slide = slide
	s.change(func(n *State) Change {
		c := n.choose(x)
		if p := n.periodOf(m); p != n.Period {
			n.Period = p
			c |= Perioded
		}
		return c
	})
}
