// Package jsonl writes a line of JSON for every article of a story: all that was found in it, whatever the view shows,
// with offsets in code points. The keys are a contract with other programs; see ARCHITECTURE.md.
package jsonl

import (
	"bufio"
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
	ID          string // "" is the document's
	RawID       any    // written in place of ID where it is not nil: a number of a corpus stays a number
	WithDoc     bool   // adds "file", "title", "url", "text" and "notes"
	Attribution string // the credit; "" leaves it out
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	b := bufio.NewWriter(w)
	for i := range c.Story.Articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := Line(b, c.Story, i, Options{WithDoc: true, Attribution: c.Attribution}); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Line writes the line of one article of s.
func Line(w io.Writer, s *story.Story, doc int, o Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(articleOf(s, doc, o))
}
