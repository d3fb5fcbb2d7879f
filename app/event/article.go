package event

import (
	"dateline/app/reading"
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/gazetteer"
)

// article is one article while its events are being found.
type article struct {
	*reading.Resolved
	*room
	doc     int
	alone   bool // no other article is compared with it
	leaders *Leaders
	gaz     *gazetteer.Index
	w       *Weights
	text    *token.Text
	class   []grammar.Class
	last    int // longest of quoted, for the search

	people   []story.Speaker  // who speaks or acts: Resolved.Speakers, then the others that events name
	entities []int            // entity -> index into people; -1 until asked for
	byName   map[string][]int // entities by their names; nil until asked for
	acting   map[string]int   // state -> index into people
	named    []named          // the words of states, each once

	said  *story.Moment             // when things were said of which no day is told
	first story.Day                 // of the story's own happening; story.DayMin if no day is told
	told  memory                    // what the sentences before lend
	now   scene                     // the sentence that is being read
	used  []bool                    // which of its words have their event
	days  map[whyKey][]story.Reason // shared by the events that have them
}

// named is a word of this article that stands for a state: "Moscow", "Ukrainian", "Kremlin".
type named struct{ word, country string }

// whyKey is an expression of time and the step that found it.
type whyKey struct {
	time int
	code string
}

// spotStep is how finely the probability of a place is told: events with the same place share one value.
const spotStep = 20

// spot gives the place, shared by all events that have it as likely; p is how likely it is that of the event.
func (a *article) spot(q *placed, p float64) *story.Spot {
	step := int(spotStep*clamp(q.p*p) + 0.5)
	for _, s := range q.spots {
		if s.step == step {
			return s.spot
		}
	}
	s := &story.Spot{Place: *q.place, Toponym: q.top, P: float64(step) / spotStep}
	q.spots = append(q.spots, spotAt{step, s})
	return s
}

// placed is a literal toponym on the map.
type placed struct {
	top         int // index into Article.Toponyms
	first, last int // tokens
	place       *geo.Place
	p           float64
	pointed     bool // no name stands there: "the city"
	unknown     bool // the gazetteer lacks it: place has a name and nothing else
	local       bool // a street, a building: it lies where the article was written, if nothing else is said
	in          int  // of an unknown one: the known place of the article in which it lies; -1 for none
	spots       []spotAt
}

// spotAt is a place as likely as step says.
type spotAt struct {
	step int
	spot *story.Spot
}

// state is a toponym that acts: "Moscow", "Russian".
type state struct {
	first   int
	country string
	acts    bool // a name, no adjective
}

// timed is an expression of time with days.
type timed struct {
	index       int // into Times
	first, last int
	moment      story.Moment
}

// quoted is what somebody says.
type quoted struct {
	span  story.Span
	quote int // index into Resolved.Quotes
}

func (b *Finder) newArticle(doc int, r *reading.Resolved) *article {
	a := &article{Resolved: r, room: spare.Get().(*room), doc: doc, leaders: b.Leaders, gaz: b.Gazetteer, w: b.Weights, text: r.Text, class: r.Names.Classes()}
	if a.w == nil {
		a.w = &defaults
	}
	a.told = memory{place: -1, line: -1}
	a.longText(len(a.text.Source))
	if len(a.class) < len(a.text.Tokens) {
		a.class = grammar.Classes(a.text)
	}
	a.verbForms()
	for i := range r.Article.Toponyms {
		t := &r.Article.Toponyms[i]
		if !t.Placed {
			continue
		}
		first := a.text.At(t.Span.Start)
		last := max(first+1, a.text.At(t.Span.End-1)+1)
		clear(a.can[first:last]) // "Said" of Port Said is no verb
		switch t.Use {
		case story.UseLiteral:
			a.places = append(a.places, placed{top: i, first: first, last: last, place: &t.Place, p: t.P * t.NameP, in: -1})
		case story.UseInName:
			if a.sited(t, first) {
				a.places = append(a.places, placed{top: i, first: first, last: last, place: &t.Place, p: t.P * a.w.Where.Sited, in: -1})
			}
		case story.UseActor, story.UseAdjective:
			if t.Use == story.UseActor && a.heads(first, last) {
				a.places = append(a.places, placed{top: i, first: first, last: last, place: &t.Place, p: t.P * t.NameP, in: -1})
				continue
			}
			if t.Place.Country != "" {
				a.states = append(a.states, state{first, t.Place.Country, t.Use == story.UseActor})
				a.name(t.Name, t.Place.Country)
			}
		}
	}
	a.stateAt = begins(a.states, a.stateAt, func(s *state) int { return s.first })
	a.blockAt = begins(a.Names.Blocks, a.blockAt, func(b *name.Block) int { return b.Tokens.First })
	a.addUnknown()
	a.addDescribed()
	for i := range r.Times {
		t := &r.Times[i]
		if !t.Moment.Dated() || t.Vague || t.Type == story.TimexSet {
			continue
		}
		m := t.Moment
		a.bound(i, &m)
		a.ends(i, &m)
		first := a.text.At(t.Span.Start)
		if a.compares(i, first) || bareClock(&r.Reading.Times[i]) || lasting(&r.Reading.Times[i]) || a.stamp(&r.Reading.Times[i], first) {
			continue
		}
		a.times = append(a.times, timed{i, first, max(first+1, a.text.At(t.Span.End-1)+1), m})
	}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		if !q.Scare {
			a.quoted = append(a.quoted, quoted{q.Span, i})
			a.last = max(a.last, q.Span.Len())
		}
	}
	a.placeAt = begins(a.places, a.placeAt, func(p *placed) int { return p.first })
	a.timeAt = begins(a.times, a.timeAt, func(t *timed) int { return t.first })
	a.quotedAt = begins(a.quoted, a.quotedAt, func(q *quoted) int { return q.span.Start })
	a.enter()
	return a
}

