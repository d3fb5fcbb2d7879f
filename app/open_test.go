package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/app/session"
	"dateline/app/story"
)

// desk is the program without its window: session, engine and library as Run joins them, and a queue for the UI
// goroutine.
type desk struct {
	*session.Session
	*program
	mu sync.Mutex
	q  []func()
	in chan struct{}
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{in: make(chan struct{}, 1000)}
	p := newProgram(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	p.projects = newProjects(t.TempDir(), time.Now)
	t.Cleanup(p.projects.release)
	d.program = p
	d.Session = session.New(session.Config{Read: p.read, Tell: p.tell, Remake: p.remake, Save: p.projects.save,
		Dispatch: func(f func()) { d.mu.Lock(); d.q = append(d.q, f); d.mu.Unlock(); d.in <- struct{}{} }})
	d.Observe(func(st session.State, c session.Change) { p.follow(st, c) })
	return d
}

// rest runs what was dispatched until no work is shown any more.
func (d *desk) rest(t *testing.T) {
	t.Helper()
	for d.State().Job.Running() {
		d.one(t)
	}
}

// one runs the next of what was dispatched.
func (d *desk) one(t *testing.T) {
	t.Helper()
	select {
	case <-d.in:
		d.mu.Lock()
		f := d.q[0]
		d.q = d.q[1:]
		d.mu.Unlock()
		f()
	case <-time.After(time.Minute):
		t.Fatal("the work did not end")
	}
}

func pasted(name, text string) []session.Source {
	return []session.Source{{Name: name, Read: func() ([]byte, error) { return []byte(text), nil }}}
}

const ferry = "Ferry sinks\n\nA ferry sank off Porto on Tuesday. Divers searched the harbour of Lisbon on Wednesday, officials said."

// TestNewStory_ForgetsTheGivenDay: a day that was given to an article counts in the story it was given in. After New
// story the same article counts from nothing but its own words.
func TestNewStory_ForgetsTheGivenDay(t *testing.T) {
	d := newDesk(t)
	day := story.NewDay(2024, 5, 15)
	d.Open(pasted("ferry", ferry))
	d.rest(t)
	id := d.State().Story.Articles[0].ID
	d.GiveDate(id, day)
	d.rest(t)
	if p := d.State().Story.Articles[0].Published; p.Kind != story.DateGiven || p.Best != day {
		t.Fatalf("published %+v", p)
	}
	d.Clear()
	d.Open(pasted("ferry", ferry))
	d.rest(t)
	if p := d.State().Story.Articles[0].Published; p.Kind == story.DateGiven {
		t.Errorf("the closed story's day is still there: %+v", p)
	}
	d.GiveDate(id, day)
	d.rest(t)
	d.TakeDate(id)
	d.rest(t)
	if p := d.State().Story.Articles[0].Published; p.Kind == story.DateGiven {
		t.Errorf("the day cannot be taken back: %+v", p)
	}
	d.Undo()
	d.rest(t)
	if p := d.State().Story.Articles[0].Published; p.Kind != story.DateGiven {
		t.Errorf("undo does not bring the day: %+v", p)
	}
}

// TestOpen_KeepsTheLog: another article beside the first leaves what was said of the first.
func TestOpen_KeepsTheLog(t *testing.T) {
	d := newDesk(t)
	d.Open(pasted("ferry", ferry))
	d.rest(t)
	id := d.State().Story.Articles[0].ID
	d.GiveDate(id, story.NewDay(2024, 5, 15))
	d.rest(t)
	d.Open(pasted("other", "Bridge shut\n\nA bridge in Oslo was closed on Monday."))
	d.rest(t)
	st := d.State().Story
	if len(st.Articles) != 2 || st.Articles[st.ArticleAt(id)].Published.Kind != story.DateGiven {
		t.Errorf("%d articles, published %+v", len(st.Articles), st.Articles[0].Published)
	}
}

// TestOpen_SaysOnceThatArticlesAreNotEnglish: however many they are; and not again when others are opened.
func TestOpen_SaysOnceThatArticlesAreNotEnglish(t *testing.T) {
	d := newDesk(t)
	french := "Le maire de Lyon s'est rendu lundi à Marseille pour parler du port, et les habitants de la ville ont été %s par ce qu'il a dit."
	d.Open(append(append(pasted("a", fmt.Sprintf(french, "surpris")), pasted("b", fmt.Sprintf(french, "rassurés"))...), pasted("ferry", ferry)...))
	d.rest(t)
	notes := d.State().Notes
	if len(notes) != 1 || notes[0].File != "" || !slices.Equal(notes[0].Foreign, []session.Tongue{{Language: "fr", Articles: 2}}) {
		t.Fatalf("notes %+v", notes)
	}
	d.Dismiss()
	d.Open(pasted("other", "Bridge shut\n\nA bridge in Oslo was closed on Monday."))
	d.rest(t)
	if notes := d.State().Notes; len(notes) != 0 {
		t.Errorf("said again: %+v", notes)
	}
}

// TestOpen_SaysWhatWasLeftOut: of a text of nothing but days, and not again when another is opened.
func TestOpen_SaysWhatWasLeftOut(t *testing.T) {
	d := newDesk(t)
	d.Open(pasted("days", strings.Repeat("Monday ", 40_000)))
	d.rest(t)
	notes := d.State().Notes
	if len(notes) != 1 || !strings.Contains(notes[0].Text, "only the first 30000 were read") {
		t.Fatalf("notes %+v", notes)
	}
	d.Dismiss()
	d.Open(pasted("ferry", ferry))
	d.rest(t)
	if notes := d.State().Notes; len(notes) != 0 {
		t.Errorf("said again: %+v", notes)
	}
}

// TestTell_HeedsItsContext: a story that is no longer wanted costs nothing.
func TestTell_HeedsItsContext(t *testing.T) {
	p := newProgram(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.tell(ctx, []story.Document{{ID: "a", Text: ferry}}, story.Log{}, nil); err == nil {
		t.Error("a cancelled telling gives a story")
	}
}
