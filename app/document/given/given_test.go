package given

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/app/document"
	"dateline/app/document/internal/golden"
	"dateline/app/story"
)

var all = document.Formats{Table, JSON, KML, ICS}

func read(t *testing.T, name, in string) []story.Document {
	t.Helper()
	docs, err := all.Bytes(context.Background(), []byte(in), name, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// shown is a row as it came in: "sentence | what | place at | from..to precision clock | status".
func shown(d *story.Document) string {
	var out []string
	for _, g := range d.Given {
		at, when, status := "", "", ""
		if g.HasAt {
			at = fmt.Sprintf(" %v,%v", g.At[1], g.At[0])
		}
		if g.When.Dated() {
			when = g.When.Earliest.String()
			if !g.When.Earliest.Bounded() {
				when = ""
			}
			if g.When.Latest != g.When.Earliest {
				when += ".."
				if g.When.Latest.Bounded() {
					when += g.When.Latest.String()
				}
			}
			when += " " + g.When.Precision.String()
			if g.When.Clock != "" {
				when += " " + g.When.Clock
			}
		}
		if g.Status != story.ModalAsserted {
			status = " | " + g.Status.String()
		}
		out = append(out, g.Span.In(d.Text)+" | "+g.What+" | "+g.Place+at+" | "+when+status)
	}
	return strings.Join(out, "\n")
}

func TestRows(t *testing.T) {
	for _, c := range []struct{ name, file, in, title, want string }{
		{"a table with few columns", "a.csv", "date,place,lat,lon,text\n2024-05-13,Lisbon,38.7,-9.1,Ships left.\n", "a", "Ships left. |  | Lisbon 38.7,-9.1 | 2024-05-13 day"},
		{"a table with semicolons and commas in numbers", "a.csv", "Datum;Ort;lat;lon;Beschreibung\n13.05.2024;Porto;41,15;-8,6;Es regnet.\n", "a", "Es regnet. |  | Porto 41.15,-8.6 | 2024-05-13 day"},
		{"a month and a year", "a.csv", "from,to,sentence\n2024-05,,It rained.\n2024,2025,It snowed.\n", "a", "It rained. |  |  | 2024-05-01..2024-05-31 month\nIt snowed. |  |  | 2024-01-01..2025-12-31 year"},
		{"days in words", "a.csv", "when,event\n12 March 2025,A vote.\nMarch 2025,A talk.\n", "a", "A vote. |  |  | 2025-03-12 day\nA talk. |  |  | "},
		{"the same sentence twice is written once", "a.csv", "date,place,sentence\n2024-05-13,Lisbon,Ships left.\n2024-05-14,Porto,Ships left.\n", "a",
			"Ships left. |  | Lisbon | 2024-05-13 day\nShips left. |  | Porto | 2024-05-14 day"},
		{"what keeps a spreadsheet from calculating is taken off", "a.csv", "date,lat,lon,sentence\n2024-05-13,1,'-2,'=SUM of all\n", "a", "=SUM of all |  |  1,-2 | 2024-05-13 day"},
		{"TimelineJS, as a table", "a.csv", "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\n,,,,,,,,,The war,About it,,title,\n2024,5,13,,2024,5,15,,,Talks,<p>They <b>met</b>.</p>,,,x\n1914,,,,,,,,,War begins,,,,\n", "The war",
			"Talks. They met. | Talks |  | 2024-05-13..2024-05-15 day\nWar begins | War begins |  | 1914-01-01..1914-12-31 year"},
		{"TimelineJS, with numbers in quotation marks", "a.json", `{"title":{"text":{"headline":"The war"}},"events":[{"start_date":{"year":"2024","month":"5","day":"","hour":9},"text":{"headline":"Talks &amp; tea","text":"<p>They met.</p>"},"location":{"name":"Lisbon","lat":"38.7","lon":-9.1}},
			{"start_date":{"year":"-44","month":"3","day":"15"},"text":{"headline":"Murder"}}]}`, "The war", "Talks & tea. They met. | Talks & tea | Lisbon 38.7,-9.1 | 2024-05-01..2024-05-31 month\nMurder | Murder |  | -0043-03-15 day"},
		{"StoryMapJS", "a.json", `{"storymap":{"slides":[{"type":"overview","text":{"headline":"A walk"}},{"date":"12 March 2025","location":{"name":"Lisbon","lat":38.7,"lon":-9.1},"text":{"headline":"Start","text":"<p>We began.</p>"}},{"date":"some day","text":{"headline":"End"}}]}}`, "A walk",
			"Start. We began. | Start | Lisbon 38.7,-9.1 | 2025-03-12 day\nEnd | End |  | "},
		{"GeoJSON of others", "a.geojson", `{"type":"FeatureCollection","name":"Storms","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-9.1,38.7,5]},"properties":{"name":"Storm","description":"It blew.","start":"2024-05-13","end":"2024-05-15"}},
			{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]]]},"properties":{"title":"Rain","time":1715558400000}},{"type":"Feature","geometry":null,"when":{"timespans":[{"start":{"in":"2024"}}]},"properties":{"title":"Snow"}}]}`, "Storms",
			"Storm. It blew. | Storm | -9.1"},
		{"KML of others", "a.kml", `<kml><Document><name>Walks</name><Folder><TimeSpan><begin>2011-01-00</begin></TimeSpan><Placemark><name>Mill</name><Point><coordinates>-9.1,38.7,0</coordinates></Point></Placemark></Folder>
			<Placemark><name>Hill</name><description><![CDATA[<b>High</b> up]]></description><TimeStamp><when>2024-05-13T10:30:00Z</when></TimeStamp></Placemark></Document></kml>`, "Walks",
			"Mill | Mill | Mill 38.7,-9.1 | 2011-01-01.. month\nHill. High up | Hill | Hill | 2024-05-13 day 10:30"},
		{"a calendar of others", "a.ics", "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Talks\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240513\r\nDTEND;VALUE=DATE:20240516\r\nSUMMARY:Round one\r\nDESCRIPTION:They met\\, and\r\n  talked.\r\nGEO:38.7;-9.1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20240601T080000Z\r\nDTEND:20240601T100000Z\r\nSUMMARY:Round two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "Talks",
			"Round one. They met, and talked. | Round one |  38.7,-9.1 | 2024-05-13..2024-05-15 day\nRound two | Round two |  | 2024-06-01 day 08:00"},
	} {
		if strings.HasPrefix(c.name, "GeoJSON") {
			c.want = "Storm. It blew. | Storm |  38.7,-9.1 | 2024-05-13..2024-05-15 day\nRain | Rain |  1,1 | 2024-05-13 day\nSnow | Snow |  | 2024-01-01..2024-12-31 year"
		}
		t.Run(c.name, func(t *testing.T) {
			docs := read(t, c.file, c.in)
			if len(docs) != 1 {
				t.Fatalf("%d articles", len(docs))
			}
			golden.Sound(t, docs[0])
			if got := shown(&docs[0]); got != c.want || docs[0].Title != c.title || len(docs[0].Notes) > 1 {
				t.Errorf("%q, notes %q\n%s\nwant %q\n%s", docs[0].Title, docs[0].Notes, got, c.title, c.want)
			}
		})
	}
}

func TestBadRows(t *testing.T) {
	for _, c := range []struct{ name, file, in, says string }{
		{"metres in place of degrees", "a.csv", "date,lat,lon,text\n2024-05-13,4287000,-512000,x\n", "is no place on Earth"},
		{"a day that is none", "a.csv", "date,text\n31 Juvember,x\n", "is no day that is understood"},
		{"a day that does not exist", "a.json", `{"events":[{"start_date":{"year":2024,"month":2,"day":31},"text":{"headline":"x"}}]}`, "does not exist"},
		{"words for a place's degrees", "a.csv", "date,lat,lon,text\n2024-05-13,north,west,x\n", "write degrees"},
		{"either may be the month", "a.csv", "date,text\n03/04/2025,x\n", "is no day that is understood"},
		{"many", "a.csv", "date,text\n" + strings.Repeat("no,x\n", 30), "25 rows more"},
	} {
		docs := read(t, c.file, c.in)
		if got := strings.Join(docs[0].Notes, " "); !strings.Contains(got, c.says) || len(docs[0].Notes) > 7 {
			t.Errorf("%s: %q", c.name, docs[0].Notes)
		}
	}
	for _, c := range []struct{ name, file, in, says string }{
		{"columns that say nothing", "a.csv", "a,b\n1,2\n", "name them from, to"},
		{"a table without rows", "a.csv", "date,text\n", "it has no events"},
		{"JSON that is cut short", "a.json", `{"type":"FeatureCollection","features":[{"type":"Feat`, "damaged"},
		{"a calendar without entries", "a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "it has no events"},
		{"a map that is cut short at once", "a.kml", "<kml><Document><Placemark>", "damaged"},
		{"a thousand columns too many", "a.csv", strings.Repeat("date,text,", 1000) + "\n", "name them"},
	} {
		_, err := all.Bytes(context.Background(), []byte(c.in), c.file, document.Options{})
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.file) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestNoZoneMovesADay: what is a day in the file is that day on any machine.
func TestNoZoneMovesADay(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	in := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Asia/Tokyo:20240513T003000\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n"
	geo := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"x","time":"2024-05-13T23:59:00-08:00"}}]}`
	for _, hours := range []int{-8, 0, 3, 14} {
		time.Local = time.FixedZone("test", hours*3600)
		for name, f := range map[string]string{"a.ics": in, "a.geojson": geo} {
			d := read(t, name, f)[0]
			if g := d.Given[0]; g.When.Earliest != story.NewDay(2024, 5, 13) || g.When.Latest != g.When.Earliest {
				t.Errorf("UTC%+d, %s: %v", hours, name, g.When)
			}
		}
	}
}

func TestLinear(t *testing.T) {
	for name, unit := range map[string][2]string{"a.csv": {"date,text\n", "2024-05-13,It rained.\n"}, "a.ics": {"BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART:20240513\nSUMMARY:x\nEND:VEVENT\n"},
		"a.kml": {"<kml>", "<Folder><Placemark><name>x</name></Placemark></Folder>"}} {
		done := make(chan bool)
		go func() {
			_, _ = all.Bytes(context.Background(), []byte(unit[0]+strings.Repeat(unit[1], (3<<20)/len(unit[1]))), name, document.Options{})
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatalf("3 MB of %s take longer than 20 s", name)
		}
	}
}

func FuzzTable(f *testing.F) {
	golden.Fuzz(f, Table, "date,text\n2024-05-13,x\n", "Year,Headline\n-1,x\n", "from;to;lat;lon;sentence\n2024;2025;1;2;\"x\n")
}

func FuzzJSON(f *testing.F) {
	golden.Fuzz(f, JSON, `{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[[1,2],[3]]},"properties":{"time":1e20,"title":["x"]}}]}`,
		`{"events":[{"start_date":{"year":"-1","month":13},"text":{"headline":"<p>x"}}],"eras":[{}]}`, `{"storymap":{"slides":[{"date":"until 3 May 2024","text":{"headline":"x"}}]}}`)
}

func FuzzKML(f *testing.F) {
	golden.Fuzz(f, KML, "<kml><Placemark><name>a</name><TimeSpan><begin>-0044</begin><end>x</end></TimeSpan><coordinates>1,2 3</coordinates>", "<kml><Data name=\"sentence\"><value>x</value></Data>", "PK\x03\x04")
}

func FuzzICS(f *testing.F) {
	golden.Fuzz(f, ICS, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240513\nDTEND:1\nGEO:1;2\nDESCRIPTION:a\\n\\,b\nEND:VEVENT", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n y\nEND:VEVENT")
}
