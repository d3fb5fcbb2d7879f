package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/story"
)

// TestSample_NoSingleDayThatIsNotGolds reads the sample story as one, without the days that its pages state: an
// expression of time may be shown as a range, never as one day that the gold does not have.
func TestSample_NoSingleDayThatIsNotGolds(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "assets", "samples", "kursk-2025", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type timex struct {
		Start    int
		Text     string
		Resolved []string
	}
	var docs []story.Document
	var gold [][]timex
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var g struct {
			ID, Text string
			Timexes  []timex
		}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		docs, gold = append(docs, document.Plain(g.Text, g.ID, document.Options{})), append(gold, g.Timexes)
	}
	s, err := open(t).Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	single, ranges := 0, 0
	for i, a := range s.Articles {
		for k := range a.Timexes {
			x := &a.Timexes[k]
			if !x.Moment.Dated() {
				continue
			}
			if x.Moment.Earliest != x.Moment.Latest {
				ranges++
				continue
			}
			start := utf8.RuneCountInString(a.Text[:x.Span.Start])
			for _, g := range gold[i] {
				if g.Start != start || len(g.Resolved) != 2 {
					continue
				}
				single++
				from, _ := story.ParseDay(g.Resolved[0])
				to, _ := story.ParseDay(g.Resolved[1])
				if x.Moment.Earliest < from || x.Moment.Latest > to {
					t.Errorf("%s: %q is shown as %s, the gold has %v", a.File, g.Text, x.Moment.Earliest, g.Resolved)
				}
			}
		}
	}
	if single == 0 || ranges == 0 {
		t.Errorf("%d days and %d ranges compared: the test looks at nothing", single, ranges)
	}
}
