package assemble

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

var (
	futureWords = token.SetOf("will", "shall", "'ll", "won't")
	wouldWords  = token.SetOf("would", "could", "might", "may", "should", "can", "must", "cannot", "couldn't", "wouldn't", "shouldn't", "can't")
	hadWord     = token.SetOf("had", "hadn't", "'d")
	haveWords   = token.SetOf("has", "have", "having", "hasn't", "haven't", "'ve")
	notWords    = token.SetOf("not", "never", "n't", "without", "neither", "cannot", "can't", "won't", "wouldn't", "couldn't", "didn't", "doesn't", "don't",
		"isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "no")
	planWords = token.SetOf("expected", "plan", "plans", "planned", "planning", "slated", "scheduled", "due", "intends", "intend", "intended", "set",
		"upcoming", "forthcoming", "prepares", "preparing", "about", "going", "agreed", "vowed", "pledged", "promised", "ready", "poised", "next")
	irrealisWords = token.SetOf("possibility", "possible", "idea", "proposal", "proposals", "propose", "proposes", "proposed", "consider", "considers", "considering",
		"demand", "demands", "demanded", "demanding", "urge", "urges", "urged", "urging", "call", "calls", "called", "calling", "seek", "seeks", "seeking", "sought",
		"require", "requires", "required", "condition", "precondition", "conditions", "request", "requests", "threat", "threaten", "threatens", "threatened",
		"want", "wants", "wanted", "hope", "hopes", "hoping", "prevent", "avoid", "unless", "allow", "force", "compel", "compelling", "potential", "refuse", "refused", "refusal",
		"likely", "unlikely", "risk", "fear", "fears", "ultimatum", "order", "ordered", "option", "whether", "if", "suggest", "suggests", "bid", "aim", "aims", "aimed", "in-exchange")
	denyWords = token.SetOf("deny", "denies", "denied", "denying", "dismiss", "dismisses", "dismissed", "dismissing", "reject", "rejects", "rejected", "rejecting",
		"refute", "refutes", "refuted", "refuting", "dispute", "disputes", "disputed", "disputing", "false", "untrue", "fabricated", "denial", "contradict", "contradicted")
	claimWords = token.SetOf("claim", "claims", "claimed", "report", "reports", "allegation", "allegations", "suggestion", "suggestions", "rumours", "rumors",
		"accusation", "accusations", "statement", "statements", "talk", "notion", "idea", "assertion", "assertions", "that", "having")
	doubtWords  = token.SetOf("likely", "unlikely", "possible", "impossible", "expected", "planned", "imminent", "inevitable")
	reportWords = token.SetOf("reportedly", "allegedly", "apparently", "accused", "alleged", "reported", "claimed", "said", "believed", "thought", "according")
)

// describe fills in what happens: trigger, class, modality, tense, who.
func (a *article) describe(e *found, t *trigger, s *sentence) {
	e.class, e.noun = t.class, t.noun
	e.Trigger = a.span(t.at, t.end)
	e.What = t.what
	e.P = a.w.Happens
	switch {
	case t.class.is(utters), t.class == classOther, t.weak:
		e.P = a.w.Vague
	case t.class == classDemand, t.class == classLife:
		e.P = a.w.Demands
	}
	e.tense = a.tenseOf(t, s.c)
	a.modality(e, t, s)
	a.who(e, t.at, s)
	e.Reasons = append(e.Reasons, story.Why("event.trigger", e.Trigger.In(a.text.Source)))
}

// describeMention is describe for a place, at token at, in a clause that has no word of happening.
func (a *article) describeMention(e *found, at int, s *sentence) {
	e.fallback, e.class, e.P = true, classOther, a.w.Mention
	r := a.near(s.c.Range, at)
	for i := r.First; i < r.Last && (i < at || e.Trigger.Empty()); i++ {
		if a.class[i]&(grammar.Finite|grammar.VerbIng) != 0 && a.class[i]&(grammar.Aux|grammar.Sub|grammar.Prep) == 0 && !a.inName(i) {
			e.Trigger = a.span(i, i+1)
			e.What = a.text.Word(i)
		}
	}
	if e.What == "" {
		e.What = "mentioned"
	}
	t := trigger{at: s.c.First, end: s.c.First + 1}
	if !e.Trigger.Empty() {
		t.at = a.text.At(e.Trigger.Start)
		t.end = t.at + 1
	}
	e.tense = a.tenseOf(&t, s.c)
	a.modality(e, &t, s)
	a.who(e, at, s)
	e.Reasons = append(e.Reasons, story.Why("event.mentioned"))
}

// tenseOf tells the tense by the helping verbs before a trigger, those of its clause for a noun.
func (a *article) tenseOf(t *trigger, c *clause) tense {
	from, to := max(c.First, t.at-6), t.at
	if t.noun {
		r := a.near(c.Range, t.at)
		from, to = r.First, r.Last
	}
	out := tenseNone
	for i := from; i < to; i++ {
		h := a.text.Tokens[i].Hash
		switch {
		case futureWords.Has(h):
			return tenseFuture
		case hadWord.Has(h):
			return tensePastPerfect
		case haveWords.Has(h):
			out = tensePresent
		case a.class[i]&grammar.Be != 0 && out == tenseNone:
			out = tensePresent
			if w := a.text.Word(i); w == "was" || w == "were" || w == "Was" || w == "Were" {
				out = tensePast
			}
		case t.noun && a.class[i]&grammar.VerbPast != 0 && a.class[i]&grammar.Aux == 0 && out == tenseNone:
			out = tensePast
		case t.noun && a.class[i]&grammar.VerbS != 0 && out == tenseNone:
			out = tensePresent
		}
	}
	if out == tenseNone && !t.noun && t.at < len(a.class) {
		switch k := a.class[t.at]; {
		case k&grammar.VerbPast != 0:
			out = tensePast
		case k&grammar.VerbS != 0:
			out = tensePresent
		}
	}
	return out
}

// modality says how the event is spoken of: denied before planned, planned before reported.
func (a *article) modality(e *found, t *trigger, s *sentence) {
	e.Modality = story.ModalAsserted
	quote := a.quoteAt(a.span(t.at, t.end))
	if quote >= 0 {
		e.Modality = story.ModalReported
		e.Quotes = append(e.Quotes, quote)
		if q := &a.Quotes[quote]; denyWords.Has(a.cueHash(q)) {
			e.Modality, e.denier = story.ModalDenied, q.Speaker
			e.Reasons = append(e.Reasons, story.Why("event.modal.denied", q.Cue.In(a.text.Source)))
			return
		}
	}
	m := a.modalWords(t, s.c)
	if m.conditional < 0 {
		m.conditional = a.subjunctive(t, s)
	}
	a.modalWordsAfter(&m, t, s.c)
	mark := func(k story.Modality, code string, i int) {
		e.Modality = k
		e.Reasons = append(e.Reasons, story.Why(code, a.text.Word(i)))
	}
	switch {
	case m.denied >= 0:
		mark(story.ModalDenied, "event.modal.denied", m.denied)
		if !notWords.Has(a.text.Tokens[m.denied].Hash) {
			e.denier = a.denierOf(m.denied, s.c, quote)
		}
	case m.planned >= 0:
		mark(story.ModalPlanned, "event.modal.planned", m.planned)
	case m.conditional >= 0:
		mark(story.ModalConditional, "event.modal.conditional", m.conditional)
	case m.reported >= 0 && quote < 0:
		mark(story.ModalReported, "event.modal.reported", m.reported)
	case quote >= 0:
		e.Reasons = append(e.Reasons, story.Why("event.modal.quoted"))
	}
	if e.Modality == story.ModalAsserted && e.tense == tensePastPerfect {
		e.Modality = story.ModalBackground
	}
}

// modals are the words, as tokens, that say how a happening is spoken of; -1 for none.
type modals struct{ planned, conditional, denied, reported int }

// modalWords finds the words before a trigger that say how it is spoken of. How far before they may stand, in words, is
// part of each rule.
func (a *article) modalWords(t *trigger, c *clause) modals {
	src := a.text.Tokens
	m := modals{-1, -1, -1, -1}
	if c.open == hashIf || c.open == hashUnless {
		m.conditional = c.First
	}
	infinitive := t.at > 0 && src[t.at-1].Hash == hashTo
	for i := max(c.First, t.at-14); i < t.at; i++ {
		h, gap := src[i].Hash, t.at-i
		switch {
		case src[i].Kind != token.Word:
		case futureWords.Has(h) && (gap <= 4 || t.noun):
			m.planned = i
		case wouldWords.Has(h) && gap <= 6:
			m.conditional = i
		case notWords.Has(h) && !t.noun && gap <= 3:
			m.denied = i
		case denyWords.Has(h) && a.claimBetween(i+1, t.at):
			m.denied = i
		case planWords.Has(h) && (infinitive || t.noun && gap <= 3):
			m.planned = i
		case irrealisWords.Has(h) && (t.noun && gap <= 8 || infinitive || t.ing && gap <= 3) && gap <= 12:
			m.conditional = i
		case reportWords.Has(h) && gap <= 6:
			m.reported = i
		}
	}
	return m
}

// modalWordsAfter adds those that stand after a noun: "a retreat is becoming likely".
func (a *article) modalWordsAfter(m *modals, t *trigger, c *clause) {
	if !t.noun {
		return
	}
	src := a.text.Tokens
	for i := t.end; i < c.Last && i < t.end+7; i++ {
		if src[i].Kind == token.Word && (doubtWords.Has(src[i].Hash) || !t.weak && wouldWords.Has(src[i].Hash)) {
			m.conditional = i
		}
	}
	// "… reports of entrapment as false": the denial comes after.
	for i := t.end; i < c.Last && i < t.end+6 && m.denied < 0; i++ {
		if denyWords.Has(src[i].Hash) && a.claimBetween(c.First, t.at) {
			m.denied = i
		}
	}
}

// subjunctive reports what is asked for in the clause before: "demand that Russia withdraw", "a condition: the withdrawal".
func (a *article) subjunctive(t *trigger, s *sentence) int {
	c, clauses, ci := s.c, s.clauses, s.ci
	base := !t.noun && a.class[t.at]&grammar.VerbBase != 0 && a.class[t.at]&(grammar.VerbPast|grammar.VerbS) == 0 && c.open == hashThat
	bare := t.noun && !c.finite && c.First > 0 && a.text.Tokens[c.First-1].Kind == token.Punct && a.byteAt(c.First-1) != ',' && t.at-c.First <= 4
	if !base && !bare {
		return -1
	}
	for j := ci - 1; j >= 0 && j >= ci-2; j-- {
		for i := clauses[j].Last - 1; i >= clauses[j].First; i-- {
			if irrealisWords.Has(a.text.Tokens[i].Hash) && a.text.Tokens[i].Kind == token.Word {
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
		if claimWords.Has(a.text.Tokens[i].Hash) && a.text.Tokens[i].Kind == token.Word {
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
	for i := a.quotedFrom(sp.Start - a.w.CueBytes); i < len(a.quoted) && a.quoted[i].span.Start < sp.End; i++ {
		q := &a.Quotes[a.quoted[i].quote]
		if q.Speaker >= 0 && (q.Span.Overlaps(sp) || !q.Cue.Empty() && sp.Contains(q.Cue)) {
			return q.Speaker
		}
	}
	return a.subject(max(c.First, at-a.w.Reach), at)
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
func (a *article) who(e *found, at int, s *sentence) {
	c := s.c
	add := func(i int) {
		if i < 0 || len(e.Who) >= a.w.People {
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
		for i := r.First; i < r.Last; i++ {
			if b := a.Names.At(i); b >= 0 && a.Names.Blocks[b].Tokens.First == i && a.Names.Blocks[b].Kind == name.Person && a.Names.Blocks[b].Entity >= 0 {
				add(a.entity(a.Names.Blocks[b].Entity))
			}
		}
		for _, state := range a.statesIn(r) {
			add(a.state(state.country))
		}
	}
	collect(token.Range{First: c.First, Last: at})
	if len(e.Who) == 0 && s.ci > 0 && c.sub {
		collect(s.clauses[s.ci-1].Range)
	}
	if len(e.Who) < 2 {
		collect(token.Range{First: at, Last: c.Last})
	}
}
