package ui

import (
	"fmt"
	"testing"

	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

func TestLists_SelectAndFollow(t *testing.T) {
	b := opened(t)
	st := b.s.State()
	b.lists.Choose(bind.ListPlaces)
	b.lists.places.OnTap(bind.MarkID(st.View.Marks[1].At))
	if got := b.s.State().SelectedEvent(); got != 1 {
		t.Errorf("a place selects event %d", got)
	}
	b.lists.places.OnTap("e3")
	if got := b.s.State().SelectedEvent(); got != 2 {
		t.Errorf("an event without a place: %d", got)
	}
	if got := b.lists.places.Selected(); len(got) != 1 || got[0] != "e3" {
		t.Errorf("marked %v", got)
	}
	b.session.SelectEvent("e1")
	if got := b.lists.places.Selected(); len(got) != 1 || got[0] != bind.MarkID(st.View.Marks[0].At) {
		t.Errorf("the list of places does not follow: %v", got)
	}
	b.lists.Choose(bind.ListEvents)
	if got := b.lists.events.Selected(); fmt.Sprint(got) != "[e1]" {
		t.Errorf("the list of events does not know the selection: %v", got)
	}
	b.lists.events.OnTap("e2")
	if b.s.State().SelectedEvent() != 1 {
		t.Error("an event is not selected")
	}
	b.lists.events.OnTap("b")
	if x := b.s.State(); x.SelectedArticle() != 1 || fmt.Sprint(b.lists.events.Selected()) != "[b]" {
		t.Errorf("a day of publication: %+v", x)
	}
}

func TestLists_ArrowsWalkThem(t *testing.T) {
	b := opened(t)
	b.lists.Choose(bind.ListEvents)
	l := b.lists.events
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := b.s.State().SelectedEvent(); got != 1 {
		t.Errorf("at event %d", got)
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if got := b.s.State().SelectedEvent(); got != 0 {
		t.Errorf("Left does not step: %d", got)
	}
}

func TestLists_TheChoiceIsKept(t *testing.T) {
	b := opened(t)
	b.lists.Choose(bind.ListEvents)
	if got := b.kept.list(); got != bind.ListEvents || b.lists.head.Words() != "WHAT HAPPENS WHEN  3" {
		t.Errorf("kept %d, heading %q", got, b.lists.head.Words())
	}
	if again := newLists(b.desk, nil, b.checks, b.table); again.shown != bind.ListEvents {
		t.Error("the next window shows another list")
	}
}
