package gazetteer

import (
	"sort"
	"unsafe"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Place gives the whole entry of a row, without allocating. A row that is not in the index gives the zero Place.
func (x *Index) Place(r Row) geo.Place {
	if !x.has(r) {
		return x.added(r)
	}
	p := geo.Place{ID: x.ID(r), Name: x.Name(r), Kind: x.Kind(r), Point: x.Point(r), Country: x.ISO(x.CountryOf(r)),
		Population: x.Population(r), Fame: x.Fame(r), Capital: x.Capital(r), Seat: x.Seat(r)}
	p.Anchor = p.Point
	if a := x.Admin1Of(r); a > 0 {
		p.Admin1 = x.str(le24(x.admin1, int(a)*admin1Size+admin1Code))
		p.Admin1Name = x.Name(x.Admin1Row(a))
	}
	if a := int(x.at16(rowAdmin2, r)); a > 0 {
		p.Admin2 = x.str(le24(x.admin2, a*admin2Size+admin2Code))
	}
	if uint32(r) < x.areaCount {
		p.SpanKM = x.Span(r)
		if a := x.AnchorRow(r); x.has(a) {
			p.Anchor, p.AnchorName = x.Point(a), x.Name(a)
		}
	}
	return p
}

func (x *Index) has(r Row) bool { return uint32(r) < x.rowCount }

// at8, at16 and at24 read a field of a row that exists.
func (x *Index) at8(plane int, r Row) byte { return x.rows[plane*int(x.rowCount)+int(r)] }

func (x *Index) at16(plane int, r Row) uint32 {
	n := int(x.rowCount)
	i := plane*n + int(r)
	return uint32(x.rows[i]) | uint32(x.rows[i+n])<<8
}

func (x *Index) at24(plane int, r Row) uint32 {
	n := int(x.rowCount)
	i := plane*n + int(r)
	return uint32(x.rows[i]) | uint32(x.rows[i+n])<<8 | uint32(x.rows[i+2*n])<<16
}

// str gives a string of the pool; it shares the bytes of the file, which never change.
func (x *Index) str(off uint32) string {
	return poolString(x.names, int(off))
}

// poolString reads a length byte and as many bytes; "" outside the pool.
func poolString(names []byte, i int) string {
	if i >= len(names) {
		return ""
	}
	n := int(names[i])
	if n == 0 || i+1+n > len(names) {
		return ""
	}
	return unsafe.String(&names[i+1], n)
}

// Name gives the name to show for a row.
func (x *Index) Name(r Row) string {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return l.name(row)
		}
		return ""
	}
	off := int(le32(x.blocks, int(r)/nameBlock*4))
	for i := int(r) % nameBlock; i > 0 && off < len(x.names); i-- {
		off += 1 + int(x.names[off])
	}
	return x.str(uint32(off))
}

// ID gives the place id of a row, 0 if there is no such row.
func (x *Index) ID(r Row) geo.PlaceID {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return l.id(row)
		}
		return 0
	}
	n, i := int(x.rowCount), int(r)
	return geo.PlaceID(int32(uint32(x.ids[i]) | uint32(x.ids[i+n])<<8 | uint32(x.ids[i+2*n])<<16 | uint32(x.ids[i+3*n])<<24))
}

// Point gives the gazetteer's own point of a row.
func (x *Index) Point(r Row) orb.Point {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return l.point(row)
		}
		return orb.Point{}
	}
	return orb.Point{float64(signed24(x.at24(rowLon, r))) / 1e4, float64(signed24(x.at24(rowLat, r))) / 1e4}
}

// Span gives the rough width of an area in km, 0 for a point.
func (x *Index) Span(r Row) float64 {
	if uint32(r) >= x.areaCount {
		if l, row := x.level(r); l != nil {
			return l.span(row)
		}
		return 0
	}
	return float64(le16(x.areas, int(r)*areaSize+areaSpan))
}

// AnchorRow gives the row of the capital or seat where the map marks an area, NoRow if it is marked at its own point.
func (x *Index) AnchorRow(r Row) Row {
	if uint32(r) >= x.areaCount {
		return NoRow
	}
	return Row(le24(x.areas, int(r)*areaSize+areaAnchor))
}

// Kind gives the kind of a row.
func (x *Index) Kind(r Row) geo.Kind { return geo.Kind(x.kind(r) & 15) }

func (x *Index) kind(r Row) byte {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return l.octet(row, layKind) & 15
		}
		return 0
	}
	return x.at8(rowKind, r)
}

// Population gives the number of people, 0 if unknown; exact below 8 million, rounded down to 256 above.
func (x *Index) Population(r Row) int64 {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return int64(l.field(row, layPop))
		}
		return 0
	}
	return unpackPop(x.at24(rowPop, r))
}

// Fame gives the number of names and spellings known, at most 255.
func (x *Index) Fame(r Row) int {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			return int(l.octet(row, layFame))
		}
		return 0
	}
	return int(x.at8(rowFame, r))
}

// Capital reports whether the row is the capital of its country.
func (x *Index) Capital(r Row) bool { return x.kind(r)&flagCapital != 0 }

// Seat reports whether the row is the seat of its admin1.
func (x *Index) Seat(r Row) bool { return x.kind(r)&flagSeat != 0 }

// Disputed reports whether more than one state claims the place: Crimea, Kashmir, the Golan Heights.
func (x *Index) Disputed(r Row) bool { return x.kind(r)&flagDispute != 0 }

