package assemble

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// findEvents finds the events of the article, in order of the text.
//
// A literal place gives one event: with the word of happening that governs it. A happening without a place of its own
// takes one from before, if it is of a kind that happens on a spot, or is kept unplaced if the text dates it. So nothing
// becomes an event that has neither place nor date.
func (a *article) findEvents() {
	zones := a.Article.Zones
	z := 0
	var prev memory
	seen := map[uint64]bool{}
	var clauses []clause
	for _, s := range a.text.Sentences {
		if s.First >= s.Last {
			continue
		}
		start, end := a.text.Bytes(s)
		for z < len(zones) && zones[z].Span.End <= start {
			z++
		}
		kind := story.ZoneBody
		if z < len(zones) && zones[z].Span.Holds(start) {
			kind = zones[z].Kind
		}
		if a.text.Tokens[s.First].Flags&token.ParaStart != 0 {
			prev.paragraph()
		}
		if kind == story.ZoneDateline {
			prev.dateline(a, s)
		}
		if !kind.Counts() || kind == story.ZoneDateline && end-start < 40 {
			continue
		}
		if h := a.textHash(s); s.Last-s.First > 5 {
			if seen[h] {
				continue // the same sentence again: a teaser, or a page saved twice
			}
			seen[h] = true
		}
		clauses = a.clauses(s, clauses)
		a.sentenceEvents(&sentence{Range: s, kind: kind, clauses: clauses, prev: &prev})
	}
	a.dropRepeats()
}

// textHash is the same for the same words.
func (a *article) textHash(s token.Range) uint64 {
	h := uint64(14695981039346656037)
	for i := s.First; i < s.Last; i++ {
		if k := a.text.Tokens[i].Kind; k == token.Word || k == token.Number {
			h = (h ^ uint64(a.text.Tokens[i].Hash)) * 1099511628211
		}
	}
	return h
}

// memory is what sentences before lend to the next one.
type memory struct {
	place    int // index into article.places; -1 for none
	distance int // sentences since
	far      bool
	line     int // place of the dateline; -1
	moment   story.Moment
	timeAge  int
	started  bool
}

func (m *memory) paragraph() {
	if !m.started {
		m.place, m.line, m.started = -1, -1, true
	}
	m.far = true
	m.moment = story.Moment{}
}

func (m *memory) dateline(a *article, s token.Range) {
	for i := range a.places {
		if p := &a.places[i]; p.first >= s.First && p.first < s.Last {
			m.line = i
			return
		}
	}
}

func (m *memory) seePlace(i int) { m.place, m.distance, m.far = i, 0, false }

// sentence is one sentence while its events are being found, clause by clause.
type sentence struct {
	token.Range
	kind     story.ZoneKind
	clauses  []clause
	ci       int     // of the clause at hand
	c        *clause // the same
	triggers []trigger
	used     []bool   // which of triggers have their event
	places   []placed // of the clause
	here     int      // place of article.places that the clause tells of; -1 for none
	last     int      // the same for the clauses before
	prev     *memory
}

// sentenceEvents finds the events of one sentence.
func (a *article) sentenceEvents(s *sentence) {
	s.prev.paragraphIfNone()
	first := len(a.events)
	s.last = -1
	for ci := range s.clauses {
		s.ci, s.c, s.here = ci, &s.clauses[ci], -1
		s.triggers = a.triggers(s.c.Range, a.room[:0])
		a.room = s.triggers
		s.places = a.placesIn(s.c.Range)
		s.used = a.unused(len(s.triggers))
		a.eventThere(s)
		for _, g := range a.govern(s.c, s.places, s.triggers) {
			a.eventAt(s, g)
		}
		a.placeless(s)
		if s.here >= 0 {
			s.last = s.here
		}
	}
	if s.last >= 0 {
		s.prev.seePlace(s.last)
	} else {
		s.prev.distance++
	}
	a.remember(s.prev, a.events[first:])
}

