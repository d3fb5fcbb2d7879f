package pmtiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/geo/tile"
)

func picture(c color.Color, size int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	for i := range size * size {
		img.Set(i%size, i/size, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func zip(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// encode is the writer's side of parse.
func encode(dir []entry) []byte {
	b := binary.AppendUvarint(nil, uint64(len(dir)))
	var last uint64
	for _, e := range dir {
		b = binary.AppendUvarint(b, e.id-last)
		last = e.id
	}
	for _, e := range dir {
		b = binary.AppendUvarint(b, uint64(e.run))
	}
	for _, e := range dir {
		b = binary.AppendUvarint(b, uint64(e.length))
	}
	for i, e := range dir {
		if i > 0 && e.offset == dir[i-1].offset+uint64(dir[i-1].length) {
			b = append(b, 0)
			continue
		}
		b = binary.AppendUvarint(b, e.offset+1)
	}
	return b
}

// parts are what a file of raster tiles is made of.
type parts struct {
	root, leaves, data []byte
	meta               string
	pack               uint8 // of the directories; 0 is packNone
	deepest            uint8 // zoom
}

// archive writes a file; change may alter its header.
func archive(p parts, change ...func(head []byte)) []byte {
	if p.pack == 0 {
		p.pack = packNone
	}
	if p.meta == "" {
		p.meta = "{}"
	}
	root, leaves, data, m := p.root, p.leaves, p.data, []byte(p.meta)
	if p.pack == packGzip {
		root, m = zip(root), zip(m)
	}
	head := make([]byte, headerSize)
	copy(head, "PMTiles\x03")
	at := uint64(headerSize)
	for i, part := range [][]byte{root, m, leaves, data} {
		binary.LittleEndian.PutUint64(head[8+16*i:], at)
		binary.LittleEndian.PutUint64(head[16+16*i:], uint64(len(part)))
		at += uint64(len(part))
	}
	head[97], head[98], head[99], head[100], head[101] = p.pack, packNone, 2, 0, p.deepest
	for i, degrees := range []int32{-10, -20, 30, 40} {
		binary.LittleEndian.PutUint32(head[102+4*i:], uint32(degrees*1e7))
	}
	for _, f := range change {
		f(head)
	}
	return slices.Concat(head, root, m, leaves, data)
}

var (
	red, blue = picture(color.RGBA{200, 0, 0, 255}, 256), picture(color.RGBA{0, 0, 200, 255}, 256)
	meta      = `{"name":"Small","attribution":"<a href=\"https://x.example\">&copy; The makers</a>","n":1}`
)

// small has zooms 0 to 2: red at 0 and 2/3/3, blue at all of zoom 1; zoom 2 in a leaf directory.
func small(pack uint8) []byte {
	data := slices.Concat(red, blue)
	leaf := encode([]entry{{id: mustID(2, 3, 3), offset: 0, length: uint32(len(red)), run: 1}})
	if pack == packGzip {
		leaf = zip(leaf)
	}
	root := encode([]entry{{0, 0, uint32(len(red)), 1}, {1, uint64(len(red)), uint32(len(blue)), 4}, {5, 0, uint32(len(leaf)), 0}})
	return archive(parts{root: root, leaves: leaf, data: data, meta: meta, pack: pack, deepest: 2})
}

func mustID(z, x, y int) uint64 {
	id, ok := tileID(z, x, y)
	if !ok {
		panic("no such tile")
	}
	return id
}

func TestTileID(t *testing.T) {
	for _, c := range []struct {
		z, x, y int
		want    uint64
	}{{0, 0, 0, 0}, {1, 0, 0, 1}, {1, 0, 1, 2}, {1, 1, 1, 3}, {1, 1, 0, 4}, {2, 0, 0, 5}, {12, 3423, 1763, 19078479}} {
		if got := mustID(c.z, c.x, c.y); got != c.want {
			t.Errorf("%d/%d/%d: %d, want %d", c.z, c.x, c.y, got, c.want)
		}
	}
	for z := range 7 { // a walk along the curve goes from a tile to its neighbour and misses none
		at := make(map[uint64][2]int)
		for x := range 1 << z {
			for y := range 1 << z {
				at[mustID(z, x, y)] = [2]int{x, y}
			}
		}
		first := (uint64(1)<<(2*z) - 1) / 3
		for i := first + 1; i < first+1<<(2*z); i++ {
			a, b := at[i-1], at[i]
			if d := max(a[0]-b[0], b[0]-a[0]) + max(a[1]-b[1], b[1]-a[1]); d != 1 || len(at) != 1<<(2*z) {
				t.Fatalf("zoom %d: %v to %v", z, a, b)
			}
		}
	}
	if _, ok := tileID(3, 8, 0); ok {
		t.Error("a column too far")
	}
}

func TestArchive(t *testing.T) {
	for _, pack := range []uint8{packNone, packGzip, packUnknown} {
		data := small(pack)
		a, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Info(); got != (tile.Info{Name: "Small", Attribution: "© The makers", MinZoom: 0, MaxZoom: 2, Bound: tile.BoundOf(-10, -20, 30, 40)}) {
			t.Errorf("%+v", got)
		}
		for _, c := range []struct {
			z, x, y int
			want    []byte
		}{{0, 0, 0, red}, {1, 0, 0, blue}, {1, 1, 0, blue}, {2, 3, 3, red}, {2, 0, 0, nil}, {3, 0, 0, nil}, {1, 2, 0, nil}, {-1, 0, 0, nil}, {2, 1, 3, nil}} {
			got, err := a.Picture(context.Background(), c.z, c.x, c.y)
			if !bytes.Equal(got, c.want) || (c.want == nil) != errors.Is(err, tile.ErrAbsent) {
				t.Errorf("%d/%d/%d: %d bytes, %v", c.z, c.x, c.y, len(got), err)
			}
		}
		source := tile.NewRaster(a)
		img, err := source.Tile(context.Background(), tile.Key{Z: 6, X: 63, Y: 63, Size: 300})
		if err != nil || img.RGBAAt(150, 150) != (color.RGBA{200, 0, 0, 255}) || img.Rect.Dx() != 300 {
			t.Errorf("beyond the deepest zoom the tile above is shown larger: %v", err)
		}
		if img, err = source.Tile(context.Background(), tile.Key{Z: 2, X: 0, Y: 0, Size: 256}); err != nil || img.RGBAAt(9, 9).B != 200 {
			t.Errorf("where a tile is missing, too: %v", err)
		}
	}
}

func TestRefused(t *testing.T) {
	whole := small(packGzip)
	put := func(at int, v uint64) func([]byte) {
		return func(h []byte) { binary.LittleEndian.PutUint64(h[at:], v) }
	}
	one := encode([]entry{{0, 0, 5, 1}})
	with := func(change func([]byte)) []byte {
		return archive(parts{root: one, data: []byte("12345")}, change)
	}
	directory := func(root []byte) []byte { return archive(parts{root: root, data: []byte("12345")}) }
	bomb := zip(make([]byte, 8<<20))
	for _, c := range []struct {
		claim string
		data  []byte
		want  error
	}{
		{"nothing", nil, ErrFormat},
		{"another format", []byte(strings.Repeat("x", 200)), ErrFormat},
		{"version 2", append([]byte("PMTiles\x02"), make([]byte, 200)...), ErrFormat},
		{"half a header", whole[:60], ErrShort},
		{"no directory", whole[:130], ErrShort},
		{"half its tiles", whole[:len(whole)-100], ErrShort},
		{"a section beyond all numbers", with(put(56, 1<<64-1)), ErrShort},
		{"lengths that run over", with(func(h []byte) { put(8, 1<<63)(h); put(16, 1<<63)(h) }), ErrShort},
		{"vector tiles", with(func(h []byte) { h[99] = 1 }), ErrVector},
		{"AVIF", with(func(h []byte) { h[99] = 5 }), ErrPicture},
		{"Zstandard", with(func(h []byte) { h[97] = 4 }), ErrCompression},
		{"tiles in Brotli", with(func(h []byte) { h[98] = 3 }), ErrCompression},
		{"zooms upside down", with(func(h []byte) { h[100] = 9 }), ErrDamaged},
		{"an empty directory", directory([]byte{0}), ErrDamaged},
		{"a directory of 2^60 entries", directory(binary.AppendUvarint(nil, 1<<60)), ErrDamaged},
		{"a directory that ends early", directory(one[:3]), ErrDamaged},
		{"ids that do not rise", directory([]byte{2, 0, 0, 1, 1, 1, 1, 1, 1}), ErrDamaged},
		{"a tile of no length", directory([]byte{1, 0, 1, 0, 1}), ErrDamaged},
		{"a first offset after nothing", directory([]byte{1, 0, 1, 5, 0}), ErrDamaged},
		{"a directory that unpacks to 8 MB", archive(parts{root: bomb}, func(h []byte) { h[97] = packGzip }), ErrDamaged},
		{"gzip that is none", with(func(h []byte) { h[97] = packGzip }), ErrDamaged},
	} {
		a, err := Open(bytes.NewReader(c.data), int64(len(c.data)))
		if a != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.claim, err, c.want)
		}
	}
}

func TestDamagedInside(t *testing.T) {
	circle := encode([]entry{{0, 0, 5, 0}})
	for claim, data := range map[string][]byte{
		"a leaf that leads to itself": archive(parts{root: circle, leaves: circle, deepest: 3}, func([]byte) {}),
		"a leaf beyond its section":   archive(parts{root: encode([]entry{{0, 7, 5, 0}}), leaves: circle, deepest: 3}),
		"a tile beyond its section":   archive(parts{root: encode([]entry{{0, 3, 5, 1}}), data: []byte("12345"), deepest: 3}),
	} {
		a, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(claim, err)
		}
		if _, err := a.Picture(context.Background(), 0, 0, 0); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", claim, err)
		}
		var fault *tile.Fault
		if _, err := tile.NewRaster(a).Tile(context.Background(), tile.Key{Size: 256}); !errors.As(err, &fault) || fault.Status.Code != tile.StatusFile {
			t.Errorf("%s is a fault of the file: %v", claim, err)
		}
	}
}

