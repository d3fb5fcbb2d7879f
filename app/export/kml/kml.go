// Package kml writes a story for Google Earth and other globes and maps: KML 2.2 and, zipped, KMZ. Each article is a folder,
// each event or quote with a place a placemark with its days. What has no place is listed in a folder of its own.
package kml

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"dateline/app/export"
	"dateline/app/export/rows"
)

// Format is KML, Zipped is KMZ.
var (
	Format = export.Format{Name: "kml", Label: "KML", Exts: []string{".kml"}, Write: write}
	Zipped = export.Format{Name: "kmz", Label: "KMZ", Exts: []string{".kmz"}, Write: writeZipped}
)

// The elements in the order that the schema asks for (OGC 07-147r2).
type root struct {
	XMLName  xml.Name `xml:"http://www.opengis.net/kml/2.2 kml"`
	Document document `xml:"Document"`
}

type document struct {
	Name        string   `xml:"name"`
	Open        int      `xml:"open"`
	Description string   `xml:"description"`
	Styles      []style  `xml:"Style"`
	Folders     []folder `xml:"Folder"`
}

type style struct {
	ID   string `xml:"id,attr"`
	Icon icon   `xml:"IconStyle"`
}

type icon struct {
	Color string  `xml:"color"` // aabbggrr
	Scale float64 `xml:"scale"`
}

type folder struct {
	Name        string      `xml:"name"`
	Description string      `xml:"description,omitempty"`
	Placemarks  []placemark `xml:"Placemark"`
}

type placemark struct {
	Name        string    `xml:"name"`
	Description string    `xml:"description"`
	Stamp       *stamp    `xml:"TimeStamp,omitempty"`
	Span        *span     `xml:"TimeSpan,omitempty"`
	StyleURL    string    `xml:"styleUrl"`
	Extended    *extended `xml:"ExtendedData"`
	Point       *point    `xml:"Point,omitempty"`
}

type stamp struct {
	When string `xml:"when"`
}

type span struct {
	Begin string `xml:"begin,omitempty"`
	End   string `xml:"end,omitempty"`
}

type extended struct {
	Data []data `xml:"Data"`
}

type data struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value"`
}

type point struct {
	Coordinates string `xml:"coordinates"`
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	doc := document{Name: export.Clean(c.Title), Open: 1, Description: about(&c),
		Styles: []style{{"event", icon{"ff1b1bb0", 1}}, {"speaker", icon{"ffb0731b", 0.9}}}}
	if doc.Name == "" {
		doc.Name = "Dateline"
	}
	at := map[string]int{}
	var unplaced folder
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := placemarkOf(&r)
		if p.Point == nil {
			unplaced.Placemarks = append(unplaced.Placemarks, p)
			continue
		}
		k, ok := at[r.Article]
		if !ok {
			k = len(doc.Folders)
			at[r.Article] = k
			doc.Folders = append(doc.Folders, folder{Name: export.Clean(export.First(r.Article, "Untitled")), Description: export.Clean(r.URL)})
		}
		doc.Folders[k].Placemarks = append(doc.Folders[k].Placemarks, p)
	}
	if len(unplaced.Placemarks) > 0 {
		unplaced.Name = "Without a place"
		doc.Folders = append(doc.Folders, unplaced)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(root{Document: doc}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func writeZipped(ctx context.Context, w io.Writer, c export.Content) error {
	z := zip.NewWriter(w)
	e, err := z.CreateHeader(&zip.FileHeader{Name: "doc.kml", Method: zip.Deflate})
	if err != nil {
		return err
	}
	if err := write(ctx, e, c); err != nil {
		return err
	}
	return z.Close()
}

// about tells what the file is of, and what it draws on.
func about(c *export.Content) string {
	lines := []string{"Days: " + export.English.Span(c.View)}
	if f := export.English.FilterInWords(c.Story, c.View.Filter); f != "" {
		lines = append(lines, "Shown: "+f)
	}
	for _, s := range export.English.Sources(c.Story) {
		lines = append(lines, "Source: "+strings.Join(export.Filled(s.Title, s.Publisher, s.Day(), s.URL), ", "))
	}
	if len(c.View.Events)+len(c.View.Quotes) == 0 {
		lines = append(lines, "Nothing is visible in these days.")
	}
	return export.Clean(strings.Join(append(lines, c.Attribution, "Made with "+c.Generator), " · "))
}

func placemarkOf(r *rows.Row) placemark {
	p := placemark{Name: export.Clean(name(r)), StyleURL: "#event"}
	if r.Where != nil && r.Where.Actor {
		p.StyleURL = "#speaker"
	}
	text := export.Filled(r.Sentence, said(r), export.English.When(r.When)+" ("+export.English.HowKnown(r.When)+")", strings.Join(export.Filled(r.Article, r.Publisher, r.Published, r.URL), ", "))
	p.Description = export.Clean(strings.Join(text, " · "))
	from, to := r.Days()
	switch {
	case from != "" && from == to:
		p.Stamp = &stamp{from} // a date only: with a clock it would shift in the viewer's zone
	case from != "" || to != "":
		p.Span = &span{from, to}
	}
	p.Extended = &extended{fields(r, from, to)}
	if r.Where != nil {
		p.Point = &point{fmt.Sprintf("%v,%v", r.At[0], r.At[1])}
	}
	return p
}

func name(r *rows.Row) string {
	what := export.First(r.What, r.Speaker, "quote")
	if p := r.Place(); p != "" {
		return what + ", " + p
	}
	return what
}

func said(r *rows.Row) string {
	if r.Quote == "" {
		return ""
	}
	return r.Quote + " " + r.Speaker
}

func fields(r *rows.Row, from, to string) []data {
	all := []data{{"type", r.Kind.String()}, {"id", r.ID}, {"status", r.Status}, {"from", from}, {"to", to}, {"sentence", r.Sentence}, {"quote", r.Quote},
		{"speaker", r.Speaker}, {"article", r.Article}, {"publisher", r.Publisher}, {"published", r.Published}, {"url", r.URL},
		{"p", fmt.Sprintf("%.3f", export.Round3(r.P))}}
	if r.When.Dated() {
		all = append(all, data{"precision", r.When.Precision.String()}, data{"basis", r.When.Basis.String()})
	}
	all = append(all, data{"place", r.Place()})
	if r.Where != nil {
		all = append(all, data{"place_type", r.Where.Place.Kind.String()}, data{"place_use", r.PlaceUse()})
	}
	out := all[:0]
	for _, d := range all {
		if d.Value = export.Clean(d.Value); d.Value != "" {
			out = append(out, d)
		}
	}
	return out
}
