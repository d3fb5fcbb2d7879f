package dialog

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/story"
	"dateline/app/ui/kit"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func desk(t *testing.T) Desk {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, container.NewStack())
	win.Resize(fyne.NewSize(900, 700))
	return Desk{Window: win, Scale: 1}
}

// in finds what of a kind stands in the dialog that is open.
func in[T fyne.CanvasObject](d Desk) (out []T) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, x := range o.Objects {
				walk(x)
			}
		case fyne.Widget:
			for _, x := range test.WidgetRenderer(o).Objects() {
				walk(x)
			}
		}
	}
	if top := d.Window.Canvas().Overlays().Top(); top != nil {
		walk(top)
	}
	return out
}

func press(t *testing.T, d Desk, words string) {
	t.Helper()
	for _, b := range in[*widget.Button](d) {
		if b.Text == words {
			test.Tap(b)
			return
		}
	}
	for _, b := range in[*kit.Control](d) {
		if b.Words() == words {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", words)
}

func open(d Desk) bool { return d.Window.Canvas().Overlays().Top() != nil }

func TestDay_TakesADayAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		name, typed, press string
		want               string
		forgot, stays      bool
	}{
		{"a day", "2025-03-12", "Use this day", "2025-03-12", false, false},
		{"with blanks around it", " 2025-03-12 ", "Use this day", "2025-03-12", false, false},
		{"no day", "12 March", "Use this day", "", false, true},
		{"a day that does not exist", "2025-02-30", "Use this day", "", false, true},
		{"thought better of", "2025-03-12", "Cancel", "", false, false},
		{"the given day is forgotten", "2025-03-12", "Forget the given day", "", true, false},
	} {
		d, got, forgot := desk(t), "", false
		Day(d, DayAsk{Name: "Talks", Known: "published 11 Mar 2025", Day: "2025-03-11",
			Use: func(day story.Day) { got = day.String() }, Forget: func() { forgot = true }})
		in[*field](d)[0].SetText(c.typed)
		press(t, d, c.press)
		if got != c.want || forgot != c.forgot || open(d) != c.stays {
			t.Errorf("%s: day %q, forgot %v, open %v", c.name, got, forgot, open(d))
		}
	}
}

