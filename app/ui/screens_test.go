package ui

import (
	"context"
	"image"
	"math"
	"strings"
	"testing"
	"time"

	"dateline/app/quiz"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// doubled presents the made-up story in two windows.
func doubled(t *testing.T) *bench {
	b := opened(t)
	b.keys.rune('d')
	typed(b, fyne.KeyF5)
	if b.screens.second == nil {
		t.Fatal("F5 opens no second window")
	}
	t.Cleanup(func() { b.present.end() })
	return b
}

// second types a key in the teacher's window.
func second(b *bench, k fyne.KeyName) {
	b.screens.second.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
}

func TestPresent_CtrlQIsHeardThoughThereIsNoMenu(t *testing.T) {
	b := doubled(t)
	heard := 0
	b.keys.table.Named("quit").Do = func() { heard++; b.Close() }
	press := func() {
		b.win.Canvas().(fyne.Shortcutable).TypedShortcut(b.keys.table.Named("quit").Shortcut(b.app.Clipboard()))
	}
	press()
	if heard != 1 || b.present.on() {
		t.Errorf("heard %d times; presenting %v: leaving one of two windows ends the presentation", heard, b.present.on())
	}
	press() // now it is the menu's
	if heard != 1 {
		t.Error("after presenting the key has two owners")
	}
}

func TestScreens_TheTeacherSeesWhatComes(t *testing.T) {
	b := doubled(t)
	st := b.s.State()
	c := b.screens.board.Content()
	if sentence := st.Story.Events[0].Sentence.In(st.Story.Articles[0].Text); c.At != 1 || c.Of != 2 || c.Words == "" || !strings.Contains(sentence+c.Words, c.Words) {
		t.Errorf("on screen now: %+v", c)
	}
	if c.NextHead == "" || c.NextWords == "" || c.NextWords == c.Words {
		t.Errorf("next: %q %q", c.NextHead, c.NextWords)
	}
	second(b, fyne.KeyPageDown)
	if after := b.screens.board.Content(); b.s.State().SelectedEvent() != 1 || after.At != 2 || after.NextHead != "" {
		t.Errorf("the clicker in the teacher's window: event %d, %+v", b.s.State().SelectedEvent(), after)
	}
	typed(b, fyne.KeyPageUp)
	if b.screens.board.Content().At != 1 {
		t.Error("the teacher's window does not follow the clicker in the other")
	}
	b.screens.second.Canvas().OnTypedRune()('b')
	if b.present.screen.Blank() != present.AllBlack {
		t.Error("B in the teacher's window does not blank the class's")
	}
}

func TestScreens_TheClockRunsFromTheStart(t *testing.T) {
	b := doubled(t)
	at := time.Date(2024, 5, 1, 10, 42, 0, 0, time.UTC)
	b.screens.since = at.Add(-12*time.Minute - 5*time.Second)
	for _, c := range []struct{ later, now, since string }{
		{"0s", "10:42", "12 min"},
		{"54s", "10:42", "12 min"}, // drawn anew only once a minute
		{"55s", "10:42", "13 min"},
		{"60s", "10:43", "13 min"},
		{"1h", "11:42", "72 min"},
	} {
		later, err := time.ParseDuration(c.later)
		if err != nil {
			t.Fatal(err)
		}
		b.screens.now = func() time.Time { return at.Add(later) }
		b.screens.tick()
		if now, since := b.screens.board.Clock(); now != c.now || since != c.since {
			t.Errorf("%s later: %s, %s since the start", c.later, now, since)
		}
	}
}

func TestScreens_SwapExchangesWhatTheWindowsShow(t *testing.T) {
	b := doubled(t)
	own := b.screens.second
	b.present.screen.TypedRune('x')
	if own.Content() != fyne.CanvasObject(b.present.screen) || b.win.Content() != b.screens.board.Root || !own.FullScreen() || b.win.FullScreen() {
		t.Error("the slide is not in the other window")
	}
	second(b, fyne.KeyEscape)
	if b.present.on() || b.screens.second != nil || b.win.Content() != b.content || b.win.FullScreen() {
		t.Error("Esc does not end both")
	}
}

func TestScreens_LeavingEitherEndsThePresentation(t *testing.T) {
	for name, leave := range map[string]func(*bench){
		"Esc in the teacher's window":                             func(b *bench) { second(b, fyne.KeyEscape) },
		"Esc in the class's window":                               func(b *bench) { typed(b, fyne.KeyEscape) },
		"the class's window closed":                               func(b *bench) { b.Close() },
		"the class's window closed once the screens were swapped": func(b *bench) { b.screens.Swap(); b.Close() },
	} {
		b := doubled(t)
		leave(b)
		if b.present.on() || b.screens.CanSwap() || b.win.Content() != b.content || b.win.MainMenu() == nil {
			t.Errorf("%s: presenting %v, second window %v", name, b.present.on(), b.screens.CanSwap())
		}
		typed(b, fyne.KeyF5)
		if !b.present.on() || !b.screens.CanSwap() {
			t.Errorf("%s: two windows are not presented in again", name)
		}
		b.present.end()
	}
}

func TestScreens_OneWindowAgain(t *testing.T) {
	b := doubled(t)
	b.screens.Swap()
	b.present.screen.TypedRune('d')
	if !b.present.on() || b.screens.CanSwap() || b.win.Content() != fyne.CanvasObject(b.present.screen) || !b.win.FullScreen() {
		t.Error("the presentation does not go on in the first window")
	}
	typed(b, fyne.KeyEscape)
	typed(b, fyne.KeyF5)
	if b.screens.CanSwap() {
		t.Error("one window was chosen")
	}
}

func TestScreens_ANoteStandsBesideItsSlide(t *testing.T) {
	b := opened(t)
	st := b.s.State()
	e := st.Story.Events[1]
	about := story.Target{Article: st.Story.Articles[e.Doc].ID, Span: e.Sentence, Words: e.Sentence.In(st.Story.Articles[e.Doc].Text)}
	log := story.Log{}.With(story.Correction{Kind: story.CorrectNote, About: about, Text: "Ask first: where is it?"})
	st.Log = log
	slides := b.present.slides()
	for id, want := range map[story.EventID]string{st.Story.Events[0].ID: "", e.ID: "Ask first: where is it?"} {
		b.s.GoTo(id)
		at := b.s.State()
		at.Log = log
		if got := b.words.Teacher(at, slides).Notes; got != want {
			t.Errorf("at %s: %q, want %q", id, got, want)
		}
	}
}

func TestScreens_ThePictureFollowsTheClass(t *testing.T) {
	b := doubled(t)
	b.present.screen.Resize(fyne.NewSize(1280, 720))
	b.screens.second.Resize(fyne.NewSize(1280, 800))
	small := b.screens.copy
	if small.screen.Slide() != b.present.screen.Slide() || small.screen.Size().Width < 300 {
		t.Fatalf("the picture shows %+v at %v", small.screen.Slide(), small.screen.Size())
	}
	second(b, fyne.KeyPageDown)
	if small.screen.Slide() != b.present.screen.Slide() || small.screen.Slide().At != 2 {
		t.Errorf("after a step it shows slide %d", small.screen.Slide().At)
	}
	a, c := b.maps.mapp.Viewport(), small.mapp.Viewport()
	if math.Abs(a.Center[0]-c.Center[0])+math.Abs(a.Center[1]-c.Center[1]) > 0.02 || a.Zoom <= c.Zoom {
		t.Errorf("the map is at %v zoom %.2f, in the picture at %v zoom %.2f", a.Center, a.Zoom, c.Center, c.Zoom)
	}
	if w, h := small.screen.Size().Width, small.screen.Size().Height; w/h < 1.7 || w/h > 1.85 {
		t.Errorf("the picture of a screen of 16:9 is %v by %v", w, h)
	}
	if glassShown(b.present.screen) {
		t.Error("the class's screen is darkened from the start")
	}
	b.screens.hold(fyne.KeyF, true)
	if !glassShown(b.present.screen) {
		t.Error("F held in the teacher's window is no spotlight")
	}
	b.screens.hold(fyne.KeyF, false)
	b.screens.second.Canvas().OnTypedRune()('i')
	if !b.present.screen.Pen() || !small.screen.Pen() {
		t.Error("I in the teacher's window takes no pen")
	}
}

// glassShown reports whether the class's screen is darkened or drawn on.
func glassShown(s *present.Screen) bool {
	n := 0
	for _, o := range test.WidgetRenderer(s).Objects() {
		if o.Visible() && o.Size() == s.Size() {
			n++
		}
	}
	return n > 0
}

func TestScreens_WhichWindowTheClassSeesIsKept(t *testing.T) {
	b := doubled(t)
	b.screens.Swap()
	typed(b, fyne.KeyEscape)
	typed(b, fyne.KeyF5)
	if b.screens.second.Content() != fyne.CanvasObject(b.present.screen) || b.win.Content() != b.screens.board.Root {
		t.Error("the windows are as they were at first")
	}
	b.screens.Swap()
}

func TestScreens_AProjectorThatIsUnpluggedEndsNothing(t *testing.T) {
	for name, gone := range map[string]func(*bench){
		"the class's window falls back into another size": func(b *bench) { b.win.SetFullScreen(false); b.win.Resize(fyne.NewSize(640, 480)) },
		"it comes to the screen of the other":             func(b *bench) { b.win.Resize(fyne.NewSize(1024, 768)) },
		"it has no size for a moment": func(b *bench) {
			b.present.screen.Resize(fyne.NewSize(0, 0))
			b.present.screen.Resize(fyne.NewSize(800, 600))
		},
	} {
		b := doubled(t)
		gone(b)
		second(b, fyne.KeyPageDown)
		if !b.present.on() || b.s.State().SelectedEvent() != 1 || b.screens.copy.screen.Slide().At != 2 || b.screens.board.Content().At != 2 {
			t.Errorf("%s: presenting %v, slide %d", name, b.present.on(), b.screens.board.Content().At)
		}
		b.keys.rune('d')
		if !b.present.on() || b.screens.CanSwap() {
			t.Errorf("%s: D does not go on in one window", name)
		}
		b.present.end()
	}
}

func TestScreens_WhatTheSwitchDoesIsSaidOnce(t *testing.T) {
	b := opened(t)
	for range 3 {
		b.screens.ToggleTwo()
	}
	if notes := b.s.State().Notes; len(notes) != 1 || !strings.Contains(notes[0].Text, "two windows") {
		t.Errorf("after three switches: %+v", notes)
	}
}

func TestScreens_TheTeacherSeesQuestionAnswerAndKeys(t *testing.T) {
	b := asked(t, quiz.Where)
	b.present.ask.alone = false
	b.screens.ToggleTwo()
	defer b.present.end()
	r := b.present.ask.round
	for i, answer := range []string{"Answer: Port", "Answer: 1 May 2024", "Answer: 2 ", "Answer: 3 · 1 May", "Answer: 2 "} {
		c := b.screens.board.Content()
		if !c.Asks || c.At != i+1 || c.Of != len(r.Set) || c.Date == "" || !strings.Contains(c.Words, answer) || c.Notes == "" {
			t.Errorf("question %d: %+v", i+1, c)
		}
		second(b, fyne.KeyPageDown)
		second(b, fyne.KeyPageDown)
	}
	if c := b.screens.board.Content(); !c.Asks || !strings.Contains(c.Date, "right") {
		t.Errorf("at the end: %+v", c)
	}
	second(b, fyne.KeyEscape)
	if c := b.screens.board.Content(); c.Asks || c.NextWords == "" || !b.present.on() {
		t.Errorf("after the questions: %+v", c)
	}
}

func TestScreens_APictureOfWhatComes(t *testing.T) {
	b := opened(t)
	var asked []Still
	b.screens.draw = func(_ context.Context, x Still) (image.Image, error) {
		asked = append(asked, x)
		return image.NewRGBA(image.Rect(0, 0, 30, 20)), nil
	}
	b.keys.rune('d')
	typed(b, fyne.KeyF5)
	defer b.present.end()
	b.until(t, "the picture", func() bool { return nextShown(b) })
	if x := asked[0]; len(x.View.Events) == 0 || x.Frame.W < 100 || x.Scale <= 0 {
		t.Errorf("%d events, frame %+v, scale %v", len(x.View.Events), x.Frame, x.Scale)
	}
	typed(b, fyne.KeyEnd)
	b.until(t, "the last slide", func() bool { return !nextShown(b) })
}

// nextShown reports whether the picture that the test draws is on the board.
func nextShown(b *bench) bool {
	for _, o := range test.LaidOutObjects(b.screens.board.Root) {
		if c, ok := o.(*canvas.Image); ok && c.Image != nil && c.Image.Bounds() == image.Rect(0, 0, 30, 20) && c.Visible() {
			return true
		}
	}
	return false
}

func TestScreens_OddStoriesAreALesson(t *testing.T) {
	for _, c := range []struct {
		name   string
		story  func(*story.Story)
		slides int
	}{
		{"one event", func(s *story.Story) { s.Events, s.Quotes = s.Events[:1], nil }, 1},
		{"none with a day", func(s *story.Story) {
			s.Quotes = nil
			for i := range s.Events {
				s.Events[i].When, s.Events[i].Quotes = story.Moment{}, nil
			}
		}, 0},
		{"no event at all", func(s *story.Story) { s.Events, s.Quotes = nil, nil }, 0},
		{"2,000 events", manySlides, 1},
	} {
		b := newBench(t)
		b.made = func() *story.Story { s := bindtest.Story(); c.story(s); return s }
		b.files.Sample("s")
		b.until(t, "the story", func() bool { return len(b.s.State().Documents) == 1 })
		b.keys.rune('d')
		typed(b, fyne.KeyF5)
		if !b.present.on() || b.screens.second == nil {
			t.Fatalf("%s: presenting %v", c.name, b.present.on())
		}
		last := b.present.slides().Len()
		if last < c.slides {
			t.Errorf("%s: %d slides", c.name, last)
		}
		for range 3 {
			second(b, fyne.KeyPageDown)
		}
		typed(b, fyne.KeyEnd)
		if got := b.screens.board.Content(); got.At != last || got.NextHead != "" {
			t.Errorf("%s: at the end the board shows %d of %d, then %q", c.name, got.At, got.Of, got.NextHead)
		}
		typed(b, fyne.KeyPageDown)
		typed(b, fyne.KeyHome)
		if got := b.screens.board.Content(); got.At != min(1, last) || !b.present.on() {
			t.Errorf("%s: at the beginning the board shows %d", c.name, got.At)
		}
		b.present.end()
	}
}

// manySlides makes 2,000 sentences with an event each, a day apart.
func manySlides(s *story.Story) {
	a, first := s.Articles[0], s.Events[0]
	s.Events, s.Quotes = nil, nil
	for i := range 2000 {
		at := story.Span{Start: len(a.Text), End: len(a.Text) + 30}
		a.Text += "Ships left Port on Wednesday. "
		a.Sentences = append(a.Sentences, at)
		e := first
		e.ID, e.Span, e.Sentence, e.When = "", at, at, story.On(first.When.Earliest+story.Day(i), 1, story.BasisClause)
		s.Events = append(s.Events, e)
	}
	story.Identify(s)
}

func TestScreens_KeysStepWhateverHasTheFocus(t *testing.T) {
	b := doubled(t)
	b.present.screen.Resize(fyne.NewSize(1280, 720))
	for name, focus := range map[string]fyne.Focusable{"the map": b.maps.mapp, "the timeline": b.time.timeline} {
		typed(b, fyne.KeyHome)
		b.win.Canvas().Focus(focus)
		focus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		if b.s.State().SelectedEvent() != 1 {
			t.Errorf("with the focus on %s Page Down does not step", name)
		}
		focus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		if b.s.State().SelectedEvent() != 0 {
			t.Errorf("with the focus on %s Page Up does not step back", name)
		}
	}
}
