package ui

import (
	"context"
	"fmt"
	"testing"

	"dateline/app/progress"
	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/kit"
	"dateline/app/ui/timeline"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
)

func TestChips_ShowTheFilterAndTakeItAway(t *testing.T) {
	b := opened(t)
	if b.chips.root.Visible() {
		t.Error("chips without a filter")
	}
	f := story.Filter{Articles: []string{"a"}, Speakers: []story.SpeakerID{"s/Ann Roe"}, Places: []geo.PlaceID{2}, Words: "waited", MinP: 0.5, HideActors: true}
	b.s.SetFilter(f)
	var got []string
	for _, c := range b.chips.chips {
		got = append(got, c.Words())
	}
	want := []string{"Article: Ships leave Port", "Speaker: Ann Roe", "Place: Valley", "Words: waited", "At least 50 % likely", "No rings of who speaks", "Reset"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("chips (-want +got)\n%s", d)
	}
	if !b.chips.root.Visible() || b.chips.root.Size().Height < 10 {
		t.Errorf("the chips are not on the screen: %v", b.chips.root.Size())
	}
	b.chips.chips[1].OnTapped()
	f.Speakers = nil
	if got := b.s.State().Filter; !got.Equal(f) {
		t.Errorf("without the speaker: %+v", got)
	}
	b.s.First()
	b.chips.chips[len(b.chips.chips)-1].OnTapped()
	if s := b.s.State(); s.Narrowed() || b.chips.root.Visible() {
		t.Errorf("after Reset: %+v", s.Filter)
	}
	f = story.Filter{Articles: []string{"a", "b"}}
	if d := cmp.Diff([]string{"b"}, chipsOf(madeUp(), f)[0].without.Articles); d != "" || len(f.Articles) != 2 {
		t.Errorf("one of two: %s, %v", d, f.Articles)
	}
	if chips := chipsOf(madeUp(), story.Filter{Articles: []string{"gone"}, Speakers: []story.SpeakerID{"gone"}, Places: []geo.PlaceID{99}}); len(chips) != 3 {
		t.Errorf("what is not in the story can be taken away too: %v", chips)
	}
}

func TestFilter_OnlyWhatIsSelected(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		ok   func(session.State) bool
	}{
		{"the article that is shown", func(b *bench) { b.s.SelectArticle("b"); menuItem(t, b, "Show", "Only this article").Action() },
			func(s session.State) bool {
				return s.Filter.Equal(story.Filter{Articles: []string{"b"}}) && len(s.View.Events) == 0
			}},
		{"the speaker of the quote", func(b *bench) { b.selectQuote(0); menuItem(t, b, "Show", "Only this speaker").Action() },
			func(s session.State) bool {
				return s.Filter.Equal(story.Filter{Speakers: []story.SpeakerID{"s/Ann Roe"}})
			}},
		{"the place of the event", func(b *bench) {
			b.s.SelectEvent("e1")
			menuItem(t, b, "Show", "Only this place and what lies in it").Action()
		},
			func(s session.State) bool { return s.Filter.Equal(story.Filter{Places: []geo.PlaceID{1}}) }},
		{"nobody selected: that is said", func(b *bench) { b.onlySpeaker(); b.onlyPlace() },
			func(s session.State) bool { return !s.Filter.On() && len(s.Notes) == 2 }},
		{"80 %", func(b *bench) { menuItem(t, b, "Show", "How likely", "At least 80 % likely").Action() },
			func(s session.State) bool { return s.Filter.MinP == 0.8 }},
		{"no quotes, and back", func(b *bench) {
			menuItem(t, b, "Show", "Leave quotes out").Action()
			if !menuItem(t, b, "Show", "Leave quotes out").Checked || len(b.s.State().View.Quotes) != 0 {
				t.Error("quotes stay")
			}
			menuItem(t, b, "Show", "Leave quotes out").Action()
		}, func(s session.State) bool { return !s.Filter.On() }},
	} {
		b := opened(t)
		c.do(b)
		if s := b.s.State(); !c.ok(s) {
			t.Errorf("%s: %+v, notes %v", c.name, s.Filter, s.Notes)
		}
	}
}

