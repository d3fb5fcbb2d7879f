// Package plain reads plain text: the file's letters as they are, with line ends evened out. What is headline, byline
// or body is found later, by reading/zone.
package plain

import (
	"context"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is plain text. It takes what no other format takes.
var Format = document.Format{Name: "plain", Label: "Plain text", Exts: []string{".txt", ".text"},
	Sniff: func(*document.Input) document.Match { return document.Fallback }, Read: read}

func read(_ context.Context, in *document.Input) ([]story.Document, error) {
	text, err := in.Text()
	if err != nil {
		return nil, err
	}
	d := story.Document{Text: document.Clean(text)}
	in.Letters(&d)
	return []story.Document{d}, nil
}
