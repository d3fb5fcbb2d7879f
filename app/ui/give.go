package ui

import (
	"image/color"

	"dateline/app/ui/bind"
	"dateline/app/ui/mapview"
	"dateline/app/ui/placelist"
	"dateline/app/ui/present"
	"dateline/app/ui/quotelist"
	"dateline/app/ui/textview"
	"dateline/app/ui/timeline"
	"dateline/geo/mark"
)

// What bind makes is handed to the panes here, value by value: neither knows the other.

// each converts a list.
func each[A, B any](in []A, f func(*A) B) []B {
	out := make([]B, len(in))
	for i := range in {
		out[i] = f(&in[i])
	}
	return out
}

func cards(in []bind.Quote) []quotelist.Item {
	return each(in, func(q *bind.Quote) quotelist.Item { return quotelist.Item{ID: q.ID, Colour: q.Colour, Faded: q.Faded} })
}

var shapes = [...]placelist.Shape{bind.Disc: placelist.Filled, bind.Circle: placelist.Ring, bind.Square: placelist.Area, bind.Diamond: placelist.Diamond}

func rows(in []bind.Row) []placelist.Item {
	return each(in, func(r *bind.Row) placelist.Item {
		return placelist.Item{ID: r.ID, Section: r.Section, Title: r.Title, Detail: r.Detail, Right: r.Right, Shape: shapes[r.Shape], Colour: r.Colour, Faded: r.Faded}
	})
}

// articleRows are the rows of the list of articles: a full sign is an article that was not in view yet, a hollow one that was.
func articleRows(in []bind.ArticleItem, muted color.NRGBA) []placelist.Item {
	return each(in, func(r *bind.ArticleItem) placelist.Item {
		it := placelist.Item{ID: r.ID, Title: r.Title, Detail: r.Detail, More: r.More, Right: r.Right, Shape: placelist.Ring, Colour: r.Colour, Letter: r.Letter, Faded: r.Faded,
			Bold: r.Unread, Heading: r.Heading}
		switch {
		case r.Heading:
			it.Shape = placelist.NoShape
		case r.Out:
			it.Shape, it.Colour = placelist.Diamond, muted
		case r.Unread:
			it.Shape = placelist.Filled
		}
		return it
	})
}

func lanes(in []bind.Lane) []timeline.Lane {
	return each(in, func(l *bind.Lane) timeline.Lane {
		return timeline.Lane{Title: l.Title, Colour: l.Colour, Letter: l.Letter, Tip: l.Tip}
	})
}

var tickKinds = [...]timeline.Kind{bind.TickEvent: timeline.KindEvent, bind.TickPublication: timeline.KindPublication, bind.TickQuote: timeline.KindQuote}

func ticks(in []bind.Tick) []timeline.Item {
	return each(in, func(t *bind.Tick) timeline.Item {
		return timeline.Item{ID: t.ID, Lane: t.Lane, From: t.From, To: t.To, Kind: tickKinds[t.Kind], P: t.P, Open: t.Open, Hatched: t.Hatched, Undated: t.Undated,
			Best: t.Best, HasBest: t.HasBest, Tip: t.Tip}
	})
}

// marks gives each mark its position as its id: that of a mark of the View.
func marks(in []bind.Mark) []mapview.Mark {
	out := make([]mapview.Mark, len(in))
	for i := range in {
		m := &in[i]
		out[i] = mapview.Mark{ID: i, At: m.At, Label: m.Label, Filled: m.Filled, Ring: m.Ring, Named: m.Named, Country: m.Country, Open: m.Open, Count: m.Count, P: m.P,
			Shape: m.Shape, Tip: mapview.Tip(m.Tip)}
	}
	return out
}

func stops(in []bind.Stop) []mark.Stop {
	return each(in, func(s *bind.Stop) mark.Stop { return mark.Stop{At: s.At, Arrow: s.Travel, Dash: s.Dash} })
}

func detail(d bind.Detail) mapview.Detail {
	return mapview.Detail{Title: d.Title, Note: d.Note, Items: each(d.Items, func(it *bind.Item) mapview.Item {
		return mapview.Item{Head: it.Head, Text: it.Text, Quote: it.Quote}
	})}
}

var markKinds = [...]textview.Kind{bind.IsPlace: textview.PlaceLiteral, bind.IsActor: textview.PlaceActor, bind.IsTime: textview.Time,
	bind.IsQuote: textview.Quote, bind.IsDimmed: textview.Dimmed, bind.IsHeadline: textview.Headline, bind.IsSubhead: textview.Subhead}

func marked(a bind.Article) textview.Article {
	out := textview.Article{ID: a.ID, Head: a.Head, Text: a.Text, Marks: make([]textview.Mark, len(a.Found))}
	for i := range a.Found {
		f := &a.Found[i]
		out.Marks[i] = textview.Mark{Span: f.Span, Kind: markKinds[f.Is], ID: i, Tip: f.Tip}
	}
	return out
}

func question(q bind.Question) present.Question {
	return present.Question{Pane: present.Pane(q.Pane), Title: q.Title, Under: q.Under, Score: q.Score, Left: q.Left, Text: q.Text, Foot: q.Foot, Source: q.Source,
		Told: q.Told, Slide: q.Slide, Colour: q.Colour, Choices: each(q.Choices, func(c *bind.Choice) present.Choice {
			return present.Choice{Sign: c.Sign, Words: c.Words, Under: c.Under, State: present.State(c.State)}
		})}
}
