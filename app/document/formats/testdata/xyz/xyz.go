// Package xyz is a made-up format for the tests: it shows all that a new format needs. Its files begin with "XYZ" and
// hold articles between lines of dashes; what follows "!" cannot be read.
package xyz

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Format is the made-up format.
var Format = document.Format{Name: "xyz", Label: "XYZ bundle", Exts: []string{".xyz"}, Sniff: sniff, Read: read}

func sniff(in *document.Input) document.Match {
	if strings.HasPrefix(string(in.Head()), "XYZ\n") {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) (docs []story.Document, err error) {
	text, err := in.Text()
	if err != nil {
		return nil, err
	}
	for i, part := range strings.Split(strings.TrimPrefix(text, "XYZ\n"), "\n----\n") {
		if ctx.Err() != nil {
			return docs, errors.Join(err, ctx.Err())
		}
		name := fmt.Sprintf("part %d", i+1)
		if strings.HasPrefix(part, "!") {
			err = errors.Join(err, fmt.Errorf("%s: %w", name, document.ErrEncoding))
			continue
		}
		inner, fault := in.Part(ctx, document.Part{Name: name + ".md", Data: []byte(part)})
		docs, err = append(docs, inner...), errors.Join(err, fault)
	}
	return docs, err
}
