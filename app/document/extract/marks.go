package extract

import "strings"

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
	screenreader player livechat crumbs hovercard tooltiptext rodape colophon`)

var commentWords = words("comment comments commentlist disqus respond commentform discussion")

// marksOf reads tag, role, class and id.
func marksOf(n *Node) mark {
	var m mark
	switch n.tag {
	case "nav", "footer", "form", "menu", "aside":
		m |= markDrop
	case "figcaption":
		m |= markCaption
	}
	for _, a := range n.attrs {
		m |= attrMarks(a.Key, a.Val)
	}
	return m
}

func attrMarks(key, val string) mark {
	switch key {
	case "role":
		switch strings.ToLower(val) {
		case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "tooltip":
			return markDrop
		}
	case "hidden":
		return markHidden
	case "aria-hidden":
		if val == "true" {
			return markHidden
		}
	case "style":
		v := strings.ReplaceAll(strings.ToLower(val), " ", "")
		if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
			return markHidden
		}
	case "rel":
		if val == "author" {
			return markByline
		}
	case "itemprop":
		switch strings.ToLower(val) {
		case "articlebody":
			return markBody
		case "author":
			return markByline
		case "description":
			return markLead
		}
	case "class", "id":
		return classMarks(val)
	}
	return 0
}

func classMarks(v string) mark {
	var m mark
	v = strings.ToLower(v)
	over, held := false, false
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
		case "credit", "photocredit":
			m |= markCaption
		case "articlebody":
			m |= markBody
		case "rollover", "tooltip", "popover", "hover", "flyout":
			over = true
		case "block", "card", "content", "text", "box", "panel", "body", "inner":
			held = true
		}
		if strings.HasSuffix(w, "caption") { // "inlineImageCaption"
			m |= markCaption
		}
	}
	if over && held {
		m |= markDrop // what is shown over a name while the pointer is there
	}
	for _, s := range []string{"article-body", "article__body", "entry-content", "post-content", "story-body", "article-content", "article__content", "article_body"} {
		if strings.Contains(v, s) {
			m |= markBody
		}
	}
	return m
}
