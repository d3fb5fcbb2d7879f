package lpf

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schema holds a file against the rules of the format in testdata/schema.json.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	b, err := os.ReadFile("testdata/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("lpf.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("lpf.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, file string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestWrite_TheSample(t *testing.T) {
	got := sample.Written(t, Format, sample.Content(sample.Story()))
	sample.Golden(t, "testdata/sample.json", got)
	if err := valid(t, schema(t), got); err != nil {
		t.Error(err)
	}
}

// TestOddPlacesAreValid: without a country, of a person's own, without a day, with open ends and days long ago.
func TestOddPlacesAreValid(t *testing.T) {
	s := sample.Story()
	long, _ := story.ParseDay("-0043-03-15")
	for i, m := range []story.Moment{{}, {Earliest: story.DayMin, Latest: long, Precision: story.PrecisionDay}, {Earliest: long, Latest: story.DayMax, Precision: story.PrecisionDay, P: 0.95},
		{Earliest: long, Latest: long + 6, Precision: story.PrecisionWeek, P: 0.6}} {
		e := s.Events[0]
		e.Same, e.When, e.Where = string(rune('f'+i)), m, &story.Spot{Place: geo.Place{ID: geo.PlaceID(-7 - i), Name: "\x00A \"name\"", Kind: geo.Kind(i * 4), Point: orb.Point{179.999999, -1}}, Toponym: -1}
		s.Events = append(s.Events, e)
	}
	got := sample.Written(t, Format, sample.Content(s))
	if err := valid(t, schema(t), got); err != nil {
		t.Errorf("%v\n%s", err, got)
	}
	for _, want := range []string{`"latest": "-0043-03-15"`, `"certainty": "certain"`, `"label": "no day is told"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// TestTheSchemaBites: what the format does not allow is found.
func TestTheSchemaBites(t *testing.T) {
	rules := schema(t)
	good := sample.Written(t, Format, sample.Content(sample.Story()))
	for _, x := range [][2]string{{`"2024-05-13"`, `"2024-05-13T00:00:00"`}, {`"Point"`, `"Dot"`}, {`"P"`, `"Q"`}, {`"PT"`, `"Portugal"`}, {`"toponym"`, `"spelling"`}, {`"when"`, `"date"`}} {
		bad := strings.ReplaceAll(good, x[0], x[1])
		if bad == good || !json.Valid([]byte(bad)) {
			t.Fatalf("%s is not in the file", x[0])
		}
		if valid(t, rules, bad) == nil {
			t.Errorf("%s in place of %s is valid", x[1], x[0])
		}
	}
}
