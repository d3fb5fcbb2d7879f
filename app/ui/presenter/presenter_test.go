package presenter

import (
	"image"
	"strings"
	"testing"

	"dateline/app/ui/kit/kittest"
	"fyne.io/fyne/v2"
)

// shown is a board in a window of a size, with a slide of made-up words.
func shown(t *testing.T, width, height float32, c Config) *Board {
	var b *Board
	_, win := kittest.Show(t, width, height, func() fyne.CanvasObject { b = New(c); return b.Root })
	b.Set(Content{Date: "2 May 2024", Place: "Port", Words: strings.Repeat("The ferry left the harbour at noon. ", 6), Foot: "The ferry story",
		NextHead: "3 May 2024 · Isle", NextWords: "It did not arrive.", Notes: "Ask first:\nwhere is the isle?", At: 4, Of: 19})
	b.SetClock("10:42", "72 min")
	win.Content().Refresh()
	kittest.Keep(t, win, "presenter", strings.ReplaceAll(t.Name(), "/", "-"))
	return b
}

func TestBoard_NothingOverlapsAtAnySize(t *testing.T) {
	for _, s := range []fyne.Size{{Width: 1440, Height: 900}, {Width: 1024, Height: 768}, {Width: 800, Height: 600}} {
		b := shown(t, s.Width, s.Height, Config{NoteSize: 100})
		if now, since := b.clock.Position().X+b.clock.MinSize().Width, b.since.Position().X; now > since {
			t.Errorf("at %v the clock ends at %v, the time since the start begins at %v", s, now, since)
		}
		if end := b.since.Position().X + b.since.MinSize().Width; end > b.count.Position().X {
			t.Errorf("at %v the time since the start runs into the place in the run", s)
		}
		if want := b.bar.Size().Width * 4 / 19; b.done.Size().Width < want-1 || b.done.Size().Width > want+1 {
			t.Errorf("at %v the bar is %v wide, want %v", s, b.done.Size().Width, want)
		}
		for _, line := range b.words.lines {
			if w := line.MinSize().Width; w > b.words.Size().Width+1 {
				t.Errorf("at %v a line of %v stands in %v", s, w, b.words.Size().Width)
			}
		}
	}
}

func TestBoard_NotesKeepTheirLinesAndTheirSize(t *testing.T) {
	kept := float32(0)
	b := shown(t, 1440, 900, Config{NoteSize: 100, Sized: func(percent float32) { kept = percent }})
	if n := len(b.notes.lines); n != 2 {
		t.Errorf("two lines of notes are shown as %d", n)
	}
	before := b.NoteSize()
	b.resize(noteStep)
	if b.NoteSize() <= before || kept != 100+noteStep {
		t.Errorf("A+ gives %v after %v and keeps %v per cent", b.NoteSize(), before, kept)
	}
	for range 30 {
		b.resize(-noteStep)
	}
	if kept != LeastNotes {
		t.Errorf("notes shrink to %v per cent", kept)
	}
}

func TestBoard_NoWordsLieUnderAScrollBar(t *testing.T) {
	b := shown(t, 1280, 800, Config{NoteSize: 100})
	b.Set(Content{Date: "2 May 2024", Words: strings.Repeat("ferry ", 300), NextWords: strings.Repeat("isle ", 200), Notes: strings.Repeat("port ", 300)})
	for name, p := range map[string]*prose{"now": b.words, "next": b.nextWords, "notes": b.notes} {
		for _, line := range p.lines {
			if w := line.MinSize().Width; w > p.Size().Width+1 {
				t.Errorf("%s: a line of %v stands in %v", name, w, p.Size().Width)
			}
		}
	}
	if words, room := b.nextWords.Size().Width, b.comes.Size().Width; words > room-10 {
		t.Errorf("words of %v and the scroll bar stand in %v", words, room)
	}
}

func TestBoard_TheNextSlideIsReadWhole(t *testing.T) {
	b := shown(t, 1280, 820, Config{NoteSize: 100})
	b.SetNext(image.NewRGBA(image.Rect(0, 0, 320, 216)))
	c := b.Content()
	c.NextWords = strings.Repeat("The isle is far from the port. ", 8)
	b.Set(c)
	if need, has := b.nextHead.MinSize().Height+b.nextWords.MinSize().Height, b.comes.Size().Height; need > has {
		t.Errorf("the words of the next slide are %v high, the room for them is %v", need, has)
	}
	c.Notes = strings.Repeat("Ask them to point.\n", 12)
	b.Set(c)
	if has, want := b.comes.Size().Height+nextAbove, float32(190); has > want {
		t.Errorf("long notes lose %v of their room to the next slide", has-want)
	}
}
