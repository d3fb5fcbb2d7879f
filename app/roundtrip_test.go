package app

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"dateline/app/document"
	informats "dateline/app/document/formats"
	"dateline/app/export"
	outformats "dateline/app/export/formats"
	"dateline/app/story"
	"dateline/geo"
	"github.com/paulmach/orb"
)

// harbourStory is a made-up story of two articles with days at every corner: new years, leap days, nights when clocks change,
// months, years and days that were not told.
func harbourStory() *story.Story {
	s := &story.Story{Title: "Harbour", Articles: []*story.Article{{Document: story.Document{ID: "a", Title: "Ships, and “more”", Publisher: "Example Times", URL: "https://times.example/a"},
		Published: story.Publication{Kind: story.DateExplicit, Best: story.NewDay(2024, 5, 14)}}, {Document: story.Document{ID: "b", Title: "=The mill", Publisher: "Valley Post"}}}}
	add := func(doc int, m story.Moment, where *story.Spot) {
		a, n := s.Articles[doc], len(s.Events)
		if a.Text != "" {
			a.Text += " "
		}
		sentence := fmt.Sprintf("Ship number %d, of <some> & “others”; left.", n)
		span := story.Span{Start: len(a.Text), End: len(a.Text) + len(sentence)}
		a.Text += sentence
		s.Events = append(s.Events, story.Event{ID: story.EventID(fmt.Sprint("e", n)), Same: fmt.Sprint("e", n), Doc: doc, Span: span, Sentence: span, What: fmt.Sprint("leave ", n), When: m, Where: where, P: 1,
			Modality: story.Modality(n % 4)})
	}
	at := func(name string, lon, lat float64) *story.Spot {
		return &story.Spot{Place: geo.Place{ID: -7, Name: name, Kind: geo.KindCity, Point: orb.Point{lon, lat}, Anchor: orb.Point{lon, lat}}, Toponym: -1, P: 1}
	}
	for i, d := range []string{"1969-12-31", "1970-01-01", "2000-02-29", "2011-12-30", "2024-02-29", "2024-12-31", "2025-01-01", "2025-03-09", "2025-03-30", "2025-10-26", "2025-11-02"} {
		day, _ := story.ParseDay(d)
		add(i%2, story.On(day, 1, story.BasisClause), at(fmt.Sprint("Place ", i), float64(i)-5.25, 40-float64(i)*10.5))
		add(i%2, story.Moment{Earliest: day - 6, Latest: day, Precision: story.PrecisionWeek, P: 1}, at("Apia", -171.75, -13.83))
	}
	y, m := story.NewDay(2023, 1, 1), story.NewDay(2024, 2, 1)
	add(0, story.Moment{Earliest: y, Latest: y + 364, Precision: story.PrecisionYear, P: 1}, at("Suva", 178.4, -18.1))
	add(1, story.Moment{Earliest: m, Latest: m + 28, Precision: story.PrecisionMonth, P: 1}, at("Nuuk", -51.7, 64.2))
	return s
}

