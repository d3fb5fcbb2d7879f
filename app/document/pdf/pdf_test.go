package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
)

// open reads a file of testdata.
func open(t *testing.T, name string, o document.Options) ([]story.Document, error) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return document.Formats{Format}.Bytes(context.Background(), b, name+".pdf", o)
}

const storm, avalanche = "Storm keeps the ferries of Krevna in port", "Avalanche cuts the valley off"

// The files are those of other programs; what went in stands beside them. testdata/README says how they were made.
func TestWordsInTheOrderOfReading(t *testing.T) {
	for _, c := range []struct {
		claim, file, words, title string
		recall, precision         float64 // the least share of the words, in order
		heads                     bool    // running heads are left out
	}{
		{"one column with hyphens, ligatures, head and foot", "tex-one", "", storm, 1, 1, true},
		{"two columns, of which the last page has few lines", "tex-two", "", storm, 1, 1, true},
		{"two columns under a title", "office-two", "", storm, 1, 1, true},
		{"three columns", "office-three", "", storm, 1, 1, true},
		{"a list, a table, a footnote and two scripts", "office-mixed", "", avalanche, 1, 1, false},
		{"Cyrillic", "russian-two", "", "Шторм задержал паромы", 0.99, 0.99, true},
		{"from right to left, with numbers, brackets and Latin letters", "hebrew", "", "", 1, 0.95, false},
		{"glyphs of several letters, from right to left", "arabic", "", "", 1, 0.95, false},
		{"columns, then a heading across them and columns again; an initial", "news-three", "", avalanche, 0.998, 0.998, false},
		{"fonts that are not in the file", "groff-one", "", avalanche, 1, 1, false},
		{"the same in two columns", "groff-two", "", storm, 0.999, 0.999, true},
		{"objects in streams", "packed", "groff-one", avalanche, 1, 1, false},
		{"AES-256 that anybody may open", "aes256", "groff-one", avalanche, 1, 1, false},
		{"AES-128 that anybody may open", "aes128", "groff-one", avalanche, 1, 1, false},
		{"RC4 of 128 bits that anybody may open", "rc128", "groff-one", avalanche, 1, 1, false},
		{"RC4 of 40 bits that anybody may open", "rc40", "groff-one", avalanche, 1, 1, false},
	} {
		t.Run(c.claim, func(t *testing.T) {
			words := c.words
			if words == "" {
				words = c.file
			}
			text, err := os.ReadFile(filepath.Join("testdata", words+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			docs, err := open(t, c.file, document.Options{})
			if err != nil || len(docs) != 1 {
				t.Fatalf("%d articles, %v", len(docs), err)
			}
			golden.Sound(t, docs[0])
			want, got := golden.Words(string(text)), golden.Words(docs[0].Text)
			n := float64(golden.Common(want, got))
			if recall, precision := n/float64(len(want)), n/float64(len(got)); recall < c.recall || precision < c.precision {
				t.Errorf("%.4f of the words came out, %.4f of what came out are words\n%s", recall, precision, docs[0].Text)
			}
			if docs[0].Title != c.title {
				t.Errorf("title %q", docs[0].Title)
			}
			if heads := strings.Contains(strings.Join(docs[0].Notes, " "), "running heads"); heads != c.heads {
				t.Errorf("notes %q", docs[0].Notes)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		file string
		off  int // paragraphs more or less
	}{{"tex-one", 0}, {"tex-two", 0}, {"office-two", 0}, {"office-three", 0}, {"russian-two", 1}, {"groff-one", 0}, {"groff-two", 3}} {
		docs, err := open(t, c.file, document.Options{})
		text, err2 := os.ReadFile(filepath.Join("testdata", c.file+".txt"))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		want, got := strings.Count(string(text), "\n\n"), strings.Count(docs[0].Text, "\n\n")
		if got-want > c.off || want-got > c.off {
			t.Errorf("%s: %d paragraphs, want %d", c.file, got, want)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	whole, err := os.ReadFile("testdata/groff-one.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim, file, in string
		o               document.Options
		says            string
		is              error
	}{
		{"a scan", "scan", "", document.Options{}, "pictures of text and no text", document.ErrScan},
		{"letters without names", "nameless", "", document.Options{}, "does not say which letters", document.ErrLetters},
		{"a password is missing", "locked", "", document.Options{}, "protected by a password", document.ErrLocked},
		{"a wrong password", "locked", "", document.Options{Password: "krevno"}, "protected by a password", document.ErrLocked},
		{"an older kind of it", "locked128", "", document.Options{Password: "x"}, "protected by a password", document.ErrLocked},
		{"a way of protection of another maker", "", strings.Replace(golden.PDF("A"), "/Root", "/Encrypt<</Filter/Acme>>/Root", 1), document.Options{}, "not known", document.ErrLocked},
		{"nothing but a mark", "", "%PDF-1.4\n...", document.Options{}, "damaged or cut short", document.ErrDamaged},
		{"cut before its first page", "", string(whole[:20]), document.Options{}, "damaged or cut short", document.ErrDamaged},
		{"an empty page", "", golden.PDF(""), document.Options{}, "holds no text", document.ErrNoText},
		{"a page that is not there", "", golden.PDF("A"), document.Options{Pages: "3"}, "it has 1 pages, and page 3", document.ErrNoText},
		{"pages that are no numbers", "", golden.PDF("A"), document.Options{Pages: "all"}, `"all" are not understood`, document.ErrFormat},
		{"over the limit", "", golden.PDF("A"), document.Options{MaxBytes: 100}, "too large", document.ErrTooLarge},
	} {
		t.Run(c.claim, func(t *testing.T) {
			var docs []story.Document
			var err error
			if c.file != "" {
				docs, err = open(t, c.file, c.o)
			} else {
				docs, err = document.Formats{Format}.Bytes(context.Background(), []byte(c.in), "a.pdf", c.o)
			}
			if len(docs) > 0 || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%d articles, %v", len(docs), err)
			}
		})
	}
}

func TestAPasswordOpens(t *testing.T) {
	for _, file := range []string{"locked", "locked128"} {
		for _, password := range []string{"krevna", "owner"} {
			docs, err := open(t, file, document.Options{Password: password})
			if err != nil || docs[0].Title != avalanche {
				t.Errorf("%s with %q: %v", file, password, err)
			}
		}
	}
}

func TestWhatTheFileSays(t *testing.T) {
	in := strings.Replace(golden.PDF("It rained in Lima."), "/Root", "/Info<</Title(Rain)/Author(\xfe\xff\x00A\x00n\x00a\x00 \x00R\x00o\x00e)/CreationDate(D:20240131083000+01'00')/ModDate(D:20240201)>>/Root", 1)
	docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.pdf", document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if d.Title != "Rain" || d.Byline != "Ana Roe" || len(d.Dates) != 1 || d.Dates[0].Source != story.SourceUpdated || d.Dates[0].Words != "created: 2024-02-01" {
		t.Errorf("%q, %q, %+v", d.Title, d.Byline, d.Dates)
	}
	in = strings.Replace(in, "(Rain)", "(rain_final2.indd)", 1)
	if docs, _ = (document.Formats{Format}).Bytes(context.Background(), []byte(in), "a.pdf", document.Options{}); docs[0].Title != "" {
		t.Errorf("the name of a file as the title: %q", docs[0].Title)
	}
}

func TestPagesOfALongOne(t *testing.T) {
	var all []string
	for _, w := range []string{"one", "two", "three", "four"} {
		all = append(all, "# Page "+w, "Rain fell on page "+w+". It was cold.", "\f")
	}
	in := golden.PDF(all...)
	for pages, want := range map[string]string{"": "one two three four", "2": "two", "2-3": "two three", "3-": "three four", "1,4": "one four", "3-99": "three four"} {
		docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.pdf", document.Options{Pages: pages})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range []string{"one", "two", "three", "four"} {
			if strings.Contains(docs[0].Text, "page "+w+". ") {
				got = append(got, w)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("pages %q: %q", pages, got)
		}
	}
}
