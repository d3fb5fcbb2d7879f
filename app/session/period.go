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
		was, p := n.Width, n.Period
		n.Width = days
		switch {
		case !p.On || n.Mode == ModeSoFar:
		case n.Mode == ModeFixed:
			p = n.fitted(p)
		default:
			mid := center(p)
			p = story.Between(mid-story.Day(days), mid+story.Day(days))
		}
		if was == days && n.Period == p {
			return 0
		}
		n.Period = p
		return Perioded
	})
}

// Drag moves the Period by hand and stops playing. The mode decides what comes of it: a fixed window snaps to its place,
// So far keeps its beginning, and All gives way to a moving window. What was selected, and is not likely of the new Period,
// is so no longer; a Period that a step made as wide as its event gets the width that is set.
func (s *Session) Drag(p story.Period) {
	s.pause()
	s.change(func(n *State) Change {
		c := Change(0)
		if n.Mode == ModeAll && p.On {
			n.Mode = ModeMoving
			c |= Moded
		}
		if p = n.fitted(n.narrowed(p)); p != n.Period {
			n.Period = p
			c |= Perioded
		}
		return c | n.dropUnlikely()
	})
}

// narrowed is a Period that was dragged as a whole, no wider than the width that is set where a step had made it as wide as
// the event it went to.
func (n *State) narrowed(p story.Period) story.Period {
	m, ok := n.moment()
	wide := story.Day(2 * n.Width)
	if !ok || n.Mode != ModeStep || n.Period != n.periodOf(m) || p == n.Period || p.To-p.From != n.Period.To-n.Period.From || p.To-p.From <= wide {
		return p
	}
	mid := center(p)
	return story.Between(mid-story.Day(n.Width), mid+story.Day(n.Width))
}

// moment is when what is selected was, the event or else the quote; false where it is not dated.
func (n *State) moment() (m story.Moment, ok bool) {
	if e := n.SelectedEvent(); e >= 0 {
		m = n.Story.Events[e].When
	} else if q := n.SelectedQuote(); q >= 0 {
		m = n.Story.Quotes[q].When
	}
	return m, m.Dated()
}

// ShowAll makes the Period everything.
func (s *Session) ShowAll() {
	s.pause()
	s.SetPeriod(story.Period{})
}

// Reset takes Period and Filter back: everything is visible.
func (s *Session) Reset() {
	s.pause()
	s.change(func(n *State) Change {
		c := Change(0)
		if n.Period.On {
			n.Period = story.Period{}
			c |= Perioded
		}
		if !n.Filter.Equal(story.Filter{}) {
			n.Filter = story.Filter{}
			c |= Filtered
		}
		return c
	})
}

// Next goes to the next dated event that the filter lets through, Previous to the one before; Mode says how far. Without
// a selected event they begin at the first and the last. First and Last go to the ends. Each selects the event and moves
// the Period to it.
// They report whether there was such an event, and stop playing, as every step by hand does.
func (s *Session) Next() bool     { s.pause(); return s.step(+1) }
func (s *Session) Previous() bool { s.pause(); return s.step(-1) }

// First goes to the first dated event.
func (s *Session) First() { s.pause(); s.first() }

// Last goes to the last dated event.
func (s *Session) Last() {
	s.pause()
	if dated := s.dated(); len(dated) > 0 {
		s.goTo(dated[len(dated)-1])
	}
}

// GoTo selects an event and moves the Period to it, as a step does. It stops playing.
func (s *Session) GoTo(event story.EventID) {
	s.pause()
	if i := s.state.Story.EventAt(event); i >= 0 {
		s.goTo(i)
	}
}

// GoToQuote is GoTo for a quote.
func (s *Session) GoToQuote(quote story.QuoteID) {
	s.pause()
	if i := s.state.Story.QuoteAt(quote); i >= 0 {
		s.goToMoment(quoteSelection(s.state.Story, i), s.state.Story.Quotes[i].When)
	}
}

func (s *Session) first() {
	if dated := s.dated(); len(dated) > 0 {
		s.goTo(dated[0])
	}
}

func (s *Session) step(by int) bool {
	at := s.beside(by)
	if at < 0 {
		return false
	}
	s.goTo(at)
	return true
}

func (s *Session) goTo(i int) {
	s.goToMoment(eventSelection(s.state.Story, i), s.state.Story.Events[i].When)
}

func (s *Session) goToMoment(x Selection, m story.Moment) {
	s.change(func(n *State) Change {
		if x.None() {
			return 0
		}
		c := n.choose(x)
		if p := n.periodOf(m); p != n.Period {
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

func end(m story.Moment) story.Day {
	if m.Latest.Bounded() {
		return m.Latest
	}
	return m.Earliest
}
