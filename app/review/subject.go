package review

import (
	"slices"

	"dateline/app/story"
)

// Subject is one thing that a person can say something of: a stretch of an article and what it was found to be. The zero
// Subject is none.
type Subject struct {
	Kind  SubjectKind
	About story.Target
	Doc   int
	At    int // where it stands in the article's Toponyms or Timexes, the story's Quotes or Events; -1 for the rest
	// How many are alike: those with the same words that are the same kind of thing, this one with them.
	InArticle, InStory int
}

// SubjectKind is what a Subject is.
type SubjectKind uint8

// The kinds.
const (
	SubjectNone SubjectKind = iota
	SubjectPlace
	SubjectTime
	SubjectQuote
	SubjectEvent
	SubjectPublished // the day of an article
	SubjectStretch   // words that are nothing yet
)

// Mention is what the words are, for a correction that says that they are none.
func (s *Subject) Mention() story.MentionKind {
	switch s.Kind {
	case SubjectTime:
		return story.MentionTime
	case SubjectQuote:
		return story.MentionQuote
	case SubjectEvent:
		return story.MentionEvent
	}
	return story.MentionPlace
}

func targetOf(s *story.Story, doc int, at story.Span) story.Target {
	a := s.Articles[doc]
	return story.Target{Article: a.ID, Span: at, Words: at.In(a.Text)}
}

// SubjectAt is what stands at a byte of article doc: a place, an expression of time, a quote, else the event of that clause.
func SubjectAt(s *story.Story, doc, offset int) Subject {
	if doc < 0 || doc >= len(s.Articles) {
		return Subject{}
	}
	a := s.Articles[doc]
	for i := range a.Toponyms {
		if a.Toponyms[i].Span.Holds(offset) {
			return PlaceSubject(s, doc, i)
		}
	}
	for i := range a.Timexes {
		if a.Timexes[i].Span.Holds(offset) {
			return TimeSubject(s, doc, i)
		}
	}
	best := Subject{}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Doc == doc && q.Span.Holds(offset) && (best.Kind == SubjectNone || q.Span.Len() < best.About.Span.Len()) {
			best = QuoteSubject(s, i)
		}
	}
	if best.Kind != SubjectNone {
		return best
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.Doc == doc && e.Span.Holds(offset) && (best.Kind == SubjectNone || e.Span.Len() < best.About.Span.Len()) {
			best = EventSubject(s, i)
		}
	}
	return best
}

// StretchSubject is some words that a person marked: what was found at exactly them, else a stretch that is nothing yet.
func StretchSubject(s *story.Story, doc int, at story.Span) Subject {
	if doc < 0 || doc >= len(s.Articles) || at.Empty() {
		return Subject{}
	}
	if x := SubjectAt(s, doc, at.Start); x.About.Span == at {
		return x
	}
	return WordsSubject(s, doc, at)
}

// WordsSubject is some words of article doc as such, whatever was found there.
func WordsSubject(s *story.Story, doc int, at story.Span) Subject {
	return Subject{Kind: SubjectStretch, About: targetOf(s, doc, at), Doc: doc, At: -1, InArticle: 1, InStory: 1}
}

// PlaceSubject is toponym i of article doc.
func PlaceSubject(s *story.Story, doc, i int) Subject {
	x := Subject{Kind: SubjectPlace, Doc: doc, At: i, About: targetOf(s, doc, s.Articles[doc].Toponyms[i].Span)}
	for d, a := range s.Articles {
		for k := range a.Toponyms {
			if a.Toponyms[k].Name == x.About.Words && a.ZoneAt(a.Toponyms[k].Span.Start).Counts() || d == doc && k == i {
				x.count(d)
			}
		}
	}
	return x
}

func (x *Subject) count(doc int) {
	x.InStory++
	if doc == x.Doc {
		x.InArticle++
	}
}

// TimeSubject is timex i of article doc.
func TimeSubject(s *story.Story, doc, i int) Subject {
	x := Subject{Kind: SubjectTime, Doc: doc, At: i, About: targetOf(s, doc, s.Articles[doc].Timexes[i].Span)}
	for d, a := range s.Articles {
		for k := range a.Timexes {
			if a.Timexes[k].Span.In(a.Text) == x.About.Words {
				x.count(d)
			}
		}
	}
	return x
}

// QuoteSubject is quote i of the story.
func QuoteSubject(s *story.Story, i int) Subject {
	q := &s.Quotes[i]
	x := Subject{Kind: SubjectQuote, Doc: q.Doc, At: i, About: targetOf(s, q.Doc, q.Span)}
	for k := range s.Quotes {
		if o := &s.Quotes[k]; o.Span.In(s.Articles[o.Doc].Text) == x.About.Words {
			x.count(o.Doc)
		}
	}
	return x
}

// EventSubject is event i of the story, named by the word that tells of it.
func EventSubject(s *story.Story, i int) Subject {
	e := &s.Events[i]
	at := e.Trigger
	if at.Empty() {
		at = e.Span
	}
	return Subject{Kind: SubjectEvent, Doc: e.Doc, At: i, About: targetOf(s, e.Doc, at), InArticle: 1, InStory: 1}
}

