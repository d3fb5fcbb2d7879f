// Package extract finds the article in a web page: the element that holds it, its headline, and its paragraphs without
// navigation, advertising and readers' comments around them.
//
//	p := extract.Parse(page)
//	blocks, headline := extract.Default.Article(p, title)
//	extract.Compose(&doc, blocks)
//
// The tree is a light one of our own, linear in the page, however deep and broken the page is. It does not read what a
// page says of itself (package web) and runs no scripts.
package extract

import (
	"strings"

	"dateline/app/document"
	"dateline/app/story"
)

// Block is one paragraph, heading, item or caption of the page.
type Block struct {
	Text  string
	Kind  story.ZoneKind
	Level int // of a heading, 1 to 6

	when   string // machine-readable time of a <time> in it
	loose  bool   // a list item that is a paragraph of its own
	linked int    // bytes inside links
	inside bool   // in the chosen root
	lead   bool   // the markup calls it a standfirst
	node   *Node  // the innermost element that its first words stand in
}

// All gives every block of the page that a person would see, in order: nothing is left out as furniture.
func (w Weights) All(p *Page) []Block {
	w.measure(p.root, false)
	r := renderer{Weights: &w}
	r.render(p.root, story.ZoneBody)
	r.flush()
	return r.blocks
}

// Article gives the blocks of the article in order, and its headline; "" if it shows none. The title is what the page
// calls itself; it helps to find a headline that the markup does not show. The page is used up.
func (w Weights) Article(p *Page, title string) (blocks []Block, headline string) {
	w.measure(p.root, false)
	pruner{&w, p.root.good, p.root.h1, p.root.body}.prune(p.root)
	remeasure(p.root)
	r := renderer{Weights: &w, root: w.choose(p.root)}
	r.render(p.root, story.ZoneBody)
	r.flush()
	k := picker{Weights: &w, all: r.blocks}
	k.head = k.headline(title)
	return k.pick()
}

// picker keeps the headline, what stands between it and the article, and the article.
type picker struct {
	*Weights
	all  []Block
	head int // index of the headline; -1 if there is none
}

func (p *picker) pick() (kept []Block, headline string) {
	if p.head >= 0 {
		headline = p.all[p.head].Text
	}
	begun := false // a paragraph of the body has been kept
	var related passing
	said := map[string]bool{} // captions
	for i, b := range p.all {
		related.meet(&b)
		switch {
		case i == p.head:
			b.Kind = story.ZoneHeadline
		case p.skip(i) || related.on() || b.Kind == story.ZoneCaption && said[b.Text]:
			continue
		case begun && b.Level > 1 && isRelated(b.Text):
			related = passing{level: b.Level, box: boxOf(b.node)}
			continue
		case i > 0 && isLabel(p.all[i-1].Text) && !strings.ContainsAny(b.Text, ".!?") && b.Level == 0:
			continue // the tags under "Tags"
		case p.labelled(&b):
			continue
		case p.isNotice(b.Text):
			if endsArticle(b.Text) && i*2 > len(p.all) {
				return trimTail(kept), headline
			}
			continue
		case p.head >= 0 && i > p.head && b.Text == headline:
			continue
		case b.Level > 0:
			b.Kind = story.ZoneSubhead
		case b.lead && !begun && b.Kind == story.ZoneBody:
			b.Kind = story.ZoneTeaser
		}
		begun = begun || b.Kind == story.ZoneBody
		said[b.Text] = said[b.Text] || b.Kind == story.ZoneCaption
		kept = append(kept, b)
	}
	return trimTail(kept), headline
}

// passing is a list of other articles that is being passed over; its zero value is none.
type passing struct {
	level int   // of its heading
	box   *Node // what holds the heading and more: the list does not go on behind it
}

func (p *passing) on() bool { return p.level > 0 }

// meet ends the list where block b is no part of it: the heading of something else, or outside of what holds the list.
func (p *passing) meet(b *Block) {
	if p.on() && (b.Level > 0 && b.Level <= p.level || !within(b.node, p.box)) {
		*p = passing{}
	}
}

// boxOf is the smallest element around a heading that holds more than the heading.
func boxOf(n *Node) *Node {
	for all := n.all; n.parent != nil && n.all <= all; {
		n = n.parent
	}
	return n
}

