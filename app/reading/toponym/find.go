// Package toponym finds the names of places in a text and says what each one does in its sentence: it is the place
// itself, an actor ("Moscow demands"), an adjective, a topic, or part of another name.
//
//	found := toponym.Find(t, zones, names, gaz)
//	choices := geocode.Resolve(gaz, toponym.Mentions(found), geocode.Prior{})
//	toponyms := toponym.Decide(t, zones, found, choices)
//
// It does not choose between namesakes: see geo/geocode.
package toponym

import (
	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"
)

// Found is a name in the text that may be a place, ready to be resolved.
type Found struct {
	Span    story.Span      // the name alone: without "the", possessive or class word ("Kursk" of "Kursk region")
	Tokens  token.Range     // the tokens of Span; empty when the span was given and meets no token border
	Mention geocode.Mention // what geocode needs to know
	P       float64         // probability that it is a place name
	Use     story.Use       // what its words alone say: UseAdjective and UseInName are final, UseLiteral is open
	Reasons []story.Reason  // why it is taken for a place name
}

// Find finds the place names of t. Names that are people or part of a longer name are given with a low P or as
// UseInName, and Decide leaves the unlikely ones out.
func Find(t *token.Text, zones []story.Zone, names *name.Names, gaz *gazetteer.Index) []Found {
	return nil
}

// Given makes a Found of each span, whatever it holds; none are sought. The spans must lie inside the text.
func Given(t *token.Text, zones []story.Zone, spans []story.Span, gaz *gazetteer.Index) []Found {
	return nil
}

// Mentions gives the mentions of found, at the same indices.
func Mentions(found []Found) []geocode.Mention {
	out := make([]geocode.Mention, len(found))
	for i := range found {
		out[i] = found[i].Mention
	}
	return out
}
