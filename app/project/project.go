// Package project keeps what is open from one start of the program to the next: a versioned file of documents, written
// whole or not at all. It is read back after a bad end. Corrections and the state of the window are not in it yet.
//
//	err := project.Write(path, project.File{Documents: docs})
//	f, err := project.Read(path)
package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Version is the version of the format that is written. Older ones are read, newer ones refused.
const Version = 1

// maxBytes bounds what is read: as much text as the program opens in a story of 500 long articles.
const maxBytes = 256 << 20

// The errors of Read.
var (
	ErrNewerVersion = errors.New("project: the file is from a newer version of the program")
	ErrDamaged      = errors.New("project: the file is damaged")
)

// File is a project file.
type File struct {
	Version   int        `json:"version"`
	Documents []Document `json:"documents"`
}

// Document is one open article: a file to open again, or the words themselves where there is no file.
type Document struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
	Text string `json:"text,omitempty"`
}

// Write replaces the file at path with f. A crash or a full disk in the middle leaves the old file as it was.
func Write(path string, f File) error {
	f.Version = Version
	data, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("project: write: %w", err)
	}
	_, err = tmp.Write(data)
	if err == nil {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
		return fmt.Errorf("project: write: %w", err)
	}
	return nil
}

// Read gives the file at path. A missing file gives an error that is fs.ErrNotExist.
func Read(path string) (File, error) {
	in, err := os.Open(path)
	if err != nil {
		return File{}, fmt.Errorf("project: read: %w", err)
	}
	defer in.Close()
	return Decode(in)
}

// Decode reads a project from r: ErrDamaged for what is no project, ErrNewerVersion for one of a later program.
func Decode(r io.Reader) (File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return File{}, fmt.Errorf("project: read: %w", err)
	}
	if len(data) > maxBytes {
		return File{}, fmt.Errorf("%w: it is larger than %d MB", ErrDamaged, maxBytes>>20)
	}
	var f File
	if err := json.Unmarshal(data, &f); err != nil {
		return File{}, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	switch {
	case f.Version > Version:
		return File{}, ErrNewerVersion
	case f.Version < 1:
		return File{}, fmt.Errorf("%w: no version", ErrDamaged)
	}
	return f, nil
}
