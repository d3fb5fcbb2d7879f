package main

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// shape is an outline in degrees.
type shape struct{ orb.MultiPolygon }

// span gives the diameter in km of the disc of the same area.
func (s shape) span() float64 {
	km2 := 0.0
	for _, p := range s.MultiPolygon {
		for i, r := range p {
			if len(r) == 0 {
				continue
			}
			b := r.Bound()
			a := math.Abs(planar.Area(r)) * 111.2 * 111.2 * math.Cos((b.Min[1]+b.Max[1])/2*math.Pi/180)
			if i > 0 {
				a = -a
			}
			km2 += a
		}
	}
	return 2 * math.Sqrt(math.Max(0, km2)/math.Pi)
}

func (s shape) centroid() orb.Point {
	c, _ := planar.CentroidArea(s.MultiPolygon)
	return c
}

// countyFile is what a TopoJSON file of counties holds: arcs of differences on a grid, and outlines made of their numbers.
type countyFile struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Counties struct {
			Geometries []struct {
				ID   string
				Type string
				Arcs json.RawMessage
			}
		}
	}
}

// readCounties decodes the counties of a TopoJSON file.
func readCounties(raw []byte) (map[string]shape, error) {
	var t countyFile
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, fmt.Errorf("counties: %w", err)
	}
	arcs := t.lines()
	out := map[string]shape{}
	for _, g := range t.Objects.Counties.Geometries {
		var polys [][][]int
		var err error
		switch g.Type {
		case "Polygon":
			polys = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &polys[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &polys)
		}
		if err != nil {
			return nil, fmt.Errorf("county %s: %w", g.ID, err)
		}
		var mp orb.MultiPolygon
		for _, p := range polys {
			var poly orb.Polygon
			for _, ids := range p {
				poly = append(poly, ringOf(arcs, ids))
			}
			mp = append(mp, poly)
		}
		out[g.ID] = shape{mp}
	}
	return out, nil
}

// lines gives the arcs in degrees.
func (t *countyFile) lines() []orb.LineString {
	arcs := make([]orb.LineString, len(t.Arcs))
	scale, origin := t.Transform.Scale, t.Transform.Translate
	for i, a := range t.Arcs {
		var x, y float64
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], orb.Point{x*scale[0] + origin[0], y*scale[1] + origin[1]})
		}
	}
	return arcs
}

// ringOf joins arcs; the complement of a number means that arc backwards.
func ringOf(arcs []orb.LineString, ids []int) orb.Ring {
	var r orb.Ring
	for _, id := range ids {
		l := arcs[max(id, ^id)]
		if id < 0 {
			l = l.Clone()
			l.Reverse()
		}
		if len(r) > 0 {
			l = l[1:]
		}
		r = append(r, l...)
	}
	return r
}
