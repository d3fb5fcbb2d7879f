package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// shown writes what goldmark's own renderer would write in another way.
type shown struct{}

// RegisterFuncs is called by goldmark.
func (shown) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, image)
	r.Register(ast.KindTextBlock, textBlock)
	r.Register(ast.KindHTMLBlock, htmlBlock)
	r.Register(ast.KindRawHTML, rawHTML)
	r.Register(ast.KindFencedCodeBlock, fenced)
	r.Register(east.KindTable, list)
	r.Register(east.KindTableHeader, row)
	r.Register(east.KindTableRow, row)
	r.Register(east.KindTableCell, cell)
}

// image writes the words that stand for a picture: as its caption where it stands alone.
func image(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	p := n.Parent()
	if (p.Kind() == ast.KindParagraph || p.Kind() == ast.KindTextBlock) && p.ChildCount() == 1 {
		element(w, "figcaption", entering)
	}
	return ast.WalkContinue, nil
}

// textBlock writes the words of an item; outside of lists it is a paragraph.
func textBlock(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Parent().Kind() != ast.KindListItem {
		element(w, "p", entering)
	} else if !entering && n.NextSibling() != nil {
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// fenced writes lines between fences. One word beside the fence is the name of a language; more are words.
func fenced(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.FencedCodeBlock)
	if n.Info != nil && len(bytes.Fields(n.Info.Segment.Value(src))) > 1 {
		element(w, "p", true)
		_, _ = w.Write(util.EscapeHTML(n.Info.Segment.Value(src)))
		element(w, "p", false)
	}
	element(w, "pre", true)
	_, _ = w.Write(util.EscapeHTML(n.Lines().Value(src)))
	element(w, "pre", false)
	return ast.WalkSkipChildren, nil
}

// list and row make a list of a table, a line for each row, so that a place and a day in one row stand together.
func list(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	element(w, "ul", entering)
	return ast.WalkContinue, nil
}

func row(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	element(w, "li", entering)
	return ast.WalkContinue, nil
}

func cell(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering && n.PreviousSibling() != nil {
		_, _ = w.WriteString(" · ")
	}
	return ast.WalkContinue, nil
}

func element(w util.BufWriter, tag string, entering bool) {
	if entering {
		_, _ = w.WriteString("<" + tag + ">")
	} else {
		_, _ = w.WriteString("</" + tag + ">\n")
	}
}

// htmlBlock hands raw HTML on.
func htmlBlock(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.HTMLBlock)
	b := n.Lines().Value(src)
	if n.HasClosure() {
		b = append(b, n.ClosureLine.Value(src)...)
	}
	tags(w, b)
	return ast.WalkContinue, nil
}

// rawHTML hands one tag in a paragraph on. A tag that would hide what comes after it is shown.
func rawHTML(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		tags(w, node.(*ast.RawHTML).Segments.Value(src))
	}
	return ast.WalkSkipChildren, nil
}

// tags writes HTML with those tags made text that no browser knows, such as <Name>, and those that hide the rest because
// they are never closed.
func tags(w util.BufWriter, src []byte) {
	z := html.NewTokenizer(bytes.NewReader(src))
	for at := 0; ; {
		kind := z.Next()
		raw := z.Raw()
		rest := src[at:]
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			_, _ = w.Write(util.EscapeHTML(rest))
			return
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw = bytes.Clone(raw)
			name, _ := z.TagName()
			switch {
			case hiding[string(name)] && kind != html.EndTagToken && !closes(src[at:], name):
				_, _ = w.Write(util.EscapeHTML(rest))
				return
			case !elements[string(name)]:
				_, _ = w.Write(util.EscapeHTML(raw))
			default:
				_, _ = w.Write(raw)
			}
		case html.CommentToken:
			comment(w, raw)
		default:
			_, _ = w.Write(raw)
		}
	}
}

// comment drops a comment, which nobody sees, unless it is never closed or is marked-up text.
func comment(w util.BufWriter, raw []byte) {
	const cdata = "<![CDATA["
	switch {
	case bytes.HasPrefix(raw, []byte("<!--")) && !bytes.HasSuffix(raw, []byte("-->")):
		_, _ = w.Write(util.EscapeHTML(raw))
	case bytes.HasPrefix(raw, []byte(cdata)):
		_, _ = w.Write(util.EscapeHTML(bytes.TrimSuffix(raw[len(cdata):], []byte("]]>"))))
	default:
		_, _ = w.Write(raw) // it may say where the page was saved from
	}
}

// closes reports that the end tag of an element comes.
func closes(src, name []byte) bool {
	for {
		i := bytes.Index(src, []byte("</"))
		if i < 0 || i+2+len(name) > len(src) {
			return false
		}
		if bytes.EqualFold(src[i+2:i+2+len(name)], name) {
			return true
		}
		src = src[i+2:]
	}
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// hiding elements show nothing of what is in them, or take all of it for text.
var hiding = words(`script style title textarea noscript iframe noembed noframes xmp plaintext template select
	option object svg math audio video canvas button map dialog head`)

// elements are those of HTML, old ones included.
var elements = words(`a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br
	button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
	fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
	input ins kbd label legend li link main map mark math menu menuitem meta meter nav nobr noembed noframes noscript
	object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
	section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot
	th thead time title tr track tt u ul var video wbr xmp`)
