package basemap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"reflect"
	"testing"
)

// island is a square of land with a lake, a river and a border through it.
func island() *Source {
	at := func(level int, v ...float64) []int32 {
		out := make([]int32, len(v))
		for i, f := range v {
			out[i] = Snap(Land, level, f*World)
		}
		return out
	}
	water := func(v ...float64) []int32 {
		out := make([]int32, len(v))
		for i, f := range v {
			out[i] = Snap(Water, 0, f*World)
		}
		return out
	}
	src := &Source{Names: Names{
		Regions:   []Region{{ID: 7, Code: "IS.01", Country: "IS", Name: "West", X: 5, Y: 6, MinLabel: 40, Polygons: []Polygon{{{0, 2}}}}, {ID: 8, Code: "IS.02", Country: "IS", Name: "East", Polygons: []Polygon{{{1, ^2}}}}},
		Countries: []Title{{Name: "Island", Country: "IS", X: World / 2, Y: World / 2, Rank: 3, MinLabel: 20, MaxLabel: 90}},
		Seas:      []Title{{Name: "Sea", X: 9, Y: 9, MaxLabel: 50}},
	}}
	for level := range Levels {
		src.Blocks[Land][level] = []Block{{
			{Class: Coast, XY: at(level, .5, .4, .4, .4, .4, .6, .5, .6)},
			{Class: Coast, XY: at(level, .5, .6, .6, .6, .6, .4, .5, .4)},
		}, {{Class: Admin1, XY: at(level, .5, .6, .5, .4)}}}
	}
	src.Blocks[Water][0] = []Block{{{Class: Lake, XY: water(.45, .45, .47, .45, .46, .47, .45, .45)}, {Class: River, XY: water(.41, .41, .45, .45)}}}
	return src
}

func encode(t testing.TB, src *Source) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, src); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrittenIsRead(t *testing.T) {
	src := island()
	a, err := Open(encode(t, src))
	if err != nil {
		t.Fatal(err)
	}
	names, err := a.Names()
	if err != nil || !reflect.DeepEqual(*names, src.Names) {
		t.Errorf("names: %v, %+v", err, names)
	}
	whole := Box{0, 0, World, World}
	for level := range Levels {
		blocks, err := a.Arcs(Land, level, whole)
		if err != nil || len(blocks) != 2 {
			t.Fatalf("level %d: %d blocks, %v", level, len(blocks), err)
		}
		n := 0
		for i, arcs := range blocks {
			for j, arc := range arcs {
				want := src.Blocks[Land][level][i][j]
				if arc.Class != want.Class || !reflect.DeepEqual(arc.XY, want.XY) {
					t.Errorf("level %d, arc %d: %v", level, n, arc)
				}
				if again, err := a.LandArc(level, n); err != nil || !reflect.DeepEqual(again, arc) {
					t.Errorf("level %d: arc %d by number: %v, %v", level, n, again, err)
				}
				n++
			}
		}
		if w, _ := a.Winding(level, 32, 32); w != 1 {
			t.Errorf("level %d: the middle of the island has winding number %d", level, w)
		}
		if w, _ := a.Winding(level, 10, 32); w != 0 {
			t.Errorf("level %d: the sea west of it has winding number %d", level, w)
		}
		if w, _ := a.Winding(level, 50, 32); w != 0 {
			t.Errorf("level %d: the sea east of it has winding number %d", level, w)
		}
	}
	if blocks, _ := a.Arcs(Water, 0, Box{0, 0, 100, 100}); len(blocks) != 0 {
		t.Error("a box far away unpacks nothing")
	}
}

func TestNoSuchThing(t *testing.T) {
	a, err := Open(encode(t, island()))
	if err != nil {
		t.Fatal(err)
	}
	for claim, ok := range map[string]func() bool{
		"an unknown arc has no points":    func() bool { x, err := a.LandArc(0, 99); return err == nil && len(x.XY) == 0 },
		"a negative arc has no points":    func() bool { x, err := a.LandArc(0, -1); return err == nil && len(x.XY) == 0 },
		"an unknown level has no arcs":    func() bool { x, err := a.Arcs(Land, 9, Box{0, 0, World, World}); return err == nil && x == nil },
		"an unknown layer has no arcs":    func() bool { x, err := a.Arcs(Layer(9), 0, Box{0, 0, World, World}); return err == nil && x == nil },
		"outside the grid is water":       func() bool { w, err := a.Winding(0, -1, 64); return err == nil && w == 0 },
		"an empty ground has no country":  func() bool { g, err := a.Ground(); return err == nil && g.At(5, 5) == -1 && g.At(5, -5) == -1 },
		"a country not there has no area": func() bool { g, _ := a.Ground(); return g.Area(400) == 0 && g.Area(-1) == 0 },
	} {
		if !ok() {
			t.Error("not so: " + claim)
		}
	}
}

