package assemble

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// bound widens the days of an expression by the word before it: "since August" lasts until the article was written.
func (a *article) bound(i int, m *story.Moment) {
	if i >= len(a.Reading.Times) {
		return
	}
	pub := a.Article.Published
	switch a.Reading.Times[i].Signal {
	case timex.SignalSince:
		if m.Earliest.Bounded() && pub.Kind != story.DateUnknown && pub.To >= m.Earliest {
			m.Latest = pub.To
			m.Reasons = append(m.Reasons[:len(m.Reasons):len(m.Reasons)], story.Why("event.when.since"))
		}
	case timex.SignalBefore:
		if m.Earliest.Bounded() {
			m.Latest, m.Earliest = m.Earliest-1, story.DayMin
			m.P *= a.w.BeforeDay
		}
	}
}

var compareWords = token.SetOf("not", "never", "no", "none", "nothing", "first", "worst", "best", "biggest", "largest", "greatest", "highest", "lowest",
	"deadliest", "bloodiest", "heaviest", "strongest", "longest", "fewest", "most", "least", "unseen", "only", "n't")

// compares reports that the expression at token first only measures what is told against the past, and dates nothing:
// "the worst flood since 1953", "not seen since the war".
func (a *article) compares(i, first int) bool {
	if i >= len(a.Reading.Times) || a.Reading.Times[i].Signal != timex.SignalSince {
		return false
	}
	begin := a.text.Sentences[a.text.Sentence(first)].First
	for k := first - 1; k >= max(begin, first-8); k-- {
		if t := a.text.Tokens[k]; t.Kind == token.Punct && a.text.Word(k) != "-" && a.text.Word(k) != "," {
			return false
		} else if compareWords.Has(t.Hash) {
			return true
		}
	}
	return false
}

// date says when e happened: by the expression of time that governs its clause, else by one of the sentence, else by
// what was told before, else by the day of publication.
func (a *article) date(e *found, s *sentence) {
	e.When = a.governing(e, s)
	if e.When.Basis == story.BasisNone {
		e.When = a.lent(e, s.prev)
	}
	pub := a.Article.Published
	if e.When.Basis >= story.BasisSentence && pub.Kind != story.DateUnknown {
		cutByTense(&e.When, e, pub)
	}
	if e.Modality == story.ModalAsserted && e.When.Basis >= story.BasisSentence && pub.Kind != story.DateUnknown &&
		e.When.Latest.Bounded() && e.When.Latest < pub.From-a.w.BackgroundDays {
		e.Modality = story.ModalBackground
	}
}

// cutByTense cuts off the days that the tense rules out: "met this week" was before the article, "will meet" is not.
func cutByTense(m *story.Moment, e *found, pub story.Publication) {
	switch {
	case e.Modality == story.ModalPlanned || e.tense == tenseFuture:
		if m.Earliest < pub.From && m.Latest >= pub.From && m.Earliest.Bounded() {
			m.Earliest = pub.From
		}
	case e.Modality == story.ModalConditional:
	case e.tense == tensePast || e.tense == tensePastPerfect:
		if m.Latest > pub.To && m.Earliest <= pub.To && m.Latest.Bounded() {
			m.Latest = pub.To
		}
	}
}

// governing looks for an expression of time in the clause, then in those around it.
func (a *article) governing(e *found, s *sentence) story.Moment {
	c, clauses, ci := s.c, s.clauses, s.ci
	at := a.text.At(e.Trigger.Start)
	if e.Trigger.Empty() {
		at = c.First
	}
	if t := a.nearest(a.timesIn(a.near(c.Range, at)), at); t != nil && !a.ofReaction(e, t, at, c) {
		return a.momentOf(t, story.BasisClause, a.w.InClause, "event.when.clause")
	}
	// An expression in an earlier clause reaches into those that depend on it: "On Monday he said that …".
	for j := ci - 1; j >= 0 && j > ci-8; j-- {
		if t := a.nearest(a.timesIn(a.near(clauses[j].Range, clauses[j].Last)), at); t != nil && (clauses[ci].sub || clauses[j].sub || j == 0 || t.first-clauses[0].First <= 3) {
			return a.momentOf(t, story.BasisSentence, a.w.InSentence, "event.when.sentence")
		}
	}
	// One in a later clause does so only when that clause tells nothing of its own: "…, on Monday".
	for j := ci + 1; j < len(clauses) && j <= ci+2; j++ {
		ts := a.timesIn(clauses[j].Range)
		if len(ts) == 0 {
			continue
		}
		if !clauses[j].finite && len(a.triggers(clauses[j].Range, nil)) == 0 {
			return a.momentOf(&ts[0], story.BasisSentence, a.w.Behind, "event.when.sentence")
		}
		break
	}
	return story.Moment{}
}

