package mapview

import (
	"context"
	"fmt"
	"image"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// spoiled is a map with a mistake in the drawing of every second tile.
type spoiled struct{ chess }

func (s spoiled) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	if k.X%2 == 1 {
		panic("a mistake in a tile")
	}
	return s.chess.Tile(ctx, k)
}

func TestAPanicInDrawingIsToldAndTheMapGoesOn(t *testing.T) {
	var told atomic.Int32
	guard := func(f func()) {
		defer func() {
			if recover() != nil {
				told.Add(1)
			}
		}()
		f()
	}
	for claim, c := range map[string]Config{
		"a tile":  {Tiles: spoiled{}},
		"an area": {Tiles: chess{}, Outlines: func(geo.Place, float64) orb.MultiPolygon { panic("a mistake in an outline") }},
		"names":   {Tiles: chess{}, Cities: func(orb.Bound, int) []geo.Place { panic(fmt.Errorf("a mistake in the names")) }},
	} {
		t.Run(claim, func(t *testing.T) {
			told.Store(0)
			c.Guard = guard
			s := open(t, c, 900, 600)
			marks := someMarks()
			marks[0].Shape = &geo.Place{Kind: geo.KindAdmin1}
			s.m.SetMarks(marks)
			s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
			s.wait(t)
			before := told.Load()
			if before == 0 {
				t.Error("nobody is told")
			}
			s.m.SetViewport(viewport.Viewport{Center: bergen, Zoom: 7})
			s.wait(t)
			if len(s.m.marks.shown) == 0 || told.Load() == before {
				t.Errorf("another view: %d signs, told %d times", len(s.m.marks.shown), told.Load())
			}
		})
	}
}
