package quiz

import (
	"hash/fnv"
	"math/rand/v2"

	"dateline/app/story"
)

// About is what a text of a question tells of: an event or a quote by its id, or, where no such is known, whatever is told by a stretch of
// an article.
type About struct {
	Event story.EventID
	Quote story.QuoteID
	Doc   int
	Span  story.Span
}

// Finder finds single questions of a story, the same each time: what is offered, and in which order, follows from the words that
// are asked about. It belongs to one goroutine.
type Finder struct {
	m      maker
	voices []int
	heard  bool // voices are known
}

// NewFinder is for the questions of a story.
func NewFinder(s *story.Story) *Finder {
	return &Finder{m: maker{s: s, w: DefaultWeights(), rand: rand.New(rand.NewPCG(1, 0))}}
}

// All gives every question of the story: those about one sentence in the order of the articles, then those about the order of
// events.
func (f *Finder) All() (out []Question) {
	add := func(q Question, ok bool) {
		if ok {
			out = append(out, q)
		}
	}
	for _, e := range f.m.tellable() {
		for _, k := range [...]Kind{Where, When, Which} {
			add(f.ofEvent(k, e))
		}
	}
	for i := range f.m.s.Quotes {
		add(f.ofQuote(i))
	}
	return append(out, f.m.firsts()...)
}

// Any reports whether a question about one sentence can be asked at all.
func (f *Finder) Any() bool {
	for i := range f.m.s.Events {
		if e := &f.m.s.Events[i]; f.m.canTell(e) {
			if _, ok := f.m.where(e); ok {
				return true
			}
			if _, ok := f.m.when(e); ok {
				return true
			}
		}
	}
	for i := range f.m.s.Quotes {
		if _, ok := f.ofQuote(i); ok {
			return true
		}
	}
	return false
}

// Find is the question of a kind about some texts, of which First has three and the others one. It is false where the story does
// not make it any more: what is asked is not sure now, or not there.
func (f *Finder) Find(kind Kind, about []About) (Question, bool) {
	switch {
	case kind == First:
		return f.order(about)
	case len(about) != 1:
		return Question{}, false
	case kind == Who:
		return f.quoteAt(&about[0])
	}
	return f.event(&about[0], func(e *story.Event) (Question, bool) { return f.ofEvent(kind, e) })
}

// event is what ask makes of the event that is meant, or of the first that the stretch tells and that it makes something of.
func (f *Finder) event(x *About, ask func(*story.Event) (Question, bool)) (Question, bool) {
	s := f.m.s
	if i := s.EventAt(x.Event); i >= 0 {
		if !f.m.canTell(&s.Events[i]) {
			return Question{}, false
		}
		return ask(&s.Events[i])
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.Doc == x.Doc && e.Sentence == x.Span && f.m.canTell(e) {
			if q, ok := ask(e); ok {
				return q, true
			}
		}
	}
	return Question{}, false
}

func (f *Finder) ofEvent(kind Kind, e *story.Event) (Question, bool) {
	switch kind {
	case Where:
		return f.m.where(e)
	case When:
		return f.m.when(e)
	case Which:
		f.reseed(e.Doc, e.Sentence)
		return f.m.which(e)
	}
	return Question{}, false
}

func (f *Finder) quoteAt(x *About) (Question, bool) {
	s := f.m.s
	if i := s.QuoteAt(x.Quote); i >= 0 {
		return f.ofQuote(i)
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Doc == x.Doc && q.Span == x.Span {
			return f.ofQuote(i)
		}
	}
	return Question{}, false
}

func (f *Finder) ofQuote(i int) (Question, bool) {
	if !f.heard {
		f.voices, f.heard = f.m.voices(), true
	}
	f.reseed(f.m.s.Quotes[i].Doc, f.m.s.Quotes[i].Span)
	return f.m.who(i, f.voices)
}

// order asks for the order of three events, shown as they are given.
func (f *Finder) order(about []About) (Question, bool) {
	var three []*story.Event
	for i := range about {
		f.event(&about[i], func(e *story.Event) (Question, bool) {
			ok := f.m.canOrder(e)
			if ok {
				three = append(three, e)
			}
			return Question{}, ok
		})
	}
	if len(about) != 3 || len(three) != 3 {
		return Question{}, false
	}
	if free, _ := apart(three); len(free) < 3 {
		return Question{}, false
	}
	return f.m.first(three), true
}

// reseed makes what is offered beside the answer follow from the words that are asked about.
func (f *Finder) reseed(doc int, at story.Span) {
	h := fnv.New64a()
	h.Write([]byte(at.In(f.m.s.Articles[doc].Text)))
	f.m.rand = rand.New(rand.NewPCG(h.Sum64(), 0))
}
