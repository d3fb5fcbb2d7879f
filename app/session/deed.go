package session

// Deed is something that was done to what outlives the story and stands nowhere in State: to the person's own places. It is in the
// chain of Undo, in its turn among corrections and changes of the run. Undo and Redo start their own work, and tell the story again
// where it has to be; they are called while nobody is told of a change.
type Deed struct {
	Words      string // what was done, in the person's language
	Undo, Redo func()
	Joins      bool // the correction that was made right after it is one thing with it
}

// Did notes a deed, so that it can be taken back.
func (s *Session) Did(d Deed) { s.did(&d, nil) }

func (s *Session) did(d *Deed, redo []Undone) {
	s.change(func(n *State) Change {
		n.chain(wasRun{deed: d, log: n.Log.Len()})
		n.Redo = redo
		return Corrected
	})
}

// UndoesDeed is the deed that Undo would take back; false where that is something else.
func (n *State) UndoesDeed() (Deed, bool) {
	if x := n.last(); x != nil && x.deed != nil {
		return *x.deed, true
	}
	return Deed{}, false
}

func (s *Session) undoDeed(redo []Undone) {
	d := s.state.last().deed
	s.change(func(n *State) Change {
		k := len(n.was) - 1
		n.Redo = append(redo, Undone{Deed: d})
		n.was = n.was[:k:k]
		return Corrected
	})
	d.Undo()
}

// undoJoined takes back the deed that the correction which was just taken back is one thing with.
func (s *Session) undoJoined() {
	if d, ok := s.state.UndoesDeed(); ok && d.Joins {
		redo := s.state.Redo
		s.undoDeed(redo[:len(redo):len(redo)])
	}
}

// redoDeed does a deed once more, with the correction that is one thing with it.
func (s *Session) redoDeed(d *Deed, redo []Undone) {
	s.did(d, redo)
	d.Redo()
	if n := len(redo); d.Joins && n > 0 && !redo[n-1].IsRun && redo[n-1].Deed == nil {
		s.setLog(s.state.Log.With(redo[n-1].Said), redo[:n-1:n-1])
	}
}
