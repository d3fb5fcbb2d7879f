package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// converter is goldmark with the changes of this package. It may be used by several goroutines.
var converter = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		// As parser.DefaultBlockParsers, without indented code: an indented paragraph of an article is a paragraph.
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(lists{parser.NewListParser()}, 300),
			util.Prioritized(items{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(htmlBlocks{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(paragraphs{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(extension.NewStrikethroughParser(), 500))...),
		parser.WithParagraphTransformers(
			util.Prioritized(references{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(numbers{}, 500)),
	)),
	goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(html.NewRenderer(html.WithUnsafe()), 1000),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(shown{}, 100)))),
)

// toHTML gives the page that a Markdown text makes; tamed says that some marks are shown in it.
func toHTML(src []byte) (page string, tamed bool, err error) {
	src, tamed = tame(graves(src))
	pc := parser.NewContext()
	pc.Set(labelsKey, labels(src))
	var out bytes.Buffer
	err = converter.Convert(src, &out, parser.WithContext(pc))
	return out.String(), tamed, err
}

// paragraphs may be indented, since there is no indented code.
type paragraphs struct{ parser.BlockParser }

func (paragraphs) CanAcceptIndentedLine() bool { return true }

// lists leaves a year alone: "2025. It was a dry summer" begins no list.
type lists struct{ parser.BlockParser }

const yearDigits = 4

func (l lists) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	if digits(bytes.TrimLeft(line, " ")) >= yearDigits {
		return nil, parser.NoChildren
	}
	return l.BlockParser.Open(parent, r, pc)
}

// items keeps the number that an item has in the text: CommonMark counts from the first one.
type items struct{ parser.BlockParser }

var numberKey = []byte("number")

func (l items) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	n, state := l.BlockParser.Open(parent, r, pc)
	line = bytes.TrimLeft(line, " ")
	if d := digits(line); n != nil && d > 0 && d < len(line) {
		n.SetAttribute(numberKey, bytes.Clone(line[:d+1]))
	}
	return n, state
}

// htmlBlocks ends raw HTML at a heading: "<img src=x>" above "# Title" does not make HTML of the title.
type htmlBlocks struct{ parser.BlockParser }

func (h htmlBlocks) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	if kind := n.(*ast.HTMLBlock).HTMLBlockType; kind == ast.HTMLBlockType6 || kind == ast.HTMLBlockType7 {
		line, _ := r.PeekLine()
		if isHeading(line) {
			return parser.Close
		}
	}
	return h.BlockParser.Continue(n, r, pc)
}

func isHeading(line []byte) bool {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n > 0 && n <= 6 && n < len(line) && (line[n] == ' ' || line[n] == '\t')
}

// references leaves a paragraph alone that looks like links' addresses and is none: "[Reporter]: Yes."
type references struct{ parser.ParagraphTransformer }

func (f references) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	used, _ := pc.Get(labelsKey).(map[string]bool)
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		label, rest, ok := definition(segment.Value(r.Source()))
		if !ok && i == 0 || ok && !isAddress(rest, used[label]) {
			return
		}
	}
	f.ParagraphTransformer.Transform(n, r, pc)
}

// definition splits "[label]: address".
func definition(line []byte) (label, rest string, ok bool) {
	label, rest, ok = strings.Cut(strings.TrimLeft(string(line), " "), "]:")
	if !ok || !strings.HasPrefix(label, "[") {
		return "", "", false
	}
	return strings.ToLower(label[1:]), rest, true
}

// isAddress sees what a link leads to. A file or a part of the page is one only if the label is used: "#rain" and "3.jpg"
// can be said.
func isAddress(s string, used bool) bool {
	s, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(s)), " ")
	for _, start := range []string{"http://", "https://", "ftp://", "mailto:", "tel:", "www.", "<"} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	dot := strings.LastIndexByte(s, '.')
	return used && (strings.IndexAny(s, "/#") == 0 || strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") || dot > 0 && dot < len(s)-1)
}

// labelsKey is where the labels of the text are kept while it is parsed.
var labelsKey = parser.NewContextKey()

const labelBytes = 200 // a longer label is a sentence in brackets

// labels are what stands in brackets and can be a link, in small letters.
func labels(src []byte) map[string]bool {
	out := map[string]bool{}
	open := -1
	for i, c := range src {
		switch c {
		case '[':
			open = i + 1
		case ']':
			if open >= 0 && i-open <= labelBytes && (i+1 == len(src) || src[i+1] != ':') {
				out[strings.ToLower(string(src[open:i]))] = true
			}
			open = -1
		}
	}
	return out
}

// tables leaves a paragraph alone in which a row has more cells than the head: they would be lost.
type tables struct{ parser.ParagraphTransformer }

func (f tables) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := n.Lines()
	head, most := 0, 0
	for i := range lines.Len() {
		segment := lines.At(i)
		line := segment.Value(r.Source())
		if isDelimiter(line) && head == 0 {
			head = cells(line)
		} else {
			most = max(most, cells(line))
		}
	}
	if head >= most {
		f.ParagraphTransformer.Transform(n, r, pc)
	}
}

// isDelimiter sees the line under the head of a table: "|---|:--:|".
func isDelimiter(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|-: \t\r\n")) == 0
}

// cells counts the cells of a row.
func cells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	return bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`)) + 1
}

// numbers writes the numbers of items before their words, and makes a paragraph of a list that has a single one: it is
// a sentence that begins with a day or an hour.
type numbers struct{}

func (numbers) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	var single []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindListItem {
			return ast.WalkContinue, nil
		}
		number, _ := n.AttributeString(string(numberKey))
		if b, ok := number.([]byte); ok {
			prefix(n, append(b, ' '))
			if list := n.Parent(); list.ChildCount() == 1 && list.Parent().Kind() != ast.KindListItem {
				single = append(single, list)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, list := range single {
		for c := list.FirstChild().FirstChild(); c != nil; {
			next := c.NextSibling()
			list.Parent().InsertBefore(list.Parent(), list, c)
			c = next
		}
		list.Parent().RemoveChild(list.Parent(), list)
	}
}

// prefix puts words before the first words of an item.
func prefix(item ast.Node, words []byte) {
	first := item.FirstChild()
	s := ast.NewString(words)
	switch {
	case first != nil && (first.Kind() == ast.KindTextBlock || first.Kind() == ast.KindParagraph || first.Kind() == ast.KindHeading):
		if first.FirstChild() == nil {
			first.AppendChild(first, s)
		} else {
			first.InsertBefore(first, first.FirstChild(), s)
		}
	default:
		t := ast.NewTextBlock()
		t.AppendChild(t, s)
		if first == nil {
			item.AppendChild(item, t)
		} else {
			item.InsertBefore(item, first, t)
		}
	}
}
