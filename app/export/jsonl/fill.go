package jsonl

import (
	"sort"

	"dateline/app/export"
	"dateline/app/export/internal/runes"
	"dateline/app/story"
	"dateline/geo"
)

// articleOf gives the line of one article.
func articleOf(s *story.Story, doc int, o Options) article {
	a := s.Articles[doc]
	r := runes.Of(a.Text)
	l := article{ID: idOf(a, o), DCT: dctOf(a.Published), Attribution: o.Attribution,
		Places: []place{}, Timexes: []timex{}, Quotes: []quote{}, Events: []event{}, Claims: []claim{}, People: []person{}, Zones: []zone{}}
	if o.WithDoc {
		l.Text = &a.Text
		l.origin(a)
	}
	for _, i := range s.CopiesOf(doc) {
		l.Copies = append(l.Copies, s.Articles[i].ID)
	}
	for i := range a.Toponyms {
		l.Places = append(l.Places, placeOf(&a.Toponyms[i], r))
	}
	for i := range a.Timexes {
		if t := &a.Timexes[i]; t.Implied {
			l.Implied = append(l.Implied, timexOf(t, r))
		} else {
			l.Timexes = append(l.Timexes, timexOf(t, r))
		}
	}
	for _, p := range a.People {
		l.People = append(l.People, person{Name: p.Name, Aliases: list(p.Aliases)})
	}
	for _, z := range a.Zones {
		l.Zones = append(l.Zones, zone{Start: r.At(z.Span.Start), End: r.At(z.Span.End), Zone: z.Kind.String()})
	}
	l.told(s, doc, r)
	return l
}

// origin is what is known of the article besides its text.
func (l *article) origin(a *story.Article) {
	l.File, l.Title, l.Subtitle, l.URL, l.Notes = a.File, a.Title, a.Subtitle, a.URL, a.Notes
	l.Byline, l.Author = a.Author(), a.Author()
	l.Publisher, l.Section, l.Language = a.PublishedBy(), a.Section, a.Tag()
	l.Retrieved, l.Container, l.Part, l.SHA256 = a.Retrieved, a.Container, a.Part, a.Hash
	if a.Encoding != "UTF-8" {
		l.Encoding = a.Encoding
	}
	if c, ok := a.Updated(); ok {
		l.Updated = export.Day(c.Day)
	}
}

// told adds what the story knows of the article beyond its own findings: quotes, events and claims.
func (l *article) told(s *story.Story, doc int, r *runes.Text) {
	local := firstQuote(s, doc) // quotes and claims stand by article
	for i := local; i < len(s.Quotes) && s.Quotes[i].Doc == doc; i++ {
		l.Quotes = append(l.Quotes, quoteOf(s, &s.Quotes[i], r))
	}
	for i := range s.Events {
		if s.Events[i].Doc == doc {
			l.Events = append(l.Events, eventOf(s, &s.Events[i], r, local, len(l.Quotes)))
		}
	}
	first := sort.Search(len(s.Claims), func(i int) bool { return s.Claims[i].Doc >= doc })
	for i := first; i < len(s.Claims) && s.Claims[i].Doc == doc; i++ {
		c := &s.Claims[i]
		l.Claims = append(l.Claims, claim{Event: c.Event, Stance: c.Stance.String(), Speaker: export.Speaker(s, c.Speaker),
			Start: r.At(c.Span.Start), End: r.At(c.Span.End), P: export.Round3(c.P), Why: export.Why(c.Reasons)})
	}
}

func timexOf(t *story.Timex, r *runes.Text) timex {
	return timex{Start: r.At(t.Span.Start), End: r.At(t.Span.End), Text: t.Span.In(r.Words), Type: t.Type.String(),
		Value: t.Value, Mod: t.Mod, Resolved: interval(t.Moment), Vague: t.Vague, P: export.Round3(t.P), Why: export.Why(t.Reasons)}
}

// idOf is the id to write for an article.
func idOf(a *story.Article, o Options) any {
	if o.RawID != nil {
		return o.RawID
	}
	return first(o.ID, a.ID)
}

func dctOf(p story.Publication) published {
	d := published{Kind: p.Kind.String(), P: export.Round3(p.P), Why: export.Why(p.Reasons)}
	if p.Kind != story.DateUnknown {
		d.Best = dayOf(p.Best)
	}
	d.From, d.To = dayOf(p.From), dayOf(p.To)
	if p.Kind != story.DateUnknown {
		d.From50, d.To50 = dayOf(p.From50), dayOf(p.To50)
	}
	return d
}

// maxRivals bounds the rivals of a place in a line; they stand most probable first.
const maxRivals = 3

