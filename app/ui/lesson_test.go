package ui

import (
	"context"
	"io"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// lessonOpen is a window with the list of slides open, on its first slide.
func lessonOpen(t *testing.T) *bench {
	b := opened(t)
	b.keys.rune('s')
	if !b.lesson.On() {
		t.Fatal("S does not open the list of slides")
	}
	return b
}

// heads are the slides of the lesson, by what their events are called in the story.
func (b *bench) heads() string {
	st := b.s.State()
	var out []string
	for _, s := range slides.Resolve(st.Story, st.Run.In(st.Story, b.present.slides().All)) {
		switch {
		case s.Kind == slides.Title:
			out = append(out, "title")
		case s.Kind == slides.Text:
			out = append(out, "text")
		default:
			name := ""
			for _, p := range s.Parts {
				name += string(p.Event)
				if p.Keep != nil {
					name += "-"
				}
			}
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

func TestLesson_IsChangedByKeys(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		want string
	}{
		{"it begins with the main events", func(*bench) {}, "e1 e2"},
		{"Delete takes the first out", func(b *bench) { b.lesson.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) }, "e2"},
		{"and Ctrl+Z brings it back", func(b *bench) { b.lesson.out(); b.s.Undo() }, "e1 e2"},
		{"Shift with an arrow moves it", func(b *bench) {
			b.lesson.shifted = func() bool { return true }
			b.lesson.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}, "e2 e1"},
		{"J merges two", func(b *bench) { b.lesson.list.TypedRune('j') }, "e1e2"},
		{"I splits them again", func(b *bench) { b.lesson.list.TypedRune('j'); b.lesson.list.TypedRune('i') }, "e1 e2"},
		{"J on the last does nothing", func(b *bench) {
			b.lesson.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			b.lesson.list.TypedRune('j')
		}, "e1 e2"},
		{"what has no day is put in at the end", func(b *bench) {
			b.lesson.choose(bind.TabEvents)
			b.lesson.at = "e3"
			b.lesson.enter("e3")
		}, "e1 e2 e3"},
		{"and taken out again", func(b *bench) {
			b.lesson.choose(bind.TabEvents)
			b.lesson.enter("e3")
			b.lesson.enter("e3")
		}, "e1 e2"},
		{"what is in can be taken out of the list of events", func(b *bench) { b.lesson.choose(bind.TabEvents); b.lesson.enter("e1") }, "e2"},
		{"and put in again it stands in its place in time", func(b *bench) {
			b.lesson.choose(bind.TabEvents)
			b.lesson.enter("e1")
			b.lesson.enter("e1")
		}, "e1 e2"},
		{"all events", func(b *bench) { b.s.SetRun(slides.Run{Made: slides.MadeAll}) }, "e1 e2"},
	} {
		b := lessonOpen(t)
		c.do(b)
		if got := b.heads(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if b.lesson.tab == bind.TabRun && len(b.lesson.rows) != len(strings.Fields(c.want)) {
			t.Errorf("%s: the list has %d rows", c.name, len(b.lesson.rows))
		}
	}
}

func TestLesson_PresentingFollows(t *testing.T) {
	b := lessonOpen(t)
	r := b.lesson.ownRun().Move(0, 1).Put(0, slides.Slide{ID: "t", Kind: slides.Title, Head: "Ferries", Note: "good morning"})
	b.s.SetRun(r)
	b.s.ShowAll()
	typed(b, fyne.KeyF5)
	var got []string
	for range 5 {
		x := b.present.screen.Slide()
		if x.Words == "" {
			x.Words = x.Event
		}
		got = append(got, x.Words)
		typed(b, fyne.KeyPageDown)
	}
	if s := strings.Join(got[:3], "|"); s != "Ferries|“We waited,”|Ships left Port on Wednesday." || got[3] != got[2] {
		t.Errorf("%q", got)
	}
	typed(b, fyne.KeyHome)
	if x := b.present.screen.Slide(); x.At != 1 || x.Of != 3 {
		t.Errorf("%d of %d", x.At, x.Of)
	}
	typed(b, fyne.KeyEscape)
	if b.present.on() || !b.lesson.On() {
		t.Error("after presenting the list is not there")
	}
}

func TestLesson_NotesAreTypedOneAfterTheOther(t *testing.T) {
	b := lessonOpen(t)
	b.lesson.enter(b.lesson.at)
	if b.win.Canvas().Focused() != fyne.Focusable(b.lesson.note) {
		t.Fatal("Enter does not go to the note")
	}
	b.lesson.note.SetText("where is it?")
	b.lesson.note.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.lesson.at != b.lesson.rows[1].Slide.ID || b.lesson.note.Text != "" || b.win.Canvas().Focused() != fyne.Focusable(b.lesson.note) {
		t.Errorf("at %q with %q", b.lesson.at, b.lesson.note.Text)
	}
	st := b.s.State()
	if st.Log.Len() != 1 || st.Log.Entry(0).Kind != story.CorrectNote || st.Log.Entry(0).Text != "where is it?" {
		t.Fatalf("the log has %d", st.Log.Len())
	}
	b.lesson.goTo(b.lesson.rows[0].Slide.ID)
	if b.lesson.note.Text != "where is it?" || !strings.Contains(b.lesson.rows[0].Signs, "note") {
		t.Errorf("the note is gone: %q, %q", b.lesson.note.Text, b.lesson.rows[0].Signs)
	}
	b.s.SetRun(b.lesson.ownRun().Put(0, slides.Slide{ID: "t", Kind: slides.Title, Head: "Ferries"}))
	b.lesson.goTo("t")
	b.lesson.note.SetText("hello")
	b.lesson.note.commit()
	if r := b.s.State().Run; r.Slides[0].Note != "hello" || b.s.State().Log.Len() != 1 {
		t.Errorf("the note of an own slide: %+v", r.Slides[0])
	}
}

func TestLesson_KeepsTheMapView(t *testing.T) {
	b := lessonOpen(t)
	b.lesson.list.TypedRune('k')
	x := b.s.State().Run.Slides[0]
	if now := b.maps.mapp.Viewport().Bound(); !x.Held || x.Area != now {
		t.Fatalf("%+v, the map shows %v", x, now)
	}
	b.lesson.list.TypedRune('k')
	if b.s.State().Run.Slides[0].Held {
		t.Error("a second K does not fit the map again")
	}
	b.lesson.list.TypedRune('r')
	if !b.s.State().Run.Slides[0].Hide {
		t.Error("R does not hide")
	}
}

func TestLesson_EscAndSCloseIt(t *testing.T) {
	b := lessonOpen(t)
	b.Leave()
	if b.lesson.On() || !b.lists.root.Visible() || !b.article.root.Visible() {
		t.Error("the panes are not back")
	}
	b.keys.rune('s')
	b.keys.rune('s')
	if b.lesson.On() {
		t.Error("S does not close it")
	}
	empty := newBench(t)
	empty.lesson.Toggle()
	if empty.lesson.On() || len(empty.s.State().Notes) != 1 {
		t.Error("without a story it is open, or nothing is said")
	}
}

func TestLesson_ASlideThatIsGoneSaysSo(t *testing.T) {
	b := lessonOpen(t)
	r := b.lesson.ownRun()
	x := r.Slides[0]
	x.Parts = append([]slides.Part(nil), x.Parts...)
	x.Parts[0].Words = "These words stand nowhere."
	b.s.SetRun(r.With(0, x))
	if b.lesson.rows[0].Gone == "" || b.present.slides().Len() != 1 {
		t.Errorf("%+v; %d slides are shown", b.lesson.rows[0], b.present.slides().Len())
	}
	b.lesson.goTo(x.ID)
	typed(b, fyne.KeyF5)
	if s := b.present.screen.Slide(); s.Of != 1 || s.Words == "" {
		t.Errorf("the class sees %+v", s)
	}
}

func TestLesson_TheFileOfALessonIsPresentedAsSoonAsItIsOpened(t *testing.T) {
	b := newBench(t)
	b.came = &session.Kept{File: "ferries.dateline", Lesson: true, Run: slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{{ID: "t", Kind: slides.Title, Head: "Ferries"}}}}
	b.files.Sample("s")
	b.until(t, "the presentation", func() bool { return b.present.on() })
	if x := b.present.screen.Slide(); x.Event != "Ferries" || x.Of != 1 {
		t.Errorf("the class sees %+v", x)
	}
	typed(b, fyne.KeyEscape)
	b.s.Correct(story.Published("a", 100))
	b.until(t, "the story", func() bool { return !b.s.State().Job.Running() })
	if b.present.on() {
		t.Error("a correction presents the lesson again")
	}
}

func TestLesson_TheExportSheetCountsTheSlides(t *testing.T) {
	b := exporting(t, nil)
	b.files.formats[0].Asks = export.AsksSlides
	b.kept.p.SetString("export.format", "one")
	b.s.SetRun(slides.Run{}.Own(b.s.State().Story, b.present.slides().All).Put(0, slides.Slide{ID: "t", Kind: slides.Title, Head: "Ferries"}))
	var ran []bool
	write := b.files.write
	b.files.write = func(ctx context.Context, x Export, w io.Writer) error {
		ran = append(ran, x.Run != nil)
		return write(ctx, x, w)
	}
	b.files.Export()
	b.until(t, "the preview", func() bool { return len(ran) > 0 && !b.s.State().Job.Running() })
	if got := labels(b.win.Canvas().Overlays().Top()); !strings.Contains(got, "3 slides (own words: 1) · 1 article · Chosen by you: 3") || !ran[0] {
		t.Errorf("the sheet says %q; made of slides %v", got, ran)
	}
}

// labels are the words of all labels in an object.
func labels(o fyne.CanvasObject) (out string) {
	switch o := o.(type) {
	case *kit.Paragraph:
		return o.Words() + "\n"
	case *widget.Label:
		return o.Text + "\n"
	case *container.Scroll:
		return labels(o.Content)
	case *fyne.Container:
		for _, x := range o.Objects {
			out += labels(x)
		}
	case fyne.Widget:
		for _, x := range test.WidgetRenderer(o).Objects() {
			out += labels(x)
		}
	}
	return out
}
