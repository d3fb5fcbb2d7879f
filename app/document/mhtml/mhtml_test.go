package mhtml

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/web"
)

// saved is a message with a picture and a page in it.
func saved(encoding, page string) string {
	return strings.ReplaceAll(`From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/2024/01/31/x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--B"

----B
Content-Type: image/png

x
----B
Content-Type: text/html
Content-Transfer-Encoding: `+encoding+`

`+page+`
----B--
`, "\n", "\r\n")
}

const (
	page   = `<html><body><h1>Snow in Sofia</h1><p>It snowed in Sofia, they say.</p></body></html>`
	quoted = `<html><body><h1>Snow in Sofia</h1><p>It snowed in Sof=
ia, they say.</p></body></html>`
)

func TestEncodings(t *testing.T) {
	for encoding, body := range map[string]string{"8bit": page, "Quoted-Printable": quoted, "base64": base64.StdEncoding.EncodeToString([]byte(page))} {
		docs, err := document.Formats{Format, web.Format}.Bytes(context.Background(), []byte(saved(encoding, body)), "x.mhtml", document.Options{})
		if err != nil || len(docs) != 1 {
			t.Fatalf("%s: %d articles, %v", encoding, len(docs), err)
		}
		d := docs[0]
		if d.Title != "Snow in Sofia" || d.File != "x.mhtml" || d.URL != "https://a.example/2024/01/31/x" || len(d.Dates) != 1 || len(d.Notes) != 0 {
			t.Errorf("%s: %+v", encoding, d)
		}
		golden.SameWords(t, docs, "Snow in Sofia It snowed in Sofia, they say.")
	}
}

func TestACutFileSaysSo(t *testing.T) {
	in := saved("8bit", page)
	in = in[:strings.Index(in, ", they say")]
	docs, err := document.Formats{Format, web.Format}.Bytes(context.Background(), []byte(in), "x.mhtml", document.Options{})
	if err != nil || len(docs) != 1 || len(docs[0].Notes) != 1 {
		t.Fatalf("%+v, %v", docs, err)
	}
	golden.SameWords(t, docs, "Snow in Sofia It snowed in Sofia")
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{saved("8bit", page), saved("quoted-printable", quoted), saved("base64", "PGI+eA=="), "", "From: <Saved by x>\n\nmultipart/related"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		docs, err := document.Formats{Format, web.Format}.Bytes(context.Background(), b, "a.mhtml", document.Options{})
		if err == nil && len(docs) != 1 {
			t.Fatalf("%d articles", len(docs))
		}
		for _, d := range docs {
			golden.Sound(t, d)
		}
	})
}
