// Package newsml reads what news agencies send: NITF, NewsML-G2 (a single item or a message of many) and NewsML 1, by the
// names of their elements, whatever their name spaces. Each item is an article with its headline, byline, dateline, provider,
// section, language and days.
//
// It fetches nothing that an item refers to: an item without text (a picture, a list of others) is passed over, and that is
// said. It was made after the standards and has not seen every agency's files.
package newsml

import (
	"context"
	"fmt"
	"path"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// Format is an agency's file.
var Format = document.Format{Name: "newsml", Label: "Agency news (NewsML, NITF)", Exts: []string{".xml", ".nitf"}, Sniff: sniff, Read: read}

// roots begin a file of an agency.
var roots = []string{"<nitf", "<newsitem", "<newsmessage", "<newsml", "<packageitem"}

func sniff(in *document.Input) document.Match {
	head := strings.ToLower(string(in.Head()))
	for _, r := range roots {
		if i := strings.Index(head, r); i >= 0 && i+len(r) < len(head) && strings.ContainsRune(" \t\r\n>", rune(head[i+len(r)])) && !strings.Contains(head[:i], "<html") {
			return document.Certain
		}
		name := ":" + r[1:] // with the prefix of a name space
		if i := strings.Index(head, name); i > 0 && strings.LastIndexByte(head[:i], '<') >= i-12 {
			return document.Certain
		}
	}
	return document.NoMatch
}

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	if rest := strings.TrimSpace(src); strings.HasPrefix(rest, "<?xml") {
		if _, after, ok := strings.Cut(rest, "?>"); ok {
			src = after // it has been decoded
		}
	}
	v := visitor{ctx: ctx}
	err = xmlwalk.Walk(strings.NewReader(src), xmlwalk.Loose, &v)
	v.end()
	if err != nil {
		if len(v.docs) == 0 {
			return nil, err
		}
		in.Note("the file is damaged: it is shown as far as it could be read")
	}
	if v.empty > 0 {
		in.Note(fmt.Sprintf("items without text (pictures, lists of others) that were passed over: %d", v.empty))
	}
	if len(v.docs) == 0 {
		return nil, document.ErrNoText
	}
	if len(v.docs) > 1 {
		name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
		for i := range v.docs {
			v.docs[i].File = fmt.Sprintf("%s #%d", name, i+1)
		}
	}
	for i := range v.docs {
		in.Letters(&v.docs[i])
	}
	return v.docs, ctx.Err()
}

const (
	mostItems = 20_000
	mostField = 2000 // bytes of a field that is no text
)

// visitor collects the items of a file.
type visitor struct {
	ctx   context.Context
	docs  []story.Document
	empty int
	path  []string
	cur   *item
	buf   []byte // of the open field or paragraph
	block string // the element whose text is being collected; "" none
}

// item is an open item.
type item struct {
	title, slug, subtitle, byline, provider, section, language, url string
	issued, first, changed                                          string
	blocks                                                          []extract.Block
}

// paragraphs are the elements that are a block of the text, with what they are.
var paragraphs = map[string]story.ZoneKind{"p": story.ZoneBody, "hl1": story.ZoneHeadline, "hl2": story.ZoneSubhead, "h1": story.ZoneHeadline, "h2": story.ZoneSubhead, "h3": story.ZoneSubhead, "li": story.ZoneList,
	"caption": story.ZoneCaption, "media-caption": story.ZoneCaption, "td": story.ZoneList, "th": story.ZoneList, "fn": story.ZoneBody, "inlineData": story.ZoneBody, "pre": story.ZoneBody}

// fields are the elements that say something of the item.
var fields = map[string]bool{"headline": true, "HeadLine": true, "title": true, "slugline": true, "SlugLine": true, "byline": true, "by": true, "ByLine": true, "dateline": true, "DateLine": true, "contentCreated": true,
	"versionCreated": true, "firstCreated": true, "FirstCreated": true, "ThisRevisionCreated": true, "SubHeadLine": true, "description": true, "creditline": true, "CreditLine": true, "story.date": true, "abstract": true}

func (v *visitor) in(name string) bool {
	for _, p := range v.path {
		if p == name {
			return true
		}
	}
	return false
}

// Start opens an element.
func (v *visitor) Start(name string, a xmlwalk.Attrs) {
	v.path = append(v.path, name)
	switch name {
	case "newsItem", "NewsItem", "packageItem":
		v.end()
		v.cur = &item{language: a.Get("lang")}
		return
	case "nitf":
		if v.cur == nil {
			v.cur = &item{}
		}
		return
	}
	if v.cur == nil {
		return
	}
	c := v.cur
	switch name {
	case "date.issue":
		keep(&c.issued, a.Get("norm"))
	case "pubdata":
		keep(&c.provider, a.Get("name"))
		keep(&c.section, a.Get("position.section"))
		keep(&c.issued, a.Get("date.publication"))
	case "language", "Language":
		keep(&c.language, first(a.Get("tag"), a.Get("FormalName")))
	case "provider", "infoSource":
		keep(&c.provider, a.Get("literal"))
	case "Party":
		if v.in("Provider") || v.in("NewsProvider") {
			keep(&c.provider, a.Get("FormalName"))
		}
	case "inlineXML", "DataContent":
		keep(&c.language, a.Get("lang"))
	}
	if kind, ok := paragraphs[name]; ok && v.text(kind) || fields[name] && v.block == "" {
		v.flush()
		v.block, v.buf = name, v.buf[:0]
	} else if name == "br" && v.block != "" {
		v.buf = append(v.buf, '\n')
	} else if name == "name" && (v.in("provider") || v.in("infoSource")) && v.block == "" {
		v.block, v.buf = "provider", v.buf[:0]
	}
}

