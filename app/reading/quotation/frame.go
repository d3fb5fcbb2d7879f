package quotation

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// report is one cue with who speaks by it and what is reported.
type report struct {
	Cue        token.Range
	By         token.Range // who; empty if nobody is named
	Antecedent token.Range // who "who" is; empty if By is no relative
	verb       *verb       // nil for "according to" and its kin
	participle bool
	infinitive bool
	passive    bool
	base       bool // "would order": the verb has a helper and a bare form
	inverted   bool // "said Ann"
	noun       bool // "his claim that"
	lead       bool // "According to Ann, …"
	parent     int  // the report whose subject it shares; -1 none
	content    token.Range
	trailing   bool // the content stands before
	kind       clauseKind
}

func empty(r token.Range) bool { return r.First >= r.Last }

// reports finds the cues outside quotation marks in the tokens [lo, hi) of one sentence, in order.
func (r *reader) reports(lo, hi int, out []report) []report {
	base := len(out)
	start := lo // where the clause begins: words in marks that end as a sentence's do are no part of it
	for v := lo; v < hi; v++ {
		if r.in[v] != 0 {
			if v+1 >= hi || r.in[v+1] != r.in[v] {
				if st := r.stretches[r.in[v]-1]; st.Open == start || r.endsOpen(st) || endsSentence(r.Text, st.Close-2) {
					start = v + 1
				}
			}
			continue
		}
		if r.Tokens[v].Kind != token.Word {
			continue
		}
		if r.Tokens[v].Hash == hashAccording && r.hash(v+1) == hashTo && v+2 < hi {
			out = append(out, r.according(v, hi))
			v++
			continue
		}
		if speechNouns.Has(r.Tokens[v].Hash) {
			if p, ok := r.nounReport(v, start, hi); ok {
				out = append(out, p)
				continue
			}
		}
		f, ok := r.cues.Get(r.Tokens[v].Hash)
		if !ok {
			continue
		}
		if r.capital(v) && v != lo && r.Tokens[v].Flags&token.SentStart == 0 && !(r.in[v-1] != 0) && !(r.title && f.frames&(says|tells) != 0 && f.class&grammar.VerbS != 0) {
			continue
		}
		if b := r.block(v); b != nil && b.P >= r.w.NameFrom && r.capital(v) {
			continue
		}
		if p, ok := r.report(v, lo, start, hi, f, out[base:]); ok {
			if p.parent >= 0 {
				p.parent += base
			}
			out = append(out, p)
			v = p.Cue.Last - 1
		}
	}
	return out
}

func (r *reader) according(v, hi int) report {
	p := report{Cue: token.Range{First: v, Last: v + 2}, parent: -1}
	p.By = r.source(v+2, hi)
	if k := p.By.Last; !empty(p.By) && k < hi && r.in[k] == 0 && r.can(k, grammar.VerbS) && !r.can(k, grammar.Aux) && (k+1 >= hi || !r.word(k+1) || r.can(k+1, grammar.Prep|grammar.And|grammar.Relative|grammar.VerbPart)) {
		p.By.Last++ // "according to inspection records": no verb stands in it
	}
	p.lead = r.Tokens[v].Flags&token.SentStart != 0 || v == 0 || !r.mark(v-1, ',') && r.can(v-1, grammar.And|grammar.Sub)
	return p
}

// source gives the phrase at i with the appositions that belong to it.
func (r *reader) source(i, hi int) token.Range {
	p := r.phraseRight(i, hi)
	for !empty(p) && p.Last < hi && r.Tokens[p.Last].Kind == token.Clitic {
		q := r.phraseRight(p.Last+1, hi)
		if empty(q) {
			break
		}
		p.Last = q.Last
	}
	return p
}

