package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/plain"
	"dateline/app/story"
)

var list = document.Formats{plain.Format, Zip, Tar}

func read(in, name string, o document.Options) ([]story.Document, []string) {
	docs, err := list.Bytes(context.Background(), []byte(in), name, o)
	var faults []string
	for _, e := range document.Faults(err) {
		faults = append(faults, strings.TrimPrefix(e.Error(), "document: "+name+": "))
	}
	return docs, faults
}

// told are the articles as "container/file: text".
func told(docs []story.Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, d.Container+"/"+d.File+": "+d.Text)
	}
	return strings.Join(out, " | ")
}

func TestWhatIsInAnArchive(t *testing.T) {
	two := []string{"a.txt", "One.", "b/a.txt", "Two.", "c.png", "PNG", "d/", ""}
	const both = "x/a.txt: One. | x/a (2).txt: Two."
	inner := golden.Zip("deep.txt", "Deep.", "more.txt", "More.")
	for _, c := range []struct{ claim, in, want, faults string }{
		{"files of one name are two articles", golden.Zip(two...), both, ""},
		{"tar", golden.Tar(two...), both, ""},
		{"compressed tar", golden.Gzip(golden.Tar(two...)), both, ""},
		{"one file that is compressed", golden.Gzip("One."), "/x: One.", ""},
		{"one file in an archive is the archive", golden.Zip("a.txt", "One."), "/x: One.", ""},
		{"archives in archives", golden.Zip("in.zip", inner, "b.txt", "Two."), "x/in.zip/deep.txt: Deep. | x/in.zip/more.txt: More. | x/b.txt: Two.", ""},
		{"names that climb out stay names", golden.Zip("../../etc/a.txt", "One.", `C:\\up\\b.txt`, "Two."), "x/a.txt: One. | x/b.txt: Two.", ""},
		{"what systems put beside files", golden.Zip("__MACOSX/._a.txt", "x", ".DS_Store", "x", "~$a.txt", "x", "page_files/ad.txt", "x", "a.txt", "One."), "/x: One.", ""},
		{"an empty file among others", golden.Zip("a.txt", "One.", "b.txt", " "), "/x: One.", "b.txt: the file is empty; choose one that holds an article"},
		{"a file that is no text", golden.Zip("a.txt", "One.", "b.txt", "\x00\x01\x02"), "/x: One.", "b.txt: " + document.ErrBinary.Error()},
		{"nothing in it", golden.Zip("d/", ""), "", document.ErrEmpty.Error()},
		{"nothing to read in it", golden.Zip("a.png", "x", "b.png", "y", "c", "z"), "", "3 files of the archive were left out, since they are no articles (.png, without an ending): " + document.ErrNoText.Error()},
		{"a document of another program", golden.Zip("[Content_Types].xml", "x", "a.txt", "One."), "", "it is a document of another program: " + document.ErrFormat.Error()},
		{"cut short", golden.Zip(two...)[:80], "", document.ErrDamaged.Error()},
		{"a tar cut short gives what came before", golden.Tar(two...)[:1200], "/x: One.", document.ErrDamaged.Error()},
		{"gzip cut short", golden.Gzip("One.")[:12], "", document.ErrDamaged.Error()},
	} {
		t.Run(c.claim, func(t *testing.T) {
			docs, faults := read(c.in, "x", document.Options{})
			if told(docs) != c.want || strings.Join(faults, " | ") != c.faults {
				t.Errorf("%s\nfaults %q", told(docs), faults)
			}
		})
	}
	docs, _ := read(golden.Zip(two...), "x", document.Options{})
	if notes := strings.Join(docs[0].Notes, ""); notes != "1 files of the archive were left out, since they are no articles (.png)" {
		t.Errorf("what was left out is said: %q", notes)
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat("a", 40<<20)
	deep := golden.Zip("a.txt", "One.")
	for range 10 {
		deep = golden.Zip("a.zip", deep, "b.txt", "Two.")
	}
	for _, c := range []struct {
		claim, in, name string
		want            error
		articles        int
	}{
		{"letters that unpack to 40 MB", golden.Zip("a.txt", zeros, "b.txt", "Two."), "a.zip", document.ErrTooLarge, 1},
		{"the same in tar", golden.Gzip(golden.Tar("b.txt", "Two.", "a.txt", zeros)), "a.tgz", document.ErrTooLarge, 1},
		{"the same alone", golden.Gzip(zeros), "a.gz", document.ErrTooLarge, 0},
		{"archives in archives in archives", deep, "a.zip", document.ErrNested, 4},
	} {
		docs, err := list.Bytes(context.Background(), []byte(c.in), c.name, document.Options{})
		if !errors.Is(err, c.want) || len(docs) != c.articles {
			t.Errorf("%s: %d articles, %v", c.claim, len(docs), err)
		}
	}
}

func TestAPasswordIsSaid(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range []string{"a.txt", "b.txt"} {
		h := &zip.FileHeader{Name: name, Method: zip.Store}
		if name == "a.txt" {
			h.Flags = 1
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, "It rained.")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	docs, err := list.Bytes(context.Background(), out.Bytes(), "x.zip", document.Options{})
	if len(docs) != 1 || !errors.Is(err, document.ErrLocked) || !strings.Contains(err.Error(), "a.txt: ") {
		t.Errorf("%d articles, %v", len(docs), err)
	}
}

func TestProgressAndCancel(t *testing.T) {
	var parts []string
	for i := range 50 {
		parts = append(parts, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Day %d was fine.", i))
	}
	for _, in := range []string{golden.Zip(parts...), golden.Tar(parts...)} {
		ctx, cancel := context.WithCancel(context.Background())
		steps := 0
		o := document.Options{Report: func(done, _ int) {
			if steps++; done == 20 {
				cancel()
			}
		}}
		docs, err := list.Bytes(ctx, []byte(in), "x", o)
		if len(docs) != 20 || !errors.Is(err, context.Canceled) || steps != 21 {
			t.Errorf("%d articles are kept after %d steps, %v", len(docs), steps, err)
		}
	}
}

func FuzzZip(f *testing.F) {
	golden.Fuzz(f, Zip, golden.Zip("a.txt", "One.", "b.zip", golden.Zip("c.txt", "Two.")))
}

func FuzzTar(f *testing.F) {
	golden.Fuzz(f, Tar, golden.Tar("a.txt", "One."), golden.Gzip(golden.Tar("a.txt", "One.")), golden.Gzip("One."))
}
