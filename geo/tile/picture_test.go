package tile_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo/tile"
)

// waves is a picture without edges, so that what is cut from it can be compared.
func waves(n int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			v := func(a, b float64) uint8 {
				return uint8(128 + 100*math.Sin(a*float64(x)/float64(n))*math.Cos(b*float64(y)/float64(n)))
			}
			img.SetRGBA(x, y, color.RGBA{v(9, 5), v(3, 7), v(1, 2), 255})
		}
	}
	return img
}

func encoded(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestDecode(t *testing.T) {
	whole := encoded(waves(256))
	var jpg bytes.Buffer
	jpeg.Encode(&jpg, waves(256), nil)
	paletted := image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{color.RGBA{1, 2, 3, 255}, color.Transparent})
	for _, c := range []struct {
		claim string
		data  []byte
		good  bool
	}{
		{"a PNG", whole, true},
		{"a JPEG", jpg.Bytes(), true},
		{"a PNG with a palette", encoded(paletted), true},
		{"a large tile", encoded(image.NewRGBA(image.Rect(0, 0, 1024, 1024))), true},
		{"nothing", nil, false},
		{"half a PNG", whole[:len(whole)/2], false},
		{"a PNG without its end", whole[:len(whole)-12], false},
		{"half a JPEG", jpg.Bytes()[:jpg.Len()/2], false},
		{"HTML", []byte("<html><body>no</body></html>"), false},
		{"not square", encoded(image.NewRGBA(image.Rect(0, 0, 256, 255))), false},
		{"too large", encoded(image.NewGray(image.Rect(0, 0, 1025, 1025))), false},
		{"a PNG that says it has 2^31 columns", bytes.Replace(whole, []byte{0, 0, 1, 0, 0, 0, 1, 0}, []byte{0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff}, 1), false},
		{"more bytes than a tile has", append(bytes.Clone(whole), make([]byte, tile.MaxPictureBytes)...), false},
	} {
		img, err := tile.Decode(c.data)
		if (err == nil) != c.good || !c.good && !errors.Is(err, tile.ErrPicture) {
			t.Errorf("%s: %v", c.claim, err)
		}
		if img != nil && img.Stride != 4*img.Rect.Dx() {
			t.Errorf("%s: stride %d", c.claim, img.Stride)
		}
	}
}

func TestCut(t *testing.T) {
	pic := waves(256)
	k := tile.Key{Z: 3, X: 5, Y: 2, Size: 256}
	if got := tile.Cut(pic, k, 3); !bytes.Equal(got.Pix, pic.Pix) || &got.Pix[0] == &pic.Pix[0] {
		t.Error("in its own size a picture is copied as it is")
	}
	for _, size := range []int{64, 181, 300, 512} {
		got := tile.Cut(pic, tile.Key{Z: 3, X: 5, Y: 2, Size: size}, 3)
		for _, at := range []float64{0.1, 0.35, 0.5, 0.8} {
			a, b := got.RGBAAt(int(at*float64(size)), int(at*float64(size))), pic.RGBAAt(int(at*256), int(at*256))
			if !near(a, color.NRGBA(b), 16) || a.A != 255 {
				t.Errorf("%d px: %v, in the picture %v", size, a, b)
			}
		}
	}
	// The four tiles below, side by side, are the picture twice as large, without a seam.
	large := tile.Cut(pic, tile.Key{Z: 3, X: 5, Y: 2, Size: 512}, 3)
	for i := range 4 {
		part := tile.Cut(pic, tile.Key{Z: 4, X: 10 + i%2, Y: 4 + i/2, Size: 256}, 3)
		for _, p := range []image.Point{{0, 0}, {255, 0}, {128, 255}, {255, 255}, {7, 99}} {
			if a, b := part.RGBAAt(p.X, p.Y), large.RGBAAt(p.X+i%2*256, p.Y+i/2*256); !near(a, color.NRGBA(b), 1) {
				t.Fatalf("part %d at %v: %v, in the whole %v", i, p, a, b)
			}
		}
	}
	if got := tile.Cut(pic, tile.Key{Z: 3 + tile.MaxOverzoom, X: 5<<8 + 255, Y: 2<<8 + 255, Size: 64}, 3); got.RGBAAt(63, 63).A != 255 {
		t.Error("down to a pixel in the corner")
	}
}

type store map[[3]int][]byte

func (s store) Info() tile.Info {
	return tile.Info{Name: "made here", Attribution: "us", MinZoom: 1, MaxZoom: 3}
}

func (s store) Picture(_ context.Context, z, x, y int) ([]byte, error) {
	if data, ok := s[[3]int{z, x, y}]; ok {
		return data, nil
	}
	return nil, tile.ErrAbsent
}

