package engine

import (
	"slices"

	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/geocode"
)

// corrections are those of a log that are in force, made ready to be looked up while a story is told.
type corrections struct {
	published map[string]story.Day          // by Document.ID
	places    map[string][]story.Correction // of names in one article, by Document.ID
	anywhere  []story.Correction            // of names wherever they stand
}

func gatherCorrections(log story.Log) *corrections {
	c := &corrections{}
	for _, x := range log.InForce() {
		switch {
		case x.Kind == story.CorrectPublished:
			if c.published == nil {
				c.published = map[string]story.Day{}
			}
			c.published[x.About.Article] = x.From
		case x.Kind == story.CorrectPlace && x.Scope == story.ScopeStory:
			c.anywhere = append(c.anywhere, x)
		case x.Kind == story.CorrectPlace:
			if c.places == nil {
				c.places = map[string][]story.Correction{}
			}
			c.places[x.About.Article] = append(c.places[x.About.Article], x)
		}
	}
	return c
}

// mentions are the toponyms of a reading to resolve, with those that a person chose the place of marked as certain. The
// later correction holds, and one of a single mention before one of all of the same name.
func (c *corrections) mentions(r *reading.Reading) []geocode.Mention {
	ms := r.Mentions()
	own := c.places[r.Document.ID]
	if len(own) == 0 && len(c.anywhere) == 0 {
		return ms
	}
	all := slices.Concat(c.anywhere, own)
	slices.SortStableFunc(all, func(a, b story.Correction) int { return int(b.Scope) - int(a.Scope) })
	for i := range ms {
		span := r.Places[i].Span
		words := span.In(r.Document.Text)
		for k := range all {
			x := &all[k]
			here := x.About.Article == r.Document.ID && x.About.Span == span
			if x.About.Words == words && (here || x.Scope != story.ScopeOne) {
				ms[i].Fixed = x.Place
			}
		}
	}
	return ms
}
