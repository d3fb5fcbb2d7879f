package ui

import (
	"context"
	"image"
	"io"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"dateline/geo"
	"dateline/geo/tile"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// bench is a window on the test driver, its session fed with a made-up story.
type bench struct {
	*Window
	cfg Config
	s   *session.Session
	mu  sync.Mutex
	q   []func()
	in  chan struct{}

	at     time.Time // what the clock shows
	stands bool      // it does not move

	made  func() *story.Story // what any source is read to
	came  *session.Kept       // what comes with it, where it is a project
	saved func(context.Context, session.State, string) error
}

type plainTiles struct{}

func (plainTiles) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}
func (plainTiles) Attribution() string { return "made up" }

// retold is a made-up story with the day of publication that the person gave.
func (b *bench) retold(_ context.Context, _ []story.Document, log story.Log, _ progress.Report) (*story.Story, error) {
	s := b.made()
	if d, ok := log.Published("a"); ok {
		s.Articles[0].Published = story.Publication{Kind: story.DateGiven, Best: d, From: d, To: d}
	}
	return s, nil
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{in: make(chan struct{}, 1000), made: bindtest.Story, at: time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC)}
	dispatch := func(f func()) { b.mu.Lock(); b.q = append(b.q, f); b.mu.Unlock(); b.in <- struct{}{} }
	app := test.NewTempApp(t)
	b.s = session.New(session.Config{Dispatch: dispatch, Tell: b.retold,
		Save: func(ctx context.Context, st session.State, path string) error { return b.saved(ctx, st, path) },
		Read: func(_ context.Context, w session.Wish, _ progress.Report) (session.Result, error) {
			var res session.Result
			for _, a := range w.Add {
				if _, err := a.Read(); err != nil {
					res.Notes = append(res.Notes, session.Note{File: a.Name, Text: "The file could not be read.", Err: err})
					continue
				}
				res.Documents = append(res.Documents, story.Document{File: a.Name})
			}
			if len(res.Documents) > 0 {
				res.Story, res.Kept = b.made(), b.came
			}
			return res, nil
		}})
	b.cfg = Config{App: app, Session: b.s, Dispatch: dispatch, Tiles: plainTiles{}, Attribution: "made up", Now: b.clock,
		Outlines: func(geo.Place, float64) orb.MultiPolygon { return nil },
		Source: func(u fyne.URI) session.Source {
			return session.Source{Name: u.Name(), Path: u.Path(), Read: func() ([]byte, error) {
				r, err := storage.Reader(u)
				if err != nil {
					return nil, err
				}
				defer r.Close()
				return io.ReadAll(r)
			}}
		},
		Fetch: func(context.Context, string, func(string) bool) (session.Source, error) {
			return session.Source{}, io.ErrUnexpectedEOF
		},
		Sample: func(string) []session.Source {
			return []session.Source{{Name: "s", Read: func() ([]byte, error) { return nil, nil }}}
		}}
	b.Window = New(b.cfg)
	t.Cleanup(b.win.Close)
	return b
}

// clock is a second later each time that it is looked at, unless it stands.
func (b *bench) clock() time.Time {
	if !b.stands {
		b.at = b.at.Add(time.Second)
	}
	return b.at
}

// until runs dispatched functions until ok holds.
func (b *bench) until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	late := time.After(10 * time.Second)
	for !ok() {
		select {
		case <-b.in:
			b.mu.Lock()
			f := b.q[0]
			b.q = b.q[1:]
			b.mu.Unlock()
			f()
		case <-late:
			t.Fatalf("%s did not come", what)
		}
	}
}

func opened(t *testing.T) *bench {
	b := newBench(t)
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	return b
}

func typed(b *bench, k fyne.KeyName) { b.keys.key(&fyne.KeyEvent{Name: k}) }

func TestWindow_ShowsTheStory(t *testing.T) {
	b := opened(t)
	for name, c := range map[string][2]string{
		"title":     {b.top.title.Words(), "Port, May 2024"},
		"files":     {b.top.files.Words(), "2 articles · sample story"},
		"article":   {b.article.head.Words(), "ARTICLE 1 OF 2"},
		"published": {b.article.published.Words(), "published 4–6 May 2024, inferred"},
		"date":      {b.maps.date.big.Text, "All dates"},
		"counts":    {b.maps.date.small.Text, "1–4 May 2024 · 3 events · 2 places · 1 quote"},
		"window":    {b.win.Title(), "Port, May 2024 – Dateline"},
		"quotes":    {b.lists.head.Words(), "WHO SAID WHAT  1"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", name, c[0], c[1])
		}
	}
}

