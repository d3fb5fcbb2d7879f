package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

var (
	hashAfter  = token.HashOf("after")
	hashBefore = token.HashOf("before")
)

// whenBehind gives the clause "when …" right behind an expression of time that very time, and not all of the time since:
// "the third fire since 2019, when eleven wagons burned".
func (a *article) whenBehind(ci int) (story.Moment, bool) {
	c := &a.now.clauses[ci]
	if c.open != hashWhen || c.First <= a.now.First || len(a.timesIn(c.Range)) > 0 {
		return story.Moment{}, false
	}
	i := c.First
	if a.byteAt(i-1) == ',' {
		i--
	}
	for _, t := range a.timesIn(token.Range{First: max(a.now.First, i-8), Last: i}) {
		if t.last == i && t.moment.Earliest != story.DayMin {
			raw := t
			raw.moment = a.Times[t.index].Moment
			return a.momentOf(&raw, story.BasisSentence, a.w.When.Governing, "event.when.governing"), true
		}
	}
	return story.Moment{}, false
}

// apartBy dates one of two happenings that a length of time lies between, by the day of the other: "closed on 11 July, two days
// after a driver noticed bones", "comes a week after a landslide". ok is false where e is none of them, or no day is known.
func (a *article) apartBy(e *Found, ci, at int) (m story.Moment, ok bool) {
	if m, ok = a.secondOf(e, ci, at); ok {
		return m, true
	}
	return a.firstOf(e, ci)
}

// secondOf dates what is told behind "two days after".
func (a *article) secondOf(e *Found, ci, at int) (story.Moment, bool) {
	cs := a.now.clauses
	c := &cs[ci]
	link, home := -1, ci // the "after", and the clause whose day counts
	switch {
	case (c.open == hashAfter || c.open == hashBefore) && c.First > a.now.First:
		link, home = c.First, c.up
		if home < 0 || len(a.timesIn(c.Range)) > 0 {
			return story.Moment{}, false
		}
	case e.shape == shapeNoun:
		for i := at - 1; i > c.First && i >= at-4; i-- {
			if h := a.text.Tokens[i].Hash; h == hashAfter || h == hashBefore {
				link = i
				break
			}
		}
	}
	if link < 0 {
		return story.Moment{}, false
	}
	f := a.lengthBefore(link)
	if f == nil {
		return story.Moment{}, false
	}
	day, ok := a.dayOf(home, int(f.First))
	if !ok {
		return story.Moment{}, false
	}
	sign := -1
	if a.text.Tokens[link].Hash == hashBefore {
		sign = 1
	}
	return a.away(f, day, sign), true
}

// firstOf dates what is told before "two days after", where only what is told behind has a day: "died two days after he was
// shot on Monday".
func (a *article) firstOf(e *Found, ci int) (story.Moment, bool) {
	cs := a.now.clauses
	if ci+1 >= len(cs) || e.shape == shapeNoun || cs[ci+1].up != ci || cs[ci+1].open != hashAfter && cs[ci+1].open != hashBefore || len(a.timesIn(cs[ci].Range)) > 0 {
		return story.Moment{}, false
	}
	f := a.lengthBefore(cs[ci+1].First)
	ts := a.timesIn(cs[ci+1].Range)
	if f == nil || len(ts) == 0 {
		return story.Moment{}, false
	}
	sign := 1
	if cs[ci+1].open == hashBefore {
		sign = -1
	}
	return a.away(f, &ts[0].moment, sign), true
}

// lengthBefore is the length of time that ends right before token i; nil if none does.
func (a *article) lengthBefore(i int) *timex.Found {
	if i < 2 || a.class[i-1]&grammar.TimeWord == 0 {
		return nil
	}
	at := int(a.text.Tokens[i-1].Start)
	ts := a.Reading.Times
	lo, hi := 0, len(ts)
	for lo < hi {
		if mid := (lo + hi) / 2; ts[mid].Span.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(ts) || int(ts[lo].Last) != i || ts[lo].Form != timex.FormDuration || ts[lo].Vague {
		return nil
	}
	return &ts[lo]
}

// dayOf is the day of a clause, before token to; that of publication where it is told in the present, that of the story where
// it has none.
func (a *article) dayOf(ci, to int) (*story.Moment, bool) {
	c := &a.now.clauses[ci]
	if ts := a.timesIn(token.Range{First: c.First, Last: min(to, c.Last)}); len(ts) > 0 {
		t := &ts[len(ts)-1]
		return &t.moment, t.moment.Earliest.Bounded()
	}
	pub := a.Article.Published
	if pub.Kind == story.DateUnknown || !pub.From.Bounded() {
		return nil, false
	}
	m := story.Moment{Earliest: pub.From, Latest: pub.To, Precision: story.PrecisionDay, P: a.w.When.Publication}
	if a.first > story.DayMin {
		m.Earliest = a.first
	}
	for i := c.First; i < min(to, c.Last); i++ {
		if a.sign[i]&isHad != 0 {
			return nil, false // of another time
		}
	}
	return &m, true
}

// away is the time that lies a length from a day: a year off it is as wide as the year, a month off as some days.
func (a *article) away(f *timex.Found, m *story.Moment, sign int) story.Moment {
	from, to, fine := f.From(m.Earliest, m.Latest, sign)
	out := story.Moment{Earliest: from, Latest: to, Precision: fine, Basis: story.BasisSentence, P: clamp(a.w.When.Offset * max(m.P, 0.5)), Words: f.Span}
	out.Reasons = []story.Reason{story.Why("event.when.apart", f.Span.In(a.text.Source))}
	return out
}
