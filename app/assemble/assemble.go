// Package assemble joins what was read in the articles of a story to one story.Story: one identity for each speaker, events of several
// articles that are the same one, what each article claims of them, and the same words quoted in other words.
//
//	a := assemble.Assembler{Gazetteer: gaz, Events: event.Finder{Gazetteer: gaz, Leaders: leaders}}
//	s := a.Assemble(resolved)
//
// It reads no text by itself; events of one article are found by app/event.
package assemble

import (
	"slices"
	"strings"

	"dateline/app/event"
	"dateline/app/group"
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// Assembler is what every story shares. It may be used by several goroutines.
type Assembler struct {
	Gazetteer *gazetteer.Index // gives the seats of speakers; nil leaves them out
	Events    event.Finder     // finds the events of one article
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
	*event.Article
	sketch group.Sketch // to find other articles with the same text
	words  []wording    // of the longer quotes, to find them again in other words
}

// Part finds the events of article number doc, and the time and place of what is said in it. It needs no other
// article and may be called on many goroutines; alone says that there are no others.
func (b *Assembler) Part(doc int, r *reading.Resolved, alone bool) *Part {
	p := &Part{article: r.Article, Article: b.Events.Find(doc, r, alone)}
	if !alone {
		p.words = b.weights().wordings(r)
		p.sketch = sketchOf(r)
	}
	return p
}

// Join makes a Story of the parts, which are used up by it: number doc is that of article doc.
func (b *Assembler) Join(parts []*Part) *story.Story {
	s := b.join(parts)
	s.Title = b.weights().title(s)
	story.Identify(s)
	return s
}

// JoinOne is Join of one part, for a story that is only written and let go: it has no title, and what is in it has no ids.
func (b *Assembler) JoinOne(p *Part) *story.Story { return b.join([]*Part{p}) }

func (b *Assembler) join(parts []*Part) *story.Story {
	s := &story.Story{}
	w := b.weights()
	c := newCast(b.Gazetteer, w)
	who := make([][]int, len(parts))
	quotes, total, actors := 0, 0, 0
	order := byID(parts)
	for _, doc := range order { // first everybody who speaks: one article may tell whom another only names
		p := parts[doc]
		who[doc] = make([]int, len(p.People))
		c.join(doc, p.People[:p.Voices], 0, who[doc])
		quotes, total, actors = quotes+len(p.Quotes), total+len(p.Events), actors+len(p.Actors)
	}
	s.Articles = make([]*story.Article, 0, len(parts))
	if len(parts) == 1 {
		s.Quotes, s.Actors = parts[0].Quotes[:0], parts[0].Actors[:0] // they are put where they stand
	} else {
		s.Quotes = make([]story.Quote, 0, quotes)
		s.Actors = make([]story.Actor, 0, actors)
	}
	events := make([]*event.Found, 0, total)
	var words []wording
	for _, doc := range order {
		c.join(doc, parts[doc].People, parts[doc].Voices, who[doc])
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
	of := copies(parts, order)
	s.Copies = together(of)
	w.fuse(inOrder(events, order), s.Articles, of)
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
	return s
}

// byID gives the articles in an order of their own, whatever order they were opened in: who is whom, and which tellings are
// one event, hangs on which article comes first.
func byID(parts []*Part) []int {
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(parts[a].article.ID, parts[b].article.ID) })
	return order
}

// inOrder gives the events article by article in that order.
func inOrder(events []*event.Found, order []int) []*event.Found {
	place := make([]int, len(order))
	for i, doc := range order {
		place[doc] = i
	}
	if len(order) == 1 {
		return events
	}
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b *event.Found) int { return place[a.Doc] - place[b.Doc] })
	return out
}

// add puts a part into the story, and its events and wordings behind those of the parts before. who are the story's numbers
// of its people.
func (p *Part) add(s *story.Story, who []int, events []*event.Found, words []wording) ([]*event.Found, []wording) {
	base := len(s.Quotes)
	for i := range p.Events {
		enter(&p.Events[i], who, base)
		events = append(events, &p.Events[i])
	}
	for i := range p.Quotes {
		if q := &p.Quotes[i]; q.Speaker >= 0 && q.Speaker < p.Voices {
			q.Speaker = who[q.Speaker]
			q.Also = among(q.Also, who, q.Speaker)
		}
	}
	for i := range p.words {
		p.words[i].quote += base
	}
	s.Articles = append(s.Articles, p.article)
	s.Quotes = append(s.Quotes, p.Quotes...)
	s.Actors = append(s.Actors, p.Actors...)
	return events, append(words, p.words...)
}

// enter turns the article's own numbers of people and quotes into the story's.
func enter(e *event.Found, who []int, quotes int) {
	kept := e.Who[:0]
	for _, i := range e.Who {
		if w := who[i]; w >= 0 && !slices.Contains(kept, w) {
			kept = append(kept, w)
		}
	}
	e.Who = kept
	if e.Denier >= 0 {
		e.Denier = who[e.Denier]
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
func compare(a, b *event.Found) int {
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
