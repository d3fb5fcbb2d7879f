package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// utter gives every quote of the article its day and, if the text tells it, its place, as an utterance.
func (a *article) utter(quotes []story.Quote) {
	last := make([]story.Moment, len(a.Speakers)) // by speaker
	lastAt := make([]int, len(a.Speakers))
	for i := range quotes {
		q := &quotes[i]
		frame := a.frame(q)
		q.When = a.spokenOn(q, frame)
		if q.When.Basis == story.BasisNone {
			if q.Speaker >= 0 && last[q.Speaker].Basis != story.BasisNone && a.sentenceOf(q.Span.Start)-lastAt[q.Speaker] <= a.w.Said.Sentences {
				m := last[q.Speaker]
				m.Basis, m.P, m.Reasons = story.BasisInherited, clamp(m.P*a.w.Said.Before), whySaidBefore
				q.When = m
			} else {
				q.When = a.publicationMoment()
			}
		}
		if q.Speaker >= 0 && q.When.Basis >= story.BasisInherited {
			last[q.Speaker], lastAt[q.Speaker] = q.When, a.sentenceOf(q.Span.End-1)
		}
		q.Where = a.spokenIn(q, frame)
	}
}

// whySaidBefore is shared by all quotes that have it, and never changed.
var whySaidBefore = []story.Reason{story.Why("event.said.before")}

func (a *article) sentenceOf(offset int) int {
	i := a.text.At(offset)
	if i >= len(a.text.Tokens) {
		return len(a.text.Sentences)
	}
	return a.text.Sentence(i)
}

// publicationMoment is when things were said of which no day is told: when the article was published, or the day before.
func (a *article) publicationMoment() story.Moment {
	if a.said == nil {
		m := a.saidOn(a.Article.Published)
		a.said = &m
	}
	return *a.said
}

func (a *article) saidOn(pub story.Publication) story.Moment {
	if pub.Kind == story.DateUnknown || !pub.From.Bounded() || !pub.To.Bounded() {
		return story.Moment{Reasons: []story.Reason{story.Why("event.when.nothing")}}
	}
	return story.Moment{Earliest: pub.From - 1, Latest: pub.To, Precision: story.PrecisionDay, Basis: story.BasisPublication, P: a.w.Said.Published,
		Reasons: []story.Reason{story.Why("event.said.publication")}}
}

// frame is the sentence in which somebody is said to speak: that of the cue, else of the speaker, else of the quote.
func (a *article) frame(q *story.Quote) token.Range {
	at := q.Span.Start
	switch {
	case !q.Cue.Empty():
		at = q.Cue.Start
	case !q.By.Empty():
		at = q.By.Start
	}
	i := a.text.At(at)
	if i >= len(a.text.Tokens) {
		return token.Range{}
	}
	return a.text.Sentences[a.text.Sentence(i)]
}

// spokenOn finds the day of speech among the words of the frame that are not quoted.
func (a *article) spokenOn(q *story.Quote, frame token.Range) story.Moment {
	at := a.text.At(q.Span.Start)
	if !q.Cue.Empty() {
		at = a.text.At(q.Cue.Start)
	}
	var best *timed
	cost := 0
	for _, t := range a.timesIn(a.near(frame, at)) {
		x := &a.Times[t.index]
		if a.inside(x.Span, q) || a.ofSpeaker(&t, at) || x.Type == story.TimexDuration || t.moment.Precision < story.PrecisionWeek && !a.ofSpeech(&t, at, frame) {
			continue
		}
		d := t.first - at
		if d < 0 {
			d = -d
		}
		if d > a.w.Said.OnWords && t.first > frame.First+3 {
			continue
		}
		if best == nil || d < cost {
			k := t
			best, cost = &k, d
		}
	}
	if best == nil {
		return story.Moment{}
	}
	return a.momentOf(best, story.BasisClause, a.w.Said.On, "event.said.on")
}

// ofSpeaker reports that the expression t dates what a relative clause tells of the speaker, and not the speech, whose cue is token at:
// "said Ann Smith, whose son died on July 12".
func (a *article) ofSpeaker(t *timed, at int) bool {
	for i := at + 1; i < t.first; i++ {
		if a.class[i]&grammar.Relative != 0 && a.text.Tokens[i].Hash != hashThat {
			return a.verbBetween(i+1, t.first)
		}
	}
	return false
}

// ofSpeech reports that an expression t of a month or a year is tied to the cue, token at: "said in an interview last month",
// "last month she said". One further off may belong to anything: "said the mill closed in 2019".
func (a *article) ofSpeech(t *timed, at int, frame token.Range) bool {
	if t.moment.Precision < story.PrecisionYear || t.moment.Precision >= story.PrecisionWeek {
		return false
	}
	if t.last <= at {
		return t.first <= frame.First+1 && at-t.last <= a.w.Said.Fronted && !a.verbBetween(t.last, at)
	}
	tied := t.first > 0 && a.class[t.first-1]&grammar.Prep != 0
	switch a.text.Word(t.first) {
	case "last", "earlier", "late", "early", "in":
		tied = true
	}
	if !tied || t.first-at > a.w.Said.OnWords {
		return false
	}
	for i := at + 1; i < t.first; i++ { // nothing else is told between
		if a.can[i]&(grammar.Finite|grammar.VerbPart) != 0 || a.class[i]&(grammar.Relative|grammar.Aux|grammar.Sub) != 0 {
			return false
		}
	}
	return true
}

// inside reports that s stands in what is quoted, in this quote or another.
func (a *article) inside(s story.Span, q *story.Quote) bool {
	return q.Span.Contains(s) || a.quoteAt(s) >= 0
}

// spokenIn finds where words were said, if the frame says so: "said in Geneva", "told reporters in Washington".
func (a *article) spokenIn(q *story.Quote, frame token.Range) *story.Spot {
	if q.Cue.Empty() {
		return nil
	}
	cue := a.text.At(q.Cue.Start)
	for _, p := range a.placesIn(a.near(frame, cue)) {
		if p.unknown {
			continue
		}
		sp := a.span(p.first, p.last)
		if a.inside(sp, q) || q.By.Contains(sp) {
			continue
		}
		prep, at := a.preposition(p.first, frame.First)
		if prep == 0 || locatives.Of(prep) < 1 {
			continue
		}
		switch {
		case at > cue && at-cue <= a.w.Said.InWords && !a.verbBetween(cue+1, at): // after the cue
		case at == frame.First && cue-p.last <= a.w.Said.Fronted: // "In Geneva, he said"
		default:
			continue
		}
		return &story.Spot{Place: *p.place, Toponym: p.top, P: clamp(p.p * a.w.Said.In)}
	}
	return nil
}

func (a *article) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if a.class[i]&(grammar.Finite|grammar.Be|grammar.Modal) != 0 && a.class[i]&grammar.Prep == 0 {
			return true
		}
	}
	return false
}