// eventThere makes the event of a happening "there": at the place told of last.
func (a *article) eventThere(s *sentence) {
	from := a.pointed(s)
	if from < 0 {
		return
	}
	g := a.there(s.c, s.triggers)
	if g < 0 {
		return
	}
	q := &a.places[from]
	e := a.newEvent(s)
	e.Where = q.spot(a.w.There)
	e.Reasons = append(e.Reasons, story.Why("event.where.there", q.place.Name))
	a.describe(&e, &s.triggers[g], s)
	s.used[g] = true
	a.date(&e, s)
	if !e.class.is(utters) {
		a.events = append(a.events, e)
		s.here = from
	}
}

// spot is where something happens that is told of this place, p sure.
func (q *placed) spot(p float64) *story.Spot {
	return &story.Spot{Place: *q.place, Toponym: q.top, P: clamp(q.p * p)}
}

// eventAt makes the event of one place of the clause.
func (a *article) eventAt(s *sentence, g rule) {
	if g.trigger >= 0 && s.used[g.trigger] && s.here >= 0 && len(s.places) == 1 {
		g.trigger, g.p = -1, a.w.Elsewhere // it happened "there", not here
	}
	p := &s.places[g.place]
	e := a.newEvent(s)
	e.Where = p.spot(g.p)
	e.Reasons = append(e.Reasons, g.why)
	if g.trigger >= 0 {
		a.describe(&e, &s.triggers[g.trigger], s)
		s.used[g.trigger] = true
		if e.class.is(utters) {
			if a.cueIn(s.c.Range) {
				s.here = a.indexOf(p)
				return // said there: the quote's place
			}
			e.fallback, e.P = true, a.w.Mention
		}
	} else {
		a.describeMention(&e, p.first, s)
		if g.at && len(e.Who) > 0 && !e.Trigger.Empty() && a.person(s.c.First, p.first) >= 0 && !a.cueIn(s.c.Range) {
			e.fallback, e.P = false, a.w.Present // somebody is there: "showed the president among officers in Minsk"
		}
	}
	a.date(&e, s)
	if e.Mention = e.fallback; e.Mention && e.When.Basis < story.BasisSentence {
		e.When = story.Moment{Reasons: []story.Reason{story.Why("event.when.mentioned")}}
	}
	a.events = append(a.events, e)
	s.here = a.indexOf(p)
}

// pointed is the place that "there" points at: the last one named, in this sentence or the ones before; -1 for none.
func (a *article) pointed(s *sentence) int {
	if s.last >= 0 {
		return s.last
	}
	if s.prev.distance <= a.w.ThereBack {
		return s.prev.place
	}
	return -1
}

// there finds the happening that "there" says the place of: "crossed the border there". -1 for none, and for the
// "there" of "there is".
func (a *article) there(c *clause, ts []trigger) int {
	for i := c.First; i < c.Last; i++ {
		if h := a.text.Tokens[i].Hash; h != hashThere || i == c.First && i+1 < c.Last && a.class[i+1]&(grammar.Aux) != 0 ||
			i+1 < c.Last && a.class[i+1]&grammar.Be != 0 {
			continue
		}
		best := -1
		for j := range ts {
			if ts[j].at < i && i-ts[j].end <= a.w.ThereWords && !ts[j].class.is(utters) {
				best = j
			}
		}
		return best
	}
	return -1
}

// unused gives n marks that are not set, in room that is used again.
func (a *article) unused(n int) []bool {
	if cap(a.marks) < n {
		a.marks = make([]bool, n+16)
	}
	out := a.marks[:n]
	clear(out)
	return out
}

func (m *memory) paragraphIfNone() {
	if !m.started {
		m.place, m.line, m.started = -1, -1, true
	}
}

// remember keeps the last day that was told, for "three people died" in the next sentence.
func (a *article) remember(m *memory, events []found) {
	m.timeAge++
	for i := range events {
		e := &events[i]
		if e.When.Basis >= story.BasisSentence && e.When.Precision >= story.PrecisionDay && e.Modality != story.ModalPlanned {
			m.moment, m.timeAge = e.When, 0
		}
	}
	if m.timeAge > a.w.ToldSentences {
		m.moment = story.Moment{}
	}
}

