// Package outline gives the shape of a country or a first-level region: the polygons behind the soft areas on the map.
//
//	shapes := outline.New(archive)
//	polygons, ok := shapes.Of(place, zoom)
//
// The shapes come from the same arcs as the tiles of that zoom, so an area's edge lies exactly on the drawn border.
// It knows no second-level regions and no regions without a government (Donbas, Sahel): those are drawn by their anchor.
package outline

import (
	"math"
	"strconv"
	"sync"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/basemap"
)

// Outlines finds shapes in a basemap archive. It may be used from several goroutines.
type Outlines struct {
	archive *basemap.Archive

	indexed   sync.Once
	byID      map[int32][]int // GeoNames id -> rows of the archive's table of regions
	byCode    map[string][]int
	byCountry map[string][]int

	mu     sync.Mutex
	kept   map[string]orb.MultiPolygon
	points int // in kept

	regions []regionBox // of the archive's table of regions; nil until asked for
}

// keepPoints bounds what is kept of shapes once made: about 16 MB.
const keepPoints = 1 << 20

// New gives the outlines of an archive that is already open (tile.Basemap.Archive).
func New(a *basemap.Archive) *Outlines {
	return &Outlines{archive: a, kept: map[string]orb.MultiPolygon{}}
}

// Of gives the shape of a country or admin1 in the detail of the tiles of that zoom, and false for any other place and
// for one the archive does not hold. Outer rings run counter-clockwise. The polygons are shared; do not change them.
// The first call for a place unpacks and joins: not for a paint path.
func (o *Outlines) Of(p geo.Place, zoom float64) (orb.MultiPolygon, bool) {
	switch p.Kind {
	case geo.KindCountry:
		return o.OfCountry(p.Country, zoom)
	case geo.KindAdmin1:
		return o.OfAdmin1(p.ID, p.Country, p.Admin1, zoom)
	}
	return nil, false
}

// OfCountry gives the shape of the country with that ISO 3166-1 alpha-2 code.
func (o *Outlines) OfCountry(iso string, zoom float64) (orb.MultiPolygon, bool) {
	o.index()
	return o.shape("country "+iso, o.byCountry[iso], zoom)
}

// OfAdmin1 gives the shape of an admin1 by its GeoNames id, else, if that is 0 or not known, by country and GeoNames code.
func (o *Outlines) OfAdmin1(id geo.PlaceID, iso, code string, zoom float64) (orb.MultiPolygon, bool) {
	o.index()
	if n, ok := id.GeoNames(); ok {
		if rows := o.byID[n]; rows != nil {
			return o.shape("id "+strconv.Itoa(int(n)), rows, zoom)
		}
	}
	if iso == "" || code == "" {
		return nil, false
	}
	return o.shape("code "+iso+"."+code, o.byCode[iso+"."+code], zoom)
}

func (o *Outlines) index() {
	o.indexed.Do(func() {
		o.byID, o.byCode, o.byCountry = map[int32][]int{}, map[string][]int{}, map[string][]int{}
		names, err := o.archive.Names()
		if err != nil {
			return
		}
		for i := range names.Regions {
			r := &names.Regions[i]
			if r.ID > 0 {
				o.byID[r.ID] = append(o.byID[r.ID], i)
			}
			if r.Code != "" {
				o.byCode[r.Code] = append(o.byCode[r.Code], i)
			}
			if r.Country != "" {
				o.byCountry[r.Country] = append(o.byCountry[r.Country], i)
			}
		}
	})
}

// shape joins the regions of some rows, at the level of detail of a zoom or, where they are too small for that, a finer one.
func (o *Outlines) shape(name string, rows []int, zoom float64) (orb.MultiPolygon, bool) {
	if len(rows) == 0 {
		return nil, false
	}
	if math.IsNaN(zoom) {
		zoom = 0
	}
	level := basemap.LevelFor(int(math.Round(max(0, min(zoom, 30)))))
	key := name + "@" + strconv.Itoa(level)
	o.mu.Lock()
	defer o.mu.Unlock()
	if s, ok := o.kept[key]; ok {
		return s, len(s) > 0
	}
	var s orb.MultiPolygon
	for l := level; l < basemap.Levels && len(s) == 0; l++ {
		s = o.join(rows, l)
	}
	n := countPoints(s)
	if o.points+n > keepPoints {
		clear(o.kept)
		o.points = 0
	}
	o.kept[key] = s
	o.points += n
	return s, len(s) > 0
}

func countPoints(s orb.MultiPolygon) (n int) {
	for _, polygon := range s {
		for _, ring := range polygon {
			n += len(ring)
		}
	}
	return n
}

// ringContains reports whether p lies inside a ring; on its line it may say either.
func ringContains(ring orb.Ring, p orb.Point) bool {
	in := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1]) {
			in = !in
		}
	}
	return in
}