var reactWords = token.SetOf("condemned", "condemns", "condemn", "denounced", "denounces", "criticized", "criticised", "praised", "praises", "mourned", "mourn", "mourns",
	"blamed", "blames", "marked", "marks", "commemorated", "remembered", "remember", "recalled", "recalls", "described", "discussed", "investigated", "reviewed", "welcomed",
	"welcomes", "hailed", "regretted", "lamented", "called", "cited", "defended", "defends", "attributed", "linked", "compared", "honored", "honoured", "announced")

// ofReaction reports that the expression t dates a reaction to e and not e: "On Tuesday he condemned the bombings".
func (a *article) ofReaction(e *found, t *timed, at int, c *clause) bool {
	if !e.noun || t.first > at || e.Modality == story.ModalPlanned || e.tense == tenseFuture {
		return false
	}
	known := false // "the bombings": known before
	for i := max(c.First, at-4); i < at; i++ {
		switch a.text.Word(i) {
		case "the", "these", "those", "that", "last":
			known = true
		}
	}
	for i := t.last; known && i < at; i++ {
		if h := a.text.Tokens[i].Hash; reactWords.Has(h) && a.class[i]&grammar.Finite != 0 {
			return true
		}
	}
	return false
}

// nearest gives the expression closest to token at; the precise one where two are near.
func (a *article) nearest(ts []timed, at int) *timed {
	var best *timed
	cost := 0
	for i := range ts {
		d := ts[i].first - at
		if d < 0 {
			d = -d
		}
		if ts[i].moment.Precision < story.PrecisionMonth {
			d += a.w.CoarseWords
		}
		if best == nil || d < cost {
			best, cost = &ts[i], d
		}
	}
	return best
}

func (a *article) momentOf(t *timed, b story.Basis, p float64, code string) story.Moment {
	m := t.moment
	x := &a.Times[t.index]
	m.Basis, m.Words = b, x.Span
	if m.P == 0 {
		m.P = x.P
	}
	m.P = clamp(m.P * p)
	m.Reasons = append([]story.Reason{story.Why(code, x.Span.In(a.text.Source))}, m.Reasons...)
	return m
}

// lent dates an event of which the sentence says nothing.
func (a *article) lent(e *found, prev *memory) story.Moment {
	pub := a.Article.Published
	switch e.tense {
	case tensePast:
		if prev.moment.Dated() && e.class.is(physical) && e.Modality != story.ModalDenied {
			m := prev.moment
			m.Basis = story.BasisInherited
			m.P = clamp(m.P * a.w.FromTold)
			m.Reasons = []story.Reason{story.Why("event.when.before")}
			return m
		}
	case tensePastPerfect:
		if len(e.Quotes) > 0 && pub.Kind != story.DateUnknown && pub.From.Bounded() && pub.To.Bounded() {
			// "He said that they had left": the tense is that of reporting
			return story.Moment{Earliest: pub.From - a.w.ReportedDays, Latest: pub.To, Precision: story.PrecisionWeek, Basis: story.BasisPublication, P: a.w.Reported,
				Reasons: []story.Reason{story.Why("event.when.publication")}}
		}
		return story.Moment{Reasons: []story.Reason{story.Why("event.when.perfect")}}
	}
	if pub.Kind == story.DateUnknown || !pub.From.Bounded() || !pub.To.Bounded() {
		return story.Moment{Reasons: []story.Reason{story.Why("event.when.nothing")}}
	}
	m := story.Moment{Earliest: pub.From, Latest: pub.To, Precision: story.PrecisionDay, Basis: story.BasisPublication, P: a.w.Published}
	switch e.Modality {
	case story.ModalPlanned:
		m.Latest, m.P = pub.To+a.w.PlannedDays, a.w.Planned
		m.Reasons = []story.Reason{story.Why("event.when.planned")}
	case story.ModalConditional:
		m.P = a.w.Conditional
		m.Reasons = []story.Reason{story.Why("event.when.spoken")}
	default:
		m.Earliest = pub.From - a.w.PublishedDays
		m.Reasons = []story.Reason{story.Why("event.when.publication")}
	}
	if m.Latest-m.Earliest > 6 {
		m.Precision = story.PrecisionWeek
	}
	return m
}
