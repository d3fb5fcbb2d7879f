package session

import "dateline/app/story"

// Lanes is what the rows of the timeline stand for.
type Lanes uint8

// The choices. The zero value is the one that the program begins with.
const (
	LanesArticle Lanes = iota
	LanesSpeaker
	LanesPlace
	LanesPublisher
	LanesGroup
)

var laneNames = [...]string{"article", "speaker", "place", "publisher", "group"}

// String is the choice in plain English: "speaker".
func (l Lanes) String() string {
	if int(l) < len(laneNames) {
		return laneNames[l]
	}
	return laneNames[0]
}

// LanesNamed is the inverse of String; an unknown word gives LanesArticle.
func LanesNamed(s string) Lanes {
	for i, n := range laneNames {
		if n == s {
			return Lanes(i)
		}
	}
	return LanesArticle
}

// SetLanes chooses what the rows of the timeline stand for.
func (s *Session) SetLanes(l Lanes) {
	s.change(func(n *State) Change {
		if n.Lanes == l || int(l) >= len(laneNames) {
			return 0
		}
		n.Lanes = l
		return Moded
	})
}

// SetHeat shows on the map how close together events lie, or does not.
func (s *Session) SetHeat(on bool) {
	s.change(func(n *State) Change {
		if n.Heat == on {
			return 0
		}
		n.Heat = on
		return Moded
	})
}

// Jump selects an event, and moves a Period that does not show it.
func (s *Session) Jump(event story.EventID) {
	s.pause()
	s.change(func(n *State) Change { return n.jump(eventSelection(n.Story, n.Story.EventAt(event))) })
}

// JumpQuote selects a quote, and moves a Period that does not show it.
func (s *Session) JumpQuote(quote story.QuoteID) {
	s.pause()
	s.change(func(n *State) Change { return n.jump(quoteSelection(n.Story, n.Story.QuoteAt(quote))) })
}

// JumpText selects what stands at a byte offset of an article, and moves a Period that does not show it.
func (s *Session) JumpText(article string, offset int) {
	s.pause()
	s.change(func(n *State) Change { return n.jump(textSelection(n.Story, article, offset)) })
}

func (n *State) jump(x Selection) Change {
	if x.None() {
		return 0
	}
	c := n.choose(x)
	var m story.Moment
	at := n.find()
	switch {
	case at.quote >= 0 && n.Story.Quotes[at.quote].Span == x.Focus:
		m = n.Story.Quotes[at.quote].When
	case at.event >= 0:
		m = n.Story.Events[at.event].When
	default:
		return c
	}
	if n.Period.Holds(m) {
		return c
	}
	n.Period = n.periodOf(m) // everything, for what is undated
	return c | Perioded
}
