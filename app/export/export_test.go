package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/geo"
	"dateline/geo/viewport"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample is a small story made by hand: an event at a city, one in a country, one nowhere, a quote with a ring.
func sample() *story.Story {
	text := "Żółw: police arrested two men in Lisbon on Monday. =“It is over,” the mayor said."
	span := func(w string) story.Span {
		i := strings.Index(text, w)
		return story.Span{Start: i, End: i + len(w)}
	}
	day := story.NewDay(2024, 5, 13)
	lisbon := geo.Place{ID: 2267057, Name: "Lisbon", Kind: geo.KindCity, Point: orb.Point{-9.1333333, 38.7166666}, Anchor: orb.Point{-9.1333333, 38.7166666}, Country: "PT"}
	portugal := geo.Place{ID: 2264397, Name: "Portugal", Kind: geo.KindCountry, Point: orb.Point{-8, 39.5}, Anchor: lisbon.Point, AnchorName: "Lisbon", Country: "PT"}
	a := &story.Article{
		Document:  story.Document{ID: "d1", File: "a.txt", Title: "Arrests", URL: "https://www.a.example/1", Text: text},
		Published: story.Publication{Kind: story.DateExplicit, Best: day + 1, From: day + 1, To: day + 1, From50: day + 1, To50: day + 1, P: 0.95, Reasons: []story.Reason{story.Why("x.code", "a")}},
		Sentences: []story.Span{{Start: 0, End: 54}, {Start: 55, End: len(text)}},
		Zones:     []story.Zone{{Span: story.Span{Start: 0, End: len(text)}, Kind: story.ZoneBody}},
		Toponyms: []story.Toponym{{Span: span("Lisbon"), Name: "Lisbon", Kind: geo.KindCity, Placed: true, Place: lisbon, P: 0.9, UseP: 0.8, NameP: 0.99,
			Rivals: []story.Candidate{{Place: geo.Place{ID: -5, Name: "Lisbon", Kind: geo.KindCity, Country: "US", Admin1Name: "Ohio"}, P: 0.1}}}},
		Timexes: []story.Timex{{Span: span("Monday"), Value: "2024-05-13", Moment: story.On(day, 0.9, story.BasisNone), P: 0.9}},
		People:  []story.Person{{Name: "Rui Gomes"}},
	}
	return &story.Story{
		Title:    "Sample",
		Articles: []*story.Article{a},
		Speakers: []story.Speaker{{Name: "Rui Gomes", Aliases: []string{"Rui Gomes", "the mayor"}, Role: "mayor", Country: "PT"}},
		Quotes: []story.Quote{{Doc: 0, Span: span("“It is over,”"), Speaker: 0, By: span("the mayor"), Cue: span("said"), P: 0.9,
			When:  story.Moment{Earliest: day, Latest: day + 1, Precision: story.PrecisionDay, Basis: story.BasisPublication, P: 0.6},
			Where: &story.Spot{Place: portugal, Toponym: -1, Actor: true, P: 0.6}, Events: []int{0}}},
		Events: []story.Event{
			{ID: "e1", Doc: 0, Span: span("police arrested two men in Lisbon on Monday"), Sentence: a.Sentences[0], Trigger: span("arrested"), What: "arrest",
				Where: &story.Spot{Place: lisbon, P: 0.9}, When: story.On(day, 0.9, story.BasisClause), Who: []int{0}, Quotes: []int{0}, P: 0.7},
			{ID: "e2", Doc: 0, Span: a.Sentences[0], Sentence: a.Sentences[0], What: "=vote", P: 0.5},
		},
		Claims: []story.Claim{{Event: "e1", Doc: 0, Stance: story.StanceReports, Speaker: 0, Span: a.Sentences[0], P: 0.5}},
	}
}

func all(s *story.Story) story.View { return story.Visible(s, story.Period{}, story.Filter{}) }

func TestGolden(t *testing.T) {
	s := sample()
	var lines, geojson, table bytes.Buffer
	for _, err := range []error{JSONL(&lines, s, LineOptions{WithDoc: true, Credit: true}), GeoJSON(&geojson, s, all(s), Options{Generator: "Dateline test"}), CSV(&table, s, all(s), Options{})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, b := range map[string][]byte{"sample.jsonl": lines.Bytes(), "sample.geojson": geojson.Bytes(), "sample.csv": table.Bytes()} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, b, 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestOffsetsAreCodePoints(t *testing.T) {
	s := sample()
	var b bytes.Buffer
	if err := Line(&b, s, 0, LineOptions{ID: "x"}); err != nil {
		t.Fatal(err)
	}
	var l struct {
		ID     string
		Places []struct {
			Start, End int
			Text       string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &l); err != nil {
		t.Fatal(err)
	}
	r := []rune(s.Articles[0].Text)
	if p := l.Places[0]; l.ID != "x" || string(r[p.Start:p.End]) != p.Text || p.Text != "Lisbon" {
		t.Errorf("got %+v", l)
	}
}

func TestRunes(t *testing.T) {
	text := strings.Repeat("aé漢🙂", 200)
	r := newRunes(text)
	n := 0
	for i := range text {
		if r.at(i) != n {
			t.Fatalf("byte %d: got %d, want %d", i, r.at(i), n)
		}
		n++
	}
	if r.at(len(text)) != n || r.at(len(text)+9) != n || r.at(-1) != 0 {
		t.Error("the ends")
	}
}

func TestGeoJSONSaysWhatIsNotKnown(t *testing.T) {
	s := sample()
	var b bytes.Buffer
	if err := GeoJSON(&b, s, all(s), Options{}); err != nil {
		t.Fatal(err)
	}
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
	if err := json.Unmarshal(b.Bytes(), &c); err != nil {
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

func TestCSVCellsAreNoFormulas(t *testing.T) {
	s := sample()
	var b bytes.Buffer
	if err := CSV(&b, s, all(s), Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%v, %d rows", err, len(rows))
	}
	if rows[2][11] != "'=vote" || rows[1][11] != "arrest" {
		t.Errorf("got %q, %q", rows[1][11], rows[2][11])
	}
}

func TestEmptyStory(t *testing.T) {
	s := &story.Story{}
	for _, f := range []func() error{
		func() error { return JSONL(&bytes.Buffer{}, s, LineOptions{}) },
		func() error { return GeoJSON(&bytes.Buffer{}, s, all(s), Options{}) },
		func() error { return CSV(&bytes.Buffer{}, s, all(s), Options{}) },
	} {
		if err := f(); err != nil {
			t.Error(err)
		}
	}
}

func TestMarksAndFrame(t *testing.T) {
	v := all(sample())
	ms := Marks(v)
	if len(ms) != 1 || !ms[0].Filled || !ms[0].Ring || ms[0].Number != 1 || ms[0].Label != "Lisbon" || ms[0].Country {
		t.Errorf("got %+v", ms)
	}
	p := Fit(v, 800, 600, viewport.Pad{})
	if p.W != 800 || p.Center[0] > -9 || p.Center[0] < -9.3 {
		t.Errorf("got %+v", p)
	}
}

func TestTitleFits(t *testing.T) {
	for in, want := range map[string]string{"Short": "Short", "A title that is far too long for this small picture": "A title that is far too…"} {
		if got := fit(in, 400); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
