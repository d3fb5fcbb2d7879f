package docx

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

const (
	rels = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	// the ids of these styles are German, as Word in German writes them
	styleSheet = `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Eigene"><w:name w:val="Eigene"/><w:basedOn w:val="berschrift1"/></w:style><w:style w:styleId="a"><w:name w:val="x"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="y"/><w:basedOn w:val="a"/></w:style>
<w:style w:styleId="Gliederung"><w:name w:val="Outline"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style></w:styles>`
	core = `<cp:coreProperties xmlns:dc="dc"><dc:title>Rain in Lima</dc:title><dc:creator>Ann Roe</dc:creator><dcterms:created>2024-01-02T00:00:00Z</dcterms:created><dcterms:modified>2024-05-17T08:30:00Z</dcterms:modified></cp:coreProperties>`
)

// word is a Word document with that body, and further parts.
func word(body string, parts ...string) string {
	return golden.Zip(append([]string{"[Content_Types].xml", "<Types/>", "_rels/.rels", rels, "word/styles.xml", styleSheet,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>` + body + "</w:body></w:document>"}, parts...)...)
}

// p is a paragraph; style may be empty.
func p(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func readAll(in string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.docx", document.Options{})
}

func readOne(t *testing.T, in string) story.Document {
	t.Helper()
	return golden.One(t, Format, "a.docx", in)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"runs of one word are one word", `<w:p><w:r><w:t>It ra</w:t></w:r><w:r><w:t>ined.</w:t></w:r></w:p>`, "It rained."},
		{"spaces between runs stay", `<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:r><w:t>rained.</w:t></w:r></w:p>`, "It rained."},
		{"tabs, line ends and hyphens", `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, "a b\nc-d"},
		{"links and fields show their words", `<w:p><w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:fldSimple><w:r><w:t> now</w:t></w:r></w:fldSimple></w:p>`, "here now"},
		{"a short row is a line", `<w:tbl><w:tr><w:tc>` + p("", "Day") + `</w:tc><w:tc>` + p("", "Rain") + `</w:tc></w:tr><w:tr><w:tc>` + p("", "Monday") + `</w:tc><w:tc>` + p("", "3 mm") + `</w:tc></w:tr></w:tbl>`, "Day · Rain\nMonday · 3 mm"},
		{"a table that arranges paragraphs", `<w:tbl><w:tr><w:tc>` + p("", "One.") + p("", "Two.") + `</w:tc><w:tc>` + p("", "Three.") + `</w:tc></w:tr></w:tbl>`, "One.\n\nTwo.\n\nThree."},
		{"a text box comes once, after its paragraph", `<w:p><w:r><w:t>Around </w:t><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("", "In the box.") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p("", "In the box.") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>it.</w:t></w:r></w:p>`, "Around it.\n\nIn the box."},
		{"a control with content", `<w:sdt><w:sdtContent>` + p("", "Inside.") + `</w:sdtContent></w:sdt>`, "Inside."},
		{"empty paragraphs are nothing", p("", "a") + `<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>` + p("", "b"), "a\n\nb"},
		{"signs of XML", p("", "Roe &amp; Sons &lt;1&gt; &#8211; “yes”"), "Roe & Sons <1> – “yes”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, word(c.in))
			if diff := cmp.Diff(c.want, d.Text); diff != "" || len(d.Notes) != 0 {
				t.Errorf("notes %q (-want +got):\n%s", d.Notes, diff)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	for _, c := range []struct{ name, in, title, zones string }{
		{"the title is the headline", p("Titel", "Rain") + p("berschrift1", "More") + p("", "text"), "Rain", "headline:Rain subhead:More"},
		{"or the first heading", p("", "text") + p("berschrift1", "Rain") + p("berschrift1", "More"), "Rain", "headline:Rain subhead:More"},
		{"a heading after the text has begun heads a part", p("", "a") + p("", "b") + p("", "c") + p("berschrift1", "More") + p("", "d"), "", "subhead:More"},
		{"a style of one's own that is based on a heading", p("Eigene", "Rain") + p("", "text"), "Rain", "headline:Rain"},
		{"an outline level", p("Titel", "Rain") + p("Gliederung", "More") + p("", "text"), "Rain", "headline:Rain subhead:More"},
		{"styles based on one another in a circle say nothing", p("a", "Rain") + p("b", "text"), "", ""},
		{"captions and items", p("Beschriftung", "A lane") + `<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>`, "", "caption:A lane list:one"},
		{"an item whose style is named after its number", `<w:p><w:pPr><w:numPr/><w:pStyle w:val="x"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>`, "", "list:one"},
		{"what the style was before a change does not count", `<w:p><w:pPr><w:pStyle w:val="x"/><w:pPrChange><w:pPr><w:pStyle w:val="Titel"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Rain</w:t></w:r></w:p>`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, word(c.in))
			if got := golden.Zones(d); d.Title != c.title || got != c.zones {
				t.Errorf("title %q, zones %q", d.Title, got)
			}
		})
	}
}

func TestProperties(t *testing.T) {
	d := readOne(t, word(p("", "It rained."), "docProps/core.xml", core))
	if d.Title != "Rain in Lima" || d.Byline != "Ann Roe" || d.Text != "It rained." {
		t.Errorf("%q by %q: %q", d.Title, d.Byline, d.Text)
	}
	if len(d.Dates) != 1 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Source != story.SourceUpdated {
		t.Errorf("the last change is an upper bound, the making of the file is nothing: %v", d.Dates)
	}
	d = readOne(t, word(p("", "Rain in Lima")+p("", "It rained."), "docProps/core.xml", core))
	if golden.Zones(d) != "headline:Rain in Lima" {
		t.Errorf("a first line that is the title is the headline: %q", golden.Zones(d))
	}
	d = readOne(t, word(p("", "It rained."), "docProps/core.xml", `<c><title>Microsoft Word - a.doc</title><creator>Admin</creator></c>`))
	if d.Title != "" || d.Byline != "" {
		t.Errorf("what programs write is no title and no author: %q, %q", d.Title, d.Byline)
	}
}

func TestWhatStandsBeside(t *testing.T) {
	note := func(kind, s string) string {
		return `<w:footnotes><w:footnote w:type="` + kind + `">` + p("", s) + `</w:footnote></w:footnotes>`
	}
	for _, c := range []struct{ name, in, want, note string }{
		{"footnotes come at the end", word(p("", "text"), "word/footnotes.xml", note("normal", "Says Ann.")), "text\n\nSays Ann.", ""},
		{"the line above them does not", word(p("", "text"), "word/footnotes.xml", note("separator", "x")), "text", ""},
		{"struck-out words are said to be left out", word(`<w:p><w:del><w:r><w:delText>dry</w:delText></w:r></w:del><w:ins><w:r><w:t>wet</w:t></w:r></w:ins></w:p>`), "wet", "struck out"},
		{"so are hidden ones", word(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dry</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>wet</w:t></w:r></w:p>`), "wet", "hidden"},
		{"so are comments", word(p("", "text"), "word/comments.xml", "<c>"+p("", "Is this so, Bob?")+"</c>"), "text", "margins"},
		{"and running heads", word(p("", "text"), "word/header1.xml", "<c>"+p("", "The Daily Coast")+"</c>"), "text", "margins"},
		{"a page number is nothing", word(p("", "text"), "word/footer1.xml", "<c>"+p("", "Page 1")+"</c>"), "text", ""},
		{"the part with the text has another name", golden.Zip("_rels/.rels", strings.ReplaceAll(rels, "word/document", "/w/main2"), "w/main2.xml", "<d>"+p("", "text")+"</d>"), "text", ""},
		{"a part cut short is shown as far as it goes", golden.Zip("word/document.xml", "<d>"+p("", "text")+"<w:p><w:r><w:t>mo"), "text\n\nmo", "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, c.in)
			if got := strings.Join(d.Notes, "; "); d.Text != c.want || (c.note == "") != (got == "") || !strings.Contains(got, c.note) {
				t.Errorf("%q, notes %q", d.Text, got)
			}
		})
	}
}

// Bad files give one sentence and cost no more than good ones.
func TestBadFiles(t *testing.T) {
	whole := word(p("", "It rained."))
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"no part with text", golden.Zip("[Content_Types].xml", "<Types/>"), document.ErrDamaged},
		{"cut short", whole[:len(whole)/2], document.ErrDamaged},
		{"only the start", whole[:4], document.ErrDamaged},
		{"damaged inside", strings.Replace(whole, "PK\x01\x02", "PK\x01\x03", 1), document.ErrDamaged},
		{"no XML", golden.Zip("word/document.xml", "\x00\x01\x02"), document.ErrDamaged},
		{"no text", word(""), document.ErrNoText},
		{"a bomb", word(strings.Repeat(" ", 40<<20)), document.ErrTooLarge},
		{"a bomb of styles", golden.Zip("word/document.xml", "<d>"+p("", "a")+strings.Repeat(" ", 20<<20)+"</d>", "word/styles.xml", strings.Repeat(" ", 20<<20)), document.ErrTooLarge},
		{"a bomb of parts", golden.Zip(strings.Split(strings.Repeat(strings.Repeat("n", 1000)+"\n\n", 6000), "\n")...), document.ErrTooLarge},
		{"deep", word(strings.Repeat("<w:p>", 100_000)), xmlwalk.ErrDeep},
		{"a tag without end", word("<w:p " + strings.Repeat("a='' ", 100_000)), document.ErrDamaged},
		{"entities of entities", golden.Zip("word/document.xml", `<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><d><p><t>&b;</t></p></d>`), document.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			if docs, err := readAll(c.in); !errors.Is(err, c.want) || len(docs) > 0 {
				t.Errorf("%d articles, %v", len(docs), err)
			} else if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than a sentence: %v", err)
			}
		})
	}
}

func FuzzRead(f *testing.F) { golden.Fuzz(f, Format, word(p("Titel", "a")), "", "PK\x03\x04") }

// FuzzBody reads any XML as the body of a document.
func FuzzBody(f *testing.F) {
	for _, s := range []string{p("Titel", "a"), "<w:tbl><w:tr><w:tc>" + p("", "a") + "</w:tc></w:tr></w:tbl>", "<w:p><w:del><w:p>", "</w:tr></w:tc>", "<t>a</t>", "<tc><tr><p><t>a</t><tc><tr>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		docs, err := readAll(word(body, "word/footnotes.xml", body))
		if errors.Is(err, document.ErrFault) {
			t.Fatal(err)
		}
		for _, d := range docs {
			golden.Sound(t, d)
		}
	})
}
