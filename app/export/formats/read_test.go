package formats

import (
	"bytes"
	"context"
	"database/sql"
	"image/gif"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/pdf"
	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/export/webanno"
	"dateline/app/story"
)

// read opens a file that is no text as a program of its kind does, and looks for the nasty words in it: there, and inert.
func read(t *testing.T, name, file string) {
	t.Helper()
	switch name {
	case "png":
		img, err := png.Decode(strings.NewReader(file))
		if err != nil || img.Bounds().Empty() {
			t.Errorf("no picture: %v", err)
		}
	case "gif":
		film, err := gif.DecodeAll(strings.NewReader(file))
		if err != nil || len(film.Image) < 2 {
			t.Errorf("no film: %v", err)
		}
	case "pdf", "cloze":
		readPages(t, file)
	case "sqlite":
		readCells(t, file)
	}
}

// readPages reads a PDF by the program's own reader of articles.
func readPages(t *testing.T, file string) {
	t.Helper()
	docs, err := document.Formats{pdf.Format}.Bytes(context.Background(), []byte(file), "handout.pdf", document.Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	text := strings.Join(strings.Fields(docs[0].Text), "")
	if !strings.Contains(text, "alert(1)") {
		t.Errorf("the words of the article are not on the pages: %.300q", docs[0].Text)
	}
	if strings.ContainsAny(text, "\x00\x07\x1b\u202e") {
		t.Error("control characters stand on the pages")
	}
	for _, acts := range []string{"/JavaScript", "/JS", "/Launch", "/OpenAction", "/Type /EmbeddedFile"} {
		if strings.Contains(file, acts) {
			t.Errorf("the file has %s, which acts", acts)
		}
	}
}

// readCells asks the database for what was written: every table is there, and the words came back as data.
func readCells(t *testing.T, file string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.sqlite")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := nasty()
	for query, want := range map[string]int{"event": len(s.Events), "quote": len(s.Quotes), "document": len(s.Articles), "speaker": len(s.Speakers)} {
		n := -1
		if err := db.QueryRow("SELECT count(*) FROM " + query).Scan(&n); err != nil || n != want {
			t.Errorf("%s: %d rows, want %d (%v)", query, n, want, err)
		}
	}
	for query, want := range map[string]string{
		"SELECT name FROM speaker LIMIT 1":                            s.Speakers[0].Name,
		"SELECT title FROM document LIMIT 1":                          s.Articles[0].Title,
		"SELECT words FROM quote ORDER BY length(words) DESC LIMIT 1": s.Quotes[1].Span.In(s.Articles[0].Text),
		"SELECT text FROM sentence ORDER BY id DESC LIMIT 1":          s.Quotes[1].Span.In(s.Articles[0].Text),
	} {
		var got string
		if err := db.QueryRow(query).Scan(&got); err != nil {
			t.Errorf("%s: %v", query, err)
		} else if export.Clean(strings.ReplaceAll(got, "\uFFFD", "")) != export.Clean(want) {
			t.Errorf("%s: %.80q, want %.80q", query, got, want)
		} else if strings.ContainsAny(got, "\x00\x07\x1b") {
			t.Errorf("%s: control characters are written", query)
		}
	}
}

func TestAnnotationsOfNothingSayWhy(t *testing.T) {
	c := whole(&story.Story{Title: "Empty", Articles: []*story.Article{{Document: story.Document{ID: "d", Text: "Nothing."}}}})
	var b bytes.Buffer
	if err := export.Write(context.Background(), &b, webanno.Format, c); err != nil || !strings.Contains(b.String(), "no place, time or quote was found") {
		t.Errorf("%v: %s", err, b.String())
	}
	if strings.Contains(sample.Written(t, webanno.Format, whole(sample.Story())), "was found") {
		t.Error("one with annotations says it is empty")
	}
}
