package mail

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/plain"
	"dateline/app/document/web"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

const head = "From: Ann Roe <ann@x.example>\nTo: desk@x.example\nSubject: Rain in Lima\nDate: Fri, 17 May 2024 08:30:00 +0200\nMIME-Version: 1.0\n"

func readAll(in, name string) ([]story.Document, error) {
	return document.Formats{plain.Format, web.Format, Format}.Bytes(context.Background(), []byte(in), name, document.Options{})
}

func readOne(t *testing.T, in string) story.Document {
	t.Helper()
	docs, err := readAll(in, "a.eml")
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	golden.Sound(t, docs[0])
	return docs[0]
}

func TestHeader(t *testing.T) {
	d := readOne(t, head+"\nIt rained.")
	if d.Title != "Rain in Lima" || d.Byline != "Ann Roe" || d.Text != "Rain in Lima\n\nIt rained." || golden.Zones(d) != "headline:Rain in Lima" {
		t.Errorf("%q by %q: %q", d.Title, d.Byline, d.Text)
	}
	if len(d.Dates) != 1 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Clock != "08:30:00" || d.Dates[0].Source != story.SourceMeta {
		t.Errorf("%v", d.Dates)
	}
	d = readOne(t, "From: =?koi8-r?B?4c7OwQ==?= <a@x.example>\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\n =?utf-8?q?s_open?=\r\nMessage-ID: <1@x>\r\n\r\ntext")
	if d.Title != "cafés open" || d.Byline != "Анна" {
		t.Errorf("encoded words: %q by %q", d.Title, d.Byline)
	}
	d = readOne(t, "From: ann@x.example\nno field\nReceived: x\nSubject: caf\xe9\n\ntext")
	if d.Title != "café" || d.Byline != "ann@x.example" {
		t.Errorf("a faulty header: %q by %q", d.Title, d.Byline)
	}
}

func TestBodies(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString
	alt := func(text, page string) string {
		return "Content-Type: multipart/alternative; boundary=B\n\nfor old programs\n--B\n\n" + text + "\n--B\nContent-Type: text/html; charset=utf-8\n\n" + page + "\n--B--\nafter"
	}
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "\nIt rained.\nIt snowed.\n\nMore.", "It rained.\nIt snowed.\n\nMore."},
		{"quoted-printable", "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nIt rained in the caf=C3=A9, =\r\nthey say = 3 =ZZ.  \r\nx=3D", "It rained in the café, they say = 3 =ZZ.\nx="},
		{"base64 in lines", "Content-Transfer-Encoding: BASE64\n\n" + b64([]byte("It rained"))[:8] + "\n " + b64([]byte("It rained"))[8:] + "\n", "It rained"},
		{"base64 cut short", "Content-Transfer-Encoding: base64\n\n" + b64([]byte("It rained all day"))[:13], "It rained"},
		{"Cyrillic", "Content-Type: text/plain; charset=koi8-r\n\n\xe4\xcf\xd6\xc4\xd8", "Дождь"},
		{"an unknown charset", "Content-Type: text/plain; charset=x-none\n\ncaf\xe9", "café"},
		{"no charset, and UTF-8", "\ncafé", "café"},
		{"flowing text", "Content-Type: text/plain; format=flowed\n\nIt rained \nin Lima.\n It snowed.", "It rained in Lima.\nIt snowed."},
		{"flowing text that drops the space", "Content-Type: text/plain; format=flowed; delsp=yes\n\nIt rai \nned.", "It rained."},
		{"a page", "Content-Type: text/html\n\n<html><body><p>It <b>rained</b>.</p><p>caf&eacute;</p>", "It rained.\n\ncafé"},
		{"a page that names its encoding", "Content-Type: text/html\n\n<meta charset=iso-8859-2><p>\xa3\xf3d\xbc</p>", "Łódź"},
		{"the page, where it has the words too", alt("It rained.\nhttps://x.example/1234", "<p>It rained.</p>"), "It rained."},
		{"the text, where the page has less", alt("It rained in Lima and in Cusco.", "<p>See the text.</p>"), "It rained in Lima and in Cusco."},
		{"parts one after the other", "Content-Type: multipart/mixed; boundary=\"B\"\n\n--B\n\nOne.\n--B\n\nTwo.\n--B--\n", "One.\n\nTwo."},
		{"parts in parts", "Content-Type: multipart/mixed; boundary=A\n\n--A\n" + alt("One.", "<p>One.</p>") + "\n--A\n\nTwo.", "One.\n\nTwo."},
		{"a border that never comes", "Content-Type: multipart/mixed; boundary=A\n\n--A\n\nOne.", "One."},
		{"a type that is none", "Content-Type: ;;\n\nOne.", "One."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, head+c.in)
			if diff := cmp.Diff("Rain in Lima\n\n"+c.want, d.Text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What an earlier mail said is marked, and stays in the text.
func TestQuoted(t *testing.T) {
	page := "Content-Type: text/html\n\n"
	for _, c := range []struct{ name, in, quoted string }{
		{"lines with a sign", "\nYes.\n\nOn Friday, Bob wrote:\n> It rained.\n> > Where?\nNo.", "On Friday, Bob wrote:|It rained.\nWhere?"},
		{"a line before that is no introduction", "\nYes.\n> It rained.", "It rained."},
		{"the original under an answer", "\nYes.\n\n-----Original Message-----\nFrom: Bob\n\nIt rained.", "-----Original Message-----\nFrom: Bob|It rained."},
		{"a signature", "\nYes.\n-- \nAnn Roe", "--\nAnn Roe"},
		{"a page's block", page + "<p>Yes.</p><blockquote type=cite><p>It rained.</p><blockquote>Where?</blockquote>There.</blockquote><p>No.</p>", "It rained.|Where?|There."},
		{"a page's part by its class", page + "<div>Yes.</div><div class=\"gmail_quote x\">Bob: <div>It rained.</div></div>", "Bob:|It rained."},
		{"a forwarded mail is what is said", page + "<div>See.</div><div class=gmail_quote>---------- Forwarded message ---------<p>It rained.</div>", ""},
		{"a quotation of the author's", page + "<p>He said:</p><blockquote>It rained.</blockquote>", ""},
		{"where there is nothing else it is the article", "\n> It rained.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, head+c.in)
			var got []string
			for _, z := range d.Zones {
				if z.Kind == story.ZoneBoilerplate {
					got = append(got, z.Span.In(d.Text))
				}
			}
			if strings.Join(got, "|") != c.quoted || !strings.Contains(d.Text, "It rained") && !strings.Contains(d.Text, "Ann Roe") {
				t.Errorf("%q in %q", got, d.Text)
			}
		})
	}
}

