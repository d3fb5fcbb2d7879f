package bind

import (
	"fmt"
	"slices"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// Mark is a mark on the map.
type Mark struct {
	At      orb.Point
	Label   string
	Filled  bool
	Ring    bool
	Named   bool // with neither: the place is only named
	Country bool
	Open    bool // with Filled: planned, conditional, denied, claimed or an opinion, not told as done
	Count   int
	Shape   *geo.Place // whose outline is drawn below it; nil for none
	P       float64
	Tip     Tip
}

// Tip is what is said while the pointer is at a mark.
type Tip struct {
	Title string
	Lines []string
}

// Detail is the card of a mark: what happened there and who spoke. Each of its items leads to its sentence.
type Detail struct {
	Title, Note string
	Items       []Item
}

// Item is a sentence or a quote of a Detail. ID is of the event or quote.
type Item struct {
	ID         string
	Head, Text string
	Quote      bool
}

// Marks are the marks of the View, in its order; without names where they are hidden.
func (w Words) Marks(st session.State, hidden bool) []Mark {
	out := make([]Mark, 0, len(st.View.Marks))
	for i := range st.View.Marks {
		m := &st.View.Marks[i]
		mm := Mark{At: m.At, Filled: m.Filled, Open: m.Open, Ring: m.Ring, Named: m.OnlyNamed(), Country: m.Filled && m.Coarse > 0, Count: len(m.Events), P: m.P * strength(m.Share) * lit(st, m)}
		if own := len(m.Events) - m.Coarse; own > 0 { // the number is that of the place itself; the ring round it says that there are more
			mm.Count = own
		}
		if m.Filled && m.Area {
			mm.Shape = shape(st, m)
		}
		if !hidden {
			mm.Label, mm.Tip = m.Name(), w.markTip(st.Story, m)
		}
		out = append(out, mm)
	}
	return out
}

// faint is how strong something is drawn of which hardly any day lies in the Period, against 1 for what lies in it whole.
const faint = 0.35

// strength is how strong something is drawn that has that share in the Period.
func strength(share float64) float64 { return faint + (1-faint)*share }

// stepped is the event that Step by event stands at; -1 where it stands at none.
func stepped(st session.State) int {
	if st.Mode != session.ModeStep || !st.Period.On {
		return -1
	}
	if e := st.SelectedEvent(); e >= 0 && st.Period.Holds(st.Story.Events[e].When) {
		return e
	}
	return -1
}

// quiet is how strong something is drawn that is of the same time as the event of the step, and not where that is.
const quiet = 0.55

// lit is quiet for a mark at which the event of the step is not, else 1.
func lit(st session.State, m *story.Mark) float64 {
	e := stepped(st)
	if e < 0 || st.Story.Events[e].Where == nil || slices.Contains(m.Events, e) && !beyond(st.Story, e, m) {
		return 1
	}
	return quiet
}

// beyond reports that an event at a mark is only known to be somewhere in the country, while the mark stands for events of
// its own: the capital is not where it was.
func beyond(s *story.Story, e int, m *story.Mark) bool {
	if e < 0 || e >= len(s.Events) {
		return false
	}
	w := s.Events[e].Where
	return w != nil && !w.Actor && w.Place.Kind == geo.KindCountry && len(m.Events) > m.Coarse
}

// possible reports whether something is more likely to have happened outside the Period than in it: it is drawn quietly.
func possible(share float64) bool { return share < 0.5 }

// shape is the place whose outline is drawn under a mark: a region always, a whole country only while it is selected,
// so that one sentence about a large country does not paint the map over.
func shape(st session.State, m *story.Mark) *geo.Place {
	selected := st.Selected.Placed && st.Selected.At == m.At
	if e := st.SelectedEvent(); selected && e >= 0 && beyond(st.Story, e, m) {
		return &st.Story.Events[e].Where.Place
	}
	for i := range m.Places {
		if p := &m.Places[i]; p.Kind.Area() && (p.Kind != geo.KindCountry || selected) {
			return p
		}
	}
	return nil
}

// markTitle is the mark's name, after the place's own where the mark stands for another one.
func (w Words) markTitle(m *story.Mark) string {
	if len(m.Places) > 0 && m.Places[0].Name != m.Name() && !m.OnlyNamed() {
		return w.shortName(m.Places[0]) + " (" + m.Name() + ")"
	}
	return m.Name()
}

func (w Words) markTip(s *story.Story, m *story.Mark) Tip {
	t := Tip{Title: w.markTitle(m)}
	if note := w.coarse(m); note != "" {
		t.Lines = append(t.Lines, note)
	}
	w.tipLines(&t, s, m)
	return t
}

// tipLines are what is told to happen at a mark; where nothing is, who speaks or acts from there; else where it is named.
func (w Words) tipLines(t *Tip, s *story.Story, m *story.Mark) {
	if m.OnlyNamed() {
		e := &s.Events[m.Named[0]]
		t.Lines = append(t.Lines, w.L(onlyNamed), clip(e.Sentence.In(s.Articles[e.Doc].Text), 90))
		return
	}
	said, shown := map[string]bool{}, 0
	for k, i := range m.Events {
		e := &s.Events[i]
		line := join(w.moment(e.When), w.Modality(e.Modality)) + ": " + clip(e.Span.In(s.Articles[e.Doc].Text), 90)
		if said[line] {
			continue // a sentence that tells of several things
		}
		if shown == 3 {
			t.Lines = append(t.Lines, fmt.Sprintf("+ %d", len(m.Events)-k))
			break
		}
		t.Lines, said[line], shown = append(t.Lines, line), true, shown+1
	}
	if len(m.Events) > 0 {
		return
	}
	const most = 2 // lines of who speaks or acts there
	for k, i := range m.Quotes {
		if k == most {
			break
		}
		q := &s.Quotes[i]
		name, _ := w.speaker(s, q)
		t.Lines = append(t.Lines, name+": "+clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 90))
	}
	for k, i := range m.Actors {
		if k+len(m.Quotes) >= most {
			break
		}
		a := &s.Actors[i]
		t.Lines = append(t.Lines, clip(a.Sentence.In(s.Articles[a.Doc].Text), 90))
	}
}

