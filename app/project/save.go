package project

import (
	"bytes"
	"errors"
	"fmt"
	"hash"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/app/safefile"
)

// Stamp is what a file on disk held when it was read or written. A file whose stamp has changed was written by somebody
// else. The zero Stamp is no file.
type Stamp struct {
	Size int64
	Sum  uint64
}

// Save replaces the file at path with f, whole or not at all: a crash or a full disk in the middle leaves the old file as
// it was. A file that holds the same already is not written. The error is that of the file system.
func Save(path string, f File) (Stamp, error) {
	var b bytes.Buffer
	if err := Encode(&b, f); err != nil {
		return Stamp{}, err
	}
	now := stampOf(b.Bytes())
	if have, err := StampOf(path); err == nil && have == now {
		return now, nil
	}
	if err := WriteFile(path, b.Bytes()); err != nil {
		return Stamp{}, fmt.Errorf("project: write %s: %w", filepath.Base(path), err)
	}
	return now, nil
}

// WriteFile replaces the file at path with data in one step. A link is followed; the file keeps its mode. The folder is
// made where it is missing.
func WriteFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return safefile.Write(path, safefile.Private, func(w io.Writer) error { _, err := w.Write(data); return err })
}

// Open reads the project at path. A missing file gives an error that is fs.ErrNotExist.
func Open(path string) (File, Stamp, error) {
	in, err := os.Open(path)
	if err != nil {
		return File{}, Stamp{}, fmt.Errorf("project: read: %w", err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return File{}, Stamp{}, fmt.Errorf("%w: it is no file", ErrDamaged)
	}
	f, err := Decode(in, info.Size())
	if err != nil {
		return File{}, Stamp{}, err
	}
	stamp, err := StampOf(path)
	return f, stamp, err
}

// StampOf is the stamp of a file; the zero Stamp and no error where there is none.
func StampOf(path string) (Stamp, error) {
	in, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Stamp{}, nil
	}
	if err != nil {
		return Stamp{}, err
	}
	defer in.Close()
	h := newSum()
	n, err := io.Copy(h, in)
	return Stamp{n, h.Sum64()}, err
}

func stampOf(data []byte) Stamp {
	h := newSum()
	h.Write(data)
	return Stamp{int64(len(data)), h.Sum64()}
}

func newSum() hash.Hash64 { return fnv.New64a() }
