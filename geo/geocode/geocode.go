// Package geocode resolves toponyms: for each name found in a text it chooses one place of the gazetteer, with a
// probability, the rivals and the reasons. It knows nothing of documents, only names, offsets and cues.
package geocode

import "dateline/geo"

// Mention is one toponym to resolve.
type Mention struct {
	Name      string      // the name as the text has it, without "the" or possessive: "Kursk", "Kharkov", "D.C."
	Offset    int         // byte offset in the document; gives order and nearness
	KindCue   geo.Kind    // what the words around it say it is: "Kursk region" -> KindAdmin1; KindUnknown if nothing
	Container string      // the wider place named right with it: "Paris, Texas" -> "Texas"; "" if none
	Country   string      // ISO code when the text fixes it ("the Russian city of Kursk" -> "RU"); "" if not
	Fixed     geo.PlaceID // a person's correction: this place and no other; 0 if none
	Literal   float64     // probability that the name is used as a place and not as an actor, 0..1
	Doubt     float64     // probability that it is no place name at all, 0..1: a doubtful name lends little to others
	Natural   bool        // the words of its name say that it is a river, a lake or a canyon: no town of that name is meant
	Sentence  int         // number of the sentence it stands in; mentions of one sentence pull each other
}

// Reason says why, as a code and its arguments; app/story words it.
type Reason struct {
	Code string
	Args []string
}

// Candidate is a place proposed for a mention.
type Candidate struct {
	Place   geo.Place
	P       float64 // share of the probability, 0..1
	Score   float64
	Reasons []Reason
}

// Choice is the answer for one Mention, at the same index. Placed is false when nothing fits (NULL): then Place is zero.
type Choice struct {
	Place   geo.Place
	Placed  bool
	P       float64
	Score   float64
	Context float64     // the part of Score that the rest of the document gives: 0 if nothing near or around it is named
	Doubt   float64     // of the mention: probability that it is no place name
	Rivals  []Candidate // at most 3, best first
	Reasons []Reason
}

// Prior is evidence from outside the document: masses that sibling articles or articles of the same source lend.
// The zero value is no evidence.
type Prior struct {
	Country map[string]float64      // ISO code -> mass
	Admin1  map[string]float64      // "RU.41" -> mass
	Place   map[geo.PlaceID]float64 // chosen places of siblings
	// Lender names the document that lends most of the mass of a country ("RU") or a region ("RU.41"), for the reasons;
	// "" where none does. May be nil.
	Lender func(key string) string
}
