package story

import (
	"math"
	"slices"

	"dateline/geo"
)

// Filter narrows what is visible, apart from the Period. The zero Filter hides nothing. Parts of different kinds all
// have to hold; within one list any entry will do. Compare filters with Equal.
type Filter struct {
	HideActors bool // leave the rings of actors and speakers' seats out
	HideEvents bool // leave events out
	HideQuotes bool // leave quotes out
	HideUnreal bool // leave events out that are planned, conditional, denied, claimed or an opinion

	Articles []string      // only these, by Document.ID; empty is all
	Speakers []SpeakerID   // only what these say, do or are quoted on; empty is all
	Places   []geo.PlaceID // only what is in or about these places and what lies in them; empty is all
	MinP     float64       // only events whose place and day, and quotes whose speaker, are at least so probable; 0 is what is Likely, HoweverLikely is all
	Main     int           // only the so many events that most articles tell of, of Articles if any are named; 0 is all
	Words    string        // only sentences and quotes in which each of these words begins a word, in any case; "" is all
}

// Likely is how probable an event must be at least to be shown when nobody asks for more: from there on, more are right
// than not in all that they say. HoweverLikely as Filter.MinP shows all that was found.
const (
	Likely        = 0.33
	HoweverLikely = -1
)

// On reports whether the filter hides more than what is not Likely.
func (f Filter) On() bool {
	return f.HideActors || f.HideEvents || f.HideQuotes || f.HideUnreal || len(f.Articles) > 0 || len(f.Speakers) > 0 || len(f.Places) > 0 ||
		f.MinP > 0 || f.Main > 0 || len(NewWords(f.Words)) > 0
}

// Equal reports whether two filters are the same, their lists in the same order.
func (f Filter) Equal(o Filter) bool {
	return f.HideActors == o.HideActors && f.HideEvents == o.HideEvents && f.HideQuotes == o.HideQuotes && f.HideUnreal == o.HideUnreal && f.MinP == o.MinP && f.Main == o.Main &&
		f.Words == o.Words && slices.Equal(f.Articles, o.Articles) && slices.Equal(f.Speakers, o.Speakers) &&
		slices.Equal(f.Places, o.Places)
}

// In is the filter without what is not in the story s, so that an article that was closed hides nothing.
func (f Filter) In(s *Story) Filter {
	f.Articles = wanted(f.Articles, func(id string) bool { return s.ArticleAt(id) >= 0 })
	f.Speakers = wanted(f.Speakers, func(id SpeakerID) bool { return s.SpeakerAt(id) >= 0 })
	f.Places = wanted(f.Places, func(id geo.PlaceID) bool { _, ok := PlaceNamed(s, id); return ok })
	return f
}

// wanted is a new slice of what of list is wanted; nil if nothing is.
func wanted[T any](list []T, want func(T) bool) []T {
	var out []T
	for _, x := range list {
		if want(x) {
			out = append(out, x)
		}
	}
	return out
}

// PlaceNamed finds a place of the story by its id; false if nothing in the story is there.
func PlaceNamed(s *Story, id geo.PlaceID) (geo.Place, bool) {
	for i := range s.Events {
		if w := s.Events[i].Where; w != nil && w.Place.ID == id {
			return w.Place, true
		}
	}
	for i := range s.Quotes {
		if w := s.Quotes[i].Where; w != nil && w.Place.ID == id {
			return w.Place, true
		}
	}
	for _, a := range s.Articles {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; t.Placed && t.Place.ID == id {
				return t.Place, true
			}
		}
	}
	return geo.Place{}, false
}

// Within reports whether q is the place p or lies in it, as far as the gazetteer says: a country, a region or a
// district of government holds what carries its code, a city the seats of power in it.
func Within(p, q *geo.Place) bool {
	if p.ID == q.ID {
		return true
	}
	switch p.Kind {
	case geo.KindCountry:
		return p.Country != "" && p.Country == q.Country
	case geo.KindAdmin1:
		return p.Country == q.Country && p.Admin1 != "" && p.Admin1 == q.Admin1
	case geo.KindAdmin2:
		return p.Country == q.Country && p.Admin1 == q.Admin1 && p.Admin2 != "" && p.Admin2 == q.Admin2
	case geo.KindCity:
		return q.Kind == geo.KindSeat && p.Country == q.Country && near(p.Anchor, q.Anchor)
	}
	return false
}

// Passing gives the events that a filter lets through, whatever their time, in story order.
func Passing(s *Story, f Filter) []int { return Through(s, f).Events }

// PassingQuotes gives the quotes that a filter lets through, whatever their time, in story order; no marks of distance.
func PassingQuotes(s *Story, f Filter) []int { return Through(s, f).Quotes }

