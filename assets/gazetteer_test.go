package assets_test

import (
	"testing"

	"dateline/assets"
	"dateline/geo/basemap"
	"dateline/geo/gazetteer"
	"dateline/geo/outline"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func TestEachCountrysPointLiesInItsOutline(t *testing.T) {
	x, err := gazetteer.Load(assets.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	archive, err := basemap.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	shapes := outline.New(archive)
	checked := 0
	for c := gazetteer.Country(1); int(c) < x.CountryCount(); c++ {
		p := x.Place(x.CountryRow(c))
		shape, ok := shapes.Of(p, 5)
		if !ok {
			continue // small islands that the map does not hold
		}
		checked++
		if !planar.MultiPolygonContains(shape, p.Point) && !close(shape, p.Point, 60) && !scattered(p.SpanKM, shape, p.Point) {
			t.Errorf("%s: %v lies outside", p.Name, p.Point)
		}
		if p.Country == "EH" {
			continue // the map draws only the part that Morocco does not hold, and Laayoune is not in it
		}
		if p.AnchorName != "" && !planar.MultiPolygonContains(shape, p.Anchor) && !close(shape, p.Anchor, 60) && !scattered(p.SpanKM, shape, p.Anchor) {
			t.Errorf("%s: its capital %s at %v lies outside", p.Name, p.AnchorName, p.Anchor)
		}
	}
	if checked < 190 {
		t.Errorf("%d countries have an outline, want 190 or more", checked)
	}
}

func close(shape orb.MultiPolygon, p orb.Point, km float64) bool {
	for _, poly := range shape {
		for _, ring := range poly {
			for _, q := range ring {
				if gazetteer.Kilometres(p, q) < km {
					return true
				}
			}
		}
	}
	return false
}

// scattered holds for island states, whose point lies in the sea between them.
func scattered(span float64, shape orb.MultiPolygon, p orb.Point) bool {
	return span < 400 && shape.Bound().Pad(6).Contains(p)
}
