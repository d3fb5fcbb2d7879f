package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/app/story"
)

var csvHeader = []string{"type", "from", "to", "precision", "basis", "place", "place_type", "country", "lat", "lon", "place_use",
	"what", "status", "who", "speaker", "quote", "sentence", "article", "published", "publisher", "url", "event", "p", "attribution"}

// CSV writes the events and quotes of v as a table (RFC 4180, UTF-8), a row each. Cells that a spreadsheet would take
// for a formula begin with an apostrophe.
func CSV(w io.Writer, s *story.Story, v story.View, o Options) error {
	o.applyDefaults(s)
	c := csv.NewWriter(w)
	if err := c.Write(csvHeader); err != nil {
		return err
	}
	write := func(f feature) error {
		p := &f.Properties
		lat, lon := "", ""
		if f.Geometry != nil {
			lat, lon = number(f.Geometry.Coordinates[1]), number(f.Geometry.Coordinates[0])
		}
		what := ""
		if p.Type == "event" {
			what, _, _ = strings.Cut(p.Title, ", "+p.Place)
		}
		return c.Write([]string{p.Type, deref(p.Start), deref(p.End), p.Precision, p.Basis, cell(p.Place), p.PlaceType, p.Country, lat, lon, p.PlaceUse,
			cell(what), p.Status, cell(strings.Join(p.Who, "; ")), cell(p.Speaker), cell(p.Quote), cell(p.Sentence), cell(p.Article), deref(p.Published),
			cell(p.Publisher), cell(p.URL), p.Event, fmt.Sprintf("%.3f", p.P), o.Attribution})
	}
	for _, i := range v.Events {
		if err := write(eventFeature(s, &s.Events[i])); err != nil {
			return err
		}
	}
	for _, i := range v.Quotes {
		if err := write(quoteFeature(s, &s.Quotes[i])); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// cell makes sure that a spreadsheet shows text as text.
func cell(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}
