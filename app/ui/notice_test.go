package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/ui/command"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestNotice_AppearsAtOnceAndWhole(t *testing.T) {
	b := opened(t)
	b.win.Resize(fyne.NewSize(1024, 768))
	before := b.frame.root.Size().Height
	var notes []string
	for i := range 9 {
		words := fmt.Sprintf("file %d could not be read", i)
		notes = append(notes, words)
		b.session.Notify(session.Note{Text: words})
	}
	if n := b.top.notes; !n.Visible() || n.Size().Height < 20 || b.frame.root.Size().Height >= before {
		t.Errorf("the notice is %v, the panes %v of %v", n.Size(), b.frame.root.Size().Height, before)
	}
	if got := b.top.notes.label.Text; got != strings.Join(notes, "\n") {
		t.Errorf("not all can be read: %q", got)
	}
	if high := b.top.notes.Size().Height; high > 260 {
		t.Errorf("many notes take %v of the window", high)
	}
	b.session.Dismiss()
	if b.top.notes.Visible() || b.frame.root.Size().Height != before {
		t.Errorf("after Close the panes are %v of %v high", b.frame.root.Size().Height, before)
	}
}

// TestNotice_IsAsHighAsItsWords: the first one, too, which comes before the band has been laid out.
func TestNotice_IsAsHighAsItsWords(t *testing.T) {
	for _, width := range []float32{900, 1440} {
		b := opened(t)
		b.win.Resize(fyne.NewSize(width, 768))
		b.TellSettings(SettingsFault{Passing: true})
		n := b.top.notes
		if free := n.all.Size().Height - n.label.MinSize().Height; free < 0 || free > 2*theme.InnerPadding()+1 {
			t.Errorf("at a width of %v the words leave %v free", width, free)
		}
	}
}

func TestPaste_AnAddressIsNoArticle(t *testing.T) {
	for _, c := range []struct {
		words string
		is    bool
	}{{"https://news.example/a", true}, {" www.news.example \n", true}, {"HTTP://X", true}, {"See https://news.example/a for more.", false}, {"Ships left.", false}} {
		b := newBench(t)
		b.app.Clipboard().SetContent(c.words)
		b.files.Paste()
		if b.keys.busy() != c.is {
			t.Errorf("%q: asked whether to get a page: %v", c.words, !c.is)
		}
	}
}

// TestDialogs_WhatTheyAskAboutStays: with a dialog open no key closes the story behind it or changes it.
func TestDialogs_WhatTheyAskAboutStays(t *testing.T) {
	b := opened(t)
	b.app.Clipboard().SetContent("Ships left Riga on Monday.")
	b.choose(b.keys.table.Named(command.ID("open")))
	had := len(b.s.State().Story.Articles)
	for _, id := range []command.ID{"new", "paste", "sample.kursk", "present"} {
		b.choose(b.keys.table.Named(id))
		if n := len(b.s.State().Story.Articles); n != had || b.s.State().Job.Running() || b.present.on() {
			t.Fatalf("%s: %d articles, then %d; presenting: %v", id, had, n, b.present.on())
		}
	}
	b.choose(b.keys.table.Named("text.larger"))
	if b.kept.textPercent() != 110 {
		t.Error("the text of a dialog cannot be made larger")
	}
}

func TestDialogs_DoNotStack(t *testing.T) {
	b := opened(t)
	for range 2 {
		b.choose(b.keys.table.Named(command.ID("date")))
	}
	if n := len(b.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs are open", n)
	}
	typed(b, fyne.KeyEscape)
	if b.keys.busy() {
		t.Error("Escape does not leave the dialog while its field has the keyboard")
	}
}
