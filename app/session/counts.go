package session

import "dateline/app/story"

// Counts is whether the timeline shows how many things lie on which days.
type Counts uint8

// The choices. The zero value is the one that the program begins with.
const (
	CountsMany Counts = iota // where there are many events
	CountsOn
	CountsOff
)

var countNames = [...]string{"many", "on", "off"}

// String is the choice in plain English: "on".
func (c Counts) String() string {
	if int(c) < len(countNames) {
		return countNames[c]
	}
	return countNames[0]
}

// CountsNamed is the inverse of String; an unknown word gives CountsMany.
func CountsNamed(s string) Counts {
	for i, n := range countNames {
		if n == s {
			return Counts(i)
		}
	}
	return CountsMany
}

// SetCounts chooses whether the timeline shows how many things lie on which days.
func (s *Session) SetCounts(c Counts) {
	s.change(func(n *State) Change {
		if n.Counts == c || int(c) >= len(countNames) {
			return 0
		}
		n.Counts = c
		return Moded
	})
}

// Pick selects an interval as it is, such as a week of the timeline, and stops playing. A mode that would not let it stand
// gives way to a moving window; what was selected, and is not likely of the interval, is so no longer.
func (s *Session) Pick(p story.Period) {
	s.pause()
	s.change(func(n *State) Change {
		c := Change(0)
		if p.On && n.Mode != ModeStep && n.Mode != ModeMoving {
			n.Mode = ModeMoving
			c |= Moded
		}
		if p != n.Period {
			n.Period = p
			c |= Perioded
		}
		return c | n.dropUnlikely()
	})
}

// dropUnlikely takes the selection away where it is not likely of the Period.
func (n *State) dropUnlikely() Change {
	if m, ok := n.moment(); ok && n.Period.On && n.Period.Share(m) < 0.5 {
		return n.choose(nothing)
	}
	return 0
}
