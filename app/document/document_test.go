package document

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/story"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func ExampleRead() {
	page := `<html><head><meta property="article:published_time" content="2024-05-17T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Boats sail again</h1><p>The first ferry left Split on Friday.</p></article></body></html>`
	d, err := Read(strings.NewReader(page), "boats.html", Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title, d.Dates[0].Day)
	fmt.Println(d.Text)
	// Output:
	// Boats sail again 2024-05-17
	// Boats sail again
	//
	// The first ferry left Split on Friday.
}

func ExamplePlain() {
	d := Plain("It rained in Lima.", "line 1", Options{})
	fmt.Println(d.File, len(d.ID), d.Text)
	// Output: line 1 12 It rained in Lima.
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, file, in string
		want           error
	}{
		{"an empty file", "a.txt", "", ErrEmpty},
		{"white space is empty", "a.txt", " \n\t\r\n ", ErrEmpty},
		{"a PDF is named as such", "a.txt", "%PDF-1.4\n...", ErrFormat},
		{"a Word file is named as such", "a.docx", "PK\x03\x04\x14\x00", ErrFormat},
		{"a picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00", ErrFormat},
		{"zeros are no text", "a.txt", "abc\x00\x00\x00def\x00", ErrBinary},
		{"control characters are no text", "a.txt", "ab\x01\x02\x03\x04cd", ErrBinary},
		{"a page without text", "a.html", "<html><body><script>x()</script></body></html>", ErrNoText},
		{"letters of an unknown encoding", "a.txt", strings.Repeat("\xb0\xa1\xc4\xe3\xba\xc3 \x81\x8d\x9d", 40), ErrEncoding},
		{"over the limit", "a.txt", strings.Repeat("long ", 30), ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{}
			if c.want == ErrTooLarge {
				o.MaxBytes = 100
			}
			_, err := Read(strings.NewReader(c.in), c.file, o)
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if !strings.Contains(err.Error(), c.file) {
				t.Errorf("%q does not name the file", err)
			}
		})
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
			d, err := Bytes([]byte(c.in), "a.txt", Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("got %q, want %q", d.Text, c.want)
			}
		})
	}
}

func TestDeclaredEncoding(t *testing.T) {
	in, _ := charmap.ISO8859_2.NewEncoder().String(`<html><head><meta charset="iso-8859-2"></head><body><p>Łódź leży w Polsce, a Brno w Czechach.</p></body></html>`)
	d, err := Bytes([]byte(in), "a.html", Options{})
	if err != nil || d.Text != "Łódź leży w Polsce, a Brno w Czechach." {
		t.Errorf("got %q, %v", d.Text, err)
	}
}

func TestMHTML(t *testing.T) {
	in := strings.ReplaceAll(`From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/2024/01/31/x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--B"

----B
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body><h1>Snow in Sofia</h1><p>It snowed in Sofia, =
they say.</p></body></html>
----B--
`, "\n", "\r\n")
	d, err := Bytes([]byte(in), "x.mhtml", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Snow in Sofia" || !strings.Contains(d.Text, "It snowed in Sofia, they say.") || len(d.Dates) != 1 {
		t.Errorf("got %+v", d)
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, day, clock string }{
		{"2025-03-12", "2025-03-12", ""},
		{"2025-03-12T23:30:00-05:00", "2025-03-12", "23:30-05:00"},
		{"2025-03-12T23:30:00.000Z", "2025-03-12", "23:30Z"},
		{"20250312", "2025-03-12", ""},
		{"2025/03/12 08:00", "2025-03-12", "08:00"},
		{"Wed, 12 Mar 2025 08:00:00 GMT", "2025-03-12", "08:00:00"},
		{"March 12, 2025", "2025-03-12", ""},
		{"12th of March 2025", "2025-03-12", ""},
		{"2025-02-30", "", ""},
		{"03/04/2025", "", ""},
		{"yesterday", "", ""},
		{"0001-01-01", "", ""},
	} {
		day, clock, ok := isoDay(c.in)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.day || clock != c.clock {
			t.Errorf("%q: got %q %q, want %q %q", c.in, got, clock, c.day, c.clock)
		}
	}
}

