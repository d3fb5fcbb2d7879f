package main

import (
	"slices"

	"dateline/geo/basemap"
)

// ground says for each cell of the archive's grid which country its middle lies in.
func ground(features []*feature, countries map[string]int) []uint8 {
	const n = basemap.GroundSize
	const cell = basemap.World / n
	out := make([]uint8, n*n)
	for _, f := range features {
		number, ok := countries[f.adm0]
		if !ok || number > 254 {
			continue
		}
		crossings := map[int][]float64{}
		for _, polygon := range f.polygons {
			for _, r := range polygon {
				for i, p := range r {
					ax, ay := project(p)
					bx, by := project(r[(i+1)%len(r)])
					if ay > by {
						ax, ay, bx, by = bx, by, ax, ay
					}
					for row := max(0, int(ay/cell-0.5)); row < n; row++ {
						y := (float64(row) + 0.5) * cell
						if y >= by {
							break
						}
						if y >= ay {
							crossings[row] = append(crossings[row], (ax+(bx-ax)*(y-ay)/(by-ay))/cell)
						}
					}
				}
			}
		}
		for row, xs := range crossings {
			slices.Sort(xs)
			for i := 0; i+1 < len(xs); i += 2 {
				for col := int(xs[i] + 0.5); float64(col)+0.5 < xs[i+1] && col < n; col++ {
					out[row*n+col] = uint8(number + 1)
				}
			}
		}
	}
	return out
}
