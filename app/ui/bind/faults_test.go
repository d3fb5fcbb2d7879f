package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/session"
)

func TestNotes_NameWhatCanBeOpened(t *testing.T) {
	formats := document.Formats{{Name: "one", Label: "One", Exts: []string{".one", ".1"}}, {Name: "xyz", Label: "XYZ", Exts: []string{".xyz"}}}
	err := fmt.Errorf("document: a.doc: %w", document.ErrFormat)
	got := Words{}.Notes([]session.Note{{File: "a.doc", Text: "The file could not be read.", Err: err}, {Text: "news"}}, formats)
	if len(got) != 2 || !strings.HasPrefix(got[0], "a.doc: This kind of file is not read.") || !strings.HasSuffix(got[0], ": One (.one), XYZ (.xyz)") || got[1] != "news" {
		t.Errorf("got %q", got)
	}
}
