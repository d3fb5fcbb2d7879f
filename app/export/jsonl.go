package export

import (
	"bufio"
	"encoding/json"
	"io"
	"sort"

	"dateline/app/story"
	"dateline/geo"
)

// LineOptions say what a line of JSONL holds beyond what was found.
type LineOptions struct {
	ID      string // "" is the document's
	WithDoc bool   // adds "file", "title" and "text"
	Credit  bool   // adds "attribution"
}

// JSONL writes a line for every article of s: all that was found in it, with offsets in code points.
func JSONL(w io.Writer, s *story.Story, o LineOptions) error {
	b := bufio.NewWriter(w)
	for i := range s.Articles {
		if err := Line(b, s, i, o); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Line writes the line of one article.
func Line(w io.Writer, s *story.Story, doc int, o LineOptions) error {
	l := lineOf(s, doc, o)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(l)
}

type jsonLine struct {
	ID          string       `json:"id"`
	File        string       `json:"file,omitempty"`
	Title       string       `json:"title,omitempty"`
	URL         string       `json:"url,omitempty"`
	Text        *string      `json:"text,omitempty"`
	Notes       []string     `json:"notes,omitempty"`
	DCT         jsonDCT      `json:"dct"`
	Places      []jsonPlace  `json:"places"`
	Timexes     []jsonTimex  `json:"timexes"`
	Implied     []jsonTimex  `json:"implied,omitempty"` // what dates the telling without being an expression of time
	Quotes      []jsonQuote  `json:"quotes"`
	Events      []jsonEvent  `json:"events"`
	Claims      []jsonClaim  `json:"claims"`
	People      []jsonPerson `json:"people"`
	Zones       []jsonZone   `json:"zones"`
	Attribution string       `json:"attribution,omitempty"`
}

type jsonDCT struct {
	Best   *string  `json:"best"`
	From   *string  `json:"from"`
	To     *string  `json:"to"`
	From50 *string  `json:"from50,omitempty"`
	To50   *string  `json:"to50,omitempty"`
	Kind   string   `json:"kind"`
	P      float64  `json:"p"`
	Why    []string `json:"why"`
}

type jsonPlace struct {
	Start     int         `json:"start"`
	End       int         `json:"end"`
	Text      string      `json:"text"`
	Name      string      `json:"name,omitempty"`
	Kind      string      `json:"kind"`
	Use       string      `json:"use"`
	Literal   bool        `json:"literal"`
	Lat       *float64    `json:"lat,omitempty"`
	Lon       *float64    `json:"lon,omitempty"`
	GeonameID *int32      `json:"geonameid,omitempty"`
	Country   string      `json:"country,omitempty"`
	Anchor    *[2]float64 `json:"anchor,omitempty"`
	P         float64     `json:"p"`
	UseP      float64     `json:"use_p"`
	NameP     float64     `json:"name_p"`
	Rivals    []jsonRival `json:"rivals"`
	Why       []string    `json:"why"`
}

type jsonRival struct {
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	Country   string  `json:"country,omitempty"`
	Admin1    string  `json:"admin1,omitempty"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	GeonameID *int32  `json:"geonameid,omitempty"`
	P         float64 `json:"p"`
}

type jsonTimex struct {
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Type     string   `json:"type"`
	Value    string   `json:"value"`
	Mod      string   `json:"mod,omitempty"`
	Resolved *[2]*day `json:"resolved"`
	Vague    bool     `json:"vague,omitempty"`
	P        float64  `json:"p"`
	Why      []string `json:"why"`
}

// day is a date, or null where that end is open.
type day = string

type jsonQuote struct {
	Start          int      `json:"start"`
	End            int      `json:"end"`
	Text           string   `json:"text"`
	Kind           string   `json:"kind"`
	Partial        bool     `json:"partial"`
	Scare          bool     `json:"scare"`
	Speaker        string   `json:"speaker,omitempty"`
	SpeakerStart   *int     `json:"speaker_start,omitempty"`
	SpeakerEnd     *int     `json:"speaker_end,omitempty"`
	SpeakerName    string   `json:"speaker_name,omitempty"`
	SpeakerAliases []string `json:"speaker_aliases,omitempty"`
	SpeakerKind    string   `json:"speaker_kind,omitempty"`
	SpeakerRole    string   `json:"speaker_role,omitempty"`
	Cue            string   `json:"cue,omitempty"`
	CueStart       *int     `json:"cue_start,omitempty"`
	CueEnd         *int     `json:"cue_end,omitempty"`
	When           *[2]*day `json:"when"`
	Basis          string   `json:"basis"`
	Where          *string  `json:"where"`
	WhereUse       string   `json:"where_use,omitempty"`
	Lat            *float64 `json:"lat,omitempty"`
	Lon            *float64 `json:"lon,omitempty"`
	P              float64  `json:"p"`
	Why            []string `json:"why"`

	Also     []string      `json:"also,omitempty"` // others who say it together with the speaker
	Variants []jsonVariant `json:"variants,omitempty"`
}

// jsonVariant is a quote of another article that gives the same words.
type jsonVariant struct {
	ID    string   `json:"id"`    // of the other article
	Quote int      `json:"quote"` // index into its quotes
	Text  string   `json:"text"`
	Share float64  `json:"share"`
	Only  [][2]int `json:"only"` // the words of this quote that the other one lacks, in this article's text
}

type jsonEvent struct {
	Start    int         `json:"start"`
	End      int         `json:"end"`
	Text     string      `json:"text"`
	What     string      `json:"what"`
	Where    *string     `json:"where"`
	Kind     string      `json:"kind,omitempty"`
	Lat      *float64    `json:"lat,omitempty"`
	Lon      *float64    `json:"lon,omitempty"`
	Anchor   *[2]float64 `json:"anchor,omitempty"`
	When     *[2]*day    `json:"when"`
	Basis    string      `json:"basis"`
	Modality string      `json:"modality"`
	Mention  bool        `json:"mention,omitempty"` // the place is only named
	Who      []string    `json:"who"`
	Quotes   []int       `json:"quotes"`
	ID       string      `json:"id"`
	P        float64     `json:"p"`
	WhereP   float64     `json:"where_p,omitempty"`
	WhenP    float64     `json:"when_p,omitempty"`
	Why      []string    `json:"why"`
}

type jsonClaim struct {
	Event   string   `json:"event"`
	Stance  string   `json:"stance"`
	Speaker string   `json:"speaker,omitempty"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	P       float64  `json:"p"`
	Why     []string `json:"why"`
}

type jsonPerson struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

type jsonZone struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Zone  string `json:"zone"`
}

func lineOf(s *story.Story, doc int, o LineOptions) jsonLine {
	a := s.Articles[doc]
	r := newRunes(a.Text)
	l := jsonLine{ID: first(o.ID, a.ID), DCT: dctOf(a.Published),
		Places: []jsonPlace{}, Timexes: []jsonTimex{}, Quotes: []jsonQuote{}, Events: []jsonEvent{}, Claims: []jsonClaim{}, People: []jsonPerson{}, Zones: []jsonZone{}}
	if o.WithDoc {
		l.File, l.Title, l.URL, l.Text, l.Notes = a.File, a.Title, a.URL, &a.Text, a.Notes
	}
	if o.Credit {
		l.Attribution = Attribution
	}
	for i := range a.Toponyms {
		l.Places = append(l.Places, placeOf(&a.Toponyms[i], r))
	}
	for i := range a.Timexes {
		t := &a.Timexes[i]
		list := &l.Timexes
		if t.Implied {
			list = &l.Implied
		}
		*list = append(*list, jsonTimex{Start: r.at(t.Span.Start), End: r.at(t.Span.End), Text: t.Span.In(a.Text), Type: t.Type.String(),
			Value: t.Value, Mod: t.Mod, Resolved: interval(t.Moment), Vague: t.Vague, P: round3(t.P), Why: why(t.Reasons)})
	}
	local := firstQuote(s, doc) // quotes and claims stand by article
	for i := local; i < len(s.Quotes) && s.Quotes[i].Doc == doc; i++ {
		l.Quotes = append(l.Quotes, quoteOf(s, &s.Quotes[i], r))
	}
	for i := range s.Events {
		if s.Events[i].Doc == doc {
			l.Events = append(l.Events, eventOf(s, &s.Events[i], r, local, len(l.Quotes)))
		}
	}
	claim := sort.Search(len(s.Claims), func(i int) bool { return s.Claims[i].Doc >= doc })
	for i := claim; i < len(s.Claims) && s.Claims[i].Doc == doc; i++ {
		c := &s.Claims[i]
		l.Claims = append(l.Claims, jsonClaim{Event: c.Event, Stance: c.Stance.String(), Speaker: speakerName(s, c.Speaker),
			Start: r.at(c.Span.Start), End: r.at(c.Span.End), P: round3(c.P), Why: why(c.Reasons)})
	}
	for _, p := range a.People {
		l.People = append(l.People, jsonPerson{Name: p.Name, Aliases: list(p.Aliases)})
	}
	for _, z := range a.Zones {
		l.Zones = append(l.Zones, jsonZone{Start: r.at(z.Span.Start), End: r.at(z.Span.End), Zone: z.Kind.String()})
	}
	return l
}

func dctOf(p story.Publication) jsonDCT {
	d := jsonDCT{Kind: p.Kind.String(), P: round3(p.P), Why: why(p.Reasons)}
	if p.Kind != story.DateUnknown {
		d.Best = dayOf(p.Best)
	}
	d.From, d.To = dayOf(p.From), dayOf(p.To)
	if p.Kind != story.DateUnknown {
		d.From50, d.To50 = dayOf(p.From50), dayOf(p.To50)
	}
	return d
}

func placeOf(t *story.Toponym, r *runes) jsonPlace {
	p := jsonPlace{Start: r.at(t.Span.Start), End: r.at(t.Span.End), Text: t.Span.In(r.text), Kind: t.Kind.String(), Use: t.Use.String(),
		Literal: t.Use == story.UseLiteral, P: round3(t.P), UseP: round3(t.UseP), NameP: round3(t.NameP), Rivals: []jsonRival{}, Why: why(t.Reasons)}
	if t.Placed {
		p.Name, p.Kind, p.Country = t.Place.Name, t.Place.Kind.String(), t.Place.Country
		p.Lat, p.Lon = point(t.Place)
		p.GeonameID = geonameID(t.Place.ID)
		p.Anchor = anchor(t.Place)
	}
	for i := range t.Rivals {
		if i == 3 {
			break
		}
		c := &t.Rivals[i]
		p.Rivals = append(p.Rivals, jsonRival{Name: c.Place.Name, Kind: c.Place.Kind.String(), Country: c.Place.Country, Admin1: c.Place.Admin1Name,
			Lat: round5(c.Place.Point[1]), Lon: round5(c.Place.Point[0]), GeonameID: geonameID(c.Place.ID), P: round3(c.P)})
	}
	return p
}

func quoteOf(s *story.Story, q *story.Quote, r *runes) jsonQuote {
	j := jsonQuote{Start: r.at(q.Span.Start), End: r.at(q.Span.End), Text: q.Span.In(r.text), Kind: q.Kind.String(), Partial: q.Partial, Scare: q.Scare,
		Cue: q.Cue.In(r.text), When: interval(q.When), Basis: q.When.Basis.String(), P: round3(q.P), Why: why(q.Reasons)}
	if q.Speaker >= 0 && q.Speaker < len(s.Speakers) {
		sp := &s.Speakers[q.Speaker]
		j.Speaker, j.SpeakerName, j.SpeakerAliases, j.SpeakerKind, j.SpeakerRole = sp.Name, sp.Name, sp.Aliases, sp.Kind.String(), sp.Role
	}
	if !q.By.Empty() {
		j.Speaker = q.By.In(r.text)
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
		j.Also = names(s, q.Also)
	}
	for _, v := range q.Variants {
		o := &s.Quotes[v.Quote]
		k := jsonVariant{ID: s.Articles[o.Doc].ID, Quote: v.Quote - firstQuote(s, o.Doc), Text: o.Span.In(s.Articles[o.Doc].Text), Share: round3(v.Share), Only: [][2]int{}}
		for _, sp := range v.Only {
			k.Only = append(k.Only, [2]int{r.at(sp.Start), r.at(sp.End)})
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
func eventOf(s *story.Story, e *story.Event, r *runes, first, n int) jsonEvent {
	j := jsonEvent{Start: r.at(e.Span.Start), End: r.at(e.Span.End), Text: e.Span.In(r.text), What: e.What, When: interval(e.When),
		Basis: e.When.Basis.String(), Modality: e.Modality.String(), Mention: e.Mention, Who: names(s, e.Who), Quotes: []int{}, ID: e.Same, P: round3(e.P),
		WhenP: round3(e.When.P), Why: append(why(e.Reasons), why(e.When.Reasons)...)}
	if e.Where != nil {
		j.Where, j.Kind = &e.Where.Place.Name, e.Where.Place.Kind.String()
		j.Lat, j.Lon = point(e.Where.Place)
		j.Anchor = anchor(e.Where.Place)
		j.WhereP = round3(e.Where.P)
	}
	for _, q := range e.Quotes {
		if k := q - first; k >= 0 && k < n {
			j.Quotes = append(j.Quotes, k)
		}
	}
	return j
}

// interval gives both ends of a moment; nil when undated.
func interval(m story.Moment) *[2]*day {
	if !m.Dated() {
		return nil
	}
	return &[2]*day{dayOf(m.Earliest), dayOf(m.Latest)}
}

func point(p geo.Place) (lat, lon *float64) {
	a, b := round5(p.Point[1]), round5(p.Point[0])
	return &a, &b
}

func anchor(p geo.Place) *[2]float64 {
	a := anchorOf(p)
	return &[2]float64{round5(a[1]), round5(a[0])}
}

func geonameID(id geo.PlaceID) *int32 {
	if n, ok := id.GeoNames(); ok {
		return &n
	}
	return nil
}

func ends(s story.Span, r *runes) (*int, *int) {
	a, b := r.at(s.Start), r.at(s.End)
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
