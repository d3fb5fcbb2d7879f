// Package corpus is a line of an archive of articles, in and out: one JSON object is one article, and its answer is one JSON
// object with what was found in it. The command line and the pipelines under cmd/reader are made of it, so that all of them
// give the same lines.
//
//	answer, err := corpus.Answer(ctx, e, line) // {"id":7,"text":"…","dct":"2024-05-15"} -> {"id":7,"places":[…],…}
package corpus

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"dateline/app/document"
	"dateline/app/engine"
	"dateline/app/export/jsonl"
	"dateline/app/story"
)

// line is one article.
type line struct {
	ID    json.RawMessage `json:"id"`
	Text  *string         `json:"text"`
	Title any             `json:"title"`
	DCT   string          `json:"dct"`
	URL   string          `json:"url"`
}

// places of a line: of each only the span is read, and that only when they are given.
type places struct {
	Places []struct{ Start, End int } `json:"places"`
}

// Article is a line that was read.
type Article struct {
	Input engine.Input
	Out   jsonl.Options // with its id, for the answer
	Note  string        // what of the line is not used; "" nothing
}

// Parse reads a line. Given: the spans of its places are resolved, and none are sought.
func Parse(text []byte, given bool) (Article, error) {
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return Article{}, fmt.Errorf("not a JSON object: %w", err)
	}
	id := string(l.ID)
	if err := json.Unmarshal(l.ID, &id); err != nil && len(l.ID) == 0 {
		return Article{}, errors.New(`no "id"`)
	}
	if l.Text == nil {
		return Article{}, errors.New(`no "text"`)
	}
	if len(*l.Text) > document.MaxBytes {
		return Article{}, fmt.Errorf("its text is longer than %d MB and is left out; split it", document.MaxBytes>>20)
	}
	var a Article
	o := document.Options{URL: l.URL}
	o.Title, _ = l.Title.(string)
	if l.DCT != "" {
		if d, ok := story.ParseDay(l.DCT[:min(10, len(l.DCT))]); ok {
			o.Given, o.HasGiven = d, true
		} else {
			a.Note = fmt.Sprintf("dct %q is not a date and is not used", l.DCT)
		}
	}
	a.Input = engine.Input{Document: document.Plain(*l.Text, id, o), Given: given}
	if given {
		var p places
		if err := json.Unmarshal(text, &p); err != nil {
			return Article{}, fmt.Errorf("its places are not as they should be: %w", err)
		}
		spans, err := byteSpans(*l.Text, p.Places)
		if err != nil {
			return Article{}, err
		}
		a.Input.Spans = spans
	}
	a.Out = jsonl.Options{ID: id}
	if len(l.ID) > 0 && l.ID[0] != '"' {
		a.Out.RawID = l.ID
	}
	return a, nil
}

// Answer is the line that answers one line, the article alone, with its line break; nothing answers a blank line.
func Answer(ctx context.Context, e *engine.Engine, text []byte) ([]byte, error) {
	if text = Trim(text); len(text) == 0 {
		return nil, nil
	}
	a, err := Parse(text, false)
	if err != nil {
		return nil, err
	}
	s, err := e.One(ctx, a.Input)
	if err != nil {
		return nil, err
	}
	return jsonl.Of(s).Append(nil, 0, a.Out), nil
}

// Trim is a line without the spaces about it and the mark that some programs put before the first line.
func Trim(line []byte) []byte { return bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))) }

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
