package ui

import (
	"strings"
	"testing"

	"dateline/app/quiz"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/bind/bindtest"
	"fyne.io/fyne/v2"
)

// askable is a story with two questions about its first sentence: where, and when.
func askableStory() *story.Story {
	s := bindtest.Story()
	a := s.Articles[0]
	i := strings.Index(a.Text, "Wednesday")
	at := story.Span{Start: i, End: i + len("Wednesday")}
	a.Toponyms[0].UseP = 1
	a.Timexes = []story.Timex{{Span: at, Type: story.TimexDate}}
	s.Events[0].When.Words = at
	return s
}

// asking is a window whose run is: the first event, two questions about it, the second event.
func asking(t *testing.T) *bench {
	b := newBench(t)
	b.made = askableStory
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	b.win.Resize(fyne.NewSize(1280, 720))
	st := b.s.State()
	r := st.Run.Own(st.Story, b.present.slides().All)
	for i, x := range slides.Questions(st.Story) {
		r = r.Put(1+i, x.Slide)
	}
	if len(r.Slides) != 4 || r.Slides[1].Ask != quiz.Where || r.Slides[2].Ask != quiz.When {
		t.Fatalf("%+v", r.Slides)
	}
	b.s.SetRun(r)
	return b
}

// seen is what the class sees: a slide by its words, a question by what is asked, with "!" once the answer is shown.
func (b *bench) seen() string {
	if a := b.present.ask; a.on() {
		q, g := a.round.Question()
		if g.Shown {
			return q.Kind.String() + "!"
		}
		return q.Kind.String()
	}
	x := b.present.screen.Slide()
	return strings.Fields(strings.Trim(x.Words+x.Event, "“"))[0]
}

func TestAskSlides_AClickerGoesThroughThem(t *testing.T) {
	for name, two := range map[string]bool{"one window": false, "two windows": true} {
		b := asking(t)
		if two {
			b.keys.rune('d')
		}
		typed(b, fyne.KeyF5)
		t.Cleanup(func() { b.present.end() })
		var got []string
		press := func(keys ...fyne.KeyName) {
			for i, k := range keys {
				if two && i%2 == 0 {
					second(b, k)
				} else {
					typed(b, k)
				}
				got = append(got, b.seen())
			}
		}
		got = append(got, b.seen())
		const on, back = fyne.KeyPageDown, fyne.KeyPageUp
		press(on, on, on, on, on, on, back, back, back, fyne.KeyEnd, fyne.KeyHome)
		if s := strings.Join(got, " "); s != "Ships where where! when when! We We when! where! Ships We Ships" {
			t.Errorf("%s: %s", name, s)
		}
		b.until(t, "the end of the work", func() bool { return len(b.in) == 0 })
		if b.present.ask.on() || !b.present.on() {
			t.Errorf("%s: after the last slide: asking %v", name, b.present.ask.on())
		}
		press(on)
		if typed(b, fyne.KeyEscape); b.present.on() || b.present.ask.on() || b.maps.asked != nil {
			t.Errorf("%s: Esc at a question does not end the presentation", name)
		}
	}
}

func TestAskSlides_TheScoreIsOfAllOfThem(t *testing.T) {
	b := asking(t)
	typed(b, fyne.KeyF5)
	typed(b, fyne.KeyPageDown)
	a := b.present.ask
	q, _ := a.round.Question()
	a.point(q.Place.Point)
	typed(b, fyne.KeyPageDown)
	typed(b, fyne.KeyPageDown)
	if x := a.worded(a.round); !strings.HasPrefix(x.Score, "1 right") || x.Left != "3 of 4" {
		t.Errorf("%q %q", x.Score, x.Left)
	}
	b.pressed("t")
	q, _ = a.round.Question()
	a.day(story.Between(q.From+1, q.From+1))
	typed(b, fyne.KeyPageDown)
	if right, near := a.round.Score(1); right != 0 || near != 1 || !a.round.Teams {
		t.Errorf("the other team: %d %d", right, near)
	}
	typed(b, fyne.KeyEscape)
	typed(b, fyne.KeyF5)
	typed(b, fyne.KeyPageDown)
	if right, _ := a.round.Score(0); right != 0 || a.round.Teams {
		t.Error("another lesson begins with the score of the last one")
	}
}

