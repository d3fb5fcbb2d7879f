package places

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/geo/gazetteer"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// written is a file of the test with some contents.
func written(t testing.TB, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// found is what a file gives, a place a line, and what is told of it.
func found(t testing.TB, path string) (places, told string, err error) {
	t.Helper()
	var out []string
	f, err := Read(context.Background(), path, func(r Row) error {
		line := fmt.Sprintf("%s %g,%g %s", r.Name, r.Point[0], r.Point[1], r.Kind)
		if r.SpanKM > 0 {
			line += fmt.Sprintf(" %g km", r.SpanKM/2)
		}
		if len(r.Names) > 0 {
			line += " also " + strings.Join(r.Names, ", ")
		}
		if r.ID != 0 {
			line += fmt.Sprint(" #", r.ID)
		}
		out = append(out, line)
		return nil
	}, nil)
	return strings.Join(out, "\n"), strings.Join(f.Sentences(), "\n"), err
}

const geonames = "101\tQuillbrook\tQuillbrook\tQuill,Old Quill,qb,KV7\t51.2\t35.5\tP\tPPL\tUA\t\t07\t\t\t\t120\t\t150\tEurope/Kyiv\t2024-01-01\n"

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, file, data, places, told string }{
		{"a GeoNames table", "XX.txt", geonames + "102\tNether Hill\tNether Hill\t\t51\t36\tT\tMT\tUA\t\t07\t\t\t\t0\t\t\t\t\n103\tInn\tInn\t\t51\t36\tS\tHTL\tUA\t\t07\t\t\t\t0\t\t\t\t\n",
			"Quillbrook 35.5,51.2 city also Quill, Old Quill #101\nNether Hill 36,51 mountain #102", "XX.txt: 1 of its rows name no places of the news but streets, houses, farms …, and are left out."},
		{"a CSV in English", "a.csv", "Name,Latitude,Longitude,Kind,Other Names\nQuillbrook,51.2,35.5,village,Quill;Old Quill\n\"Hill, Nether\",51,36,mountain,\n",
			"Quillbrook 35.5,51.2 city also Quill, Old Quill\nHill, Nether 36,51 mountain", ""},
		{"a CSV in German, with semicolons and commas in numbers", "a.csv", "Ortsname;Breite;Länge;Umkreis\nFeldhof;51,2;35,5;3\n", "Feldhof 35.5,51.2 region 3 km", ""},
		{"tabs, N and W", "a.tsv", "place\tlat\tlng\nFar\t51.2N\t35.5 W\nNear\t1°\t2\n", "Far -35.5,51.2 city\nNear 2,1 city", ""},
		{"a name over two lines in quotation marks", "a.csv", "name,lat,lon\n\"Upper\nField\",1,2\nB \"\"x,3,4\n", "Upper\nField 2,1 city\nB \"\"x 4,3 city", ""},
		{"rows that are none are told with their line", "v.csv", "name,lat,lon\nA,1,2\nB,,\nC,100,2\nD,1,500\n,1,2\nE,abc,2\nF,0,0\nG,3,4\n", "A 2,1 city\nG 4,3 city",
			"v.csv, line 3: the coordinates are missing.\nv.csv, line 4: latitude 100 is beyond 90 degrees; are latitude and longitude swapped?\n" +
				"v.csv, line 5: 1, 500 lies outside the world.\nv.csv, line 6: it has no name.\nv.csv, line 7: “abc”, “2” are no coordinates in degrees.\n" +
				"v.csv, line 8: the coordinates are 0, 0, which stands for none."},
		{"swapped columns are said to be so", "v.csv", "name,lat,lon\nA,10,20\nB,135,30\nC,140,31\n", "A 20,10 city",
			"v.csv, line 3: latitude 135 is beyond 90 degrees; are latitude and longitude swapped?\nv.csv, line 4: latitude 140 is beyond 90 degrees; are latitude and longitude swapped?\n" +
				"v.csv: 2 rows have a latitude beyond 90 degrees: the columns of latitude and longitude seem to be swapped."},
		{"a number that was there before", "XX.txt", geonames + geonames, "Quillbrook 35.5,51.2 city also Quill, Old Quill #101", "XX.txt, line 2: the number 101 was there before; the row is left out."},
		{"a row of a GeoNames table that is cut", "XX.txt", geonames + "7\tFar\n", "Quillbrook 35.5,51.2 city also Quill, Old Quill #101", "XX.txt, line 2: it has 2 columns where a GeoNames table has 19."},
		{"a quotation mark that is not closed", "v.csv", "name,lat,lon\nA,1,2\n\"B,3,4\nC,5,6\n", "A 2,1 city", "v.csv, line 3: a quotation mark is not closed; the rows from here on are left out."},
		{"a GeoJSON of points and areas", "a.geojson", `{"type":"FeatureCollection","name":"x","features":[
			{"type":"Feature","properties":{"NAME":"Quillbrook","names":["Quill"]},"geometry":{"type":"Point","coordinates":[35.5,51.2]}},
			{"type":"Feature","properties":{"name":"Wide Moor"},"geometry":{"type":"Polygon","coordinates":[[[10,50],[10.2,50],[10.2,50.2],[10,50.2],[10,50]]]}},
			{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},
			{"type":"Feature","properties":{"name":"Swapped"},"geometry":{"type":"Point","coordinates":[51,135]}},
			{"type":"Feature","properties":{"name":"None"},"geometry":null}, 7]}`,
			"Quillbrook 35.5,51.2 city also Quill\nWide Moor 10.1,50.1 region 13.3 km",
			"a.geojson, feature 3: it has no name.\na.geojson, feature 4: its coordinates lie outside the world; a GeoJSON has longitude before latitude, in degrees.\n" +
				"a.geojson, feature 5: the coordinates are missing.\na.geojson, feature 6: it is no feature."},
		{"a single feature", "a.json", `{"type":"Feature","properties":{"title":"Far"},"geometry":{"type":"Point","coordinates":[1,2]}}`, "Far 1,2 city", ""},
		{"a GeoJSON that is cut", "a.geojson", `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Far"},"geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Fea`,
			"Far 1,2 city", "a.geojson, feature 2: it cannot be read from here on; what stands before is used."},
	} {
		places, told, err := found(t, written(t, c.file, c.data))
		if err != nil || places != c.places || told != c.told {
			t.Errorf("%s: %v\n got %s\nwant %s\n got told %s\nwant told %s", c.name, err, places, c.places, told, c.told)
		}
	}
}