// text reports that a paragraph stands where the text of an item does.
func (v *visitor) text(kind story.ZoneKind) bool {
	return kind == story.ZoneHeadline || kind == story.ZoneSubhead || v.in("body.content") || v.in("body") || v.in("inlineXML") || v.in("DataContent") || v.in("contentSet") || v.in("block")
}

// Text keeps what stands in an element.
func (v *visitor) Text(s []byte) {
	if v.block != "" && len(v.buf) < document.MaxBytes {
		v.buf = append(v.buf, s...)
	}
}

// End closes an element.
func (v *visitor) End(name string) {
	if n := len(v.path); n > 0 {
		v.path = v.path[:n-1]
	}
	switch {
	case name == "newsItem" || name == "NewsItem" || name == "packageItem" || name == "nitf" && !v.in("newsItem") && !v.in("NewsItem"):
		v.end()
	case name == v.block || v.block == "provider" && name == "name":
		v.flush()
	}
}

// flush keeps the open field or paragraph.
func (v *visitor) flush() {
	name := v.block
	v.block = ""
	if v.cur == nil || name == "" {
		return
	}
	s := strings.ReplaceAll(strings.ToValidUTF8(string(v.buf), "\ufffd"), "\x00", "")
	v.buf = v.buf[:0]
	if kind, ok := paragraphs[name]; ok && !(name == "hl1" && v.cur.title != "") {
		for _, para := range strings.Split(s, "\n\n") {
			v.paragraph(name, kind, extract.Squeeze(para))
		}
		return
	}
	s = extract.Squeeze(s)
	if len(s) > mostField {
		return
	}
	v.cur.field(name, s)
	if kind, shown := map[string]story.ZoneKind{"byline": story.ZoneByline, "dateline": story.ZoneDateline, "abstract": story.ZoneTeaser}[name]; shown && s != "" && !v.in("contentMeta") {
		v.cur.blocks = append(v.cur.blocks, extract.Block{Text: s, Kind: kind})
	}
}

func (v *visitor) paragraph(name string, kind story.ZoneKind, s string) {
	if s == "" {
		return
	}
	if kind == story.ZoneHeadline {
		if v.cur.title == "" {
			v.cur.title = s
		}
		if len(v.cur.blocks) > 0 || v.cur.title != s {
			kind = story.ZoneSubhead
		}
	}
	if name == "p" && v.in("byline") {
		kind = story.ZoneByline
	}
	v.cur.blocks = append(v.cur.blocks, extract.Block{Text: s, Kind: kind})
}

// field keeps what an element says of the item; the first of a kind counts.
func (c *item) field(name, s string) {
	switch name {
	case "headline", "HeadLine", "hl1":
		keep(&c.title, s)
	case "title", "slugline", "SlugLine":
		keep(&c.slug, s)
	case "SubHeadLine":
		keep(&c.subtitle, s)
	case "byline", "by", "ByLine":
		keep(&c.byline, strings.TrimSpace(strings.TrimPrefix(s, "By ")))
	case "versionCreated", "ThisRevisionCreated":
		keep(&c.changed, s)
	case "firstCreated", "FirstCreated", "contentCreated":
		keep(&c.first, s)
	case "story.date":
		keep(&c.issued, s)
	case "creditline", "CreditLine", "provider":
		keep(&c.provider, s)
	}
}

func keep(to *string, s string) {
	if *to == "" {
		*to = strings.TrimSpace(s)
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// end makes an article of the open item.
func (v *visitor) end() {
	v.flush()
	c := v.cur
	if v.cur = nil; c == nil {
		return
	}
	if v.ctx.Err() != nil || len(v.docs) >= mostItems {
		return
	}
	if !hasText(c.blocks) {
		v.empty++
		return
	}
	d := story.Document{Title: first(c.title, c.slug), Subtitle: c.subtitle, Byline: c.byline, Publisher: c.provider, Section: c.section, Declared: document.LanguageTag(c.language), URL: c.url}
	if c.blocks[0].Kind != story.ZoneHeadline && d.Title != "" {
		c.blocks = append([]extract.Block{{Text: d.Title, Kind: story.ZoneHeadline}}, c.blocks...)
	}
	extract.Compose(&d, c.blocks)
	published := c.issued
	if published == "" {
		published = c.first
	}
	if published == "" {
		published = c.changed
	}
	d.Dates = append(d.Dates, clue(published, story.SourceMeta, "published: ")...)
	if c.changed != published {
		d.Dates = append(d.Dates, clue(c.changed, story.SourceUpdated, "version: ")...)
	}
	v.docs = append(v.docs, d)
}

func hasText(blocks []extract.Block) bool {
	for _, b := range blocks {
		if b.Kind == story.ZoneBody || b.Kind == story.ZoneList {
			return true
		}
	}
	return false
}

// clue is the day that an agency's time is of: the day it is written with, wherever it is read.
func clue(s string, source story.DateSource, label string) []story.DateClue {
	t := s
	if len(t) > 8 && t[8] == 'T' {
		t = t[:8] // "20250312T080000Z"
	}
	day, clock, ok := document.ISODay(t)
	if !ok {
		return nil
	}
	if len(s) >= 13 && len(t) == 8 {
		clock = s[9:11] + ":" + s[11:13]
	}
	return []story.DateClue{{Day: day, Clock: clock, Source: source, Words: label + s}}
}
