package toponym

import (
	"math"
	"slices"
	"sort"

	"dateline/app/reading/token"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// Decide joins what was found with the places chosen for it (at the same indices) and says what each toponym does in
// its sentence. What is most likely no place name is left out. The result is sorted and does not overlap. No w is
// DefaultWeights.
func Decide(t *token.Text, zones []story.Zone, found []Found, choices []geocode.Choice, w *Weights) []story.Toponym {
	d := decider{t: t, w: orDefault(w), zones: zones, found: found, choices: choices, shared: map[*geocode.Candidate][]story.Candidate{}}
	d.keep()
	d.uses()
	out := make([]story.Toponym, 0, len(d.kept))
	for k, i := range d.kept {
		f, c := &found[i], d.choice(i)
		p := story.Toponym{Span: f.Span, Name: f.Span.In(t.Source), Kind: c.Place.Kind, Use: d.use[k].use, UseP: d.use[k].p,
			Placed: c.Placed, Place: c.Place, P: c.P, NameP: d.p[k]}
		if !c.Placed {
			p.Kind = f.Mention.KindCue
		}
		p.Reasons = d.reasons(d.use[k].why, f.Reasons, c.Reasons)
		p.Rivals = d.rivals(c.Rivals)
		out = append(out, p)
	}
	return out
}

// reasons joins why a name is used as it is, why it is a name, and why it is that place. Mentions with the same reasons
// share them.
func (d *decider) reasons(use story.Reason, name []story.Reason, place []geocode.Reason) []story.Reason {
	d.room = append(append(d.room[:0], use), name...)
	for _, r := range place {
		d.room = append(d.room, story.Reason(r))
	}
	k := whyKey{use.Code, len(d.room), nil}
	if len(place) > 0 {
		k.place = &place[0]
	}
	for _, have := range d.why[k] {
		if slices.EqualFunc(have, d.room, func(a, b story.Reason) bool { return a.Code == b.Code && slices.Equal(a.Args, b.Args) }) {
			return have
		}
	}
	out := make([]story.Reason, len(d.room)) // no room for more: it is shared
	copy(out, d.room)
	if d.why == nil {
		d.why = map[whyKey][][]story.Reason{}
	}
	if len(d.why[k]) < mostAlike {
		d.why[k] = append(d.why[k], out)
	}
	return out
}

// whyKey parts lists of reasons that cannot be the same.
type whyKey struct {
	use   string
	n     int
	place *geocode.Reason
}

// mostAlike bounds the lists that one is compared with.
const mostAlike = 8

// rivals turns the rivals of a choice into those of a toponym, once for all mentions that share them.
func (d *decider) rivals(rs []geocode.Candidate) []story.Candidate {
	if len(rs) == 0 {
		return nil
	}
	if have, ok := d.shared[&rs[0]]; ok {
		return have
	}
	out := make([]story.Candidate, len(rs))
	for i, r := range rs {
		out[i] = story.Candidate{Place: r.Place, P: r.P, Reasons: make([]story.Reason, len(r.Reasons))}
		for k, w := range r.Reasons {
			out[i].Reasons[k] = story.Reason(w)
		}
	}
	d.shared[&rs[0]] = out
	return out
}

// decider is the state of one Decide.
type decider struct {
	t       *token.Text
	w       *Weights
	zones   []story.Zone
	found   []Found
	choices []geocode.Choice
	kept    []int       // indices into found
	p       []float64   // per kept: probability that it is a place name, with what the choice says
	use     []verdict   // per kept
	at      map[int]int // last token of a kept name -> its index in kept
	starts  map[int]int // the same by its first token
	teams   map[uint32]bool
	shared  map[*geocode.Candidate][]story.Candidate
	why     map[whyKey][][]story.Reason
	room    []story.Reason
	bare    map[string]bool // names that stand by themselves somewhere
	loose   map[string]bool // names that stand somewhere without the word for a building behind them
}

func (d *decider) choice(i int) *geocode.Choice {
	if i < len(d.choices) {
		return &d.choices[i]
	}
	return &geocode.Choice{}
}

// keep chooses what is a place name, now that it is known which place it would be: a tiny place far from all others of
// the article is less likely meant than one in its midst.
func (d *decider) keep() {
	order := make([]int, len(d.found))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return d.found[order[a]].Span.Compare(d.found[order[b]].Span) < 0 })
	end, zone := -1, 0
	first, last := d.body()
	for k, i := range order {
		f, c := &d.found[i], d.choice(i)
		if f.Span.Start < end || f.Span.Empty() || f.Context || d.elsewhere(order, k) {
			continue
		}
		p := f.P
		if p < 1 {
			l := math.Log(p/(1-p)) + d.support(f, c)
			for zone < len(d.zones) && d.zones[zone].Span.End <= f.Span.Start {
				zone++
			}
			if zone < len(d.zones) {
				l += d.zoneLogit(d.zones[zone].Kind, f)
				if d.zones[zone].Kind == story.ZoneBoilerplate && f.Use != story.UseAdjective && (zone < first || zone > last) && !d.sentence(f.Tokens.First) {
					l += d.w.Outside
				}
				if d.zones[zone].Kind == story.ZoneBoilerplate && d.navigation(f.Tokens.First) {
					l += d.w.Navigation
				}
			}
			p = 1 / (1 + math.Exp(-l))
		}
		if p < d.w.KeepAt || f.Use == story.UseInName && p < d.inName(f) {
			continue
		}
		d.kept = append(d.kept, i)
		d.p = append(d.p, p)
		end = f.Span.End
	}
}

