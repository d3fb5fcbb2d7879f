package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drag is a row on its way to another place of its list.
type drag struct {
	id   string
	on   bool
	to   int // where it would come to stand, counted among the others
	line *canvas.Rectangle
}

// Reorder lets rows be dragged to another place: drop is told which row, and where it is to stand among the others. Called
// once, after Init.
func (l *List[S]) Reorder(drop func(id string, to int)) {
	s := &dragged[S]{sheet: l.sheet, drop: drop}
	l.sheet.self, l.sheet.drag = s, &s.drag
	l.sheet.ExtendBaseWidget(s)
	l.scroll.Content = s
}

// dragged is a sheet whose rows can be dragged.
type dragged[S comparable] struct {
	*sheet[S]
	drag drag
	drop func(id string, to int)
}

// Dragged is called by Fyne: the row is carried along and a line shows where it would come to stand. Near the ends of the list
// it scrolls.
func (s *dragged[S]) Dragged(e *fyne.DragEvent) {
	l := s.list
	d := &s.drag
	if !d.on {
		i := s.rowAt(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
		if i < 0 {
			return
		}
		d.id, d.on = l.rows.ID(i), true
		l.current, l.hasRow = d.id, true
		if d.line == nil {
			d.line = canvas.NewRectangle(color.Transparent)
		}
		d.line.FillColor = l.ring
	}
	const reach = 24 // px at the ends of the list that scroll it
	y := e.Position.Y - l.scroll.Offset.Y
	switch {
	case y < reach:
		l.moveTo(l.scroll.Offset.Y - reach/2)
	case y > l.scroll.Size().Height-reach:
		l.moveTo(l.scroll.Offset.Y + reach/2)
	}
	gap := len(l.tops) // above which row the line stands
	for i := range l.tops {
		if e.Position.Y < (l.tops[i]+l.ends[i])/2 {
			gap = i
			break
		}
	}
	at := l.Total() - l.edges.End
	if gap < len(l.tops) {
		at = l.from(gap)
	}
	d.to = gap
	if from, ok := l.at(d.id); ok && from < gap {
		d.to--
	}
	d.line.Move(fyne.NewPos(l.edges.Side, at))
	d.line.Resize(fyne.NewSize(max(l.width-2*l.edges.Side, 0), 3))
	s.show()
}

// DragEnd is called by Fyne.
func (s *dragged[S]) DragEnd() {
	d := &s.drag
	if !d.on {
		return
	}
	d.on = false
	s.show()
	if from, ok := s.list.at(d.id); ok && from != d.to {
		s.drop(d.id, d.to)
	}
}
