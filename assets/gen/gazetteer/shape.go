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

// readCounties decodes the counties of a TopoJSON file.
func readCounties(raw []byte) (map[string]shape, error) {
	var t struct {
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
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, fmt.Errorf("counties: %w", err)
	}
	arcs := make([]orb.LineString, len(t.Arcs))
	for i, a := range t.Arcs {
		var x, y float64
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], orb.Point{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
	}
	ring := func(ids []int) orb.Ring {
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
	out := map[string]shape{}
	for _, g := range t.Objects.Counties.Geometries {
		var polys [][][]int
		if g.Type == "Polygon" {
			var p [][]int
			if err := json.Unmarshal(g.Arcs, &p); err != nil {
				return nil, fmt.Errorf("county %s: %w", g.ID, err)
			}
			polys = [][][]int{p}
		} else if g.Type == "MultiPolygon" {
			if err := json.Unmarshal(g.Arcs, &polys); err != nil {
				return nil, fmt.Errorf("county %s: %w", g.ID, err)
			}
		}
		var mp orb.MultiPolygon
		for _, p := range polys {
			var poly orb.Polygon
			for _, ids := range p {
				poly = append(poly, ring(ids))
			}
			mp = append(mp, poly)
		}
		out[g.ID] = shape{mp}
	}
	return out, nil
}
