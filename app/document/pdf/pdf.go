// Package pdf reads PDF files: their text in the order of reading, column by column, with hyphenated words joined and without
// running heads, feet and page numbers.
//
// A page is one flow: articles that stand side by side on a page of a newspaper come one after another. Pictures are not
// read, and links are not kept. What a file says of when it was made is kept as the day up to which its article was
// published, never as the day of publication.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/office"
	"dateline/app/document/pdf/content"
	"dateline/app/document/pdf/layout"
	"dateline/app/document/pdf/object"
	"dateline/app/story"
)

// Format is the PDF.
var Format = document.Format{Name: "pdf", Label: "PDF", Exts: []string{".pdf"}, Sniff: sniff, Read: read}

const (
	headBytes = 1024      // the mark of a PDF stands so near the beginning; some programs write something before it
	maxFile   = 200 << 20 // bytes: files with pictures are large, their text is not
	maxText   = 30 << 20  // bytes of text
)

// fault is a sentence of its own for something that document knows in general.
type fault struct {
	text string
	kind error
}

func (f *fault) Error() string { return f.text }
func (f *fault) Unwrap() error { return f.kind }

// What a file may lack.
var (
	errBlank   = &fault{"the PDF holds no text", document.ErrNoText}
	errCipher  = &fault{"the PDF is protected in a way that is not known; save it without protection and open that", document.ErrLocked}
	errLocked  = &fault{"the PDF is protected by a password; save it without one and open that", document.ErrPassword}
	errDamaged = &fault{"the PDF is damaged or cut short, and no page of it is left; get it again", document.ErrDamaged}
)

func sniff(in *document.Input) document.Match {
	head := in.Head()
	if bytes.Contains(head[:min(len(head), headBytes)], []byte("%PDF-")) {
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	data, err := whole(in)
	if err != nil {
		return nil, err
	}
	f, err := object.Open(data, in.Password)
	switch {
	case errors.Is(err, object.ErrPassword):
		return nil, errLocked
	case errors.Is(err, object.ErrCipher):
		return nil, errCipher
	case err != nil:
		return nil, errDamaged
	}
	all := f.Pages()
	if len(all) == 0 {
		return nil, errDamaged
	}
	pages, err := chosen(all, in.Pages)
	if err != nil {
		return nil, err
	}
	t, err := textOf(ctx, f, pages)
	if err != nil {
		return nil, err
	}
	t.say(in)
	d := story.Document{}
	about(f, &d)
	office.Compose(&d, t.blocks)
	return []story.Document{d}, nil
}

// whole is the file. PDFs may be larger than other files: what fills them are pictures, which are not unpacked.
func whole(in *document.Input) ([]byte, error) {
	r := in.Reader()
	limit := int64(maxFile)
	if in.MaxBytes > 0 {
		limit = in.MaxBytes
	}
	if r.Size() > limit {
		return nil, fmt.Errorf("%w (limit %d bytes)", document.ErrTooLarge, limit)
	}
	b := make([]byte, r.Size())
	n, err := r.ReadAt(b, 0)
	if n < len(b) {
		return nil, err
	}
	return b, nil
}

// text is what the pages hold.
type text struct {
	blocks  []extract.Block
	heads   bool // running heads were left out
	stopped bool // there is more than is read
}

// say notes what was left out.
func (t *text) say(in *document.Input) {
	if t.heads {
		in.Note("what comes again at the edge of the pages (running heads and feet, page numbers) was left out")
	}
	if t.stopped {
		in.Note("the PDF holds more than is read of one file: the text is shown up to there")
	}
}

// count says how much of the pages is text.
type count struct{ glyphs, nameless, scans, pages int }

const (
	scanCovers  = 0.5 // the share of a page that a picture of it covers
	scanLetters = 20  // letters on the picture of a page: a page number
	mostUnknown = 0.2 // the share of letters without a name from which on the rest makes no text
)

// textOf reads the pages one by one and keeps their lines only.
func textOf(ctx context.Context, f *object.File, list []object.Page) (*text, error) {
	r := content.NewReader(f)
	t := &text{}
	var pages layout.Layout
	var lines []layout.Line
	var n count
	size := 0
	for _, p := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page := r.Page(p)
		n.glyphs += len(page.Glyphs)
		n.nameless += page.Nameless
		n.pages++
		if page.Pictures > scanCovers && len(page.Glyphs) < scanLetters {
			n.scans++
		}
		for _, l := range pages.Page(page) {
			lines = append(lines, l)
			size += len(l.Text)
		}
		if page.Stopped || size > maxText {
			t.stopped = true
			break
		}
	}
	if err := n.fault(); err != nil {
		return nil, err
	}
	lines, t.heads = layout.WithoutHeads(lines, n.pages)
	for _, b := range layout.Text(lines) {
		block := extract.Block{Text: b.Text, Level: b.Level}
		if b.List {
			block.Kind = story.ZoneList
		}
		t.blocks = append(t.blocks, block)
	}
	if len(t.blocks) == 0 {
		return nil, errBlank
	}
	return t, nil
}

// fault says why there is no text; nil if there is some.
func (n *count) fault() error {
	switch {
	case n.glyphs > 0 && float64(n.nameless) > mostUnknown*float64(n.glyphs):
		return document.ErrLetters
	case n.glyphs < scanLetters*n.pages && n.scans*2 > n.pages:
		return document.ErrScan
	case n.glyphs == 0:
		return errBlank
	}
	return nil
}
