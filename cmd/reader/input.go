package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"dateline/app/document"
)

// openFile opens a regular file. What is none would not end, or not begin: a pipe without a writer, a device.
func openFile(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, advised(name, err)
	}
	switch m := info.Mode(); {
	case m.IsDir():
		return nil, fmt.Errorf("%s: is a folder; name the files in it", document.Printable(name))
	case !m.IsRegular():
		return nil, fmt.Errorf("%s: is no file; write - and pipe its contents in", document.Printable(name))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, advised(name, err)
	}
	return f, nil
}

// advised says what to do about an error of the file system.
func advised(name string, err error) error {
	words := err.Error()
	var p *fs.PathError
	if errors.As(err, &p) {
		words = p.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		words = "there is no such file; check its name"
	case errors.Is(err, fs.ErrPermission):
		words = "it may not be read; change its permissions"
	}
	return fmt.Errorf("%s: %s", document.Printable(name), words)
}

// interruptible is a reader whose Read returns when ctx is done, though the one below it waits for ever: an idle pipe.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i interruptible) Read(p []byte) (int, error) {
	type result struct {
		b   []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		b := make([]byte, len(p)) // p belongs to the caller again once Read has returned
		n, err := i.r.Read(b)
		done <- result{b[:n], err}
	}()
	select {
	case r := <-done:
		return copy(p, r.b), r.err
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	}
}
