package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTellAdvisories(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"GO-1.json": `{"id":"GO-1","summary":"loops","affected":[{"package":{"name":"made.up/html"},"ranges":[{"events":[{"introduced":"0"},{"fixed":"0.45.0"}]}],"ecosystem_specific":{"imports":[{"path":"made.up/html/parse"}]}}]}`,
		"GO-2.json": `{"id":"GO-2","summary":"twice broken","affected":[{"package":{"name":"made.up/zip"},"ranges":[{"events":[{"introduced":"1.0.0"},{"fixed":"1.2.0"},{"introduced":"1.4.0"},{"fixed":"1.4.2"}]}]}]}`,
		"GO-3.json": `{"id":"GO-3","summary":"of Go","affected":[{"package":{"name":"stdlib"},"ranges":[{"events":[{"introduced":"1.26.0-0"},{"fixed":"1.26.9"}]}],"ecosystem_specific":{"imports":[{"path":"net/http"}]}}]}`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []struct {
		name, html, zip, packages string
		told, bad                 string // "" is nothing
	}{
		{"versions without faults", "v0.45.0", "v1.3.0", "made.up/html/parse made.up/zip", "0 advisories", ""},
		{"an old one", "v0.44.0", "v1.3.0", "made.up/html/parse", "1 advisories", "GO-1: raise made.up/html v0.44.0 to 0.45.0"},
		{"a fault of a package that is not linked", "v0.44.0", "v1.3.0", "made.up/html", "0 advisories", ""},
		{"one between two repairs", "v0.45.0", "v1.4.1", "made.up/zip", "1 advisories", "GO-2: raise made.up/zip v1.4.1 to 1.4.2"},
		{"one before the first repair", "v0.45.0", "v1.1.0", "made.up/zip", "1 advisories", "to 1.2.0"},
		{"one older than the fault", "v0.45.0", "v0.9.0", "made.up/zip", "0 advisories", ""},
		{"a fault of Go itself is told and goes with another Go", "v0.45.0", "v1.3.0", "net/http", "build with Go 1.26.9", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			packages := map[string]bool{}
			for p := range strings.FieldsSeq(row.packages) {
				packages[p] = true
			}
			var b strings.Builder
			err := tellAdvisories(&b, folder, []module{{"std", "go1.26.8", ""}, {"made.up/html", row.html, ""}, {"made.up/zip", row.zip, ""}}, packages)
			if !strings.Contains(b.String(), row.told) {
				t.Errorf("%q, want %q in it", b.String(), row.told)
			}
			if (err != nil) != (row.bad != "") || err != nil && !strings.Contains(err.Error(), row.bad) {
				t.Errorf("%v, want %q", err, row.bad)
			}
		})
	}
	if _, err := hits(t.TempDir(), nil, nil); err == nil {
		t.Error("an empty folder is taken for a database without faults")
	}
}
