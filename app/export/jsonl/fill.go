package jsonl

import (
	"bytes"
	"encoding/json"
	"io"
	"sort"
	"strconv"

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/story"
	"dateline/geo"
)

// Append adds the line of article doc, with its line break, to b.
func (l Lines) Append(b []byte, doc int, o Options) []byte {
	w := &writer{b: b}
	w.article(l, doc, o)
	return w.b
}

// Write writes the line of article doc, with its line break.
func (l Lines) Write(out io.Writer, doc int, o Options) error {
	w := &writer{out: out}
	w.article(l, doc, o)
	w.flush()
	return w.err
}

func (w *writer) article(l Lines, doc int, o Options) {
	a := l.s.Articles[doc]
	w.s, w.text = l.s, runes.Of(a.Text)
	w.open('{')
	w.id(a, o)
	if o.WithDoc {
		w.origin(a)
	}
	if copies := l.s.CopiesOf(doc); len(copies) > 0 { // ids of the other articles with the same text
		ids := make([]string, len(copies))
		for k, i := range copies {
			ids[k] = l.s.Articles[i].ID
		}
		w.list("copies", ids)
	}
	if o.WithDoc {
		w.source(a)
	}
	w.dct(&a.Published)
	w.places(a.Toponyms)
	w.times(a.Timexes)
	w.quotes(doc)
	w.events(l.events[doc], firstQuote(l.s, doc), firstQuote(l.s, doc+1))
	w.claims(doc)
	w.people(a.People)
	w.zones(a.Zones)
	w.some("attribution", o.Attribution)
	w.close('}')
	w.b = append(w.b, '\n')
}

// id writes the id: a text, or what a corpus has in its place.
func (w *writer) id(a *story.Article, o Options) {
	var raw bytes.Buffer
	switch {
	case o.RawID != nil && json.Compact(&raw, o.RawID) == nil:
		w.key("id")
		w.b = append(w.b, raw.Bytes()...)
	case o.ID != "":
		w.str("id", o.ID)
	default:
		w.str("id", a.ID)
	}
}

// origin and source write what is known of the article besides its text.
func (w *writer) origin(a *story.Article) {
	w.some("file", a.File)
	w.some("title", a.Title)
	w.some("subtitle", a.Subtitle)
	w.some("byline", a.Author())
	w.some("author", a.Author())
	w.some("publisher", a.PublishedBy())
	w.some("section", a.Section)
	w.some("language", a.Tag())
	w.some("url", a.URL)
	if c, ok := a.Updated(); ok {
		w.some("updated", export.Day(c.Day))
	}
	w.some("retrieved", a.Retrieved) // a moment in UTC
	w.some("container", a.Container)
	if a.Part != 0 {
		w.int("part", a.Part)
	}
}

func (w *writer) source(a *story.Article) {
	if a.Encoding != "UTF-8" { // of a text file that is in another
		w.some("encoding", a.Encoding)
	}
	w.some("sha256", a.Hash)
	w.str("text", a.Text)
	if len(a.Notes) > 0 {
		w.list("notes", a.Notes)
	}
}

// dct writes when the article was published.
func (w *writer) dct(p *story.Publication) {
	w.key("dct")
	w.open('{')
	w.key("best")
	if known := p.Kind != story.DateUnknown; known {
		w.day(p.Best)
	} else {
		w.b = append(w.b, "null"...)
	}
	w.key("from")
	w.day(p.From)
	w.key("to")
	w.day(p.To)
	if p.Kind != story.DateUnknown && p.From50.Bounded() {
		w.key("from50")
		w.day(p.From50)
	}
	if p.Kind != story.DateUnknown && p.To50.Bounded() {
		w.key("to50")
		w.day(p.To50)
	}
	w.str("kind", p.Kind.String())
	w.p("p", p.P)
	w.why(p.Reasons)
	w.close('}')
}

func (w *writer) places(all []story.Toponym) {
	w.key("places")
	w.open('[')
	for i := range all {
		w.next()
		w.place(&all[i])
	}
	w.close(']')
}

