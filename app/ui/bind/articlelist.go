package bind

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"dateline/app/session"
	"dateline/app/story"
)

// ArticleItem is a row of the list of articles: an article, or the heading of a group.
type ArticleItem struct {
	ID      string // Document.ID; of a heading that of GroupID
	Title   string
	Detail  string // when it was published, and by whom
	More    string // what was found in it, and which others give the same text
	Right   string
	Colour  color.NRGBA
	Letter  string // as Lane has it
	Heading bool
	Unread  bool // it was not in view yet
	Faded   bool // the filter leaves it out
	Out     bool // it was taken out of the story
}

// ArticleOrder is how the list of articles is sorted.
type ArticleOrder int

// The orders.
const (
	ByDay ArticleOrder = iota
	ByPublisher
	ByTitle
	ByEvents
	ByUnread
)

// ArticleOrders are the orders in English, as they are chosen.
var ArticleOrders = [...]string{ByDay: "By date", ByPublisher: "By publisher", ByTitle: "By title", ByEvents: "By number of events", ByUnread: "Not yet read first"}

// Articles are the articles of a story as rows of the list. They are made once for a story; sorting and filtering pick from
// them.
type Articles struct {
	words  Words
	story  *story.Story
	groups []story.Group
	of     []int // the group of each article, as GroupOf has it
	rows   []ArticleItem
	keys   []articleKey
	out    []ArticleItem // that were taken out
}

// articleKey is what an article is sorted by.
type articleKey struct {
	title, publisher string
	day              story.Day
	undated          bool
	events           int
}

// ArticleList makes the rows of what is open.
func (w Words) ArticleList(st session.State) *Articles {
	s := st.Story
	l := &Articles{words: w, story: s, groups: Grouped(s)}
	l.of = GroupOf(s, l.groups)
	events := make([]int, len(s.Articles))
	for i := range s.Events {
		if s.Events[i].IsLikely() {
			events[s.Events[i].Doc]++
		}
	}
	found, copies, key := w.foundIn(s), copiesOf(s), w.sorting()
	for d, a := range s.Articles {
		p, by := a.Published, Publisher(&a.Document)
		l.rows = append(l.rows, ArticleItem{ID: a.ID, Title: Title(a), Colour: LaneColour(d), Letter: LaneLetter(d), Detail: join(w.knownDay(p), by),
			More: join(found[d], w.sameAs(s, d, copies[d]))})
		l.keys = append(l.keys, articleKey{key(Title(a)), key(by), p.Best, p.Kind == story.DateUnknown, events[d]})
	}
	for _, r := range takenOut(st) {
		l.out = append(l.out, ArticleItem{ID: r.ID, Title: r.Title, Detail: join(r.Detail, w.L("taken out")), Out: true, Faded: true})
	}
	return l
}

// Of reports whether the rows are those of a story.
func (l *Articles) Of(s *story.Story) bool { return l != nil && l.story == s }

// sortable is a text as it is sought by its first letters: without case and without the signs before its first word.
func sortable(s string) string {
	return strings.ToLower(strings.TrimLeft(s, "“”‘’\"'«»„ "))
}

// knownDay is the day of publication, and how it is known where it is not simply said.
func (w Words) knownDay(p story.Publication) string {
	switch p.Kind {
	case story.DateUnknown:
		return w.L("publication day unknown")
	case story.DateInferred:
		return w.Interval(p.From, p.To) + ", " + w.L("inferred")
	}
	return w.shortDay(p.Best)
}

// sameAs says in short which other articles give the same text; "" where none does.
func (w Words) sameAs(s *story.Story, doc int, copies []int) string {
	if len(copies) < 2 {
		return ""
	}
	other := copies[0]
	if other == doc {
		other = copies[1]
	}
	name := clip(Publisher(&s.Articles[other].Document), 30)
	if n := len(copies) - 2; n > 0 {
		name += " +" + strconv.Itoa(n)
	}
	return w.L("the same as {{.Other}}", map[string]any{"Other": name})
}

// copiesOf are, for each article, those that give its text, itself among them; nil where no other does.
func copiesOf(s *story.Story) [][]int {
	out := make([][]int, len(s.Articles))
	for i := range s.Copies {
		for _, d := range s.Copies[i].Articles {
			out[d] = s.Copies[i].Articles
		}
	}
	return out
}

// groupPrefix begins the ids of headings.
const groupPrefix = "group "

