package document

import (
	"strings"

	"dateline/app/story"
)

// isHTML decides by the start of the content, and by the name only where that holds tags.
func isHTML(s, name string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 1024)]))
	for strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml") {
		i := strings.IndexByte(head, '>')
		if i < 0 {
			break
		}
		head = strings.TrimSpace(head[i+1:])
	}
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<main", "<section"} {
		if strings.HasPrefix(head, p) {
			return true
		}
	}
	switch extension(name) {
	case "html", "htm", "xhtml", "shtml":
		return strings.Contains(s, "</") || strings.Contains(s, "/>")
	}
	return false
}

// readHTML finds the article in a page.
func readHTML(src string) story.Document {
	p := parsePage(src)
	m := metaOf(p)
	blocks, headline := extract(p, m)
	if len(m.body) > 200 && bytesOf(blocks)*2 < len(m.body) {
		blocks = bodyBlocks(m.body)
	}
	d := story.Document{Title: first(headline, m.title, cutSite(p.title)), Byline: m.byline, URL: m.url, Dates: m.dates}
	w := writer{}
	if !hasHeadline(blocks) && d.Title != "" && len(blocks) > 0 {
		w.block(block{text: d.Title, kind: story.ZoneHeadline})
	}
	for _, b := range blocks {
		if b.kind == story.ZoneByline && d.Byline == "" {
			d.Byline = trimBy(b.text)
		}
		span := w.block(b)
		if b.when != "" {
			if day, clock, ok := isoDay(b.when); ok {
				d.Dates = append(d.Dates, story.DateClue{Day: day, Clock: clock, Source: story.SourceTime, Words: b.text, Span: span})
			}
		}
	}
	d.Text, d.Zones = w.out.String(), w.zones
	return d
}

// bodyBlocks are the paragraphs of an articleBody.
func bodyBlocks(s string) []block {
	var out []block
	for _, para := range strings.Split(s, "\n") {
		if para = squeeze(para); para != "" {
			out = append(out, block{text: para, inside: true})
		}
	}
	return out
}

func bytesOf(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.text)
	}
	return n
}

func hasHeadline(blocks []block) bool {
	for _, b := range blocks {
		if b.kind == story.ZoneHeadline {
			return true
		}
	}
	return false
}

// cutSite takes the name of the site off a page's title: "Troops leave Sudzha | The Daily".
func cutSite(s string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: ", " » "} {
		if i := strings.LastIndex(s, sep); i > 0 && len(strings.Fields(s[:i])) >= 3 {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

func trimBy(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		return strings.TrimSpace(s[3:])
	}
	return s
}

// writer puts blocks one under the other and notes their zones.
type writer struct {
	out   strings.Builder
	zones []story.Zone
	last  story.ZoneKind
}

// block writes one block and gives its span. Blocks stand apart by an empty line, the items of one list by a line end.
func (w *writer) block(b block) story.Span {
	if w.out.Len() > 0 {
		if b.kind == story.ZoneList && w.last == story.ZoneList && !b.loose {
			w.out.WriteString("\n")
		} else {
			w.out.WriteString("\n\n")
		}
	}
	w.last = b.kind
	start := w.out.Len()
	w.out.WriteString(b.text)
	span := story.Span{Start: start, End: w.out.Len()}
	if b.kind != story.ZoneBody {
		w.zones = append(w.zones, story.Zone{Span: span, Kind: b.kind})
	}
	return span
}
