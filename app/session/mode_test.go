package session

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

// stretch is a story with events on days 0, 0, 3, 4..6, 5, 20 after 1 May, and an undated one; the one on day 5 is in
// the second article.
func stretch() *story.Story {
	d := story.NewDay(2024, 5, 1)
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{ID: "a"}}, {Document: story.Document{ID: "b"}}}}
	for _, m := range []story.Moment{story.On(d, 1, 0), story.On(d, 1, 0), story.On(d+3, 1, 0),
		{Earliest: d + 4, Latest: d + 6, Precision: story.PrecisionWeek, P: 1}, story.On(d+5, 1, 0), story.On(d+20, 1, 0), {}} {
		i := len(s.Events)
		e := story.Event{ID: event(i), Sentence: story.Span{Start: i, End: i + 1}, Span: story.Span{Start: i, End: i + 1}, When: m, P: 1}
		if i == 4 {
			e.Doc = 1
		}
		s.Events = append(s.Events, e)
	}
	return s
}

// event is the id of event i of stretch.
func event(i int) story.EventID { return story.EventID(fmt.Sprint("event ", i)) }

func stretched(t *testing.T) *bench {
	b := newBench(t, func(context.Context, Wish, progress.Report) (Result, error) {
		return Result{Story: stretch(), Documents: []story.Document{{}, {}}}, nil
	})
	b.Open([]Source{{Name: "one.txt"}})
	b.run()
	return b
}

func TestStep_InEachMode(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	type at struct {
		event    int
		from, to int // days after 1 May; 99 everything
	}
	steps := func(b *bench, n int, by func() bool) (out []at) {
		for range n {
			if !by() {
				out = append(out, at{-1, 0, 0})
				continue
			}
			s := b.State()
			a := at{s.SelectedEvent(), 99, 99}
			if s.Period.On {
				a.from, a.to = int(s.Period.From-d), int(s.Period.To-d)
			}
			out = append(out, a)
		}
		return out
	}
	for _, c := range []struct {
		name     string
		mode     Mode
		begin    func(*bench)
		on, back []at
	}{
		{"all: everything stays in view", ModeAll, nil,
			[]at{{0, 99, 99}, {1, 99, 99}, {2, 99, 99}, {3, 99, 99}, {4, 99, 99}, {5, 99, 99}, {-1, 0, 0}}, []at{{4, 99, 99}}},
		{"step by event: the moment of each", ModeStep, nil,
			[]at{{0, -1, 1}, {1, -1, 1}, {2, 2, 4}, {3, 4, 6}, {4, 4, 6}, {5, 19, 21}, {-1, 0, 0}}, []at{{4, 4, 6}, {3, 4, 6}}},
		{"so far: from the first day to the event's end", ModeSoFar, nil,
			[]at{{0, 0, 0}, {1, 0, 0}, {2, 0, 3}, {3, 0, 6}, {4, 0, 5}, {5, 0, 20}, {-1, 0, 0}}, []at{{4, 0, 5}}},
		{"moving window: centred on the next day that has an event", ModeMoving, nil,
			[]at{{0, -1, 1}, {2, 2, 4}, {3, 3, 5}, {4, 4, 6}, {5, 19, 21}, {-1, 0, 0}}, []at{{4, 4, 6}, {3, 3, 5}, {2, 2, 4}, {0, -1, 1}, {-1, 0, 0}}},
		{"fixed window: end to end, empty ones are passed over", ModeFixed, nil,
			[]at{{0, 0, 2}, {2, 3, 5}, {5, 18, 20}, {-1, 0, 0}}, []at{{2, 3, 5}, {0, 0, 2}, {-1, 0, 0}}},
		{"a filter is stepped past", ModeStep, func(b *bench) { b.SetFilter(story.Filter{Articles: []string{"b"}}) },
			[]at{{4, 4, 6}, {-1, 0, 0}}, []at{{-1, 0, 0}}},
	} {
		b := stretched(t)
		b.SetMode(c.mode)
		b.Unselect()
		b.ShowAll()
		if c.begin != nil {
			c.begin(b)
		}
		if d := cmp.Diff(c.on, steps(b, len(c.on), b.Next), cmp.AllowUnexported(at{})); d != "" {
			t.Errorf("%s: on (-want +got)\n%s", c.name, d)
		}
		if d := cmp.Diff(c.back, steps(b, len(c.back), b.Previous), cmp.AllowUnexported(at{})); d != "" {
			t.Errorf("%s: back (-want +got)\n%s", c.name, d)
		}
	}
}

