package ui

import (
	"dateline/app/story"
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

// point tells the corrector where the person points, and opens its menu where they click with the other button.
func (w *Window) point() {
	k := w.correct
	mark, edge := w.maps.mapp.OnTapMark, w.maps.mapp.OnTapEdge
	w.maps.mapp.OnTapMark = func(id int) { k.pointed(seenMap); mark(id) }
	w.maps.mapp.OnTapEdge = func(id int) { k.pointed(seenMap); edge(id) }
	w.maps.mapp.OnMenuMark = func(id int, at fyne.Position) {
		if st := w.session.State(); id >= 0 && id < len(st.View.Marks) && !w.present.on() {
			k.pointed(seenMap)
			w.session.Pause()
			w.session.SelectMark(st.View.Marks[id].At)
			k.openMenu(at)
		}
	}
	w.maps.tapped = k.tapMap
	w.maps.mapp.OnEnter = k.takePin
	tick := w.time.timeline.OnTapItem
	w.time.timeline.OnTapItem = func(id string) { k.pointed(seenTime); tick(id) }
	w.time.timeline.OnMenuItem = func(id string, at fyne.Position) { k.pointed(seenTime); w.goTo(id); k.openMenu(at) }
	w.lists.pointed = k.pointed
	w.lists.menu = k.openMenu
	t := w.article.text
	tap, tapText := t.OnTap, t.OnTapText
	t.OnTap = func(id int, s story.Span) { k.pointed(seenText); tap(id, s) }
	t.OnTapText = func(offset int) { k.pointed(seenText); tapText(offset) }
	t.Menu = k.textMenu
}

// correctCommands is what commands ask of the card and of the list of what to check.
type correctCommands struct {
	*corrector
	lists *lists
}

// NextCheck goes to the next item of the list of what to check: a key says what is so.
func (c correctCommands) NextCheck() {
	if c.lists.shown != bind.ListChecks {
		c.lists.Choose(bind.ListChecks)
	}
	c.lists.checks.Next()
}

// Correct opens the card: of the item that is gone through, while that list is shown, else of what is selected.
func (c correctCommands) Correct() {
	if k := c.lists.checks; c.checking() {
		k.change(k.at)
		return
	}
	c.corrector.Correct()
}

// Remove says that the item that is gone through is none, or what is selected.
func (c correctCommands) Remove() {
	if !c.checking() {
		c.corrector.Remove()
	} else if ask, ok := c.lists.checks.ask(c.lists.checks.at); ok {
		c.remove(ask.Subject)
	}
}

// checking reports whether an item of the list of what to check is what the person is at.
func (c correctCommands) checking() bool {
	k := c.lists.checks
	return c.lists.shown == bind.ListChecks && k.at != "" && k.selected() && c.text.text.Selection().Empty()
}

// Undoes and Redoes word what would be taken back, and what would be put back.
func (c correctCommands) Undoes() string { return c.words.Undo(c.session.State(), c.atlas) }
func (c correctCommands) Redoes() string { return c.words.Redo(c.session.State(), c.atlas) }