// indexOf gives the place of p in a.places, of which it must be an element.
func (a *article) indexOf(p *placed) int {
	i, _ := window(len(a.places), func(i int) int { return a.places[i].first }, p.first, p.first+1)
	for i < len(a.places) && &a.places[i] != p {
		i++
	}
	return i
}

func (a *article) newEvent(s *sentence) found {
	e := found{headline: s.kind == story.ZoneHeadline || s.kind == story.ZoneSubhead, denier: -1}
	e.Doc = a.doc
	e.Sentence = a.span(s.First, s.Last)
	e.Span = a.trim(s.c.Range)
	return e
}

// trim is the span of a clause without marks and conjunctions at its ends.
func (a *article) trim(r token.Range) story.Span {
	for r.First < r.Last-1 {
		t := &a.text.Tokens[r.First]
		if t.Kind == token.Punct || a.class[r.First]&grammar.And != 0 {
			r.First++
			continue
		}
		break
	}
	for r.Last-1 > r.First && a.text.Tokens[r.Last-1].Kind == token.Punct {
		r.Last--
	}
	return a.span(r.First, r.Last)
}

// triggers are the words in r that tell of something happening, in order, in the room of out.
func (a *article) triggers(r token.Range, out []trigger) []trigger {
	t := tables()
	titled := a.titleCase(r)
	for i := r.First; i < r.Last; i++ {
		k := &a.text.Tokens[i]
		if k.Kind != token.Word || a.inName(i) || a.class[i]&grammar.TimeWord != 0 {
			continue
		}
		if ps, ok := t.phrases.Get(k.Hash); ok {
			if g, ok := a.phrase(i, r.Last, ps); ok {
				out = append(out, g)
				continue
			}
		}
		e, ok := t.words.Get(k.Hash)
		if !ok || k.Flags&token.Capital != 0 && k.Flags&token.SentStart == 0 && !titled {
			continue
		}
		if g, ok := a.triggerAt(i, r, e); ok {
			g.weak = e.weak && !g.noun || e.faint && g.noun
			out = append(out, g)
		}
	}
	return a.dropLight(out)
}

// lightVerbs say only that the happening takes place which the noun after them names: "held talks".
var lightVerbs = token.SetOf("hold", "holds", "held", "holding", "launch", "launches", "launched", "launching", "make", "makes", "made", "making",
	"conduct", "conducts", "conducted", "carry", "carried", "carrying", "carries", "take", "took", "give", "gave", "given", "stage", "staged", "host", "hosted", "hosts",
	"begin", "began", "begun", "start", "started", "continue", "continued", "continues", "intensify", "intensified", "mount", "mounted", "attend", "attended", "opened")

// dropLight leaves a light verb out where its noun follows.
func (a *article) dropLight(ts []trigger) []trigger {
	kept := ts[:0]
	for i, g := range ts {
		if !g.noun && lightVerbs.Has(a.text.Tokens[g.at].Hash) && i+1 < len(ts) && ts[i+1].noun && ts[i+1].at-g.at <= 5 {
			continue
		}
		kept = append(kept, g)
	}
	return kept
}

func (a *article) phrase(i, end int, ps []phrase) (trigger, bool) {
	for j := i + 1; j < end && j <= i+3; j++ {
		for _, p := range ps {
			if a.text.Tokens[j].Hash == p.second {
				return trigger{at: i, end: j + 1, class: p.class, what: p.lemma}, true
			}
		}
	}
	return trigger{}, false
}

// titleCase reports that most words of r have capitals, so that they say nothing.
func (a *article) titleCase(r token.Range) bool {
	caps, all := 0, 0
	for i := r.First; i < r.Last; i++ {
		if k := &a.text.Tokens[i]; k.Kind == token.Word && k.End-k.Start > 3 {
			all++
			if k.Flags&token.Capital != 0 {
				caps++
			}
		}
	}
	return caps*3 > all*2
}

