// Package feed reads news feeds that were saved as files: RSS, Atom and JSON Feed. Each entry is an article with its title,
// author, address and days. Nothing is fetched: where a feed holds no more than the beginning of an article, that is said.
package feed

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
	"dateline/app/document/internal/xmlwalk"
	"dateline/app/story"
)

// Format is the feed.
var Format = document.Format{Name: "feed", Label: "News feed", Exts: []string{".rss", ".atom"}, Sniff: sniff, Read: read}

// marks are what the first element of a feed is followed by near the start of the file.
var marks = []struct{ element, near string }{
	{"<rss", ""},
	{"<feed", "http://www.w3.org/2005/atom"},
	{"<rdf:rdf", "http://purl.org/rss/"},
}

func sniff(in *document.Input) document.Match {
	head := strings.ToLower(strings.TrimPrefix(string(in.Head()), "\xef\xbb\xbf"))
	if isJSON(head) {
		return document.Certain
	}
	start := firstElement(head)
	for _, m := range marks {
		if strings.HasPrefix(start, m.element) && strings.Contains(head, m.near) {
			return document.Certain
		}
	}
	return document.NoMatch
}

// isJSON sees a JSON Feed: it names its version at the start.
func isJSON(head string) bool {
	return strings.HasPrefix(strings.TrimSpace(head), "{") && strings.Contains(strings.ReplaceAll(head, `\/`, "/"), "jsonfeed.org/version")
}

// firstElement passes over declarations, also those in brackets, and comments.
func firstElement(head string) string {
	for {
		head = strings.TrimLeft(head, " \t\r\n]>")
		end := ">"
		switch {
		case strings.HasPrefix(head, "<!--"):
			end = "-->"
		case strings.HasPrefix(head, "<?"), strings.HasPrefix(head, "<!"):
		default:
			return head
		}
		_, rest, ok := strings.Cut(head, end)
		if !ok {
			return ""
		}
		head = rest
	}
}

// maxEntries bounds the articles of one feed.
const maxEntries = 20_000

func read(ctx context.Context, in *document.Input) ([]story.Document, error) {
	src, err := in.Text()
	if err != nil {
		return nil, err
	}
	var entries []entry
	var of source
	if isJSON(strings.ToLower(src[:min(len(src), len(in.Head()))])) {
		entries, of, err = fromJSON(src)
	} else {
		v := visitor{}
		err = xmlwalk.Walk(strings.NewReader(withoutEncoding(src)), xmlwalk.Loose, &v)
		v.end()
		entries, of = v.entries, v.of
	}
	docs, err := articles(ctx, in, entries, err)
	for i := range docs {
		of.into(&docs[i])
	}
	if len(docs) == 0 && err == nil {
		return nil, fmt.Errorf("the feed has no entries: %w", document.ErrNoText)
	}
	return docs, err
}

// withoutEncoding takes off the declaration: the text has been decoded.
func withoutEncoding(src string) string {
	if rest := strings.TrimSpace(src); strings.HasPrefix(rest, "<?xml") {
		if _, after, ok := strings.Cut(rest, "?>"); ok {
			return after
		}
	}
	return src
}

// articles makes articles of the entries. What came before the feed broke off is kept, and its end is a fault.
func articles(ctx context.Context, in *document.Input, entries []entry, fault error) ([]story.Document, error) {
	var docs []story.Document
	name := path.Base(strings.ReplaceAll(in.Name, `\`, "/"))
	if len(entries) > maxEntries {
		entries, fault = entries[:maxEntries], errors.Join(fault, fmt.Errorf("all entries after %d: %w", maxEntries, document.ErrTooLarge))
	}
	for i := range entries {
		if ctx.Err() != nil {
			return docs, errors.Join(fault, ctx.Err())
		}
		d := entries[i].article()
		if d.File = fmt.Sprintf("%s #%d", name, i+1); len(entries) == 1 {
			d.File = "" // the entry is the file
		}
		docs = append(docs, d)
	}
	return docs, fault
}

// text is a text of an entry, and whether it is HTML.
type text struct {
	s    string
	html bool
}

// entry is one entry of a feed.
type entry struct {
	title, content, summary text
	author, link            string
	publisher, section      string
	published, updated      string
}

// source is what a feed says of itself.
type source struct{ title, language string }

// into gives an article what its feed says, where its entry says nothing.
func (s source) into(d *story.Document) {
	if d.Publisher == "" {
		d.Publisher = s.title
	}
	d.Declared = document.LanguageTag(s.language)
}

// whole is how many words an article has at least: with fewer an entry holds the beginning of one.
const whole = 80

func (e *entry) article() story.Document {
	d := story.Document{Byline: e.author, Publisher: e.publisher, Section: e.section, URL: e.link, Title: strings.ReplaceAll(join(e.title.blocks()), "\n", " ")}
	body := e.content.blocks()
	if e.summary.s != "" && words(body) < words(e.summary.blocks()) {
		body = e.summary.blocks()
	}
	for i := range body {
		if body[i].Level == 1 {
			body[i].Level = 2 // the headline is the entry's title
		}
	}
	few := words(body) < whole
	if len(body) == 0 && d.Title != "" {
		body = []extract.Block{{Text: d.Title, Level: 1}}
	}
	body, d.Title = extract.Headed(body, d.Title)
	extract.Compose(&d, body)
	d.Dates = append(clues(e), d.Dates...)
	if few {
		d.Notes = append(d.Notes, "the feed may hold only the beginning of this article; open its page for the rest")
	}
	return d
}

// clues are the days that an entry gives.
func clues(e *entry) []story.DateClue {
	var out []story.DateClue
	if day, clock, ok := document.ISODay(e.published); ok {
		out = append(out, story.DateClue{Day: day, Clock: clock, Source: story.SourceMeta, Words: "published: " + e.published})
	}
	if day, clock, ok := document.ISODay(e.updated); ok {
		out = append(out, story.DateClue{Day: day, Clock: clock, Source: story.SourceUpdated, Words: "updated: " + e.updated})
	}
	return out
}

// blocks are the paragraphs of a text.
func (t text) blocks() []extract.Block {
	s := strings.ReplaceAll(strings.ToValidUTF8(t.s, "\ufffd"), "\x00", "")
	if t.html {
		return extract.Default.All(extract.Parse(s))
	}
	var out []extract.Block
	for _, para := range strings.Split(document.Clean(s), "\n\n") {
		if para = extract.Squeeze(para); para != "" {
			out = append(out, extract.Block{Text: para})
		}
	}
	return out
}

func join(blocks []extract.Block) string {
	parts := make([]string, len(blocks))
	for i, b := range blocks {
		parts[i] = b.Text
	}
	return strings.Join(parts, " ")
}

func words(blocks []extract.Block) int {
	n := 0
	for _, b := range blocks {
		n += len(strings.Fields(b.Text))
	}
	return n
}

// isAddress reports an address of the web: feeds also write names there.
func isAddress(s string) bool {
	return slices.ContainsFunc([]string{"http://", "https://"}, func(p string) bool { return strings.HasPrefix(s, p) })
}
