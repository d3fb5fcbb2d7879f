package ui

import (
	"testing"

	"dateline/app/story"
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
)

// clocking is a window in which the two clocks of the made-up story are shown.
func clocking(t *testing.T) *bench {
	b := opened(t)
	b.keys.rune('k')
	b.until(t, "the plot", func() bool { return len(b.clocks.made.Rows) > 0 && len(b.q) == 0 })
	return b
}

func TestClocks_StandInPlaceOfThePanesAndLeadToTheSentence(t *testing.T) {
	b := clocking(t)
	if !b.clocks.ClocksOn() || !b.clocks.view.Visible() || b.maps.root.Visible() || !menuItem(t, b, "View", "Two clocks").Checked {
		t.Fatal("the view does not stand in place of the panes")
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.clocks.view.Plot) {
		t.Error("the keyboard is not the plot's")
	}
	b.frame.NextPane(1)
	onTimeline := b.win.Canvas().Focused() == fyne.Focusable(b.time.timeline)
	if b.frame.NextPane(1); !onTimeline || b.win.Canvas().Focused() != fyne.Focusable(b.clocks.view.Plot) {
		t.Errorf("F6 goes to the timeline %v, and then to %T", onTimeline, b.win.Canvas().Focused())
	}
	b.clocks.view.Plot.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if st := b.s.State(); b.clocks.ClocksOn() || !b.maps.root.Visible() || st.SelectedEvent() < 0 || st.Selected.Focus.Empty() {
		t.Errorf("after Enter: open %v, selected %+v", b.clocks.ClocksOn(), b.s.State().Selected)
	}
}

func TestClocks_FollowTheFilterAndGiveWay(t *testing.T) {
	b := clocking(t)
	b.s.SetFilter(story.Filter{HideEvents: true})
	b.until(t, "the empty plot", func() bool { return len(b.clocks.made.Rows) == 0 && len(b.q) == 0 })
	b.s.SetFilter(story.Filter{})
	b.until(t, "the plot again", func() bool { return len(b.clocks.made.Rows) > 0 && len(b.q) == 0 })
	b.clocks.choose(bind.ClockOrder)
	b.until(t, "the other plot", func() bool { return len(b.q) == 0 && !b.s.State().Job.Running() })
	b.keys.rune('m')
	if b.clocks.ClocksOn() || !b.compare.On() {
		t.Error("M does not put the articles in place of the clocks")
	}
	b.keys.rune('k')
	if !b.clocks.ClocksOn() || b.compare.On() || !b.clocks.view.Visible() {
		t.Error("K does not put the clocks in place of the articles")
	}
	b.Leave()
	if b.clocks.ClocksOn() || !b.maps.root.Visible() {
		t.Error("Escape does not close the view")
	}
	b.keys.rune('k')
	b.s.Clear()
	b.until(t, "the view is closed with the story", func() bool { return !b.clocks.ClocksOn() })
}
