package feed

import (
	"encoding/json"
	"fmt"
	"strings"

	"dateline/app/document"
)

// item is an entry of a JSON Feed.
type item struct {
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	ExternalURL string   `json:"external_url"`
	HTML        string   `json:"content_html"`
	Text        string   `json:"content_text"`
	Summary     string   `json:"summary"`
	Published   string   `json:"date_published"`
	Modified    string   `json:"date_modified"`
	Author      author   `json:"author"`
	Authors     []author `json:"authors"`
}

type author struct {
	Name string `json:"name"`
}

// fromJSON reads the entries one by one, so that a feed that is cut short gives those before.
func fromJSON(src string) ([]entry, error) {
	d := json.NewDecoder(strings.NewReader(src))
	damaged := func(err error) error { return fmt.Errorf("%w (%s)", document.ErrDamaged, err) }
	var out []entry
	if _, err := d.Token(); err != nil {
		return nil, damaged(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return out, damaged(err)
		}
		if key != "items" {
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				return out, damaged(err)
			}
			continue
		}
		if t, err := d.Token(); err != nil || t != json.Delim('[') {
			return out, fmt.Errorf("its items are no list: %w", document.ErrDamaged)
		}
		for d.More() {
			var it item
			if err := d.Decode(&it); err != nil {
				return out, damaged(err)
			}
			if e := it.entry(); len(out) <= maxEntries && (e.title.s != "" || e.content.s != "" || e.summary.s != "") {
				out = append(out, e)
			}
		}
		if _, err := d.Token(); err != nil {
			return out, damaged(err)
		}
	}
	return out, nil
}

func (it *item) entry() entry {
	e := entry{title: text{it.Title, false}, summary: text{it.Summary, false}, published: it.Published, updated: it.Modified, author: it.Author.Name}
	e.content = text{it.HTML, true}
	if it.HTML == "" {
		e.content = text{it.Text, false}
	}
	for _, u := range []string{it.URL, it.ExternalURL} {
		if e.link == "" && isAddress(u) {
			e.link = u
		}
	}
	if e.author == "" && len(it.Authors) > 0 {
		e.author = it.Authors[0].Name
	}
	return e
}
