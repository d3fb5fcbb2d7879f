package document

import (
	"strings"

	"dateline/app/story"
)

// block is one paragraph, heading, item or caption of the page.
type block struct {
	text   string
	kind   story.ZoneKind
	level  int    // of a heading, 1 to 6
	when   string // machine-readable time of a <time> in it
	loose  bool   // a list item that is a paragraph of its own
	linked int    // bytes inside links
	inside bool   // in the chosen root
	lead   bool   // the markup calls it a standfirst
}

// mark is what class, id, role and tag say of an element.
type mark uint8

const (
	markDrop    mark = 1 << iota // navigation, cookies, sharing, advertising …
	markComment                  // readers' comments: may be longer than the article
	markByline
	markLead
	markCaption
	markBody
	markHidden
)

var dropWords = words(`nav navbar navigation menu breadcrumb breadcrumbs footer cookie cookies consent gdpr cmp share
	sharing sharedaddy social related recirc recommended recommendation recommendations newsletter subscribe
	subscription signup promo promotion advert advertisement advertising ad ads adslot sponsor sponsored sidebar popup
	modal overlay disclaimer tags taglist trending popular mostread toolbar pagination pager login search skip
	outbrain taboola rating print jp readmore seealso masthead topbar banner donate widget addtoany sumome copyright
	screenreader player livechat crumbs`)

var commentWords = words("comment comments commentlist disqus respond commentform discussion")

// marksOf reads tag, role, class and id.
func marksOf(n *node) mark {
	var m mark
	switch n.tag {
	case "nav", "footer", "form", "menu":
		m |= markDrop
	case "aside":
		m |= markDrop
	case "figcaption":
		m |= markCaption
	}
	for _, a := range n.attrs {
		switch a.Key {
		case "role":
			switch strings.ToLower(a.Val) {
			case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu":
				m |= markDrop
			}
		case "hidden":
			m |= markHidden
		case "aria-hidden":
			if a.Val == "true" {
				m |= markHidden
			}
		case "style":
			v := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
				m |= markHidden
			}
		case "rel":
			if a.Val == "author" {
				m |= markByline
			}
		case "itemprop":
			switch strings.ToLower(a.Val) {
			case "articlebody":
				m |= markBody
			case "author":
				m |= markByline
			case "description":
				m |= markLead
			}
		case "class", "id":
			m |= classMarks(a.Val)
		}
	}
	return m
}

func classMarks(v string) mark {
	var m mark
	v = strings.ToLower(v)
	for _, w := range strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == ':' || r == '/' }) {
		switch {
		case dropWords[w]:
			m |= markDrop
		case commentWords[w]:
			m |= markComment
		}
		switch w {
		case "byline", "author", "authors", "writer":
			m |= markByline
		case "standfirst", "dek", "subtitle", "summary", "intro", "lede", "subheadline", "deck":
			m |= markLead
		case "caption", "credit", "figcaption", "photocredit", "imagecaption":
			m |= markCaption
		case "articlebody":
			m |= markBody
		}
	}
	for _, s := range []string{"article-body", "article__body", "entry-content", "post-content", "story-body", "article-content", "article__content", "article_body"} {
		if strings.Contains(v, s) {
			m |= markBody
		}
	}
	return m
}

// measure fills the counts of n and everything below. linked says that n stands in a link.
func measure(n *node, linked bool) {
	if n.tag == "" {
		n.all = len(strings.TrimSpace(n.text))
		if linked {
			n.linked = n.all
		}
		return
	}
	if silentTags[n.tag] {
		return
	}
	n.marks = marksOf(n)
	n.h1 = n.tag == "h1"
	n.body = n.marks&markBody != 0 || n.tag == "article" && n.marks&markComment == 0
	own := 0 // text that stands in n itself or in inline elements
	for _, k := range n.kids {
		measure(k, linked || n.tag == "a")
		n.all += k.all
		n.linked += k.linked
		n.good += k.good
		n.h1 = n.h1 || k.h1
		n.body = n.body || k.body
		n.teased = n.teased || k.teased
		if !blockTags[k.tag] {
			own += k.all - k.linked
		}
	}
	if (n.tag == "h2" || n.tag == "h3" || n.tag == "h4") && n.all > 0 && n.linked*10 >= n.all*9 {
		n.teased = true
	}
	if blockTags[n.tag] && n.good == 0 && own >= 60 && n.linked*2 < n.all && (n.tag[0] != 'h' || len(n.tag) != 2) {
		n.good = own
	} else if blockTags[n.tag] && own >= 120 && n.tag != "body" && n.tag != "html" {
		n.good += own
	}
}

