// Package lpf writes the places of a story as a gazetteer in Linked Places Format 1.3: one feature for each place, with every
// spelling and the articles that it stands in, and when something happened there. Events themselves are for other formats.
package lpf

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/app/export"
	"dateline/app/story"
	"dateline/geo"
)

// Format is the gazetteer.
var Format = export.Format{Name: "lpf", Label: "Linked Places", Exts: []string{".json"}, Write: write}

type collection struct {
	Type     string    `json:"type"`
	Context  string    `json:"@context"`
	Citation citing    `json:"citation"`
	Features []feature `json:"features"`
}

// citing says what the file is of, in the shape of a CSL item.
type citing struct {
	Type  string `json:"type"`
	Title string `json:"title"`
	Note  string `json:"note"`
}

type feature struct {
	ID           string        `json:"@id"`
	Type         string        `json:"type"`
	Properties   properties    `json:"properties"`
	When         when          `json:"when"`
	Names        []name        `json:"names"`
	Types        []kind        `json:"types"`
	Geometry     *geometry     `json:"geometry"`
	Links        []link        `json:"links,omitempty"`
	Descriptions []description `json:"descriptions,omitempty"`
}

type properties struct {
	Title    string   `json:"title"`
	CCodes   []string `json:"ccodes,omitempty"`
	FClasses []string `json:"fclasses"`
}

type when struct {
	Timespans []timespan `json:"timespans"`
	Certainty string     `json:"certainty"`
	Label     string     `json:"label,omitempty"`
}

type timespan struct {
	Start *date `json:"start,omitempty"`
	End   *date `json:"end,omitempty"`
}

// date is one known day, or the days between which it lies.
type date struct {
	In       string `json:"in,omitempty"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

type name struct {
	Toponym   string     `json:"toponym"`
	Citations []citation `json:"citations"`
}

type citation struct {
	Label string `json:"label"`
	Year  string `json:"year,omitempty"`
	ID    string `json:"@id,omitempty"`
}

type kind struct {
	Identifier string `json:"identifier"`
	Label      string `json:"label"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
	Certainty   string     `json:"certainty"`
}

type link struct {
	Type       string `json:"type"`
	Identifier string `json:"identifier"`
}

type description struct {
	Value string `json:"value"`
	Lang  string `json:"lang"`
}

// gathered is one place with all that is known of it.
type gathered struct {
	geo.Place
	p       float64 // the best probability that it is meant
	events  []int
	quotes  []int
	checked int // mentions that a person spoke of
}

