// Package gazetteer answers which places a name may mean. The index is a block of bytes read in place: Load parses
// nothing, builds no map and copies nothing to the heap.
//
//	x, err := gazetteer.Load(assets.Gazetteer())
//	for _, h := range x.Lookup("Kharkov", nil) {
//		fmt.Println(x.Place(h.Row).Name, h.Match) // Kharkiv alternate
//	}
//
// It proposes and never chooses: see geo/geocode. It does not decide whether "Reading" is a place in a sentence.
// All methods may be called from several goroutines.
package gazetteer

import (
	"errors"
	"fmt"
	"hash/crc32"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Row numbers an entry of the index. It is good for one build of the index only; keep geo.PlaceID in files.
type Row uint32

// NoRow is no entry.
const NoRow Row = 1<<24 - 1

// Match says how a name belongs to the place it found.
type Match uint8

// The ways a name can match, strongest first: where a place bears one name in several ways, the first holds. The numbers
// are written into the index and must not change.
const (
	Primary      Match = iota // the name shown: "Kharkiv", "Kursk Oblast"
	Official                  // another full name of ours or of the source's main columns: "Khān Yūnis", "Russian Federation"
	Abbreviation              // "Ky.", "N.S.W.", "UK", "D.C."
	Demonym                   // people and adjectives: "Ukrainian", "Britons", "Muscovite"
	Historic                  // a state or name that is no more: "Soviet Union", "Persia"
	Generated                 // made by rule: "Kharkiv region", "Kursk Province"
	Short                     // a division without its class word: "Kursk" for Kursk Oblast, "Var" for Departement du Var
	Alternate                 // one of the names that GeoNames or Natural Earth lists: "Kharkov", "Bombay"
	Foreign                   // an alternate in another script than Latin: "Харьков", "الرياض"
	matchCount
)

var matchNames = [matchCount]string{"primary", "official", "abbreviation", "demonym", "historic", "generated", "short",
	"alternate", "foreign"}

// String gives the match as the command line prints it.
func (m Match) String() string {
	if m < matchCount {
		return matchNames[m]
	}
	return "unknown"
}

// Hit is one place that a name may mean. Word tells that the name is also an ordinary English word or phrase in lower
// case ("reading", "of", "nice"), so that it needs a capital letter and support to be read as a place.
type Hit struct {
	Row   Row
	Match Match
	Word  bool
}

// ErrDamaged is wrapped by every error of Load.
var ErrDamaged = errors.New("gazetteer: the place index (gazetteer.bin) is damaged")

// Index is the loaded gazetteer. The zero Index is empty and finds nothing.
type Index struct {
	data []byte

	rows      []byte // rowSize planes
	rowCount  uint32
	areas     []byte // areaSize each, for rows below areaCount
	areaCount uint32
	names     []byte // length byte + bytes
	countries []byte // countrySize each, number 0 is none
	admin1    []byte // admin1Size each, number 0 is none
	admin2    []byte // admin2Size each, number 0 is none
	base      []byte // u32 for each 1024 buckets
	rel       []byte // u16 for each bucket, relative to base
	hashes    []byte // hashSize each, ascending inside a bucket
	values    []byte // all low halves (u16), then all high halves
	postings  []byte // the same
	first     []byte // one nibble for each first-word slot: words of the longest name
	ids       []byte // idSize planes, ascending among areas and among the rest
	blocks    []byte // u32 offset in names of the first name of each nameBlock rows
	cells     []byte // u32 starts into near
	near      []byte // u24 rows by cell, capitals first, then the most populous
	note      []byte
	seed      uint64
	keyCount  uint32
	bucketLen uint32 // number of buckets
	bucketSh  uint8
	firstSh   uint8

	over  []level // layers over it, the top one first; nil for none
	under *Index  // the index without them; nil where this is it
}

// Load opens an index over data, which must stay unchanged; an embedded file is best. A damaged, truncated or foreign
// file gives an error that wraps ErrDamaged and says what is wrong; Load never panics.
func Load(data []byte) (*Index, error) {
	x, err := open(data)
	if err != nil {
		return nil, err
	}
	if got, want := crc32.Checksum(data[headerSize:], castagnoli), le32(data, headerCRC); got != want {
		return nil, damaged("checksum is %08x, the file says %08x", got, want)
	}
	return x, nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// Len gives the number of places.
func (x *Index) Len() int { return int(x.rowCount) }

// Names gives the number of distinct folded names.
func (x *Index) Names() int { return int(x.keyCount) }

// Note says what data the index was built from, with dates and licences, one source a line.
func (x *Index) Note() string { return string(x.note) }

// Near gives the places within km of p, nearest first, at most max. Areas (countries, seas, regions) are left out: their
// point says little about nearness.
func (x *Index) Near(p orb.Point, km float64, max int) []geo.Place {
	rows := x.NearRows(p, km, max, nil)
	out := make([]geo.Place, len(rows))
	for i, r := range rows {
		out[i] = x.Place(r)
	}
	return out
}

// In gives the cities, districts and landmarks inside b, most populous first (capitals before all), at most max.
func (x *Index) In(b orb.Bound, max int) []geo.Place {
	rows := x.InRows(b, max)
	out := make([]geo.Place, len(rows))
	for i, r := range rows {
		out[i] = x.Place(r)
	}
	return out
}
