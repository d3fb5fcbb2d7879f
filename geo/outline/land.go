package outline

import (
	"math"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
	"dateline/geo/viewport"
)

// Archive is what the shapes are made from.
func (o *Outlines) Archive() *basemap.Archive { return o.archive }

// Land gives the land of all regions that reach into a bound, as one shape without the borders between them, in the detail
// of the tiles of that zoom. It goes on beyond the bound, to the edges of those regions. A bound may run over the 180th
// meridian on either side.
func (o *Outlines) Land(b orb.Bound, zoom float64) orb.MultiPolygon {
	boxes, err := o.boxes()
	if err != nil {
		return nil
	}
	left, top := viewport.World(orb.Point{b.Min[0], b.Max[1]})
	right, bottom := viewport.World(orb.Point{b.Max[0], b.Min[1]})
	var rows []int
	for i, box := range boxes {
		for copies := -1.0; copies <= 1; copies++ {
			if box.left+copies <= right && box.right+copies >= left && box.top <= bottom && box.bottom >= top {
				rows = append(rows, i)
				break
			}
		}
	}
	return o.join(rows, basemap.LevelFor(int(math.Round(max(0, min(zoom, 30))))))
}

// regionBox is where a region lies in the unit world, with a margin for what its coarsest shape leaves out.
type regionBox struct{ left, top, right, bottom float64 }

// Margins of regionBox, in parts of the world: of a shape, and around the name of a region that is too small for one.
const (
	shapeMargin = 1.0 / (1 << 11)
	nameMargin  = 1.0 / (1 << 8)
)

// boxes gives the boxes of all regions.
func (o *Outlines) boxes() ([]regionBox, error) {
	names, err := o.archive.Names()
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.regions != nil {
		return o.regions, nil
	}
	out := make([]regionBox, len(names.Regions))
	for i := range names.Regions {
		r := &names.Regions[i]
		x, y := float64(r.X)/basemap.World, float64(r.Y)/basemap.World
		box := regionBox{x - nameMargin, y - nameMargin, x + nameMargin, y + nameMargin}
		for _, polygon := range r.Polygons {
			for _, ring := range polygon {
				for _, ref := range ring {
					box.reach(o.coarse(ref))
				}
			}
		}
		out[i] = box
	}
	o.regions = out
	return out, nil
}

// coarse is an arc in the coarsest detail that has it.
func (o *Outlines) coarse(ref int32) basemap.Arc {
	if ref < 0 {
		ref = ^ref
	}
	arc, err := o.archive.LandArc(0, int(ref))
	if err != nil {
		return basemap.Arc{}
	}
	return arc
}

func (b *regionBox) reach(a basemap.Arc) {
	if len(a.XY) == 0 {
		return
	}
	b.left = min(b.left, float64(a.Box.MinX)/basemap.World-shapeMargin)
	b.top = min(b.top, float64(a.Box.MinY)/basemap.World-shapeMargin)
	b.right = max(b.right, float64(a.Box.MaxX)/basemap.World+shapeMargin)
	b.bottom = max(b.bottom, float64(a.Box.MaxY)/basemap.World+shapeMargin)
}
