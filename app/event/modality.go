package event

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

type tense uint8

const (
	tenseNone tense = iota
	tensePast
	tensePresent // also the present perfect: it holds on the day of publication
	tensePastPerfect
	tenseFuture
)

// tell fills in what happens: trigger, class, modality, tense, who.
func (a *article) tell(e *Found, t *trigger, ci int) {
	c := &a.now.clauses[ci]
	e.Class, e.shape, e.weak = t.class, t.shape, t.weak
	e.Trigger = a.span(t.at, t.end)
	e.What = t.what
	if e.Root = t.root; e.Root == 0 {
		e.Root = rootOf(t.what)
	}
	e.P = a.likely(t, c, e.Where != nil || e.Named != "")
	e.tense = a.tenseOf(t, c)
	e.perfect = e.tense == tensePresent && a.perfect(t, c)
	e.general = t.shape == shapeBe || t.shape == shapeFinite && e.tense == tensePresent && a.can[t.at]&(grammar.VerbPast|grammar.VerbPart|grammar.VerbIng) == 0 ||
		t.shape == shapeFinite && e.tense == tenseNone && a.can[t.at]&(grammar.VerbPast|grammar.VerbPart|grammar.VerbIng) == 0
	a.modality(e, t, ci)
	if a.spokenOf(t, c) {
		e.P *= a.w.Happening.General
	}
	if len(e.Quotes) > 0 {
		e.P *= a.w.Happening.Quoted
	}
	a.who(e, t.at, ci)
	e.Reasons = append(e.Reasons, a.why("event.trigger", e.Trigger.In(a.text.Source)))
}

// likely says how likely a word tells of something that happens; tied says that a place of its clause is its own.
func (a *article) likely(t *trigger, c *clause, tied bool) float64 {
	w := &a.w.Happening
	p := w.Verb
	switch {
	case t.class.is(utters):
		return w.Speech
	case t.class == classState:
		p = w.State
	case t.shape == shapeBe:
		return w.Being
	case t.weak:
		p = w.Weak
	case t.mild:
		return w.Derived
	case t.noun() && (tied || len(a.timesIn(c.Range)) > 0):
		return w.Noun
	case t.noun():
		return w.BareNoun
	case t.known:
		p = w.Known
	}
	switch t.shape {
	case shapeParticiple:
		p *= w.Participle
	case shapeInfinitive:
		p *= w.Infinitive
	}
	return p
}

// tellNothing is tell for a place in a clause that has no word of happening.
func (a *article) tellNothing(e *Found, at, ci int) {
	c := &a.now.clauses[ci]
	e.Mention, e.Class, e.P = true, classOther, a.w.Happening.Mention
	for i := max(c.First, at-a.w.Reach.Words); i < min(c.Last, at+a.w.Reach.Words) && (i < at || e.Trigger.Empty()); i++ {
		if a.can[i]&(grammar.Finite|grammar.VerbIng) != 0 && a.class[i]&(grammar.Aux|grammar.Sub|grammar.Prep) == 0 && !a.inName(i) {
			e.Trigger = a.span(i, i+1)
			e.What = a.text.Word(i)
		}
	}
	if e.What == "" {
		e.What = "mentioned"
	}
	t := trigger{at: c.First, end: c.First + 1, shape: shapeFinite}
	if !e.Trigger.Empty() {
		t.at = a.text.At(e.Trigger.Start)
		t.end = t.at + 1
	}
	e.tense = a.tenseOf(&t, c)
	a.modality(e, &t, ci)
	a.who(e, at, ci)
	e.Reasons = append(e.Reasons, a.why("event.mentioned"))
}

