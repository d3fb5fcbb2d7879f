package event

import (
	"math"
	"slices"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo"
)

// findEvents finds the events of the article, in order of the text.
//
// Every word that tells of something happening is a candidate: a finite verb, a participle, a noun of happening. Its
// place and day are sought in this order: its own clause, the clause that governs it, a clause that it governs, the
// sentence, what was told before; and for the day the day of publication. The further the step, the less likely.
func (a *article) findEvents() {
	a.first = a.storyDay()
	zones := a.Article.Zones
	z := 0
	seen := map[uint64]bool{}
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
			a.told.paragraph()
		}
		if kind == story.ZoneDateline {
			a.told.dateline(a, s)
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
		a.sentence(s, kind)
	}
	a.dropRepeats()
	a.thinTables()
	a.nameRest()
}

// nameRest adds the places that no event has, as only named, where the article tells of nothing that is likely: then they are all
// that a map can show of it.
func (a *article) nameRest() {
	met := map[geo.PlaceID]bool{}
	for i := range a.events {
		e := &a.events[i]
		if e.IsLikely() && !e.Mention {
			return
		}
		if e.Where != nil {
			met[e.Where.Place.ID] = true
		}
	}
	before := len(a.events)
	for i := range a.places {
		p := &a.places[i]
		sp := a.span(p.first, p.last)
		if p.unknown || p.pointed || met[p.place.ID] || !a.Article.ZoneAt(sp.Start).Counts() {
			continue
		}
		met[p.place.ID] = true
		s := a.text.Sentences[a.text.Sentence(p.first)]
		e := Found{Denier: -1, Class: classOther}
		e.Doc, e.Mention, e.P, e.What = a.doc, true, a.w.Happening.Mention, "mentioned"
		e.Sentence, e.Span, e.When = a.span(s.First, s.Last), sp, story.Moment{Reasons: whyWhenMentioned}
		e.Reasons = a.reasonsOfOne()
		a.put(&e, i, a.w.Where.Own, a.why("event.where.named", p.place.Name))
		e.Reasons = append(e.Reasons, a.why("event.mentioned"))
		a.add(e)
	}
	if len(a.events) > before {
		slices.SortStableFunc(a.events, func(x, y Found) int { return x.Span.Start - y.Span.Start })
	}
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
	parted   bool   // a paragraph has begun since moment was told
	begun    bool   // the text has begun
	by       *timed // what dates the happening that is being told, in its own clause; nil for nothing
}