func within(n, box *Node) bool {
	for n != nil && n != box {
		n = n.parent
	}
	return n == box
}

// skip reports a block that lies outside the article, or is a list of links.
func (p *picker) skip(i int) bool {
	b := &p.all[i]
	label := b.Kind == story.ZoneByline || b.Kind == story.ZoneDate
	switch {
	case b.inside:
	case p.head < 0 || i < p.head || !p.beforeRoot(i):
		return true
	case !b.lead && !label && b.Kind != story.ZoneCaption && len(b.Text) < p.Lead:
		return true
	}
	return b.linked*100 > len(b.Text)*p.Linked && !label && len(b.Text) < p.LinkedMax && !p.sentence(b)
}

// labelled reports a row of links to subjects with its label in one block: "Tags", and the links on the next line.
func (p *picker) labelled(b *Block) bool {
	label, rest, ok := strings.Cut(b.Text, "\n")
	return ok && isLabel(label) && b.linked*100 > len(rest)*p.Linked
}

// sentence reports a paragraph that reads like one, though it is a link as a whole.
func (p *picker) sentence(b *Block) bool {
	end := strings.TrimRight(b.Text, `"'”’)`)
	return b.inside && b.Kind == story.ZoneBody && b.Level == 0 && len(b.Text) >= p.LinkedLeast && strings.ContainsAny(end[max(0, len(end)-1):], ".!?")
}

// beforeRoot reports that the article has not begun before block i.
func (p *picker) beforeRoot(i int) bool {
	for j := i; j >= 0 && j > i-p.LookBack; j-- {
		if p.all[j].inside {
			return false
		}
	}
	return true
}

// headline finds the heading that is the article's: the last h1 before its body, or one inside; else the block that
// repeats the page's title; -1 if none.
func (p *picker) headline(title string) int {
	head := -1
	for i, b := range p.all {
		if b.Level == 1 && (head < 0 || !b.inside || !p.all[head].inside) {
			head = i
		}
		if b.inside && b.Level == 0 && b.Kind == story.ZoneBody && len(b.Text) > p.Begun {
			break
		}
	}
	title = strings.ToLower(title)
	if head >= 0 && !p.all[head].inside && title != "" && !strings.HasPrefix(title, strings.ToLower(p.all[head].Text)) {
		// the name of the site, where a smaller heading is the page's title
		for i, b := range p.all {
			if b.Level > 1 && strings.ToLower(b.Text) == title {
				return i
			}
		}
	}
	if head >= 0 || title == "" {
		return head
	}
	for i, b := range p.all {
		if len(b.Text) <= p.Title || !strings.HasPrefix(title, strings.ToLower(b.Text)) {
			continue
		}
		if b.Level > 0 || b.inside && b.Kind == story.ZoneBody && len(b.Text) == len(title) {
			return i
		}
	}
	return -1
}

// trimTail drops headings at the end that head nothing.
func trimTail(b []Block) []Block {
	for len(b) > 1 && b[len(b)-1].Level > 1 {
		b = b[:len(b)-1]
	}
	return b
}

// Compose writes the blocks one under the other as the text of d, with their zones, and adds what machine-readable times
// in them say. Blocks stand apart by an empty line, the items of one list by a line end.
func Compose(d *story.Document, blocks []Block) {
	var out strings.Builder
	last := story.ZoneBody
	for _, b := range blocks {
		if out.Len() > 0 {
			out.WriteString("\n")
			if b.Kind != story.ZoneList || last != story.ZoneList || b.loose {
				out.WriteString("\n")
			}
		}
		last = b.Kind
		b.Text = document.Visible(b.Text)
		span := story.Span{Start: out.Len(), End: out.Len() + len(b.Text)}
		out.WriteString(b.Text)
		if b.Kind != story.ZoneBody {
			d.Zones = append(d.Zones, story.Zone{Span: span, Kind: b.Kind})
		}
		if b.when == "" {
			continue
		}
		if day, clock, ok := document.ISODay(b.when); ok {
			d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceTime, Words: b.Text, Span: span})
		}
	}
	d.Text = out.String()
}
