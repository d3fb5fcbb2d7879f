package gazetteer

import (
	"dateline/geo"
)

// levelShift is where a Row says which layer it is of: 0 the index itself, n layer n-1 of the stack.
const levelShift = 24

// level is a layer as part of a stack, with its numbers of countries and regions as those of the index below.
type level struct {
	*Layer
	country []Country
	admin1  []Admin1
}

// Over gives an index with layers laid over it, the first one on top: their places are found like those that ship, and before
// them. It shares everything with x, which stays as it is; layers that lie over x already are not kept. A place of a layer that
// is the same as one that ships (see SameKM) is that one, and only lends it names; a place of a layer with Own set takes the
// place of what is the same below it. Ids stay: those of what ships are never those of an added place.
func (x *Index) Over(layers ...*Layer) *Index {
	over := *x
	over.under, over.over = x.Under(), nil
	for _, l := range layers {
		if l == nil || len(over.over) == 255 {
			continue
		}
		v := level{Layer: l, country: make([]Country, len(l.countries)/2+1), admin1: make([]Admin1, len(l.admin1)/layAdmSize+1)}
		for i := range v.country {
			v.country[i] = x.CountryNumber(l.iso(i))
		}
		for i := range v.admin1 {
			if c, code := l.division(i); code != "" {
				v.admin1[i] = x.Admin1Number(l.iso(c), code)
			}
		}
		over.over = append(over.over, v)
	}
	if len(over.over) == 0 {
		return over.under
	}
	return &over
}

// Under is the index without its layers.
func (x *Index) Under() *Index {
	if x.under != nil {
		return x.under
	}
	return x
}

// Layered reports whether layers lie over the index.
func (x *Index) Layered() bool { return x.over != nil }

// level gives the layer of a row and its number there; nil for a row of the index itself.
func (x *Index) level(r Row) (*level, int) {
	if n := int(r >> levelShift); n > 0 && n <= len(x.over) {
		if row := int(r & valueRow); row < x.over[n-1].Len() {
			return &x.over[n-1], row
		}
	}
	return nil, 0
}

// OwnRow reports whether a row is a place of the person's own.
func (x *Index) OwnRow(r Row) bool {
	l, _ := x.level(r)
	return l != nil && l.Own
}

// LayerOf is the name of the layer a row is of, "" for what ships.
func (x *Index) LayerOf(r Row) string {
	if l, _ := x.level(r); l != nil {
		return l.Name
	}
	return ""
}

// added is the entry of a row of a layer.
func (x *Index) added(r Row) geo.Place {
	l, row := x.level(r)
	if l == nil {
		return geo.Place{}
	}
	p := geo.Place{ID: l.id(row), Name: l.name(row), Kind: x.Kind(r), Point: l.point(row), Country: l.iso(int(l.octet(row, layCountry))),
		Admin1: l.code(row), Population: x.Population(r), SpanKM: l.span(row), Fame: x.Fame(r)}
	p.Anchor = p.Point
	if a := x.Admin1Of(r); a > 0 {
		p.Admin1Name = x.Name(x.Admin1Row(a))
	}
	return p
}

// lookupOver is Lookup for a stack: own places first, then those of layers, then what ships, without what is the same place.
func (x *Index) lookupOver(folded []byte, dst []Hit) []Hit {
	at := len(dst)
	h := hashBytes(folded, layerSeed)
	for i := range x.over {
		dst = x.over[i].find(h, i, dst)
	}
	added := len(dst)
	if v, ok := x.find(hashBytes(folded, x.seed)); ok {
		dst = x.expand(v, dst)
	}
	if added == at {
		return dst
	}
	return dst[:at+x.settle(dst[at:], added-at)]
}

// settle leaves of the hits of one name each place once, and gives how many are left. The first n are of layers.
func (x *Index) settle(hits []Hit, n int) int {
	shipped := hits[n:]
	word := len(shipped) > 0 && shipped[0].Word
	k := 0
	for _, h := range hits[:n] {
		l, row := x.level(h.Row)
		if r := x.shipped(l.same(row)); r != NoRow {
			h.Row = r
		} else if !l.Own {
			for _, s := range shipped {
				if s.Row != NoRow && x.twins(h.Row, s.Row) {
					h.Row = s.Row
				}
			}
		}
		if h.Row>>levelShift == 0 && holds(shipped, h.Row) || x.has2(hits[:k], h.Row) {
			continue
		}
		if l.Own {
			for i := range shipped {
				if shipped[i].Row != NoRow && x.twins(h.Row, shipped[i].Row) {
					shipped[i].Row = NoRow
				}
			}
		}
		h.Word = h.Word || word && !l.Own
		hits[k] = h
		k++
	}
	for _, s := range shipped {
		if s.Row != NoRow {
			hits[k] = s
			k++
		}
	}
	return k
}

func holds(hits []Hit, r Row) bool {
	for _, h := range hits {
		if h.Row == r {
			return true
		}
	}
	return false
}

// has2 reports whether hits hold a row, or another one that is the same place.
func (x *Index) has2(hits []Hit, r Row) bool {
	for _, h := range hits {
		if h.Row == r || x.twins(h.Row, r) {
			return true
		}
	}
	return false
}

// twins reports whether two rows that share a name are one place.
func (x *Index) twins(a, b Row) bool {
	return alike(x.Kind(a), x.Kind(b)) && Kilometres(x.Point(a), x.Point(b)) <= SameKM
}

// alike reports whether two kinds may be said of one place: what is a town to one is a part of a town to another.
func alike(a, b geo.Kind) bool {
	town := func(k geo.Kind) bool { return k == geo.KindCity || k == geo.KindDistrict || k == geo.KindUnknown }
	return a == b || town(a) && town(b)
}

// shipped is the row of an id in the index itself; NoRow for 0.
func (x *Index) shipped(id geo.PlaceID) Row {
	if id == 0 {
		return NoRow
	}
	return x.rowByID(id)
}

// RowByID gives the row of a place id, NoRow if it is not in the index: of a person's own places first.
func (x *Index) RowByID(id geo.PlaceID) Row {
	if x.over == nil {
		return x.rowByID(id)
	}
	for own := true; ; own = false {
		for i := range x.over {
			if l := &x.over[i]; l.Own == own {
				if row := l.rowByID(id); row >= 0 {
					return Row(uint32(i+1)<<levelShift | uint32(row))
				}
			}
		}
		if !own {
			return NoRow
		}
		if r := x.rowByID(id); r != NoRow {
			return r
		}
	}
}

// reachOver is what the layers promise beyond n, for Reach.
func (x *Index) reachOver(folded []byte, n int) int {
	h := hashBytes(folded, layerSeed)
	for i := range x.over {
		n = max(n, x.over[i].reach(h))
	}
	return n
}
