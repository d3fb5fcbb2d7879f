package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAddedPlaces: layers and own places of the command line are found, and go with a project to where they are not.
func TestAddedPlaces(t *testing.T) {
	dir := t.TempDir()
	file := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	article := file("fire.txt", "A fire broke out in Quillbrook and Upper Nether Field on 3 May 2024. Troops left Paris for Feldhof.")
	layer := file("v.csv", "name,lat,lon\nQuillbrook,51.2,35.5\nUpper Nether Field,51.3,35.6\n")
	own := file("own.csv", "name;lat;lon\nFeldhof;51,4;35,2\nParis;51;35\n")
	at := func(args ...string) string {
		status, out, errs := called(t, "", append([]string{"read"}, args...)...)
		var l struct {
			Places []struct {
				Text     string
				Lat, Lon *float64
			}
		}
		if err := json.Unmarshal([]byte(out), &l); err != nil || status != 0 {
			t.Fatal(err, errs)
		}
		var all []string
		for _, p := range l.Places {
			if p.Lat != nil {
				all = append(all, fmt.Sprintf("%s %g,%g", p.Text, *p.Lat, *p.Lon))
			}
		}
		return strings.Join(all, "; ")
	}
	want := "Quillbrook 51.2,35.5; Upper Nether Field 51.3,35.6; Paris 51,35; Feldhof 51.4,35.2"
	if got := at("-places", layer, "-own", own, article); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := at(article); strings.Contains(got, "Quillbrook") || !strings.Contains(got, "Paris 48") {
		t.Errorf("without them: %s", got)
	}
	p := filepath.Join(dir, "fire.dateline")
	if status, _, errs := called(t, "", "project", "-places", layer, "-own", own, "-o", p, article); status != 0 {
		t.Fatal(errs)
	}
	if got := at(p); got != want {
		t.Errorf("the project: got %s\nwant %s", got, want)
	}
	_, out, _ := called(t, "", "place", p, "Feldhof", "Paris")
	if lines := strings.Split(out, "\n"); !strings.Contains(lines[0], `"from":"own"`) || strings.Index(lines[1], `"from":"own"`) > strings.Index(lines[1], `"FR"`) {
		t.Errorf("place: %s", out)
	}
	if _, out, _ := called(t, "", "place", "-places", layer, "Quillbrook"); !strings.Contains(out, `"from":"v.csv"`) {
		t.Errorf("place of a layer: %s", out)
	}
	for _, c := range []struct{ name, file, told string }{
		{"a row that is none", file("bad.csv", "name,lat,lon\nA,1,2\nB,x,y\n"), "bad.csv, line 3: "},
		{"no file of places", article, "fire.txt: no places are found in it"},
		{"a missing file", filepath.Join(dir, "none.csv"), "none.csv: there is no such file"},
	} {
		if status, out, errs := called(t, "", "place", "-places", c.file, "Lisbon"); status != statusSome || !strings.Contains(errs, c.told) || !strings.Contains(out, `"PT"`) {
			t.Errorf("%s: %d %q %s", c.name, status, errs, out)
		}
	}
}
