package geocode_test

import (
	"fmt"
	"reflect"
	"testing"

	"dateline/assets"
	"dateline/geo"
	"dateline/geo/gazetteer"
	"dateline/geo/geocode"

	"github.com/paulmach/orb"
)

func index(t testing.TB) *gazetteer.Index {
	t.Helper()
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// on is a Geocoder of the gazetteer alone, with the weights that ship.
func on(x *gazetteer.Index) *geocode.Geocoder { return &geocode.Geocoder{Gazetteer: x} }

// names makes mentions of bare names, twenty bytes apart.
func names(list ...string) []geocode.Mention {
	var ms []geocode.Mention
	for i, n := range list {
		ms = append(ms, geocode.Mention{Name: n, Offset: 20 * i, Sentence: i / 3, Literal: 1})
	}
	return ms
}

func TestResolve(t *testing.T) {
	x := index(t)
	kursk := names("Kursk", "Kursk")
	kursk[0].KindCue = geo.KindAdmin1
	kyiv := names("Kyiv", "Kyiv")
	kyiv[0].KindCue = geo.KindAdmin1
	paris := names("Paris", "Paris", "Paris")
	paris[0].Container = "Texas"
	russian := names("Pokrovsk")
	russian[0].Country = "UA"
	city := names("Gaza")
	city[0].KindCue = geo.KindCity
	fixed := names("London", "Paris")
	fixed[0].Fixed = 6058560
	moscow := names("Moscow")
	moscow[0].KindCue = geo.KindAdmin1
	for _, c := range []struct {
		name string
		ms   []geocode.Mention
		at   int // index of the mention that is looked at
		want orb.Point
		kind geo.Kind
	}{
		{"the best known place of a name", names("Paris"), 0, orb.Point{2.35, 48.85}, geo.KindCity},
		{"a spelling is the same place", names("Kharkov"), 0, orb.Point{36.25, 49.98}, geo.KindCity},
		{"a container beats fame", paris, 0, orb.Point{-95.55, 33.66}, geo.KindCity},
		{"one sense per name", paris, 2, orb.Point{-95.55, 33.66}, geo.KindCity},
		{"region beside a name", kursk, 0, orb.Point{36.29, 51.74}, geo.KindAdmin1},
		{"once a region, then the region", kursk, 1, orb.Point{36.29, 51.74}, geo.KindAdmin1},
		{"the region around a capital, not the capital's own division", kyiv, 0, orb.Point{31.02, 50.09}, geo.KindAdmin1},
		{"the same elsewhere", moscow, 0, orb.Point{38.67, 55.15}, geo.KindAdmin1},
		{"but a capital stays the city", kyiv, 1, orb.Point{30.52, 50.45}, geo.KindCity},
		{"the country that the text says", russian, 0, orb.Point{37.18, 48.28}, geo.KindCity},
		{"other names of the state decide", names("Athens", "Atlanta", "Savannah", "Macon", "Augusta"), 0, orb.Point{-83.38, 33.96}, geo.KindCity},
		{"without them the capital", names("Athens", "Thessaloniki"), 0, orb.Point{23.73, 37.98}, geo.KindCity},
		{"state or country by its company", names("Georgia", "Alabama", "Atlanta"), 0, orb.Point{-83.5, 32.75}, geo.KindAdmin1},
		{"country or state by its company", names("Georgia", "Armenia", "Tbilisi"), 0, orb.Point{43.5, 42}, geo.KindCountry},
		{"a correction holds against all", fixed, 0, orb.Point{-81.23, 42.98}, geo.KindCity},
	} {
		got := on(x).Resolve(c.ms, geocode.Prior{})[c.at]
		if !got.Placed || got.Place.Kind != c.kind || gazetteer.Kilometres(got.Place.Point, c.want) > 60 {
			t.Errorf("%s: got %v %s, %s %v %v", c.name, got.Placed, got.Place.Name, got.Place.Admin1Name, got.Place.Kind, got.Place.Point)
		}
	}
}

func TestResolve_Unknown(t *testing.T) {
	x := index(t)
	got := on(x).Resolve(names("Xyzzyburg", "Paris"), geocode.Prior{})
	if got[0].Placed || !got[1].Placed {
		t.Errorf("got %v and %v, want only the second placed", got[0].Placed, got[1].Placed)
	}
	if got := on(nil).Resolve(names("Paris"), geocode.Prior{}); len(got) != 1 || got[0].Placed {
		t.Errorf("no index: got %v", got)
	}
}

func TestResolve_Prior(t *testing.T) {
	x := index(t)
	var p geocode.Prior
	for _, sib := range [][]string{{"Ontario", "Toronto", "Windsor"}, {"Kitchener", "Ontario"}, {"Ottawa", "Hamilton", "Ontario"}} {
		p.Add(geocode.Mass(on(x).Resolve(names(sib...), geocode.Prior{})), 1)
	}
	alone := on(x).Resolve(names("London"), geocode.Prior{})[0]
	if alone.Place.Country != "GB" {
		t.Fatalf("alone: %s, %s", alone.Place.Name, alone.Place.Country)
	}
	p.Place = nil
	if got := on(x).Resolve(names("London"), p)[0]; got.Place.Country != "CA" {
		t.Errorf("with articles of the same source: %s, %s %s", got.Place.Name, got.Place.Admin1Name, got.Place.Country)
	}
}

func TestPrior_OrderDoesNotMatter(t *testing.T) {
	x := index(t)
	var ms []geocode.Prior
	for _, list := range [][]string{{"Paris", "Lyon"}, {"Springfield", "Boston"}, {"Paris", "Dallas", "Texas"}, {"Tripoli"}} {
		ms = append(ms, geocode.Mass(on(x).Resolve(names(list...), geocode.Prior{})))
	}
	var there, back geocode.Prior
	for i := range ms {
		there.Add(ms[i], 1)
		back.Add(ms[len(ms)-1-i], 1)
	}
	if !reflect.DeepEqual(there, back) {
		t.Errorf("there %v, back %v", there, back)
	}
}

func TestResolve_RegionStaysWhenSiblingsNameTheCity(t *testing.T) {
	x := index(t)
	var p geocode.Prior
	for range 4 {
		p.Add(geocode.Mass(on(x).Resolve(names("Kyiv", "Ukraine", "Russia"), geocode.Prior{})), 1)
	}
	ms := names("Kyiv", "Ukraine", "Kyiv")
	ms[2].KindCue = geo.KindAdmin1
	got := on(x).Resolve(ms, p)
	if got[0].Place.Kind != geo.KindCity || got[2].Place.Kind != geo.KindAdmin1 {
		t.Errorf("bare: %s %v, region: %s %v", got[0].Place.Name, got[0].Place.Kind, got[2].Place.Name, got[2].Place.Kind)
	}
}

func TestMass_CountsAPlaceOnce(t *testing.T) {
	x := index(t)
	once := geocode.Mass(on(x).Resolve(names("Reykjavik"), geocode.Prior{}))
	often := geocode.Mass(on(x).Resolve(names("Reykjavik", "Reykjavik", "Reykjavik"), geocode.Prior{}))
	if !reflect.DeepEqual(once, often) {
		t.Errorf("once %v, often %v", once, often)
	}
	var p geocode.Prior
	p.Add(once, 1)
	p.Add(once, -1)
	if len(p.Country)+len(p.Admin1)+len(p.Place) != 0 {
		t.Errorf("taken out again: %v", p)
	}
}

func FuzzResolve(f *testing.F) {
	x := index(f)
	f.Add("Paris", "Texas", "RU", uint8(3), "Springfield")
	f.Add("", "\xff", "", uint8(200), "Paris")
	f.Fuzz(func(t *testing.T, a, b, iso string, kind uint8, c string) {
		ms := []geocode.Mention{{Name: a, Container: b, Country: iso, KindCue: geo.Kind(kind)}, {Name: c}, {Name: a}, {Name: b}}
		got := on(x).Resolve(ms, geocode.Prior{})
		if len(got) != len(ms) {
			t.Fatalf("%d choices for %d mentions", len(got), len(ms))
		}
		for _, g := range got {
			if !(g.P >= 0 && g.P <= 1) || len(g.Rivals) > 3 || !g.Placed && g.Place.ID != 0 {
				t.Fatalf("%+v", g)
			}
			for k, r := range g.Rivals {
				if k > 0 && r.Score > g.Rivals[k-1].Score || r.Place.ID == g.Place.ID {
					t.Fatalf("rivals %+v", g.Rivals)
				}
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(on(x).Resolve(ms, geocode.Prior{})) {
			t.Fatal("not the same twice")
		}
	})
}

func ExampleGeocoder() {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		fmt.Println(err)
		return
	}
	ms := []geocode.Mention{{Name: "Paris", Container: "Texas"}, {Name: "Texas", Offset: 7}}
	for _, c := range on(x).Resolve(ms, geocode.Prior{}) {
		fmt.Println(c.Place.Name, c.Place.Kind, c.Place.Country)
	}
	// Output:
	// Paris city US
	// Texas admin1 US
}

func TestResolve_ATownAndTheRegionNamedAfterIt(t *testing.T) {
	g := on(index(t))
	for _, c := range []struct {
		name, toponym string
		cue, want     geo.Kind
	}{
		{"a district town is the town", "Porto", geo.KindUnknown, geo.KindCity},
		{"and another one", "Braga", geo.KindUnknown, geo.KindCity},
		{"a region far larger than its seat is the region", "Oaxaca", geo.KindUnknown, geo.KindAdmin1},
		{"the word district says that it is one", "Porto", geo.KindAdmin1, geo.KindAdmin1},
	} {
		got := g.Resolve([]geocode.Mention{{Name: c.toponym, KindCue: c.cue, Literal: 1}}, geocode.Prior{})
		if got[0].Place.Kind != c.want {
			t.Errorf("%s: %s is a %v", c.name, c.toponym, got[0].Place.Kind)
		}
	}
}
