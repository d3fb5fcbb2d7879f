// Package compare holds the articles of a story against each other: who says what of one event, day, place or speaker,
// where they differ, which words and figures only one has, who is heard, and what one covers and another leaves out.
//
//	t := compare.Of(s, compare.Subject{Event: same}, nil) // a column for each article
//	list := compare.Differences(s, nil)                   // where they differ, the most telling first
//
// It reads a Story and changes nothing. It counts and quotes; it never judges an article.
package compare

import (
	"slices"
	"strings"

	"dateline/app/story"
	"dateline/geo"
)

// Subject is what articles are held against each other for. Its Kind says which of the fields counts.
type Subject struct {
	Kind    SubjectKind
	Event   string // story.Event.Same
	Place   geo.PlaceID
	Day     story.Day
	Speaker story.SpeakerID
}

// SubjectKind is what sort of thing a Subject is.
type SubjectKind uint8

// The kinds of subject.
const (
	SubjectEvent SubjectKind = iota
	SubjectPlace
	SubjectDay
	SubjectSpeaker
)

// Stance is what an article does with a subject.
type Stance uint8

// The stances.
const (
	Silent    Stance = iota // it tells nothing of it
	Says                    // it says so itself
	Reports                 // it gives somebody who says so
	Otherwise               // it tells of it as planned, possible or somebody's opinion
	Denies                  // it says, or gives somebody who says, that it is not so
	Asks                    // it asks whether, or by whom: that is no saying so
)

var stanceNames = [...]string{"silent", "says", "reports", "otherwise", "denies", "asks"}

// String is the word that the command line prints.
func (s Stance) String() string {
	if int(s) < len(stanceNames) {
		return stanceNames[s]
	}
	return stanceNames[0]
}

// Telling is one sentence in which an article tells of the subject.
type Telling struct {
	Stance   Stance
	Modality story.Modality
	Span     story.Span // the clause or quote, in the article
	Sentence story.Span // the sentence it stands in
	Nth      int        // which sentence of the article that is, from 1
	Speaker  int        // who says so: index into Story.Speakers; -1 the article itself
	Event    int        // index into Story.Events; -1 if a quote tells it
	Quote    int        // index into Story.Quotes; -1 if an event does
	Where    *story.Spot
	When     story.Moment
	Shared   []story.Span // words of meaning in Span that another article of the table uses of the subject too
	Only     []story.Span // words of meaning in Span that no other article of the table has anywhere
}

// Cell is what one article has to say.
type Cell struct {
	Doc      int // index into Story.Articles
	Stance   Stance
	Tellings []Telling // in the order of the text, each sentence once for a voice
	Instead  *Telling  // of a silent article: the sentence that comes nearest; nil if none does
}

// Table is a subject with a cell for each article.
type Table struct {
	Subject Subject
	What    string       // an event's word, "encircle"; "" for other subjects
	Where   *story.Spot  // the place that most tellings agree on; nil if none has one
	When    story.Moment // the narrowest days that a telling gives; undated if none has any
	Cells   []Cell       // in the order of the articles
}

// Voices counts the articles that say or report it, tell it otherwise, deny it and ask it: an article that does several of
// these is counted for each, but that it is otherwise or asks only where it does not say so.
func (t *Table) Voices() (says, other, denies, asks int) {
	for i := range t.Cells {
		v := voiceOf(&t.Cells[i])
		says += one(v.says)
		denies += one(v.denies)
		other += one(v.other && !v.says)
		asks += one(v.asks && !v.says && !v.denies && !v.other)
	}
	return says, other, denies, asks
}

// Count gives how many articles take a stance.
func (t *Table) Count(of ...Stance) (n int) {
	for i := range t.Cells {
		if slices.Contains(of, t.Cells[i].Stance) {
			n++
		}
	}
	return n
}

// Of holds articles against each other for one subject. Docs are indices into Story.Articles; nil is all. A subject that
// the story lacks gives a table in which all are silent.
func Of(s *story.Story, about Subject, docs []int) Table {
	b := newBench(s, docs)
	return b.table(about)
}

// bench is a story made ready to be compared.
type bench struct {
	s     *story.Story
	docs  []int
	in    []bool            // for each article of the story: is it compared
	same  map[string][]int  // matter -> indices of its tellings
	told  map[telling][]int // the same of one article
	one   map[string]string // events that are one matter with another -> that one
	claim map[string][]int  // matter -> indices of the claims about it
	quote [][]int           // for each article, indices of its quotes that have a speaker
	vocab []map[string]bool // for each article, its words of meaning; made when first asked for
}

// telling is a matter in an article.
type telling struct {
	same string
	doc  int
}

func newBench(s *story.Story, docs []int) *bench {
	b := &bench{s: s, docs: docs, in: make([]bool, len(s.Articles)), one: map[string]string{}, claim: map[string][]int{},
		quote: make([][]int, len(s.Articles)), vocab: make([]map[string]bool, len(s.Articles))}
	if docs == nil {
		for i := range s.Articles {
			b.docs = append(b.docs, i)
		}
	}
	for _, d := range b.docs {
		b.in[d] = true
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; b.in[q.Doc] && !q.Scare && q.Speaker >= 0 {
			b.quote[q.Doc] = append(b.quote[q.Doc], i)
		}
	}
	b.list()
	b.matters()
	for i := range s.Claims {
		if c := &s.Claims[i]; b.in[c.Doc] {
			b.claim[b.matter(c.Event)] = append(b.claim[b.matter(c.Event)], i)
		}
	}
	return b
}