// Table reports whether the row comes from our own tables, which beat namesakes of the city dump.
func (x *Index) Table(r Row) bool { return x.kind(r)&flagTable != 0 }

// Country numbers a country inside one build of the index, 1 to 255; 0 is none. Use it as an index of small arrays.
type Country uint8

// Admin1 numbers a first-level division inside one build of the index; 0 is none. It fixes the country too.
type Admin1 uint16

// CountryOf gives the country of a row, 0 for seas and areas of several countries.
func (x *Index) CountryOf(r Row) Country {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			if n := int(l.octet(row, layCountry)); n < len(l.country) {
				return l.country[n]
			}
		}
		return 0
	}
	return Country(x.at8(rowCountry, r))
}

// Admin1Of gives the first-level division a row lies in, or is.
func (x *Index) Admin1Of(r Row) Admin1 {
	if !x.has(r) {
		if l, row := x.level(r); l != nil {
			if n := int(le16(l.rows, row*layRowSize+layAdm1)); n < len(l.admin1) {
				return l.admin1[n]
			}
		}
		return 0
	}
	return Admin1(x.at16(rowAdmin1, r))
}

// Admin2Row gives the row of the second-level division a row lies in, or is; NoRow if none.
func (x *Index) Admin2Row(r Row) Row {
	if !x.has(r) {
		return NoRow
	}
	a := int(x.at16(rowAdmin2, r)) * admin2Size
	if a == 0 || a+admin2Size > len(x.admin2) {
		return NoRow
	}
	return Row(le24(x.admin2, a+admin2Row))
}

// ISO gives the two letters of a country number, "" for 0.
func (x *Index) ISO(c Country) string {
	i := int(c) * countrySize
	if c == 0 || i+countrySize > len(x.countries) {
		return ""
	}
	return unsafe.String(&x.countries[i], 2)
}

// CountryCount gives one more than the highest country number.
func (x *Index) CountryCount() int { return len(x.countries) / countrySize }

// Admin1Count gives one more than the highest Admin1 number.
func (x *Index) Admin1Count() int { return len(x.admin1) / admin1Size }

// CountryRow gives the row of a country number, NoRow if none.
func (x *Index) CountryRow(c Country) Row {
	i := int(c) * countrySize
	if c == 0 || i+countrySize > len(x.countries) {
		return NoRow
	}
	return Row(le24(x.countries, i+countryRow))
}

// Admin1Row gives the row of a first-level division, NoRow if only its code is known.
func (x *Index) Admin1Row(a Admin1) Row {
	i := int(a) * admin1Size
	if a == 0 || i+admin1Size > len(x.admin1) {
		return NoRow
	}
	return Row(le24(x.admin1, i+admin1Row))
}

// CountryOfAdmin1 gives the country that a first-level division belongs to.
func (x *Index) CountryOfAdmin1(a Admin1) Country {
	i := int(a) * admin1Size
	if a == 0 || i+admin1Size > len(x.admin1) {
		return 0
	}
	return Country(x.admin1[i+admin1Ctry])
}

// CountryNumber gives the number of an ISO code, 0 if unknown.
func (x *Index) CountryNumber(iso string) Country {
	if len(iso) != 2 {
		return 0
	}
	n := len(x.countries) / countrySize
	i := sort.Search(n, func(i int) bool { return string(x.countries[i*countrySize:i*countrySize+2]) >= iso })
	if i > 0 && i < n && string(x.countries[i*countrySize:i*countrySize+2]) == iso {
		return Country(i)
	}
	return 0
}

// Admin1Number gives the number of a GeoNames code such as "RU", "41"; 0 if unknown.
func (x *Index) Admin1Number(iso, code string) Admin1 {
	c := x.CountryNumber(iso)
	if c == 0 {
		return 0
	}
	n := len(x.admin1) / admin1Size
	i := 1 + sort.Search(max(n-1, 0), func(i int) bool {
		o := (i + 1) * admin1Size
		if got := Country(x.admin1[o]); got != c {
			return got > c
		}
		return x.str(le24(x.admin1, o+admin1Code)) >= code
	})
	if i < n && Country(x.admin1[i*admin1Size]) == c && x.str(le24(x.admin1, i*admin1Size+admin1Code)) == code {
		return Admin1(i)
	}
	return 0
}

// Country gives the entry of an ISO 3166-1 code in capitals, and false if it is unknown.
func (x *Index) Country(iso string) (geo.Place, bool) {
	r := x.CountryRow(x.CountryNumber(iso))
	return x.Place(r), uint32(r) < x.rowCount
}

// Admin1 gives the entry of a first-level division by its GeoNames code, "RU", "41"; false if it is unknown.
func (x *Index) Admin1(iso, code string) (geo.Place, bool) {
	r := x.Admin1Row(x.Admin1Number(iso, code))
	return x.Place(r), uint32(r) < x.rowCount
}

// rowByID is RowByID without the layers.
func (x *Index) rowByID(id geo.PlaceID) Row {
	for _, part := range [2][2]int{{0, int(x.areaCount)}, {int(x.areaCount), int(x.rowCount)}} {
		i := part[0] + sort.Search(part[1]-part[0], func(i int) bool { return x.ID(Row(part[0]+i)) >= id })
		if i < part[1] && x.ID(Row(i)) == id && id != 0 {
			return Row(i)
		}
	}
	return NoRow
}

// ByID gives the entry of a place id, and false if it is not in the index.
func (x *Index) ByID(id geo.PlaceID) (geo.Place, bool) {
	r := x.RowByID(id)
	return x.Place(r), r != NoRow
}
