package extract

import "strings"

// measure fills the counts of n and everything below. linked says that n stands in a link.
func (w *Weights) measure(n *Node, linked bool) {
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
		w.measure(k, linked || n.tag == "a")
		n.all += k.all
		n.linked += k.linked
		n.good += k.good
		n.h1 = n.h1 || k.h1
		n.body = n.body || k.body
		n.teased = n.teased || k.teased
		n.quoted = n.quoted || k.quoted
		if !blockTags[k.tag] {
			own += k.all - k.linked
		}
	}
	n.quoted = n.quoted || n.tag == "blockquote" && n.all >= w.Paragraph
	if (n.tag == "h2" || n.tag == "h3" || n.tag == "h4") && n.all > 0 && share(n.linked, n.all, w.TeaserLink) {
		n.teased = true
	}
	if blockTags[n.tag] && n.good == 0 && own >= w.Paragraph && n.linked*2 < n.all && (n.tag[0] != 'h' || len(n.tag) != 2) {
		n.good = own
	} else if blockTags[n.tag] && own >= w.Outer && n.tag != "body" && n.tag != "html" {
		n.good += own
	}
}

// pruner takes out what is no part of the article.
type pruner struct {
	*Weights
	total    int  // the good text of the page
	h1, body bool // the page has a headline; its markup names the article's body
}

func (p pruner) prune(n *Node) {
	kept := n.kids[:0]
	for _, k := range n.kids {
		if k.tag == "" {
			kept = append(kept, k)
		} else if !p.foreign(k) {
			p.prune(k)
			kept = append(kept, k)
		}
	}
	n.kids = kept
}

// foreign reports that an element is furniture of the page, a readers' comment, or another article's teaser.
func (p pruner) foreign(k *Node) bool {
	if silentTags[k.tag] || k.marks&markHidden != 0 && !share(k.good, p.total, p.Hidden) {
		return true
	}
	holds := p.h1 && k.h1 && k.good*100 > p.total*p.Headline || p.body && k.body && k.tag != "article"
	switch {
	case k.marks&markComment != 0 && !holds && (p.h1 || p.body || !share(k.good, p.total, p.Hidden)):
		return true
	case k.teased && !k.h1 && k.good < p.Teaser && !share(k.good, p.total, p.Furniture) && k.marks&markBody == 0:
		return true
	}
	if k.quoted && k.marks&markDrop != 0 && strings.Contains(k.Attr("class"), "embed") {
		return false // a tweet
	}
	return k.marks&markDrop != 0 && !holds && !share(k.good, p.total, p.Furniture)
}

// remeasure adds the counts up again after pruning.
func remeasure(n *Node) {
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
func (w *Weights) choose(root *Node) *Node {
	best := w.named(root)
	if best != nil && (best.tag == "article" || best.marks&markBody != 0) {
		return best
	}
	n := root
	if best != nil {
		n = best
	}
	for {
		next := w.narrower(n)
		if next == nil || next.tag == "p" || next.tag == "ul" || next.tag == "ol" {
			return n
		}
		n = next
	}
}

// named is the best element that the markup calls the article or the main part; nil if none holds enough.
func (w *Weights) named(root *Node) *Node {
	var best *Node
	score := 0
	walk(root, func(n *Node) bool {
		s := 0
		switch {
		case n.marks&markBody != 0:
			s = n.good * 2
		case n.tag == "article":
			s = n.good*2 + 1
		case n.tag == "main" || n.Attr("role") == "main":
			s = n.good
		}
		if s > score && share(n.good, root.good, w.Named) {
			best, score = n, s
		}
		return true
	})
	return best
}

// narrower is the first child that holds nearly all of n's good text; nil if none does.
func (w *Weights) narrower(n *Node) *Node {
	for _, k := range n.kids {
		if k.tag != "" && k.good > 0 && (share(k.good, n.good, w.Narrow) || k.h1 && share(k.good, n.good, w.NarrowHead)) {
			return k
		}
	}
	return nil
}
