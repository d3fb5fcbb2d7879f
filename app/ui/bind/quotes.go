package bind

import (
	"image/color"

	"dateline/app/review"
	"dateline/app/story"
)

// Quote is a card of the list of quotes, before it is worded.
type Quote struct {
	ID     string
	Colour color.NRGBA
	Faded  bool
	At     int // where it stands in Story.Quotes
}

// Card is what the card of a quote says; empty fields are left out.
type Card struct {
	Words     string
	Speaker   string
	Role      string
	When      string
	Where     string
	WhereRing bool // Where is the speaker's seat, not said in the text
	Source    string
}

// Quotes are the visible quotes in quotation marks, in the story's order; of a Period those first that were said in it,
// then, quietly, those that may have been.
func Quotes(s *story.Story, v story.View) []Quote {
	out := make([]Quote, 0, len(v.Quotes))
	var quiet []Quote
	for k, i := range v.Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		it := Quote{ID: string(q.ID), Colour: LaneColour(q.Doc), At: i}
		if v.Period.On && possible(v.QuoteShare[k]) {
			it.Faded = true
			quiet = append(quiet, it)
			continue
		}
		out = append(out, it)
	}
	return append(out, quiet...)
}

// Cards words the quotes of a story one by one: there can be many thousands, of which a few are in view.
type Cards struct {
	words   Words
	story   *story.Story
	log     story.Log
	checked review.Checked
}

// Cards words the quotes of a story, with what a person said of them.
func (w Words) Cards(s *story.Story, log story.Log) *Cards {
	return &Cards{w, s, log, review.CheckedIn(log)}
}

// Of reports whether the cards are those of a story and of what was said of it.
func (c *Cards) Of(s *story.Story, log story.Log) bool {
	return c != nil && c.story == s && c.log.Equal(log)
}

// Named is the card of the quote with that id; empty where there is none.
func (c *Cards) Named(id string) Card { return c.At(c.story.QuoteAt(story.QuoteID(id))) }

// At is the card of quote i of the story; empty where there is none.
func (c *Cards) At(i int) Card {
	s, w := c.story, c.words
	if i < 0 || i >= len(s.Quotes) {
		return Card{}
	}
	q := &s.Quotes[i]
	a := s.Articles[q.Doc]
	name, role := w.speaker(s, q)
	it := Card{Words: curly(q.Span.In(a.Text)), Speaker: name, Role: role, Source: join(w.sign(c.checked, c.checked.Quote(s, i)), Title(a))}
	if q.When.Dated() {
		it.When = w.Interval(q.When.Earliest, q.When.Latest)
	}
	if q.Where != nil {
		it.Where, it.WhereRing = w.shortName(q.Where.Place), q.Where.Actor
		if q.Where.Actor && q.Where.Place.AnchorName != "" {
			it.Where = q.Where.Place.AnchorName
		}
	}
	return it
}

// directQuotes counts the visible quotes that the list of quotes shows.
func directQuotes(s *story.Story, v story.View) (n int) {
	for _, i := range v.Quotes {
		if s.Quotes[i].Kind == story.QuoteDirect {
			n++
		}
	}
	return n
}
