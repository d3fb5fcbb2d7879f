// Package epub reads books (EPUB): each chapter is an article, in the order in which they are read. A chapter's title is its
// first heading, else what the table of contents calls it; author and day are the book's.
//
// Everything that a chapter shows is read, notes included; the table of contents is not, and neither are books that are
// protected.
package epub

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/packed"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
	"golang.org/x/net/html/charset"
)

// Format is the book.
var Format = document.Format{Name: "epub", Label: "Book (EPUB)", Exts: []string{".epub"}, Sniff: sniff, Read: read}

const (
	mimeType  = "application/epub+zip"
	container = "META-INF/container.xml"
)

func sniff(in *document.Input) document.Match {
	switch {
	case !packed.Is(in.Head()):
		return document.NoMatch
	case strings.TrimSpace(packed.Kind(in.Head())) == mimeType, in.Ext() == ".epub":
		return document.Certain
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	f, err := packed.Open(ctx, in)
	if err != nil {
		return nil, err
	}
	b, err := open(f)
	if err != nil {
		return nil, err
	}
	r := reading{in: in, f: f, book: b, locked: lockedParts(f)}
	for _, item := range b.spine {
		if ctx.Err() != nil {
			r.fail(ctx.Err())
			break
		}
		r.chapter(item)
	}
	switch {
	case len(r.docs) == 0 && r.protected > 0:
		return nil, document.ErrLocked
	case len(r.docs) == 0 && r.err == nil:
		return nil, document.ErrNoText
	}
	if len(r.docs) == 1 {
		r.docs[0].File = "" // the chapter is the book
	}
	return r.docs, r.err
}

// reading is a book on its way in.
type reading struct {
	in        *document.Input
	f         *packed.Files
	book      *book
	locked    map[string]bool
	protected int // chapters that are
	docs      []story.Document
	err       error
}

func (r *reading) fail(err error) { r.err = errors.Join(r.err, err) }

// chapter reads one part of the book. A part without text (a cover, a picture) is none.
func (r *reading) chapter(item string) {
	name := path.Base(item)
	page := r.f.Part(item)
	switch {
	case r.locked[item] || r.f.Encrypted(item):
		if r.protected++; r.protected == 1 {
			r.fail(fmt.Errorf("%s: %w", name, document.ErrLocked))
		}
		return
	case page == nil:
		r.fail(fmt.Errorf("%s, a chapter, is not in the file: %w", name, document.ErrDamaged))
		return
	}
	b, err := io.ReadAll(io.LimitReader(page, document.MaxBytes+1))
	if err == nil && len(b) > document.MaxBytes {
		err = document.ErrTooLarge
	}
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, err))
		return
	}
	p := extract.Parse(textOf(b))
	d := story.Document{File: fmt.Sprintf("%s #%d", path.Base(strings.ReplaceAll(r.in.Name, `\`, "/")), len(r.docs)+1), Byline: r.book.author,
		Publisher: r.book.publisher, Declared: document.LanguageTag(r.book.language), Dates: r.book.dates()}
	if p.Left != "" {
		d.Notes = append(d.Notes, p.Left)
	}
	blocks := extract.Default.All(p)
	raise(blocks)
	blocks, d.Title = extract.Headed(blocks, "")
	extract.Compose(&d, blocks)
	if strings.TrimSpace(d.Text) == "" {
		return
	}
	if d.Title == "" {
		d.Title = r.book.titleOf(item, len(r.book.spine) == 1)
	}
	r.docs = append(r.docs, d)
}

// raise makes the first level of the first heading: books begin chapters with any level.
func raise(blocks []extract.Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Level > 0 {
			for j := range blocks[i:] {
				if blocks[i+j].Level == 1 {
					return
				}
			}
			b.Level = 1
			return
		}
	}
}

// textOf decodes a chapter: by what it says of itself where it is not UTF-8.
func textOf(b []byte) string {
	if utf8.Valid(b) {
		return strings.ReplaceAll(strings.TrimPrefix(string(b), "\ufeff"), "\x00", "")
	}
	e, _, _ := charset.DetermineEncoding(b, "")
	if out, err := e.NewDecoder().Bytes(b); err == nil {
		b = out
	}
	return strings.ReplaceAll(strings.ToValidUTF8(string(b), "\ufffd"), "\x00", "")
}

// lockedParts are the parts that are encrypted. Fonts that are only disguised are no matter.
func lockedParts(f *packed.Files) map[string]bool {
	l := locks{parts: map[string]bool{}}
	if r := f.Part("META-INF/encryption.xml"); r != nil {
		_ = xmlwalk.Walk(r, xmlwalk.Office, &l) // what it told before a fault is good
	}
	return l.parts
}

type locks struct{ parts map[string]bool }

func (l *locks) Start(name string, a xmlwalk.Attrs) {
	if name == "CipherReference" {
		l.parts[under("", a.Get("URI"))] = true
	}
}
func (l *locks) End(string)  {}
func (l *locks) Text([]byte) {}

// under is the name of the part that href means in a part of folder.
func under(folder, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return strings.TrimPrefix(path.Clean("/"+folder+"/"+href), "/")
}
