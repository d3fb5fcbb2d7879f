package mark

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

// Reach is the distance in px at scale 1 under which marks are shown as one sign.
const Reach = 27.0

// MostSigns is how many signs a view shows before marks are grouped more coarsely.
const MostSigns = 130

// CoarsestStep bounds by how many quarters of a zoom groups are made coarser.
const CoarsestStep = 8

// Importance orders marks for grouping, the greater first: events before rings, more events before fewer, the rest by
// chance but always the same.
func Importance(at orb.Point, filled bool, number int) uint64 {
	h := math.Float64bits(at[0])*0x9E3779B97F4A7C15 ^ math.Float64bits(at[1])*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	key := uint64(max(0, min(number, 1<<24)))<<32 | h>>32
	if filled {
		key |= 1 << 63
	}
	return key
}

// GroupRadius is the reach of a grouping in the unit world; groups change at each quarter of a zoom, and coarse counts
// such quarters.
func GroupRadius(zoom float64, coarse int, textScale float64) (radius float64, step int) {
	step = int(math.Floor(zoom*4+1e-6)) - coarse
	return Reach * textScale / (viewport.TileSize * math.Exp2(float64(step)/4)), step
}

// GroupLevel is how often the world is halved for the squares in which marks are gathered first.
func GroupLevel(radius float64) int {
	return max(1, min(24, int(math.Ceil(-math.Log2(radius)))))
}

// GroupName names a group after its most important mark.
func GroupName(name string, others int) string { return name + " +" + strconv.Itoa(others) }

// Group puts marks that stand too close together into one, as the window does, for stills: which marks go together
// depends on the marks and the zoom alone. Selected marks stay alone. The least important come first, as they are drawn.
func Group(v viewport.Viewport, marks []Mark, textScale float64) []Mark {
	for coarse := 0; ; coarse++ {
		out := groupAt(v.Zoom, coarse, marks, textScale)
		n := 0
		for _, m := range out {
			if v.Contains(m.Point) {
				n++
			}
		}
		if n <= MostSigns || coarse >= CoarsestStep {
			return out
		}
	}
}

// heap is the marks of one square.
type heap struct {
	x, y  int
	key   uint64
	top   int
	items []int
	lead  bool
}

func groupAt(zoom float64, coarse int, marks []Mark, textScale float64) []Mark {
	radius, _ := GroupRadius(zoom, coarse, textScale)
	n := 1 << GroupLevel(radius)
	var out []Mark
	var order []*heap
	at := map[[2]int]*heap{}
	world := make([][2]float64, len(marks))
	for i, m := range marks {
		if math.IsNaN(m.Point[0]+m.Point[1]) || math.IsInf(m.Point[0]+m.Point[1], 0) {
			continue
		}
		x, y := viewport.World(m.Point)
		world[i] = [2]float64{x, y}
		if m.Selected {
			out = append(out, m)
			continue
		}
		cell := [2]int{min(n-1, int((x-math.Floor(x))*float64(n))), max(0, min(n-1, int(y*float64(n))))}
		key := Importance(m.Point, m.Filled, m.Number)
		h := at[cell]
		if h == nil {
			h = &heap{x: cell[0], y: cell[1], key: key, top: i}
			at[cell], order = h, append(order, h)
		} else if key > h.key {
			h.key, h.top = key, i
		}
		h.items = append(h.items, i)
	}
	slices.SortFunc(order, func(a, b *heap) int {
		if c := cmp.Compare(b.key, a.key); c != 0 {
			return c
		}
		return a.top - b.top
	})
	most := int(math.Ceil(radius * float64(n)))
	var leaders []*heap
	for _, h := range order {
		var best *heap
		for dy := -most; dy <= most; dy++ {
			for dx := -most; dx <= most; dx++ {
				o := at[[2]int{((h.x+dx)%n + n) % n, h.y + dy}]
				if o == nil || !o.lead || o == h || best != nil && o.key <= best.key {
					continue
				}
				ex, ey := world[o.top][0]-world[h.top][0], world[o.top][1]-world[h.top][1]
				ex -= math.Round(ex)
				if ex*ex+ey*ey < radius*radius {
					best = o
				}
			}
		}
		if best == nil {
			h.lead = true
			leaders = append(leaders, h)
		} else {
			best.items = append(best.items, h.items...)
		}
	}
	slices.Reverse(leaders)
	groups := make([]Mark, 0, len(leaders)+len(out))
	for _, h := range leaders {
		groups = append(groups, gather(marks, h))
	}
	return append(groups, out...)
}

// gather is the sign of the marks of one leader.
func gather(marks []Mark, h *heap) Mark {
	m := marks[h.top]
	if len(h.items) == 1 {
		return m
	}
	m.Group, m.Number, m.Alpha, m.Country, m.Area, m.Filled, m.Ring = len(h.items), 0, 0, false, false, false, false
	for _, i := range h.items {
		k := &marks[i]
		m.Number += max(0, k.Number)
		m.Filled, m.Ring = m.Filled || k.Filled, m.Ring || k.Ring
		p := k.Alpha
		if !(p > 0 && p <= 1) {
			p = 1
		}
		m.Alpha = max(m.Alpha, p)
	}
	if m.Label != "" {
		m.Label = GroupName(m.Label, len(h.items)-1)
	}
	return m
}