// tenseOf reads the helping verbs before a trigger, those of its clause for a noun.
func (a *article) tenseOf(t *trigger, c *clause) tense {
	from, to := max(c.First, t.at-6), t.at
	if t.noun() {
		r := a.near(c.Range, t.at)
		from, to = r.First, r.Last
	}
	out := tenseNone
	for i := from; i < to; i++ {
		h := a.sign[i]
		switch {
		case h&isFuture != 0:
			return tenseFuture
		case h&isHad != 0:
			return tensePastPerfect
		case h&isHave != 0:
			out = tensePresent
		case a.class[i]&grammar.Be != 0 && out == tenseNone:
			out = tensePresent
			if w := a.text.Word(i); w == "was" || w == "were" || w == "Was" || w == "Were" {
				out = tensePast
			}
		case t.noun() && a.class[i]&grammar.VerbPast != 0 && a.class[i]&grammar.Aux == 0 && out == tenseNone:
			out = tensePast
		case t.noun() && a.class[i]&grammar.VerbS != 0 && out == tenseNone:
			out = tensePresent
		}
	}
	if out == tenseNone && !t.noun() && t.at < len(a.class) {
		switch k := a.can[t.at]; {
		case k&grammar.VerbPast != 0:
			out = tensePast
		case k&grammar.VerbS != 0:
			out = tensePresent
		}
	}
	return out
}

// perfect reports "has" and "have" before the verb t: "have been sent".
func (a *article) perfect(t *trigger, c *clause) bool {
	for i := t.at - 1; i >= max(c.First, t.at-6) && !t.noun(); i-- {
		if a.sign[i]&isHave != 0 {
			return a.can[t.at]&grammar.VerbPart != 0 && !a.text.Is(i, "having")
		}
		if a.class[i]&(grammar.Be|grammar.Adverb|grammar.Not) == 0 && !a.adverb(i) {
			return false
		}
	}
	return false
}

// modality says how the event is spoken of: denied before planned, planned before reported.
func (a *article) modality(e *Found, t *trigger, ci int) {
	clauses := a.now.clauses
	c := &clauses[ci]
	e.Modality = story.ModalAsserted
	quote := a.quoteAt(a.span(t.at, t.end))
	if quote >= 0 {
		e.Modality = story.ModalReported
		e.Quotes = append(e.Quotes, quote)
		if q := &a.Quotes[quote]; signWords.Of(a.cueHash(q))&isDeny != 0 {
			e.Modality, e.Denier = story.ModalDenied, q.Speaker
			e.Reasons = append(e.Reasons, a.why("event.modal.denied", q.Cue.In(a.text.Source)))
			return
		}
	}
	g := a.signs(t, ci, quote)
	a.polarity(e, &g, t, ci)
	mark := func(m story.Modality, code string, i int) {
		e.Modality = m
		e.Reasons = append(e.Reasons, a.why(code, a.text.Word(i)))
	}
	switch {
	case g.planned >= 0 && a.foretold(g.planned, t, c):
		mark(story.ModalOpinion, "event.modal.opinion", g.planned)
	case g.denied >= 0:
		mark(story.ModalDenied, "event.modal.denied", g.denied)
		if a.sign[g.denied]&(isDeny|isDenies) != 0 {
			e.Denier = a.denierOf(g.denied, c, quote)
		}
	case g.asked >= 0:
		mark(story.ModalConditional, "event.modal.asked", g.asked)
	case g.planned >= 0:
		mark(story.ModalPlanned, "event.modal.planned", g.planned)
	case g.conditional >= 0 && quote >= 0 && a.sign[g.conditional]&isDuty != 0:
		mark(story.ModalOpinion, "event.modal.opinion", g.conditional) // “The town must rebuild the bridge”
	case g.conditional >= 0:
		mark(story.ModalConditional, "event.modal.conditional", g.conditional)
	case a.inView(c) >= 0:
		mark(story.ModalOpinion, "event.modal.opinion", a.inView(c))
	case g.charged >= 0:
		mark(story.ModalClaimed, "event.modal.claimed", g.charged)
	case g.reported >= 0 && quote < 0:
		mark(story.ModalReported, "event.modal.reported", g.reported)
	case quote >= 0:
		e.Reasons = append(e.Reasons, a.why("event.modal.quoted"))
	}
	if e.Modality == story.ModalAsserted && e.tense == tensePastPerfect {
		e.Modality = story.ModalBackground
	}
}

// signs are the words that tell how an event is spoken of, by their tokens; -1 for none.
type signs struct{ planned, conditional, denied, reported, charged, asked int }

