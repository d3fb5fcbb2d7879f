package session

import "dateline/app/story"

// Seen are the articles that were in view, by Document.ID. It is never changed: With gives another.
type Seen map[string]bool

// With is the set with one article more.
func (s Seen) With(article string) Seen {
	out := make(Seen, len(s)+1)
	for id := range s {
		out[id] = true
	}
	out[article] = true
	return out
}

// seenOf is the set of those of ids that are articles of the story; nil where none is.
func seenOf(ids []string, s *story.Story) Seen {
	out := Seen{}
	for _, id := range ids {
		if s.ArticleAt(id) >= 0 {
			out[id] = true
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// Saw notes that an article was in view; one that is not of the story is none.
func (s *Session) Saw(article string) {
	s.change(func(n *State) Change {
		if n.Seen[article] || n.Story.ArticleAt(article) < 0 {
			return 0
		}
		n.Seen = n.Seen.With(article)
		return Read
	})
}