func (w *writer) place(t *story.Toponym) {
	name, kind := t.Name, t.Kind
	if t.Placed {
		name, kind = t.Place.Name, t.Place.Kind
	}
	w.open('{')
	w.span("start", "end", t.Span)
	w.str("text", t.Span.In(w.text.Words))
	w.some("name", name)
	w.str("kind", kind.String())
	w.str("use", t.Use.String())
	w.bool("literal", t.Use == story.UseLiteral)
	if t.Placed {
		w.point(t.Place.Point)
		w.geonameID(t.Place.ID)
		w.some("country", t.Place.Country)
		w.anchor(&t.Place)
	} else { // no index knows it
		w.null("lat")
		w.null("lon")
	}
	w.p("p", t.P)
	w.p("use_p", t.UseP)
	w.p("name_p", t.NameP)
	w.key("rivals")
	w.open('[')
	for i := range min(maxRivals, len(t.Rivals)) {
		w.next()
		w.rival(&t.Rivals[i])
	}
	w.close(']')
	w.why(t.Reasons)
	w.close('}')
}

// maxRivals bounds the rivals of a place in a line; they stand most probable first.
const maxRivals = 3

func (w *writer) rival(c *story.Candidate) {
	w.open('{')
	w.str("name", c.Place.Name)
	w.str("kind", c.Place.Kind.String())
	w.some("country", c.Place.Country)
	w.some("admin1", c.Place.Admin1Name)
	w.point(c.Place.Point)
	w.geonameID(c.Place.ID)
	w.p("p", c.P)
	w.close('}')
}

func (w *writer) geonameID(id geo.PlaceID) {
	if n, ok := id.GeoNames(); ok {
		w.int("geonameid", int(n))
	}
}

// times writes the expressions of time, and apart from them what dates the telling without being one.
func (w *writer) times(all []story.Timex) {
	w.key("timexes")
	w.open('[')
	implied := false
	for i := range all {
		if all[i].Implied {
			implied = true
			continue
		}
		w.next()
		w.time(&all[i])
	}
	w.close(']')
	if !implied {
		return
	}
	w.key("implied")
	w.open('[')
	for i := range all {
		if all[i].Implied {
			w.next()
			w.time(&all[i])
		}
	}
	w.close(']')
}

func (w *writer) time(t *story.Timex) {
	w.open('{')
	w.span("start", "end", t.Span)
	w.str("text", t.Span.In(w.text.Words))
	w.str("type", t.Type.String())
	w.str("value", t.Value)
	w.some("mod", t.Mod)
	w.days("resolved", t.Moment)
	if t.Vague {
		w.bool("vague", true)
	}
	w.p("p", t.P)
	w.why(t.Reasons)
	w.close('}')
}

// firstQuote is the index of an article's first quote: quotes stand by article.
func firstQuote(s *story.Story, doc int) int {
	return sort.Search(len(s.Quotes), func(i int) bool { return s.Quotes[i].Doc >= doc })
}

func (w *writer) quotes(doc int) {
	w.key("quotes")
	w.open('[')
	for i := firstQuote(w.s, doc); i < len(w.s.Quotes) && w.s.Quotes[i].Doc == doc; i++ {
		w.next()
		w.quote(&w.s.Quotes[i])
	}
	w.close(']')
}

func (w *writer) quote(q *story.Quote) {
	w.open('{')
	w.span("start", "end", q.Span)
	w.str("text", q.Span.In(w.text.Words))
	w.str("kind", q.Kind.String())
	w.bool("partial", q.Partial)
	w.bool("scare", q.Scare)
	w.speaker(q)
	w.some("cue", q.Cue.In(w.text.Words))
	if !q.Cue.Empty() {
		w.span("cue_start", "cue_end", q.Cue)
	}
	w.days("when", q.When)
	w.str("basis", q.When.Basis.String())
	if q.Where == nil {
		w.null("where")
	} else {
		w.str("where", q.Where.Place.Name)
		use := "literal"
		if q.Where.Actor {
			use = "actor"
		}
		w.str("where_use", use)
		w.point(q.Where.Place.Point)
	}
	w.p("p", q.P)
	w.why(q.Reasons)
	if len(export.Speakers(w.s, q.Also)) > 0 { // others who say it together with the speaker
		w.speakers("also", q.Also)
	}
	if len(q.Variants) > 0 {
		w.variants(q.Variants)
	}
	w.close('}')
}

// speaker writes who says it.
func (w *writer) speaker(q *story.Quote) {
	var sp *story.Speaker
	name := ""
	if q.Speaker >= 0 && q.Speaker < len(w.s.Speakers) {
		sp = &w.s.Speakers[q.Speaker]
		name = sp.Name
	}
	if !q.By.Empty() {
		name = q.By.In(w.text.Words)
	}
	w.some("speaker", name)
	if !q.By.Empty() {
		w.span("speaker_start", "speaker_end", q.By)
	}
	if sp == nil {
		return
	}
	w.some("speaker_name", sp.Name)
	if len(sp.Aliases) > 0 {
		w.list("speaker_aliases", sp.Aliases)
	}
	w.some("speaker_kind", sp.Kind.String())
	w.some("speaker_role", sp.Role)
}

