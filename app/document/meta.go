package document

import (
	"encoding/json"
	"net/url"
	"strings"

	"dateline/app/story"
	"golang.org/x/net/html"
)

// meta is what a page says of itself, outside the article.
type meta struct {
	title  string
	byline string
	url    string
	body   string // articleBody of JSON-LD, for pages that are drawn by a script
	dates  []story.DateClue
}

var publishedKeys = words(`article:published_time og:article:published_time article:published og:published_time date
	dc.date dc.date.issued dc.date.created dcterms.created dcterms.issued dcterms.date pubdate publishdate publish_date
	publish-date publication_date published_at parsely-pub-date sailthru.date cxenseparse:recs:publishtime datepublished
	citation_publication_date originalpublicationdate article.published bt:pubdate creationdatetime`)

var updatedKeys = words(`article:modified_time og:updated_time lastmod last-modified dcterms.modified datemodified
	dc.date.modified revised article.updated`)

// metaOf reads <meta>, <link>, JSON-LD and microdata.
func metaOf(p *page) meta {
	var m meta
	var ogTitle, author string
	for _, s := range p.scripts {
		m.jsonLD(s)
	}
	walk(p.root, func(n *node) bool {
		switch n.tag {
		case "meta":
			key := strings.ToLower(first(n.attr("property"), n.attr("name"), n.attr("itemprop"), n.attr("http-equiv")))
			val := squeeze(n.attr("content"))
			switch {
			case val == "":
			case publishedKeys[key]:
				m.date(val, key, story.SourceMeta)
			case updatedKeys[key]:
				m.date(val, key, story.SourceUpdated)
			case key == "og:title" || (key == "twitter:title" && ogTitle == ""):
				ogTitle = val
			case (key == "author" || key == "article:author" || key == "parsely-author" || key == "dc.creator") && author == "" && !strings.Contains(val, "://"):
				author = val
			case key == "og:url" && m.url == "":
				m.setURL(val)
			}
		case "link":
			if strings.EqualFold(n.attr("rel"), "canonical") {
				m.setURL(n.attr("href"))
			}
		case "base":
			if m.url == "" {
				m.setURL(n.attr("href"))
			}
		default:
			switch strings.ToLower(n.attr("itemprop")) {
			case "datepublished":
				m.date(first(n.attr("content"), n.attr("datetime")), "datePublished", story.SourceMeta)
			case "datemodified":
				m.date(first(n.attr("content"), n.attr("datetime")), "dateModified", story.SourceUpdated)
			}
		}
		return true
	})
	if m.url == "" {
		m.setURL(p.saved)
	}
	m.title = first(m.title, ogTitle)
	m.byline = first(m.byline, author)
	return m
}

func (m *meta) setURL(s string) {
	s = strings.TrimSpace(s)
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		m.url = s
	}
}

// date adds a clue unless the same day is known from the same source.
func (m *meta) date(val, key string, src story.DateSource) {
	day, clock, ok := isoDay(val)
	if !ok {
		return
	}
	for _, have := range m.dates {
		if have.Source == src && have.Day == day {
			return
		}
	}
	m.dates = append(m.dates, story.DateClue{Day: day, Clock: clock, Source: src, Words: key + ": " + val})
}

var articleTypes = words(`article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle
	backgroundnewsarticle reviewnewsarticle blogposting liveblogposting report socialmediaposting techarticle
	scholarlyarticle advertisercontentarticle webpage`)

// jsonLD reads the first article of one script. A script that is no JSON is searched for its date alone.
func (m *meta) jsonLD(src string) {
	src = strings.TrimSpace(src)
	src = strings.TrimSuffix(strings.TrimPrefix(src, "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		const key = `"datePublished"`
		if i := strings.Index(src, key); i >= 0 {
			rest := strings.TrimLeft(src[i+len(key):], " :\n\t\r\"")
			if j := strings.IndexByte(rest, '"'); j > 0 && j < 60 {
				m.date(rest[:j], "datePublished", story.SourceJSONLD)
			}
		}
		return
	}
	var best map[string]any
	rank := 0
	var find func(v any, depth int)
	find = func(v any, depth int) {
		if depth > 12 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				find(x, depth+1)
			}
		case map[string]any:
			if r := articleRank(v); r > rank {
				best, rank = v, r
			}
			for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"} {
				find(v[k], depth+1)
			}
		}
	}
	find(v, 0)
	if best == nil {
		return
	}
	if s, ok := best["datePublished"].(string); ok {
		m.date(s, "datePublished", story.SourceJSONLD)
	} else if s, ok := best["dateCreated"].(string); ok {
		m.date(s, "dateCreated", story.SourceJSONLD)
	}
	if s, ok := best["dateModified"].(string); ok {
		m.date(s, "dateModified", story.SourceUpdated)
	}
	if s, ok := best["headline"].(string); ok && m.title == "" {
		m.title = squeeze(html.UnescapeString(s))
	}
	if s, ok := best["articleBody"].(string); ok && m.body == "" {
		m.body = plain(html.UnescapeString(s))
	}
	if s := authors(best["author"], 0); s != "" && m.byline == "" {
		m.byline = s
	}
	if s, ok := best["url"].(string); ok && m.url == "" {
		m.setURL(s)
	}
}

// articleRank is 0 for what is no article, 1 for a page, 2 for an article, 3 with a date.
func articleRank(v map[string]any) int {
	rank := 0
	kind := func(s any) {
		t, _ := s.(string)
		t = strings.ToLower(t[strings.LastIndexByte(t, '/')+1:])
		if articleTypes[t] {
			rank = max(rank, 2)
			if t == "webpage" {
				rank = 1
			}
		}
	}
	switch t := v["@type"].(type) {
	case string:
		kind(t)
	case []any:
		for _, x := range t {
			kind(x)
		}
	}
	if rank == 2 && v["datePublished"] != nil {
		rank = 3
	}
	return rank
}

func authors(v any, depth int) string {
	switch v := v.(type) {
	case string:
		if !strings.Contains(v, "://") {
			return squeeze(html.UnescapeString(v))
		}
	case map[string]any:
		if depth < 3 {
			return authors(v["name"], depth+1)
		}
	case []any:
		var names []string
		for _, x := range v {
			if s := authors(x, depth+1); s != "" && len(names) < 8 && depth < 3 {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// walk visits every element below n in document order; f says whether to go into it. Depth is bounded by the builder.
func walk(n *node, f func(*node) bool) {
	for _, k := range n.kids {
		if k.tag != "" && f(k) {
			walk(k, f)
		}
	}
}
