package session

import (
	"context"

	"dateline/app/story"
)

// Find searches the story off the UI goroutine and hands what it found to then, on it. Of several searches only the
// last one answers; an empty query answers nothing and ends the one before. A story of hundreds of articles takes longer
// than the UI goroutine has.
func (s *Session) Find(query string, most int, then func(*story.Story, story.Found)) {
	if s.stopFind != nil {
		s.stopFind()
		s.stopFind = nil
	}
	s.finds++
	if len(story.NewWords(query)) == 0 {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stopFind = cancel
	number, st := s.finds, s.state.Story
	go func() {
		defer cancel()
		found := story.Search(ctx, st, query, most)
		s.cfg.Dispatch(func() {
			if number == s.finds && st == s.state.Story {
				then(st, found)
			}
		})
	}()
}