func TestAttached(t *testing.T) {
	in := head + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nSee this.\n--B\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename*=utf-8''regen%C3%A9.txt\n\nIt rained.\n" +
		"--B\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\niVBO\n--B\nContent-Type: application/pdf; name=\"C:\\\\x\\\\b.rar\"\n\nRar!\x1a\x07\n" +
		"--B\nContent-Type: message/rfc822\n\nFrom: Bob <b@x.example>\nSubject: Snow\nDate: 1 May 2024 07:00:00 GMT\n\nIt snowed.\n--B--\n"
	docs, err := readAll(in, "a.eml")
	if err != nil || len(docs) != 3 {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	if d := docs[0]; d.Text != "Rain in Lima\n\nSee this." || len(d.Notes) != 2 || d.Notes[0] != "attached and not shown: x.png" || !strings.HasPrefix(d.Notes[1], "attached and not read: b.rar (it is a RAR archive") {
		t.Errorf("%q, %q", d.Text, d.Notes)
	}
	if d := docs[1]; d.Text != "It rained." || d.File != "regené.txt" || len(d.Dates) != 1 || d.Dates[0].Source != story.SourceUpdated || d.Dates[0].Day != story.NewDay(2024, 5, 17) {
		t.Errorf("the mail's day is the last that an attached article can be of: %+v", d)
	}
	if d := docs[2]; d.Title != "Snow" || d.Byline != "Bob" || d.Text != "Snow\n\nIt snowed." || d.Dates[0].Day != story.NewDay(2024, 5, 1) {
		t.Errorf("a forwarded mail: %+v", d)
	}
}

func TestMailbox(t *testing.T) {
	box := "From ann@x.example Fri May 17 08:00:00 2024\n" + head + "\nIt rained.\n>From Lima to Cusco.\n\nFrom here on it was dry.\n\n" +
		"From bob@x.example Sat May 18 08:00:00 2024\r\nFrom: Bob <b@x.example>\r\nSubject: Snow\r\n\r\nIt snowed.\r\n\r\n" +
		"From eve@x.example Sun May 19 08:00:00 2024\nFrom: Eve\nSubject:\n\n\n"
	docs, err := readAll(box, "in/news")
	if len(docs) != 2 || !errors.Is(err, document.ErrNoText) || !strings.Contains(err.Error(), "in/news: mail 3: ") {
		t.Fatalf("%d articles, %v", len(docs), err)
	}
	if d := docs[0]; d.Text != "Rain in Lima\n\nIt rained.\nFrom Lima to Cusco.\n\nFrom here on it was dry." || d.File != "news #1" {
		t.Errorf("%q %q", d.File, d.Text)
	}
	if d := docs[1]; d.Text != "Snow\n\nIt snowed." || d.File != "news #2" {
		t.Errorf("%q %q", d.File, d.Text)
	}
	docs, err = readAll(box[:strings.Index(box, "From bob")], "news.mbox")
	if err != nil || len(docs) != 1 || docs[0].File != "news.mbox" {
		t.Errorf("a mailbox of one mail: %+v, %v", docs, err)
	}
}

func TestWhatIsAMail(t *testing.T) {
	for _, c := range []struct {
		name, file, in string
		want           document.Match
	}{
		{"a mail of any name", "a", head + "\nx", document.Certain},
		{"a mailbox of any name", "a", "From a@x Fri May 17 08:00:00 2024\n" + head, document.Certain},
		{"a short header is enough where the name says so", "a.eml", "From: Ann\nSubject: Rain\n\nx", document.Named},
		{"and is an article elsewhere", "a.txt", "From: Ann\nSubject: Rain\n\nx", document.NoMatch},
		{"a saved page is none", "a", "From: <Saved by x>\nSubject: x\nMIME-Version: 1.0\n\n", document.NoMatch},
		{"text that begins with the word", "a.txt", "From Friday, May 17 2024, 08:00 on it rained.\n\nIt snowed.", document.NoMatch},
		{"text named as a mail", "a.eml", "It rained.", document.NoMatch},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got document.Match
			probe := document.Format{Name: "probe", Exts: []string{".x"}, Sniff: func(in *document.Input) document.Match { got = sniff(in); return document.NoMatch }}
			if _, err := (document.Formats{probe}).Bytes(context.Background(), []byte(c.in), c.file, document.Options{}); err == nil || got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	nested := ""
	for range 5000 {
		nested += "Content-Type: multipart/mixed; boundary=B\n\n--B\n"
	}
	const most = 40
	for name, in := range map[string]string{
		"parts in parts":   head + "\n" + nested + "\nword",
		"mails in mails":   head + strings.Repeat("Content-Type: message/rfc822\n\n", 5000) + "\nword",
		"many parts":       head + "Content-Type: multipart/mixed; boundary=B\n\n" + strings.Repeat("--B\n\nword\n", 50_000),
		"many fields":      head + strings.Repeat("X: y\n z\n", 50_000) + "\nword",
		"one long field":   head + "X: y\n" + strings.Repeat(" z\n", 200_000) + "\nword",
		"deep quotes":      head + "\nword\n" + strings.Repeat(">", 100_000) + "x\n\n" + strings.Repeat("> \n\n", 100_000),
		"long flow":        head + "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat("word \n", 200_000),
		"pages in quotes":  head + "Content-Type: text/html\n\nword" + strings.Repeat("<blockquote type=cite>x</blockquote>", 20_000),
		"quotes in quotes": head + "Content-Type: text/html\n\nword" + strings.Repeat("<blockquote type=cite>", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			docs, err := readAll(in, "a.eml")
			if len(docs) > most || err != nil && !errors.Is(err, document.ErrNoText) {
				t.Fatalf("%d articles, %v", len(docs), err)
			}
			for _, d := range docs {
				golden.Sound(t, d)
			}
		})
	}
	if _, err := readAll(head+"\n", "a.eml"); !errors.Is(err, document.ErrNoText) {
		t.Errorf("a mail without text: %v", err)
	}
}

// Attachments that cost too much are read until the file's share is used up; the others are named.
func TestAttachedBombs(t *testing.T) {
	read := 0
	bomb := document.Format{Name: "bomb", Exts: []string{".bomb"}, Sniff: func(in *document.Input) document.Match {
		if in.Ext() == ".bomb" {
			return document.Certain
		}
		return document.NoMatch
	}, Read: func(context.Context, *document.Input) ([]story.Document, error) {
		read++
		return nil, document.ErrTooLarge
	}}
	in := head + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nword\n" + strings.Repeat("--B\nContent-Type: application/x; name=a.bomb\n\nx\n", 100)
	docs, err := document.Formats{bomb, Format}.Bytes(context.Background(), []byte(in), "a.eml", document.Options{})
	if err != nil || len(docs) != 1 || read != maxAttached/largeCost {
		t.Fatalf("%d articles, %d attachments read, %v", len(docs), read, err)
	}
	if n := docs[0].Notes; len(n) != 2 || !strings.Contains(n[1], "the rest was left out") {
		t.Errorf("notes %q", n)
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, head+"\nIt rained.\n> x\n-- \ny", "From a@x Fri May 17 08:00:00 2024\n"+head+"\na\n\nFrom b@x Fri May 17 08:00:00 2024\n\nb",
		head+"Content-Type: multipart/alternative; boundary=B\n\n--B\nContent-Transfer-Encoding: base64\n\nAAAA\n--B\nContent-Type: text/html\n\n<blockquote type=cite>a</blockquote>b\n--B--",
		head+"Content-Type: message/rfc822\n\nSubject: =?utf-8?b?x?=\n\nb", head+"Content-Type: text/plain; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\na =3D =\nb")
}