// heads reports that a name at tokens [first, last) is where an article was written: "LIMA, 5 May (Sample Wire) -- ".
func (a *article) heads(first, last int) bool {
	ts := a.text.Tokens
	if ts[first].Flags&token.ParaStart == 0 || last >= len(ts) || a.byteAt(last) != ',' && a.byteAt(last) != '(' && !dash(a.text.Word(last)) && a.byteAt(last) != '-' {
		return false
	}
	for i := last; i < len(ts) && i < last+16 && ts[i].Flags&token.SentStart == 0; i++ {
		if (dash(a.text.Word(i)) || a.byteAt(i) == '-') && ts[i].Flags&token.Spaced != 0 {
			return true
		}
		if a.can[i] != 0 {
			return false
		}
	}
	return false
}

// name notes a word for a state, once.
func (a *article) name(word, country string) {
	for i := range a.named {
		if a.named[i].word == word {
			return
		}
	}
	if len(a.named) < a.w.Reach.States {
		a.named = append(a.named, named{word, country})
	}
}

// quoteAt gives the innermost quote that holds a span; -1 if there is none.
func (a *article) quoteAt(s story.Span) int {
	lo, hi := 0, len(a.quoted)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.quoted[mid].span.Start <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	best, size := -1, 0
	for i := lo - 1; i >= 0 && i > lo-40 && a.quoted[i].span.Start+a.last > s.Start; i-- {
		q := &a.quoted[i]
		if q.span.Contains(s) && (best < 0 || q.span.Len() < size) {
			best, size = q.quote, q.span.Len()
		}
	}
	return best
}

// quotedFrom is the index of the first quote that begins at offset or later.
func (a *article) quotedFrom(offset int) int {
	return search(a.quotedAt, 0, offset)
}

// near is the part of r within reach of token at.
func (a *article) near(r token.Range, at int) token.Range {
	return token.Range{First: min(max(r.First, at-a.w.Reach.Words), r.Last), Last: max(min(r.Last, at+a.w.Reach.Words), r.First)}
}

// person gives the entity of the last person named in tokens [from, to); -1 if nobody is.
func (a *article) person(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if b := a.Names.At(i); b >= 0 {
			if k := &a.Names.Blocks[b]; k.Kind == name.Person && k.Entity >= 0 {
				return k.Entity
			} else if k.Tokens.First < i {
				i = k.Tokens.First
			}
		}
	}
	return -1
}

// inName reports that token i is part of the name of a person or an organisation.
func (a *article) inName(i int) bool {
	b := a.Names.At(i)
	return b >= 0 && a.Names.Blocks[b].Kind != name.Role
}

// span is the bytes of tokens [first, last).
func (a *article) span(first, last int) story.Span {
	s, e := a.text.Bytes(token.Range{First: first, Last: last})
	return story.Span{Start: s, End: e}
}

func (a *article) placesIn(r token.Range) []placed {
	i, j := window(a.placeAt, r.First, r.Last)
	return a.places[i:j]
}

func (a *article) timesIn(r token.Range) []timed {
	i, j := window(a.timeAt, r.First, r.Last)
	return a.times[i:j]
}

func (a *article) statesIn(r token.Range) []state {
	i, j := window(a.stateAt, r.First, r.Last)
	return a.states[i:j]
}
