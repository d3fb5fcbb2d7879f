// Package odt reads OpenDocument texts (ODT, also flat ones): the running text with headings, lists, tables and text boxes,
// and notes at the end. Deleted text and comments are left out, and that is said.
//
// It does not read spreadsheets and slides, and takes no day of publication from the file.
package odt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/office"
	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// Format is the OpenDocument text.
var Format = document.Format{Name: "odt", Label: "OpenDocument text", Exts: exts, Sniff: sniff, Read: read}

var exts = []string{".odt", ".ott", ".fodt"}

const mimeType = "application/vnd.oasis.opendocument.text"

func sniff(in *document.Input) document.Match {
	head := in.Head()
	switch {
	case packed.Is(head):
		if strings.HasPrefix(packed.Kind(head), mimeType) || slices.Contains(exts, in.Ext()) {
			return document.Certain
		}
	case bytes.Contains(head, []byte("<office:document ")) && bytes.Contains(head, []byte(mimeType)):
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	if packed.Is(in.Head()) {
		return readPacked(ctx, in)
	}
	b, err := in.Bytes()
	if err != nil {
		return nil, err
	}
	var d story.Document
	const metaBytes = 1 << 16 // the file says what it is at its start
	office.Properties(io.LimitReader(bytes.NewReader(b), metaBytes), &d)
	return compose(in, bytes.NewReader(b), bytes.NewReader(b), d)
}

func readPacked(ctx context.Context, in *document.Input) ([]story.Document, error) {
	f, err := packed.Open(ctx, in)
	if err != nil {
		return nil, err
	}
	var l lock
	if r := f.Part("META-INF/manifest.xml"); r != nil {
		_ = xmlwalk.Walk(r, xmlwalk.Office, &l) // what it told before a fault is good
	}
	if l.locked || f.Encrypted("content.xml") {
		return nil, document.ErrLocked
	}
	content := f.Part("content.xml")
	if content == nil {
		return nil, fmt.Errorf("it lacks the part of an OpenDocument text that holds the text (content.xml): %w", document.ErrDamaged)
	}
	var d story.Document
	office.Properties(f.Part("meta.xml"), &d)
	return compose(in, content, f.Part("styles.xml"), d)
}

// lock sees that the list of parts says that they are encrypted.
type lock struct{ locked bool }

func (l *lock) Start(name string, _ xmlwalk.Attrs) { l.locked = l.locked || name == "encryption-data" }
func (l *lock) End(string)                         {}
func (l *lock) Text([]byte)                        {}

// marginLeast is how many bytes of running heads and feet are worth a word: page numbers are not.
const marginLeast = 12

// compose makes the article of content; pages is where running heads and feet are, and may be nil.
func compose(in *document.Input, content, pages io.Reader, d story.Document) ([]story.Document, error) {
	b := body{within: []string{"body"}, parents: map[string]string{}}
	err := xmlwalk.Walk(content, xmlwalk.Office, &b)
	blocks := append(b.text.Blocks(), b.notes.Blocks()...)
	if err := office.Broken(in, err, len(blocks) > 0); err != nil {
		return nil, err
	}
	if b.deleted {
		in.Note("words that the author has struck out (tracked changes) were left out")
	}
	margin := 0
	if pages != nil {
		p := body{within: []string{"header", "footer", "header-left", "footer-left"}}
		if err := xmlwalk.Walk(pages, xmlwalk.Office, &p); errors.Is(err, document.ErrTooLarge) {
			return nil, err
		}
		margin = size(p.text.Blocks())
	}
	if b.comments || margin >= marginLeast {
		in.Note("what stands in the margins of the pages (comments, running heads and feet) was left out")
	}
	office.Compose(&d, blocks)
	return []story.Document{d}, nil
}

func size(blocks []extract.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Text)
	}
	return n
}
