package session

import (
	"dateline/app/story"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Selection is what is selected, everywhere at once: the sentence in the article, the mark on the map, the tick, the
// quote.
type Selection struct {
	Doc      int        // index into Story.Articles; -1 nothing is selected
	Sentence story.Span // the sentence to show
	Focus    story.Span // the exact words inside it
	Event    int        // index into Story.Events; -1 none
	Quote    int        // index into Story.Quotes; -1 none
	At       orb.Point  // where the map marks it
	Placed   bool       // At holds
}

var nothing = Selection{Doc: -1, Event: -1, Quote: -1}

// None reports whether nothing is selected.
func (x Selection) None() bool { return x.Doc < 0 }

// SelectEvent selects event i of the story; an index outside it selects nothing.
func (s *Session) SelectEvent(i int) {
	s.change(func(n *State) Change { return n.choose(eventSelection(n.Story, i)) })
}

// SelectQuote selects quote i with its speaker's place or, failing that, that of an event it speaks of.
func (s *Session) SelectQuote(i int) {
	s.change(func(n *State) Change { return n.choose(quoteSelection(n.Story, i)) })
}

// SelectMark selects what the mark at the anchor stands for: the first of its events, quotes, actors; selected again,
// the next of them, so that all can be stepped through.
func (s *Session) SelectMark(at orb.Point) {
	s.change(func(n *State) Change {
		for _, m := range n.View.Marks {
			if m.At == at {
				return n.choose(nextAt(n, m))
			}
		}
		return 0
	})
}

// SelectText selects what stands at a byte offset of article doc: the quote or event there, else the bare sentence.
func (s *Session) SelectText(doc, offset int) {
	s.change(func(n *State) Change { return n.choose(textSelection(n.Story, doc, offset)) })
}

// SelectArticle shows article doc from its beginning.
func (s *Session) SelectArticle(doc int) {
	s.change(func(n *State) Change {
		if doc < 0 || doc >= len(n.Story.Articles) {
			return 0
		}
		x := nothing
		x.Doc = doc
		return n.choose(x)
	})
}

// Unselect selects nothing.
func (s *Session) Unselect() {
	s.change(func(n *State) Change { return n.choose(nothing) })
}

func (n *State) choose(x Selection) Change {
	if x == n.Selected {
		return 0
	}
	n.Selected = x
	return Selected
}

func eventSelection(s *story.Story, i int) Selection {
	if i < 0 || i >= len(s.Events) {
		return nothing
	}
	e := &s.Events[i]
	x := Selection{Doc: e.Doc, Sentence: e.Sentence, Focus: e.Span, Event: i, Quote: -1}
	if len(e.Quotes) > 0 {
		x.Quote = e.Quotes[0]
	}
	if e.Where != nil {
		x.At, x.Placed = e.Where.Place.Anchor, true
	}
	return x
}

func quoteSelection(s *story.Story, i int) Selection {
	if i < 0 || i >= len(s.Quotes) {
		return nothing
	}
	q := &s.Quotes[i]
	x := Selection{Doc: q.Doc, Sentence: q.Span, Focus: q.Span, Event: -1, Quote: i}
	if q.Doc < len(s.Articles) {
		if at := s.Articles[q.Doc].SentenceAt(q.Span.Start); !at.Empty() {
			x.Sentence = at
		}
	}
	for _, e := range q.Events {
		if e >= 0 && e < len(s.Events) {
			x.Event = e
			break
		}
	}
	switch {
	case q.Where != nil:
		x.At, x.Placed = q.Where.Place.Anchor, true
	case x.Event >= 0 && s.Events[x.Event].Where != nil:
		x.At, x.Placed = s.Events[x.Event].Where.Place.Anchor, true
	}
	return x
}

func actorSelection(s *story.Story, i int) Selection {
	a := &s.Actors[i]
	t := &s.Articles[a.Doc].Toponyms[a.Toponym]
	return Selection{Doc: a.Doc, Sentence: a.Sentence, Focus: t.Span, Event: -1, Quote: -1, At: t.Place.Anchor, Placed: t.Placed}
}

// nextAt lists what a mark stands for and gives the one after the present selection.
func nextAt(n *State, m story.Mark) Selection {
	var all []Selection
	for _, i := range m.Events {
		all = append(all, eventSelection(n.Story, i))
	}
	for _, i := range m.Quotes {
		all = append(all, quoteSelection(n.Story, i))
	}
	for _, i := range m.Actors {
		all = append(all, actorSelection(n.Story, i))
	}
	for i := range all {
		all[i].At, all[i].Placed = m.At, true
	}
	for i, x := range all {
		if x.Doc == n.Selected.Doc && x.Focus == n.Selected.Focus && x.Event == n.Selected.Event {
			return all[(i+1)%len(all)]
		}
	}
	if len(all) == 0 {
		return nothing
	}
	return all[0]
}

// textSelection prefers what is visible and narrowest at the offset: a quote, then an event of the sentence.
func textSelection(s *story.Story, doc, offset int) Selection {
	if doc < 0 || doc >= len(s.Articles) {
		return nothing
	}
	a := s.Articles[doc]
	best, bestLen := nothing, 0
	take := func(x Selection, span story.Span) {
		if best.None() || span.Len() < bestLen {
			best, bestLen = x, span.Len()
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Doc == doc && q.Span.Holds(offset) {
			take(quoteSelection(s, i), q.Span)
		}
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.Doc == doc && e.Span.Holds(offset) {
			take(eventSelection(s, i), e.Span)
		}
	}
	if best.None() {
		for i := range s.Events {
			if e := &s.Events[i]; e.Doc == doc && e.Sentence.Holds(offset) {
				take(eventSelection(s, i), e.Sentence)
			}
		}
	}
	for i := range a.Toponyms {
		t := &a.Toponyms[i]
		if !t.Span.Holds(offset) || !t.Placed || t.Use == story.UseInName {
			continue
		}
		if best.None() {
			best = Selection{Doc: doc, Event: -1, Quote: -1}
		}
		best.Sentence, best.Focus, best.At, best.Placed = a.SentenceAt(offset), t.Span, t.Place.Anchor, true
		return best
	}
	if best.None() {
		if at := a.SentenceAt(offset); !at.Empty() {
			best = Selection{Doc: doc, Sentence: at, Focus: at, Event: -1, Quote: -1}
		}
	}
	return best
}

// SetViewport notes what the map shows.
func (s *Session) SetViewport(v viewport.Viewport) {
	s.change(func(n *State) Change {
		if n.Viewport == v {
			return 0
		}
		n.Viewport = v
		return Moved
	})
}

// SetFilter narrows what is visible.
func (s *Session) SetFilter(f story.Filter) {
	s.change(func(n *State) Change {
		if n.Filter.Equal(f) {
			return 0
		}
		n.Filter = f
		return Filtered
	})
}
