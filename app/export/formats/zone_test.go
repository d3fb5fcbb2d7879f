package formats

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

// moments are days and intervals of days at every corner: new years, leap days, the nights when clocks change, far
// years, open ends, and as many again by chance (from a fixed seed).
func moments() []story.Moment {
	var out []story.Moment
	add := func(a, b story.Day) {
		m := story.Moment{Earliest: a, Latest: b, Precision: story.PrecisionDay, P: 0.9}
		if a != b {
			m.Precision = story.PrecisionWeek
		}
		out = append(out, m)
	}
	for _, s := range []string{"-0043-03-15", "0001-01-01", "1582-10-15", "1752-09-14", "1883-11-18", "1969-12-31", "1970-01-01", "2000-02-29", "2011-12-30",
		"2024-02-29", "2024-12-31", "2025-01-01", "2025-03-09", "2025-03-30", "2025-10-26", "2025-11-02", "9999-12-31"} {
		d, _ := story.ParseDay(s)
		add(d, d)
		add(d-6, d)
	}
	r := rand.New(rand.NewPCG(1, 2))
	lo, hi := story.NewDay(1, 1, 1), story.NewDay(9990, 1, 1)
	for range 200 {
		d := lo + story.Day(r.IntN(int(hi-lo)))
		add(d, d)
		add(d, d+story.Day(r.IntN(400)))
	}
	d := story.NewDay(2024, 8, 1)
	add(story.DayMin, d)
	add(d, story.DayMax)
	return out
}

// A calendar date is no instant: a story written and read back on machines of any zone has the days it had.
func TestDaysNeverMoveWithTheZone(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	all := moments()
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{ID: "d", Text: "x"}}}}
	for i, m := range all {
		s.Events = append(s.Events, story.Event{Same: fmt.Sprint("e", i), What: "vote", When: m, P: 1})
		s.Articles[0].Timexes = append(s.Articles[0].Timexes, story.Timex{Span: story.Span{End: 1}, Value: m.EDTF(), Moment: m})
	}
	var first map[string]string
	for _, hours := range []int{-8, 0, 3, 14} {
		time.Local = time.FixedZone("test", hours*3600)
		zone := fmt.Sprintf("UTC%+d", hours)
		now := map[string]string{}
		for name, read := range readers {
			f, _ := All.Named(name)
			now[name] = sample.Written(t, f, sample.Content(s))
			got, err := read(now[name])
			if err != nil || len(got) != len(all) {
				t.Fatalf("%s, %s: %d of %d read back, %v", zone, name, len(got), len(all), err)
			}
			for i, m := range all {
				a, b := day1(got[i][0], story.DayMin), day1(got[i][1], story.DayMax)
				if a != m.Earliest || b != m.Latest {
					t.Fatalf("%s, %s: %s..%s is read back as %s..%s", zone, name, m.Earliest, m.Latest, a, b)
				}
			}
		}
		for _, m := range all {
			back, ok := story.ParseEDTF(m.EDTF())
			if !ok || back.Earliest != m.Earliest || back.Latest != m.Latest {
				t.Fatalf("%s, EDTF: %s..%s is read back from %s as %s..%s", zone, m.Earliest, m.Latest, m.EDTF(), back.Earliest, back.Latest)
			}
		}
		if first == nil {
			first = now
		}
		if !maps.Equal(now, first) {
			t.Fatalf("%s: another file than in the first zone", zone)
		}
	}
}

// readers read the days of the events back from a file of a format.
var readers = map[string]func(string) ([][2]string, error){"jsonl": readLines, "geojson": readGeo, "csv": readTable, "xlsx": readBook, "sqlite": readSQL}

func day1(s string, open story.Day) story.Day {
	if d, ok := story.ParseDay(s); ok {
		return d
	}
	return open
}

func readLines(s string) (out [][2]string, err error) {
	var l struct {
		Events []struct{ When [2]*string }
	}
	if err := json.Unmarshal([]byte(s), &l); err != nil {
		return nil, err
	}
	for _, e := range l.Events {
		var days [2]string
		for i, d := range e.When {
			if d != nil {
				days[i] = *d
			}
		}
		out = append(out, days)
	}
	return out, nil
}

func readGeo(s string) (out [][2]string, err error) {
	var c struct {
		Features []struct {
			Properties struct{ Start, End string }
		}
	}
	if err := json.Unmarshal([]byte(s), &c); err != nil {
		return nil, err
	}
	for _, f := range c.Features {
		out = append(out, [2]string{f.Properties.Start, f.Properties.End})
	}
	return out, nil
}

func readTable(s string) (out [][2]string, err error) {
	rows, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, r := range rows[1:] {
		out = append(out, [2]string{r[1], r[2]})
	}
	return out, nil
}
