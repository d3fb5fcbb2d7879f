// Package outline gives the shape of a country or a first-level region: the polygons behind the soft areas on the map.
//
//	shapes := outline.New(archive)
//	polygons, ok := shapes.Of(place, zoom)
//
// The shapes come from the same arcs as the tiles of that zoom, so an area's edge lies exactly on the drawn border.
// It knows no second-level regions and no regions without a government (Donbas, Sahel): those are drawn by their anchor.
package outline

import (
	"fmt"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/basemap"
)

// Outlines finds shapes in a basemap archive. It may be used from several goroutines.
type Outlines struct{ archive *basemap.Archive }

// New gives the outlines of an archive that is already open (tile.Basemap.Archive).
func New(a *basemap.Archive) *Outlines { return &Outlines{archive: a} }

// Open reads the directory of an archive; damaged data is refused.
func Open(data []byte) (*Outlines, error) {
	a, err := basemap.Open(data)
	if err != nil {
		return nil, fmt.Errorf("outline: %w", err)
	}
	return New(a), nil
}

// Of gives the shape of a country or admin1 in the detail of a map of that zoom, and false for any other place and for
// one the archive does not hold. The polygons are shared; do not change them. Safe, but not for a paint path: the first call may decode.
func (o *Outlines) Of(p geo.Place, zoom float64) (orb.MultiPolygon, bool) { return nil, false }

// OfCountry gives the shape of the country with that ISO 3166-1 alpha-2 code.
func (o *Outlines) OfCountry(iso string, zoom float64) (orb.MultiPolygon, bool) { return nil, false }

// OfAdmin1 gives the shape of an admin1 by its GeoNames id, else, if that is 0 or not known, by country and GeoNames code.
func (o *Outlines) OfAdmin1(id geo.PlaceID, iso, code string, zoom float64) (orb.MultiPolygon, bool) {
	return nil, false
}

// Contains reports whether p lies inside the shape; on a border it may say either.
func Contains(shape orb.MultiPolygon, p orb.Point) bool { return false }