// Passed is what a Filter lets through of a story, whatever its time, in story order. It is worked out once, so that a step of
// the slider only asks for the days of what passes. Never changed; an empty one is of no story.
type Passed struct {
	Events []int // indices into Story.Events
	Quotes []int // indices into Story.Quotes; no marks of distance

	story  *Story
	filter Filter
	told   kept // Events but for those by form only
	named  kept // events by form only: see View.Named
	said   kept // Quotes
	actors kept
	maybe  kept // events that are not shown because they are not Likely
	whole  int  // see View.Whole: none, and places that the story names are marked, since nothing else is
}

// kept is what passes a filter, with the days that it may have been on: asked for at each step of the slider, and far apart in
// the Story.
type kept struct {
	all   []int
	dated []keptDays
}

type keptDays struct {
	at       int32
	from, to Day
}

func (k *kept) add(i int, m *Moment) {
	k.all = append(k.all, i)
	if m.Dated() {
		k.dated = append(k.dated, keptDays{int32(i), m.Earliest, m.Latest})
	}
}

// in gives what is to be shown in p to show, by Period.Holds.
func (k *kept) in(p Period, show func(i int)) {
	if !p.On {
		for _, i := range k.all {
			show(i)
		}
		return
	}
	for _, d := range k.dated {
		if d.from <= p.To && p.From <= d.to {
			show(int(d.at))
		}
	}
}

