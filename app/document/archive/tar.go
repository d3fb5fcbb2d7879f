package archive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Tar is the tar archive, compressed or not, and the single file that is compressed.
var Tar = document.Format{Name: "tar", Label: "Tar archive", Exts: []string{".tar", ".tgz", ".gz", ".bz2"}, Sniff: sniffTar, Read: readTar}

const (
	markAt  = 257 // where a tar archive says that it is one
	tarMark = "ustar"
)

func sniffTar(in *document.Input) document.Match {
	head := in.Head()
	switch {
	case isTar(head):
		return document.Certain
	case bytes.HasPrefix(head, []byte("\x1f\x8b")), bytes.HasPrefix(head, []byte("BZh")) && bytes.Contains(head[:min(len(head), 16)], []byte("1AY&SY")):
		return document.Certain // compressed; what it is then, its own format says
	}
	return document.NoMatch
}

func isTar(head []byte) bool {
	return len(head) > markAt+len(tarMark) && string(head[markAt:markAt+len(tarMark)]) == tarMark
}

func readTar(ctx context.Context, in *document.Input) ([]story.Document, error) {
	r, name, err := unpacked(in)
	if err != nil {
		return nil, err
	}
	b := bufio.NewReaderSize(r, markAt*4)
	head, _ := b.Peek(markAt + 2*len(tarMark)) // a shorter file is no archive
	u := newUnpacker(ctx, in)
	if !isTar(head) {
		return single(u, name, b)
	}
	t := tar.NewReader(b)
	for n := 0; ; n++ {
		in.Progress(n, 0)
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			u.fail("", fault(err))
			break
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if !u.add(member{strings.ToValidUTF8(h.Name, "_"), func() (io.Reader, error) { return t, nil }}) {
			break
		}
	}
	return u.result()
}

// unpacked gives what is in a compressed file, and its name without the ending that says so.
func unpacked(in *document.Input) (io.Reader, string, error) {
	src, name := io.Reader(in.Reader()), tidy(in.Name)
	most := &thin{most: max(plainEnd, in.Reader().Size()*maxRatio)}
	switch head := in.Head(); {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		z, err := gzip.NewReader(src)
		if err != nil {
			return nil, "", document.ErrDamaged
		}
		most.r = z
		return most, strings.TrimSuffix(name, ".gz"), nil
	case bytes.HasPrefix(head, []byte("BZh")):
		most.r = bzip2.NewReader(src)
		return most, strings.TrimSuffix(name, ".bz2"), nil
	}
	return src, name, nil
}

// single reads the one file that was compressed.
func single(u *unpacker, name string, r io.Reader) ([]story.Document, error) {
	data, err := u.read(member{open: func() (io.Reader, error) { return r, nil }})
	if err != nil {
		return nil, err
	}
	docs, err := u.in.Part(u.ctx, document.Part{Name: name, Data: data})
	if len(docs) == 1 {
		docs[0].File = "" // the article is the file
	}
	return docs, err
}
