package gazetteer

import (
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"testing"

	"dateline/geo"

	"github.com/paulmach/orb"
)

func town(name string, lon, lat float64) Entry {
	return Entry{Place: geo.Place{Name: name, Kind: geo.KindCity, Point: orb.Point{lon, lat}}}
}

// layerOf is a layer of entries over x, as it would be read from a file.
func layerOf(t testing.TB, x *Index, name string, entries ...Entry) *Layer {
	t.Helper()
	b := NewBuilder(x)
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	l, err := LoadLayer(b.Bytes([]byte("note")))
	if err != nil {
		t.Fatal(err)
	}
	l.Name = name
	return l
}

func TestLayersOverTheIndex(t *testing.T) {
	x := shipped()
	sudzha, _, _ := find(x, "Sudzha", geo.KindCity, "RU")
	other := town("Sudzsa", sudzha.Point[0]+0.01, sudzha.Point[1])
	other.ID = sudzha.ID
	villages := layerOf(t, x, "villages.csv",
		town("Quillbrook under Stone", 35.1, 51.1), // a name nobody else has
		town("Sudzha", sudzha.Point[0]+0.02, sudzha.Point[1]),
		town("Sudzha", 10, 50),
		other)
	own := OwnLayer(x, []geo.Own{
		{ID: geo.AddedID("sudzha", orb.Point{9, 49}), Name: "Sudzha", Names: []string{"Aunt Mary's Farm"}, Kind: geo.KindCity, Point: orb.Point{9, 49}},
		{ID: geo.AddedID("far quill", orb.Point{35, 51}), Name: "Far Quill", Kind: geo.KindRegion, Point: orb.Point{35, 51}, Km: 4}})
	over := x.Over(own, villages)
	names := func(name string) (out []string) {
		for _, h := range over.Lookup(name, nil) {
			p := over.Place(h.Row)
			from := over.LayerOf(h.Row)
			if over.OwnRow(h.Row) {
				from = "own"
			}
			out = append(out, fmt.Sprintf("%s %.0f,%.0f %s", p.Name, p.Point[0], p.Point[1], from))
		}
		return out
	}
	for _, c := range []struct {
		name, look string
		want       []string
	}{
		{"own places come first, then layers, and what is the same as a place that ships is that place", "Sudzha",
			[]string{"Sudzha 9,49 own", "Sudzha 10,50 villages.csv", "Sudzha 35,51 "}},
		{"another name of an own place finds it", "aunt mary’s farm", []string{"Sudzha 9,49 own"}},
		{"a name of several words is found", "Quillbrook Under Stone", []string{"Quillbrook under Stone 35,51 villages.csv"}},
		{"a layer lends another name to the place that ships", "Sudzsa", []string{"Sudzha 35,51 "}},
		{"what nobody has is not found", "Quillbrook", nil},
	} {
		if got := names(c.look); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.look, got, c.want)
		}
		if len(c.want) > 0 && (over.Reach(c.look) == 0 || !over.Has(c.look)) {
			t.Errorf("%s: the gate says that %q is unknown", c.name, c.look)
		}
	}
	p, ok := over.ByID(geo.AddedID("far quill", orb.Point{35, 51}))
	want := geo.Place{ID: p.ID, Name: "Far Quill", Kind: geo.KindRegion, Point: orb.Point{35, 51}, Anchor: orb.Point{35, 51}, SpanKM: 8,
		Country: p.Country, Admin1: p.Admin1, Admin1Name: p.Admin1Name}
	if !ok || p != want || p.Country != "UA" && p.Country != "RU" || !p.ID.Added() {
		t.Errorf("an own area is %+v", p)
	}
	if r := over.RowByID(sudzha.ID); over.Place(r) != x.Place(x.RowByID(sudzha.ID)) {
		t.Error("a place that ships is another one under a layer")
	}
	if rows := over.Search("Quillb", 3); len(rows) != 1 || over.CountryOf(rows[0]) == 0 {
		t.Errorf("the search for its beginning gives %v", rows)
	}
	if over.Under() != x || x.Over() != x || over.Over(nil) != x || x.Layered() || !over.Layered() {
		t.Error("without layers it is not the index itself")
	}
}

func TestIndexIsTheSameUnderLayers(t *testing.T) {
	x := shipped()
	over := x.Over(layerOf(t, x, "one", town("Quillbrook", 1, 1)))
	for _, name := range []string{"Paris", "New York", "St. Petersburg", "Ukrainian", "of", "Nowhere at all", "Харьков"} {
		if a, b := x.Lookup(name, nil), over.Lookup(name, nil); !slices.Equal(a, b) {
			t.Errorf("%q gives %v, and %v under a layer", name, a, b)
		}
	}
}

func TestAddedIDs(t *testing.T) {
	x := shipped()
	b := NewBuilder(x)
	paris := town("Quillbrook", 1, 1)
	paris.ID = 2988507 // the number of Paris
	if err := b.Add(paris); err != nil {
		t.Fatal(err)
	}
	l, err := LoadLayer(b.Bytes(nil))
	if err != nil {
		t.Fatal(err)
	}
	if id := l.id(0); id != geo.AddedID("quillbrook", orb.Point{1, 1}) || x.RowByID(id) != NoRow {
		t.Errorf("a place with a number that is taken gets %d", id)
	}
	seen := map[geo.PlaceID]bool{}
	for i := range 100_000 {
		id := geo.AddedID(fmt.Sprint("village ", i%1000), orb.Point{float64(i%360) - 180, float64(i%170) / 2})
		if seen[id] = true; !id.Added() || id < -1<<53 {
			t.Fatalf("id %d", id)
		}
	}
	if len(seen) < 99_990 { // some of these are one name at one point
		t.Errorf("%d ids of 100,000 places", len(seen))
	}
	for _, e := range []Entry{town("", 1, 1), town("Far", 181, 1), town("Far", 1, -91), town("—", 1, 1)} {
		if err := b.Add(e); !errors.Is(err, ErrNoPlace) {
			t.Errorf("%q at %v: %v", e.Name, e.Point, err)
		}
	}
}

