package bind

import (
	"strings"
	"testing"

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