// nounReport reads a noun that carries reported words and belongs to somebody: "Ann's claim that", "his remark about".
func (r *reader) nounReport(v, lo, hi int) (report, bool) {
	p := report{Cue: token.Range{First: v, Last: v + 1}, noun: true, parent: -1, verb: nounVerb}
	if ownWords.Has(r.hash(v)) && v+2 < hi && r.mark(v+1, ',') && (r.Tokens[v-1].Kind == token.Clitic || r.can(v-1, grammar.Poss)) {
		p.By = token.Range{First: v - 1, Last: v}
		if r.Tokens[v-1].Kind == token.Clitic {
			p.By = r.phraseLeft(v-1, lo)
		}
		p.lead = true
		return p, !empty(p.By)
	}
	if v+1 >= hi || r.hash(v+1) != hashThat && r.in[v+1] == 0 && !(r.hash(v+1) == hashOf && r.in[v+2] != 0) {
		return p, false
	}
	if r.in[v+1] != 0 && r.can(v+2, grammar.Finite|grammar.Aux) {
		return p, false // "his comments “are wrong”"
	}
	k := v - 1
	for k > lo && k > v-4 && r.in[k] == 0 && r.word(k) && r.class[k]&^(grammar.Adverb|grammar.VerbPart|grammar.VerbPast|grammar.VerbBase) == 0 {
		k--
	}
	if k < lo || r.in[k] != 0 {
		return p, false
	}
	switch {
	case r.Tokens[k].Kind == token.Clitic:
		p.By = r.phraseLeft(k, lo)
	case r.can(k, grammar.Poss):
		p.By = token.Range{First: k, Last: k + 1}
	}
	return p, !empty(p.By)
}

// ownWords are what "in Ann's words," ends in.
var ownWords = hashes("words view opinion telling account estimation judgment judgement")

var nounVerb = &verb{base: "claim", frames: says}

// report reads the cue verb at v.
func (r *reader) report(v, first, lo, hi int, f form, before []report) (report, bool) {
	p := report{Cue: token.Range{First: v, Last: v + 1}, verb: f.verb, parent: -1}
	if r.hyphen(v+1) || v > lo && r.hyphen(v-1) {
		return p, false
	}
	// the words between subject and verb
	j, have, be, modal, did, to := r.back(v, lo)
	switch {
	case f.class == grammar.VerbIng:
		if be {
			break
		}
		return r.participle(p, v, j, lo, hi, before)
	case be && f.class&grammar.VerbPart != 0:
		return r.passive(p, v, j, lo, hi)
	case to:
		p.infinitive = true
	case have || modal || did:
	case f.class&(grammar.VerbS|grammar.VerbPast) != 0:
	case f.class&grammar.VerbBase != 0 || f.class&grammar.VerbPart != 0:
	default:
		return p, false
	}
	finite := f.class&(grammar.VerbS|grammar.VerbPast) != 0
	if !finite && !have && !modal && !did && !to && !be && f.class&grammar.VerbBase == 0 {
		return p, false
	}
	if f.class&grammar.VerbPast != 0 && !have && r.hash(v+1) == hashBy && !r.can(v+2, grammar.VerbIng) && !r.means(v+2) {
		return r.passive(p, v, v, lo, hi)
	}
	// inverted: "said Ann", after the words or at the very start
	if j == v && finite && r.invertible(v, first) && r.reportedBefore(v, first, lo) && f.verb.frames&(says|thinks|asks) != 0 && f.verb.base != "tell" {
		if q := r.speakerAfter(v, hi); !empty(q) {
			p.By, p.inverted = q, true
			return p, true
		}
	}
	if j <= lo {
		return p, false
	}
	p.By, p.Antecedent, p.parent = r.subjectBefore(j, v, lo, before)
	if empty(p.By) {
		return p, false
	}
	if !finite && !have && !modal && !did && !to && !be && !r.plural(p.By) {
		return p, false // "the report says": a base form needs a plural
	}
	if last := p.By.Last - 1; r.can(last, grammar.Det|grammar.Poss) && p.By.Last-p.By.First > 1 || r.Is(last, "a") || r.Is(last, "an") || r.Is(last, "the") || r.can(last, grammar.Poss) {
		return p, false // "one of the states"
	}
	if f.class&grammar.VerbPast != 0 && !have && !be && p.By.Last-p.By.First == 1 && r.can(p.By.First, grammar.Det) && !r.can(p.By.First, grammar.Subject|grammar.Number) && r.word(v+1) && r.class[v+1] == 0 {
		return p, false // "this proposed summit"
	}
	if f.class&grammar.VerbS != 0 && !have && !be && r.nounHere(v, p.By) {
		return p, false
	}
	last := p.By.Last - 1
	if f.class&grammar.VerbBase != 0 && !have && !modal && !did && !to && r.can(last, grammar.Det|grammar.Number) && r.word(v+1) && r.class[v+1] == 0 && nounish.Has(r.hash(v)) {
		return p, false // "eight state senators"
	}
	if f.class&(grammar.VerbPast|grammar.VerbPart) != 0 && f.verb.frames&names != 0 && !have && !modal && !to && v+1 < hi && r.in[v+1] != 0 && !r.what(p.By.First) && empty(p.Antecedent) {
		return p, false // "a course called “Winter Roads”"
	}
	p.Cue = r.particles(v, hi, f.verb)
	p.base = modal || did || to
	return p, true
}

