// Package review lists what a person should check in a story: what the program is least sure of, and what matters most,
// first.
//
//	items := review.Items(s, log)
//	left := review.Open(items)      // how many are not looked at yet
//
// It reads a Story and its Log and changes nothing. What to do about an item is a story.Correction.
package review

import (
	"cmp"
	"math"
	"slices"

	"dateline/app/story"
	"dateline/geo"
)

// Kind is the question that an item asks.
type Kind uint8

// The kinds.
const (
	KindPublished Kind = iota // When was it published?
	KindPlace                 // Where is it?
	KindUnplaced              // A name that the gazetteer lacks
	KindUse                   // Is it the scene, or does it only speak?
	KindTime                  // When is it?
	KindSpeaker               // Who says this?
	KindEvent                 // Did it happen?
)

var kindNames = [...]string{"published", "place", "unplaced", "use", "time", "speaker", "event"}

// String is the word that the command line prints: "published".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[0]
}

// Status is what a person has done about an item.
type Status uint8

// The statuses.
const (
	StatusOpen     Status = iota // not looked at yet
	StatusVerified               // looked at and right
	StatusChanged                // corrected
	StatusCannot                 // it cannot be told
)

var statusNames = [...]string{"open", "verified", "changed", "cannot"}

// String is the word that the command line prints: "open".
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return statusNames[0]
}

// Item is something to check: one question about a stretch of an article, and about all stretches alike where Mentions
// is more than one.
type Item struct {
	Kind     Kind
	About    story.Target // the first stretch that it is about; without Span for KindPublished
	Doc      int          // index of its article
	Mention  story.MentionKind
	Mentions int     // how many stretches of the story are alike
	Doubt    float64 // probability that what is shown is wrong, 0..1
	Weight   float64 // how much hangs on it: events, quotes and mentions
	Status   Status

	Place   geo.Place         // KindPlace, KindUse: what was chosen
	Use     story.Use         // KindPlace, KindUse
	Rivals  []story.Candidate // KindPlace: what else it could be, best first
	When    story.Moment      // KindTime, KindEvent, KindPublished
	Times   []story.Timex     // KindTime: other readings
	Quote   story.QuoteID     // KindSpeaker
	Speaker int               // KindSpeaker: index into Story.Speakers; -1 nobody
	Event   story.EventID     // KindEvent
}

// Score orders items: how much is likely to be wrong because of it.
func (i *Item) Score() float64 { return i.Doubt * i.Weight }

// Weights are the numbers of this package that were set by hand, on our own stories: see QUALITY.md for what they give.
type Weights struct {
	LeastDoubt float64 // probability: surer things are not asked about
	LeastScore float64 // doubt times weight: what matters less is not asked about
	Event      float64 // what an event that hangs on an item adds to its weight, against a mention's 1
	Quote      float64 // the same for a quote
	Happening  float64 // what the question whether an event happened weighs: it moves nothing else
	Unplaced   float64 // doubt of a name that is nowhere
	Wide       float64 // days: an interval of so many days of publication is doubtful by a half
	Modality   float64 // doubt that a program's word for "planned", "denied" … adds where an event's P is high
}

// DefaultWeights are those that the figures of QUALITY.md are measured with.
func DefaultWeights() Weights {
	return Weights{LeastDoubt: 0.08, LeastScore: 0.3, Event: 3, Quote: 1.5, Happening: 0.75, Unplaced: 0.7, Wide: 7, Modality: 0.15}
}

// Items lists what to check in s, the most useful first, with what log says was done about it. The list is the same for
// the same story.
func Items(s *story.Story, log story.Log) []Item {
	w := DefaultWeights()
	l := lister{s: s, w: &w, said: log.InForce(), events: map[story.Target]int{}}
	l.countEvents()
	l.published()
	l.places()
	l.times()
	l.speakers()
	l.happenings()
	slices.SortStableFunc(l.items, func(a, b Item) int {
		if d := cmp.Compare(b.Score(), a.Score()); math.Abs(a.Score()-b.Score()) > 1e-9 {
			return d
		}
		if a.Doc != b.Doc {
			return a.Doc - b.Doc
		}
		return a.About.Span.Compare(b.About.Span)
	})
	return l.items
}

// Open is how many items nobody has looked at yet.
func Open(items []Item) int {
	n := 0
	for i := range items {
		if items[i].Status == StatusOpen {
			n++
		}
	}
	return n
}

// statusOf is what the corrections in force say of an item.
func statusOf(i *Item, said []story.Correction) Status {
	out := StatusOpen
	for k := range said {
		c := &said[k]
		same := c.About == i.About || c.Scope != story.ScopeOne && c.About.Words == i.About.Words && i.About.Words != ""
		if i.Kind == KindPublished {
			same = c.About.Article == i.About.Article && (c.Kind == story.CorrectPublished || c.Kind == story.CorrectChecked && c.About.Span.Empty())
		}
		if !same || c.Kind == story.CorrectNote {
			continue
		}
		switch {
		case c.Verdict == story.VerdictCannot:
			out = StatusCannot
		case c.Verdict == story.VerdictRight:
			out = StatusVerified
		default:
			out = StatusChanged
		}
	}
	return out
}

// lister gathers the items of a story.
type lister struct {
	s      *story.Story
	w      *Weights
	said   []story.Correction
	items  []Item
	events map[story.Target]int // events that hang on a stretch: its place, or the words of its day
}

func (l *lister) add(i Item) {
	i.Status = statusOf(&i, l.said)
	if i.Weight > 0 && (i.Doubt >= l.w.LeastDoubt && i.Score() >= l.w.LeastScore || i.Status != StatusOpen) { // what was looked at stays in the list
		i.Doubt = math.Min(math.Max(i.Doubt, 0), 1)
		l.items = append(l.items, i)
	}
}

