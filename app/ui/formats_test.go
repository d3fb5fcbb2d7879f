package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/session"
	"fyne.io/fyne/v2/storage"
)

// madeUpFormats are two made-up formats of articles.
var madeUpFormats = document.Formats{{Name: "one", Label: "One", Exts: []string{".one", ".1"}}, {Name: "xyz", Label: "XYZ", Exts: []string{".xyz"}}}

func TestFolder_ListsWhatCanBeOpened(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.xyz", "A.1", "c.txt", ".d.xyz"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	u, err := storage.ListerForURI(storage.NewFileURI(dir))
	if err != nil {
		t.Fatal(err)
	}
	entries, err := listFolder(u, madeUpFormats)
	if err != nil || len(entries) != 2 || entries[0].uri.Name() != "A.1" || entries[1].uri.Name() != "b.xyz" {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestNotes_NameWhatCanBeOpened(t *testing.T) {
	err := fmt.Errorf("document: a.doc: %w", document.ErrFormat)
	got := noteWords([]session.Note{{File: "a.doc", Text: "The file could not be read.", Err: err}}, madeUpFormats)
	if len(got) != 1 || !strings.HasPrefix(got[0], "a.doc: This kind of file is not read.") || !strings.HasSuffix(got[0], ": One (.one), XYZ (.xyz)") {
		t.Errorf("got %q", got)
	}
}
