package app

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dateline/app/project"
	"dateline/app/session"
	"dateline/app/slides"
	"dateline/app/story"
)

func TestLesson_IsAFileOfItsOwnThatBeginsWithItsFirstSlide(t *testing.T) {
	dir := t.TempDir()
	p := newProjects(dir, func() time.Time { return time.Unix(0, 0) })
	defer p.release()
	doc := story.Document{ID: "a", Text: "The ferry left."}
	st := session.State{Story: &story.Story{}, Documents: []story.Document{doc}, Period: story.Between(3, 4), File: filepath.Join(dir, "mine.dateline"),
		Run: slides.Run{Made: slides.MadeOwn, Slides: []slides.Slide{{ID: "t", Kind: slides.Title, Head: "Ferries"}}}}
	if err := p.save(context.Background(), st, st.File); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "lesson.dateline")
	if err := p.lesson(context.Background(), st, path); err != nil {
		t.Fatal(err)
	}
	f, _, err := project.Open(path)
	if err != nil || !f.Lesson || !f.Run.Equal(st.Run) || f.View.Period.On {
		t.Errorf("%v: %+v", err, f)
	}
	if k := keptOf(&f, path); !k.Lesson || !k.Run.Equal(st.Run) {
		t.Errorf("kept %+v", k)
	}
	mine, _, err := project.Open(st.File)
	if err != nil || mine.Lesson || !mine.Run.Equal(st.Run) || p.path != st.File {
		t.Errorf("the project of the window: %v, lesson %v, it is %q", err, mine.Lesson, p.path)
	}
}
