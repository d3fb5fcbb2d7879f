package ui

import (
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/bind/bindtest"
	"fyne.io/fyne/v2"
)

// comparing is a window in which the made-up story is compared on its places.
func comparing(t *testing.T) *bench {
	b := opened(t)
	b.compare.Toggle()
	b.compare.choose(bind.ComparePlaces)
	b.until(t, "the page", func() bool { return b.compare.page.Title != "" && len(b.q) == 0 })
	return b
}

func TestCompare_ACellLeadsToItsSentence(t *testing.T) {
	b := comparing(t)
	if !b.compare.view.Visible() || b.maps.root.Visible() || b.article.root.Visible() {
		t.Fatal("the view does not stand in place of the panes")
	}
	var cell string
	for _, c := range b.compare.page.Columns {
		for _, x := range c.Cells {
			if strings.Contains(x.Words, "Ships left Port") || strings.Contains(x.Words, "We waited") {
				cell = x.ID
			}
		}
	}
	b.compare.view.Sheet.OnCell(cell)
	if b.compare.On() || !b.maps.root.Visible() || b.s.State().SelectedEvent() < 0 {
		t.Errorf("after a cell: open %v, selected %+v", b.compare.On(), b.s.State().Selected)
	}
}

func TestCompare_EscLeavesAndCopyCopies(t *testing.T) {
	b := comparing(t)
	b.compare.copy()
	if got := b.app.Clipboard().Content(); !strings.Contains(got, "Ships leave Port\t") || !strings.Contains(got, "people by name") {
		t.Errorf("copied: %q", got)
	}
	typed(b, fyne.KeyEscape)
	if b.compare.On() || !b.maps.root.Visible() {
		t.Error("Esc does not leave")
	}
}

func TestCompare_NeedsTwoArticles(t *testing.T) {
	b := newBench(t)
	b.made = func() *story.Story {
		s := bindtest.Story()
		s.Articles = s.Articles[:1]
		return s
	}
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	b.compare.Toggle()
	if b.compare.On() {
		t.Error("one article is compared with itself")
	}
}

// TestCompare_TablesAreSortedAndNarrowTheStory: by their heads and their rows.
func TestCompare_TablesAreSortedAndNarrowTheStory(t *testing.T) {
	b := comparing(t)
	b.compare.choose(bind.CompareTables)
	b.until(t, "the table of people", func() bool { return b.compare.page.Title == "People" && len(b.q) == 0 })
	b.compare.open(b.compare.cards[1].ID)
	b.until(t, "the table of places", func() bool { return b.compare.page.Title == "Places" && len(b.q) == 0 })
	names := func() (out []string) {
		for _, r := range b.compare.page.Sources {
			out = append(out, r.Cells[0])
		}
		return out
	}
	b.compare.view.Sheet.OnCell(b.compare.page.HeadIDs[0])
	b.until(t, "the names in order", func() bool { return b.compare.page.Heads[0] == "name ↑" && len(b.q) == 0 })
	if got := names(); len(got) != 2 || got[0] != "Port" || got[1] != "Valley" {
		t.Errorf("by name: %q", got)
	}
	b.compare.view.Sheet.OnCell(b.compare.page.HeadIDs[0])
	b.until(t, "the other way round", func() bool { return b.compare.page.Heads[0] == "name ↓" && len(b.q) == 0 })
	if got := names(); got[0] != "Valley" {
		t.Errorf("the other way round: %q", got)
	}
	b.compare.view.Sheet.OnCell(b.compare.page.Sources[0].ID)
	if f := b.s.State().Filter; b.compare.On() || len(f.Places) != 1 || f.Places[0] != 2 {
		t.Errorf("after a row: open %v, filter %+v", b.compare.On(), f)
	}
}
