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
	Tags        []string `json:"tags"`
	Author      author   `json:"author"`
	Authors     []author `json:"authors"`
}

type author struct {
	Name string `json:"name"`
}

// fromJSON reads the entries one by one, so that a feed that is cut short gives those before.
func fromJSON(src string) (out []entry, of source, err error) {
	d := json.NewDecoder(strings.NewReader(src))
	damaged := func(err error) error { return fmt.Errorf("%w (%s)", document.ErrDamaged, err) }
	if _, err := d.Token(); err != nil {
		return nil, of, damaged(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return out, of, damaged(err)
		}
		if key != "items" {
			var other json.RawMessage
			if err := d.Decode(&other); err != nil {
				return out, of, damaged(err)
			}
			if to := map[json.Token]*string{"title": &of.title, "language": &of.language}[key]; to != nil {
				_ = json.Unmarshal(other, to) // what is no text says nothing
			}
			continue
		}
		if t, err := d.Token(); err != nil || t != json.Delim('[') {
			return out, of, fmt.Errorf("its items are no list: %w", document.ErrDamaged)
		}
		for d.More() {
			var it item
			if err := d.Decode(&it); err != nil {
				return out, of, damaged(err)
			}
			if e := it.entry(); len(out) <= maxEntries && (e.title.s != "" || e.content.s != "" || e.summary.s != "") {
				out = append(out, e)
			}
		}
		if _, err := d.Token(); err != nil {
			return out, of, damaged(err)
		}
	}
	return out, of, nil
}

func (it *item) entry() entry {
	e := entry{title: text{it.Title, false}, summary: text{it.Summary, false}, published: it.Published, updated: it.Modified, author: it.Author.Name}
	if len(it.Tags) > 0 {
		e.section = it.Tags[0]
	}
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
