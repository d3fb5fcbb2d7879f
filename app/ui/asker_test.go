package ui

import (
	"strings"
	"testing"

	"dateline/app/quiz"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// asked is a window of 1280x720 in which a question of each kind is asked, the one of a kind being on.
func asked(t *testing.T, kind quiz.Kind) *bench {
	b := newBench(t)
	b.made = func() *story.Story {
		s := bindtest.Story()
		s.Speakers = append(s.Speakers, story.Speaker{Name: "Bo Hill"}, story.Speaker{Name: "Cy Lake"})
		return s
	}
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	b.win.Resize(fyne.NewSize(1280, 720))
	s := b.s.State().Story
	a := s.Articles[0]
	hide := func(at story.Span, words string) quiz.Text {
		i := at.Start + strings.Index(at.In(a.Text), words)
		return quiz.Text{Span: at, Hidden: []story.Span{{Start: i, End: i + len(words)}}}
	}
	s1, s2, s3 := s.Events[0].Span, s.Events[1].Span, s.Events[2].Span
	d := s.Events[0].When.Earliest
	b.present.ask.start(quiz.NewRound(s, []quiz.Question{
		{Kind: quiz.Where, Texts: []quiz.Text{hide(s1, "Port")}, Event: s.Events[0].ID, Place: s.Events[0].Where.Place},
		{Kind: quiz.When, Texts: []quiz.Text{hide(s1, "Wednesday")}, From: d, To: d},
		{Kind: quiz.Who, Texts: []quiz.Text{{Span: s.Quotes[0].Span}}, Speakers: []int{1, 0, 2}, Answer: 1},
		{Kind: quiz.First, Texts: []quiz.Text{hide(s2, "Saturday"), {Span: s3}, hide(s1, "Wednesday")}, Order: []int{2, 0, 1}},
		{Kind: quiz.Which, Texts: []quiz.Text{{Span: s3}}, Articles: []int{1, 0}, Answer: 1},
	}, nil))
	b.present.screen.Resize(fyne.NewSize(1280, 720))
	for range kind {
		b.present.ask.round.Step(1)
	}
	b.present.ask.tell()
	return b
}

// click clicks on the screen.
func (b *bench) click(x, y float32) { test.TapCanvas(b.win.Canvas(), fyne.NewPos(x, y)) }

// clickOn clicks on words that are on the screen.
func (b *bench) clickOn(t *testing.T, words string) {
	t.Helper()
	for _, card := range test.WidgetRenderer(b.present.screen).Objects() {
		w, ok := card.(fyne.Widget)
		if !ok || !card.Visible() {
			continue
		}
		for _, o := range test.WidgetRenderer(w).Objects() {
			if c, ok := o.(*canvas.Text); ok && strings.Contains(c.Text, words) {
				at := card.Position().Add(c.Position())
				b.click(at.X+5, at.Y+5)
				return
			}
		}
	}
	t.Errorf("%q is not on the screen", words)
}

// pressed are bare keys: what types something as it is typed, else by its name.
func (b *bench) pressed(keys ...string) {
	for _, k := range keys {
		if len(k) == 1 {
			b.keys.rune(rune(k[0]))
		} else {
			b.keys.key(&fyne.KeyEvent{Name: fyne.KeyName(k)})
		}
	}
}

func TestAsk_EveryKindIsAnswered(t *testing.T) {
	for _, c := range []struct {
		name string
		kind quiz.Kind
		do   func(*bench)
		want quiz.Mark
	}{
		{"where, by a click on the map", quiz.Where, func(b *bench) {
			at := b.maps.mapp.Project(orb.Point{10, 50})
			b.click(at.X, at.Y)
		}, quiz.Right},
		{"where, by keys: 1 puts the ring, arrows move it", quiz.Where, func(b *bench) {
			b.pressed("1")
			to := b.maps.mapp.Project(orb.Point{10, 50})
			for range 200 {
				at := b.maps.mapp.Project(b.present.ask.round.Given[0].Point)
				switch {
				case at.X > to.X+arrowStep/2:
					b.pressed("Left")
				case at.X < to.X-arrowStep/2:
					b.pressed("Right")
				case at.Y > to.Y+arrowStep/2:
					b.pressed("Up")
				case at.Y < to.Y-arrowStep/2:
					b.pressed("Down")
				}
			}
		}, quiz.Right},
		{"when, by a click on the timeline", quiz.When, func(b *bench) {
			tl := b.time.timeline
			at := fyne.NewPos(tl.PositionOf(b.present.ask.round.Set[1].From), tl.Size().Height*0.4)
			e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
			tl.MouseDown(e)
			tl.MouseUp(e)
		}, quiz.Right},
		{"when, by keys", quiz.When, func(b *bench) {
			b.pressed("1")
			for b.present.ask.round.Given[1].Day > b.present.ask.round.Set[1].From {
				b.pressed("Left")
			}
			for b.present.ask.round.Given[1].Day < b.present.ask.round.Set[1].From {
				b.pressed("Right")
			}
		}, quiz.Right},
		{"who, by its key", quiz.Who, func(b *bench) { b.pressed("2") }, quiz.Right},
		{"who, by the other key", quiz.Who, func(b *bench) { b.pressed("3") }, quiz.Missed},
		{"who, by a click", quiz.Who, func(b *bench) {
			b.clickOn(t, "Ann Roe")
		}, quiz.Right},
		{"first, by keys", quiz.First, func(b *bench) { b.pressed("3", "1", "2") }, quiz.Right},
		{"first, by clicks", quiz.First, func(b *bench) {
			b.clickOn(t, "Ships left Port")
			b.clickOn(t, "said Ann Roe")
			b.clickOn(t, "Nobody knows more.")
		}, quiz.Right},
		{"which, by its key", quiz.Which, func(b *bench) { b.pressed("2") }, quiz.Right},
		{"which, by a click", quiz.Which, func(b *bench) { b.clickOn(t, "Ships leave Port") }, quiz.Right},
	} {
		b := asked(t, c.kind)
		c.do(b)
		r := b.present.ask.round
		if g := r.Given[c.kind]; g.Shown || !g.Any {
			t.Errorf("%s: %+v before the answer is shown", c.name, g)
		}
		b.pressed("Return")
		if v := r.Verdict(int(c.kind)); !r.Given[c.kind].Shown || v.Mark != c.want {
			t.Errorf("%s: %+v, %+v", c.name, v, r.Given[c.kind])
		}
		b.pressed("Next") // the clicker goes on
		if r.At != int(c.kind)+1 {
			t.Errorf("%s: question %d follows", c.name, r.At)
		}
	}
}

func TestAsk_NothingOnTheScreenTellsTheAnswer(t *testing.T) {
	b := asked(t, quiz.Where)
	if len(b.time.ticks) == 0 || !b.maps.names.keeps("Port Harbour") || b.maps.names.keeps("Valley") {
		t.Error("the name is on the map")
	}
	if got := b.words.AskMarks(b.present.ask.round); len(got) != 0 {
		t.Errorf("marks %+v", got)
	}
	lanes, ticks := b.words.AskTicks(b.present.ask.round, b.time.rows, b.time.ticks)
	for _, l := range lanes {
		if strings.Contains(l.Title, "Port") || l.Tip != "" {
			t.Errorf("the row says %q, %q", l.Title, l.Tip)
		}
	}
	for _, k := range ticks {
		if k.Tip != nil {
			t.Errorf("a tick says %q", k.Tip())
		}
	}
	b.present.step(1)
	if _, ok := b.time.timeline.PointOf(b.time.ticks[0].ID); !ok {
		t.Error("where a place is asked for, the timeline shows no ticks")
	}
	b.pressed("Return", "Return")
	for _, k := range b.time.ticks {
		if at, ok := b.time.timeline.PointOf(k.ID); ok {
			if id, hit := b.time.timeline.ItemAt(at); hit {
				t.Errorf("where a day is asked for, the tick %s is there", id)
			}
		}
	}
	q := b.words.Question(b.present.ask.round)
	if strings.Contains(q.Text, "Wednesday") || !strings.Contains(q.Text, present.Gap) {
		t.Errorf("the question says %q", q.Text)
	}
	b.pressed("Return")
	if q := b.words.Question(b.present.ask.round); !strings.Contains(q.Text, "Wednesday") || !strings.Contains(q.Foot, "1 May 2024") {
		t.Errorf("the answer says %q, %q", q.Text, q.Foot)
	}
}

func TestAsk_EscComesBack(t *testing.T) {
	b := asked(t, quiz.Who)
	before := b.present.view
	b.pressed("Escape")
	if b.present.on() || b.present.ask.on() || b.win.Content() != b.content || !b.maps.mapp.Visible() || !b.time.timeline.Visible() {
		t.Fatal("the window is not back")
	}
	if v := b.maps.mapp.Viewport(); v.Center != before.Center || v.Zoom != before.Zoom {
		t.Errorf("the map is at %+v, not %+v", v, before)
	}
	if b.maps.names.keeps("Port") || b.maps.asked != nil || b.time.asked != nil {
		t.Error("map or timeline still ask")
	}
	b = presented(t)
	slide := b.present.screen.Slide()
	s := b.s.State().Story
	b.present.ask.start(quiz.NewRound(s, []quiz.Question{{Kind: quiz.Who, Texts: []quiz.Text{{Span: s.Quotes[0].Span}}, Speakers: []int{0}}}, nil))
	b.pressed("Escape")
	if !b.present.on() || b.present.ask.on() || b.present.screen.Slide() != slide {
		t.Error("the slide is not back")
	}
	typed(b, fyne.KeyPageDown)
	if b.s.State().SelectedEvent() != 1 {
		t.Error("the clicker does not go on with the slides")
	}
}

func TestAsk_TeamsAndTheEnd(t *testing.T) {
	b := asked(t, quiz.Who)
	b.pressed("2", "Return")
	if q := b.words.Question(b.present.ask.round); q.Score != "1 right · 0 near" || q.Left != "4 left" {
		t.Errorf("the score is %q, %q", q.Score, q.Left)
	}
	b.pressed("t")
	if q := b.words.Question(b.present.ask.round); q.Score != "Team 2: 0 right · 0 near" {
		t.Errorf("the other team's score is %q", q.Score)
	}
	b.pressed("Return", "Return", "Return", "2", "Return", "Return")
	q := b.words.Question(b.present.ask.round)
	if q.Title != "2 of 5 right" || q.Text != "Team 1: 1 right · 0 near, Team 2: 1 right · 0 near" {
		t.Errorf("at the end: %q, %q", q.Title, q.Text)
	}
	b.pressed("2")
	if b.present.ask.on() || b.present.on() {
		t.Error("the second choice does not go back")
	}
}

func TestAsk_StoriesWithoutQuestions(t *testing.T) {
	b := newBench(t)
	b.pressed("q")
	if n := b.s.State().Notes; len(n) != 1 || !strings.Contains(n[0].Text, "Open an article first") {
		t.Errorf("nothing is open: %v", n)
	}
	b = opened(t)
	b.pressed("q")
	b.until(t, "a word", func() bool { return len(b.s.State().Notes) == 1 })
	if n := b.s.State().Notes; b.present.on() || !strings.Contains(n[0].Text, "No question can be made") {
		t.Errorf("nothing is sure: %v", n)
	}
}

func TestAsk_AnotherStoryEndsIt(t *testing.T) {
	b := asked(t, quiz.Where)
	b.files.Sample("s")
	b.until(t, "the end of the questions", func() bool { return !b.present.ask.on() })
	if b.present.on() || b.s.State().Job != (session.Job{}) && b.s.State().Job.Running() {
		t.Errorf("presenting %v", b.present.on())
	}
}

func TestAsk_NextAfterTheLastSlideAsksAndBackLeaves(t *testing.T) {
	b := newBench(t)
	b.made = func() *story.Story {
		s := bindtest.Story()
		s.Articles[0].Toponyms[0].UseP = 1
		return s
	}
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	typed(b, fyne.KeyF5)
	typed(b, fyne.KeyPageDown)
	last := b.present.screen.Slide()
	typed(b, fyne.KeyPageDown)
	b.until(t, "a question", func() bool { return b.present.ask.on() })
	if b.present.screen.Slide() != last || b.present.ask.alone {
		t.Errorf("asked at %+v", b.present.screen.Slide())
	}
	typed(b, fyne.KeyPageUp)
	if b.present.ask.on() || !b.present.on() || b.present.screen.Slide() != last {
		t.Errorf("Page Up at the first question: asking %v, presenting %v, %+v", b.present.ask.on(), b.present.on(), b.present.screen.Slide())
	}
}

func TestAsk_NothingIsSaidWhereNextFindsNoQuestion(t *testing.T) {
	b := presented(t)
	typed(b, fyne.KeyEnd)
	typed(b, fyne.KeyPageDown)
	b.until(t, "the end of the work", func() bool { return len(b.in) == 0 })
	if b.present.ask.on() || !b.present.on() || len(b.s.State().Notes) > 0 || b.s.State().SelectedEvent() != 1 {
		t.Errorf("asking %v, notes %v", b.present.ask.on(), b.s.State().Notes)
	}
}

func TestAsk_TheTimelineIsAsHighAsItsRowsAsk(t *testing.T) {
	b := asked(t, quiz.Where)
	high := b.time.timeline.Size().Height
	for _, to := range []int{1, 3, 0} { // a day, on cards, and the place again
		b.present.ask.round.At = to
		b.present.ask.tell()
	}
	if got := b.time.timeline.Size().Height; got != high || high <= 0 {
		t.Errorf("it is %v high for the rows for which it was %v", got, high)
	}
}
