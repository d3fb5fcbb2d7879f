package basemap

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// GroundSize is the number of rows and columns of the Ground.
const GroundSize = 2048

// Ground tells which country a point lies in, to about 20 km at the equator: good for choosing where a name may stand,
// not for deciding which country a town belongs to.
type Ground struct {
	rows [GroundSize][]run
	area []int // cells of each country
}

// run is the cells of a row up to end that belong to one country.
type run struct {
	end  uint16
	what uint8 // number of the country plus 1
}

// Ground gives the grid of countries. It is shared.
func (a *Archive) Ground() (*Ground, error) { return a.ground.get(decodeGround) }

// At gives the number in Names.Countries of the country at x, y in units, and -1 for none. East and west of the world
// it goes on from the other side.
func (g *Ground) At(x, y int64) int {
	const shift = UnitBits - 11
	row := y >> shift
	if row < 0 || row >= GroundSize {
		return -1
	}
	col := uint16((x & (World - 1)) >> shift)
	runs := g.rows[row]
	i := sort.Search(len(runs), func(i int) bool { return runs[i].end > col })
	if i == len(runs) {
		return -1
	}
	return int(runs[i].what) - 1
}

// Area is the size of a country on the map, in square units.
func (g *Ground) Area(country int) float64 {
	const cell = World / GroundSize
	if country < 0 || country >= len(g.area) {
		return 0
	}
	return float64(g.area[country]) * cell * cell
}

func decodeGround(raw []byte) (*Ground, error) {
	r := reader{buf: raw}
	g := &Ground{area: make([]int, 256)}
	for y := range g.rows {
		for x := 0; x < GroundSize; {
			n := r.count(GroundSize - x)
			what := r.count(255)
			if n == 0 || r.bad {
				return nil, fmt.Errorf("%w: its ground has a hole", ErrDamaged)
			}
			x += n
			g.rows[y] = append(g.rows[y], run{uint16(x), uint8(what)})
			if what > 0 {
				g.area[what-1] += n
			}
		}
	}
	if len(r.buf) > 0 {
		return nil, fmt.Errorf("%w: its ground does not end where it should", ErrDamaged)
	}
	return g, nil
}

func encodeGround(cells []uint8) []byte {
	var raw []byte
	if cells == nil {
		cells = make([]uint8, GroundSize*GroundSize)
	}
	for y := range GroundSize {
		row := cells[y*GroundSize : (y+1)*GroundSize]
		for x := 0; x < len(row); {
			n := 1
			for x+n < len(row) && row[x+n] == row[x] {
				n++
			}
			raw = binary.AppendUvarint(raw, uint64(n))
			raw = binary.AppendUvarint(raw, uint64(row[x]))
			x += n
		}
	}
	return raw
}
