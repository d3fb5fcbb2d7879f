package event

import (
	"slices"

	"dateline/app/reading/name/grammar"
	"dateline/app/reading/token"
	"dateline/geo"
)

// descriptions are nouns by which a text points at a place that it is about: "the city", "the island".
var descriptions = func() token.Words[[]geo.Kind] {
	m := map[uint32][]geo.Kind{}
	for _, d := range []struct {
		words []string
		kinds []geo.Kind
	}{
		{[]string{"city", "town", "village", "municipality", "hamlet"}, []geo.Kind{geo.KindCity}},
		{[]string{"region", "province", "governorate", "oblast", "state", "prefecture", "department", "county"}, []geo.Kind{geo.KindAdmin1, geo.KindAdmin2, geo.KindRegion}},
		{[]string{"country", "nation", "kingdom", "republic"}, []geo.Kind{geo.KindCountry}},
		{[]string{"island", "islands", "archipelago"}, []geo.Kind{geo.KindIsland}},
		{[]string{"strait", "canal", "channel", "waterway"}, []geo.Kind{geo.KindStrait}},
		{[]string{"river"}, []geo.Kind{geo.KindRiver}},
		{[]string{"lake"}, []geo.Kind{geo.KindLake}},
		{[]string{"sea", "gulf"}, []geo.Kind{geo.KindSea}},
		{[]string{"mountain", "volcano", "peak"}, []geo.Kind{geo.KindMountain}},
		{[]string{"peninsula", "enclave", "territory", "strip"}, []geo.Kind{geo.KindRegion, geo.KindIsland}},
	} {
		for _, w := range d.words {
			m[token.HashOf(w)] = d.kinds
		}
	}
	return token.Index(m)
}()

var (
	hashThe     = token.HashOf("the")
	hashHere    = token.HashOf("here")
	hashCapital = token.HashOf("capital")
	sames       = token.SetOf("same", "whole", "entire", "coastal", "southern", "northern", "eastern", "western", "central", "besieged", "small", "tiny", "nearby", "ancient", "old")
)

// addDescribed puts places that the text points at, and does not name, among those of the article: "the Yemeni capital", "the
// island", "here".
func (a *article) addDescribed() {
	var out []placed
	k, s := 0, 0
	for i := range a.text.Tokens {
		t := &a.text.Tokens[i]
		if t.Kind != token.Word || t.Hash != hashThe && t.Hash != hashHere {
			continue
		}
		for k < len(a.places) && a.places[k].last <= i {
			k++
		}
		for s < len(a.text.Sentences)-1 && a.text.Sentences[s].Last <= i {
			s++
		}
		if p, ok := a.described(i, a.places[:k], a.text.Sentences[s]); ok {
			out = append(out, p)
		}
	}
	if len(out) > 0 {
		a.places = append(a.places, out...)
		slices.SortStableFunc(a.places, func(x, y placed) int { return x.first - y.first })
	}
}

// described finds the place that "the …" or "here" at token i points at, among those named before.
func (a *article) described(i int, before []placed, s token.Range) (placed, bool) {
	if a.text.Tokens[i].Hash == hashHere {
		if i == s.First || len(before) == 0 || !a.verbNear(i) || i+1 < s.Last && a.class[i+1]&grammar.Be != 0 {
			return placed{}, false
		}
		for j := range before { // where it was written
			if at := int(a.text.Tokens[before[j].first].Start); a.Article.ZoneAt(at).Counts() && !before[j].unknown && before[j].place.Kind == geo.KindCity {
				return a.pointTo(i, i+1, &before[j]), j == 0
			}
		}
		return placed{}, false
	}
	n := i + 1
	for n < s.Last && n < i+3 && sames.Has(a.text.Tokens[n].Hash) {
		n++
	}
	country := ""
	if st := a.statesIn(token.Range{First: n, Last: n + 1}); len(st) > 0 && n+1 < s.Last && a.text.Tokens[n+1].Hash == hashCapital {
		country = st[0].country
		n++
	}
	if n >= s.Last || a.text.Tokens[n].Kind != token.Word || n+1 < s.Last && a.goesOn(n+1) {
		return placed{}, false
	}
	if prep, _ := a.preposition(n, s.First); locatives.Of(prep) < 0.8 && !a.ruledBy(i) {
		return placed{}, false
	}
	if a.text.Tokens[n].Hash == hashCapital {
		return a.capital(i, n+1, country, before)
	}
	kinds := descriptions.Of(a.text.Tokens[n].Hash)
	for j := len(before) - 1; len(kinds) > 0 && j >= 0 && j >= len(before)-12; j-- {
		if q := &before[j]; !q.unknown && !q.pointed && slices.Contains(kinds, q.place.Kind) {
			return a.pointTo(i, n+1, q), true
		}
	}
	return placed{}, false
}

// goesOn reports that a noun is not over: "the city of X", "the city council".
func (a *article) goesOn(n int) bool {
	t := &a.text.Tokens[n]
	return t.Kind == token.Word && (t.Hash == hashOf || t.Flags&token.Capital != 0 && a.class[n]&grammar.TimeWord == 0 || a.class[n] == 0 && a.can[n] == 0) ||
		t.Kind == token.Clitic || a.byteAt(n) == '-'
}

func (a *article) verbNear(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if a.can[j] != 0 {
			return true
		}
	}
	return false
}

func (a *article) pointTo(first, last int, q *placed) placed {
	return placed{top: q.top, first: first, last: last, place: q.place, p: q.p * a.w.Where.Described, pointed: true, in: -1}
}

// capital is that of the country that is named with it, or of the one that the text is about.
func (a *article) capital(first, last int, country string, before []placed) (placed, bool) {
	for j := len(before) - 1; country == "" && j >= 0 && j >= len(before)-12; j-- {
		country = before[j].place.Country
	}
	if country == "" || a.gaz == nil {
		return placed{}, false
	}
	c, ok := a.gaz.Country(country)
	if !ok || c.AnchorName == "" {
		return placed{}, false
	}
	for _, h := range a.gaz.Lookup(c.AnchorName, nil) {
		if a.gaz.Capital(h.Row) {
			if p := a.gaz.Place(h.Row); p.Country == country {
				return placed{top: -1, first: first, last: last, place: &p, p: a.w.Where.Described, pointed: true, in: -1}, true
			}
		}
	}
	return placed{}, false
}
