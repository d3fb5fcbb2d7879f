package mark

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"dateline/geo/viewport"
)

const (
	// Reach is the distance in px at scale 1 under which marks are shown as one sign.
	Reach = 27.0
	// Beyond is how far outside a view a mark can stand and still reach into it, in px.
	Beyond = 40.0
	// Margin is how far around a view marks are grouped with it, in px, so that a small pan needs no new grouping.
	Margin = 260.0

	mostSigns    = 130     // signs in a view; with more, marks are grouped more coarsely
	coarsestStep = 8       // quarters of a zoom by which they are grouped more coarsely at most
	stepsPerZoom = 4       // groups change at each quarter of a zoom, not at each frame of a zoom
	widestView   = 1 << 15 // px: bounds the memory for a view of an absurd size
)

// Item is what grouping needs to know of a mark. One that is neither Filled, Ring, Country nor Named has no sign.
type Item struct {
	At                          orb.Point
	Number                      int     // of events
	Alpha                       float64 // probability; what is not over 0 and up to 1 counts as 1
	Filled, Ring, Country, Area bool
	Open                        bool // with Filled: nothing there is told as done
	Named                       bool // with neither Filled nor Ring: only named
}

// shown reports whether the item can stand on a map.
func (i *Item) shown() bool {
	sum := i.At[0] + i.At[1]
	return (i.Filled || i.Ring || i.Country || i.Named) && !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// importance orders marks for grouping, the greater first: events before rings, more events before fewer, and between
// equals an order that looks like chance but is always the same.
func (i *Item) importance() uint64 {
	h := math.Float64bits(i.At[0])*0x9E3779B97F4A7C15 ^ math.Float64bits(i.At[1])*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	key := uint64(max(0, min(i.Number, 1<<24)))<<32 | h>>32
	switch {
	case i.Filled:
		key |= 1 << 63
	case i.Ring || i.Country:
		key |= 1 << 62
	}
	return key
}

// Sign is what stands on the map for one mark, or for several that stand too close to be told apart.
type Sign struct {
	Top           int     // its most important mark; the sign stands where that mark is
	Size          int     // how many marks it stands for
	Number        int     // of events of all of them
	Alpha         float64 // of the most probable one, over 0 to 1
	Filled, Ring  bool    // some mark is
	Country, Area bool    // the only mark is
	Open          bool    // every filled mark is
	Named         bool    // some mark is
	X, Y          float64 // in the unit world
	cell          int32   // the first cell of a group; noCell for a single mark
}

// add counts one more mark.
func (s *Sign) add(i *Item) {
	s.Size++
	s.Number += max(0, i.Number)
	if i.Filled {
		s.Open = i.Open && (s.Open || !s.Filled)
	}
	s.Filled, s.Ring, s.Named = s.Filled || i.Filled, s.Ring || i.Ring, s.Named || i.Named
	s.Country, s.Area = s.Size == 1 && i.Country, s.Size == 1 && i.Area
	alpha := i.Alpha
	if !(alpha > 0 && alpha <= 1) {
		alpha = 1
	}
	s.Alpha = max(s.Alpha, alpha)
}

// Drawn is the sign as a Mark, given its most important mark, whose place, name and colour it keeps.
func (s *Sign) Drawn(top Mark) Mark {
	top.Number, top.Alpha = s.Number, s.Alpha
	top.Filled, top.Open, top.Ring, top.Country, top.Area, top.Named = s.Filled, s.Open, s.Ring, s.Country, s.Area, s.Named
	if s.Size > 1 {
		top.Group = s.Size
		if top.Label != "" {
			top.Label += " +" + strconv.Itoa(s.Size-1)
		}
	}
	return top
}

// Step is the step at which marks are grouped for a zoom; coarse of them coarser than usual.
func Step(zoom float64, coarse int) int {
	return int(math.Floor(zoom*stepsPerZoom+1e-6)) - coarse
}

// Coarseness chooses by how many steps a view is grouped more coarsely, so that it shows enough signs and not too many.
// count groups that coarsely and gives the number of signs in view; its last call is for the result. from is the
// coarseness so far, 0 for a view of its own.
func Coarseness(from int, count func(coarse int) int) int {
	coarse := from
	n := count(coarse)
	for ; n > mostSigns && coarse < coarsestStep; n = count(coarse) {
		coarse++
		if n > 2*mostSigns && coarse < coarsestStep {
			coarse++
		}
	}
	for coarse > 0 && n*3/2 <= mostSigns { // one step finer makes up to 1.42 times as many signs
		coarse--
		if n = count(coarse); n > mostSigns {
			coarse++
			count(coarse)
			break
		}
	}
	return coarse
}

// Part is a part of the unit world of viewport.World. It may run over the world's east or west edge.
type Part struct{ Left, Top, Right, Bottom float64 }

// PartOf is what a view shows of the world, grown by px on each side.
func PartOf(v viewport.Viewport, px float64) Part {
	x, y := viewport.World(v.Center)
	w, h := min(max(v.W, 0), widestView)/2+px, min(max(v.H, 0), widestView)/2+px
	size := v.WorldSize()
	return Part{x - w/size, y - h/size, x + w/size, y + h/size}
}

// Group puts marks that stand too close together into one, as the window does, for stills. Which marks go together
// depends on the marks and the zoom alone. Selected marks stay alone; marks far outside the view are left out. The least
// important come first, as they are drawn, and the selected ones last.
func Group(v viewport.Viewport, marks []Mark, textScale float64) []Mark {
	signs, _ := GroupMembers(v, marks, textScale)
	return signs
}

// GroupMembers is Group, and tells for each sign which of the marks it stands for, the most important first.
func GroupMembers(v viewport.Viewport, marks []Mark, textScale float64) (signs []Mark, members [][]int) {
	items := make([]Item, len(marks))
	var apart []int32
	for i := range marks {
		m := &marks[i]
		items[i] = Item{m.Point, m.Number, m.Alpha, m.Filled, m.Ring, m.Country, m.Area, m.Open, m.Named}
		if m.Selected {
			apart = append(apart, int32(i))
		}
	}
	var g Groups
	g.Set(items)
	g.SetApart(apart)
	Coarseness(0, func(coarse int) (n int) {
		g.Build(PartOf(v, Margin), Step(v.Zoom, coarse), Reach*textScale)
		for i := range g.Signs {
			if v.Contains(marks[g.Signs[i].Top].Point) {
				n++
			}
		}
		return n
	})
	signs = make([]Mark, 0, len(g.Signs)+len(apart))
	for i := range g.Signs {
		s := &g.Signs[i]
		m := marks[s.Top]
		if s.Size > 1 {
			m = s.Drawn(m)
		}
		signs = append(signs, m)
		of := g.Members(s)
		all := make([]int, len(of))
		for k, i := range of {
			all[k] = int(i)
		}
		members = append(members, all)
	}
	for _, i := range apart {
		signs, members = append(signs, marks[i]), append(members, []int{int(i)})
	}
	return signs, members
}
