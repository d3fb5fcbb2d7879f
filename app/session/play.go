package session

import "time"

// Speed is how long an event is shown while playing.
type Speed uint8

// The speeds. The zero Speed is the one that the program begins with.
const (
	SpeedNormal Speed = iota // Config.PlayEvery
	SpeedSlow                // 1.6 times as long
	SpeedFast                // 0.6 times as long
)

// Speeds lists the speeds in the order to show them.
var Speeds = [...]Speed{SpeedSlow, SpeedNormal, SpeedFast}

// Loop is what playing does at the last event.
type Loop uint8

// The loops. The zero Loop is the one that the program begins with.
const (
	LoopOnce   Loop = iota // it stops
	LoopAgain              // it begins again with the first
	LoopBounce             // it turns back
)

// Loops lists the loops in the order to show them.
var Loops = [...]Loop{LoopOnce, LoopAgain, LoopBounce}

// SetSpeed changes how long an event is shown; while playing it counts at once.
func (s *Session) SetSpeed(v Speed) {
	s.change(func(n *State) Change {
		if n.Speed == v || v > SpeedFast {
			return 0
		}
		n.Speed = v
		return Moded
	})
	if s.state.Playing && s.stopPlay != nil {
		s.stopPlay()
		s.tick()
	}
}

// SetLoop changes what playing does at the last event.
func (s *Session) SetLoop(l Loop) {
	s.change(func(n *State) Change {
		if n.Loop == l || l > LoopBounce {
			return 0
		}
		n.Loop = l
		return Moded
	})
}

func (s *Session) every() time.Duration {
	switch d := s.cfg.PlayEvery; s.state.Speed {
	case SpeedSlow:
		return d * 8 / 5
	case SpeedFast:
		return d * 3 / 5
	default:
		return d
	}
}

// Play shows event after event, or pauses. At the last event it begins with the first.
func (s *Session) Play() {
	if s.state.Playing {
		s.pause()
		return
	}
	if len(s.dated()) == 0 {
		return
	}
	s.playDir = +1
	if !s.step(+1) {
		s.first()
	}
	s.change(func(n *State) Change {
		n.Playing = true
		return Playing
	})
	s.tick()
}

func (s *Session) tick() {
	s.stopPlay = s.cfg.After(s.every(), func() {
		if !s.state.Playing {
			return
		}
		if !s.step(s.playDir) && !s.onward() {
			s.pause()
			return
		}
		s.tick()
	})
}

// onward goes on beyond the last event as Loop says; false where playing ends, or there is nowhere else to go.
func (s *Session) onward() bool {
	switch s.state.Loop {
	case LoopAgain:
		before := s.state.Selected.Event
		s.first()
		return s.state.Selected.Event != before
	case LoopBounce:
		s.playDir = -s.playDir
		return s.step(s.playDir)
	}
	return false
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
