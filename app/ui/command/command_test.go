package command

import (
	"slices"
	"strings"
	"testing"

	"dateline/app/session"
	"dateline/app/story"
	"dateline/app/ui/bind"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// parts are a window that notes what is asked of it.
type parts struct{ asked []string }

func (p *parts) did(what string) { p.asked = append(p.asked, what) }

func (p *parts) Open()               { p.did("open") }
func (p *parts) Paste()              { p.did("paste") }
func (p *parts) Sample(f string)     { p.did("sample " + f) }
func (p *parts) Export()             { p.did("export") }
func (p *parts) SavePicture()        { p.did("picture") }
func (p *parts) ZoomIn()             { p.did("in") }
func (p *parts) ZoomOut()            { p.did("out") }
func (p *parts) FitAll()             { p.did("fit") }
func (p *parts) TogglePath()         { p.did("path") }
func (p *parts) PathOn() bool        { return true }
func (p *parts) ToggleHeat()         { p.did("heat") }
func (p *parts) HeatOn() bool        { return true }
func (p *parts) ToggleCounts()       { p.did("counts") }
func (p *parts) CountsOn() bool      { return true }
func (p *parts) ToggleClocks()       { p.did("clocks") }
func (p *parts) ClocksOn() bool      { return true }
func (p *parts) Background()         { p.did("background") }
func (p *parts) Choose(l bind.List)  { p.did("list") }
func (p *parts) Arrange(name string) { p.did(name) }
func (p *parts) Arrangement() string { return MapArticle }
func (p *parts) Swap()               { p.did("swap") }
func (p *parts) Swapped() bool       { return false }
func (p *parts) NextPane(by int)     { p.did("pane") }
func (p *parts) Theme(name string)   { p.did(name) }
func (p *parts) Text(by int)         { p.did("text") }
func (p *parts) ToggleMotion()       { p.did("motion") }
func (p *parts) Reduced() bool       { return false }
func (p *parts) FromStart()          { p.did("present") }
func (p *parts) FromSelected()       { p.did("present here") }
func (p *parts) WithPen()            { p.did("present with pen") }
func (p *parts) Two() bool           { return false }
func (p *parts) ToggleTwo()          { p.did("screens") }
func (p *parts) CanSwap() bool       { return true }
func (p *parts) Ask()                { p.did("ask") }
func (p *parts) Date()               { p.did("date") }
func (p *parts) Keys()               { p.did("keys") }
func (p *parts) Guide()              { p.did("guide") }
func (p *parts) About()              { p.did("about") }
func (p *parts) OpenMenu()           { p.did("open menu") }
func (p *parts) FindNext(by int)     { p.did(map[int]string{1: "find next", -1: "find previous"}[by]) }
func (p *parts) Find()               { p.did("find") }
func (p *parts) Article() string     { return "a" }
func (p *parts) FullScreen()         { p.did("full") }
func (p *parts) Leave()              { p.did("leave") }
func (p *parts) Close()              { p.did("close") }
func (p *parts) ToggleOpens()        { p.did("opens") }
func (p *parts) Opens() bool         { return true }

func (p *parts) Can() bool                { return true }
func (p *parts) Correct()                 { p.did("correct") }
func (p *parts) Menu()                    { p.did("menu") }
func (p *parts) Remove()                  { p.did("remove") }
func (p *parts) NextCheck()               { p.did("check") }
func (p *parts) Undoes() string           { return "Undo: a word" }
func (p *parts) Redoes() string           { return "Redo" }
func (p *parts) New()                     { p.did("new") }
func (p *parts) Save()                    { p.did("save") }
func (p *parts) SaveAs()                  { p.did("save as") }
func (p *parts) Recent()                  { p.did("recent") }
func (p *parts) HasRecent() bool          { return true }
func (p *parts) Versions()                { p.did("versions") }
func (p *parts) HasVersions() bool        { return true }
func (p *parts) SaveLesson()              { p.did("lesson") }
func (p *parts) CanLesson() bool          { return true }
func (p *parts) Articles()                { p.did("articles") }
func (p *parts) Log()                     { p.did("log") }
func (p *parts) ReadAgain()               { p.did("again") }
func (p *parts) Address()                 { p.did("address") }
func (p *parts) Toggle()                  { p.did("compare") }
func (p *parts) On() bool                 { return false }
func (p *parts) Whole(string)             { p.did("whole") }
func (p *parts) CanWhole(string) bool     { return true }
func (p *parts) WholeWords(string) string { return "One article after all" }
func (p *parts) ReadAs(string)            { p.did("readas") }
func (p *parts) CanReadAs(string) bool    { return true }
func (p *parts) Places()                  { p.did("places") }
func (p *parts) HasPlaces() bool          { return true }

func (p *parts) Copy()      { p.did("copy") }
func (p *parts) CopyTable() { p.did("copy table") }

// listOf is the list of slides.
type listOf struct{ *parts }

func (l listOf) Toggle() { l.did("slides") }

func table() (Table, *parts, *session.Session) {
	p, s := &parts{}, session.New(session.Config{})
	return All(Parts{Session: s, Files: p, Map: p, Lists: p, Frame: p, Looks: p, Show: p, Screens: p, Sheets: p, Window: p, Correct: p, Copying: p, Projects: p, Places: p, Compare: p, Slides: listOf{p}, Time: p, Clocks: p, System: p,
		Word: func(w string) string { return w }}), p, s
}

func TestTable_NoTwoAreCalledOrTypedTheSame(t *testing.T) {
	all, _, _ := table()
	ids, names, keys := map[ID]bool{}, map[string]bool{}, map[Key]ID{}
	for i := range all {
		c := &all[i]
		if c.ID == "" || ids[c.ID] {
			t.Errorf("the id %q of %q is taken", c.ID, c.Name)
		}
		ids[c.ID] = true
		if name := c.Menu + "/" + c.Name; c.Menu != "" && names[name] {
			t.Errorf("two items %q", name)
		} else {
			names[name] = true
		}
		if c.Do == nil && c.Pane == "" {
			t.Errorf("%s does nothing", c.ID)
		}
		for _, k := range c.keys() {
			if keys[k] != "" {
				t.Errorf("%s is typed for %s and for %s", k.Name, keys[k], c.ID)
			}
			keys[k] = c.ID
		}
	}
}

// walk calls f for each item of the menus.
func walk(m *fyne.Menu, f func(*fyne.MenuItem)) {
	for _, it := range m.Items {
		if it.ChildMenu != nil {
			walk(it.ChildMenu, f)
		} else if !it.IsSeparator {
			f(it)
		}
	}
}

func TestMenu_HasEveryNamedCommandOnce(t *testing.T) {
	all, _, _ := table()
	var got, want []string
	for _, m := range all.Menu(func(w string) string { return w }, nil, func(*Command) {}).Items {
		walk(m, func(it *fyne.MenuItem) { name, _, _ := strings.Cut(it.Label, "   ("); got = append(got, name) })
	}
	for i := range all {
		if all[i].Menu != "" {
			name := all[i].Name
			if all[i].Words != nil {
				name = all[i].Words()
			}
			want = append(want, name)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the menus have\n%q\nwant\n%q", got, want)
	}
}

func TestMenu_NamesOfMenus(t *testing.T) {
	all, _, _ := table()
	var got []string
	for _, m := range all.Menu(func(w string) string { return w }, nil, func(*Command) {}).Items {
		got = append(got, m.Label)
	}
	if want := []string{"File", "Edit", "Time", "Show", "Present", "View", "Help"}; !slices.Equal(got, want) {
		t.Errorf("menus %q, want %q", got, want)
	}
}

func TestKeys_AreThoseOfTheSheet(t *testing.T) {
	all, p, _ := table()
	sheet := map[string]string{}
	for _, r := range all.Sheet(func(w string) string { return w }) {
		sheet[r.Name] = r.Keys
	}
	for _, c := range []struct {
		keys string
		find func() (*Command, bool)
		does string
	}{
		{"+", func() (*Command, bool) { return all.ForRune('+') }, "in"},
		{"+", func() (*Command, bool) { return all.ForRune('=') }, "in"},
		{"−", func() (*Command, bool) { return all.ForRune('-') }, "out"},
		{"0", func() (*Command, bool) { return all.ForRune('0') }, "fit"},
		{"?", func() (*Command, bool) { return all.ForRune('?') }, "keys"},
		{"F1", func() (*Command, bool) { return all.ForKey(fyne.KeyF1, false) }, "guide"},
		{"Q", func() (*Command, bool) { return all.ForRune('q') }, "ask"},
		{"F5", func() (*Command, bool) { return all.ForKey(fyne.KeyF5, false) }, "present"},
		{"Shift+F5", func() (*Command, bool) { return all.ForKey(fyne.KeyF5, true) }, "present here"},
		{"F6", func() (*Command, bool) { return all.ForKey(fyne.KeyF6, false) }, "pane"},
		{"F11", func() (*Command, bool) { return all.ForKey(fyne.KeyF11, true) }, "full"},
		{"Esc", func() (*Command, bool) { return all.ForKey(fyne.KeyEscape, false) }, "leave"},
		{"F10", func() (*Command, bool) { return all.ForKey(fyne.KeyF10, false) }, "open menu"},
	} {
		found, ok := c.find()
		if !ok || sheet[found.Name] != c.keys {
			t.Errorf("%s: found %v, the sheet says %q", c.keys, ok, sheet[found.Name])
			continue
		}
		p.asked = nil
		if found.Run(); !slices.Equal(p.asked, []string{c.does}) {
			t.Errorf("%s does %q, want %q", c.keys, p.asked, c.does)
		}
	}
	for _, r := range "yz7\x00" {
		if c, ok := all.ForRune(r); ok {
			t.Errorf("%q is %s", r, c.ID)
		}
	}
	if c, ok := all.ForKey("", false); ok {
		t.Errorf("no key is %s", c.ID)
	}
	if sheet["Go to the next pane or button"] != "Tab" {
		t.Error("the sheet does not tell of Tab")
	}
}

func TestKeys_AreNamedAsTheyArePrinted(t *testing.T) {
	german := func(w string) string { return map[string]string{"Space": "Leertaste", "Delete": "Entf"}[w] }
	for want, k := range map[string]Key{"Leertaste": bare(fyne.KeySpace), "Entf": bare(fyne.KeyDelete), "Ctrl+O": ctrl(fyne.KeyO), "→": bare(fyne.KeyRight), "F5": bare(fyne.KeyF5)} {
		if got := k.In(german); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestShortcuts_AreWhatFyneTellsOf(t *testing.T) {
	for _, c := range []struct {
		key  Key
		want string
	}{
		{ctrl(fyne.KeyZ), (&fyne.ShortcutUndo{}).ShortcutName()},
		{ctrl(fyne.KeyY), (&fyne.ShortcutRedo{}).ShortcutName()},
		{ctrl(fyne.KeyV), (&fyne.ShortcutPaste{}).ShortcutName()},
		{Key{Name: fyne.KeyZ, Ctrl: true, Shift: true}, (&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}).ShortcutName()},
		{ctrl(fyne.KeyO), (&desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName()},
	} {
		if got := c.key.shortcut(nil).ShortcutName(); got != c.want {
			t.Errorf("%s: %s, want %s", c.key.Name, got, c.want)
		}
	}
	if bare(fyne.KeyF5).shortcut(nil) != nil {
		t.Error("a bare key is no shortcut")
	}
}

func TestCommands_ThatAreNotPossibleDoNothing(t *testing.T) {
	all, p, _ := table()
	for _, id := range []ID{"undo", "redo", "save", "save.as", "export", "picture", "date", "correct", "remove", "check.next", "articles", "again", "log", "compare", "clocks", "slides"} { // nothing is open
		c := all.Named(id)
		if c.Run(); c.Can() || len(p.asked) > 0 {
			t.Errorf("%s is possible: %q", id, p.asked)
		}
	}
	disabled := 0
	for _, m := range all.Menu(func(w string) string { return w }, nil, func(*Command) {}).Items {
		walk(m, func(it *fyne.MenuItem) {
			if it.Disabled {
				disabled++
			}
		})
	}
	if disabled != 18 {
		t.Errorf("%d items are grey", disabled)
	}
}

func TestChecked_FollowsTheSession(t *testing.T) {
	all, _, s := table()
	before := all.Signs()
	s.SetMode(session.ModeSoFar)
	s.SetFilter(story.Filter{HideQuotes: true, MinP: 0.5})
	s.SetLanes(session.LanesPlace)
	for id, want := range map[ID]bool{"hide.quotes": true, "hide.events": false, "sure.At least 50 % likely": true, "sure.However likely": false,
		"lanes." + ID(session.LanesPlace.String()): true, "mode." + ID(session.ModeSoFar.String()): true, "panes.article": true, "panes.all": false, "path": true, "open": false} {
		if got := all.Named(id).IsChecked(); got != want {
			t.Errorf("%s: checked %v", id, got)
		}
	}
	if all.Signs() == before {
		t.Error("the menu would not be made anew")
	}
}

func TestNarrow_ToWhatIsSelected(t *testing.T) {
	all, _, s := table()
	all.Named("only.article").Run()
	if f := s.State().Filter; !slices.Equal(f.Articles, []string{"a"}) {
		t.Errorf("the article in view: %+v", f)
	}
	all.Named("only.speaker").Run()
	all.Named("only.place").Run()
	if n := s.State().Notes; len(n) != 2 {
		t.Errorf("nothing is selected, which is said %d times", len(n))
	}
}

func TestMenu_OffersNoSystemWhereThereIsNothingToChoose(t *testing.T) {
	all, p, s := table()
	if c := all.Named("opens"); !c.IsChecked() {
		t.Error("it is not checked")
	} else if c.Run(); !slices.Equal(p.asked, []string{"opens"}) {
		t.Errorf("asked %q", p.asked)
	}
	for _, c := range All(Parts{Session: s, Files: p, Map: p, Lists: p, Frame: p, Looks: p, Show: p, Screens: p, Sheets: p, Window: p, Correct: p, Copying: p, Projects: p, Places: p, Compare: p, Slides: listOf{p}, Time: p, Clocks: p}) {
		if c.ID == "opens" {
			t.Error("it is offered")
		}
	}
}
