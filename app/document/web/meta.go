package web

import (
	"encoding/json"
	"net/url"
	"strings"

	"dateline/app/document"
	"dateline/app/document/extract"
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

	subtitle, publisher, section, language string

	// of <meta>: used where JSON-LD has none
	ogTitle, author, site, part, tongue string

	wiki bool // the page is written on and on
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var publishedKeys = words(`article:published_time og:article:published_time article:published og:published_time date
	dc.date dc.date.issued dc.date.created dcterms.created dcterms.issued dcterms.date pubdate publishdate publish_date
	publish-date publication_date published_at parsely-pub-date sailthru.date cxenseparse:recs:publishtime datepublished
	citation_publication_date originalpublicationdate article.published bt:pubdate creationdatetime`)

var updatedKeys = words(`article:modified_time og:updated_time lastmod last-modified dcterms.modified datemodified
	dc.date.modified revised article.updated`)

// metaOf reads <meta>, <link>, JSON-LD and microdata.
func metaOf(p *extract.Page) meta {
	var m meta
	for _, s := range p.Scripts {
		m.jsonLD(s)
	}
	p.Walk(func(n *extract.Node) bool {
		switch n.Tag() {
		case "meta":
			m.tag(n)
		case "link":
			if strings.EqualFold(n.Attr("rel"), "canonical") {
				m.setURL(n.Attr("href"))
			}
		case "base":
			if m.url == "" {
				m.setURL(n.Attr("href"))
			}
		default:
			switch strings.ToLower(n.Attr("itemprop")) {
			case "datepublished":
				m.date(first(n.Attr("content"), n.Attr("datetime"), n.Attr("title")), "datePublished", story.SourceMeta)
			case "datemodified":
				m.date(first(n.Attr("content"), n.Attr("datetime")), "dateModified", story.SourceUpdated)
			}
		}
		return true
	})
	if m.url == "" {
		m.setURL(p.Saved)
	}
	m.title = first(m.title, m.ogTitle)
	m.byline = first(m.byline, m.author)
	m.publisher, m.section = first(m.publisher, m.site), first(m.section, m.part)
	m.language = document.LanguageTag(first(m.language, p.Language(), m.tongue))
	if m.wiki {
		m.dates = lastVersion(m.dates)
	}
	return m
}

// lastVersion gives the day of the text of a wiki, which is written on after it was begun: that of its last change, if the
// page says one.
func lastVersion(dates []story.DateClue) []story.DateClue {
	var out []story.DateClue
	for _, d := range dates {
		if d.Source == story.SourceUpdated {
			d.Source = story.SourceMeta
			out = append(out, d)
		}
	}
	if out == nil {
		return dates
	}
	return out
}

var (
	authorKeys  = words("author article:author parsely-author dc.creator")
	siteKeys    = words("og:site_name dc.publisher dcterms.publisher application-name cre citation_journal_title")
	sectionKeys = words("article:section og:article:section section parsely-section dc.subject.section cxenseparse:section")
	tongueKeys  = words("og:locale dc.language dcterms.language content-language language citation_language")
)

// tag reads one <meta>.
func (m *meta) tag(n *extract.Node) {
	key := strings.ToLower(first(n.Attr("property"), n.Attr("name"), n.Attr("itemprop"), n.Attr("http-equiv")))
	val := extract.Squeeze(n.Attr("content"))
	switch {
	case val == "":
	case publishedKeys[key]:
		m.date(val, key, story.SourceMeta)
	case updatedKeys[key]:
		m.date(val, key, story.SourceUpdated)
	case key == "og:title" || (key == "twitter:title" && m.ogTitle == ""):
		m.ogTitle = val
	case authorKeys[key] && m.author == "" && !strings.Contains(val, "://"):
		m.author = val
	case siteKeys[key] && (m.site == "" || key == "og:site_name"):
		m.site = val
	case sectionKeys[key] && m.part == "" && !strings.Contains(val, "://"):
		m.part = val
	case tongueKeys[key] && m.tongue == "":
		m.tongue = val
	case key == "generator":
		m.wiki = strings.Contains(strings.ToLower(val), "wiki")
	case key == "og:url" && m.url == "":
		m.setURL(val)
	}
}

func (m *meta) setURL(s string) {
	s = strings.TrimSpace(s)
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		m.url = s
	}
}

