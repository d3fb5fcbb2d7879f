package outline

import (
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
	"dateline/geo/viewport"
)

// join makes one shape of some regions. An arc that two of them share runs once in each direction and falls away; what
// is left is the edge of all.
func (o *Outlines) join(rows []int, level int) orb.MultiPolygon {
	names, err := o.archive.Names()
	if err != nil {
		return nil
	}
	uses := map[int32]int{} // arc -> forward uses less backward uses
	var order []int32       // arcs as first met: the same shape every time
	for _, row := range rows {
		for _, polygon := range names.Regions[row].Polygons {
			for _, ring := range polygon {
				for _, ref := range ring {
					id, way := ref, 1
					if ref < 0 {
						id, way = ^ref, -1
					}
					if _, met := uses[id]; !met {
						order = append(order, id)
					}
					uses[id] += way
				}
			}
		}
	}
	var edges [][]int32 // x and y by turns, land to the left
	for _, id := range order {
		if uses[id] == 0 {
			continue
		}
		arc, err := o.archive.LandArc(level, int(id))
		if err != nil || len(arc.XY) < 4 {
			continue
		}
		xy := arc.XY
		if uses[id] < 0 {
			xy = backwards(xy)
		}
		edges = append(edges, xy)
	}
	return polygons(rings(edges, level))
}

func backwards(xy []int32) []int32 {
	out := make([]int32, len(xy))
	for i := 0; i+1 < len(xy); i += 2 {
		out[len(xy)-2-i], out[len(xy)-1-i] = xy[i], xy[i+1]
	}
	return out
}

// rings chains edges end to start until each ring is closed. Edges that lead nowhere, which only a damaged archive has, are dropped.
func rings(edges [][]int32, level int) []orb.Ring {
	type spot [2]int32
	startsAt := map[spot][]int{}
	for i, e := range edges {
		s := spot{e[0], e[1]}
		startsAt[s] = append(startsAt[s], i)
	}
	take := func(s spot) int {
		list := startsAt[s]
		if len(list) == 0 {
			return -1
		}
		startsAt[s] = list[1:]
		return list[0]
	}
	used := make([]bool, len(edges))
	var out []orb.Ring
	for i, e := range edges {
		if used[i] {
			continue
		}
		first := spot{e[0], e[1]}
		var xy []int32
		for next := take(first); next >= 0; {
			used[next] = true
			e := edges[next]
			if len(xy) > 0 {
				xy = xy[:len(xy)-2]
			}
			xy = append(xy, e...)
			end := spot{e[len(e)-2], e[len(e)-1]}
			if end == first {
				break
			}
			next = take(end)
		}
		if n := len(xy); n >= 8 && xy[0] == xy[n-2] && xy[1] == xy[n-1] {
			out = append(out, degrees(xy, basemap.Grain(level)/2))
		}
	}
	return out
}

// degrees turns units into degrees. Shapes are cut half a grain before the 180th meridian; there they go up to it.
func degrees(xy []int32, half int32) orb.Ring {
	ring := make(orb.Ring, len(xy)/2)
	for i := range ring {
		ring[i] = viewport.FromWorld(float64(xy[2*i])/basemap.World, float64(xy[2*i+1])/basemap.World)
		switch xy[2*i] {
		case half:
			ring[i][0] = -180
		case basemap.World - half:
			ring[i][0] = 180
		}
	}
	ring[len(ring)-1] = ring[0]
	return ring
}

// polygons sorts rings into outer ones, the largest first, and the holes in them.
func polygons(all []orb.Ring) orb.MultiPolygon {
	type sized struct {
		ring orb.Ring
		area float64
	}
	var outer, holes []sized
	for _, r := range all {
		if a := area(r); a > 0 {
			outer = append(outer, sized{r, a})
		} else if a < 0 {
			holes = append(holes, sized{r, -a})
		}
	}
	slices.SortStableFunc(outer, func(a, b sized) int {
		if a.area > b.area {
			return -1
		} else if a.area < b.area {
			return 1
		}
		return 0
	})
	out := make(orb.MultiPolygon, len(outer))
	for i, o := range outer {
		out[i] = orb.Polygon{o.ring}
	}
	for _, h := range holes {
		for i := len(outer) - 1; i >= 0; i-- { // the smallest that holds it
			if outer[i].area > h.area && ringContains(outer[i].ring, h.ring[0]) {
				out[i] = append(out[i], h.ring)
				break
			}
		}
	}
	return out
}

func area(r orb.Ring) (sum float64) {
	for i := 1; i < len(r); i++ {
		sum += (r[i-1][0]-r[0][0])*(r[i][1]-r[0][1]) - (r[i][0]-r[0][0])*(r[i-1][1]-r[0][1])
	}
	return sum / 2
}