func TestFilter_EveryPaneObeys(t *testing.T) {
	b := opened(t)
	b.s.SetFilter(story.Filter{Places: []geo.PlaceID{2}})
	st := b.s.State()
	if b.date.small.Text != "1–4 May 2024 · 1 of 3 events · 1 place · 1 quote" {
		t.Errorf("date card %q", b.date.small.Text)
	}
	if got := b.highlights(st); len(got) != 2 {
		t.Errorf("highlighted %v", got)
	}
	if _, items := lanesOf(st, b.pal.Muted); len(items) != 2 { // the event and the day of publication
		t.Errorf("timeline %+v", items)
	}
	if n := len(eventItems(st, eventRows(st.Story), paperRows(st.Story))); n != 3 {
		t.Errorf("%d rows of events and papers", n)
	}
	b.s.SetFilter(story.Filter{Articles: []string{"b"}})
	st = b.s.State()
	if n := len(eventItems(st, eventRows(st.Story), paperRows(st.Story))); n != 1 {
		t.Errorf("%d rows of one article", n)
	}
}

func TestLanes(t *testing.T) {
	b := opened(t)
	for _, c := range []struct {
		lanes session.Lanes
		f     story.Filter
		want  []string // "row: ids"
	}{
		{session.LanesArticle, story.Filter{}, []string{"Ships leave Port: P0 E0 E1 E2", "Second:"}},
		{session.LanesSpeaker, story.Filter{}, []string{"Ann Roe: E1 Q0", "no speaker: E0 E2", "published: P0"}},
		{session.LanesPlace, story.Filter{}, []string{"Port: E0", "Valley: E1", "not placed: E2", "published: P0"}},
		{session.LanesPlace, story.Filter{Places: []geo.PlaceID{1}}, []string{"Port: E0", "published: P0"}},
		{session.LanesArticle, story.Filter{Articles: []string{"b"}}, []string{"Second:"}},
	} {
		b.s.SetLanes(c.lanes)
		b.s.SetFilter(c.f)
		lanes, items := lanesOf(b.s.State(), b.pal.Muted)
		if d := cmp.Diff(c.want, laneLines(lanes, items)); d != "" {
			t.Errorf("%v %+v: (-want +got)\n%s", c.lanes, c.f, d)
		}
	}
	b.s.Reset()
	b.s.SetLanes(session.LanesSpeaker)
	b.tapItem(quoteID)
	if x := b.s.State(); x.SelectedQuote() != 0 {
		t.Errorf("a quote on the timeline selects it: %+v", x)
	}
}

func laneLines(lanes []timeline.Lane, items []timeline.Item) (out []string) {
	for i, l := range lanes {
		line := l.Title + ":"
		for _, it := range items {
			if it.Lane != i {
				continue
			}
			switch {
			case it.ID >= publicationID:
				line += fmt.Sprint(" P", it.ID-publicationID)
			case it.ID >= quoteID:
				line += fmt.Sprint(" Q", it.ID-quoteID)
			default:
				line += fmt.Sprint(" E", it.ID)
			}
		}
		out = append(out, line)
	}
	return out
}

func TestLanes_TheRestSharesOne(t *testing.T) {
	s := &story.Story{Articles: []*story.Article{{Document: story.Document{Title: "One"}}}}
	for i := 0; i < 40; i++ {
		p := geo.Place{ID: geo.PlaceID(i%20 + 1), Name: fmt.Sprintf("P%02d", i%20)}
		if i >= 20 && i%20 > 10 {
			p = geo.Place{ID: 1, Name: "P00"} // the fullest
		}
		s.Events = append(s.Events, story.Event{When: story.On(story.Day(i), 1, story.BasisClause), Where: &story.Spot{Place: p, P: 1}, P: 1})
	}
	sess := session.New(session.Config{Read: func(context.Context, session.Wish, progress.Report) (session.Result, error) {
		return session.Result{}, nil
	}})
	st := sess.State()
	st.Story, st.Lanes = s, session.LanesPlace
	lanes, items := lanesOf(st, kit.Palettes[0].Muted)
	if len(lanes) != mostLanes || lanes[0].Title != "P00" || lanes[mostLanes-1].Title != "others" {
		t.Errorf("%d rows: %v", len(lanes), lanes)
	}
	n := map[int]int{}
	for _, it := range items {
		n[it.Lane]++
	}
	if n[0] != 11 || n[mostLanes-1] != 9 || len(items) != 40 {
		t.Errorf("items by row %v", n)
	}
}
