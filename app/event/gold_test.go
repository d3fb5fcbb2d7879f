package event_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// goldStory is one line of testdata/fresh: a story of our own with its events by hand; README.txt there says how.
type goldStory struct {
	ID, Title, DCT, Text string
	Exhaustive           bool
	Events               []goldEvent
}

// goldEvent is one event as a person read it. Spans are code points, half-open.
type goldEvent struct {
	Level, Clause, Trigger, What, Modality, Same        string
	Start, End                                          int
	Sentence                                            [2]int
	TriggerSpan                                         [2]int `json:"trigger_span"`
	Where                                               *string
	Lat, Lon                                            *float64
	Point                                               []float64
	WhereText                                           string   `json:"where_text"`
	WhereSpans                                          [][2]int `json:"where_spans"`
	WhereAt                                             [][2]int `json:"where_at"`
	WhereFrom                                           string   `json:"where_from"`
	Coarse, Described, NoPlace, Unplaced, Quoted, Minor bool
	Alts                                                []struct {
		Where    string
		Lat, Lon float64
	}
	When          []string
	WhenText      string   `json:"when_text"`
	WhenSpans     [][2]int `json:"when_spans"`
	WhenAt        [][2]int `json:"when_at"`
	WhenFrom      string   `json:"when_from"`
	Before, After string
}

