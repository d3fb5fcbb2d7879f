package outline_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/assets"
	"dateline/geo"
	"dateline/geo/basemap"
	"dateline/geo/outline"
)

func open(t testing.TB) *outline.Outlines {
	t.Helper()
	a, err := basemap.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	return outline.New(a)
}

func TestCountryHoldsItsPlaces(t *testing.T) {
	o := open(t)
	for _, c := range []struct {
		claim  string
		iso    string
		inside []orb.Point
		beyond []orb.Point
	}{
		{"Ukraine holds Kyiv and Crimea, not Belgorod", "UA", []orb.Point{{30.52, 50.45}, {34.1, 44.95}, {33.52, 44.6}}, []orb.Point{{36.6, 50.6}}},
		{"Russia runs across the 180th meridian", "RU", []orb.Point{{37.62, 55.75}, {-173, 66.2}, {177.5, 66}}, []orb.Point{{34.1, 44.95}, {36.23, 49.99}}},
		{"Kazakhstan holds Baikonur", "KZ", []orb.Point{{63.3, 45.9}}, nil},
		{"South Africa does not hold Lesotho, its hole", "ZA", []orb.Point{{28.19, -25.75}}, []orb.Point{{28.2, -29.6}}},
		{"France holds Paris and Corsica", "FR", []orb.Point{{2.35, 48.86}, {9.1, 42.2}}, []orb.Point{{6.14, 46.2}}},
		{"the United States hold Alaska and Texas", "US", []orb.Point{{-150, 65}, {-97.7, 30.3}}, []orb.Point{{-106.5, 52}}},
		{"Saudi Arabia holds Riyadh", "SA", []orb.Point{{46.72, 24.69}}, nil},
		{"Kosovo is a country of its own", "XK", []orb.Point{{21.1, 42.65}}, []orb.Point{{20.46, 44.82}}},
	} {
		for _, zoom := range []float64{2, 5, 9} {
			shape, ok := o.OfCountry(c.iso, zoom)
			if !ok {
				t.Errorf("%s: no shape at zoom %v", c.claim, zoom)
				continue
			}
			for _, p := range c.inside {
				if !planar.MultiPolygonContains(shape, p) {
					t.Errorf("%s: %v is outside at zoom %v", c.claim, p, zoom)
				}
			}
			for _, p := range c.beyond {
				if planar.MultiPolygonContains(shape, p) {
					t.Errorf("%s: %v is inside at zoom %v", c.claim, p, zoom)
				}
			}
		}
	}
}

func TestAdmin1(t *testing.T) {
	o := open(t)
	for _, c := range []struct {
		claim  string
		place  geo.Place
		inside []orb.Point
		beyond []orb.Point
	}{
		{"Kursk Oblast by its GeoNames id", geo.Place{Kind: geo.KindAdmin1, ID: 538555}, []orb.Point{{36.19, 51.74}, {35.27, 51.2}}, []orb.Point{{36.6, 50.6}}},
		{"Kursk Oblast by its code", geo.Place{Kind: geo.KindAdmin1, Country: "RU", Admin1: "41"}, []orb.Point{{36.19, 51.74}}, []orb.Point{{36.6, 50.6}}},
		{"Crimea is a region of Ukraine", geo.Place{Kind: geo.KindAdmin1, Country: "UA", Admin1: "11"}, []orb.Point{{34.1, 44.95}}, nil},
		{"England is joined from its districts", geo.Place{Kind: geo.KindAdmin1, Country: "GB", Admin1: "ENG"}, []orb.Point{{-0.1, 51.5}, {-2.24, 53.48}, {-1.6, 55}}, []orb.Point{{-3.2, 55.95}, {-3.2, 51.5}}},
		{"Bavaria", geo.Place{Kind: geo.KindAdmin1, Country: "DE", Admin1: "02"}, []orb.Point{{11.58, 48.14}}, []orb.Point{{9.18, 48.78}}},
		{"Texas", geo.Place{Kind: geo.KindAdmin1, Country: "US", Admin1: "TX"}, []orb.Point{{-97.74, 30.27}}, []orb.Point{{-90.1, 29.95}}},
		{"Lombardy is joined from its provinces", geo.Place{Kind: geo.KindAdmin1, Country: "IT", Admin1: "09"}, []orb.Point{{9.19, 45.46}, {10.2, 45.55}}, []orb.Point{{7.68, 45.07}}},
	} {
		shape, ok := o.Of(c.place, 7)
		if !ok {
			t.Errorf("%s: no shape", c.claim)
			continue
		}
		for _, p := range c.inside {
			if !planar.MultiPolygonContains(shape, p) {
				t.Errorf("%s: %v is outside", c.claim, p)
			}
		}
		for _, p := range c.beyond {
			if planar.MultiPolygonContains(shape, p) {
				t.Errorf("%s: %v is inside", c.claim, p)
			}
		}
	}
}

