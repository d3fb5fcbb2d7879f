package ui

import (
	"strings"
	"testing"

	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

func TestArticleList_OpensMarksAndTakesOut(t *testing.T) {
	b := opened(t)
	b.lists.Choose(bind.ListArticles)
	l := b.table
	b.until(t, "the first article as read", func() bool { return b.s.State().Seen["a"] })
	if got := b.lists.head.Words(); got != "1 of 2 unread" {
		t.Errorf("heading %q", got)
	}
	if b.win.Canvas().Focused() != fyne.Focusable(l.list) {
		t.Error("the list does not have the keyboard")
	}
	l.list.TypedRune('s')
	if st := b.s.State(); st.SelectedArticle() != 1 {
		t.Errorf("a letter goes to article %d", st.SelectedArticle())
	}
	b.until(t, "the second article as read", func() bool { return b.s.State().Seen["b"] })
	if got := strings.Join(l.list.Selected(), " "); got != "b" || b.lists.head.Words() != "ARTICLES  2" {
		t.Errorf("marked %q, heading %q", got, b.lists.head.Words())
	}
	l.list.OnTap("a")
	if st := b.s.State(); st.SelectedArticle() != 0 {
		t.Errorf("a tap opens article %d", st.SelectedArticle())
	}
	l.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	st := b.s.State()
	if st.Log.Len() != 1 || st.Log.Entry(0).About.Article != "a" {
		t.Errorf("Delete: %+v", st.Log)
	}
	l.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	l.list.TypedRune(' ')
	if !b.s.State().Playing {
		t.Error("Space does not play")
	}
}

func TestArticleList_KeepsItsOrder(t *testing.T) {
	b := opened(t)
	b.lists.Choose(bind.ListArticles)
	b.table.sortBy(bind.ByTitle)
	if got := b.table.items[0].Title + ", " + b.table.items[1].Title; got != "Second, Ships leave Port" {
		t.Errorf("by title: %s", got)
	}
	if b.win.Canvas().Focused() != b.table.list {
		t.Error("after sorting, letters do not go to the titles")
	}
	if again := newArticleList(b.desk, b.article, nil); again.order != bind.ByTitle || again.sort.Text != "By title" {
		t.Errorf("the next window sorts by %d", again.order)
	}
}
