package tile

import (
	"context"
	"errors"
	"fmt"
	"image"

	"github.com/paulmach/orb"
)

// Info is what a store of pictures says of itself.
type Info struct {
	Name        string
	Attribution string // plain text; "" if the store names none
	MinZoom     int
	MaxZoom     int
	Bound       orb.Bound // what is covered; the zero Bound is the world
}

// Store has encoded pictures of tiles: a file of geo/tile/mbtiles or geo/tile/pmtiles. Its methods may be called from
// several goroutines. Picture gives ErrAbsent for a tile it does not have.
type Store interface {
	Picture(ctx context.Context, z, x, y int) ([]byte, error)
	Info() Info
}

// Raster draws tiles from a Store. Beyond its deepest zoom, and where a tile is missing, the part of the tile above is
// shown larger; below its lowest zoom there is nothing. It may be used from several goroutines.
type Raster struct {
	store Store
	info  Info
	above *Cache // pictures that several tiles are cut from
}

// NewRaster gives the tiles of a store.
func NewRaster(s Store) *Raster {
	return &Raster{store: s, info: s.Info(), above: NewCache(8 << 20)}
}

// Attribution is what a map with these tiles must show.
func (r *Raster) Attribution() string { return r.info.Attribution }

// Info is what the store says of itself.
func (r *Raster) Info() Info { return r.info }

// Covers reports whether the store may have pictures of p for a map of that zoom.
func (r *Raster) Covers(p orb.Point, zoom float64) bool {
	if zoom < float64(r.info.MinZoom)-0.5 || zoom > float64(r.info.MaxZoom+MaxOverzoom) {
		return false
	}
	return r.info.Bound == orb.Bound{} || r.info.Bound.Contains(p)
}

// BoundOf gives the bound of a store from its edges, the zero Bound if they make none.
func BoundOf(west, south, east, north float64) orb.Bound {
	if !(west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90) {
		return orb.Bound{}
	}
	return orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
}

// Tile gives the picture of k in its Size; Style and Density have no bearing. A tile that the store does not cover
// gives ErrAbsent, a damaged one a *Fault.
func (r *Raster) Tile(ctx context.Context, k Key) (*image.RGBA, error) {
	if !k.Valid() {
		return nil, fmt.Errorf("%w: %d/%d/%d at %d px", ErrNoTile, k.Z, k.X, k.Y, k.Size)
	}
	deepest := min(k.Z, r.info.MaxZoom)
	for z := deepest; z >= max(0, r.info.MinZoom, k.Z-MaxOverzoom); z-- {
		pic, err := r.picture(ctx, z, k.X>>(k.Z-z), k.Y>>(k.Z-z), z < k.Z)
		if errors.Is(err, ErrAbsent) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return Cut(pic, k, z), nil
	}
	return nil, ErrAbsent
}

func (r *Raster) picture(ctx context.Context, z, x, y int, keep bool) (*image.RGBA, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	at := Key{Z: z, X: x, Y: y}
	if pic := r.above.Get(at); pic != nil {
		return pic, nil
	}
	data, err := r.store.Picture(ctx, z, x, y)
	if err == nil {
		var pic *image.RGBA
		if pic, err = Decode(data); err == nil {
			if keep {
				r.above.Put(at, pic)
			}
			return pic, nil
		}
	}
	var fault *Fault
	if errors.Is(err, ErrAbsent) || errors.As(err, &fault) || ctx.Err() != nil {
		return nil, err
	}
	return nil, &Fault{Status{StatusFile, []string{r.info.Name}}, fmt.Errorf("%d/%d/%d: %w", z, x, y, err)}
}
