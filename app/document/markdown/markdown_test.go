package markdown

import (
	"context"
	"strings"
	"testing"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
	"github.com/google/go-cmp/cmp"
)

func TestGolden(t *testing.T) { golden.Files(t, Format) }

func readOne(t *testing.T, in string) story.Document {
	t.Helper()
	return golden.One(t, Format, "a.md", in)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an interview's label stays", "[Reporter]: Where did it rain?\n\n[Mayor]: Everywhere.", "[Reporter]: Where did it rain?\n\n[Mayor]: Everywhere."},
		{"also of one word with a full stop in it", "[Ann]: U.S. troops came.\n\n[Bob]: 3.5\n\n[Eve]: #rain", "[Ann]: U.S. troops came.\n\n[Bob]: 3.5\n\n[Eve]: #rain"},
		{"and where the label stands elsewhere", "[Ann] came.\n\n[Ann]: Yes.", "[Ann] came.\n\n[Ann]: Yes."},
		{"a file is an address where a link leads there", "See [this] and [that][x].\n\n[this]: a.png\n[x]: #part", "See this and that."},
		{"and of one word that another paragraph has too", "[Ann]: Yes.\n\n[Bob]: No.\n\n[Ann]: Hm.", "[Ann]: Yes.\n\n[Bob]: No.\n\n[Ann]: Hm."},
		{"a label under a link's address", "[1]: https://x.example\n[Mayor]: Yes.", "[1]: https://x.example [Mayor]: Yes."},
		{"a link's address goes, its words stay", "See [the *harbour*][1] and [port].\n\n[1]: https://x.example \"title\"\n[port]: <y.html>", "See the harbour and port."},
		{"accents are quotation marks where apostrophes close them", "``I came,'' she said. ``I saw.''", "``I came,'' she said. ``I saw.''"},
		{"two accents on both sides are code", "Type ``go`` and then ``run'' it.", "Type go and then ``run'' it."},
		{"three accents are a fence", "```\ngo ''x''\n```", "go ''x''"},
		{"a footnote stays", "It rained.[^1]\n\n[^1]: Says Ann.", "It rained.[^1]\n\n[^1]: Says Ann."},
		{"a year at the start of a paragraph is no number of a list", "2025. It was dry.\n\n2027. It was wet.", "2025. It was dry.\n\n2027. It was wet."},
		{"nor is a day", "12. March was dry.", "12. March was dry."},
		{"numbers stay as they stand", "3. Three\n7. Seven\n\n   More\n8) Eight", "3. Three\n7. Seven\nMore\n\n8) Eight"},
		{"a number before a list", "1. - a\n2. - b", "1.\na\n2.\nb"},
		{"a number in an item", "- May:\n  1. rain", "May:\n1. rain"},
		{"a number without an item", "1.\n2. b", "1.\n2. b"},
		{"a tag that nobody knows is a name", "<Ann> It rained.\n\n<Bob>\n\nSays <Eve Roe> so.", "<Ann> It rained.\n\n<Bob>\n\nSays <Eve Roe> so."},
		{"HTML is read like a page's", "It <b>rained</b> in<br>Lima.\n\n<div>\n\nIt *snowed*.\n\n</div>\n<p>a</p><p>b</p>", "It rained in\nLima.\n\nIt snowed.\n\na\n\nb"},
		{"comments and scripts are not seen", "a <!-- no --> b\n\n<!-- no\n\nno -->\n<script>\nno\n\nno\n</script>\n<style>no</style>\nc", "a b\n\nc"},
		{"a comment that never ends hides nothing", "a\n\n<!-- b\n\nc", "a\n\n<!-- b c"},
		{"nor does a script", "a\n\n<script>b\n\nc", "a\n\n<script>b c"},
		{"nor a title in a line", "a <title> b\n\nc", "a <title> b\n\nc"},
		{"nor a script in a block", "<div><script>a\n\nb", "<script>a\n\nb"},
		{"marked-up text", "<![CDATA[a < b]]>\n\nc", "a < b\n\nc"},
		{"a table has a line for each row", "| Day | Rain |\n|---|---|\n| Monday | 3 \\| 4 mm |\n| *Tuesday* |", "Day · Rain\nMonday · 3 | 4 mm\nTuesday ·"},
		{"a row that is too long is not cut", "| a | b |\n|---|---|\n| c | d | e |", "| a | b | |---|---| | c | d | e |"},
		{"struck-out text stays", "It ~~rained~~ snowed.", "It rained snowed."},
		{"code stays", "Use `a  * b` and\n\n```sh\nx *y*\n  z\n```\n", "Use a * b and\n\nx *y*\nz"},
		{"a fence that never ends", "a\n\n```\nb\n\nc", "a\n\nb\n\nc"},
		{"an indented paragraph is a paragraph", "\tIt *rained*.\n\n        It snowed.", "It rained.\n\nIt snowed."},
		{"marks that mark nothing stay", "5 * 3 is 15, a_b_c, #no, 2 < 3 & 4 > 3, \\*x\\*", "5 * 3 is 15, a_b_c, #no, 2 < 3 & 4 > 3, *x*"},
		{"entities", "&copy; 2025 caf&eacute; &bogus; &#0;", "© 2025 café &bogus; \ufffd"},
		{"two spaces or a backslash end a line", "a  \nb\\\nc\nd", "a\nb\nc d"},
		{"links in the text", "<https://x.example/a> and https://y.example and <ann@x.example>", "https://x.example/a and https://y.example and ann@x.example"},
		{"words that stand for a picture in a line", "It ![rained](x.png) today.", "It rained today."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, readOne(t, c.in).Text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTitleAndZones(t *testing.T) {
	for _, c := range []struct{ name, in, title, zones string }{
		{"the first heading is the headline", "# Rain\n\ntext\n\n## More\n\n# Again", "Rain", "headline:Rain subhead:More subhead:Again"},
		{"a heading underlined", "Rain\n====\n\ntext\n\nMore\n---", "Rain", "headline:Rain subhead:More"},
		{"a headline below a line of text", "Weather\n\n# Rain", "Rain", "headline:Rain"},
		{"a headline in HTML", "<h1 align=center>Rain</h1>\n\ntext", "Rain", "headline:Rain"},
		{"a title of the front matter stands first", "---\ntitle: Snow\n---\n# Rain\n\ntext", "Snow", "headline:Snow subhead:Rain"},
		{"and is no second headline", "---\ntitle: \"Rain\"\n---\n# Rain\n\ntext", "Rain", "headline:Rain"},
		{"no title", "text\n\n## More", "", "subhead:More"},
		{"captions, items, rows", "![A street](x.png)\n\n- one\n- two\n\n|a|b|\n|-|-|\n|c|d|\n\n<figcaption>A lane</figcaption>", "", "caption:A street list:one list:two list:a · b list:c · d caption:A lane"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readOne(t, c.in)
			var zones []string
			for _, z := range d.Zones {
				zones = append(zones, z.Kind.String()+":"+z.Span.In(d.Text))
			}
			if got := strings.Join(zones, " "); d.Title != c.title || got != c.zones {
				t.Errorf("title %q, zones %q", d.Title, got)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, in, text, byline, url, days string }{
		{"of YAML", "---\nauthor: [Ann Roe]\ndate: 2024-05-17T08:00\nlastmod: 2024-05-19\nurl: https://x.example/a\ntags:\n  - rain\n# no\n---\n\ntext", "text", "Ann Roe", "https://x.example/a",
			"2024-05-17 2024-05-19"},
		{"of TOML", "+++\nauthor = 'Ann Roe'\ndate = 2024-05-17\n+++\ntext", "text", "Ann Roe", "", "2024-05-17"},
		{"the first of a kind counts", "---\nby: Ann\nauthor: Bob\nurl: no\nlink: http://x.example\n---\ntext", "text", "Ann", "http://x.example", ""},
		{"up to the end of the file", "---\ntitle: T\n---", "", "", "", ""},
		{"text between two lines across is text", "---\nIt rained: everywhere.\n\nIt snowed.\n---\ntext", "It rained: everywhere.\n\nIt snowed.\n\ntext", "", "", ""},
		{"so are pairs of no known kind", "---\nReporter: Where?\nMayor: There.\n---\ntext", "Reporter: Where? Mayor: There.\n\ntext", "", "", ""},
		{"front matter that never ends is text", "---\ndate: 2024-05-17\n\ntext", "date: 2024-05-17\n\ntext", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := document.Formats{Format}.Bytes(context.Background(), []byte(c.in), "a.md", document.Options{})
			if c.text == "" {
				if err == nil {
					t.Errorf("an article without text: %+v", docs)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			d := docs[0]
			var days []string
			for _, x := range d.Dates {
				days = append(days, x.Day.String())
			}
			if d.Text != c.text || d.Byline != c.byline || d.URL != c.url || strings.Join(days, " ") != c.days {
				t.Errorf("%q, by %q, %q, %v", d.Text, d.Byline, d.URL, days)
			}
		})
	}
}

// Files that would take minutes or the whole stack are read like any other; their words stay.
func TestHostile(t *testing.T) {
	const n = 50_000
	for name, in := range map[string]string{
		"quotes in quotes":   strings.Repeat(">", n) + "word",
		"items in items":     strings.Repeat("- ", n) + "word",
		"numbers in numbers": strings.Repeat("1. ", n) + "word",
		"open brackets":      strings.Repeat("[", n) + "word" + strings.Repeat("]", n),
		"open links":         strings.Repeat("[a](", n) + "word",
		"open emphasis":      strings.Repeat("*a_ ", n) + "word",
		"open tags":          strings.Repeat("a <? <!-- <![CDATA[ ", n) + "word",
		"many addresses":     strings.Repeat("[a]: http://b\n", n) + "word",
		"open scripts":       "<div>" + strings.Repeat("<script>", n) + "word",
		"wide table":         strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n" + strings.Repeat("|c", n) + "|word",
		"long table":         "|a|\n|-|\n" + strings.Repeat("|c|\n", n) + "|word",
		"ticks":              strings.Repeat("a`b``", n) + "word",
	} {
		t.Run(name, func(t *testing.T) {
			if d := readOne(t, in); !strings.Contains(d.Text, "word") {
				t.Errorf("the word is lost in %q…", d.Text[:min(100, len(d.Text))])
			}
		})
	}
}

func TestTamedTextSaysSo(t *testing.T) {
	d := readOne(t, strings.Repeat("*a* ", 1000)+"\n\n*b*")
	if !strings.HasPrefix(d.Text, "a a a ") || !strings.HasSuffix(d.Text, " *a*\n\nb") || len(d.Notes) != 1 {
		t.Errorf("notes %q", d.Notes)
	}
	if d := readOne(t, strings.Repeat("*a*\n\n", 1000)); len(d.Notes) != 0 {
		t.Errorf("marks in many paragraphs: notes %q", d.Notes)
	}
}

// frames are what words can stand in. No frame hides its words.
var frames = []string{"%s", "# %s", "- %s", "3. %s", "2025. %s", "> %s", "* > 1. %s", "[Ann]: %s", "<Ann> %s", "<p>%s</p>", "<div>\n%s", "*%s*", "__%s__", "`%s`", "~~%s~~", "| %s | b |\n|---|---|\n| c | d | e |",
	"[%s](x.html)", "![%s](x.png)", "```\n%s\n```", "<b>%s", "\t%s", "%s\n---", "---\n%s: x\n---", "<title>%s", "<!-- a\n\n%s", "[^1]: %s", "\\%s", "&amp;%s", "<script>%s"}

func TestNoFrameHidesItsWords(t *testing.T) {
	for _, outer := range frames {
		for _, inner := range frames {
			in := "first\n\n" + strings.Replace(outer, "%s", strings.Replace(inner, "%s", "quick brown foxes", 1), 1) + "\n\nlast\n"
			d := readOne(t, in)
			if got := " " + strings.Join(golden.Words(d.Text), " ") + " "; !strings.Contains(got, " quick brown foxes ") || !strings.HasPrefix(got, " first ") || !strings.HasSuffix(got, " last ") {
				t.Errorf("%q gives %q", in, d.Text)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	golden.Fuzz(f, Format, "", "# A\n\n* b\n\n[c](d)", "---\ntitle: x\n---\ny", "[A]: b\n[c]: http://d 'e'", "1. a\n2025. b\n   - c", "|a|b|\n|-|-|\n|c|d|e|",
		"<div>\n# a\n</div><Ann>", "```\na\n", "a <!-- b", "> - 1. a\n>   b", "![a](b) **c _d** e_", "<![CDATA[a", "&amp;&#x41;", "a\n=\nb\n-")
}

// FuzzWords puts words of letters into any Markdown: they come out.
func FuzzWords(f *testing.F) {
	for _, frame := range frames {
		before, after, _ := strings.Cut(frame, "%s")
		f.Add(before, after)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.ContainsAny(before, "<(\"'\r\x00&") || strings.ContainsAny(after, "<\r\x00") || strings.Contains(before, "--") || strings.Contains(before, "++") {
			return // inside tags and addresses words are no text; front matter is a title
		}
		docs, err := document.Formats{Format}.Bytes(context.Background(), []byte("first\n\n"+before+"quick brown foxes"+after), "a.md", document.Options{})
		if err != nil {
			return
		}
		if !strings.Contains(docs[0].Text, "quick brown foxes") {
			t.Fatalf("%q", docs[0].Text)
		}
	})
}
