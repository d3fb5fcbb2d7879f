package session

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/story"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

var (
	harbour = geo.Place{ID: 1, Name: "Harbour", Kind: geo.KindCity, Anchor: orb.Point{10, 50}}
	valley  = geo.Place{ID: 2, Name: "Valley", Kind: geo.KindAdmin1, Anchor: orb.Point{12, 51}, AnchorName: "Seat"}
)

func sample() *story.Story {
	d := story.NewDay(2024, 5, 1)
	at := func(p geo.Place) *story.Spot { return &story.Spot{Place: p, P: 1} }
	art := &story.Article{Document: story.Document{ID: "a", Title: "One", Text: "Ships left. Trucks came. Nobody knows when."},
		Sentences: []story.Span{{Start: 0, End: 11}, {Start: 12, End: 24}, {Start: 25, End: 43}}}
	s := &story.Story{
		Articles: []*story.Article{art},
		Quotes:   []story.Quote{{Span: story.Span{Start: 12, End: 18}, Speaker: -1, When: story.On(d+3, 1, story.BasisClause), Events: []int{1}}},
		Events: []story.Event{
			{Span: story.Span{Start: 0, End: 11}, Sentence: story.Span{Start: 0, End: 11}, When: story.On(d, 1, story.BasisClause), Where: at(harbour), P: 1},
			{Span: story.Span{Start: 12, End: 24}, Sentence: story.Span{Start: 12, End: 24}, When: story.On(d+3, 1, story.BasisClause), Where: at(valley), P: 1, Quotes: []int{0}},
			{Span: story.Span{Start: 25, End: 43}, Sentence: story.Span{Start: 25, End: 43}, P: 1},
		},
	}
	story.Identify(s)
	return s
}

// The ids of sample's events and quote.
const (
	shipsLeft   = story.EventID("a/e0-11")
	trucksCame  = story.EventID("a/e12-24")
	trucksQuote = story.QuoteID("a/q12-18")
)

// bench is a session whose dispatch is a queue and whose clock is a list of timers.
type bench struct {
	*Session
	mu     sync.Mutex
	queue  []func()
	ready  chan struct{}
	timers []func()
	seen   []Change
}

func newBench(t *testing.T, read func(context.Context, Wish, progress.Report) (Result, error)) *bench {
	t.Helper()
	b := &bench{ready: make(chan struct{}, 100)}
	if read == nil {
		read = func(_ context.Context, w Wish, _ progress.Report) (Result, error) {
			docs := append([]story.Document{}, w.Open...)
			for _, a := range w.Add {
				docs = append(docs, story.Document{ID: "a", File: a.Name})
			}
			return Result{Story: sample(), Documents: docs}, nil
		}
	}
	b.Session = New(Config{
		Dispatch: func(f func()) { b.mu.Lock(); b.queue = append(b.queue, f); b.mu.Unlock(); b.ready <- struct{}{} },
		Read:     read,
		After: func(_ time.Duration, f func()) func() {
			b.timers = append(b.timers, f)
			return func() { b.timers = nil }
		},
	})
	return b
}

// run waits for one dispatched function and runs it, as the UI goroutine would.
func (b *bench) run() {
	<-b.ready
	b.mu.Lock()
	f := b.queue[0]
	b.queue = b.queue[1:]
	b.mu.Unlock()
	f()
}

func opened(t *testing.T) *bench {
	b := newBench(t, nil)
	b.Open([]Source{{Name: "one.txt"}})
	b.run()
	b.Observe(func(_ State, c Change) { b.seen = append(b.seen, c) })
	b.seen = nil
	return b
}

func TestObserve_GivesTheWholeStateAtOnce(t *testing.T) {
	b := newBench(t, nil)
	var got Change
	stop := b.Observe(func(_ State, c Change) { got = c })
	if got != Everything {
		t.Errorf("first call: %b", got)
	}
	stop()
	got = 0
	b.SetWidth(4)
	if got != 0 {
		t.Error("told after the end")
	}
}

func TestCommandFromAnObserverPanics(t *testing.T) {
	b := newBench(t, nil)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	b.Observe(func(_ State, c Change) { b.SetWidth(9) })
}

