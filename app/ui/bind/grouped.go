package bind

import (
	"slices"

	"dateline/app/story"
)

// Grouped are the groups of a story that are told apart: those of at least two articles, where there are several, the
// largest first. A story of one group has none.
func Grouped(s *story.Story) []story.Group {
	var out []story.Group
	for _, g := range s.Groups {
		if len(g.Articles) > 1 {
			out = append(out, g)
		}
	}
	if len(out) < 2 {
		return nil
	}
	slices.SortStableFunc(out, func(a, b story.Group) int { return len(b.Articles) - len(a.Articles) })
	return out
}

// GroupOf is the number of the group of each article in Grouped; -1 for an article that stands alone.
func GroupOf(s *story.Story, groups []story.Group) []int {
	out := make([]int, len(s.Articles))
	for i := range out {
		out[i] = -1
	}
	for g := range groups {
		for _, d := range groups[g].Articles {
			out[d] = g
		}
	}
	return out
}

// GroupName is what a group is called, in the person's language.
func (w Words) GroupName(g story.Group) string {
	if g.Name == "" {
		return w.Count(len(g.Articles), "article", "articles")
	}
	return w.titled(g.Name)
}

// GroupIDs are the articles of a group, as a filter has them.
func GroupIDs(s *story.Story, g story.Group) []string {
	out := make([]string, len(g.Articles))
	for i, d := range g.Articles {
		out[i] = s.Articles[d].ID
	}
	return out
}

// OnlyGroup is the filter that lets one group through; of one that does just that, the filter that lets all through.
func OnlyGroup(s *story.Story, f story.Filter, g story.Group) story.Filter {
	ids := GroupIDs(s, g)
	if slices.Equal(f.Articles, ids) {
		ids = nil
	}
	f.Articles = ids
	return f
}

// publisherOnly is the publisher whose articles a filter narrows the story to; false where it is none.
func publisherOnly(s *story.Story, f story.Filter) (string, bool) {
	if len(f.Articles) < 2 {
		return "", false
	}
	first := s.ArticleAt(f.Articles[0])
	if first < 0 {
		return "", false
	}
	by, ids := Publisher(&s.Articles[first].Document), []string(nil)
	for _, a := range s.Articles {
		if Publisher(&a.Document) == by {
			ids = append(ids, a.ID)
		}
	}
	return by, slices.Equal(ids, f.Articles)
}

// groupOnly is the group that a filter narrows the story to; false where it is none.
func groupOnly(s *story.Story, f story.Filter) (story.Group, bool) {
	if len(f.Articles) > 1 {
		for _, g := range Grouped(s) {
			if len(g.Articles) == len(f.Articles) && slices.Equal(GroupIDs(s, g), f.Articles) {
				return g, true
			}
		}
	}
	return story.Group{}, false
}
