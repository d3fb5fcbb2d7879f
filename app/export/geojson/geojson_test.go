package geojson

import (
	"encoding/json"
	"testing"

	"dateline/app/export/internal/sample"
)

func TestGolden(t *testing.T) {
	c := sample.Content(sample.Story())
	c.Generator = "Dateline test"
	sample.Golden(t, "testdata/sample.geojson", sample.Written(t, Format, c))
}

func TestSaysWhatIsNotKnown(t *testing.T) {
	var c struct {
		Attribution string
		Features    []struct {
			Geometry *struct {
				Type        string
				Coordinates []float64
			}
			When       any
			Properties map[string]any
		}
	}
	if err := json.Unmarshal([]byte(sample.Written(t, Format, sample.Content(sample.Story()))), &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Features) != 3 || c.Attribution == "" {
		t.Fatalf("got %+v", c)
	}
	if f := c.Features[1]; f.Geometry != nil || f.When != nil || f.Properties["start"] != nil {
		t.Errorf("an event without place and day: %+v", f)
	}
	if f := c.Features[2]; f.Geometry.Coordinates[0] != -9.13333 || f.Properties["place_use"] != "actor" {
		t.Errorf("a ring at the capital: %+v", f)
	}
}
