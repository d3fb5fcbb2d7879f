package event

import (
	"sort"

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
			m.P *= 0.6
		}
	}
}

// ends gives an expression that is one end of an interval all of its days: "dug out between 1910 and 1936".
func (a *article) ends(i int, m *story.Moment) {
	ts := a.Reading.Times
	if i >= len(ts) {
		return
	}
	if ts[i].Opens && i+1 < len(a.Times) && a.Times[i+1].Moment.Dated() && a.Times[i+1].Moment.Latest > m.Latest {
		m.Latest = a.Times[i+1].Moment.Latest
	}
	if ts[i].Closes && i > 0 && a.Times[i-1].Moment.Dated() && a.Times[i-1].Moment.Earliest < m.Earliest {
		m.Earliest = a.Times[i-1].Moment.Earliest
	}
}

// lasting reports a season that tells for how long, and not when: "dug in for the winter".
func lasting(f *timex.Found) bool {
	return f.Signal == timex.SignalFor && f.Form == timex.FormSeason
}

// bareClock reports a time of day without a day: "at 1 am". Its day is that of what is told.
func bareClock(f *timex.Found) bool {
	return f.Form == timex.FormTimeOfDay && f.Rel == timex.RelNone && f.Ref == timex.RefNone && f.Month == 0 && f.Day == 0 && f.Weekday == 0 && !f.HasYear
}

// stampHead is the number of tokens at the head of a text in which a whole date with a clock is that of publication.
const stampHead = 60

// stamp reports the day and hour of publication that a page writes beside its headline: "Updated: 11 November 2011 18:50". It dates
// no happening, also where no line ends before and behind it.
func (a *article) stamp(f *timex.Found, first int) bool {
	if f.HasYear && f.HasTime && first < stampHead && first > 0 && a.text.Tokens[first-1].Kind != token.Word {
		return true
	}
	i := first - 1
	for i > 0 && i > first-3 && (a.byteAt(i) == ':' || a.text.Is(i, "on") || a.text.Is(i, "at")) {
		i--
	}
	return i >= 0 && f.HasYear && stampWords.Has(a.text.Tokens[i].Hash) && (a.text.Tokens[i].Has(token.Capital) || i > 0 && a.text.Is(i-1, "last"))
}

var stampWords = token.SetOf("updated", "posted", "published", "modified")

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

// date says when e happened: by the expression of time of its clause, else by one of the sentence, else by what was told
// before, else by the day of publication. near is its place, where the clause names several.
func (a *article) date(e *Found, ci int, near *placed) {
	e.When = a.governing(e, ci, near)
	if e.When.Basis == story.BasisNone {
		e.When = a.lent(e)
	}
	pub := a.Article.Published
	if pub.Kind == story.DateUnknown {
		return
	}
	if e.When.Basis >= story.BasisSentence {
		clip(&e.When, e, pub)
		if e.Modality == story.ModalAsserted && e.When.Earliest.Bounded() && pub.To.Bounded() && e.When.Earliest > pub.To {
			e.Modality = story.ModalPlanned // "leaders meet in Paris on Thursday"
			e.Reasons = append(e.Reasons, a.why("event.modal.ahead"))
		}
	}
	if e.Modality == story.ModalAsserted && e.When.Basis >= story.BasisInherited && e.When.Latest.Bounded() && e.When.Latest < pub.From-45 {
		e.Modality = story.ModalBackground
	}
}

