package assemble

import (
	"slices"

	"dateline/app/event"
	"dateline/app/reading"
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// wording is the words of one quote, to find it again in other words.
type wording struct {
	quote int // index into the part's quotes, then into the story's
	words []spoken
	stems []uint32 // of the words that carry meaning, sorted, each once
}

// spoken is a word of a quote.
type spoken struct {
	start, end int32
	stem       uint32
}

// maxWords bounds a wording: longer quotes are compared by their beginnings.
const maxWords = 150

// wordings takes the words out of every quote that is long enough to be told from others.
func (w *Weights) wordings(r *reading.Resolved) []wording {
	text, class := r.Text, r.Names.Classes()
	const small = grammar.Det | grammar.Prep | grammar.Subject | grammar.Object | grammar.Poss | grammar.Aux | grammar.And | grammar.Sub | grammar.Wh | grammar.Relative | grammar.Adverb
	var out []wording
	for i := range r.Quotes {
		q := &r.Quotes[i]
		if q.Scare {
			continue
		}
		x := wording{quote: i}
		for k := text.At(q.Span.Start); k < len(text.Tokens) && int(text.Tokens[k].End) <= q.Span.End && len(x.words) < maxWords; k++ {
			t := &text.Tokens[k]
			if t.Kind != token.Word && t.Kind != token.Number {
				continue
			}
			s := event.StemOf(text.Source[t.Start:t.End])
			x.words = append(x.words, spoken{t.Start, t.End, s})
			if class[k]&small == 0 {
				x.stems = append(x.stems, s)
			}
		}
		slices.Sort(x.stems)
		if x.stems = slices.Compact(x.stems); len(x.stems) >= w.WordingLeast {
			out = append(out, x)
		}
	}
	return out
}

// align finds the quotes of different articles that give the same words, whether as they stand or reported, and notes
// in each what the other lacks. Two quotes of one speaker are the same when they share most words with a meaning; of
// two speakers only when both stand in marks and hardly differ.
func (w *Weights) align(quotes []story.Quote, words []wording) {
	bearers := map[uint32][]int32{}
	shared := make([]int32, len(words))
	var near []int32
	for i := range words {
		own := &words[i]
		near = near[:0]
		for _, s := range own.stems {
			list := bearers[s]
			for _, j := range list[max(0, len(list)-w.WordingBearers):] {
				if shared[j] == 0 {
					near = append(near, j)
				}
				shared[j]++
			}
			bearers[s] = append(list, int32(i))
		}
		for _, j := range near {
			n := int(shared[j])
			shared[j] = 0
			if n >= w.WordingLeast {
				w.pair(quotes, own, &words[j], n)
			}
		}
	}
	for i := range quotes {
		slices.SortFunc(quotes[i].Variants, func(a, b story.Variant) int { return a.Quote - b.Quote })
	}
}

// pair joins two quotes that share n words with a meaning, if they are the same.
func (w *Weights) pair(quotes []story.Quote, a, b *wording, n int) {
	q, o := &quotes[a.quote], &quotes[b.quote]
	if q.Doc == o.Doc || len(q.Variants) >= w.WordingVariants || len(o.Variants) >= w.WordingVariants {
		return
	}
	short, long := min(len(a.stems), len(b.stems)), max(len(a.stems), len(b.stems))
	if q.Speaker >= 0 && q.Speaker == o.Speaker {
		if float64(n) < w.WordingShort*float64(short) || float64(n) < w.WordingLong*float64(long) {
			return
		}
	} else if q.Kind != story.QuoteDirect || o.Kind != story.QuoteDirect || n < w.WordingOthersLeast || float64(n) < w.WordingOthers*float64(long) {
		return
	}
	share := float64(n) / float64(long)
	q.Variants = append(q.Variants, story.Variant{Quote: b.quote, Share: share, Only: lacking(a, b)})
	o.Variants = append(o.Variants, story.Variant{Quote: a.quote, Share: share, Only: lacking(b, a)})
}

// lacking gives the words of a that b lacks, those side by side as one span.
func lacking(a, b *wording) []story.Span {
	var taken [maxWords]bool
	in := func(stem uint32) bool {
		for k, w := range b.words {
			if w.stem == stem && !taken[k] {
				taken[k] = true
				return true
			}
		}
		return false
	}
	var out []story.Span
	joined := false
	for _, w := range a.words {
		if in(w.stem) {
			joined = false
			continue
		}
		if joined {
			out[len(out)-1].End = int(w.end)
		} else {
			out = append(out, story.Span{Start: int(w.start), End: int(w.end)})
		}
		joined = true
	}
	return out
}
