package tile_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/assets"
	"dateline/geo/tile"
	"dateline/geo/viewport"
)

var update = flag.Bool("update", false, "rewrite testdata")

var base = sync.OnceValue(func() *tile.Basemap {
	b, err := tile.Open(assets.Basemap())
	if err != nil {
		panic(err)
	}
	return b
})

func draw(t testing.TB, k tile.Key) *image.RGBA {
	t.Helper()
	img, err := base().Tile(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// at gives the colour that a map of zoom z has at a point.
func at(t testing.TB, p orb.Point, z, size int, style *tile.Style) color.RGBA {
	x, y := viewport.World(p)
	n := float64(int(1) << z)
	tx, ty := math.Floor(x*n), math.Floor(y*n)
	img := draw(t, tile.Key{Z: z, X: int(tx), Y: int(ty), Size: size, Style: style})
	return img.RGBAAt(int((x*n-tx)*float64(size)), int((y*n-ty)*float64(size)))
}

func same(a color.RGBA, b color.NRGBA) bool {
	return a.R == b.R && a.G == b.G && a.B == b.B && a.A == 255
}

func TestLandAndWaterAtEveryZoom(t *testing.T) {
	for _, c := range []struct {
		claim string
		p     orb.Point
		land  bool
	}{
		{"the steppe of Kazakhstan", orb.Point{68.3, 49.1}, true},
		{"the Sahara", orb.Point{4.2, 24.3}, true},
		{"the interior of Australia", orb.Point{124.3, -26.4}, true},
		{"Antarctica", orb.Point{30.2, -78.3}, true},
		{"Chukotka east of the 180th meridian", orb.Point{-176.5, 67.4}, true},
		{"Chukotka west of it", orb.Point{176.3, 67.6}, true},
		{"Greenland", orb.Point{-40.3, 72.1}, true},
		{"the Atlantic", orb.Point{-35.2, 30.3}, false},
		{"the Black Sea", orb.Point{34.1, 43.4}, false},
		{"the Caspian Sea, which is a hole in the land", orb.Point{50.6, 41.9}, false},
		{"Hudson Bay", orb.Point{-85.4, 60.2}, false},
		{"the Pacific at the 180th meridian", orb.Point{179.99, 20.1}, false},
		{"the Pacific beyond it", orb.Point{-179.99, 20.1}, false},
		{"the far south-west corner of the Pacific", orb.Point{-178.7, -55.3}, false},
	} {
		for z := 0; z <= 13; z++ {
			for _, size := range []int{128 + 86*(z%2)} {
				want := tile.Light.Water
				if c.land {
					want = tile.Light.Land
				}
				if got := at(t, c.p, z, size, nil); !same(got, want) {
					// A border, river or, far out, the next coast may touch the very pixel.
					if !near(got, want, 90) || z > 1 && !c.land && !near(got, want, 3) {
						t.Errorf("%s at zoom %d, %d px: %v", c.claim, z, size, got)
					}
				}
			}
		}
	}
}

func near(a color.RGBA, b color.NRGBA, by int) bool {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return d(a.R, b.R)+d(a.G, b.G)+d(a.B, b.B) <= by
}

func TestTilesAreTightAndOpaque(t *testing.T) {
	for _, style := range tile.Styles() {
		for _, k := range []tile.Key{{Z: 0, Size: 256}, {Z: 6, X: 37, Y: 21, Size: 512, Density: 2}, {Z: 10, X: 619, Y: 345, Size: 333}, {Z: 18, X: 157286, Y: 88000, Size: 256}} {
			k.Style = style
			img := draw(t, k)
			if img.Rect != image.Rect(0, 0, k.Size, k.Size) || img.Stride != 4*k.Size {
				t.Errorf("%+v: %v, stride %d", k, img.Rect, img.Stride)
			}
			for i := 3; i < len(img.Pix); i += 4 {
				if img.Pix[i] != 255 {
					t.Fatalf("%s %d/%d/%d: pixel %d lets through", style.Name, k.Z, k.X, k.Y, i/4)
				}
			}
		}
	}
}

func TestNoSuchTile(t *testing.T) {
	for claim, k := range map[string]tile.Key{
		"a negative zoom":   {Z: -1, Size: 256},
		"a zoom too deep":   {Z: 19, Size: 256},
		"a column too far":  {Z: 3, X: 8, Size: 256},
		"a negative row":    {Z: 3, Y: -1, Size: 256},
		"no size":           {Z: 3},
		"a size too large":  {Z: 3, Size: 5000},
		"a huge coordinate": {Z: 3, X: math.MaxInt, Y: math.MaxInt, Size: 256},
	} {
		if img, err := base().Tile(context.Background(), k); img != nil || !errors.Is(err, tile.ErrNoTile) {
			t.Errorf("%s: %v", claim, err)
		}
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := base().Tile(done, tile.Key{Size: 256}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	if _, err := tile.Open([]byte("not a map")); err == nil {
		t.Error("what is no archive is refused")
	}
}

func TestSameTileFromManyGoroutines(t *testing.T) {
	b, err := tile.Open(assets.Basemap()) // its own, so that decoding races, too
	if err != nil {
		t.Fatal(err)
	}
	want := draw(t, tile.Key{Z: 5, X: 18, Y: 10, Size: 256}).Pix
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			img, err := b.Tile(context.Background(), tile.Key{Z: 5, X: 18, Y: 10, Size: 256})
			if err != nil || !slices.Equal(img.Pix, want) {
				t.Error("another picture on another goroutine", err)
			}
		})
	}
	wg.Wait()
}

func TestGolden(t *testing.T) {
	for name, k := range map[string]tile.Key{
		"kursk7":      {Z: 7, X: 76, Y: 42, Size: 256},
		"aegean5dark": {Z: 5, X: 18, Y: 12, Size: 256, Style: tile.Dark},
	} {
		path := filepath.Join("testdata", name+".png")
		got := draw(t, k)
		if *update {
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, got); err != nil {
				t.Fatal(err)
			}
			f.Close()
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		differ := 0
		for y := range k.Size {
			for x := range k.Size {
				r, g, b, _ := want.At(x, y).RGBA()
				c := got.RGBAAt(x, y)
				if max(off(c.R, r), off(c.G, g), off(c.B, b)) > 2 { // processors round differently
					differ++
				}
			}
		}
		if differ > 20 {
			t.Errorf("%s: %d pixels differ; look at it, then go test -update", name, differ)
		}
	}
}

func off(a uint8, b uint32) int { return max(int(a)-int(b>>8), int(b>>8)-int(a)) }

func TestLabels(t *testing.T) {
	world := orb.Bound{Min: orb.Point{-180, -85}, Max: orb.Point{180, 85}}
	has := func(ls []tile.Label, text string) bool {
		return slices.ContainsFunc(ls, func(l tile.Label) bool { return l.Text == text })
	}
	v := viewport.Viewport{Center: orb.Point{35.5, 51}, Zoom: 7, W: 1000, H: 700}
	kursk := base().Labels(v.Bound(), v.Zoom)
	pacific := viewport.Viewport{Center: orb.Point{180, 60}, Zoom: 4, W: 1000, H: 700}
	for claim, ok := range map[string]bool{
		"the world names Russia and the Atlantic":                    has(base().Labels(world, 2.4), "Russia") && has(base().Labels(world, 2.4), "North Atlantic Ocean"),
		"the world does not name Luxembourg or Kursk":                !has(base().Labels(world, 2.4), "Luxembourg") && !has(base().Labels(world, 2.4), "Kursk"),
		"around Kursk both countries are named though Moscow is far": has(kursk, "Russia") && has(kursk, "Ukraine"),
		"and the regions, but not France":                            has(kursk, "Sumy") && !has(kursk, "France"),
		"a view across the 180th meridian names both sides":          has(base().Labels(pacific.Bound(), 4), "Russia") && has(base().Labels(pacific.Bound(), 4), "Bering Sea"),
		"an empty bound names nothing":                               len(base().Labels(orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{0, 0}}, 5)) == 0,
		"countries come before seas, seas before regions":            slices.IsSortedFunc(kursk, func(a, b tile.Label) int { return int(a.Kind) - int(b.Kind) }),
	} {
		if !ok {
			t.Error("not so: " + claim)
		}
	}
}