func readGold(t *testing.T, path string) []goldStory {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []goldStory
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var s goldStory
		if err := json.Unmarshal(sc.Bytes(), &s); err != nil {
			t.Fatalf("%s, line %d: %v", path, len(out)+1, err)
		}
		out = append(out, s)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestGoldEvents checks the annotation itself: spans, days and points, and that its texts are the stories whose places are annotated.
func TestGoldEvents(t *testing.T) {
	for _, c := range []struct {
		file, texts                         string
		stories, events, placed, days, both int // as README.txt says
	}{
		{"dev.jsonl", "first.jsonl", 29, 418, 335, 334, 268},
		{"blind.jsonl", "second.jsonl", 12, 153, 118, 113, 85},
	} {
		t.Run(c.file, func(t *testing.T) {
			got := readGold(t, "testdata/fresh/"+c.file)
			texts := readGold(t, "../reading/toponym/testdata/fresh/"+c.texts)
			if len(got) != c.stories || len(texts) != c.stories {
				t.Fatalf("%d stories with events, %d with places, want %d", len(got), len(texts), c.stories)
			}
			events, placed, days, both := 0, 0, 0, 0
			for i, s := range got {
				if o := texts[i]; s.ID != o.ID || s.Text != o.Text || s.Title != o.Title || s.DCT != o.DCT {
					t.Errorf("%s: not the same story as %s in %s", s.ID, o.ID, c.texts)
				}
				checkStory(t, &s)
				for _, e := range s.Events {
					events++
					if e.Lat != nil {
						placed++
					}
					if e.When != nil {
						days++
					}
					if e.Lat != nil && e.When != nil {
						both++
					}
				}
			}
			if events != c.events || placed != c.placed || days != c.days || both != c.both {
				t.Errorf("events %d, placed %d, with days %d, both %d; README.txt says %d, %d, %d, %d",
					events, placed, days, both, c.events, c.placed, c.days, c.both)
			}
		})
	}
}

func checkStory(t *testing.T, s *goldStory) {
	t.Helper()
	text := []rune(s.Text)
	if !s.Exhaustive || len(s.Events) == 0 {
		t.Errorf("%s: want a story whose events are all annotated", s.ID)
	}
	same := map[string]int{}
	for i := range s.Events {
		e := &s.Events[i]
		bad := func(what string) { t.Helper(); t.Errorf("%s, %q: %s", s.ID, e.Clause, what) }
		if e.Same != "" {
			same[e.Same]++
		}
		checkClause(text, e, bad)
		checkWhere(text, e, bad)
		checkWhen(text, e, bad)
	}
	for k, n := range same {
		if n < 2 {
			t.Errorf("%s: %q is told only once", s.ID, k)
		}
	}
}

// words gives the text of a span, and "" for a span that is not in the text.
func words(text []rune, span [2]int) string {
	if span[0] < 0 || span[1] > len(text) || span[0] >= span[1] {
		return ""
	}
	return string(text[span[0]:span[1]])
}

func inside(a, b [2]int) bool { return b[0] <= a[0] && a[1] <= b[1] }

func checkClause(text []rune, e *goldEvent, bad func(string)) {
	clause := [2]int{e.Start, e.End}
	if e.Clause == "" || words(text, clause) != e.Clause {
		bad("start and end are not the clause")
	}
	if words(text, e.Sentence) == "" || !inside(clause, e.Sentence) {
		bad("the clause is not in its sentence")
	}
	if e.Trigger == "" || words(text, e.TriggerSpan) != e.Trigger || !inside(e.TriggerSpan, clause) {
		bad("the trigger is not in the clause")
	}
	if e.Level != "sentence" || e.What == "" {
		bad("no level or no word for what happened")
	}
	modalities := []string{"asserted", "reported", "denied", "planned", "conditional", "claimed", "background", "opinion"}
	if !slices.Contains(modalities, e.Modality) {
		bad("unknown modality " + e.Modality)
	}
	if quoted := strings.Count(string(text[:e.Start]), `"`)%2 == 1; quoted != e.Quoted {
		bad("quoted does not agree with the quotation marks")
	}
}

// stands checks that the words of a place or a day stand where the annotation says they stand.
func stands(e *goldEvent, span [2]int, from string) bool {
	clause := [2]int{e.Start, e.End}
	switch from {
	case "clause":
		return inside(span, clause)
	case "sentence":
		return inside(span, e.Sentence) && !inside(span, clause)
	case "earlier":
		return span[1] <= e.Sentence[0]
	case "later":
		return span[0] >= e.Sentence[1]
	case "dateline":
		return span[1] <= 60 && !inside(span, clause)
	}
	return false
}

func sane(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && (lat != 0 || lon != 0)
}

func checkWhere(text []rune, e *goldEvent, bad func(string)) {
	named := e.Where != nil && *e.Where != ""
	spans := e.WhereSpans
	switch {
	case e.NoPlace && (named || e.Lat != nil || e.Unplaced), e.Unplaced && (!named || e.Lat != nil), (e.Lat == nil) != (e.Lon == nil):
		bad("placed, noplace and unplaced exclude each other")
	case e.Lat != nil && (!named || !sane(*e.Lat, *e.Lon)):
		bad("a point without a name, or not on the earth")
	case e.Lat == nil && (len(e.Alts) > 0 || len(spans) > 0 || e.Coarse || e.Described):
		bad("what belongs to a point stands without one")
	case e.Unplaced:
		spans = e.WhereAt
	}
	for _, a := range e.Alts {
		if a.Where == "" || !sane(a.Lat, a.Lon) {
			bad("an alternative without a name or not on the earth")
		}
	}
	if e.Point != nil && (!e.Unplaced || len(e.Point) != 2 || !sane(e.Point[0], e.Point[1])) {
		bad("point is for places that are named and not placed")
	}
	if named != (len(spans) == 1) || named != (e.WhereText != "") || named != (e.WhereFrom != "") {
		bad("the place and its words do not go together")
	}
	if len(spans) == 1 && (words(text, spans[0]) != e.WhereText || !stands(e, spans[0], e.WhereFrom)) {
		bad("where_text does not stand at its span, or not in the " + e.WhereFrom)
	}
}

func day(s string) (time.Time, bool) {
	d, err := time.Parse(time.DateOnly, s)
	return d, err == nil && d.Year() > 1800 && d.Year() < 2100
}

func checkWhen(text []rune, e *goldEvent, bad func(string)) {
	for _, s := range []string{e.Before, e.After} {
		if _, ok := day(s); s != "" && (!ok || e.When != nil) {
			bad("before and after are days, and stand alone")
		}
	}
	if e.When == nil {
		if e.WhenFrom != "" || len(e.WhenSpans) > 0 || (e.WhenText != "") != (len(e.WhenAt) == 1) {
			bad("what belongs to days stands without them")
		}
		if len(e.WhenAt) == 1 && words(text, e.WhenAt[0]) != e.WhenText {
			bad("when_text does not stand at its span")
		}
		return
	}
	if len(e.When) != 2 {
		bad("when is a first and a last day")
		return
	}
	a, okA := day(e.When[0])
	b, okB := day(e.When[1])
	if !okA || !okB || b.Before(a) {
		bad("no days, or the last before the first")
	}
	if e.WhenFrom == "publication" || e.WhenFrom == "title" {
		if e.WhenText != "" || len(e.WhenSpans) > 0 {
			bad("days from outside the text have no words in it")
		}
		return
	}
	if len(e.WhenSpans) != 1 || words(text, e.WhenSpans[0]) != e.WhenText || !stands(e, e.WhenSpans[0], e.WhenFrom) {
		bad("when_text does not stand at its span, or not in the " + e.WhenFrom)
		return
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		// A weekday among the words must be one of the days.
		if first := (int(d-a.Weekday()) + 7) % 7; strings.Contains(e.WhenText, d.String()) && a.AddDate(0, 0, first).After(b) {
			bad("the days hold no " + d.String())
		}
	}
}
