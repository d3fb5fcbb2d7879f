package formats

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/story"
)

// packedFile is a zip of parts: name, content, name, content …
func packedFile(t *testing.T, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i]})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.String()
}

// TestWhatAFileSaysOfItsArticle: each format gives what it says besides the text.
func TestWhatAFileSaysOfItsArticle(t *testing.T) {
	const para = "<p>The council met in the old hall and agreed to mend the bridge before the winter comes, and the mayor thanked all.</p>"
	type said struct{ subtitle, byline, publisher, section, language, updated string }
	of := func(d *story.Document) said {
		s := said{d.Subtitle, d.Byline, d.Publisher, d.Section, d.Declared, ""}
		if c, ok := d.Updated(); ok {
			s.updated = c.Day.String()
		}
		return s
	}
	for _, c := range []struct {
		name, file, in string
		want           said
	}{
		{"a page, by its JSON-LD", "a.html", `<html lang="en"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge mended","alternativeHeadline":"Open by June",
			"publisher":{"@type":"Organization","name":"Example Times"},"articleSection":["Local","News"],"inLanguage":"en_GB","author":[{"name":"Ann Roe"},{"name":"Bo Poe"}],
			"datePublished":"2024-05-17","dateModified":"2024-05-18"}</script><h1>Bridge mended</h1>` + para + para, said{"Open by June", "Ann Roe, Bo Poe", "Example Times", "Local", "en-GB", "2024-05-18"}},
		{"a page, by its meta tags", "a.html", `<!doctype html><html><head><meta property="og:site_name" content="Example Times"><meta name="application-name" content="ET App">
			<meta property="article:section" content="World"><meta property="og:locale" content="fr_FR"><meta name="author" content="Ann Roe"></head><h1>Bridge mended</h1>` + para + para,
			said{"", "Ann Roe", "Example Times", "World", "fr-FR", ""}},
		{"a page, by its standfirst", "a.html", `<!doctype html><html xml:lang="de"><h1>Bridge mended</h1><p class="standfirst">It is open by June, says the mayor of the town.</p>` + para + para,
			said{"It is open by June, says the mayor of the town.", "", "", "", "de", ""}},
		{"RSS", "a.rss", `<rss><channel><title>Example &amp; Times</title><image><title>no</title></image><language>en-us</language><item><title>Rain</title><category>World</category><description>It rained.</description></item></channel></rss>`,
			said{"", "", "Example & Times", "World", "en-US", ""}},
		{"Atom", "a.atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Zeile</title><entry><title>Regen</title><category term="Welt"/><updated>2024-05-18</updated><content>Es regnet.</content></entry></feed>`,
			said{"", "", "Die Zeile", "Welt", "de", "2024-05-18"}},
		{"JSON Feed", "a.json", `{"version":"https://jsonfeed.org/version/1.1","title":"Example Times","language":"en","items":[{"title":"Rain","tags":["World"],"content_text":"It rained."}]}`,
			said{"", "", "Example Times", "World", "en", ""}},
		{"Markdown, by its front matter", "a.md", "---\ntitle: Rain\nsubtitle: All day\nauthor: Ann Roe\npublisher: Example Times\nsection: World\nlang: en_GB\n---\nIt rained.",
			said{"All day", "Ann Roe", "Example Times", "World", "en-GB", ""}},
		{"a mail", "a.eml", "From: Ann Roe <a@x.example>\nMessage-ID: <1>\nSubject: Rain\nContent-Language: de\n\nEs regnet.", said{"", "Ann Roe", "", "", "de", ""}},
		{"a Word document", "a.docx", packedFile(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<w:document><w:body><w:p><w:r><w:t>It rained.</w:t></w:r></w:p></w:body></w:document>`,
			"docProps/core.xml", `<c><dc:creator>Ann Roe</dc:creator><cp:category>World</cp:category><dc:language>en-GB</dc:language><dc:publisher>Example Times</dc:publisher></c>`),
			said{"", "Ann Roe", "Example Times", "World", "en-GB", ""}},
		{"a book", "a.epub", packedFile(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<c><rootfile full-path="b.opf"/></c>`,
			"b.opf", `<package><metadata><dc:publisher>Example Press</dc:publisher><dc:language>fr</dc:language></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`,
			"a.xhtml", "<p>Il pleut.</p>"), said{"", "", "Example Press", "", "fr", ""}},
	} {
		docs, err := All.Bytes(context.Background(), []byte(c.in), c.file, document.Options{})
		if err != nil || len(docs) != 1 {
			t.Errorf("%s: %d articles, %v", c.name, len(docs), err)
			continue
		}
		if got := of(&docs[0]); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestWhereAnArticleWasPacked: an article of several in a file says which file, its number there, and the hash of what it
// was read from.
func TestWhereAnArticleWasPacked(t *testing.T) {
	sum := func(s string) string {
		h := sha256.Sum256([]byte(s))
		return hex.EncodeToString(h[:])
	}
	alone := "It rained in Lima."
	box := "From a@x.example Fri May 17 08:00:00 2024\nFrom: Ann <a@x.example>\nSubject: Rain\n\nIt rained.\n\n" +
		"From a@x.example Fri May 17 09:00:00 2024\nFrom: Bob <b@x.example>\nSubject: Snow\n\nIt snowed.\n"
	page := "<!doctype html><h1>Fog</h1><p>It was foggy in the old harbour of the town until noon.</p>"
	mail := "From: Ann <a@x.example>\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Disposition: attachment; filename=fog.html\n\n" + page + "\n--b--\n"
	type at struct {
		file, container string
		part            int
		hash            string
	}
	for _, c := range []struct {
		name, file, in string
		want           []at
	}{
		{"a file of its own", "in/a.txt", alone, []at{{"a.txt", "", 0, sum(alone)}}},
		{"mails of a mailbox", "in/a.mbox", box, []at{{"a.mbox #1", "a.mbox", 1, sum(box)}, {"a.mbox #2", "a.mbox", 2, sum(box)}}},
		{"what is attached to a mail", "a.eml", mail, []at{{"a.eml", "", 0, sum(mail)}, {"fog.html", "a.eml", 2, sum(page)}}},
	} {
		docs, err := All.Bytes(context.Background(), []byte(c.in), c.file, document.Options{})
		if err != nil || len(docs) != len(c.want) {
			t.Errorf("%s: %d articles, %v", c.name, len(docs), err)
			continue
		}
		for i, d := range docs {
			if got := (at{d.File, d.Container, d.Part, strings.ToLower(d.Hash)}); got != c.want[i] {
				t.Errorf("%s: got %v, want %v", c.name, got, c.want[i])
			}
		}
	}
}