// triggerAt decides whether a word is a verb or a noun here, and whether it is a trigger at all.
func (a *article) triggerAt(i int, r token.Range, e entry) (trigger, bool) {
	g := trigger{at: i, end: i + 1, past: e.form&formPast != 0, ing: e.form&formIng != 0}
	before, after := a.classAt(i-1, r), a.classAt(i+1, r)
	prevNominal := before&(grammar.Det|grammar.Poss|grammar.Number) != 0 || i > r.First && a.text.Tokens[i-1].Kind == token.Clitic
	if i > r.First && a.text.Tokens[i-1].Hash == hashIn && (e.plain == "exchange" || e.plain == "advance") {
		return g, false // "in exchange"
	}
	if e.verb == classNone && a.class[i]&grammar.VerbBase != 0 && i > r.First && (before&(grammar.Modal|grammar.Subject) != 0 || a.text.Tokens[i-1].Hash == hashTo) {
		return g, false // "might address"
	}
	if e.form&formNoun != 0 && (e.verb == classNone || prevNominal || before&grammar.Prep != 0 && before&grammar.Sub == 0 || a.nounHere(i, r, e)) {
		g.noun, g.class, g.what = true, e.noun, e.plain
		return g, true
	}
	if e.verb == classNone || e.alone && a.objectAt(i+1, r) {
		return g, false
	}
	if e.form&formPast != 0 && i-1 > r.First && before&grammar.Adverb != 0 && a.classAt(i-2, r)&(grammar.Det|grammar.Poss|grammar.Number) != 0 && after == 0 && a.wordAt(i+1, r) {
		return g, false // "three previously held towns"
	}
	g.class, g.what = e.verb, e.lemma
	if e.place && !a.passive(&g) && !a.placeObject(i+1, r) {
		return g, false
	}
	switch {
	case e.form&(formPast|formIng) == 0 && before&grammar.Be != 0:
		return g, false // "is open"
	case e.form == formPast && prevNominal && after&(grammar.Prep|grammar.Aux|grammar.And|grammar.Adverb) == 0 && a.wordAt(i+1, r):
		return g, false // "the captured town"
	case e.form&formPast != 0 && before&grammar.Det != 0 && before&grammar.Subject == 0 && a.wordAt(i+1, r) && after&(grammar.Prep|grammar.Aux|grammar.Det|grammar.Poss) == 0:
		return g, false // "the contested region"
	case e.form == formIng && prevNominal && a.wordAt(i+1, r) && after&(grammar.Prep|grammar.Det) == 0:
		return g, false // "the warring sides"
	case e.form&(formVerb|formIng|formPast) == formVerb && prevNominal && before&grammar.Subject == 0:
		return g, false // "a visit", "its reach": a noun that is no event of ours
	}
	return g, true
}

// placeObject reports that a place is the object that begins at token i: "took the town of Sudzha".
func (a *article) placeObject(i int, r token.Range) bool {
	for j := i; j < r.Last && j < i+4; j++ {
		if a.regionWord(j) {
			return true
		}
		if ps := a.placesIn(token.Range{First: j, Last: j + 1}); len(ps) > 0 {
			return true
		}
		if a.class[j]&(grammar.Det|grammar.Prep) == 0 || j > i && a.class[j]&grammar.Prep != 0 && a.text.Tokens[j].Hash != hashOf {
			return false
		}
	}
	return false
}

// objectAt reports that an object begins at token i.
func (a *article) objectAt(i int, r token.Range) bool {
	c := a.classAt(i, r)
	return c&(grammar.Det|grammar.Poss|grammar.Object|grammar.Number) != 0 && c&grammar.Prep == 0 ||
		i < r.Last && a.text.Tokens[i].Kind == token.Word && (c == 0 || a.text.Tokens[i].Has(token.Capital) || a.text.Tokens[i].Hash == hashThat)
}

