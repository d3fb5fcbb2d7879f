package session

import "dateline/app/story"

// SetPeriod selects an interval; the zero Period is everything.
func (s *Session) SetPeriod(p story.Period) {
	s.change(func(n *State) Change {
		if n.Period == p {
			return 0
		}
		n.Period = p
		return Perioded
	})
}

// SetWidth sets the days on each side of the selected day, and fits a Period that is on to it, about its middle.
func (s *Session) SetWidth(days int) {
	s.change(func(n *State) Change {
		days = max(days, 0)
		p := n.Period
		if p.On {
			mid := p.From + (p.To-p.From)/2
			p = story.Between(mid-story.Day(days), mid+story.Day(days))
		}
		if n.Width == days && n.Period == p {
			return 0
		}
		n.Width, n.Period = days, p
		return Perioded
	})
}

// ShowAll makes the Period everything.
func (s *Session) ShowAll() {
	s.pause()
	s.SetPeriod(story.Period{})
}

// Next goes to the next dated event after the selected one; Previous to the one before. Without a selected event they
// begin at the first and the last. First and Last go to the ends. Each selects the event and moves the Period to it.
// They report whether there was such an event, and stop playing, as every step by hand does.
func (s *Session) Next() bool     { s.pause(); return s.step(+1) }
func (s *Session) Previous() bool { s.pause(); return s.step(-1) }

// First goes to the first dated event.
func (s *Session) First() { s.pause(); s.goTo(firstDated(s.state.Story)) }

// Last goes to the last dated event.
func (s *Session) Last() { s.pause(); s.goTo(lastDated(s.state.Story)) }

func (s *Session) step(by int) bool {
	st := s.state.Story
	at := s.state.Selected.Event
	switch {
	case at < 0 && s.state.Period.On:
		at = s.nearest(by)
	case at < 0 && by > 0:
		at = firstDated(st)
	case at < 0:
		at = lastDated(st)
	default:
		at += by
	}
	if at < 0 || at >= len(st.Events) || !st.Events[at].When.Dated() {
		return false
	}
	s.goTo(at)
	return true
}

// nearest gives, with no event selected, the first event of the Period when stepping forward, or the last before it.
func (s *Session) nearest(by int) int {
	st, p := s.state.Story, s.state.Period
	best := -1
	for i := range st.Events {
		m := st.Events[i].When
		if !m.Dated() {
			break
		}
		start := begin(m)
		if by > 0 && start >= p.From {
			return i
		}
		if by < 0 && start < p.From {
			best = i
		}
	}
	return best
}

func (s *Session) goTo(i int) {
	s.change(func(n *State) Change {
		x := eventSelection(n.Story, i)
		if x.None() {
			return 0
		}
		c := n.choose(x)
		if p := around(n.Story.Events[i].When, n.Width); p != n.Period {
			n.Period = p
			c |= Perioded
		}
		return c
	})
}

// around is the Period that shows a Moment: the day with width days on each side, or the interval itself where that is
// longer. Of a Moment with an open end it shows the end that is known.
func around(m story.Moment, width int) story.Period {
	from, to := m.Earliest, m.Latest
	if !from.Bounded() {
		from = to
	}
	if !to.Bounded() {
		to = from
	}
	if w := story.Day(2 * width); to-from < w {
		mid := from + (to-from)/2
		return story.Between(mid-story.Day(width), mid+story.Day(width))
	}
	return story.Between(from, to)
}

func begin(m story.Moment) story.Day {
	if m.Earliest.Bounded() {
		return m.Earliest
	}
	return m.Latest
}

func firstDated(s *story.Story) int {
	if len(s.Events) == 0 || !s.Events[0].When.Dated() {
		return -1
	}
	return 0
}

func lastDated(s *story.Story) int {
	for i := len(s.Events) - 1; i >= 0; i-- {
		if s.Events[i].When.Dated() {
			return i
		}
	}
	return -1
}

// Play shows event after event until the last, or pauses. At the last event it begins again with the first.
func (s *Session) Play() {
	if s.state.Playing {
		s.pause()
		return
	}
	if last := lastDated(s.state.Story); last < 0 {
		return
	} else if s.state.Selected.Event == last || s.state.Selected.Event < 0 && !s.state.Period.On {
		s.goTo(firstDated(s.state.Story))
	} else {
		s.step(+1)
	}
	s.change(func(n *State) Change {
		n.Playing = true
		return Playing
	})
	s.tick()
}

func (s *Session) tick() {
	s.stopPlay = s.cfg.After(s.cfg.PlayEvery, func() {
		if !s.state.Playing {
			return
		}
		if !s.step(+1) {
			s.pause()
			return
		}
		s.tick()
	})
}

// Pause stops playing.
func (s *Session) Pause() { s.pause() }

func (s *Session) pause() {
	if s.stopPlay != nil {
		s.stopPlay()
		s.stopPlay = nil
	}
	s.change(func(n *State) Change {
		if !n.Playing {
			return 0
		}
		n.Playing = false
		return Playing
	})
}