func TestDay_EscapeLeavesIt(t *testing.T) {
	d := desk(t)
	Day(d, DayAsk{Use: func(story.Day) { t.Error("a day was used") }})
	f, ok := d.Window.Canvas().Focused().(*field)
	if !ok {
		t.Fatal("the day cannot be typed at once")
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if open(d) {
		t.Error("it stays")
	}
}

func TestBackground_KeepsWhatIsTyped(t *testing.T) {
	for _, c := range []struct {
		name string
		now  Background
		pick string
		want Background
	}{
		{"nothing changed", Background{Kind: BackgroundFile, Path: "/a.mbtiles"}, "", Background{Kind: BackgroundFile, Path: "/a.mbtiles", Name: "Proposed", URL: "https://example.org/{z}"}},
		{"back to the map that ships", Background{Kind: BackgroundServer, URL: "https://own/{z}", Consent: true}, "The map that ships (no network)",
			Background{URL: "https://own/{z}", Consent: true}},
		{"the proposed server", Background{}, "A map server on the internet", Background{Kind: BackgroundServer, Name: "Proposed", URL: "https://example.org/{z}"}},
	} {
		d := desk(t)
		var got *Background
		AskBackground(d, c.now, Background{Name: "Proposed", URL: "https://example.org/{z}"}, func(b Background) { got = &b })
		if c.pick != "" {
			in[*widget.RadioGroup](d)[0].SetSelected(c.pick)
		}
		press(t, d, "Use")
		if got == nil || *got != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestBackground_ConsentIsToOneServer: a person who agreed to one server has not agreed to another.
func TestBackground_ConsentIsToOneServer(t *testing.T) {
	for _, c := range []struct {
		name, url string
		agree     bool // afterwards, by hand
		want      bool
	}{
		{"the address stays", "", false, true},
		{"another address", "https://other/{z}/{x}/{y}.png", false, false},
		{"another address that is agreed to", "https://other/{z}/{x}/{y}.png", true, true},
	} {
		d := desk(t)
		var got *Background
		AskBackground(d, Background{Kind: BackgroundServer, URL: "https://own/{z}", Consent: true}, Background{}, func(b Background) { got = &b })
		if c.url != "" {
			for _, f := range in[*field](d) {
				if f.Text == "https://own/{z}" {
					f.SetText(c.url)
				}
			}
		}
		if c.agree {
			in[*widget.Check](d)[0].SetChecked(true)
		}
		press(t, d, "Use")
		if got == nil || got.Consent != c.want || c.url != "" && got.URL != c.url {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func exportAsk(dir string, saved *[]string) ExportAsk {
	return ExportAsk{
		Groups: []ExportGroup{{"For people", []ExportFormat{{Name: "one", Label: "One", Ext: ".one", Asks: []ExportOption{{ID: "size", Label: "Size", Values: []string{"small", "large"}}}}}},
			{"For other programs", []ExportFormat{{Name: "xyz", Label: "XYZ", Ext: ".xyz"}}}},
		Now:  ExportChoice{Format: "gone", Folder: dir, Values: map[string]int{"size": 1}},
		Name: func(c ExportChoice) string { return map[bool]string{true: "all", false: "some"}[c.Everything] },
		Changed: func(c ExportChoice) {
			*saved = append(*saved, fmt.Sprint("changed ", c.Format, " ", c.Everything, " ", c.Values["size"]))
		},
		Closed: func() { *saved = append(*saved, "closed") },
		Save:   func(c ExportChoice, path string) { *saved = append(*saved, "save "+c.Format+" "+filepath.Base(path)) },
	}
}

func TestExport_OneSheetForFormatScopeOptionsAndName(t *testing.T) {
	d, dir := desk(t), t.TempDir()
	var told []string
	e := ShowExport(d, exportAsk(dir, &told))
	groups := in[*widget.RadioGroup](d)
	if len(groups) != 3 {
		t.Fatalf("%d groups of choices", len(groups))
	}
	groups = []*widget.RadioGroup{groups[1], groups[2], groups[0]}
	groups[0].SetSelected("") // a tap on the one that is chosen
	in[*widget.Select](d)[0].SetSelected("small")
	groups[1].SetSelected("XYZ")
	if len(in[*widget.Select](d)) != 0 || groups[0].Selected != "" {
		t.Error("what is asked of one format is asked of another, or both are chosen")
	}
	groups[2].SetSelected("Everything")
	if e.name.Text != "all" {
		t.Errorf("proposed: %q", e.name.Text)
	}
	e.name.SetText("mine")
	groups[0].SetSelected("One")
	if e.name.Text != "mine" {
		t.Errorf("a typed name becomes %q", e.name.Text)
	}
	if err := os.WriteFile(filepath.Join(dir, "mine.one"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	press(t, d, "Save")
	if n := len(told); strings.HasPrefix(told[n-1], "save") {
		t.Error("a file is written over before anybody agreed")
	}
	press(t, d, "Yes")
	want := []string{"changed one false 1", "changed one false 1", "changed one false 0", "changed xyz false 0", "changed xyz true 0", "changed one true 0", "closed", "save one mine.one"}
	if !slices.Equal(told, want) || open(d) || !e.Closed() {
		t.Errorf("told\n%q, want\n%q; open %v", told, want, open(d))
	}
}

func TestExport_ShowsAPictureOrLines(t *testing.T) {
	d := desk(t)
	var told []string
	e := ShowExport(d, exportAsk(t.TempDir(), &told))
	e.Set("2 events", nil, "a,b\n1,2")
	if e.contains.Text != "2 events" || e.lines.Text != "a,b\n1,2" || e.picture.Image != nil {
		t.Error("the lines are not shown")
	}
	e.Set("2 events", image.NewRGBA(image.Rect(0, 0, 2, 2)), "")
	if e.picture.Image == nil || e.lines.Text != "" {
		t.Error("the picture is not shown")
	}
	e.Drawing("3 events", 2)
	if e.contains.Text != "3 events" || e.waits.Text != "Drawing… 2 s" || e.picture.Image != nil || e.lines.Text != "" {
		t.Errorf("while the next preview is drawn, the sheet says %q and shows %v, %q", e.waits.Text, e.picture.Image, e.lines.Text)
	}
	if e.Set("3 events", nil, "x"); e.waits.Text != "" {
		t.Errorf("beside the preview it says %q", e.waits.Text)
	}
	press(t, d, "Cancel")
	if !e.Closed() || len(told) != 2 || told[1] != "closed" {
		t.Errorf("told %q", told)
	}
}

// folder has two articles, another file, a hidden one and a folder in it.
func folder(t *testing.T) fyne.ListableURI {
	dir := t.TempDir()
	for _, name := range []string{"b.xyz", "A.xyz", "c.txt", ".d.xyz"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "more", "deep"), 0o777); err != nil {
		t.Fatal(err)
	}
	u, err := storage.ListerForURI(storage.NewFileURI(dir))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestOpen_ManyFilesOrTheWholeFolder(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*testing.T, Desk)
		want []string
	}{
		{"the whole folder", func(t *testing.T, d Desk) { press(t, d, "Open the whole folder") }, []string{"FOLDER"}},
		{"the whole folder, where there are only folders in it", func(t *testing.T, d Desk) {
			in[*widget.List](d)[0].Select(0)
			press(t, d, "Open the whole folder")
		}, []string{"more"}},
		{"all are chosen, then one is not", func(t *testing.T, d Desk) {
			press(t, d, "Choose all")
			in[*widget.List](d)[0].Select(1)
			press(t, d, "Open n")
		}, []string{"b.xyz"}},
		{"what is opened alone takes the others' place", func(t *testing.T, d Desk) {
			press(t, d, "Choose all")
			in[*widget.List](d)[0].Select(3)
			press(t, d, "Open")
		}, []string{"d.one"}},
		{"and gives way to one of them", func(t *testing.T, d Desk) {
			in[*widget.List](d)[0].Select(3)
			in[*widget.List](d)[0].Select(1)
			press(t, d, "Open n")
		}, []string{"A.xyz"}},
		{"it is not among all", func(t *testing.T, d Desk) {
			in[*widget.List](d)[0].Select(3)
			press(t, d, "Choose all")
			press(t, d, "Open n")
		}, []string{"A.xyz", "b.xyz"}},
		{"thought better of", func(t *testing.T, d Desk) { press(t, d, "Cancel") }, nil},
	} {
		d := desk(t)
		var got []string
		dir := folder(t)
		if err := os.WriteFile(filepath.Join(dir.Path(), "d.one"), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		one := func(name string) bool { return filepath.Ext(name) == ".one" }
		Open(d, OpenAsk{Folder: dir, Title: "Open", Named: func(name string) bool { return filepath.Ext(name) == ".xyz" || one(name) }, Alone: one,
			Count: func(int) string { return "n" }, Work: func(list func() func()) { list()() },
			Opened: func(_ fyne.ListableURI, chosen []fyne.URI) {
				for _, u := range chosen {
					got = append(got, strings.Replace(u.Name(), filepath.Base(dir.Path()), "FOLDER", 1))
				}
			}})
		c.do(t, d)
		if !slices.Equal(got, c.want) || open(d) {
			t.Errorf("%s: opened %q, still there %v", c.name, got, open(d))
		}
	}
}

func TestOpen_FoldersComeFirst(t *testing.T) {
	entries, err := listFolder(folder(t), func(name string) bool { return filepath.Ext(name) == ".xyz" })
	var got []string
	for _, e := range entries {
		got = append(got, e.uri.Name())
	}
	if err != nil || !slices.Equal(got, []string{"more", "A.xyz", "b.xyz"}) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestOpen_FilesThatAreNoArticles(t *testing.T) {
	d := desk(t)
	Open(d, OpenAsk{Folder: folder(t), Files: true, Named: func(name string) bool { return false }, Count: func(int) string { return "" },
		Work: func(list func() func()) { list()() }})
	if slices.ContainsFunc(in[*kit.Control](d), func(c *kit.Control) bool { return c.Visible() && c.Words() == "Open the whole folder" }) {
		t.Error("a folder is offered where only files are opened")
	}
	in[*widget.List](d)[0].Select(0) // a folder with a folder in it
	in[*widget.List](d)[0].Select(0)
	if !slices.ContainsFunc(in[*widget.Label](d), func(l *widget.Label) bool { return l.Text == "No such files in this folder." }) {
		t.Error("an empty folder does not say that it holds none")
	}
}

// TestOpen_AnOldListingIsDropped: of two folders gone to quickly, the second is shown however long the first takes.
func TestOpen_AnOldListingIsDropped(t *testing.T) {
	d := desk(t)
	var work []func() func()
	first := folder(t)
	Open(d, OpenAsk{Folder: first, Home: first, Named: func(string) bool { return true }, Count: func(int) string { return "" },
		Work: func(list func() func()) { work = append(work, list) }})
	press(t, d, "Home")
	late := work[0]()
	work[1]()()
	n := in[*widget.List](d)[0].Length()
	late()
	if got := in[*widget.List](d)[0].Length(); n != 4 || got != n {
		t.Errorf("%d rows, then %d", n, got)
	}
}

func TestKeys_TheSheetScrollsAndCloses(t *testing.T) {
	d, closed := desk(t), false
	rows := []KeyRow{{"", "While presenting"}}
	for range 80 {
		rows = append(rows, KeyRow{"Ctrl+O", "Open articles…"})
	}
	s := Keys(d, rows, func() { closed = true })
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if s.scroll.Offset.Y <= 0 {
		t.Error("Page Down does not scroll")
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if s.scroll.Offset.Y != 0 {
		t.Error("Home does not go back")
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed || open(d) {
		t.Error("Esc does not close it")
	}
}

func TestRecover_HandsOnTheAnswer(t *testing.T) {
	for words, want := range map[string]bool{"Yes": true, "No": false} {
		d := desk(t)
		var got *bool
		Recover(d, func(yes bool) { got = &yes })
		press(t, d, words)
		if got == nil || *got != want {
			t.Errorf("%s: %v", words, got)
		}
	}
}

// TestSaveFile_SaysWhatIsSaved: the story, a lesson and places are saved in dialogs that look alike.
func TestSaveFile_SaysWhatIsSaved(t *testing.T) {
	d := desk(t)
	SaveFile(d, Keep{Title: "Save the lesson", Folder: t.TempDir(), Name: "a", Ext: ".b", Save: func(string) {}})
	if !slices.ContainsFunc(in[*widget.Label](d), func(l *widget.Label) bool { return l.Text == "Save the lesson" }) {
		t.Error("the dialog does not say it")
	}
}

// TestQuestions_EnterLosesNothing: the answer that Enter gives has the focus and is marked as the first, and Escape does nothing.
func TestQuestions_EnterLosesNothing(t *testing.T) {
	there := filepath.Join(t.TempDir(), "there.csv")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		ask  func(d Desk, done func())
		want bool // Enter does it
	}{
		{"a file is not written over", func(d Desk, done func()) {
			d.write(Keep{Folder: filepath.Dir(there), Name: "there", Ext: ".csv", Save: func(string) { done() }})
		}, false},
		{"what was open is opened again", func(d Desk, done func()) {
			Recover(d, func(yes bool) {
				if yes {
					done()
				}
			})
		}, true},
		{"another site is not asked", func(d Desk, done func()) { Moved(d, "example.org", done) }, false},
		{"changes are kept", func(d Desk, done func()) { Unsaved(d, done, func() { t.Error("left without saving") }) }, true},
	} {
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
			d, done := desk(t), false
			c.ask(d, func() { done = true })
			b, ok := d.Window.Canvas().Focused().(*kit.Control)
			if !ok || b.Importance != widget.HighImportance {
				t.Fatalf("%s: the focus is at %v", c.name, d.Window.Canvas().Focused())
			}
			b.TypedKey(&fyne.KeyEvent{Name: key})
			if want := c.want && key == fyne.KeyReturn; done != want || open(d) {
				t.Errorf("%s: %s does it: %v, open %v", c.name, key, done, open(d))
			}
		}
	}
}

func TestDay_WordsThatAreNoDateAreSaid(t *testing.T) {
	d := desk(t)
	used := 0
	Day(d, DayAsk{Name: "A", Use: func(story.Day) { used++ }})
	entry := d.Window.Canvas().Focused().(*field)
	says := func() bool {
		return slices.ContainsFunc(in[*widget.Label](d), func(l *widget.Label) bool { return l.Visible() && strings.HasPrefix(l.Text, "Write the day") })
	}
	if says() {
		t.Error("it complains before anything was typed")
	}
	entry.SetText("the day before")
	entry.OnSubmitted(entry.Text)
	if used != 0 || !says() {
		t.Errorf("used %d times, said %v", used, says())
	}
	entry.SetText("2025-03-12")
	entry.OnSubmitted(entry.Text)
	if used != 1 || open(d) {
		t.Errorf("a day is used %d times", used)
	}
}

func TestButtons_EnterPressesAndEscapeLeaves(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel(""))
	pressed := 0
	b := newButton("OK", func() { pressed++ })
	w.Canvas().Overlays().Add(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if pressed != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("pressed %d times, open %v", pressed, w.Canvas().Overlays().Top())
	}
}

// TestClose_EnterPressesIt: also the button that a dialog is closed with takes Enter, and a question tells which was pressed.
func TestClose_EnterPressesIt(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, widget.NewLabel(""))
	d := Desk{Window: w, Scale: 1}
	enter := func(words string) {
		t.Helper()
		var found *kit.Control
		for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
			if c, ok := o.(*kit.Control); ok && c.Words() == words {
				found = c
			}
		}
		if found == nil {
			t.Fatalf("no button %q", words)
		}
		w.Canvas().Focus(found)
		found.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if w.Canvas().Overlays().Top() != nil {
			t.Errorf("%q leaves the dialog open", words)
		}
	}
	About(d, "1", "about")
	enter("Close")
	for words, want := range map[string]bool{"Yes": true, "No": false} {
		answer := !want
		Recover(d, func(yes bool) { answer = yes })
		enter(words)
		if answer != want {
			t.Errorf("%q answers %v", words, answer)
		}
	}
}
