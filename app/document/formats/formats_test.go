package formats

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/formats/testdata/xyz"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// read reads a file that is in memory.
func read(in, name string) ([]story.Document, error) {
	return All.Bytes(context.Background(), []byte(in), name, document.Options{})
}

// one reads a file that holds one article.
func one(t *testing.T, in, name string, o document.Options) story.Document {
	t.Helper()
	docs, err := All.Bytes(context.Background(), []byte(in), name, o)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	return docs[0]
}

func Example() {
	page := `<html><head><meta property="article:published_time" content="2024-05-17T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Boats sail again</h1><p>The first ferry left Split on Friday.</p></article></body></html>`
	docs, err := All.Read(context.Background(), strings.NewReader(page), "boats.html", document.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(docs[0].Title, docs[0].Dates[0].Day)
	fmt.Println(docs[0].Text)
	// Output:
	// Boats sail again 2024-05-17
	// Boats sail again
	//
	// The first ferry left Split on Friday.
}

// articleWords are the words of the article that every sample below holds, in order.
const articleWords = `Ferries wait in Split

A storm kept 12 ferries in Split on Monday. “Nobody sails today,” said Ana Perić, who heads the port.

What comes next

First the large ones
Then the small ones

The wind turned to the north-west at 06:30, 3 hours early.`

// samples are the article in every format, with what no reader of the article sees around it. A new format needs one.
var samples = map[string]string{
	"plain": articleWords,
	"markdown": `---
title: Ferries wait in Split
tags: weather
---
# Ferries wait in *Split*

A **storm** kept 12 ferries in [Split](https://x.example/split "a town") on Monday. “Nobody sails today,” said
Ana&nbsp;Perić, who heads the port.<!-- unseen -->

## What comes next

- First the <em>large</em> ones
- Then the small ones

The wind turned to the north-west at ` + "`06:30`" + `, 3 hours early.
`,
	"html": page,
	"mhtml": strings.ReplaceAll(`From: <Saved by Blink>
Snapshot-Content-Location: https://x.example/2024/01/31/ferries
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--B"

----B
Content-Type: image/png

unseen
----B
Content-Type: text/html
Content-Transfer-Encoding: 8bit

`+page+`
----B--
`, "\n", "\r\n"),
}

// The files of events hold the article as rows: each sentence with a day.
func init() {
	paras := strings.Split(articleWords, "\n\n")
	table := "sentence,from,article\n"
	kml := `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Ferries wait in Split</name>`
	ics := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Ferries wait in Split\r\n"
	geo := `{"type": "FeatureCollection", "name": "Ferries wait in Split", "features": [`
	for i, p := range paras[1:] {
		p = strings.ReplaceAll(p, "\n", " ")
		table += `"` + p + `",2024-01-31,Ferries wait in Split` + "\n"
		kml += "<Placemark><description>" + p + "</description><TimeStamp><when>2024-01-31</when></TimeStamp></Placemark>"
		ics += "BEGIN:VEVENT\r\nUID:unseen\r\nDTSTART;VALUE=DATE:20240131\r\nDESCRIPTION:" + strings.ReplaceAll(p, ",", `\,`) + "\r\nEND:VEVENT\r\n"
		if i > 0 {
			geo += ","
		}
		geo += `{"type": "Feature", "geometry": {"type": "Point", "coordinates": [16.4, 43.5]}, "properties": {"description": "` + p + `", "date": "2024-01-31"}}`
	}
	samples["csv"], samples["kml"], samples["ics"], samples["events-json"] = table, kml+"</Document></kml>", ics+"END:VCALENDAR\r\n", geo+"]}"
}

func init() {
	paras := strings.Split(articleWords, "\n\n")
	samples["newsml"] = `<?xml version="1.0"?><nitf><head><title>unseen</title></head><body><body.head><hedline><hl1>` + paras[0] + `</hl1></hedline></body.head><body.content><p>` + paras[1] + `</p><hl2>` + paras[2] +
		`</hl2><ul><li>` + strings.ReplaceAll(paras[3], "\n", "</li><li>") + `</li></ul><p>` + paras[4] + `</p></body.content></body></nitf>`
}

const page = `<!doctype html><html><head><title>Ferries wait in Split | The Coast</title><script>unseen()</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><div class="cookie-consent"><p>We use cookies, as everybody does.</p></div>
<article><h1>Ferries wait in Split</h1>
<p>A storm kept 12 ferries in <a href="/split">Split</a> on Monday. “Nobody sails today,” said Ana&nbsp;Perić, who heads the port.</p>
<h2>What comes next</h2><ul><li>First the <em>large</em> ones<li>Then the small ones</ul>
<p>The wind turned to the north-west at 06:30, 3&nbsp;hours early.</p></article><footer>All rights reserved</footer></body></html>`

func TestNoWordIsLost(t *testing.T) {
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			in, ok := samples[f.Name]
			if !ok {
				t.Fatal("there is no sample of the format")
			}
			docs, err := read(in, "ferries"+f.Exts[0])
			if err != nil {
				t.Fatal(err)
			}
			golden.SameWords(t, docs, articleWords)
			for _, d := range docs {
				golden.Sound(t, d)
				if d.File != "ferries"+f.Exts[0] {
					t.Errorf("the article's file is %q", d.File)
				}
			}
		})
	}
}

