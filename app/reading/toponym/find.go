// Package toponym finds the names of places in a text and says what each one does in its sentence: it is the place
// itself, an actor ("Moscow demands"), an adjective, a topic, or part of another name.
//
//	found := toponym.Find(t, zones, names, gaz, nil)
//	choices := geocoder.Resolve(toponym.Mentions(found), geocode.Prior{})
//	toponyms := toponym.Decide(t, zones, found, choices, nil)
//
// It does not choose between namesakes: see geo/geocode.
package toponym

import (
	"math"
	"slices"
	"sync"

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
	Context bool            // only evidence for the others: see Given
	tier    tier
	strong  bool // the words around it say that it is a place
}

// Find finds the place names of t. Names that are people or part of a longer name are given with a low P or as
// UseInName, and Decide leaves the unlikely ones out. No w is DefaultWeights.
func Find(t *token.Text, zones []story.Zone, names *name.Names, gaz *gazetteer.Index, w *Weights) []Found {
	if t == nil || gaz == nil || len(t.Tokens) == 0 {
		return nil
	}
	f := newFinder(t, zones, names, gaz, w)
	f.scan()
	f.link()
	for i := range f.items {
		f.judge(&f.items[i])
	}
	f.agree()
	out := f.found()
	f.release()
	return out
}

// Given makes a Found of each span, whatever it holds. Place names elsewhere in the text are given too, marked Context:
// they help to resolve the spans, and Decide leaves them out. The spans must lie inside the text; the result is in order.
func Given(t *token.Text, zones []story.Zone, spans []story.Span, gaz *gazetteer.Index, w *Weights) []Found {
	if t == nil || gaz == nil || len(spans) == 0 {
		return nil
	}
	f := newFinder(t, zones, nil, gaz, w)
	f.scan()
	f.link()
	for i := range f.items {
		f.judge(&f.items[i])
	}
	others := f.items
	f.items = make([]item, 0, len(others)+len(spans))
	f.zone = 0
	order := append([]story.Span(nil), spans...)
	slices.SortStableFunc(order, story.Span.Compare)
	k := 0
	for _, s := range order {
		for ; k < len(others) && others[k].span.Start < s.Start; k++ {
			f.context(&others[k], s)
		}
		for k < len(others) && others[k].span.Overlaps(s) {
			k++
		}
		f.give(s)
	}
	for ; k < len(others); k++ {
		f.context(&others[k], story.Span{Start: len(t.Source), End: len(t.Source)})
	}
	f.link()
	return f.found()
}

// context keeps an item that was found and not given as evidence, if it is surely a place and clear of its neighbours.
func (f *finder) context(it *item, next story.Span) {
	if it.logit < f.w.ContextFrom || it.use == story.UseInName || it.span.Overlaps(next) ||
		len(f.items) > 0 && f.items[len(f.items)-1].span.Overlaps(it.span) {
		return
	}
	it.context = true
	it.m = geocode.Mention{Name: it.m.Name}
	f.items = append(f.items, *it)
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
	w     *Weights
	items []item
	most  int                   // items that are kept
	hits  []gazetteer.Hit       // of all items, one after the other
	style []style               // per sentence
	full  map[uint32][]fullName // names that shortNames stand for, by the word's hash; nil until one is asked for
	zone  int                   // cursor into zones
	sport int8                  // whether the text tells of games: 1, -1; 0 not known yet
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
	partOf      bool // a part of the name of a person
	context     bool // found, not given
	given       bool // given, not found
	short       bool // "the Gulf": no name of people or bodies
	joined      bool // stands in a list with another place
	why         string
}

func newFinder(t *token.Text, zones []story.Zone, names *name.Names, gaz *gazetteer.Index, w *Weights) *finder {
	f := finders.Get().(*finder)
	f.t, f.zones, f.names, f.gaz, f.w, f.zone = t, zones, names, gaz, orDefault(w), 0
	f.items, f.hits, f.most = f.items[:0], f.hits[:0], max(f.w.Items, len(t.Source)/f.w.ItemBytes)
	if n := len(t.Source) / itemBytes; n >= mostSpare && n > cap(f.items) {
		f.items = make([]item, 0, n) // a long text: they are too much to be moved about while they grow
	}
	f.styles()
	return f
}

// itemBytes is about one item for so many bytes of a text; mostSpare is how many a finder may have held that is kept.
const itemBytes, mostSpare = 128, 1 << 14

// finders keeps the working space of finished searches for the next one.
var finders = sync.Pool{New: func() any { return new(finder) }}

// release gives the working space back. Nothing in the result points into it.
func (f *finder) release() {
	f.t, f.zones, f.names, f.gaz, f.w, f.full, f.sport = nil, nil, nil, nil, nil, nil, 0
	if cap(f.items) < mostSpare {
		finders.Put(f)
	}
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
		it.m.Doubt = 1 - probability(it)
		out[i] = Found{Span: it.span, Tokens: token.Range{First: it.first, Last: it.last}, Mention: it.m,
			P: probability(it), Use: it.use, Context: it.context, tier: it.tier, strong: it.strong}
		if it.why != "" {
			out[i].Reasons = []story.Reason{story.Why(it.why)}
		}
	}
	return out
}

func probability(it *item) float64 {
	if it.given {
		return 1
	}
	return 1 / (1 + math.Exp(-it.logit))
}
