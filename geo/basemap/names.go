package basemap

import "fmt"

// Region is an admin1: its names, its numbers and the arcs around it.
type Region struct {
	ID       int32  // GeoNames id; 0 if Natural Earth has none
	Code     string // "RU.41": country and GeoNames admin1 code; "" if Natural Earth has none
	Country  string // ISO 3166-1 alpha-2; "" for land that has none
	Name     string
	X, Y     int32 // where its name goes, in units
	MinLabel int   // the zoom from which a map shows its name, in tenths
	Polygons []Polygon
}

// Polygon is an outer ring and its holes. A ring is a list of arc numbers in order; ^n is arc n backwards.
type Polygon [][]int32

// Title is a name on the map that belongs to no region: a country or a sea.
type Title struct {
	Name     string
	Country  string // ISO code of a country; "" of a sea
	X, Y     int32  // in units
	Rank     int    // 0 is the most important
	MinLabel int    // first and last zoom to show it, in tenths
	MaxLabel int
}

// Names is all of the archive that is not lines.
type Names struct {
	Regions   []Region // sorted by Code, then ID
	Countries []Title
	Seas      []Title
}

// Names gives the table of regions, countries and seas. It is shared; do not change it.
func (a *Archive) Names() (*Names, error) { return a.names.get(decodeNames) }

func decodeNames(raw []byte) (*Names, error) {
	r := reader{buf: raw}
	n := &Names{}
	refs := 0
	for range r.count(len(raw)) {
		g := Region{ID: int32(r.count(1<<31 - 1)), Code: r.text(), Country: r.text(), Name: r.text(),
			X: int32(r.count(World)), Y: int32(r.count(World)), MinLabel: r.count(1000)}
		last := int64(0)
		for range r.count(len(r.buf)) {
			var p Polygon
			for range r.count(len(r.buf)) {
				ring := make([]int32, r.count(len(r.buf)))
				for i := range ring {
					v := r.varint()
					back := v & 1
					last += v >> 1
					if last < 0 || last > maxArcs {
						return nil, fmt.Errorf("%w: a ring of unknown arcs", ErrDamaged)
					}
					if ring[i] = int32(last); back == 1 {
						ring[i] = ^int32(last)
					}
				}
				if refs += len(ring); refs > maxRefs {
					return nil, fmt.Errorf("%w: too many rings", ErrDamaged)
				}
				p = append(p, ring)
			}
			g.Polygons = append(g.Polygons, p)
		}
		n.Regions = append(n.Regions, g)
		if r.bad {
			break
		}
	}
	n.Countries, n.Seas = decodeTitles(&r), decodeTitles(&r)
	if r.bad || len(r.buf) > 0 {
		return nil, fmt.Errorf("%w: its names make no sense", ErrDamaged)
	}
	return n, nil
}

func decodeTitles(r *reader) []Title {
	var out []Title
	for range r.count(len(r.buf)) {
		out = append(out, Title{Name: r.text(), Country: r.text(), X: int32(r.count(World)), Y: int32(r.count(World)),
			Rank: r.count(100), MinLabel: r.count(1000), MaxLabel: r.count(1000)})
		if r.bad {
			return nil
		}
	}
	return out
}