// A format is one package and one line in the list: here both are made up.
func TestANewFormatIsAPackageAndALine(t *testing.T) {
	all := slices.Concat(All, document.Formats{
		xyz.Format,
	})
	if f, ok := all.ForFile("news.XYZ"); !ok || f.Label != "XYZ bundle" || !slices.Contains(all.Labels(), "XYZ bundle") {
		t.Fatalf("not found by its ending: %+v", f)
	}
	if _, ok := All.ForFile("news.xyz"); ok {
		t.Fatal("the made-up format stands in the real list")
	}
	const bundle = "XYZ\n# One\n\nIt rained in Lima.\n----\n!\n----\n---\ndate: 2024-05-17\n---\n# Two\n\nIt snowed in Oslo.\n----\n \n"
	docs, err := all.Bytes(context.Background(), []byte(bundle), "in/news.bin", document.Options{Path: "/x/news.bin"})
	if len(docs) != 2 || docs[0].Title != "One" || docs[1].Title != "Two" || docs[1].Text != "Two\n\nIt snowed in Oslo." || docs[1].Path != "/x/news.bin" ||
		docs[1].File != "part 3.md" || len(docs[1].Dates) != 1 || docs[0].ID == docs[1].ID {
		t.Errorf("got %+v", docs)
	}
	var got []string
	for _, fault := range document.Faults(err) {
		got = append(got, fault.Error())
	}
	if len(got) != 2 || !strings.HasPrefix(got[0], "document: in/news.bin: part 2: the letters") || !strings.HasPrefix(got[1], "document: in/news.bin: the file is empty") {
		t.Errorf("each fault is named: %q", got)
	}
	if _, err := read("7z\xbc\xaf\x27\x1c...", "a.7z"); !strings.Contains(err.Error(), "it is a 7z archive: this kind of file is not read; what is read: Plain text, Markdown,") {
		t.Errorf("the message does not list what is read: %v", err)
	}
}

func TestTheListIsSound(t *testing.T) {
	names, exts := map[string]bool{}, map[string]bool{}
	for _, f := range All {
		if f.Name == "" || f.Name != strings.ToLower(f.Name) || strings.ContainsAny(f.Name, " \t") || f.Label == "" || f.Sniff == nil || f.Read == nil || len(f.Exts) == 0 || names[f.Name] {
			t.Errorf("%+v", f)
		}
		names[f.Name] = true
		for _, e := range f.Exts {
			if !strings.HasPrefix(e, ".") || e != strings.ToLower(e) || exts[e] {
				t.Errorf("%s: ending %q", f.Name, e)
			}
			exts[e] = true
		}
	}
}