func TestReadEncodings(t *testing.T) {
	const csv = "name,lat,lon\nMünchhof,1,2\nŒuvre-Bas,3,4\n"
	const cyrillic = "name,lat,lon\nВерхнее Поле,1,2\nНижнее Поле,3,4\nДальний Хутор,5,6\n"
	encoded := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, c := range []struct{ name, data, places, told string }{
		{"UTF-8 with a mark", "\ufeff" + csv, "Münchhof 2,1 city\nŒuvre-Bas 4,3 city", ""},
		{"UTF-16", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(csv)), "Münchhof 2,1 city\nŒuvre-Bas 4,3 city", ""},
		{"Windows-1252", encoded(charmap.Windows1252.NewEncoder().String(csv)), "Münchhof 2,1 city\nŒuvre-Bas 4,3 city",
			"a.csv: it is not UTF-8 and is read as Windows-1252 (Western European); save it as UTF-8 if names look wrong."},
		{"Windows-1251", encoded(charmap.Windows1251.NewEncoder().String(cyrillic)), "Верхнее Поле 2,1 city\nНижнее Поле 4,3 city\nДальний Хутор 6,5 city",
			"a.csv: it is not UTF-8 and is read as Windows-1251 (Cyrillic); save it as UTF-8 if names look wrong."},
	} {
		if places, told, err := found(t, written(t, "a.csv", c.data)); err != nil || places != c.places || told != c.told {
			t.Errorf("%s: %v\n got %s\nwant %s\n told %s", c.name, err, places, c.places, told)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, file, data string
		want             error
	}{
		{"an empty file", "a.csv", "", ErrNoPlaces},
		{"an article", "a.txt", "A fire broke out in the town.\nNobody was hurt.", ErrNoPlaces},
		{"a CSV without coordinates", "a.csv", "name,people\nFar,3\n", ErrNoPlaces},
		{"a header and nothing else", "a.csv", "name,lat,lon\n", ErrNoPlaces},
		{"a JSON of something else", "a.json", `{"a":[1,2,3]}`, ErrNoPlaces},
		{"a picture", "a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrNoPlaces},
		{"a zip of nothing", "a.zip", "PK\x03\x04zzzz", ErrZip},
		{"one endless line", "a.csv", "name,lat,lon\n" + strings.Repeat("x", 3*maxLine), ErrNoPlaces},
		{"a file of rows without places", "a.csv", "name,lat,lon\n" + strings.Repeat("x,y,z\n", 2*maxBad), errMostlyBad},
	} {
		if _, _, err := found(t, written(t, c.file, c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, written(t, "a.csv", "name,lat,lon\nA,1,2\n"), func(Row) error { return nil }, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := Read(context.Background(), t.TempDir(), nil, nil); err == nil {
		t.Error("a folder is read")
	}
	if _, err := Read(context.Background(), filepath.Join(t.TempDir(), "none"), nil, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestReadZip(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string]string{"readme.txt": strings.Repeat("words ", 1000), "XX.txt": geonames} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if places, told, err := found(t, written(t, "XX.zip", b.String())); err != nil || told != "" || places != "Quillbrook 35.5,51.2 city also Quill, Old Quill #101" {
		t.Errorf("%v %s %s", err, places, told)
	}
}

// FuzzRead: whatever a file holds, reading it ends, places lie in the world, and nothing panics.
func FuzzRead(f *testing.F) {
	for _, s := range []string{geonames, "name,lat,lon\nA,1,2\n\"B,3", "Ort;Breite;Länge\nA;1,5;2", `{"features":[{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}}]}`,
		"\xff\xfen\x00a\x00", "[[", "{", "PK\x03\x04", "\xef\xbb\xbf", "name|lat|lon\r\nA|1S|2W"} {
		f.Add([]byte(s))
	}
	dir := f.TempDir()
	path := filepath.Join(dir, "f.csv")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		b := gazetteer.NewBuilder(nil)
		_, err := Read(context.Background(), path, func(r Row) error {
			if !(r.Point[0] >= -180 && r.Point[0] <= 180 && r.Point[1] >= -90 && r.Point[1] <= 90) || r.Name == "" || r.SpanKM < 0 {
				t.Fatalf("%+v", r)
			}
			return b.Add(r.Entry)
		}, nil)
		if err == nil && b.Len() == 0 {
			t.Fatal("nothing is found, and nothing is said")
		}
	})
}