func (m *memory) paragraph() {
	m.far, m.parted = true, true
	m.timeAge++
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

// remember keeps the last day that was told, for "three people died" in the next sentence.
func (m *memory) remember(events []Found) {
	m.timeAge++
	for i := range events {
		e := &events[i]
		main := e.shape == shapeFinite && !e.sub && e.tense != tensePastPerfect || e.shape == shapeNoun && e.When.Basis == story.BasisClause && !e.sub
		if main && e.When.Basis >= story.BasisClause && e.When.Precision >= story.PrecisionYear && e.Modality != story.ModalPlanned && e.Modality != story.ModalConditional {
			m.moment, m.timeAge, m.parted = e.When, 0, false
		}
	}
	if m.timeAge > 4 {
		m.moment = story.Moment{}
	}
}

// sentence finds the events of one sentence.
func (a *article) sentence(s token.Range, kind story.ZoneKind) {
	first := len(a.events)
	a.room.clauses = a.clauses(s, a.room.clauses)
	a.now = scene{Range: s, kind: kind, clauses: a.room.clauses, deeds: a.deeds[:0]}
	n := &a.now
	for ci := range n.clauses {
		c := &n.clauses[ci]
		c.from = len(n.deeds)
		if !story.Foreign(a.Language) { // its words are not understood: its places are only named
			n.deeds = a.triggers(c.Range, n.deeds, c.from)
		}
		c.to = len(n.deeds)
		c.here, c.speech = -1, a.speechIn(c)
		if !a.alone {
			c.words = a.tellingWords(c.Range)
		}
	}
	a.deeds = n.deeds
	n.asks = a.questionAhead(s.First)
	for i := s.First; i < s.Last; i++ {
		n.signs |= a.sign[i]
		n.class |= a.class[i]
	}
	a.dateline()
	a.used = a.unused(len(n.deeds))
	for ci := range n.clauses {
		a.tied(ci)
	}
	for ci := range n.clauses {
		a.untied(ci)
	}
	last := -1
	for ci := range n.clauses {
		if c := &n.clauses[ci]; c.here >= 0 && (!c.speech || last < 0 && a.told.place < 0) {
			last = c.here // where somebody speaks is no scene
		}
	}
	if last >= 0 {
		a.told.seePlace(last)
	} else {
		a.told.distance++
	}
	a.told.remember(a.events[first:])
}

// daysOf are the days that clause ci tells itself; undated where it tells none.
func (a *article) daysOf(ci int) story.Moment {
	ts := a.timesIn(a.now.clauses[ci].Range)
	if len(ts) == 0 {
		return story.Moment{}
	}
	return ts[len(ts)-1].moment
}

// dateline takes a place at the head of the article, before a dash, for where it was written: "LIMA (Sample Wire) - Rain fell".
func (a *article) dateline() {
	n := &a.now
	c := &n.clauses[0]
	if n.kind == story.ZoneDateline && a.told.line >= 0 && c.from == c.to {
		c.dateline = a.places[a.told.line].first < c.Last && a.places[a.told.line].first >= c.First
	}
	if a.told.line >= 0 || a.told.begun || n.kind != story.ZoneBody || len(n.clauses) < 2 {
		a.told.begun = a.told.begun || n.kind == story.ZoneBody && len(n.clauses) > 1
		return
	}
	a.told.begun = true
	ps := a.placesIn(c.Range)
	if len(ps) == 0 || ps[0].first != n.First || ps[0].unknown || c.Last-c.First > 9 || c.from < c.to {
		return
	}
	for i := c.First; i < n.clauses[1].First+10 && i < n.Last; i++ {
		if dash(a.text.Word(i)) || a.text.Word(i) == "-" {
			a.told.line = a.indexOf(&ps[0])
			c.dateline = true
			return
		}
	}
}

// scene is the sentence that is being read.
type scene struct {
	token.Range
	kind    story.ZoneKind
	clauses []clause
	deeds   []trigger     // of all clauses, in order
	asks    bool          // a question mark stands in it
	signs   sign          // of all its words
	class   grammar.Class // the same
}

// speechIn reports a clause that tells that somebody speaks.
func (a *article) speechIn(c *clause) bool {
	for i := c.from; i < c.to; i++ {
		if t := &a.now.deeds[i]; !t.noun() && t.class.is(utters) {
			return true
		}
	}
	return a.cueIn(c.Range)
}

// tied makes an event of each literal place of a clause, with the word of happening that governs it.
func (a *article) tied(ci int) {
	n := &a.now
	c := &n.clauses[ci]
	ts := n.deeds[c.from:c.to]
	if from := a.pointed(ci); from >= 0 {
		if g := a.there(c, ts); g >= 0 && !ts[g].class.is(utters) {
			e := a.newEvent(c)
			q := &a.places[from]
			a.put(&e, from, a.w.Where.There, a.why("event.where.there", q.place.Name))
			a.tell(&e, &ts[g], ci)
			a.date(&e, ci, nil)
			a.add(e)
			a.used[c.from+g] = true
			c.here = from
		}
	}
	places := a.placesIn(c.Range)
	if len(places) == 0 || c.dateline {
		return
	}
	base := a.indexOf(&places[0])
	for _, g := range a.govern(c, places, ts) {
		p := &places[g.place]
		e := a.newEvent(c)
		if g.trigger < 0 && (a.lift(ci, base+g.place) || p.pointed) {
			continue
		}
		a.put(&e, base+g.place, g.p, g.why)
		if g.trigger >= 0 {
			a.tell(&e, &ts[g.trigger], ci)
			a.used[c.from+g.trigger] = true
		} else {
			a.tellNothing(&e, p.first, ci)
			if g.at && len(e.Who) > 0 && !e.Trigger.Empty() && a.person(c.First, p.first) >= 0 && !a.cueIn(c.Range) {
				e.Mention, e.P = false, a.w.Happening.Present // somebody is there: "showed the president among officers in Minsk"
			}
		}
		var near *placed
		if len(places) > 1 {
			near = p
		}
		e.Travel = a.led(ts, p.first, c)
		a.date(&e, ci, near)
		if e.Mention && e.When.Basis < story.BasisSentence {
			e.When = story.Moment{Reasons: whyWhenMentioned}
		}
		a.add(e)
		a.again(&e, c, near == nil)
		if !g.ahead {
			c.here = base + g.place
		}
		c.topic = g.trigger >= 0 && ts[g.trigger].noun() && ts[g.trigger].weak
	}
}

// lift notes the place of a piece without a word of happening for the clause that governs it, so that this takes it as
// its own: "The ferry sank at dawn — off Bari — in a storm". False where there is no such clause.
func (a *article) lift(ci, place int) bool {
	n := &a.now
	c := &n.clauses[ci]
	if c.from < c.to || c.up < 0 || n.clauses[c.up].here >= 0 || n.clauses[c.up].from == n.clauses[c.up].to {
		return false
	}
	up := &n.clauses[c.up]
	for i := up.from; i < up.to; i++ {
		if a.used[i] {
			return false
		}
	}
	prep, _ := a.preposition(a.places[place].first, c.First)
	if prep == 0 || locatives.Of(prep) < 0.9 {
		return false
	}
	up.here = place
	return true
}

// put gives e a place of the article; p is how likely it is this one, given that it is resolved right.
func (a *article) put(e *Found, place int, p float64, why story.Reason) {
	q := &a.places[place]
	e.Reasons = append(e.Reasons, why)
	if q.pointed {
		sp := a.span(q.first, q.last)
		e.Reasons = append(e.Reasons, a.why("event.where.described", sp.In(a.text.Source), q.place.Name))
	}
	if q.unknown && q.local && q.in < 0 {
		q.in = a.writtenAt()
	}
	switch {
	case !q.unknown:
		e.Where = a.spot(q, p)
	case q.in >= 0:
		e.Named = q.place.Name
		c := &a.places[q.in]
		e.Where = a.spot(c, p*a.w.Where.Container)
		e.Reasons = append(e.Reasons, a.why("event.where.container", e.Named, c.place.Name))
	default:
		e.Named, e.namedP = q.place.Name, clamp(q.p*p)
		e.Reasons = append(e.Reasons, a.why("event.where.unknown", e.Named))
	}
}

// writtenAt is the place in which streets and buildings lie of which nothing else is said: that of the dateline, or of the
// sentence before. -1 for none.
func (a *article) writtenAt() int {
	for _, i := range [2]int{a.told.line, a.told.place} {
		if i >= 0 && !a.places[i].unknown && (i == a.told.line || a.told.distance <= 1) {
			return i
		}
	}
	return -1
}

// untied makes events of the happenings of a clause that have no place in it.
func (a *article) untied(ci int) {
	n := &a.now
	c := &n.clauses[ci]
	for i := c.from; i < c.to; i++ {
		t := &n.deeds[i]
		if a.used[i] {
			continue
		}
		e := a.newEvent(c)
		a.tell(&e, t, ci)
		if t.class.is(utters) && (t.noun() || a.cueIn(c.Range) && len(a.timesIn(c.Range)) == 0) {
			continue // it only says who says so
		}
		a.date(&e, ci, nil)
		a.seek(&e, t, ci)
		a.add(e)
		a.again(&e, c, true)
	}
}

// again tells an event once more for each further time that is listed with its own: "opened in 1911 and 1966". alone says that
// its clause names no other place.
func (a *article) again(e *Found, c *clause, alone bool) {
	t := a.told.by
	if t == nil || !alone || e.shape == shapeInfinitive {
		return
	}
	for n := 0; n < maxAgain; n++ {
		if t = a.listed(t); t == nil || t.first >= c.Last {
			return
		}
		last := &a.events[len(a.events)-1].When
		if t.moment.Precision >= story.PrecisionDay && t.moment.Earliest == last.Latest+1 && t.moment.Earliest == t.moment.Latest {
			last.Latest = t.moment.Latest // "closed on Thursday and Friday"
			continue
		}
		d := *e
		d.Reasons = append(a.reasonsOfOne(), e.Reasons...)
		d.When = a.momentOf(t, story.BasisClause, a.w.When.Clause, "event.when.clause")
		a.add(d)
	}
}

// maxAgain bounds the further times of one happening.
const maxAgain = 6

// add keeps an event. How likely it is, is how likely all is that it says: that it happens, there and then.
func (a *article) add(e Found) {
	where, when := a.w.Where.None, a.w.When.None
	if e.Where != nil {
		where = e.Where.P
	} else if e.Named != "" {
		where = e.namedP
	}
	if e.When.Dated() {
		when = e.When.P
	}
	e.P *= a.idle(&e)
	e.P = clamp(a.w.Scale * math.Pow(clamp(e.P*where*when), a.w.Power))
	a.keepReasons(e.Reasons)
	a.events = append(a.events, e)
}

// idle lowers what tells of nothing in particular: a present tense that no day is told of, as in "the sea carries most of
// its trade", and what is only asked for, planned or thought of and has neither place nor day of its own.
func (a *article) idle(e *Found) float64 {
	w := &a.w.Happening
	told := e.When.Basis >= story.BasisInherited
	f := 1.0
	if e.Where == nil && e.Named == "" && !e.When.Dated() {
		f = w.Nowhere
	}
	if (e.general || e.Class == classState && e.Where == nil && e.Named == "") && !told && !e.Headline && a.now.kind != story.ZoneList {
		f *= w.General
	}
	if e.weak && e.shape == shapeNoun && !told {
		f *= w.Aside
	}
	if e.Where == nil && e.Named == "" && !told {
		if e.shape == shapeInfinitive || e.Modality == story.ModalConditional || e.Modality == story.ModalPlanned {
			f *= w.Unreal
		} else if e.shape == shapeParticiple || e.shape == shapeNoun || len(e.Quotes) > 0 {
			f *= w.Aside
		}
	}
	return f
}

// pointed is the place that "there" points at: the last one named, in this sentence or the ones before; -1 for none.
func (a *article) pointed(ci int) int {
	for j := ci - 1; j >= 0; j-- {
		if h := a.now.clauses[j].here; h >= 0 {
			return h
		}
	}
	if a.told.distance <= 3 {
		return a.told.place
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
			if ts[j].at < i && i-ts[j].end <= 4 && !ts[j].class.is(utters) {
				best = j
			}
		}
		return best
	}
	return -1
}

