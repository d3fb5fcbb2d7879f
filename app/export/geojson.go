package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"dateline/app/story"
	"github.com/paulmach/orb"
)

// GeoJSON writes the events and quotes of v as an RFC 7946 FeatureCollection. Dates stand as flat ISO strings under the
// names that the usual animated viewers look for (start, end; time; start_time, end_time), and as a "when" beside the
// geometry. What is not placed has a null geometry. A region or country stands at its anchor, which "place_type" says.
//
// The order of keys is fixed, so the same story gives the same file.
func GeoJSON(w io.Writer, s *story.Story, v story.View, o Options) error {
	o.applyDefaults(s)
	b := bufio.NewWriter(w)
	head, err := encode(collection{Type: "FeatureCollection", Title: o.Title, Generator: o.Generator, Attribution: o.Attribution})
	if err != nil {
		return err
	}
	b.Write(head[:len(head)-1]) // without its closing brace
	b.WriteString(`,"features":[`)
	n := 0
	write := func(f feature) error {
		line, err := encode(f)
		if err != nil {
			return err
		}
		if n++; n > 1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		_, err = b.Write(line)
		return err
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
	Start bounds  `json:"start"`
	End   *bounds `json:"end,omitempty"`
}

type bounds struct {
	In       *day `json:"in,omitempty"`
	Earliest *day `json:"earliest,omitempty"`
	Latest   *day `json:"latest,omitempty"`
}

type properties struct {
	Type        string   `json:"type"` // event or quote
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Start       *day     `json:"start,omitempty"`
	End         *day     `json:"end,omitempty"`
	Time        *day     `json:"time,omitempty"`
	StartTime   *day     `json:"start_time,omitempty"`
	EndTime     *day     `json:"end_time,omitempty"`
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
	Published   *day     `json:"published,omitempty"`
	P           float64  `json:"p"`
	Why         []string `json:"why,omitempty"`
	MarkerColor string   `json:"marker-color,omitempty"`
	MarkerShape string   `json:"marker-symbol,omitempty"`
}

// The colours of filled marks and rings.
const (
	colourEvent = "#c8102e"
	colourActor = "#1f4e8c"
)

func eventFeature(s *story.Story, e *story.Event) feature {
	a := s.Articles[e.Doc]
	p := base(a)
	p.Type, p.Title, p.Event, p.Status = "event", e.What, e.Same, e.Modality.String()
	p.Sentence = sentence(a.Text, e.Sentence)
	p.Description = sentence(a.Text, e.Span)
	p.Who = names(s, e.Who)
	p.P = round3(e.P)
	p.Why = append(why(e.Reasons), why(e.When.Reasons)...)
	p.MarkerColor = colourEvent
	for _, q := range e.Quotes {
		if p.Quote == "" {
			p.Quote, p.Speaker = sentence(a.Text, s.Quotes[q].Span), speakerName(s, s.Quotes[q].Speaker)
		}
	}
	if e.Where != nil {
		p.Title = e.What + ", " + e.Where.Place.Name
	}
	f := feature{Type: "Feature", Properties: p}
	f.setTime(e.When)
	f.setPlace(e.Where)
	return f
}

func quoteFeature(s *story.Story, q *story.Quote) feature {
	a := s.Articles[q.Doc]
	p := base(a)
	p.Type, p.Status = "quote", q.Kind.String()
	p.Quote, p.Speaker = sentence(a.Text, q.Span), speakerName(s, q.Speaker)
	p.Title = first(p.Speaker, "Quote")
	p.Description = p.Quote
	p.Sentence = sentence(a.Text, a.SentenceAt(q.Span.Start))
	p.P = round3(q.P)
	p.Why = append(why(q.Reasons), why(q.When.Reasons)...)
	p.MarkerColor = colourActor
	f := feature{Type: "Feature", Properties: p}
	f.setTime(q.When)
	f.setPlace(q.Where)
	return f
}

func base(a *story.Article) properties {
	p := properties{Article: a.Title, Publisher: publisher(a), URL: a.URL}
	if a.Published.Kind != story.DateUnknown {
		p.Published = dayOf(a.Published.Best)
	}
	return p
}

func (f *feature) setTime(m story.Moment) {
	if !m.Dated() {
		return
	}
	p := &f.Properties
	p.Start, p.End = dayOf(m.Earliest), dayOf(m.Latest)
	p.StartTime, p.EndTime = p.Start, p.End
	p.Time = p.Start
	if p.Time == nil {
		p.Time = p.End
	}
	p.Precision, p.Basis = m.Precision.String(), m.Basis.String()
	t := timespan{Start: bounds{Earliest: p.Start, Latest: p.End}}
	if m.Earliest == m.Latest {
		t.Start = bounds{In: p.Start}
	}
	f.When = &when{Timespans: []timespan{t}, Label: m.Clock}
}

func (f *feature) setPlace(w *story.Spot) {
	if w == nil {
		return
	}
	p := &f.Properties
	p.Place, p.PlaceType, p.Country, p.GeonameID = w.Place.Name, w.Place.Kind.String(), w.Place.Country, geonameID(w.Place.ID)
	p.PlaceUse = "literal"
	if w.Actor {
		p.PlaceUse, p.MarkerColor = "actor", colourActor
	}
	f.Geometry = &geometry{Type: "Point", Coordinates: roundPoint(anchorOf(w.Place))}
}
