package ui

import (
	"strings"
	"testing"
	"time"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/present"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func presented(t *testing.T) *bench {
	b := opened(t)
	typed(b, fyne.KeyF5)
	if !b.present.on() {
		t.Fatal("F5 does not present")
	}
	return b
}

func TestPresent_TheClickerRunsTheLesson(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		ok   func(*bench, session.State) bool
	}{
		{"F5 begins with the first event", func(*bench) {}, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 0 }},
		{"F5 again goes nowhere", func(b *bench) { typed(b, fyne.KeyF5) }, func(b *bench, s session.State) bool { return s.SelectedEvent() == 0 && b.present.on() }},
		{"Page Down goes on", func(b *bench) { typed(b, fyne.KeyPageDown) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 }},
		{"Page Down at the end stays", func(b *bench) { typed(b, fyne.KeyPageDown); typed(b, fyne.KeyPageDown) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 }},
		{"Page Up goes back", func(b *bench) { typed(b, fyne.KeyPageDown); typed(b, fyne.KeyPageUp) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 0 }},
		{"Space goes on and does not play", func(b *bench) { typed(b, fyne.KeySpace); b.keys.rune(' ') }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 && !s.Playing }},
		{"N goes on", func(b *bench) { b.keys.rune('n') }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 }},
		{"P goes back", func(b *bench) { b.keys.rune('n'); b.keys.rune('p') }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 0 }},
		{"Enter goes on", func(b *bench) { typed(b, fyne.KeyReturn) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 }},
		{"Right and Left", func(b *bench) { typed(b, fyne.KeyRight); typed(b, fyne.KeyLeft) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 0 }},
		{"End", func(b *bench) { typed(b, fyne.KeyEnd) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 1 }},
		{"Home", func(b *bench) { typed(b, fyne.KeyEnd); typed(b, fyne.KeyHome) }, func(_ *bench, s session.State) bool { return s.SelectedEvent() == 0 }},
		{"a full stop blanks", func(b *bench) { b.keys.rune('.') }, func(b *bench, _ session.State) bool { return b.present.screen.Blank() == present.AllBlack }},
		{"W is white", func(b *bench) { b.keys.rune('w') }, func(b *bench, _ session.State) bool { return b.present.screen.Blank() == present.AllWhite }},
		{"A hides nothing: it is no key of the presenter", func(b *bench) { b.keys.rune('a') }, func(_ *bench, s session.State) bool { return s.Period.On }},
		{"Esc returns to the event that was shown", func(b *bench) { typed(b, fyne.KeyPageDown); typed(b, fyne.KeyEscape) },
			func(b *bench, s session.State) bool {
				return !b.present.on() && s.SelectedEvent() == 1 && !b.win.FullScreen() && b.win.MainMenu() != nil && b.win.Content() == b.content
			}},
		{"keys are the window's again afterwards", func(b *bench) { typed(b, fyne.KeyEscape); typed(b, fyne.KeySpace) }, func(_ *bench, s session.State) bool { return s.Playing }},
	} {
		b := presented(t)
		c.do(b)
		if s := b.s.State(); !c.ok(b, s) {
			t.Errorf("%s: selected %+v, period %v, playing %v", c.name, s.Selected, s.Period, s.Playing)
		}
	}
}

func TestPresent_AClickerThatSendsAKeyTwiceStepsOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		keys func(*bench)
		at   int
	}{
		{"Page Down twice at once", func(b *bench) { typed(b, fyne.KeyPageDown); typed(b, fyne.KeyPageDown) }, 1},
		{"N twice at once", func(b *bench) { b.keys.rune('n'); b.keys.rune('n') }, 1},
		{"N twice at once, with its keys", func(b *bench) { typed(b, fyne.KeyN); b.keys.rune('n'); typed(b, fyne.KeyN); b.keys.rune('n') }, 1},
		{"Page Down and Page Up at once", func(b *bench) { typed(b, fyne.KeyPageDown); typed(b, fyne.KeyPageUp) }, 0},
		{"Page Down twice, as fast as a hand", func(b *bench) {
			typed(b, fyne.KeyPageDown)
			b.at = b.at.Add(80 * time.Millisecond)
			typed(b, fyne.KeyPageDown)
		}, 2},
		{"Page Down held", func(b *bench) {
			typed(b, fyne.KeyPageDown)
			b.at = b.at.Add(33 * time.Millisecond)
			typed(b, fyne.KeyPageDown)
		}, 2},
	} {
		b := presented(t)
		steps := 0
		b.present.screen.OnNext, b.present.screen.OnPrevious = func() { steps++ }, func() { steps-- }
		b.clock()
		b.stands = true
		c.keys(b)
		if steps != c.at {
			t.Errorf("%s: %d steps", c.name, steps)
		}
	}
}

