package ui

import (
	"strings"
	"testing"
	"time"

	"dateline/app/story"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
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
	b.screens.now = func() time.Time { return at }
	b.screens.since = at.Add(-12*time.Minute - 5*time.Second)
	b.screens.tick()
	if now, since := b.screens.board.Clock(); now != "10:42" || since != "12:05" {
		t.Errorf("%s, %s since the start", now, since)
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
