package bind

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
)

// mixed is five articles: two of a fire, two of a flood, of which one is a copy, and one that stands alone.
func mixed() session.State {
	day := story.NewDay(2024, 5, 1)
	s := &story.Story{Title: "5 articles", Groups: []story.Group{{Name: "Gosford, May 2024", Articles: []int{0, 3}}, {Name: "Porto, June 2024", Articles: []int{1, 4}}, {Articles: []int{2}}},
		Copies: []story.Group{{Articles: []int{1, 4}}}}
	for i, t := range []string{"Alarm near Gosford", "“Flood” in Porto", "A new bridge", "Fire is out", "Flood again"} {
		a := &story.Article{Document: story.Document{ID: string(rune('a' + i)), File: t + ".txt", Title: t, Publisher: []string{"Wire", "Post", "Post", "Zephyr", "Gazette"}[i]},
			Published: story.Publication{Kind: story.DateExplicit, Best: day + story.Day(9-i)}}
		s.Articles = append(s.Articles, a)
	}
	s.Articles[2].Published = story.Publication{}
	for i := range 6 {
		s.Events = append(s.Events, story.Event{ID: story.EventID(fmt.Sprint("e", i)), Doc: i % 3, P: []float64{0.9, 0.9, 0.9, 0.9, 0.1, 0.1}[i]})
	}
	return session.State{Story: s}
}

func shownArticles(rows []ArticleItem) string {
	var out []string
	for _, r := range rows {
		s := r.Title
		if r.Heading {
			s = "[" + r.Title + ", " + r.Right + "]"
		}
		if r.Unread {
			s += "*"
		}
		if r.Faded {
			s += "-"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestArticleList_IsSortedUnderItsGroups(t *testing.T) {
	st := mixed()
	l := Words{}.ArticleList(st)
	seen := map[string]bool{"a": true}
	for _, c := range []struct {
		name string
		f    story.Filter
		by   ArticleOrder
		want string
	}{
		{"by day, what has none last", story.Filter{}, ByDay, "[Gosford, May 2024, 2 articles] | Fire is out* | Alarm near Gosford | [Porto, June 2024, 2 articles] | Flood again* | “Flood” in Porto* | [Other articles, 1 article] | A new bridge*"},
		{"by title, without its quotation marks", story.Filter{}, ByTitle, "[Gosford, May 2024, 2 articles] | Alarm near Gosford | Fire is out* | [Porto, June 2024, 2 articles] | Flood again* | “Flood” in Porto* | [Other articles, 1 article] | A new bridge*"},
		{"by publisher", story.Filter{}, ByPublisher, "[Gosford, May 2024, 2 articles] | Alarm near Gosford | Fire is out* | [Porto, June 2024, 2 articles] | Flood again* | “Flood” in Porto* | [Other articles, 1 article] | A new bridge*"},
		{"by number of events", story.Filter{}, ByEvents, "[Gosford, May 2024, 2 articles] | Alarm near Gosford | Fire is out* | [Porto, June 2024, 2 articles] | “Flood” in Porto* | Flood again* | [Other articles, 1 article] | A new bridge*"},
		{"unread ones first", story.Filter{}, ByUnread, "[Gosford, May 2024, 2 articles] | Fire is out* | Alarm near Gosford | [Porto, June 2024, 2 articles] | Flood again* | “Flood” in Porto* | [Other articles, 1 article] | A new bridge*"},
		{"of another group only the heading is there", story.Filter{Articles: []string{"a", "d"}}, ByDay, "[Gosford, May 2024, show all] | Fire is out* | Alarm near Gosford | [Porto, June 2024, 2 articles] | [Other articles, 1 article]"},
		{"what the filter leaves out of a group is faded", story.Filter{Articles: []string{"a"}}, ByDay, "[Gosford, May 2024, 2 articles] | Fire is out*- | Alarm near Gosford | [Porto, June 2024, 2 articles] | [Other articles, 1 article]"},
	} {
		if got := shownArticles(l.In(c.f, c.by, seen)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	if got := l.Head(seen); got != "4 of 5 unread" {
		t.Errorf("heading %q", got)
	}
	if r := l.In(story.Filter{}, ByDay, nil)[5]; r.Detail != "9 May 2024 · Post" || r.More != "1 event · 0 quotes · the same as Gazette" {
		t.Errorf("a copy: %q, %q", r.Detail, r.More)
	}
}

func TestArticleList_OfOneGroupHasNoHeadings(t *testing.T) {
	st := mixed()
	st.Story.Groups = []story.Group{{Articles: []int{0, 1, 3, 4}}, {Articles: []int{2}}}
	if got, want := shownArticles(Words{}.ArticleList(st).In(story.Filter{}, ByDay, nil)), "Flood again* | Fire is out* | “Flood” in Porto* | Alarm near Gosford* | A new bridge*"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestGroups_AHeadingNarrowsAndLetsGo(t *testing.T) {
	st := mixed()
	l := Words{}.ArticleList(st)
	g, ok := l.GroupMeant(l.In(story.Filter{}, ByDay, nil)[3].ID)
	if !ok {
		t.Fatal("the heading means no group")
	}
	f := OnlyGroup(st.Story, story.Filter{Main: 10}, g)
	if fmt.Sprint(f.Articles) != "[b e]" || f.Main != 10 {
		t.Errorf("only the group: %+v", f)
	}
	if chips := (Words{}).Chips(st.Story, f); len(chips) != 2 || chips[0].Words != "Group: Porto, June 2024 · 2 articles" || len(chips[0].Without.Articles) != 0 {
		t.Errorf("chips %+v", chips)
	}
	if f = OnlyGroup(st.Story, f, g); len(f.Articles) != 0 {
		t.Errorf("again: %+v", f)
	}
	if chips := (Words{}).Chips(st.Story, story.Filter{Articles: []string{"a", "b", "c", "d", "e"}}); len(chips) != 1 || chips[0].Words != "5 articles" {
		t.Errorf("many articles: %+v", chips)
	}
	if _, ok := l.GroupMeant("b"); ok {
		t.Error("an article is taken for a group")
	}
}

func TestTitleTyped(t *testing.T) {
	rows := []ArticleItem{{ID: "1", Title: "Fire is out"}, {ID: "2", Title: "“Flood” in Porto"}, {ID: "3", Title: "Fire near Gosford"}}
	for _, c := range []struct{ name, current, typed, want string }{
		{"a letter goes to the next title with it", "1", "f", "2"},
		{"after the last the first comes again", "3", "f", "1"},
		{"more letters stay where they fit", "3", "fire", "3"},
		{"quotation marks are not typed", "1", "flo", "2"},
		{"no title begins so", "1", "x", ""},
	} {
		if got := TitleTyped(rows, c.current, c.typed); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := TitleTyped(nil, "", "a"); got != "" {
		t.Errorf("of no rows: %q", got)
	}
}
