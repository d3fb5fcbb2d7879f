package extract

import (
	"bytes"
	"slices"
	"strings"

	"dateline/app/document"
	"golang.org/x/net/html"
)

// Node is an element of a page, or a run of text where tag is "".
type Node struct {
	tag    string
	text   string
	attrs  []html.Attribute
	parent *Node
	kids   []*Node
	marks  mark
	all    int // bytes of text below
	linked int // of these, inside links
	good   int // of these, in paragraphs that read like sentences
	h1     bool
	teased bool // holds a heading that is a link as a whole: the teaser of another article
	quoted bool // it holds a quotation that was put in from a network: "<blockquote>" with text of its own
	body   bool // the markup names it, or something in it, as the article's body
}

const (
	maxDepth = 200
	maxNodes = 1 << 20
	maxAgain = 8 // so many elements that are never closed are read on behind
)

var voidTags = words("area base br col embed hr img input link meta param source track wbr")

var blockTags = words(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption
	figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table
	tbody td tfoot th thead tr ul time`)

// silentTags hold nothing that a reader of the article sees.
var silentTags = words(`script style noscript template svg math iframe object embed canvas button select option
	textarea input video audio map noembed noframes dialog head title`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// Attr is the value of an attribute; "" if there is none.
func (n *Node) Attr(key string) string {
	for i := range n.attrs {
		if n.attrs[i].Key == key {
			return n.attrs[i].Val
		}
	}
	return ""
}

// Page is a parsed page: its tree and what stands beside it.
type Page struct {
	root    *Node
	Title   string   // of <title>
	Scripts []string // the raw text of scripts with metadata (JSON-LD)
	Saved   string   // the address in the comment that browsers write into pages they save
	Left    string   // a sentence on text of the page that is not in the tree; "" if all is
}

// Parse builds the tree of a page, whole or a part of one.
func Parse(src string) *Page {
	p := &Page{root: &Node{tag: "html"}}
	b := builder{Page: p, stack: []*Node{p.root}}
	for again := 0; ; again++ {
		b.read(src)
		if b.raw == "" || !b.rawText || b.raw == "script" || b.raw == "style" || again == maxAgain {
			break
		}
		// never closed: what comes after it is the page
		src = b.rest
		b.raw, b.rawText, b.jsonld = "", false, false
	}
	p.Left = b.left()
	return p
}

// read adds the tags and the text of src.
func (b *builder) read(src string) {
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.CommentToken:
			if b.Saved == "" {
				b.Saved = savedFrom(string(z.Text()))
			}
		case html.TextToken:
			b.text(z.Text())
		case html.StartTagToken:
			b.start(z, false)
		case html.SelfClosingTagToken:
			b.start(z, true)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(string(name))
		}
	}
}

// savedFrom reads the comment that browsers write: "saved from url=(0042)https://…".
func savedFrom(c string) string {
	i := strings.Index(c, "saved from url=(")
	if i < 0 {
		return ""
	}
	c = c[i:]
	if j := strings.IndexByte(c, ')'); j >= 0 {
		return strings.TrimSpace(c[j+1:])
	}
	return ""
}

type builder struct {
	*Page
	stack   []*Node
	over    int // open elements beyond maxDepth
	nodes   int
	raw     string // the element whose raw text follows
	rawText bool   // there is raw text
	rest    string // the raw text
	jsonld  bool
}

// left says what of the page is not in the tree.
func (b *builder) left() string {
	switch {
	case b.nodes > maxNodes:
		return "the page is too large: its end was left out"
	case b.raw != "" && b.rawText:
		return "<" + b.raw + "> is never closed in the page: what comes after it was left out"
	}
	return ""
}

func (b *builder) top() *Node { return b.stack[len(b.stack)-1] }

func (b *builder) text(t []byte) {
	if b.raw != "" && len(bytes.TrimSpace(t)) > 0 {
		b.rawText, b.rest = true, string(t)
	}
	switch {
	case b.jsonld:
		b.Scripts = append(b.Scripts, string(t))
		return
	case b.raw == "title":
		if words, _, _ := strings.Cut(string(t), "<"); b.Title == "" {
			b.Title = Squeeze(html.UnescapeString(words))
		}
		return
	case b.raw != "" || len(t) == 0:
		return
	}
	if len(bytes.TrimSpace(t)) == 0 && len(b.top().kids) == 0 {
		return
	}
	b.add(&Node{text: string(t)})
}

func (b *builder) add(n *Node) {
	if b.nodes++; b.nodes > maxNodes {
		return
	}
	n.parent = b.top()
	n.parent.kids = append(n.parent.kids, n)
}

func (b *builder) start(z *html.Tokenizer, closed bool) {
	name, more := z.TagName()
	n := &Node{tag: string(name)}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if len(n.attrs) < 64 {
			n.attrs = append(n.attrs, html.Attribute{Key: string(k), Val: string(v)})
		}
	}
	if b.inside("svg", "math") {
		z.NextIsNotRawText() // a title in a drawing is an element like others
		if blockTags[n.tag] && n.tag != "time" || n.tag == "body" || n.tag == "html" {
			b.leave("svg", "math") // which is never closed
		} else if closed {
			b.add(n)
			return
		} else {
			b.push(n)
			return
		}
	}
	if n.tag == "body" || blockTags[n.tag] {
		b.leave("head")
	}
	switch n.tag {
	case "html", "body":
		b.top().attrs = append(b.top().attrs, n.attrs...)
		return
	case "script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp", "plaintext":
		b.raw, b.rawText = n.tag, false
		b.jsonld = n.tag == "script" && strings.Contains(strings.ToLower(n.Attr("type")), "ld+json")
		return
	}
	b.implied(n.tag)
	b.push(n)
}

// push adds an element and goes into it, if it can hold something.
func (b *builder) push(n *Node) {
	b.add(n)
	switch {
	case voidTags[n.tag]:
	case len(b.stack) >= maxDepth:
		b.over++
	default:
		b.stack = append(b.stack, n)
	}
}

// inside reports that an element of these tags is open.
func (b *builder) inside(tags ...string) bool {
	for i := len(b.stack) - 1; i > 0; i-- {
		if slices.Contains(tags, b.stack[i].tag) {
			return true
		}
	}
	return false
}

// leave closes the outermost open element of these tags and all in it.
func (b *builder) leave(tags ...string) {
	for i := 1; i < len(b.stack); i++ {
		if slices.Contains(tags, b.stack[i].tag) {
			b.stack, b.over = b.stack[:i], 0
			return
		}
	}
}

// implied closes what the start of tag ends: a paragraph before a block, an item before the next one.
func (b *builder) implied(tag string) {
	until := func(closes, walls string) {
		for i := len(b.stack) - 1; i > 0; i-- {
			t := b.stack[i].tag
			if strings.Contains(closes, " "+t+" ") {
				b.stack = b.stack[:i]
				b.over = 0
				return
			}
			if strings.Contains(walls, " "+t+" ") || len(b.stack)-i > 16 {
				return
			}
		}
	}
	switch tag {
	case "li":
		until(" li ", " ul ol menu ")
	case "dt", "dd":
		until(" dt dd ", " dl ")
	case "td", "th":
		until(" td th ", " tr table ")
	case "tr":
		until(" tr ", " table tbody thead tfoot ")
	case "time":
	default:
		if blockTags[tag] {
			until(" p ", " div li td th section article blockquote main body figure ")
		}
	}
}

func (b *builder) end(tag string) {
	if b.raw == tag {
		b.raw, b.jsonld = "", false
		return
	}
	if b.over > 0 && !voidTags[tag] {
		b.over--
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].tag == tag {
			b.stack = b.stack[:i]
			return
		}
	}
}

// Squeeze makes one space of every run of white space and drops what has no width.
func Squeeze(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	space := false
	for _, r := range document.Visible(s) {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\v', '\u00a0', '\u2009', '\u202f', '\u2003', '\u2002', '\u3000':
			space = true
			continue
		}
		if space && out.Len() > 0 {
			out.WriteByte(' ')
		}
		space = false
		out.WriteRune(r)
	}
	return out.String()
}

// Walk visits every element of the page in document order; f says whether to go into it.
func (p *Page) Walk(f func(n *Node) bool) { walk(p.root, f) }

// walk visits every element below n. Depth is bounded by the builder.
func walk(n *Node, f func(*Node) bool) {
	for _, k := range n.kids {
		if k.tag != "" && f(k) {
			walk(k, f)
		}
	}
}

// Language is the tag that the page gives itself: "en-GB"; "" if none.
func (p *Page) Language() string {
	if l := p.root.Attr("lang"); l != "" {
		return l
	}
	return p.root.Attr("xml:lang")
}

// Tag is the name of the element in small letters.
func (n *Node) Tag() string { return n.tag }

// Short is the text of an element on one line; ok is false where it is longer than most bytes.
func (n *Node) Short(most int) (s string, ok bool) {
	var b strings.Builder
	ok = n.short(&b, most)
	return Squeeze(b.String()), ok
}

func (n *Node) short(b *strings.Builder, most int) bool {
	for _, k := range n.kids {
		if k.tag == "" {
			b.WriteString(k.text)
		} else if b.WriteByte(' '); !k.short(b, most) {
			return false
		}
		if b.Len() > most {
			return false
		}
	}
	return true
}