func TestOpen(t *testing.T) {
	b := opened(t)
	s := b.State()
	if len(s.Documents) != 1 || len(s.View.Events) != 3 || s.Job.Running() {
		t.Fatalf("documents %d, events %v, job %v", len(s.Documents), s.View.Events, s.Job)
	}
	b.Open([]Source{{Name: "two.txt"}})
	b.run()
	if n := len(b.State().Documents); n != 2 {
		t.Errorf("a second file is added: %d documents", n)
	}
	b.OpenSample([]Source{{Name: "s.txt"}})
	b.run()
	if s := b.State(); !s.Sample || len(s.Documents) != 1 {
		t.Errorf("the sample stands alone: %d", len(s.Documents))
	}
	b.Open([]Source{{Name: "three.txt"}})
	b.run()
	if s := b.State(); s.Sample || len(s.Documents) != 1 {
		t.Errorf("the sample gives way: %d", len(s.Documents))
	}
}

func TestOpen_LastRequestWins(t *testing.T) {
	release := make(chan string)
	b := newBench(t, func(ctx context.Context, w Wish, _ progress.Report) (Result, error) {
		add := w.Add
		for want := range release {
			if want == add[0].Name {
				break
			}
			release <- want
		}
		return Result{Story: sample(), Documents: []story.Document{{File: add[0].Name}}}, nil
	})
	b.Open([]Source{{Name: "slow"}})
	b.Open([]Source{{Name: "fast"}})
	release <- "fast"
	b.run()
	release <- "slow"
	b.run()
	if got := b.State().Documents; len(got) != 1 || got[0].File != "fast" {
		t.Errorf("documents %v", got)
	}
}

func TestOpen_FaultBecomesANote(t *testing.T) {
	bad := errors.New("bad")
	for _, c := range []struct {
		name string
		read func() (Result, error)
	}{
		{"an error", func() (Result, error) { return Result{}, bad }},
		{"a panic", func() (Result, error) { panic("boom") }},
		{"nothing read", func() (Result, error) { return Result{Notes: []Note{{File: "x", Err: bad}}}, nil }},
	} {
		b := opened(t)
		b.cfg.Read = func(context.Context, Wish, progress.Report) (Result, error) {
			return c.read()
		}
		b.Open([]Source{{Name: "x"}})
		b.run()
		s := b.State()
		if len(s.Notes) != 1 || s.Notes[0].Err == nil || len(s.Documents) != 1 || s.Job.Running() {
			t.Errorf("%s: notes %v, documents %d", c.name, s.Notes, len(s.Documents))
		}
		b.Dismiss()
		if len(b.State().Notes) != 0 {
			t.Errorf("%s: notes stay", c.name)
		}
	}
}

func TestCancel_KeepsWhatWasOpen(t *testing.T) {
	b := opened(t)
	b.cfg.Read = func(ctx context.Context, _ Wish, _ progress.Report) (Result, error) {
		<-ctx.Done()
		return Result{}, ctx.Err()
	}
	b.Open([]Source{{Name: "x"}})
	b.Cancel()
	b.run()
	if s := b.State(); len(s.Documents) != 1 || len(s.Notes) != 0 || s.Job.Running() {
		t.Errorf("after cancel: %d documents, notes %v", len(s.Documents), s.Notes)
	}
}

func TestStep(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name   string
		do     func(*bench)
		event  int
		period story.Period
	}{
		{"next begins with the first", func(b *bench) { b.Next() }, 0, story.Between(d-1, d+1)},
		{"next goes on", func(b *bench) { b.Next(); b.Next() }, 1, story.Between(d+2, d+4)},
		{"next stops before the undated", func(b *bench) { b.Next(); b.Next(); b.Next() }, 1, story.Between(d+2, d+4)},
		{"previous begins with the last", func(b *bench) { b.Previous() }, 1, story.Between(d+2, d+4)},
		{"home and end", func(b *bench) { b.Last(); b.First() }, 0, story.Between(d-1, d+1)},
		{"next from where the slider stands", func(b *bench) { b.SetPeriod(story.Between(d+1, d+2)); b.Next() }, 1, story.Between(d+2, d+4)},
		{"previous from where the slider stands", func(b *bench) { b.SetPeriod(story.Between(d+1, d+2)); b.Previous() }, 0, story.Between(d-1, d+1)},
		{"a wider window", func(b *bench) { b.SetWidth(3); b.First() }, 0, story.Between(d-3, d+3)},
	} {
		b := opened(t)
		c.do(b)
		if s := b.State(); s.SelectedEvent() != c.event || s.Period != c.period {
			t.Errorf("%s: event %d, period %v", c.name, s.SelectedEvent(), s.Period)
		}
	}
}

