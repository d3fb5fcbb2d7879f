// Package grammar says what a word can be in an English sentence: an article, a pronoun, a preposition, a form of a
// verb. It looks at the word alone, by its hash, and gives every reading it knows; the reader of names and the reader
// of quotes pick one by the neighbours.
//
//	grammar.Of(token.HashOf("says")) // VerbS
//
// It is no part-of-speech tagger and knows no nouns.
package grammar

import (
	"strings"
	"sync"

	"dateline/app/reading/token"
)

// Class is a set of readings.
type Class uint32

// The readings.
const (
	Det      Class = 1 << iota // the, a, an, this, every, some
	Prep                       // of, in, with
	Subject                    // I, he, she, it, we, they, you, who
	Object                     // me, him, her, us, them
	Poss                       // my, his, her, its, their, whose
	Be                         // is, was, been
	Have                       // has, had
	Do                         // does, did
	Modal                      // will, could
	Not                        // not, never
	Adverb                     // also, repeatedly
	And                        // and, or, but, nor, yet
	Sub                        // that, because, while, if
	Wh                         // who, what, how, whether
	VerbBase                   // say, claim (also the plural present)
	VerbS                      // says
	VerbPast                   // said
	VerbPart                   // said, given
	VerbIng                    // saying
	TimeWord                   // Monday, March, today, week, year
	Number                     // one, two, hundred, dozens
	Relative                   // who, which, that
	Opener                     // however, meanwhile: opens a sentence with a capital and names nothing
)

// Sets of readings that are asked for together.
const (
	Aux    = Be | Have | Do | Modal
	Finite = VerbS | VerbPast
	Verb   = VerbBase | VerbS | VerbPast | VerbPart | VerbIng
)

const slots = 1 << 14

var hashUs = token.HashOf("us")

type entry struct {
	hash  uint32
	class Class
}

var table = sync.OnceValue(build)

// Of gives the readings of the word with that hash; 0 if it is none that is known.
func Of(hash uint32) Class {
	t := table()
	for i := hash & (slots - 1); ; i = (i + 1) & (slots - 1) {
		e := &t[i]
		if e.class == 0 || e.hash == hash {
			return e.class
		}
	}
}

// Classes gives the readings of every token of t.
func Classes(t *token.Text) []Class {
	tab := table()
	out := make([]Class, len(t.Tokens))
	for i := range t.Tokens {
		if k := t.Tokens[i].Kind; k != token.Word {
			continue
		}
		h := t.Tokens[i].Hash
		if h == hashUs && t.Tokens[i].Has(token.Upper) {
			continue // the United States
		}
		for j := h & (slots - 1); ; j = (j + 1) & (slots - 1) {
			e := &tab[j]
			if e.class == 0 || e.hash == h {
				if out[i] = e.class; e.hash != h {
					out[i] = unknown(t, i)
				}
				break
			}
		}
	}
	return out
}

// unknown gives the readings of a word that is in no list: one in small letters that ends in "-ed" is a past form, one in "-ly" an adverb.
func unknown(t *token.Text, i int) Class {
	k := t.Tokens[i]
	if n := k.End - k.Start; n > 5 && t.Source[k.End-1] == 'y' && t.Source[k.End-2] == 'l' && !k.Has(token.Capital) && !noAdverb.Has(k.Hash) {
		return Adverb
	}
	if n := k.End - k.Start; n < 5 || t.Source[k.End-1] != 'd' || t.Source[k.End-2] != 'e' || k.Has(token.Capital) || t.Source[k.End-3] == 'e' || noPast.Has(k.Hash) {
		return 0
	}
	for j := k.Start; j < k.End-2; j++ {
		switch t.Source[j] {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return VerbPast | VerbPart
		case '-':
			return 0 // "blue-eyed"
		}
	}
	return 0
}

// noAdverb end in "-ly" and are nouns or adjectives. Data.
var noAdverb = token.SetOf("family", "assembly", "monopoly", "anomaly", "homily", "butterfly", "subassembly", "friendly", "elderly", "lonely", "deadly",
	"weekly", "monthly", "yearly", "quarterly", "hourly", "costly", "ghastly", "scholarly", "orderly", "cowardly", "lively", "lovely", "timely", "worldly", "heavenly",
	"motherly", "fatherly", "brotherly", "saintly", "princely", "unlikely", "unfriendly", "bubbly", "wobbly", "cuddly", "grizzly", "melancholy", "oligopoly", "stepfamily",
	"nightly", "fortnightly", "biweekly", "bodily", "leisurely", "homely", "comely", "curly", "burly", "surly", "gnarly", "smelly", "woolly", "wrinkly", "dragonfly", "jelly", "doily")

// noPast end in "-ed" and are no past forms of verbs. Data.
var noPast = token.SetOf("sacred", "hatred", "kindred", "hundred", "crooked", "wicked", "rugged", "naked", "ragged", "jagged", "wretched", "indeed",
	"talented", "gifted", "biased", "tired", "beloved", "learned", "aged", "so-called", "alleged", "infrared", "watershed", "bloodshed", "newlywed", "moped",
	"skilled", "detailed", "sophisticated", "unprecedented", "unexpected", "unidentified", "unnamed", "uninsured", "unemployed", "undocumented", "unarmed",
	"limited", "interested", "excited", "worried", "concerned", "pleased", "disappointed", "surprised", "related", "retired", "armed", "united",
	"advanced", "experienced", "married", "elected", "appointed", "complicated", "dedicated", "renowned", "seasoned", "wounded", "injured")

func build() *[slots]entry {
	t := new([slots]entry)
	add := func(w string, c Class) {
		h := token.HashOf(w)
		i := h & (slots - 1)
		for t[i].class != 0 && t[i].hash != h {
			i = (i + 1) & (slots - 1)
		}
		t[i].hash = h
		t[i].class |= c
	}
	for _, l := range closed {
		for _, w := range strings.Fields(l.words) {
			add(w, l.class)
		}
	}
	for _, v := range Verbs() {
		add(v.Base, VerbBase)
		add(v.S, VerbS)
		add(v.Past, VerbPast)
		add(v.Part, VerbPart)
		add(v.Ing, VerbIng)
	}
	return t
}