// nounHere tells a noun from a verb by what stands around: "cross-border attacks targeting", "of strikes".
func (a *article) nounHere(i int, r token.Range, e entry) bool {
	before, after := a.classAt(i-1, r), a.classAt(i+1, r)
	if i == r.First {
		return false
	}
	if e.form&formIng != 0 {
		return before == 0 && a.text.Tokens[i-1].Kind == token.Word && a.text.Tokens[i-1].Flags&token.Capital == 0 && !a.objectAt(i+1, r)
	}
	if before&(grammar.Modal|grammar.Subject|grammar.Aux) != 0 || a.text.Tokens[i-1].Hash == hashTo {
		return false
	}
	if after&(grammar.Finite|grammar.Aux) != 0 && after&grammar.Prep == 0 {
		return true
	}
	if e.form&formPlural != 0 && !a.inName(i-1) && before&(grammar.And) == 0 && after&(grammar.Det|grammar.Poss) == 0 {
		return a.text.Tokens[i-1].Flags&token.Capital == 0 && a.text.Tokens[i-1].Kind == token.Word
	}
	return e.form&(formVerb|formPlural) == formVerb && a.text.Tokens[i-1].Kind == token.Word && before == 0 && after&(grammar.Det|grammar.Poss|grammar.Object) == 0
}

func (a *article) classAt(i int, r token.Range) grammar.Class {
	if i < r.First || i >= r.Last {
		return 0
	}
	return a.class[i]
}

func (a *article) wordAt(i int, r token.Range) bool {
	return i < r.Last && a.text.Tokens[i].Kind == token.Word
}

// placeless makes the event of a happening that has no place in its clause.
func (a *article) placeless(s *sentence) {
	if s.kind == story.ZoneHeadline || s.kind == story.ZoneSubhead {
		return
	}
	times := a.timesIn(s.c.Range)
	dated, placed := len(times) > 0, len(s.places) > 0
	if placed && !dated {
		return
	}
	g := a.chief(s.triggers, s.used, times)
	if g < 0 {
		return
	}
	t := &s.triggers[g]
	e := a.newEvent(s)
	a.describe(&e, t, s)
	a.date(&e, s)
	switch might := e.Modality == story.ModalConditional; {
	case placed && (s.used[g] || anyUsed(s.used)):
		return // the clause has its event
	case placed:
	case a.relativeTo(s.c, s.last) && t.class.is(physical|moves|leaves) && !might:
		q := &a.places[s.last]
		e.Where = q.spot(a.w.Relative)
		e.Reasons = append(e.Reasons, story.Why("event.where.relative", q.place.Name))
	case t.class.is(physical) && !t.weak && !might && e.Modality != story.ModalPlanned:
		a.inherit(&e, s)
	}
	if a.worthTelling(&e, t, s.c, dated) {
		a.events = append(a.events, e)
	}
}

// worthTelling reports that a happening whose clause names no place is worth an event: by the place it was lent, or by its day.
func (a *article) worthTelling(e *found, t *trigger, c *clause, dated bool) bool {
	switch {
	case e.class.is(utters):
		return false
	case e.Where == nil:
		return e.When.Basis >= story.BasisClause && (e.Modality != story.ModalConditional || a.soon(e.When)) && !t.weak &&
			t.class != classLife && t.class != classAid && t.class != classOther
	case dated:
		return true
	}
	return (c.finite || t.noun) && e.Where.P >= a.leastInherited(t.class)
}

// soon reports days that lie near each other: what might happen "on Friday" can be shown, what has not happened
// "since the war" cannot.
func (a *article) soon(m story.Moment) bool {
	return m.Earliest.Bounded() && m.Latest.Bounded() && m.Latest-m.Earliest <= a.w.SoonDays
}

// relativeTo reports a clause that says something of the place right before it: "the region, which troops had entered".
func (a *article) relativeTo(c *clause, lastPlace int) bool {
	if lastPlace < 0 || c.open != hashWhich && c.open != hashWhere && c.open != hashThat {
		return false
	}
	gap := c.First - a.places[lastPlace].last
	return gap >= 0 && gap <= 3
}

