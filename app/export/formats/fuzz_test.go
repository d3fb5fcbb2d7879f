package formats

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

// FuzzEveryFormat writes a story of any words and days in every format that needs no map: none fails, and what comes out
// is what its ending says, whatever letters stand in the story.
func FuzzEveryFormat(f *testing.F) {
	f.Add("Ferry lost", "Rui Gomes", "arrest", "https://a.example/1", int32(19800), int16(3))
	f.Add("=1+1\t\"<b>&amp;\x00\x1b]]>", "Żółw \u202e\ufeff\ufffe", "a;b,c\r\nBEGIN:VEVENT", "javascript:alert(1)", int32(-719162), int16(400))
	f.Add("", "{\\rtf1}", "'; DROP TABLE events; --", "", int32(2932896), int16(0))
	f.Fuzz(func(t *testing.T, title, name, what, url string, from int32, wide int16) {
		for _, words := range []*string{&title, &name, &what, &url} { // a document holds nothing else
			*words = strings.ToValidUTF8(*words, "")
		}
		s := sample.Story()
		a := *s.Articles[0]
		a.Title, a.URL, a.Publisher = title, url, name
		s.Articles[0], s.Title = &a, title
		s.Speakers[0].Name, s.Speakers[0].Role = name, what
		s.Events[0].What = what
		s.Events[0].Where.Place.Name = title
		first := story.NewDay(1, 1, 1) + story.Day(from%3_600_000+719162) // the years that a calendar has
		s.Events[0].When = story.Moment{Earliest: first, Latest: first + story.Day(uint16(wide)), P: 0.5, Basis: story.BasisClause}
		c := sample.Content(s)
		for _, format := range All {
			if format.Needs != 0 || slow[format.Name] {
				continue
			}
			var out bytes.Buffer
			if err := export.Write(context.Background(), &out, format, c); err != nil {
				t.Fatalf("%s: %v", format.Name, err)
			}
			if strings.Contains(".docx.xlsx.pptx", format.Exts[0]) {
				for name, part := range partsOf(t, out.String()) {
					if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
						readable(t, format.Name+" "+name, part)
					}
				}
				continue
			}
			if format.Exts[0] != ".kmz" {
				wellFormed(t, format, out.String())
				if !utf8.Valid(out.Bytes()) {
					t.Fatalf("%s is no UTF-8", format.Name)
				}
			}
		}
	})
}

// slow are formats of a tenth of a second and more for the smallest story: a fuzzer gets nowhere with them.
var slow = map[string]bool{"sqlite": true}

// readable reads XML to its end.
func readable(t *testing.T, name, part string) {
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}
