package epub

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
	containerXML = `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`
	packageXML   = `<package xmlns:dc="dc"><metadata><dc:title>Weather of the Year</dc:title><dc:creator>Ann Roe</dc:creator><dc:date>2024-05-17</dc:date><meta property="dcterms:modified">2024-06-01T00:00:00Z</meta></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/two.xhtml"/><item id="a" href="text/the%20first.xhtml"/><item id="c" href="text/three.xhtml"/><item id="p" href="cover.xhtml"/><item id="t" href="toc.ncx"/></manifest>
<spine toc="t"><itemref idref="p"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="c"/></spine></package>`
	navXML = `<html><nav><ol><li><a href="text/the%20first.xhtml">The First</a></li><li><a href="text/two.xhtml#x">The <b>Second</b></a></li></ol></nav></html>`
	ncxXML = `<ncx><navMap><navPoint><navLabel><text>The Third</text></navLabel><content src="text/three.xhtml"/></navPoint></navMap></ncx>`
)

func page(body string) string {
	return `<?xml version="1.0"?><html xmlns="h"><head><title>Weather of the Year</title></head><body>` + body + `</body></html>`
}

// volume is a book of three chapters; parts replace those of the same name.
func volume(parts ...string) string {
	all := []string{"mimetype", mimeType, "META-INF/container.xml", containerXML, "OEBPS/book.opf", packageXML, "OEBPS/nav.xhtml", navXML, "OEBPS/toc.ncx", ncxXML,
		"OEBPS/cover.xhtml", page("<img src='x.png'/>"), "OEBPS/text/the first.xhtml", page("<h2>Rain</h2><p>It rained in <b>Lima</b>.<br/>All day.</p><h3>More</h3><p>And more.</p>"),
		"OEBPS/text/two.xhtml", page("<p>It snowed.</p><aside epub:type='footnote'>Says Ann.</aside>"), "OEBPS/text/three.xhtml", page("<p>It was dry &amp; warm.")}
	return golden.Zip(append(parts, all...)...)
}

func readAll(in string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), "in/a.epub", document.Options{})
}

func TestChapters(t *testing.T) {
	docs, err := readAll(volume())
	if err != nil || len(docs) != 3 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	for i, want := range []struct{ title, text, file, zones string }{
		{"Rain", "Rain\n\nIt rained in Lima.\nAll day.\n\nMore\n\nAnd more.", "a.epub #1", "headline:Rain subhead:More"},
		{"The Second", "It snowed.\n\nSays Ann.", "a.epub #2", ""},
		{"The Third", "It was dry & warm.", "a.epub #3", ""},
	} {
		d := docs[i]
		golden.Sound(t, d)
		if d.Title != want.title || d.Text != want.text || d.File != want.file || golden.Zones(d) != want.zones || d.Byline != "Ann Roe" {
			t.Errorf("%q by %q (%s), %s: %q", d.Title, d.Byline, d.File, golden.Zones(d), d.Text)
		}
		if len(d.Dates) != 2 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Source != story.SourceMeta || d.Dates[1].Source != story.SourceUpdated {
			t.Errorf("dates %v", d.Dates)
		}
	}
}

func TestABookOfOneChapterIsTheFile(t *testing.T) {
	docs, err := readAll(volume("OEBPS/book.opf", `<package><metadata><title>Weather</title></metadata><manifest><item id="a" href="text/three.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`))
	if err != nil || len(docs) != 1 || docs[0].File != "a.epub" || docs[0].Title != "Weather" {
		t.Errorf("%+v, %v", docs, err)
	}
}

func TestAChapterThatCannotBeRead(t *testing.T) {
	docs, err := readAll(volume("META-INF/encryption.xml", `<e><EncryptedData><CipherData><CipherReference URI="OEBPS/text/two.xhtml"/></CipherData></EncryptedData></e>`))
	if len(docs) != 2 || !errors.Is(err, document.ErrLocked) || !strings.Contains(err.Error(), "two.xhtml: ") {
		t.Errorf("a protected one: %d articles, %v", len(docs), err)
	}
	docs, err = readAll(volume("OEBPS/book.opf", strings.Replace(packageXML, "text/two.xhtml", "text/lost.xhtml", 1)))
	if len(docs) != 2 || !errors.Is(err, document.ErrDamaged) || !strings.Contains(err.Error(), "lost.xhtml, a chapter, is not in the file") {
		t.Errorf("a missing one: %d articles, %v", len(docs), err)
	}
	docs, err = readAll(volume("OEBPS/text/two.xhtml", page("<p>caf\xe9</p>")))
	if err != nil || len(docs) != 3 || docs[1].Text != "café" {
		t.Errorf("one in an old encoding: %v, %v", docs, err)
	}
}

func TestBadFiles(t *testing.T) {
	whole := volume()
	var locked strings.Builder
	for _, part := range []string{"the%20first", "two", "three"} {
		locked.WriteString(`<CipherReference URI="OEBPS/text/` + part + `.xhtml"/>`)
	}
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"cut short", whole[:len(whole)/2], document.ErrDamaged},
		{"no list of chapters", golden.Zip("mimetype", mimeType, "a.xhtml", page("a")), document.ErrDamaged},
		{"an empty one", volume("OEBPS/book.opf", "<package/>"), document.ErrDamaged},
		{"one that is no XML", volume("OEBPS/book.opf", "package"), document.ErrDamaged},
		{"protected as a whole", volume("META-INF/encryption.xml", "<e>"+locked.String()+"</e>"), document.ErrLocked},
		{"pictures only", volume("OEBPS/book.opf", `<package><manifest><item id="a" href="cover.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`), document.ErrNoText},
		{"a bomb", volume("OEBPS/book.opf", strings.Repeat(" ", 40<<20)+packageXML), document.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			if docs, err := readAll(c.in); !errors.Is(err, c.want) || len(docs) > 0 {
				t.Errorf("%d articles, %v", len(docs), err)
			}
		})
	}
}

func FuzzRead(f *testing.F) { golden.Fuzz(f, Format, volume(), "", "PK\x03\x04") }

// FuzzParts reads anything as package file, table of contents and chapter.
func FuzzParts(f *testing.F) {
	f.Add(packageXML, navXML, page("<p>a</p>"))
	f.Add("<package>", ncxXML, "\xff")
	f.Fuzz(func(t *testing.T, opf, toc, chapter string) {
		docs, err := readAll(volume("OEBPS/book.opf", opf, "OEBPS/nav.xhtml", toc, "OEBPS/toc.ncx", toc, "OEBPS/text/two.xhtml", chapter))
		if errors.Is(err, document.ErrFault) {
			t.Fatal(err)
		}
		for _, d := range docs {
			golden.Sound(t, d)
		}
	})
}
