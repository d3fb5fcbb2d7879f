package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestCompare(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for name, text := range map[string]string{
		"a.txt": "Fire\n\nA fire in Lyon killed 31 people on 3 June 2024, police said. Mayor Jean Kovacs called it “a sad day”.",
		"b.txt": "Blaze\n\nA fire in Lyon on 3 June 2024 killed 26 people. Mayor Jean Kovačs denied that the roof in Lyon had burned.",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	status, out, errs := called(t, "", append([]string{"compare"}, files...)...)
	if status != 0 || errs != "" {
		t.Fatalf("compare: %d %q", status, errs)
	}
	var got compareOut
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Figures) != 1 || got.Figures[0].Of != "dead" || len(got.Figures[0].Figures) != 2 || *got.Figures[0].Where != "Lyon" {
		t.Errorf("figures: %+v", got.Figures)
	}
	words := 0
	for _, src := range got.Sources {
		for _, side := range src.Sides {
			words += side.Words
		}
	}
	if len(got.Sources) != 2 || got.Sources[0].Sentences != 2 || words == 0 || words != got.Sources[0].Words+got.Sources[1].Words {
		t.Errorf("sources: %+v", got.Sources)
	}
	if len(got.Events) == 0 || len(got.Events[0].Articles) != 2 {
		t.Errorf("events: %+v", got.Events)
	}
	if len(got.Spellings) != 1 || got.Spellings[0][0] == got.Spellings[0][1] {
		t.Errorf("spellings: %v", got.Spellings)
	}
	if status, _, errs := called(t, "", "compare"); status != 2 || errs == "" {
		t.Errorf("without a file: %d %q", status, errs)
	}
}
