package session

import (
	"context"
	"fmt"
	"testing"

	"dateline/app/progress"
	"dateline/app/story"
)

// TestOpen_ManyArticlesShowTheirMainEventsAtFirst: until the person takes that away.
func TestOpen_ManyArticlesShowTheirMainEventsAtFirst(t *testing.T) {
	b := newBench(t, func(_ context.Context, w Wish, _ progress.Report) (Result, error) {
		docs, s := append([]story.Document{}, w.Open...), &story.Story{}
		for _, a := range w.Add {
			docs = append(docs, story.Document{ID: a.Name})
		}
		for _, d := range docs {
			s.Articles = append(s.Articles, &story.Article{Document: d})
		}
		return Result{Story: s, Documents: docs}, nil
	})
	open := func(do func([]Source), from, n int) int {
		var add []Source
		for i := range n {
			add = append(add, Source{Name: fmt.Sprint("article ", from+i)})
		}
		do(add)
		b.run()
		return b.State().Filter.Main
	}
	if got := open(b.Open, 0, manyArticles); got != 0 {
		t.Errorf("of %d articles the %d main events are shown", manyArticles, got)
	}
	if got := open(b.Open, 100, 1); got != mainEvents {
		t.Errorf("of one more the %d main events are shown", got)
	}
	b.SetFilter(story.Filter{})
	if got := open(b.Open, 200, 1); got != 0 {
		t.Errorf("taken away, and yet the %d main events are shown", got)
	}
	b.SetFilter(story.Filter{Main: mainEvents})
	if got := open(b.OpenSample, 300, 5); got != 0 {
		t.Errorf("of the sample in its place the %d main events are shown", got)
	}
}
