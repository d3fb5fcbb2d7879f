// Package pubdate says when an article was published: what it states openly, or else what its own words of time and
// the other articles of the story allow, as a best day with an interval and the reasons.
package pubdate

import (
	"dateline/app/reading/timex"
	"dateline/app/reading/token"
	"dateline/app/story"
)

// Find gives the publication date of one article by itself.
func Find(doc *story.Document, t *token.Text, found []timex.Found) story.Publication {
	return story.Publication{From: story.DayMin, To: story.DayMax}
}

// Evidence is what one article tells about publication dates. It is small and holds no pointer into the text.
type Evidence struct {
	Publication story.Publication // of the article by itself
	Names       []string          // the names in it, in lower case, sorted; the caller fills them
}

// Gather gives the Evidence of an article. names are the names in it, in any case and order; they say how near to
// each other two articles are.
func Gather(doc *story.Document, t *token.Text, found []timex.Found, names []string) Evidence {
	return Evidence{Publication: Find(doc, t, found)}
}

// Together gives the publication dates of the articles of one story, in the order given: siblings lend each other
// evidence. An explicit or given date is never changed.
func Together(articles []Evidence) []story.Publication {
	out := make([]story.Publication, len(articles))
	for i := range articles {
		out[i] = articles[i].Publication
	}
	return out
}
