package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/export/jsonl"
	"dateline/app/story"
)

type corpusMode struct{ story, bySource, given bool }

// corpusLine is one article of a corpus. Of its places only the spans are read, and those only when they are given.
type corpusLine struct {
	ID    json.RawMessage `json:"id"`
	Text  *string         `json:"text"`
	Title any             `json:"title"`
	DCT   string          `json:"dct"`
	URL   string          `json:"url"`

	Places []struct{ Start, End int } `json:"places"`
}

// readCorpus is "reader read -corpus".
func (t *tool) readCorpus(name string, m corpusMode) error {
	r := t.in
	if name != "-" {
		f, err := openFile(name)
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	in, ids, err := t.corpusLines(interruptible{t.ctx, r}, name, m)
	if err != nil {
		return err
	}
	if len(in) == 0 {
		return nil
	}
	e, err := t.engine(nil)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(t.out)
	if m.story {
		s, err := e.Together(t.ctx, in, nil)
		if err != nil {
			return err
		}
		for i := range in {
			if err := jsonl.Line(out, s, i, ids[i]); err != nil {
				return err
			}
		}
		return out.Flush()
	}
	err = e.Alone(t.ctx, in, m.bySource, func(i int, s *story.Story) error {
		return jsonl.Line(out, s, 0, ids[i])
	})
	return errors.Join(err, out.Flush())
}

// corpusLines reads all lines; a line that cannot be used is named and left out.
func (t *tool) corpusLines(r io.Reader, name string, m corpusMode) (in []engine.Input, ids []jsonl.Options, err error) {
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(b)
		if errors.Is(err, errLongLine) {
			t.fail(fmt.Errorf("%s:%d: %w", document.Printable(name), n, err))
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, nil, fmt.Errorf("%s: %w", document.Printable(name), err)
		}
		end := err != nil
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")))
		if len(line) > 0 {
			x, id, err := t.corpusInput(line, fmt.Sprintf("%s:%d", name, n), m)
			if err != nil {
				t.fail(fmt.Errorf("%s:%d: %w", document.Printable(name), n, err))
			} else {
				in, ids = append(in, x), append(ids, id)
			}
		}
		if end {
			return in, ids, nil
		}
	}
}

// maxLine bounds a line of a corpus: an article of the largest size that is read, escaped, and its places.
const maxLine = 4 * document.MaxBytes

var errLongLine = fmt.Errorf("the line is longer than %d MB and is left out", maxLine>>20)

// readLine reads a line; of one that is too long nothing is kept.
func readLine(b *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if !long && len(line)+len(part) > maxLine {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && err == nil:
			return nil, errLongLine
		case long:
			return nil, errors.Join(errLongLine, err)
		default:
			return line, err
		}
	}
}

func (t *tool) corpusInput(line []byte, where string, m corpusMode) (engine.Input, jsonl.Options, error) {
	var l corpusLine
	if err := json.Unmarshal(line, &l); err != nil {
		return engine.Input{}, jsonl.Options{}, fmt.Errorf("not a JSON object: %w", err)
	}
	id := string(l.ID)
	if err := json.Unmarshal(l.ID, &id); err != nil && len(l.ID) == 0 {
		return engine.Input{}, jsonl.Options{}, errors.New(`no "id"`)
	}
	if l.Text == nil {
		return engine.Input{}, jsonl.Options{}, errors.New(`no "text"`)
	}
	if len(*l.Text) > document.MaxBytes {
		return engine.Input{}, jsonl.Options{}, document.ErrTooLarge
	}
	o := document.Options{URL: l.URL}
	o.Title, _ = l.Title.(string)
	if l.DCT != "" {
		if d, ok := story.ParseDay(l.DCT[:min(10, len(l.DCT))]); ok {
			o.Given, o.HasGiven = d, true
		} else {
			fmt.Fprintf(t.err, "reader: %s: dct %q is not a date and is not used\n", where, l.DCT)
		}
	}
	x := engine.Input{Document: document.Plain(*l.Text, id, o), Given: m.given}
	if m.given {
		spans, err := byteSpans(*l.Text, l.Places)
		if err != nil {
			return x, jsonl.Options{}, err
		}
		x.Spans = spans
	}
	out := jsonl.Options{ID: id}
	if len(l.ID) > 0 && l.ID[0] != '"' {
		out.RawID = l.ID
	}
	return x, out, nil
}

// byteSpans turns spans in code points into spans in bytes.
func byteSpans(text string, places []struct{ Start, End int }) ([]story.Span, error) {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	out := make([]story.Span, 0, len(places))
	for _, p := range places {
		if p.Start < 0 || p.End < p.Start || p.End >= len(at) {
			return nil, fmt.Errorf("place %d to %d lies outside the text", p.Start, p.End)
		}
		out = append(out, story.Span{Start: at[p.Start], End: at[p.End]})
	}
	return out, nil
}
