package mapview

import (
	"context"
	"fmt"
	"image"
	"testing"
	"time"

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
	told := make(chan struct{}, 10_000)
	guard := func(f func()) {
		defer func() {
			if recover() != nil {
				told <- struct{}{}
			}
		}()
		f()
	}
	isTold := func(t *testing.T, view string) { // the map may be complete a moment before
		t.Helper()
		select {
		case <-told:
		case <-time.After(time.Minute):
			t.Fatalf("%s: nobody is told", view)
		}
		for len(told) > 0 {
			<-told
		}
	}
	for claim, c := range map[string]Config{
		"a tile":  {Tiles: spoiled{}},
		"an area": {Tiles: chess{}, Outlines: func(geo.Place, float64) orb.MultiPolygon { panic("a mistake in an outline") }},
		"names":   {Tiles: chess{}, Cities: func(orb.Bound, int) []geo.Place { panic(fmt.Errorf("a mistake in the names")) }},
	} {
		t.Run(claim, func(t *testing.T) {
			c.Guard = guard
			s := open(t, c, 900, 600)
			marks := someMarks()
			marks[0].Shape = &geo.Place{Kind: geo.KindAdmin1}
			s.m.SetMarks(marks)
			s.m.SetViewport(viewport.Viewport{Center: oslo, Zoom: 6})
			s.wait(t)
			isTold(t, "a view")
			s.m.SetViewport(viewport.Viewport{Center: bergen, Zoom: 7})
			s.wait(t)
			isTold(t, "another view")
			if len(s.m.marks.shown) == 0 {
				t.Error("another view: no signs")
			}
		})
	}
}
