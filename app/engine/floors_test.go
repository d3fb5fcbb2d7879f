package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/story"
	"dateline/geo/gazetteer"
	"github.com/paulmach/orb"
)

// goldMark is one annotation of a gold file, whatever it marks. Offsets are code points.
type goldMark struct {
	Start, End     int
	Literal        *bool
	Lat, Lon       *float64
	Value          string
	Kind           string
	Speaker        string
	SpeakerName    string   `json:"speaker_name"`
	SpeakerAliases []string `json:"speaker_aliases"`
}

// counts are right ones among those found and those to be found.
type counts struct{ right, found, gold int }

func (c counts) f1() float64 {
	if c.found+c.gold == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(c.found+c.gold)
}

// floorsGold is an article of the sample's gold file, as far as the floors go.
type floorsGold struct {
	ID, Text, DCT           string
	Places, Timexes, Quotes []goldMark
	IgnorePlaces            [][2]int `json:"ignore_places"`
	Boilerplate             []goldMark
}

// The floors under what is found in the sample story, each article alone with its day of publication given: one point
// under the figures of QUALITY.md. Figures on larger sets are there too; here nothing may get worse unseen.
func TestFloorsOfTheSample(t *testing.T) {
	t.Run("kursk-2025", func(t *testing.T) {
		holdFloors(t, "kursk-2025", sampleFloors{places: 93.5, times: 87.9, marked: 99, speakers: 93.1})
	})
	t.Run("arda-2024", func(t *testing.T) {
		holdFloors(t, "arda-2024", sampleFloors{places: 90.6, times: 86.9, marked: 99, speakers: 99})
	})
}

// sampleFloors are the least F1 of what is counted in sampleCounts.
type sampleFloors struct{ places, times, marked, speakers float64 }

func holdFloors(t *testing.T, name string, least sampleFloors) {
	e := open(t)
	f, err := os.Open(filepath.Join("..", "..", "assets", "samples", name, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var sum sampleCounts
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var g floorsGold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		d, _ := story.ParseDay(g.DCT)
		in := []Input{{Document: document.Plain(g.Text, g.ID, document.Options{Given: d, HasGiven: true})}}
		if err := e.Alone(context.Background(), in, false, func(_ int, s *story.Story) error {
			at := spansOf(g.Text)
			sum.addPlaces(&g, s.Articles[0], at)
			sum.addTimes(&g, s.Articles[0], at)
			sum.addQuotes(&g, s, at)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		what  string
		got   counts
		floor float64
	}{
		{"literal places on the map", sum.places, least.places}, {"values of times", sum.times, least.times}, {"words in marks", sum.marked, least.marked},
		{"their speakers", sum.speakers, least.speakers},
	} {
		t.Logf("%s: F1 %.1f %+v", c.what, math.Round(c.got.f1()*10)/10, c.got)
		if c.got.f1() < c.floor {
			t.Errorf("%s: F1 %.1f is below %.1f: %+v", c.what, c.got.f1(), c.floor, c.got)
		}
	}
}

// sampleCounts are the counts of all articles.
type sampleCounts struct{ places, times, marked, speakers counts }

// addPlaces counts the literal places with a point, outside what the gold tells to ignore.
func (sum *sampleCounts) addPlaces(g *floorsGold, a *story.Article, at func(goldMark) story.Span) {
	var skip []story.Span
	for _, m := range g.IgnorePlaces {
		skip = append(skip, at(goldMark{Start: m[0], End: m[1]}))
	}
	for _, m := range g.Boilerplate {
		skip = append(skip, at(m))
	}
	dropped := func(sp story.Span) bool { return slices.ContainsFunc(skip, sp.Overlaps) }
	for _, m := range g.Places {
		if m.Literal == nil || !*m.Literal || m.Lat == nil || dropped(at(m)) {
			continue
		}
		sum.places.gold++
		if slices.ContainsFunc(a.Toponyms, func(p story.Toponym) bool {
			return p.Use == story.UseLiteral && p.Placed && p.Span.Overlaps(at(m)) && gazetteer.Kilometres(p.Place.Point, orb.Point{*m.Lon, *m.Lat}) <= 161
		}) {
			sum.places.right++
		}
	}
	for i := range a.Toponyms {
		if p := &a.Toponyms[i]; p.Use == story.UseLiteral && p.Placed && !dropped(p.Span) && a.ZoneAt(p.Span.Start) != story.ZoneBoilerplate {
			sum.places.found++
		}
	}
}

// addTimes counts the values of times.
func (sum *sampleCounts) addTimes(g *floorsGold, a *story.Article, at func(goldMark) story.Span) {
	for _, m := range g.Timexes {
		sum.times.gold++
		if slices.ContainsFunc(a.Timexes, func(x story.Timex) bool { return x.Span.Overlaps(at(m)) && x.Value == m.Value }) {
			sum.times.right++
		}
	}
	for i := range a.Timexes {
		if !a.Timexes[i].Implied {
			sum.times.found++
		}
	}
}

// addQuotes counts words in marks, and whose they are.
func (sum *sampleCounts) addQuotes(g *floorsGold, s *story.Story, at func(goldMark) story.Span) {
	text := s.Articles[0].Text
	for _, m := range g.Quotes {
		if m.Kind != "direct" {
			continue
		}
		sum.marked.gold++
		if m.Speaker != "" {
			sum.speakers.gold++
		}
		for i := range s.Quotes {
			q := &s.Quotes[i]
			if q.Kind != story.QuoteDirect || q.Span != at(m) {
				continue
			}
			sum.marked.right++
			if m.Speaker == "" {
				continue
			}
			sum.speakers.found++
			if q.Speaker >= 0 && names(m, s.Speakers[q.Speaker].Name, q.By.In(text)) {
				sum.speakers.right++
			}
		}
	}
	for i := range s.Quotes {
		if s.Quotes[i].Kind == story.QuoteDirect {
			sum.marked.found++
		}
	}
}

// spansOf turns a mark, in code points of a text, into its span.
func spansOf(text string) func(goldMark) story.Span {
	cut := offsets(text)
	return func(m goldMark) story.Span { return story.Span{Start: cut[m.Start], End: cut[m.End]} }
}

// names reports whether what was found is one of the forms that the gold accepts for the speaker.
func names(m goldMark, found, as string) bool {
	for _, n := range append([]string{m.Speaker, m.SpeakerName}, m.SpeakerAliases...) {
		if n != "" && (strings.EqualFold(n, found) || strings.EqualFold(n, as)) {
			return true
		}
	}
	return false
}

// offsets gives the byte of each code point, and the length.
func offsets(s string) []int {
	out := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
