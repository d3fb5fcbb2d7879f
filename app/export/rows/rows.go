// Package rows gives what is visible of a story as neutral rows, one for each event and each quote: what a table, a map
// layer, a calendar or a timeline of another program is made of.
//
//	for r := range rows.All(s, v) { … }
//
// A row says what is known and how well; how that is spelled is the business of each format.
package rows

import (
	"iter"

	"dateline/app/export"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// Kind says what a row is about.
type Kind uint8

// The kinds.
const (
	Event Kind = iota
	Quote
)

// String is the word that files use.
func (k Kind) String() string {
	if k == Quote {
		return "quote"
	}
	return "event"
}

// Row is an event or a quote with all that belongs to it.
type Row struct {
	Kind   Kind
	Index  int    // into the story's Events or Quotes
	ID     string // of an event: the same in every article of the story
	What   string // of an event: its verb or noun
	Status string // of an event whether it happened, of a quote whether its words are exact

	When    story.Moment
	Where   *story.Spot // nil where no place is known
	Unknown string      // the name of a place that no index knows: Where is then nil, or what the text says it lies in
	At      orb.Point   // where the map marks Where; a region or country stands at its seat

	Who      []string // who takes part in an event
	Speaker  string   // who says the quote, or the first quote of an event
	Quote    string   // the words of the quote, or of the first quote of an event
	Sentence string   // the sentence it stands in
	Clause   string   // of an event: the part of the sentence that tells it

	Doc      int        // the article, by its position in the story
	Span     story.Span // in its text: what tells the event, or the quote
	Named    string     // the place as the article has it; "" where it names none
	Identity string     // which event or quote it is: other than that of any other row

	Article   string // the title
	Author    string
	Publisher string
	Section   string
	Language  string // its tag: "en-GB"
	URL       string
	Updated   string // the last day on which the article was changed, YYYY-MM-DD; "" if it says none
	Published string // the day, YYYY-MM-DD; "" if it is not known

	About []story.Target // what a correction of it names: its words, its clause, its place

	P   float64  // how sure the program is
	Why []string // and why
}

// PlaceUse is "literal" for the scene, "actor" for the seat of who acts or speaks, "" without a place.
func (r *Row) PlaceUse() string {
	switch {
	case r.Where == nil:
		return ""
	case r.Where.Actor:
		return "actor"
	}
	return "literal"
}

// Place is what the place is called: "Bari"; "Ounkaba", of which only the name is known; "Qarbesh, Aleppo", of which the text
// says where it lies. "" without a place.
func (r *Row) Place() string {
	switch {
	case r.Where == nil:
		return r.Unknown
	case r.Unknown != "":
		return r.Unknown + ", " + r.Where.Place.Name
	}
	return r.Where.Place.Name
}

// Days are the first and the last day as YYYY-MM-DD: "" for an open end, and both where no day is known.
func (r *Row) Days() (from, to string) {
	if !r.When.Dated() {
		return "", ""
	}
	return export.Day(r.When.Earliest), export.Day(r.When.Latest)
}

// All gives a row for each event of v and then for each quote, in the order of the story.
func All(s *story.Story, v story.View) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, i := range v.Events {
			if !yield(event(s, i)) {
				return
			}
		}
		for _, i := range v.Quotes {
			if !yield(quote(s, i)) {
				return
			}
		}
	}
}

// OfEvent is the row of event i of the story.
func OfEvent(s *story.Story, i int) Row { return event(s, i) }

// OfQuote is the row of quote i of the story.
func OfQuote(s *story.Story, i int) Row { return quote(s, i) }

func event(s *story.Story, i int) Row {
	e := &s.Events[i]
	a := s.Articles[e.Doc]
	r := Row{Kind: Event, Index: i, ID: e.Same, What: e.What, Status: e.Modality.String(), When: e.When, Unknown: e.Named, Who: export.Speakers(s, e.Who),
		Sentence: export.OneLine(a.Text, e.Sentence), Clause: export.OneLine(a.Text, e.Span), P: e.P}
	for _, i := range e.Quotes {
		if q := &s.Quotes[i]; r.Quote == "" {
			r.Quote, r.Speaker = export.OneLine(a.Text, q.Span), export.Speaker(s, q.Speaker)
		}
	}
	r.Why = append(export.Why(e.Reasons), export.Why(e.When.Reasons)...)
	if r.Doc, r.Span, r.Identity = e.Doc, e.Trigger, string(e.ID); e.Trigger.Empty() {
		r.Span = e.Span
	}
	for _, span := range []story.Span{e.Trigger, e.Span, e.When.Words} {
		r.about(a, span)
	}
	if w := e.Where; w != nil && w.Toponym >= 0 && w.Toponym < len(a.Toponyms) {
		r.about(a, a.Toponyms[w.Toponym].Span)
	}
	r.complete(a, e.Where)
	return r
}

func (r *Row) about(a *story.Article, span story.Span) {
	if !span.Empty() && span.End <= len(a.Text) {
		r.About = append(r.About, story.Target{Article: a.ID, Span: span, Words: span.In(a.Text)})
	}
}

func quote(s *story.Story, i int) Row {
	q := &s.Quotes[i]
	a := s.Articles[q.Doc]
	r := Row{Kind: Quote, Index: i, Status: q.Kind.String(), When: q.When, Quote: export.OneLine(a.Text, q.Span), Speaker: export.Speaker(s, q.Speaker),
		Sentence: export.OneLine(a.Text, a.SentenceAt(q.Span.Start)), P: q.P}
	r.Why = append(export.Why(q.Reasons), export.Why(q.When.Reasons)...)
	r.Doc, r.Span, r.Identity = q.Doc, q.Span, string(q.ID)
	r.about(a, q.Span)
	r.complete(a, q.Where)
	return r
}

// complete adds the place, and what is known of the article.
func (r *Row) complete(a *story.Article, w *story.Spot) {
	if w != nil && w.Toponym >= 0 && w.Toponym < len(a.Toponyms) {
		r.Named = a.Toponyms[w.Toponym].Span.In(a.Text)
	}
	if w != nil {
		r.Where, r.At = w, export.Anchor(w.Place)
	}
	r.Article, r.Publisher, r.URL = a.Title, export.Publisher(a), a.URL
	r.Author, r.Section, r.Language = a.Author(), a.Section, a.Tag()
	if c, ok := a.Updated(); ok {
		r.Updated = export.Day(c.Day)
	}
	if a.Published.Kind != story.DateUnknown {
		r.Published = export.Day(a.Published.Best)
	}
}
