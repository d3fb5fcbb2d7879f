package bind

import (
	"fmt"
	"time"

	"dateline/app/review"
	"dateline/app/session"
	"dateline/app/story"
)

// ArticleRow is an article in the list of the story's articles.
type ArticleRow struct {
	ID     string
	Title  string
	Detail string
	Out    bool

	found string // how many events and quotes
}

// Articles are the articles of the story in their order, then those that were taken out.
func (w Words) Articles(st session.State) []ArticleRow {
	var out []ArticleRow
	events, quotes := make([]int, len(st.Story.Articles)), make([]int, len(st.Story.Articles))
	for i := range st.Story.Events {
		if e := &st.Story.Events[i]; e.IsLikely() {
			events[e.Doc]++
		}
	}
	for i := range st.Story.Quotes {
		if q := &st.Story.Quotes[i]; q.Kind == story.QuoteDirect {
			quotes[q.Doc]++
		}
	}
	checked := review.CheckedIn(st.Log)
	for d, a := range st.Story.Articles {
		note := review.Note(st.Log, story.Target{Article: a.ID})
		known := join(w.sign(checked, checked.Published(st.Story, d)), w.known(a))
		origin := join(join(w.notRead(a), w.origin(&a.Document)), w.copies(st.Story, d))
		found := join(w.Count(events[d], "event", "events"), w.Count(quotes[d], "quote", "quotes"))
		out = append(out, ArticleRow{ID: a.ID, Title: Title(a), Detail: join(join(known, origin), join(found, note)), found: found})
	}
	for i := range st.Documents {
		d := &st.Documents[i]
		if st.Story.ArticleAt(d.ID) < 0 {
			a := story.Article{Document: *d}
			out = append(out, ArticleRow{ID: d.ID, Title: Title(&a), Detail: join(Publisher(d), w.L("taken out")), Out: true})
		}
	}
	return out
}

// Called is what an open article is called, also one that was taken out; "" where it is not open.
func Called(st session.State, id string) string {
	for i := range st.Documents {
		if d := &st.Documents[i]; d.ID == id {
			return Title(&story.Article{Document: *d})
		}
	}
	return ""
}

// Stamp words a time of a clock: "12 Mar 2025, 14:05".
func (w Words) Stamp(t time.Time) string {
	y, m, d := t.Date()
	return w.shortDay(story.NewDay(y, int(m), d)) + fmt.Sprintf(", %02d:%02d", t.Hour(), t.Minute())
}
