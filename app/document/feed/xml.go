package feed

import (
	"html"
	"strings"

	"dateline/app/document/extract"
	"dateline/app/document/internal/xmlwalk"
)

// visitor collects the entries of an XML feed: what stands directly in an entry, under the names that any of the kinds use.
type visitor struct {
	entries []entry
	cur     *entry
	of      source
	outside string // the element outside of all entries that is open
	depth   int    // elements open in the entry
	name    string
	kind    string // what the element says its text is: "html", "xhtml"
	buf     []byte
	inner   bool // its text is XML, to be kept with its tags
}

// names are the elements of an entry that are read.
var names = map[string]bool{"title": true, "link": true, "guid": true, "id": true, "pubDate": true, "published": true, "issued": true, "date": true, "updated": true, "modified": true,
	"author": true, "creator": true, "publisher": true, "category": true, "encoded": true, "content": true, "description": true, "summary": true}

func (v *visitor) Start(name string, a xmlwalk.Attrs) {
	if name == "item" || name == "entry" {
		v.end()
		v.cur, v.depth = &entry{}, 0
		return
	}
	if v.cur == nil {
		v.outside = name
		if name == "feed" {
			v.of.language = a.Get("lang")
		}
		return
	}
	v.depth++
	switch {
	case v.depth == 1 && names[name]:
		v.name, v.kind, v.buf = name, a.Get("type"), v.buf[:0]
		if v.inner = v.kind == "xhtml"; name == "link" && (a.Get("rel") == "" || a.Get("rel") == "alternate") {
			v.buf = append(v.buf, a.Get("href")...)
		}
		if name == "category" {
			v.buf = append(v.buf, a.Get("term")...)
		}
		if name == "guid" && a.Get("isPermaLink") == "false" {
			v.name = ""
		}
	case v.name == "author" && name == "name":
		v.buf = v.buf[:0]
	case v.name == "author" && (name == "email" || name == "uri"):
		v.inner = true // not part of the name: kept apart by its tag
		v.buf = append(v.buf, '<')
	case v.inner:
		v.buf = append(append(append(v.buf, '<'), name...), '>')
	}
}

func (v *visitor) Text(s []byte) {
	switch {
	case v.cur == nil && (v.outside == "title" || v.outside == "language"):
		v.buf = append(v.buf, s...)
	case v.cur == nil || v.name == "":
	case v.inner && v.name != "author":
		v.buf = append(v.buf, html.EscapeString(string(s))...)
	default:
		v.buf = append(v.buf, s...)
	}
}

func (v *visitor) End(name string) {
	if name == "item" || name == "entry" {
		v.end()
		return
	}
	if v.cur == nil {
		v.endOutside()
		return
	}
	switch {
	case v.depth == 1 && v.name != "":
		v.set(strings.TrimSpace(string(v.buf)))
		v.name, v.inner = "", false
	case v.depth > 1 && v.inner && v.name != "author":
		v.buf = append(append(append(v.buf, "</"...), name...), '>')
	}
	v.depth = max(0, v.depth-1)
}

// endOutside keeps what the feed says of itself; the first of a kind counts, since a picture has a title too.
func (v *visitor) endOutside() {
	to := map[string]*string{"title": &v.of.title, "language": &v.of.language}[v.outside]
	if to != nil && *to == "" {
		*to = extract.Squeeze(html.UnescapeString(strings.ToValidUTF8(string(v.buf), "")))
	}
	v.outside, v.buf = "", v.buf[:0]
}

// end keeps the open entry.
func (v *visitor) end() {
	if v.cur == nil {
		return
	}
	if v.name != "" {
		v.set(strings.TrimSpace(string(v.buf))) // the feed broke off in it
		v.name, v.inner = "", false
	}
	if e := v.cur; (e.title.s != "" || e.content.s != "" || e.summary.s != "") && len(v.entries) <= maxEntries {
		v.entries = append(v.entries, *e)
	}
	v.cur = nil
}

// set keeps what an element says; the first of a kind counts.
func (v *visitor) set(s string) {
	t := text{s, v.kind == "html" || v.kind == "xhtml" || v.kind == "text/html" || v.kind != "text" && strings.ContainsAny(s, "<&")}
	e := v.cur
	put := func(to *text) {
		if to.s == "" {
			*to = t
		}
	}
	line := func(to *string, s string) {
		if *to == "" {
			*to = extract.Squeeze(strings.ToValidUTF8(s, ""))
		}
	}
	switch v.name {
	case "title":
		put(&e.title)
	case "encoded":
		e.content = t // the whole article, where there is a shorter content too
	case "content":
		put(&e.content)
	case "description", "summary":
		put(&e.summary)
	case "link", "guid", "id":
		if isAddress(s) {
			line(&e.link, s)
		}
	case "pubDate", "published", "issued", "date":
		line(&e.published, s)
	case "updated", "modified":
		line(&e.updated, s)
	case "author", "creator":
		line(&e.author, nameOf(s))
	case "publisher":
		line(&e.publisher, s)
	case "category":
		line(&e.section, s)
	}
}

// nameOf takes the address off "ann@x.example (Ann Roe)".
func nameOf(s string) string {
	s, _, _ = strings.Cut(s, "<")
	if at, name, ok := strings.Cut(s, "("); ok && strings.Contains(at, "@") {
		s = strings.TrimSuffix(strings.TrimSpace(name), ")")
	}
	return s
}
