package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
	"dateline/assets"
	"dateline/geo/outline"
	"dateline/geo/tile"
)

func whole(t *testing.T) export.Content {
	t.Helper()
	base, err := tile.Open(assets.Basemap())
	if err != nil {
		t.Fatal(err)
	}
	c := sample.Content(sample.Story())
	c.Map.Tiles, c.Map.Outlines = base, outline.New(base.Archive())
	c.Frame.W, c.Frame.H = 640, 480
	return c
}

// elements counts the elements of a file by name, and fails where it is no XML.
func elements(t *testing.T, s string) map[string]int {
	t.Helper()
	out := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		x, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := x.(xml.StartElement); ok {
			out[e.Name.Local]++
		}
	}
}

func TestTheMapSaysWhatItShows(t *testing.T) {
	got := sample.Written(t, Format, whole(t))
	n := elements(t, got)
	if n["path"] < 4 || n["circle"] < 4 || n["title"] != 2 {
		t.Errorf("elements: %v", n)
	}
	for _, want := range []string{`viewBox="0 0 640 480"`, "<title>Lisbon: 1 event</title>", ">Lisbon</text>", "the day that is told with it", "Arrests",
		"something happened here", "somebody speaks or acts from here", "50 km", "GeoNames", "Days: all dates", "Source: Arrests, a.example, published 14 May 2024, https://www.a.example/1", ">Sample</text>"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	for _, bad := range []string{"<script", "only the country is known", "planned, denied", "href"} {
		if strings.Contains(got, bad) {
			t.Errorf("it says %q", bad)
		}
	}
}

func TestAnEmptyViewIsAMapThatSaysWhy(t *testing.T) {
	c := whole(t)
	c.View = story.Visible(c.Story, story.Between(1, 2), story.Filter{})
	got := sample.Written(t, Format, c)
	if n := elements(t, got); n["path"] < 3 || n["circle"] != 0 || !strings.Contains(got, "Nothing is visible in these days.") {
		t.Errorf("%v", n)
	}
}

func TestLooks(t *testing.T) {
	for _, s := range tile.Styles() {
		c := whole(t)
		c.Style = s
		if got := sample.Written(t, Format, c); !strings.Contains(got, strings.ToLower(draw6(s))) {
			t.Errorf("%s: its water is not in it", s.Name)
		}
	}
}

func draw6(s *tile.Style) string {
	const hex = "0123456789abcdef"
	out := "#"
	for _, b := range []uint8{s.Water.R, s.Water.G, s.Water.B} {
		out += string(hex[b>>4]) + string(hex[b&15])
	}
	return out
}

// TestHeat: what is dense is a picture below the signs, and the legend says what its colours mean; only where it is asked for.
func TestHeat(t *testing.T) {
	c := whole(t)
	c.Heat = true
	got := sample.Written(t, Format, c)
	picture := strings.Index(got, "data:image/png;base64,")
	if n := elements(t, got); n["image"] != 1 || picture < 0 || picture > strings.Index(got, "<title>Lisbon") || !strings.Contains(got, "events close together: 1 to 5 or more") {
		t.Errorf("elements: %v, the picture at %d", n, picture)
	}
	c.Heat = false
	if got := sample.Written(t, Format, c); strings.Contains(got, "<image") || strings.Contains(got, "close together") {
		t.Error("it is there unasked")
	}
}
