package extract

import (
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// renderer walks the tree once and collects blocks.
type renderer struct {
	*Weights
	root   *Node // the element that holds the article; nil if that is not asked
	blocks []Block
	inside bool // in root
	text   strings.Builder
	cur    Block // what is known of the block whose text is being written
	space  bool  // white space is due before the next letter
	broken bool  // a line has just been ended
	link   int   // open links
	pre    int   // open <pre>
	at     *Node // the element whose content is being written
}

// render writes everything below n; kind is what blocks in here are unless they say otherwise.
func (r *renderer) render(n *Node, kind story.ZoneKind) {
	if n == r.root {
		r.flush()
		was := r.inside
		r.inside = true
		defer func() {
			r.flush()
			r.inside = was
		}()
	}
	isBlock := blockTags[n.tag] && n.tag != "time"
	if isBlock {
		r.flush()
	}
	kind = r.kindOf(n, kind)
	defer r.open(n, kind)()
	out := r.at
	r.at = n
	defer func() { r.at = out }()
	lead := r.cur.lead
	for _, k := range n.kids {
		switch {
		case k.tag == "":
			r.write(k.text)
		case k.tag == "br":
			r.lineBreak()
		case k.tag == "hr":
			r.flush()
		case k.tag == "img", silentTags[k.tag]:
		default:
			r.render(k, kind)
			if blockTags[k.tag] && k.tag != "time" {
				r.cur.Kind, r.cur.lead = kind, lead
			}
		}
	}
	if isBlock {
		r.flush()
	}
}

// open notes what the element says of the block that begins or goes on in it, and gives what is to do at its end.
func (r *renderer) open(n *Node, kind story.ZoneKind) (end func()) {
	r.cur.Kind = strongest(r.cur.Kind, kind)
	if n.marks&markLead != 0 && n.good < r.Standfirst {
		r.cur.lead = true
	}
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.cur.Level = int(n.tag[1] - '0')
	case "a":
		r.link++
		return func() { r.link-- }
	case "pre":
		r.pre++
		return func() { r.pre-- }
	case "time":
		if r.cur.when == "" {
			r.cur.when = n.Attr("datetime")
		}
		if r.cur.when == "" {
			r.cur.when = plainText(n)
		}
		if n.all > 0 && r.text.Len() == 0 && kind == story.ZoneBody {
			return r.closeTime
		}
	}
	return func() {}
}

// kindOf is the zone that an element makes of the blocks in it.
func (w *Weights) kindOf(n *Node, kind story.ZoneKind) story.ZoneKind {
	switch {
	case n.tag == "figcaption" || n.marks&markCaption != 0 && n.all < w.Caption:
		return story.ZoneCaption
	case n.marks&markByline != 0 && n.all < w.Byline && kind == story.ZoneBody:
		return story.ZoneByline
	case n.tag == "li" && kind == story.ZoneBody, (n.tag == "td" || n.tag == "th" || n.tag == "dd" || n.tag == "dt") && kind == story.ZoneBody && n.all < w.Cell:
		return story.ZoneList
	}
	return kind
}

func strongest(a, b story.ZoneKind) story.ZoneKind {
	if b == story.ZoneBody {
		return a
	}
	return b
}

// closeTime makes a line of its own of a <time> that begins a block; what follows is another.
func (r *renderer) closeTime() {
	if t := r.text.Len(); t > 0 && t < r.Time {
		r.cur.Kind = story.ZoneDate
	}
}

// write adds text with its white space evened out.
func (r *renderer) write(s string) {
	start := r.text.Len()
	if r.cur.node == nil {
		r.cur.node = r.at
	}
	for _, c := range document.Visible(s) {
		switch c {
		case '\n':
			if r.pre > 0 {
				r.lineBreak()
				continue
			}
			r.space = true
			continue
		case ' ', '\t', '\r', '\f', '\v', '\u00a0', '\u2009', '\u202f', '\u2003', '\u2002', '\u3000':
			r.space = true
			continue
		}
		if r.space && r.text.Len() > 0 && !r.broken {
			r.text.WriteByte(' ')
		}
		r.broken = false
		r.space = false
		r.text.WriteRune(c)
	}
	if r.link > 0 {
		r.cur.linked += r.text.Len() - start
	}
}

// lineBreak ends a line; a second one in a row ends the block.
func (r *renderer) lineBreak() {
	r.space = false
	s := r.text.String()
	if strings.HasSuffix(s, "\n") {
		keep := r.cur
		r.flush()
		r.cur.Kind, r.cur.lead = keep.Kind, keep.lead
		return
	}
	if len(s) > 0 {
		r.text.WriteByte('\n')
		r.broken = true
	}
}

// flush ends the current block.
func (r *renderer) flush() {
	s := strings.TrimSpace(r.text.String())
	b := r.cur
	r.text.Reset()
	r.space, r.broken = false, false
	r.cur = Block{}
	if s == "" {
		return
	}
	b.Text, b.inside = s, r.inside
	if b.when != "" && b.Kind == story.ZoneBody && len(s) < r.Date {
		b.Kind = story.ZoneDate
	}
	if b.Kind != story.ZoneDate && b.Kind != story.ZoneByline {
		b.when = ""
	}
	if b.Kind == story.ZoneList {
		b.loose = len(s) > r.Item
	}
	r.blocks = append(r.blocks, b)
}

// plainText is the text below n on one line.
func plainText(n *Node) string {
	if n.tag == "" {
		return Squeeze(n.text)
	}
	var parts []string
	for _, k := range n.kids {
		if s := plainText(k); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}