// clip cuts off the days that the tense rules out: "met this week" was before the article, "will meet" is not.
func clip(m *story.Moment, e *Found, pub story.Publication) {
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
func (a *article) governing(e *Found, ci int, place *placed) story.Moment {
	a.told.by = nil
	cs := a.now.clauses
	c := &cs[ci]
	w := &a.w.When
	at := a.text.At(e.Trigger.Start)
	if e.Trigger.Empty() {
		at = c.First
	}
	if t, ok := a.apartBy(e, ci, at); ok {
		return t
	}
	if m, ok := a.whenBehind(ci); ok {
		return m
	}
	if t := a.toldOfNoun(e, ci, at); t != nil {
		return a.momentOf(t, story.BasisSentence, w.Later, "event.when.later")
	}
	if t := a.nearest(e, c.Range, at, place); t != nil && a.ofReaction(e, t, at, c) {
		e.answered = true
		return story.Moment{}
	} else if t != nil {
		e.sub = e.sub || a.hangsOn(t, c.Range) == at && a.onlyDescribes(at, t, c.Range) // a clause of its own, without the words that open one
		a.told.by = t
		return a.momentOf(t, story.BasisClause, w.Clause, "event.when.clause")
	}
	p := w.Governing
	for j, steps := c.up, 0; j >= 0 && steps < 6; j, steps = cs[j].up, steps+1 {
		if t := a.nearest(e, cs[j].Range, at, nil); t != nil {
			if cs[j].speech && !c.speech {
				return a.momentOf(t, story.BasisSentence, w.Speech, "event.when.speech")
			}
			return a.momentOf(t, story.BasisSentence, p, "event.when.governing")
		}
		if cs[j].speech != c.speech {
			break
		}
		p *= 0.9
	}
	if t := a.later(e, ci, at); t != nil {
		return a.momentOf(t, story.BasisSentence, w.Later, "event.when.later")
	}
	for k := 1; k < len(cs) && k <= 8; k++ {
		for _, j := range [2]int{ci - k, ci + k} {
			if j < 0 || j >= len(cs) {
				continue
			}
			if t := a.nearest(e, cs[j].Range, at, nil); t != nil && !a.aside(e, t, j, ci) {
				if cs[j].speech != c.speech {
					return a.momentOf(t, story.BasisSentence, w.Speech, "event.when.speech")
				}
				return a.momentOf(t, story.BasisSentence, w.Sentence, "event.when.sentence")
			}
		}
	}
	return story.Moment{}
}

// toldOfNoun finds the day that a relative clause right behind tells of e, a noun: "charged two men on Friday over the attack on the
// city that took place in March". nil if none does.
func (a *article) toldOfNoun(e *Found, ci, at int) *timed {
	cs := a.now.clauses
	if e.shape != shapeNoun || ci+1 >= len(cs) || a.class[cs[ci+1].First]&grammar.Relative == 0 || cs[ci+1].First-at > a.w.Reach.Noun {
		return nil
	}
	for i := at + 1; i < cs[ci+1].First; i++ {
		if a.text.Tokens[i].Kind == token.Punct || a.class[i]&grammar.Aux != 0 || a.can[i]&grammar.VerbPast != 0 {
			return nil
		}
	}
	for i := cs[ci].from; i < cs[ci].to; i++ {
		if d := &a.now.deeds[i]; d.at > at {
			return nil // the clause tells of a later word
		}
	}
	if ts := a.timesIn(cs[ci+1].Range); len(ts) > 0 {
		return &ts[0]
	}
	return nil
}

// aside reports that the expression t of clause j dates what a relative clause looks back on, and not what clause i tells:
// "showed the ruins, which troops had left last year", "inspected a bridge that collapsed in 2019". What is told as before the
// past looks back itself.
func (a *article) aside(e *Found, t *timed, j, i int) bool {
	cs := a.now.clauses
	r := &cs[j]
	if e.tense == tensePastPerfect || !r.sub || a.class[r.First]&grammar.Relative == 0 && r.open != hashWhere && r.open != hashWhich && r.open != hashThat &&
		(r.open != 0 || a.class[r.First]&grammar.Det == 0) { // ", an area targeted by …" is one too
		return false
	}
	if h := r.First - 1; h > 0 { // "stole data in an attack that began in May": the attack is what is told
		if b := a.byteAt(h); b == ',' {
			h--
		}
		if tables().entryOf(a.text.Tokens[h].Hash).form&formNoun != 0 {
			return false
		}
	}
	for k := i; k >= 0; k = cs[k].up { // told within it
		if k == j {
			return false
		}
	}
	for k := r.First; k < r.Last; k++ {
		if a.sign[k]&isHad != 0 {
			return true
		}
	}
	pub := a.Article.Published
	return t.moment.Precision < story.PrecisionMonth || pub.Kind != story.DateUnknown && t.moment.Latest < pub.From-story.Day(a.w.When.Aside)
}

// later finds the expression of a clause that this one governs, or of a piece that tells nothing: "…, on Monday".
func (a *article) later(e *Found, ci, at int) *timed {
	cs := a.now.clauses
	for j := ci + 1; j < len(cs) && j <= ci+3; j++ {
		if !cs[j].speech && (cs[j].up == ci || cs[j].from == cs[j].to) {
			if ts := a.timesIn(a.near(cs[j].Range, at)); len(ts) > 0 && !a.aside(e, &ts[0], j, ci) && !a.foreign(e, &ts[0], cs[j].Range, at) {
				return &ts[0]
			}
		}
	}
	return nil
}

var reactWords = token.SetOf("condemned", "condemns", "condemn", "denounced", "denounces", "criticized", "criticised", "praised", "praises", "mourned", "mourn", "mourns",
	"blamed", "blames", "marked", "marks", "commemorated", "remembered", "remember", "recalled", "recalls", "described", "discussed", "investigated", "reviewed", "welcomed",
	"welcomes", "hailed", "regretted", "lamented", "called", "cited", "defended", "defends", "attributed", "linked", "compared", "honored", "honoured", "announced")

// ofReaction reports that the expression t dates a reaction to e and not e: "On Tuesday he condemned the bombings".
func (a *article) ofReaction(e *Found, t *timed, at int, c *clause) bool {
	if e.shape != shapeNoun || t.first > at || e.Modality == story.ModalPlanned || e.tense == tenseFuture {
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

// foreign reports that the expression t of the clause r cannot date e, whose word is token at: e is told as past and t is ahead
// ("cancelled all flights until Saturday"), or t stands right behind a participle that only describes a noun ("a treaty
// signed in 2001", "a bridge built in 1932 collapsed").
func (a *article) foreign(e *Found, t *timed, r token.Range, at int) bool {
	pub := a.Article.Published
	if (e.tense == tensePast || e.perfect) && e.shape != shapeNoun && pub.Kind != story.DateUnknown && pub.To.Bounded() && t.moment.Earliest > pub.To {
		return true
	}
	if t.moment.Earliest == story.DayMin && (at < r.First || at >= r.Last) {
		return true // "is being restored and will not return before 2026"
	}
	k := a.hangsOn(t, r)
	return k != at && a.onlyDescribes(k, t, r)
}

// hangsOn is the token that the expression t of the clause r hangs on, past a preposition: "signed" of "signed in 2001".
func (a *article) hangsOn(t *timed, r token.Range) int {
	k := t.first - 1
	if k > r.First && a.class[k]&grammar.Prep != 0 {
		k--
	}
	return k
}

// onlyDescribes reports that token k, right before the expression t, is a participle that only describes the noun before it:
// another verb tells what the clause r is about.
func (a *article) onlyDescribes(k int, t *timed, r token.Range) bool {
	if k <= r.First || a.can[k]&grammar.VerbPart == 0 || a.class[k]&grammar.Aux != 0 {
		return false
	}
	noun := k - 1
	if w := &a.text.Tokens[noun]; w.Kind != token.Word || a.class[noun]&(grammar.Aux|grammar.And|grammar.Adverb|grammar.Not|grammar.Subject|grammar.Relative|grammar.Sub|grammar.Prep) != 0 {
		return false
	}
	for i := t.last; i < r.Last; i++ { // "built in 1932 collapsed", and not "said in May it was ready"
		if a.class[i]&(grammar.Adverb|grammar.Not) == 0 {
			if a.can[i]&grammar.Finite != 0 || a.class[i]&grammar.Aux != 0 {
				return true
			}
			break
		}
	}
	return a.hasFinite(r.First, k)
}

// nearest gives the expression of the clause r that is closest to token at, the word of e; the precise one where two are
// near. Where the clause names several places, the one on the place's own side counts: "in Bari on Monday and in Trani on
// Tuesday".
func (a *article) nearest(e *Found, r token.Range, at int, place *placed) *timed {
	ts := a.timesIn(a.near(r, at))
	var best *timed
	cost := 0
	for i := range ts {
		if a.foreign(e, &ts[i], r, at) {
			continue
		}
		d := ts[i].first - at
		if d < 0 {
			d = -d
		}
		if ts[i].moment.Precision < story.PrecisionMonth {
			d += 4
		}
		if place != nil && len(ts) > 1 {
			d = ts[i].first - place.first
			if d < 0 {
				d = 3 - 2*d
			}
			if d < 0 {
				d = -d
			}
		}
		if best == nil || d < cost {
			best, cost = &ts[i], d
		}
	}
	return best
}

// listed is the expression that is listed with t, right behind it or behind a few words of why: "on Thursday and Friday", "on
// 18 February because of wind and on 1 March". nil if none is.
func (a *article) listed(t *timed) *timed {
	k := search(a.timeAt, 0, t.first) + 1
	if k >= len(a.times) || a.times[k-1].index != t.index || a.times[k].index != t.index+1 {
		return nil
	}
	u := &a.times[k]
	if u.first >= a.now.Last || u.moment.Precision != t.moment.Precision || u.index >= len(a.Reading.Times) || a.Reading.Times[u.index].Closes || u.moment.Earliest == story.DayMin {
		return nil
	}
	i := u.first - 1
	if i > t.last && a.class[i]&grammar.Prep != 0 {
		i--
	}
	if i < t.last || i > t.last+6 || a.class[i]&grammar.And == 0 && !(i == t.last && a.byteAt(i) == ',' && i+1 == u.first && a.listed(u) != nil) {
		return nil
	}
	for ; i >= t.last; i-- {
		if a.can[i]&grammar.Finite != 0 || a.class[i]&grammar.Aux != 0 || a.text.Tokens[i].Flags&token.Capital != 0 {
			return nil
		}
	}
	return u
}

func (a *article) momentOf(t *timed, b story.Basis, p float64, code string) story.Moment {
	m := t.moment
	x := &a.Times[t.index]
	m.Basis, m.Words = b, x.Span
	if m.P == 0 {
		m.P = x.P
	}
	m.P = clamp(m.P * p)
	k := whyKey{t.index, code}
	why, ok := a.days[k]
	if !ok {
		why = append(append(make([]story.Reason, 0, 1+len(m.Reasons)), story.Why(code, x.Span.In(a.text.Source))), m.Reasons...)
		if a.days == nil {
			a.days = map[whyKey][]story.Reason{}
		}
		a.days[k] = why
	}
	m.Reasons = why
	return m
}

// storyDay is the day of the story's own happening: the last single day before publication that the first sentences
// tell of. story.DayMin if they tell of none.
func (a *article) storyDay() story.Day {
	pub := a.Article.Published
	if pub.Kind == story.DateUnknown || !pub.To.Bounded() {
		return story.DayMin
	}
	counted := 0
	for _, s := range a.text.Sentences {
		_, end := a.text.Bytes(s) // a lead begins with the dateline, whose day is that of writing
		if k := a.Article.ZoneAt(end - 1); k != story.ZoneBody && k != story.ZoneList {
			continue
		}
		dated := false // the dateline says the day of writing
		for _, t := range a.timesIn(s) {
			if k := a.Article.ZoneAt(a.Times[t.index].Span.Start); k != story.ZoneBody && k != story.ZoneList {
				dated = dated || k == story.ZoneDateline
				continue
			}
			if m := &t.moment; m.Precision >= story.PrecisionDay && m.Earliest == m.Latest && m.Latest <= pub.To && m.Latest >= pub.To-8 {
				if dated && m.Latest == pub.To {
					continue
				}
				return m.Latest
			}
		}
		if counted++; counted >= 4 {
			break
		}
	}
	return story.DayMin
}

// lent dates an event of which the sentence says nothing.
func (a *article) lent(e *Found) story.Moment {
	pub := a.Article.Published
	known := pub.Kind != story.DateUnknown && pub.From.Bounded() && pub.To.Bounded()
	w := &a.w.When
	switch e.tense {
	case tensePast, tenseNone:
		if m := &a.told.moment; m.Dated() && !(a.told.parted && a.first > story.DayMin) && e.Modality != story.ModalDenied && (e.tense == tensePast || !known) && (a.told.timeAge <= 1 || a.first == story.DayMin) && (!known || m.Latest < pub.From-8 || m.Precision >= story.PrecisionDay && a.told.timeAge <= 2) {
			t := *m
			t.Basis, t.P, t.Words = story.BasisInherited, clamp(t.P*w.Narrative), story.Span{}
			t.Reasons = whyWhenBefore
			return t
		}
	case tensePastPerfect:
		if len(e.Quotes) > 0 && known {
			// "He said that they had left": the tense is that of reporting
			return story.Moment{Earliest: pub.From - 7, Latest: pub.To, Precision: story.PrecisionWeek, Basis: story.BasisPublication, P: w.Planned,
				Reasons: whyWhenPublication}
		}
		if t := a.clockOf(e); t != nil {
			return a.momentOf(t, story.BasisInherited, w.Story, "event.when.clause") // "By 6.30 the fire had been put out"
		}
		return story.Moment{Reasons: whyWhenPerfect}
	}
	if !known {
		return story.Moment{Reasons: whyWhenNothing}
	}
	m := story.Moment{Earliest: pub.From, Latest: pub.To, Precision: story.PrecisionDay, Basis: story.BasisPublication, P: w.Publication}
	switch {
	case e.Modality == story.ModalPlanned:
		m.Latest, m.P = pub.To+7, w.Planned
		m.Reasons = whyWhenPlanned
	case e.Modality == story.ModalConditional && !e.tried:
		m.P = w.Spoken
		m.Reasons = whyWhenSpoken
	case a.first > story.DayMin && a.first <= pub.To && !e.answered:
		m.Earliest, m.P = a.first, w.Story
		m.Reasons = whyWhenStory
	default:
		m.Earliest = pub.From - 2
		m.Reasons = whyWhenPublication
	}
	if m.Latest-m.Earliest > 6 {
		m.Precision = story.PrecisionWeek
	}
	return m
}

// clockOf is the time of day, without a day of its own, that the clause of e tells; nil for none.
func (a *article) clockOf(e *Found) *timed {
	ts := a.Reading.Times
	i := sort.Search(len(ts), func(i int) bool { return ts[i].Span.Start >= e.Span.Start })
	for ; i < len(ts) && i < len(a.Times) && ts[i].Span.Start < e.Span.End; i++ {
		if bareClock(&ts[i]) && a.Times[i].Moment.Dated() {
			return &timed{index: i, moment: a.Times[i].Moment}
		}
	}
	return nil
}

// Reasons without arguments are shared by all events that have them, and never changed.
var (
	whyWhenBefore      = []story.Reason{story.Why("event.when.before")}
	whyWhenMentioned   = []story.Reason{story.Why("event.when.mentioned")}
	whyWhenNothing     = []story.Reason{story.Why("event.when.nothing")}
	whyWhenPerfect     = []story.Reason{story.Why("event.when.perfect")}
	whyWhenPlanned     = []story.Reason{story.Why("event.when.planned")}
	whyWhenPublication = []story.Reason{story.Why("event.when.publication")}
	whyWhenSpoken      = []story.Reason{story.Why("event.when.spoken")}
	whyWhenStory       = []story.Reason{story.Why("event.when.story")}
)
