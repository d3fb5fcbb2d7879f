package event

import (
	"dateline/app/reading/token"
	"dateline/app/story"
)

// seek finds a place for a happening whose clause ties none to it: in the clause itself, in the clauses around it, in
// what was told before. The further it is, the less likely.
func (a *article) seek(e *Found, t *trigger, ci int) {
	w := &a.w.Where
	cs := a.now.clauses
	c := &cs[ci]
	lend := func(i int, p float64, code string) {
		if q := &a.places[i]; q.unknown && q.in < 0 && code != "event.where.named" && code != "event.where.governing" && code != "event.where.later" && code != "event.where.relative" {
			return // an unknown place is not lent any further
		}
		a.put(e, i, p, a.why(code, a.places[i].place.Name))
	}
	if t.class.is(utters) {
		return
	}
	if c.here >= 0 && (a.ofAnother(t, c) || c.topic) {
		return
	}
	if c.here >= 0 {
		p := w.Own
		if a.apart(t, c) {
			if e.Modality == story.ModalConditional {
				return
			}
			p = w.Apart
		}
		lend(c.here, p, "event.where.named")
		return
	}
	for _, p := range a.placesIn(c.Range) {
		if prep, _ := a.preposition(p.first, c.First); !modifiers.Has(prep) || prep == hashFrom && p.first > t.at {
			return // only places that the happening came from or went to
		}
	}
	if last := a.placeBefore(c); a.relativeTo(c, last) {
		lend(last, w.Relative, "event.where.relative")
		return
	}
	p := w.Governing
	for j, steps := c.up, 0; j >= 0 && steps < 6; j, steps = cs[j].up, steps+1 {
		if cs[j].speech && !c.speech {
			break
		}
		if h := cs[j].here; h >= 0 && !cs[j].topic && !a.parted(e, j) {
			lend(h, p, "event.where.governing")
			return
		}
		p *= 0.9
	}
	for j := ci + 1; j < len(cs) && j <= ci+3; j++ {
		if h := cs[j].here; h >= 0 && !cs[j].topic && cs[j].up == ci && !cs[j].speech && !a.saidOf(t, &cs[j]) && !a.parted(e, j) {
			lend(h, w.Later, "event.where.later")
			return
		}
	}
	if j := a.elsewhere(e, t, ci); j >= 0 {
		lend(cs[j].here, w.Sentence, "event.where.sentence")
		return
	}
	a.inherit(e, t, ci, lend)
}

// saidOf reports that the clause c tells what t asks for or denies: who "demanded that the firm close its plant in Gdansk" did
// not do so in Gdansk.
func (a *article) saidOf(t *trigger, c *clause) bool {
	return c.open == hashThat && !t.noun() && (t.class == classDemand || a.sign[t.at]&(isDeny|isIrrealis) != 0)
}

// parted reports that clause j tells of other days than those of e, which are in the text: what was found in August was not found
// where somebody "was stationed in 1944".
func (a *article) parted(e *Found, j int) bool {
	m := a.daysOf(j)
	far := a.w.Where.OtherDays
	if !m.Dated() || !e.When.Dated() || e.When.Basis < story.BasisSentence {
		return false
	}
	return m.Latest.Bounded() && e.When.Earliest.Bounded() && e.When.Earliest-m.Latest > far || e.When.Latest.Bounded() && m.Earliest.Bounded() && m.Earliest-e.When.Latest > far
}

// elsewhere is the nearest clause of the sentence with a place that this happening may have too; -1 for none.
func (a *article) elsewhere(e *Found, t *trigger, ci int) int {
	cs := a.now.clauses
	c := &cs[ci]
	for k := 1; a.staged(t, ci) && k < len(cs) && k <= 8; k++ {
		for _, j := range [2]int{ci - k, ci + k} {
			if j >= 0 && j < len(cs) && cs[j].here >= 0 && !cs[j].topic && (!cs[j].speech || c.speech) && !a.parted(e, j) && (t.class.is(physical) || !wide(a.places[cs[j].here].place.Kind)) {
				return j
			}
		}
	}
	return -1
}

// ofAnother reports that the place of the clause is where another thing happened, to which t is an answer: "condemned the
// bombings in Baghdad".
func (a *article) ofAnother(t *trigger, c *clause) bool {
	if t.noun() || t.class != classDemand && !reactWords.Has(a.text.Tokens[t.at].Hash) {
		return false
	}
	for i := c.from; i < c.to; i++ {
		if o := &a.now.deeds[i]; a.used[i] && o.noun() && o.at > t.at {
			return true
		}
	}
	return false
}

// apart reports that a verb stands between t and the place of its clause, which follows: "to press them into a retreat would
// cost it trust in Kyiv".
func (a *article) apart(t *trigger, c *clause) bool {
	at := a.places[c.here].first
	for i := c.from; i < c.to; i++ {
		if o := &a.now.deeds[i]; o.at > t.at && o.at < at && !o.noun() {
			return true
		}
	}
	return false
}

// placeBefore is the last place that the sentence names before clause c; -1 for none.
func (a *article) placeBefore(c *clause) int {
	ps := a.placesIn(token.Range{First: a.now.First, Last: c.First})
	if len(ps) == 0 {
		return -1
	}
	return a.indexOf(&ps[len(ps)-1])
}

// relativeTo reports a clause that says something of the place right before it: "the region, which troops had entered".
func (a *article) relativeTo(c *clause, last int) bool {
	if last < 0 || c.open != hashWhich && c.open != hashWhere && c.open != hashThat {
		return false
	}
	gap := c.First - a.places[last].last
	return gap >= 0 && gap <= 3
}

// inherit lends the place where the scene of the paragraph lies: the last one named, or that of the dateline. What
// happens on a spot takes it as it is; of what need not, it is less likely; plans and conditions take none.
func (a *article) inherit(e *Found, t *trigger, ci int, lend func(int, float64, string)) {
	w := &a.w.Where
	if !a.staged(t, ci) || e.Headline || e.Modality == story.ModalConditional || e.Modality == story.ModalPlanned {
		return
	}
	f := 1.0
	if !t.class.is(physical) || t.weak {
		f = w.Loose
	}
	b := &a.told
	switch {
	case b.place >= 0 && !b.far && b.distance == 0:
		lend(b.place, f*w.Scene, "event.where.scene")
	case b.place >= 0 && b.distance <= 2:
		lend(b.place, f*w.Before, "event.where.before")
	case b.line >= 0:
		lend(b.line, f*w.Dateline, "event.where.dateline")
	}
}

// staged reports a happening that can be on the scene: no state or capital does it from afar ("Washington blamed Iran"),
// and it is more than words.
func (a *article) staged(t *trigger, ci int) bool {
	switch t.class {
	case classDemand, classAgree, classState, classSpeak, classBusiness:
		return false
	}
	cs := a.now.clauses
	for j, steps := ci, 0; j >= 0 && steps < 4; j, steps = cs[j].up, steps+1 {
		for _, s := range a.statesIn(cs[j].Range) {
			if s.acts && (s.first < t.at || j != ci) {
				return false
			}
		}
		if !cs[j].conj && cs[j].open != 0 {
			break
		}
	}
	return true
}
