package web

import (
	"context"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
)

const para = "<p>The council met in the old hall and agreed to mend the bridge before the winter comes, and the mayor thanked the members for their patience.</p>"

func TestDatesThatThePageShows(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a <time> in a list beside the headline", `<h1>Bridge mended</h1><ul><li><time datetime="2020-08-06T09:09:24Z">Thursday</time></li></ul>` + para + para, "2020-08-06"},
		{"an <abbr> with a title", `<h1>Bridge mended</h1><abbr itemprop="datePublished" title="2019-10-16T14:33">16/10</abbr>` + para + para, "2019-10-16"},
		{"a list that is marked as what the page says of itself", `<h1>Bridge mended</h1><ul class="nav meta"><li><a href="/d">13 Oct 2020 18:29</a></li></ul>` + para + para, "2020-10-13"},
		{"a line of another language", `<h1>Bridge mended</h1><div class="fecha">martes 17 de marzo de 2020</div>` + para + para, "2020-03-17"},
		{"a part of the title", `<head><title>Bridge mended today | 9 oktober 2020 11:12 | Example</title></head><h1>Bridge mended today</h1>` + para + para, "2020-10-09"},
		{"a title that tells of a day is no date", `<head><title>What the council did on 9 October 2020 | Example</title></head><h1>What the council did on 9 October 2020</h1>` + para + para, ""},
		{"the days of other articles are passed over", `<h1>Bridge mended</h1>` + para + para + `<aside><time datetime="2020-01-01">x</time></aside><div class="related"><time datetime="2020-01-02">x</time></div>`, ""},
		{"a wiki is as old as its last change", `<head><meta name="generator" content="MediaWiki 1.39"><script type="application/ld+json">{"@type":"Article","datePublished":"2005-07-26","dateModified":"2020-04-07"}</script></head><h1>Old bridge</h1>` + para + para, "2020-04-07"},
		{"any other page is as old as it says", `<head><meta name="generator" content="Press 4"><script type="application/ld+json">{"@type":"Article","datePublished":"2005-07-26","dateModified":"2020-04-07"}</script></head><h1>Old bridge</h1>` + para + para, "2005-07-26"},
		{"a day far from the metadata is not its own", `<head><meta name="date" content="2020-05-05"></head><h1>Bridge mended</h1><span class="date">7 March 2019</span>` + para + para, "2020-05-05"},
	} {
		docs, err := document.Formats{Format}.Bytes(context.Background(), []byte("<!doctype html><html>"+c.page), "a.html", document.Options{})
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d articles, %v", c.name, len(docs), err)
		}
		got := ""
		for _, d := range docs[0].Dates {
			if d.Source != story.SourceUpdated && got == "" {
				got = d.Day.String()
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q: %+v", c.name, got, c.want, docs[0].Dates)
		}
	}
}