// prune takes out what is no part of the article. total is the good text of the page.
func prune(n *node, total int, pageH1, pageBody bool) {
	kept := n.kids[:0]
	for _, k := range n.kids {
		if k.tag == "" {
			kept = append(kept, k)
			continue
		}
		if silentTags[k.tag] || k.marks&markHidden != 0 && k.good*2 < total {
			continue
		}
		holds := pageH1 && k.h1 && k.good*4 > total || pageBody && k.body && k.tag != "article"
		switch {
		case k.marks&markComment != 0 && !holds && (pageH1 || pageBody || k.good*2 < total):
			continue
		case k.teased && !k.h1 && k.good < 500 && k.good*100 < total*35 && k.marks&markBody == 0:
			continue
		case k.marks&markDrop != 0 && !holds && k.good*100 < total*35:
			continue
		}
		prune(k, total, pageH1, pageBody)
		kept = append(kept, k)
	}
	n.kids = kept
}

// remeasure adds the counts up again after pruning.
func remeasure(n *node) {
	if n.tag == "" || len(n.kids) == 0 {
		return
	}
	good := n.good
	sum := 0
	n.all, n.linked, n.h1 = 0, 0, n.tag == "h1"
	for _, k := range n.kids {
		remeasure(k)
		n.all += k.all
		n.linked += k.linked
		n.h1 = n.h1 || k.h1
		sum += k.good
	}
	n.good = sum
	if sum == 0 {
		n.good = min(good, n.all)
	}
}

// choose gives the element that holds the article: what the markup calls so if it holds enough, else the smallest
// element with nearly all of the good text.
func choose(root *node) *node {
	var best *node
	score := 0
	walk(root, func(n *node) bool {
		s := 0
		switch {
		case n.marks&markBody != 0:
			s = n.good * 2
		case n.tag == "article":
			s = n.good*2 + 1
		case n.tag == "main" || n.attr("role") == "main":
			s = n.good
		}
		if s > score && n.good*100 >= root.good*40 {
			best, score = n, s
		}
		return true
	})
	if best != nil && (best.tag == "article" || best.marks&markBody != 0) {
		return best
	}
	n := root
	if best != nil {
		n = best
	}
	for {
		var next *node
		for _, k := range n.kids {
			if k.tag != "" && k.good > 0 && (k.good*100 >= n.good*85 || k.h1 && k.good*100 >= n.good*60) {
				next = k
				break
			}
		}
		if next == nil || next.tag == "p" || next.tag == "ul" || next.tag == "ol" {
			return n
		}
		n = next
	}
}

// extract gives the blocks of the article in order, and its headline.
func extract(p *page, m meta) ([]block, string) {
	measure(p.root, false)
	prune(p.root, p.root.good, p.root.h1, p.root.body)
	remeasure(p.root)
	root := choose(p.root)
	r := renderer{root: root}
	r.render(p.root, story.ZoneBody)
	r.flush()
	if m.title == "" {
		m.title = cutSite(p.title)
	}
	return pick(r.blocks, m)
}