// speakerAfter gives who speaks right after the cue at v: "said Ann"; empty if what follows is no speaker.
func (r *reader) speakerAfter(v, hi int) token.Range {
	q := r.source(v+1, hi)
	if empty(q) || r.timeOnly(q) || r.can(q.First, grammar.Sub|grammar.Object) && !(r.can(q.First, grammar.Poss) && q.Last > q.First+1) || r.clauseFollows(q, hi) || q.Last < hi && r.in[q.Last] != 0 && !r.mark(q.Last-1, ',') || r.can(q.Last-1, grammar.Det) {
		return token.Range{}
	}
	return q
}

// means reports whether the words at i say by what means something was said: "by email", "by a text message".
func (r *reader) means(i int) bool {
	for k := i; k < i+4 && r.word(k); k++ {
		if channels.Has(r.hash(k)) {
			return !r.can(k+1, grammar.Finite|grammar.Aux)
		}
		if r.capital(k) || r.can(k, grammar.Finite|grammar.Prep) {
			return false
		}
	}
	return false
}

// channels are what words are sent through, after "by": nobody who speaks. Data.
var channels = hashes(`email e-mail mail phone telephone cellphone text message messages sms fax letter video videolink videoconference
	teleconference skype zoom whatsapp telegram radio satellite voicemail post hand note tweet telex cable conference chance way`)

// nounish are cues whose base form stands before a noun as often as not.
var nounish = hashes("state report claim comment note question demand promise call offer plan request complaint document show record blame guess signal")

// what reports whether "what" stands before token i: "what he called".
func (r *reader) what(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if r.Is(k, "what") || r.Is(k, "whom") || r.Is(k, "which") {
			return true
		}
	}
	return false
}

// back walks from the verb at v over adverbs and auxiliaries, and over "went on to", to the token where the subject
// ends.
func (r *reader) back(v, lo int) (j int, have, be, modal, did, to bool) {
	j = v
	for n := 0; j > lo && n < 14; n++ {
		i := j - 1
		if (j < v || r.can(i-2, grammar.Relative)) && r.dated(i, lo) {
			j = i - 1 // "have for years been saying", "who in 2010 said"
			continue
		}
		if r.in[i] != 0 || r.Tokens[i].Kind != token.Word && r.Tokens[i].Kind != token.Clitic {
			break
		}
		c := r.class[i]
		if r.Tokens[i].Kind == token.Clitic {
			// "he's saying": a short "is" or "has" before a participle
			if i > lo && r.can(i-1, grammar.Subject) {
				be = true
				j = i
				continue
			}
			break
		}
		if r.capital(i) && r.Tokens[i].Flags&token.SentStart == 0 && r.block(i) != nil {
			break
		}
		if c&grammar.Subject != 0 && c&grammar.Aux != 0 { // they're, she'll
			be = be || c&grammar.Be != 0
			have = have || c&grammar.Have != 0
			modal = modal || c&grammar.Modal != 0
			return
		}
		switch {
		case c&grammar.Not != 0:
		case c&grammar.Modal != 0 && c&grammar.TimeWord == 0:
			modal = true
		case c&grammar.Have != 0:
			have = true
		case c&grammar.Be != 0:
			be = true
		case c&grammar.Do != 0:
			did = true
		case c&grammar.Adverb != 0 && c&(grammar.Det|grammar.Prep|grammar.Subject) == 0:
		case i-2 > lo && r.can(i-2, grammar.Prep) && r.can(i-1, grammar.Det) && (r.can(i, grammar.TimeWord) || r.Is(i, "past") || r.Is(i, "time") || r.Is(i, "point") || r.Is(i, "moment")):
			j = i - 2 // "has in the past described"
			continue
		case r.hash(i) == hashTo && !to:
			k := i - 1
			for k > lo && (r.can(k, grammar.Adverb|grammar.Not) || r.class[k] == 0 && r.word(k) && !r.capital(k) && k > i-3 || r.can(k, grammar.Prep) && k == i-1) {
				k--
			}
			if k < lo || r.in[k] != 0 || !r.can(k, grammar.Verb|grammar.Be|grammar.Have) || r.nominal(k, lo) && !r.can(k, grammar.VerbS|grammar.VerbPast) {
				return
			}
			to = true
			if r.can(k, grammar.Be) {
				be = false
			}
			j = k
			continue
		default:
			return
		}
		j = i
		if to { // what stands before "to" says nothing of the cue's own form
			have, be, modal, did = false, false, false, false
		}
	}
	return
}

