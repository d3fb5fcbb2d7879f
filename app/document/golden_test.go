package document

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden is what a page becomes, readable in a diff.
type golden struct {
	Title, Byline, URL string `json:",omitempty"`
	Dates              []string
	Zones              []string
	Text               []string
	Notes              []string `json:",omitempty"`
}

func TestGolden(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/*.html", "testdata/*.md"} {
		m, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, m...)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			d, err := Read(f, file, Options{})
			if err != nil {
				t.Fatal(err)
			}
			g := golden{Title: d.Title, Byline: d.Byline, URL: d.URL, Text: strings.Split(d.Text, "\n"), Notes: d.Notes}
			for _, c := range d.Dates {
				g.Dates = append(g.Dates, c.Day.String()+" "+c.Clock+" | "+c.Words+" | "+c.Span.In(d.Text))
			}
			for _, z := range d.Zones {
				g.Zones = append(g.Zones, z.Kind.String()+": "+z.Span.In(d.Text))
			}
			var b strings.Builder
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			if err := enc.Encode(g); err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSuffix(strings.TrimSuffix(file, ".html"), ".md") + ".json"
			if *update {
				if err := os.WriteFile(want, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			have, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(have), b.String()); diff != "" {
				t.Errorf("differs from %s (-want +got):\n%s", want, diff)
			}
		})
	}
}
