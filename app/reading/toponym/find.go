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
	"math"

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
	tier    tier
	strong  bool // the words around it say that it is a place
}

// Find finds the place names of t. Names that are people or part of a longer name are given with a low P or as
// UseInName, and Decide leaves the unlikely ones out.
func Find(t *token.Text, zones []story.Zone, names *name.Names, gaz *gazetteer.Index) []Found {
	if t == nil || gaz == nil || len(t.Tokens) == 0 {
		return nil
	}
	f := newFinder(t, zones, names, gaz)
	f.scan()
	f.link()
	for i := range f.items {
		f.judge(&f.items[i])
	}
	f.agree()
	return f.found()
}

// Given makes a Found of each span, whatever it holds; none are sought. The spans must lie inside the text.
func Given(t *token.Text, zones []story.Zone, spans []story.Span, gaz *gazetteer.Index) []Found {
	f := newFinder(t, zones, nil, gaz)
	for _, s := range spans {
		f.give(s)
	}
	f.link()
	out := f.found()
	for i := range out {
		out[i].P = 1
	}
	return out
}

// Mentions gives the mentions of found, at the same indices.
func Mentions(found []Found) []geocode.Mention {
	out := make([]geocode.Mention, len(found))
	for i := range found {
		out[i] = found[i].Mention
	}
	return out
}

// finder is the state of one Find.
type finder struct {
	t     *token.Text
	zones []story.Zone
	names *name.Names
	gaz   *gazetteer.Index
	items []item
	hits  []gazetteer.Hit // of all items, one after the other
	style []style         // per sentence
	zone  int             // cursor into zones
}

// item is a candidate while it is being judged.
type item struct {
	first, last int // tokens
	span        story.Span
	key         uint64 // hash of the folded words
	lo, hi      int    // finder.hits[lo:hi]
	tier        tier
	pop         int64
	match       gazetteer.Match // of the best known hit
	bigCity     bool            // some hit is a great city or a capital
	word        bool            // also an ordinary word
	demonym     bool
	pattern     bool // made by a class word: "Dry Fork River"
	use         story.Use
	zone        story.ZoneKind
	m           geocode.Mention
	logit       float64
	strong      bool
	surname     bool // the name of a person of this document
	joined      bool // stands in a list with another place
	why         string
}

func newFinder(t *token.Text, zones []story.Zone, names *name.Names, gaz *gazetteer.Index) *finder {
	f := &finder{t: t, zones: zones, names: names, gaz: gaz}
	f.styles()
	return f
}

// found turns the items into the result.
func (f *finder) found() []Found {
	out := make([]Found, len(f.items))
	for i := range f.items {
		it := &f.items[i]
		it.m.Offset = it.span.Start
		if it.first < len(f.t.Tokens) {
			it.m.Sentence = f.t.Sentence(it.first)
		}
		it.m.Literal = 1
		if it.use != story.UseLiteral {
			it.m.Literal = 0
		}
		out[i] = Found{Span: it.span, Tokens: token.Range{First: it.first, Last: it.last}, Mention: it.m,
			P: 1 / (1 + math.Exp(-it.logit)), Use: it.use, tier: it.tier, strong: it.strong}
		if it.why != "" {
			out[i].Reasons = []story.Reason{story.Why(it.why)}
		}
	}
	return out
}
