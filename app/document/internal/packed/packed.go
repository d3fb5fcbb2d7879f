// Package packed opens files that are ZIP archives inside (Word, OpenDocument, EPUB) within bounds: what is unpacked is
// counted, never what the archive says of itself, and nothing is written to disk.
//
//	f, err := packed.Open(ctx, in)
//	r := f.Part("word/document.xml") // nil where there is none
//
// It does not know what the parts mean.
package packed

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/app/document"
)

const (
	maxUnpacked = 32 << 20 // bytes that may come out of one archive: a book of 5,000 pages is 20 MB of XML
	maxList     = 4 << 20  // bytes of the archive's list of parts: 40,000 parts
)

// Files are the parts of an archive. They belong to one reading.
type Files struct {
	ctx   context.Context
	parts map[string]*zip.File
	names []string
	left  int64
	limit int64
}

// Is reports that a file begins like an archive.
func Is(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// Kind is the type that OpenDocument and EPUB files name in their first part, which is not compressed; "" if they do not.
func Kind(head []byte) string {
	const at = 30 // the length of the header before the first part's name
	if !Is(head) || len(head) < at || !bytes.HasPrefix(head[at:], []byte("mimetype")) {
		return ""
	}
	start := at + len("mimetype") + (int(head[28]) | int(head[29])<<8)
	kind, _, _ := bytes.Cut(head[min(start, len(head)):], []byte("PK")) // the header of the next part, or what ends this one
	return string(kind)
}

// Open reads the list of parts; document.ErrDamaged if there is none. Of two parts of one name the first counts.
func Open(ctx context.Context, in *document.Input) (*Files, error) {
	list, err := List(in)
	if err != nil {
		return nil, err
	}
	f := &Files{ctx: ctx, parts: map[string]*zip.File{}, left: maxUnpacked, limit: maxUnpacked}
	for _, part := range list {
		name := strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/")
		if f.parts[name] == nil {
			f.parts[name] = part
			f.names = append(f.names, name)
		}
	}
	return f, nil
}

// List is the parts of an archive as they are listed; document.ErrDamaged if there is no list.
func List(in *document.Input) ([]*zip.File, error) {
	r := in.Reader()
	if in.MaxBytes > 0 && r.Size() > in.MaxBytes {
		return nil, fmt.Errorf("%w (limit %d bytes)", document.ErrTooLarge, in.MaxBytes)
	}
	guard := &listGuard{file: r, left: maxList}
	zr, err := zip.NewReader(guard, r.Size())
	switch {
	case guard.left < 0:
		return nil, document.ErrTooLarge
	case err != nil:
		return nil, document.ErrDamaged
	}
	guard.open = true
	return zr.File, nil
}

// listGuard bounds what is read while the list of parts is made: the list is kept in memory.
type listGuard struct {
	file io.ReaderAt
	left int64
	open bool // the list is read
}

func (g *listGuard) ReadAt(p []byte, off int64) (int, error) {
	if !g.open {
		if g.left -= int64(len(p)); g.left < 0 {
			return 0, document.ErrTooLarge
		}
	}
	return g.file.ReadAt(p, off)
}

// Names are the names of the parts, in the order of the archive.
func (f *Files) Names() []string { return f.names }

// Has reports that there is a part of that name.
func (f *Files) Has(name string) bool { return f.parts[name] != nil }

// Part reads a part; nil if there is none or it is encrypted. Reading fails with document.ErrTooLarge once more came out
// of the archive than any article needs, and with document.ErrDamaged where the part is damaged.
func (f *Files) Part(name string) io.Reader {
	part := f.parts[name]
	if part == nil || part.Flags&1 != 0 {
		return nil
	}
	r, err := part.Open()
	if err != nil {
		return broken{}
	}
	return &counted{f, r}
}

// Encrypted reports a part that needs a password.
func (f *Files) Encrypted(name string) bool {
	return f.parts[name] != nil && f.parts[name].Flags&1 != 0
}

// broken is a part that cannot be unpacked.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, document.ErrDamaged }

type counted struct {
	*Files
	r io.Reader
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, fmt.Errorf("%w (it unpacks to more than %d MB)", document.ErrTooLarge, c.limit>>20)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = document.ErrDamaged
	}
	return n, err
}
