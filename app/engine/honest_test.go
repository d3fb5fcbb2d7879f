package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"dateline/app/document"
	"dateline/app/story"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// sampleGold is what people read in an article of the sample.
type sampleGold struct {
	ID, Text string
	Days     []string `json:"dct_interval"`
	Timexes  []struct {
		Start    int
		Text     string
		Resolved []string
	}
	Places []struct {
		Start    int
		Name     string
		Lat, Lon float64
		Anchor   []float64
	}
}

// days are the first and the last day of a pair; false for none.
func days(pair []string) (from, to story.Day, ok bool) {
	if len(pair) != 2 {
		return 0, 0, false
	}
	from, _ = story.ParseDay(pair[0])
	to, _ = story.ParseDay(pair[1])
	return from, to, true
}

// undatedSample reads the sample story as one, without the days that its pages state.
func undatedSample(t *testing.T) (*story.Story, []sampleGold) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "assets", "samples", "kursk-2025", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []story.Document
	var gold []sampleGold
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var g sampleGold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		docs, gold = append(docs, document.Plain(g.Text, g.ID, document.Options{})), append(gold, g)
	}
	s, err := open(t).Read(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s, gold
}

// TestSample_WhatIsShownAgreesWithGold: the day of each event and quote that is shown as one day is a day of the gold, of the
// words that tell it, of others of its article or of the publication; and each place on the map is the one that the gold has for that name.
func TestSample_WhatIsShownAgreesWithGold(t *testing.T) {
	s, gold := undatedSample(t)
	single, placed := 0, 0
	day := func(doc int, what string, m story.Moment) {
		a, g := s.Articles[doc], &gold[doc]
		if !m.Dated() || m.Earliest != m.Latest {
			return
		}
		ok, known := false, false
		allow := func(pair []string) {
			if from, to, is := days(pair); is {
				known = true
				ok = ok || m.Earliest >= from && m.Latest <= to
			}
		}
		if start := utf8.RuneCountInString(a.Text[:m.Words.Start]); !m.Words.Empty() {
			for _, x := range g.Timexes {
				if x.Start == start {
					allow(x.Resolved)
				}
			}
		} else {
			allow(g.Days)
			for _, x := range g.Timexes { // it goes on from what another sentence dates
				allow(x.Resolved)
			}
		}
		if known {
			single++
		}
		if known && !ok {
			t.Errorf("%s: %q is shown on %s", a.File, what, m.Earliest)
		}
	}
	v := story.Visible(s, story.Period{}, story.Filter{})
	for _, i := range v.Events {
		e := &s.Events[i]
		a := s.Articles[e.Doc]
		day(e.Doc, e.Span.In(a.Text), e.When)
		if e.Where == nil || e.Where.Toponym < 0 {
			continue
		}
		start := utf8.RuneCountInString(a.Text[:a.Toponyms[e.Where.Toponym].Span.Start])
		for _, x := range gold[e.Doc].Places {
			if x.Start != start || x.Name == "" || len(x.Anchor) != 2 {
				continue
			}
			placed++
			if km := orbgeo.Distance(e.Where.Place.Anchor, orb.Point{x.Anchor[1], x.Anchor[0]}) / 1000; km > 161 {
				t.Errorf("%s: %q is shown at %s, %.0f km from %s", a.File, e.Span.In(a.Text), e.Where.Place.Name, km, x.Name)
			}
		}
	}
	for _, i := range v.Quotes {
		q := &s.Quotes[i]
		day(q.Doc, q.Span.In(s.Articles[q.Doc].Text), q.When)
	}
	t.Logf("%d single days and %d places compared", single, placed)
	if single < 5 || placed < 10 {
		t.Errorf("%d days and %d places compared: the test looks at too little", single, placed)
	}
}

// TestSample_NoSingleDayThatIsNotGolds: an expression of time may be shown as a range, never as one day that the gold does not
// have.
func TestSample_NoSingleDayThatIsNotGolds(t *testing.T) {
	s, gold := undatedSample(t)
	single, ranges := 0, 0
	for i, a := range s.Articles {
		for k := range a.Timexes {
			x := &a.Timexes[k]
			if !x.Moment.Dated() {
				continue
			}
			if x.Moment.Earliest != x.Moment.Latest {
				ranges++
				continue
			}
			start := utf8.RuneCountInString(a.Text[:x.Span.Start])
			for _, g := range gold[i].Timexes {
				if g.Start != start || len(g.Resolved) != 2 {
					continue
				}
				single++
				from, _ := story.ParseDay(g.Resolved[0])
				to, _ := story.ParseDay(g.Resolved[1])
				if x.Moment.Earliest < from || x.Moment.Latest > to {
					t.Errorf("%s: %q is shown as %s, the gold has %v", a.File, g.Text, x.Moment.Earliest, g.Resolved)
				}
			}
		}
	}
	if single == 0 || ranges == 0 {
		t.Errorf("%d days and %d ranges compared: the test looks at nothing", single, ranges)
	}
}
