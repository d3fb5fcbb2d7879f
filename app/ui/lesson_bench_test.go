package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/slides"
	"dateline/app/story"
	"dateline/app/ui/bind/bindtest"
	"fyne.io/fyne/v2"
)

// ferries is a story of one article in which sentence k, of n, tells of day k.
func ferries(n int) *story.Story {
	var text strings.Builder
	s := bindtest.Story()
	port := s.Events[0].Where
	a := &story.Article{Document: story.Document{ID: "a", File: "a.txt", Title: "Ferries"}}
	out := &story.Story{Title: "Ferries", Articles: []*story.Article{a}}
	for k := range n {
		from := text.Len()
		fmt.Fprintf(&text, "On day %d the ferry left the harbour, and the gate was shut. ", k)
		at := story.Span{Start: from, End: text.Len() - 1}
		a.Sentences = append(a.Sentences, at)
		out.Events = append(out.Events, story.Event{Span: at, Sentence: at, When: story.On(story.NewDay(2000, 1, 1)+story.Day(k), 1, story.BasisClause), Where: port, P: 0.9, Weight: 1, Same: fmt.Sprint(k)})
	}
	a.Text = text.String()
	story.Identify(out)
	return out
}

// BenchmarkLesson is what 2,000 slides cost: a step while presenting, and one change of the list.
func BenchmarkLesson(b *testing.B) {
	t := &testing.T{}
	w := newBench(t)
	w.made = func() *story.Story { return ferries(2000) }
	w.files.Sample("s")
	w.until(t, "the story", func() bool { return len(w.s.State().Documents) == 1 })
	w.s.SetRun(slides.Run{Made: slides.MadeAll})
	b.Run("step", func(b *testing.B) {
		w.present.FromStart()
		for b.Loop() {
			w.present.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		}
		w.present.end()
	})
	b.Run("change", func(b *testing.B) {
		w.lesson.Toggle()
		for b.Loop() {
			w.lesson.move(w.lesson.rows[1000].Slide.ID, 1)
		}
	})
}
