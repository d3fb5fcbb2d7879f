package export_test

import (
	"context"
	"os"

	"dateline/app/export"
	"dateline/app/export/formats"
	"dateline/app/story"
)

// A story goes out in the format that the name of a file asks for.
func ExampleWrite() {
	text := "The ferry sank off Porto on 13 May 2024."
	all := story.Span{Start: 0, End: len(text)}
	s := &story.Story{
		Articles: []*story.Article{{Document: story.Document{ID: "d1", Title: "Ferry lost", Text: text}, Sentences: []story.Span{all}}},
		Events: []story.Event{{Same: "e1", Span: all, Sentence: all, Trigger: story.Span{Start: 10, End: 14}, What: "sink", P: 0.8,
			When: story.On(story.NewDay(2024, 5, 13), 0.9, story.BasisClause)}},
	}
	f, _ := formats.All.ForFile("ferry.ics")
	out := &firstLine{}
	if err := export.Write(context.Background(), out, f, export.Content{Story: s, View: story.Visible(s, story.Period{}, story.Filter{})}); err != nil {
		panic(err)
	}
	os.Stdout.Write(out.line)
	// Output: BEGIN:VCALENDAR
}

// firstLine keeps the first line of what is written.
type firstLine struct {
	line []byte
	full bool
}

func (w *firstLine) Write(p []byte) (int, error) {
	for _, b := range p {
		if w.full = w.full || b == '\r' || b == '\n'; !w.full {
			w.line = append(w.line, b)
		}
	}
	return len(p), nil
}
