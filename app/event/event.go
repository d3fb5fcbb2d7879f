package event

import (
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// Finder is what every article shares. It may be used by several goroutines.
type Finder struct {
	Gazetteer *gazetteer.Index // where descriptions point: "the capital"; nil leaves them out
	Leaders   *Leaders         // who speaks for which state; nil for nobody
	Weights   *Weights         // nil for DefaultWeights
}

// Article is what was found in one article, before it is joined with others. It holds on to nothing that was needed to
// find it.
type Article struct {
	People []story.Speaker // who speaks or acts; the first ones speak
	Voices int             // how many of People speak
	Quotes []story.Quote   // Speaker indexes People
	Events []Found         // Who and Denier index People, Quotes Quotes
	Actors []story.Actor
}

// Found is an event with what is needed to join it to those of other articles.
type Found struct {
	story.Event
	Class    Class
	Root     uint32   // the same for the forms of the word that tells of it, verb or noun
	Words    []uint32 // names, numbers and nouns of its clause, sorted; shared by the events of the clause
	Headline bool     // it stands in a headline
	Denier   int      // who denies it, as Who counts them; -1 for none
	tense    tense
	shape    shape
	namedP   float64 // that Named is right, where nothing stands for it
	weak     bool    // the word seldom tells of something
	general  bool    // simple present: it may be so every day
	answered bool    // somebody reacts to it: it was before
	tried    bool    // somebody tried to: the try was on the days of the story
	perfect  bool    // "has closed": what is told lies behind
	sub      bool    // its clause hangs on another
}

// Find finds the events of article number doc, and the time and place of what is said in it. It needs no other
// article and may be called on many goroutines; alone says that there are no others to compare it with. The quotes of r
// become those of the Article.
func (f *Finder) Find(doc int, r *reading.Resolved, alone bool) *Article {
	a := f.newArticle(doc, r)
	defer a.leave()
	a.alone = alone
	a.findEvents()
	for i := range r.Quotes {
		r.Quotes[i].Doc, r.Quotes[i].Events = doc, nil
	}
	a.utter(r.Quotes)
	return &Article{People: a.people, Voices: len(r.Speakers), Quotes: r.Quotes, Events: a.pack(), Actors: a.actors()}
}

// actors are the places of the article that act and are no places there.
func (a *article) actors() []story.Actor {
	n := 0
	for i := range a.Article.Toponyms {
		if t := &a.Article.Toponyms[i]; t.Use == story.UseActor && t.Placed {
			n++
		}
	}
	out := make([]story.Actor, 0, n)
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
