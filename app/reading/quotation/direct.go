package quotation

import (
	"sort"

	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// attribute gives each stretch of a segment to a report of the segment.
func (f *finder) attribute(i int) {
	seg := &f.segs[i]
	for s := seg.first; s < seg.last; s++ {
		if g, ok := f.label(s); ok {
			f.given[s] = g
			continue
		}
		if g, ok := f.signature(s); ok {
			f.given[s] = g
			continue
		}
		if seg.plain {
			continue
		}
		f.given[s] = f.beside(i, s)
	}
}

// label reads a speaker's name at the start of the quoted words: "SMITH: We will see".
func (f *finder) label(s int) (given, bool) {
	st := f.stretches[s]
	i := st.Open + 1
	j := i
	for j < st.Close && j-i < 4 && f.word(j) && f.Tokens[j].Has(token.Upper) {
		j++
	}
	if j > i && f.mark(j, ':') && f.Tokens[j-1].End-f.Tokens[j-1].Start > 2 {
		by := token.Range{First: i, Last: j}
		return given{report: -1, by: by, p: f.w.Label, why: "quote.label", known: true}, true
	}
	return given{}, false
}

// signature reads a name after a dash at the end of the line: “We will see.” — Ann Smith
func (f *finder) signature(s int) (given, bool) {
	st := f.stretches[s]
	i := st.Close
	if !st.closed || !f.dash(i) || !f.capital(i+1) {
		return given{}, false
	}
	j := i + 1
	for j < len(f.Tokens) && j < i+9 && f.Tokens[j].Flags&token.LineStart == 0 && (f.capital(j) || f.hyphen(j) || f.mark(j, '.') || f.word(j) && f.Tokens[j-1].Kind == token.Punct) {
		j++
	}
	if j-i < 3 || j < len(f.Tokens) && f.Tokens[j].Flags&token.LineStart == 0 && !f.mark(j, ',') {
		return given{}, false
	}
	return given{report: -1, by: token.Range{First: i + 1, Last: j}, p: f.w.Label, why: "quote.signature", known: true}, true
}

// attributed makes report k of segment i the source of a stretch.
func (f *finder) attributed(i, k int, p float64, why string) given {
	r := &f.segs[i].reports[k]
	return given{report: k, seg: i, by: r.By, ante: r.Antecedent, cue: r.Cue, p: p, why: why, known: true}
}

// beside finds the report that stands beside a stretch or around it.
func (f *finder) beside(i, s int) given {
	seg := &f.segs[i]
	st := f.stretches[s]
	after, before := f.after(seg, st), f.before(seg, st)
	ends := f.endsOpen(st)
	if before >= 0 && after >= 0 && ends && f.can(st.Open-1, grammar.And) {
		return f.attributed(i, after, f.w.Beside, "quote.beside") // said, and “we go,” Ben replied
	}
	if before >= 0 && f.immediate(seg.reports[before], st) {
		if r := seg.reports[before]; r.verb == nil || r.verb.frames&(says|tells|names|asks) != 0 && r.verb.frames&quiet == 0 && !r.infinitive || r.noun {
			return f.attributed(i, before, f.w.Beside, "quote.beside")
		}
		if o := f.outer(seg, before); o != before {
			return f.attributed(i, o, f.w.Inside, "quote.inside")
		}
		return f.attributed(i, before, f.w.Beside, "quote.beside")
	}
	if after >= 0 && (ends || seg.reports[after].inverted || before < 0) {
		return f.attributed(i, after, f.w.Beside, "quote.beside")
	}
	if before >= 0 {
		return f.attributed(i, f.outer(seg, before), f.w.Inside, "quote.inside")
	}
	// "A," he said, "B": what follows another stretch of the sentence
	if after >= 0 {
		return f.attributed(i, after, f.w.Inside, "quote.inside")
	}
	best := -1
	mid := f.firstAfter(seg, st.Close)
	for k := max(0, mid-f.w.Reports); k < len(seg.reports) && k < mid+f.w.Reports; k++ {
		r := &seg.reports[k]
		if empty(r.By) {
			continue
		}
		if r.verb == nil {
			return f.attributed(i, k, f.w.According, "quote.according")
		}
		if r.By.First >= st.Close || r.Cue.First >= st.Close {
			if best < 0 && r.Cue.First >= st.Close && !r.participle && r.verb.frames&(says|thinks|tells|asks|names) != 0 {
				best = k
			}
		}
	}
	if best >= 0 {
		return f.attributed(i, best, f.w.Sentence, "quote.sentence")
	}
	if g, ok := f.unknownVerb(i, st); ok {
		return g
	}
	if g, ok := f.fragment(i, st); ok {
		return g
	}
	if g, ok := f.colon(i, st); ok {
		return g
	}
	if g, ok := f.subjectOnly(i, st); ok {
		return g
	}
	return given{report: -1, seg: i}
}

// unknownVerb reads a name and a verb that is no known cue right after the words: "…," Ann offered.
func (f *finder) unknownVerb(i int, st stretch) (given, bool) {
	seg := &f.segs[i]
	if !f.endsOpen(st) {
		return given{}, false
	}
	k := st.Close
	if f.mark(k, ',') {
		k++
	}
	by := f.subjectAt(k, seg.Last)
	if empty(by) || !f.governs(by, seg.Last) || !f.personal(by) {
		return given{}, false
	}
	return given{report: -1, seg: i, by: by, p: f.w.Verb, why: "quote.verb", known: true}, true
}

// personal reports whether a phrase holds a person, a role or a personal pronoun.
func (f *finder) personal(by token.Range) bool {
	for k := by.First; k < by.Last; k++ {
		if b := f.block(k); b != nil && b.Kind != name.Organisation || f.can(k, grammar.Subject) && !f.Is(k, "it") {
			return true
		}
	}
	return false
}

// colon reads a name right before a colon: "Here is Ann Smith in May: “…”", "From the report: “…”".
func (f *finder) colon(i int, st stretch) (given, bool) {
	seg := &f.segs[i]
	p := st.Open - 1
	if !f.mark(p, ':') {
		return given{}, false
	}
	for k := p - 1; k >= seg.First && k > p-16 && f.in[k] == 0; k-- {
		b := f.block(k)
		if b == nil || b.Entity < 0 {
			if k == p-1 && f.word(k) && f.paper(k) {
				if by := f.phraseLeft(p, seg.First); !empty(by) {
					return given{report: -1, seg: i, by: by, p: f.w.Paper, why: "quote.colon", known: true}, true
				}
			}
			continue
		}
		by := b.Tokens
		if b.Title.First < b.Title.Last && b.Title.First >= seg.First && b.Title.First < by.First {
			by.First = b.Title.First
		}
		return given{report: -1, seg: i, by: by, p: f.w.ColonName, why: "quote.colon", known: true}, true
	}
	if by := f.phraseLeft(p, seg.First); !empty(by) && f.capital(by.Last-1) {
		return given{report: -1, seg: i, by: by, p: f.w.ColonWords, why: "quote.colon", known: true}, true
	}
	return given{}, false
}

// fragment gives a sentence without a subject, "Adding: “…”", to who spoke before it.
func (f *finder) fragment(i int, st stretch) (given, bool) {
	seg := &f.segs[i]
	c, ok := f.cues.Get(f.hash(seg.First))
	if !ok || c.class != grammar.VerbIng || i == 0 {
		return given{}, false
	}
	g, ok := f.lastReport(i - 1)
	if !ok {
		return given{}, false
	}
	g.p, g.why = f.w.Fragment, "quote.floating"
	return g, true
}

// endsOpen reports whether the words in the marks end as words do before "he said": in a comma, a question mark …
func (f *reader) endsOpen(st stretch) bool {
	k := st.Close - 1
	if st.closed {
		k--
	}
	if k > st.Open && f.Tokens[k].Kind == token.Punct {
		switch f.Source[f.Tokens[k].Start] {
		case ',', '?', '!', '-':
			return true
		}
		switch f.Word(k) {
		case "—", "–", "…", "...":
			return true
		}
	}
	return f.mark(st.Close, ',')
}

// firstAfter gives the first report whose cue begins at token i or later.
func (f *finder) firstAfter(seg *segment, i int) int {
	return sort.Search(len(seg.reports), func(k int) bool { return seg.reports[k].Cue.First >= i })
}

// after gives the finite report that begins right after a stretch; -1 if none.
func (f *finder) after(seg *segment, st stretch) int {
	i := st.Close
	if f.mark(i, ',') || f.dash(i) {
		i++
	}
	for k := f.firstAfter(seg, i); k < len(seg.reports); k++ {
		r := &seg.reports[k]
		if r.Cue.First > i+f.w.Phrase+10 {
			break
		}
		if r.Cue.First < i || empty(r.By) || r.participle || r.passive || r.infinitive {
			continue
		}
		start := r.Cue.First
		if !r.inverted && r.By.First >= i && r.By.First < start {
			start = r.By.First
		}
		if !r.inverted && r.By.First < i {
			continue
		}
		if start < i+3 {
			for j := i; j < start; j++ {
				if !f.can(j, grammar.Adverb|grammar.Det|grammar.TimeWord) && !f.mark(j, ',') && f.hash(j) != hashAs || f.can(j, grammar.And) {
					return -1
				}
			}
			return k
		}
		return -1
	}
	return -1
}

// before gives the nearest report whose cue stands before a stretch in its segment; -1 if none. A cue that itself comes
// right after other quoted words and is followed by a full stop is not looked at.
func (f *finder) before(seg *segment, st stretch) int {
	last := f.firstAfter(seg, st.Open) - 1
	for k := last; k >= 0 && k > last-f.w.Reports; k-- {
		r := &seg.reports[k]
		if empty(r.By) {
			continue
		}
		if st.Open-r.Cue.Last > f.w.Reach {
			return -1
		}
		if r.verb == nil && !r.lead {
			if r.By.Last > st.Open {
				continue
			}
		}
		if f.split(r.Cue.Last, st.Open) {
			return -1
		}
		return k
	}
	return -1
}

// outer climbs from a report to the one in whose reported words it stands: "Ann said she thought it “x”" is what Ann said.
func (f *finder) outer(seg *segment, k int) int {
	for n := 0; n < 8; n++ {
		up := -1
		for m := k - 1; m >= 0 && m > k-f.w.Reports; m-- {
			o := &seg.reports[m]
			if !empty(o.By) && !empty(o.content) && !o.trailing && o.content.First <= seg.reports[k].Cue.First && seg.reports[k].Cue.First < o.content.Last && o.verb != nil && o.verb.frames&(says|tells|thinks|shows) != 0 {
				up = m
				break
			}
		}
		if up < 0 {
			return k
		}
		k = up
	}
	return k
}

// split reports whether a semicolon parts the tokens [lo, hi).
func (f *finder) split(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if f.in[i] == 0 && f.mark(i, ';') {
			return true
		}
	}
	return false
}

