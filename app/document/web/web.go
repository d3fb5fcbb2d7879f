// Package web reads saved web pages: what the page says of itself (title, author, address, days) and, by package extract,
// the article in it.
package web

import (
	"context"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
)

// Format is the saved page.
var Format = document.Format{Name: "html", Label: "Web page", Exts: exts, Sniff: sniff, Read: read}

var exts = []string{".html", ".htm", ".xhtml", ".shtml"}

// pageStarts begin a whole page, partStarts what was cut out of one.
var (
	pageStarts = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title"}
	partStarts = []string{"<article", "<div", "<p>", "<p ", "<main", "<section"}
)

// headBytes is how much of a page is looked at for its first tag.
const headBytes = 1024

func sniff(in *document.Input) document.Match {
	s, err := in.Text()
	if err != nil {
		return document.NoMatch
	}
	head := firstTag(strings.ToLower(s[:min(len(s), headBytes)]))
	if startsWith(head, pageStarts) {
		return document.Certain
	}
	if slices.Contains(exts, in.Ext()) && (strings.Contains(s, "</") || strings.Contains(s, "/>")) {
		return document.Named
	}
	if startsWith(head, partStarts) {
		return document.Likely
	}
	return document.NoMatch
}

// firstTag passes over comments and the XML declaration.
func firstTag(head string) string {
	head = strings.TrimSpace(head)
	for {
		end := ""
		switch {
		case strings.HasPrefix(head, "<!--"):
			end = "-->"
		case strings.HasPrefix(head, "<?xml"):
			end = ">"
		}
		_, rest, ok := strings.Cut(head, end)
		if end == "" || !ok {
			return head
		}
		head = strings.TrimSpace(rest)
	}
}

func startsWith(s string, starts []string) bool {
	for _, p := range starts {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

const (
	bodyLeast = 200 // bytes: an articleBody in the metadata that is shorter is a summary
	bodyTimes = 2   // so many times the text that the page shows, and the page is drawn by a script: the metadata has the article
)

// read finds the article in a page.
func read(_ context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	p := extract.Parse(src)
	if p.Left != "" {
		in.Note(p.Left)
	}
	m := metaOf(p)
	seen := look(p) // before the tree is cut down to the article
	pageTitle := cutSite(p.Title)
	blocks, headline := extract.Default.Article(p, first(m.title, pageTitle))
	if len(m.body) > bodyLeast && bytesOf(blocks)*bodyTimes < len(m.body) {
		blocks = bodyBlocks(m.body)
	}
	d := story.Document{Title: first(headline, m.title, pageTitle), Subtitle: m.subtitle, Byline: m.byline, Publisher: m.publisher,
		Section: m.section, Declared: m.language, URL: m.url, Dates: m.dates}
	if !has(blocks, story.ZoneHeadline) && d.Title != "" && len(blocks) > 0 {
		blocks = append([]extract.Block{{Text: d.Title, Kind: story.ZoneHeadline}}, blocks...)
	}
	for _, b := range blocks {
		if b.Kind == story.ZoneByline && d.Byline == "" {
			d.Byline = trimBy(b.Text)
		}
	}
	extract.Compose(&d, blocks)
	d.Dates = append(d.Dates, seen.beside(d.Dates)...)
	in.Letters(&d)
	return []story.Document{d}, nil
}

// bodyBlocks are the paragraphs of an articleBody.
func bodyBlocks(s string) []extract.Block {
	var out []extract.Block
	for _, para := range strings.Split(s, "\n") {
		if para = extract.Squeeze(para); para != "" {
			out = append(out, extract.Block{Text: para})
		}
	}
	return out
}

func bytesOf(blocks []extract.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Text)
	}
	return n
}

func has(blocks []extract.Block, kind story.ZoneKind) bool {
	for _, b := range blocks {
		if b.Kind == kind {
			return true
		}
	}
	return false
}

// titleWords is how many words of a title stand before the name of the site, at least.
const titleWords = 3

// cutSite takes the name of the site off a page's title: "Troops leave Sudzha | The Daily".
func cutSite(s string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: ", " » "} {
		if i := strings.LastIndex(s, sep); i > 0 && len(strings.Fields(s[:i])) >= titleWords {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// trimBy takes the word off "By Jane Roe".
func trimBy(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		return strings.TrimSpace(s[3:])
	}
	return s
}

func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}
