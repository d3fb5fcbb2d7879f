package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Kilometres gives the great-circle distance.
func Kilometres(a, b orb.Point) float64 {
	const rad = math.Pi / 180
	s1, s2 := math.Sin((b[1]-a[1])*rad/2), math.Sin((b[0]-a[0])*rad/2)
	h := s1*s1 + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*s2*s2
	return 2 * 6371.0088 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func cellOf(v float64, n int) int {
	i := int(math.Floor(v))
	return min(max(i, 0), n-1)
}

// eachCell calls f with the rows of every one-degree cell that touches the bound, which must not cross the date line.
// Capitals come first in a cell, then the most populous; f returns false to leave the rest of the cell.
func (x *Index) eachCell(west, south, east, north float64, f func(Row) bool) {
	if !(west <= east && south <= north) || len(x.cells) == 0 {
		return
	}
	x0, x1 := cellOf(west+180, cellsX), cellOf(east+180, cellsX)
	y0, y1 := cellOf(south+90, cellsY), cellOf(north+90, cellsY)
	for y := y0; y <= y1; y++ {
		lo := int(le32(x.cells, 4*(y*cellsX+x0)))
		for c := y*cellsX + x0; c <= y*cellsX+x1; c++ {
			hi := min(int(le32(x.cells, 4*(c+1))), len(x.near)/3)
			for ; lo < hi && f(Row(le24(x.near, 3*lo))); lo++ {
			}
			lo = hi
		}
	}
}

// NearRows is Near for rows; it appends to dst.
func (x *Index) NearRows(p orb.Point, km float64, max int, dst []Row) []Row {
	if max <= 0 || !(km > 0) {
		return dst
	}
	type found struct {
		km  float64
		row Row
	}
	var all []found
	dLat := km / 111.0
	dLon := 180.0
	if c := math.Cos(math.Min(90, math.Abs(p[1])+dLat) * math.Pi / 180); c > dLat/180 {
		dLon = math.Min(180, dLat/c)
	}
	take := func(r Row) bool {
		if d := Kilometres(p, x.Point(r)); d <= km {
			all = append(all, found{d, r})
		}
		return true
	}
	w, e := p[0]-dLon, p[0]+dLon
	switch {
	case dLon >= 180:
		w, e = -180, 180
	case w < -180:
		x.eachCell(w+360, p[1]-dLat, 180, p[1]+dLat, take)
		w = -180
	case e > 180:
		x.eachCell(-180, p[1]-dLat, e-360, p[1]+dLat, take)
		e = 180
	}
	x.eachCell(w, p[1]-dLat, e, p[1]+dLat, take)
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(cmp.Compare(a.km, b.km), cmp.Compare(a.row, b.row)) })
	last := NoRow
	for _, f := range all {
		if f.row != last && max > 0 {
			dst = append(dst, f.row)
			max--
		}
		last = f.row
	}
	return dst
}

// nearest is the row of the place nearest to p within km, roughly: distances are those of a plane. NoRow where there is none, and
// for what lies beyond the date line.
func (x *Index) nearest(p orb.Point, km float64) Row {
	best, least, wide := NoRow, km*km, math.Cos(p[1]*math.Pi/180)
	d := km / 111
	e := math.Min(d/math.Max(wide, 0.02), 180)
	x.eachCell(math.Max(p[0]-e, -180), p[1]-d, math.Min(p[0]+e, 180), p[1]+d, func(r Row) bool {
		at := x.Point(r)
		dx, dy := (at[0]-p[0])*wide*111, (at[1]-p[1])*111
		if far := dx*dx + dy*dy; far <= least {
			best, least = r, far
		}
		return true
	})
	return best
}

// InRows is In for rows. A bound whose east is beyond 180 crosses the date line.
func (x *Index) InRows(b orb.Bound, max int) []Row {
	if max <= 0 {
		return nil
	}
	var all []Row
	rank := func(r Row) int64 {
		n := x.Population(r)
		if x.Capital(r) {
			n += 1 << 32
		}
		return n
	}
	floor := int64(0)
	order := func(a, b Row) int { return cmp.Or(cmp.Compare(rank(b), rank(a)), cmp.Compare(a, b)) }
	take := func(shift float64) func(Row) bool {
		return func(r Row) bool {
			if rank(r) < floor {
				return false
			}
			p := x.Point(r)
			if p[0] += shift; p[0] < b.Min[0] || p[0] > b.Max[0] || p[1] < b.Min[1] || p[1] > b.Max[1] {
				return true
			}
			all = append(all, r)
			if len(all) >= 4*max+64 {
				slices.SortFunc(all, order)
				all = all[:max]
				floor = rank(all[max-1])
			}
			return true
		}
	}
	x.eachCell(math.Max(b.Min[0], -180), b.Min[1], math.Min(b.Max[0], 180), b.Max[1], take(0))
	if b.Max[0] > 180 {
		x.eachCell(-180, b.Min[1], math.Min(b.Max[0]-360, 180), b.Max[1], take(360))
	}
	slices.SortFunc(all, order)
	return all[:min(max, len(all))]
}
