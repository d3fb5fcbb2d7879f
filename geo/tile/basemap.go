package tile

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"math"
	"sync"

	"dateline/geo/basemap"
)

// Basemap draws the embedded vector map. It may be used from several goroutines; parts of the archive are decoded when
// a tile first needs them and kept.
type Basemap struct {
	archive  *basemap.Archive
	painters sync.Pool

	// Called says what a country is called on the map, by its ISO code; "" is the archive's name, in English. It is set before
	// anything is drawn; nil leaves all names as they are.
	Called func(iso string) string
}

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

// Tile draws one tile. Tiles of equal Z, Size, Density and Style join without a seam.
func (b *Basemap) Tile(ctx context.Context, k Key) (*image.RGBA, error) {
	if !k.Valid() {
		return nil, fmt.Errorf("%w: %d/%d/%d at %d px", ErrNoTile, k.Z, k.X, k.Y, k.Size)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p, _ := b.painters.Get().(*painter)
	if p == nil {
		p = &painter{archive: b.archive}
	}
	defer b.painters.Put(p)
	p.begin(k)
	for _, layer := range []func() error{p.land, p.urban, p.rivers, p.lakes, p.borders} {
		if err := layer(); err != nil {
			return nil, fmt.Errorf("tile: %d/%d/%d: %w", k.Z, k.X, k.Y, err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	img := p.img
	p.img = nil
	return img, nil
}

// flood paints the whole picture in one colour.
func flood(img *image.RGBA, c color.NRGBA) {
	pix := img.Pix
	if len(pix) < 4 {
		return
	}
	a := uint32(c.A)
	pix[0], pix[1], pix[2], pix[3] = uint8(uint32(c.R)*a/255), uint8(uint32(c.G)*a/255), uint8(uint32(c.B)*a/255), c.A
	for n := 4; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

// effectiveZoom is the zoom a tile is shown at: its own if it is shown at 256 px of the style.
func (k Key) effectiveZoom() float64 {
	return float64(k.Z) + math.Log2(float64(k.Size)/(256*k.density()))
}

func (k Key) density() float64 {
	if k.Density <= 0 {
		return 1
	}
	return float64(k.Density)
}
