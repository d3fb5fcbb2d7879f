package quotation

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/story"
)

// indirect makes the quotes: the stretches in marks, and what reports say without them.
func (f *finder) indirect() {
	for i := range f.segs {
		seg := &f.segs[i]
		for s := seg.first; s < seg.last; s++ {
			f.direct(i, s)
		}
	}
}

// direct makes the quote of one stretch.
func (f *finder) direct(i, s int) {
	st := f.stretches[s]
	a, b := int(f.Tokens[st.Open].Start), int(f.Tokens[st.Close-1].End)
	d := draft{span: story.Span{Start: a, End: b}, kind: story.QuoteDirect, given: f.given[s]}
	d.partial = f.partial(i, s)
	d.scare = !d.given.known && f.words(st) <= 6
	if d.scare && f.words(st) <= 2 && len(f.segs[i].reports) == 0 {
		return // a name or a word of irony: nobody is quoted
	}
	f.quotes = append(f.quotes, d)
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
	lead := f.mark(p, ',') || f.mark(p, ':') || f.in[p] != 0 || f.dash(p)
	return !(verb && (f.capital(first) && lead || f.mark(p, ',') && s > seg.first))
}
