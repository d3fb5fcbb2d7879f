package web

import (
	"context"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
)

func TestGolden(t *testing.T) { golden.Files(t, Format) }

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	for _, c := range []struct{ name, in, note string }{
		{"nothing", "<html><p>It rained.</p><script>x()</script>", ""},
		{"an open style sheet", "<html><p>It rained.</p><style>p{}", "<style> is never closed"},
		{"an open text field", "<html><p>It rained.</p><textarea><p>It snowed.</p>", ""},
		{"too many elements", "<html><p>It rained.</p>" + strings.Repeat("<b>", 1<<20), "the page is too large"},
	} {
		docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(c.in), "a.html", document.Options{})
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d articles, %v", c.name, len(docs), err)
		}
		if got := strings.Join(docs[0].Notes, " "); c.note == "" && got != "" || !strings.Contains(got, c.note) {
			t.Errorf("%s: notes %q", c.name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, "", "<html><p>a<b>c</p>", "<!doctype html><article><h1>T</h1><time datetime=2024-01-01>x</time><ul><li>a<li>b</ul><table><tr><td>c",
		"<p>\u00a0&nbsp;&#0;</p>", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-01-01","articleBody":"x"}</script><p>y`,
		"<html><head><title>a | b</title><meta name=date content=2024-01-01></head><div class=byline>By A</div><p>x", "<pre>a\n\nb</pre><br><br>c<svg><p>d")
}
