package tile

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
	"dateline/geo/viewport"
)

// Where a country's name may stand when its usual point is out of view or taken: in each cell of a fixed grid, the spot
// that lies deepest in the country. The grid and so the spots stay where they are while the map is panned.
const (
	cellSteps  = 32 // samples along a cell, which is 256 px wide at a whole zoom: one for each 8 px
	cellMargin = 8  // samples looked at beyond its edge
	leastDepth = 5  // from the spot to the nearest border, in thirds of a sample; sideways a sample counts one third
)

type spot struct {
	country int
	depth   int
	x, y    int64
}

// samples is how many there are along a cell with its margins.
const samples = cellSteps + 2*cellMargin

// cellGround is the samples of one cell, row by row.
type cellGround struct {
	x0, y0, step int64 // of the samples, in units of the map
	country      [samples * samples]int16
	depth        [samples * samples]int16 // to the nearest border, in thirds of a sample
}

// spots finds the spots of one cell of zoom z.
func spots(g *basemap.Ground, z, cellX, cellY int, out []spot) []spot {
	span := int64(basemap.World) >> z
	step := span / cellSteps
	if step == 0 {
		return out
	}
	c := &cellGround{x0: int64(cellX)*span - cellMargin*step + step/2, y0: int64(cellY)*span - cellMargin*step + step/2, step: step}
	for j := range samples {
		for i := range samples {
			c.country[j*samples+i] = int16(g.At(c.x0+int64(i)*step, c.y0+int64(j)*step))
		}
	}
	c.measure()
	return c.deepest(out)
}

// measure finds the distance to what is not the same country, in two sweeps; a step up or down counts three, a step
// sideways one, as names are about three times as wide as high.
func (c *cellGround) measure() {
	const far = 3*cellMargin + 3*cellSteps
	const n = samples
	sweep := func(at, from int, cost int16) {
		if c.country[from] != c.country[at] {
			c.depth[at] = min(c.depth[at], cost)
		} else {
			c.depth[at] = min(c.depth[at], c.depth[from]+cost)
		}
	}
	for k := range c.depth {
		c.depth[k] = far
	}
	for j := range n {
		for i := range n {
			k := j*n + i
			if i > 0 {
				sweep(k, k-1, 1)
			}
			if j > 0 {
				sweep(k, k-n, 3)
			}
		}
	}
	for j := n - 1; j >= 0; j-- {
		for i := n - 1; i >= 0; i-- {
			k := j*n + i
			if i < n-1 {
				sweep(k, k+1, 1)
			}
			if j < n-1 {
				sweep(k, k+n, 3)
			}
		}
	}
}

// deepest adds the deepest spot of each country in the cell; of equal depths the one nearest the middle.
func (c *cellGround) deepest(out []spot) []spot {
	first := len(out)
	for j := cellMargin; j < cellMargin+cellSteps; j++ {
		for i := cellMargin; i < cellMargin+cellSteps; i++ {
			k := j*samples + i
			if c.country[k] < 0 || c.depth[k] < leastDepth {
				continue
			}
			d := int(c.depth[k])*8 - abs(i-samples/2)/4 - abs(j-samples/2)/4
			s := spot{int(c.country[k]), d, c.x0 + int64(i)*c.step, c.y0 + int64(j)*c.step}
			at := slices.IndexFunc(out[first:], func(o spot) bool { return o.country == s.country })
			if at < 0 {
				out = append(out, s)
			} else if out[first+at].depth < d {
				out[first+at] = s
			}
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// sizeRank ranks a country by its width on the map, in units: 2 for the largest to 6.
func sizeRank(width float64) int {
	rank := 2
	for _, least := range [4]float64{1_400_000, 650_000, 320_000, 140_000} {
		if width < least {
			rank++
		}
	}
	return rank
}

// countryLabels names the countries in bound, each once, with the other spots where the name may stand.
func (b *Basemap) countryLabels(names *basemap.Names, bound orb.Bound, zoom float64) []Label {
	ground, err := b.archive.Ground()
	if err != nil {
		ground = &basemap.Ground{}
	}
	z := int(max(0, min(12, math.Floor(zoom))))
	west, north := viewport.World(orb.Point{bound.Min[0], bound.Max[1]})
	east, south := viewport.World(orb.Point{bound.Max[0], bound.Min[1]})
	cells := math.Exp2(float64(z))
	x0, x1 := int(math.Floor(west*cells)), int(math.Floor(east*cells))
	y0, y1 := max(0, int(north*cells)), min(int(cells)-1, int(south*cells))
	var found []spot
	if (x1-x0+1)*(y1-y0+1) <= 400 {
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				found = spots(ground, z, x, y, found)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b spot) int { return b.depth - a.depth })
	also := map[int][]orb.Point{}
	for _, s := range found {
		p := viewport.FromWorld(float64(s.x)/basemap.World, float64(s.y)/basemap.World)
		if inBound(bound, p) {
			also[s.country] = append(also[s.country], p)
		}
	}
	var out []Label
	tenths := int(zoom*10 + 0.5)
	pxPerUnit := viewport.TileSize * math.Exp2(zoom) / basemap.World
	for i, t := range names.Countries {
		if tenths < t.MinLabel {
			continue
		}
		name := t.Name
		if b.Called != nil {
			name = cmp.Or(b.Called(t.Country), name)
		}
		// Early on, only a country wide enough for its name; islands come later whatever their size.
		wide := math.Sqrt(ground.Area(i)) * pxPerUnit
		if tenths < t.MinLabel+15 && 2.5*wide+20 < 11*float64(min(16, utf8.RuneCountInString(name))) {
			continue
		}
		rank := max(t.Rank, sizeRank(wide/pxPerUnit))
		usual := viewport.FromWorld(float64(t.X)/basemap.World, float64(t.Y)/basemap.World)
		spots := also[i]
		if inBound(bound, usual) {
			out = append(out, Label{Point: usual, Also: spots, Text: name, Rank: rank, Kind: LabelCountry})
		} else if len(spots) > 0 {
			out = append(out, Label{Point: spots[0], Also: spots[1:], Text: name, Rank: rank, Kind: LabelCountry})
		}
	}
	return out
}