func FuzzTile(f *testing.F) {
	f.Add(7, 76, 42, 256, float32(1))
	f.Add(18, 0, 1<<18-1, 64, float32(-3))
	f.Fuzz(func(t *testing.T, z, x, y, size int, density float32) {
		k := tile.Key{Z: z, X: x, Y: y, Size: size, Density: density}
		img, err := base().Tile(context.Background(), k)
		if (err == nil) != k.Valid() || (img == nil) == k.Valid() {
			t.Fatalf("%+v: %v", k, err)
		}
	})
}

func ExampleBasemap_Tile() {
	b, err := tile.Open(assets.Basemap())
	if err != nil {
		fmt.Println(err)
		return
	}
	img, err := b.Tile(context.Background(), tile.Key{Z: 6, X: 38, Y: 21, Size: 256, Style: tile.Light})
	fmt.Println(img.Rect, err)
	// Output: (0,0)-(256,256) <nil>
}

// BenchmarkTile draws tiles of one zoom, all over the inhabited world, and reports the median and the 99th percentile.
func BenchmarkTile(b *testing.B) {
	for z := 0; z <= 10; z++ {
		b.Run(fmt.Sprint("z", z), func(b *testing.B) {
			n := 1 << z
			var keys []tile.Key
			for i := range 97 {
				lon, lat := -170+float64(i*37%340), -45+float64(i*53%112)
				x, y := viewport.World(orb.Point{lon, lat})
				keys = append(keys, tile.Key{Z: z, X: int(x * float64(n)), Y: int(y * float64(n)), Size: 256})
			}
			for _, k := range keys {
				draw(b, k) // decode
			}
			var took []time.Duration
			i := 0
			for b.Loop() {
				start := time.Now()
				draw(b, keys[i%len(keys)])
				took = append(took, time.Since(start))
				i++
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
		})
	}
}

// BenchmarkFirstView opens the archive and draws a first view of Ukraine at zoom 6.
func BenchmarkFirstView(b *testing.B) {
	v := viewport.Viewport{Center: orb.Point{33, 49}, Zoom: 6, W: 1280, H: 800}
	for b.Loop() {
		base, err := tile.Open(assets.Basemap())
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range v.Tiles(6) {
			if _, err := base.Tile(context.Background(), tile.Key{Z: t.Z, X: t.X, Y: t.Y, Size: 256}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkLabels(b *testing.B) {
	for _, zoom := range []float64{2.4, 4.4, 7} {
		v := viewport.Viewport{Center: orb.Point{30, 50}, Zoom: zoom, W: 1280, H: 800}
		b.Run(fmt.Sprint("z", zoom), func(b *testing.B) {
			for b.Loop() {
				base().Labels(v.Bound(), zoom)
			}
		})
	}
}
