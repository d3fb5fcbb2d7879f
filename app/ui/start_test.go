package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

func TestStartPage_StandsWhereNoStoryIsOpen(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*testing.T, *bench)
		want bool
	}{
		{"not before anything was to be read: it would flash up before the sample", func(*testing.T, *bench) {}, false},
		{"not over a story", func(t *testing.T, b *bench) { b.sample(t) }, false},
		{"after the story was closed", func(t *testing.T, b *bench) { b.sample(t); b.desktop.New() }, true},
		{"not once another is open", func(t *testing.T, b *bench) { b.sample(t); b.desktop.New(); b.sample(t) }, false},
		{"where the only file could not be read", func(t *testing.T, b *bench) {
			b.files.open([]fyne.URI{storage.NewFileURI(t.TempDir() + "/gone.txt")})
			b.until(t, "the note", func() bool { return len(b.s.State().Notes) == 1 && !b.s.State().Job.Running() })
		}, true},
	} {
		b := newBench(t)
		c.do(t, b)
		if b.begin.root.Visible() != c.want || b.frame.root.Visible() == c.want {
			t.Errorf("%s: page %v, panes %v", c.name, b.begin.root.Visible(), b.frame.root.Visible())
		}
		if open := len(b.s.State().Story.Articles) > 0; b.top.present.Disabled() == open || b.top.save.Disabled() == open {
			t.Errorf("%s: present and export disabled %v %v with a story open: %v", c.name, b.top.present.Disabled(), b.top.save.Disabled(), open)
		}
	}
}

// TestStart_NothingIsSaidOfAStoryThatIsNotThere: while the first articles are being read the window counts nothing in them.
func TestStart_NothingIsSaidOfAStoryThatIsNotThere(t *testing.T) {
	b := newBench(t)
	seen := b.written()
	for _, no := range []string{"All dates", "0 events", "Nobody is quoted"} {
		if strings.Contains(seen, no) {
			t.Errorf("%q is said without a story", no)
		}
	}
	b.sample(t)
	if title, _ := b.words.Date(b.s.State()); title != "All dates" || !strings.Contains(b.written(), title) {
		t.Errorf("with a story the card says %q", title)
	}
}

// written is every word that is drawn in the window.
func (b *bench) written() (out string) {
	for _, o := range test.LaidOutObjects(b.win.Content()) {
		if t, ok := o.(*canvas.Text); ok {
			out += t.Text + "\n"
		}
	}
	return out
}

// sample opens the sample story and waits for it.
func (b *bench) sample(t *testing.T) {
	t.Helper()
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 && !b.s.State().Job.Running() })
}

func TestStartPage_OffersWhatWasOpenLast(t *testing.T) {
	b := newBench(t)
	b.kept.p.SetStringList("recent", []string{"/a/Flood.dateline", "/b/Talks.dateline"})
	b.sample(t)
	b.desktop.New()
	if n := b.begin.projectRows(); n != 2 {
		t.Errorf("%d projects are offered", n)
	}
	b.sample(t)
	b.kept.p.SetStringList("recent", []string{"/b/Talks.dateline"})
	b.desktop.New()
	if n, c := b.begin.projectRows(), b.begin.rows[0].Control; n != 1 || c.Words() != "Talks" || c.Hint != "/b/Talks.dateline" {
		t.Errorf("%d projects are offered, the first %q in %q", n, c.Words(), c.Hint)
	}
}

// TestStartPage_UsesItsRowsAgain: the page comes whenever a story is closed, and Fyne keeps what was once drawn for a while.
func TestStartPage_UsesItsRowsAgain(t *testing.T) {
	b := newBench(t)
	b.kept.p.SetStringList("recent", []string{"/a/Flood.dateline", "/b/Talks.dateline"})
	b.begin.offer()
	before := slices.Clone(b.begin.projects.Objects)
	for range 3 {
		b.begin.offer()
	}
	if now := b.begin.projects.Objects; !slices.Equal(now, before) {
		t.Errorf("%d objects stand where there were %d, and not the same", len(now), len(before))
	}
	if n := len(b.begin.keyed); n != 7 { // two projects, three ways to open, two samples
		t.Errorf("%d buttons are kept", n)
	}
}

