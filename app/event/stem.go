package event

import (
	"strings"

	"dateline/app/reading/token"
)

// StemOf is the same for the forms of most words: it is made of their first six letters without case.
func StemOf(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w) && i < 6; i++ {
		b := w[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		h = (h ^ uint32(b)) * 16777619
	}
	return h
}

// rootOf is the same for the forms of a word of happening, verb or noun: "kill", "killing", "killings".
func rootOf(what string) uint32 { return tables().rootOf(what) }

func (t *table) rootOf(what string) uint32 {
	for _, w := range [2]string{what, strings.TrimSuffix(what, "s")} {
		if base, ok := t.bases.Get(token.HashOf(w)); ok {
			return root(base.word)
		}
		if e, ok := t.words.Get(token.HashOf(w)); ok && e.verb != classNone {
			return root(e.lemma)
		}
	}
	if r, ok := roots[what]; ok {
		return root(r)
	}
	w := what
	for _, end := range [...]string{"ings", "ing", "ed", "es", "s", "e"} {
		if len(w)-len(end) >= 4 && strings.HasSuffix(w, end) {
			w = w[:len(w)-len(end)]
			break
		}
	}
	return root(w)
}

func root(w string) uint32 { return StemOf(w[:min(len(w), 5)]) }

// roots are nouns that are not made of their verb by an ending.
var roots = map[string]string{"death": "die", "deaths": "die", "loss": "lose", "losses": "lose", "sale": "sell", "sales": "sell", "flight": "fly", "flights": "fly", "shot": "shoot",
	"shots": "shoot", "blaze": "fire", "blazes": "fire", "quake": "earthquake", "temblor": "earthquake", "win": "win", "gift": "give", "blast": "explosion", "blasts": "explosion",
	"explode": "explosion", "explosions": "explosion", "theft": "steal", "birth": "bear", "arrival": "arrive", "proof": "prove", "choice": "choose", "speech": "speak"}
