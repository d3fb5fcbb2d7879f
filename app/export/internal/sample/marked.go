package sample

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"dateline/app/export"
	"dateline/app/story"
)

// Marked words a file in no language: of all that it says only what it was handed stays.
var Marked = export.Words{In: marked{}}

type marked struct{}

func (marked) Language() string  { return "xx" }
func (marked) RightToLeft() bool { return false }
func (marked) L(_ string, data ...any) string {
	if len(data) == 0 {
		return "§"
	}
	return "§" + fmt.Sprint(values(data[0].(map[string]any)))
}
func (marked) N(string, int, map[string]any) string { return "§" }
func (marked) Count(int, string, string) string     { return "§" }
func (marked) Day(story.Day) string                 { return "§" }
func (marked) Interval(story.Day, story.Day) string { return "§" }
func (marked) Country(string) string                { return "§" }
func (marked) Reason(story.Reason) string           { return "§" }

func values(data map[string]any) (out []any) {
	for _, v := range data {
		out = append(out, v)
	}
	return out
}

var word = regexp.MustCompile(`\pL{3,}`)

// AllMarked fails for words of a file that neither the story says nor Marked was asked for.
func AllMarked(t *testing.T, s *story.Story, file, visible string) {
	t.Helper()
	told, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	known := append(word.FindAllString(string(told), -1), "Dateline")
	n := 0
	for _, w := range word.FindAllString(visible, -1) {
		if n++; !slices.Contains(known, w) {
			t.Errorf("%s says %q, which stays English in every language: it goes through export.Words", file, w)
		}
	}
	if n == 0 {
		t.Errorf("%s: nothing is visible: %q", file, visible)
	}
}