func TestLeavesAreBounded(t *testing.T) {
	var leaves []byte
	var root []entry
	const each = 4000
	for i := range 100 {
		var dir []entry
		for j := range each {
			dir = append(dir, entry{uint64(i*each + j), 0, 5, 1})
		}
		b := encode(dir)
		root = append(root, entry{uint64(i * each), uint64(len(leaves)), uint32(len(b)), 0})
		leaves = append(leaves, b...)
	}
	data := archive(parts{root: encode(root), leaves: leaves, data: []byte("12345"), deepest: 12})
	a, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for z := range 10 {
		for i := range 1 << z {
			if _, err := a.Picture(context.Background(), z, i, i); err != nil && !errors.Is(err, tile.ErrAbsent) {
				t.Fatal(err)
			}
			if a.keptCounts > maxLeaves {
				t.Fatalf("%d entries in memory", a.keptCounts)
			}
		}
	}
}

func TestOpenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "town.pmtiles")
	os.WriteFile(path, small(packGzip)[:500], 0o600)
	if _, err := OpenFile(path); !errors.Is(err, ErrShort) || !strings.HasPrefix(err.Error(), "town.pmtiles: ") {
		t.Errorf("the error names the file: %v", err)
	}
	data := archive(parts{root: encode([]entry{{0, 0, uint32(len(red)), 1}}), data: red, meta: "no JSON"})
	os.WriteFile(path, data, 0o600)
	a, err := OpenFile(path)
	if err != nil || a.Info().Name != "town" {
		t.Fatalf("a file without a name has that of the file: %v", err)
	}
	a.Close()
	if _, err := a.Picture(context.Background(), 0, 0, 0); err == nil {
		t.Error("a closed file gives an error")
	}
	if _, err := OpenFile(t.TempDir()); err == nil {
		t.Error("a folder is no file")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(small(packNone), 2, 3, 3)
	f.Add(small(packGzip), 1, 0, 0)
	f.Add(small(packGzip)[:600], 0, 0, 0)
	f.Fuzz(func(t *testing.T, data []byte, z, x, y int) {
		a, err := Open(bytes.NewReader(data), int64(len(data)))
		if (a == nil) == (err == nil) {
			t.Fatal("either an archive or an error")
		}
		if a == nil {
			return
		}
		got, err := a.Picture(context.Background(), z, x, y)
		if err == nil && len(got) > tile.MaxPictureBytes {
			t.Fatalf("%d bytes", len(got))
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(encode([]entry{{0, 0, 5, 1}, {1, 5, 7, 3}, {9, 0, 5, 0}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir, err := parse(data)
		if err != nil {
			return
		}
		if !slices.IsSortedFunc(dir, func(a, b entry) int { return map[bool]int{true: -1, false: 1}[a.id < b.id] }) {
			t.Fatal("ids rise")
		}
		again, err := parse(encode(dir))
		if err != nil || !slices.Equal(again, dir) {
			t.Fatal("written and read again it is the same")
		}
	})
}

func ExampleOpen() {
	file := small(packGzip) // as written by another program
	a, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer a.Close()
	img, err := tile.NewRaster(a).Tile(context.Background(), tile.Key{Z: 4, X: 8, Y: 8, Size: 256})
	fmt.Println(a.Info().Attribution, img.Rect, err)
	// Output: © The makers (0,0)-(256,256) <nil>
}

func BenchmarkPicture(b *testing.B) {
	data := small(packGzip)
	a, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := a.Picture(context.Background(), 2, 3, 3); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTileID(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		tileID(18, r.IntN(1<<18), r.IntN(1<<18))
	}
}