func TestAskSlides_QAsksOthersAndComesBack(t *testing.T) {
	b := asking(t)
	typed(b, fyne.KeyF5)
	typed(b, fyne.KeyPageDown)
	b.present.screen.TypedRune('q')
	b.until(t, "a set of questions", func() bool { return b.present.ask.on() && !b.present.ask.inRun() })
	typed(b, fyne.KeyEscape)
	if !b.present.ask.inRun() || b.seen() != "where" {
		t.Errorf("back at %s", b.seen())
	}
}

func TestAskSlides_NothingTellsTheAnswer(t *testing.T) {
	b := asking(t)
	b.s.GoTo("e1")
	b.keys.rune('d')
	typed(b, fyne.KeyF5)
	t.Cleanup(func() { b.present.end() })
	typed(b, fyne.KeyPageDown)
	st, a := b.s.State(), b.present.ask
	if n := len(b.lesson.words.AskMarks(a.round)); st.SelectedEvent() >= 0 || n > 0 {
		t.Errorf("event %d is selected, %d marks", st.SelectedEvent(), n)
	}
	c := b.screens.board.Content()
	if !strings.Contains(c.Words, "Port") || !strings.Contains(c.Words, "Answer") || c.At != 2 || c.Of != 4 || c.NextHead != "When was this?" {
		t.Errorf("the teacher reads %+v", c)
	}
	if typed(b, fyne.KeyPageDown); !strings.Contains(b.screens.board.Content().Notes, "next slide") {
		t.Errorf("keys: %q", b.screens.board.Content().Notes)
	}
	typed(b, fyne.KeyPageDown)
	if c := b.screens.board.Content(); c.NextWords != "“We waited,” said Ann Roe in Valley on Saturday." {
		t.Errorf("next is %q", c.NextWords)
	}
}

func TestAskSlides_AreChosenInTheListOfSlides(t *testing.T) {
	b := newBench(t)
	b.made = askableStory
	b.files.Sample("s")
	b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
	b.keys.rune('s')
	if made := b.lesson.listed.Made(); !strings.Contains(made, "then questions") {
		t.Errorf("made: %q", made)
	}
	b.lesson.questions()
	b.until(t, "the questions", func() bool { return len(b.lesson.rows) == 2 })
	if r := b.lesson.rows[0]; !strings.HasPrefix(r.Head, "Where was this? Port") || r.Words != "Ships left Port on Wednesday." || !r.Asks {
		t.Errorf("%+v", r)
	}
	b.lesson.enter(b.lesson.rows[0].Slide.ID)
	if !b.lesson.rows[0].In || b.lesson.rows[1].In {
		t.Error("what was put in is not ticked")
	}
	b.lesson.choose(bind.TabEvents)
	for _, r := range b.lesson.rows[:2] {
		if !r.In {
			t.Errorf("%q is not in", r.Words)
		}
	}
	b.lesson.choose(bind.TabRun)
	if r := b.lesson.rows; len(r) != 3 || !r[1].Asks || strings.Contains(b.lesson.listed.Made(), "then") {
		t.Errorf("a question comes after what it asks about: %+v, %q", r, b.lesson.listed.Made())
	}
	b.lesson.at = b.lesson.rows[1].Slide.ID
	b.lesson.move(b.lesson.at, 1)
	b.lesson.note.follow()
	b.lesson.note.SetText("wait a minute")
	b.lesson.note.commit()
	if r := b.s.State().Run.Slides; r[2].Kind != slides.Asked || r[2].Note != "wait a minute" {
		t.Errorf("%+v", r)
	}
	b.lesson.out()
	b.s.Undo()
	b.s.Undo()
	b.s.Undo()
	if r := b.lesson.rows; len(r) != 3 || !r[1].Asks {
		t.Errorf("undone: %+v", r)
	}
	b.lesson.addSet()
	b.until(t, "the end of the work", func() bool { return len(b.in) == 0 })
	if n := len(b.s.State().Run.Slides); n != 3 {
		t.Errorf("%d slides: a set asks what is asked already", n)
	}
}

func TestAskSlides_WhatIsNotSureAnyMoreIsPassedOver(t *testing.T) {
	b := asking(t)
	again := askableStory()
	again.Events[0].Where.P = 0.4
	b.keys.rune('s')
	st := b.s.State()
	st.Story = again
	rows := b.lesson.words.NewRunList(st, bind.NewSlides(&st), nil).Rows(bind.TabRun)
	if r := rows[1]; r.Head != "Where was this?" || r.Gone == "" || rows[2].Gone != "" {
		t.Errorf("%+v", r)
	}
	if n := bind.NewSlides(&st).Len(); n != 3 {
		t.Errorf("the class sees %d slides", n)
	}
}
