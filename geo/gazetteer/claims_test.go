package gazetteer

import (
	"math"
	"sync"
	"testing"

	"dateline/assets"
	"dateline/geo"

	"github.com/paulmach/orb"
)

var shipped = sync.OnceValue(func() *Index {
	x, err := Load(assets.Gazetteer())
	if err != nil {
		panic(err)
	}
	return x
})

// find gives the first place of a name that is of the kind and country; an empty country matches all.
func find(x *Index, name string, kind geo.Kind, country string) (geo.Place, Match, bool) {
	for _, h := range x.Lookup(name, nil) {
		if p := x.Place(h.Row); p.Kind == kind && (country == "" || p.Country == country) {
			return p, h.Match, true
		}
	}
	return geo.Place{}, 0, false
}

func TestPlacesAreFound(t *testing.T) {
	x := shipped()
	for _, c := range []struct {
		claim, name string
		kind        geo.Kind
		country     string
		shown       string
		lat, lon    float64
		km          float64
	}{
		{"a city by its name", "Kursk", geo.KindCity, "RU", "Kursk", 51.7373, 36.1874, 2},
		{"a region by its English name", "Kursk region", geo.KindAdmin1, "RU", "Kursk Oblast", 51.7358, 36.2921, 2},
		{"a region by its short name", "Kursk", geo.KindAdmin1, "RU", "Kursk Oblast", 51.7358, 36.2921, 2},
		{"a small town", "Sudzha", geo.KindCity, "RU", "Sudzha", 51.1976, 35.2726, 2},
		{"a spelling twin of a small town", "Sudja", geo.KindCity, "RU", "Sudzha", 51.1976, 35.2726, 2},
		{"Cyrillic", "Суджа", geo.KindCity, "RU", "Sudzha", 51.1976, 35.2726, 2},
		{"the older spelling is the same place", "Kharkov", geo.KindCity, "UA", "Kharkiv", 49.9808, 36.2527, 2},
		{"Russian spelling", "Kiev", geo.KindCity, "UA", "Kyiv", 50.4547, 30.5238, 2},
		{"a town is shown as English news calls it", "Gaillimh", geo.KindCity, "IE", "Galway", 53.2719, -9.0489, 5},
		{"a name with the kind of town behind it is shown without", "Goyang-si", geo.KindCity, "KR", "Goyang", 37.6564, 126.835, 5},
		{"a town that was renamed is shown by its name of today", "Shevchenko", geo.KindCity, "KZ", "Aktau", 43.65, 51.15, 8},
		{"a city comes before what its name is called in another language", "Granada", geo.KindCity, "ES", "Granada", 37.1882, -3.6067, 5},
		{"one of many spellings", "Zaporozhye", geo.KindCity, "UA", "Zaporizhzhia", 47.8517, 35.1171, 2},
		{"another of them", "Zaporizhzhya", geo.KindCity, "UA", "Zaporizhzhia", 47.8517, 35.1171, 2},
		{"Arabic", "الرياض", geo.KindCity, "SA", "Riyadh", 24.6877, 46.7219, 2},
		{"a name without signs of transcription", "Khan Younis", geo.KindCity, "PS", "Khan Younis", 31.3402, 34.3063, 2},
		{"the scholarly form", "Khān Yūnis", geo.KindCity, "PS", "Khan Younis", 31.3402, 34.3063, 2},
		{"a renamed town by its old name", "Artemivsk", geo.KindCity, "UA", "Bakhmut", 48.5945, 38.0010, 5},
		{"a town newer than the dump", "Vuhledar", geo.KindCity, "UA", "Vuhledar", 47.7797, 37.25, 2},
		{"Russian form of a newer town", "Ugledar", geo.KindCity, "UA", "Vuhledar", 47.7797, 37.25, 2},
		{"a village of our own table", "Malaya Loknya", geo.KindCity, "RU", "Malaya Loknya", 51.32, 35.36, 10},
		{"comma and full stops", "Washington, D.C.", geo.KindCity, "US", "Washington", 38.8951, -77.0364, 2},
		{"no accents", "Montreal", geo.KindCity, "CA", "Montreal", 45.5088, -73.5878, 5},
		{"accents", "Montréal", geo.KindCity, "CA", "Montreal", 45.5088, -73.5878, 5},
		{"St is Saint", "St Petersburg", geo.KindCity, "RU", "Saint Petersburg", 59.9386, 30.3141, 2},
		{"St. is Saint", "St. Louis", geo.KindCity, "US", "St. Louis", 38.6273, -90.1979, 5},
		{"Ft. is Fort", "Ft. Lauderdale", geo.KindCity, "US", "Fort Lauderdale", 26.1223, -80.1434, 5},
		{"Mt is Mount", "Mt Everest", geo.KindMountain, "", "Mount Everest", 27.9881, 86.925, 2},
		{"hyphen is space", "Rostov on Don", geo.KindCity, "RU", "Rostov-on-Don", 47.2313, 39.7233, 5},
		{"German exonym", "Cologne", geo.KindCity, "DE", "Cologne", 50.9333, 6.95, 5},
		{"historic name of a city", "Bombay", geo.KindCity, "IN", "Mumbai", 19.0728, 72.8826, 5},
		{"a namesake in Texas", "Paris", geo.KindCity, "US", "Paris", 33.6609, -95.5555, 2},
		{"a country", "Saudi Arabia", geo.KindCountry, "SA", "Saudi Arabia", 25, 45, 1},
		{"a country by abbreviation", "U.S.", geo.KindCountry, "US", "United States", 39.76, -98.5, 1},
		{"a country with its article", "the Netherlands", geo.KindCountry, "NL", "Netherlands", 52.25, 5.75, 1},
		{"a country by another name", "Holland", geo.KindCountry, "NL", "Netherlands", 52.25, 5.75, 1},
		{"a country by an old name", "Persia", geo.KindCountry, "IR", "Iran", 32, 53, 1},
		{"a country and not the bird", "Turkey", geo.KindCountry, "TR", "Turkey", 39.059, 34.9116, 1},
		{"a state of the same name as a country", "Georgia", geo.KindAdmin1, "US", "Georgia", 32.7504, -83.5002, 2},
		{"a state by the post's letters", "KY", geo.KindAdmin1, "US", "Kentucky", 38.2004, -84.8776, 2},
		{"a state by AP style", "W.Va.", geo.KindAdmin1, "US", "West Virginia", 38.5004, -80.5001, 2},
		{"a province by abbreviation", "B.C.", geo.KindAdmin1, "CA", "British Columbia", 53.9998, -125.0032, 2},
		{"an Australian state by abbreviation", "N.S.W.", geo.KindAdmin1, "AU", "New South Wales", -33, 146, 2},
		{"a nation of a kingdom", "Scotland", geo.KindAdmin1, "GB", "Scotland", 56, -4, 2},
		{"a county", "Travis County", geo.KindAdmin2, "US", "Travis County", 30.33, -97.78, 20},
		{"a demonym", "Ukrainian", geo.KindCountry, "UA", "Ukraine", 49, 32, 1},
		{"a plural demonym", "Britons", geo.KindCountry, "GB", "United Kingdom", 54.7584, -2.6953, 1},
		{"an irregular demonym", "Frenchmen", geo.KindCountry, "FR", "France", 46, 2, 1},
		{"the people of a city", "Muscovites", geo.KindCity, "RU", "Moscow", 55.7522, 37.6156, 2},
		{"the people of a continent", "Europeans", geo.KindContinent, "", "Europe", 48.69, 9.14, 2},
		{"a region without a government", "Donbass", geo.KindRegion, "UA", "Donbas", 48.2, 38.2, 50},
		{"a disputed region is where GeoNames has it", "Crimea", geo.KindAdmin1, "UA", "Crimea", 45.3, 34.4, 50},
		{"a strip", "Gaza Strip", geo.KindAdmin1, "PS", "Gaza Strip", 31.4167, 34.3333, 5},
		{"a seat of power", "Kremlin", geo.KindSeat, "RU", "Kremlin", 55.752, 37.6175, 1},
		{"a seat of power and not a namesake town", "White House", geo.KindSeat, "US", "White House", 38.8977, -77.0365, 1},
		{"a sea", "Black Sea", geo.KindSea, "", "Black Sea", 43, 34, 50},
		{"a strait", "Strait of Hormuz", geo.KindStrait, "", "Strait of Hormuz", 26.57, 56.25, 20},
		{"a river", "River Thames", geo.KindRiver, "GB", "Thames", 51.5, -0.3, 50},
		{"a lake", "Lake Baikal", geo.KindLake, "RU", "Lake Baikal", 53.5, 108, 50},
		{"a borough", "Brooklyn", geo.KindDistrict, "US", "Brooklyn", 40.6501, -73.9496, 5},
		{"an airport by its short name", "Heathrow", geo.KindLandmark, "GB", "Heathrow", 51.47, -0.46, 3},
		{"a state that is no more", "USSR", geo.KindRegion, "", "Soviet Union", 58, 70, 50},
		{"a power plant", "Zaporizhzhia Nuclear Power Plant", geo.KindLandmark, "UA", "Zaporizhzhia Nuclear Power Plant", 47.51, 34.59, 3},
	} {
		t.Run(c.claim, func(t *testing.T) {
			p, _, ok := find(x, c.name, c.kind, c.country)
			if !ok {
				t.Fatalf("%q finds no %v in %q", c.name, c.kind, c.country)
			}
			if d := Kilometres(p.Point, orb.Point{c.lon, c.lat}); p.Name != c.shown || d > c.km {
				t.Errorf("%q is %q at %v, %.0f km off; want %q", c.name, p.Name, p.Point, d, c.shown)
			}
		})
	}
}

