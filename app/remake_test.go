package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

const twoArticles = `1 of 2 DOCUMENTS

Harbour Daily

March 12, 2024 Tuesday

Bridge of Porto reopens

BYLINE: Ann Roe

LENGTH: 20 words

The bridge of Porto opened again on Monday, the council said.

LOAD-DATE: March 13, 2024

2 of 2 DOCUMENTS

Harbour Daily

March 14, 2024 Thursday

Ferry of Lisbon sinks

BYLINE: Bo Larsen

LENGTH: 20 words

A ferry sank off Lisbon on Wednesday, officials said.

LOAD-DATE: March 15, 2024
`

func onDisk(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestRemake_OneArticleAfterAllAndApart: the articles of a file become one and several again; what was said of them goes
// along, a project keeps it, and reading the file again does not undo it.
func TestRemake_OneArticleAfterAllAndApart(t *testing.T) {
	d := newDesk(t)
	path := onDisk(t, "two.txt", twoArticles)
	d.Open(fileSources([]string{path}))
	d.rest(t)
	st := d.State()
	if len(st.Documents) != 2 || st.Documents[1].Title != "Ferry of Lisbon sinks" || st.Documents[1].Publisher != "Harbour Daily" {
		t.Fatalf("%d articles: %+v", len(st.Documents), st.Documents)
	}
	second := &st.Documents[1]
	at := strings.Index(second.Text, "Lisbon on")
	said := story.Target{Article: second.ID, Span: story.Span{Start: at, End: at + 6}, Words: "Lisbon"}
	d.Correct(story.Correction{Kind: story.CorrectNote, About: said, Text: "which one?"})
	d.rest(t)

	d.Remake(session.Remake{Article: second.ID, Join: true})
	d.rest(t)
	st = d.State()
	if len(st.Documents) != 1 || st.Documents[0].Joined != 2 || st.Documents[0].File != "two.txt" || len(st.Story.Articles) != 1 {
		t.Fatalf("joined: %+v", st.Documents)
	}
	if c := st.Log.Entry(0); c.About.Article != st.Documents[0].ID || c.About.Span.In(st.Documents[0].Text) != "Lisbon" || !strings.HasPrefix(st.Documents[0].Text[c.About.Span.End:], " on Wed") {
		t.Errorf("what was said is about %+v", c.About)
	}
	saved := filepath.Join(t.TempDir(), "two.dateline")
	d.Save(saved, nil)
	d.rest(t)
	d.Open(fileSources([]string{path}))
	d.rest(t)
	if st = d.State(); len(st.Documents) != 1 || st.Documents[0].Joined != 2 {
		t.Errorf("read again: %d articles", len(st.Documents))
	}
	d.Clear()
	d.Open(fileSources([]string{saved}))
	d.rest(t)
	if st = d.State(); len(st.Documents) != 1 || st.Documents[0].Joined != 2 {
		t.Fatalf("from the project: %+v", st.Documents)
	}

	d.Remake(session.Remake{Article: st.Documents[0].ID, Apart: true})
	d.rest(t)
	st = d.State()
	if len(st.Documents) != 2 || st.Documents[1].ID != second.ID || st.Documents[1].File != "two.txt #2" || st.Documents[1].Title != second.Title {
		t.Fatalf("apart: %+v", st.Documents)
	}
	if c := st.Log.Entry(0); c.About != said {
		t.Errorf("what was said is about %+v", c.About)
	}
}

func TestRemake_ReadsItsLettersAsThePersonSays(t *testing.T) {
	d := newDesk(t)
	path := onDisk(t, "lodz.txt", "Bridge in \xa3\xf3d\xbc\n\nThe bridge was shut on 12 March 2024, the council said.")
	d.Open(fileSources([]string{path}))
	d.rest(t)
	doc := d.State().Documents[0]
	if doc.Encoding != "windows-1252" || !doc.Guessed || strings.Contains(doc.Text, "Łódź") {
		t.Fatalf("read as %q: %q", doc.Encoding, doc.Text)
	}
	d.Remake(session.Remake{Article: doc.ID, Encoding: "iso-8859-2"})
	d.rest(t)
	docs := d.State().Documents
	if len(docs) != 1 || docs[0].Encoding != "iso-8859-2" || docs[0].Guessed || !strings.HasPrefix(docs[0].Text, "Bridge in Łódź") {
		t.Errorf("read as %q: %q", docs[0].Encoding, docs[0].Text)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.Remake(session.Remake{Article: docs[0].ID, Encoding: "windows-1250"})
	d.rest(t)
	if st := d.State(); len(st.Notes) != 1 || st.Documents[0].ID != docs[0].ID {
		t.Errorf("a file that has gone: notes %v", st.Notes)
	}
}
