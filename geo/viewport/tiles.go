package viewport

import "math"

// Tile is a tile of the map and where it lies on the picture, in px; Left and Top are seldom whole.
type Tile struct {
	Z, X, Y   int
	Left, Top float64
	Size      float64
}

// TileZoom is the whole zoom whose tiles show the viewport sharply: tiles are then 181 to 362 px wide.
func (v Viewport) TileZoom() int {
	return int(math.Max(0, math.Round(finite(v.Zoom))))
}

// Tiles lists the tiles of zoom z that touch the picture, those nearest the middle first. X is always a real column,
// so a view across the 180th meridian gives columns of both sides.
func (v Viewport) Tiles(z int) []Tile {
	z = max(0, min(z, 22))
	n := 1 << z
	size := v.WorldSize() / float64(n)
	cx, cy := World(v.Center)
	left, top := v.W/2-cx*v.WorldSize(), v.H/2-cy*v.WorldSize()
	x0, x1 := int(math.Floor(-left/size)), int(math.Ceil((v.W-left)/size))
	y0, y1 := max(0, int(math.Floor(-top/size))), min(n, int(math.Ceil((v.H-top)/size)))
	const most = 4096 // a z far deeper than the view would ask for millions
	if x1 <= x0 || y1 <= y0 || (x1-x0)*(y1-y0) > most {
		return nil
	}
	tiles := make([]Tile, 0, (x1-x0)*(y1-y0))
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			tiles = append(tiles, Tile{Z: z, X: ((x % n) + n) % n, Y: y, Left: left + float64(x)*size, Top: top + float64(y)*size, Size: size})
		}
	}
	sortByDistance(tiles, v.W/2, v.H/2)
	return tiles
}

// sortByDistance is an insertion sort: a view has few dozen tiles, and equal distances keep their order.
func sortByDistance(tiles []Tile, x, y float64) {
	far := func(t Tile) float64 { return math.Hypot(t.Left+t.Size/2-x, t.Top+t.Size/2-y) }
	for i := 1; i < len(tiles); i++ {
		t, d, j := tiles[i], far(tiles[i]), i
		for ; j > 0 && far(tiles[j-1]) > d+1e-6; j-- {
			tiles[j] = tiles[j-1]
		}
		tiles[j] = t
	}
}
