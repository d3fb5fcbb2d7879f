package staticmap_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"log"
	"math"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo/heat"
	"dateline/geo/mark"
	"dateline/geo/outline"
	"dateline/geo/staticmap"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

var base = sync.OnceValue(func() *tile.Basemap {
	b, err := tile.Open(assets.Basemap())
	if err != nil {
		panic(err)
	}
	return b
})

var (
	kursk  = orb.Point{36.19, 51.74}
	sudzha = orb.Point{35.27, 51.2}
)

func picture(zoom float64) staticmap.Picture {
	return staticmap.Picture{View: viewport.Viewport{Center: orb.Point{35.8, 51.3}, Zoom: zoom, W: 320, H: 200},
		Marks: []mark.Mark{{Point: kursk, Filled: true, Number: 1, Label: "Kursk"}, {Point: sudzha, Ring: true, Label: "Sudzha"}}}
}

func TestMarksStandWhereTheViewProjectsThem(t *testing.T) {
	for _, zoom := range []float64{3, 6, 6.37, 7.5, 9.9} {
		for _, scale := range []float64{1, 2.5} {
			p := picture(zoom)
			p.Marks = p.Marks[:1] // a group would have its number there
			img, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{Scale: scale})
			if err != nil {
				t.Fatal(err)
			}
			if img.Bounds() != image.Rect(0, 0, int(320*scale), int(200*scale)) {
				t.Fatalf("zoom %v, scale %v: %v", zoom, scale, img.Bounds())
			}
			x, y := p.View.Project(kursk)
			if x < 0 || y < 0 || x >= 320 || y >= 200 {
				continue
			}
			if got := img.At(int(x*scale), int(y*scale)); color.NRGBAModel.Convert(got) != tile.Light.MarkFill {
				t.Errorf("zoom %v, scale %v: %v where Kursk is", zoom, scale, got)
			}
		}
	}
}

