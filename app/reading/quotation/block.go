package quotation

import (
	"dateline/app/reading/name"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// leadIn reads a sentence that ends in a colon after its cue, and takes the paragraph after it for what was said, though
// it has no marks: "The mayor added:" and, below, "We will stay."
func (f *finder) leadIn(i int) {
	seg := &f.segs[i]
	if seg.next != i+1 || seg.boiler || seg.plain || len(seg.reports) == 0 || !f.mark(seg.Last-1, ':') {
		return
	}
	k := len(seg.reports) - 1
	r := &seg.reports[k]
	if r.verb == nil || r.verb.frames&(says|tells) == 0 || empty(r.By) || r.noun || r.passive || !empty(r.content) || seg.Last-max(r.Cue.Last, r.By.Last) > f.w.Tail {
		return
	}
	last := f.unmarked(seg.next)
	first := f.segs[seg.next].First
	if last <= first || f.outsideWords(first, last) < f.w.BlockWords {
		return
	}
	g := f.attributed(i, k, f.w.Colon, "quote.colon")
	f.unquoted(first, last, g)
}

// unmarked gives the end of the paragraph that segment i opens; 0 if words in quotation marks stand in it, or it is none of
// the body.
func (f *finder) unmarked(i int) int {
	last := 0
	for k := i; k < len(f.segs) && f.segs[k].paragraph == f.segs[i].paragraph; k++ {
		if s := &f.segs[k]; s.first < s.last || s.boiler || s.header || s.link {
			return 0
		}
		last = f.segs[k].Last
	}
	return last
}

// unquoted makes the tokens [first, last) a quote without marks.
func (f *finder) unquoted(first, last int, g given) {
	f.quotes = append(f.quotes, draft{span: story.Span{Start: int(f.Tokens[first].Start), End: int(f.Tokens[last-1].End)}, kind: story.QuoteIndirect, given: g})
}

// signed reads a paragraph that ends in nothing but the name of somebody whom the text names elsewhere too: the words that a
// page sets apart, "Nobody knows the cost. Anna Berg".
func (f *finder) signed(i int) {
	seg := &f.segs[i]
	if i == 0 || f.segs[i-1].paragraph != seg.paragraph || seg.boiler || seg.header || i+1 < len(f.segs) && f.segs[i+1].paragraph == seg.paragraph || seg.Last-seg.First > f.w.Tail {
		return
	}
	start := i
	for start > 0 && f.segs[start-1].paragraph == seg.paragraph {
		start--
	}
	first := f.segs[start].First
	if f.segs[start].First != f.segs[start].body || f.unmarked(start) != seg.Last || f.outsideWords(first, seg.First) < f.w.BlockWords || !f.finiteIn(first, seg.First) {
		return
	}
	by := token.Range{First: seg.First, Last: f.trimEnd(seg.First, seg.Last)}
	who := f.signer(by)
	if who < 0 {
		return
	}
	f.unquoted(first, seg.First, given{report: -1, seg: i, by: by, p: f.w.Signed, why: "quote.signature", known: true})
}

// signer gives the person whom the words name, with a title before the name or a few words after a comma; -1 if the words are
// more than that, or the text names the person nowhere else.
func (f *finder) signer(by token.Range) int {
	for i := by.First; i < by.Last; i++ {
		if f.can(i, grammar.Finite|grammar.Aux|grammar.Subject) || f.mark(i, '/') || f.mark(i, '(') || f.mark(i, ':') || f.word(i) && !f.capital(i) && !f.can(i, grammar.Prep|grammar.Det) && f.names.At(i) < 0 {
			return -1
		}
	}
	for i := by.First; i < by.Last; i++ {
		b := f.block(i)
		if b == nil || b.Kind != name.Person {
			if f.mark(i, ',') {
				return -1
			}
			continue
		}
		if b.Entity >= 0 && b.Tokens.Last-b.Tokens.First > 1 && len(f.names.Entities[b.Entity].Blocks) > 1 && (b.Tokens.Last == by.Last || f.mark(b.Tokens.Last, ',')) {
			return b.Entity
		}
		return -1
	}
	return -1
}
