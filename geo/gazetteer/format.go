package gazetteer

import "fmt"

// The file, little-endian throughout:
//
//	0   8  magic
//	8   4  number of sections
//	12  4  CRC-32C of all bytes after the header
//	16  4  length of the file
//	20  4  rows that have an areas record
//	24  4  seed of the hash
//	32     for each section: u32 offset, u32 length
//	256    the sections, in order
const (
	magic       = "DLGAZ\x00\x00\x03"
	headerSize  = 256
	headerCRC   = 12
	headerLen   = 16
	headerAreas = 20
	headerSeed  = 24
	headerTable = 32
)

const (
	secRows = iota
	secAreas
	secNames
	secCountries
	secAdmin1
	secAdmin2
	secBase
	secRel
	secHashes
	secValues
	secPostings
	secFirst
	secIDs
	secBlocks
	secCells
	secNear
	secNote
	sectionCount
)

var sectionNames = [sectionCount]string{"rows", "areas", "names", "countries", "admin1", "admin2", "base", "rel",
	"hashes", "values", "postings", "first", "ids", "blocks", "cells", "near", "note"}

// Rows are stored as planes: byte k of every row stands together, which compresses far better than whole records and
// costs little, as the planes stay in the processor's cache.
const (
	rowLat     = 0  // 3 planes: i24, 1e-4 degrees
	rowLon     = 3  // 3 planes: i24, 1e-4 degrees
	rowPop     = 6  // 3 planes: u24, see packPop
	rowAdmin1  = 9  // 2 planes: number in admin1
	rowCountry = 11 // number in countries
	rowKind    = 12 // low nibble geo.Kind, high nibble flags
	rowFame    = 13
	rowAdmin2  = 14 // 2 planes: number in admin2
	rowSize    = 16
	idSize     = 4  // planes of section ids: i32, ascending among areas and among the rest
	nameBlock  = 32 // rows to one entry of section blocks
)

const (
	flagCapital = 1 << 4
	flagSeat    = 1 << 5
	flagDispute = 1 << 6
	flagTable   = 1 << 7 // a row of our own tables
)

const (
	areaAnchor  = 0 // u24 row, NoRow if none
	areaSpan    = 3 // u16 km
	areaSize    = 5
	countryISO  = 0 // 2 bytes
	countryRow  = 2 // u24
	countrySize = 5
	admin1Ctry  = 0 // u8 country number
	admin1Code  = 1 // u24 offset in names
	admin1Row   = 4 // u24
	admin1Size  = 7
	admin2Adm1  = 0 // u16
	admin2Code  = 2 // u24 offset in names
	admin2Row   = 5 // u24
	admin2Size  = 8
)

const (
	valueRow   = 1<<24 - 1 // row, or offset in postings
	valueShift = 24        // 4 bits of Match
	valueLast  = 1 << 28   // in postings: last of the list
	valueWord  = 1 << 30   // the name is also an ordinary word
	valueMany  = 1 << 31   // the low bits are an offset in postings
	hashSize   = 3         // bytes of the hash kept beside the bucket's bits
	cellsX     = 360
	cellsY     = 180
	maxFold    = 120 // bytes of the longest folded name
)

func le16(b []byte, i int) uint32 {
	if i < 0 || i+2 > len(b) {
		return 0
	}
	return uint32(b[i]) | uint32(b[i+1])<<8
}

func le24(b []byte, i int) uint32 {
	if i < 0 || i+3 > len(b) {
		return 0
	}
	return uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16
}

func le32(b []byte, i int) uint32 {
	if i < 0 || i+4 > len(b) {
		return 0
	}
	return uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16 | uint32(b[i+3])<<24
}

// signed24 widens a 24-bit two's complement number.
func signed24(v uint32) int32 { return int32(v<<8) >> 8 }

// Populations take 24 bits: exact below 2^23, above that in steps of 256.
func packPop(n int64) uint32 {
	switch {
	case n <= 0:
		return 0
	case n < 1<<23:
		return uint32(n)
	case n >= 1<<31:
		return 1<<24 - 1
	}
	return 1<<23 | uint32(n>>8)
}

