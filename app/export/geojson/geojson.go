// Package geojson writes the events and quotes of a view as an RFC 7946 FeatureCollection. Dates stand as flat ISO
// strings under the names that the usual animated viewers look for (start, end; time; start_time, end_time), and as a
// "when" beside the geometry. What is not placed has a null geometry. A region or country stands at its anchor, which
// "place_type" says.
//
// The order of keys is fixed, so the same story gives the same file.
package geojson

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"

	"dateline/app/export"
	"dateline/app/export/rows"
	"github.com/paulmach/orb"
)

// Format is the FeatureCollection.
var Format = export.Format{Name: "geojson", Label: "GeoJSON", Exts: []string{".geojson"}, Write: write}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	b := bufio.NewWriter(w)
	about := collection{Type: "FeatureCollection", Title: c.Title, Generator: c.Generator, Attribution: c.Attribution}
	if len(c.View.Events)+len(c.View.Quotes) == 0 {
		about.Note = export.English.Counts(c.View)
	}
	head, err := encode(about)
	if err != nil {
		return err
	}
	b.Write(head[:len(head)-1]) // without its closing brace
	b.WriteString(`,"features":[`)
	comma := ""
	checked := rows.NewChecked(c.Log)
	for r := range rows.All(c.Story, c.View) {
		if err := ctx.Err(); err != nil {
			return err
		}
		f := featureOf(&r)
		f.Properties.Verified, f.Properties.CorrectedFrom = checked.Of(&r)
		line, err := encode(f)
		if err != nil {
			return err
		}
		b.WriteString(comma + "\n")
		if _, err := b.Write(line); err != nil {
			return err
		}
		comma = ","
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

// encode is one line of JSON, with "<" as it is.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

type collection struct {
	Type        string `json:"type"`
	Title       string `json:"title,omitempty"`
	Generator   string `json:"generator"`
	Attribution string `json:"attribution"`
	Note        string `json:"note,omitempty"` // why there are no features
}

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id,omitempty"`
	Geometry   *geometry  `json:"geometry"`
	When       *when      `json:"when,omitempty"`
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string    `json:"type"`
	Coordinates orb.Point `json:"coordinates"`
}

type when struct {
	Timespans []timespan `json:"timespans"`
	Label     string     `json:"label,omitempty"`
}

type timespan struct {
	Start bounds `json:"start"`
}

// bounds are days, YYYY-MM-DD; an open end is left out.
type bounds struct {
	In       string `json:"in,omitempty"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

type properties struct {
	Type        string   `json:"type"` // event or quote
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Start       string   `json:"start,omitempty"`
	End         string   `json:"end,omitempty"`
	Time        string   `json:"time,omitempty"`
	StartTime   string   `json:"start_time,omitempty"`
	EndTime     string   `json:"end_time,omitempty"`
	Precision   string   `json:"precision,omitempty"`
	Basis       string   `json:"basis,omitempty"`
	Place       string   `json:"place,omitempty"`
	PlaceType   string   `json:"place_type,omitempty"`
	PlaceUse    string   `json:"place_use,omitempty"` // literal, or actor for the seat of who speaks
	Country     string   `json:"country,omitempty"`
	GeonameID   *int32   `json:"geonameid,omitempty"`
	Status      string   `json:"status,omitempty"`
	Event       string   `json:"event,omitempty"`
	Who         []string `json:"who,omitempty"`
	Quote       string   `json:"quote,omitempty"`
	Speaker     string   `json:"speaker,omitempty"`
	Sentence    string   `json:"sentence"`
	Article     string   `json:"article,omitempty"`
	Publisher   string   `json:"publisher,omitempty"`
	URL         string   `json:"url,omitempty"`
	Published   string   `json:"published,omitempty"`
	P           float64  `json:"p"`
	Why         []string `json:"why,omitempty"`
	MarkerColor string   `json:"marker-color,omitempty"`

	Verified      string `json:"verified,omitempty"` // what a person did about it: verified, corrected, cannot
	CorrectedFrom string `json:"corrected_from,omitempty"`
}

// The colours of filled marks and rings.
const (
	colourEvent = "#c8102e"
	colourActor = "#1f4e8c"
)

func featureOf(r *rows.Row) feature {
	f := feature{Type: "Feature", Properties: properties{Type: r.Kind.String(), Title: r.What, Description: r.Clause,
		Status: r.Status, Event: r.ID, Who: r.Who, Quote: r.Quote, Speaker: r.Speaker, Sentence: r.Sentence, Article: r.Article, Publisher: r.Publisher,
		URL: r.URL, Published: r.Published, P: export.Round3(r.P), Why: r.Why, MarkerColor: colourEvent}}
	p := &f.Properties
	switch {
	case r.Kind == rows.Quote:
		p.Title, p.Description, p.MarkerColor = "Quote", r.Quote, colourActor
		if r.Speaker != "" {
			p.Title = r.Speaker
		}
	case r.Place() != "":
		p.Title += ", " + r.Place()
	}
	f.setTime(r)
	f.setPlace(r)
	return f
}

func (f *feature) setTime(r *rows.Row) {
	if !r.When.Dated() {
		return
	}
	p := &f.Properties
	p.Start, p.End = r.Days()
	p.StartTime, p.EndTime = p.Start, p.End
	p.Time = p.Start
	if p.Time == "" {
		p.Time = p.End
	}
	p.Precision, p.Basis = r.When.Precision.String(), r.When.Basis.String()
	t := timespan{Start: bounds{Earliest: p.Start, Latest: p.End}}
	if r.When.Earliest == r.When.Latest {
		t.Start = bounds{In: p.Start}
	}
	f.When = &when{Timespans: []timespan{t}, Label: r.When.Clock}
}

func (f *feature) setPlace(r *rows.Row) {
	p := &f.Properties
	if p.Place = r.Place(); r.Where == nil {
		return
	}
	place := r.Where.Place
	p.PlaceType, p.Country, p.GeonameID = place.Kind.String(), place.Country, export.GeonameID(place.ID)
	p.PlaceUse = r.PlaceUse()
	if r.Where.Actor {
		p.MarkerColor = colourActor
	}
	f.Geometry = &geometry{Type: "Point", Coordinates: r.At}
}
