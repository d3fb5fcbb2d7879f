package gazetteer

import (
	"errors"
	"fmt"
	"hash/crc32"
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// A layer is a set of places that a person added: read in place like the index, from a file that Builder writes.
// Little-endian throughout:
//
//	0   8  magic
//	8   4  number of sections
//	12  4  CRC-32C of all bytes after the header
//	16     for each section: u64 offset, u64 length
//	256    the sections, in order
const (
	layerMagic = "DLLAYER\x01"
	layerSeed  = 1 // of the hash of names
)

const (
	layNote      = iota // words of whoever built it; none so far
	layRows             // layRowSize each
	layNames            // length byte + bytes
	layCountries        // 2 bytes each, number 0 is none
	layAdmin1           // u8 country number, u32 offset of the code in names; number 0 is none
	layHashes           // u64 for each name, ascending
	layValues           // u32 for each name: row, match, word
	layFirst            // one nibble for each first-word slot: words of the longest name
	layByID             // u32 row, ascending by id
	laySections
)

const (
	layLat     = 0  // i32, 1e-6 degrees
	layLon     = 4  // i32, 1e-6 degrees
	layID      = 8  // i64
	layPop     = 16 // u32
	layName    = 20 // u32 offset in names
	laySame    = 24 // i32: id of the place that ships and is the same; 0 none
	layCountry = 28 // u8
	layKind    = 29 // u8
	layFame    = 30 // u8
	layAdm1    = 32 // u16
	laySpan    = 34 // u16 km
	layRowSize = 36
	layAdmSize = 5
)

// ErrLayer is wrapped by every error of LoadLayer.
var ErrLayer = errors.New("gazetteer: the layer of places is damaged")

// Layer is a set of added places, to be laid over an Index. It may be used by several goroutines.
type Layer struct {
	Own  bool   // a person's own places, which come before all others of their names
	Name string // to show: "villages.csv"

	rows      []byte
	names     []byte
	countries []byte
	admin1    []byte
	hashes    []byte
	values    []byte
	first     []byte
	byID      []byte
	firstSh   uint8
}

// LoadLayer opens a layer over data, which must stay unchanged. A damaged, truncated or foreign file gives an error that
// wraps ErrLayer; LoadLayer never panics.
func LoadLayer(data []byte) (*Layer, error) {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s", ErrLayer, fmt.Sprintf(format, args...))
	}
	if len(data) < headerSize || string(data[:8]) != layerMagic || le32(data, 8) != laySections {
		return nil, bad("it does not begin with the mark of this version")
	}
	if got, want := crc32.Checksum(data[headerSize:], castagnoli), le32(data, headerCRC); got != want {
		return nil, bad("checksum is %08x, the file says %08x", got, want)
	}
	var sec [laySections][]byte
	for i := range sec {
		off, n := le64(data, 16+16*i), le64(data, 24+16*i)
		if off < headerSize || off > uint64(len(data)) || n > uint64(len(data))-off {
			return nil, bad("a part lies outside the file")
		}
		sec[i] = data[off : off+n : off+n]
	}
	l := &Layer{rows: sec[layRows], names: sec[layNames], countries: sec[layCountries], admin1: sec[layAdmin1],
		hashes: sec[layHashes], values: sec[layValues], first: sec[layFirst], byID: sec[layByID]}
	slots := 2
	for l.firstSh = 63; slots < 2*len(l.first) && l.firstSh > 36; slots <<= 1 {
		l.firstSh--
	}
	rows := len(l.rows) / layRowSize
	if len(l.rows)%layRowSize != 0 || rows >= int(NoRow) || len(l.hashes) != 2*len(l.values) || len(l.values)%4 != 0 ||
		len(l.byID) != 4*rows || len(l.first) == 0 || slots != 2*len(l.first) ||
		len(l.countries)%2 != 0 || len(l.countries) > 512 || len(l.admin1)%layAdmSize != 0 {
		return nil, bad("its parts do not fit each other")
	}
	return l, nil
}

// Len is the number of places.
func (l *Layer) Len() int { return len(l.rows) / layRowSize }

func le64(b []byte, i int) uint64 { return uint64(le32(b, i)) | uint64(le32(b, i+4))<<32 }

// field reads from a row; a row that is not there reads as zeros.
func (l *Layer) field(row, at int) uint32 { return le32(l.rows, row*layRowSize+at) }

func (l *Layer) octet(row, at int) byte {
	if i := row*layRowSize + at; i < len(l.rows) {
		return l.rows[i]
	}
	return 0
}

func (l *Layer) point(row int) orb.Point {
	return orb.Point{float64(int32(l.field(row, layLon))) / 1e6, float64(int32(l.field(row, layLat))) / 1e6}
}