func unpackPop(v uint32) int64 {
	if v < 1<<23 {
		return int64(v)
	}
	return int64(v&(1<<23-1)) << 8
}

// open checks the header and the bounds of every section, not the checksum.
func open(data []byte) (*Index, error) {
	if len(data) < headerSize {
		return nil, damaged("%d bytes are too few", len(data))
	}
	if string(data[:len(magic)]) != magic {
		return nil, damaged("it does not begin with the mark of this version")
	}
	if n := le32(data, len(magic)); n != sectionCount {
		return nil, damaged("%d sections where %d belong", n, sectionCount)
	}
	if n := le32(data, headerLen); uint64(n) != uint64(len(data)) {
		return nil, damaged("%d bytes where the header says %d", len(data), n)
	}
	var sec [sectionCount][]byte
	for i := range sec {
		off, n := uint64(le32(data, headerTable+8*i)), uint64(le32(data, headerTable+8*i+4))
		if off < headerSize || off+n > uint64(len(data)) {
			return nil, damaged("section %s lies outside the file", sectionNames[i])
		}
		sec[i] = data[off : off+n : off+n]
	}
	x := &Index{data: data,
		rows: sec[secRows], areas: sec[secAreas], names: sec[secNames], countries: sec[secCountries],
		admin1: sec[secAdmin1], admin2: sec[secAdmin2], base: sec[secBase], rel: sec[secRel], hashes: sec[secHashes],
		values: sec[secValues], postings: sec[secPostings], first: sec[secFirst], ids: sec[secIDs], blocks: sec[secBlocks],
		cells: sec[secCells], near: sec[secNear], note: sec[secNote],
		rowCount: uint32(len(sec[secRows]) / rowSize), areaCount: le32(data, headerAreas),
		seed:     uint64(le32(data, headerSeed)),
		keyCount: uint32(len(sec[secValues]) / 4), bucketLen: uint32(len(sec[secRel])/2) - 1}
	return x, x.check()
}

// check compares the sizes of sections that belong together.
func (x *Index) check() error {
	b := uint32(1)
	for x.bucketSh = 64; b < x.bucketLen && x.bucketSh > 32; b <<= 1 {
		x.bucketSh--
	}
	f := 2
	for x.firstSh = 63; f < 2*len(x.first) && x.firstSh > 32; f <<= 1 {
		x.firstSh--
	}
	for _, c := range []struct {
		ok   bool
		what string
	}{
		{len(x.rows)%rowSize == 0 && x.rowCount < uint32(NoRow), "rows"},
		{len(x.areas) == int(x.areaCount)*areaSize && x.areaCount <= x.rowCount, "areas"},
		{len(x.countries)%countrySize == 0 && len(x.countries) > 0 && len(x.countries) <= 256*countrySize, "countries"},
		{len(x.admin1)%admin1Size == 0 && len(x.admin1) > 0, "admin1"},
		{len(x.admin2)%admin2Size == 0 && len(x.admin2) > 0, "admin2"},
		{len(x.rel)%2 == 0 && len(x.rel) >= 4 && b == x.bucketLen, "rel"},
		{len(x.base) == 4*(int(x.bucketLen)/1024+1), "base"},
		{len(x.hashes) == int(x.keyCount)*hashSize && len(x.values) == int(x.keyCount)*4, "hashes and values"},
		{len(x.postings)%4 == 0, "postings"},
		{len(x.first) > 0 && f == 2*len(x.first), "first"},
		{len(x.ids) == idSize*int(x.rowCount), "ids"},
		{len(x.blocks) == 4*((int(x.rowCount)+nameBlock-1)/nameBlock), "blocks"},
		{len(x.cells) == 4*(cellsX*cellsY+1), "cells"},
		{len(x.near)%3 == 0, "near"},
	} {
		if !c.ok {
			return fmt.Errorf("%w: section %s has a wrong size", ErrDamaged, c.what)
		}
	}
	return nil
}
