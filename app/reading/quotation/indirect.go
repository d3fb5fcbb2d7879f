package quotation

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// indirect makes the quotes: the stretches in marks, and what reports say without them.
func (f *finder) indirect() {
	for i := range f.segs {
		seg := &f.segs[i]
		if seg.link {
			continue
		}
		for s := seg.first; s < seg.last; s++ {
			f.direct(i, s)
		}
		for k := range seg.reports {
			f.reported(i, k)
		}
		f.headline(i)
		f.leadIn(i)
		f.signed(i)
	}
}

// headline reads "Ann Smith: Taxes Will Rise" and "Poll: Voters Want Change": a name, a colon, and what it says.
func (f *finder) headline(i int) {
	seg := &f.segs[i]
	if !f.titled(seg.Range) || len(seg.reports) > 0 || seg.boiler {
		return
	}
	c := seg.First + 1
	for c < seg.Last && c < seg.First+5 && !f.mark(c, ':') {
		c++
	}
	if !f.mark(c, ':') || f.in[c] != 0 || c+3 > seg.Last || f.in[c+1] != 0 && f.in[seg.Last-1] != 0 {
		return
	}
	by := token.Range{First: seg.First, Last: c}
	b := f.block(c - 1)
	if (b == nil || b.Kind == name.Role || b.Tokens.First != seg.First && b.Title.First != seg.First) && !(c == seg.First+1 && (f.Is(seg.First, "poll") || f.Is(seg.First, "report") || f.Is(seg.First, "study") || f.Is(seg.First, "survey"))) {
		return
	}
	last := f.trimEnd(c+1, seg.Last)
	if f.outsideWords(c+1, last) < 3 {
		return
	}
	f.quotes = append(f.quotes, draft{span: story.Span{Start: int(f.Tokens[c+1].Start), End: int(f.Tokens[last-1].End)}, kind: story.QuoteIndirect,
		given: given{report: -1, seg: i, by: by, cue: token.Range{First: c, Last: c + 1}, p: f.w.Headline, why: "quote.headline", known: true}})
}

// reported makes the quote of what one report reports.
func (f *finder) reported(i, k int) {
	seg := &f.segs[i]
	r := &seg.reports[k]
	if empty(r.content) || f.inside(seg, k) {
		return
	}
	if !f.worth(seg, r) {
		return
	}
	first, last := r.content.First, f.trimEnd(r.content.First, r.content.Last)
	if first >= last {
		return
	}
	a, b := int(f.Tokens[first].Start), int(f.Tokens[last-1].End)
	d := draft{span: story.Span{Start: a, End: b}, kind: story.QuoteIndirect}
	marks := 0
	for t := first; t < last; t++ {
		if f.in[t] != 0 {
			marks++
		}
	}
	if marks > 0 {
		d.kind = story.QuoteMixed
		if f.outsideWords(first, last) < 1 || f.outsideWords(first, last) < 2 && f.in[first] != 0 {
			return // nothing but what is in marks
		}
	}
	if n := len(f.quotes) - 1; n >= 0 && f.quotes[n].span == d.span && f.quotes[n].kind == d.kind {
		f.quotes = f.quotes[:n] // "responded by saying": the nearer cue
	}
	why, p := "quote.reported", f.w.Reported
	switch {
	case r.verb == nil:
		why, p = "quote.according", f.w.According
	case r.trailing:
		why, p = "quote.trailing", f.w.Trailing
	case r.kind == clauseTo:
		why, p = "quote.intent", f.w.Intent
	case r.kind == clauseNoun:
		why, p = "quote.attitude", f.w.Attitude
	}
	d.given = given{report: k, seg: i, by: r.By, ante: r.Antecedent, cue: r.Cue, p: p, why: why, known: true}
	f.quotes = append(f.quotes, d)
}

// inside reports whether the report stands in what another one of the sentence reports.
func (f *finder) inside(seg *segment, k int) bool {
	r := &seg.reports[k]
	for m := max(0, k-f.w.Reports); m < len(seg.reports) && m < k+f.w.Reports; m++ {
		if o := &seg.reports[m]; m != k && !empty(o.content) && o.content.First <= r.Cue.First && r.Cue.First < o.content.Last && o.verb != nil && f.worth(seg, o) && !o.trailing {
			return true
		}
	}
	return false
}

