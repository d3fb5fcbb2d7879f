package review

import "dateline/app/story"

// Effect is what a correction would change, so that a person sees it before taking it.
type Effect struct {
	Moved    int // events that would happen elsewhere
	Redated  int // events that would happen on other days
	Appeared int // events that would be there
	Gone     int // events that would not
	Areas    int // names of regions and countries that would mean another place
	Names    int // all names that would mean another place or do something else
	Quotes   int // quotes that would be of another speaker, or be there, or not
}

// None reports whether nothing would change.
func (e Effect) None() bool { return e == Effect{} }

// EffectOf compares a story before and after a correction.
func EffectOf(before, after *story.Story) Effect {
	var out Effect
	was := make(map[story.EventID]*story.Event, len(before.Events))
	for i := range before.Events {
		was[before.Events[i].ID] = &before.Events[i]
	}
	for i := range after.Events {
		e := &after.Events[i]
		o := was[e.ID]
		if o == nil {
			out.Appeared++
			continue
		}
		delete(was, e.ID)
		if !sameSpot(o.Where, e.Where) {
			out.Moved++
		}
		if o.When.Earliest != e.When.Earliest || o.When.Latest != e.When.Latest || o.When.Dated() != e.When.Dated() {
			out.Redated++
		}
	}
	out.Gone = len(was)
	out.quotes(before, after)
	for _, a := range after.Articles {
		if k := before.ArticleAt(a.ID); k >= 0 {
			out.names(before.Articles[k], a)
		}
	}
	return out
}

func sameSpot(a, b *story.Spot) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Place.ID == b.Place.ID && a.Actor == b.Actor
}

func (e *Effect) quotes(before, after *story.Story) {
	name := func(s *story.Story, q *story.Quote) string {
		if q.Speaker < 0 {
			return ""
		}
		return s.Speakers[q.Speaker].Name
	}
	was := make(map[story.QuoteID]string, len(before.Quotes))
	for i := range before.Quotes {
		was[before.Quotes[i].ID] = name(before, &before.Quotes[i])
	}
	for i := range after.Quotes {
		q := &after.Quotes[i]
		if o, ok := was[q.ID]; !ok || o != name(after, q) {
			e.Quotes++
		}
		delete(was, q.ID)
	}
	e.Quotes += len(was)
}

func (e *Effect) names(before, after *story.Article) {
	was := make(map[story.Span]*story.Toponym, len(before.Toponyms))
	for i := range before.Toponyms {
		was[before.Toponyms[i].Span] = &before.Toponyms[i]
	}
	for i := range after.Toponyms {
		t := &after.Toponyms[i]
		o := was[t.Span]
		delete(was, t.Span)
		if o != nil && o.Place.ID == t.Place.ID && o.Placed == t.Placed && o.Use == t.Use {
			continue
		}
		e.Names++
		if t.Placed && t.Place.Kind.Area() || o != nil && o.Placed && o.Place.Kind.Area() {
			e.Areas++
		}
	}
	e.Names += len(was)
}