// dated reports whether a time or year behind a preposition ends at i: "for years", "in 2010".
func (r *reader) dated(i, lo int) bool {
	return r.in[i] == 0 && i-1 > lo && (r.Tokens[i].Kind == token.Number || r.can(i, grammar.TimeWord)) && r.can(i-1, grammar.Prep) && !r.capital(i-1)
}

// invertible reports whether the subject may follow the verb at v: right after quoted or reported words, or at the start.
func (r *reader) invertible(v, lo int) bool {
	if v == lo || r.Tokens[v].Flags&token.SentStart != 0 {
		return true
	}
	p := r.skipMarks(v-1, lo)
	if r.in[p] != 0 {
		return true
	}
	if r.mark(p, ',') || r.dash(p) {
		return true
	}
	return false
}

// skipMarks walks left from i over marks that pair with nothing: the doubled apostrophes of some exports.
func (r *reader) skipMarks(i, lo int) int {
	for i > lo && r.in[i] == 0 && r.Tokens[i].Kind == token.Quote {
		i--
	}
	return i
}

// clauseFollows reports whether the phrase after the verb is itself the subject of a reported clause: "said Ann left".
func (r *reader) clauseFollows(q token.Range, hi int) bool {
	i := q.Last
	if i < hi && r.Tokens[i].Kind == token.Clitic && r.can(i-1, grammar.Subject) || r.can(q.First, grammar.Subject) && r.can(q.First, grammar.Aux) {
		return true // "said he's had"
	}
	for ; i < hi && i < q.Last+r.w.Reports && r.in[i] == 0; i++ {
		switch {
		case r.mark(i, ','), r.mark(i, ';'), r.mark(i, ':'), r.dash(i), r.can(i, grammar.Relative), r.can(i, grammar.Sub) && !r.can(i, grammar.Prep):
			return false
		case r.can(i, grammar.Finite|grammar.Aux) && !r.capital(i) && !r.afterDet(i) && (i == q.Last || !r.can(i, grammar.VerbPart)):
			return true // "said the plan on roads was late"
		case i <= q.Last+1 && r.can(i, grammar.VerbBase) && !r.capital(i) && r.plural(q):
			return true // "said parents still want"
		}
	}
	return false
}

// reportedBefore reports whether what stands before the cue at v can be reported words: words in marks, or a clause with a
// verb. In "Ann Smith, a doctor in Oldport, said" nothing is.
func (r *reader) reportedBefore(v, first, lo int) bool {
	if v == first || r.Tokens[v].Flags&token.SentStart != 0 {
		return true
	}
	if p := r.skipMarks(v-1, first); r.in[p] != 0 || p > 0 && r.in[p-1] != 0 {
		return true
	}
	for i := max(lo, v-r.w.Reach); i < v; i++ {
		if r.in[i] != 0 || r.can(i, grammar.Finite|grammar.Aux|grammar.VerbBase) || r.Tokens[i].Kind == token.Clitic && r.can(i-1, grammar.Subject) {
			return true
		}
	}
	return false
}