// body gives the first and the last zone of running text: boilerplate outside is navigation and links to other articles.
func (d *decider) body() (first, last int) {
	first, last = len(d.zones), -1
	for i, z := range d.zones {
		if z.Kind == story.ZoneBody {
			first, last = min(first, i), i
		}
	}
	if last < 0 {
		return 0, len(d.zones)
	}
	return first, last
}

// sentence reports that the sentence of token i ends like one: "Ann Lee in Oslo contributed to this report."
func (d *decider) sentence(i int) bool {
	r := d.t.Sentences[d.t.Sentence(i)]
	for j := r.Last - 1; j >= r.First && j > r.Last-3; j-- {
		switch d.t.Word(j) {
		case ".", "!", "?":
			return true
		}
	}
	return false
}

// inName is the probability from which a place inside another name is kept: "Columbus Police", where Columbus is spoken of
// elsewhere, more easily than "Foley Middle School".
func (d *decider) inName(f *Found) float64 {
	if d.bare == nil {
		d.bare = make(map[string]bool, len(d.found))
		for i := range d.found {
			if o := &d.found[i]; o.Use == story.UseLiteral && o.P > d.w.BareFrom {
				d.bare[o.Mention.Name] = true
			}
		}
	}
	if d.bare[f.Mention.Name] {
		return d.w.KeepInBare
	}
	if r := f.Tokens; r.First > 0 && d.t.Tokens[r.First-1].Has(token.Capital) && !d.t.Tokens[r.First-1].Has(token.SentStart) {
		return d.w.KeepInMiddle
	}
	return d.w.KeepIn
}

// support is what the chosen place says about the name being one.
func (d *decider) support(f *Found, c *geocode.Choice) float64 {
	if !c.Placed {
		if f.tier == tierNone {
			return 0
		}
		return d.w.Nowhere
	}
	if f.tier >= tierBig {
		return 0
	}
	// with few names around there is nothing that could speak for it
	low := math.Max(d.w.ContextLeast, float64(len(d.found)-1)*d.w.ContextPer)
	return math.Max(low, math.Min(d.w.ContextMost, (c.Context-d.w.ContextZero)*d.w.ContextGain))
}

// navigation reports that token i follows the first word of a breadcrumb: "Home Europe Envoys fly to Oslo".
func (d *decider) navigation(i int) bool {
	if i < 1 || !d.t.Tokens[i-1].Has(token.LineStart) {
		return false
	}
	return d.t.Is(i-1, "home") || d.t.Is(i-1, "news") || d.t.Is(i-1, "menu") || d.t.Is(i-1, "world")
}

// zoneLogit: names in navigation and credits are seldom places of the story.
func (d *decider) zoneLogit(k story.ZoneKind, f *Found) float64 {
	switch k {
	case story.ZoneBoilerplate:
		if f.strong || f.tier >= tierBig {
			return 0
		}
		return d.w.Furniture
	case story.ZoneByline, story.ZoneDate:
		return d.w.Byline
	case story.ZoneCaption:
		if f.strong || f.tier >= tierState {
			return 0
		}
		return d.w.Furniture
	}
	return 0
}