// worth reports whether what a report reports is shown: words that were said, and not every thought or stance of
// everything that can be a subject.
func (f *finder) worth(seg *segment, r *report) bool {
	if r.verb == nil {
		return !plans.Has(f.hash(f.head(r.By)))
	}
	if f.nobodySpeaks(r) {
		return false
	}
	if r.verb.base == "recall" && r.kind != clauseThat && (f.can(r.content.First, grammar.Number) || f.Tokens[r.content.First].Kind == token.Number) {
		return false // "is recalling 40,000 cars"
	}
	if f.supposed(r) || f.ownVoice(r) && !r.trailing {
		return false
	}
	if silent[r.verb.base] && !r.trailing {
		return false // "declined to comment": nothing was said
	}
	clause := r.kind == clauseThat || r.kind == clauseBare || r.kind == clauseWh || r.trailing
	if r.verb.frames&quiet != 0 && r.kind != clauseThat && !r.trailing && r.verb.frames&(says|thinks) == 0 &&
		!(r.kind == clauseNoun && r.verb.frames&shows != 0 && f.paper(f.head(r.By))) {
		return false
	}
	if clause && !r.trailing && f.inner(r) {
		return false
	}
	if r.trailing && r.verb.base == "put" {
		return true
	}
	if r.verb.frames&quiet != 0 && r.kind == clauseBare && !(r.verb.frames&says != 0 && f.can(r.content.First, grammar.Subject)) {
		return false
	}
	if clause && r.kind != clauseThat && r.verb.frames&says == 0 && !f.speaks(r) {
		return false
	}
	if clause && (r.verb.base == "say" || r.kind == clauseWh) && f.withheld(r) {
		return false // "did not say that"
	}
	if !clause && f.deed(r) {
		return false
	}
	if !clause {
		if f.withheld(r) || !f.speaks(r) || r.infinitive && r.kind == clauseNoun {
			return false
		}
		if r.kind == clauseNoun && r.verb.base == "call" && r.Cue.Last-r.Cue.First == 1 && f.bareObject(r) {
			return false // "called an ambulance"
		}
		if r.kind == clauseNoun && r.verb.base == "ask" && r.Cue.Last-r.Cue.First == 1 && f.personal(r.content) && f.outsideWords(r.content.First, r.content.Last) <= 3 {
			return false // "asked Ann Smith": whom, and not what
		}
		if r.kind == clauseNoun && r.verb.frames&stance != 0 && !(r.verb.frames&shows != 0 && f.paper(f.head(r.By))) {
			return false
		}
	}
	return true
}

// awaited are words before "to": what follows has not been said. Data.
var awaited = hashes("expected likely set due ready able unable poised slated scheduled supposed about")

// deed reports whether a report without a clause tells what somebody did or meant to do rather than said: an order or an offer
// to do a thing, a wish or a decision, a plan turned down; or names what is denied, which is the contrary of what was said.
func (f *finder) deed(r *report) bool {
	switch r.kind {
	case clauseTo:
		return deedsTo[r.verb.base]
	case clauseNoun:
		return deedsOf[r.verb.base] && !f.hasMarks(r.content)
	}
	return false
}

// nobodySpeaks reports a subject that cannot speak and words that are none: "Storm Ann ripped roofs", "added a second", "began that
// autumn", "say who called whom".
func (f *finder) nobodySpeaks(r *report) bool {
	by := r.By
	if empty(by) {
		return false
	}
	if r.kind == clauseThat && !empty(r.content) && f.hash(r.content.First) == hashThat && f.can(r.content.First+1, grammar.TimeWord) && r.content.Last-r.content.First <= 2 {
		return true
	}
	head := f.head(by)
	switch {
	case f.block(head) != nil && f.block(head).Kind == name.Person && !forces.Has(f.hash(by.First)):
		return false
	case by.Last-by.First == 1 && empty(r.Antecedent) && asked.Has(f.hash(by.First)) && (f.Tokens[by.First].Has(token.SentStart) || f.can(by.First-1, grammar.Verb)):
		return true
	case forces.Has(f.hash(by.First)) && (by.Last-by.First == 1 || f.capital(by.First)), forces.Has(f.hash(head)):
		return true
	}
	// "added a second": behind the cue stands somebody, and no number of things
	return by.First >= r.Cue.Last && f.can(head, grammar.Number|grammar.TimeWord) && !f.capital(head)
}

