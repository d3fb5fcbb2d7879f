// Package assemble joins what was read in the articles of a story to one story.Story: events (what happened where and
// when, clause by clause), the time and place of every quote, one identity for each speaker, events of several
// articles that are the same one, what each article claims of them, and the same words quoted in other words.
//
//	a := assemble.Assembler{Gazetteer: gaz, Leaders: leaders}
//	s := a.Assemble(resolved)
//
// It reads no text by itself beyond the words that tell of events, and finds nothing that is not in a sentence.
package assemble

import (
	"slices"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// Assembler is what every story shares. It may be used by several goroutines.
type Assembler struct {
	Gazetteer *gazetteer.Index // gives the seats of speakers; nil leaves them out
	Leaders   *Leaders         // who speaks for which state; nil for nobody
	Weights   *Weights         // nil for DefaultWeights
}

// weights gives those to work with.
func (b *Assembler) weights() *Weights {
	if b.Weights == nil {
		return &defaults
	}
	return b.Weights
}

// Assemble makes a Story of articles in the order given. Same input, same output.
func (b *Assembler) Assemble(articles []*reading.Resolved) *story.Story {
	parts := make([]*Part, len(articles))
	for doc, r := range articles {
		parts[doc] = b.Part(doc, r, len(articles) == 1)
	}
	return b.Join(parts)
}

// Part is what one article gives to a story, before it is joined with the others. It holds on to nothing that was
// needed to read the article.
type Part struct {
	article *story.Article
	people  []story.Speaker // who speaks or acts; the first ones speak
	voices  int             // how many of people speak
	quotes  []story.Quote   // Speaker indexes people
	events  []found         // Who and denier index people, Quotes quotes
	actors  []story.Actor
	words   []wording // of the longer quotes, to find them again in other words
}

// Part finds the events of article number doc, and the time and place of what is said in it. It needs no other
// article and may be called on many goroutines; alone says that there are no others.
func (b *Assembler) Part(doc int, r *reading.Resolved, alone bool) *Part {
	a := b.newArticle(doc, r)
	a.findEvents()
	quotes := slices.Clone(r.Quotes)
	for i := range quotes {
		quotes[i].Doc = doc
		quotes[i].Events = nil
	}
	a.utter(quotes)
	p := &Part{article: r.Article, people: a.people, voices: len(r.Speakers), quotes: quotes, events: slices.Clip(a.events), actors: a.actors()}
	if !alone {
		p.words = a.wordings()
	}
	return p
}

// Join makes a Story of the parts, which are used up by it: number doc is that of article doc.
func (b *Assembler) Join(parts []*Part) *story.Story {
	s := &story.Story{}
	w := b.weights()
	c := newCast(b.Gazetteer, w)
	who := make([][]int, len(parts))
	quotes, total, actors := 0, 0, 0
	for doc, p := range parts { // first everybody who speaks: one article may tell whom another only names
		who[doc] = make([]int, len(p.people))
		c.join(doc, p.people[:p.voices], 0, who[doc])
		quotes, total, actors = quotes+len(p.quotes), total+len(p.events), actors+len(p.actors)
	}
	s.Articles = make([]*story.Article, 0, len(parts))
	s.Quotes = make([]story.Quote, 0, quotes)
	s.Actors = make([]story.Actor, 0, actors)
	events := make([]*found, 0, total)
	var words []wording
	for doc, p := range parts {
		c.join(doc, p.people, p.voices, who[doc])
	}
	c.office(who)
	for doc, p := range parts {
		events, words = p.add(s, who[doc], events, words)
	}
	s.Speakers = c.all
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Where == nil && q.Speaker >= 0 && !q.Scare {
			q.Where = c.seat(c.all[q.Speaker].Country)
		}
	}
	w.fuse(events, s.Articles)
	slices.SortStableFunc(events, compare)
	s.Claims = w.claims(events, s.Quotes)
	s.Events = make([]story.Event, len(events))
	for i, e := range events {
		s.Events[i] = e.Event
		for _, q := range e.Quotes {
			s.Quotes[q].Events = append(s.Quotes[q].Events, i)
		}
	}
	w.align(s.Quotes, words)
	s.Title = w.title(s)
	story.Identify(s)
	return s
}

// add puts a part into the story, and its events and wordings behind those of the parts before. who are the story's numbers
// of its people.
func (p *Part) add(s *story.Story, who []int, events []*found, words []wording) ([]*found, []wording) {
	base := len(s.Quotes)
	for i := range p.events {
		p.events[i].enter(who, base)
		events = append(events, &p.events[i])
	}
	for i := range p.quotes {
		if q := &p.quotes[i]; q.Speaker >= 0 && q.Speaker < p.voices {
			q.Speaker = who[q.Speaker]
			q.Also = among(q.Also, who, q.Speaker)
		}
	}
	for i := range p.words {
		p.words[i].quote += base
	}
	s.Articles = append(s.Articles, p.article)
	s.Quotes = append(s.Quotes, p.quotes...)
	s.Actors = append(s.Actors, p.actors...)
	return events, append(words, p.words...)
}

// enter turns the article's own numbers of people and quotes into the story's.
func (e *found) enter(who []int, quotes int) {
	kept := e.Who[:0]
	for _, i := range e.Who {
		if w := who[i]; w >= 0 && !slices.Contains(kept, w) {
			kept = append(kept, w)
		}
	}
	e.Who = kept
	if e.denier >= 0 {
		e.denier = who[e.denier]
	}
	for k := range e.Quotes {
		e.Quotes[k] += quotes
	}
}

// among gives the story's numbers of who speaks together with the first, as a new slice.
func among(also, who []int, first int) []int {
	var out []int
	for _, i := range also {
		if w := who[i]; w >= 0 && w != first && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// compare puts events in the order of the story.
func compare(a, b *found) int {
	if n := a.When.Compare(b.When); n != 0 {
		return n
	}
	if a.Doc != b.Doc {
		return a.Doc - b.Doc
	}
	if n := a.Span.Compare(b.Span); n != 0 {
		return n
	}
	return a.Trigger.Compare(b.Trigger)
}

// actors are the places of the article that act and are no places there.
func (a *article) actors() []story.Actor {
	var out []story.Actor
	m := a.publicationMoment()
	for i := range a.Article.Toponyms {
		t := &a.Article.Toponyms[i]
		if t.Use != story.UseActor || !t.Placed || !a.Article.ZoneAt(t.Span.Start).Counts() {
			continue
		}
		out = append(out, story.Actor{Doc: a.doc, Toponym: i, Sentence: a.Article.SentenceAt(t.Span.Start), When: m})
	}
	return out
}
