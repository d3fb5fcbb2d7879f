// Package geo holds the words of place that every other package shares: Place, PlaceID, Kind.
// It does not look names up (geo/gazetteer), does not choose between places (geo/geocode) and does not draw (geo/mark).
package geo

import "github.com/paulmach/orb"

// PlaceID names a gazetteer entry. Positive ids are GeoNames ids; negative ids are rows of our own tables
// (regions, seas, landmarks) that GeoNames' city dump does not hold. Zero is no place. Ids of MaxAdded and below are places
// that a person added: see AddedID.
type PlaceID int64

// MaxAdded is the highest id of a place that a person added. The ids of what ships are above it.
const MaxAdded PlaceID = -1 << 30

// Added reports whether a person added the place: to the places of their own, or with a layer of places.
func (id PlaceID) Added() bool { return id <= MaxAdded }

// GeoNames reports the GeoNames id, and false for a row of our own tables.
func (id PlaceID) GeoNames() (int32, bool) { return int32(id), id > 0 }

// Kind says what sort of place an entry is.
type Kind uint8

// The kinds. Their order carries no meaning; the numbers are written into the embedded gazetteer and must not change.
const (
	KindUnknown   Kind = iota
	KindContinent      // Europe
	KindCountry        // Ukraine
	KindAdmin1         // Kursk Oblast, Texas
	KindAdmin2         // Travis County
	KindCity           // any populated place: Sudzha, Moscow
	KindDistrict       // part of a city: Brooklyn
	KindRegion         // an area without a government of its own: Donbas, Middle East
	KindSea            // seas, oceans, gulfs, bays
	KindRiver
	KindLake
	KindStrait // straits, canals, channels
	KindMountain
	KindIsland
	KindLandmark // bridges, airports, power plants, squares
	KindSeat     // a seat of power that speaks for a government: Kremlin, White House
)

var kindNames = [...]string{"unknown", "continent", "country", "admin1", "admin2", "city", "district", "region",
	"sea", "river", "lake", "strait", "mountain", "island", "landmark", "seat"}

// String gives the kind as the command line prints it: "city", "admin1", "region" …
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// ParseKind is the inverse of Kind.String; an unknown word gives KindUnknown.
func ParseKind(s string) Kind {
	for i, n := range kindNames {
		if n == s {
			return Kind(i)
		}
	}
	return KindUnknown
}

// Area reports whether the map should mark the place as an area (with its anchor) and not as a point.
func (k Kind) Area() bool {
	switch k {
	case KindContinent, KindCountry, KindAdmin1, KindAdmin2, KindRegion, KindSea:
		return true
	}
	return false
}

// Place is an entry of the gazetteer. It is a value; copies are cheap enough to keep.
type Place struct {
	ID         PlaceID
	Name       string // the name to show, in Latin script: "Kharkiv", "Kursk Oblast"
	Kind       Kind
	Capital    bool      // capital of its country
	Seat       bool      // seat of its admin1
	Point      orb.Point // {lon, lat} in degrees: the gazetteer's own point
	Anchor     orb.Point // where the map marks it: a country's capital, a region's seat; else Point
	AnchorName string    // name of the capital or seat; "" where Anchor is Point
	Country    string    // ISO 3166-1 alpha-2, upper case; "" for seas, continents and areas of several countries
	Admin1     string    // GeoNames admin1 code inside Country, "41"; "" if none
	Admin1Name string    // its name to show, "Kursk Oblast"; "" if none
	Admin2     string    // GeoNames admin2 code; "" if none
	Population int64     // 0 is unknown
	SpanKM     float64   // rough width of an area in km; 0 for points
	Fame       int       // number of names and spellings known: a proxy for how well known a place is
}
