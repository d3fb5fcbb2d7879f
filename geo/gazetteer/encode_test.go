package gazetteer

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dateline/geo"

	"github.com/paulmach/orb"
)

func small() []Entry {
	at := func(id geo.PlaceID, name string, kind geo.Kind, lon, lat float64, country, a1 string) Entry {
		return Entry{Place: geo.Place{ID: id, Name: name, Kind: kind, Point: orb.Point{lon, lat}, Country: country, Admin1: a1}}
	}
	land := at(1, "Arcadia", geo.KindCountry, 10.1234, -20.5, "AA", "")
	land.AnchorID, land.Population, land.SpanKM = 3, 1_400_000_000, 300
	land.Names = []Name{{"Arcadian", Demonym}}
	part := at(2, "Upland", geo.KindAdmin1, 11, -21, "AA", "07")
	part.AnchorID, part.SpanKM = 3, 80
	town := at(3, "Port Saint Mary", geo.KindCity, 11.5, -21.5, "AA", "07")
	town.Admin2, town.Population, town.Capital, town.Fame = "x", 12345, true, 999
	twin := at(-4, "Port St. Mary", geo.KindCity, -170, 60, "BB", "")
	return []Entry{land, part, town, twin}
}

func TestEncodeAndLoad(t *testing.T) {
	bin, err := Encode(small(), func(s string) bool { return s == "upland" }, "note")
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Encode(small(), func(s string) bool { return s == "upland" }, "note")
	if !bytes.Equal(bin, again) {
		t.Error("the same entries give different bytes")
	}
	x, err := Load(bin)
	if err != nil {
		t.Fatal(err)
	}
	if x.Len() != 4 || x.Names() != 4 || x.Note() != "note" {
		t.Errorf("%d places, %d names, note %q", x.Len(), x.Names(), x.Note())
	}
	p, ok := x.ByID(3)
	want := geo.Place{ID: 3, Name: "Port Saint Mary", Kind: geo.KindCity, Point: orb.Point{11.5, -21.5}, Anchor: orb.Point{11.5, -21.5},
		Country: "AA", Admin1: "07", Admin1Name: "Upland", Admin2: "x", Population: 12345, Fame: 255, Capital: true}
	if !ok || p != want {
		t.Errorf("got %+v, want %+v", p, want)
	}
	if p, _ := x.Country("AA"); p.AnchorName != "Port Saint Mary" || p.SpanKM != 300 || p.Population < 1_399_999_000 || p.Population > 1_400_000_000 {
		t.Errorf("country: %+v", p)
	}
	if h := x.Lookup("PORT ST MARY", nil); len(h) != 2 || x.ID(h[0].Row) != 3 {
		t.Errorf("twins: %v", h)
	}
	if h := x.Lookup("arcadian", nil); len(h) != 1 || h[0].Match != Demonym {
		t.Errorf("demonym: %v", h)
	}
	if h := x.Lookup("Upland", nil); len(h) != 1 || !h[0].Word {
		t.Errorf("word: %v", h)
	}
	if x.RowByID(0) != NoRow || x.RowByID(99) != NoRow {
		t.Error("unknown ids are found")
	}
}

func TestEncodeRefuses(t *testing.T) {
	for claim, change := range map[string]func([]Entry){
		"a duplicate id":             func(e []Entry) { e[1].ID = e[0].ID },
		"id zero":                    func(e []Entry) { e[1].ID = 0 },
		"an unknown anchor":          func(e []Entry) { e[0].AnchorID = 77 },
		"a point beyond the earth":   func(e []Entry) { e[0].Point[0] = 181 },
		"a country of three letters": func(e []Entry) { e[0].Country = "AAA" },
		"no name":                    func(e []Entry) { e[3].Name = "" },
	} {
		e := small()
		change(e)
		if _, err := Encode(e, nil, ""); err == nil {
			t.Errorf("%s is accepted", claim)
		}
	}
}

func TestDamageIsRefusedByName(t *testing.T) {
	good, err := Encode(small(), nil, "n")
	if err != nil {
		t.Fatal(err)
	}
	for claim, damage := range map[string]func([]byte) []byte{
		"empty":                 func(b []byte) []byte { return nil },
		"a few bytes":           func(b []byte) []byte { return b[:100] },
		"cut short":             func(b []byte) []byte { return b[:len(b)-1] },
		"longer":                func(b []byte) []byte { return append(b, 0) },
		"another file":          func(b []byte) []byte { return []byte(strings.Repeat("GIF89a", 100)) },
		"one bit":               func(b []byte) []byte { b[len(b)-5] ^= 4; return b },
		"a section far outside": func(b []byte) []byte { b[headerTable+3] = 0xFF; return b },
		"a wrong row count":     func(b []byte) []byte { b[headerTable+4]++; return b },
	} {
		x, err := Load(damage(bytes.Clone(good)))
		if !errors.Is(err, ErrDamaged) || x != nil || !strings.Contains(err.Error(), "gazetteer.bin") {
			t.Errorf("%s: %v", claim, err)
		}
	}
	if _, err := Load(good); err != nil {
		t.Error(err)
	}
}

func TestZeroIndexIsEmpty(t *testing.T) {
	var x Index
	if x.Len() != 0 || len(x.Lookup("Kursk", nil)) != 0 || x.MayStart("Kursk") || x.Has("Kursk") {
		t.Error("the zero Index finds something")
	}
	if _, ok := x.ByID(1); ok {
		t.Error("the zero Index knows an id")
	}
	if _, ok := x.Country("RU"); ok || len(x.Near(orb.Point{}, 10, 1)) != 0 || len(x.In(orb.Bound{Max: orb.Point{9, 9}}, 3)) != 0 {
		t.Error("the zero Index knows places")
	}
}

func TestNothingIsAllocated(t *testing.T) {
	x := shipped()
	dst := make([]Hit, 0, 128)
	text := "Troops moved from Kursk to Sudzha; nobody named Xyzzyq was seen in São Paulo."
	for claim, f := range map[string]func(){
		"a miss":         func() { x.Lookup(text[43:49], nil) },
		"a hit":          func() { dst = x.Lookup(text[18:23], dst[:0]) },
		"the gate":       func() { x.Reach(text[27:33]) },
		"a place":        func() { x.Place(x.RowByID(2017370)) },
		"folded accents": func() { dst = x.Lookup("São Paulo", dst[:0]) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", claim, n)
		}
	}
}
