// Package jsonl writes a line of JSON for every article of a story: all that was found in it, whatever the view shows,
// with offsets in code points. The keys are a contract with other programs; see ARCHITECTURE.md.
package jsonl

import (
	"context"
	"encoding/json"
	"io"

	"dateline/app/export"
	"dateline/app/story"
)

// Format is the lines.
var Format = export.Format{Name: "jsonl", Label: "JSON Lines", Exts: []string{".jsonl"}, Write: write}

// Options say what a line holds beyond what was found.
type Options struct {
	ID          string          // "" is the document's
	RawID       json.RawMessage // written in place of ID where it is not nil: a number of a corpus stays a number
	WithDoc     bool            // adds "file", "title", "url", "text" and "notes"
	Attribution string          // the credit; "" leaves it out
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	lines := Of(c.Story)
	for i := range c.Story.Articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := lines.Write(w, i, Options{WithDoc: true, Attribution: c.Attribution}); err != nil {
			return err
		}
	}
	return nil
}

// Lines are the lines of a story.
type Lines struct {
	s      *story.Story
	events [][]int32 // of each article, in the order of the story
}

// Of makes ready to write the lines of s.
func Of(s *story.Story) Lines {
	l := Lines{s: s, events: make([][]int32, len(s.Articles))}
	for i := range s.Events {
		if doc := s.Events[i].Doc; doc >= 0 && doc < len(l.events) {
			l.events[doc] = append(l.events[doc], int32(i))
		}
	}
	return l
}
