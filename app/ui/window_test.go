package ui

import (
	"context"
	"image"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
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
	s  *session.Session
	mu sync.Mutex
	q  []func()
	in chan struct{}
}

type plainTiles struct{}

func (plainTiles) Tile(_ context.Context, k tile.Key) (*image.RGBA, error) {
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), nil
}
func (plainTiles) Attribution() string { return "made up" }

func madeUp() *story.Story {
	d := story.NewDay(2024, 5, 1)
	port := geo.Place{ID: 1, Name: "Port", Kind: geo.KindCity, Anchor: orb.Point{10, 50}, Point: orb.Point{10, 50}}
	valley := geo.Place{ID: 2, Name: "Valley", Kind: geo.KindAdmin1, Anchor: orb.Point{12, 51}, AnchorName: "Seat"}
	text := "Ships leave Port\n\nShips left Port on Wednesday. “We waited,” said Ann Roe in Valley on Saturday. Nobody knows more."
	span := func(words string) story.Span {
		i := strings.Index(text, words)
		return story.Span{Start: i, End: i + len(words)}
	}
	s1, s2, s3 := span("Ships left Port on Wednesday."), span("“We waited,” said Ann Roe in Valley on Saturday."), span("Nobody knows more.")
	a := &story.Article{
		Document:  story.Document{ID: "a", File: "a.txt", Title: "Ships leave Port", Text: text},
		Published: story.Publication{Kind: story.DateInferred, Best: d + 4, From: d + 3, To: d + 5},
		Sentences: []story.Span{span("Ships leave Port"), s1, s2, s3},
		Zones:     []story.Zone{{Span: story.Span{Start: 0, End: 18}, Kind: story.ZoneHeadline}, {Span: story.Span{Start: 18, End: len(text)}}},
		Toponyms: []story.Toponym{{Span: story.Span{Start: s1.Start + 11, End: s1.Start + 15}, Placed: true, Place: port, P: 1},
			{Span: span("Valley"), Placed: true, Place: valley, P: 1}},
	}
	b := &story.Article{Document: story.Document{ID: "b", File: "b.txt", Title: "Second", Text: "Second\n\nNothing happened."}}
	s := &story.Story{
		Title: "Port, May 2024", Articles: []*story.Article{a, b},
		Speakers: []story.Speaker{{Name: "Ann Roe", Role: "harbour master"}},
		Quotes: []story.Quote{{Span: span("“We waited,”"), Speaker: 0, When: story.On(d+3, 1, story.BasisClause), Events: []int{1},
			Where: &story.Spot{Place: valley, P: 1}}},
		Events: []story.Event{
			{ID: "e1", Span: s1, Sentence: s1, When: story.On(d, 1, story.BasisClause), Where: &story.Spot{Place: port, P: 1}, P: 1},
			{ID: "e2", Span: s2, Sentence: s2, When: story.On(d+3, 1, story.BasisClause), Where: &story.Spot{Place: valley, P: 1}, P: 1, Quotes: []int{0}},
			{ID: "e3", Span: s3, Sentence: s3, P: 1},
		},
	}
	story.Identify(s)
	return s
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{in: make(chan struct{}, 1000)}
	dispatch := func(f func()) { b.mu.Lock(); b.q = append(b.q, f); b.mu.Unlock(); b.in <- struct{}{} }
	app := test.NewTempApp(t)
	b.s = session.New(session.Config{Dispatch: dispatch, Read: func(_ context.Context, w session.Wish, _ progress.Report) (session.Result, error) {
		var res session.Result
		for _, a := range w.Add {
			if _, err := a.Read(); err != nil {
				res.Notes = append(res.Notes, session.Note{File: a.Name, Text: "The file could not be read.", Err: err})
				continue
			}
			res.Documents = append(res.Documents, story.Document{File: a.Name})
		}
		if len(res.Documents) > 0 {
			res.Story = madeUp()
		}
		return res, nil
	}})
	b.Window = New(Config{App: app, Session: b.s, Dispatch: dispatch, Tiles: plainTiles{}, Attribution: "made up", Now: time.Now,
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
		Sample: func() []session.Source {
			return []session.Source{{Name: "s", Read: func() ([]byte, error) { return nil, nil }}}
		}})
	t.Cleanup(b.win.Close)
	return b
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
	b.openSample()
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	return b
}