// unused gives n marks that are not set, in room that is used again.
func (a *article) unused(n int) []bool {
	a.marks = sized(a.marks, n)
	return a.marks
}

// indexOf gives the place of p in a.places, of which it must be an element.
func (a *article) indexOf(p *placed) int {
	i := search(a.placeAt, 0, p.first)
	for i < len(a.places) && &a.places[i] != p {
		i++
	}
	return i
}

func (a *article) newEvent(c *clause) Found {
	e := Found{Headline: a.now.kind == story.ZoneHeadline || a.now.kind == story.ZoneSubhead, Denier: -1}
	e.Doc, e.sub, e.Aside = a.doc, c.sub, a.inRelative(c)
	e.Sentence = a.span(a.now.First, a.now.Last)
	e.Span = a.trim(c.Range)
	e.Words = c.words
	e.Reasons = a.reasonsOfOne()
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

// cueIn reports that words of somebody are introduced in r.
func (a *article) cueIn(r token.Range) bool {
	sp := a.span(r.First, r.Last)
	for i := a.quotedFrom(sp.Start - a.w.Reach.CueBytes); i < len(a.quoted); i++ {
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
		class Class
	}
	told, sort := map[geo.PlaceID]bool{}, map[spot]bool{}
	for i := range a.events {
		if e := &a.events[i]; !e.Headline && e.Where != nil && !e.Mention {
			told[e.Where.Place.ID] = true
			sort[spot{e.Where.Place.ID, e.Class}] = true
		}
	}
	once := map[geo.PlaceID]bool{}
	kept := a.events[:0]
	for i := range a.events {
		e := &a.events[i]
		if e.Where != nil && (e.Headline || e.Mention) {
			id := e.Where.Place.ID
			wide := e.Where.Place.Kind == geo.KindCountry || e.Where.Place.Kind == geo.KindContinent
			if e.Mention && (told[id] || once[id] || wide || e.Where.P < 0.4) {
				continue
			}
			if e.Headline && sort[spot{id, e.Class}] {
				e.P *= a.w.Happening.Headline
			}
			once[id] = true
		}
		kept = append(kept, *e)
	}
	clear(a.events[len(kept):])
	a.events = kept
}

func clamp(p float64) float64 { return max(0, min(1, p)) }

// closedClass are the words that carry no meaning of their own.
const closedClass = grammar.Det | grammar.Prep | grammar.Subject | grammar.Object | grammar.Poss | grammar.Aux | grammar.Not | grammar.Adverb | grammar.And |
	grammar.Sub | grammar.Wh | grammar.Relative | grammar.TimeWord | grammar.Number

// maxTelling bounds the words of a clause that are kept to compare its events with those of other articles.
const maxTelling = 12

// tellingWords are the names, numbers and nouns of a clause, by which it can be told from others: sorted, each once.
func (a *article) tellingWords(r token.Range) []uint32 {
	var room [maxTelling]uint32
	out := room[:0]
	for i := r.First; i < r.Last && len(out) < maxTelling; i++ {
		t := &a.text.Tokens[i]
		if t.Kind == token.Number || t.Kind == token.Word && t.End-t.Start > 2 && (a.class[i] == 0 || t.Flags&token.Capital != 0 && a.class[i]&closedClass == 0) {
			out = append(out, StemOf(a.text.Source[t.Start:t.End]))
		}
	}
	slices.Sort(out)
	return slices.Clone(slices.Compact(out))
}
