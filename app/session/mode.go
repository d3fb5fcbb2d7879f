package session

import (
	"sort"

	"dateline/app/story"
)

// Mode is how the Period goes along while events are stepped through or the slider is dragged.
type Mode uint8

// The modes. The zero Mode is the one that the program begins with.
const (
	ModeStep   Mode = iota // the moment of each event by itself
	ModeAll                // everything stays in view, events are selected in turn
	ModeFixed              // windows of equal width, laid end to end from the first day of the story
	ModeMoving             // a window whose middle is the day of the event
	ModeSoFar              // from the first day of the story to the event
)

// Modes lists the modes in the order to show them.
var Modes = [...]Mode{ModeAll, ModeFixed, ModeMoving, ModeSoFar, ModeStep}

var modeNames = [...]string{"step by event", "all", "fixed window", "moving window", "so far"}

// String is the mode in plain English: "so far".
func (m Mode) String() string {
	if int(m) < len(modeNames) {
		return modeNames[m]
	}
	return modeNames[0]
}

// SetMode changes the mode and fits the Period to it: about the selected event, else about the Period that is on, else
// about the first event. Step by event and All narrow nothing that was not narrowed.
func (s *Session) SetMode(m Mode) {
	s.change(func(n *State) Change {
		if int(m) >= len(modeNames) || n.Mode == m {
			return 0
		}
		n.Mode = m
		p, e := n.Period, n.SelectedEvent()
		switch {
		case m == ModeAll:
			p = story.Period{}
		case m == ModeStep && !p.On:
		case e >= 0 && n.Story.Events[e].When.Dated():
			p = n.periodOf(n.Story.Events[e].When)
		case p.On:
			p = n.fitted(p)
		default:
			if dated := s.dated(); len(dated) > 0 {
				p = n.periodOf(n.Story.Events[dated[0]].When)
			}
		}
		c := Moded
		if p != n.Period {
			n.Period = p
			c |= Perioded
		}
		return c
	})
}

// periodOf is the Period that shows a Moment in the mode.
func (n *State) periodOf(m story.Moment) story.Period {
	first, _, ok := n.Story.Extent()
	switch {
	case n.Mode == ModeAll || !m.Dated() || !ok:
		return story.Period{}
	case n.Mode == ModeFixed:
		return n.tile(first, begin(m))
	case n.Mode == ModeMoving:
		d := begin(m)
		return story.Between(d-story.Day(n.Width), d+story.Day(n.Width))
	case n.Mode == ModeSoFar:
		return story.Between(first, max(first, end(m)))
	}
	return around(m, n.Width)
}

// fitted is a Period that somebody asks for, as the mode has it.
func (n *State) fitted(p story.Period) story.Period {
	if !p.On || n.Mode != ModeFixed && n.Mode != ModeSoFar {
		return p
	}
	first, last, ok := n.Story.Extent()
	if !ok {
		return p
	}
	switch n.Mode {
	case ModeFixed:
		return n.tile(first, min(max(center(p), first), last))
	case ModeSoFar:
		return story.Between(first, min(max(first, p.To), last))
	}
	return p
}

// tile is the window of the row laid from first that holds day d.
func (n *State) tile(first, d story.Day) story.Period {
	wide := story.Day(2*n.Width + 1)
	k := (d - first) / wide
	if d < first && (d-first)%wide != 0 {
		k--
	}
	return story.Between(first+k*wide, first+(k+1)*wide-1)
}

// center is the middle day of a Period; of one with an open end, the end that is known.
func center(p story.Period) story.Day {
	switch {
	case !p.From.Bounded():
		return p.To
	case !p.To.Bounded():
		return p.From
	}
	return p.From + (p.To-p.From)/2
}

// dated are the events that the filter lets through and that have a Moment, in story order.
func (s *Session) dated() []int {
	st := s.state.Story
	passing := s.state.Passed().Events
	return passing[:sort.Search(len(passing), func(i int) bool { return !st.Events[passing[i]].When.Dated() })]
}

// beside gives the event to step to from the present state, forward or back; -1 where there is none.
func (s *Session) beside(by int) int {
	n, dated, selected := &s.state, s.dated(), s.state.SelectedEvent()
	if len(dated) == 0 {
		return -1
	}
	if selected < 0 && !n.Period.On {
		if by > 0 {
			return dated[0]
		}
		return dated[len(dated)-1]
	}
	switch {
	case n.Mode == ModeFixed && n.Period.On:
		return s.outside(dated, by)
	case n.Mode == ModeMoving && n.Period.On:
		return s.otherDay(dated, by)
	case selected < 0:
		return s.nearest(dated, by)
	}
	i := sort.SearchInts(dated, selected)
	if by < 0 {
		i--
	} else if i < len(dated) && dated[i] == selected {
		i++
	}
	if i < 0 || i >= len(dated) {
		return -1
	}
	return dated[i]
}

// outside gives the first event of the next window, or of the window before, in which one begins that the Period does not
// show.
func (s *Session) outside(dated []int, by int) int {
	n := &s.state
	from := func(d story.Day) int { // the first event that begins on d or later
		return sort.Search(len(dated), func(i int) bool { return begin(n.Story.Events[dated[i]].When) >= d })
	}
	if by > 0 {
		if i := from(n.Period.To + 1); i < len(dated) {
			return dated[i]
		}
		return -1
	}
	first, _, _ := n.Story.Extent()
	for i := from(n.Period.From) - 1; i >= 0; i-- {
		if m := n.Story.Events[dated[i]].When; end(m) < n.Period.From {
			return dated[from(n.tile(first, begin(m)).From)]
		}
	}
	return -1
}

// otherDay gives the first event of the next day, or of the day before, that has one.
func (s *Session) otherDay(dated []int, by int) int {
	n := &s.state
	day := center(n.Period)
	at := func(i int) story.Day { return begin(n.Story.Events[dated[i]].When) }
	if by > 0 {
		i := sort.Search(len(dated), func(i int) bool { return at(i) > day })
		if i == len(dated) {
			return -1
		}
		return dated[i]
	}
	i := sort.Search(len(dated), func(i int) bool { return at(i) >= day })
	if i == 0 {
		return -1
	}
	day = at(i - 1)
	return dated[sort.Search(len(dated), func(i int) bool { return at(i) >= day })]
}

// nearest gives, with no event selected, the first event of the Period when stepping forward, or the last before it.
func (s *Session) nearest(dated []int, by int) int {
	n := &s.state
	from := n.Period.From
	if n.Mode == ModeSoFar { // the Period begins with the story: its end is where the person is
		from = n.Period.To + 1
	}
	i := sort.Search(len(dated), func(i int) bool { return begin(n.Story.Events[dated[i]].When) >= from })
	if by < 0 {
		i--
	}
	if i < 0 || i >= len(dated) {
		return -1
	}
	return dated[i]
}
