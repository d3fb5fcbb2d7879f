package main

import (
	"encoding/json"
	"fmt"
	"math"

	"dateline/geo/basemap"
)

// topoJSON is as much of the format as the source uses: quantized arcs, and geometries that list them.
type topoJSON struct {
	Transform struct{ Scale, Translate point }
	Arcs      [][]point
	Objects   map[string]struct {
		Geometries []struct {
			Type string
			Arcs json.RawMessage
		}
	}
}

func (t *topoJSON) line(refs []int) (ring, error) {
	var out ring
	for _, ref := range refs {
		back := ref < 0
		if back {
			ref = ^ref
		}
		if ref >= len(t.Arcs) {
			return nil, fmt.Errorf("no arc %d", ref)
		}
		var x, y float64
		piece := make(ring, 0, len(t.Arcs[ref]))
		for _, d := range t.Arcs[ref] {
			x, y = x+d[0], y+d[1]
			piece = append(piece, point{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		if back {
			for i, j := 0, len(piece)-1; i < j; i, j = i+1, j-1 {
				piece[i], piece[j] = piece[j], piece[i]
			}
		}
		if len(out) > 0 && len(piece) > 0 {
			piece = piece[1:]
		}
		out = append(out, piece...)
	}
	return out, nil
}

// lines gives the rings of all polygons, or the lines, of one object.
func (t *topoJSON) lines(object string) ([]ring, error) {
	var out []ring
	for _, g := range t.Objects[object].Geometries {
		var paths [][]int
		var err error
		switch g.Type {
		case "LineString":
			var one []int
			err = json.Unmarshal(g.Arcs, &one)
			paths = [][]int{one}
		case "Polygon", "MultiLineString":
			err = json.Unmarshal(g.Arcs, &paths)
		case "MultiPolygon":
			var many [][][]int
			err = json.Unmarshal(g.Arcs, &many)
			for _, p := range many {
				paths = append(paths, p...)
			}
		}
		if err != nil {
			return nil, err
		}
		for _, refs := range paths {
			line, err := t.line(refs)
			if err != nil {
				return nil, err
			}
			if len(line) > 1 { // the source has some empty polygons
				out = append(out, line)
			}
		}
	}
	return out, nil
}

func readWater(raw []byte) ([]basemap.Block, error) {
	var t topoJSON
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, err
	}
	lakes, err := t.lines("lakes")
	if err != nil {
		return nil, err
	}
	rivers, err := t.lines("rivers")
	if err != nil {
		return nil, err
	}
	if len(lakes) < 250 || len(rivers) < 400 {
		return nil, fmt.Errorf("only %d lakes and %d rivers", len(lakes), len(rivers))
	}
	var arcs []placed
	for _, l := range lakes {
		l[len(l)-1] = l[0]
		arcs = append(arcs, place(basemap.Lake, l, basemap.Water, 300))
	}
	for _, l := range rivers {
		arcs = append(arcs, place(basemap.River, l, basemap.Water, 400))
	}
	return blocksOf(arcs, 2), nil
}

// placed is an arc and the cell of its middle.
type placed struct {
	arc  basemap.Arc
	x, y float64
}

func place(class basemap.Class, l ring, layer basemap.Layer, bend float64) placed {
	p := placed{arc: makeArc(class, l, layer, 0, bend)}
	p.x, p.y = project(l[len(l)/2])
	return p
}

// blocksOf divides arcs into the cells of a 2^bits by 2^bits grid.
func blocksOf(arcs []placed, bits uint) []basemap.Block {
	n := 1 << bits
	cells := make([]basemap.Block, n*n)
	for _, a := range arcs {
		if len(a.arc.XY) == 0 {
			continue
		}
		x := min(max(0, int(a.x/basemap.World*float64(n))), n-1)
		y := min(max(0, int(a.y/basemap.World*float64(n))), n-1)
		cells[y*n+x] = append(cells[y*n+x], a.arc)
	}
	var out []basemap.Block
	for _, c := range cells {
		if len(c) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// readUrban gives built-up areas. They were traced from a raster; corners are cut before they are simplified.
func readUrban(path string) ([]basemap.Block, error) {
	c, err := readCollection(path)
	if err != nil {
		return nil, err
	}
	var arcs []placed
	for _, f := range c.Features {
		polygons, err := polygonsOf(f.Geometry.Type, f.Geometry.Coordinates)
		if err != nil {
			return nil, err
		}
		for _, polygon := range polygons {
			for _, r := range polygon {
				if len(r) < 4 {
					continue
				}
				arcs = append(arcs, place(basemap.BuiltUp, smooth(r), basemap.Urban, 1700))
			}
		}
	}
	return blocksOf(arcs, 3), nil
}

// smooth puts each point between its neighbours and itself, twice.
func smooth(r ring) ring {
	n := len(r) - 1
	for range 2 {
		out := make(ring, n+1)
		for i := range n {
			a, b, c := r[(i+n-1)%n], r[i], r[(i+1)%n]
			out[i] = point{(a[0] + 2*b[0] + c[0]) / 4, (a[1] + 2*b[1] + c[1]) / 4}
		}
		out[n] = out[0]
		r = out
	}
	return round(r)
}

func round(r ring) ring {
	for i := range r {
		r[i] = point{math.Round(r[i][0]*1e6) / 1e6, math.Round(r[i][1]*1e6) / 1e6}
	}
	return r
}
