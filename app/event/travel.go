package event

import (
	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
)

// Words that say where a journey leads.
var (
	intoWords = token.SetOf("to", "into", "towards", "toward", "onto")
	headWords = token.SetOf("head", "heads", "headed", "heading", "leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing", "bound")
	callWords = token.SetOf("visit", "visits", "visited", "visiting", "enter", "enters", "entered", "entering", "tour", "tours", "toured", "touring", "reach", "reaches", "reached", "reaching")
	hashFor   = token.HashOf("for")
)

// led reports that the last verb of a clause before the place that begins at token p tells that somebody goes there.
func (a *article) led(ts []trigger, p int, c *clause) bool {
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].at < p && !ts[i].noun() {
			return a.goesTo(&ts[i], p, c)
		}
	}
	return false
}

// goesTo reports that a word of a clause tells that somebody goes to the place that begins at token p: "fled to Oslo",
// "arrived in Oslo", "visited Oslo". What is sent or given to a place is no journey.
func (a *article) goesTo(t *trigger, p int, c *clause) bool {
	leads := t.class == classTravel || t.class == classDeploy || t.class == Withdraw
	if !leads && !callWords.Has(a.text.Tokens[t.at].Hash) {
		return false
	}
	h := a.text.Tokens[t.at].Hash
	prep, at := a.preposition(p, c.First)
	switch {
	case prep != 0 && at > t.at && intoWords.Has(prep), at > t.at && prep == hashFor && headWords.Has(h):
		return true
	case at > t.at && (prep == hashIn || prep == hashAt):
		return arrivals.Has(h)
	case !callWords.Has(h) || t.noun() || p < t.end:
		return false
	}
	for i := t.end; i < p; i++ { // "visited the port of Oslo", not "visited troops near Oslo"
		if a.class[i]&grammar.Det == 0 && !a.regionWord(i) && a.text.Tokens[i].Hash != hashOf {
			return false
		}
	}
	return true
}
