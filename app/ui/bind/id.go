package bind

import (
	"strconv"

	"dateline/app/session"
	"dateline/app/story"
	"github.com/paulmach/orb"
)

// Items of panes are named by what they stand for: an event and a quote by their id, an article by its Document.ID, a mark
// by MarkID. So an item keeps its name when the story is told again or the View changes.

// MarkID names the mark at an anchor.
func MarkID(at orb.Point) string {
	b := strconv.AppendFloat(make([]byte, 0, 24), at[0], 'f', -1, 64)
	b = append(b, ' ')
	return string(strconv.AppendFloat(b, at[1], 'f', -1, 64))
}

// Meant is what an item of a pane stands for. One of its fields is set; none where the item is gone.
type Meant struct {
	Event   story.EventID
	Quote   story.QuoteID
	Article string // Document.ID
	Mark    *story.Mark
}

// Means finds what an id stands for in the story and the View that are shown.
func Means(st session.State, id string) Meant {
	switch {
	case st.Story.EventAt(story.EventID(id)) >= 0:
		return Meant{Event: story.EventID(id)}
	case st.Story.QuoteAt(story.QuoteID(id)) >= 0:
		return Meant{Quote: story.QuoteID(id)}
	case st.Story.ArticleAt(id) >= 0:
		return Meant{Article: id}
	}
	for i := range st.View.Marks {
		if m := &st.View.Marks[i]; MarkID(m.At) == id {
			return Meant{Mark: m}
		}
	}
	return Meant{}
}

// SelectedTicks are the ids of what is selected on the timeline.
func SelectedTicks(st session.State) []string {
	var out []string
	if st.SelectedEvent() >= 0 {
		out = append(out, string(st.Selected.Event))
	}
	if st.SelectedQuote() >= 0 {
		out = append(out, string(st.Selected.Quote))
	}
	return out
}

// SelectedQuote is the id of the selected quote; "" where none is.
func SelectedQuote(st session.State) string {
	if st.SelectedQuote() < 0 {
		return ""
	}
	return string(st.Selected.Quote)
}

// SelectedPlaces are the ids of what is selected in the list of places: the mark, else the event that has none.
func SelectedPlaces(st session.State) []string {
	if x := st.Selected; x.Placed {
		for i := range st.View.Marks {
			if st.View.Marks[i].At == x.At {
				return []string{MarkID(x.At)}
			}
		}
	}
	if st.SelectedEvent() >= 0 {
		return []string{string(st.Selected.Event)}
	}
	return nil
}

// SelectedRows are the ids of what is selected in the list of events: the event, or the article's day of publication.
func SelectedRows(st session.State) []string {
	switch {
	case st.SelectedEvent() >= 0:
		return []string{string(st.Selected.Event)}
	case st.SelectedArticle() >= 0 && st.Selected.Sentence.Empty():
		return []string{st.Selected.Article}
	}
	return nil
}

// SelectedMark is where the selected mark stands in View.Marks; -1 where none is, and where the event is only known to be in
// the country of a capital that has events of its own.
func SelectedMark(st session.State) int {
	if x := st.Selected; x.Placed {
		for i := range st.View.Marks {
			if m := &st.View.Marks[i]; m.At == x.At && !beyond(st.Story, st.SelectedEvent(), m) {
				return i
			}
		}
	}
	return -1
}
