package tile

import (
	"image"
	"math"
	"slices"

	"dateline/geo/basemap"
	"dateline/geo/internal/raster"
)

// painter draws one tile after another and keeps its buffers between them. One goroutine uses it at a time.
type painter struct {
	archive *basemap.Archive
	img     *image.RGBA
	style   *Style
	fill    raster.Fill
	stroke  raster.Stroke
	turns   []turn

	z, size, level int
	x, y, span     int64   // the tile in units of the archive
	scale          float64 // px per unit
	zoom, density  float64
}

// turn is where a coast crosses the left edge of the tile, and by how much the winding number changes below it.
type turn struct {
	y    float64 // px
	step int
}

func (p *painter) begin(k Key) {
	p.style = k.Style
	if p.style == nil {
		p.style = Light
	}
	p.img = image.NewRGBA(image.Rect(0, 0, k.Size, k.Size))
	p.z, p.size, p.level = k.Z, k.Size, basemap.LevelFor(k.Z)
	p.span = basemap.World >> k.Z
	p.x, p.y = int64(k.X)*p.span, int64(k.Y)*p.span
	p.scale = float64(k.Size) / float64(p.span)
	p.zoom, p.density = k.effectiveZoom(), k.density()
}

// box is the tile and a margin in px, in units.
func (p *painter) box(margin float64) basemap.Box {
	m := int64(math.Ceil(margin / p.scale))
	clamp := func(v int64) int32 { return int32(max(0, min(v, basemap.World))) }
	return basemap.Box{MinX: clamp(p.x - m), MinY: clamp(p.y - m), MaxX: clamp(p.x + p.span + m), MaxY: clamp(p.y + p.span + m)}
}

// px turns units into px of the tile.
func (p *painter) px(x, y int32) (float32, float32) {
	return float32(float64(int64(x)-p.x) * p.scale), float32(float64(int64(y)-p.y) * p.scale)
}

// land paints water, then land over it. Only coasts near the tile are looked at, not whole continents: the winding
// number at the tile's upper left corner comes from the archive's grid, walking down its left edge changes it at
// each coast that crosses, and where it is not 0 the left edge is an edge of land.
func (p *painter) land() error {
	flood(p.img, p.style.Water)
	const cell = basemap.World >> basemap.GridBits
	gridX, gridY := p.x/cell, p.y/cell
	winding, err := p.archive.Winding(p.level, int(gridX), int(gridY))
	if err != nil {
		return err
	}
	box := p.box(0)
	box.MinX, box.MinY = int32(gridX*cell), int32(gridY*cell)
	blocks, err := p.archive.Arcs(basemap.Land, p.level, box)
	if err != nil {
		return err
	}
	p.fill.Reset(p.size, p.size)
	p.turns = p.turns[:0]
	edges := 0
	w := walker{fromX: gridX * cell, fromY: gridY * cell, toX: p.x, toY: p.y}
	for _, arcs := range blocks {
		for i := range arcs {
			a := &arcs[i]
			if (a.Class == basemap.Coast || a.Class == basemap.Seam) && a.Box.Touches(box) {
				winding += w.pass(a.XY)
				edges += p.coast(a.XY, a.Class == basemap.Seam)
			}
		}
	}
	if edges == 0 && len(p.turns) == 0 {
		if winding != 0 {
			flood(p.img, p.style.Land)
		}
		return nil
	}
	p.leftEdge(winding)
	p.fill.Paint(p.img, p.style.Land)
	return nil
}

// coast adds the edges of a coast that lie within the tile's rows and right of its left edge, and notes its turns.
func (p *painter) coast(xy []int32, seam bool) (edges int) {
	left, right, top, bottom := int32(p.x), int32(p.x+p.span), int32(p.y), int32(p.y+p.span)
	for i := 2; i+1 < len(xy); i += 2 {
		ax, ay, bx, by := xy[i-2], xy[i-1], xy[i], xy[i+1]
		if ay < top && by < top || ay >= bottom && by >= bottom || ax >= right && bx >= right || ax < left && bx < left {
			continue
		}
		edges++
		x0, y0 := p.px(ax, ay)
		x1, y1 := p.px(bx, by)
		if ax == bx && seam { // cut half a grain before the edge of the world
			if ax > basemap.World/2 {
				continue
			}
			x0, x1 = 0, 0
		}
		if (ax < left) != (bx < left) {
			t := float64(left-ax) / float64(bx-ax)
			y := (float64(ay) + t*float64(by-ay) - float64(p.y)) * p.scale
			step := -1 // eastwards: land to the north, water to the south
			if ax >= left {
				step = 1
			}
			if below(int64(ax), int64(ay), int64(bx), int64(by), p.x, p.y) {
				p.turns = append(p.turns, turn{y, step})
			}
			if ax < left {
				x0, y0 = 0, float32(y)
			} else {
				x1, y1 = 0, float32(y)
			}
		}
		p.fill.Edge(x0, y0, x1, y1)
	}
	return edges
}

// leftEdge adds the parts of the left edge where the winding number is not 0.
func (p *painter) leftEdge(winding int) {
	slices.SortFunc(p.turns, func(a, b turn) int {
		if a.y < b.y {
			return -1
		} else if a.y > b.y {
			return 1
		}
		return a.step - b.step
	})
	y := 0.0
	edge := func(to float64) {
		for range winding {
			p.fill.Edge(0, float32(y), 0, float32(to))
		}
		for range -winding {
			p.fill.Edge(0, float32(to), 0, float32(y))
		}
		y = to
	}
	for _, t := range p.turns {
		edge(min(t.y, float64(p.size)))
		winding += t.step
	}
	edge(float64(p.size))
}

// walker follows the winding number from a corner of the grid east to the column of the tile and then south to its
// corner. All coordinates are whole numbers and no coast has a point on either line, so the answers are exact.
type walker struct{ fromX, fromY, toX, toY int64 }

// pass is by how much one coast changes the number on the way.
func (w walker) pass(xy []int32) (change int) {
	if w.fromX == w.toX && w.fromY == w.toY {
		return 0
	}
	for i := 2; i+1 < len(xy); i += 2 {
		ax, ay, bx, by := int64(xy[i-2]), int64(xy[i-1]), int64(xy[i]), int64(xy[i+1])
		if (ay < w.fromY) != (by < w.fromY) && !leftOf(ax, ay, bx, by, w.fromX, w.fromY) && leftOf(ax, ay, bx, by, w.toX, w.fromY) {
			if ay < by {
				change++
			} else {
				change--
			}
		}
		if (ax < w.toX) != (bx < w.toX) && below(ax, ay, bx, by, w.toX, w.fromY) && !below(ax, ay, bx, by, w.toX, w.toY) {
			if ax < bx {
				change--
			} else {
				change++
			}
		}
	}
	return change
}

// leftOf reports whether the edge a-b crosses the row of y left of x.
func leftOf(ax, ay, bx, by, x, y int64) bool {
	if ay > by {
		ax, ay, bx, by = bx, by, ax, ay
	}
	return (x-ax)*(by-ay) > (bx-ax)*(y-ay)
}

// below reports whether the edge a-b crosses the column of x south of y.
func below(ax, ay, bx, by, x, y int64) bool {
	if ax > bx {
		ax, ay, bx, by = bx, by, ax, ay
	}
	return (by-ay)*(x-ax) > (y-ay)*(bx-ax)
}
