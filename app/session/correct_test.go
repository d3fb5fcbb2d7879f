package session

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/story"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// tellLog is a Tell that dates the events of sample from the day given to article "a", and notes each log it was given.
func tellLog(asked *[]story.Log) func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
	return func(_ context.Context, _ []story.Document, log story.Log, _ progress.Report) (*story.Story, error) {
		*asked = append(*asked, log)
		s := sample()
		if d, ok := log.Published("a"); ok {
			s.Events[0].When = story.On(d, 1, story.BasisGiven)
			// A day before or after the others changes the order of the list, and with it every position.
			s.Events[0], s.Events[1] = s.Events[1], s.Events[0]
			s.Events[0].Quotes, s.Quotes[0].Events = []int{0}, []int{0}
		}
		return s, nil
	}
}

func TestGiveDate_IsInTheLogAtOnceAndInTheStoryAfterwards(t *testing.T) {
	d := story.NewDay(2024, 6, 1)
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	b.cfg.Now = func() time.Time { return time.Unix(0, 0) }
	b.SelectEvent(shipsLeft)
	b.SetFilter(story.Filter{Articles: []string{"a"}})
	b.SetPeriod(story.Between(d-60, d+60))
	b.GiveDate("a", d)
	if got, ok := b.State().Log.Published("a"); !ok || got != d {
		t.Errorf("before the story is told: %v %v", got, ok)
	}
	b.run()
	s := b.State()
	if s.Selected.Event != shipsLeft || s.SelectedEvent() != 1 || s.Story.Events[1].When.Earliest != d || s.Job.Running() {
		t.Errorf("selected %+v at %d", s.Selected, s.SelectedEvent())
	}
	if len(s.Filter.Articles) != 1 || !s.Period.On || s.Log.Entry(0).At != "1970-01-01T00:00:00Z" {
		t.Errorf("filter %v, period %v, said at %q", s.Filter, s.Period, s.Log.Entry(0).At)
	}
	b.TakeDate("a")
	b.run()
	if _, ok := b.State().Log.Published("a"); ok || b.State().Log.Len() != 2 || b.State().SelectedEvent() != 0 {
		t.Errorf("taken back: %v", b.State().Log)
	}
	b.TakeDate("unknown")
	if len(asked) != 2 {
		t.Errorf("told %d times", len(asked))
	}
}

func TestUndo_AndRedo(t *testing.T) {
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	if b.Undo() || b.Redo() {
		t.Error("there is nothing to undo")
	}
	b.GiveDate("a", 100)
	b.run()
	b.GiveDate("a", 200)
	b.run()
	given := func() story.Day { d, _ := b.State().Log.Published("a"); return d }
	for _, c := range []struct {
		name string
		do   func() bool
		ok   bool
		want story.Day
	}{
		{"one back", b.Undo, true, 100},
		{"two back", b.Undo, true, 0},
		{"no further", b.Undo, false, 0},
		{"one on", b.Redo, true, 100},
		{"two on", b.Redo, true, 200},
		{"no further on", b.Redo, false, 200},
		{"one back again", b.Undo, true, 100},
	} {
		ok := c.do()
		if ok {
			b.run()
		}
		if ok != c.ok || given() != c.want || !asked[len(asked)-1].Equal(b.State().Log) {
			t.Errorf("%s: %v, the day is %d", c.name, ok, given())
		}
	}
	b.GiveDate("a", 300)
	b.run()
	if b.Redo() || given() != 300 {
		t.Error("a new correction ends what could be put back")
	}
}

func TestUndo_TwentyInASecondTellTheLastLog(t *testing.T) {
	b := opened(t)
	b.cfg.Tell = func(ctx context.Context, _ []story.Document, log story.Log, _ progress.Report) (*story.Story, error) {
		s := sample()
		s.Title = string(rune('a' + log.Len()))
		return s, ctx.Err()
	}
	for i := range 21 {
		b.GiveDate("a", story.Day(i))
	}
	for range 20 {
		b.Undo()
	}
	for range 41 {
		b.run()
	}
	if s := b.State(); s.Log.Len() != 1 || s.Story.Title != "b" || s.Job.Running() || len(s.Notes) != 0 {
		t.Errorf("%d corrections, story %q, notes %v", s.Log.Len(), s.Story.Title, s.Notes)
	}
}

