// Package assemble joins what was read in the articles of a story to one story.Story: events (what happened where and
// when, clause by clause), the time and place of every quote, one identity for each speaker, events of several
// articles that are the same one, and what each article claims of them.
//
//	s := assemble.Assemble(resolved, gaz)
//
// It reads no text by itself beyond the words that tell of events, and finds nothing that is not in a sentence.
package assemble

import (
	"slices"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// Assemble makes a Story of articles in the order given. gaz gives the seats of speakers; nil leaves them out.
// Same input, same output.
func Assemble(articles []*reading.Resolved, gaz *gazetteer.Index) *story.Story {
	s := &story.Story{}
	c := newCast(gaz)
	all := make([]*article, len(articles))
	for doc, r := range articles {
		all[doc] = newArticle(doc, r, c) // first everybody's cast: one article may tell whom another only names
		s.Articles = append(s.Articles, r.Article)
	}
	var events []found
	for doc, a := range all {
		a.findEvents()
		base := len(s.Quotes)
		quotes := slices.Clone(a.Quotes)
		for i := range quotes {
			quotes[i].Doc = doc
			quotes[i].Speaker = a.speaker(a.Quotes[i].Speaker)
			quotes[i].Events = nil
		}
		a.utter(quotes)
		for i := range a.events {
			for k := range a.events[i].Quotes {
				a.events[i].Quotes[k] += base
			}
		}
		s.Quotes = append(s.Quotes, quotes...)
		s.Actors = append(s.Actors, a.actors()...)
		events = append(events, a.events...)
		all[doc] = nil
	}
	s.Speakers = c.all
	fuse(events, s.Articles)
	slices.SortStableFunc(events, func(a, b found) int {
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
	})
	s.Claims = claims(events, s.Quotes)
	s.Events = make([]story.Event, len(events))
	for i := range events {
		s.Events[i] = events[i].Event
		for _, q := range events[i].Quotes {
			s.Quotes[q].Events = append(s.Quotes[q].Events, i)
		}
	}
	s.Title = title(s.Articles)
	return s
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

// title is that of the only article, else that of the first.
func title(articles []*story.Article) string {
	if len(articles) == 0 {
		return ""
	}
	return articles[0].Title
}
