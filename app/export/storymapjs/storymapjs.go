// Package storymapjs writes a story for StoryMapJS: an overview, then a slide for each event that has a place. Events without
// a place are counted on the overview.
package storymapjs

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
)

// Format is StoryMapJS's JSON. Its ending is that of TimelineJS, which comes first: ask for it by name.
var Format = export.Format{Name: "storymapjs", Label: "StoryMapJS", Exts: []string{".json"}, Write: write}

type root struct {
	Width       int      `json:"width"`
	Height      int      `json:"height"`
	CalculateZ  bool     `json:"calculate_zoom"`
	FontCSS     string   `json:"font_css"`
	StoryMapDoc storymap `json:"storymap"`
}

type storymap struct {
	Language    string  `json:"language"`
	MapType     string  `json:"map_type"`
	MapAsImage  bool    `json:"map_as_image"`
	Attribution string  `json:"attribution"`
	Slides      []slide `json:"slides"`
}

type slide struct {
	Type     string    `json:"type,omitempty"`
	Date     string    `json:"date,omitempty"`
	Location *location `json:"location,omitempty"`
	Text     text      `json:"text"`
	Media    *media    `json:"media,omitempty"`
	ID       string    `json:"uniqueid"`
}

type location struct {
	Name string  `json:"name"`
	Lat  float64 `json:"lat"`
	Lon  float64 `json:"lon"`
	Zoom int     `json:"zoom"`
	Line bool    `json:"line"`
}

type text struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type media struct {
	URL     string `json:"url"`
	Caption string `json:"caption"`
	Credit  string `json:"credit"`
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	var slides []slide
	unplaced, n := 0, 0
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Kind != rows.Event {
			continue
		}
		if r.Where == nil {
			unplaced++
			continue
		}
		n++
		s := slide{Date: escape(export.English.When(r.When)), ID: fmt.Sprintf("%s-%d", r.ID, n), Text: text{escape(r.What), paragraphs(r.Sentence,
			strings.TrimSpace(r.Article+" "+r.Published), export.English.HowKnown(r.When))},
			Location: &location{export.Clean(r.Where.Place.Name), r.At[1], r.At[0], zoom(r.Where.Place.Kind.Area()), true}}
		if r.Quote != "" {
			s.Media = &media{"<blockquote>" + escape(r.Quote) + "</blockquote>", "", escape(r.Speaker)}
		}
		slides = append(slides, s)
	}
	about := []string{export.English.Span(c.View), export.English.FilterInWords(c.Story, c.View.Filter)}
	if unplaced > 0 {
		about = append(about, "not shown, without a place: "+export.English.Count(unplaced, "event", "events"))
	}
	if n == 0 {
		about = append(about, "no event with a place is visible")
	}
	for _, s := range export.English.Sources(c.Story) {
		about = append(about, strings.TrimSpace(s.Title+" "+s.Publisher+", "+s.Day()))
	}
	overview := slide{Type: "overview", ID: "overview", Text: text{escape(c.Title), paragraphs(append(about, c.Attribution, "Made with "+c.Generator)...)}}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(root{Width: 1280, Height: 720, CalculateZ: true, FontCSS: "stock:default", StoryMapDoc: storymap{Language: "en", MapType: "osm:standard",
		Attribution: export.Clean(c.Attribution), Slides: append([]slide{overview}, slides...)}})
}

func zoom(area bool) int {
	if area {
		return 6
	}
	return 10
}

func escape(s string) string { return html.EscapeString(export.Clean(s)) }

func paragraphs(list ...string) string {
	var out strings.Builder
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out.WriteString("<p>" + escape(s) + "</p>")
		}
	}
	return out.String()
}
