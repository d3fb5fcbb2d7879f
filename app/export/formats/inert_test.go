package formats

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

// nasty is the sample with what is meant to break out of a file in every field that an article can fill.
func nasty() *story.Story {
	const bad = "</script><script>alert(1)</script>\x00\x07\x1b[31m\u202egnp.exe\"';--,\\;{}%$#_]]>&<b>=cmd|' /C calc'!A0 𝔘𝔫𝔦 عربي (48) שלום 👩\u200d🚀🇺🇦"
	s := sample.Story()
	s.Title = "=1+1 " + bad
	a := *s.Articles[0]
	a.Title, a.Byline, a.URL, a.File = "+"+bad, bad, "https://a.example/?q="+bad, bad
	a.Subtitle, a.Publisher, a.Section = bad, "@"+bad, "="+bad
	at := story.Span{Start: len(a.Text) + 1}
	a.Text += "\n=" + bad
	at.End = len(a.Text)
	a.Sentences = append(slices.Clone(a.Sentences), at)
	s.Articles[0] = &a
	s.Speakers[0].Name, s.Speakers[0].Role = "-"+bad+strings.Repeat("y", 10000), "="+bad
	told, said := s.Events[0], s.Quotes[0]
	told.Same, told.Span, told.Sentence, told.Quotes = "e3", at, at, nil
	said.Span, said.Events = at, nil
	s.Events, s.Quotes = append(s.Events, told), append(s.Quotes, said)
	s.Events[0].What = "@" + bad
	s.Events = append(s.Events, s.Events[0])
	w := *s.Events[0].Where
	w.Place.Name = bad + strings.Repeat("x", 10000)
	s.Events[0].Where = &w
	return s
}

// TestEveryFormat_IsInert: whatever an article holds, each file stays one of its kind and holds nothing that acts.
func TestEveryFormat_IsInert(t *testing.T) {
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			got := sample.Written(t, f, whole(nasty()))
			switch f.Name {
			case "png", "gif", "mp4", "pdf", "cloze", "questions", "sqlite": // pictures, pages and cells
				read(t, f.Name, got)
				return
			case "pptx", "docx", "questions-docx", "xlsx", "tables-xlsx":
				for name, part := range partsOf(t, got) {
					if !strings.HasSuffix(name, ".png") && (strings.ContainsAny(part, "\x00\x07\x1b") || strings.Contains(part, "\u202e") || strings.Contains(part, "<script>")) {
						t.Errorf("%s: a script or control characters are written", name)
					}
				}
				return
			case "kmz":
				z, err := zip.NewReader(strings.NewReader(got), int64(len(got)))
				if err != nil || len(z.File) != 1 || z.File[0].Name != "doc.kml" {
					t.Fatal(err)
				}
				r, err := z.File[0].Open()
				if err != nil {
					t.Fatal(err)
				}
				b, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				got = string(b)
			}
			wellFormed(t, f, got)
			if !utf8.ValidString(got) {
				t.Error("no UTF-8")
			}
			switch f.Name {
			case "html":
				if strings.Contains(got, "<script>alert") || strings.Contains(got, "<b>=cmd") || strings.ContainsAny(got, "\x00\x07\x1b") || strings.Contains(got, "\u202e") {
					t.Error("what an article holds is written as it stands")
				}
			case "md", "kml", "kmz", "gpx", "svg": // a browser or a globe reads marks in these
				if strings.Contains(got, "<script>") {
					t.Error("a script is written as one")
				}
				fallthrough
			case "ics", "bib", "ris", "cite":
				if strings.ContainsAny(got, "\x00\x07\x1b") || strings.Contains(got, "\u202e") {
					t.Error("control characters are written")
				}
			}
		})
	}
}

// wellFormed reads a file as its kind.
func wellFormed(t *testing.T, f export.Format, got string) {
	t.Helper()
	switch f.Exts[0] {
	case ".kml", ".kmz", ".gpx", ".svg":
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	case ".json", ".jsonld", ".geojson":
		if !json.Valid([]byte(got)) {
			t.Error("no JSON")
		}
	case ".csv":
		all, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all[1:] {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+@", rune(cell[0])) {
					t.Errorf("a formula: %.30q", cell)
				}
			}
		}
	case ".ics":
		for _, l := range strings.Split(strings.TrimSuffix(got, "\r\n"), "\r\n") {
			if len(l) > 75 || strings.ContainsAny(l, "\r\n") {
				t.Errorf("a line of %d bytes: %.40q", len(l), l)
			}
		}
	}
}

// TestEveryFormat_AnEmptyViewIsAValidFileThatSaysWhy.
func TestEveryFormat_AnEmptyViewIsAValidFile(t *testing.T) {
	for _, f := range All {
		c := whole(sample.Story())
		c.View = story.Visible(c.Story, story.Between(1, 2), story.Filter{})
		var b bytes.Buffer
		if err := export.Write(context.Background(), &b, f, c); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if strings.Contains("png gif mp4 kmz sqlite pdf cloze questions", f.Name) {
			continue
		}
		if strings.Contains(".pptx.docx.xlsx", f.Exts[0]) {
			said := false
			for _, part := range partsOf(t, b.String()) {
				said = said || strings.Contains(part, " is visible")
			}
			if !said {
				t.Errorf("%s does not say that nothing is visible", f.Name)
			}
			continue
		}
		wellFormed(t, f, b.String())
		switch f.Name {
		case "md", "kml", "ics", "gpx", "timelinejs", "storymapjs", "svg", "html", "geojson":
			if !strings.Contains(b.String(), " is visible") {
				t.Errorf("%s does not say that nothing is visible:\n%s", f.Name, b.String())
			}
		}
	}
}
