package session

import (
	"dateline/app/story"
	"dateline/geo/viewport"
	"github.com/paulmach/orb"
)

// Selection is what is selected, everywhere at once: the sentence in the article, the mark on the map, the tick, the
// quote.
type Selection struct {
	Article  string     // Document.ID; "" nothing is selected
	Sentence story.Span // the sentence to show
	Focus    story.Span // the exact words inside it
	Event    story.EventID
	Quote    story.QuoteID
	At       orb.Point // where the map marks it
	Placed   bool      // At holds
	Slide    string    // the slide of the run that was gone to, which may show nothing that can be selected; "" none
}

var nothing = Selection{}

// None reports whether nothing is selected.
func (x Selection) None() bool { return x.Article == "" }

// places are the positions of what is selected in the story's lists, found once for each change.
type places struct {
	article, event, quote int
	found                 bool
}

func (n *State) find() places {
	x := n.Selected
	return places{n.Story.ArticleAt(x.Article), n.Story.EventAt(x.Event), n.Story.QuoteAt(x.Quote), true}
}

func (n *State) places() places {
	if n.at.found || n.Story == nil {
		return n.at
	}
	return n.find()
}

// SelectedArticle is where the selected article stands in Story.Articles; -1 where nothing is selected.
func (n State) SelectedArticle() int { return n.places().article }

// SelectedEvent is where the selected event stands in Story.Events; -1 where none is.
func (n State) SelectedEvent() int { return n.places().event }

// SelectedQuote is where the selected quote stands in Story.Quotes; -1 where none is.
func (n State) SelectedQuote() int { return n.places().quote }

// SelectEvent selects an event; the id of one that is not there selects nothing.
func (s *Session) SelectEvent(id story.EventID) {
	s.change(func(n *State) Change { return n.choose(eventSelection(n.Story, n.Story.EventAt(id))) })
}

// SelectQuote selects a quote with its speaker's place or, failing that, that of an event it speaks of.
func (s *Session) SelectQuote(id story.QuoteID) {
	s.change(func(n *State) Change { return n.choose(quoteSelection(n.Story, n.Story.QuoteAt(id))) })
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

// SelectText selects what stands at a byte offset of an article: the quote or event there, else the bare sentence.
func (s *Session) SelectText(article string, offset int) {
	s.change(func(n *State) Change { return n.choose(textSelection(n.Story, article, offset)) })
}

// SelectArticle shows an article from its beginning.
func (s *Session) SelectArticle(article string) {
	s.change(func(n *State) Change {
		if n.Story.ArticleAt(article) < 0 {
			return 0
		}
		return n.choose(Selection{Article: article})
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
	x := Selection{Article: s.Articles[e.Doc].ID, Sentence: e.Sentence, Focus: e.Span, Event: e.ID}
	if len(e.Quotes) > 0 {
		x.Quote = s.Quotes[e.Quotes[0]].ID
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
	x := Selection{Article: s.Articles[q.Doc].ID, Sentence: q.Span, Focus: q.Span, Quote: q.ID}
	if at := s.Articles[q.Doc].SentenceAt(q.Span.Start); !at.Empty() {
		x.Sentence = at
	}
	event := -1
	for _, e := range q.Events {
		if e >= 0 && e < len(s.Events) {
			event, x.Event = e, s.Events[e].ID
			break
		}
	}
	switch {
	case q.Where != nil:
		x.At, x.Placed = q.Where.Place.Anchor, true
	case event >= 0 && s.Events[event].Where != nil:
		x.At, x.Placed = s.Events[event].Where.Place.Anchor, true
	}
	return x
}

func actorSelection(s *story.Story, i int) Selection {
	a := &s.Actors[i]
	t := &s.Articles[a.Doc].Toponyms[a.Toponym]
	return Selection{Article: s.Articles[a.Doc].ID, Sentence: a.Sentence, Focus: t.Span, At: t.Place.Anchor, Placed: t.Placed}
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
	for _, i := range m.Named {
		all = append(all, eventSelection(n.Story, i))
	}
	for i := range all {
		all[i].At, all[i].Placed = m.At, true
	}
	for i, x := range all {
		if x.Article == n.Selected.Article && x.Focus == n.Selected.Focus && x.Event == n.Selected.Event {
			return all[(i+1)%len(all)]
		}
	}
	if len(all) == 0 {
		return nothing
	}
	return all[0]
}

// textSelection prefers what is visible and narrowest at the offset: a quote, then an event of the sentence.
func textSelection(s *story.Story, article string, offset int) Selection {
	doc := s.ArticleAt(article)
	if doc < 0 {
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
			best = Selection{Article: article}
		}
		best.Sentence, best.Focus, best.At, best.Placed = a.SentenceAt(offset), t.Span, t.Place.Anchor, true
		return best
	}
	if best.None() {
		if at := a.SentenceAt(offset); !at.Empty() {
			best = Selection{Article: article, Sentence: at, Focus: at}
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