func TestSetMode_FitsThePeriod(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name  string
		begin func(*bench)
		mode  Mode
		want  story.Period
	}{
		{"all shows everything", func(b *bench) { b.Last() }, ModeAll, story.Period{}},
		{"so far, to the selected event", func(b *bench) { b.Last() }, ModeSoFar, story.Between(d, d+20)},
		{"so far, to the end of the period", func(b *bench) { b.SetPeriod(story.Between(d+2, d+4)) }, ModeSoFar, story.Between(d, d+4)},
		{"fixed, the window of the row that holds the middle", func(b *bench) { b.SetPeriod(story.Between(d+4, d+6)) }, ModeFixed, story.Between(d+3, d+5)},
		{"fixed, with nothing narrowed: the first", func(*bench) {}, ModeFixed, story.Between(d, d+2)},
		{"moving, about the first event", func(*bench) {}, ModeMoving, story.Between(d-1, d+1)},
		{"an undated event says nothing", func(b *bench) { b.SelectEvent(event(6)) }, ModeMoving, story.Between(d-1, d+1)},
	} {
		b := stretched(t)
		c.begin(b)
		b.SetMode(c.mode)
		if s := b.State(); s.Mode != c.mode || s.Period != c.want {
			t.Errorf("%s: %v, %v", c.name, s.Mode, s.Period)
		}
	}
	b := stretched(t)
	b.SetMode(ModeAll)
	b.SetMode(ModeStep)
	if b.State().Period.On {
		t.Error("step by event narrows what was not")
	}
	b.SetMode(77)
	if b.State().Mode != ModeStep {
		t.Error("a mode that is none")
	}
}

func TestDrag_ObeysTheMode(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name  string
		mode  Mode
		p     story.Period
		want  story.Period
		after Mode
	}{
		{"step by event goes where it is put", ModeStep, story.Between(d+1, d+9), story.Between(d+1, d+9), ModeStep},
		{"all gives way to a moving window", ModeAll, story.Between(d+1, d+3), story.Between(d+1, d+3), ModeMoving},
		{"so far keeps the first day", ModeSoFar, story.Between(d+4, d+9), story.Between(d, d+9), ModeSoFar},
		{"so far with an open beginning", ModeSoFar, story.Period{On: true, From: story.DayMin, To: d + 7}, story.Between(d, d+7), ModeSoFar},
		{"so far is never before the story", ModeSoFar, story.Between(d-9, d-5), story.Between(d, d), ModeSoFar},
		{"so far is never after it", ModeSoFar, story.Between(d-9, d+500), story.Between(d, d+20), ModeSoFar},
		{"a fixed window snaps", ModeFixed, story.Between(d+4, d+6), story.Between(d+3, d+5), ModeFixed},
		{"a fixed window stays in the story", ModeFixed, story.Between(d-50, d-48), story.Between(d, d+2), ModeFixed},
	} {
		b := stretched(t)
		b.SetMode(c.mode)
		b.Play()
		b.Drag(c.p)
		if s := b.State(); s.Period != c.want || s.Mode != c.after || s.Playing {
			t.Errorf("%s: %v, %v, playing %v", c.name, s.Period, s.Mode, s.Playing)
		}
	}
}

