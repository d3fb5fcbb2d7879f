package places

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/geo"
	"dateline/geo/gazetteer"
)

// geonameKinds are the feature codes of GeoNames that are places of the news, beside all towns and villages (class P).
var geonameKinds = map[string]geo.Kind{
	"PPLX": geo.KindDistrict, "ADM1": geo.KindAdmin1, "ADM2": geo.KindAdmin2,
	"MT": geo.KindMountain, "MTS": geo.KindMountain, "PK": geo.KindMountain, "VOL": geo.KindMountain,
	"ISL": geo.KindIsland, "ISLS": geo.KindIsland, "CAPE": geo.KindRegion, "PEN": geo.KindRegion, "VAL": geo.KindRegion, "DSRT": geo.KindRegion,
	"STM": geo.KindRiver, "LK": geo.KindLake, "LKS": geo.KindLake, "RSV": geo.KindLake, "BAY": geo.KindSea, "GULF": geo.KindSea, "SEA": geo.KindSea,
	"STRT": geo.KindStrait, "CHN": geo.KindStrait, "CNL": geo.KindStrait, "RGN": geo.KindRegion, "MILB": geo.KindLandmark,
	"AIRP": geo.KindLandmark, "AIRB": geo.KindLandmark, "BDG": geo.KindLandmark, "DAM": geo.KindLandmark, "PSN": geo.KindLandmark, "PSH": geo.KindLandmark,
}

// maxGeoNames is more than the highest number of GeoNames will be for long: 13 million are given.
const maxGeoNames = 1 << 27

// geoname reads a row of a GeoNames table: number, name, ASCII name, other names, latitude, longitude, class, code, country, cc2,
// admin1 to admin4, population …
func (t *table) geoname(l string) error {
	var f [15]string
	n := 0
	for rest, more := l, true; more && n < len(f); n++ {
		f[n], rest, more = strings.Cut(rest, "\t")
	}
	if n < len(f) {
		t.in.faults.at(fewColumns, "N", n)
		return t.in.enough()
	}
	id, err := strconv.ParseInt(f[0], 10, 64)
	at, problem := t.point(f[4], f[5])
	kind, known := geonameKinds[f[7]]
	switch {
	case err != nil || id <= 0 || id >= maxGeoNames:
		t.in.faults.at(notGeoNames, "Words", short(f[0]))
		return t.in.enough()
	case problem.Words != "":
		t.in.faults.of(problem)
		return t.in.enough()
	case !known && f[6] != "P":
		t.in.left++
		return nil
	case t.seen(id):
		t.in.faults.at(numberAgain, "N", id)
		return t.in.enough()
	case !known:
		kind = geo.KindCity
	}
	r := Row{Entry: gazetteer.Entry{Place: geo.Place{ID: geo.PlaceID(id), Name: clip(f[1]), Kind: kind, Point: at, Country: f[8], Admin1: f[10]}}}
	if r.Admin1 == "00" {
		r.Admin1 = ""
	}
	if people, err := strconv.ParseInt(f[14], 10, 64); err == nil {
		r.Population = min(max(people, 0), math.MaxInt32)
	}
	if f[2] != f[1] {
		r.also(f[2], gazetteer.Official)
	}
	for rest, more := f[3], f[3] != ""; more; {
		var name string
		if name, rest, more = strings.Cut(rest, ","); len(r.Names) < 40 {
			if m, ok := spelling(name); ok {
				r.also(name, m)
			}
		}
		r.Fame++
	}
	r.Fame++
	return t.in.take(r)
}

// also gives a place another name.
func (r *Row) also(name string, m gazetteer.Match) {
	if name != "" {
		r.Names = append(r.Names, name)
		r.Entry.Names = append(r.Entry.Names, gazetteer.Name{Text: name, Match: m})
	}
}

// spelling reports whether another name of GeoNames is worth keeping, and how it matches: no codes, no small words.
func spelling(name string) (gazetteer.Match, bool) {
	if len(name) < 3 || len(name) > 60 || strings.ContainsAny(name, "0123456789/()[]") {
		return 0, false
	}
	first, _ := utf8.DecodeRuneInString(name)
	if first > 0x24F && !(first >= 0x1E00 && first < 0x1F00) {
		return gazetteer.Foreign, true
	}
	return gazetteer.Alternate, unicode.IsUpper(first) && (len(name) > 4 || strings.ToUpper(name) != name)
}

// seen reports whether a number was there before, and remembers it.
func (t *table) seen(id int64) bool {
	if t.ids == nil {
		t.ids = make([]byte, maxGeoNames/8)
	}
	bit := byte(1) << (id & 7)
	had := t.ids[id>>3]&bit != 0
	t.ids[id>>3] |= bit
	return had
}

// kindOf is what a word says a place is: the words of the program, and those of maps.
func kindOf(word string) geo.Kind {
	word = plainName(word)
	if k := geo.ParseKind(word); k != geo.KindUnknown {
		return k
	}
	return kindWords[word]
}

var kindWords = map[string]geo.Kind{"village": geo.KindCity, "town": geo.KindCity, "hamlet": geo.KindCity, "settlement": geo.KindCity, "ppl": geo.KindCity,
	"dorf": geo.KindCity, "stadt": geo.KindCity, "ort": geo.KindCity, "ville": geo.KindCity, "ciudad": geo.KindCity, "pueblo": geo.KindCity, "suburb": geo.KindDistrict,
	"neighbourhood": geo.KindDistrict, "quarter": geo.KindDistrict, "area": geo.KindRegion, "gebiet": geo.KindRegion, "forest": geo.KindRegion,
	"peak": geo.KindMountain, "hill": geo.KindMountain, "bridge": geo.KindLandmark, "airport": geo.KindLandmark, "building": geo.KindLandmark,
	"square": geo.KindLandmark, "camp": geo.KindLandmark, "bay": geo.KindSea, "state": geo.KindAdmin1, "province": geo.KindAdmin1, "county": geo.KindAdmin2}