func (l *lister) target(doc int, at story.Span) story.Target {
	a := l.s.Articles[doc]
	return story.Target{Article: a.ID, Span: at, Words: at.In(a.Text)}
}

// countEvents notes on which names and expressions of time the events hang.
func (l *lister) countEvents() {
	for i := range l.s.Events {
		e := &l.s.Events[i]
		a := l.s.Articles[e.Doc]
		if e.Where != nil && e.Where.Toponym >= 0 && e.Where.Toponym < len(a.Toponyms) {
			l.events[l.target(e.Doc, a.Toponyms[e.Where.Toponym].Span)]++
		}
		if !e.When.Words.Empty() {
			l.events[l.target(e.Doc, e.When.Words)]++
		}
	}
}

// published asks for the day of each article that does not say it.
func (l *lister) published() {
	hang := make([]int, len(l.s.Articles))
	for i := range l.s.Events {
		if e := &l.s.Events[i]; e.When.Dated() && e.When.Basis != story.BasisGiven {
			hang[e.Doc]++
		}
	}
	for doc, a := range l.s.Articles {
		p := a.Published
		item := Item{Kind: KindPublished, About: story.Target{Article: a.ID}, Doc: doc, Mentions: 1, Weight: 1 + float64(hang[doc]),
			When: story.Moment{Earliest: p.From, Latest: p.To, Precision: story.PrecisionDay, P: p.P, Reasons: p.Reasons}}
		switch p.Kind {
		case story.DateUnknown:
			item.Doubt, item.When = 1, story.Moment{}
		case story.DateInferred:
			days := float64(p.To - p.From)
			item.Doubt = math.Max(1-p.P, days/(days+l.w.Wide))
		default:
			item.Doubt = 1 - p.P
		}
		l.add(item)
	}
}

// places asks about each name and place once, wherever in the story it stands.
func (l *lister) places() {
	type key struct {
		name   string
		place  geo.PlaceID
		placed bool
		actor  bool
	}
	at := map[key]int{}
	var found []Item
	for doc, a := range l.s.Articles {
		for i := range a.Toponyms {
			t := &a.Toponyms[i]
			if !a.ZoneAt(t.Span.Start).Counts() || t.Use == story.UseInName || t.Use == story.UseAdjective {
				continue
			}
			k := key{t.Name, t.Place.ID, t.Placed, t.Use != story.UseLiteral}
			n, ok := at[k]
			if !ok {
				n = len(found)
				at[k] = n
				found = append(found, Item{Kind: KindPlace, About: l.target(doc, t.Span), Doc: doc, Mention: story.MentionPlace, Place: t.Place, Use: t.Use})
			}
			f := &found[n]
			f.Mentions++
			f.Weight += 1 + l.w.Event*float64(l.events[l.target(doc, t.Span)])
			doubt, kind := 1-t.P, KindPlace
			switch {
			case !t.Placed:
				doubt, kind = l.w.Unplaced*t.NameP, KindUnplaced
			case 1-t.UseP > 1-t.P:
				doubt, kind = 1-t.UseP, KindUse
			}
			if doubt > f.Doubt { // the most doubtful mention is shown
				f.Doubt, f.Kind, f.About, f.Doc, f.Rivals = doubt, kind, l.target(doc, t.Span), doc, t.Rivals
			}
		}
	}
	for _, f := range found {
		l.add(f)
	}
}

// times asks about expressions of time that events hang on.
func (l *lister) times() {
	for doc, a := range l.s.Articles {
		for i := range a.Timexes {
			t := &a.Timexes[i]
			hang := l.events[l.target(doc, t.Span)]
			if t.Vague || t.Type == story.TimexSet || t.Type == story.TimexDuration && hang == 0 || !a.ZoneAt(t.Span.Start).Counts() {
				continue
			}
			l.add(Item{Kind: KindTime, About: l.target(doc, t.Span), Doc: doc, Mention: story.MentionTime, Mentions: 1,
				Doubt: 1 - t.P, Weight: 0.5 + l.w.Event*float64(hang), When: t.Moment, Times: t.Rivals})
		}
	}
}

// speakers asks who says the quotes that the program is not sure of.
func (l *lister) speakers() {
	for i := range l.s.Quotes {
		q := &l.s.Quotes[i]
		if q.Scare || q.Kind != story.QuoteDirect {
			continue
		}
		l.add(Item{Kind: KindSpeaker, About: l.target(q.Doc, q.Span), Doc: q.Doc, Mention: story.MentionQuote, Mentions: 1,
			Doubt: 1 - q.P, Weight: l.w.Quote, Quote: q.ID, Speaker: q.Speaker, When: q.When})
	}
}

// happenings asks about events of which it is not sure that they happened as they are shown.
func (l *lister) happenings() {
	for i := range l.s.Events {
		e := &l.s.Events[i]
		if e.Mention || !e.IsLikely() || e.Where == nil && !e.When.Dated() { // what is not shown is not asked about
			continue
		}
		doubt := 1 - e.P
		if e.Modality != story.ModalAsserted && e.Modality != story.ModalBackground {
			doubt += l.w.Modality
		}
		about := e.Trigger
		if about.Empty() {
			about = e.Span
		}
		l.add(Item{Kind: KindEvent, About: l.target(e.Doc, about), Doc: e.Doc, Mention: story.MentionEvent, Mentions: 1,
			Doubt: doubt, Weight: l.w.Happening, When: e.When, Event: e.ID})
	}
}
