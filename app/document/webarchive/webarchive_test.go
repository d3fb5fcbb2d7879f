package webarchive

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/web"
)

var formats = document.Formats{web.Format, Format}

func TestAPage(t *testing.T) {
	in := golden.Safari("https://a.example/rain", "<article><h1>Rain</h1><p>It rained in Lima.</p></article>")
	for _, name := range []string{"rain.webarchive", "rain"} {
		docs, err := formats.Bytes(context.Background(), []byte(in), name, document.Options{})
		if err != nil || docs[0].Text != "Rain\n\nIt rained in Lima." || docs[0].URL != "https://a.example/rain" || docs[0].File != name {
			t.Errorf("%+v, %v", docs, err)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	in := golden.Safari("https://a.example/rain", "<p>It rained.</p>")
	for _, c := range []struct {
		claim, in string
		want      error
	}{
		{"cut short", in[:60], document.ErrDamaged},
		{"another list", strings.Replace(in, "WebMainResource", "WebSideResource", 1), document.ErrNoText},
		{"a table that lies outside", in[:len(in)-8] + strings.Repeat("\xff", 8), document.ErrDamaged},
		{"more objects than bytes", in[:len(in)-24] + strings.Repeat("\xff", 8) + in[len(in)-16:], document.ErrDamaged},
		{"places that lie outside", in[:len(in)-60] + strings.Repeat("\xff", 28) + in[len(in)-32:], document.ErrNoText},
		{"no page in it", golden.Safari("https://a.example/rain", " "), document.ErrEmpty},
	} {
		docs, err := formats.Bytes(context.Background(), []byte(c.in), "a.webarchive", document.Options{})
		if len(docs) > 0 || !errors.Is(err, c.want) {
			t.Errorf("%s: %d articles, %v", c.claim, len(docs), err)
		}
	}
}

func FuzzWebArchive(f *testing.F) {
	golden.Fuzz(f, Format, golden.Safari("https://a.example/rain", "<p>It rained.</p>"))
}