// onlyNamed is said of a place at which nothing is told to happen.
const onlyNamed = "only named: nothing is told to happen here"

// coarse says how many of a capital's events are known to be in the country only; "" where none are.
func (w Words) coarse(m *story.Mark) string {
	switch own := len(m.Events) - m.Coarse; {
	case m.Coarse == 0:
		return ""
	case own == 0:
		return w.L("known to country level only")
	default:
		country := ""
		for i := range m.Places {
			if p := &m.Places[i]; p.Kind == geo.KindCountry {
				country = w.shortName(*p)
			}
		}
		return w.L("{{.Own}} in {{.Place}}, {{.Coarse}} known only to be in {{.Country}}",
			map[string]any{"Own": own, "Place": m.Name(), "Coarse": m.Coarse, "Country": country})
	}
}

// Detail is the card of a mark.
func (w Words) Detail(s *story.Story, m *story.Mark) Detail {
	d := Detail{Title: w.markTitle(m), Note: w.coarse(m)}
	if m.OnlyNamed() {
		d.Note = w.L(onlyNamed)
	}
	type said struct {
		doc      int
		sentence story.Span
		head     string
	}
	seen := map[said]bool{} // a sentence that tells of several events of one time stands once
	for _, i := range slices.Concat(m.Events, m.Named) {
		e := &s.Events[i]
		a := s.Articles[e.Doc]
		head := Title(a)
		if !e.Mention { // what is only named is no moment
			head = join(join(w.moment(e.When), w.Modality(e.Modality)), head)
		}
		if key := (said{e.Doc, e.Sentence, head}); !seen[key] {
			seen[key] = true
			d.Items = append(d.Items, Item{ID: string(e.ID), Head: head, Text: clip(e.Sentence.In(a.Text), 220)})
		}
	}
	for _, i := range m.Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		name, _ := w.speaker(s, q)
		d.Items = append(d.Items, Item{ID: string(q.ID), Head: name + ", " + w.moment(q.When),
			Text: clip(curly(q.Span.In(s.Articles[q.Doc].Text)), 220), Quote: true})
	}
	return d
}

// Points are the places of all marks.
func Points(v story.View) []orb.Point {
	var out []orb.Point
	for i := range v.Marks {
		out = append(out, v.Marks[i].At)
	}
	return out
}

// named are the places of a view that the text only names, each once.
func named(s *story.Story, v story.View) []geo.Place {
	var out []geo.Place
	met := map[geo.PlaceID]bool{}
	for _, i := range v.Named {
		if w := s.Events[i].Where; w != nil && !met[w.Place.ID] {
			met[w.Place.ID] = true
			out = append(out, w.Place)
		}
	}
	return out
}

// Shown are the points that the map can be fitted to: those of all marks, or of FirstPoints; where there is no mark, those of the
// places that are only named.
func Shown(st session.State, first bool) []orb.Point {
	points := Points(st.View)
	if first {
		points = FirstPoints(st.View)
	}
	if len(points) == 0 && st.Story != nil {
		for _, p := range named(st.Story, st.View) {
			points = append(points, p.Anchor)
		}
	}
	return points
}

// FirstPoints are what the map is fitted to at first: the filled marks that are not country-level; if there are none, all.
func FirstPoints(v story.View) []orb.Point {
	var out []orb.Point
	for i := range v.Marks {
		if m := &v.Marks[i]; m.Filled && !m.Country {
			out = append(out, m.At)
		}
	}
	if len(out) == 0 {
		return Points(v)
	}
	return out
}

// Stop is a point that the line through the events comes to. Travel says that the text tells of somebody who goes there
// from the point before; where it does not, the line only says what came after what.
type Stop struct {
	At     orb.Point
	Travel bool
	Dash   bool // the line to it is a distance
}

// Path is the places of the visible events in order of time, each once in a row: of what is told as something that
// happened, and of a Period what is likely of it.
func Path(st session.State) []Stop {
	var out []Stop
	var here []int // the events at the last point, since the line came to it
	for k, i := range st.View.Events {
		e := &st.Story.Events[i]
		if e.Where == nil || e.Where.Actor || !e.When.Dated() || !e.Modality.Real() || possible(st.View.EventShare[k]) || story.Vague(&e.Where.Place) {
			continue
		}
		at := e.Where.Place.Anchor
		if n := len(out); n == 0 || out[n-1].At != at {
			out = append(out, Stop{At: at, Travel: slices.ContainsFunc(here, func(j int) bool { return st.Story.Leads(j, i) })})
			here = here[:0]
		}
		here = append(here, i)
	}
	return out
}