func TestDamagedIsRefused(t *testing.T) {
	good := encode(t, island())
	for claim, data := range map[string][]byte{
		"nothing":            nil,
		"something else":     []byte("PK\x03\x04 this is not a map at all"),
		"cut short":          good[:len(good)-10],
		"one byte changed":   changed(good, len(good)/2),
		"the sum is changed": changed(good, len(good)-1),
		"only the head":      good[:len(magic)],
	} {
		if a, err := Open(data); a != nil || !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", claim, err)
		}
	}
}

func changed(data []byte, at int) []byte {
	out := bytes.Clone(data)
	out[at] ^= 0x40
	return out
}

func TestUnsnappedIsNotWritten(t *testing.T) {
	src := island()
	src.Blocks[Land][0][0][0].XY[0]++
	if err := Encode(&bytes.Buffer{}, src); err == nil {
		t.Error("a point that no level has was written")
	}
}

// everything reads all of an archive.
func everything(a *Archive) {
	whole := Box{0, 0, World, World}
	for layer := range layers {
		for level := range Levels {
			a.Arcs(layer, level, whole)
			a.LandArc(level, 3)
			a.Winding(level, 1, 1)
		}
	}
	a.Names()
	if g, err := a.Ground(); err == nil {
		g.At(World/2, World/2)
	}
}

// FuzzOpen changes the archive and repairs its sum: whatever it then says, reading it neither panics nor takes much memory.
func FuzzOpen(f *testing.F) {
	good := encode(f, island())
	f.Add(good)
	f.Add(good[:len(good)-trailer])
	f.Add([]byte(magic + "12345678abcd"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if a, err := Open(data); err == nil {
			everything(a)
		}
		if len(data) < len(magic)+8+trailer {
			return
		}
		fixed := bytes.Clone(data)
		copy(fixed, magic)
		body := fixed[:len(fixed)-trailer]
		binary.LittleEndian.PutUint32(fixed[len(body):], crc32.Checksum(body, castagnoli))
		if a, err := Open(fixed); err == nil {
			everything(a)
		}
	})
}

// FuzzSections feeds the decoders what would stand in a section.
func FuzzSections(f *testing.F) {
	src := island()
	raw, _, _ := encodeArcs(src.Blocks[Land][0][0], shiftOf(Land, 0))
	f.Add(raw, 2)
	f.Add(encodeNames(&src.Names), 0)
	f.Add(encodeGround(nil), 0)
	f.Fuzz(func(t *testing.T, raw []byte, count int) {
		if arcs, err := decodeArcs(raw, max(0, count), shiftOf(Land, 1)); err == nil {
			for _, a := range arcs {
				if len(a.XY)%2 != 0 {
					t.Fatal("half a point")
				}
				for _, v := range a.XY {
					if v <= 0 || v >= World {
						t.Fatalf("%d lies outside the world", v)
					}
				}
			}
		}
		decodeNames(raw)
		decodeGround(raw)
	})
}

func TestShippedArchive(t *testing.T) {
	data, err := os.ReadFile("../../assets/basemap.bin")
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 4<<20 {
		t.Errorf("the archive has %d bytes, more than 4 MB", len(data))
	}
	a, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	names, err := a.Names()
	if err != nil {
		t.Fatal(err)
	}
	if len(names.Regions) != 4596 || len(names.Countries) < 230 || len(names.Seas) < 60 {
		t.Errorf("%d regions, %d countries, %d seas", len(names.Regions), len(names.Countries), len(names.Seas))
	}
	ground, err := a.Ground()
	if err != nil {
		t.Fatal(err)
	}
	x, y := (34.3/360+0.5)*World, 0.35893*World // 34.3 E, 45.2 N
	crimea := ground.At(int64(x), int64(y))
	if crimea < 0 || names.Countries[crimea].Country != "UA" {
		t.Error("Crimea is on the ground of Ukraine")
	}
	whole := Box{0, 0, World, World}
	for layer := range layers {
		for level := range Levels {
			blocks, err := a.Arcs(layer, level, whole)
			if err != nil {
				t.Fatal(err)
			}
			for _, arcs := range blocks {
				for _, arc := range arcs {
					if (arc.Class == Lake || arc.Class == BuiltUp) && len(arc.XY) > 0 {
						if n := len(arc.XY); arc.XY[0] != arc.XY[n-2] || arc.XY[1] != arc.XY[n-1] {
							t.Fatalf("layer %d, class %d: an area is not closed", layer, arc.Class)
						}
					}
				}
			}
		}
	}
}

func ExampleOpen() {
	data, err := os.ReadFile("../../assets/basemap.bin")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := Open(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	names, _ := a.Names()
	fmt.Println(names.Countries[0].Name, len(names.Regions))
	// Output: Argentina 4596
}

func BenchmarkOpen(b *testing.B) {
	data, err := os.ReadFile("../../assets/basemap.bin")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Open(data); err != nil {
			b.Fatal(err)
		}
	}
}
