package ui

import (
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

// TestTwoWindows_BothFollow: a second window shows what the first has open, each shows what is done in the other, and
// closing one leaves the other as it is.
func TestTwoWindows_BothFollow(t *testing.T) {
	b := opened(t)
	other := New(b.cfg)
	if got := other.top.title.Words(); got != b.top.title.Words() || got == "" {
		t.Errorf("the second window shows %q", got)
	}
	both := func(what string, ok func(*Window) bool) {
		t.Helper()
		for i, w := range []*Window{b.Window, other} {
			if !ok(w) {
				t.Errorf("%s is not seen in window %d", what, i+1)
			}
		}
	}
	other.time.timeline.OnTapItem("e2")
	quote := string(b.s.State().Story.Quotes[0].ID)
	both("what is selected", func(w *Window) bool {
		return w.lists.quotes.Selected() == quote && w.article.text.Selected() == b.s.State().Selected.Focus
	})
	day := story.NewDay(2024, 5, 1)
	b.time.timeline.OnPeriod(story.Between(day-1, day+1))
	both("the period", func(w *Window) bool {
		return w.maps.date.title == "Wed 1 May 2024" && w.time.timeline.Period() == b.s.State().Period
	})
	other.keys.rune('r')
	both("the filter", func(w *Window) bool { return w.top.chips.root.Visible() && len(w.top.chips.chips) == 2 })
	b.s.Notify(session.Note{Text: "news"})
	both("a note", func(w *Window) bool { return w.top.notes.Visible() })
	other.looks.Theme("dark")
	both("the theme", func(w *Window) bool { return w.pal.Name == "dark" })

	b.lists.Choose(bind.ListEvents)
	if other.lists.shown != bind.ListQuotes {
		t.Error("which list is shown is each window's own")
	}
	other.present.FromStart()
	if b.present.on() || b.win.MainMenu() == nil {
		t.Error("presenting in one window takes the other's menu")
	}
	other.win.Close()
	b.s.Reset()
	typed(b, fyne.KeyHome)
	if b.s.State().SelectedEvent() != 0 || b.lists.events.Chosen()[0] != "e1" {
		t.Errorf("the first window does not go on: %+v", b.s.State().Selected)
	}
}

func TestUndo_TakesTheGivenDayBack(t *testing.T) {
	b := opened(t)
	day := story.NewDay(2024, 6, 1)
	published := func(what string, want string) {
		t.Helper()
		b.until(t, what, func() bool { return b.article.published.Words() == want })
	}
	item := func(id string) *fyne.MenuItem { return menuItem(t, b, "Edit", id) }
	if !item("Undo").Disabled || !item("Redo").Disabled {
		t.Error("there is nothing to undo yet")
	}
	b.s.SelectEvent("e2")
	b.s.GiveDate("a", day)
	published("the given day", "published 1 Jun 2024")
	const said = ": “Ships leave Port” is of 1 Jun 2024"
	if item("Undo" + said).Disabled {
		t.Error("it cannot be undone")
	}
	if b.s.State().SelectedEvent() != 1 || b.lists.quotes.Selected() == "" {
		t.Error("what was selected is lost")
	}
	item("Undo" + said).Action()
	published("the day that was inferred", "published 4–6 May 2024, inferred")
	item("Redo" + said).Action()
	published("the given day again", "published 1 Jun 2024")
	shortcuts, commands := b.keys.table.Extra(b.app.Clipboard())
	for i, s := range shortcuts {
		if s.ShortcutName() == (&fyne.ShortcutRedo{}).ShortcutName() && commands[i].ID != "redo" {
			t.Errorf("Ctrl+Y is %s", commands[i].ID)
		}
	}
}

func TestUndo_WhileTypingIsTheFields(t *testing.T) {
	b := opened(t)
	b.s.GiveDate("a", story.NewDay(2024, 6, 1))
	b.until(t, "the given day", func() bool { return b.article.published.Words() == "published 1 Jun 2024" })
	b.Find()
	b.search.entry.TypedRune('x')
	b.choose(b.keys.table.Named("undo"))
	if b.search.entry.Text != "" || b.s.State().Log.Len() != 1 {
		t.Errorf("the field has %q, the log %d corrections", b.search.entry.Text, b.s.State().Log.Len())
	}
}

// TestPath_FollowsThePeriod: the line through the events is that of the visible ones.
func TestPath_FollowsThePeriod(t *testing.T) {
	b := opened(t)
	b.keys.table.Named("path").Run()
	if !b.keys.table.Named("path").IsChecked() {
		t.Error("the menu does not show it")
	}
	if n := len(b.maps.mapp.Path()); n != 2 {
		t.Errorf("the line has %d points", n)
	}
	day := story.NewDay(2024, 5, 1)
	b.s.SetPeriod(story.Between(day, day))
	if n := len(b.maps.mapp.Path()); n > 1 {
		t.Errorf("of one event the line has %d points", n)
	}
}
