package ui

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/geo"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"
)

// crowd is a made-up story of n events in 50 articles, at 400 places, over three years.
func crowd(n int) *story.Story {
	s := &story.Story{Title: "Crowd"}
	const perDoc = 50
	docs := min(50, max(1, n/perDoc))
	for d := range docs {
		text := ""
		for len(text) < 6000 {
			text += fmt.Sprintf("On this day in town number %d a thing was said and done. ", len(text))
		}
		a := &story.Article{Document: story.Document{ID: fmt.Sprint(d), Title: fmt.Sprintf("Article %d", d), Text: text}}
		for i := 0; i+57 < len(text); i += 57 {
			a.Sentences = append(a.Sentences, story.Span{Start: i, End: i + 57})
		}
		a.Zones = []story.Zone{{Span: story.Span{Start: 0, End: len(text)}}}
		s.Articles = append(s.Articles, a)
	}
	s.Speakers = []story.Speaker{{Name: "Ann Roe"}, {Name: "Ben Poe"}}
	first := story.NewDay(2022, 1, 1)
	for i := range n {
		doc := i % docs
		a := s.Articles[doc]
		span := a.Sentences[(i/docs)%len(a.Sentences)]
		k := i * 7919 % 400
		p := geo.Place{ID: geo.PlaceID(k + 1), Name: fmt.Sprintf("Town %d", k), Kind: geo.KindCity,
			Anchor: orb.Point{float64(k%20)*2 - 10, float64(k/20)*1.2 + 35}}
		day := first + story.Day(i*1000/n)
		s.Events = append(s.Events, story.Event{ID: story.EventID(fmt.Sprint(i)), Doc: doc, Span: span, Sentence: span, P: 0.9,
			When: story.On(day, 1, story.BasisClause), Where: &story.Spot{Place: p, P: 0.9}})
		if i%5 == 0 {
			s.Quotes = append(s.Quotes, story.Quote{ID: story.QuoteID(fmt.Sprint("q", i)), Doc: doc, Span: span, Speaker: i % 2, When: story.On(day, 1, story.BasisClause),
				Where: &story.Spot{Place: p, Actor: true, P: 0.9}, Events: []int{i}})
		}
	}
	return s
}

// BenchmarkScrub drags a window of three days from end to end, step by step: command, observers and widgets, on the test
// driver. It reports the 95th percentile of a step in ms, and the ms that opening took.
func BenchmarkScrub(b *testing.B) {
	for _, n := range []int{100, 1000, 2000, 10000, 50000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			st := crowd(n)
			queue := make(chan func(), 10000)
			dispatch := func(f func()) {
				select {
				case queue <- f:
				default:
				}
			}
			s := session.New(session.Config{Dispatch: dispatch, Read: func(context.Context, session.Wish, progress.Report) (session.Result, error) {
				return session.Result{Story: st, Documents: []story.Document{{ID: "a"}}}, nil
			}})
			w := New(Config{App: test.NewTempApp(b), Session: s, Dispatch: dispatch, Tiles: plainTiles{}, Now: time.Now,
				Outlines: func(geo.Place, float64) orb.MultiPolygon { return nil }})
			defer w.win.Close()
			s.Open(nil)
			var opening time.Duration
			for len(s.State().Story.Events) == 0 {
				f := <-queue
				begin := time.Now()
				f()
				opening = time.Since(begin)
			}
			var steps []float64
			day := story.NewDay(2022, 1, 1)
			for i := 0; b.Loop(); i++ {
				at := day + story.Day(i*3%1000)
				begin := time.Now()
				w.time.timeline.OnPeriod(story.Between(at-1, at+1))
				steps = append(steps, float64(time.Since(begin).Microseconds())/1000)
			drain:
				for {
					select {
					case f := <-queue:
						f()
					default:
						break drain
					}
				}
			}
			slices.Sort(steps)
			b.ReportMetric(steps[len(steps)*95/100], "p95-ms")
			b.ReportMetric(float64(opening.Microseconds())/1000, "open-ms")
		})
	}
}
