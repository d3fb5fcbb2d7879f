package toponym

import (
	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// thing reports that a name is part of the name of a thing: "Oslo Accords", "Treaty of Rome", "Havana syndrome", "Real Madrid".
func (f *finder) thing(it *item) bool {
	t := f.t
	if n := it.last; n < len(t.Tokens) && f.has(n, cueThing|cueOddThing) && t.Tokens[n].Kind == token.Word && !it.demonym {
		if t.Tokens[n].Has(token.Capital) && f.style[t.Sentence(n)] == styleNormal || f.has(n, cueOddThing) {
			return true
		}
	}
	p := it.first - 1
	if p > 0 && t.Tokens[p].Hash == hashOf && f.has(p-1, cueTreaty) {
		if t.Tokens[p-1].Has(token.Capital) && !t.Tokens[p-1].Has(token.SentStart) || t.Is(p-1, "treaty") || t.Is(p-1, "statute") {
			return true
		}
	}
	if p >= 0 && it.tier >= tierTown && f.has(p, cueTeam) && t.Tokens[p].Has(token.Capital) {
		if k := &t.Tokens[p]; k.End-k.Start > 2 || k.Has(token.Upper) {
			return true
		}
	}
	// "Iran-Contra", "Stoke-on": a capital after a hyphen that is no place
	if n := it.last; n+2 < len(t.Tokens) && t.Word(n) == "-" && !t.Tokens[n].Has(token.Spaced) && t.Is(n+1, "contra") {
		return true
	}
	return false
}

// agree lets the mentions of one name in the document speak for each other, and the people of the document against.
func (f *finder) agree() {
	type sum struct {
		best   float64
		n      int
		strong bool
	}
	seen := make(map[uint64]sum, len(f.items))
	for i := range f.items {
		it := &f.items[i]
		s, ok := seen[it.key]
		if !ok || it.logit > s.best {
			s.best = it.logit
		}
		s.n++
		s.strong = s.strong || it.strong && it.logit > 0 && !it.surname
		seen[it.key] = s
	}
	w := f.w
	people := f.people()
	lower := f.lowerCase()
	for i := range f.items {
		it := &f.items[i]
		s := seen[it.key]
		if it.last-it.first == 1 && !it.demonym {
			h := f.t.Tokens[it.first].Hash
			if part := people[h]; part != 0 && !it.surname {
				switch {
				case !s.strong && !it.strong:
					it.logit += w.PersonNamed
				case !it.strong && part&lastName != 0:
					it.logit += w.PersonLast
				case part&lastName != 0 && it.tier < tierCity:
					it.logit += w.PersonSmall
				case !it.strong:
					it.logit += w.PersonFirst
				}
				continue
			}
			if !it.strong && lower[h] && f.t.Tokens[it.first].Has(token.SentStart) {
				it.logit += w.LowerCase
			}
		}
		if s.n > 1 && !it.partOf && s.best > w.AgreeFrom && it.logit < s.best && it.logit > w.AgreeDown {
			it.logit += min(w.AgreeMost, (s.best-it.logit)*w.AgreeShare)
		}
	}
}

const (
	firstName = 1
	lastName  = 2
)

// people gives the first and last names of the people of the document, by hash.
func (f *finder) people() map[uint32]uint8 {
	m := map[uint32]uint8{}
	if f.names == nil {
		return m
	}
	for i := range f.names.Blocks {
		b := &f.names.Blocks[i]
		r := b.Tokens
		if b.Kind != name.Person || r.Last-r.First < 2 || f.orgWords(r) || f.t.Tokens[r.First].Kind != token.Word {
			continue
		}
		if it := f.wholeItem(r); it != nil && it.logit > 0 {
			continue // "Coral Gables" is a town
		}
		if it := f.itemEndingAt(r.Last); it != nil && it.first > r.First && f.pair(it) {
			continue // "China-Taiwan"
		}
		m[f.t.Tokens[r.First].Hash] |= firstName
		m[f.t.Tokens[r.Last-1].Hash] |= lastName
	}
	for i := range f.items {
		if it := &f.items[i]; it.last-it.first == 1 && f.givenBefore(it) {
			m[f.t.Tokens[it.first].Hash] |= lastName
		}
	}
	return m
}

// wholeItem gives the item that covers just the tokens r; nil if none.
func (f *finder) wholeItem(r token.Range) *item {
	it := f.itemEndingAt(r.Last)
	if it != nil && it.first == r.First {
		return it
	}
	return nil
}

// lowerCase gives the hashes of item words that the document also writes with a small letter: "turkey".
func (f *finder) lowerCase() map[uint32]bool {
	var bloom [64]uint64
	want := map[uint32]bool{}
	for i := range f.items {
		it := &f.items[i]
		if k := &f.t.Tokens[it.first]; it.last-it.first == 1 && k.Has(token.SentStart) && it.use == story.UseLiteral {
			want[k.Hash] = false
			bloom[k.Hash>>6&63] |= 1 << (k.Hash & 63)
		}
	}
	if len(want) == 0 {
		return want
	}
	for i := range f.t.Tokens {
		k := &f.t.Tokens[i]
		if k.Kind != token.Word || k.Has(token.Capital) || bloom[k.Hash>>6&63]&(1<<(k.Hash&63)) == 0 {
			continue
		}
		if _, ok := want[k.Hash]; ok {
			want[k.Hash] = true
		}
	}
	return want
}
