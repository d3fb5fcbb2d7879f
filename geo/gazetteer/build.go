package gazetteer

import (
	"cmp"
	"errors"
	"hash/crc32"
	"math"
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// The bounds of a layer. A place takes some 100 bytes while the layer is built and 80 while it is in use.
const (
	MaxLayer      = 4_000_000  // places
	maxLayerNames = 14_000_000 // names
	maxPlaceNames = 40         // names of one place
)

// The errors of Builder.Add.
var (
	ErrLayerFull = errors.New("gazetteer: a layer holds no more places")
	ErrNoPlace   = errors.New("gazetteer: no name, or a point outside the world")
)

// SameKM is how far from each other two places of one name lie at most to be one place.
const SameKM = 10

// nearKM is how far a place that ships may be for a place without a country to lie in its country and region.
const nearKM = 60

// Builder makes a layer, place by place. Memory grows by what the layer holds and not by the file it is read from.
type Builder struct {
	base *Index
	own  bool

	rows, names []byte
	keys        []layerKey
	countries   map[string]byte
	divisions   map[division2]uint16
	countryList []byte
	admin1List  []byte
	near        map[[2]int16]nearby
	hits        []Hit
}

// layerKey is a name of a place: its hash, row, match and word, and the upper bits of the hash of its first word with the number
// of its words.
type layerKey struct {
	hash         uint64
	value, first uint32
}

type division2 struct {
	country byte
	code    string
}

// nearby is in which country and region a spot lies.
type nearby struct{ country, admin1 string }

// NewBuilder begins a layer. base, which may be nil, tells which places are known already and in which country a point lies.
func NewBuilder(base *Index) *Builder {
	if base != nil {
		base = base.Under()
	}
	return &Builder{base: base, countries: map[string]byte{}, divisions: map[division2]uint16{}, countryList: make([]byte, 2),
		admin1List: make([]byte, layAdmSize), near: map[[2]int16]nearby{}}
}

// Len is the number of places so far.
func (b *Builder) Len() int { return len(b.rows) / layRowSize }

// Add takes a place. Without an id it gets one of its name and point; without a country that of the places around it.
// ErrNoPlace is what cannot be one, ErrLayerFull what the layer has no room for.
func (b *Builder) Add(e Entry) error {
	var buf [maxFold]byte
	if e.Name == "" || fold(&buf, e.Name, false) <= 0 || len(e.Name) > 255 ||
		!(math.Abs(e.Point[0]) <= 180 && math.Abs(e.Point[1]) <= 90) {
		return ErrNoPlace
	}
	if b.Len() >= MaxLayer || len(b.keys)+maxPlaceNames > maxLayerNames || len(b.names) > math.MaxUint32-1024 {
		return ErrLayerFull
	}
	if e.ID == 0 {
		e.ID = geo.AddedID(Fold(e.Name), e.Point)
	}
	if e.Country == "" && b.base != nil {
		n := b.around(e.Point)
		e.Country, e.Admin1 = n.country, n.admin1
	}
	same := geo.PlaceID(0)
	if b.own {
		if !e.ID.Added() && b.base != nil && b.base.RowByID(e.ID) != NoRow {
			return ErrNoPlace // it is one that ships
		}
	} else {
		if same = b.known(&e); same == 0 && !e.ID.Added() && b.base != nil && b.base.RowByID(e.ID) != NoRow {
			e.ID = geo.AddedID(Fold(e.Name), e.Point) // another place has the number
		}
	}
	b.row(&e, same)
	return nil
}

// known is the id of the place that ships and that the entry is: the one of its id, or of one of its names nearby.
func (b *Builder) known(e *Entry) geo.PlaceID {
	if b.base == nil {
		return 0
	}
	if r := b.base.RowByID(e.ID); r != NoRow && Kilometres(b.base.Point(r), e.Point) <= 5*SameKM {
		return e.ID
	}
	b.hits = b.base.Lookup(e.Name, b.hits[:0])
	for _, h := range b.hits {
		if h.Match != Demonym && alike(b.base.Kind(h.Row), e.Kind) && Kilometres(b.base.Point(h.Row), e.Point) <= SameKM {
			return b.base.ID(h.Row)
		}
	}
	return 0
}

// around is the country and region of the nearest place that ships. Spots of a tenth of a degree share an answer.
func (b *Builder) around(p orb.Point) nearby {
	cell := [2]int16{int16(math.Floor(p[0] * 10)), int16(math.Floor(p[1] * 10))}
	n, ok := b.near[cell]
	if !ok {
		if r := b.base.nearest(p, nearKM); r != NoRow {
			at := b.base.Place(r)
			n = nearby{at.Country, at.Admin1}
		}
		if len(b.near) > 200_000 {
			clear(b.near)
		}
		b.near[cell] = n
	}
	return n
}

func (b *Builder) row(e *Entry, same geo.PlaceID) {
	row := uint32(b.Len())
	country, division := b.division(e.Country, e.Admin1)
	var r [layRowSize]byte
	put := func(at int, v uint32) { copy(r[at:], put32(nil, v)) }
	put(layLat, uint32(int32(math.Round(e.Point[1]*1e6))))
	put(layLon, uint32(int32(math.Round(e.Point[0]*1e6))))
	put(layID, uint32(uint64(e.ID)))
	put(layID+4, uint32(uint64(e.ID)>>32))
	put(layPop, uint32(min(max(e.Population, 0), math.MaxUint32)))
	put(layName, uint32(len(b.names)))
	put(laySame, uint32(int32(same)))
	r[layCountry], r[layKind], r[layFame] = country, byte(e.Kind), byte(min(max(e.Fame, 0), 255))
	copy(r[layAdm1:], put16(nil, uint32(division)))
	copy(r[laySpan:], put16(nil, uint32(math.Min(65535, math.Ceil(e.SpanKM)))))
	b.rows = append(b.rows, r[:]...)
	b.names = append(append(b.names, byte(len(e.Name))), e.Name...)
	from := len(b.keys)
	b.key(from, row, e.Name, Primary)
	for i := 0; i < len(e.Names) && len(b.keys)-from < maxPlaceNames; i++ {
		b.key(from, row, e.Names[i].Text, e.Names[i].Match)
	}
}

// key takes a name of a row; of two that are one when folded, the first.
func (b *Builder) key(from int, row uint32, name string, m Match) {
	var buf, word [maxFold]byte
	n := fold(&buf, name, false)
	if n <= 0 {
		return
	}
	h := hashBytes(buf[:n], layerSeed)
	for _, k := range b.keys[from:] {
		if k.hash == h {
			return
		}
	}
	words := uint32(1)
	for _, c := range buf[:n] {
		if c == ' ' {
			words++
		}
	}
	f := hashBytes(word[:fold(&word, name, true)], layerSeed)
	b.keys = append(b.keys, layerKey{h, row | uint32(m)<<valueShift, uint32(f>>32)&^15 | min(words, 15)})
}

// division numbers a country and a region of it.
func (b *Builder) division(iso, code string) (country byte, division uint16) {
	if len(iso) != 2 {
		return 0, 0
	}
	country, ok := b.countries[iso]
	if !ok {
		if len(b.countryList) >= 2*256 {
			return 0, 0
		}
		country = byte(len(b.countryList) / 2)
		b.countries[iso] = country
		b.countryList = append(b.countryList, iso...)
	}
	if code == "" || len(code) > 20 {
		return country, 0
	}
	key := division2{country, code}
	division, ok = b.divisions[key]
	if !ok && len(b.divisions) < math.MaxUint16-1 {
		division = uint16(len(b.admin1List) / layAdmSize)
		b.divisions[key] = division
		b.admin1List = put32(append(b.admin1List, country), uint32(len(b.names)))
		b.names = append(append(b.names, byte(len(code))), code...)
	}
	return country, division
}

// Bytes is the layer as a file, with a note for whoever opens it. The Builder is used up.
func (b *Builder) Bytes(note []byte) []byte {
	people := func(k layerKey) uint32 { return le32(b.rows, int(k.value&valueRow)*layRowSize+layPop) }
	slices.SortFunc(b.keys, func(x, y layerKey) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(people(y), people(x)), cmp.Compare(x.value, y.value))
	})
	b.trim()
	var sec [laySections][]byte
	sec[layNote], sec[layRows], sec[layNames], sec[layCountries], sec[layAdmin1] = note, b.rows, b.names, b.countryList, b.admin1List
	sec[layHashes], sec[layValues] = make([]byte, 0, 8*len(b.keys)), make([]byte, 0, 4*len(b.keys))
	slots, shift := 1<<13, 64-13 // few names fill few of them, and nearly every word of a text stops there
	for slots < len(b.keys) && shift > 36 {
		slots, shift = slots*2, shift-1
	}
	sec[layFirst] = make([]byte, slots/2)
	for _, k := range b.keys {
		sec[layHashes] = put32(put32(sec[layHashes], uint32(k.hash)), uint32(k.hash>>32))
		sec[layValues] = put32(sec[layValues], k.value)
		s := int(k.first >> (shift - 32))
		if sh := 4 * (s & 1); byte(k.first&15) > sec[layFirst][s>>1]>>sh&15 {
			sec[layFirst][s>>1] = sec[layFirst][s>>1]&^(15<<sh) | byte(k.first&15)<<sh
		}
	}
	b.keys = nil
	for _, r := range sortedRows(b.rows) {
		sec[layByID] = put32(sec[layByID], r)
	}
	size := headerSize
	for _, s := range sec {
		size += len(s)
	}
	out := make([]byte, headerSize, size)
	copy(out, layerMagic)
	put := func(at int, v uint64) { copy(out[at:], put32(put32(nil, uint32(v)), uint32(v>>32))) }
	for i, s := range sec {
		put(16+16*i, uint64(len(out)))
		put(24+16*i, uint64(len(s)))
		out = append(out, s...)
		sec[i] = nil
	}
	copy(out[8:], put32(nil, laySections))
	copy(out[headerCRC:], put32(nil, crc32.Checksum(out[headerSize:], castagnoli)))
	return out
}

// trim leaves of the places of one name those that a look-up gives.
func (b *Builder) trim() {
	out, run := b.keys[:0], 0
	for i, k := range b.keys {
		if run++; i == 0 || k.hash != b.keys[i-1].hash {
			run = 1
		}
		if run <= maxLayerHits {
			out = append(out, k)
		}
	}
	b.keys = out
}
