package gazetteer

import (
	"sort"
	"unsafe"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Place gives the whole entry of a row, without allocating. A row that is not in the index gives the zero Place.
func (x *Index) Place(r Row) geo.Place {
	b := x.row(r)
	if b == nil {
		return geo.Place{}
	}
	p := geo.Place{ID: geo.PlaceID(int32(le32(b, rowID))), Name: x.Name(r), Kind: x.Kind(r), Point: x.Point(r),
		Country: x.ISO(x.CountryOf(r)), Population: x.Population(r), Fame: x.Fame(r),
		Capital: b[rowKind]&flagCapital != 0, Seat: b[rowKind]&flagSeat != 0}
	p.Anchor = p.Point
	if a := int(le16(b, rowAdmin1)) * admin1Size; a > 0 && a < len(x.admin1) {
		p.Admin1 = x.str(le24(x.admin1, a+admin1Code))
		p.Admin1Name = x.str(le24(x.admin1, a+admin1Name))
	}
	if a := int(le16(b, rowAdmin2)) * admin2Size; a > 0 && a < len(x.admin2) {
		p.Admin2 = x.str(le24(x.admin2, a+admin2Code))
	}
	if uint32(r) < x.areaCount {
		p.SpanKM = float64(le16(x.areas, int(r)*areaSize+areaSpan))
		if a := Row(le24(x.areas, int(r)*areaSize+areaAnchor)); a != NoRow && uint32(a) < x.rowCount {
			p.Anchor, p.AnchorName = x.Point(a), x.Name(a)
		}
	}
	return p
}

// row gives the record of r, nil if there is none.
func (x *Index) row(r Row) []byte {
	if uint32(r) >= x.rowCount {
		return nil
	}
	return x.rows[int(r)*rowSize : int(r)*rowSize+rowSize : int(r)*rowSize+rowSize]
}

// str gives a string of the pool; it shares the bytes of the file, which never change.
func (x *Index) str(off uint32) string {
	i := int(off)
	if i >= len(x.names) {
		return ""
	}
	n := int(x.names[i])
	if n == 0 || i+1+n > len(x.names) {
		return ""
	}
	return unsafe.String(&x.names[i+1], n)
}

// Name gives the name to show for a row.
func (x *Index) Name(r Row) string {
	b := x.row(r)
	if b == nil {
		return ""
	}
	return x.str(le24(b, rowName))
}

// ID gives the place id of a row, 0 if there is no such row.
func (x *Index) ID(r Row) geo.PlaceID {
	b := x.row(r)
	if b == nil {
		return 0
	}
	return geo.PlaceID(int32(le32(b, rowID)))
}

// Point gives the gazetteer's own point of a row.
func (x *Index) Point(r Row) orb.Point {
	b := x.row(r)
	if b == nil {
		return orb.Point{}
	}
	return orb.Point{float64(signed24(le24(b, rowLon))) / 1e4, float64(signed24(le24(b, rowLat))) / 1e4}
}

// AnchorRow gives the row of the capital or seat where the map marks an area, NoRow if it is marked at its own point.
func (x *Index) AnchorRow(r Row) Row {
	if uint32(r) >= x.areaCount {
		return NoRow
	}
	return Row(le24(x.areas, int(r)*areaSize+areaAnchor))
}

// Kind gives the kind of a row.
func (x *Index) Kind(r Row) geo.Kind {
	b := x.row(r)
	if b == nil {
		return geo.KindUnknown
	}
	return geo.Kind(b[rowKind] & 15)
}

// Population gives the number of people, 0 if unknown; exact below 8 million, rounded down to 256 above.
func (x *Index) Population(r Row) int64 {
	b := x.row(r)
	if b == nil {
		return 0
	}
	return unpackPop(le24(b, rowPop))
}

// Fame gives the number of names and spellings known, at most 255.
func (x *Index) Fame(r Row) int {
	b := x.row(r)
	if b == nil {
		return 0
	}
	return int(b[rowFame])
}

// Capital reports whether the row is the capital of its country.
func (x *Index) Capital(r Row) bool { b := x.row(r); return b != nil && b[rowKind]&flagCapital != 0 }

// Seat reports whether the row is the seat of its admin1.
func (x *Index) Seat(r Row) bool { b := x.row(r); return b != nil && b[rowKind]&flagSeat != 0 }

// Disputed reports whether more than one state claims the place: Crimea, Kashmir, the Golan Heights.
func (x *Index) Disputed(r Row) bool { b := x.row(r); return b != nil && b[rowKind]&flagDispute != 0 }

// Table reports whether the row comes from our own tables, which beat namesakes of the city dump.
func (x *Index) Table(r Row) bool { b := x.row(r); return b != nil && b[rowKind]&flagTable != 0 }

// Country numbers a country inside one build of the index, 1 to 255; 0 is none. Use it as an index of small arrays.
type Country uint8

// Admin1 numbers a first-level division inside one build of the index; 0 is none. It fixes the country too.
type Admin1 uint16

// CountryOf gives the country of a row, 0 for seas and areas of several countries.
func (x *Index) CountryOf(r Row) Country {
	b := x.row(r)
	if b == nil {
		return 0
	}
	return Country(b[rowCountry])
}

// Admin1Of gives the first-level division a row lies in, or is.
func (x *Index) Admin1Of(r Row) Admin1 {
	b := x.row(r)
	if b == nil {
		return 0
	}
	return Admin1(le16(b, rowAdmin1))
}

// Admin2Row gives the row of the second-level division a row lies in, or is; NoRow if none.
func (x *Index) Admin2Row(r Row) Row {
	b := x.row(r)
	if b == nil {
		return NoRow
	}
	if a := int(le16(b, rowAdmin2)) * admin2Size; a > 0 && a < len(x.admin2) {
		return Row(le24(x.admin2, a+admin2Row))
	}
	return NoRow
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

// RowByID gives the row of a place id, NoRow if it is not in the index.
func (x *Index) RowByID(id geo.PlaceID) Row {
	n := int(x.rowCount)
	i := sort.Search(n, func(i int) bool { return x.ID(Row(le24(x.ids, 3*i))) >= id })
	if i < n {
		if r := Row(le24(x.ids, 3*i)); x.ID(r) == id {
			return r
		}
	}
	return NoRow
}

// ByID gives the entry of a place id, and false if it is not in the index.
func (x *Index) ByID(id geo.PlaceID) (geo.Place, bool) {
	r := x.RowByID(id)
	return x.Place(r), r != NoRow
}
