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
}

// Articles are the articles of the story in their order, then those that were taken out.
func (w Words) Articles(st session.State) []ArticleRow {
	var out []ArticleRow
	found := w.foundIn(st.Story)
	checked := review.CheckedIn(st.Log)
	for d, a := range st.Story.Articles {
		note := review.Note(st.Log, story.Target{Article: a.ID})
		known := join(w.sign(checked, checked.Published(st.Story, d)), w.known(a))
		origin := join(join(w.notRead(a), w.origin(&a.Document)), w.copies(st.Story, d))
		out = append(out, ArticleRow{ID: a.ID, Title: Title(a), Detail: join(join(known, origin), join(found[d], note))})
	}
	for _, r := range takenOut(st) {
		r.Detail = join(r.Detail, w.L("taken out"))
		out = append(out, r)
	}
	return out
}

// foundIn words how many likely events and quotes each article has.
func (w Words) foundIn(s *story.Story) []string {
	events, quotes := make([]int, len(s.Articles)), make([]int, len(s.Articles))
	for i := range s.Events {
		if e := &s.Events[i]; e.IsLikely() {
			events[e.Doc]++
		}
	}
	for i := range s.Quotes {
		if q := &s.Quotes[i]; q.Kind == story.QuoteDirect {
			quotes[q.Doc]++
		}
	}
	out := make([]string, len(s.Articles))
	for d := range out {
		out[d] = join(w.Count(events[d], "event", "events"), w.Count(quotes[d], "quote", "quotes"))
	}
	return out
}

// takenOut are the articles that are open and not in the story.
func takenOut(st session.State) []ArticleRow {
	in := make(map[string]bool, len(st.Story.Articles))
	for _, a := range st.Story.Articles {
		in[a.ID] = true
	}
	var out []ArticleRow
	for i := range st.Documents {
		if d := &st.Documents[i]; !in[d.ID] {
			out = append(out, ArticleRow{ID: d.ID, Title: Title(&story.Article{Document: *d}), Detail: Publisher(d), Out: true})
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
