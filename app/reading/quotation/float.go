package quotation

import (
	"dateline/app/reading/token"
)

// float gives sentences that are all quotation to who spoke before in the paragraph, to who is named at the start of
// the next one, or to who spoke in the paragraph before.
func (f *finder) float() {
	last := -1 // the stretch last given to somebody
	lastSeg := -1
	for i := range f.segs {
		seg := &f.segs[i]
		for s := seg.first; s < seg.last; s++ {
			if !seg.plain || f.given[s].known {
				if f.given[s].known && f.given[s].p >= f.w.FloatsFrom {
					last, lastSeg = s, i
				}
				continue
			}
			if g, ok := f.floating(i, s, last, lastSeg); ok {
				f.given[s] = g
				last, lastSeg = s, i
			}
		}
	}
}

// as is a given with another probability and reason.
func (g given) as(p float64, why string) (given, bool) {
	g.p, g.why, g.known = p, why, true
	return g, true
}

// floating gives stretch s of segment i, in which nobody is said to speak, to somebody. last is the stretch that somebody was
// given last, in segment lastSeg; -1 for none.
func (f *finder) floating(i, s, last, lastSeg int) (given, bool) {
	seg := &f.segs[i]
	st := f.stretches[s]
	if s > seg.first && f.given[s-1].known {
		return f.given[s-1].as(f.w.Floating, "quote.floating")
	}
	if last >= 0 && lastSeg >= 0 && f.segs[lastSeg].paragraph == seg.paragraph {
		return f.given[last].as(f.w.Floating, "quote.floating")
	}
	if st.continues && s > 0 && f.given[s-1].known {
		return f.given[s-1].as(f.w.Floating, "quote.continues")
	}
	if g, ok := f.inParagraph(i); ok {
		return g, true
	}
	next, hasNext := given{}, false
	if n := f.nextParagraph(i); n >= 0 {
		next, hasNext = f.opens(n)
	}
	// the next paragraph begins with the speaker and the cue
	if f.endsOpen(st) && (!endsSentence(f.Text, st.Close-2) || f.mark(st.Close-2, ',')) && hasNext {
		return next.as(f.w.Next, "quote.next")
	}
	if g, ok := f.afterColon(i); ok {
		return g, true
	}
	if hasNext && last < 0 {
		return next.as(f.w.NextFirst, "quote.next")
	}
	if last >= 0 && seg.paragraph-f.segs[lastSeg].paragraph <= f.w.FloatsParas {
		return f.given[last].as(f.w.Before, "quote.floating")
	}
	if k := i - 1; k >= 0 {
		if g, ok := f.lastReport(k); ok {
			return g.as(f.w.BeforeReport, "quote.floating")
		}
		if by := f.firstSubject(f.segs[k].First, f.segs[k].Last); !empty(by) {
			return given{report: -1, seg: k, by: by}.as(f.w.BeforeThing, "quote.subject")
		}
	}
	return given{}, false
}

// inParagraph finds who speaks in the sentences around segment i, in its paragraph.
func (f *finder) inParagraph(i int) (given, bool) {
	seg := &f.segs[i]
	// a report earlier in the paragraph without marks: Ann was furious, she said. "I left."
	for k := i - 1; k >= 0 && k > i-4 && f.segs[k].paragraph == seg.paragraph; k-- {
		if g, ok := f.lastReport(k); ok {
			return g.as(f.w.Floating, "quote.floating")
		}
	}
	// the next sentence of the paragraph: "Stop." "Go," he said
	if i+1 < len(f.segs) && f.segs[i+1].paragraph == seg.paragraph {
		n := &f.segs[i+1]
		if n.first < n.last && f.given[n.first].known {
			return f.given[n.first].as(f.w.Floating, "quote.floating")
		}
		if g, ok := f.opens(i + 1); ok {
			return g.as(f.w.Next, "quote.next")
		}
	}
	return given{}, false
}

// afterColon finds who speaks where the sentence before segment i ends in a colon or a comma.
func (f *finder) afterColon(i int) (given, bool) {
	k := i - 1
	if k < 0 || f.segs[i].paragraph == 0 {
		return given{}, false
	}
	if e := f.segs[k].Last - 1; e < f.segs[k].First || !f.mark(e, ':') && !f.mark(e, ',') {
		return given{}, false
	}
	if g, ok := f.lastReport(k); ok {
		return g.as(f.w.Colon, "quote.colon")
	}
	if by := f.firstSubject(f.segs[k].First, f.segs[k].Last); !empty(by) {
		return given{report: -1, seg: k, by: by}.as(f.w.Subject, "quote.colon")
	}
	return given{}, false
}

// lastReport gives the last report of a segment that speaks.
func (f *finder) lastReport(i int) (given, bool) {
	for k := len(f.segs[i].reports) - 1; k >= 0; k-- {
		r := &f.segs[i].reports[k]
		if empty(r.By) || r.passive || r.verb != nil && r.verb.frames&(says|tells|asks|thinks|names|object|about) == 0 {
			continue
		}
		return f.attributed(i, k, f.w.Floating, "quote.floating"), true
	}
	return given{}, false
}

func (f *finder) nextParagraph(i int) int {
	return f.segs[i].next
}

// opens gives the report that a segment begins with: "Berg stated, adding …".
func (f *finder) opens(i int) (given, bool) {
	seg := &f.segs[i]
	if seg.plain {
		return given{}, false
	}
	for k := range seg.reports {
		r := &seg.reports[k]
		if empty(r.By) || r.participle || r.verb == nil || r.verb.frames&(says|tells|asks|thinks) == 0 {
			continue
		}
		start := min(r.By.First, r.Cue.First)
		if start > seg.First+1 || r.Cue.First-seg.First > 30 {
			return given{}, false
		}
		if r.hash2(r.Cue.Last, f.Text) == hashThat {
			return given{}, false
		}
		if r.verb.frames&quiet != 0 && !f.personal(r.By) && f.block(r.By.Last-1) == nil {
			return given{}, false // "The fire began in Oldport."
		}
		return f.attributed(i, k, f.w.Next, "quote.next"), true
	}
	return given{}, false
}

func (r *report) hash2(i int, t *token.Text) uint32 {
	if i < 0 || i >= len(t.Tokens) {
		return 0
	}
	return t.Tokens[i].Hash
}