func TestCorrect_WhileArticlesAreRead(t *testing.T) {
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	release := make(chan bool)
	b.cfg.Read = func(_ context.Context, w Wish, _ progress.Report) (Result, error) {
		<-release
		return Result{Story: sample(), Documents: append(w.Open, story.Document{ID: "b"})}, nil
	}
	b.Open([]Source{{Name: "two.txt"}})
	b.GiveDate("a", 100)
	b.run() // the correction comes first
	release <- true
	b.run() // then the reading, which knew nothing of it
	b.run() // so the story is told again
	if s := b.State(); len(s.Documents) != 2 || s.Log.Len() != 1 || s.Story.Events[1].When.Earliest != 100 || s.Job.Running() {
		t.Errorf("%d documents, %d corrections, %v", len(s.Documents), s.Log.Len(), s.Story.Events[1].When)
	}
}

func TestCorrect_AStoryThatWasClosedMeanwhile(t *testing.T) {
	b := opened(t)
	release := make(chan bool)
	b.cfg.Tell = func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
		<-release
		return sample(), nil
	}
	b.GiveDate("a", 100)
	b.Clear()
	release <- true
	b.run()
	if s := b.State(); len(s.Story.Events) != 0 || s.Log.Len() != 0 || s.Job.Running() {
		t.Errorf("the closed story came back: %d events, %d corrections", len(s.Story.Events), s.Log.Len())
	}
	b.GiveDate("a", 100)
	b.SelectEvent(shipsLeft)
	b.SelectArticle("a")
	if s := b.State(); s.Log.Len() != 0 || !s.Selected.None() {
		t.Error("a correction of nothing is kept")
	}
}

func TestCorrect_AFaultOrACancelTakesItBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		err   error
		end   func(*bench)
		notes int
	}{
		{"a fault says so", errors.New("no"), func(b *bench) {}, 1},
		{"a cancel says nothing", nil, func(b *bench) { b.Cancel() }, 0},
	} {
		var asked []story.Log
		b := opened(t)
		b.cfg.Tell = tellLog(&asked)
		b.GiveDate("a", 100)
		b.run()
		b.cfg.Tell = func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
			return nil, c.err
		}
		b.GiveDate("a", 200)
		c.end(b)
		b.run()
		if s := b.State(); s.Log.Len() != 1 || len(s.Notes) != c.notes || s.Story.Events[1].When.Earliest != 100 {
			t.Errorf("%s: %d corrections, notes %v", c.name, s.Log.Len(), s.Notes)
		}
	}
}

