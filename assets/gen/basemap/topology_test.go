package main

import (
	"math"
	"testing"

	"dateline/geo/basemap"
)

func region(name, adm0 string, rings ...ring) *feature {
	f := &feature{adm0: adm0}
	f.Name, f.Code = name, name
	for _, r := range rings {
		f.polygons = append(f.polygons, []ring{r})
	}
	return f
}

func TestTopology(t *testing.T) {
	west := region("W", "AAA", ring{{0, 0}, {0, 2}, {1, 2}, {1, 1}, {1, 0}, {0, 0}})  // clockwise
	east := region("E", "AAA", ring{{1, 0}, {2, 0}, {2, 2}, {1, 2}, {1, 1}, {1, 0}})  // counter-clockwise
	north := region("N", "BBB", ring{{0, 2}, {1, 2}, {2, 2}, {2, 3}, {0, 3}, {0, 2}}) // another country
	seam := region("S", "CCC", ring{{179, 60}, {180, 60}, {180, 61}, {179, 61}, {179, 60}})
	topo := buildTopology([]*feature{west, east, north, seam}, nil)
	length := map[basemap.Class]float64{}
	for _, a := range topo.arcs {
		class := a.class
		if class >= basemap.Admin1 {
			class = basemap.Admin1
		}
		for i := 1; i < len(a.path); i++ {
			p, q := topo.vertices[a.path[i-1]], topo.vertices[a.path[i]]
			length[class] += math.Hypot(q[0]-p[0], q[1]-p[1])
		}
	}
	for class, want := range map[basemap.Class]float64{basemap.Admin1: 2, basemap.Country: 2, basemap.Coast: 6 + 4 + 3, basemap.Seam: 1} {
		if math.Abs(length[class]-want) > 1e-9 {
			t.Errorf("class %d: %v degrees of lines, want %v", class, length[class], want)
		}
	}
	// Every ring, put together from its arcs, runs counter-clockwise and closes.
	for i, polygons := range topo.rings {
		for _, refs := range polygons[0] {
			var path []int32
			for _, ref := range refs {
				p := topo.arcs[max(ref, ^ref)].path
				for j := range p {
					k := j
					if ref < 0 {
						k = len(p) - 1 - j
					}
					if len(path) == 0 || path[len(path)-1] != p[k] {
						path = append(path, p[k])
					}
				}
			}
			sum := 0.0
			for j := 1; j < len(path); j++ {
				p, q := topo.vertices[path[j-1]], topo.vertices[path[j]]
				sum += p[0]*q[1] - q[0]*p[1]
			}
			if path[0] != path[len(path)-1] || sum <= 0 {
				t.Errorf("region %d: ends %d and %d, area %v", i, path[0], path[len(path)-1], sum/2)
			}
		}
	}
}

func TestSimplify(t *testing.T) {
	var line [][2]float64
	for i := range 200 {
		line = append(line, [2]float64{float64(i * 10), 3 * math.Sin(float64(i))})
	}
	for i := -10; i <= 10; i++ { // a cape
		line[100+i][1] = 500 - 50*math.Abs(float64(i))
	}
	got := simplify(line, 60)
	if len(got) > 20 || got[0] != line[0] || got[len(got)-1] != line[199] {
		t.Errorf("%d points left, from %v to %v", len(got), got[0], got[len(got)-1])
	}
	peak := false
	for _, p := range got {
		peak = peak || p[1] == 500
	}
	if !peak {
		t.Error("the one bend that matters stays")
	}
	closed := [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	if n := len(simplify(closed, 1e6)); n != 4 {
		t.Errorf("a closed line keeps four points, not %d", n)
	}
}

func TestChain(t *testing.T) {
	got := chain([]ring{{{0, 0}, {1, 0}}, {{5, 5}, {6, 6}}, {{2, 0}, {1, 0}}, {{2, 0}, {3, 0}}})
	if len(got) != 2 || len(got[0]) != 4 {
		t.Errorf("lines that meet become one: %v", got)
	}
}
