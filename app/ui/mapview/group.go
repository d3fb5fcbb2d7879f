package mapview

import (
	"slices"

	"dateline/geo/mark"
)

// sign is a sign of geo/mark as the window shows it.
type sign struct {
	mark.Sign
	dx, dy   float64 // units off its point, in a fan
	level    uint8   // of drawing: the higher over the lower
	selected bool
	fanned   bool

	dot    *dot
	sprite *sprite
	sx, sy float64 // on the screen
	r      float64
}

// Levels of drawing.
const (
	levelRing = iota
	levelFilled
	levelFanned
	levelSelected
)

// gather takes the signs of the groups and adds the marks that stand for themselves.
func (l *markLayer) gather() {
	l.signs = l.signs[:0]
	for i := range l.groups.Signs {
		s := sign{Sign: l.groups.Signs[i], level: levelRing}
		if s.Filled {
			s.level = levelFilled
		}
		l.signs = append(l.signs, s)
	}
	grouped := len(l.signs)
	for _, i := range l.alone {
		of, ok := l.groups.Alone(i)
		if !ok {
			continue
		}
		s := sign{Sign: of, level: levelFilled, selected: slices.Contains(l.chosen, i)}
		if dx, dy, ok := l.fan.place(i); ok {
			s.dx, s.dy, s.fanned, s.X, s.Y, s.level = dx, dy, true, l.fan.x, l.fan.y, levelFanned
		}
		if s.selected {
			s.level = levelSelected
		}
		l.signs = append(l.signs, s)
	}
	slices.SortFunc(l.signs[grouped:], func(a, b sign) int {
		if a.level != b.level {
			return int(a.level) - int(b.level)
		}
		return l.groups.Compare(int32(b.Top), int32(a.Top)) // the first given ends on top
	})
}