// list puts the events of the articles under their matters.
func (b *bench) list() {
	b.same, b.told = map[string][]int{}, map[telling][]int{}
	for i := range b.s.Events {
		if e := &b.s.Events[i]; b.in[e.Doc] && !e.Mention {
			m := b.matter(e.Same)
			b.same[m] = append(b.same[m], i)
			b.told[telling{m, e.Doc}] = append(b.told[telling{m, e.Doc}], i)
		}
	}
}

func (b *bench) table(about Subject) Table {
	t := Table{Subject: about}
	found := b.tellings(about)
	by := map[int][]Telling{}
	for _, f := range found {
		by[f.doc] = append(by[f.doc], f.Telling)
	}
	var docs []int
	for _, f := range found {
		docs = append(docs, f.doc)
	}
	for _, d := range b.besides(docs) {
		c := Cell{Doc: d, Tellings: tidy(by[d])}
		for i := range c.Tellings {
			c.Stance = stronger(c.Stance, c.Tellings[i].Stance)
			c.Tellings[i].Nth = b.nth(d, c.Tellings[i].Sentence)
		}
		t.Cells = append(t.Cells, c)
	}
	t.What, t.Where, t.When = b.heading(about)
	b.mark(&t)
	b.instead(&t)
	return t
}

// besides are the articles that are held against each other where some tell of a thing: those of their groups. What an article of
// another group does not tell is no silence.
func (b *bench) besides(telling []int) []int {
	if len(b.s.Groups) < 2 || len(telling) == 0 {
		return b.docs
	}
	group := b.groups()
	in := map[int]bool{}
	for _, d := range telling {
		in[group[d]] = true
	}
	var out []int
	for _, d := range b.docs {
		if in[group[d]] {
			out = append(out, d)
		}
	}
	return out
}

// stronger is the stance of a cell that tells of a subject twice: what is denied or doubted in one sentence is not plainly
// said, and what the article says itself counts more than what it only reports.
func stronger(a, b Stance) Stance {
	order := [...]int{Silent: 0, Asks: 1, Otherwise: 2, Reports: 3, Says: 4, Denies: 5}
	if order[b] > order[a] {
		return b
	}
	return a
}

// placed is a telling with the article it stands in.
type placed struct {
	doc int
	Telling
}

func (b *bench) tellings(about Subject) []placed {
	switch about.Kind {
	case SubjectEvent:
		return b.ofEvent(about.Event)
	case SubjectSpeaker:
		return b.ofSpeaker(about.Speaker)
	}
	return b.ofEvents(func(e *story.Event) bool {
		if about.Kind == SubjectPlace {
			return e.Where != nil && e.Where.Place.ID == about.Place
		}
		return e.When.Dated() && story.Between(about.Day, about.Day).Share(e.When) >= dayShare
	})
}

// dayShare is how much of what an event may have taken must lie on a day for the event to be told of that day: an event
// "in March" is none of the 12th.
const dayShare = 0.3

// ofEvent is who tells of an event, and in whose name.
func (b *bench) ofEvent(same string) (out []placed) {
	same = b.matter(same)
	claimed := map[int]bool{}
	for _, i := range b.claim[same] {
		c := &b.s.Claims[i]
		k := b.eventAt(same, c.Doc, c.Span)
		if k < 0 {
			continue
		}
		claimed[k] = true
		t := b.asTold(k)
		t.Span = c.Span
		if t.Stance != Asks {
			t.Stance = stanceOf(c, t.Modality)
		}
		if c.Speaker >= 0 {
			t.Speaker = c.Speaker
		}
		out = append(out, placed{c.Doc, t})
	}
	for _, k := range b.same[same] {
		if !claimed[k] {
			out = append(out, placed{b.s.Events[k].Doc, b.asTold(k)})
		}
	}
	return out
}

// eventAt is the telling of an event that a claim at a stretch speaks of: -1 if none is there.
func (b *bench) eventAt(same string, doc int, at story.Span) int {
	best := -1
	for _, k := range b.told[telling{same, doc}] {
		e := &b.s.Events[k]
		if (e.Span.Overlaps(at) || e.Sentence.Overlaps(at)) && (best < 0 || e.Span == at) {
			best = k
		}
	}
	return best
}

func stanceOf(c *story.Claim, m story.Modality) Stance {
	switch {
	case c.Stance == story.StanceDenies || m == story.ModalDenied:
		return Denies
	case m == story.ModalPlanned || m == story.ModalConditional || m == story.ModalOpinion:
		return Otherwise
	case c.Stance == story.StanceReports || m == story.ModalReported || m == story.ModalClaimed:
		return Reports
	}
	return Says
}