func TestURLDates(t *testing.T) {
	for _, c := range []struct{ url, day string }{
		{"https://a.example/2025/03/12/title", "2025-03-12"},
		{"https://a.example/news/2025-03-12-title.html", "2025-03-12"},
		{"https://a.example/2025/mar/12/title", "2025-03-12"},
		{"https://a.example/20250312/title", "2025-03-12"},
		{"https://a.example/2025/03/title", ""},
		{"https://a.example/p/20251399/1", ""},
		{"https://a.example/?d=/2025/03/12/", ""},
	} {
		day, _, ok := urlDay(c.url)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.day {
			t.Errorf("%s: got %q, want %q", c.url, got, c.day)
		}
	}
}

func TestGivenDateComesFirst(t *testing.T) {
	d, err := Bytes([]byte("It rained."), "a.txt", Options{Given: story.NewDay(2025, 3, 12), HasGiven: true, URL: "https://a.example/2024/01/31/x"})
	if err != nil || len(d.Dates) != 2 || d.Dates[0].Source != story.SourceGiven || d.Dates[1].Source != story.SourceURL {
		t.Errorf("got %+v, %v", d.Dates, err)
	}
}

// Pages that are deep, broken or endless cost no more than plain ones.
func TestHostilePages(t *testing.T) {
	for name, in := range map[string]string{
		"deep":            "<html><body>" + strings.Repeat("<div>", 20_000) + "Text in the deep of the page.",
		"deep lists":      "<html><body>" + strings.Repeat("<ul><li>", 20_000) + "Text in the deep of the page.",
		"open anchors":    "<html><body>" + strings.Repeat("<a><b><p>x", 20_000),
		"stray ends":      "<html><body>" + strings.Repeat("</p></div>", 20_000) + "<p>Text</p>",
		"many attributes": "<html><body><p " + strings.Repeat("a=b ", 20_000) + ">Text</p>",
		"open tag":        "<html><body><p>Text" + strings.Repeat("<", 60_000),
		"scripts":         "<html>" + strings.Repeat(`<script type="application/ld+json">{"@graph":[[[[`, 10_000) + "</script><p>Text</p>",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Bytes([]byte(in), "a.html", Options{})
			if err != nil && !errors.Is(err, ErrNoText) {
				t.Error(err)
			}
		})
	}
	md := strings.Repeat("[![`**_", 20_000) + strings.Repeat("](", 10_000)
	if _, err := Bytes([]byte(md), "a.md", Options{}); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "plain text", "<html><p>a<b>c</p>", "# A\n\n* b\n\n[c](d)", "---\ntitle: x\n---\ny", "\xff\xfea\x00",
		"<!doctype html><article><h1>T</h1><time datetime=2024-01-01>x</time><ul><li>a<li>b</ul><table><tr><td>c", "<p>\u00a0&nbsp;&#0;</p>"} {
		for _, name := range []string{"a.txt", "a.html", "a.md", "a.mhtml"} {
			f.Add([]byte(s), name)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		d, err := Bytes(b, name, Options{})
		again, err2 := Bytes(b, name, Options{})
		if (err == nil) != (err2 == nil) || d.Text != again.Text || d.ID != again.ID {
			t.Fatal("not the same twice")
		}
		if err != nil {
			return
		}
		if strings.TrimSpace(d.Text) == "" || !utf8.ValidString(d.Text) {
			t.Fatalf("text %q", d.Text)
		}
		end := 0
		for _, z := range d.Zones {
			if z.Span.Start < end || z.Span.Empty() || z.Span.End > len(d.Text) {
				t.Fatalf("zones %v in %d", d.Zones, len(d.Text))
			}
			end = z.Span.End
		}
		for _, c := range d.Dates {
			if c.Span.Start < 0 || c.Span.End > len(d.Text) {
				t.Fatalf("date %v", c)
			}
		}
	})
}
