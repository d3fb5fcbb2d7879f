package pubdate

import (
	"sort"

	"dateline/app/reading/timex"
	"dateline/app/reading/token"
)

// act is a deed of known kind with those who take part, planned or done. It orders articles: who plans a meeting was
// published before who tells of it.
type act struct {
	kind    uint8
	planned bool
	who     []uint32 // hashes of the stems of names in the sentence, sorted
	when    actTime
}

const (
	actMeet uint8 = iota + 1 // meet, talk, travel to, visit
	actSign
	actVote
	actAttack
	actLeave
	actFree
)

// deed is what a word stands for.
type deed struct {
	kind uint8
	past bool // the form itself is past
}

// actWords are words of deeds. A done noun ("statement") stands for the deed only as done.
var actWords = func() token.Words[deed] {
	m := map[uint32]deed{}
	add := func(kind uint8, past bool, words ...string) {
		for _, w := range words {
			m[token.HashOf(w)] = deed{kind, past}
		}
	}
	add(actMeet, false, "meet", "meeting", "talks", "talk", "summit", "travel", "visit", "discuss", "negotiate", "arrive", "negotiations", "trip", "fly", "head")
	add(actMeet, true, "met", "travelled", "traveled", "visited", "discussed", "arrived", "negotiated", "flew", "statement", "communique")
	add(actSign, false, "sign", "signing", "ratify")
	add(actSign, true, "signed", "ratified")
	add(actVote, false, "vote", "election", "referendum", "elect")
	add(actVote, true, "voted", "elected")
	add(actAttack, false, "attack", "strike", "invade")
	add(actAttack, true, "attacked", "struck", "invaded")
	add(actLeave, false, "withdraw", "withdrawal", "resign", "leave")
	add(actLeave, true, "withdrew", "resigned", "left")
	add(actFree, false, "release", "exchange", "swap")
	add(actFree, true, "released", "exchanged", "swapped", "freed")
	return token.Index(m)
}()

var (
	planWords = token.SetOf("upcoming", "will", "slated", "scheduled", "expected", "plans", "planned", "set", "due", "prepares", "would", "might", "to-be", "forthcoming", "agreed", "ready")
	doneWords = token.SetOf("held", "after", "following", "issued", "concluded", "ended", "had", "was", "were", "has", "took", "wrapped", "completed")
)

// gatherActs takes the deeds out of a text, sentence by sentence.
func (r *Dater) gatherActs(t *token.Text, found []timex.Found) []act {
	var out []act
	next := 0
	for _, s := range t.Sentences {
		if len(out) >= r.w.Acts {
			break
		}
		for next < len(found) && int(found[next].First) < s.First {
			next++
		}
		first := next
		for next < len(found) && int(found[next].First) < s.Last {
			next++
		}
		if s.Last-s.First > r.w.ActTokens {
			continue
		}
		var kind uint8
		plan, done := false, false
		for i := s.First; i < s.Last; i++ {
			k := t.Tokens[i]
			if k.Kind != token.Word {
				continue
			}
			w, ok := actWords.Get(k.Hash)
			if !ok {
				continue
			}
			if kind == 0 {
				kind = w.kind
			}
			if w.kind != kind {
				continue
			}
			if w.past {
				done = true
				continue
			}
			for j := max(s.First, i-r.w.ActWords); j < i; j++ {
				plan = plan || planWords.Has(t.Tokens[j].Hash)
				done = done || doneWords.Has(t.Tokens[j].Hash) && !planWords.Has(t.Tokens[j+1].Hash)
			}
		}
		if kind == 0 || plan == done {
			continue
		}
		a := act{kind: kind, planned: plan, who: stems(t, s), when: timeOf(found[first:next])}
		if len(a.who) >= r.w.DeedNames {
			out = append(out, a)
		}
	}
	return out
}

// stems are hashes of the first five letters of the names in a sentence, so that "Ukraine" and "Ukrainian" are one.
func stems(t *token.Text, s token.Range) []uint32 {
	var out []uint32
	for i := s.First; i < s.Last && len(out) < 16; i++ {
		k := t.Tokens[i]
		if k.Kind != token.Word || !k.Has(token.Capital) || k.Has(token.SentStart) && k.End-k.Start < 5 {
			continue
		}
		w := t.Source[k.Start:k.End]
		h := uint32(2166136261)
		n := 0
		for j := 0; j < len(w) && n < 5; j++ {
			c := w[j]
			if c == '.' {
				continue
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint32(c)) * 16777619
			n++
		}
		if n < 2 || common[h] {
			continue
		}
		out = append(out, h)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	k := 0
	for i, h := range out {
		if i == 0 || h != out[k-1] {
			out[k] = h
			k++
		}
	}
	return out[:k]
}

// common are stems of words that are written with a capital and name nobody.
var common = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range []string{"the", "presi", "minis", "secre", "gener", "state", "unite", "house", "on", "in", "a", "an", "he", "she", "it", "they", "we",
		"monda", "tuesd", "wedne", "thurs", "frida", "satur", "sunda", "janua", "febru", "march", "april", "may", "june", "july", "augus", "septe", "octob",
		"novem", "decem", "mr", "mrs", "ms", "as", "after", "but", "and", "this", "that", "at", "for", "while", "according", "meanw", "forei", "prime", "army"} {
		h := uint32(2166136261)
		for j := 0; j < len(w) && j < 5; j++ {
			h = (h ^ uint32(w[j])) * 16777619
		}
		m[h] = true
	}
	return m
}()

// order tells whether a plans what b tells of as done (-1: a first), the other way round (1), or neither.
func (r *Dater) order(a, b []act) int {
	ab, ba := r.plansDone(a, b), r.plansDone(b, a)
	switch {
	case ab && !ba:
		return -1
	case ba && !ab:
		return 1
	}
	return 0
}

func (r *Dater) plansDone(a, b []act) bool {
	for i := range a {
		if !a[i].planned {
			continue
		}
		for j := range b {
			if !b[j].planned && a[i].kind == b[j].kind && shared(a[i].who, b[j].who) >= r.w.DeedNames {
				return true
			}
		}
	}
	return false
}

func shared(a, b []uint32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}
