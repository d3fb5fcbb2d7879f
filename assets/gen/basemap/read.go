package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"dateline/assets/gen/fetch"
	"dateline/geo/basemap"
)

// point is {lon, lat} in degrees.
type point [2]float64

type ring []point

// feature is a region as Natural Earth has it.
type feature struct {
	basemap.Region
	adm0     string // Natural Earth's code of the country, which unlike ISO is never missing
	claimed  bool   // Crimea and Sevastopol
	kashmir  bool   // a part of Kashmir: the lines between them are lines of control
	polygons [][]ring
	lat, lon float64
}

type collection struct {
	Features []struct {
		Properties map[string]any
		Geometry   struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

func readCollection(path string) (*collection, error) {
	raw, err := fetch.Gunzip(path)
	if err != nil {
		return nil, err
	}
	var c collection
	return &c, json.Unmarshal(raw, &c)
}

func polygonsOf(kind string, raw json.RawMessage) ([][]ring, error) {
	var many [][]ring
	if kind == "Polygon" {
		var one []ring
		err := json.Unmarshal(raw, &one)
		return [][]ring{one}, err
	}
	return many, json.Unmarshal(raw, &many)
}

func text(p map[string]any, key string) string {
	s, _ := p[key].(string)
	if s == "-1" || s == "-99" {
		return ""
	}
	return strings.TrimSpace(s)
}

func number(p map[string]any, key string) float64 {
	f, _ := p[key].(float64)
	return f
}

// given moves land that Natural Earth counts to one country to another before borders are found.
var given = map[string]struct{ adm0, iso string }{
	"UA-43": {"UKR", "UA"}, "UA-40": {"UKR", "UA"}, // Crimea, Sevastopol
	"-99-X05~": {"KAZ", "KZ"}, // Baikonur, a lease
	// Countries of their own in Natural Earth, with a dashed border, that have no code in ISO and lie in another's by GeoNames.
	"-99-X04~": {"CYN", "CY"}, // Northern Cyprus
	"-99-X11~": {"SOL", "SO"}, // Somaliland
	"-99-X14~": {"IOA", "CX"}, // Christmas Island
	"-99-X15~": {"IOA", "CC"}, // Cocos Islands
}

func readRegions(path string) ([]*feature, error) {
	c, err := readCollection(path)
	if err != nil {
		return nil, err
	}
	var out []*feature
	for _, f := range c.Features {
		p := f.Properties
		if p["adm1_code"] == nil { // the file also holds countries
			continue
		}
		g := &feature{adm0: text(p, "adm0_a3"), lat: number(p, "latitude"), lon: number(p, "longitude")}
		g.Country, g.Name, g.Code = text(p, "iso_a2"), text(p, "name_en"), text(p, "gn_a1_code")
		if g.Name == "" {
			g.Name = text(p, "name")
		}
		if g.Country == "UA" { // as the gazetteer spells them
			g.Name = strings.NewReplacer("Odessa", "Odesa", "Kiev", "Kyiv").Replace(g.Name)
		}
		g.ID = int32(max(0, number(p, "gn_id")))
		iso := text(p, "iso_3166_2")
		if to, ok := given[iso]; ok {
			g.adm0, g.Country = to.adm0, to.iso
			g.claimed = to.adm0 == "UKR"
		}
		switch iso {
		case "IN-JK", "IN-LA", "PK-JK", "PK-NA", "PK-GB", "-99-X06~":
			g.kashmir = true
		}
		if len(g.Country) != 2 {
			g.Country = ""
		}
		if !strings.HasPrefix(g.Code, g.Country+".") || g.Country == "" {
			g.Code = ""
		}
		if g.polygons, err = polygonsOf(f.Geometry.Type, f.Geometry.Coordinates); err != nil {
			return nil, err
		}
		g.X, g.Y = units(point{g.lon, g.lat})
		g.MinLabel = g.labelFrom()
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b *feature) int {
		if n := strings.Compare(a.adm0, b.adm0); n != 0 {
			return n
		}
		if n := strings.Compare(a.Code, b.Code); n != 0 {
			return n
		}
		return int(a.ID) - int(b.ID)
	})
	return out, nil
}

// labelFrom is the zoom, in tenths, at which the region is 130 px wide on the map.
func (f *feature) labelFrom() int {
	var area float64
	for _, polygon := range f.polygons {
		largest := 0.0
		for i, p := range polygon[0] {
			ax, ay := project(p)
			bx, by := project(polygon[0][(i+1)%len(polygon[0])])
			largest += ax*by - bx*ay
		}
		area = max(area, math.Abs(largest)/2)
	}
	const most = 120
	if area == 0 {
		return most
	}
	zoom := math.Log2(130 / (math.Sqrt(area) * 256 / basemap.World))
	return int(min(most, max(1, math.Round(zoom*10))))
}

// units projects a point into the archive's units.
func units(p point) (int32, int32) {
	x, y := project(p)
	return int32(min(max(0, x), basemap.World-1)), int32(min(max(0, y), basemap.World-1))
}

func project(p point) (x, y float64) {
	lat := min(max(-85.0511, p[1]), 85.0511)
	s := math.Sin(lat * math.Pi / 180)
	return (p[0]/360 + 0.5) * basemap.World, (0.5 - math.Log((1+s)/(1-s))/(4*math.Pi)) * basemap.World
}

// shortNames are used on the map where Natural Earth's are long.
var shortNames = map[string]string{
	"US": "United States", "CN": "China", "GM": "Gambia", "BS": "Bahamas", "FM": "Micronesia", "CZ": "Czechia",
	"CD": "DR Congo", "CG": "Congo", "BA": "Bosnia and Herzegovina", "MK": "North Macedonia", "TL": "Timor-Leste",
}

// readCountries gives the names of countries and, for each, Natural Earth's code.
func readCountries(path string) ([]basemap.Title, map[string]int, error) {
	c, err := readCollection(path)
	if err != nil {
		return nil, nil, err
	}
	var out []basemap.Title
	code := map[string]string{} // name -> code
	for _, f := range c.Features {
		p := f.Properties
		iso := text(p, "ISO_A2_EH")
		switch text(p, "TYPE") { // reefs and strips that nobody or everybody claims; Palestine and Western Sahara have codes
		case "Lease":
			continue
		case "Indeterminate":
			if text(p, "ISO_A2") == "" {
				continue
			}
		}
		t := basemap.Title{Name: text(p, "NAME_EN"), Country: iso, Rank: int(number(p, "LABELRANK")),
			MinLabel: int(number(p, "MIN_LABEL") * 10), MaxLabel: int(number(p, "MAX_LABEL")*10) + 5}
		if short := shortNames[iso]; short != "" {
			t.Name = short
		}
		switch adm0 := text(p, "ADM0_A3"); adm0 {
		case "CYN":
			t.Name = text(p, "NAME")
		case "ESB", "WSB", "IOA", "CSI", "CLP", "ATC":
			continue
		}
		t.X, t.Y = units(point{number(p, "LABEL_X"), number(p, "LABEL_Y")})
		code[t.Name] = text(p, "ADM0_A3")
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b basemap.Title) int {
		if a.Rank != b.Rank {
			return a.Rank - b.Rank
		}
		return strings.Compare(a.Name, b.Name)
	})
	byCode := map[string]int{}
	for i, t := range out {
		byCode[code[t.Name]] = i
	}
	return out, byCode, nil
}

