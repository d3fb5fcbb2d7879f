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
