package tile

import (
	"slices"

	"github.com/paulmach/orb"

	"dateline/geo/basemap"
	"dateline/geo/viewport"
)

// Labels gives the names of countries, seas and regions whose points lie in bound and that a map of that zoom shows,
// the most important first. A bound whose Max[0] is over 180 runs across the 180th meridian. An archive whose names are
// damaged gives none.
func (b *Basemap) Labels(bound orb.Bound, zoom float64) []Label {
	names, err := b.archive.Names()
	if err != nil {
		return nil
	}
	out := b.countryLabels(names, bound, zoom)
	tenths := int(zoom*10 + 0.5)
	add := func(x, y int32, text string, rank int, kind LabelKind) {
		p := viewport.FromWorld(float64(x)/basemap.World, float64(y)/basemap.World)
		if inBound(bound, p) {
			out = append(out, Label{Point: p, Text: text, Rank: rank, Kind: kind})
		}
	}
	for _, t := range names.Seas {
		if tenths >= t.MinLabel && tenths <= t.MaxLabel {
			add(t.X, t.Y, t.Name, t.Rank, LabelSea)
		}
	}
	for i := range names.Regions {
		if r := &names.Regions[i]; tenths >= r.MinLabel && tenths >= regionsFrom {
			add(r.X, r.Y, r.Name, r.MinLabel, LabelRegion)
		}
	}
	slices.SortStableFunc(out, func(a, b Label) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		return a.Rank - b.Rank
	})
	return out
}

// regionsFrom is the zoom, in tenths, below which no region is named: a calm map has room for the story's own places.
const regionsFrom = 55

func inBound(b orb.Bound, p orb.Point) bool {
	if p[1] < b.Min[1] || p[1] > b.Max[1] {
		return false
	}
	for _, lon := range [3]float64{p[0], p[0] + 360, p[0] - 360} {
		if lon >= b.Min[0] && lon <= b.Max[0] {
			return true
		}
	}
	return false
}