// PublishedSubject is the day on which article doc was published.
func PublishedSubject(s *story.Story, doc int) Subject {
	return Subject{Kind: SubjectPublished, Doc: doc, At: -1, About: story.Target{Article: s.Articles[doc].ID}, InArticle: 1, InStory: 1}
}

// SubjectOf is what an item asks about; none where the story does not have it any more.
func SubjectOf(s *story.Story, i *Item) Subject {
	doc := s.ArticleAt(i.About.Article)
	if doc < 0 {
		return Subject{}
	}
	a := s.Articles[doc]
	switch i.Kind {
	case KindPublished:
		return PublishedSubject(s, doc)
	case KindTime:
		if k := slices.IndexFunc(a.Timexes, func(t story.Timex) bool { return t.Span == i.About.Span }); k >= 0 {
			return TimeSubject(s, doc, k)
		}
	case KindSpeaker:
		if k := s.QuoteAt(i.Quote); k >= 0 {
			return QuoteSubject(s, k)
		}
	case KindEvent:
		if k := s.EventAt(i.Event); k >= 0 {
			return EventSubject(s, k)
		}
	default:
		if k := slices.IndexFunc(a.Toponyms, func(t story.Toponym) bool { return t.Span == i.About.Span }); k >= 0 {
			return PlaceSubject(s, doc, k)
		}
	}
	return Subject{}
}

// PlaceOfEvent is the name that says where an event happens; false where none does.
func PlaceOfEvent(s *story.Story, i int) (Subject, bool) {
	e := &s.Events[i]
	if e.Where == nil || e.Where.Toponym < 0 || e.Where.Toponym >= len(s.Articles[e.Doc].Toponyms) {
		return Subject{}, false
	}
	return PlaceSubject(s, e.Doc, e.Where.Toponym), true
}

// TimeOfEvent is the words that say when an event happens; false where none do.
func TimeOfEvent(s *story.Story, i int) (Subject, bool) {
	e := &s.Events[i]
	if e.When.Words.Empty() {
		return Subject{}, false
	}
	a := s.Articles[e.Doc]
	if k := slices.IndexFunc(a.Timexes, func(t story.Timex) bool { return t.Span == e.When.Words }); k >= 0 {
		return TimeSubject(s, e.Doc, k), true
	}
	return Subject{}, false
}

// Note is what a person noted of a target; "" where nothing is.
func Note(log story.Log, about story.Target) string {
	out := ""
	for _, c := range log.InForce() {
		if c.Kind == story.CorrectNote && c.About == about {
			out = c.Text
		}
	}
	return out
}

// StatusOf is what a person has done about a subject.
func StatusOf(log story.Log, x *Subject) Status {
	i := Item{About: x.About}
	if x.Kind == SubjectPublished {
		i.Kind = KindPublished
	} else {
		i.Kind = KindPlace
	}
	return statusOf(&i, log.InForce())
}

// Checked is what a person has looked at, made ready to be asked of many things.
type Checked struct{ inForce []story.Correction }

// CheckedIn is what a log says of it.
func CheckedIn(log story.Log) Checked {
	if log.Len() == 0 {
		return Checked{}
	}
	return Checked{log.InForce()}
}

// Any reports whether anything was looked at.
func (c Checked) Any() bool { return len(c.inForce) > 0 }

func (c Checked) of(k Kind, about story.Target) Status {
	return statusOf(&Item{Kind: k, About: about}, c.inForce)
}

// Event is the status of an event.
func (c Checked) Event(s *story.Story, i int) Status {
	if !c.Any() {
		return StatusOpen
	}
	e := &s.Events[i]
	at := e.Trigger
	if at.Empty() {
		at = e.Span
	}
	return c.of(KindPlace, targetOf(s, e.Doc, at))
}

// Quote is the status of a quote.
func (c Checked) Quote(s *story.Story, i int) Status {
	if !c.Any() {
		return StatusOpen
	}
	return c.of(KindPlace, targetOf(s, s.Quotes[i].Doc, s.Quotes[i].Span))
}

// Published is the status of the day of an article.
func (c Checked) Published(s *story.Story, doc int) Status {
	if !c.Any() {
		return StatusOpen
	}
	return c.of(KindPublished, story.Target{Article: s.Articles[doc].ID})
}

// Places is the status of the place of some events: that of all of them where it is one, else open.
func (c Checked) Places(s *story.Story, events []int) Status {
	if !c.Any() {
		return StatusOpen
	}
	all, n := StatusOpen, 0
	for _, i := range events {
		e := &s.Events[i]
		if e.Where == nil || e.Where.Toponym < 0 || e.Where.Toponym >= len(s.Articles[e.Doc].Toponyms) {
			continue
		}
		now := c.of(KindPlace, targetOf(s, e.Doc, s.Articles[e.Doc].Toponyms[e.Where.Toponym].Span))
		if n++; n > 1 && now != all {
			return StatusOpen
		}
		all = now
	}
	return all
}
