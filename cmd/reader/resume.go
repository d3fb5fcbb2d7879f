package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"

	"dateline/app/corpus"
	"dateline/app/document"
	"dateline/app/export/jsonl"
)

// idKey is an id as it stands in JSON: 7 and "7" are two.
func idKey(o jsonl.Options) string {
	if o.RawID != nil {
		return string(o.RawID)
	}
	return strconv.Quote(o.ID)
}

// written are the ids of the lines of a file that an earlier run wrote, with how often each stands there, and whether its last
// line has an end. A line that is none, as the last of a run that was cut short, is named and has no id. A file that is not
// there has no lines.
func (t *tool) written(path string) (had map[string]int, whole bool, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, true, nil
	}
	f, err := openFile(path)
	if err != nil {
		return nil, true, err
	}
	defer f.Close()
	had, whole = map[string]int{}, true
	b := bufio.NewReaderSize(interruptible{t.ctx, f}, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(b)
		if len(line) > 0 {
			whole = bytes.HasSuffix(line, []byte("\n"))
		}
		if line = corpus.Trim(line); len(line) > 0 {
			if id, ok := idOf(line); ok {
				had[id]++
			} else {
				fmt.Fprintf(t.err, "reader: %s:%d: this line is no whole answer; delete it: what it was to answer is read again\n", document.Printable(path), n)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return had, whole, nil
		case err != nil && !errors.Is(err, errLongLine):
			return nil, whole, fmt.Errorf("%s: %w", document.Printable(path), err)
		}
	}
}

// idOf is the id of a line that was written.
func idOf(line []byte) (id string, ok bool) {
	var x struct{ ID json.RawMessage }
	if json.Unmarshal(line, &x) != nil || len(x.ID) == 0 {
		return "", false
	}
	o := jsonl.Options{}
	if json.Unmarshal(x.ID, &o.ID) != nil {
		o.RawID = x.ID
	}
	return idKey(o), true
}
