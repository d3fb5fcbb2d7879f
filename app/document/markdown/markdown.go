// Package markdown reads Markdown (CommonMark by goldmark, with tables and struck-out text) as what a person would see:
// marks of emphasis, links and headings are gone, lines of one paragraph are joined, and headings, items and captions are
// zones. HTML in it is read like a web page's. Front matter gives title, author, address and days.
//
// Text is never dropped: where CommonMark hides words that an article means to show, this package shows them. Such are
// "[Reporter]: Yes." (a link's address to CommonMark), "2025. A new year" (the 2025th item of a list), <Name> (a tag),
// the cells that a row of a table has too many, and what stands after a tag that is never closed.
package markdown

import (
	"context"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/story"
)

// Format is Markdown. Only the name of a file tells it from plain text.
var Format = document.Format{Name: "markdown", Label: "Markdown", Exts: exts, Sniff: sniff, Read: read}

var exts = []string{".md", ".markdown", ".mdown", ".mkd"}

func sniff(in *document.Input) document.Match {
	if slices.Contains(exts, in.Ext()) {
		return document.Named
	}
	return document.NoMatch
}

func read(_ context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	var d story.Document
	src = frontMatter(document.Clean(src), &d)
	page, tamed, err := toHTML([]byte(src))
	if err != nil {
		return nil, err
	}
	if tamed {
		in.Note("a paragraph has so many Markdown signs that some of them are shown as they stand")
	}
	p := extract.Parse(page)
	if p.Left != "" {
		in.Note(p.Left)
	}
	var blocks []extract.Block
	blocks, d.Title = extract.Headed(extract.Default.All(p), d.Title)
	extract.Compose(&d, blocks)
	in.Letters(&d)
	return []story.Document{d}, nil
}

const frontBytes = 16 << 10 // longer front matter is none

// frontMatter reads "key: value" lines (YAML) or "key = value" lines (TOML) before the text; only flat values. What is
// not surely front matter stays text.
func frontMatter(src string, d *story.Document) (rest string) {
	if !strings.HasPrefix(src, "---\n") && !strings.HasPrefix(src, "+++\n") {
		return src
	}
	fence, body := src[:3], src[3:] // body begins with the line end
	end := strings.Index(body, "\n"+fence+"\n")
	if end < 0 && strings.HasSuffix(body, "\n"+fence) {
		end = len(body) - len(fence) - 1
	}
	if end < 0 || end > frontBytes {
		return src
	}
	lines := strings.Split(body[:end], "\n")
	if !isFront(lines) {
		return src
	}
	for _, line := range lines {
		if key, val, ok := pair(line); ok {
			front(d, key, val)
		}
	}
	return strings.TrimPrefix(body[end+1+len(fence):], "\n")
}

// isFront tells front matter from text between two lines across: all of it is pairs, and some key is known.
func isFront(lines []string) bool {
	known := false
	for _, line := range lines {
		key, _, ok := pair(line)
		switch {
		case ok:
			known = known || frontKeys[key] != 0
		case strings.TrimSpace(line) != "" && !strings.ContainsAny(line[:1], " \t-#[]{}"):
			return false
		}
	}
	return known
}

// pair splits "key: value". Lines that go on with a value above are none.
func pair(line string) (key, val string, ok bool) {
	i := strings.IndexAny(line, ":=")
	if i <= 0 || strings.ContainsAny(line[:1], " \t-#[]{}") {
		return "", "", false
	}
	key = strings.ToLower(strings.TrimSpace(line[:i]))
	if strings.Count(key, " ") > 1 {
		return "", "", false
	}
	return key, strings.Trim(strings.TrimSpace(line[i+1:]), `"'`), true
}

type frontKind uint8

const (
	frontTitle frontKind = iota + 1
	frontAuthor
	frontURL
	frontDate
	frontUpdated
	frontSubtitle
	frontPublisher
	frontSection
	frontLanguage
	frontOther // known, and nothing that a Document holds
)

// frontKeys are the keys that makers of pages use.
var frontKeys = map[string]frontKind{
	"title": frontTitle, "headline": frontTitle,
	"author": frontAuthor, "byline": frontAuthor, "by": frontAuthor, "authors": frontAuthor,
	"url": frontURL, "link": frontURL, "source": frontURL, "canonical": frontURL, "canonical_url": frontURL,
	"date": frontDate, "published": frontDate, "pubdate": frontDate, "publishdate": frontDate, "date_published": frontDate,
	"updated": frontUpdated, "lastmod": frontUpdated, "modified": frontUpdated,
	"subtitle": frontSubtitle, "publisher": frontPublisher, "section": frontSection, "category": frontSection,
	"lang": frontLanguage, "language": frontLanguage,
	"tags": frontOther, "categories": frontOther, "layout": frontOther, "draft": frontOther, "slug": frontOther,
	"description": frontOther, "summary": frontOther,
}

// front keeps one pair of the front matter; the first of a kind counts.
func front(d *story.Document, key, val string) {
	source := story.SourceMeta
	switch frontKeys[key] {
	case frontTitle:
		if d.Title == "" {
			d.Title = extract.Squeeze(val)
		}
	case frontAuthor:
		if d.Byline == "" {
			d.Byline = strings.Trim(val, "[]")
		}
	case frontSubtitle:
		keep(&d.Subtitle, val)
	case frontPublisher:
		keep(&d.Publisher, val)
	case frontSection:
		keep(&d.Section, strings.Trim(val, "[]"))
	case frontLanguage:
		keep(&d.Declared, document.LanguageTag(val))
	case frontURL:
		if d.URL == "" && (strings.HasPrefix(val, "http://") || strings.HasPrefix(val, "https://")) {
			d.URL = val
		}
	case frontUpdated:
		source = story.SourceUpdated
		fallthrough
	case frontDate:
		if day, clock, ok := document.ISODay(val); ok {
			d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: source, Words: key + ": " + val})
		}
	}
}

func keep(to *string, val string) {
	if *to == "" {
		*to = extract.Squeeze(val)
	}
}