// Through gives what passes a filter.
func Through(s *Story, f Filter) *Passed {
	p := &Passed{story: s, filter: f}
	if s == nil {
		return p
	}
	t := newSieve(s, f)
	most := 0
	if t.all {
		most = len(s.Events)
	}
	p.Events, p.told = make([]int, 0, most), kept{make([]int, 0, most), make([]keptDays, 0, most)}
	for i := range s.Events {
		e := &s.Events[i]
		passes := t.event(i)
		if passes {
			p.Events = append(p.Events, i)
		}
		if !e.Mention && (f.MinP < 0 || e.IsLikely()) {
			p.whole++
		}
		switch {
		case e.Mention:
			if t.named(e) {
				p.named.add(i, &e.When)
			}
		case passes:
			p.told.add(i, &e.When)
		case f.MinP == 0 && !e.IsLikely():
			p.maybe.add(i, &e.When)
		}
	}
	if p.whole == 0 { // what is unlikely to be a happening names its place all the same: "It is near Lecce"
		p.named = kept{}
		for i := range s.Events {
			if e := &s.Events[i]; t.named(e) && (e.Mention || f.MinP == 0) {
				p.named.add(i, &e.When)
			}
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; !q.Scare && t.quote(i) {
			p.Quotes = append(p.Quotes, i)
			p.said.add(i, &q.When)
		}
	}
	for i := range s.Actors {
		a := &s.Actors[i]
		if a.Doc < 0 || a.Doc >= len(s.Articles) || a.Toponym < 0 || a.Toponym >= len(s.Articles[a.Doc].Toponyms) {
			continue
		}
		if t.actor(a, &s.Articles[a.Doc].Toponyms[a.Toponym]) {
			p.actors.add(i, &a.When)
		}
	}
	return p
}

// sieve is a Filter made ready for one story.
type sieve struct {
	s        *Story
	f        Filter
	all      bool // only what is drawn may be hidden
	articles []bool
	speakers []bool
	spoken   map[int]bool // events that one of the speakers' quotes speaks of
	places   []geo.Place
	inside   map[geo.PlaceID]bool // answers given before
	words    Words
	main     map[string]bool // the main events, by Event.Same; nil for all
	doc      int             // the sentence looked at last, and whether the words are in it
	span     Span
	said     bool
}

func newSieve(s *Story, f Filter) *sieve {
	t := &sieve{s: s, f: f, words: NewWords(f.Words), doc: -1}
	t.articles = picked(f.Articles, len(s.Articles), s.ArticleAt)
	t.speakers = picked(f.Speakers, len(s.Speakers), s.SpeakerAt)
	if t.speakers != nil {
		t.spoken = map[int]bool{}
		for i := range s.Quotes {
			if q := &s.Quotes[i]; t.speaks(q.Speaker) {
				for _, e := range q.Events {
					t.spoken[e] = true
				}
			}
		}
	}
	if len(f.Places) > 0 {
		t.inside = map[geo.PlaceID]bool{}
		for _, id := range f.Places {
			if p, ok := PlaceNamed(s, id); ok {
				t.places = append(t.places, p)
			}
		}
	}
	if f.Main > 0 {
		t.main = mainEvents(s, f.Main, t.articles)
	}
	t.all = t.main == nil && !f.HideUnreal && t.articles == nil && t.speakers == nil && t.inside == nil && f.MinP <= 0 && len(t.words) == 0
	return t
}

// picked marks the chosen of n; nil where all are. Ids of things that are not there are not heeded, but the list then
// still narrows.
func picked[ID comparable](list []ID, n int, at func(ID) int) []bool {
	if len(list) == 0 {
		return nil
	}
	out := make([]bool, n)
	for _, id := range list {
		if i := at(id); i >= 0 {
			out[i] = true
		}
	}
	return out
}

func (t *sieve) event(i int) bool {
	if t.f.HideEvents {
		return false
	}
	e := &t.s.Events[i]
	if t.f.MinP >= 0 && !e.IsLikely() || t.f.HideUnreal && !e.Modality.Real() {
		return false
	}
	if t.all {
		return true
	}
	if t.main != nil && !t.main[e.Same] {
		return false
	}
	return t.article(e.Doc) && t.sure(e.P, e.Where, &e.When) && (t.speakers == nil || t.told(i, e)) &&
		(t.inside == nil || t.at(e.Where)) && t.worded(e.Doc, e.Sentence)
}

// named reports a place that a text only names, as likely as it is the place that is meant. Filters of what is told leave it out.
func (t *sieve) named(e *Event) bool {
	if e.Where == nil || e.Where.Actor || t.f.HideEvents || t.main != nil || t.speakers != nil {
		return false
	}
	return (t.f.MinP < 0 || e.Where.P >= max(namedLikely, t.f.MinP)) && t.article(e.Doc) && (t.inside == nil || t.at(e.Where)) && t.worded(e.Doc, e.Sentence)
}

// namedLikely is how probable a place must be at least that a text only names: from there on, more are right than not.
const namedLikely = 0.5

// IsLikely reports an event that is shown when nobody asks for more. One of which no probability is known is.
func (e *Event) IsLikely() bool { return e.P >= Likely || e.P == 0 }

// told reports whether one of the speakers takes part in the event or speaks of it.
func (t *sieve) told(i int, e *Event) bool {
	if t.spoken[i] {
		return true
	}
	for _, who := range e.Who {
		if t.speaks(who) {
			return true
		}
	}
	for _, q := range e.Quotes {
		if q >= 0 && q < len(t.s.Quotes) && t.speaks(t.s.Quotes[q].Speaker) {
			return true
		}
	}
	return false
}

func (t *sieve) quote(i int) bool {
	if t.f.HideQuotes {
		return false
	}
	if t.all {
		return true
	}
	q := &t.s.Quotes[i]
	return t.article(q.Doc) && (q.Speaker < 0 || q.P >= t.f.MinP) && (t.speakers == nil || t.speaks(q.Speaker)) &&
		(t.inside == nil || t.about(q)) && t.worded(q.Doc, q.Span)
}

// about reports whether the words were said in one of the places or speak of what happened there.
func (t *sieve) about(q *Quote) bool {
	if t.at(q.Where) {
		return true
	}
	for _, e := range q.Events {
		if e >= 0 && e < len(t.s.Events) && t.at(t.s.Events[e].Where) {
			return true
		}
	}
	return false
}

// actor reports whether the ring of a state that acts is to be seen. It is nobody's speech.
func (t *sieve) actor(a *Actor, top *Toponym) bool {
	if t.f.HideActors || t.speakers != nil {
		return false
	}
	if t.all {
		return true
	}
	return t.article(a.Doc) && top.P >= t.f.MinP && (t.inside == nil || top.Placed && t.in(&top.Place)) && t.worded(a.Doc, a.Sentence)
}

func (t *sieve) article(doc int) bool {
	return t.articles == nil || doc >= 0 && doc < len(t.articles) && t.articles[doc]
}

func (t *sieve) speaks(i int) bool { return i >= 0 && i < len(t.speakers) && t.speakers[i] }

// sure reports whether place and day of an event are both probable enough. Where one is not known the other decides;
// where neither is, the probability that there is an event at all.
func (t *sieve) sure(p float64, w *Spot, m *Moment) bool {
	switch {
	case t.f.MinP <= 0:
		return true
	case w != nil && m.Dated():
		p = math.Min(w.P, m.P)
	case w != nil:
		p = w.P
	case m.Dated():
		p = m.P
	}
	return p >= t.f.MinP
}

func (t *sieve) at(w *Spot) bool { return w != nil && t.in(&w.Place) }

func (t *sieve) in(q *geo.Place) bool {
	if ok, known := t.inside[q.ID]; known {
		return ok
	}
	ok := slices.ContainsFunc(t.places, func(p geo.Place) bool { return Within(&p, q) })
	t.inside[q.ID] = ok
	return ok
}

// worded reports whether the words stand in the span. Events of one sentence follow each other, so the last answer is
// kept.
func (t *sieve) worded(doc int, span Span) bool {
	if len(t.words) == 0 {
		return true
	}
	if doc == t.doc && span == t.span {
		return t.said
	}
	t.doc, t.span, t.said = doc, span, false
	if doc >= 0 && doc < len(t.s.Articles) {
		t.said = t.words.In(span.In(t.s.Articles[doc].Text))
	}
	return t.said
}
