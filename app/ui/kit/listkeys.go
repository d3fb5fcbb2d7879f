package kit

import "fyne.io/fyne/v2"

// goTo makes row i the current one, as a tap on it would; OnStep may do something else.
func (l *List[S]) goTo(i int) {
	if len(l.tops) == 0 {
		return
	}
	id := l.rows.ID(min(max(i, 0), len(l.tops)-1))
	l.Choose(id)
	tell := l.OnStep
	if tell == nil {
		tell = l.OnTap
	}
	if tell != nil {
		tell(id)
	}
}

// step goes a number of rows up or down; without a current row to the first one in view.
func (l *List[S]) step(by int) {
	if i, ok := l.row(); ok {
		l.goTo(i + by)
		return
	}
	i, _ := l.inView(l.scroll.Offset.Y, l.scroll.Size().Height)
	l.goTo(i)
}

// page is how many rows a page key goes.
func (l *List[S]) page() int {
	from, to := l.inView(l.scroll.Offset.Y, l.scroll.Size().Height)
	return max(to-from-1, 1)
}

// TypedKey is called by Fyne: Up, Down, Page Up, Page Down, Home and End go from row to row; the rest is the caller's.
func (l *List[S]) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyPageUp:
		l.step(-l.page())
	case fyne.KeyPageDown:
		l.step(l.page())
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(l.tops) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.enter()
	default:
		if l.OnKey != nil {
			l.OnKey(ev)
		}
	}
}

func (l *List[S]) enter() {
	i, ok := l.row()
	tell := l.OnEnter
	if tell == nil {
		tell = l.OnTap
	}
	if ok && tell != nil {
		tell(l.rows.ID(i))
	}
}

// TypedRune is called by Fyne.
func (l *List[S]) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

// FocusGained is called by Fyne. Only Tab gives a list the keyboard, a click does not.
func (l *List[S]) FocusGained() { l.setFocus(true) }

// FocusLost is called by Fyne.
func (l *List[S]) FocusLost() { l.setFocus(false) }

func (l *List[S]) setFocus(on bool) {
	l.focused = on
	l.sheet.show()
	l.BaseWidget.Refresh()
}
