package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/placelist"
	"fyne.io/fyne/v2"
)

func rows(items []placelist.Item) string {
	var out []string
	for _, it := range items {
		out = append(out, strings.Join([]string{it.Section, it.Title, it.Right}, "|"))
	}
	return strings.Join(out, "\n")
}

func placeRows(b *bench) []placelist.Item {
	items, _ := placeItems(b.s.State(), b.pal)
	return items
}

func eventRowsShown(b *bench) []placelist.Item {
	st := b.s.State()
	return eventItems(st, eventRows(st.Story), paperRows(st.Story))
}

func TestLists_MirrorMapAndTimeline(t *testing.T) {
	b := opened(t)
	if got, want := rows(placeRows(b)), "On the map|Port|1 event\nOn the map|Seat|1 event\nNot placed|Nobody knows more.|undated"; got != want {
		t.Errorf("places:\n%s\nwant\n%s", got, want)
	}
	if got, want := rows(eventRowsShown(b)), "|Ships left Port on Wednesday.|1 May 2024\n|“We waited,” said Ann Roe in Valley on Saturday.|4 May 2024\n"+
		"Undated|Nobody knows more.|\nPublished|Ships leave Port|4–6 May 2024\nPublished|Second|"; got != want {
		t.Errorf("events:\n%s\nwant\n%s", got, want)
	}
}

func TestLists_EveryMarkAndTickHasItsRow(t *testing.T) {
	b := opened(t)
	st := b.s.State()
	ids := map[int]bool{}
	for _, it := range placeRows(b) {
		if ids[it.ID] {
			t.Errorf("two rows with the id %d", it.ID)
		}
		ids[it.ID] = true
	}
	for _, m := range st.View.Marks {
		if !ids[anchorID(m.At)] {
			t.Errorf("%s is not in the list of places", m.Name())
		}
	}
	if n := len(eventRowsShown(b)); n != len(st.View.Events)+len(st.Story.Articles) {
		t.Errorf("%d rows for %d events", n, len(st.View.Events))
	}
}

func TestLists_ObeyTheView(t *testing.T) {
	b := opened(t)
	d := story.NewDay(2024, 5, 1)
	b.session.SetPeriod(story.Between(d, d))
	if got := rows(placeRows(b)); got != "On the map|Port|1 event" {
		t.Errorf("places of a day: %s", got)
	}
	if got := strings.Split(rows(eventRowsShown(b)), "\n"); len(got) != 3 || got[0] != "|Ships left Port on Wednesday.|1 May 2024" {
		t.Errorf("events of a day: %q", got)
	}
}

func TestLists_SelectAndFollow(t *testing.T) {
	b := opened(t)
	st := b.s.State()
	b.lists.choose(listPlaces)
	b.lists.places.OnTap(anchorID(st.View.Marks[1].At))
	if got := b.s.State().SelectedEvent(); got != 1 {
		t.Errorf("a place selects event %d", got)
	}
	b.lists.places.OnTap(unplacedID - 2)
	if got := b.s.State().SelectedEvent(); got != 2 {
		t.Errorf("an event without a place: %d", got)
	}
	if got := b.lists.places.Selected(); len(got) != 1 || got[0] != unplacedID-2 {
		t.Errorf("marked %v", got)
	}
	b.session.SelectEvent("e1")
	if got := b.lists.places.Selected(); len(got) != 1 || got[0] != anchorID(st.View.Marks[0].At) {
		t.Errorf("the list of places does not follow: %v", got)
	}
	b.lists.choose(listEvents)
	if got := b.lists.events.Selected(); fmt.Sprint(got) != "[0]" {
		t.Errorf("the list of events does not know the selection: %v", got)
	}
	b.lists.events.OnTap(1)
	if b.s.State().SelectedEvent() != 1 {
		t.Error("an event is not selected")
	}
	b.lists.events.OnTap(publicationID + 1)
	if x := b.s.State(); x.SelectedArticle() != 1 || fmt.Sprint(b.lists.events.Selected()) != fmt.Sprint([]int{publicationID + 1}) {
		t.Errorf("a day of publication: %+v", x)
	}
}

func TestLists_ArrowsWalkThem(t *testing.T) {
	b := opened(t)
	b.lists.choose(listEvents)
	l := b.lists.events
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := b.s.State().SelectedEvent(); got != 1 {
		t.Errorf("at event %d", got)
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if got := b.s.State().SelectedEvent(); got != 0 {
		t.Errorf("Left does not step: %d", got)
	}
}

func TestLists_TheChoiceIsKept(t *testing.T) {
	b := opened(t)
	b.lists.choose(listEvents)
	if got := b.cfg.App.Preferences().Int("list"); got != listEvents || b.heads[0].Words() != "WHAT HAPPENS WHEN  3" {
		t.Errorf("kept %d, heading %q", got, b.heads[0].Words())
	}
	if again := newLists(b.Window); again.shown != listEvents {
		t.Error("the next window shows another list")
	}
}
