package geo

import (
	"hash/fnv"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Own is a place that a person added to those that ship: a farm, a village that no gazetteer has, a name that is no more.
type Own struct {
	ID      PlaceID // see AddedID; it stays when the place is renamed or moved
	Name    string
	Names   []string // other names
	Kind    Kind
	Point   orb.Point // {lon, lat}
	Km      float64   // how far around Point it reaches; 0 a point
	Country string    // ISO 3166-1 alpha-2; "" where the places nearby tell it
	Admin1  string    // GeoNames admin1 code inside Country; "" if not known
}

// Equal reports whether two places say the same.
func (p Own) Equal(o Own) bool {
	return p.ID == o.ID && p.Name == o.Name && slices.Equal(p.Names, o.Names) && p.Kind == o.Kind && p.Point == o.Point && p.Km == o.Km &&
		p.Country == o.Country && p.Admin1 == o.Admin1
}

// AddedID is the id of an added place of a name at a point: the same on every machine and at every start. name is in the form
// that names are compared in. The ids lie below those of all that ships, and JSON numbers hold them exactly: -2^53 < id <
// -2^40.
func AddedID(name string, at orb.Point) PlaceID {
	h := fnv.New64a()
	h.Write([]byte(name))
	for _, v := range at {
		u := uint64(int64(math.Round(v * 1e4)))
		h.Write([]byte{0, byte(u), byte(u >> 8), byte(u >> 16), byte(u >> 24)})
	}
	const first, many = 1 << 40, 1 << 52
	return -first - PlaceID(mix(h.Sum64())%many) - 1
}

// mix spreads a hash over all its bits: the low ones of FNV follow the last byte.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// MergeOwn is a with what of b is not in it, by id.
func MergeOwn(a, b []Own) []Own {
	out := append([]Own(nil), a...)
	have := make(map[PlaceID]bool, len(a))
	for i := range a {
		have[a[i].ID] = true
	}
	for _, p := range b {
		if !have[p.ID] {
			have[p.ID] = true
			out = append(out, p)
		}
	}
	return out
}
