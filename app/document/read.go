package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"

	"dateline/app/story"
)

// Read reads the articles of one file. The name decides between formats only where the content leaves it open; its last
// element becomes Document.File. A regular file is read from its beginning, in place; any other reader is read to its
// end. Documents and an error can come together: Faults splits what could not be read. Each fault is a sentence that
// begins with the name and says what to do.
func (fs Formats) Read(ctx context.Context, r io.Reader, name string, o Options) ([]story.Document, error) {
	if file, size, ok := regular(r); ok {
		in, err := newInput(file, size, nil, name, o)
		return fs.input(ctx, in, name, err)
	}
	limit := (&Input{Options: o}).limit()
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return fs.input(ctx, nil, name, err)
	}
	return fs.Bytes(ctx, b, name, o)
}

// Bytes is Read for a file that is already in memory; it does not keep b.
func (fs Formats) Bytes(ctx context.Context, b []byte, name string, o Options) ([]story.Document, error) {
	in, err := newInput(bytes.NewReader(b), int64(len(b)), b, name, o)
	return fs.input(ctx, in, name, err)
}

// regular sees a file on disk, which need not be read into memory.
func regular(r io.Reader) (io.ReaderAt, int64, bool) {
	f, ok := r.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	})
	if !ok {
		return nil, 0, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, 0, false
	}
	return f, info.Size(), true
}

// input reads an input that is no part of another one, unless it could not be made.
func (fs Formats) input(ctx context.Context, in *Input, name string, err error) ([]story.Document, error) {
	if err != nil {
		return nil, named(name, err)
	}
	in.formats = fs
	docs, err := fs.read(ctx, in)
	for i := range docs {
		if docs[i].File != "" { // it is a part of the file
			docs[i].Container, docs[i].Part = within(name, docs[i].Container), i+1
		}
		complete(&docs[i], name, in.Options)
	}
	return docs, named(name, err)
}

// read finds the format and has it read. A fault in a format costs the file and nothing else.
func (fs Formats) read(ctx context.Context, in *Input) (docs []story.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			docs, err = nil, fmt.Errorf("%w (%v)", ErrFault, fault)
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if in.size <= headBytes && len(bytes.TrimSpace(in.start)) == 0 {
		return nil, ErrEmpty
	}
	if in.size <= headBytes {
		if at := addressIn(in.start); at != "" {
			return nil, fmt.Errorf("%w: %s", ErrAddress, at)
		}
	}
	f, err := fs.detect(in)
	if err != nil {
		return nil, err
	}
	docs, err = f.Read(ctx, in)
	docs, err = withText(docs, err)
	hash := in.hash(docs)
	for i := range docs {
		docs[i].Notes = append(docs[i].Notes, in.notes...)
		if docs[i].Hash == "" {
			docs[i].Hash = hash
		}
	}
	return docs, err
}

// detect gives the format that fits best.
func (fs Formats) detect(in *Input) (best Format, err error) {
	match := NoMatch
	for _, f := range fs {
		if m := f.Sniff(in); m > match {
			best, match = f, m
		}
	}
	if kind := foreign(in.start); kind != "" && match < Certain {
		return best, fmt.Errorf("it is a %s: %w; what is read: %s", kind, ErrFormat, strings.Join(fs.Labels(), ", "))
	}
	if match == NoMatch {
		return best, fmt.Errorf("%w; what is read: %s", ErrFormat, strings.Join(fs.Labels(), ", "))
	}
	return best, nil
}

// withText leaves out articles without any text, and says so.
func withText(docs []story.Document, err error) ([]story.Document, error) {
	kept := docs[:0]
	for _, d := range docs {
		switch {
		case strings.TrimSpace(d.Text) != "":
			kept = append(kept, d)
		case len(docs) == 1 && err == nil:
			err = ErrNoText
		default:
			err = errors.Join(err, fmt.Errorf("%s: %w", shown(d.File, d.Title), ErrNoText))
		}
	}
	if len(docs) == 0 && err == nil {
		err = ErrNoText
	}
	return kept, err
}

// named puts the name of the file before every fault.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	var all []error
	for _, e := range Faults(err) {
		all = append(all, fmt.Errorf("document: %s: %w", shown(name, ""), e))
	}
	if len(all) == 1 {
		return all[0]
	}
	return errors.Join(all...)
}

// Faults are the single faults of an error that reading gave, one for each thing that could not be read.
func Faults(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range joined.Unwrap() {
		out = append(out, Faults(e)...)
	}
	return out
}

func shown(name, other string) string {
	switch {
	case name == "-" || name == "" && other == "":
		return "standard input"
	case name == "":
		return Printable(other)
	}
	return Printable(name)
}

// Printable is a name without anything that would steer a terminal or break a line.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
