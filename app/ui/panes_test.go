package ui

import (
	"fmt"
	"testing"
	"time"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"dateline/app/ui/command"
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
	for i, o := range []fyne.CanvasObject{b.lists.root, b.maps.root, b.article.root} {
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
		{"map and timeline", 1440, 900, func(b *bench) { b.frame.Arrange(command.MapTimeline) }, false, true, false},
		{"map and article", 1440, 900, func(b *bench) { b.frame.Arrange(command.MapArticle) }, false, true, true},
		{"a narrow window has tabs", 850, 700, func(*bench) {}, false, true, false},
		{"the tab of the article", 850, 700, func(b *bench) { b.frame.setTab(tabArticle) }, false, false, true},
		{"the tab of a list", 850, 700, func(b *bench) { b.frame.pickTab(2) }, true, false, false},
		{"the tab of all lists", 400, 700, func(b *bench) { b.frame.pickTab(0) }, true, false, false},
		{"large text has tabs", 1366, 768, func(b *bench) {
			for range kit.TextSizes {
				b.looks.Text(1)
			}
		}, false, true, false},
		{"large text with the map alone has none", 1366, 768, func(b *bench) {
			b.frame.Arrange(command.MapTimeline)
			for range kit.TextSizes {
				b.looks.Text(1)
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
		if !b.time.root.Visible() || b.time.root.Size().Height < 45 {
			t.Errorf("%s: the timeline's buttons are %v high", c.name, b.time.root.Size().Height)
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
	low := b.time.root.Size().Height
	b.frame.low.moved(-50)
	if got := b.time.root.Size().Height; got < low+49 || got > low+51 {
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
	if h := b.maps.root.Size().Height; h < 80 {
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
	b.frame.Swap()
	b.frame.Arrange(command.MapArticle)
	again := newFrame(b.desk, b.lists, b.maps, b.article, b.time)
	if again.arrangement != command.MapArticle || !again.swapped || again.right != b.frame.right || again.right == 0 {
		t.Errorf("%+v", again)
	}
	checked := func(id command.ID) bool { return b.keys.table.Named(id).IsChecked() }
	if !checked("panes.article") || checked("panes.all") || !checked("panes.swap") {
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
			b.kept.p.SetInt("textsize", percent)
			b.looks.use("light")
			name := fmt.Sprintf("%vx%v at %d %%", size[0], size[1], percent)
			var shown []fyne.CanvasObject
			for _, o := range []fyne.CanvasObject{b.frame.tabBar, b.lists.root, b.maps.root, b.article.root, b.time.root} {
				if o.Visible() {
					shown = append(shown, o)
				}
			}
			apart(t, name, b.frame.root.Size(), shown)
			for _, bar := range []*fyne.Container{b.time.bar} {
				shown = shown[:0]
				for _, o := range bar.Objects {
					if o.Visible() {
						shown = append(shown, o)
					}
				}
				apart(t, name+", buttons", bar.Size(), shown)
			}
			for _, o := range b.time.bar.Objects {
				c, ok := o.(*kit.Control)
				if ok && c.Visible() && c.Position().Y < 20 && c.Size().Width > c.MinSize().Width+40 {
					t.Errorf("%s: %q is %v wide", name, c.Words(), c.Size())
				}
			}
			if b.maps.root.Visible() && b.maps.date.Size().Width > b.maps.mapp.Size().Width {
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
	b.looks.Text(1)
	if b.pal.TextSize < 15.3 || b.pal.TextSize > 15.5 || b.kept.textPercent() != 110 {
		t.Errorf("one step gives %v, %d %%", b.pal.TextSize, b.kept.textPercent())
	}
	for range 20 {
		b.looks.Text(1)
	}
	if b.kept.textPercent() != 250 || b.pal.TextSize != 35 {
		t.Errorf("the most is %d %%, %v", b.kept.textPercent(), b.pal.TextSize)
	}
	b.looks.Theme("dark")
	if b.pal.TextSize != 35 {
		t.Error("another theme forgets it")
	}
	for range 20 {
		b.looks.Text(-1)
	}
	if b.kept.textPercent() != 80 {
		t.Errorf("the least is %d %%", b.kept.textPercent())
	}
	b.looks.Text(0)
	if b.kept.textPercent() != 100 || b.pal.TextSize != 14 {
		t.Errorf("normal is %d %%", b.kept.textPercent())
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
	for name, f := range map[string]fyne.Focusable{"quotes": b.lists.quotes, "map": b.maps.mapp, "article": b.article.text, "timeline": b.time.timeline,
		"switch": b.lists.choice, "present": b.top.present, "play": b.time.play, "left line": b.frame.leftLine, "line above the timeline": b.frame.low} {
		if !seen[f] {
			t.Errorf("Tab never comes to %s", name)
		}
	}
}

func TestFocus_F6GoesThroughThePanes(t *testing.T) {
	b := sized(t, 1440, 900)
	for i, want := range []fyne.Focusable{b.lists.quotes, b.maps.mapp, b.article.text, b.time.timeline, b.lists.quotes} {
		typed(b, fyne.KeyF6)
		if got := b.win.Canvas().Focused(); got != want {
			t.Errorf("press %d: %T", i+1, got)
		}
	}
	b.win.Canvas().Unfocus()
	b.win.Resize(fyne.NewSize(850, 700))
	for i, want := range []fyne.Focusable{b.maps.mapp, b.time.timeline, b.maps.mapp} {
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
		{"places", fyne.Key2, func() bool { return b.lists.shown == bind.ListPlaces && b.lists.places.Visible() }},
		{"events", fyne.Key3, func() bool { return b.lists.shown == bind.ListEvents && b.lists.events.Visible() }},
		{"quotes", fyne.Key1, func() bool { return b.lists.shown == bind.ListQuotes && b.lists.quotes.Visible() }},
		{"larger text", fyne.KeyPlus, func() bool { return b.kept.textPercent() == 110 }},
		{"normal text", fyne.Key0, func() bool { return b.kept.textPercent() == 100 }},
		{"smaller text", fyne.KeyMinus, func() bool { return b.kept.textPercent() == 90 }},
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
	state := func(b *bench) string {
		st := b.s.State()
		return fmt.Sprint(st.Selected, st.Period, st.Playing, st.Filter, b.present.on(), b.win.FullScreen(), b.keys.sheet != nil,
			b.win.Canvas().Focused() != nil, fmt.Sprintf("%.2f", b.maps.mapp.Viewport().Zoom))
	}
	byKey, byMenu := sized(t, 1440, 900), sized(t, 1440, 900)
	for _, c := range byKey.keys.table {
		if c.Key.None() || c.Key.Ctrl || c.Key.Shift || c.Menu == "" {
			continue
		}
		for _, b := range []*bench{byKey, byMenu} {
			b.maps.mapp.SetReducedMotion(true)
		}
		if c.Key.Rune != 0 {
			byKey.keys.rune(c.Key.Rune)
		} else {
			typed(byKey, c.Key.Name)
		}
		byMenu.choose(byMenu.keys.table.Named(c.ID))
		if x, y := state(byKey), state(byMenu); x != y {
			t.Errorf("%s: the key gives\n%s\nthe menu\n%s", c.Name, x, y)
		}
		for _, b := range []*bench{byKey, byMenu} { // as it was
			if b.keys.sheet != nil {
				b.keys.sheet.Hide()
			}
			b.present.end()
			b.full.last = time.Time{}
			if b.win.FullScreen() {
				b.full.toggle()
			}
			b.full.last = time.Time{}
			b.win.Canvas().Unfocus()
			b.session.Reset()
			b.session.Unselect()
			b.maps.mapp.Fit(nil, maxFit, false)
		}
	}
}

func TestKeys_TheSheetCloses(t *testing.T) {
	b := sized(t, 400, 700)
	b.keys.rune('?')
	if b.keys.sheet == nil {
		t.Fatal("no sheet")
	}
	typed(b, fyne.KeyEnd)
	typed(b, fyne.KeyUp)
	typed(b, fyne.KeyEscape)
	if b.keys.sheet != nil || b.keys.busy() {
		t.Error("Esc does not close it")
	}
}

func TestTips_TellWhichScreen(t *testing.T) {
	b := sized(t, 1440, 900)
	b.top.present.MouseIn(&desktop.MouseEvent{})
	if b.hints.Words() == "" {
		t.Fatal("nothing is said")
	}
	b.top.present.MouseOut()
	if b.hints.Words() != "" || len(b.hints.Root.Objects) != 0 {
		t.Error("it stays")
	}
	test.Tap(b.top.present)
	if !b.present.on() {
		t.Error("the button does not present")
	}
}

// TestHints_OfARowGoWithItsList: what is said of a cut row under the pointer does not stay when another list takes its place, or a
// dialog opens.
func TestHints_OfARowGoWithItsList(t *testing.T) {
	for name, leave := range map[string]func(b *bench){
		"another list": func(b *bench) { b.lists.Choose(bind.ListQuotes) },
		"a dialog":     func(b *bench) { b.files.Open() },
	} {
		b := opened(t)
		b.lists.Choose(bind.ListPlaces)
		b.lists.places.OnHint(kit.Box{W: 100, H: 20}, "all of it")
		if b.hints.Words() != "all of it" {
			t.Fatalf("%s: %q is said", name, b.hints.Words())
		}
		if leave(b); len(b.hints.Root.Objects) > 0 {
			t.Errorf("%s: it stays", name)
		}
	}
}

// TestArticle_AProjectOpensAtTheSentenceThatWasSelected: the story and what was selected in it come in one change.
func TestArticle_AProjectOpensAtTheSentenceThatWasSelected(t *testing.T) {
	b := opened(t)
	b.s.SelectEvent("e2")
	st := b.s.State()
	b.article.text.SetSelected(story.Span{})
	b.article.show(st, session.Opened|session.Selected)
	if got := b.article.text.Selected(); got.Empty() || got != st.Selected.Focus {
		t.Errorf("%v is marked, want %v", got, st.Selected.Focus)
	}
}
