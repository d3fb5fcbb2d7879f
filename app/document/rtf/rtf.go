// Package rtf reads rich text (RTF): the running text with headings and the rows of tables, and notes at the end. Letters
// are those of the fonts' code pages, or Unicode. Deleted and hidden text is left out, and that is said.
//
// It goes through the file once, whatever its size: pictures, which make such files large, are passed over.
package rtf

import (
	"bufio"
	"bytes"
	"context"
	"fmt"

	"dateline/app/document"
	"dateline/app/document/internal/office"
	"dateline/app/story"
)

// Format is rich text.
var Format = document.Format{Name: "rtf", Label: "Rich text (RTF)", Exts: []string{".rtf"}, Sniff: sniff, Read: read}

func sniff(in *document.Input) document.Match {
	if bytes.HasPrefix(in.Head(), []byte(`{\rtf`)) {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	if in.MaxBytes > 0 && in.Reader().Size() > in.MaxBytes {
		return nil, fmt.Errorf("%w (limit %d bytes)", document.ErrTooLarge, in.MaxBytes)
	}
	r := newReader(ctx, bufio.NewReaderSize(in.Reader(), 1<<16))
	if err := r.all(); err != nil {
		return nil, err
	}
	if len(r.groups) > 1 || r.over > 0 {
		in.Note("the file is cut short: the text is shown as far as it goes")
	}
	if r.struck {
		in.Note("words that the author has struck out (tracked changes) were left out")
	}
	if r.unseen {
		in.Note("words that the author has hidden were left out")
	}
	if r.margin > marginLeast {
		in.Note("what stands in the margins of the pages (comments, running heads and feet) was left out")
	}
	var d story.Document
	r.properties(&d)
	office.Compose(&d, append(r.text.Blocks(), r.notes.Blocks()...))
	return []story.Document{d}, nil
}

// marginLeast is how many bytes beside the text are worth a word: page numbers are not.
const marginLeast = 12

// properties are title, author and the day of the last change; when a file was made says nothing of its article.
func (r *reader) properties(d *story.Document) {
	office.Named(d, r.info[toTitle].String(), r.info[toAuthor].String())
	when := fmt.Sprintf("%04d-%02d-%02d", r.revised[0], r.revised[1], r.revised[2])
	if day, _, ok := document.ISODay(when); ok {
		d.Dates = append(d.Dates, story.DateClue{Day: day, Source: story.SourceUpdated, Words: "modified: " + when})
	}
}
