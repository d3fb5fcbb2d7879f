package app

import (
	"os"
	"regexp"
	"testing"
)

// Every folder that the menu of sample stories names holds five articles, and so does the one that is shown at first.
func TestSample_EveryStoryOfTheMenuIsThere(t *testing.T) {
	table, err := os.ReadFile("ui/command/table.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`f\.Sample\("([^"]+)"\)`).FindAllSubmatch(table, -1) {
		named[string(m[1])] = true
	}
	if len(named) < 2 || !named[firstSample] {
		t.Fatalf("the menu names %v", named)
	}
	for folder := range named {
		if n := len(sample(folder)); n != 5 {
			t.Errorf("%s: %d articles", folder, n)
		}
	}
}