// date adds a clue unless the same day is known from the same source.
func (m *meta) date(val, key string, src story.DateSource) {
	day, clock, ok := document.ISODay(val)
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
	scholarlyarticle advertisercontentarticle webpage question qapage discussionforumposting`)

// jsonLD reads the best article of one script. A script that is no JSON is searched for its date alone.
func (m *meta) jsonLD(src string) {
	src = strings.TrimSpace(src)
	src = strings.TrimSuffix(strings.TrimPrefix(src, "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		m.brokenLD(src)
		return
	}
	var f finder
	f.find(v, 0)
	if f.best == nil {
		return
	}
	if s, ok := f.best["datePublished"].(string); ok {
		m.date(s, "datePublished", story.SourceJSONLD)
	} else if s, ok := f.best["dateCreated"].(string); ok {
		m.date(s, "dateCreated", story.SourceJSONLD)
	}
	if s, ok := f.best["dateModified"].(string); ok {
		m.date(s, "dateModified", story.SourceUpdated)
	}
	if s, ok := f.best["headline"].(string); ok && m.title == "" {
		m.title = extract.Squeeze(html.UnescapeString(s))
	}
	if s, ok := f.best["articleBody"].(string); ok && m.body == "" {
		m.body = document.Clean(html.UnescapeString(s))
	}
	if s := authors(f.best["author"], 0); s != "" && m.byline == "" {
		m.byline = s
	}
	if s, ok := f.best["url"].(string); ok && m.url == "" {
		m.setURL(s)
	}
	for key, to := range map[string]*string{"alternativeHeadline": &m.subtitle, "inLanguage": &m.language} {
		if s, ok := f.best[key].(string); ok && *to == "" {
			*to = extract.Squeeze(html.UnescapeString(s))
		}
	}
	for _, key := range []string{"publisher", "sourceOrganization"} {
		m.publisher = first(m.publisher, authors(f.best[key], 0))
	}
	m.section = first(m.section, oneOf(f.best["articleSection"]))
}

// oneOf is a text, or the first text of a list.
func oneOf(v any) string {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	s, _ := v.(string)
	return extract.Squeeze(html.UnescapeString(s))
}

// brokenLD finds the date in a script that is no JSON.
func (m *meta) brokenLD(src string) {
	const (
		key     = `"datePublished"`
		longest = 60 // bytes of a date
	)
	if i := strings.Index(src, key); i >= 0 {
		rest := strings.TrimLeft(src[i+len(key):], " :\n\t\r\"")
		if j := strings.IndexByte(rest, '"'); j > 0 && j < longest {
			m.date(rest[:j], "datePublished", story.SourceJSONLD)
		}
	}
}

// finder looks for the object that is most surely the page's article.
type finder struct {
	best map[string]any
	rank int
}

// The bounds of what is looked at in JSON-LD.
const (
	deepestLD   = 12 // levels of objects in objects
	deepestName = 3  // levels of lists and objects around an author's name
	mostAuthors = 8
)

func (f *finder) find(v any, depth int) {
	if depth > deepestLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			f.find(x, depth+1)
		}
	case map[string]any:
		if r := articleRank(v); r > f.rank {
			f.best, f.rank = v, r
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"} {
			f.find(v[k], depth+1)
		}
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

// authors words the author of an article: a name, an object with a name, or a list of either.
func authors(v any, depth int) string {
	switch v := v.(type) {
	case string:
		if !strings.Contains(v, "://") {
			return extract.Squeeze(html.UnescapeString(v))
		}
	case map[string]any:
		if depth < deepestName {
			return authors(v["name"], depth+1)
		}
	case []any:
		var names []string
		for _, x := range v {
			if s := authors(x, depth+1); s != "" && len(names) < mostAuthors && depth < deepestName {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