func (l *Layer) id(row int) geo.PlaceID { return geo.PlaceID(le64(l.rows, row*layRowSize+layID)) }

func (l *Layer) same(row int) geo.PlaceID { return geo.PlaceID(int32(l.field(row, laySame))) }

func (l *Layer) name(row int) string { return l.str(l.field(row, layName)) }

func (l *Layer) str(off uint32) string { return poolString(l.names, int(off)) }

func (l *Layer) span(row int) float64 { return float64(le16(l.rows, row*layRowSize+laySpan)) }

// iso is the code of a country number of this layer, "" for none.
func (l *Layer) iso(n int) string {
	if n == 0 || 2*n+2 > len(l.countries) {
		return ""
	}
	return string(l.countries[2*n : 2*n+2])
}

// division is an admin1 number of this layer as the country's number and its code.
func (l *Layer) division(n int) (country int, code string) {
	if i := n * layAdmSize; n > 0 && i+layAdmSize <= len(l.admin1) {
		return int(l.admin1[i]), l.str(le32(l.admin1, i+1))
	}
	return 0, ""
}

// maxLayerHits bounds the places of one name that a layer gives, best first: a country has hundreds of hamlets of one name.
const maxLayerHits = 24

// find adds the places whose name has a hash, as rows of level n of a stack.
func (l *Layer) find(h uint64, n int, dst []Hit) []Hit {
	many := len(l.values) / 4
	for i := l.search(h); i < many && le64(l.hashes, 8*i) == h && i < many; i++ {
		v := le32(l.values, 4*i)
		if row := v & valueRow; int(row) < l.Len() {
			dst = append(dst, Hit{Row: Row(uint32(n+1)<<levelShift | row), Match: Match(v >> valueShift & 15), Word: v&valueWord != 0})
		}
	}
	return dst
}

// search is the first name whose hash is not below h. Hashes are spread evenly, so that where it must be is known but for a few
// steps.
func (l *Layer) search(h uint64) int {
	n := len(l.values) / 4
	at := func(i int) uint64 { return le64(l.hashes, 8*i) }
	guess := int(float64(h) / (1 << 64) * float64(n))
	lo, hi := min(max(guess-16, 0), n), min(guess+16, n)
	for step := 64; lo > 0 && at(lo-1) >= h; step *= 4 {
		hi, lo = lo, max(lo-step, 0)
	}
	for step := 64; hi < n && at(hi) < h; step *= 4 {
		lo, hi = hi, min(hi+step, n)
	}
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); at(m) < h {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// reach is Index.Reach for the hash of a first word.
func (l *Layer) reach(h uint64) int {
	slot := int(h >> l.firstSh)
	if slot>>1 >= len(l.first) {
		return 0
	}
	return int(l.first[slot>>1] >> (4 * (slot & 1)) & 15)
}

// rowByID is the row of a place id, -1 if it is not in the layer.
func (l *Layer) rowByID(id geo.PlaceID) int {
	lo, hi := 0, len(l.byID)/4
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if l.id(int(le32(l.byID, 4*m))) < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(l.byID)/4 {
		if row := int(le32(l.byID, 4*lo)); row < l.Len() && l.id(row) == id {
			return row
		}
	}
	return -1
}

func (l *Layer) code(row int) string {
	_, code := l.division(int(le16(l.rows, row*layRowSize+layAdm1)))
	return code
}

// OwnLayer makes a layer of a person's own places, for which x tells in which country they lie. Places without a name or
// outside the world are left out.
func OwnLayer(x *Index, places []geo.Own) *Layer {
	b := NewBuilder(x)
	b.own = true
	for i := range places {
		p := &places[i]
		e := Entry{Place: geo.Place{ID: p.ID, Name: p.Name, Kind: p.Kind, Point: p.Point, Country: p.Country, Admin1: p.Admin1, SpanKM: 2 * p.Km}}
		for _, n := range p.Names {
			e.Names = append(e.Names, Name{Text: n, Match: Official})
		}
		_ = b.Add(e) // a place that cannot be is found by nobody
	}
	l, err := LoadLayer(b.Bytes(nil))
	if err != nil {
		panic(err) // the bytes were made a moment ago
	}
	l.Own = true
	return l
}

// sortedRows are the rows of a layer by id.
func sortedRows(rows []byte) []uint32 {
	out := make([]uint32, len(rows)/layRowSize)
	for i := range out {
		out[i] = uint32(i)
	}
	id := func(r uint32) int64 { return int64(le64(rows, int(r)*layRowSize+layID)) }
	slices.SortStableFunc(out, func(a, b uint32) int {
		switch x, y := id(a), id(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return out
}
