package bind

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

func TestKnownOfAnArticle(t *testing.T) {
	day := story.NewDay(2024, 5, 17)
	full := story.Article{Document: story.Document{File: "a.html", URL: "https://www.times.example/a", Publisher: "Example Times", Section: "World",
		Byline: "By Ann Roe", Container: "all.mbox", Part: 3, Retrieved: "2024-05-20T10:00:00Z",
		Dates: []story.DateClue{{Day: day + 1, Source: story.SourceUpdated}}}, Published: story.Publication{Kind: story.DateExplicit, Best: day}}
	same := full
	same.Dates = []story.DateClue{{Day: day, Source: story.SourceUpdated}}
	bare := story.Article{Document: story.Document{File: "a.txt"}}
	for _, c := range []struct{ name, got, want string }{
		{"all that is known", Words{}.known(&full), "Example Times · World · by Ann Roe · published 17 May 2024 · updated 18 May 2024"},
		{"a change on the day of publication is none", Words{}.known(&same), "Example Times · World · by Ann Roe · published 17 May 2024"},
		{"a bare file", Words{}.known(&bare), "a.txt · publication day unknown"},
		{"a file of its own has no origin to tell", Words{}.origin(&bare.Document), ""},
		{"the line of the pane", Words{}.UnderHead(&full), "Example Times · published 17 May 2024"},
		{"the line of the pane without a publisher", Words{}.UnderHead(&bare), "publication day unknown"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	origin := Words{}.origin(&full.Document)
	for _, part := range []string{"part 3 of all.mbox", "fetched 20 May 2024"} {
		if !strings.Contains(origin, part) {
			t.Errorf("%q lacks %q", origin, part)
		}
	}
}

func TestWhole_NamesTheCommand(t *testing.T) {
	part := func(path, in string, n int) story.Document {
		return story.Document{Path: path, File: in + " #", Container: in, Part: n}
	}
	st := session.State{Story: &story.Story{Articles: make([]*story.Article, 4)},
		Documents: []story.Document{part("/a", "a.txt", 1), part("/a", "a.txt", 2), part("/b", "b.txt", 1), {Path: "/c", File: "c.txt", Joined: 3}}}
	for i, want := range []string{"One article after all, of the 2 in a.txt", "One article after all, of the 2 in a.txt", "One article after all", "Take apart into 3 articles"} {
		if got := (Words{}).Whole(st, &st.Documents[i]); got != want {
			t.Errorf("%d: %q, want %q", i, got, want)
		}
	}
	if got := (Words{}).Files(st); got != "3 files, 4 articles" {
		t.Errorf("what is open: %q", got)
	}
	st.Documents = st.Documents[2:]
	if got := (Words{}).Files(st); got != "4 articles" {
		t.Errorf("files of their own: %q", got)
	}
}

func TestLetters(t *testing.T) {
	d := story.Document{Encoding: "windows-1251", Guessed: true}
	if got := (Words{}).Letters("koi8-r"); got != "koi8-r · Cyrillic" {
		t.Errorf("%q", got)
	}
	if now, other := (Words{}).LettersNow(&d, "windows-1251"), (Words{}).LettersNow(&d, "koi8-r"); !strings.Contains(now, "guess") || other != "" {
		t.Errorf("%q, %q", now, other)
	}
	if got := (Words{}).origin(&d); got != "letters read as windows-1251, a guess" {
		t.Errorf("%q", got)
	}
	if got := (Words{}).origin(&story.Document{Encoding: "UTF-8"}); got != "" {
		t.Errorf("%q", got)
	}
}
