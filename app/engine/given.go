package engine

import (
	"math"
	"strings"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"github.com/paulmach/orb"
)

// given are the events that the file of an article gives by itself, with what the person said of them.
func (f *fixes) given(a *story.Article, doc int, gaz *gazetteer.Index) []story.Event {
	var out []story.Event
	for i := range f.doc.Given {
		g := &f.doc.Given[i]
		if g.Span.Empty() || g.Span.End > len(a.Text) {
			continue
		}
		e := story.Event{Doc: doc, Span: g.Span, Sentence: g.Span, What: g.What, Modality: g.Status, P: 1, Reasons: []story.Reason{story.Why("event.file")}, When: g.When}
		if e.When.Dated() {
			e.When.Basis, e.When.P, e.When.Reasons = story.BasisGiven, 1, []story.Reason{story.Why("event.when.file")}
		}
		if at := strings.Index(g.Span.In(a.Text), g.What); g.What != "" && at >= 0 {
			e.Trigger = story.Span{Start: g.Span.Start + at, End: g.Span.Start + at + len(g.What)}
		}
		e.Where = spotOf(a, g, gaz)
		if e.Where == nil {
			e.Named = g.Place
		}
		if f.change(a, gaz, &e) {
			out = append(out, e)
		}
	}
	return out
}

// near is how far, in km, a place of the gazetteer may lie from where a file puts its name, for both to be one.
const near = 30

// spotOf is where a file puts an event: at the place of the gazetteer of that name, if it lies there, else at the point
// alone. Without a point it is a place of that name that the text names.
func spotOf(a *story.Article, g *story.Given, gaz *gazetteer.Index) *story.Spot {
	if !g.HasAt {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; t.Placed && g.Span.Overlaps(t.Span) && (t.Name == g.Place || t.Place.Name == g.Place) {
				return &story.Spot{Place: t.Place, Toponym: i, P: t.P}
			}
		}
		return nil
	}
	if gaz != nil && g.Place != "" {
		best, dist := geo.Place{}, math.Inf(1)
		for _, h := range gaz.Lookup(g.Place, nil) {
			p := gaz.Place(h.Row)
			for _, at := range []orb.Point{p.Point, p.Anchor} {
				if d := km(at, g.At); at != (orb.Point{}) && d < dist {
					best, dist = p, d
				}
			}
		}
		if dist <= near {
			return &story.Spot{Place: best, Toponym: -1, P: 1}
		}
	}
	c := story.Correction{Pin: g.At}
	name := g.Place
	if name == "" {
		name = g.What
	}
	return &story.Spot{Place: geo.Place{ID: pinID(&c), Name: name, Kind: geo.KindCity, Point: g.At, Anchor: g.At}, Toponym: -1, P: 1}
}

// km is about how far two points lie apart.
func km(a, b orb.Point) float64 {
	const perDegree = 111.2
	dx := math.Abs(a[0] - b[0])
	if dx > 180 {
		dx = 360 - dx
	}
	dx *= math.Cos((a[1] + b[1]) / 2 * math.Pi / 180)
	return perDegree * math.Hypot(dx, a[1]-b[1])
}
