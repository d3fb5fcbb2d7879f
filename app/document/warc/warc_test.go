package warc

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/web"
	"dateline/app/story"
)

var list = document.Formats{web.Format, Format}

const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

// wrote is a page with a sentence.
func wrote(sentence string) string {
	return "<html><body><article><h1>Rain</h1><p>" + sentence + "</p></article></body></html>"
}

func deflated(s string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write([]byte(s)) // a buffer takes everything
	_ = w.Close()
	return out.String()
}

// told are the sentences of the articles.
func told(docs []story.Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, strings.TrimPrefix(d.Text, "Rain\n\n"))
	}
	return strings.Join(out, " | ")
}

func TestRecords(t *testing.T) {
	one := wrote("It rained in Lima.")
	rec := golden.Record
	for _, c := range []struct{ claim, in, want, fault string }{
		{"a page as it is", rec("https://a.example/1", head+"\r\n"+one), "It rained in Lima.", ""},
		{"a page in pieces", rec("https://a.example/1", head+"Transfer-Encoding: chunked\r\n\r\n"+fmt.Sprintf("%x;x=y\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 20, one[:20], len(one)-20, one[20:])), "It rained in Lima.", ""},
		{"a page that was in pieces", rec("https://a.example/1", head+"Transfer-Encoding: chunked\r\n\r\n"+one), "It rained in Lima.", ""},
		{"gzip", rec("https://a.example/1", head+"Content-Encoding: gzip\r\n\r\n"+golden.Gzip(one)), "It rained in Lima.", ""},
		{"deflate", rec("https://a.example/1", head+"Content-Encoding: deflate\r\n\r\n"+deflated(one)), "It rained in Lima.", ""},
		{"gzip that was undone", rec("https://a.example/1", head+"Content-Encoding: gzip\r\n\r\n"+one), "It rained in Lima.", ""},
		{"Brotli", rec("https://a.example/1", head+"Content-Encoding: br\r\n\r\n\x1b\x00"), "", "1 pages are packed with Brotli"},
		{"no page among other things", rec("https://a.example/1.js", "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\nx()"), "", "no article text"},
		{"a page that was not found", rec("https://a.example/1", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+one), "", "no article text"},
		{"cut in the second page", rec("https://a.example/1", head+"\r\n"+one) + rec("https://a.example/2", head+"\r\n"+wrote("It snowed in Oslo."))[:150], "It rained in Lima.", "record 2: the file is damaged"},
		{"no record after the first", rec("https://a.example/1", head+"\r\n"+one) + "what is this\r\n", "It rained in Lima.", "record 2: the file is damaged"},
		{"a length that is no number", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n", "", "record 1: the file is damaged"},
	} {
		for _, packed := range []bool{false, true} {
			t.Run(fmt.Sprint(c.claim, packed), func(t *testing.T) {
				in := c.in
				if packed {
					in = golden.Gzip(in)
				}
				docs, err := list.Bytes(context.Background(), []byte(in), "a.warc.gz", document.Options{})
				if told(docs) != c.want || (err == nil) != (c.fault == "") || err != nil && !strings.Contains(err.Error(), c.fault) {
					t.Errorf("%q, %v", told(docs), err)
				}
				for _, d := range docs {
					if d.URL != "https://a.example/1" || d.Retrieved != "2024-02-01T08:30:00Z" {
						t.Errorf("%q, got %q", d.URL, d.Retrieved)
					}
				}
			})
		}
	}
}

func TestAPackageListsItsPages(t *testing.T) {
	pages := golden.Gzip(golden.Record("https://a.example/1", head+"\r\n"+wrote("It rained in Lima."))) +
		golden.Gzip(golden.Record("https://a.example/frame", head+"\r\n"+wrote("Buy our umbrellas."))) +
		golden.Gzip(golden.Record("https://a.example/2", head+"\r\n"+wrote("It snowed in Oslo.")))
	in := func(lines string) string {
		return golden.Zip("archive/data.warc.gz", pages, "datapackage.json", "{}", "pages/pages.jsonl", lines)
	}
	docs, err := list.Bytes(context.Background(), []byte(in(`{"format":"json-pages-1.0"}`+"\n"+`{"url":"https://a.example/1"}`+"\n"+`{"url":"https://a.example/2","text":"x"}`)), "a.zip", document.Options{})
	if err != nil || told(docs) != "It rained in Lima. | It snowed in Oslo." || docs[1].File != "2.html" || docs[1].Container != "a.zip" {
		t.Errorf("%q, %v", told(docs), err)
	}
	if docs, err = list.Bytes(context.Background(), []byte(in("")), "a.wacz", document.Options{}); err != nil || len(docs) != 3 {
		t.Errorf("without a list all are read: %q, %v", told(docs), err)
	}
}

func TestAnArchiveIsReadAsItComes(t *testing.T) {
	bomb := golden.Gzip(golden.Record("https://a.example/1", head+"Content-Encoding: gzip\r\n\r\n"+golden.Gzip(strings.Repeat(" ", 100<<20))))
	docs, err := list.Bytes(context.Background(), []byte(bomb), "a.warc.gz", document.Options{})
	if len(docs) > 0 || err == nil || errors.Is(err, document.ErrFault) {
		t.Errorf("%d articles, %v", len(docs), err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	in := strings.Repeat(golden.Record("https://a.example/1", head+"\r\n"+wrote("It rained in Lima.")), 10)
	docs, err = list.Bytes(ctx, []byte(in), "a.warc", document.Options{Report: func(done, _ int) {
		if done == 4 {
			cancel()
		}
	}})
	if len(docs) != 4 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d articles are kept, %v", len(docs), err)
	}
}

func FuzzWARC(f *testing.F) {
	golden.Fuzz(f, Format, golden.Record("https://a.example/1", head+"\r\n"+wrote("It rained.")), golden.Gzip(golden.Record("https://a.example/1", head+"\r\n"+wrote("It rained."))))
}
