// Package gpx writes the places of a story as waypoints (GPX 1.1) for navigation programs. A day without a clock is put into
// words and not into a time, which would shift with the zone.
package gpx

import (
	"context"
	"encoding/xml"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
)

// Format is GPX.
var Format = export.Format{Name: "gpx", Label: "GPX", Exts: []string{".gpx"}, Write: write}

type root struct {
	XMLName  xml.Name   `xml:"http://www.topografix.com/GPX/1/1 gpx"`
	Version  string     `xml:"version,attr"`
	Creator  string     `xml:"creator,attr"`
	Metadata metadata   `xml:"metadata"`
	Points   []waypoint `xml:"wpt"`
}

type metadata struct {
	Name string `xml:"name"`
	Desc string `xml:"desc"`
}

type waypoint struct {
	Lat  float64 `xml:"lat,attr"`
	Lon  float64 `xml:"lon,attr"`
	Name string  `xml:"name"`
	Desc string  `xml:"desc"`
	Src  string  `xml:"src,omitempty"`
	Link *link   `xml:"link,omitempty"`
	Type string  `xml:"type"`
}

type link struct {
	Href string `xml:"href,attr"`
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	g := root{Version: "1.1", Creator: export.Clean(c.Generator), Metadata: metadata{export.Clean(c.Title), export.Clean("Days: " + export.English.Span(c.View) + ". " + c.Attribution)}}
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Where == nil {
			continue
		}
		p := waypoint{Lat: r.At[1], Lon: r.At[0], Name: export.Clean(r.Where.Place.Name), Type: r.Kind.String(),
			Src: export.Clean(strings.TrimSpace(r.Article + " " + r.Published)), Desc: export.Clean(export.English.When(r.When) + ": " + r.Sentence)}
		if strings.HasPrefix(r.URL, "http") {
			p.Link = &link{export.Clean(r.URL)}
		}
		g.Points = append(g.Points, p)
	}
	if len(g.Points) == 0 {
		g.Metadata.Desc += " Nothing with a place is visible."
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(g); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
