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

// TestBrokenPages: pages whose article comes after something that is never closed, or closed in an odd way.
func TestBrokenPages(t *testing.T) {
	const article = `<h1>Bridge shut</h1><p>Crews closed the old bridge over the river on Monday after a crack was found, the council said.</p>` +
		`<p>Drivers must take the road by the mill until the works end in June, when it is due to open again.</p>`
	for _, c := range []struct{ name, in string }{
		{"a head that is never closed", `<html><head><meta name=x><title>Bridge shut</title><body>` + article + `</body></html>`},
		{"no tag of a body after it", `<html><head><title>Bridge shut</title>` + article},
		{"an empty title in a drawing", `<body><svg><title/></svg>` + article},
		{"an empty style in a drawing", `<body><svg><style/><path d=x /></svg>` + article},
		{"a drawing that is never closed", `<body><svg><path d=x><title>Logo</title>` + article},
		{"a drawing of many parts", `<body><svg>` + strings.Repeat(`<path d=x />`, 300) + `</svg>` + article},
		{"a noscript that is never closed", `<body><noscript><img src=x>` + article},
		{"a frame that is never closed", `<body><iframe src=x>` + article},
		{"a title that is never closed", `<head><title>Bridge shut</head><body>` + article},
		{"a text field that is never closed", `<body><textarea>` + article},
	} {
		p := Parse(c.in)
		blocks, headline := Default.Article(p, "Bridge shut")
		if headline != "Bridge shut" || len(blocks) != 3 || p.Left != "" {
			t.Errorf("%s: headline %q, %d blocks, left %q", c.name, headline, len(blocks), p.Left)
		}
	}
}

func TestPagesTooLargeSaySo(t *testing.T) {
	if p := Parse(strings.Repeat("<b>", maxNodes+2) + "end"); p.Left == "" {
		t.Error("the end of a page beyond the bound is left out in silence")
	}
}

// TestArticleKeeps: what is kept of a page and what is not, by the text of its blocks.
func TestArticleKeeps(t *testing.T) {
	const body = "<p>Crews closed the old bridge over the river on Monday after a crack was found, the council said.</p>"
	for _, c := range []struct{ name, in, with, without string }{
		{"a paragraph that is a link as a whole", `<article>` + body + `<p><a href=x>A fourth man was held in York on Saturday after a search.</a></p></article>`, "A fourth man", ""},
		{"a list of links is none", `<article>` + body + `<p><a href=x>Storm hits the coast</a></p></article>`, "Crews", "Storm hits"},
		{"a tweet", `<article>` + body + `<div class="social-media-embed"><blockquote>The bridge has been shut for years as far as I can see, and nobody cares.</blockquote></div></article>`, "nobody cares", ""},
		{"what stands under a heading of other articles", `<article>` + body + `<h3>Leia também</h3><p>Chuva forte fecha escolas no norte da ilha e deixa casas sem luz.</p></article>`, "Crews", "Chuva"},
		{"the article goes on after the next heading", `<article>` + body + `<h3>Related</h3><p>Rain shuts schools in the north of the island and leaves homes without light.</p><h3>The works</h3>` + body + `</article>`, "The works", "Rain shuts"},
		{"subjects under their label", `<article>` + body + `<h4>Tags</h4><p>bridge, river, council, works, road, mill, June, spring</p></article>`, "Crews", "river, council"},
		{"a heading of other articles that ends in dots", `<article>` + body + `<h3>Você pode gostar...</h3><p>Chuva forte fecha escolas no norte da ilha e deixa casas sem luz.</p></article>`, "Crews", "Chuva"},
		{"a box of other articles ends where it is closed", `<article>` + body + `<div class=callout><h3>More on this story</h3><ul><li><a href=x>Storm hits the coast</a></ul></div><p>Trains to the coast run again from Saturday.</p></article>`, "Trains to the coast", "Storm hits"},
		{"a box whose heading has one of its own", `<article>` + body + `<div><div><h3>Related</h3></div><p>Rain shuts schools in the north of the island and leaves homes without light.</p></div><p>The works end in June.</p></article>`, "The works end", "Rain shuts"},
		{"subjects on the line under their label", `<article>` + body + `<p><b>Tags<br><a href=a>bridge over the river</a>, <a href=b>council</a>, <a href=c>works</a></b></p></article>`, "Crews", "over the river, council"},
		{"a card over a name", `<article><p>Gov. <span class=rollover-people><a href=x>Ann Roe</a><span class=rollover-people-block><img src=x><a href=x>Ann Roe</a><a href=y>Roe signs the bill on schools</a></span></span> closed the old bridge on Monday after a crack was found.</p></article>`, "Gov. Ann Roe closed", "Roe signs"},
		{"a tip over a word", `<article><p>Crews used <span class=tooltip>grout<span class=tooltiptext>A thin mortar</span></span> to close the crack in the bridge, the council said on Monday.</p></article>`, "grout to close", "A thin mortar"},
		{"a caption is said once", `<article>` + body + `<figure><figcaption>The bridge in May</figcaption></figure><figure><figcaption>The bridge in May</figcaption></figure></article>`, "The bridge in May", "The bridge in May|The bridge in May"},
	} {
		blocks, _ := Default.Article(Parse("<body>"+c.in), "")
		var got []string
		for _, b := range blocks {
			got = append(got, b.Text)
		}
		if all := strings.Join(got, "|"); !strings.Contains(all, c.with) || c.without != "" && strings.Contains(all, c.without) {
			t.Errorf("%s: got %s", c.name, all)
		}
	}
	blocks, _ := Default.Article(Parse(`<article>`+body+`<div class="InlineImage-imageEmbedCaption">The mayor, centre, passes the bridge in May on her way to work.</div></article>`), "")
	if len(blocks) != 2 || blocks[1].Kind != story.ZoneCaption {
		t.Errorf("a class that ends in Caption: got %+v", blocks)
	}
	p := `<title>Strike ends - The Daily</title><header><h1>The Daily</h1></header><article><h2>Strike ends</h2>` + body + `</article>`
	if _, head := Default.Article(Parse(p), "Strike ends"); head != "Strike ends" {
		t.Errorf("the name of the site is taken for the headline: %q", head)
	}
}