func TestTheContentDecides(t *testing.T) {
	storm := strings.TrimSpace(articleWords)
	for _, c := range []struct{ name, file, in, title, text string }{
		{"a page named as text is a page", "a.txt", "<!DOCTYPE html><p>It rained.</p>", "", "It rained."},
		{"a part of a page named as text is a page", "a.txt", " <div><p>It rained.</p></div>", "", "It rained."},
		{"a comment before the page", "a", "<!-- a > b --><html><p>It rained.</p>", "", "It rained."},
		{"text named as a page is text", "a.html", "It rained < 2 mm.", "", "It rained < 2 mm."},
		{"a page named as Markdown is a page", "a.md", "<html><body><h1>Rain</h1><p># It rained.</p>", "Rain", "Rain\n\n# It rained."},
		{"Markdown that begins with a tag keeps its title", "a.md", "<p align=center>Late news</p>\n\n# Rain\n\nIt rained.", "Rain", "Late news\n\nRain\n\nIt rained."},
		{"also where no empty line ends the tag", "a.md", "<img src=x.png>\n# Rain\nIt rained.", "Rain", "Rain\n\nIt rained."},
		{"Markdown without a name is text", "-", "# Rain", "", "# Rain"},
		{"a Word document of any name", "a.txt", samples["docx"], "Ferries wait in Split", storm},
		{"an OpenDocument text of any name", "a", samples["odt"], "Ferries wait in Split", storm},
		{"a book named as an archive", "a.zip", samples["epub"], "Ferries wait in Split", storm},
		{"rich text named as an old Word document", "a.doc", samples["rtf"], "Ferries wait in Split", strings.ReplaceAll(storm, "ones\nThen", "ones\n\nThen")},
		{"a mail of any name", "a.txt", samples["mail"], "Ferries wait in Split", storm},
		{"a feed named as XML", "a.xml", samples["feed"], "Ferries wait in Split", storm},
		{"a saved page of any name", "a", samples["mhtml"], "Ferries wait in Split", strings.TrimSpace(articleWords)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := one(t, c.in, c.file, document.Options{}); d.Title != c.title || d.Text != c.text {
				t.Errorf("%q, %q", d.Title, d.Text)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	long := strings.Repeat("long ", 30)
	for _, c := range []struct {
		name, file, in string
		want           error
	}{
		{"an empty file", "a.txt", "", document.ErrEmpty},
		{"white space is empty", "a.txt", " \n\t\r\n ", document.ErrEmpty},
		{"so is much of it", "a.md", strings.Repeat(" \n", 5000), document.ErrEmpty},
		{"so is white space in UTF-16", "a.html", "\xff\xfe \x00\n\x00", document.ErrEmpty},
		{"a PDF without a page", "a.txt", "%PDF-1.4\n...", document.ErrDamaged},
		{"a Word file cut short", "a.docx", "PK\x03\x04\x14\x00", document.ErrDamaged},
		{"an archive cut short", "a.zip", "PK\x03\x04\x14\x00", document.ErrDamaged},
		{"a picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00", document.ErrFormat},
		{"zeros are no text", "a.txt", "abc\x00\x00\x00def\x00", document.ErrBinary},
		{"nor in Markdown", "a.md", "abc\x00\x00\x00def\x00", document.ErrBinary},
		{"control characters are no text", "a.txt", "ab\x01\x02\x03\x04cd", document.ErrBinary},
		{"a page without text", "a.html", "<html><body><script>x()</script></body></html>", document.ErrNoText},
		{"a saved page without a page", "a.mhtml", "From: <Saved by x>\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: image/png\n\nx\n--B--\n", document.ErrNoText},
		{"a saved page that is no message", "a.mht", "multipart/related", document.ErrNoText},
		{"Markdown without text", "a.md", "[a]: http://x.example\n\n---\n", document.ErrNoText},
		{"letters of an unknown encoding", "a.txt", strings.Repeat("\xb0\xa1\xc4\xe3\xba\xc3 \x81\x8d\x9d", 40), document.ErrEncoding},
		{"over the limit", "a.txt", long, document.ErrTooLarge},
		{"a page over the limit", "a.html", "<html>" + long, document.ErrTooLarge},
		{"Markdown over the limit", "a.md", long, document.ErrTooLarge},
		{"a saved page over the limit", "a.mhtml", "From: <Saved by x>\nContent-Type: multipart/related\n" + long, document.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := document.Options{}
			if c.want == document.ErrTooLarge {
				o.MaxBytes = 100
			}
			docs, err := All.Read(context.Background(), strings.NewReader(c.in), c.file, o)
			if !errors.Is(err, c.want) || len(docs) != 0 {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if !strings.HasPrefix(err.Error(), "document: "+c.file+": ") {
				t.Errorf("%q does not name the file", err)
			}
		})
	}
}

func TestFilesAreReadInPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("It rained in Lima."), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	docs, err := All.Read(context.Background(), f, path, document.Options{Path: path})
	if err != nil || len(docs) != 1 || docs[0].Text != "It rained in Lima." || docs[0].File != "a.txt" || docs[0].Path != path {
		t.Errorf("%+v, %v", docs, err)
	}
	if _, err := All.Read(context.Background(), f, path, document.Options{MaxBytes: 5}); !errors.Is(err, document.ErrTooLarge) {
		t.Errorf("over the limit: %v", err)
	}
	dir, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	if _, err := All.Read(context.Background(), dir, "folder", document.Options{}); err == nil {
		t.Error("a folder is read")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range All {
		if docs, err := All.Bytes(ctx, []byte(samples[f.Name]), "a"+f.Exts[0], document.Options{}); !errors.Is(err, context.Canceled) || len(docs) > 0 {
			t.Errorf("%s: %d articles, %v", f.Name, len(docs), err)
		}
	}
}

func TestEncodings(t *testing.T) {
	west := "Café owners in Málaga met on Tuesday – “at last”, one said."
	east := "Жители города вышли на площадь в среду утром."
	enc := func(e interface{ String(string) (string, error) }, s string) string {
		out, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct{ name, in, want string }{
		{"UTF-8", west, west},
		{"UTF-8 with a mark", "\xef\xbb\xbf" + west, west},
		{"UTF-16 with a mark, little end first", enc(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), west), west},
		{"UTF-16 with a mark, big end first", enc(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(), west), west},
		{"UTF-16 without a mark", enc(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), west), west},
		{"Western single bytes", enc(charmap.Windows1252.NewEncoder(), west), west},
		{"Cyrillic single bytes", enc(charmap.Windows1251.NewEncoder(), east), east},
		{"Cyrillic of the older kind", enc(charmap.KOI8R.NewEncoder(), east), east},
		{"line ends are evened out", "one\r\ntwo\rthree\n", "one\ntwo\nthree\n"},
		{"one damaged letter is shown as such", west + " \xff", west + " \ufffd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := one(t, c.in, "a.txt", document.Options{})
			if d.Text != c.want {
				t.Errorf("got %q, want %q", d.Text, c.want)
			}
			if damaged := strings.Contains(c.want, "\ufffd"); damaged != (len(d.Notes) == 1) {
				t.Errorf("notes %q", d.Notes)
			}
		})
	}
}

func TestDeclaredEncoding(t *testing.T) {
	in, _ := charmap.ISO8859_2.NewEncoder().String(`<html><head><meta charset="iso-8859-2"></head><body><p>Łódź leży w Polsce, a Brno w Czechach.</p></body></html>`)
	if d := one(t, in, "a.html", document.Options{}); d.Text != "Łódź leży w Polsce, a Brno w Czechach." {
		t.Errorf("got %q", d.Text)
	}
}

func TestWhatTheCallerKnows(t *testing.T) {
	o := document.Options{Given: story.NewDay(2025, 3, 12), HasGiven: true, URL: "https://a.example/2024/01/31/x", Title: "T", Path: "/p"}
	for _, f := range All {
		d := one(t, samples[f.Name], "a"+f.Exts[0], o)
		n := len(d.Dates)
		if n < 2 || d.Dates[0].Source != story.SourceGiven || d.Dates[n-1].Source != story.SourceURL || d.Title != "T" || d.URL != o.URL || d.Path != "/p" {
			t.Errorf("%s: %+v", f.Name, d)
		}
	}
	if d := one(t, samples["mhtml"], "a.mht", document.Options{}); d.URL != "https://x.example/2024/01/31/ferries" || len(d.Dates) != 1 {
		t.Errorf("where a page was saved from: %q, %v", d.URL, d.Dates)
	}
}

// Files that are deep, broken or endless cost no more than plain ones.
func TestHostileFiles(t *testing.T) {
	for name, in := range map[string]string{
		"deep":            "<html><body>" + strings.Repeat("<div>", 20_000) + "Text in the deep of the page.",
		"deep lists":      "<html><body>" + strings.Repeat("<ul><li>", 20_000) + "Text in the deep of the page.",
		"open anchors":    "<html><body>" + strings.Repeat("<a><b><p>x", 20_000),
		"stray ends":      "<html><body>" + strings.Repeat("</p></div>", 20_000) + "<p>Text</p>",
		"many attributes": "<html><body><p " + strings.Repeat("a=b ", 20_000) + ">Text</p>",
		"open tag":        "<html><body><p>Text" + strings.Repeat("<", 60_000),
		"scripts":         "<html>" + strings.Repeat(`<script type="application/ld+json">{"@graph":[[[[`, 10_000) + "</script><p>Text</p>",
		"saved in saved":  strings.Repeat("From: <Saved by x>\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n\n", 10_000),
	} {
		for _, f := range All {
			t.Run(name+f.Exts[0], func(t *testing.T) {
				docs, err := read(in, "a"+f.Exts[0])
				if err != nil && !errors.Is(err, document.ErrNoText) {
					t.Error(err)
				}
				for _, d := range docs {
					golden.Sound(t, d)
				}
			})
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "plain text", "<html><p>a<b>c</p>", "# A\n\n* b\n\n[c](d)", "---\ntitle: x\n---\ny", "\xff\xfea\x00",
		"<!doctype html><article><h1>T</h1><time datetime=2024-01-01>x</time><ul><li>a<li>b</ul><table><tr><td>c", "<p>\u00a0&nbsp;&#0;</p>", samples["mhtml"]} {
		for _, format := range All {
			f.Add([]byte(s), "a"+format.Exts[0])
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		docs, err := All.Bytes(context.Background(), b, name, document.Options{})
		if errors.Is(err, document.ErrFault) {
			t.Fatal(err)
		}
		for _, d := range docs {
			golden.Sound(t, d)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, f := range All {
		for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
			in := sized(f.Name, size)
			b.Run(fmt.Sprintf("%s/%d", f.Name, size), func(b *testing.B) {
				b.SetBytes(int64(len(in)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := All.Bytes(context.Background(), in, "a"+f.Exts[0], document.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// sized is the sample of a format, grown to about a size.
func sized(name string, size int) []byte {
	if sample, ok := made[name]; ok {
		return []byte(sample(size / len(articleWords)))
	}
	return grown(samples[name], size)
}

// grown is a sample with its sentence on the storm so often that it has a size.
func grown(s string, size int) []byte {
	const mark = "A storm kept"
	at := strings.Index(s, mark)
	if at < 0 {
		at = strings.Index(s, "A **storm** kept")
	}
	end := at + strings.Index(s[at:], "port.") + len("port.")
	sentence := s[at:end] + "\n\n"
	if strings.Contains(s, "<p>") {
		sentence = "<p>" + s[at:end] + "</p>\n"
		at = strings.LastIndex(s[:at], "<p>")
	}
	return []byte(s[:at] + strings.Repeat(sentence, max(0, size-len(s))/len(sentence)) + s[at:])
}
