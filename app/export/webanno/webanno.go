// Package webanno writes what was found in the articles of a story as W3C Web Annotations: one for each name of a place,
// expression of time and direct quote, with its position and its words. Positions are Unicode code points of the article's
// text as this program reads it.
package webanno

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/app/export"
	"dateline/app/story"
)

// Format is a page of annotations (AnnotationPage).
var Format = export.Format{Name: "webanno", Label: "Web Annotation", Exts: []string{".jsonld"}, Write: write}

type page struct {
	Context   string       `json:"@context"`
	Type      string       `json:"type"`
	ID        string       `json:"id"`
	Label     string       `json:"label"`
	Rights    string       `json:"rights"`
	Generator agent        `json:"generator"`
	Items     []annotation `json:"items"`
}

type agent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []body `json:"body"`
	Target     target `json:"target"`
}

type body struct {
	Type    string `json:"type"`
	Value   string `json:"value,omitempty"`
	Source  string `json:"source,omitempty"`
	Purpose string `json:"purpose"`
	Format  string `json:"format,omitempty"`
}

type target struct {
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
}

type selector struct {
	Type   string `json:"type"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	p := page{Context: "http://www.w3.org/ns/anno.jsonld", Type: "AnnotationPage", ID: "urn:dateline:page", Label: export.Clean(c.Title), Rights: c.Attribution,
		Generator: agent{"Software", c.Generator}, Items: []annotation{}}
	for doc, a := range c.Story.Articles {
		if err := ctx.Err(); err != nil {
			return err
		}
		one := annotator{a: a, source: a.URL}
		if one.source == "" {
			one.source = "urn:dateline:" + a.ID
		}
		one.places()
		one.times()
		for i := range c.Story.Quotes {
			if q := &c.Story.Quotes[i]; q.Doc == doc && q.Kind == story.QuoteDirect && !q.Scare {
				one.add("q", q.Span, "commenting", []body{text("quote", "classifying"), text(export.Speaker(c.Story, q.Speaker), "describing")})
			}
		}
		p.Items = append(p.Items, one.items...)
	}
	if len(p.Items) == 0 {
		p.Label = strings.TrimSpace(p.Label + " (no place, time or quote was found in the articles)")
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(p)
}

// annotator gathers the annotations of one article.
type annotator struct {
	a      *story.Article
	source string
	items  []annotation
}

func text(value, purpose string) body {
	return body{Type: "TextualBody", Value: export.Clean(value), Purpose: purpose, Format: "text/plain"}
}

func (n *annotator) places() {
	for i := range n.a.Toponyms {
		t := &n.a.Toponyms[i]
		bodies := []body{text("place", "classifying"), text(t.Use.String(), "tagging")}
		if t.Placed {
			if id, ok := t.Place.ID.GeoNames(); ok {
				bodies = append(bodies, body{Type: "SpecificResource", Source: fmt.Sprintf("https://sws.geonames.org/%d/", id), Purpose: "identifying"})
			}
			bodies = append(bodies, text(t.Place.Name, "identifying"))
		}
		n.add("p", t.Span, "identifying", bodies)
	}
}

func (n *annotator) times() {
	for i := range n.a.Timexes {
		t := &n.a.Timexes[i]
		n.add("t", t.Span, "classifying", []body{text("time", "classifying"), text(t.Value, "tagging"), text(export.English.When(t.Moment), "describing")})
	}
}

func (n *annotator) add(kind string, s story.Span, motivation string, bodies []body) {
	start := utf8.RuneCountInString(n.a.Text[:s.Start])
	end := start + utf8.RuneCountInString(s.In(n.a.Text))
	kept := bodies[:0]
	for _, b := range bodies {
		if b.Value != "" || b.Source != "" {
			kept = append(kept, b)
		}
	}
	n.items = append(n.items, annotation{ID: fmt.Sprintf("urn:dateline:%s:%s%d-%d", n.a.ID, kind, start, end), Type: "Annotation", Motivation: motivation, Body: kept,
		Target: target{n.source, []selector{{Type: "TextPositionSelector", Start: &start, End: &end},
			{Type: "TextQuoteSelector", Exact: s.In(n.a.Text), Prefix: around(n.a.Text[:s.Start], true), Suffix: around(n.a.Text[s.End:], false)}}}})
}

// around is up to 32 letters before or after a stretch, so that it is found again in a changed page.
func around(s string, before bool) string {
	const most = 32
	at, n := 0, 0
	if before {
		for at = len(s); at > 0 && n < most; n++ {
			_, size := utf8.DecodeLastRuneInString(s[:at])
			at -= size
		}
		return s[at:]
	}
	for at < len(s) && n < most {
		_, size := utf8.DecodeRuneInString(s[at:])
		at, n = at+size, n+1
	}
	return s[:at]
}