func TestPresent_KeysThatAreForOthersDoNothing(t *testing.T) {
	b := presented(t)
	before := b.present.screen.Slide()
	for _, k := range []fyne.KeyName{fyne.KeyUnknown, fyne.KeyF5, fyne.KeyF1 + "x", "VolumeUp", fyne.KeyTab, fyne.KeyF11 + "x", fyne.KeyDelete, fyne.KeyInsert} {
		typed(b, k)
	}
	if !b.present.on() || b.present.screen.Slide() != before || b.present.screen.Blank() != present.NotBlank {
		t.Errorf("presenting %v, %+v", b.present.on(), b.present.screen.Slide())
	}
}

func TestPresent_ThePenIsTakenFromTheMenu(t *testing.T) {
	b := opened(t)
	b.session.SelectEvent("e2")
	b.keys.table.Named("pen").Run()
	if !b.present.on() || !b.present.screen.Pen() || b.s.State().SelectedEvent() != 1 {
		t.Errorf("presenting %v", b.present.on())
	}
}

func TestPresent_FillsTheScreenWithoutMenu(t *testing.T) {
	b := presented(t)
	if !b.win.FullScreen() || b.win.Content() == b.content || b.win.MainMenu() != nil {
		t.Errorf("full screen %v, menu %v", b.win.FullScreen(), b.win.MainMenu())
	}
}

func TestPresent_BeginsWhereItIsAsked(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		want int
	}{
		{"from the first event", func(b *bench) { b.present.FromStart() }, 0},
		{"from the selected one", func(b *bench) { b.session.SelectEvent("e2"); b.present.FromSelected() }, 1},
		{"with nothing selected, from the first", func(b *bench) { b.present.FromSelected() }, 0},
		{"from the beginning though one is selected", func(b *bench) { b.session.SelectEvent("e2"); b.present.FromStart() }, 0},
		{"with nothing selected, from where the slider stands", func(b *bench) {
			d := story.NewDay(2024, 5, 4)
			b.session.SetPeriod(story.Between(d, d))
			b.present.FromSelected()
		}, 1},
		{"from the next event after a slider on no event", func(b *bench) {
			d := story.NewDay(2024, 5, 2)
			b.session.SetPeriod(story.Between(d, d))
			b.present.FromSelected()
		}, 1},
		{"from the last event when the slider is past it", func(b *bench) {
			d := story.NewDay(2024, 6, 2)
			b.session.SetPeriod(story.Between(d, d))
			b.present.FromSelected()
		}, 1},
		{"F5 begins at the first slide, wherever the slider stands", func(b *bench) {
			d := story.NewDay(2024, 5, 4)
			b.session.SetPeriod(story.Between(d, d))
			typed(b, fyne.KeyF5)
		}, 0},
	} {
		b := opened(t)
		c.do(b)
		if s := b.s.State(); !b.present.on() || s.SelectedEvent() != c.want {
			t.Errorf("%s: selected %+v", c.name, s.Selected)
		}
	}
}

func TestPresent_NothingIsOpen(t *testing.T) {
	b := newBench(t)
	typed(b, fyne.KeyF5)
	if b.present.on() || len(b.s.State().Notes) != 1 {
		t.Errorf("presenting %v, notes %v", b.present.on(), b.s.State().Notes)
	}
}

func TestPresent_TheFlagBeginsIt(t *testing.T) {
	b := newBench(t)
	b.wanted = true
	b.files.Sample("s")
	b.until(t, "the presentation", func() bool { return b.present.on() })
	if b.s.State().SelectedEvent() != 0 {
		t.Errorf("selected %+v", b.s.State().Selected)
	}
}

// What is behind the slide is laid out anew when a list gets another name or the story comes in: map and timeline stay on the slide.
func TestPresent_TheWindowBehindTakesNothingBack(t *testing.T) {
	b := presented(t)
	at := func() [4]any {
		m, l := b.maps.mapp, b.time.timeline
		return [4]any{m.Position(), m.Size(), l.Position(), l.Size()}
	}
	b.comeBackFrom(t)
	there := at()
	typed(b, fyne.KeyF5)
	before := at()
	if before == there {
		t.Fatal("map and timeline do not move onto the slide")
	}
	b.frame.relayout()
	b.content.Resize(fyne.NewSize(900, 700))
	if after := at(); after != before {
		t.Errorf("map and timeline are at %v, before %v", after, before)
	}
	b.comeBackFrom(t)
	if back := at(); back != there {
		t.Errorf("after presenting map and timeline are at %v, before %v", back, there)
	}
}

// comeBackFrom ends presenting.
func (b *bench) comeBackFrom(t *testing.T) {
	t.Helper()
	typed(b, fyne.KeyEscape)
	b.until(t, "the end of the presentation", func() bool { return !b.present.on() })
}

