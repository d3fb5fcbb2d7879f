package document

import (
	"strings"

	"dateline/app/story"
)

// renderer walks the tree once and collects blocks.
type renderer struct {
	root   *node
	blocks []block
	inside bool
	text   strings.Builder
	cur    block
	space  bool
	link   int
	pre    int
}

// render writes everything below n; kind is what blocks in here are unless they say otherwise.
func (r *renderer) render(n *node, kind story.ZoneKind) {
	was := r.inside
	if n == r.root {
		r.flush()
		r.inside = true
	}
	defer func() {
		if n == r.root {
			r.flush()
			r.inside = was
		}
	}()
	isBlock := blockTags[n.tag]
	if isBlock && n.tag != "time" {
		r.flush()
	}
	kind = kindOf(n, kind)
	r.cur.kind = strongest(r.cur.kind, kind)
	if n.marks&markLead != 0 && n.good < 600 {
		r.cur.lead = true
	}
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.cur.level = int(n.tag[1] - '0')
	case "a":
		r.link++
		defer func() { r.link-- }()
	case "pre":
		r.pre++
		defer func() { r.pre-- }()
	case "time":
		r.cur.when = first(r.cur.when, n.attr("datetime"), plainText(n))
		if isBlock && n.all > 0 && r.text.Len() == 0 && kind == story.ZoneBody {
			defer r.closeTime()
		}
	}
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
				r.cur.kind, r.cur.lead = kind, lead
			}
		}
	}
	if isBlock && n.tag != "time" {
		r.flush()
	}
}

// kindOf is the zone that an element makes of the blocks in it.
func kindOf(n *node, kind story.ZoneKind) story.ZoneKind {
	switch {
	case n.tag == "figcaption" || n.marks&markCaption != 0 && n.all < 600:
		return story.ZoneCaption
	case n.marks&markByline != 0 && n.all < 200 && kind == story.ZoneBody:
		return story.ZoneByline
	case n.tag == "li" && kind == story.ZoneBody, (n.tag == "td" || n.tag == "th" || n.tag == "dd" || n.tag == "dt") && kind == story.ZoneBody && n.all < 100:
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
	if t := r.text.Len(); t > 0 && t < 60 {
		r.cur.kind = story.ZoneDate
	}
}

// write adds text with its white space evened out.
func (r *renderer) write(s string) {
	start := r.text.Len()
	for _, c := range s {
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
		case '\u00ad', '\u200b', '\ufeff', '\u2060':
			continue
		}
		if r.space && r.text.Len() > 0 {
			r.text.WriteByte(' ')
		}
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
		r.cur.kind, r.cur.lead = keep.kind, keep.lead
		return
	}
	if len(s) > 0 {
		r.text.WriteByte('\n')
	}
}

// flush ends the current block.
func (r *renderer) flush() {
	s := strings.TrimSpace(r.text.String())
	b := r.cur
	r.text.Reset()
	r.space = false
	r.cur = block{}
	if s == "" {
		return
	}
	b.text, b.inside = s, r.inside
	if b.when != "" && b.kind == story.ZoneBody && len(s) < 80 {
		b.kind = story.ZoneDate
	}
	if b.kind != story.ZoneDate && b.kind != story.ZoneByline {
		b.when = ""
	}
	if b.kind == story.ZoneList {
		b.loose = len(s) > 300
	}
	r.blocks = append(r.blocks, b)
}

// plainText is the text below n on one line.
func plainText(n *node) string {
	if n.tag == "" {
		return squeeze(n.text)
	}
	var parts []string
	for _, k := range n.kids {
		if s := plainText(k); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}