func TestNoShape(t *testing.T) {
	o := open(t)
	for claim, p := range map[string]geo.Place{
		"a city has none":                      {Kind: geo.KindCity, ID: 538560, Country: "RU", Admin1: "41"},
		"a country without a code has none":    {Kind: geo.KindCountry},
		"an unknown country has none":          {Kind: geo.KindCountry, Country: "ZZ"},
		"a region of our own tables has none":  {Kind: geo.KindRegion, ID: -5},
		"an unknown code of a region has none": {Kind: geo.KindAdmin1, Country: "RU", Admin1: "999"},
		"a region without country has none":    {Kind: geo.KindAdmin1, Admin1: "41"},
		"a negative id is no GeoNames id":      {Kind: geo.KindAdmin1, ID: -538555},
	} {
		if s, ok := o.Of(p, 5); ok || s != nil {
			t.Errorf("%s: got %d polygons", claim, len(s))
		}
	}
}

func TestShapesAreClosedAndTurnedRight(t *testing.T) {
	o := open(t)
	for _, iso := range []string{"RU", "FJ", "AQ", "IT", "MT", "US", "ZA", "NO"} {
		for _, zoom := range []float64{0, 4, 8} {
			shape, ok := o.OfCountry(iso, zoom)
			if !ok {
				t.Errorf("%s has no shape at zoom %v", iso, zoom)
			}
			for _, polygon := range shape {
				for i, ring := range polygon {
					if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
						t.Fatalf("%s at zoom %v: a ring of %d points is not closed", iso, zoom, len(ring))
					}
					if ccw := ring.Orientation() == orb.CCW; ccw != (i == 0) {
						t.Errorf("%s at zoom %v: ring %d of %d points turns the wrong way", iso, zoom, i, len(ring))
					}
				}
			}
		}
	}
}

func Example() {
	archive, err := basemap.Open(assets.Basemap())
	if err != nil {
		fmt.Println(err)
		return
	}
	shapes := outline.New(archive)
	kursk, ok := shapes.Of(geo.Place{Kind: geo.KindAdmin1, ID: 538555}, 7)
	fmt.Println(ok, planar.MultiPolygonContains(kursk, orb.Point{35.27, 51.2}))
	// Output: true true
}

func BenchmarkRussia(b *testing.B) {
	for b.Loop() {
		if _, ok := open(b).OfCountry("RU", 5); !ok {
			b.Fatal("no shape")
		}
	}
}

// TestCountryPoints finds the point that each country has in the gazetteer's table inside its own shape.
func TestCountryPoints(t *testing.T) {
	raw, err := os.ReadFile("../../assets/gen/tables/countries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	o := open(t)
	found := 0
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 6 {
			continue
		}
		lat, err1 := strconv.ParseFloat(f[4], 64)
		lon, err2 := strconv.ParseFloat(f[5], 64)
		shape, ok := o.OfCountry(f[0], 9)
		if err1 != nil || err2 != nil || !ok {
			continue // Vatican City and some islands have no region of their own in Natural Earth
		}
		if planar.MultiPolygonContains(shape, orb.Point{lon, lat}) {
			found++
		} // else an island state whose point lies between its islands
	}
	if found < 150 {
		t.Errorf("only %d countries hold their own point", found)
	}
}
