package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// goldLine is an article of a gold file, as far as events go.
type goldLine struct {
	ID, Text, Title, DCT string
	Events               []struct {
		What  string
		Where any // a name, some names, or null
		When  []string
	}
	Boilerplate []struct{ Start, End int }
}

// tallied counts gold events that were found, and events that match gold or are judged right; those that are shown unasked.
type tallied struct {
	gold, found     int
	events, right   int
	missed, doubted []string
}

// measure compares the events of every article with the gold. judged holds "id start" of events that a person has
// looked at and found right though the gold does not list them; start is a code point.
func measure(t testing.TB, e *Engine, path string, judged map[string]bool) tallied {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var sum tallied
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var g goldLine
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		o := document.Options{Title: g.Title}
		if d, ok := story.ParseDay(g.DCT); ok {
			o.Given, o.HasGiven = d, true
		}
		in := []Input{{Document: document.Plain(g.Text, g.ID, o)}}
		if err := e.Alone(context.Background(), in, false, func(_ int, s *story.Story) error {
			sum.add(e.gaz, &g, s, judged)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	return sum
}

func (sum *tallied) add(x *gazetteer.Index, g *goldLine, s *story.Story, judged map[string]bool) {
	right := make([]bool, len(s.Events))
	for _, want := range g.Events {
		for _, name := range namesOf(want.Where) {
			sum.gold++
			hit := false
			for i := range s.Events {
				if e := &s.Events[i]; e.IsLikely() && samePlace(x, name, e.Where) && sameDays(want.When, e.When) {
					right[i], hit = true, true
				}
			}
			if hit {
				sum.found++
			} else {
				sum.missed = append(sum.missed, g.ID+": "+want.What+" at "+name)
			}
		}
	}
	text := g.Text
	for i := range s.Events {
		e := &s.Events[i]
		if !e.IsLikely() || s.Articles[0].ZoneAt(e.Span.Start) == story.ZoneHeadline {
			continue
		}
		at := e.Trigger.Start
		if e.Trigger.Empty() {
			at = e.Span.Start
		}
		key := fmt.Sprintf("%s %d", g.ID, len([]rune(text[:at])))
		sum.events++
		if right[i] || judged[key] {
			sum.right++
		} else {
			sum.doubted = append(sum.doubted, fmt.Sprintf("%s %s %v %s..%s", key, e.What, whereName(e), e.When.Earliest, e.When.Latest))
		}
	}
}

func whereName(e *story.Event) string {
	if e.Where == nil {
		return "-"
	}
	return e.Where.Place.Name
}

func namesOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, fmt.Sprint(x))
		}
		return out
	}
	return []string{""}
}

// samePlace: the gold's name is no place for "", else one within 161 km of what was found, by point or by anchor.
func samePlace(x *gazetteer.Index, name string, w *story.Spot) bool {
	if name == "" || w == nil {
		return name == "" && w == nil
	}
	near := func(p geo.Place) bool {
		return p.ID == w.Place.ID || gazetteer.Kilometres(p.Point, w.Place.Point) <= 161 || gazetteer.Kilometres(p.Anchor, w.Place.Anchor) <= 161
	}
	for _, h := range x.Lookup(name, nil) {
		if p := x.Place(h.Row); gazetteer.Fold(p.Name) == gazetteer.Fold(name) && near(p) {
			return true
		}
	}
	return false
}

func sameDays(want []string, m story.Moment) bool {
	if len(want) != 2 {
		return true // the gold gives no day
	}
	from, ok1 := story.ParseDay(want[0])
	to, ok2 := story.ParseDay(want[1])
	return ok1 && ok2 && m.Dated() && m.Earliest <= to && from <= m.Latest
}

func readJudged(t testing.TB) map[string]bool {
	b, err := os.ReadFile(filepath.Join("testdata", "judged.txt"))
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]bool{}
	for _, l := range strings.Split(string(b), "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			m[l] = true
		}
	}
	return m
}

// The floors under the events of the sample story stand one point under the figures of QUALITY.md. Where DATELINE_BENCH names
// a folder with samples-gold.jsonl, its events have floors too and their figures are printed.
func TestEventsOfTheSample(t *testing.T) {
	check := func(path string, found, right float64) tallied {
		sum := measure(t, open(t), path, readJudged(t))
		sum.log(t)
		if float64(sum.found) < found*float64(sum.gold) || float64(sum.right) < right*float64(sum.events) {
			t.Errorf("%s: found %d of %d, right %d of %d", path, sum.found, sum.gold, sum.right, sum.events)
		}
		return sum
	}
	check(filepath.Join("..", "..", "assets", "samples", "kursk-2025", "gold.jsonl"), 0.99, 0.969)
	check(filepath.Join("..", "..", "assets", "samples", "arda-2024", "gold.jsonl"), 0.91, 0.77)
	if bench := os.Getenv("DATELINE_BENCH"); bench != "" {
		sum := check(filepath.Join(bench, "samples-gold.jsonl"), 0.99, 0.95)
		fmt.Printf("| samples-gold | each alone | gold events found, place within 161 km and days overlapping | %.1f (%d of %d) |\n", 100*float64(sum.found)/float64(sum.gold), sum.found, sum.gold)
		fmt.Printf("| samples-gold | each alone | body events that match gold or are judged right | %.1f (%d of %d) |\n", 100*float64(sum.right)/float64(sum.events), sum.right, sum.events)
	}
}

func (sum *tallied) log(t testing.TB) {
	slices.Sort(sum.missed)
	for _, m := range sum.missed {
		t.Log("missed", m)
	}
	for _, d := range sum.doubted {
		t.Log("not judged", d)
	}
	t.Logf("found %d of %d, right %d of %d", sum.found, sum.gold, sum.right, sum.events)
}