// asked are words that ask who speaks. Data.
var asked = hashes("who what whoever whose whom")

// forces are what happens to people and says nothing. Data.
var forces = hashes(`storm storms hurricane typhoon cyclone tornado gale gales gust gusts wind winds flood floods wildfire wildfires blaze earthquake quake tremor wave waves
	lightning lava blast explosion avalanche landslide mudslide bullet bullets shell shells missile missiles rocket rockets torpedo shrapnel debris`)

// deedsTo and deedsOf are such cues, before "to" and before a noun. Data.
var (
	deedsTo = map[string]bool{"order": true, "offer": true, "decide": true, "expect": true, "intend": true}
	deedsOf = map[string]bool{"deny": true, "protest": true, "reject": true, "write": true, "request": true, "respond": true, "answer": true}
)

// silent are cues that tell of words that were not said. Data.
var silent = map[string]bool{"decline": true, "refuse": true}

// inner reports whether a report tells what somebody thought and told nobody: what is heard or known, and what "he" thought in
// a tale. What a named person or body believes is a stance taken in public, and so is what "he believes".
func (f *finder) inner(r *report) bool {
	if r.verb.frames&thinks == 0 || r.verb.frames&(says|tells) != 0 {
		return false
	}
	if perceptions[r.verb.base] {
		return true
	}
	by := r.By
	if !empty(r.Antecedent) {
		by = r.Antecedent
	}
	if !f.Is(by.First, "he") && !f.Is(by.First, "she") || by.Last-by.First > 1 {
		return false
	}
	return !f.can(r.Cue.First, grammar.VerbS) // "he thought"; "he thinks" is what he says
}

// ownVoice reports whether the writer or the reader is the subject: what "I think" and "you can suggest" is no report.
func (f *finder) ownVoice(r *report) bool {
	return ownVoices.Has(f.hash(r.By.First)) && (r.By.Last-r.By.First == 1 || f.can(r.By.First, grammar.Aux))
}

var ownVoices = hashes("i we you i'm i'd i'll i've we're we'd we'll we've you're you'd you'll you've")

// bareObject reports whether what is spoken of is one noun phrase, with nothing said of it.
func (f *finder) bareObject(r *report) bool {
	p := f.phraseRight(r.content.First, r.content.Last)
	if empty(p) || f.can(r.content.First, grammar.Object) || f.what(r.By.First) {
		return false
	}
	for i := p.First + 2; i < p.Last; i++ {
		if (f.article(i) || f.Is(i, "one")) && !f.can(i-1, grammar.Prep|grammar.Det) {
			return false // "called the program one of the largest"
		}
	}
	return p.Last >= r.content.Last || f.hash(p.Last) == hashTo || f.can(p.Last, grammar.Prep) && f.in[p.Last] == 0 && !f.hasMarks(r.content)
}

// hasMarks reports whether words in quotation marks stand in a range.
func (f *finder) hasMarks(r token.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if f.in[i] != 0 {
			return true
		}
	}
	return false
}

// article reports whether token i is "the", "a" or "an".
func (r *reader) article(i int) bool { return r.Is(i, "the") || r.Is(i, "a") || r.Is(i, "an") }

// perceptions are how somebody comes to know a thing, not how it is said. Data.
var perceptions = map[string]bool{"hear": true, "learn": true, "realize": true, "realise": true, "discover": true, "know": true, "understand": true, "imagine": true, "feel": true, "assume": true}

// plans say what is to happen, not what somebody said: "according to the schedule".
var plans = hashes(`plan plans schedule law laws rule rules agreement deal order timetable procedure tradition custom need needs wishes principle`)

// supposed reports whether the words may only be said some day: "could demand that".
func (f *finder) supposed(r *report) bool {
	for i := r.Cue.First - 1; i >= r.By.Last && i >= r.Cue.First-4; i-- {
		if r.infinitive && (awaited.Has(f.hash(i)) || f.hash(i) == hashTo && (f.Is(i-1, "is") || f.Is(i-1, "are"))) {
			return true // "is expected to ask", "is to report"
		}
		if f.Is(i, "could") || f.Is(i, "might") || f.Is(i, "may") || f.Is(i, "should") || f.Is(i, "would") && r.infinitive {
			return true
		}
	}
	return false
}

