package document

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// node is an element, or a run of text where tag is "". The tree is a light one of our own, built from the tokens in
// one pass: it is linear in the page, however deep and broken the page is.
type node struct {
	tag    string
	text   string
	attrs  []html.Attribute
	parent *node
	kids   []*node
	marks  mark
	all    int // bytes of text below
	linked int // of these, inside links
	good   int // of these, in paragraphs that read like sentences
	h1     bool
	teased bool // holds a heading that is a link as a whole: the teaser of another article
	body   bool // the markup names it, or something in it, as the article's body
}

const (
	maxDepth = 200
	maxNodes = 1 << 20
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

func (n *node) attr(key string) string {
	for i := range n.attrs {
		if n.attrs[i].Key == key {
			return n.attrs[i].Val
		}
	}
	return ""
}

// page is a parsed page: its tree and the raw text of the scripts that hold metadata.
type page struct {
	root    *node
	scripts []string // JSON-LD
	saved   string   // "saved from url" of a browser's comment
	title   string   // of <title>
}

// parsePage builds the tree.
func parsePage(src string) *page {
	p := &page{root: &node{tag: "html"}}
	z := html.NewTokenizer(strings.NewReader(src))
	b := builder{page: p, stack: []*node{p.root}}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return p
		case html.CommentToken:
			if p.saved == "" {
				p.saved = savedFrom(string(z.Text()))
			}
		case html.TextToken:
			b.text(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z)
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
	*page
	stack  []*node
	over   int // open elements beyond maxDepth
	nodes  int
	raw    string // the element whose raw text follows
	jsonld bool
}

func (b *builder) top() *node { return b.stack[len(b.stack)-1] }

func (b *builder) text(t []byte) {
	switch {
	case b.jsonld:
		b.scripts = append(b.scripts, string(t))
		return
	case b.raw == "title":
		if b.title == "" {
			b.title = squeeze(html.UnescapeString(string(t)))
		}
		return
	case b.raw != "" || len(t) == 0:
		return
	}
	if len(bytes.TrimSpace(t)) == 0 && len(b.top().kids) == 0 {
		return
	}
	b.add(&node{text: string(t)})
}

func (b *builder) add(n *node) {
	if b.nodes++; b.nodes > maxNodes {
		return
	}
	n.parent = b.top()
	n.parent.kids = append(n.parent.kids, n)
}

func (b *builder) start(z *html.Tokenizer) {
	name, more := z.TagName()
	n := &node{tag: string(name)}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if len(n.attrs) < 64 {
			n.attrs = append(n.attrs, html.Attribute{Key: string(k), Val: string(v)})
		}
	}
	switch n.tag {
	case "html", "body":
		b.top().attrs = append(b.top().attrs, n.attrs...)
		return
	case "script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp", "plaintext":
		b.raw = n.tag
		b.jsonld = n.tag == "script" && strings.Contains(strings.ToLower(n.attr("type")), "ld+json")
		return
	}
	b.implied(n.tag)
	b.add(n)
	switch {
	case voidTags[n.tag]:
	case len(b.stack) >= maxDepth:
		b.over++
	default:
		b.stack = append(b.stack, n)
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

// squeeze makes one space of every run of white space and drops what has no width.
func squeeze(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	space := false
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\v', '\u00a0', '\u2009', '\u202f', '\u2003', '\u2002', '\u3000':
			space = true
			continue
		case '\u00ad', '\u200b', '\ufeff', '\u2060':
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