// pick keeps the headline, what stands between it and the article, and the article.
func pick(all []block, m meta) (kept []block, headline string) {
	head := headlineOf(all, m)
	begun := false // a paragraph of the body has been kept
	for i, b := range all {
		switch {
		case i == head:
			b.kind = story.ZoneHeadline
			headline = b.text
		case head >= 0 && i < head && !b.inside:
			continue
		case !b.inside && !(head >= 0 && i > head && beforeRoot(all, i) && (b.lead || b.kind == story.ZoneByline || b.kind == story.ZoneDate || b.kind == story.ZoneCaption || len(b.text) >= 60)):
			continue
		case b.linked*10 > len(b.text)*6 && b.kind != story.ZoneByline && b.kind != story.ZoneDate && len(b.text) < 200:
			continue
		case isFurniture(b.text):
			if endsArticle(b.text) && i*2 > len(all) {
				return trimTail(kept), headline
			}
			continue
		case head >= 0 && i > head && b.text == headline:
			continue
		case b.level > 0:
			b.kind = story.ZoneSubhead
		case b.lead && !begun && b.kind == story.ZoneBody:
			b.kind = story.ZoneTeaser
		}
		begun = begun || b.kind == story.ZoneBody
		kept = append(kept, b)
	}
	return trimTail(kept), headline
}

// beforeRoot reports that the article has not begun before block i.
func beforeRoot(all []block, i int) bool {
	for j := i; j >= 0 && j > i-40; j-- {
		if all[j].inside {
			return false
		}
	}
	return true
}

// headlineOf finds the heading that is the article's: the last h1 before its body, or one inside; -1 if none.
func headlineOf(all []block, m meta) int {
	head := -1
	for i, b := range all {
		if b.level == 1 && (head < 0 || !b.inside || !all[head].inside) {
			head = i
		}
		if b.inside && b.level == 0 && b.kind == story.ZoneBody && len(b.text) > 200 {
			break
		}
	}
	if head >= 0 {
		return head
	}
	title := strings.ToLower(m.title)
	for i, b := range all {
		if title == "" || len(b.text) <= 12 || !strings.HasPrefix(title, strings.ToLower(b.text)) {
			continue
		}
		if b.level > 0 || b.inside && b.kind == story.ZoneBody && len(b.text) == len(title) {
			return i
		}
	}
	return -1
}

// trimTail drops headings at the end that head nothing.
func trimTail(b []block) []block {
	for len(b) > 1 && b[len(b)-1].level > 1 {
		b = b[:len(b)-1]
	}
	return b
}

// furnitureStarts begin short blocks that belong to the page and not to the article.
var furnitureStarts = []string{"we use cookies", "this website uses cookies", "this site uses cookies", "by continuing to",
	"leave a reply", "leave a comment", "your email address will not", "required fields are", "related posts",
	"related articles", "related stories", "related:", "read more", "read also", "read next", "also read", "see also:", "more on this", "more from",
	"sign up", "subscribe", "share this", "share on", "share article", "click to share", "click here to", "follow us", "follow @", "join our", "download our app",
	"all rights reserved", "©", "copyright ©", "advertisement", "advertising", "sponsored", "recommended for you",
	"you may also like", "you might also like", "most read", "most popular", "trending now", "continue reading", "skip to",
	"log in", "comments (", "post a comment", "add a comment", "view comments", "show comments", "back to top", "loading...", "listen to this article",
	"accept all", "privacy policy", "cookie policy", "terms of use", "print this", "report a typo", "support our journalism",
	"tags:", "filed under", "enable javascript", "please enable javascript", "story continues below"}

func isFurniture(s string) bool {
	if len(s) > 220 {
		return false
	}
	low := strings.ToLower(s)
	for _, f := range furnitureStarts {
		if strings.HasPrefix(low, f) {
			return len(s) < 90 || strings.Contains(low, "cookie") || strings.Contains(low, "email") || strings.Contains(low, "rights reserved") || strings.Contains(low, "newsletter")
		}
	}
	switch low {
	case "share", "print", "email", "save", "comments", "comment", "menu", "search", "home", "tags", "facebook", "twitter", "whatsapp", "telegram", "copy link", "link copied", "ad":
		return true
	}
	return false
}

func endsArticle(s string) bool {
	low := strings.ToLower(s)
	for _, f := range []string{"leave a reply", "leave a comment", "related posts", "related articles", "post a comment", "you may also like", "recommended for you"} {
		if strings.HasPrefix(low, f) {
			return true
		}
	}
	return false
}
