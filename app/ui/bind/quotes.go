package bind

import (
	"image/color"

	"dateline/app/review"
	"dateline/app/story"
)

// Quote is a card of the list of quotes; empty fields are left out.
type Quote struct {
	ID        string
	Words     string
	Speaker   string
	Role      string
	When      string
	Where     string
	WhereRing bool // Where is the speaker's seat, not said in the text
	Source    string
	Colour    color.NRGBA
	Faded     bool
}

// Quotes are the visible quotes in quotation marks, in the story's order; of a Period those first that were said in it,
// then, quietly, those that may have been.
func (w Words) Quotes(s *story.Story, v story.View, log story.Log) []Quote {
	var out, quiet []Quote
	checked := review.CheckedIn(log)
	for k, i := range v.Quotes {
		q := &s.Quotes[i]
		if q.Kind != story.QuoteDirect {
			continue
		}
		a := s.Articles[q.Doc]
		name, role := w.speaker(s, q)
		it := Quote{ID: string(q.ID), Words: curly(q.Span.In(a.Text)), Speaker: name, Role: role, Source: join(w.sign(checked, checked.Quote(s, i)), Title(a)), Colour: LaneColour(q.Doc)}
		if q.When.Dated() {
			it.When = w.Interval(q.When.Earliest, q.When.Latest)
		}
		if q.Where != nil {
			it.Where, it.WhereRing = q.Where.Place.Name, q.Where.Actor
			if q.Where.Actor && q.Where.Place.AnchorName != "" {
				it.Where = q.Where.Place.AnchorName
			}
		}
		if v.Period.On && possible(v.QuoteShare[k]) {
			it.Faded = true
			quiet = append(quiet, it)
			continue
		}
		out = append(out, it)
	}
	return append(out, quiet...)
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