// rows reads a table of tab-separated columns; lines that begin with # are left out.
func rows(path string, columns int) ([][]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]string
	s := bufio.NewScanner(bytes.NewReader(raw))
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		if s.Text() == "" || strings.HasPrefix(s.Text(), "#") {
			continue
		}
		f := strings.Split(s.Text(), "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", path, n, len(f), columns)
		}
		out = append(out, f)
	}
	return out, s.Err()
}

func readSeas(path string) ([]basemap.Title, error) {
	table, err := rows(path, 5)
	if err != nil {
		return nil, err
	}
	var out []basemap.Title
	for _, f := range table {
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(f[i+1], 64); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, f[0], err)
			}
		}
		t := basemap.Title{Name: f[0], Rank: int(v[2] * 2), MinLabel: int(v[2] * 10), MaxLabel: int(v[3] * 10)}
		t.X, t.Y = units(point{v[1], v[0]})
		out = append(out, t)
	}
	return out, nil
}

// readDisputed gives the disputed lines, joined end to end.
func readDisputed(path string) ([]ring, error) {
	table, err := rows(path, 2)
	if err != nil {
		return nil, err
	}
	var pieces []ring
	for _, f := range table {
		var line ring
		for _, pair := range strings.Fields(f[1]) {
			var p point
			if _, err := fmt.Sscanf(pair, "%f,%f", &p[0], &p[1]); err != nil {
				return nil, fmt.Errorf("%s: %q: %w", path, pair, err)
			}
			line = append(line, p)
		}
		pieces = append(pieces, line)
	}
	return chain(pieces), nil
}

// chain joins lines that end where others begin.
func chain(pieces []ring) []ring {
	var out []ring
	for len(pieces) > 0 {
		line := pieces[0]
		pieces = slices.Delete(pieces, 0, 1)
		for grown := true; grown; {
			grown = false
			for i, p := range pieces {
				first, last := line[0], line[len(line)-1]
				switch {
				case p[0] == last:
					line = append(slices.Clone(line), p[1:]...)
				case p[len(p)-1] == first:
					line = append(slices.Clone(p), line[1:]...)
				case p[len(p)-1] == last:
					p = slices.Clone(p)
					slices.Reverse(p)
					line = append(slices.Clone(line), p[1:]...)
				case p[0] == first:
					p = slices.Clone(p)
					slices.Reverse(p)
					line = append(p, line[1:]...)
				default:
					continue
				}
				pieces = slices.Delete(pieces, i, i+1)
				grown = true
				break
			}
		}
		out = append(out, line)
	}
	return out
}
