// Package tile gives the picture of one map tile: z/x/y in web Mercator, drawn from the vector archive that ships with
// the program.
//
//	base, err := tile.Open(assets.Basemap())
//	picture, err := base.Tile(ctx, tile.Key{Z: 6, X: 37, Y: 21, Size: 256})
//
// Loader draws tiles on a few goroutines, keeps them in a Cache bounded by bytes and forgets what is no longer wanted.
// The package draws the ground only; marks and words on the map are geo/mark's.
package tile

import (
	"context"
	"errors"
	"image"

	"github.com/paulmach/orb"
)

// Limits of a tile request.
const (
	MinSize = 64   // px
	MaxSize = 1024 // px
	MaxZ    = 18   // deeper than the data; lines stay sharp and get coarse
)

// ErrNoTile is returned for a z, x, y or size that names no tile.
var ErrNoTile = errors.New("tile: no such tile")

// Key names a tile picture: which tile, how large in px, at which pixel density and in which look.
type Key struct {
	Z, X, Y int
	Size    int     // edge in device px: 256 to 512 is usual, any size from MinSize to MaxSize is drawn
	Density float32 // device px per px of the style: 2 on a HiDPI screen; 0 counts as 1
	Style   *Style  // nil is Light
}

// Parent is the tile one zoom out that covers k, and false at zoom 0.
func (k Key) Parent() (Key, bool) {
	if k.Z <= 0 {
		return k, false
	}
	k.Z, k.X, k.Y = k.Z-1, k.X/2, k.Y/2
	return k, true
}

// Valid reports whether k names a tile that exists, in a size that is drawn.
func (k Key) Valid() bool {
	if k.Z < 0 || k.Z > MaxZ || k.Size < MinSize || k.Size > MaxSize {
		return false
	}
	n := 1 << k.Z
	return k.X >= 0 && k.X < n && k.Y >= 0 && k.Y < n
}

// Source gives tiles. Tile may be called from several goroutines. The picture is new and tight (Stride == 4*Size); the
// caller may keep and change it. A done context gives its error, at the latest after the tile in work; a key that is
// not Valid gives ErrNoTile.
type Source interface {
	Tile(ctx context.Context, k Key) (*image.RGBA, error)
	Attribution() string
}

// LabelKind says what a label names; it decides its lettering.
type LabelKind uint8

// The kinds of labels, the most important first.
const (
	LabelPlace   LabelKind = iota // a place of the story: bold, never left out
	LabelCountry                  // spaced capitals
	LabelSea                      // spaced, in the colour of water
	LabelRegion                   // admin1
	LabelCity
	LabelTown
)

// Label is a word on the map. Rank 0 is the most important; labels of a lower Rank are placed first.
type Label struct {
	Point orb.Point
	Also  []orb.Point // other spots where the word may stand, the best first
	Text  string
	Rank  int
	Kind  LabelKind
}