func typed(b *bench, k fyne.KeyName) { b.key(&fyne.KeyEvent{Name: k}) }

func TestWindow_ShowsTheStory(t *testing.T) {
	b := opened(t)
	for name, c := range map[string][2]string{
		"title":     {b.title.Words(), "Port, May 2024"},
		"files":     {b.files.Words(), "2 articles · sample story"},
		"article":   {b.heads[1].Words(), "ARTICLE 1 OF 2"},
		"published": {b.published.Words(), "published 4–6 May 2024, inferred"},
		"date":      {b.date.big.Text, "All dates"},
		"counts":    {b.date.small.Text, "1–4 May 2024 · 3 events · 2 places · 1 quote"},
		"window":    {b.win.Title(), "Port, May 2024 – Dateline"},
		"quotes":    {b.heads[0].Words(), "WHO SAID WHAT  1"},
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
		{"A shows all", func(b *bench) { typed(b, fyne.KeyHome); b.rune('a') }, func(s session.State) bool { return !s.Period.On }},
		{"R hides who speaks", func(b *bench) { b.rune('r') }, func(s session.State) bool { return s.Filter.HideActors }},
		{"Escape selects nothing", func(b *bench) { typed(b, fyne.KeyHome); typed(b, fyne.KeyEscape) }, func(s session.State) bool { return s.Selected.None() }},
		{"no key while a dialog is open", func(b *bench) { b.showKeys(); typed(b, fyne.KeyHome) }, func(s session.State) bool { return s.Selected.None() }},
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
	b.openDialog()
	if !b.busy() {
		t.Fatal("no dialog")
	}
	typed(b, fyne.KeyEscape)
	if b.busy() {
		t.Error("the dialog stays")
	}
}

func TestWindow_EveryPaneSelects(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		want int
	}{
		{"a quote", func(b *bench) { b.quotes.OnTap(0) }, 1},
		{"a tick", func(b *bench) { b.timeline.OnTapItem(0) }, 0},
		{"a mark", func(b *bench) { b.mapp.OnTapMark(0) }, 0},
		{"a word", func(b *bench) { b.text.OnTapText(20) }, 0},
		{"a coloured word", func(b *bench) { b.text.OnTap(1, b.s.State().Story.Articles[0].Toponyms[1].Span) }, 1},
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
	b.timeline.OnPeriod(story.Between(d-1, d+1))
	if s := b.s.State(); len(s.View.Events) != 1 || b.date.big.Text != "Wed 1 May 2024" || b.heads[0].Words() != "SAID AT THIS MOMENT" {
		t.Errorf("events %v, date %q, quotes %q", s.View.Events, b.date.big.Text, b.heads[0].Words())
	}
	if got := b.highlights(b.s.State()); len(got) != 1 || got[0] != b.s.State().Story.Events[0].Sentence {
		t.Errorf("highlighted %v", got)
	}
}

func TestWindow_BadFileIsNamed(t *testing.T) {
	b := opened(t)
	b.open([]fyne.URI{storage.NewFileURI(t.TempDir() + "/gone.txt")})
	b.until(t, "the note", func() bool { return len(b.s.State().Notes) == 1 })
	if !b.notes.Visible() || !strings.HasPrefix(b.notes.label.Text, "gone.txt: ") {
		t.Errorf("note %q", b.notes.label.Text)
	}
	if len(b.s.State().Story.Articles) != 2 {
		t.Error("what was open is lost")
	}
}

func TestWindow_EveryActionHasAPlace(t *testing.T) {
	b := opened(t)
	taken := map[string]string{}
	for _, a := range b.actions() {
		if a.name == "" {
			continue
		}
		if a.do == nil {
			t.Errorf("%s does nothing", a.name)
		}
		key := a.bare
		if a.key != "" {
			key = "Ctrl+" + string(a.key)
		}
		if key != "" && taken[key] != "" {
			t.Errorf("%s: %s and %s", key, taken[key], a.name)
		}
		taken[key] = a.name
	}
}

func TestWindow_ThemesKeepTheStory(t *testing.T) {
	b := opened(t)
	for _, name := range []string{"dark", "projector", "light"} {
		b.setTheme(name)
		if b.pal.Name != name || b.title.Words() == "" {
			t.Errorf("%s: palette %s", name, b.pal.Name)
		}
	}
}