func placeOf(t *story.Toponym, r *runes.Text) place {
	p := place{Start: r.At(t.Span.Start), End: r.At(t.Span.End), Text: t.Span.In(r.Words), Name: t.Name, Kind: t.Kind.String(), Use: t.Use.String(),
		Literal: t.Use == story.UseLiteral, P: export.Round3(t.P), UseP: export.Round3(t.UseP), NameP: export.Round3(t.NameP), Rivals: []rival{}, Why: export.Why(t.Reasons)}
	if t.Placed {
		p.Name, p.Kind, p.Country = t.Place.Name, t.Place.Kind.String(), t.Place.Country
		p.Lat, p.Lon = point(t.Place)
		p.GeonameID = export.GeonameID(t.Place.ID)
		p.Anchor = anchor(t.Place)
	}
	for i := range t.Rivals {
		if i == maxRivals {
			break
		}
		c := &t.Rivals[i]
		p.Rivals = append(p.Rivals, rival{Name: c.Place.Name, Kind: c.Place.Kind.String(), Country: c.Place.Country, Admin1: c.Place.Admin1Name,
			Lat: export.Round5(c.Place.Point[1]), Lon: export.Round5(c.Place.Point[0]), GeonameID: export.GeonameID(c.Place.ID), P: export.Round3(c.P)})
	}
	return p
}

func quoteOf(s *story.Story, q *story.Quote, r *runes.Text) quote {
	j := quote{Start: r.At(q.Span.Start), End: r.At(q.Span.End), Text: q.Span.In(r.Words), Kind: q.Kind.String(), Partial: q.Partial, Scare: q.Scare,
		Cue: q.Cue.In(r.Words), When: interval(q.When), Basis: q.When.Basis.String(), P: export.Round3(q.P), Why: export.Why(q.Reasons)}
	if q.Speaker >= 0 && q.Speaker < len(s.Speakers) {
		sp := &s.Speakers[q.Speaker]
		j.Speaker, j.SpeakerName, j.SpeakerAliases, j.SpeakerKind, j.SpeakerRole = sp.Name, sp.Name, sp.Aliases, sp.Kind.String(), sp.Role
	}
	if !q.By.Empty() {
		j.Speaker = q.By.In(r.Words)
		j.SpeakerStart, j.SpeakerEnd = ends(q.By, r)
	}
	if !q.Cue.Empty() {
		j.CueStart, j.CueEnd = ends(q.Cue, r)
	}
	if q.Where != nil {
		j.Where = &q.Where.Place.Name
		j.Lat, j.Lon = point(q.Where.Place)
		j.WhereUse = "literal"
		if q.Where.Actor {
			j.WhereUse = "actor"
		}
	}
	if len(q.Also) > 0 {
		j.Also = export.Speakers(s, q.Also)
	}
	for _, v := range q.Variants {
		o := &s.Quotes[v.Quote]
		k := variant{ID: s.Articles[o.Doc].ID, Quote: v.Quote - firstQuote(s, o.Doc), Text: o.Span.In(s.Articles[o.Doc].Text), Share: export.Round3(v.Share), Only: [][2]int{}}
		for _, sp := range v.Only {
			k.Only = append(k.Only, [2]int{r.At(sp.Start), r.At(sp.End)})
		}
		j.Variants = append(j.Variants, k)
	}
	return j
}

// firstQuote is the index of an article's first quote.
func firstQuote(s *story.Story, doc int) int {
	return sort.Search(len(s.Quotes), func(i int) bool { return s.Quotes[i].Doc >= doc })
}

// eventOf words an event; first and n say where the quotes of its article stand.
func eventOf(s *story.Story, e *story.Event, r *runes.Text, first, n int) event {
	j := event{Start: r.At(e.Span.Start), End: r.At(e.Span.End), Text: e.Span.In(r.Words), What: e.What, When: interval(e.When),
		Basis: e.When.Basis.String(), Modality: e.Modality.String(), Mention: e.Mention, Who: export.Speakers(s, e.Who), Quotes: []int{}, ID: e.Same, P: export.Round3(e.P), Weight: e.Weight, Shown: e.IsLikely(),
		WhenP: export.Round3(e.When.P), Why: append(export.Why(e.Reasons), export.Why(e.When.Reasons)...)}
	if e.Where != nil {
		j.Where, j.Kind = &e.Where.Place.Name, e.Where.Place.Kind.String()
		j.Lat, j.Lon = point(e.Where.Place)
		j.Anchor = anchor(e.Where.Place)
		j.WhereP = export.Round3(e.Where.P)
	}
	if e.Named != "" {
		j.Where, j.Coarse = &e.Named, e.Where != nil
		if e.Where != nil {
			j.In = e.Where.Place.Name
		}
	}
	for _, q := range e.Quotes {
		if k := q - first; k >= 0 && k < n {
			j.Quotes = append(j.Quotes, k)
		}
	}
	return j
}

// dayOf is a day or, where the end is open, nil.
func dayOf(d story.Day) *day {
	if !d.Bounded() {
		return nil
	}
	s := d.String()
	return &s
}

// interval gives both ends of a moment; nil when undated.
func interval(m story.Moment) *[2]*day {
	if !m.Dated() {
		return nil
	}
	return &[2]*day{dayOf(m.Earliest), dayOf(m.Latest)}
}

func point(p geo.Place) (lat, lon *float64) {
	a, b := export.Round5(p.Point[1]), export.Round5(p.Point[0])
	return &a, &b
}

func anchor(p geo.Place) *[2]float64 {
	a := export.Anchor(p)
	return &[2]float64{a[1], a[0]}
}

func ends(s story.Span, r *runes.Text) (*int, *int) {
	a, b := r.At(s.Start), r.At(s.End)
	return &a, &b
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}
