package archive

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/document/internal/packed"
	"dateline/app/story"
	"golang.org/x/text/encoding/charmap"
)

// Zip is the ZIP archive.
var Zip = document.Format{Name: "zip", Label: "ZIP archive", Exts: []string{".zip"}, Sniff: sniffZip, Read: readZip}

func sniffZip(in *document.Input) document.Match {
	if packed.Is(in.Head()) {
		return document.Certain // the formats that are packed so inside stand before it in the list
	}
	return document.NoMatch
}

// foreignParts are files that tell the document of another program.
var foreignParts = []string{"[Content_Types].xml", "META-INF/MANIFEST.MF", "AndroidManifest.xml", "mimetype"}

var errForeign = fmt.Errorf("it is a document of another program: %w", document.ErrFormat)

func readZip(ctx context.Context, in *document.Input) ([]story.Document, error) {
	list, err := packed.List(in)
	if err != nil {
		return nil, err
	}
	for _, f := range list {
		for _, name := range foreignParts {
			if f.Name == name {
				return nil, errForeign
			}
		}
	}
	u := newUnpacker(ctx, in)
	for i, f := range list {
		in.Progress(i, len(list))
		if !u.add(member{nameOf(f), func() (io.Reader, error) { return part(f) }}) {
			break
		}
	}
	return u.result()
}

// part unpacks a file of the archive, which may not be smaller packed than texts are.
func part(f *zip.File) (io.Reader, error) {
	if f.Flags&1 != 0 {
		return nil, document.ErrLocked
	}
	r, err := f.Open()
	if err != nil {
		return nil, document.ErrDamaged
	}
	return &thin{r: r, most: max(plainEnd, int64(f.CompressedSize64)*maxRatio)}, nil
}

// thin ends the reading of what unpacks to more than it can hold.
type thin struct {
	r    io.Reader
	most int64
}

func (t *thin) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	if t.most -= int64(n); t.most < 0 {
		return n, document.ErrTooLarge
	}
	return n, err
}

// nameOf is the name of a file in the archive: UTF-8, else the code page of DOS.
func nameOf(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if out, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = out
		}
	}
	return strings.ToValidUTF8(name, "_")
}
