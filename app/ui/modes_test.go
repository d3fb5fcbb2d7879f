package ui

import (
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"fyne.io/fyne/v2"
)

func menuItem(t *testing.T, b *bench, path ...string) *fyne.MenuItem {
	t.Helper()
	items := []*fyne.MenuItem{}
	for _, m := range b.win.MainMenu().Items {
		if m.Label == path[0] {
			items = m.Items
		}
	}
	for i, name := range path[1:] {
		var found *fyne.MenuItem
		for _, it := range items {
			if it.Label == name || strings.HasPrefix(it.Label, name+"   (") {
				found = it
			}
		}
		if found == nil {
			t.Fatalf("no menu item %q", path)
		}
		if i == len(path)-2 {
			return found
		}
		items = found.ChildMenu.Items
	}
	return nil
}

func TestWidths_TheOneThatIsChosenIsChecked(t *testing.T) {
	b := opened(t)
	for _, days := range []int{1, 7} {
		b.s.SetWidth(days)
		for _, i := range b.time.widths() {
			if i.Checked != (i.Label == b.time.words.Width(days)) {
				t.Errorf("%q is checked: %v, of %d days", i.Label, i.Checked, days)
			}
		}
	}
}

func TestModes_KeysAndMenus(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		ok   func(session.State) bool
	}{
		{"1 is all", func(b *bench) { b.keys.rune('1') }, func(s session.State) bool { return s.Mode == session.ModeAll }},
		{"2 is a fixed window", func(b *bench) { b.keys.rune('2') }, func(s session.State) bool { return s.Mode == session.ModeFixed }},
		{"3 is a moving window", func(b *bench) { b.keys.rune('3') }, func(s session.State) bool { return s.Mode == session.ModeMoving }},
		{"4 is so far", func(b *bench) { b.keys.rune('4') }, func(s session.State) bool { return s.Mode == session.ModeSoFar }},
		{"5 is step by event", func(b *bench) { b.keys.rune('4'); b.keys.rune('5') }, func(s session.State) bool { return s.Mode == session.ModeStep }},
		{"L goes through the rows", func(b *bench) { b.keys.rune('l'); b.keys.rune('L') }, func(s session.State) bool { return s.Lanes == session.LanesPlace }},
		{"the menu of steps", func(b *bench) { menuItem(t, b, "Time", "Steps", "So far").Action() }, func(s session.State) bool { return s.Mode == session.ModeSoFar }},
		{"the menu of speeds", func(b *bench) { menuItem(t, b, "Time", "Speed", "2×").Action() }, func(s session.State) bool { return s.Speed == session.SpeedFast }},
		{"the menu of loops", func(b *bench) { menuItem(t, b, "Time", "After the last event", "Play back and forth").Action() }, func(s session.State) bool { return s.Loop == session.LoopBounce }},
		{"the menu of rows", func(b *bench) { menuItem(t, b, "Show", "Rows of the timeline", "A row for each speaker").Action() }, func(s session.State) bool { return s.Lanes == session.LanesSpeaker }},
		{"a button opens its menu, and keys are then not the window's", func(b *bench) { b.time.modeMenu(); b.keys.rune('4') }, func(s session.State) bool { return s.Mode == session.ModeStep }},
	} {
		b := opened(t)
		c.do(b)
		if s := b.s.State(); !c.ok(s) {
			t.Errorf("%s: mode %v, speed %v, loop %v, rows %v", c.name, s.Mode, s.Speed, s.Loop, s.Lanes)
		}
	}
}

func TestModes_AreShown(t *testing.T) {
	b := opened(t)
	b.s.SetMode(session.ModeSoFar)
	b.s.SetSpeed(session.SpeedSlow)
	if b.time.mode.Words() != "So far" || b.time.speed.Words() != "0.5×" || !b.time.width.Disabled() {
		t.Errorf("mode %q, speed %q, width disabled %v", b.time.mode.Words(), b.time.speed.Words(), b.time.width.Disabled())
	}
	if !menuItem(t, b, "Time", "Steps", "So far").Checked || menuItem(t, b, "Time", "Steps", "All").Checked || !menuItem(t, b, "Time", "Speed", "0.5×").Checked {
		t.Error("the menu shows another choice")
	}
	b.s.Last()
	d := story.NewDay(2024, 5, 1)
	if b.maps.date.big.Text != "Sat 4 May 2024" || !strings.HasPrefix(b.maps.date.small.Text, "so far · ") {
		t.Errorf("date %q, %q", b.maps.date.big.Text, b.maps.date.small.Text)
	}
	if p := b.time.timeline.Period(); p.From != story.DayMin || p.To != d+3 {
		t.Errorf("the slider has only its end: %v", p)
	}
	b.s.SetMode(session.ModeFixed)
	if b.time.timeline.Step != 3 || b.maps.date.big.Text != "4–6 May 2024" {
		t.Errorf("step %d, date %q", b.time.timeline.Step, b.maps.date.big.Text)
	}
}