func TestDamagedLayer(t *testing.T) {
	b := NewBuilder(nil)
	for i := range 50 {
		if err := b.Add(town(fmt.Sprint("Village ", i), float64(i), 1)); err != nil {
			t.Fatal(err)
		}
	}
	good := b.Bytes([]byte("note"))
	if l, err := LoadLayer(good); err != nil || l.Len() != 50 {
		t.Fatalf("%v", err)
	}
	for i := 0; i < len(good); i += 7 {
		bad := slices.Clone(good)
		if i < 12 || i >= headerSize {
			bad[i] ^= 0x40
			if _, err := LoadLayer(bad); !errors.Is(err, ErrLayer) {
				t.Fatalf("byte %d is damaged: %v", i, err)
			}
		}
		if _, err := LoadLayer(good[:i]); !errors.Is(err, ErrLayer) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
}

// FuzzLayer damages a layer and mends its checksum: whatever the bytes, nothing panics.
func FuzzLayer(f *testing.F) {
	x, err := Load(must(Encode(small(), nil, "")))
	if err != nil {
		f.Fatal(err)
	}
	b := NewBuilder(x)
	for i := range 9 {
		_ = b.Add(town(fmt.Sprint("Village Number ", i%5), float64(i), 1))
	}
	good := b.Bytes(nil)
	f.Add(uint32(20), uint32(0xFFFFFFFF), uint32(300), uint32(7), "Village Number 1")
	f.Add(uint32(60), uint32(3), uint32(500), uint32(0x80000000), "Port St Mary")
	f.Fuzz(func(t *testing.T, at1, v1, at2, v2 uint32, name string) {
		d := slices.Clone(good)
		for _, w := range [][2]uint32{{at1, v1}, {at2, v2}} {
			copy(d[int(w[0]%uint32(len(d)-4)):], put32(nil, w[1]))
		}
		copy(d[headerCRC:], put32(nil, crc32.Checksum(d[headerSize:], castagnoli)))
		l, err := LoadLayer(d)
		if err != nil {
			return
		}
		over := x.Over(l)
		for _, n := range []string{name, "Village Number 1", "Arcadia"} {
			over.Reach(n)
			for _, h := range over.Lookup(n, nil) {
				p := over.Place(h.Row)
				over.RowByID(p.ID)
				over.Seat(h.Row)
				over.AnchorRow(h.Row)
				over.Admin2Row(h.Row)
			}
		}
		over.Search("V", 5)
	})
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// million is a layer of a million villages, a third of them with another name.
func million(b *testing.B, x *Index) *Layer {
	l, err := LoadLayer(built(x, 1_000_000))
	if err != nil {
		b.Fatal(err)
	}
	return l
}

func built(x *Index, n int) []byte {
	b := NewBuilder(x)
	syllables := []string{"ka", "lo", "min", "tar", "ves", "rod", "shi", "pol", "gan", "ber", "dun", "fel"}
	for i := range n {
		name, k := "", i
		for range 4 {
			name += syllables[k%12]
			k /= 12
		}
		name = "K" + name + fmt.Sprint(k)
		e := town(name, float64(i%3500)/10-175, float64(i/3500%1400)/10-70)
		if i%3 == 0 {
			e.Names = []Name{{"Old " + name, Alternate}}
		}
		if b.Add(e) != nil {
			break
		}
	}
	return b.Bytes(nil)
}

func BenchmarkBuildMillion(b *testing.B) {
	b.ReportAllocs()
	x := shipped()
	for b.Loop() {
		built(x, 1_000_000)
	}
}

func BenchmarkLookupUnderLayers(b *testing.B) {
	x := shipped()
	own := OwnLayer(x, []geo.Own{{ID: -1 << 41, Name: "Quillbrook", Kind: geo.KindCity}})
	layer := million(b, x)
	names := []string{"Paris", "Kharkiv", "Quillbrook", "Nobody Special", "Kkalomintar0", "New York"}
	for _, c := range []struct {
		name string
		x    *Index
	}{{"none", x}, {"own", x.Over(own)}, {"own and a million", x.Over(own, layer)}} {
		b.Run(c.name, func(b *testing.B) {
			var hits []Hit
			i := 0
			for b.Loop() {
				if n := names[i%len(names)]; c.x.Reach(n) > 0 {
					hits = c.x.Lookup(n, hits[:0])
				}
				i++
			}
		})
	}
}

func TestLayerOverNothing(t *testing.T) {
	none := &Index{}
	x := none.Over(OwnLayer(none, []geo.Own{{ID: -1 << 41, Name: "Quillbrook", Kind: geo.KindCity}}))
	if len(x.Lookup("Quillbrook", nil)) != 1 || !x.MayStart("Quillbrook") || x.MayStart("Far") || x.Has("Far") {
		t.Error("an own place is not found over an empty index")
	}
}
