package jsonl

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"dateline/app/export/internal/runes"
	"dateline/app/export/internal/sample"
)

func TestGolden(t *testing.T) {
	sample.Golden(t, "testdata/sample.jsonl", sample.Written(t, Format, sample.Content(sample.Story())))
}

func TestOffsetsAreCodePoints(t *testing.T) {
	s := sample.Story()
	var b bytes.Buffer
	if err := Line(&b, s, 0, Options{ID: "x"}); err != nil {
		t.Fatal(err)
	}
	var l struct {
		ID     string
		Text   *string
		Places []struct {
			Start, End int
			Text       string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &l); err != nil {
		t.Fatal(err)
	}
	r := []rune(s.Articles[0].Text)
	if p := l.Places[0]; l.ID != "x" || l.Text != nil || string(r[p.Start:p.End]) != p.Text || p.Text != "Lisbon" {
		t.Errorf("got %+v", l)
	}
}

func TestRunes(t *testing.T) {
	text := strings.Repeat("aé漢🙂", 200)
	r := runes.Of(text)
	n := 0
	for i := range text {
		if r.At(i) != n {
			t.Fatalf("byte %d: got %d, want %d", i, r.At(i), n)
		}
		n++
	}
	if r.At(len(text)) != n || r.At(len(text)+9) != n || r.At(-1) != 0 {
		t.Error("the ends")
	}
}