func TestCarry_FindsTheSelectionByItsIdsAndWords(t *testing.T) {
	moved := sample()
	moved.Events[1].Where.Place = geo.Place{ID: 9, Name: "Elsewhere", Anchor: orb.Point{1, 1}}
	fewer := sample()
	fewer.Events, fewer.Quotes[0].Events = fewer.Events[:1], nil
	for _, c := range []struct {
		name string
		to   *story.Story
		do   func(*bench)
		want Selection
	}{
		{"an event that moved is selected where it is now", moved, func(b *bench) { b.SelectEvent(trucksCame) },
			Selection{Article: "a", Sentence: story.Span{Start: 12, End: 24}, Focus: story.Span{Start: 12, End: 24}, Event: trucksCame, Quote: trucksQuote, At: orb.Point{1, 1}, Placed: true}},
		{"an event that is gone gives way to the words there", fewer, func(b *bench) { b.SelectEvent(trucksCame) },
			Selection{Article: "a", Sentence: story.Span{Start: 12, End: 24}, Focus: story.Span{Start: 12, End: 18}, Quote: trucksQuote}},
		{"an article alone stays", moved, func(b *bench) { b.SelectArticle("a") }, Selection{Article: "a"}},
		{"an article that is closed leaves nothing", &story.Story{}, func(b *bench) { b.SelectEvent(trucksCame) }, nothing},
	} {
		b := opened(t)
		b.cfg.Tell = func(context.Context, []story.Document, story.Log, progress.Report) (*story.Story, error) {
			return c.to, nil
		}
		c.do(b)
		b.GiveDate("a", 1)
		b.run()
		if got := b.State().Selected; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestOpen_ForgetsWhatWasSaidOfAStoryThatWasClosed(t *testing.T) {
	var wishes []Wish
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	b.cfg.Read = func(_ context.Context, w Wish, _ progress.Report) (Result, error) {
		wishes = append(wishes, w)
		return Result{Story: sample(), Documents: []story.Document{{ID: "a"}}}, nil
	}
	b.GiveDate("a", 100)
	b.run()
	b.Open([]Source{{Name: "two.txt"}})
	b.run()
	b.Clear()
	b.Open([]Source{{Name: "one.txt"}})
	b.run()
	if wishes[0].Log.Len() != 1 || wishes[1].Log.Len() != 0 || b.State().Log.Len() != 0 {
		t.Errorf("logs handed in: %d, then after New story %d", wishes[0].Log.Len(), wishes[1].Log.Len())
	}
}

func TestDirty_SaysWhetherClosingLosesSomething(t *testing.T) {
	var asked []story.Log
	var wrote []string
	b := newBench(t, func(_ context.Context, w Wish, _ progress.Report) (Result, error) {
		d := story.Document{ID: w.Add[0].Name, Path: w.Add[0].Path}
		return Result{Story: sample(), Documents: append(w.Open, d)}, nil
	})
	b.cfg.Tell = tellLog(&asked)
	b.cfg.Save = func(_ context.Context, st State, path string) error {
		wrote = append(wrote, path)
		return nil
	}
	step := func(name string, want bool, do func()) {
		t.Helper()
		do()
		for b.State().Job.Running() {
			b.run()
		}
		if got := b.State().Dirty; got != want {
			t.Errorf("%s: dirty %v", name, got)
		}
	}
	step("nothing is open", false, func() {})
	step("the sample", false, func() { b.OpenSample([]Source{{Name: "s"}}) })
	step("a corrected sample", true, func() { b.GiveDate("s", 9) })
	step("and back", false, func() { b.Undo() })
	step("an article from a file", false, func() { b.Open([]Source{{Name: "f", Path: "f.txt"}}) })
	step("pasted words", true, func() { b.Open([]Source{{Name: "p"}}) })
	step("saved", false, func() { b.Save("a.dateline", nil) })
	if s := b.State(); s.File != "a.dateline" || len(wrote) != 1 {
		t.Errorf("file %q, wrote %v", s.File, wrote)
	}
	step("a correction after that", true, func() { b.GiveDate("f", 9) })
	step("undone: the file holds just this", false, func() { b.Undo() })
	step("a change of a project", true, func() { b.Open([]Source{{Name: "g", Path: "g.txt"}}) })
	step("New story", false, func() { b.Clear() })
}

func TestSave_AFaultSaysSoAndStaysDirty(t *testing.T) {
	var asked []story.Log
	b := opened(t)
	b.cfg.Tell = tellLog(&asked)
	b.GiveDate("a", 9)
	b.run()
	b.cfg.Save = func(context.Context, State, string) error { return errors.New("the disk is full") }
	b.Save("a.dateline", func() { t.Error("it went on") })
	b.run()
	if s := b.State(); !s.Dirty || s.File != "" || len(s.Notes) != 1 || s.Notes[0].Err == nil {
		t.Errorf("dirty %v, file %q, notes %v", s.Dirty, s.File, s.Notes)
	}
}

func TestOpen_AProjectComesBackAsItStood(t *testing.T) {
	b := opened(t)
	b.SelectEvent(trucksCame)
	b.SetFilter(story.Filter{HideActors: true})
	b.SetMode(ModeSoFar)
	b.SetLanes(LanesPlace)
	b.SetHeat(true)
	b.SetCounts(CountsOff)
	b.Saw("a")
	b.Saw("gone")
	b.SetPeriod(story.Between(19844, 19847))
	st := b.State()
	kept := st.Kept()
	kept.File, kept.Saved, kept.Log = "a.dateline", true, story.NewLog(story.Published("a", 9))
	kept.Center, kept.Zoom = orb.Point{10, 50}, 6
	if len(kept.Seen) != 1 {
		t.Errorf("articles that were in view: %v", kept.Seen)
	}

	c := newBench(t, func(context.Context, Wish, progress.Report) (Result, error) {
		return Result{Story: sample(), Documents: []story.Document{{ID: "a"}}, Kept: &kept}, nil
	})
	c.Open([]Source{{Name: "a.dateline"}})
	c.run()
	got := c.State()
	if d := cmp.Diff(kept, got.Kept(), cmp.Comparer(func(a, b story.Log) bool { return a.Equal(b) })); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got.Dirty || got.Log.Len() != 1 || got.SelectedEvent() != 1 || got.Job.Running() {
		t.Errorf("dirty %v, %d corrections, event %d", got.Dirty, got.Log.Len(), got.SelectedEvent())
	}
}

func TestPreview_TellsBothStoriesAndChangesNothing(t *testing.T) {
	b := opened(t)
	b.cfg.Tell = func(ctx context.Context, docs []story.Document, log story.Log, p progress.Report) (*story.Story, error) {
		return tellLog(new([]story.Log))(ctx, docs, log, p) // two may run at once
	}
	answers := 0
	then := func(before, after *story.Story) {
		answers++
		if before != b.State().Story || after.Events[1].When.Earliest != 200 {
			t.Errorf("before is shown: %v, after %v", before == b.State().Story, after.Events[1].When)
		}
	}
	b.Preview(story.Published("a", 100), then)
	b.Preview(story.Published("a", 200), then)
	b.run()
	b.run()
	if answers != 1 || b.State().Log.Len() != 0 {
		t.Errorf("%d answers, %d corrections", answers, b.State().Log.Len())
	}
}
