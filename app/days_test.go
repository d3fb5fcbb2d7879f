package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/engine"
	"dateline/app/story"
)

// TestTheDaysThatAreProposedAreUnderstood: the field for another day shows how days can be written, in the person's language.
func TestTheDaysThatAreProposedAreUnderstood(t *testing.T) {
	const hint = "Another day: early March 2025, 10–14 March"
	march := func(from, to int) [2]story.Day {
		return [2]story.Day{story.NewDay(2025, 3, from), story.NewDay(2025, 3, to)}
	}
	e := &engine.Engine{}
	for name, path := range translationFiles(t) {
		var words map[string]json.RawMessage
		raw, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(raw, &words)
		}
		said := ""
		if err == nil {
			err = json.Unmarshal(words[hint], &said)
		}
		if err != nil {
			t.Fatal(filepath.Base(path), err)
		}
		_, examples, _ := strings.Cut(said, ":")
		got := strings.Split(strings.ReplaceAll(examples, "،", ","), ",")
		if len(got) != 2 {
			t.Errorf("%s: %q has %d examples", name, said, len(got))
			continue
		}
		for i, all := range [][][2]story.Day{{march(1, 10), march(1, 31)}, {march(10, 14)}} { // a part of a month, or all of it
			from, to, ok := e.Days(strings.TrimSpace(got[i]), story.NewDay(2025, 4, 1))
			if !ok || [2]story.Day{from, to} != all[0] && [2]story.Day{from, to} != all[len(all)-1] {
				t.Errorf("%s: %q is read as %v to %v, %v", name, got[i], from, to, ok)
			}
		}
	}
}
