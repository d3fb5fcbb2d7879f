package ui

import (
	"strings"
	"testing"

	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

func TestCopy_TakesTheRowThatIsSelected(t *testing.T) {
	b := opened(t)
	board := b.app.Clipboard()
	b.lists.Choose(bind.ListEvents)
	b.lists.events.OnTap("e1")
	b.keys.do(b.keys.table.Named("copy"))
	if got := board.Content(); !strings.HasPrefix(got, "Ships left Port on Wednesday.\n“Ships leave Port") {
		t.Errorf("a row of the events is copied as %q", got)
	}
	b.lists.Choose(bind.ListPlaces)
	b.keys.do(b.keys.table.Named("copy"))
	if got := board.Content(); got != "Port (50.0000, 10.0000)" {
		t.Errorf("a row of the places is copied as %q", got)
	}
	b.win.Canvas().Focus(b.article.text)
	b.article.text.SelectAll()
	b.keys.do(b.keys.table.Named("copy"))
	if got := board.Content(); got != b.s.State().Story.Articles[0].Text {
		t.Errorf("words that are marked in the article are copied as %q", got)
	}
	b.win.Canvas().Focus(b.search.entry)
	b.search.entry.SetText("typed")
	b.search.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	b.keys.do(b.keys.table.Named("copy"))
	if got := board.Content(); got != "typed" {
		t.Errorf("what is marked in a field is copied as %q", got)
	}
}

func TestCopy_EveryListIsATable(t *testing.T) {
	b := opened(t)
	b.until(t, "what to check", func() bool { return len(b.lists.checks.items) > 0 })
	for list, want := range map[bind.List]string{bind.ListQuotes: "“We waited,”\t", bind.ListPlaces: "Port\t50.0000", bind.ListEvents: "\t2024-05-01\t",
		bind.ListChecks: "Is it the place?\t“Port”\tPort", bind.ListArticles: "Second\t"} {
		b.lists.Choose(list)
		b.app.Clipboard().SetContent("")
		b.keys.do(b.keys.table.Named("copy.table"))
		if got := b.app.Clipboard().Content(); !strings.Contains(got, want) {
			t.Errorf("list %d is copied as %q", list, got)
		}
		if !b.correct.toast.Visible() || len(b.s.State().Notes) != 0 {
			t.Errorf("list %d: that it is copied is to be said in passing, without moving anything", list)
		}
		b.correct.toast.hide()
	}
}

func TestCopy_IsInTheMenuOfARow(t *testing.T) {
	b := opened(t)
	var items []*fyne.MenuItem
	b.correct.pop = func(all []*fyne.MenuItem, _ fyne.Position) { items = all }
	b.lists.quotes.OnMenu(string(b.s.State().Story.Quotes[0].ID), fyne.NewPos(10, 10))
	for _, it := range items {
		if it.Label == "Copy quote with source" {
			it.Action()
			if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "“We waited,”\nAnn Roe, harbour master\n") {
				t.Errorf("copied %q", got)
			}
			return
		}
	}
	t.Error("a quote cannot be copied from its menu")
}