// asTold is an event as an article tells it: in the name of whoever is quoted with its words, else in the article's own.
func (b *bench) asTold(k int) Telling {
	e := &b.s.Events[k]
	t := Telling{Stance: stanceOf(&story.Claim{}, e.Modality), Modality: e.Modality, Span: e.Span, Sentence: e.Sentence, Speaker: b.whose(e), Event: k, Quote: -1,
		Where: e.Where, When: e.When}
	if words := e.Span.In(b.s.Articles[e.Doc].Text); strings.Count(words, "“") > strings.Count(words, "”") && e.Sentence.Contains(e.Span) {
		t.Span.End = e.Sentence.End // what is quoted goes on behind the clause
	}
	switch {
	case asks(b.s.Articles[e.Doc].Text, e.Sentence, e.Span, e.Trigger):
		t.Stance = Asks
	case t.Stance == Says && t.Speaker >= 0:
		t.Stance = Reports
	}
	return t
}

// whose is the speaker of the shortest quote that an event's word stands in; -1 if it stands in none.
func (b *bench) whose(e *story.Event) int {
	who, shortest := -1, 0
	for _, i := range b.quote[e.Doc] {
		q := &b.s.Quotes[i]
		if !e.Trigger.Empty() && q.Span.Contains(e.Trigger) && (who < 0 || q.Span.Len() < shortest) {
			who, shortest = q.Speaker, q.Span.Len()
		}
	}
	return who
}

// ofEvents is what is told of the likely events that have something.
func (b *bench) ofEvents(has func(*story.Event) bool) (out []placed) {
	for i := range b.s.Events {
		if e := &b.s.Events[i]; b.in[e.Doc] && !e.Mention && e.IsLikely() && has(e) {
			out = append(out, placed{e.Doc, b.asTold(i)})
		}
	}
	return out
}

// ofSpeaker is what somebody is quoted on.
func (b *bench) ofSpeaker(id story.SpeakerID) (out []placed) {
	for i := range b.s.Quotes {
		q := &b.s.Quotes[i]
		if q.Scare || q.Speaker < 0 || !b.in[q.Doc] || b.s.Speakers[q.Speaker].ID != id {
			continue
		}
		out = append(out, placed{q.Doc, b.ofQuote(i)})
	}
	return out
}

func (b *bench) ofQuote(i int) Telling {
	q := &b.s.Quotes[i]
	return Telling{Stance: Reports, Span: q.Span, Sentence: b.s.Articles[q.Doc].SentenceAt(q.Span.Start), Speaker: q.Speaker, Event: -1, Quote: i, Where: q.Where, When: q.When}
}

// tidy puts tellings in the order of the text and drops what says the same sentence twice: of two tellings of one clause,
// the one that names a speaker stays.
func tidy(list []Telling) []Telling {
	slices.SortStableFunc(list, func(a, b Telling) int {
		if d := a.Sentence.Start - b.Sentence.Start; d != 0 {
			return d
		}
		if d := b.Speaker - a.Speaker; d != 0 && (a.Speaker < 0 || b.Speaker < 0) {
			return d
		}
		return a.Span.Compare(b.Span)
	})
	var out []Telling
	for _, t := range list {
		again := slices.ContainsFunc(out, func(o Telling) bool {
			return o.Sentence == t.Sentence && (o.Stance == Denies) == (t.Stance == Denies) && (t.Speaker < 0 || t.Speaker == o.Speaker) && (t.Quote < 0 || o.Span.Contains(t.Span))
		})
		if !again {
			out = append(out, t)
		}
	}
	return out
}

// nth is which sentence of its article a span is, from 1; 0 if it is none.
func (b *bench) nth(doc int, at story.Span) int {
	i, ok := slices.BinarySearchFunc(b.s.Articles[doc].Sentences, at.Start, func(s story.Span, start int) int { return s.Start - start })
	if !ok {
		return 0
	}
	return i + 1
}

// placeLeast is the probability of a place from which it may head a table though the event is not likely.
const placeLeast = 0.5

// heading is what a table is about, in the terms of its best telling.
func (b *bench) heading(about Subject) (what string, where *story.Spot, when story.Moment) {
	about.Event = b.matter(about.Event)
	if about.Kind != SubjectEvent {
		return "", nil, story.Moment{}
	}
	places := map[geo.PlaceID]int{}
	width := story.Day(0)
	best := 0.0
	for _, k := range b.same[about.Event] {
		e := &b.s.Events[k]
		if what == "" || e.P > best {
			what, best = e.What, e.P
		}
		if e.Where != nil && (e.IsLikely() || e.Where.P >= placeLeast) {
			places[e.Where.Place.ID]++
			if where == nil || places[e.Where.Place.ID] > places[where.Place.ID] || where.Place.Kind == geo.KindCountry && e.Where.Place.Kind != geo.KindCountry && inCountry(&where.Place, &e.Where.Place) {
				where = e.Where
			}
		}
		if w := e.When.Latest - e.When.Earliest; e.When.Dated() && (!when.Dated() || w < width) {
			when, width = e.When, w
		}
	}
	return what, where, when
}
