package engine

import (
	"slices"

	"dateline/app/story"
	"dateline/geo/gazetteer"
)

var eventReason = []story.Reason{story.Why("event.given")}

// aboutEvent reports whether a correction speaks of an event: by the word that tells of it, its clause or its sentence.
func (f *fixes) aboutEvent(c *story.Correction, e *story.Event) bool {
	if c.Scope != story.ScopeOne {
		return !e.Trigger.Empty() && c.About.Words == e.Trigger.In(f.doc.Text)
	}
	return c.About.Article == f.doc.ID && (c.About.Span == e.Trigger || c.About.Span == e.Span || c.About.Span == e.Sentence) &&
		c.About.Words == c.About.Span.In(f.doc.Text)
}

// event changes an event that was found in the words of the article as the person said, and reports whether it stays: none
// does where the file gives its events.
func (f *fixes) event(a *story.Article, gaz *gazetteer.Index, e *story.Event) (stays bool) {
	return len(f.doc.Given) == 0 && f.change(a, gaz, e)
}

// change changes an event as the person said, and reports whether it stays.
func (f *fixes) change(a *story.Article, gaz *gazetteer.Index, e *story.Event) (stays bool) {
	stays = true
	for i := range f.all {
		c := &f.all[i]
		if !f.aboutEvent(c, e) {
			continue
		}
		switch c.Kind {
		case story.CorrectRemove, story.CorrectAdd:
			if c.Mention == story.MentionEvent {
				stays = c.Kind == story.CorrectAdd
			}
			continue
		case story.CorrectWhen:
			if isTimex(a, c.About.Span) {
				continue // it dates the words, and the event through them
			}
			e.When = moment(c)
		case story.CorrectModality:
			e.Modality, e.Mention = c.Modality, false
		case story.CorrectPlace:
			if isToponym(a, c.About.Span) {
				continue
			}
			e.Where = spot(a, gaz, c, e)
		default:
			continue
		}
		e.P, e.Reasons = 1, eventReason
	}
	return stays
}

func isTimex(a *story.Article, s story.Span) bool {
	return slices.ContainsFunc(a.Timexes, func(t story.Timex) bool { return t.Span == s })
}

func isToponym(a *story.Article, s story.Span) bool {
	return slices.ContainsFunc(a.Toponyms, func(t story.Toponym) bool { return t.Span == s })
}

// spot is where a correction says that an event happened; nil nowhere that is known.
func spot(a *story.Article, gaz *gazetteer.Index, c *story.Correction, e *story.Event) *story.Spot {
	t := story.Toponym{Name: e.What}
	if c.Place != 0 {
		row := gaz.RowByID(c.Place)
		if row == gazetteer.NoRow {
			return e.Where
		}
		return &story.Spot{Place: gaz.Place(row), Toponym: -1, P: 1}
	}
	place(&t, c)
	if !t.Placed {
		return nil
	}
	return &story.Spot{Place: t.Place, Toponym: -1, P: 1}
}

// missed are the events that the person marked and that the program had not found.
func (f *fixes) missed(a *story.Article, doc int, have []story.Event) []story.Event {
	var out []story.Event
	for _, s := range f.added(story.MentionEvent) {
		if slices.ContainsFunc(have, func(e story.Event) bool { return e.Trigger == s || e.Span == s || e.Sentence == s }) {
			continue
		}
		sentence := a.SentenceAt(s.Start)
		if sentence.Empty() {
			sentence = s
		}
		e := story.Event{Doc: doc, Span: s, Sentence: sentence, Trigger: s, What: s.In(a.Text), P: 1, Reasons: eventReason}
		e.Where, e.When = f.sceneOf(a, s, sentence)
		out = append(out, e)
	}
	return out
}

// sceneOf is the place and the days that stand in a stretch, else in its sentence; the days else those of publication.
func (f *fixes) sceneOf(a *story.Article, s, sentence story.Span) (*story.Spot, story.Moment) {
	var where *story.Spot
	var when story.Moment
	for _, in := range []story.Span{s, sentence} {
		for i := range a.Toponyms {
			if t := &a.Toponyms[i]; where == nil && t.Placed && t.Use == story.UseLiteral && in.Overlaps(t.Span) {
				where = &story.Spot{Place: t.Place, Toponym: i, P: t.P}
			}
		}
		for i := range a.Timexes {
			if t := &a.Timexes[i]; !when.Dated() && t.Moment.Dated() && in.Overlaps(t.Span) {
				when = t.Moment
				when.Basis, when.Words = story.BasisSentence, t.Span
			}
		}
	}
	if p := a.Published; !when.Dated() && p.Kind != story.DateUnknown && p.From.Bounded() && p.To.Bounded() {
		when = story.Moment{Earliest: p.From, Latest: p.To, Precision: story.PrecisionOf(int(p.To-p.From) + 1), P: p.P, Basis: story.BasisPublication,
			Reasons: []story.Reason{story.Why("event.when.publication")}}
	}
	return where, when
}