// TestLegendCoversNoSign: it stands in a corner that is free, and is left out of a picture that it would fill.
func TestLegendCoversNoSign(t *testing.T) {
	differ := func(p staticmap.Picture) image.Rectangle {
		t.Helper()
		without, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{NoScaleBar: true})
		if err != nil {
			t.Fatal(err)
		}
		with, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{NoScaleBar: true, Legend: true})
		if err != nil {
			t.Fatal(err)
		}
		var out image.Rectangle
		for y := range int(p.View.H) {
			for x := range int(p.View.W) {
				if without.At(x, y) != with.At(x, y) {
					out = out.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		return out
	}
	p := picture(6)
	p.View.W, p.View.H = 800, 600
	low := differ(p)
	if low.Empty() || low.Min.X > 20 || low.Max.Y < 500 {
		t.Errorf("the legend of a map with a free corner stands at %v", low)
	}
	p.Marks = append(p.Marks, mark.Mark{Point: p.View.Unproject(100, 540), Filled: true})
	if box := differ(p); box.Empty() || image.Pt(100, 540).In(box) {
		t.Errorf("with a sign at the lower left the legend stands at %v", box)
	}
	p.View.W, p.View.H = 200, 120
	if box := differ(p); !box.Empty() {
		t.Errorf("a small picture has a legend at %v", box)
	}
}

// TestMarksAreGrouped: two marks closer than mark.Reach are drawn as their group is.
func TestMarksAreGrouped(t *testing.T) {
	v := viewport.Viewport{Center: kursk, Zoom: 6, W: 320, H: 200}
	x, y := v.Project(kursk)
	near := v.Unproject(x+12, y)
	render := func(marks ...mark.Mark) *image.RGBA {
		img, err := staticmap.Render(context.Background(), base(), staticmap.Picture{View: v, Marks: marks}, staticmap.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return img.(*image.RGBA)
	}
	got := render(mark.Mark{Point: near, Ring: true, Label: "Sudzha"}, mark.Mark{Point: kursk, Filled: true, Number: 3, Label: "Kursk"})
	want := render(mark.Mark{Point: kursk, Filled: true, Ring: true, Number: 3, Group: 2, Label: "Kursk +1"})
	if !bytes.Equal(got.Pix, want.Pix) {
		t.Error("two marks that stand too close together are not drawn as one group")
	}
}

// TestKeysNameTheSigns: where a list stands beside the picture, the numbers in the signs are those of the list.
func TestKeysNameTheSigns(t *testing.T) {
	p := picture(6)
	var seen [][]int
	render := func() *image.RGBA {
		img, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return img.(*image.RGBA)
	}
	p.Keys = func(members [][]int) []int { seen = members; return []int{8, 8}[:len(members)] }
	eight := render()
	if len(seen) == 0 || len(seen[len(seen)-1]) == 0 {
		t.Fatalf("signs stand for %v", seen)
	}
	p.Keys = func(members [][]int) []int { return []int{9, 9}[:len(members)] }
	if nine := render(); bytes.Equal(eight.Pix, nine.Pix) {
		t.Error("another number, the same picture")
	}
}

// TestSameAsWindow compares a still at a whole zoom with tiles put side by side, as a window shows them.
func TestSameAsWindow(t *testing.T) {
	v := viewport.Viewport{Center: viewport.FromWorld(0.6, 0.33), Zoom: 6, W: 600, H: 400}
	img, err := staticmap.Render(context.Background(), base(), staticmap.Picture{View: v}, staticmap.Options{NoScaleBar: true, NoGroundNames: true})
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for _, place := range v.Tiles(6) {
		pic, err := base().Tile(context.Background(), tile.Key{Z: place.Z, X: place.X, Y: place.Y, Size: 256, Density: 1, Style: tile.Light})
		if err != nil {
			t.Fatal(err)
		}
		for y := range 256 {
			for x := range 256 {
				px, py := x+int(math.Round(place.Left)), y+int(math.Round(place.Top))
				if px >= 0 && py >= 0 && px < 600 && py < 370 && img.At(px, py) != pic.At(x, y) {
					differ++
				}
			}
		}
	}
	if differ > 0 {
		t.Errorf("%d pixels differ from the tiles of the window", differ)
	}
}

// failing is a source that cannot draw one tile.
type failing struct {
	tile.Source
	left atomic.Int32
}

var errTile = errors.New("this tile is not to be had")

func (f *failing) Tile(ctx context.Context, k tile.Key) (*image.RGBA, error) {
	if f.left.Add(-1) == 0 {
		return nil, errTile
	}
	return f.Source.Tile(ctx, k)
}

func TestFaults(t *testing.T) {
	f := &failing{Source: base()}
	f.left.Store(4)
	if img, err := staticmap.Render(context.Background(), f, picture(7), staticmap.Options{}); img != nil || !errors.Is(err, errTile) {
		t.Errorf("a tile that fails makes the picture fail: %v", err)
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if img, err := staticmap.Render(done, base(), picture(7), staticmap.Options{}); img != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	for claim, change := range map[string]func(*staticmap.Picture, *staticmap.Options){
		"no width":         func(p *staticmap.Picture, o *staticmap.Options) { p.View.W = 0 },
		"a huge picture":   func(p *staticmap.Picture, o *staticmap.Options) { p.View.W, p.View.H = 1e5, 1e5 },
		"not a number":     func(p *staticmap.Picture, o *staticmap.Options) { p.View.W = math.NaN() },
		"a negative scale": func(p *staticmap.Picture, o *staticmap.Options) { o.Scale = -2 },
	} {
		p, o := picture(7), staticmap.Options{}
		change(&p, &o)
		if img, err := staticmap.Render(context.Background(), base(), p, o); img != nil || !errors.Is(err, staticmap.ErrSize) {
			t.Errorf("%s: %v", claim, err)
		}
	}
}

// mistaken is a source with a mistake in it.
type mistaken struct{ tile.Source }

func (mistaken) Tile(context.Context, tile.Key) (*image.RGBA, error) { panic("a mistake in a tile") }

func TestAPanicInATileIsTheCallers(t *testing.T) {
	defer func() {
		if fault := recover(); fault != "a mistake in a tile" {
			t.Errorf("the caller catches %v", fault)
		}
	}()
	img, err := staticmap.Render(context.Background(), mistaken{base()}, picture(7), staticmap.Options{})
	t.Errorf("%v, %v", img != nil, err)
}

func TestOddViews(t *testing.T) {
	shapes := outline.New(base().Archive())
	russia, _ := shapes.OfCountry("RU", 3)
	var noise bytes.Buffer
	log.SetOutput(&noise)
	defer log.SetOutput(os.Stderr)
	for claim, v := range map[string]viewport.Viewport{
		"the whole world":      {Center: orb.Point{0, 0}, Zoom: 1, W: 512, H: 512},
		"more than the world":  {Center: orb.Point{0, 0}, Zoom: 0, W: 700, H: 500},
		"the 180th meridian":   {Center: orb.Point{180, 65}, Zoom: 4, W: 640, H: 400},
		"the other side of it": {Center: orb.Point{-180, -17}, Zoom: 6, W: 640, H: 400},
		"the north pole":       {Center: orb.Point{10, 84}, Zoom: 5, W: 640, H: 400},
		"the south pole":       {Center: orb.Point{10, -85}, Zoom: 3, W: 640, H: 400},
		"a street":             {Center: kursk, Zoom: 18, W: 640, H: 400},
		"one pixel":            {Center: kursk, Zoom: 5, W: 1, H: 1},
		"an odd size":          {Center: kursk, Zoom: 5.123, W: 333.4, H: 77.7},
	} {
		for _, style := range []*tile.Style{tile.Projector} {
			img, err := staticmap.Render(context.Background(), base(), staticmap.Picture{View: v, Areas: []mark.Area{{Shape: russia}}, Marks: picture(1).Marks},
				staticmap.Options{Style: style, Title: "A title", Subtitle: "and more"})
			if err != nil {
				t.Errorf("%s: %v", claim, err)
				continue
			}
			if b := img.Bounds(); b.Dx() != int(math.Round(v.W)) || b.Dy() != int(math.Round(v.H)) {
				t.Errorf("%s: %v", claim, b)
			}
		}
	}
	if noise.Len() > 0 {
		t.Errorf("it talks: %s", strings.SplitN(noise.String(), "\n", 2)[0])
	}
}

func TestSeveralAtOnce(t *testing.T) {
	want, err := staticmap.Render(context.Background(), base(), picture(6), staticmap.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, err := staticmap.Render(context.Background(), base(), picture(6), staticmap.Options{})
			if err != nil || !bytes.Equal(got.(*image.RGBA).Pix, want.(*image.RGBA).Pix) {
				t.Error("the same still, another picture", err)
			}
		})
	}
	wg.Wait()
}

func ExampleRender() {
	log.SetOutput(io.Discard)
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		fmt.Println(err)
		return
	}
	shapes := outline.New(base.Archive())
	region, _ := shapes.OfAdmin1(538555, "RU", "41", 7)
	img, err := staticmap.Render(context.Background(), base, staticmap.Picture{
		View:  viewport.Viewport{Center: orb.Point{35.8, 51.3}, Zoom: 7, W: 1280, H: 800},
		Areas: []mark.Area{{Shape: region}},
		Marks: []mark.Mark{{Point: orb.Point{36.19, 51.74}, Filled: true, Number: 14, Label: "Kursk"}},
	}, staticmap.Options{Title: "12 March 2025"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(img.Bounds())
	// Output: (0,0)-(1280,800)
}

// BenchmarkStill is a 1280x800 picture of the Kursk region with marks, areas and names.
func BenchmarkStill(b *testing.B) {
	shapes := outline.New(base().Archive())
	for _, c := range []struct {
		name        string
		zoom, scale float64
		w, h        float64
	}{{"1280x800", 6.4, 1, 1280, 800}, {"world", 2.4, 1, 1280, 800}, {"8MP", 6.4, 2, 2000, 1000}, {"33MP", 6.4, 4, 1800, 1150}} {
		b.Run(c.name, func(b *testing.B) {
			p := picture(c.zoom)
			p.View.W, p.View.H = c.w, c.h
			shape, _ := shapes.OfAdmin1(538555, "RU", "41", c.zoom)
			p.Areas = []mark.Area{{Shape: shape}}
			for b.Loop() {
				if _, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{Scale: c.scale, Title: "12 March 2025"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestHeatLiesBelowTheMarks and is what geo/heat draws, whatever the scale.
func TestHeatLiesBelowTheMarks(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		p := picture(6)
		p.Marks = p.Marks[:1]
		render := func() *image.RGBA {
			img, err := staticmap.Render(context.Background(), base(), p, staticmap.Options{Scale: scale, NoScaleBar: true})
			if err != nil {
				t.Fatal(err)
			}
			return img.(*image.RGBA)
		}
		plain := render()
		p.Heat = heat.Layer{Spots: []heat.Spot{{At: kursk, Events: 9}}, Most: 10}
		warm := render()
		x, y := p.View.Project(kursk)
		if got := warm.At(int(x*scale), int(y*scale)); color.NRGBAModel.Convert(got) != tile.Light.MarkFill {
			t.Errorf("scale %v: %v where the mark is", scale, got)
		}
		if at := image.Pt(int((x-20)*scale), int(y*scale)); warm.At(at.X, at.Y) == plain.At(at.X, at.Y) {
			t.Errorf("scale %v: nothing beside the mark", scale)
		}
		if at := image.Pt(int((x-2*heat.Radius)*scale), int(y*scale)); warm.At(at.X, at.Y) != plain.At(at.X, at.Y) {
			t.Errorf("scale %v: the heat reaches too far", scale)
		}
	}
}
