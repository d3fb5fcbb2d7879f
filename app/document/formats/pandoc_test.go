package formats

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
)

// The files of testdata/pandoc were made by pandoc 2.17 from ferries.md, with its footnote, list, table and Cyrillic letters.
const (
	pandocHead = `Ferries wait in Split Ana Roe 2024-02-01 `
	pandocText = `A storm kept 12 ferries in Split on Monday.`
	pandocRest = ` “Nobody sails today,” said Ana Perić, who heads the port — since 1998. `
	pandocNote = ` The port counts only large ferries. `
	pandocMore = ` What comes next. First the large ones. Then the small ones. Day Wind, Monday 90 km/h, Tuesday 40 km/h. In Russian.
В порту Мурманска тоже ждали: «Сегодня никто не выйдет», сказал диспетчер. Then came the news of 3 hours at 06:30, code too.`
)

func TestFilesThatAnotherProgramMade(t *testing.T) {
	whole := pandocHead + pandocText + pandocRest + pandocMore + pandocNote
	for _, c := range []struct {
		file, title, words, zone string
		articles                 int
	}{
		{"ferries.docx", "Ferries wait in Split", whole, "byline:Ana Roe", 1},
		{"ferries.odt", "Ferries wait in Split", whole, "byline:Ana Roe", 1},
		{"ferries.rtf", "", whole, "", 1},
		{"ferries.epub", "Ferries wait in Split", pandocHead + "Ferries wait in Split " + pandocText + "1" + pandocRest + pandocNote + "\u21a9\ufe0e" + pandocMore, "byline:Ana Roe", 4},
	} {
		t.Run(c.file, func(t *testing.T) {
			f, err := os.Open(filepath.Join("testdata", "pandoc", c.file))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			docs, err := All.Read(context.Background(), f, c.file, document.Options{})
			if err != nil || len(docs) != c.articles {
				t.Fatalf("%d articles, %v", len(docs), err)
			}
			golden.SameWords(t, docs, c.words)
			byline := ""
			for _, z := range docs[0].Zones {
				if z.Kind.String() == "byline" {
					byline = "byline:" + z.Span.In(docs[0].Text)
				}
			}
			if docs[0].Title != c.title || byline != c.zone || len(docs[0].Notes) > 0 {
				t.Errorf("title %q, %q, notes %q", docs[0].Title, byline, docs[0].Notes)
			}
		})
	}
}

// The files of testdata/office were made by LibreOffice 7.4 from a document with headings, a list, a table, a footnote and
// Cyrillic letters; the words stand beside them.
func TestFilesOfLibreOffice(t *testing.T) {
	words, err := os.ReadFile(filepath.Join("testdata", "office", "avalanche.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := golden.Words(string(words))
	for _, ext := range []string{".docx", ".odt", ".rtf", ".epub"} {
		f, err := os.Open(filepath.Join("testdata", "office", "avalanche"+ext))
		if err != nil {
			t.Fatal(err)
		}
		docs, err := All.Read(context.Background(), f, f.Name(), document.Options{})
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(ext, err)
		}
		var got []string
		for _, d := range docs {
			golden.Sound(t, d)
			got = append(got, golden.Words(d.Text)...)
		}
		n := golden.Common(want, got)
		if n*1000 < len(want)*995 || n*100 < len(got)*99 {
			t.Errorf("%s: %d of %d words came out, among %d; title %q", ext, n, len(want), len(got), docs[0].Title)
		}
	}
}