// signs looks for them before and behind the word of happening.
func (a *article) signs(t *trigger, ci, quote int) signs {
	clauses := a.now.clauses
	c := &clauses[ci]
	src := a.text.Tokens
	g := signs{-1, -1, -1, -1, -1, -1}
	from := max(c.First, t.at-14)
	if c.conj && c.up >= 0 && a.can[t.at]&grammar.VerbBase != 0 {
		from = max(clauses[c.up].First, t.at-20) // "would signal weakness and set a precedent"
	}
	infinitive := t.at > 0 && src[t.at-1].Hash == hashTo
	for i := from; i < t.at; i++ {
		h, is := src[i].Hash, a.sign[i]
		near := t.at-i <= 4
		switch {
		case src[i].Kind != token.Word || is == 0 && h != hashAbout:
		case is&isFuture != 0 && (near || t.noun() || i < c.First):
			g.planned = i
		case is&isWould != 0 && t.at-i <= 4 && a.announced(i, quote):
			g.planned = i
		case is&isWould != 0 && (t.at-i <= 6 || i < c.First) && !a.isMonth(i):
			g.conditional = i
		case is&isNot != 0 && near && !t.noun() && t.at-i <= 3 && (h != hashWith || t.ing):
			g.denied = i
		case h == hashAbout && t.noun():
			// "all about the strike" is no plan
		case is&isDeny != 0 && a.claimBetween(i+1, t.at):
			g.denied = i
		case is&isDenies != 0 && a.deniedDeed(i, t):
			g.denied = i
		case is&isPlan != 0 && (infinitive || t.noun() && t.at-i <= 3):
			g.planned = i
		case is&isIrrealis != 0 && (t.noun() && t.at-i <= 8 || infinitive || t.ing && t.at-i <= 3) && t.at-i <= 12:
			g.conditional = i
		case is&isCharge != 0 && t.at-i <= 10 && (t.shape == shapeParticiple || a.classAt(i+1, c.Range)&grammar.Sub != 0 || t.at-i <= 2 || src[i+1].Hash == hashTo):
			g.charged = i // "accused Serbia of shelling a school"
		case is&isReport != 0 && t.at-i <= 6:
			g.reported = i
		}
	}
	a.signsBehind(&g, t, ci)
	return g
}

// signsBehind looks for them behind the word, and in the clause before.
func (a *article) signsBehind(g *signs, t *trigger, ci int) {
	clauses := a.now.clauses
	c := &clauses[ci]
	src := a.text.Tokens
	infinitive := t.at > 0 && src[t.at-1].Hash == hashTo
	if g.conditional < 0 {
		g.conditional = a.subjunctive(t, c, clauses, ci)
	}
	by, denied := a.governs(ci)
	switch {
	case denied && g.denied < 0:
		g.denied = by
	case by >= 0 && !denied:
		g.charged = by
	}
	for i := t.end; infinitive && t.at-c.First <= 2 && i < c.Last && g.conditional < 0; i++ {
		if a.sign[i]&isWould != 0 && src[i].Kind == token.Word && !a.isMonth(i) {
			g.conditional = i // "To press them would cost trust"
		}
	}
	for i := t.end; t.noun() && i < c.Last && i < t.end+7; i++ {
		if src[i].Kind == token.Word && (a.sign[i]&isDoubt != 0 || !t.weak && a.sign[i]&isWould != 0 && !a.isMonth(i)) {
			g.conditional = i // "a retreat is becoming likely"
		}
	}
	// "… reports of entrapment as false": the denial comes after.
	for i := t.end; i < c.Last && i < t.end+6 && g.denied < 0; i++ {
		if a.sign[i]&isDeny != 0 && a.claimBetween(c.First, t.at) && t.noun() {
			g.denied = i
		}
	}
}

// isMonth tells the month from the verb: "On May 3 the trawler sank".
func (a *article) isMonth(i int) bool {
	t := &a.text.Tokens[i]
	if a.class[i]&grammar.TimeWord == 0 || t.Flags&token.Capital == 0 {
		return false
	}
	return t.Flags&token.SentStart == 0 || i+1 < len(a.text.Tokens) && a.text.Tokens[i+1].Kind == token.Number
}

