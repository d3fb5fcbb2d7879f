package rtf

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

const start = `{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fswiss\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\*\cs3 Strong;}{\s4 Title;}}` + "\n"

func readAll(in string) ([]story.Document, error) {
	return document.Formats{Format}.Bytes(context.Background(), []byte(in), "a.rtf", document.Options{})
}

func readOne(t *testing.T, in string) story.Document {
	t.Helper()
	return golden.One(t, Format, "a.rtf", in)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"groups and words that change looks", `It {\b ra}ined {\i0\ul in} Lima.\par More.`, "It rained in Lima.\n\nMore."},
		{"line ends of the file are nothing", "It rai\r\nned.\\\nMore.", "It rained.\n\nMore."},
		{"Western letters", `caf\'e9 \'93yes\'94 \'96`, "café “yes” –"},
		{"letters of a font's code page", `{\f1 \'c4\'ee\'e6\'e4\'fc} {\f0 \'e9}`, "Дождь é"},
		{"letters of two bytes", `{\f2 \'93\'fa\'96\'7b}`, "日本"},
		{"Unicode, with what old programs show", `\u1044 D\u1086\'ee\u1078?d`, "Дожd"},
		{"with nothing for old programs", `{\uc0\u1044\u1086}\u1078?!`, "Дож!"},
		{"with two signs for old programs", `\uc2\u1044 ab\u1086{}c`, "Доc"},
		{"a negative number", `\u-4064?`, "\uf020"},
		{"a letter in two halves", `\u-10179?\u-8704?!`, "😀!"},
		{"half a letter is none", `a\u-10179?b`, "ab"},
		{"signs that are words", `a\emdash b\~c\_d\-e\tab f\line g\{\}\\`, "a—b c-de f\ng{}\\"},
		{"fields show their result", `See {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt here}}.`, "See here."},
		{"pictures are nothing", `a{\pict\pngblip 89504e47}{\*\shppict{\pict x}}b`, "ab"},
		{"bytes of a picture may be braces", "a{\\pict\\bin4 }}}{}b", "ab"},
		{"unknown targets with a star are nothing", `a{\*\unknown x{y}}b`, "ab"},
		{"a short row is a line", `\pard\intbl Day\cell Rain\cell\row\pard\intbl Monday\cell 3 mm\cell\row\pard More.`, "Day · Rain\nMonday · 3 mm\n\nMore."},
		{"a table that is never ended", `\pard\intbl Day\cell Rain\cell\pard More.`, "Day · Rain\n\nMore."},
		{"a footnote comes at the end", `It rained{\footnote \chftn Says Ann.\par Twice.} in Lima.\par More.`, "It rained in Lima.\n\nMore.\n\nSays Ann.\n\nTwice."},
		{"so does one that is marked with a star", `It rained{\super\chftn}{\*\footnote\chftn\~\plain\pard Says Ann.}.\par More.`, "It rained.\n\nMore.\n\nSays Ann."},
		{"a text box", `{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In the box.}}{\shprslt In the box.}}`, "In the box."},
		{"what has Unicode and older letters", `{\upr{caf?}{\*\ud{caf\u233?}}}`, "café"},
		{"the list's own numbers are no words", `{\listtext\'b7\tab}one\par`, "one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, start+c.in+"}")
			if diff := cmp.Diff(c.want, d.Text); diff != "" || len(d.Notes) != 0 {
				t.Errorf("notes %q (-want +got):\n%s", d.Notes, diff)
			}
		})
	}
}

func TestHeadingsAndProperties(t *testing.T) {
	d := readOne(t, start+`{\info{\title Wet days}{\author Ann Ro\'e9}{\creatim\yr2024\mo1\dy2}{\revtim\yr2024\mo5\dy17\hr8}}\pard\s1 Rain\par\pard\s2 More\par\pard\outlinelevel1 Again\par\pard text\par}`)
	if d.Title != "Rain" || golden.Zones(d) != "headline:Rain subhead:More subhead:Again" || d.Byline != "Ann Roé" {
		t.Errorf("%q by %q, %s", d.Title, d.Byline, golden.Zones(d))
	}
	if len(d.Dates) != 1 || d.Dates[0].Day != story.NewDay(2024, 5, 17) || d.Dates[0].Source != story.SourceUpdated {
		t.Errorf("the last change is an upper bound, the making of the file is nothing: %v", d.Dates)
	}
	if d := readOne(t, start+`{\info{\title Wet days}{\author User}}It rained.}`); d.Title != "Wet days" || d.Byline != "" || d.Text != "It rained." {
		t.Errorf("%q by %q: %q", d.Title, d.Byline, d.Text)
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	for _, c := range []struct{ name, in, note string }{
		{"deleted text", `te{\deleted dry}xt}`, "struck out"},
		{"hidden text", `te\v dry\v0 xt}`, "hidden"},
		{"running heads", `{\header The Daily Coast\par}text}`, "margins"},
		{"a page number is nothing", `{\footer 12\cell\row}text}`, ""},
		{"a file that is cut short", `te{\b xt`, "cut short"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, start+c.in)
			if got := strings.Join(d.Notes, "; "); d.Text != "text" || (c.note == "") != (got == "") || !strings.Contains(got, c.note) {
				t.Errorf("%q, notes %q", d.Text, got)
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	for name, in := range map[string]string{
		"deep":           strings.Repeat("{", 2_000_000) + "word",
		"deep and back":  strings.Repeat(`{\b `, 200_000) + strings.Repeat("}", 200_000) + "word",
		"many ends":      strings.Repeat("}", 200_000) + "word",
		"a long word":    `\` + strings.Repeat("a", 200_000) + " word",
		"a large number": `\u999999999999999999 \bin-5 word`,
		"much to skip":   `\uc999999999 word`,
		"fonts":          `{\fonttbl` + strings.Repeat(`{\f1\fcharset204 x;}`, 50_000) + `}word`,
		"cells":          strings.Repeat(`\intbl a\cell `, 50_000) + "word",
	} {
		t.Run(name, func(t *testing.T) {
			if d := readOne(t, `{\rtf1 `+in); !strings.Contains(d.Text, "word") {
				t.Errorf("the word is lost in %q…", d.Text[:min(100, len(d.Text))])
			}
		})
	}
	for name, c := range map[string]struct {
		in   string
		want error
	}{
		"no text":                   {start + "}", document.ErrNoText},
		"a picture that never ends": {`{\rtf1{\pict\bin999999999 abc`, document.ErrNoText},
		"too much text":             {`{\rtf1 ` + strings.Repeat("It rained. ", 2<<20), document.ErrTooLarge},
	} {
		if docs, err := readAll(c.in); !errors.Is(err, c.want) || len(docs) > 0 {
			t.Errorf("%s: %d articles, %v", name, len(docs), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, start+`a\par\pard\s1 b\par}`, start+`\intbl a\cell\row{\footnote b}{\v c}}`, `{\rtf1{\f1\'c4\u1044?\u-10179?\uc0\u-8704}{\info{\title a}}b`, `{\rtf1\bin3 abc{\upr{a}{\*\ud{b}}}`)
}