// subjectBefore gives the subject that ends at token j: the phrase right there, the clause's subject before an
// apposition or a second verb, or who "who" stands for.
func (r *reader) subjectBefore(j, v, lo int, before []report) (by, ante token.Range, parent int) {
	parent = -1
	i := j - 1
	if i < lo || r.in[i] != 0 {
		return
	}
	switch {
	case r.can(i, grammar.Relative) && r.word(i) && !r.Is(i, "whom"):
		k := i
		if r.mark(k-1, ',') {
			k--
		}
		by = token.Range{First: i, Last: i + 1}
		if k > lo {
			ante = r.phraseLeft(k, lo)
		}
		if empty(ante) && (r.hash(i) == hashThat || r.Is(i, "which")) {
			by = token.Range{}
		}
		return
	case r.mark(i, ',') || r.dash(i) || r.hash(i) == hashAnd || r.hash(i) == hashBut || r.Is(i, "then") || r.Is(i, "or"):
		k := i
		if (r.hash(i) == hashAnd || r.hash(i) == hashBut) && r.mark(i-1, ',') {
			k--
		}
		// a second verb of the report before: "called it absurd and said"
		if by, ante, parent = r.sharedSubject(i, v, lo, before); !empty(by) {
			return
		}
		if by = r.roleAndName(i, lo); !empty(by) {
			return
		}
		by = r.clauseSubject(lo, k)
		return
	}
	by = r.phraseLeft(j, lo)
	if empty(by) && j-2 > lo && r.in[j-2] == 0 && r.can(j-1, grammar.TimeWord) && r.can(j-2, grammar.Opener) && !r.can(j-2, grammar.Prep) {
		by = token.Range{First: j - 2, Last: j} // "People arrested | last week | said"
	}
	if !empty(by) && r.timeOnly(by) {
		k := by.First
		if k > lo && r.can(k-1, grammar.Prep) {
			k--
		}
		if k > lo && r.can(k-1, grammar.VerbPart) {
			k--
		}
		if r.mark(k-1, ',') {
			return r.clauseSubject(lo, k-1), ante, parent
		}
		by = r.phraseLeft(k, lo)
	}
	if !empty(by) && by.First == by.Last-1 && r.can(by.First, grammar.Object) && !r.can(by.First, grammar.Subject) {
		return token.Range{}, ante, parent
	}
	if !empty(by) && r.Tokens[by.Last-1].Kind == token.Clitic {
		return token.Range{}, ante, parent
	}
	return
}

// sharedSubject gives the subject that the cue at v shares with a report before the "and" at i; empty if it shares none.
func (r *reader) sharedSubject(i, v, lo int, before []report) (by, ante token.Range, parent int) {
	if !r.can(i, grammar.And) || len(before) == 0 {
		return by, ante, -1
	}
	k := len(before) - 1
	for k > 0 && before[k].base && r.class[v]&(grammar.VerbPast|grammar.VerbS) != 0 && r.class[v]&grammar.VerbBase == 0 && before[k-1].Cue.Last > lo {
		k-- // "said he would order it and warned": who said, warned
	}
	b := before[k]
	if empty(b.By) || b.Cue.Last > i || b.By.Last > b.Cue.First {
		return by, ante, -1
	}
	if f := r.cues.Of(r.hash(v)); k == len(before)-1 && f.verb != nil && f.frames&(says|tells) == 0 && r.hash(b.Cue.Last) != hashTo {
		if q := r.embedded(b.Cue.Last, i); !empty(q) {
			return q, ante, -1 // "said she was elated but feared": she feared
		}
	}
	return b.By, b.Antecedent, k
}

// embedded gives the subject of the reported clause in [lo, hi), if one begins there: "he left" of "said he left".
func (r *reader) embedded(lo, hi int) token.Range {
	if r.hash(lo) == hashThat {
		lo++
	}
	q := r.subjectAt(lo, hi)
	if !empty(q) && r.governs(q, hi) {
		return q
	}
	return token.Range{}
}