func TestModes_TheSliderObeys(t *testing.T) {
	d := story.NewDay(2024, 5, 1)
	for _, c := range []struct {
		name    string
		mode    session.Mode
		drag    story.Period
		want    story.Period
		showing story.Period
	}{
		{"so far keeps the first day", session.ModeSoFar, story.Period{On: true, From: story.DayMin, To: d + 2}, story.Between(d, d+2), story.Period{On: true, From: story.DayMin, To: d + 2}},
		{"a fixed window snaps back", session.ModeFixed, story.Between(d+1, d+3), story.Between(d, d+2), story.Between(d, d+2)},
		{"step by event goes anywhere", session.ModeStep, story.Between(d+1, d+3), story.Between(d+1, d+3), story.Between(d+1, d+3)},
	} {
		b := opened(t)
		b.s.SetMode(c.mode)
		b.time.timeline.SetPeriod(c.drag) // as the widget has it while it is dragged
		b.time.timeline.OnPeriod(c.drag)
		if got := b.s.State().Period; got != c.want || b.time.timeline.Period() != c.showing {
			t.Errorf("%s: %v, slider %v", c.name, got, b.time.timeline.Period())
		}
	}
}

func TestShowingWords(t *testing.T) {
	b := opened(t)
	if b.time.all.Disabled() == false || b.time.hint.Words() == "" || strings.HasPrefix(b.time.hint.Words(), "Showing") {
		t.Errorf("nothing is narrowed: %q, reset off %v", b.time.hint.Words(), b.time.all.Disabled())
	}
	for _, c := range []struct {
		name string
		do   func(*bench)
		want string
	}{
		{"one", func(b *bench) { b.s.First() }, "Event 1 of 3"},
		{"a stretch", func(b *bench) { b.s.SetPeriod(story.Between(0, 1<<20)) }, "Events 1 to 2 of 3"},
		{"none", func(b *bench) { b.s.SetPeriod(story.Between(0, 1)) }, "Showing 0 of 3 events"},
		{"one by a filter", func(b *bench) { b.s.SetFilter(story.Filter{Words: "nobody"}); b.s.SetPeriod(story.Period{}) }, "Event 3 of 3"},
	} {
		c.do(b)
		if b.time.hint.Words() != c.want || b.time.all.Disabled() {
			t.Errorf("%s: %q, reset off %v", c.name, b.time.hint.Words(), b.time.all.Disabled())
		}
	}
	b.time.all.OnTapped()
	if s := b.s.State(); s.Narrowed() {
		t.Errorf("after Reset: %+v, %v", s.Filter, s.Period)
	}
}

// TestHeat_IsSwitchedByKeyAndMenuAndKept: off at first, on the map and checked once it is on, and for the next window.
func TestHeat_IsSwitchedByKeyAndMenuAndKept(t *testing.T) {
	b := opened(t)
	if b.maps.mapp.Heat() != nil || menuItem(t, b, "View", "Density on the map").Checked {
		t.Error("it is on before anybody asked for it")
	}
	b.keys.rune('h')
	shown := b.maps.mapp.Heat()
	if shown == nil || len(shown.Spots) == 0 || !menuItem(t, b, "View", "Density on the map").Checked || !b.kept.p.Bool("heat") {
		t.Fatalf("after H: %+v", shown)
	}
	b.s.SetPeriod(story.Between(1, 2))
	if got := b.maps.mapp.Heat(); got == nil || len(got.Spots) != 0 || got.Most != shown.Most {
		t.Errorf("in a period without events: %+v", got)
	}
	menuItem(t, b, "View", "Density on the map").Action()
	if b.maps.mapp.Heat() != nil || b.kept.p.Bool("heat") {
		t.Error("it stays on")
	}
}

// TestCounts_AreSwitchedByKeyAndKept: few events have no bars until somebody asks; a bar selects its days.
func TestCounts_AreSwitchedByKeyAndKept(t *testing.T) {
	b := opened(t)
	if _, on := b.time.timeline.Counts(); on || menuItem(t, b, "View", "Count of events on the timeline").Checked {
		t.Error("few events are counted unasked")
	}
	b.keys.rune('t')
	bins, on := b.time.timeline.Counts()
	if !on || len(bins) == 0 || !menuItem(t, b, "View", "Count of events on the timeline").Checked || b.kept.p.String("counts") != "on" {
		t.Fatalf("after T: %v, %d bars, kept %q", on, len(bins), b.kept.p.String("counts"))
	}
	days := story.Between(bins[0].From, bins[0].To)
	b.time.timeline.OnBin(days)
	if got := b.s.State().Period; got != days {
		t.Errorf("the period is %v, want %v", got, days)
	}
	if tip := b.time.timeline.TipBin(bins[0]); !strings.Contains(tip, "event") {
		t.Errorf("a bar says %q", tip)
	}
	b.keys.rune('T')
	if _, on := b.time.timeline.Counts(); on || b.kept.p.String("counts") != "off" {
		t.Error("they stay on")
	}
}
