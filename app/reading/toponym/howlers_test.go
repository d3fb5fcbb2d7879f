package toponym_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"dateline/app/reading/name"
	"dateline/app/reading/token"
	"dateline/app/reading/toponym"
	"dateline/app/reading/zone"
	"dateline/app/story"
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

// geocoder is the one that ships.
func geocoder(x *gazetteer.Index) *geocode.Geocoder {
	seats, err := geocode.LoadWorldSeats(assets.WorldSeats())
	if err != nil {
		panic(err)
	}
	return &geocode.Geocoder{Gazetteer: x, WorldSeats: seats}
}

// toponymsOf runs the whole reading of places over one text.
func toponymsOf(x *gazetteer.Index, text string) []story.Toponym {
	t := token.Split(text)
	zones := zone.Find(&story.Document{Text: text}, t)
	found := toponym.Find(t, zones, name.Find(t, zones), x, nil)
	return toponym.Decide(t, zones, found, geocoder(x).Resolve(toponym.Mentions(found), geocode.Prior{}), nil)
}

// howlerFloor is the share of rows that must be right, one point under the figure of QUALITY.md. What is missed today is logged with -v and listed in QUALITY.md.
const howlerFloor = 0.971

func TestHowlers(t *testing.T) {
	x := index(t)
	f, err := os.Open("testdata/howlers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, right := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 5 {
			t.Fatalf("%d columns: %q", len(c), line)
		}
		rows++
		text := strings.ReplaceAll(c[1], `\n`, "\n")
		if why := howler(x, text, c[2], c[3], c[4]); why == "" {
			right++
		} else {
			t.Logf("%s: %s: %q: want %s %s, %s", c[0], text, c[2], c[3], c[4], why)
		}
	}
	t.Logf("%d of %d right (%.1f %%)", right, rows, 100*float64(right)/float64(rows))
	if rows < 200 || float64(right) < howlerFloor*float64(rows) {
		t.Errorf("%d of %d right, want %.1f %% of at least 200", right, rows, 100*howlerFloor)
	}
}

// howler checks one row; "" is right, else what is wrong.
func howler(x *gazetteer.Index, text, word, want, use string) string {
	at := strings.LastIndex(text, word)
	span := story.Span{Start: at, End: at + len(word)}
	var hit *story.Toponym
	for _, p := range toponymsOf(x, text) {
		if p.Span.Overlaps(span) {
			q := p
			hit = &q
			if p.Span == span {
				break
			}
		}
	}
	none := hit == nil || hit.Use == story.UseInName
	coords, orNone := strings.CutPrefix(want, "none-or ")
	switch {
	case want == "none":
		if none {
			return ""
		}
		return "got " + hit.Use.String() + " " + hit.Place.Name
	case none && orNone:
		return ""
	case hit == nil:
		return "not found"
	}
	if use != "*" && hit.Use.String() != use {
		return "use is " + hit.Use.String()
	}
	if coords == "*" {
		return ""
	}
	if want == "unplaced" || !hit.Placed {
		if want == "unplaced" && !hit.Placed {
			return ""
		}
		return "placed is " + strconv.FormatBool(hit.Placed)
	}
	if iso, ok := strings.CutPrefix(want, "country "); ok {
		if hit.Place.Kind == geo.KindCountry && hit.Place.Country == iso {
			return ""
		}
		return "got " + hit.Place.Name + " " + hit.Place.Country
	}
	fields := strings.Fields(strings.TrimPrefix(coords, "at "))
	lat, lon, _ := strings.Cut(fields[0], ",")
	la, _ := strconv.ParseFloat(lat, 64)
	lo, _ := strconv.ParseFloat(lon, 64)
	km := 161.0
	if len(fields) > 1 {
		km, _ = strconv.ParseFloat(fields[1], 64)
	}
	p := orb.Point{lo, la}
	if gazetteer.Kilometres(p, hit.Place.Point) <= km || gazetteer.Kilometres(p, hit.Place.Anchor) <= km {
		return ""
	}
	return "got " + hit.Place.Name + ", " + hit.Place.Admin1Name + " " + hit.Place.Country
}