// GroupMeant is the group that a heading of the list stands for; false for an article.
func (l *Articles) GroupMeant(id string) (story.Group, bool) {
	if l == nil {
		return story.Group{}, false
	}
	if first, ok := strings.CutPrefix(id, groupPrefix); ok {
		return l.GroupWith(first)
	}
	return story.Group{}, false
}

// GroupWith is the group that an article is in; false where it stands alone, or all are of one group.
func (l *Articles) GroupWith(article string) (story.Group, bool) {
	if d := l.story.ArticleAt(article); d >= 0 && l.of[d] >= 0 {
		return l.groups[l.of[d]], true
	}
	return story.Group{}, false
}

// In are the rows in an order: the articles under the heading of their group, where there are several groups, then those
// that stand alone, then those that were taken out. Of groups that the filter leaves out only the headings are there. seen
// are the articles that were in view.
func (l *Articles) In(f story.Filter, by ArticleOrder, seen map[string]bool) []ArticleItem {
	parts := make([][]int, len(l.groups)+1)
	for d := range l.rows {
		g := l.of[d]
		if g < 0 {
			g = len(l.groups)
		}
		parts[g] = append(parts[g], d)
	}
	pass := l.passing(f)
	var out []ArticleItem
	for g, part := range parts {
		if len(part) == 0 {
			continue
		}
		if len(l.groups) > 0 {
			out = append(out, l.heading(g, part, f))
			if !slices.ContainsFunc(part, pass) {
				continue
			}
		}
		slices.SortStableFunc(part, func(a, b int) int { return l.compare(a, b, by, seen) })
		for _, d := range part {
			r := l.rows[d]
			r.Unread, r.Faded = !seen[r.ID], !pass(d)
			out = append(out, r)
		}
	}
	return append(out, l.out...)
}

func (l *Articles) passing(f story.Filter) func(doc int) bool {
	if len(f.Articles) == 0 {
		return func(int) bool { return true }
	}
	of := make(map[string]bool, len(f.Articles))
	for _, id := range f.Articles {
		of[id] = true
	}
	return func(d int) bool { return of[l.rows[d].ID] }
}

// heading stands above a group, or above the articles that are in none.
func (l *Articles) heading(g int, part []int, f story.Filter) ArticleItem {
	if g == len(l.groups) {
		return ArticleItem{ID: groupPrefix, Heading: true, Title: l.words.L("Other articles"), Right: l.words.Count(len(part), "article", "articles")}
	}
	r := ArticleItem{ID: groupPrefix + l.rows[l.groups[g].Articles[0]].ID, Heading: true, Title: l.words.GroupName(l.groups[g]),
		Right: l.words.Count(len(part), "article", "articles")}
	if slices.Equal(f.Articles, GroupIDs(l.story, l.groups[g])) {
		r.Right = l.words.L("show all")
	}
	return r
}

func (l *Articles) compare(a, b int, by ArticleOrder, seen map[string]bool) int {
	x, y := &l.keys[a], &l.keys[b]
	first := 0
	switch by {
	case ByPublisher:
		first = cmp.Compare(x.publisher, y.publisher)
	case ByTitle:
		first = cmp.Compare(x.title, y.title)
	case ByEvents:
		first = cmp.Compare(y.events, x.events)
	case ByUnread:
		first = boolean(seen[l.rows[a].ID]) - boolean(seen[l.rows[b].ID])
	}
	return cmp.Or(first, boolean(x.undated)-boolean(y.undated), cmp.Compare(x.day, y.day), cmp.Compare(x.title, y.title))
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Head is the heading of the list: how many articles there are, and how many were not in view yet.
func (l *Articles) Head(seen map[string]bool) string {
	unread := 0
	for i := range l.rows {
		if !seen[l.rows[i].ID] {
			unread++
		}
	}
	if unread == 0 {
		return l.words.upper(l.words.L("Articles")) + "  " + l.words.Number(len(l.rows))
	}
	return l.words.L("{{.N}} of {{.All}} unread", map[string]any{"N": unread, "All": len(l.rows)})
}

// TitleTyped is the row to go to when the beginning of a title is typed: the first that begins so after the current one, from
// the top again where there is none; "" if no title does.
func TitleTyped(rows []ArticleItem, current, typed string) string {
	at := max(slices.IndexFunc(rows, func(r ArticleItem) bool { return r.ID == current }), 0)
	typed = sortable(typed)
	for k := range rows {
		i := (at + k) % len(rows)
		if k == 0 && len(typed) == 1 { // another letter goes on from here
			i = (at + 1) % len(rows)
		}
		if strings.HasPrefix(sortable(rows[i].Title), typed) {
			return rows[i].ID
		}
	}
	return ""
}
