package formats

import (
	"context"
	"fmt"
	"testing"

	"dateline/app/export"
	"dateline/app/export/internal/sample"
	"dateline/app/story"
)

// tenThousand is 10,000 events and 1,000 quotes in 1,000 articles.
func tenThousand() *story.Story {
	s := sample.Story()
	first, e, q := s.Articles[0], s.Events[0], s.Quotes[0]
	s.Articles, s.Events, s.Quotes = nil, nil, nil
	for i := range 1000 {
		a := *first
		a.ID = fmt.Sprint("d", i)
		s.Articles = append(s.Articles, &a)
		for k := range 10 {
			e.Doc, e.Same, e.Quotes = i, fmt.Sprint("e", i, "-", k), []int{i}
			e.When = story.On(story.NewDay(2024, 1, 1)+story.Day(i+k), 0.9, story.BasisClause)
			s.Events = append(s.Events, e)
		}
		q.Doc, q.Events = i, []int{10 * i}
		s.Quotes = append(s.Quotes, q)
	}
	return s
}

// BenchmarkTenThousand writes 10,000 events in each format for tools, and what a handout makes of them.
func BenchmarkTenThousand(b *testing.B) {
	c := sample.Content(tenThousand())
	for _, f := range All {
		if f.Needs != 0 {
			continue
		}
		b.Run(f.Name, func(b *testing.B) {
			var n count
			for b.Loop() {
				n = 0
				if err := export.Write(context.Background(), &n, f, c); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/1e6, "MB")
		})
	}
}

// count counts what is written.
type count int64

func (n *count) Write(p []byte) (int, error) { *n += count(len(p)); return len(p), nil }
