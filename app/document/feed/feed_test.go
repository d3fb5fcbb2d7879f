package feed

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
)

const (
	rss = `<?xml version="1.0" encoding="utf-8"?><!-- c --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="d" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Coast</title><image><title>no</title></image>
<item><media:title>no</media:title><title>Rain &amp;amp; wind in Lima</title><link>https://x.example/2024/rain</link><guid isPermaLink="false">https://y.example</guid><pubDate>Fri, 17 May 2024 08:00:00 EST</pubDate><dc:creator><![CDATA[Ann Roe]]></dc:creator>
<description>It rained.</description><content:encoded><![CDATA[<p>It <b>rained</b> in Lima.</p><h1>More</h1><p>All day &mdash; long.</p>]]></content:encoded></item>
<item><title>Snow</title><guid>https://x.example/snow</guid><author>bob@x.example (Bob Poe)</author><description>&lt;p&gt;It snowed.&lt;/p&gt;</description></item></channel></rss>`
	atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast</title><entry><title type="html">Rain &amp;amp; &lt;i&gt;wind&lt;/i&gt;</title><link rel="self" href="https://x.example/self"/><link rel="alternate" href="https://x.example/rain"/>
<published>2024-05-17T08:00:00Z</published><updated>2024-05-18T08:00:00Z</updated><author><email>a@x.example</email><name>Ann Roe</name><uri>https://x.example</uri></author><summary>It rained.</summary>
<content type="xhtml"><div xmlns="h"><p>It <b>rained</b> in Lima &amp; Cusco.</p><p>All day.</p></div></content></entry>
<entry><title>A &lt; B</title><content type="text">It snowed.

All night.</content></entry></feed>`
	rdf      = `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>no</title><items/></channel><item><title>Rain</title><link>https://x.example/rain</link><description>It rained.</description><dc:date xmlns:dc="d">2024-05-17</dc:date></item></rdf:RDF>`
	jsonFeed = `{"version": "https:\/\/jsonfeed.org/version/1.1", "title": "no", "x": [1, {"items": 2}], "items": [{"id": "1", "url": "https://x.example/rain", "title": "Rain", "content_html": "<p>It <b>rained</b>.</p>", "date_published": "2024-05-17T08:00:00Z", "date_modified": "2024-05-18", "authors": [{"name": "Ann Roe"}]},
{"id": 2, "content_text": "It snowed."}]}`
)

func readAll(in, name string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), name, document.Options{})
}

func TestFeeds(t *testing.T) {
	type want struct{ title, byline, url, text, days string }
	for _, c := range []struct {
		name, in string
		want     []want
	}{
		{"RSS", rss, []want{{"Rain & wind in Lima", "Ann Roe", "https://x.example/2024/rain", "Rain & wind in Lima\n\nIt rained in Lima.\n\nMore\n\nAll day — long.", "2024-05-17"},
			{"Snow", "Bob Poe", "https://x.example/snow", "Snow\n\nIt snowed.", ""}}},
		{"Atom", atom, []want{{"Rain & wind", "Ann Roe", "https://x.example/rain", "Rain & wind\n\nIt rained in Lima & Cusco.\n\nAll day.", "2024-05-17 2024-05-18"},
			{"A < B", "", "", "A < B\n\nIt snowed.\n\nAll night.", ""}}},
		{"RSS of the first kind", rdf, []want{{"Rain", "", "https://x.example/rain", "Rain\n\nIt rained.", "2024-05-17"}}},
		{"JSON Feed", jsonFeed, []want{{"Rain", "Ann Roe", "https://x.example/rain", "Rain\n\nIt rained.", "2024-05-17 2024-05-18"}, {"", "", "", "It snowed.", ""}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := readAll(c.in, "in/news.xml")
			if err != nil || len(docs) != len(c.want) {
				t.Fatalf("%d articles, %v", len(docs), err)
			}
			for i, d := range docs {
				golden.Sound(t, d)
				var days []string
				for _, x := range d.Dates {
					days = append(days, x.Day.String())
				}
				got := want{d.Title, d.Byline, d.URL, d.Text, strings.Join(days, " ")}
				if got != c.want[i] || len(d.Notes) != 1 {
					t.Errorf("got %+v\nwant %+v, notes %q", got, c.want[i], d.Notes)
				}
			}
			if len(docs) > 1 && docs[1].File != "news.xml #2" {
				t.Errorf("file %q", docs[1].File)
			}
		})
	}
}

func TestAWholeArticleHasNoNote(t *testing.T) {
	docs, err := readAll(strings.Replace(rdf, "It rained.", strings.Repeat("It rained. ", whole), 1), "a.rss")
	if err != nil || len(docs) != 1 || len(docs[0].Notes) != 0 || docs[0].File != "a.rss" {
		t.Errorf("%+v, %v", docs, err)
	}
}

func TestBadFeeds(t *testing.T) {
	for _, c := range []struct {
		name, in string
		n        int
		want     error
	}{
		{"cut in the second entry", rss[:strings.Index(rss, "bob@")], 2, document.ErrDamaged},
		{"cut in the first", atom[:strings.Index(atom, "Cusco")], 1, document.ErrDamaged},
		{"JSON cut short", jsonFeed[:strings.Index(jsonFeed, "snowed")], 1, document.ErrDamaged},
		{"JSON whose items are none", `{"version": "https://jsonfeed.org/version/1", "items": 3}`, 0, document.ErrDamaged},
		{"no entries", `<rss><channel><title>a</title></channel></rss>`, 0, document.ErrNoText},
		{"no entries in JSON", `{"version": "https://jsonfeed.org/version/1", "items": []}`, 0, document.ErrNoText},
		{"deep", `<rss><item><title>a</title><description>` + strings.Repeat("<a>", 100_000), 1, nil},
		{"JSON deep", `{"version": "https://jsonfeed.org/version/1", "x": ` + strings.Repeat("[", 100_000), 0, document.ErrDamaged},
		{"entities of entities", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><rss><item><title>&b; a</title></item></rss>`, 1, nil},
		{"a feed that never ends", `<rss>` + strings.Repeat(`<item><title>a</title></item>`, 30_000), maxEntries, document.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := readAll(c.in, "a.rss")
			if len(docs) != c.n || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("%d articles, %v", len(docs), err)
			}
			for _, d := range docs {
				golden.Sound(t, d)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, rss, atom, rdf, jsonFeed, "<rss><item><title>a<b>", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><author><name>a</name></author><content type="xhtml"><p>b`)
}