// immediate reports whether nothing but a comma, a colon, "that" and whom it was said to stands between the report and
// the stretch: told the paper on Monday: "…".
func (f *finder) immediate(r report, st stretch) bool {
	from := r.Cue.Last
	if r.inverted || r.verb == nil {
		from = max(from, r.By.Last)
	}
	gap := st.Open - from
	if gap < 0 || gap > 24 {
		return false
	}
	for i := from; i < st.Open; i++ {
		if f.in[i] != 0 {
			return false
		}
		if f.can(i, grammar.Finite|grammar.Aux) && !f.capital(i) && !f.afterDet(i) {
			return false
		}
	}
	if gap == 0 {
		return true
	}
	last := st.Open - 1
	if f.mark(last, ':') || f.mark(last, ',') || f.dash(last) {
		return true
	}
	return gap <= 2
}

// subjectOnly gives a stretch without any cue to the subject of its sentence, where a verb of doing stands between.
func (f *finder) subjectOnly(i int, st stretch) (given, bool) {
	seg := &f.segs[i]
	// "Ann's “x” plan", "his “x”"
	p := st.Open - 1
	if p >= seg.First && (f.Tokens[p].Kind == token.Clitic || f.can(p, grammar.Poss)) {
		by := token.Range{First: p, Last: p + 1}
		if f.Tokens[p].Kind == token.Clitic {
			by = f.phraseLeft(p, seg.First)
		}
		if !empty(by) {
			return given{report: -1, seg: i, by: by, p: f.w.Possessive, why: "quote.possessive", known: true}, true
		}
	}
	if g, ok := f.view(i, st); ok {
		return g, true
	}
	by := f.firstSubject(seg.First, st.Open)
	if empty(by) {
		return given{}, false
	}
	verb := false
	for k := by.Last; k < st.Open && k < by.Last+f.w.Reach && !verb; k++ {
		verb = f.can(k, grammar.Finite|grammar.Aux|grammar.VerbPart) && f.in[k] == 0
	}
	if !verb {
		return given{}, false
	}
	sure := f.w.Subject
	if !f.personal(by) {
		if f.words(st) < 3 || !f.capital(by.Last-1) && f.block(by.Last-1) == nil {
			return given{}, false
		}
		sure = f.w.Thing
	}
	return given{report: -1, seg: i, by: by, p: sure, why: "quote.subject", known: true}, true
}

// view reads whose view the sentence gives: "For Ann Smith, the river is “a neighbour”".
func (f *finder) view(i int, st stretch) (given, bool) {
	seg := &f.segs[i]
	if f.hash(seg.body) != hashFor || seg.body+1 >= st.Open {
		return given{}, false
	}
	by := f.phraseRight(seg.body+1, st.Open)
	if empty(by) || !f.mark(by.Last, ',') || !f.personal(by) {
		return given{}, false
	}
	return given{report: -1, seg: i, by: by, p: f.w.View, why: "quote.view", known: true}, true
}

// words counts the words of a stretch, up to 20.
func (f *finder) words(st stretch) int {
	n := 0
	for i := st.Open; i < st.Close && n < 20; i++ {
		if k := f.Tokens[i].Kind; k == token.Word || k == token.Number {
			n++
		}
	}
	return n
}