// variants writes the quotes of other articles that give the same words: the id of the other article, the number of the quote
// there, and the words of this quote that the other one lacks.
func (w *writer) variants(all []story.Variant) {
	w.key("variants")
	w.open('[')
	for _, v := range all {
		o := &w.s.Quotes[v.Quote]
		w.next()
		w.open('{')
		w.str("id", w.s.Articles[o.Doc].ID)
		w.int("quote", v.Quote-firstQuote(w.s, o.Doc))
		w.str("text", o.Span.In(w.s.Articles[o.Doc].Text))
		w.p("share", v.Share)
		w.key("only")
		w.open('[')
		for _, sp := range v.Only {
			w.next()
			w.b = append(strconv.AppendInt(append(w.b, '['), int64(w.text.At(sp.Start)), 10), ',')
			w.b = append(strconv.AppendInt(w.b, int64(w.text.At(sp.End)), 10), ']')
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
}

// events writes the events of an article; first and end say where its quotes stand.
func (w *writer) events(all []int32, first, end int) {
	w.key("events")
	w.open('[')
	for _, i := range all {
		w.next()
		w.event(&w.s.Events[i], first, end)
	}
	w.close(']')
}

func (w *writer) event(e *story.Event, first, end int) {
	w.open('{')
	w.span("start", "end", e.Span)
	w.str("text", e.Span.In(w.text.Words))
	w.str("what", e.What)
	w.where(e)
	w.days("when", e.When)
	w.str("basis", e.When.Basis.String())
	w.str("modality", e.Modality.String())
	if e.Mention { // the place is only named
		w.bool("mention", true)
	}
	w.speakers("who", e.Who)
	w.key("quotes")
	w.open('[')
	for _, q := range e.Quotes {
		if q >= first && q < end {
			w.next()
			w.b = strconv.AppendInt(w.b, int64(q-first), 10)
		}
	}
	w.close(']')
	w.str("id", e.Same)
	w.p("p", e.P)
	w.int("weight", e.Weight)     // how many articles tell of it
	w.bool("shown", e.IsLikely()) // likely enough for the window and the other formats to show it unasked
	if e.Where != nil && export.Round3(e.Where.P) != 0 {
		w.p("where_p", e.Where.P)
	}
	if export.Round3(e.When.P) != 0 {
		w.p("when_p", e.When.P)
	}
	w.why(e.Reasons, e.When.Reasons)
	w.close('}')
}

// where writes the place of an event. One that the gazetteer lacks is "coarse" and has the point of what the text says it
// lies "in".
func (w *writer) where(e *story.Event) {
	switch {
	case e.Named != "":
		w.str("where", e.Named)
	case e.Where != nil:
		w.str("where", e.Where.Place.Name)
	default:
		w.null("where")
	}
	if e.Where == nil {
		return
	}
	w.some("kind", e.Where.Place.Kind.String())
	w.point(e.Where.Place.Point)
	w.anchor(&e.Where.Place)
	if e.Named != "" {
		w.bool("coarse", true)
		w.some("in", e.Where.Place.Name)
	}
}

// claims writes what the article asserts, reports or denies; claims stand by article.
func (w *writer) claims(doc int) {
	all := w.s.Claims
	w.key("claims")
	w.open('[')
	for i := sort.Search(len(all), func(i int) bool { return all[i].Doc >= doc }); i < len(all) && all[i].Doc == doc; i++ {
		c := &all[i]
		w.next()
		w.open('{')
		w.str("event", c.Event)
		w.str("stance", c.Stance.String())
		w.some("speaker", export.Speaker(w.s, c.Speaker))
		w.span("start", "end", c.Span)
		w.p("p", c.P)
		w.why(c.Reasons)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) people(all []story.Person) {
	w.key("people")
	w.open('[')
	for i := range all {
		w.next()
		w.open('{')
		w.str("name", all[i].Name)
		w.list("aliases", all[i].Aliases)
		w.close('}')
	}
	w.close(']')
}

func (w *writer) zones(all []story.Zone) {
	w.key("zones")
	w.open('[')
	for _, z := range all {
		w.next()
		w.open('{')
		w.span("start", "end", z.Span)
		w.str("zone", z.Kind.String())
		w.close('}')
	}
	w.close(']')
}