// withheld reports whether the words were not said: "has yet to disclose", "did not mention".
func (f *finder) withheld(r *report) bool {
	for i := r.Cue.First - 1; i >= 0 && i >= r.Cue.First-4; i-- {
		if f.can(i, grammar.Not) || f.Is(i, "yet") || f.Is(i, "without") || f.Is(i, "refused") || f.Is(i, "declined") || f.Is(i, "failed") ||
			f.Is(i, "didn't") || f.Is(i, "doesn't") || f.Is(i, "don't") || f.Is(i, "hasn't") || f.Is(i, "haven't") || f.Is(i, "wouldn't") || f.Is(i, "won't") || f.Is(i, "cannot") || f.Is(i, "can't") {
			return true
		}
		if i < r.By.Last {
			break
		}
	}
	return false
}

// speaks reports whether the subject can speak: a name, a person, a body, a paper, a place that stands for its people.
func (f *finder) speaks(r *report) bool {
	by := r.By
	if !empty(r.Antecedent) {
		by = r.Antecedent
	}
	head := f.head(by)
	if f.can(head, grammar.Subject) {
		return !f.Is(head, "it") || true
	}
	if b := f.block(head); b != nil {
		return true
	}
	if f.paper(head) || f.capital(head) {
		return true
	}
	if b := f.block(by.Last + 1); f.mark(by.Last, ',') && b != nil && b.Kind == name.Person {
		return true // "His former partner, Ann Smith, called it late"
	}
	// "a woman in Ohio", "64 percent": not known to be a thing
	return f.can(by.First, grammar.Number) || f.Tokens[by.First].Kind == token.Number || f.can(head, grammar.Det|grammar.Number)
}

// direct makes the quote of one stretch.
func (f *finder) direct(i, s int) {
	st := f.stretches[s]
	a, b := int(f.Tokens[st.Open].Start), int(f.Tokens[st.Close-1].End)
	d := draft{span: story.Span{Start: a, End: b}, kind: story.QuoteDirect, given: f.given[s]}
	d.partial = f.partial(i, s)
	d.scare = !d.given.known && f.words(st) <= 6 && !f.segs[i].plain
	if d.scare && f.words(st) <= 2 && len(f.segs[i].reports) == 0 {
		return // a name or a word of irony: nobody is quoted
	}
	f.quotes = append(f.quotes, d)
}

// clauseIn reports whether the words [lo, hi) begin with a subject that a finite verb follows.
func (f *finder) clauseIn(lo, hi int) bool {
	if !f.capital(lo) && !f.can(lo, grammar.Det|grammar.Poss|grammar.Subject|grammar.Number) && !f.isShort(lo+1) && (f.class[lo] != 0 || !f.word(lo)) {
		return false
	}
	for k := lo; k < hi; k++ {
		if f.can(k, grammar.Finite|grammar.Aux) && (k > lo || f.can(k, grammar.Subject)) || f.isShort(k) {
			return true
		}
	}
	return false
}

// afterCue reports whether a verb of speech stands right before a stretch, with at most a comma between.
func (f *finder) afterCue(seg *segment, st stretch) bool {
	i := st.Open
	if f.mark(i-1, ',') {
		i--
	}
	k := f.firstAfter(seg, i) - 1
	if k < 0 {
		return false
	}
	r := &seg.reports[k]
	return r.verb != nil && !empty(r.By) && r.Cue.Last == i && r.verb.frames&says != 0 && !r.noun
}

// partial reports whether a stretch is a phrase inside somebody else's sentence.
func (f *finder) partial(i, s int) bool {
	st := f.stretches[s]
	seg := &f.segs[i]
	if seg.plain || st.Open == seg.First {
		return false
	}
	first := st.Open + 1
	verb := false
	for k := first; k < st.Close; k++ {
		if f.can(k, grammar.Finite|grammar.Aux|grammar.VerbBase) {
			verb = true
			break
		}
	}
	p := st.Open - 1
	if verb && f.clauseIn(first, st.Close) && f.afterCue(seg, st) && (st.Close >= seg.Last || !f.word(st.Close) || f.can(st.Close, grammar.And) || endsSentence(f.Text, st.Close-2) && f.capital(st.Close)) {
		return false // Ann said “we stay here”
	}
	lead := f.mark(p, ',') || f.mark(p, ':') || f.in[p] != 0 || f.dash(p)
	return !(verb && (f.capital(first) && lead || f.mark(p, ',') && s > seg.first))
}
