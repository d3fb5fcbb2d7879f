package ui

import (
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/geo"
	"github.com/google/go-cmp/cmp"
)

func TestChips_ShowTheFilterAndTakeItAway(t *testing.T) {
	b := opened(t)
	if b.top.chips.root.Visible() {
		t.Error("chips without a filter")
	}
	f := story.Filter{Articles: []string{"a"}, Speakers: []story.SpeakerID{"s/Ann Roe"}, Places: []geo.PlaceID{2}, Words: "waited", MinP: 0.5, HideActors: true}
	b.s.SetFilter(f)
	var got []string
	for _, c := range b.top.chips.chips {
		got = append(got, c.Words())
	}
	want := []string{"Article: Ships leave Port", "Speaker: Ann Roe", "Place: Valley", "Words: waited", "At least 50 % likely", "No rings of who speaks", "Reset"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("chips (-want +got)\n%s", d)
	}
	if !b.top.chips.root.Visible() || b.top.chips.root.Size().Height < 10 {
		t.Errorf("the chips are not on the screen: %v", b.top.chips.root.Size())
	}
	b.top.chips.chips[1].OnTapped()
	f.Speakers = nil
	if got := b.s.State().Filter; !got.Equal(f) {
		t.Errorf("without the speaker: %+v", got)
	}
	b.s.First()
	b.top.chips.chips[len(b.top.chips.chips)-1].OnTapped()
	if s := b.s.State(); s.Narrowed() || b.top.chips.root.Visible() {
		t.Errorf("after Reset: %+v", s.Filter)
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
		{"the speaker of the quote", func(b *bench) {
			b.s.SelectQuote(b.s.State().Story.Quotes[0].ID)
			menuItem(t, b, "Show", "Only this speaker").Action()
		},
			func(s session.State) bool {
				return s.Filter.Equal(story.Filter{Speakers: []story.SpeakerID{"s/Ann Roe"}})
			}},
		{"the place of the event", func(b *bench) {
			b.s.SelectEvent("e1")
			menuItem(t, b, "Show", "Only this place and what lies in it").Action()
		},
			func(s session.State) bool { return s.Filter.Equal(story.Filter{Places: []geo.PlaceID{1}}) }},
		{"nobody selected: that is said", func(b *bench) { b.run("only.speaker"); b.run("only.place") },
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
	if b.maps.date.small.Text != "4 May 2024 · 1 of 3 events · 1 place · 1 quote" {
		t.Errorf("date card %q", b.maps.date.small.Text)
	}
	if _, shown := b.time.timeline.PointOf("e1"); shown {
		t.Error("the timeline shows an event that is filtered out")
	}
	b.lists.Choose(bind.ListEvents)
	if _, _, shown := b.lists.events.Place("e1"); shown {
		t.Error("the list shows it too")
	}
	if _, _, shown := b.lists.events.Place("e2"); !shown {
		t.Error("the list does not show what passes")
	}
}

func TestTimeline_AQuoteSelectsIt(t *testing.T) {
	b := opened(t)
	b.s.SetLanes(session.LanesSpeaker)
	b.time.timeline.OnTapItem(string(b.s.State().Story.Quotes[0].ID))
	if x := b.s.State(); x.SelectedQuote() != 0 {
		t.Errorf("selected %+v", x.Selected)
	}
}