// foretold reports that what will be is said of all times: "nothing will ever change" is nobody's plan.
func (a *article) foretold(will int, t *trigger, c *clause) bool {
	for i := max(c.First, will-3); i < t.at; i++ {
		if k := &a.text.Tokens[i]; k.Kind == token.Word && allTimes.Has(k.Hash) {
			return true
		}
	}
	return false
}

var allTimes = token.SetOf("ever", "never", "nothing", "nobody", "everything", "always", "forever")

// spokenOf reports a noun that somebody is only told about: "all you need to know about the strike".
func (a *article) spokenOf(t *trigger, c *clause) bool {
	if !t.noun() {
		return false
	}
	for i := t.at - 1; i > c.First && i >= t.at-4; i-- {
		if a.text.Tokens[i].Hash == hashAbout {
			return tellingAbout.Has(a.text.Tokens[i-1].Hash)
		}
	}
	return false
}

var tellingAbout = token.SetOf("know", "learn", "read", "question", "questions", "facts", "debate", "guide")

// viewWords are what somebody has who judges: "in my view, the talks have failed".
var viewWords = token.SetOf("view", "opinion", "eyes", "judgement", "judgment", "estimation")

// inView finds such a word at the head of the clause or right before it; -1 for none.
func (a *article) inView(c *clause) int {
	for i := max(a.now.clauses[0].First, c.First-4); i < min(c.First+4, c.Last); i++ {
		if t := &a.text.Tokens[i]; t.Kind == token.Word && viewWords.Has(t.Hash) && i >= 2 && a.text.Tokens[i-2].Hash == hashIn {
			return i
		}
	}
	return -1
}

// governs finds the word before a that-clause that makes it a denial or one side's claim: "rejected reports that it had
// shelled a school", "no evidence that", "alleged that agents poisoned the well"; -1 for none.
func (a *article) governs(ci int) (by int, denied bool) {
	clauses := a.now.clauses
	c := &clauses[ci]
	if c.open != hashThat || ci == 0 {
		return -1, false
	}
	up := &clauses[ci-1]
	by = -1
	truth := false
	for i := min(up.Last, c.First) - 1; i >= up.First && i >= c.First-a.w.Reach.Denial; i-- {
		if a.text.Tokens[i].Kind != token.Word {
			continue
		}
		is, next := a.sign[i], c.First-i <= 5
		e := tables().entryOf(a.text.Tokens[i].Hash)
		switch {
		case e.verb.is(utters) && is&(isDeny|isClaim|isClaimedThat) == 0:
			return by, false // "rejected the offer and said that"
		case is&isDeny != 0, truth && is&isNot != 0:
			return i, true
		case is&isTruth != 0 && next:
			truth = true
		case is&isClaimedThat != 0 && next && by < 0:
			by = i
		}
	}
	if i := a.calledFalse(c); i >= 0 && up.Last > up.First && a.sign[c.First-1]&isClaim != 0 {
		return i, true
	}
	return by, false
}

// calledFalse finds the word that says of a claim told before it that it is not so: "claims that it sank were unfounded".
// -1 for none.
func (a *article) calledFalse(c *clause) int {
	for i := c.First + 2; i < c.Last; i++ {
		if a.sign[i]&isDeny != 0 && a.class[i-1]&grammar.Be != 0 && a.text.Tokens[i].Kind == token.Word {
			return i
		}
	}
	return -1
}

// deniedDeed reports that the denial at token i is of the happening t itself: "denied shelling it", "denied the attack".
func (a *article) deniedDeed(i int, t *trigger) bool {
	for j := i + 1; j < t.at; j++ {
		k := &a.text.Tokens[j]
		if k.Kind == token.Punct || t.noun() && (k.Kind != token.Word || a.class[j]&(grammar.Det|grammar.Poss|grammar.Adverb) == 0) {
			return false
		}
	}
	// "denied kidnapping two nurses and burning the clinic": the first one follows the denial at once.
	return t.noun() && t.at-i <= 3 || t.ing && a.can[i+1]&grammar.VerbIng != 0
}

