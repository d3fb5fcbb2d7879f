// Package golden holds what files become against testdata, and counts words, for the tests of the formats.
package golden

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// shape is what a file becomes, readable in a diff.
type shape struct {
	Title, Byline, URL string `json:",omitempty"`

	Subtitle, Publisher, Section, Language string `json:",omitempty"`

	Dates []string
	Zones []string
	Text  []string
	Notes []string `json:",omitempty"`
}

// Files holds each file of testdata with an ending of f against the .json beside it.
func Files(t *testing.T, f document.Format) {
	t.Helper()
	n := 0
	for _, ext := range f.Exts {
		files, err := filepath.Glob("testdata/*" + ext)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			n++
			t.Run(filepath.Base(file), func(t *testing.T) { golden(t, f, file, strings.TrimSuffix(file, ext)+".json") })
		}
	}
	if n == 0 {
		t.Error("testdata holds no file of the format")
	}
}

func golden(t *testing.T, f document.Format, file, want string) {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	docs, err := document.Formats{f}.Read(context.Background(), in, file, document.Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(shapeOf(docs[0])); err != nil {
		t.Fatal(err)
	}
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
}

func shapeOf(d story.Document) shape {
	s := shape{Title: d.Title, Byline: d.Byline, URL: d.URL, Text: strings.Split(d.Text, "\n"), Notes: d.Notes,
		Subtitle: d.Subtitle, Publisher: d.Publisher, Section: d.Section, Language: d.Declared}
	for _, c := range d.Dates {
		s.Dates = append(s.Dates, c.Day.String()+" "+c.Clock+" | "+c.Words+" | "+c.Span.In(d.Text))
	}
	for _, z := range d.Zones {
		s.Zones = append(s.Zones, z.Kind.String()+": "+z.Span.In(d.Text))
	}
	return s
}

// Words are the words and numbers of a text in order, without what stands between them.
func Words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.M, r) })
}

// SameWords reports words of want that the articles lack, have too often, or have in another order.
func SameWords(t *testing.T, docs []story.Document, want string) {
	t.Helper()
	var got []string
	for _, d := range docs {
		got = append(got, Words(d.Text)...)
	}
	if w := Words(want); !slices.Equal(got, w) {
		t.Errorf("%d words went in, %d came out (-in +out):\n%s", len(w), len(got), cmp.Diff(w, got))
	}
}

// One reads a file of a format that has to hold one article, and looks whether that is Sound.
func One(t *testing.T, f document.Format, name, in string) story.Document {
	t.Helper()
	docs, err := document.Formats{f}.Bytes(context.Background(), []byte(in), name, document.Options{})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	Sound(t, docs[0])
	return docs[0]
}

// Sound reports a document that breaks the rules of spans: zones and dates lie in the text, zones in order and apart.
func Sound(t *testing.T, d story.Document) {
	t.Helper()
	if strings.TrimSpace(d.Text) == "" || !utf8.ValidString(d.Text) {
		t.Fatalf("text %q", d.Text)
	}
	if d.ID != document.ID(d.Text) {
		t.Fatalf("ID %q", d.ID)
	}
	end := 0
	for _, z := range d.Zones {
		if z.Span.Start < end || z.Span.Empty() || z.Span.End > len(d.Text) {
			t.Fatalf("zones %v in %d", d.Zones, len(d.Text))
		}
		end = z.Span.End
	}
	for _, c := range d.Dates {
		if c.Span.Start < 0 || c.Span.End < c.Span.Start || c.Span.End > len(d.Text) {
			t.Fatalf("date %v", c)
		}
	}
}

// Fuzz reads what f is fuzzed with, twice: nothing panics, both times give the same, and what comes is sound.
func Fuzz(f *testing.F, format document.Format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	list := document.Formats{format}
	f.Fuzz(func(t *testing.T, b []byte) {
		one, err := list.Bytes(context.Background(), b, "a"+format.Exts[0], document.Options{})
		two, err2 := list.Bytes(context.Background(), b, "a"+format.Exts[0], document.Options{})
		if errors.Is(err, document.ErrFault) {
			t.Fatal(err)
		}
		if (err == nil) != (err2 == nil) || len(one) != len(two) {
			t.Fatalf("not the same twice: %v, %v", err, err2)
		}
		for i, d := range one {
			if d.Text != two[i].Text {
				t.Fatal("not the same text twice")
			}
			Sound(t, d)
		}
	})
}

// Zip packs parts, each a name and its content, in their order. A part named mimetype is not compressed.
func Zip(parts ...string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i+1 < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.String()
}

// Zones are the zones of an article as "kind:text", in their order.
func Zones(d story.Document) string {
	var out []string
	for _, z := range d.Zones {
		out = append(out, z.Kind.String()+":"+z.Span.In(d.Text))
	}
	return strings.Join(out, " ")
}
