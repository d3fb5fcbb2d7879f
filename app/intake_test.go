package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/session"
	"dateline/app/story"
)

// lay writes files below a new folder, each a name and its text, and gives the folder.
func lay(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(files); i += 2 {
		path := filepath.Join(dir, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// names are the files of what is open, and texts the notes.
func names(st session.State) (files, texts []string) {
	for _, d := range st.Documents {
		files = append(files, d.File)
	}
	for _, n := range st.Notes {
		texts = append(texts, n.Text)
	}
	return files, texts
}

func TestAFolderIsOpenedWithWhatIsBelowIt(t *testing.T) {
	dir := lay(t, "a.txt", "Rain fell in Lima.", "b/a.txt", "Snow fell in Oslo.", "b/c/d.md", "# Sun\n\nThe sun shone in Rome.",
		"b/picture.png", "x", ".hidden/e.txt", "x", "page_files/ad.html", "<p>x</p>", "~$a.txt", "x", "notes", "x")
	d := newDesk(t)
	d.Open(fileSources([]string{dir}))
	d.rest(t)
	files, notes := names(d.State())
	if !slices.Equal(files, []string{"a.txt", "a.txt", "d.md"}) || len(notes) != 1 || notes[0] != session.NoteLeftOut || d.State().Notes[0].Count != 2 {
		t.Errorf("open %q, told %+v", files, d.State().Notes)
	}
	empty := newDesk(t)
	empty.Open(fileSources([]string{lay(t, "picture.png", "x")}))
	empty.rest(t)
	if files, notes = names(empty.State()); len(files) > 0 || !slices.Equal(notes, []string{session.NoteNothing}) {
		t.Errorf("open %q, told %q", files, notes)
	}
}

// TestCopiesAreOneArticle: of many files with one text one is opened, and a sentence tells of the others.
func TestCopiesAreOneArticle(t *testing.T) {
	for _, c := range []struct {
		files int
		want  []session.Note
	}{
		{3, []session.Note{{File: "b001.txt", Text: session.NoteHave}, {File: "b002.txt", Text: session.NoteHave}}},
		{500, []session.Note{{Text: session.NoteCopies, Count: 499}}},
	} {
		var files []string
		for i := range c.files {
			files = append(files, fmt.Sprintf("b%03d.txt", i), "Rain fell in Lima.")
		}
		d := newDesk(t)
		d.Open(fileSources([]string{lay(t, files...)}))
		d.rest(t)
		if got := d.State().Notes; len(d.State().Documents) != 1 || fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("of %d files %d are open, told %+v", c.files, len(d.State().Documents), got)
		}
	}
}

func TestWhoHasHadEnoughKeepsWhatWasRead(t *testing.T) {
	dir := lay(t)
	d := newDesk(t)
	var add []session.Source
	for i := range 40 {
		path := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		s := session.Source{Name: filepath.Base(path), Path: path, Read: func() ([]byte, error) {
			return []byte(fmt.Sprintf("Rain fell on day %d.", i)), nil
		}}
		add = append(add, s)
	}
	gate := make(chan struct{})
	read := add[20].Read
	add[20].Read = func() ([]byte, error) { <-gate; return read() }
	d.Open(add)
	for d.State().Job.Done == 0 {
		d.one(t)
	}
	d.Cancel()
	close(gate)
	d.rest(t)
	st := d.State()
	if n := len(st.Documents); n == 0 || n > 21 || len(st.Notes) != 1 || st.Notes[0].Text != session.NoteStopped || st.Notes[0].Count != 40-n {
		t.Errorf("%d articles are open, told %+v", len(st.Documents), st.Notes)
	}
}

func TestWhatFailedIsTriedAgain(t *testing.T) {
	dir := lay(t, "a.txt", "Rain fell in Lima.", "b.txt", "")
	d := newDesk(t)
	d.Open(fileSources([]string{dir}))
	d.rest(t)
	if files, notes := names(d.State()); len(files) != 1 || len(notes) != 1 || d.State().Notes[0].Again == nil || d.State().Notes[0].Locked {
		t.Fatalf("open %q, told %+v", files, d.State().Notes)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.txt"), []byte("Snow fell in Oslo."), 0o666); err != nil {
		t.Fatal(err)
	}
	d.TryAgain("")
	d.rest(t)
	if files, notes := names(d.State()); !slices.Equal(files, []string{"a.txt", "b.txt"}) || len(notes) != 0 {
		t.Errorf("open %q, told %q", files, notes)
	}
}

func TestAPasswordOpensAFile(t *testing.T) {
	locked, err := os.ReadFile(filepath.Join("document", "pdf", "testdata", "locked.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	dir := lay(t, "a.txt", "Rain fell in Lima.", "b.pdf", string(locked), "c.txt", "")
	d := newDesk(t)
	d.Open(fileSources([]string{dir}))
	d.rest(t)
	if files, notes := names(d.State()); len(files) != 1 || len(notes) != 2 || !d.State().Notes[0].Locked || d.State().Notes[1].Locked {
		t.Fatalf("open %q, told %+v", files, d.State().Notes)
	}
	d.TryAgain("wrong")
	d.rest(t)
	if files, notes := names(d.State()); len(files) != 1 || len(notes) != 2 {
		t.Fatalf("open %q, told %+v", files, d.State().Notes)
	}
	d.TryAgain("krevna")
	d.rest(t)
	if files, notes := names(d.State()); !slices.Equal(files, []string{"a.txt", "b.pdf"}) || len(notes) != 1 {
		t.Errorf("open %q, told %+v", files, d.State().Notes)
	}
}

func TestPagesOfAFile(t *testing.T) {
	s := fileSource(filepath.Join("x", "paper.pdf#pages=3-7"))
	if s.Name != "paper.pdf" || s.Pages != "3-7" || !strings.HasSuffix(s.Path, "paper.pdf") {
		t.Errorf("%+v", s)
	}
	if file, pages := document.CutPages("a#pages=x.pdf"); file != "a#pages=x.pdf" || pages != "" {
		t.Errorf("%q, %q", file, pages)
	}
}

// Of many articles each is looked for among those that are open, and that takes no longer for the last than for the first.
func TestArticlesOfOneNameAndPlaceAreTheSame(t *testing.T) {
	in := intake{wish: session.Wish{}, all: make([]session.Source, 2)}
	in.start(nil)
	add := func(id, path, container, file, url string) {
		in.add(session.Source{Name: file}, story.Document{ID: id, Path: path, Container: container, File: file, URL: url, Text: id})
	}
	add("1", "/a.zip", "a.zip", "x.txt", "")
	add("2", "/a.zip", "a.zip/b.zip", "x.txt", "")
	add("3", "/b.txt", "", "b.txt", "https://a.example")
	add("3", "/c.txt", "", "c.txt", "")
	add("4", "/b.txt", "", "b.txt", "")
	add("5", "", "", "pasted", "https://a.example")
	var got []string
	for _, d := range in.docs {
		got = append(got, d.ID)
	}
	if !slices.Equal(got, []string{"1", "2", "5"}) || !in.again {
		t.Errorf("%q", got)
	}
	if sources, _ := expand(context.Background(), session.Source{Name: "pasted"}); len(sources) != 1 {
		t.Errorf("%+v", sources)
	}
}