func TestAround(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name string
		m    story.Moment
		want story.Period
	}{
		{"a day", story.On(d, 1, 0), story.Between(d-1, d+1)},
		{"a week stays itself", story.Moment{Earliest: d, Latest: d + 6, Precision: story.PrecisionWeek}, story.Between(d, d+6)},
		{"years stay years: no part of them is more likely", story.Moment{Earliest: d, Latest: d + 900, Precision: story.PrecisionYear}, story.Between(d, d+900)},
		{"an open end", story.Moment{Earliest: d, Latest: story.DayMax, Precision: story.PrecisionDay}, story.Between(d-1, d+1)},
	} {
		if got := around(c.m, 1); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPlay_RunsToTheLastEventAndStops(t *testing.T) {
	b := opened(t)
	b.Play()
	if s := b.State(); !s.Playing || s.SelectedEvent() != 0 {
		t.Fatalf("playing %v at %d", s.Playing, s.SelectedEvent())
	}
	for i := 0; i < 5 && len(b.timers) > 0; i++ {
		f := b.timers[len(b.timers)-1]
		b.timers = nil
		f()
	}
	if s := b.State(); s.Playing || s.SelectedEvent() != 1 {
		t.Errorf("after the end: playing %v at %d", s.Playing, s.SelectedEvent())
	}
	b.Play()
	if s := b.State(); !s.Playing || s.SelectedEvent() != 0 {
		t.Errorf("again: playing %v at %d", s.Playing, s.SelectedEvent())
	}
	b.Next()
	if b.State().Playing {
		t.Error("a step by hand pauses")
	}
}

func TestSelect(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		want Selection
	}{
		{"an event selects its sentence, place and quote", func(b *bench) { b.SelectEvent(trucksCame) },
			Selection{Article: "a", Sentence: story.Span{Start: 12, End: 24}, Focus: story.Span{Start: 12, End: 24}, Event: trucksCame, Quote: trucksQuote, At: valley.Anchor, Placed: true}},
		{"a quote selects its event", func(b *bench) { b.SelectQuote(trucksQuote) },
			Selection{Article: "a", Sentence: story.Span{Start: 12, End: 24}, Focus: story.Span{Start: 12, End: 18}, Event: trucksCame, Quote: trucksQuote, At: valley.Anchor, Placed: true}},
		{"a mark selects its event", func(b *bench) { b.SelectMark(harbour.Anchor) },
			Selection{Article: "a", Sentence: story.Span{Start: 0, End: 11}, Focus: story.Span{Start: 0, End: 11}, Event: shipsLeft, At: harbour.Anchor, Placed: true}},
		{"a word selects what its sentence tells of", func(b *bench) { b.SelectText("a", 20) },
			Selection{Article: "a", Sentence: story.Span{Start: 12, End: 24}, Focus: story.Span{Start: 12, End: 24}, Event: trucksCame, Quote: trucksQuote, At: valley.Anchor, Placed: true}},
		{"an id that is gone selects nothing", func(b *bench) { b.SelectEvent(trucksCame); b.SelectEvent("gone") }, nothing},
		{"an offset outside selects nothing", func(b *bench) { b.SelectEvent(trucksCame); b.SelectText("a", 999) }, nothing},
	} {
		b := opened(t)
		c.do(b)
		if d := cmp.Diff(c.want, b.State().Selected); d != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, d)
		}
	}
}

func TestChangeBits(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name string
		do   func(*bench)
		want []Change
	}{
		{"the period moves the view", func(b *bench) { b.SetPeriod(story.Between(d, d)) }, []Change{Perioded | Viewed}},
		{"the same period is no change", func(b *bench) { b.SetPeriod(story.Period{}) }, nil},
		{"a step is one change", func(b *bench) { b.Next() }, []Change{Perioded | Viewed | Selected}},
		{"selecting leaves the view alone", func(b *bench) { b.SelectEvent(shipsLeft) }, []Change{Selected}},
		{"the filter moves the view", func(b *bench) { b.SetFilter(story.Filter{HideActors: true}) }, []Change{Filtered | Viewed}},
	} {
		b := opened(t)
		c.do(b)
		if d := cmp.Diff(c.want, b.seen); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}
