package mark

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

// Around gives the part of the globe that lies within outer km of a point, and not within inner km of it: "near X",
// "some 10 km from X". A width over 0 and under 360 keeps only the directions up to half of it to each side of bearing,
// both in degrees clockwise from north: "north of X". Distances are real ones, so the shape is no circle far north.
// Longitudes run on beyond 180. A radius that is not over 0 gives nothing.
func Around(center orb.Point, inner, outer, bearing, width float64) orb.MultiPolygon {
	const farthest = 9500 // under a quarter of the globe
	if !(outer > 0) || math.IsNaN(center[0]+center[1]) || math.IsInf(center[0]+center[1], 0) {
		return nil
	}
	center[1] = math.Max(-89.99, math.Min(89.99, center[1])) // at a pole itself there are no directions
	outer = math.Min(outer, farthest)
	inner = math.Max(0, math.Min(finite(inner), outer*0.98))
	bearing, width = finite(bearing), finite(width)
	if width > 0 && width < 360 {
		ring := arc(center, outer, bearing-width/2, bearing+width/2)
		if inner > 0 {
			back := arc(center, inner, bearing-width/2, bearing+width/2)
			for i := len(back) - 1; i >= 0; i-- {
				ring = append(ring, back[i])
			}
		} else {
			ring = append(ring, center)
		}
		return orb.MultiPolygon{{append(unwrap(center, ring), ring[0])}}
	}
	polygon := orb.Polygon{circle(center, outer)}
	if inner > 0 {
		hole := circle(center, inner)
		for i, j := 0, len(hole)-1; i < j; i, j = i+1, j-1 {
			hole[i], hole[j] = hole[j], hole[i]
		}
		polygon = append(polygon, hole)
	}
	return orb.MultiPolygon{polygon}
}

func finite(f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	return f
}

// circle is a closed ring, counter-clockwise. Around a pole it runs along the edge of the map.
func circle(center orb.Point, km float64) orb.Ring {
	ring := unwrap(center, arc(center, km, 0, -360))
	if north := km > 6371*(90-center[1])*math.Pi/180; north || km > 6371*(90+center[1])*math.Pi/180 {
		edge := viewport.MaxLat
		if !north {
			edge = -edge
		}
		first, last := ring[0], ring[len(ring)-1]
		return append(ring, orb.Point{last[0], edge}, orb.Point{first[0], edge}, first)
	}
	return append(ring, ring[0])
}

// arc gives points at a distance, from one bearing to another.
func arc(center orb.Point, km, from, to float64) orb.Ring {
	const earth = 6371.0
	n := max(2, int(math.Ceil(math.Abs(to-from)/3)))
	lat, lon := center[1]*math.Pi/180, center[0]*math.Pi/180
	d := km / earth
	out := make(orb.Ring, 0, n+1)
	for i := 0; i <= n; i++ {
		b := (from + (to-from)*float64(i)/float64(n)) * math.Pi / 180
		y := math.Asin(math.Max(-1, math.Min(1, math.Sin(lat)*math.Cos(d)+math.Cos(lat)*math.Sin(d)*math.Cos(b))))
		x := lon + math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(lat), math.Cos(d)-math.Sin(lat)*math.Sin(y))
		out = append(out, orb.Point{x * 180 / math.Pi, y * 180 / math.Pi})
	}
	return out
}

// unwrap lets longitudes run on, so that neighbours are never a world apart.
func unwrap(center orb.Point, ring orb.Ring) orb.Ring {
	last := center[0]
	for i := range ring {
		ring[i][0] -= 360 * math.Round((ring[i][0]-last)/360)
		last = ring[i][0]
	}
	return ring
}
