package odt

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

const meta = `<office:document-meta><office:meta><dc:title>Rain in Lima</dc:title><meta:initial-creator>Ann Roe</meta:initial-creator><dc:creator>Bob</dc:creator><meta:creation-date>2024-01-02T00:00:00</meta:creation-date><dc:date>2024-05-17T08:30:00.12</dc:date></office:meta></office:document-meta>`

// content is a content.xml with that text.
func content(text string) string {
	return `<?xml version="1.0"?><office:document-content xmlns:office="o"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>` +
		`<style:style style:name="P2" style:parent-style-name="P3"/><style:style style:name="P3" style:parent-style-name="P2"/></office:automatic-styles>` +
		`<office:body><office:text>` + text + `</office:text></office:body></office:document-content>`
}

func packedText(text string, parts ...string) string {
	return golden.Zip(append([]string{"mimetype", mimeType, "content.xml", content(text)}, parts...)...)
}

func readAll(in string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.odt", document.Options{})
}

func readOne(t *testing.T, in string) story.Document {
	t.Helper()
	return golden.One(t, Format, "a.odt", in)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"spans and links are one line", `<text:p>It <text:span>rai</text:span>ned <text:a>here</text:a>.</text:p>`, "It rained here."},
		{"spaces, tabs and line ends", `<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>`, "a b c\nd"},
		{"line ends of the file are spaces", "<text:p>It\nrained.</text:p>", "It rained."},
		{"a short row is a line", `<table:table><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell><table:table-cell><text:p>Rain</text:p></table:table-cell></table:table-row></table:table>`, "Day · Rain"},
		{"a text box comes after its paragraph", `<text:p>Around <draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box><svg:title>unseen</svg:title></draw:frame>it.</text:p>`, "Around it.\n\nIn the box."},
		{"a field with the title", `<text:p>On <text:title>Rain</text:title>.</text:p>`, "On Rain."},
		{"a footnote comes at the end", `<text:p>It rained<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Says Ann.</text:p></text:note-body></text:note> in Lima.</text:p><text:p>More.</text:p>`, "It rained in Lima.\n\nMore.\n\nSays Ann."},
		{"pictures are nothing", `<text:p>a<draw:image><office:binary-data>QUJD</office:binary-data></draw:image>b</text:p>`, "ab"},
		{"a section", `<text:section><text:p>Inside.</text:p></text:section>`, "Inside."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, packedText(c.in))
			if diff := cmp.Diff(c.want, d.Text); diff != "" || len(d.Notes) != 0 {
				t.Errorf("notes %q (-want +got):\n%s", d.Notes, diff)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	for _, c := range []struct{ name, in, title, zones string }{
		{"a heading", `<text:h text:outline-level="1">Rain</text:h><text:h text:outline-level="2">More</text:h><text:p>x</text:p>`, "Rain", "headline:Rain subhead:More"},
		{"the style of a title", `<text:p text:style-name="P1">Rain</text:p><text:h text:outline-level="1">More</text:h><text:p>x</text:p>`, "Rain", "headline:Rain subhead:More"},
		{"styles in a circle say nothing", `<text:p text:style-name="P2">Rain</text:p>`, "", ""},
		{"items and captions", `<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><text:p text:style-name="Caption">A lane</text:p>`, "", "list:one caption:A lane"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, packedText(c.in))
			if got := golden.Zones(d); d.Title != c.title || got != c.zones {
				t.Errorf("title %q, zones %q", d.Title, got)
			}
		})
	}
}

func TestProperties(t *testing.T) {
	flat := `<?xml version="1.0"?><office:document office:mimetype="` + mimeType + `">` + meta + strings.TrimPrefix(content("<text:p>It rained.</text:p>"), `<?xml version="1.0"?>`) + `</office:document>`
	for name, in := range map[string]string{"packed": packedText("<text:p>It rained.</text:p>", "meta.xml", meta), "flat": flat} {
		d := readOne(t, in)
		if d.Title != "Rain in Lima" || d.Byline != "Ann Roe" || d.Text != "It rained." {
			t.Errorf("%s: %q by %q: %q", name, d.Title, d.Byline, d.Text)
		}
		if len(d.Dates) != 1 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Source != story.SourceUpdated {
			t.Errorf("%s: the last change is an upper bound: %v", name, d.Dates)
		}
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	for _, c := range []struct{ name, in, note string }{
		{"deleted text", packedText(`<text:tracked-changes><text:changed-region><text:deletion><text:p>dry</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>text</text:p>`), "struck out"},
		{"comments", packedText(`<text:p>te<office:annotation><text:p>So?</text:p></office:annotation>xt</text:p>`), "margins"},
		{"running heads", packedText(`<text:p>text</text:p>`, "styles.xml", `<s><style:header><text:p>The Daily Coast</text:p></style:header></s>`), "margins"},
		{"a page number is nothing", packedText(`<text:p>text</text:p>`, "styles.xml", `<s><style:footer><text:p>12</text:p></style:footer></s>`), ""},
		{"what is damaged", golden.Zip("mimetype", mimeType, "content.xml", "<a><body><p>text</p><p>"), "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, c.in)
			if got := strings.Join(d.Notes, "; "); d.Text != "text" || (c.note == "") != (got == "") || !strings.Contains(got, c.note) {
				t.Errorf("%q, notes %q", d.Text, got)
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	whole := packedText("<text:p>It rained.</text:p>")
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"no part with text", golden.Zip("mimetype", mimeType), document.ErrDamaged},
		{"cut short", whole[:len(whole)/2], document.ErrDamaged},
		{"no text", packedText(""), document.ErrNoText},
		{"a password", packedText("\x00\x01", "META-INF/manifest.xml", "<m><file-entry full-path='content.xml'><encryption-data/></file-entry></m>"), document.ErrLocked},
		{"a bomb", packedText(strings.Repeat(" ", 40<<20)), document.ErrTooLarge},
		{"deep", packedText(strings.Repeat("<text:p>", 100_000)), xmlwalk.ErrDeep},
		{"entities of entities", golden.Zip("mimetype", mimeType, "content.xml", `<!DOCTYPE a [<!ENTITY a "xx">]><d><body><p>&a;</p></body></d>`), document.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			if docs, err := readAll(c.in); !errors.Is(err, c.want) || len(docs) > 0 {
				t.Errorf("%d articles, %v", len(docs), err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, packedText("<text:p>a</text:p>"), `<office:document a="`+mimeType+`"><body><p>a</p></body></office:document>`, "")
}

// FuzzBody reads any XML as the text of a document.
func FuzzBody(f *testing.F) {
	for _, s := range []string{"<p>a</p>", "<table-row><table-cell><p>a</p></table-cell></table-row>", "<p>a<note><note-body><p>b</p></note-body></note></p>", "<list-item><h>a</h></list-item>", "</p></table-cell>", "<table-cell><table-row><p>a<frame><title>b</title>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		docs, err := readAll(packedText(body))
		if errors.Is(err, document.ErrFault) {
			t.Fatal(err)
		}
		for _, d := range docs {
			golden.Sound(t, d)
		}
	})
}