func write(ctx context.Context, w io.Writer, c export.Content) error {
	g := gatherer{c: c, at: map[geo.PlaceID]*gathered{}}
	for _, i := range c.View.Events {
		g.add(c.Story.Events[i].Where, &i, nil)
	}
	for _, i := range c.View.Quotes {
		g.add(c.Story.Quotes[i].Where, nil, &i)
	}
	g.check()
	note := []string{export.English.Span(c.View)}
	if f := export.English.FilterInWords(c.Story, c.View.Filter); f != "" {
		note = append(note, f)
	}
	if len(g.at) == 0 {
		note = append(note, "No place is visible in these days.")
	}
	for _, s := range export.English.Sources(c.Story) {
		note = append(note, strings.Join(export.Filled(s.Title, s.Publisher, s.Day(), s.URL), ", "))
	}
	out := collection{Type: "FeatureCollection", Context: "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld",
		Citation: citing{"dataset", export.Clean(c.Title), export.Clean(strings.Join(append(note, c.Attribution, "Made with "+c.Generator), " · "))}, Features: []feature{}}
	forms := g.forms()
	for _, p := range g.sorted() {
		if err := ctx.Err(); err != nil {
			return err
		}
		out.Features = append(out.Features, g.feature(p, forms[p.ID]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

// gatherer gathers the places of a view.
type gatherer struct {
	c  export.Content
	at map[geo.PlaceID]*gathered
}

func (g *gatherer) add(w *story.Spot, event, quote *int) {
	if w == nil {
		return
	}
	p := g.at[w.Place.ID]
	if p == nil {
		p = &gathered{Place: w.Place}
		g.at[w.Place.ID] = p
	}
	p.p = max(p.p, w.P)
	if event != nil {
		p.events = append(p.events, *event)
	} else {
		p.quotes = append(p.quotes, *quote)
	}
}

// check counts what a person said of places.
func (g *gatherer) check() {
	for _, c := range g.c.Log.InForce() {
		if p := g.at[c.Place]; p != nil && c.Kind == story.CorrectPlace {
			p.checked++
		}
	}
}

func (g *gatherer) sorted() []*gathered {
	out := make([]*gathered, 0, len(g.at))
	for _, p := range g.at {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *gathered) int {
		if c := cmp.Compare(len(b.events), len(a.events)); c != 0 {
			return c
		}
		if c := strings.Compare(a.Name, b.Name); c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return out
}

// forms are the spellings of each place in the articles, each with the articles that have it.
func (g *gatherer) forms() map[geo.PlaceID][]name {
	out := map[geo.PlaceID][]name{}
	for _, a := range g.c.Story.Articles {
		cited := citation{Label: export.Clean(export.First(a.Title, a.File))}
		if a.Published.Kind != story.DateUnknown {
			y, _, _ := a.Published.Best.Date()
			cited.Year = fmt.Sprint(y)
		}
		if strings.HasPrefix(a.URL, "http://") || strings.HasPrefix(a.URL, "https://") {
			cited.ID = export.Address(a.URL)
		}
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if !t.Placed || g.at[t.Place.ID] == nil {
				continue
			}
			form := export.Clean(t.Name)
			names := out[t.Place.ID]
			k := slices.IndexFunc(names, func(n name) bool { return n.Toponym == form })
			if k < 0 {
				k = len(names)
				names = append(names, name{Toponym: form})
			}
			if n := len(names[k].Citations); n == 0 || names[k].Citations[n-1] != cited {
				names[k].Citations = append(names[k].Citations, cited)
			}
			out[t.Place.ID] = names
		}
	}
	return out
}

func (g *gatherer) feature(p *gathered, names []name) feature {
	f := feature{ID: fmt.Sprintf("dateline:place%d", p.ID), Type: "Feature", Names: names, When: g.when(p),
		Properties: properties{Title: export.Clean(p.Name), FClasses: []string{class(p.Kind)}}, Types: []kind{{"dateline:" + p.Kind.String(), p.Kind.String()}},
		Geometry: &geometry{"Point", [2]float64{export.Round5(p.Point[0]), export.Round5(p.Point[1])}, certainty(p.p)}}
	if id := export.GeonameID(p.ID); id != nil {
		f.ID = fmt.Sprintf("https://www.geonames.org/%d", *id)
		f.Links = []link{{"closeMatch", fmt.Sprintf("gn:%d", *id)}}
	}
	if len(p.Country) == 2 {
		f.Properties.CCodes = []string{p.Country}
	}
	if len(f.Names) == 0 { // the seat of a speaker, which no article names
		f.Names = []name{{export.Clean(p.Name), []citation{{Label: "GeoNames"}}}}
	}
	known := "read by a program, not checked"
	if p.checked > 0 {
		known = "a person said which place is meant"
	}
	f.Descriptions = []description{{fmt.Sprintf("%s, %s; %s", export.English.Count(len(p.events), "event", "events"), export.English.Count(len(p.quotes), "quote", "quotes"), known), "en"}}
	return f
}

// mostSpans is how many times a place names at most.
const mostSpans = 1000

// when is the days of what happened at a place.
func (g *gatherer) when(p *gathered) when {
	out := when{Timespans: []timespan{}, Certainty: "uncertain", Label: "no day is told"}
	best := 0.0
	seen := map[[2]story.Day]bool{}
	add := func(m story.Moment) {
		if !m.Dated() || seen[[2]story.Day{m.Earliest, m.Latest}] || len(out.Timespans) == mostSpans {
			return
		}
		seen[[2]story.Day{m.Earliest, m.Latest}] = true
		if t, ok := spanOf(m); ok {
			out.Timespans, best, out.Label = append(out.Timespans, t), max(best, m.P), ""
		}
	}
	for _, i := range p.events {
		add(g.c.Story.Events[i].When)
	}
	for _, i := range p.quotes {
		add(g.c.Story.Quotes[i].When)
	}
	if len(out.Timespans) > 0 {
		out.Certainty = certainty(best)
	}
	return out
}

// spanOf is a Moment as this format has it; false for years that it cannot write.
func spanOf(m story.Moment) (timespan, bool) {
	from, to := export.Day(m.Earliest), export.Day(m.Latest)
	for _, d := range [...]story.Day{m.Earliest, m.Latest} {
		if y, _, _ := d.Date(); d.Bounded() && (y > 9999 || y < -9999) {
			return timespan{}, false
		}
	}
	switch {
	case from == to:
		return timespan{Start: &date{In: from}, End: &date{In: from}}, true
	case from == "":
		return timespan{End: &date{Latest: to}}, true
	case to == "":
		return timespan{Start: &date{Earliest: from}}, true
	}
	return timespan{Start: &date{Earliest: from, Latest: to}, End: &date{Earliest: from, Latest: to}}, true
}

func certainty(p float64) string {
	switch {
	case p >= 0.9:
		return "certain"
	case p >= 0.5:
		return "less-certain"
	}
	return "uncertain"
}

// class is the letter that GeoNames has for a kind of place.
func class(k geo.Kind) string {
	switch k {
	case geo.KindCountry, geo.KindAdmin1, geo.KindAdmin2:
		return "A"
	case geo.KindSea, geo.KindRiver, geo.KindLake, geo.KindStrait:
		return "H"
	case geo.KindContinent, geo.KindRegion:
		return "L"
	case geo.KindMountain, geo.KindIsland:
		return "T"
	case geo.KindLandmark, geo.KindSeat:
		return "S"
	}
	return "P"
}