// plural reports whether a phrase can be the subject of a base form: "officials", "they", "Ann and Ben".
func (r *reader) plural(p token.Range) bool {
	if p.Last > p.First && r.Tokens[p.First].Kind == token.Number {
		return true
	}
	if p.Last-p.First == 1 {
		switch w := r.Word(p.First); w {
		case "he", "she", "it", "He", "She", "It", "this", "This", "that", "everyone", "one":
			return false
		}
		if r.can(p.First, grammar.Subject|grammar.Det|grammar.Number) {
			return true
		}
	}
	for i := p.First; i < p.Last; i++ {
		if r.hash(i) == hashAnd {
			return true
		}
	}
	head := r.head(p)
	w := r.Word(head)
	if n := len(w); n > 2 && (w[n-1] == 's' || w[n-1] == 'S') && w[n-2] != 's' {
		b := r.block(head)
		return !r.capital(head) || b == nil || b.Kind == name.Role
	}
	switch w {
	case "people", "police", "men", "women", "media", "children", "majority", "percent", "half", "number", "staff", "Police", "People", "data", "Data", "statistics", "Statistics":
		return true
	}
	return p.Last > p.First && (r.can(p.First, grammar.Number) && !r.Is(p.First, "one") || r.Is(p.First, "some") || r.Is(p.First, "many") || r.Is(p.First, "most") || r.Is(p.First, "few") || r.Is(p.First, "several") || r.Is(p.First, "both"))
}

// head gives the token that a phrase is about: the last before "of", "for", "who" and the like.
func (r *reader) head(p token.Range) int {
	i := p.First + 1
	for i < p.Last && !(r.can(i, grammar.Prep) && r.word(i)) && !r.mark(i, '(') && !r.mark(i, ',') && !r.can(i, grammar.Relative) {
		i++
	}
	for i--; i > p.First && r.Tokens[i].Kind != token.Word; i-- {
	}
	return i
}

// nounHere reports whether a form in -s is a plural noun: "the latest claims", "plans for".
func (r *reader) nounHere(v int, by token.Range) bool {
	if by.Last-by.First == 1 && r.can(by.First, grammar.Relative) {
		return false
	}
	if f, ok := r.cues.Get(r.hash(v)); ok && neverNouns[f.base] {
		return false
	}
	if by.Last-by.First == 1 && r.word(by.First) && r.class[by.First] == 0 && !r.capital(by.First) && r.block(by.First) == nil && !r.plural(by) {
		return true // "court documents"
	}
	if v >= 2 && r.word(v-1) && r.class[v-1] == 0 && r.hash(v-2) == hashOf {
		return true // "of Republican claims"
	}
	if r.can(v+1, grammar.Be|grammar.Have|grammar.Modal) && !r.can(v+1, grammar.Subject|grammar.TimeWord) || r.hash(v+1) == hashOf && !r.Is(v, "complains") && !r.Is(v, "warns") && !r.Is(v, "speaks") {
		return true
	}
	if r.can(v+1, grammar.Finite|grammar.VerbBase) && !r.capital(v+1) && !r.can(v+1, grammar.VerbPart|grammar.Det|grammar.Prep) && r.in[v+1] == 0 {
		return true
	}
	if r.can(v+1, grammar.VerbIng) && !r.can(v, grammar.VerbS) {
		return true
	}
	return r.plural(by) && r.head(by) == by.Last-1 && !r.capital(by.Last-1)
}

// neverNouns are cues whose form in -s is no plural noun. Data.
var neverNouns = map[string]bool{"say": true, "tell": true, "add": true, "argue": true, "believe": true, "insist": true, "deny": true, "admit": true, "explain": true,
	"suggest": true, "think": true, "know": true, "allege": true, "assert": true, "ask": true, "write": true, "announce": true, "agree": true, "acknowledge": true,
	"maintain": true, "contend": true, "concede": true, "reveal": true, "confirm": true, "conclude": true, "describe": true, "recall": true, "warn": true}

// particles takes the words that belong to the verb: "pointed out", "called for".
func (r *reader) particles(v, hi int, w *verb) token.Range {
	c := token.Range{First: v, Last: v + 1}
	if v+1 >= hi || r.in[v+1] != 0 {
		return c
	}
	if r.Is(v+1, "out") && (w.base == "point" || w.base == "speak" || w.base == "lash" || w.base == "call") {
		c.Last++
		if w.base == "speak" && (r.Is(v+2, "against") || r.Is(v+2, "about")) {
			c.Last++
		}
		return c
	}
	for _, p := range w.fixed {
		if r.Is(v+1, p) {
			c.Last++
			return c
		}
	}
	return c
}
