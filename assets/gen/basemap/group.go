package main

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// groupRegions gives each region the code of the GeoNames region that most of its towns belong to. Natural Earth has
// departments where GeoNames has French regions, and districts where it has England; several regions with one code
// make up the one that is meant. A region without towns keeps Natural Earth's own code if GeoNames knows it.
func groupRegions(features []*feature, towns []byte) {
	index := indexFeatures(features)
	votes := make([]map[string]int, len(features))
	known := map[string]bool{}
	for line := range bytes.Lines(towns) {
		f := strings.Split(string(line), "\t")
		if len(f) < 12 || f[10] == "" {
			continue
		}
		lat, err1 := strconv.ParseFloat(f[4], 64)
		lon, err2 := strconv.ParseFloat(f[5], 64)
		if err1 != nil || err2 != nil {
			continue
		}
		code := f[8] + "." + f[10]
		known[code] = true
		for _, i := range index[cellKey(lon, lat)] {
			if g := features[i]; g.Country == f[8] && g.contains(point{lon, lat}) {
				if votes[i] == nil {
					votes[i] = map[string]int{}
				}
				votes[i][code]++
				break
			}
		}
	}
	taken := map[string]bool{}
	for i, g := range features {
		best := ""
		for code, n := range votes[i] {
			if best == "" || n > votes[i][best] || n == votes[i][best] && code < best {
				best = code
			}
		}
		if best != "" {
			g.Code = best
			taken[best] = true
		}
	}
	for i, g := range features {
		if len(votes[i]) == 0 && (!known[g.Code] || taken[g.Code]) {
			g.Code = ""
		}
	}
}

type cell [2]int

func cellKey(lon, lat float64) cell { return cell{int(math.Floor(lon)), int(math.Floor(lat))} }

// indexFeatures lists for each degree square the features whose boxes touch it.
func indexFeatures(features []*feature) map[cell][]int {
	index := map[cell][]int{}
	for i, f := range features {
		seen := map[cell]bool{}
		for _, polygon := range f.polygons {
			lo, hi := point{180, 90}, point{-180, -90}
			for _, p := range polygon[0] {
				lo = point{min(lo[0], p[0]), min(lo[1], p[1])}
				hi = point{max(hi[0], p[0]), max(hi[1], p[1])}
			}
			from, to := cellKey(lo[0], lo[1]), cellKey(hi[0], hi[1])
			for x := from[0]; x <= to[0]; x++ {
				for y := from[1]; y <= to[1]; y++ {
					if c := (cell{x, y}); !seen[c] {
						seen[c] = true
						index[c] = append(index[c], i)
					}
				}
			}
		}
	}
	return index
}

func (f *feature) contains(p point) bool {
	in := false
	for _, polygon := range f.polygons {
		for _, r := range polygon {
			for i := range r {
				a, b := r[i], r[(i+1)%len(r)]
				if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1]) {
					in = !in
				}
			}
		}
	}
	return in
}