func TestSomeNamesFindNothingWrong(t *testing.T) {
	x := shipped()
	for _, c := range []struct{ claim, name, never string }{
		{"a movement is not a town in Germany", "Hamas", "Hamm"},
		{"a house is not Casablanca", "White House", "Casablanca"},
		{"the article is not Teresina", "The", "Teresina"},
		{"a preposition is not a Russian village", "In", "Smidovich"},
		{"a broadcaster is not an airport", "CNN", "Kannur"},
		{"a country is not New Providence", "Turkey", "New Providence"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			for _, h := range x.Lookup(c.name, nil) {
				if p := x.Place(h.Row); p.Name == c.never {
					t.Errorf("%q finds %s (%v)", c.name, p.Name, h.Match)
				}
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	x := shipped()
	for _, c := range []struct {
		claim, name string
		kind        geo.Kind
		anchor      string
		lat, lon    float64
	}{
		{"a country stands at its capital", "Saudi Arabia", geo.KindCountry, "Riyadh", 24.69, 46.72},
		{"Russia stands at Moscow", "Russia", geo.KindCountry, "Moscow", 55.75, 37.62},
		{"a region stands at its seat", "Kursk Oblast", geo.KindAdmin1, "Kursk", 51.74, 36.19},
		{"a region may have its seat outside", "Leningrad Oblast", geo.KindAdmin1, "Saint Petersburg", 59.94, 30.31},
		{"a state stands at its capital and not at a namesake", "West Virginia", geo.KindAdmin1, "Charleston", 38.35, -81.63},
		{"a region without a government has a seat too", "Donbas", geo.KindRegion, "Donetsk", 48.02, 37.80},
	} {
		t.Run(c.claim, func(t *testing.T) {
			p, _, ok := find(x, c.name, c.kind, "")
			if !ok || p.AnchorName != c.anchor || Kilometres(p.Anchor, orb.Point{c.lon, c.lat}) > 10 {
				t.Errorf("%q is anchored at %q %v, want %q", c.name, p.AnchorName, p.Anchor, c.anchor)
			}
			if p.Point == p.Anchor || p.SpanKM <= 0 {
				t.Errorf("%q: point %v, anchor %v, span %v", c.name, p.Point, p.Anchor, p.SpanKM)
			}
		})
	}
}

func TestContainment(t *testing.T) {
	x := shipped()
	sudzha, _, _ := find(x, "Sudzha", geo.KindCity, "RU")
	if sudzha.Admin1 != "41" || sudzha.Admin1Name != "Kursk Oblast" {
		t.Errorf("Sudzha lies in %q %q", sudzha.Admin1, sudzha.Admin1Name)
	}
	if p, ok := x.Admin1("RU", "41"); !ok || p.Name != "Kursk Oblast" || p.ID != 538555 {
		t.Errorf("RU.41 is %v", p)
	}
	if p, ok := x.Country("RU"); !ok || p.ID != 2017370 || p.Point != (orb.Point{100, 60}) {
		t.Errorf("RU is %v", p)
	}
	for _, bad := range []string{"", "X", "XX", "RUS", "ru"} {
		if p, ok := x.Country(bad); ok {
			t.Errorf("country %q is %v", bad, p)
		}
		if p, ok := x.Admin1(bad, "41"); ok {
			t.Errorf("admin1 of %q is %v", bad, p)
		}
	}
	if p, ok := x.Admin1("RU", "no such"); ok {
		t.Errorf("RU.no such is %v", p)
	}
	paris, _, _ := find(x, "Paris", geo.KindCity, "US")
	r := x.RowByID(paris.ID)
	if got := x.Place(x.Admin2Row(r)).Name; got != "Lamar County" {
		t.Errorf("Paris, Texas lies in %q", got)
	}
	if x.CountryOfAdmin1(x.Admin1Of(r)) != x.CountryNumber("US") || x.ISO(x.CountryOf(r)) != "US" {
		t.Error("Texas is not in the United States")
	}
}

func TestEveryRowIsWhole(t *testing.T) {
	x := shipped()
	iso := map[string]bool{}
	for r := Row(0); int(r) < x.Len(); r++ {
		p := x.Place(r)
		if p.Name == "" || p.Kind == geo.KindUnknown || p.ID == 0 {
			t.Fatalf("row %d is %+v", r, p)
		}
		if math.Abs(p.Point[0]) > 180 || math.Abs(p.Point[1]) > 90 {
			t.Fatalf("%s lies at %v", p.Name, p.Point)
		}
		if x.RowByID(p.ID) != r {
			t.Fatalf("id %d of row %d leads to row %d", p.ID, r, x.RowByID(p.ID))
		}
		if p.Kind == geo.KindCountry {
			iso[p.Country] = true
		}
	}
	if len(iso) != 250 {
		t.Errorf("%d countries, want 250", len(iso))
	}
	if x.Place(Row(x.Len())) != (geo.Place{}) || x.Place(NoRow) != (geo.Place{}) || x.Name(NoRow) != "" {
		t.Error("a row beyond the end is not the zero Place")
	}
}

func TestCountriesAreWhole(t *testing.T) {
	x := shipped()
	capitals := 0
	for c := Country(1); int(c) < x.CountryCount(); c++ {
		p := x.Place(x.CountryRow(c))
		if p.Kind != geo.KindCountry || p.Country != x.ISO(c) {
			t.Errorf("country %d is %+v", c, p)
		}
		if _, ok := p.ID.GeoNames(); !ok {
			t.Errorf("%s has no GeoNames id", p.Name)
		}
		if hits := x.Lookup(p.Name, nil); len(hits) == 0 || !anyRow(hits, x.CountryRow(c)) {
			t.Errorf("%s is not found by its name", p.Name)
		}
		if p.AnchorName != "" {
			capitals++
		}
	}
	if capitals < 240 {
		t.Errorf("%d countries have a capital, want 240 or more", capitals)
	}
}

func anyRow(hits []Hit, r Row) bool {
	for _, h := range hits {
		if h.Row == r {
			return true
		}
	}
	return false
}

func TestOrderOfHits(t *testing.T) {
	x := shipped()
	for _, c := range []struct{ claim, name, first string }{
		{"the most populous city first", "Pokrovsk", "UA"},
		{"a country before its namesake state", "Georgia", "GE"},
		{"our own row before a namesake town", "White House", "US"},
		{"the city of millions before small ones", "London", "GB"},
	} {
		hits := x.Lookup(c.name, nil)
		if len(hits) == 0 || x.ISO(x.CountryOf(hits[0].Row)) != c.first {
			t.Errorf("%s: %q begins with %+v", c.claim, c.name, x.Place(hits[0].Row))
		}
		seen := map[Row]bool{}
		for _, h := range hits {
			if seen[h.Row] {
				t.Errorf("%q finds row %d twice", c.name, h.Row)
			}
			seen[h.Row] = true
		}
	}
}

func TestWordsAreMarked(t *testing.T) {
	x := shipped()
	for name, want := range map[string]bool{"Reading": true, "Nice": true, "Of": true, "Split": true, "IN": true, "Kursk": false, "Sudzha": false} {
		for _, h := range x.Lookup(name, nil) {
			if h.Word != want {
				t.Errorf("%q: word is %v, want %v", name, h.Word, want)
			}
		}
	}
}

func TestGateNeverPromisesTooLittle(t *testing.T) {
	x := shipped()
	for name, words := range map[string]int{"Kursk region": 2, "Rostov-on-Don": 3, "D.C.": 1, "Democratic Republic of the Congo": 5} {
		if got := x.Reach(name); got < words {
			t.Errorf("Reach(%q) = %d, want %d or more", name, got, words)
		}
	}
	for _, name := range []string{"", " ", "...", "qqzzyx"} {
		if len(x.Lookup(name, nil)) > 0 {
			t.Errorf("%q finds something", name)
		}
	}
}

func TestNear(t *testing.T) {
	x := shipped()
	near := x.Near(orb.Point{35.2726, 51.1976}, 15, 50)
	if len(near) == 0 || near[0].Name != "Sudzha" {
		t.Fatalf("nearest to Sudzha: %v", near)
	}
	last := 0.0
	for _, p := range near {
		d := Kilometres(p.Point, orb.Point{35.2726, 51.1976})
		if d > 15 || d < last {
			t.Errorf("%s at %.1f km after %.1f km", p.Name, d, last)
		}
		last = d
	}
	if got := x.Near(orb.Point{179.9, -16.8}, 200, 20); len(got) < 3 {
		t.Errorf("across the date line: %d places", len(got))
	}
	for _, bad := range []struct {
		p  orb.Point
		km float64
	}{{orb.Point{math.NaN(), 0}, 10}, {orb.Point{0, 0}, math.Inf(1)}, {orb.Point{0, 90}, 100}, {orb.Point{500, -500}, 10}, {orb.Point{}, -1}} {
		x.Near(bad.p, bad.km, 3)
	}
}

func TestIn(t *testing.T) {
	x := shipped()
	got := x.In(orb.Bound{Min: orb.Point{30, 48}, Max: orb.Point{40, 57}}, 4)
	names := ""
	for _, p := range got {
		names += p.Name + " "
	}
	if names != "Moscow Kyiv Kharkiv Voronezh " {
		t.Errorf("the greatest cities between Kyiv and Moscow: %s", names)
	}
	if got := x.In(orb.Bound{Min: orb.Point{170, -50}, Max: orb.Point{200, 0}}, 40); len(got) < 10 {
		t.Errorf("across the date line: %d", len(got))
	}
	if got := x.In(orb.Bound{Min: orb.Point{10, 10}, Max: orb.Point{0, 0}}, 5); len(got) != 0 {
		t.Errorf("an empty bound holds %d places", len(got))
	}
}