func TestPresent_PlacesCanBeHidden(t *testing.T) {
	b := presented(t)
	labels := func() (out []string) {
		for _, m := range b.words.Marks(b.s.State(), b.maps.names.hidden.Load()) {
			out = append(out, m.Label)
		}
		return out
	}
	if strings.Join(labels(), "") == "" {
		t.Fatal("no names from the start")
	}
	b.keys.rune('l')
	if got := strings.Join(labels(), ""); got != "" || b.maps.names.Labels(b.s.State().Viewport.Bound(), 4) != nil || b.maps.names.Cities(b.s.State().Viewport.Bound(), 9) != nil {
		t.Errorf("names %q are still there", got)
	}
	typed(b, fyne.KeyPageDown)
	if strings.Join(labels(), "") == "" || b.s.State().SelectedEvent() != 0 {
		t.Error("the clicker does not reveal first")
	}
	typed(b, fyne.KeyPageDown)
	if strings.Join(labels(), "") != "" {
		t.Error("the next slide shows names")
	}
	typed(b, fyne.KeyEscape)
	if strings.Join(labels(), "") == "" {
		t.Error("the window shows no names afterwards")
	}
}

func TestPresent_NoCardCoversAMark(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 720}, {Width: 1440, Height: 900}, {Width: 1920, Height: 1080}} {
		for _, percent := range []int{100, 200} {
			b := newBench(t)
			b.kept.p.SetInt("textsize", percent)
			b.files.Sample("s")
			b.until(t, "the sample", func() bool { return len(b.s.State().Story.Articles) > 0 })
			b.win.Resize(size)
			typed(b, fyne.KeyF5)
			b.present.screen.Resize(size)
			for {
				for _, m := range b.s.State().View.Marks {
					v := b.maps.mapp.Viewport()
					x, y := v.Project(m.At)
					for _, box := range b.present.screen.Boxes() {
						if r := float32(8); float32(x) > box.At.X-r && float32(x) < box.At.X+box.Size.Width+r && float32(y) > box.At.Y-r && float32(y) < box.At.Y+box.Size.Height+r {
							t.Errorf("%v, %d %%: a card at %v covers %s at %.0f,%.0f", size, percent, box, m.Name(), x, y)
						}
					}
				}
				at := b.s.State().Selected
				if b.present.step(1); b.s.State().Selected == at {
					break
				}
			}
		}
	}
}

func TestPresent_WordsOfASentenceAreOneSlide(t *testing.T) {
	b := presented(t)
	n := 0
	for ; n < 10; n++ {
		before, at := b.present.screen.Slide(), b.s.State().Selected
		typed(b, fyne.KeyPageDown)
		if b.s.State().Selected == at {
			break
		}
		if now := b.present.screen.Slide(); now.Words+now.Event == before.Words+before.Event || now.At != before.At+1 {
			t.Errorf("%+v follows %+v", now, before)
		}
	}
	if n+1 != b.present.screen.Slide().Of {
		t.Errorf("%d slides, and the counter says %d", n+1, b.present.screen.Slide().Of)
	}
}

func TestPresent_FIsASpotlightAsLongAsItIsHeld(t *testing.T) {
	b := presented(t)
	b.present.screen.Resize(fyne.NewSize(1280, 720))
	shown := func() int {
		n := 0
		for _, o := range test.WidgetRenderer(b.present.screen).Objects() {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	before := shown()
	b.keys.hold(fyne.KeyF, true)
	b.keys.rune('f')
	if shown() != before+1 {
		t.Error("F shows no spotlight")
	}
	b.keys.hold(fyne.KeyF, false)
	if shown() != before {
		t.Error("it stays when F goes up")
	}
}

func TestPresent_0GoesBackToTheSlide(t *testing.T) {
	b := presented(t)
	b.present.screen.Resize(fyne.NewSize(1280, 720))
	b.present.fit(false)
	before := b.maps.mapp.Viewport()
	b.maps.mapp.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(700, 200)}, Scrolled: fyne.NewDelta(0, -300)})
	if v := b.maps.mapp.Viewport(); v.Zoom == before.Zoom {
		t.Fatalf("the wheel does not zoom: %+v", v)
	}
	b.keys.rune('0')
	if v := b.maps.mapp.Viewport(); v.Zoom != before.Zoom || v.Center != before.Center {
		t.Errorf("the map is at %+v, not %+v", v, before)
	}
}

// 32 px of 96 to the inch are 24 pt: no text on the class's screen is smaller.
func TestPresent_TypeIsAtLeast24PointsOnAFullHDScreen(t *testing.T) {
	b := presented(t)
	b.present.screen.Resize(fyne.NewSize(1920, 1080))
	b.s.ShowAll()
	n := 0
	for range 3 {
		for _, o := range test.LaidOutObjects(b.present.screen) {
			if c, ok := o.(*canvas.Text); ok && c.Text != "" {
				if n++; c.TextSize < 31.9 {
					t.Errorf("%q is %v px high", c.Text, c.TextSize)
				}
			}
		}
		typed(b, fyne.KeyPageDown)
	}
	if n < 20 {
		t.Errorf("only %d texts are on the screen", n)
	}
}
