package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const ferryNews = "Ferry sinks\n\nA ferry sank off Springfield on Tuesday. “We lost all,” said Ann Roe in Lisbon. Divers searched Springfield."

// called runs the program and gives its status and what it wrote.
func called(t *testing.T, stdin string, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e strings.Builder
	status = run(t.Context(), args, strings.NewReader(stdin), &o, &e)
	return status, o.String(), e.String()
}

func TestProject_CorrectReadAndCheck(t *testing.T) {
	dir := t.TempDir()
	article, p := filepath.Join(dir, "ferry.txt"), filepath.Join(dir, "ferry.dateline")
	if err := os.WriteFile(article, []byte(ferryNews), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, out, errs := called(t, "", "project", "-o", p, article); status != 0 || out != "" || errs != "" {
		t.Fatalf("project: %d %q %q", status, out, errs)
	}
	_, before, _ := called(t, "", "check", p)
	if !strings.Contains(before, `"kind":"published"`) || !strings.Contains(before, `"text":"Springfield"`) || strings.Contains(before, `"status":"changed"`) {
		t.Errorf("check:\n%s", before)
	}
	lines := `{"article":"ferry.txt","set":{"published":"2024-05-15"}}
{"article":"ferry.txt","start":30,"end":41,"text":"Springfield","set":{"place":[10.5,50.25]},"scope":"article","why":"a village"}
{"article":"ferry.txt","start":0,"end":5,"text":"Nowhere","set":{"use":"actor"}}
nonsense
{"article":"ferry.txt","start":45,"end":52,"text":"Tuesday","set":{"when":"early May 2024"}}
`
	q := filepath.Join(dir, "out.dateline")
	status, out, _ := called(t, lines, "correct", "-o", q, p, "-")
	want := "1: applied: published reaches 1 article\n2: applied: place reaches 2 mentions\n3: not applied: the words \"Nowhere\" are not in the article\n" +
		"4: not applied: it is no correction"
	if status != 1 || !strings.HasPrefix(out, want) || !strings.Contains(out, "5: applied: when reaches 1 mention") {
		t.Errorf("correct: %d\n%s", status, out)
	}
	_, out, errs := called(t, "", "read", q)
	var l struct {
		DCT    struct{ Best, Kind string }
		Places []struct {
			Text     string
			Lat, Lon float64
		}
		Timexes []struct {
			Text     string
			Resolved []string
		}
	}
	if err := json.Unmarshal([]byte(out), &l); err != nil {
		t.Fatal(err, errs)
	}
	pinned := 0
	for _, x := range l.Places {
		if x.Text == "Springfield" && x.Lat == 50.25 && x.Lon == 10.5 {
			pinned++
		}
	}
	if l.DCT.Kind != "given" || l.DCT.Best != "2024-05-15" || pinned != 2 || len(l.Timexes) == 0 || l.Timexes[0].Resolved[0] != "2024-05-01" {
		t.Errorf("read: %+v", l)
	}
	_, after, _ := called(t, "", "check", q)
	if !strings.Contains(after, `"status":"changed"`) {
		t.Errorf("check after corrections:\n%s", after)
	}
	if _, plain, _ := called(t, "", "read", p); strings.Contains(plain, `"given"`) {
		t.Error("-o wrote into the project that was read")
	}
}

func TestProject_Misuse(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.dateline")
	if err := os.WriteFile(bad, []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string
	}{
		{"no output", []string{"project", "a.txt"}, 2, "-o names no project file"},
		{"another ending", []string{"project", "-o", "a.zip", "a.txt"}, 2, "ends in .dateline"},
		{"no file", []string{"project", "-o", filepath.Join(dir, "x.dateline")}, 2, "no file named"},
		{"a file that is missing", []string{"project", "-o", filepath.Join(dir, "x.dateline"), filepath.Join(dir, "none.txt")}, 1, "none.txt"},
		{"a damaged project", []string{"read", bad}, 1, "damaged"},
		{"a damaged project to correct", []string{"correct", bad, "-"}, 1, "damaged"},
		{"no corrections", []string{"correct", bad}, 2, "a project and a file of corrections"},
		{"nothing to check", []string{"check"}, 2, "no file named"},
	} {
		status, _, errs := called(t, "", c.args...)
		if status != c.status || !strings.Contains(errs, c.says) {
			t.Errorf("%s: %d %q", c.name, status, errs)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "x.dateline")); err == nil {
		t.Error("an empty project is written")
	}
}