// TestStartPage_HasRoomInASmallWindow: what does not fit is scrolled to; nothing lies over anything else.
func TestStartPage_HasRoomInASmallWindow(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 640, Height: 400}, {Width: 1024, Height: 600}, {Width: 1440, Height: 900}} {
		b := newBench(t)
		b.kept.p.SetStringList("recent", []string{"/a/Flood.dateline"})
		b.sample(t)
		b.win.Resize(size)
		b.desktop.New()
		var taken []fyne.Position
		for _, k := range b.begin.keyed {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(k)
			if k.Size().Width < 200 || at.X < 0 || at.X+k.Size().Width > size.Width {
				t.Errorf("%v: %q stands at %v, %v wide", size, k.Control.Words(), at, k.Size().Width)
			}
			for _, o := range taken {
				if o.X == at.X && max(o.Y, at.Y)-min(o.Y, at.Y) < k.Size().Height {
					t.Errorf("%v: %q lies over another", size, k.Control.Words())
				}
			}
			taken = append(taken, at)
		}
	}
}

func TestFirstSteps_StandOverTheSampleUntilOwnArticles(t *testing.T) {
	b := newBench(t)
	b.sample(t)
	if !b.steps.root.Visible() {
		t.Fatal("no first steps over the sample")
	}
	typed(b, fyne.KeyRight)
	if b.steps.done != [3]bool{1: true} {
		t.Errorf("done after looking at an event: %v", b.steps.done)
	}
	b.desktop.New()
	if b.steps.root.Visible() {
		t.Error("they stand over the start page")
	}
	b.sample(t)
	if !b.steps.root.Visible() {
		t.Error("they are gone although nothing of the person's own was opened")
	}
	b.app.Clipboard().SetContent("It rained in Porto on Monday.")
	b.files.Paste()
	b.until(t, "the article", func() bool { return !b.s.State().Sample && !b.s.State().Job.Running() })
	b.sample(t)
	if b.steps.root.Visible() {
		t.Error("they come back after an article of the person's own")
	}
}

func TestFirstSteps_ClosedForGood(t *testing.T) {
	b := newBench(t)
	b.sample(t)
	b.steps.finish()
	b.sample(t)
	if b.steps.root.Visible() {
		t.Error("they come back after they were closed")
	}
}

// TestFirstSteps_LeaveALowWindowToThePanes: there the map would have no room.
func TestFirstSteps_LeaveALowWindowToThePanes(t *testing.T) {
	b := newBench(t)
	b.sample(t)
	for _, c := range []struct {
		size fyne.Size
		want bool
	}{{fyne.Size{Width: 1440, Height: 900}, true}, {fyne.Size{Width: 1024, Height: 560}, false}, {fyne.Size{Width: 1024, Height: 740}, true}} {
		b.win.Resize(c.size)
		if h := b.steps.root.Size().Height; (h > 20) != c.want {
			t.Errorf("%v: the steps are %v high", c.size, h)
		}
	}
}

// TestLists_NamesGoIntoTwoLinesWhenACountComes: in a narrow pane none of them is cut.
func TestLists_NamesGoIntoTwoLinesWhenACountComes(t *testing.T) {
	b := newBench(t)
	b.win.Resize(fyne.NewSize(1440, 900))
	b.sample(t)
	b.frame.left = 0.01 // as narrow as may be
	b.looks.Text(3)
	b.lists.choice.Set("Q", "P", "E", "C", "A")
	b.lists.Layout(nil, b.lists.root.Size())
	short := b.lists.choice.MinSize().Height
	b.lists.counted() // brings the names back
	if long := b.lists.choice.MinSize().Height; long <= short {
		t.Errorf("long names take %v, short ones %v", long, short)
	}
}

// projectRows is how many rows the column of projects has now.
func (p *startPage) projectRows() int { return max(0, len(p.projects.Objects)-1) }
