package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/session"
	"dateline/app/story"
)

// TestNotes_SayInOneSentenceWhatToDo: the list of all that can be opened stands in the dialog, a note about one file is short.
func TestNotes_SayInOneSentenceWhatToDo(t *testing.T) {
	err := fmt.Errorf("document: a.doc: %w", document.ErrFormat)
	got := Words{}.Notes([]session.Note{{File: "a.doc", Text: "The file could not be read.", Err: err}, {Text: "news"}})
	if len(got) != 2 || !strings.HasPrefix(got[0], "a.doc: This kind of file is not read. Save the article as ") || len(got[0]) > 130 || got[1] != "news" {
		t.Errorf("got %q", got)
	}
}

func TestFault_SaysWhatOpensAFile(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"a password can be given", document.ErrPassword, "The file is protected by a password. Choose “Password…” and type it."},
		{"no password can be given", document.ErrLocked, "The file is protected by a password. Save it without one and open that."},
	} {
		got := Words{}.Notes([]session.Note{{File: "a.pdf", Text: session.NoteUnread, Err: fmt.Errorf("a.pdf: %w", c.err)}})
		if len(got) != 1 || got[0] != "a.pdf: "+c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNotes_ForeignArticlesAreSaidOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		note session.Note
		want string
	}{
		{"one article by its name", session.Note{File: "a.txt", Foreign: []session.Tongue{{Language: "de", Articles: 1}}}, "a.txt: The article is not in English but in German."},
		{"a thousand of one language", session.Note{Foreign: []session.Tongue{{Language: "uk", Articles: 1000}}}, "1000 articles are not in English (Ukrainian)."},
		{"several languages are counted", session.Note{Foreign: []session.Tongue{{Language: "fr", Articles: 3}, {Language: "pl", Articles: 1}}}, "4 articles are not in English (French 3, Polish 1)."},
		{"a language without a name", session.Note{Foreign: []session.Tongue{{Language: "tlh", Articles: 2}}}, "2 articles are not in English (tlh)."},
	} {
		if got := (Words{}).Notes([]session.Note{c.note}); len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestUnderHead_SaysTheLanguage(t *testing.T) {
	for language, want := range map[string]string{"": "publication day unknown", "en": "publication day unknown", "de": "In German: shown, not read · publication day unknown"} {
		if got := (Words{}).UnderHead(&story.Article{Language: language}); got != want {
			t.Errorf("%q: %q, want %q", language, got, want)
		}
	}
}

// TestFormatNames_HoldTogetherFromTheRight: between letters that run the other way a name and its ending would come apart.
func TestFormatNames_HoldTogetherFromTheRight(t *testing.T) {
	formats := document.Formats{{Label: "One", Exts: []string{".one"}}, {Label: "ملف", Exts: []string{".two", ".2"}}}
	for direction, want := range map[string]string{
		"from the left":  "One (.one), ملف (.two)",
		"from the right": "One (.one)\u200e\u200f، ملف (\u200e.two\u200e)\u200f",
	} {
		w := Speak(func(s string, _ ...any) string { return s }, func(_, english string, _ ...any) string {
			if english == "from the left" {
				return direction
			}
			return english
		}, nil)
		if got := w.FormatNames(formats); got != want {
			t.Errorf("%s: %q, want %q", direction, got, want)
		}
	}
}
