package runlist

import "fyne.io/fyne/v2"

// Keys are what the keyboard does with the row that it is at, besides what kit.List does. Shifted reports whether a Shift key is
// held.
type Keys struct {
	Shifted func() bool
	Move    func(id string, by int) // Shift with an arrow
	Rune    func(r rune) bool       // a letter; false where it is for nothing here
}

// SetKeys sets what keys do. Called once, before the list is shown.
func (l *List) SetKeys(k Keys) { l.keys = k }

// TypedKey is called by Fyne.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[e.Name]
	chosen := l.Chosen()
	if by != 0 && len(chosen) > 0 && l.keys.Move != nil && l.keys.Shifted() {
		l.keys.Move(chosen[0], by)
		return
	}
	l.List.TypedKey(e)
}

// TypedRune is called by Fyne.
func (l *List) TypedRune(r rune) {
	if (l.keys.Rune == nil || !l.keys.Rune(r)) && l.OnRune != nil {
		l.OnRune(r)
	}
}