// TestRoundTrip: what this program wrote comes back with the same days, places and words, on a machine of any zone.
func TestRoundTrip(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	s := harbourStory()
	content := export.Content{Story: s, View: story.Visible(s, story.Period{}, story.Filter{}), Options: export.Options{Title: "Harbour"}}
	for _, hours := range []int{-8, 0, 3, 14} {
		time.Local = time.FixedZone("test", hours*3600)
		for _, name := range []string{"csv", "geojson", "kml", "kmz", "ics", "timelinejs", "timelinejs-csv", "storymapjs"} {
			f, ok := outformats.All.Named(name)
			if !ok {
				t.Fatalf("no format %s", name)
			}
			var b bytes.Buffer
			if err := export.Write(context.Background(), &b, f, content); err != nil {
				t.Fatal(err)
			}
			docs, err := informats.All.Bytes(context.Background(), b.Bytes(), "out"+f.Exts[0], document.Options{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			back := map[string]story.Given{}
			for i := range docs {
				for _, g := range docs[i].Given {
					back[g.Span.In(docs[i].Text)] = g
				}
			}
			shifts, lost := 0, 0
			for i := range s.Events {
				e := &s.Events[i]
				g, ok := back[e.Sentence.In(s.Articles[e.Doc].Text)]
				if !ok {
					lost++
					continue
				}
				if g.When.Earliest != e.When.Earliest || g.When.Latest != e.When.Latest {
					shifts++
					t.Logf("%s: %s..%s comes back as %s..%s", name, e.When.Earliest, e.When.Latest, g.When.Earliest, g.When.Latest)
				}
				if name != "timelinejs-csv" && (!g.HasAt || g.Place != e.Where.Place.Name || g.At != export.Anchor(e.Where.Place)) || g.What == "" {
					t.Errorf("%s: %q at %q %v comes back as %q at %q %v", name, e.What, e.Where.Place.Name, e.Where.Place.Point, g.What, g.Place, g.At)
				}
			}
			if shifts > 0 || lost > 0 || len(back) != len(s.Events) {
				t.Errorf("%s at UTC%+d: %d of %d days have moved, %d events are lost, %d came back", name, hours, shifts, len(s.Events), lost, len(back))
			}
			if (name == "csv" || name == "geojson" || name == "kml") && (len(docs) != 2 || docs[0].Title != s.Articles[0].Title || docs[0].Publisher != "Example Times" || docs[0].URL != "https://times.example/a") {
				t.Errorf("%s: %d articles; the first is %q of %q", name, len(docs), docs[0].Title, docs[0].Publisher)
			}
		}
	}
}

// TestGiven_StandsBesideArticles: events of a table are in the story with their days and places as they are given, and the
// words of the table make no others.
func TestGiven_StandsBesideArticles(t *testing.T) {
	d := newDesk(t)
	table := "from,to,place,lat,lon,sentence,what\n2024-05-13,,Lisbon,38.72,-9.13,The mayor opened the bridge in Paris last week.,opening\n2024-05-14,2024-05-16,Mill Lane,51.5,-1.25,They danced in Rome.,dance\n,,,,,Nobody knows when it rained.,rain\n"
	d.Open(append(pasted("ferry", ferry), pasted("mine.csv", table)...))
	d.rest(t)
	st := d.State().Story
	if len(st.Articles) != 2 {
		t.Fatalf("%d articles, notes %v", len(st.Articles), d.State().Notes)
	}
	var got []string
	same := map[string]bool{}
	for i := range st.Events {
		e := &st.Events[i]
		if e.Doc != 1 {
			continue
		}
		where := ""
		if e.Where != nil {
			where = e.Where.Place.Name + " " + e.Where.Place.Country
		}
		days := ""
		if e.When.Dated() {
			days = e.When.Earliest.String() + ".." + e.When.Latest.String()
		}
		got = append(got, e.What+"|"+where+"|"+days)
		same[e.Same] = true
		if e.P != 1 || !e.IsLikely() || e.Reasons[0].String() != "the file gives it as an event" {
			t.Errorf("%s: %v %v", e.What, e.P, e.Reasons)
		}
	}
	want := []string{"opening|Lisbon PT|2024-05-13..2024-05-13", "dance|Mill Lane |2024-05-14..2024-05-16", "rain||"}
	if fmt.Sprint(got) != fmt.Sprint(want) || len(same) != 3 {
		t.Errorf("got %q, want %q; %d different", got, want, len(same))
	}
	// a person may correct what a file gives
	doc := &st.Articles[1].Document
	g := doc.Given[1]
	c := story.Correction{Kind: story.CorrectWhen, About: story.Target{Article: doc.ID, Span: g.Span, Words: g.Span.In(doc.Text)}, From: story.NewDay(2024, 6, 1), To: story.NewDay(2024, 6, 1)}
	d.Correct(c)
	d.rest(t)
	for i := range d.State().Story.Events {
		if e := &d.State().Story.Events[i]; e.What == "dance" && e.When.Earliest != c.From {
			t.Errorf("corrected: %v", e.When)
		}
	}
}