// subjunctive reports what is asked for in the clause before: "demand that Russia withdraw", "a condition: the withdrawal".
func (a *article) subjunctive(t *trigger, c *clause, clauses []clause, ci int) int {
	bareVerb := !t.noun() && a.class[t.at]&grammar.VerbBase != 0 || t.noun() && !c.finite && a.can[t.at]&grammar.VerbBase != 0
	base := bareVerb && a.class[t.at]&(grammar.VerbPast|grammar.VerbS) == 0 && c.open == hashThat // "demanded that they surrender"
	bare := t.noun() && !c.finite && c.First > 0 && a.text.Tokens[c.First-1].Kind == token.Punct && a.byteAt(c.First-1) != ',' && t.at-c.First <= 4
	if !base && !bare {
		return -1
	}
	for j := ci - 1; j >= 0 && j >= ci-2; j-- {
		for i := clauses[j].Last - 1; i >= clauses[j].First; i-- {
			if a.sign[i]&isIrrealis != 0 && a.text.Tokens[i].Kind == token.Word {
				return i
			}
		}
	}
	return -1
}

func (a *article) cueHash(q *story.Quote) uint32 {
	if q.Cue.Empty() {
		return 0
	}
	return a.text.Tokens[min(a.text.At(q.Cue.Start), len(a.text.Tokens)-1)].Hash
}

// claimBetween reports "claims", "reports of" and the like in tokens [from, to).
func (a *article) claimBetween(from, to int) bool {
	for i := max(0, from); i < to; i++ {
		if a.sign[i]&isClaim != 0 && a.text.Tokens[i].Kind == token.Word {
			return true
		}
	}
	return false
}

// denierOf finds who denies: the speaker of the quote there, else the subject before the word.
func (a *article) denierOf(at int, c *clause, quote int) int {
	if quote >= 0 && a.Quotes[quote].Speaker >= 0 {
		return a.Quotes[quote].Speaker
	}
	sp := a.span(c.First, c.Last)
	for i := a.quotedFrom(sp.Start - a.w.Reach.CueBytes); i < len(a.quoted) && a.quoted[i].span.Start < sp.End; i++ {
		q := &a.Quotes[a.quoted[i].quote]
		if q.Speaker >= 0 && (q.Span.Overlaps(sp) || !q.Cue.Empty() && sp.Contains(q.Cue)) {
			return q.Speaker
		}
	}
	return a.subject(max(c.First, at-a.w.Reach.Words), at)
}

// subject gives the speaker that the last person or state named in [from, to) is; -1 for none.
func (a *article) subject(from, to int) int {
	if p := a.person(from, to); p >= 0 {
		return a.entity(p)
	}
	ss := a.statesIn(token.Range{First: from, Last: to})
	if len(ss) > 0 {
		return a.state(ss[len(ss)-1].country)
	}
	return -1
}

// who fills in persons and states that act, those before the trigger first.
func (a *article) who(e *Found, at, ci int) {
	clauses := a.now.clauses
	c := &clauses[ci]
	add := func(i int) {
		if i < 0 || len(e.Who) >= a.w.Reach.People {
			return
		}
		for _, have := range e.Who {
			if have == i {
				return
			}
		}
		e.Who = append(e.Who, i)
	}
	collect := func(r token.Range) {
		r = a.near(r, at)
		lo, hi := window(a.blockAt, r.First, r.Last)
		for i := lo; i < hi; i++ {
			if b := &a.Names.Blocks[i]; b.Kind == name.Person && b.Entity >= 0 {
				add(a.entity(b.Entity))
			}
		}
		for _, s := range a.statesIn(r) {
			add(a.state(s.country))
		}
	}
	collect(token.Range{First: c.First, Last: at})
	if len(e.Who) == 0 && ci > 0 && c.sub {
		collect(clauses[ci-1].Range)
	}
	if len(e.Who) < 2 {
		collect(token.Range{First: at, Last: c.Last})
	}
}