func TestWindow_KeysRunCommands(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name string
		do   func(*bench)
		ok   func(session.State) bool
	}{
		{"Right selects the first event", func(b *bench) { typed(b, fyne.KeyRight) }, func(s session.State) bool { return s.SelectedEvent() == 0 }},
		{"Left selects the last", func(b *bench) { typed(b, fyne.KeyLeft) }, func(s session.State) bool { return s.SelectedEvent() == 1 }},
		{"Home", func(b *bench) { typed(b, fyne.KeyEnd); typed(b, fyne.KeyHome) }, func(s session.State) bool { return s.SelectedEvent() == 0 }},
		{"End moves the period", func(b *bench) { typed(b, fyne.KeyEnd) }, func(s session.State) bool { return s.Period == story.Between(d+2, d+4) }},
		{"Space plays", func(b *bench) { typed(b, fyne.KeySpace) }, func(s session.State) bool { return s.Playing }},
		{"Space again pauses", func(b *bench) { typed(b, fyne.KeySpace); typed(b, fyne.KeySpace) }, func(s session.State) bool { return !s.Playing }},
		{"A shows all", func(b *bench) { typed(b, fyne.KeyHome); b.keys.rune('a') }, func(s session.State) bool { return !s.Period.On }},
		{"R hides who speaks", func(b *bench) { b.keys.rune('r') }, func(s session.State) bool { return s.Filter.HideActors }},
		{"Escape selects nothing", func(b *bench) { typed(b, fyne.KeyHome); typed(b, fyne.KeyEscape) }, func(s session.State) bool { return s.Selected.None() }},
		{"no key while a dialog is open", func(b *bench) { b.keys.Keys(); typed(b, fyne.KeyHome) }, func(s session.State) bool { return s.Selected.None() }},
	} {
		b := opened(t)
		c.do(b)
		if s := b.s.State(); !c.ok(s) {
			t.Errorf("%s: selected %+v, period %v, playing %v", c.name, s.Selected, s.Period, s.Playing)
		}
	}
}

func TestWindow_EscapeLeavesADialog(t *testing.T) {
	b := opened(t)
	b.files.Open()
	if !b.keys.busy() {
		t.Fatal("no dialog")
	}
	typed(b, fyne.KeyEscape)
	if b.keys.busy() {
		t.Error("the dialog stays")
	}
}

func TestWindow_EveryPaneSelects(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		want int
	}{
		{"a quote", func(b *bench) { b.lists.quotes.OnTap(string(b.s.State().Story.Quotes[0].ID)) }, 1},
		{"a tick", func(b *bench) { b.time.timeline.OnTapItem("e1") }, 0},
		{"a mark", func(b *bench) { b.maps.mapp.OnTapMark(0) }, 0},
		{"a word", func(b *bench) { b.article.text.OnTapText(20) }, 0},
		{"a coloured word", func(b *bench) { b.article.text.OnTap(1, b.s.State().Story.Articles[0].Toponyms[1].Span) }, 1},
	} {
		b := opened(t)
		c.do(b)
		if x := b.s.State(); x.SelectedEvent() != c.want || x.SelectedArticle() != 0 {
			t.Errorf("%s: %+v", c.name, x)
		}
	}
}

func TestWindow_TheSliderMovesEverything(t *testing.T) {
	b := opened(t)
	d := story.NewDay(2024, 5, 1)
	b.time.timeline.OnPeriod(story.Between(d-1, d+1))
	if s := b.s.State(); len(s.View.Events) != 1 || b.maps.date.big.Text != "Wed 1 May 2024" || b.lists.head.Words() != "SAID AT THIS MOMENT" {
		t.Errorf("events %v, date %q, quotes %q", s.View.Events, b.maps.date.big.Text, b.lists.head.Words())
	}
}

func TestWindow_BadFileIsNamed(t *testing.T) {
	b := opened(t)
	b.files.open([]fyne.URI{storage.NewFileURI(t.TempDir() + "/gone.txt")})
	b.until(t, "the note", func() bool { return len(b.s.State().Notes) == 1 })
	if !b.top.notes.Visible() || !strings.HasPrefix(b.top.notes.label.Text, "gone.txt: ") {
		t.Errorf("note %q", b.top.notes.label.Text)
	}
	if len(b.s.State().Story.Articles) != 2 {
		t.Error("what was open is lost")
	}
}

func TestWindow_ThemesKeepTheStory(t *testing.T) {
	b := opened(t)
	for _, name := range []string{"dark", "projector", "light"} {
		b.looks.Theme(name)
		if b.pal.Name != name || b.top.title.Words() == "" {
			t.Errorf("%s: palette %s", name, b.pal.Name)
		}
	}
}

// TestNotice_OneLineTakesOneLine: a short note shown for the first time takes no more room than its line.
func TestNotice_OneLineTakesOneLine(t *testing.T) {
	b := opened(t)
	b.s.Notify(session.Note{Text: "The map picture is saved."})
	if h := b.top.notes.MinSize().Height; h > 60 {
		t.Errorf("one line takes %.0f units", h)
	}
	b.s.Dismiss()
	for i := range 9 {
		b.s.Notify(session.Note{File: strconv.Itoa(i), Text: "The file could not be read."})
	}
	if h := b.top.notes.MinSize().Height; h < 80 || h > 200 {
		t.Errorf("nine lines take %.0f units", h)
	}
}
