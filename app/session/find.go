package session

import (
	"context"

	"dateline/app/progress"
	"dateline/app/story"
)

// Find searches the story off the UI goroutine and hands what it found to then, on it. Of several searches only the
// last one answers; an empty query answers nothing and ends the one before. A story of hundreds of articles takes longer
// than the UI goroutine has.
func (s *Session) Find(query string, most int, then func(*story.Story, story.Found)) {
	s.stopKind(KindFind)
	if len(story.NewWords(query)) == 0 {
		return
	}
	st := s.state.Story
	s.Start(Work{Kind: KindFind, Fault: "The story could not be searched.",
		Do: func(ctx context.Context, _ progress.Report) (func(), error) {
			found := story.Search(ctx, st, query, most)
			return func() {
				if st == s.state.Story {
					then(st, found)
				}
			}, nil
		}})
}
