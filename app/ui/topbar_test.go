package ui

import (
	"testing"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
)

func TestTopBar_WordsHaveRoomWithoutAResize(t *testing.T) {
	b := newBench(t)
	b.win.Resize(fyne.NewSize(1440, 900)) // before there are any words
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	for name, c := range map[string]*kit.Title{"title": b.top.title, "files": b.top.files} {
		if !c.Visible() || c.Size().Width < c.Natural() {
			t.Errorf("%s: visible %v, %v wide, its words are %v", name, c.Visible(), c.Size().Width, c.Natural())
		}
	}
	if x := b.top.title.Position().X + b.top.title.Size().Width; b.top.files.Position().X < x {
		t.Errorf("the files begin at %v, inside the title, which ends at %v", b.top.files.Position().X, x)
	}
}