// TestDrag_LeavesWhatIsNotShown: a selection that the slider has left would keep the article at a sentence of another time.
func TestDrag_LeavesWhatIsNotShown(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name string
		to   story.Period
		want story.EventID
	}{
		{"to another day", story.Between(d+15, d+17), ""},
		{"a little, so that the day is still shown", story.Between(d+1, d+3), event(2)},
	} {
		b := stretched(t)
		b.SetWidth(1)
		b.GoTo(event(2))
		b.Drag(c.to)
		if s := b.State(); s.Selected.Event != c.want || s.Period != c.to {
			t.Errorf("%s: selected %q, period %v", c.name, s.Selected.Event, s.Period)
		}
	}
}

// TestDrag_AWideStepIsNotDraggedAlong: a step to an event of three days shows three; dragged on, the slider selects what is
// set beside it.
func TestDrag_AWideStepIsNotDraggedAlong(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	b := stretched(t)
	b.SetWidth(0)
	b.GoTo(event(3))
	if s := b.State(); s.Period != story.Between(d+4, d+6) {
		t.Fatalf("the step shows %v", s.Period)
	}
	b.Drag(story.Between(d+9, d+11))
	if s := b.State(); s.Period != story.Between(d+10, d+10) {
		t.Errorf("dragged, it shows %v", s.Period)
	}
	b.GoTo(event(3))
	b.Drag(story.Between(d+4, d+8)) // its edge
	if s := b.State(); s.Period != story.Between(d+4, d+8) {
		t.Errorf("widened by its edge, it shows %v", s.Period)
	}
}

func TestSetWidth_ObeysTheMode(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name string
		mode Mode
		want story.Period
	}{
		{"step by event", ModeStep, story.Between(d+18, d+22)},
		{"moving", ModeMoving, story.Between(d+18, d+22)},
		{"fixed: another row", ModeFixed, story.Between(d+15, d+19)},
		{"so far has no width", ModeSoFar, story.Between(d, d+20)},
		{"all", ModeAll, story.Period{}},
	} {
		b := stretched(t)
		b.SetMode(c.mode)
		b.Last()
		b.SetWidth(2)
		if s := b.State(); s.Period != c.want || s.Width != 2 {
			t.Errorf("%s: %v", c.name, s.Period)
		}
	}
}

