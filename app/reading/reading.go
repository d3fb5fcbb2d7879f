// Package reading turns one document into what it says: where, when and by whom. It runs the finders in their order
// and keeps what they found, so that other places or another day of publication need no second reading:
//
//	f := reading.Finders{Gazetteer: gaz}
//	r := f.Read(&doc)                                              // once per document
//	choices := geocoder.Resolve(r.Mentions(), geocode.Prior{})
//	a := r.Resolve(choices, r.Publication(), nil)                  // again after every correction
//
// What is found in several articles is joined by app/assemble.
package reading

import (
	"fmt"
	"slices"
	"sort"

	"dateline/app/reading/name"
	"dateline/app/reading/pubdate"
	"dateline/app/reading/quotation"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/reading/zone"
	"dateline/app/story"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// Reading is what was found in one document, before places are chosen and days are counted. It is not changed after
// Read and may be shared between goroutines.
type Reading struct {
	Document story.Document
	Text     *token.Text
	Zones    []story.Zone
	Names    *name.Names
	Places   []toponym.Found
	Times    []timex.Found
	Evidence pubdate.Evidence // when it was published, as far as it tells by itself
	Language string           // of the text: "en", "de"; "" where it cannot be told. See story.Article.Foreign

	w     *Weights // that it was read with
	dater *pubdate.Dater
}

// Weights are the numbers of all finders that were set by hand.
type Weights struct {
	Toponym   toponym.Weights
	Timex     timex.Weights
	Quotation quotation.Weights
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{Toponym: toponym.DefaultWeights(), Timex: timex.DefaultWeights(), Quotation: quotation.DefaultWeights()}
}

var defaults = DefaultWeights()

// Finders is what every reading shares. It may be used by several goroutines.
type Finders struct {
	Gazetteer *gazetteer.Index
	Weights   *Weights       // nil for DefaultWeights
	Dater     *pubdate.Dater // nil for the one with pubdate.DefaultWeights
}

// Read reads a document. It never fails: odd text holds less.
func (f *Finders) Read(doc *story.Document) *Reading {
	r := f.begin(doc)
	places := toponym.Find(r.Text, r.Zones, r.Names, f.Gazetteer, &r.w.Toponym)
	r.Places = bounded(r, places, len(places), "places")
	if story.Foreign(r.Language) && f.Gazetteer != nil {
		r.Places = wellKnownPlaces(r.Places, f.Gazetteer)
	}
	r.end()
	return r
}

// A text that holds nothing but names or days would take hundreds of times its size: of each kind so many are kept.
const (
	mostFound    = 30_000
	bytesPerFind = 80 // or one for so many bytes of the text: news has one in a hundred or more
)

// most is how many finds of one kind are kept.
func (r *Reading) most() int { return max(mostFound, len(r.Document.Text)/bytesPerFind) }

// bounded keeps the first of what was found where it is far more than an article holds, and says so in the document's notes.
// all is how many there are, with those that the finder did not keep.
func bounded[T any](r *Reading, found []T, all int, what string) []T {
	most := r.most()
	if all <= most {
		return found
	}
	r.Document.Notes = r.leftOut(r.Document.Notes, what)
	return slices.Clone(found[:min(most, len(found))])
}

// leftOut adds to notes that only so many finds of a kind were kept.
func (r *Reading) leftOut(notes []string, what string) []string {
	return append(slices.Clone(notes), fmt.Sprintf("it holds far more %s than an article does; only the first %d were read", what, r.most()))
}

// ReadGiven is Read with the spans of the place names given; none are sought.
func (f *Finders) ReadGiven(doc *story.Document, spans []story.Span) *Reading {
	r := f.begin(doc)
	r.Places = toponym.Given(r.Text, r.Zones, spans, f.Gazetteer, &r.w.Toponym)
	r.end()
	return r
}

// With is the reading with place names and expressions of time that a person marked, and without those that a person said
// are none. dropPlace and dropTime tell the latter; they may be nil. r itself is not changed.
func (f *Finders) With(r *Reading, places, times []story.Span, dropPlace, dropTime func(story.Span) bool) *Reading {
	out := *r
	if dropPlace != nil {
		out.Places = slices.DeleteFunc(slices.Clone(out.Places), func(x toponym.Found) bool { return dropPlace(x.Span) })
	}
	if dropTime != nil {
		out.Times = slices.DeleteFunc(slices.Clone(out.Times), func(x timex.Found) bool { return dropTime(x.Span) })
	}
	if len(places) > 0 {
		given := toponym.Given(r.Text, r.Zones, places, f.Gazetteer, &r.w.Toponym)
		for i := range given {
			given[i].P, given[i].Use, given[i].Mention.Doubt = 1, story.UseLiteral, 0
		}
		out.Places = merged(out.Places, given, func(x *toponym.Found) story.Span { return x.Span })
	}
	if len(times) > 0 {
		var given []timex.Found
		for _, s := range times {
			given = append(given, timex.Given(r.Text, s, r.Times, r.Document.URL))
		}
		out.Times = merged(out.Times, given, func(x *timex.Found) story.Span { return x.Span })
	}
	return &out
}

// merged is found and given in the order of the text; what overlaps something given gives way to it.
func merged[T any](found, given []T, span func(*T) story.Span) []T {
	out := slices.Clone(given)
	for i := range found {
		s := span(&found[i])
		if !slices.ContainsFunc(given, func(x T) bool { return span(&x).Overlaps(s) }) {
			out = append(out, found[i])
		}
	}
	slices.SortStableFunc(out, func(a, b T) int { return span(&a).Compare(span(&b)) })
	return out
}

// Blank is the reading of a document in which nothing is sought: its text can be shown, and that is all.
func Blank(doc *story.Document) *Reading {
	empty := token.Split("")
	return &Reading{w: &defaults, Document: *doc, Text: empty, Names: name.Find(empty, nil), Zones: []story.Zone{{Span: story.Span{End: len(doc.Text)}, Kind: story.ZoneBody}},
		Evidence: pubdate.New(nil).Gather(&story.Document{Dates: doc.Dates, Opened: doc.Opened}, empty, nil, nil)}
}

func (f *Finders) begin(doc *story.Document) *Reading {
	r := &Reading{w: f.Weights, Document: *doc, Text: token.Split(f.cased(doc.Text))}
	if r.w == nil {
		r.w = &defaults
	}
	if r.dater = f.Dater; r.dater == nil {
		r.dater = pubdate.New(nil)
	}
	r.Zones = zone.Find(doc, r.Text)
	r.Names = name.Find(r.Text, r.Zones)
	times, all := timex.FindMost(r.Text, r.most())
	r.Times = bounded(r, times, all, "times")
	timex.OrderAt(r.Times, doc.URL)
	if r.Language = languageOf(doc.Text); story.Foreign(r.Language) {
		r.Times = wholeDays(r.Times)
		r.Times = r.namedDays()
	}
	return r
}

func (r *Reading) end() {
	r.Evidence = r.dater.Gather(&r.Document, r.Text, r.Times, r.names())
}

// names are the names by which articles of one story know each other.
func (r *Reading) names() []string {
	var out []string
	for i := range r.Names.Entities {
		if e := &r.Names.Entities[i]; e.Kind != name.Role {
			out = append(out, e.Name)
		}
	}
	for i := range r.Places {
		if f := &r.Places[i]; f.P >= 0.5 && f.Use != story.UseInName {
			out = append(out, f.Mention.Name)
		}
	}
	return out
}

// Mentions are the toponyms to resolve.
func (r *Reading) Mentions() []geocode.Mention { return toponym.Mentions(r.Places) }

// Publication is the day of publication as far as the document tells by itself.
func (r *Reading) Publication() story.Publication { return r.Evidence.Publication }

// Resolved is a Reading with its places chosen and its days counted.
type Resolved struct {
	*Reading
	Article  *story.Article
	Times    []story.Timex   // one for each of Reading.Times, in the same order; Article.Timexes is this
	Quotes   []story.Quote   // Speaker indexes Speakers; When, Where and Events are still open
	Speakers []story.Speaker // as far as this article tells
}

// Fixer is what a person has said of one article. Each method is called when the program has its own findings, may
// change them, and is called from one goroutine. What comes later builds on what it leaves.
type Fixer interface {
	Toponyms(a *story.Article, all []story.Toponym) []story.Toponym
	Timexes(a *story.Article, all []story.Timex) // one for each of Reading.Times: none may be added or taken away
	Quotes(a *story.Article, all []story.Quote, who []story.Speaker) ([]story.Quote, []story.Speaker)
}

// Resolve places the toponyms, one choice for each of Mentions, and counts the days from the day of publication. fix
// may be nil.
func (r *Reading) Resolve(choices []geocode.Choice, pub story.Publication, fix Fixer) *Resolved {
	a := &story.Article{
		Document:   r.Document,
		Language:   r.Language,
		Published:  pub,
		Sentences:  spans(r.Text, r.Text.Sentences),
		Paragraphs: spans(r.Text, r.Text.Paragraphs),
		Zones:      r.Zones,
		Toponyms:   toponym.Decide(r.Text, r.Zones, r.Places, choices, &r.w.Toponym),
		Timexes:    timex.ResolveFor(r.Times, r.Text, pub, &r.w.Timex),
		People:     r.Names.People(),
	}
	a.Title = r.Title()
	if fix != nil {
		a.Toponyms = fix.Toponyms(a, a.Toponyms)
		fix.Timexes(a, a.Timexes)
	}
	out := &Resolved{Reading: r, Article: a, Times: a.Timexes}
	out.Quotes, out.Speakers = quotation.Find(r.Text, r.Zones, r.Names, actors(a.Toponyms), &r.w.Quotation)
	if most := r.most(); len(out.Quotes) > most {
		a.Notes = r.leftOut(a.Notes, "quotes")
		out.Quotes = slices.Clone(out.Quotes[:most])
	}
	if fix != nil {
		out.Quotes, out.Speakers = fix.Quotes(a, out.Quotes, out.Speakers)
	}
	sort.SliceStable(out.Quotes, func(i, j int) bool { return out.Quotes[i].Span.Compare(out.Quotes[j].Span) < 0 })
	return out
}

// Title is the document's title or, where it has none, its headline.
func (r *Reading) Title() string {
	if r.Document.Title != "" {
		return r.Document.Title
	}
	return r.headline()
}

// headline is the first line that is one; else what the text begins with, up to 80 letters.
func (r *Reading) headline() string {
	for _, z := range r.Zones {
		if z.Kind == story.ZoneHeadline {
			return shorten(z.Span.In(r.Document.Text), 160)
		}
	}
	z := 0
	for _, s := range r.Text.Sentences {
		start, end := r.Text.Bytes(s)
		for z < len(r.Zones) && r.Zones[z].Span.End <= start {
			z++
		}
		if z < len(r.Zones) && r.Zones[z].Span.Holds(start) && r.Zones[z].Kind.Counts() {
			return shorten(r.Document.Text[start:end], 80)
		}
	}
	return ""
}

// shorten cuts s after at most n bytes, at a space where there is one, and makes one line of it.
func shorten(s string, n int) string {
	out := make([]byte, 0, n+4)
	space := false
	for i, c := range s {
		if c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == '\u00a0' {
			space = len(out) > 0
			if space && len(out) >= n*3/4 && len(s)-i > n/4 && len(out)+12 >= n {
				return string(out) + "…"
			}
			continue
		}
		if space {
			out, space = append(out, ' '), false
		}
		out = append(out, string(c)...)
		if len(out) >= n {
			return string(out) + "…"
		}
	}
	return string(out)
}

// actors are the place names as the finder of quotes needs them.
func actors(ts []story.Toponym) []quotation.Place {
	out := make([]quotation.Place, 0, len(ts))
	for i := range ts {
		p := quotation.Place{Span: ts[i].Span, Name: ts[i].Name, Actorish: ts[i].Use == story.UseActor}
		if ts[i].Placed && ts[i].Place.Name != "" {
			p.Name = ts[i].Place.Name
		}
		out = append(out, p)
	}
	return out
}

func spans(t *token.Text, rs []token.Range) []story.Span {
	out := make([]story.Span, len(rs))
	for i, r := range rs {
		out[i].Start, out[i].End = t.Bytes(r)
	}
	return out
}
