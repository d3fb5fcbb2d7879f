package places

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"dateline/geo"
	"dateline/geo/gazetteer"

	"github.com/paulmach/orb"
)

// maxFeature bounds the bytes of one feature: the outline of a country in full detail has 50 MB.
const maxFeature = 64 << 20

// feature is a feature of a GeoJSON.
type feature struct {
	Type       string          `json:"type"`
	Properties map[string]any  `json:"properties"`
	Geometry   json.RawMessage `json:"geometry"`
}

type geometry struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
	Geometries  []geometry      `json:"geometries"`
}

// bounded is a reader of which only so much may be read before room is made again: one feature at a time.
type bounded struct {
	r    io.Reader
	room int
}

var errFeature = errors.New("places: a feature is larger than the program reads")

// Read is called by io.
func (b *bounded) Read(p []byte) (int, error) {
	if b.room <= 0 {
		return 0, errFeature
	}
	n, err := b.r.Read(p[:min(len(p), 1<<16)])
	b.room -= n
	return n, err
}

// geojson reads the features of a GeoJSON one after the other: of a collection, of a list, or a single one.
func (in *input) geojson(r *bufio.Reader) error {
	in.faults.unit, in.faults.row = "feature", 0
	b := &bounded{r, maxFeature}
	d := json.NewDecoder(b)
	tok, err := d.Token()
	if err != nil {
		return fmt.Errorf("%w: %v", ErrNoPlaces, err)
	}
	if tok == json.Delim('[') {
		return in.features(d, b)
	}
	one := feature{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return fmt.Errorf("%w: %v", ErrNoPlaces, err)
		}
		if key == "features" {
			if tok, err := d.Token(); err != nil || tok != json.Delim('[') {
				return ErrNoPlaces
			}
			return in.features(d, b)
		}
		if err := member(d, key, &one); err != nil {
			return fmt.Errorf("%w: %v", ErrNoPlaces, err)
		}
	}
	in.faults.row = 1
	return in.feature(&one)
}

// member reads a member of the outermost object: of a single feature, or what stands before the features.
func member(d *json.Decoder, key json.Token, one *feature) error {
	var skip json.RawMessage
	switch key {
	case "type":
		return d.Decode(&one.Type)
	case "properties":
		return d.Decode(&one.Properties)
	case "geometry":
		return d.Decode(&one.Geometry)
	}
	return d.Decode(&skip)
}

func (in *input) features(d *json.Decoder, b *bounded) error {
	for d.More() {
		in.faults.row++
		b.room = maxFeature
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		var f feature
		if err := json.Unmarshal(raw, &f); err != nil {
			in.faults.at(notFeature)
			if err := in.enough(); err != nil {
				return err
			}
			continue
		}
		if err := in.feature(&f); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return err // the file ends in the middle
	}
	return nil
}

// feature takes a feature as a place: a point as it is, all else by its middle and how far it reaches.
func (in *input) feature(f *feature) error {
	said := sayings(f.Properties)
	var g geometry
	if len(f.Geometry) > 0 && json.Unmarshal(f.Geometry, &g) != nil {
		in.faults.at(badGeometry)
		return in.enough()
	}
	at, km, problem := centre(&g)
	if f.Type != "Feature" {
		problem = notFeature
	}
	if problem != "" {
		in.faults.at(problem)
		return in.enough()
	}
	r := rowOf(said(colName), at, said, km)
	if id, ok := f.Properties["id"].(float64); ok && geo.PlaceID(id).Added() && id > -1<<53 {
		r.ID = geo.PlaceID(id) // the program wrote it
	}
	if list, ok := f.Properties["names"].([]any); ok {
		for _, n := range list {
			if s, ok := n.(string); ok && len(r.Names) < 100 {
				r.also(clip(strings.TrimSpace(s)), gazetteer.Official)
			}
		}
	}
	return in.take(r)
}

// sayings looks up what the properties of a feature say.
func sayings(all map[string]any) func(column) string {
	plain := make(map[string]string, len(all))
	for k, v := range all {
		switch v := v.(type) {
		case string:
			plain[plainName(k)] = strings.TrimSpace(v)
		case float64:
			plain[plainName(k)] = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return func(c column) string {
		for _, k := range columnNames[c] {
			if v := plain[k]; v != "" {
				return v
			}
		}
		return ""
	}
}

// centre is the middle of a geometry and how far it reaches from there, in km; a problem where it has none.
func centre(g *geometry) (at orb.Point, km float64, problem string) {
	bound := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	n, bad := 0, false
	var walk func(raw json.RawMessage, depth int)
	walk = func(raw json.RawMessage, depth int) {
		var pair []float64
		if json.Unmarshal(raw, &pair) == nil {
			if len(pair) < 2 || math.Abs(pair[0]) > 180 || math.Abs(pair[1]) > 90 {
				bad = true
				return
			}
			bound = bound.Extend(orb.Point{pair[0], pair[1]})
			n++
			return
		}
		var list []json.RawMessage
		if depth > 4 || json.Unmarshal(raw, &list) != nil {
			bad = true
			return
		}
		for _, r := range list {
			walk(r, depth+1)
		}
	}
	if len(g.Coordinates) > 0 && string(g.Coordinates) != "null" {
		walk(g.Coordinates, 0)
	}
	for i := range g.Geometries {
		if len(g.Geometries[i].Coordinates) > 0 {
			walk(g.Geometries[i].Coordinates, 0)
		}
	}
	switch {
	case bad:
		return at, 0, offGeoJSON
	case n == 0:
		return at, 0, noPoint
	}
	at = bound.Center()
	if bound.Min != bound.Max {
		km = gazetteer.Kilometres(at, bound.Max)
	}
	return at, math.Ceil(km*10) / 10, ""
}