func TestPlay_Loops(t *testing.T) {
	for _, c := range []struct {
		name string
		loop Loop
		want []int // events from the last but one on; -1 when it has stopped
	}{
		{"once stops at the last", LoopOnce, []int{4, 5, -1}},
		{"again begins with the first", LoopAgain, []int{4, 5, 0, 1, 2}},
		{"bounce turns back at both ends", LoopBounce, []int{4, 5, 4, 3, 2, 1, 0, 1, 2}},
	} {
		b := stretched(t)
		b.SetLoop(c.loop)
		b.SelectEvent(event(3))
		b.Play()
		var got []int
		for range c.want {
			if s := b.State(); s.Playing {
				got = append(got, s.SelectedEvent())
			} else {
				got = append(got, -1)
			}
			if len(b.timers) > 0 {
				f := b.timers[len(b.timers)-1]
				b.timers = nil
				f()
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	for _, l := range Loops { // with one event there is nowhere to go
		b := stretched(t)
		b.SetLoop(l)
		b.SetFilter(story.Filter{Articles: []string{"b"}})
		b.Play()
		for range 3 {
			if len(b.timers) > 0 {
				f := b.timers[len(b.timers)-1]
				b.timers = nil
				f()
			}
		}
		if b.State().Playing {
			t.Errorf("loop %d plays one event for ever", l)
		}
	}
	b := stretched(t)
	b.SetFilter(story.Filter{HideEvents: true})
	if b.Play(); b.State().Playing {
		t.Error("plays nothing")
	}
}

func TestSetSpeed(t *testing.T) {
	b := stretched(t)
	var waits []time.Duration
	b.cfg.After = func(d time.Duration, f func()) func() { waits = append(waits, d); return func() {} }
	b.Play()
	for _, v := range Speeds {
		b.SetSpeed(v)
	}
	want := []time.Duration{2500 * time.Millisecond, 4 * time.Second, 2500 * time.Millisecond, 1500 * time.Millisecond}
	if !slices.Equal(waits, want) {
		t.Errorf("%v, want %v", waits, want)
	}
}

func TestReset(t *testing.T) {
	b := stretched(t)
	b.First()
	b.SetFilter(story.Filter{Articles: []string{"a"}, Words: "x"})
	s := b.State()
	if !s.Narrowed() {
		t.Error("not narrowed")
	}
	b.Observe(func(_ State, c Change) { b.seen = append(b.seen, c) })
	b.seen = nil
	b.Reset()
	if s = b.State(); s.Narrowed() || len(s.View.Events) != 7 {
		t.Errorf("%+v, %d events", s.Filter, len(s.View.Events))
	}
	if d := cmp.Diff([]Change{Perioded | Filtered | Viewed}, b.seen); d != "" {
		t.Error(d)
	}
}

func TestOpened_CarriesTheFilter(t *testing.T) {
	b := stretched(t)
	b.SetFilter(story.Filter{Articles: []string{"b"}, MinP: 0.5})
	b.cfg.Read = func(context.Context, Wish, progress.Report) (Result, error) {
		s := stretch()
		s.Articles[0].ID, s.Articles[1].ID = "other", "another"
		return Result{Story: s, Documents: []story.Document{{}, {}}}, nil
	}
	b.Open(nil)
	b.run()
	if f := b.State().Filter; !f.Equal(story.Filter{MinP: 0.5}) {
		t.Errorf("%+v", f)
	}
	b.SetMode(ModeSoFar)
	b.Clear()
	if s := b.State(); s.Filter.On() || s.Mode != ModeSoFar || b.Next() {
		t.Errorf("after Clear: %+v, %v", s.Filter, s.Mode)
	}
}

func TestJump_MovesAPeriodThatDoesNotShowIt(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name  string
		begin func(*bench)
		do    func(*bench)
		event int
		want  story.Period
	}{
		{"everything stays", func(*bench) {}, func(b *bench) { b.Jump(event(5)) }, 5, story.Period{}},
		{"a period that shows it stays", func(b *bench) { b.SetPeriod(story.Between(d, d+9)) }, func(b *bench) { b.Jump(event(4)) }, 4, story.Between(d, d+9)},
		{"another moves", func(b *bench) { b.First() }, func(b *bench) { b.Jump(event(5)) }, 5, story.Between(d+19, d+21)},
		{"to an undated one all is shown", func(b *bench) { b.First() }, func(b *bench) { b.Jump(event(6)) }, 6, story.Period{}},
		{"nowhere", func(b *bench) { b.First() }, func(b *bench) { b.Jump(event(99)) }, 0, story.Between(d-1, d+1)},
	} {
		b := stretched(t)
		c.begin(b)
		c.do(b)
		if s := b.State(); s.SelectedEvent() != c.event || s.Period != c.want {
			t.Errorf("%s: event %d, %v", c.name, s.SelectedEvent(), s.Period)
		}
	}
}

func TestFind_LastRequestWins(t *testing.T) {
	b := opened(t)
	var got []string
	then := func(q string) func(*story.Story, story.Found) {
		return func(_ *story.Story, f story.Found) { got = append(got, fmt.Sprint(q, " ", f.AllSentences)) }
	}
	b.Find("ships", 5, then("ships"))
	b.Find("trucks", 5, then("trucks"))
	b.run()
	b.run()
	b.Find("ships", 5, then("ships"))
	b.Find(" ", 5, then("nothing"))
	b.run()
	if d := cmp.Diff([]string{"trucks 1"}, got); d != "" {
		t.Error(d)
	}
}

func TestSetLanes(t *testing.T) {
	b := opened(t)
	for _, l := range []Lanes{LanesSpeaker, LanesPlace, LanesArticle} {
		b.SetLanes(l)
		if b.State().Lanes != l {
			t.Errorf("%v: %v", l, b.State().Lanes)
		}
	}
	if b.SetLanes(9); b.State().Lanes != LanesArticle {
		t.Error("a choice that is none")
	}
}
