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

// The floors under what is found in the sample story, each article alone with its day of publication given. Figures on
// larger sets are in QUALITY.md; here nothing may get worse unseen.
func TestFloorsOfTheSample(t *testing.T) {
	e := open(t)
	f, err := os.Open(filepath.Join("..", "..", "assets", "samples", "kursk-2025", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var places, times, marked, speakers counts
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var g struct {
			ID, Text, DCT           string
			Places, Timexes, Quotes []goldMark
			IgnorePlaces            [][2]int `json:"ignore_places"`
			Boilerplate             []goldMark
		}
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		d, _ := story.ParseDay(g.DCT)
		in := []Input{{Document: document.Plain(g.Text, g.ID, document.Options{Given: d, HasGiven: true})}}
		if err := e.Alone(context.Background(), in, false, func(_ int, s *story.Story) error {
			a := s.Articles[0]
			cut := offsets(g.Text)
			at := func(m goldMark) story.Span { return story.Span{Start: cut[m.Start], End: cut[m.End]} }
			skip := slices.Clone(g.IgnorePlaces)
			for _, m := range g.Boilerplate {
				skip = append(skip, [2]int{m.Start, m.End})
			}
			dropped := func(sp story.Span) bool {
				return slices.ContainsFunc(skip, func(m [2]int) bool { return story.Span{Start: cut[m[0]], End: cut[m[1]]}.Overlaps(sp) })
			}
			for _, m := range g.Places {
				if m.Literal == nil || !*m.Literal || m.Lat == nil || dropped(at(m)) {
					continue
				}
				places.gold++
				for i := range a.Toponyms {
					p := &a.Toponyms[i]
					if p.Use == story.UseLiteral && p.Placed && p.Span.Overlaps(at(m)) && gazetteer.Kilometres(p.Place.Point, orb.Point{*m.Lon, *m.Lat}) <= 161 {
						places.right++
						break
					}
				}
			}
			for i := range a.Toponyms {
				if p := &a.Toponyms[i]; p.Use == story.UseLiteral && p.Placed && !dropped(p.Span) && a.ZoneAt(p.Span.Start) != story.ZoneBoilerplate {
					places.found++
				}
			}
			for _, m := range g.Timexes {
				times.gold++
				if slices.ContainsFunc(a.Timexes, func(x story.Timex) bool { return x.Span.Overlaps(at(m)) && x.Value == m.Value }) {
					times.right++
				}
			}
			for i := range a.Timexes {
				if !a.Timexes[i].Implied {
					times.found++
				}
			}
			for _, m := range g.Quotes {
				if m.Kind != "direct" {
					continue
				}
				marked.gold++
				for i := range s.Quotes {
					if q := &s.Quotes[i]; q.Kind == story.QuoteDirect && q.Span == at(m) {
						marked.right++
						if m.Speaker == "" {
							continue
						}
						speakers.found++
						if q.Speaker >= 0 && names(m, s.Speakers[q.Speaker].Name, q.By.In(a.Text)) {
							speakers.right++
						}
					}
				}
				if m.Speaker != "" {
					speakers.gold++
				}
			}
			for i := range s.Quotes {
				if s.Quotes[i].Kind == story.QuoteDirect {
					marked.found++
				}
			}
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
		{"literal places on the map", places, 90}, {"values of times", times, 85}, {"words in marks", marked, 95}, {"their speakers", speakers, 90},
	} {
		t.Logf("%s: F1 %.1f %+v", c.what, math.Round(c.got.f1()*10)/10, c.got)
		if c.got.f1() < c.floor {
			t.Errorf("%s: F1 %.1f is below %.0f: %+v", c.what, c.got.f1(), c.floor, c.got)
		}
	}
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
