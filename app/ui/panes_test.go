package ui

import (
	"fmt"
	"testing"
	"time"

	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func sized(t *testing.T, w, h float32) *bench {
	b := opened(t)
	b.win.Resize(fyne.NewSize(w, h))
	return b
}

// widths are those of lists, map and article; 0 is hidden.
func (b *bench) widths() [3]int {
	var out [3]int
	for i, o := range []fyne.CanvasObject{b.frame.lists, b.frame.mapp, b.frame.article} {
		if o.Visible() {
			out[i] = int(o.Size().Width + 0.5)
		}
	}
	return out
}

func TestPanes_ArrangementsAndTabs(t *testing.T) {
	for _, c := range []struct {
		name          string
		w, h          float32
		do            func(*bench)
		list, m, text bool
	}{
		{"all", 1440, 900, func(*bench) {}, true, true, true},
		{"map and timeline", 1440, 900, func(b *bench) { b.arrange(mapTimeline) }, false, true, false},
		{"map and article", 1440, 900, func(b *bench) { b.arrange(mapArticle) }, false, true, true},
		{"a narrow window has tabs", 850, 700, func(*bench) {}, false, true, false},
		{"the tab of the article", 850, 700, func(b *bench) { b.frame.setTab(tabArticle) }, false, false, true},
		{"the tab of a list", 400, 700, func(b *bench) { b.frame.pickTab(2) }, true, false, false},
		{"large text has tabs", 1366, 768, func(b *bench) {
			for range kit.TextSizes {
				b.stepText(1)
			}
		}, false, true, false},
		{"large text with the map alone has none", 1366, 768, func(b *bench) {
			b.arrange(mapTimeline)
			for range kit.TextSizes {
				b.stepText(1)
			}
		}, false, true, false},
	} {
		b := sized(t, c.w, c.h)
		c.do(b)
		got := b.widths()
		if (got[0] > 0) != c.list || (got[1] > 0) != c.m || (got[2] > 0) != c.text {
			t.Errorf("%s: widths %v", c.name, got)
		}
		if b.frame.narrow != b.frame.tabBar.Visible() {
			t.Errorf("%s: narrow %v, tabs %v", c.name, b.frame.narrow, b.frame.tabBar.Visible())
		}
		if !b.frame.bottom.root.Visible() || b.frame.bottom.root.Size().Height < 45 {
			t.Errorf("%s: the timeline's buttons are %v high", c.name, b.frame.bottom.root.Size().Height)
		}
	}
}

func TestPanes_LinesAreDragged(t *testing.T) {
	b := sized(t, 1440, 900)
	before := b.widths()
	b.frame.leftLine.moved(60)
	b.frame.rightLine.moved(-40)
	after := b.widths()
	if after[0] != before[0]+60 || after[2] != before[2]+40 || after[1] != before[1]-100 {
		t.Errorf("widths %v, then %v", before, after)
	}
	low := b.frame.bottom.root.Size().Height
	b.frame.low.moved(-50)
	if got := b.frame.bottom.root.Size().Height; got < low+49 || got > low+51 {
		t.Errorf("the timeline was %v high and is %v", low, got)
	}
	b.frame.leftLine.moved(-5000)
	b.frame.rightLine.moved(-5000)
	b.frame.low.moved(-5000)
	for i, w := range b.widths() {
		if w < 200 {
			t.Errorf("pane %d is %d wide", i, w)
		}
	}
	if h := b.frame.mapp.Size().Height; h < 80 {
		t.Errorf("the map is %v high", h)
	}
	b.frame.leftLine.DoubleTapped(nil)
	b.frame.rightLine.DoubleTapped(nil)
	if got := b.widths(); got != before {
		t.Errorf("a double click gives %v, not %v", got, before)
	}
	b.frame.leftLine.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := b.widths(); got[0] != before[0]+24 {
		t.Errorf("the arrow gives %v", got)
	}
}

func TestPanes_TheChoiceIsKept(t *testing.T) {
	b := sized(t, 1440, 900)
	b.frame.leftLine.moved(60)
	b.swapPanes()
	b.arrange(mapArticle)
	again := newFrame(b.Window, b.frame.lists, b.frame.mapp, b.frame.article, b.frame.bottom)
	if again.arrangement != mapArticle || !again.swapped || again.right != b.frame.right || again.right == 0 {
		t.Errorf("%+v", again)
	}
	if !b.checked("Map and article") || b.checked("All panes") || !b.checked("Article on the left") {
		t.Error("the menu does not show it")
	}
}

func TestPanes_NothingOverlaps(t *testing.T) {
	b := opened(t)
	for _, size := range [][2]float32{{1920, 1080}, {1440, 900}, {1366, 768}, {1000, 700}, {850, 700}, {400, 700}} {
		for _, percent := range []int{80, 100, 150, 250} {
			if percent == 250 && size[0] < 1000 {
				continue
			}
			b.win.Resize(fyne.NewSize(size[0], size[1]))
			b.cfg.App.Preferences().SetInt("textsize", percent)
			b.usePalette("light")
			name := fmt.Sprintf("%vx%v at %d %%", size[0], size[1], percent)
			var shown []fyne.CanvasObject
			for _, o := range []fyne.CanvasObject{b.frame.tabBar, b.frame.lists, b.frame.mapp, b.frame.article, b.frame.bottom.root} {
				if o.Visible() {
					shown = append(shown, o)
				}
			}
			apart(t, name, b.frame.root.Size(), shown)
			for _, bar := range []*fyne.Container{b.frame.bottom.bar} {
				shown = shown[:0]
				for _, o := range bar.Objects {
					if o.Visible() {
						shown = append(shown, o)
					}
				}
				apart(t, name+", buttons", bar.Size(), shown)
			}
			shown = shown[:0]
			for _, c := range b.controls {
				if c.Visible() && c.Position().Y < 20 && c.Size().Width > c.MinSize().Width+40 {
					t.Errorf("%s: %q is %v wide", name, c.Words(), c.Size())
				}
			}
			if b.frame.mapp.Visible() && b.date.Size().Width > b.mapp.Size().Width {
				t.Errorf("%s: the date is wider than the map", name)
			}
		}
	}
}

func apart(t *testing.T, name string, in fyne.Size, o []fyne.CanvasObject) {
	t.Helper()
	for i, a := range o {
		p, s := a.Position(), a.Size()
		if p.X < -0.5 || p.Y < -0.5 || p.X+s.Width > in.Width+1 || p.Y+s.Height > in.Height+1 {
			t.Errorf("%s: %T at %v of %v stands out of %v", name, a, p, s, in)
		}
		for _, b := range o[:i] {
			q, r := b.Position(), b.Size()
			if p.X < q.X+r.Width-0.5 && q.X < p.X+s.Width-0.5 && p.Y < q.Y+r.Height-0.5 && q.Y < p.Y+s.Height-0.5 {
				t.Errorf("%s: %T at %v of %v and %T at %v of %v overlap", name, a, p, s, b, q, r)
			}
		}
	}
}

func TestText_GrowsAndIsKept(t *testing.T) {
	b := sized(t, 1440, 900)
	b.stepText(1)
	if b.pal.TextSize < 15.3 || b.pal.TextSize > 15.5 || b.textPercent() != 110 {
		t.Errorf("one step gives %v, %d %%", b.pal.TextSize, b.textPercent())
	}
	for range 20 {
		b.stepText(1)
	}
	if b.textPercent() != 250 || b.pal.TextSize != 35 {
		t.Errorf("the most is %d %%, %v", b.textPercent(), b.pal.TextSize)
	}
	b.setTheme("dark")
	if b.pal.TextSize != 35 {
		t.Error("another theme forgets it")
	}
	for range 20 {
		b.stepText(-1)
	}
	if b.textPercent() != 80 {
		t.Errorf("the least is %d %%", b.textPercent())
	}
	b.stepText(0)
	if b.textPercent() != 100 || b.pal.TextSize != 14 {
		t.Errorf("normal is %d %%", b.textPercent())
	}
}

func TestFocus_TabGoesThroughAll(t *testing.T) {
	b := sized(t, 1440, 900)
	seen := map[fyne.Focusable]bool{}
	c := b.win.Canvas()
	for range 60 {
		c.(interface{ FocusNext() }).FocusNext()
		if f := c.Focused(); f != nil {
			seen[f] = true
		}
	}
	for name, f := range map[string]fyne.Focusable{"quotes": b.quotes, "map": b.mapp, "article": b.text, "timeline": b.timeline,
		"switch": b.lists.choice, "present": b.presentation, "play": b.play, "left line": b.frame.leftLine, "line above the timeline": b.frame.low} {
		if !seen[f] {
			t.Errorf("Tab never comes to %s", name)
		}
	}
}

func TestFocus_F6GoesThroughThePanes(t *testing.T) {
	b := sized(t, 1440, 900)
	for i, want := range []fyne.Focusable{b.quotes, b.mapp, b.text, b.timeline, b.quotes} {
		typed(b, fyne.KeyF6)
		if got := b.win.Canvas().Focused(); got != want {
			t.Errorf("press %d: %T", i+1, got)
		}
	}
	b.win.Canvas().Unfocus()
	b.win.Resize(fyne.NewSize(850, 700))
	for i, want := range []fyne.Focusable{b.mapp, b.timeline, b.mapp} {
		typed(b, fyne.KeyF6)
		if got := b.win.Canvas().Focused(); got != want {
			t.Errorf("narrow, press %d: %T", i+1, got)
		}
	}
}

// TestShortcuts_RunTheirCommand holds every shortcut of the menu against what it does.
func TestShortcuts_RunTheirCommand(t *testing.T) {
	b := sized(t, 1440, 900)
	for _, c := range []struct {
		name string
		key  fyne.KeyName
		ok   func() bool
	}{
		{"places", fyne.Key2, func() bool { return b.lists.shown == listPlaces && b.lists.places.Visible() }},
		{"events", fyne.Key3, func() bool { return b.lists.shown == listEvents && b.lists.events.Visible() }},
		{"quotes", fyne.Key1, func() bool { return b.lists.shown == listQuotes && b.quotes.Visible() }},
		{"larger text", fyne.KeyPlus, func() bool { return b.textPercent() == 110 }},
		{"normal text", fyne.Key0, func() bool { return b.textPercent() == 100 }},
		{"smaller text", fyne.KeyMinus, func() bool { return b.textPercent() == 90 }},
		{"a new story", fyne.KeyN, func() bool { return len(b.s.State().Story.Articles) == 0 }},
		{"open", fyne.KeyO, func() bool { return b.win.Canvas().Overlays().Top() != nil }},
	} {
		ran := false
		for _, m := range b.win.MainMenu().Items {
			for _, it := range m.Items {
				if s, ok := it.Shortcut.(*desktop.CustomShortcut); ok && s.KeyName == c.key && s.Modifier == fyne.KeyModifierShortcutDefault {
					it.Action()
					ran = true
				}
			}
		}
		if !ran || !c.ok() {
			t.Errorf("%s: Ctrl+%s: found %v", c.name, c.key, ran)
		}
	}
}

func TestShortcuts_ABareKeyDoesWhatItsMenuItemSays(t *testing.T) {
	named := map[string]fyne.KeyName{"Space": fyne.KeySpace, "→": fyne.KeyRight, "←": fyne.KeyLeft, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
		"F5": fyne.KeyF5, "F6": fyne.KeyF6, "F11": fyne.KeyF11}
	state := func(b *bench) string {
		st := b.s.State()
		return fmt.Sprint(st.Selected, st.Period, st.Playing, st.Filter, b.present != nil, b.win.FullScreen(), b.sheet != nil,
			b.win.Canvas().Focused() != nil, fmt.Sprintf("%.2f", b.mapp.Viewport().Zoom))
	}
	byKey, byMenu := sized(t, 1440, 900), sized(t, 1440, 900)
	for _, a := range byKey.actions() {
		if a.bare == "" || a.bare == "Shift+F5" {
			continue
		}
		for _, b := range []*bench{byKey, byMenu} {
			b.mapp.SetReducedMotion(true)
		}
		if k, ok := named[a.bare]; ok {
			typed(byKey, k)
		} else {
			byKey.rune([]rune(a.bare)[0])
		}
		for _, other := range byMenu.actions() {
			if other.menu == a.menu && other.name == a.name {
				other.do()
			}
		}
		if x, y := state(byKey), state(byMenu); x != y {
			t.Errorf("%s: the key gives\n%s\nthe menu\n%s", a.name, x, y)
		}
		for _, b := range []*bench{byKey, byMenu} { // as it was
			if b.sheet != nil {
				b.sheet.Hide()
			}
			b.endPresenting()
			b.fullTime = time.Time{}
			if b.win.FullScreen() {
				b.toggleFullScreen()
			}
			b.fullTime = time.Time{}
			b.win.Canvas().Unfocus()
			b.session.Reset()
			b.session.Unselect()
			b.mapp.Fit(nil, maxFit, false)
		}
	}
}

func TestKeys_TheSheetCloses(t *testing.T) {
	b := sized(t, 400, 700)
	b.rune('?')
	if b.sheet == nil {
		t.Fatal("no sheet")
	}
	typed(b, fyne.KeyEnd)
	typed(b, fyne.KeyUp)
	typed(b, fyne.KeyEscape)
	if b.sheet != nil || b.busy() {
		t.Error("Esc does not close it")
	}
}

func TestTips_TellWhichScreen(t *testing.T) {
	b := sized(t, 1440, 900)
	b.presentation.MouseIn(&desktop.MouseEvent{})
	if b.tips.Words() == "" {
		t.Fatal("nothing is said")
	}
	b.presentation.MouseOut()
	if b.tips.Words() != "" || len(b.tips.Root.Objects) != 0 {
		t.Error("it stays")
	}
	test.Tap(b.presentation)
	if b.present == nil {
		t.Error("the button does not present")
	}
}
