package extract

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
)

const page = `<title>Rain in Lima | The Coast</title><nav><a href="/">Home</a></nav>
<div id="story"><h1>Rain in Lima</h1><p class="byline">By Ann Roe</p>
<p>It rained in Lima on Tuesday for the first time since the spring, and the streets stood under water.</p>
<ul><li>One</li><li>Two</li></ul><figure><figcaption>A street</figcaption></figure></div>
<div class="comments"><p>I do not believe a word of this long story about rain in a city where it never rains.</p></div>`

func ExampleWeights_Article() {
	blocks, headline := Default.Article(Parse(page), "")
	fmt.Println(headline)
	for _, b := range blocks {
		fmt.Printf("%s: %.20s\n", b.Kind, b.Text)
	}
	// Output:
	// Rain in Lima
	// headline: Rain in Lima
	// byline: By Ann Roe
	// body: It rained in Lima on
	// list: One
	// list: Two
	// caption: A street
}

func TestAllLeavesNothingOut(t *testing.T) {
	var got []string
	for _, b := range Default.All(Parse(page)) {
		got = append(got, b.Text)
	}
	if all := strings.Join(got, "|"); !strings.HasPrefix(all, "Home|Rain in Lima|By Ann Roe|It rained") || !strings.HasSuffix(all, "where it never rains.") {
		t.Errorf("got %s", all)
	}
}

func TestWeightsDecide(t *testing.T) {
	w := Default
	w.Furniture, w.Hidden = 0, 0 // nothing is furniture, no comment is dropped
	blocks, _ := w.Article(Parse(strings.Replace(page, "<h1>Rain in Lima</h1>", "", 1)), "")
	with := false
	for _, b := range blocks {
		with = with || strings.HasPrefix(b.Text, "I do not believe")
	}
	if !with {
		t.Errorf("the comment is dropped by a weight that says to keep it: %+v", blocks)
	}
}

func TestParse(t *testing.T) {
	p := Parse(`<!-- saved from url=(0021)https://x.example/rain -->` + page + `<script type="application/ld+json">{"a":1}</script><script>x()</script>`)
	if p.Title != "Rain in Lima | The Coast" || p.Saved != "https://x.example/rain" || len(p.Scripts) != 1 || p.Scripts[0] != `{"a":1}` || p.Left != "" {
		t.Errorf("got %+v", p)
	}
	var tags []string
	p.Walk(func(n *Node) bool {
		tags = append(tags, n.Tag())
		return n.Tag() != "div" && n.Tag() != "figure"
	})
	if got := strings.Join(tags, " "); got != "nav a div div" {
		t.Errorf("walked over %s", got)
	}
}

func TestCompose(t *testing.T) {
	var d story.Document
	Compose(&d, Default.All(Parse("<p>One<br>\n two</p><ul><li>a<li>b</ul><time datetime=2024-05-17T08:00>Friday</time>")))
	if d.Text != "One\ntwo\n\na\nb\n\nFriday" || len(d.Zones) != 3 || len(d.Dates) != 1 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Span.In(d.Text) != "Friday" {
		t.Errorf("got %+v", d)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{page, "", "<p>a<div>b</p>", "<table><tr><td>a<td>b", "<pre>a\n\nb", "<script>", "<a><b></a></b>", "<ul><li><ul><li>a", "&lt;&#0;\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		all := Default.All(Parse(s))
		kept, _ := Default.Article(Parse(s), "")
		if len(kept) > len(all) {
			t.Fatalf("%d blocks of %d", len(kept), len(all))
		}
		for _, b := range append(all, kept...) {
			if strings.TrimSpace(b.Text) != b.Text || b.Text == "" {
				t.Fatalf("block %q", b.Text)
			}
		}
	})
}