func TestRaster(t *testing.T) {
	pic := encoded(waves(256))
	r := tile.NewRaster(store{{0, 0, 0}: pic, {1, 0, 0}: pic, {3, 0, 0}: pic, {3, 7, 7}: pic[:300]})
	var fault *tile.Fault
	for _, c := range []struct {
		claim string
		k     tile.Key
		check func(error) bool
	}{
		{"its own tile", tile.Key{Z: 3, Size: 256}, func(err error) bool { return err == nil }},
		{"deeper than its tiles", tile.Key{Z: 9, X: 3, Y: 3, Size: 256}, func(err error) bool { return err == nil }},
		{"a gap", tile.Key{Z: 3, X: 1, Y: 1, Size: 256}, func(err error) bool { return err == nil }},
		{"a part it does not cover", tile.Key{Z: 3, X: 6, Y: 6, Size: 256}, func(err error) bool { return errors.Is(err, tile.ErrAbsent) }},
		{"further out than its tiles", tile.Key{Z: 0, Size: 256}, func(err error) bool { return errors.Is(err, tile.ErrAbsent) }},
		{"far too deep", tile.Key{Z: 18, Size: 256}, func(err error) bool { return errors.Is(err, tile.ErrAbsent) }},
		{"a damaged tile", tile.Key{Z: 3, X: 7, Y: 7, Size: 256}, func(err error) bool {
			return errors.As(err, &fault) && strings.Contains(err.Error(), "made here")
		}},
		{"no tile", tile.Key{Z: 3, X: 8, Size: 256}, func(err error) bool { return errors.Is(err, tile.ErrNoTile) }},
	} {
		img, err := r.Tile(context.Background(), c.k)
		if !c.check(err) || (img == nil) != (err != nil) {
			t.Errorf("%s: %v", c.claim, err)
		}
	}
	if a, err := r.Tile(context.Background(), tile.Key{Z: 9, X: 3, Y: 3, Size: 64}); err == nil {
		clear(a.Pix)
		if b, _ := r.Tile(context.Background(), tile.Key{Z: 9, X: 3, Y: 3, Size: 64}); b.Pix[3] != 255 {
			t.Error("a picture belongs to who asked for it")
		}
	}
}

func TestRasterCovers(t *testing.T) {
	b := tile.BoundOf(10, 40, 20, 50)
	for _, c := range []struct {
		claim string
		bound orb.Bound
		p     orb.Point
		zoom  float64
		want  bool
	}{
		{"within", b, orb.Point{15, 45}, 2, true},
		{"outside", b, orb.Point{25, 45}, 2, false},
		{"further out than its tiles", b, orb.Point{15, 45}, 0.2, false},
		{"without edges it may have all", orb.Bound{}, orb.Point{25, 45}, 2, true},
		{"edges that make none are none", tile.BoundOf(20, 40, 10, 50), orb.Point{25, 45}, 2, true},
		{"nor those beyond the world", tile.BoundOf(-999, 40, 10, math.NaN()), orb.Point{25, 45}, 2, true},
	} {
		r := tile.NewRaster(bounded{c.bound})
		if got := r.Covers(c.p, c.zoom); got != c.want {
			t.Errorf("%s: %v", c.claim, got)
		}
	}
	s := tile.NewStack(tile.StackConfig{Top: tile.NewRaster(bounded{b}), Under: under})
	s.Tile(context.Background(), tile.Key{Z: 1, Size: 64})
	if n := len(s.Labels(orb.Bound{}, 2)); n != 1 { // the name of under lies at 0, 0
		t.Errorf("names outside the file's part stay: %d", n)
	}
	s = tile.NewStack(tile.StackConfig{Top: tile.NewRaster(bounded{orb.Bound{}}), Under: under})
	s.Tile(context.Background(), tile.Key{Z: 1, Size: 64})
	if n := len(s.Labels(orb.Bound{}, 2)); n != 0 {
		t.Errorf("names within it are the file's own: %d", n)
	}
}

// bounded is a store that says what it covers.
type bounded struct{ b orb.Bound }

func (s bounded) Info() tile.Info { return tile.Info{MinZoom: 1, MaxZoom: 3, Bound: s.b} }

func (s bounded) Picture(context.Context, int, int, int) ([]byte, error) {
	return encoded(waves(64)), nil
}

func TestCredit(t *testing.T) {
	for in, want := range map[string]string{
		`<a href="https://x.example">&copy; Makers</a> &amp; others`: "© Makers & others",
		"two\n lines\t": "two lines",
		"a\u202eb\x00c": "abc",
		"a < b":         "a",
		"":              "",
	} {
		if got := tile.Credit(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if n := len([]rune(tile.Credit(strings.Repeat("ä ", 10000)))); n != 200 {
		t.Errorf("%d characters", n)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(waves(64)))
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := tile.Decode(data)
		if (img == nil) == (err == nil) || img != nil && (img.Rect.Dx() != img.Rect.Dy() || img.Rect.Dx() > tile.MaxPicturePx) {
			t.Fatal(err)
		}
	})
}

func FuzzCut(f *testing.F) {
	f.Add(5, 17, 9, 300, 3, 256)
	f.Fuzz(func(t *testing.T, z, x, y, size, from, n int) {
		k := tile.Key{Z: z, X: x, Y: y, Size: size}
		if !k.Valid() || from < 0 || from > z || z-from > tile.MaxOverzoom || n < 1 || n > 300 {
			return
		}
		if img := tile.Cut(image.NewRGBA(image.Rect(0, 0, n, n)), k, from); img.Rect.Dx() != size {
			t.Fatal(img.Rect)
		}
	})
}

func ExampleNewRaster() {
	r := tile.NewRaster(store{{1, 1, 0}: encoded(waves(256))})
	img, err := r.Tile(context.Background(), tile.Key{Z: 6, X: 40, Y: 10, Size: 256})
	fmt.Println(img.Rect, err)
	// Output: (0,0)-(256,256) <nil>
}

func BenchmarkCut(b *testing.B) {
	pic := waves(256)
	for _, c := range []struct {
		name string
		k    tile.Key
	}{{"same", tile.Key{Z: 5, Size: 256}}, {"smaller", tile.Key{Z: 5, Size: 200}}, {"larger", tile.Key{Z: 5, Size: 362}}, {"overzoom", tile.Key{Z: 8, Size: 256}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				tile.Cut(pic, c.k, 5)
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	data := encoded(waves(256))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := tile.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
