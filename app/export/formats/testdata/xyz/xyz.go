// Package xyz is a made-up format for the tests: it shows all that a new format needs.
package xyz

import (
	"context"
	"fmt"
	"io"

	"dateline/app/export"
	"dateline/app/export/rows"
)

// Format is a line for each row.
var Format = export.Format{Name: "xyz", Label: "XYZ", Exts: []string{".xyz"}, Write: write}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s: %s\n", r.Kind, r.Sentence); err != nil {
			return err
		}
	}
	return nil
}
