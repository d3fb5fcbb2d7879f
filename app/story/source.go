package story

import (
	"net/url"
	"slices"
	"strings"
)

// Host is the host of the article's address without "www."; "" without an address.
func (d *Document) Host() string {
	u, err := url.Parse(d.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// PublishedBy is who published it: by the name that the file gives, else by the host of its address; "" if neither is
// known.
func (d *Document) PublishedBy() string {
	if d.Publisher != "" {
		return d.Publisher
	}
	return d.Host()
}

// Tag is the language of the article: the one its text is found to be in, more exactly where the file says the same ("en-GB"),
// else the one that the file says; "" if neither is known.
func (a *Article) Tag() string {
	if base, _, _ := strings.Cut(a.Declared, "-"); a.Language == "" || base == a.Language {
		return a.Declared
	}
	return a.Language
}

// Updated is the last day on which the article was changed, as its markup says; false if it says none.
func (d *Document) Updated() (last DateClue, ok bool) {
	for _, c := range d.Dates {
		if c.Source == SourceUpdated && (!ok || c.Day > last.Day) {
			last, ok = c, true
		}
	}
	return last, ok
}

// CopiesOf are the other articles that give the same text as article doc, in order.
func (s *Story) CopiesOf(doc int) []int {
	for _, g := range s.Copies {
		if slices.Contains(g.Articles, doc) {
			return slices.DeleteFunc(slices.Clone(g.Articles), func(i int) bool { return i == doc })
		}
	}
	return nil
}

// Author is who wrote the article, as the file or the line below the headline says, without the word "By"; "" if neither
// does.
func (a *Article) Author() string {
	by := a.Byline
	for i := 0; i < len(a.Zones) && by == ""; i++ {
		if a.Zones[i].Kind == ZoneByline {
			by = strings.Join(strings.Fields(a.Zones[i].Span.In(a.Text)), " ")
		}
	}
	if len(by) > 3 && strings.EqualFold(by[:3], "by ") {
		by = strings.TrimSpace(by[3:])
	}
	return by
}
