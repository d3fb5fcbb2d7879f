package mapview

import (
	"math"

	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// camera is a viewport on the pixels of a screen: tiles are a whole number of pixels wide and begin on a whole pixel,
// so pictures drawn for that size are shown as they are, without seams and without blur.
type camera struct {
	view     viewport.Viewport
	px       float64 // screen pixels per unit
	z        int     // of the tiles
	size     int     // of a tile, in screen pixels
	ox, oy   float64 // the world's upper left corner, in screen pixels (whole)
	cx, cy   float64 // centre in the unit world
	worldPix float64
}

// aim gives the camera nearest to v. The zoom changes by less than 0.4 %, the centre by less than a pixel.
func aim(v viewport.Viewport, px float64) camera {
	if px <= 0 {
		px = 1
	}
	v = v.Resize(v.W, v.H)
	c := camera{px: px, z: min(v.TileZoom(), tile.MaxZ)}
	exact := viewport.TileSize * math.Exp2(v.Zoom-float64(c.z)) * px
	for exact > tile.MaxSize && c.z < tile.MaxZ {
		c.z, exact = c.z+1, exact/2
	}
	c.size = max(tile.MinSize, min(int(math.Round(exact)), tile.MaxSize))
	if c.zoom() < viewport.MinZoom(v.W, v.H)-1e-9 {
		c.size++
	}
	v.Zoom = math.Min(c.zoom(), viewport.MaxZoom)
	c.worldPix = float64(c.size) * math.Exp2(float64(c.z))
	x, y := viewport.World(v.Center)
	c.ox = math.Round(v.W*px/2 - x*c.worldPix)
	c.oy = math.Round(v.H*px/2 - y*c.worldPix)
	c.cx, c.cy = (v.W*px/2-c.ox)/c.worldPix, (v.H*px/2-c.oy)/c.worldPix
	v.Center = viewport.FromWorld(c.cx, c.cy)
	c.view = v
	return c
}

func (c *camera) zoom() float64 {
	return float64(c.z) + math.Log2(float64(c.size)/(viewport.TileSize*c.px))
}

// project gives the place of a point of the unit world in units, on the copy of the world nearest the centre.
func (c *camera) project(wx, wy float64) (x, y float64) {
	wx -= math.Round(wx - c.cx)
	return (c.ox + wx*c.worldPix) / c.px, (c.oy + wy*c.worldPix) / c.px
}

// spot is a tile of the view: its column may lie outside the world, then it is a copy.
type spot struct{ z, col, y int }

// key is the tile's picture in a size and style.
func (s spot) key(size int, px float64, style *tile.Style) tile.Key {
	n := 1 << s.z
	return tile.Key{Z: s.z, X: ((s.col % n) + n) % n, Y: s.y, Size: size, Density: float32(px), Style: style}
}

// spots are the tiles that touch the view, grown by ring tiles on each side, nearest the middle first.
func (c *camera) spots(ring int) []spot {
	n := 1 << c.z
	size := float64(c.size)
	w, h := c.view.W*c.px, c.view.H*c.px
	x0, x1 := int(math.Floor(-c.ox/size))-ring, int(math.Ceil((w-c.ox)/size))+ring
	y0, y1 := max(0, int(math.Floor(-c.oy/size))-ring), min(n, int(math.Ceil((h-c.oy)/size))+ring)
	var out []spot
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			out = append(out, spot{c.z, x, y})
		}
	}
	mx, my := (w/2-c.ox)/size-0.5, (h/2-c.oy)/size-0.5
	far := func(s spot) float64 { return math.Hypot(float64(s.col)-mx, float64(s.y)-my) }
	for i := 1; i < len(out); i++ {
		s, d, k := out[i], far(out[i]), i
		for ; k > 0 && far(out[k-1]) > d+1e-9; k-- {
			out[k] = out[k-1]
		}
		out[k] = s
	}
	return out
}

// rect is where a tile of any zoom stands, in units.
func (c *camera) rect(s spot) (x, y, w float64) {
	w = c.worldPix / math.Exp2(float64(s.z))
	return (c.ox + float64(s.col)*w) / c.px, (c.oy + float64(s.y)*w) / c.px, w / c.px
}
