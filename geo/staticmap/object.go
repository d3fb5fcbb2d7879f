package staticmap

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"runtime"
	"sync"

	sm "github.com/flopp/go-staticmaps"
	"github.com/fogleman/gg"
	"github.com/golang/geo/s2"

	"dateline/geo/tile"
	"dateline/geo/viewport"
)

// object is one layer of a still as go-staticmaps sees it.
type object struct {
	still *still
	draw  func(*image.RGBA) error
}

var _ sm.MapObject = (*object)(nil)

// Bounds is the centre: the still sets its extent itself.
func (o *object) Bounds() s2.Rect { return s2.RectFromLatLng(o.still.center) }

// ExtraMarginPixels is none.
func (o *object) ExtraMarginPixels() (left, top, right, bottom float64) { return 0, 0, 0, 0 }

// Draw draws the layer on the part of go-staticmaps' larger picture that it will cut out around the centre.
func (o *object) Draw(gc *gg.Context, t *sm.Transformer) {
	s := o.still
	if s.err != nil {
		return
	}
	img, ok := gc.Image().(*image.RGBA)
	if !ok {
		s.err = fmt.Errorf("a picture of type %T", gc.Image())
		return
	}
	x, y := t.LatLngToXY(s.center)
	left, top := int(math.Round(x))-s.w/2, int(math.Round(y))-s.h/2
	window := image.Rect(left, top, left+s.w, top+s.h)
	if !window.In(img.Rect) {
		s.err = fmt.Errorf("the view %v lies outside the picture %v", window, img.Rect)
		return
	}
	s.err = o.draw(&image.RGBA{Pix: img.Pix[img.PixOffset(left, top):], Stride: img.Stride, Rect: image.Rect(0, 0, s.w, s.h)})
}

// ground paints the tiles, on as many goroutines as there are processors, at whole pixels.
func (s *still) ground(img *image.RGBA) error {
	cx, cy := viewport.World(s.View.Center)
	n := 1 << s.zoom
	left := int(math.Round(float64(s.w)/2 - cx*float64(n)*float64(s.edge)))
	top := int(math.Round(float64(s.h)/2 - cy*float64(n)*float64(s.edge)))
	draw.Draw(img, img.Rect, image.NewUniform(s.Style.Water), image.Point{}, draw.Src) // beyond the poles
	var wanted []tile.Key
	var at []image.Rectangle
	for y := max(0, floorDiv(-top, s.edge)); y < n && top+y*s.edge < s.h; y++ {
		for x := floorDiv(-left, s.edge); left+x*s.edge < s.w; x++ {
			wanted = append(wanted, tile.Key{Z: s.zoom, X: ((x % n) + n) % n, Y: y, Size: s.edge, Density: float32(s.Scale), Style: s.Style})
			at = append(at, image.Rect(0, 0, s.edge, s.edge).Add(image.Pt(left+x*s.edge, top+y*s.edge)))
		}
	}
	next := make(chan int)
	faults := make([]any, len(wanted))
	errs := make([]error, len(wanted))
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 8) {
		workers.Go(func() {
			for i := range next {
				func() {
					defer func() { faults[i] = recover() }()
					var pic *image.RGBA
					if pic, errs[i] = s.tiles.Tile(s.ctx, wanted[i]); errs[i] == nil {
						draw.Draw(img, at[i], pic, pic.Rect.Min, draw.Src)
					}
				}()
			}
		})
	}
	for i := range wanted {
		next <- i
	}
	close(next)
	workers.Wait()
	for i, k := range wanted {
		if faults[i] != nil { // here the caller can catch it; on a worker it would end the program
			panic(faults[i])
		}
		if errs[i] != nil {
			return fmt.Errorf("tile %d/%d/%d: %w", k.Z, k.X, k.Y, errs[i])
		}
	}
	return nil
}

func floorDiv(a, b int) int { return int(math.Floor(float64(a) / float64(b))) }