// leastInherited is how sure a place from before must be: deaths and disasters are told with their place, once.
func (a *article) leastInherited(c class) float64 {
	switch c {
	case classAttack, classDeath, classDisaster, classDamage:
		return a.w.LeastGrave
	}
	return a.w.LeastOther
}

func anyUsed(b []bool) bool {
	for _, x := range b {
		if x {
			return true
		}
	}
	return false
}

// chief is the trigger that tells most: a happening on a spot before talks, talks before demands; of equal ones that
// which an expression of time follows most closely. Speech tells nothing by itself.
func (a *article) chief(ts []trigger, used []bool, times []timed) int {
	best, score := -1, 0
	for i := range ts {
		if used[i] || ts[i].class.is(utters) {
			continue
		}
		s := a.w.ChiefTalk
		switch {
		case ts[i].weak:
			s = a.w.ChiefWeak
		case ts[i].class.is(physical):
			s = a.w.ChiefPhysical
		case ts[i].class == classDemand, ts[i].class == classLife, ts[i].class == classAid, ts[i].class == classOther:
			s = a.w.ChiefDemand
		}
		if s < a.w.ChiefTalk && len(times) == 0 {
			continue
		}
		if len(times) > 0 {
			gap := times[0].first - ts[i].at
			if gap < 0 {
				gap = -gap + a.w.ChiefAfter
			}
			s -= a.w.ChiefWord * min(gap, a.w.ChiefWords)
		}
		if s > score || best < 0 {
			best, score = i, s
		}
	}
	return best
}

// inherit lends a place from before: the clause before, the sentence before, the dateline.
func (a *article) inherit(e *found, s *sentence) {
	prev := s.prev
	lend := func(i int, p float64, code string) {
		q := &a.places[i]
		e.Where = q.spot(p)
		e.Reasons = append(e.Reasons, story.Why(code, q.place.Name))
	}
	switch {
	case s.last >= 0:
		lend(s.last, a.w.FromClause, "event.where.clause")
	case prev.place >= 0 && !prev.far && prev.distance <= 1:
		lend(prev.place, a.w.FromSentence, "event.where.sentence")
	case prev.place >= 0 && prev.distance <= 2:
		lend(prev.place, a.w.FromBefore, "event.where.before")
	case prev.line >= 0:
		lend(prev.line, a.w.FromDateline, "event.where.dateline")
	}
}

// cueIn reports that words of somebody are introduced in r.
func (a *article) cueIn(r token.Range) bool {
	sp := a.span(r.First, r.Last)
	for i := a.quotedFrom(sp.Start - a.w.CueBytes); i < len(a.quoted); i++ {
		if q := &a.Quotes[a.quoted[i].quote]; !q.Cue.Empty() && q.Cue.Start >= sp.Start && q.Cue.End <= sp.End {
			return true
		}
		if a.quoted[i].span.Start > sp.End {
			break
		}
	}
	return false
}

// dropRepeats leaves out headline events that the body tells, and mere mentions of places where something happens.
func (a *article) dropRepeats() {
	type spot struct {
		place geo.PlaceID
		class class
	}
	told, sort := map[geo.PlaceID]bool{}, map[spot]bool{}
	for i := range a.events {
		if e := &a.events[i]; !e.headline && e.Where != nil && !e.fallback {
			told[e.Where.Place.ID] = true
			sort[spot{e.Where.Place.ID, e.class}] = true
		}
	}
	once := map[geo.PlaceID]bool{}
	kept := a.events[:0]
	for i := range a.events {
		e := &a.events[i]
		if e.Where != nil && (e.headline || e.fallback) {
			id := e.Where.Place.ID
			wide := e.Where.Place.Kind == geo.KindCountry || e.Where.Place.Kind == geo.KindContinent
			if e.headline && sort[spot{id, e.class}] || e.fallback && (told[id] || once[id] || wide || e.Where.P < a.w.MentionLeast) {
				continue
			}
			once[id] = true
		}
		kept = append(kept, *e)
	}
	a.events = kept
}

func clamp(p float64) float64 { return max(0, min(1, p)) }
